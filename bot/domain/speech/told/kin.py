"""Whose mother or brother a possessive tells at a cue: "Ann Lee's son fell. “...,” said his mother"."""

import re
from bisect import bisect_left
from functools import cache

from bot.domain.language import languages
from bot.domain.language.languages import Language
from bot.domain.speech.rows.tokens import Named, Token
from bot.domain.values.actor import Kind

_OWNED = re.compile(r"(?:['’]?s|['’])? ([^\W\d_]+)")
_REACH = 24  # Characters before a name in which whose relative is told stands: "le fils de | Ada Blin".


def kin_of(text: str, names: Named, token: Token, language: Language) -> int | None:
    """The person of whose relative the paragraph tells before what calls the relative's: "his mother" is Ann Lee.

    Else who alone is called that there: "Ann Lee and her brother, Bo Ray, ... her brother said". None for two.
    """
    if language.possessives.get(token.opening, "1") == "1" or token.word not in _kin(language.code):
        return None
    others = _kin(language.code)[token.word]
    begin = text.rfind("\n", 0, token.start) + 1
    places = range(bisect_left(names.starts, begin), bisect_left(names.starts, token.start))
    of_kin = {names.owners[at] for at in places if not others.isdisjoint(_beside(text, names, at, language))}
    found = of_kin or {names.owners[at] for at in places if _is_called(text, names, names.owners[at], token)}
    if len(found) != 1:
        return None
    (owner,) = found
    person, gender = names.entities[owner], language.gender_of_role(token.word)
    return owner if person.kind is Kind.PERSON and gender in {"", person.gender or gender} else None


def _beside(text: str, names: Named, at: int, language: Language) -> list[str]:
    """The nouns of whom a name tells whose they are: "Ann Lee's | son", "le | fils | d'Ada Blin"."""
    start, end = names.starts[at], names.ends[at]
    if not language.postposed:
        owned = _OWNED.match(text, end)
        return (
            [owned.group(1).lower()]
            if owned is not None and (language.nouns_capitalised or owned.start(1) > end + 1)
            else []
        )
    before = re.split("[ '’]", text[max(0, start - _REACH) : start].lower().rstrip(" '’"))
    led = before[-1] in language.of_words and len(before) > 1
    return [before[-2]] if led else []


def _is_called(text: str, names: Named, owner: int, token: Token) -> bool:
    """Whether a possessive calls somebody so before: "and her brother, Bo Ray"."""
    roles = (
        text[role.start : role.end].lower().split() for role in names.entities[owner].roles if role.end < token.start
    )
    return any(words[-1:] == [token.word] for words in roles)


@cache
def _kin(code: str) -> dict[str, frozenset[str]]:
    """For each noun for a relative those by which the other is called whose relative it is."""
    kin: dict[str, frozenset[str]] = {}
    for group in languages.of(code).kin:
        ones, _, others = (frozenset(side.split()) for side in group.partition(" > "))
        for side, other in ((ones, others), (others, ones)):
            kin |= {noun: kin.get(noun, frozenset()) | other for noun in side}
    return kin
