"""Finds an actor's role in the article's own words: what it is called beside its name, or what it does in the lead.

In this order: an apposition or title ("harbour master", "a spokesman for the mayor"), a predicate ("is the largest
ferry company of the lake"), the clause whose subject it is, early in the text. Never longer than `ROLE_CHARACTERS`, cut
where a phrase ends; no role is better than half of one.
"""

import re
from collections.abc import Iterable

from bot.domain import languages
from bot.domain.cast import Player, signs_of
from bot.domain.model import Article, Kind
from config.limits import ROLE_CHARACTERS, ROLE_LEAD_CHARACTERS, ROLE_WORDS

_CLAUSE_END = re.compile(r"[.;:!?\n\"“”„«»()\[\]]|,\s|\s[—–-]\s")
_WORD = re.compile(r"\S+")


def role_of(player: Player, article: Article) -> str:
    """The actor's role, a slice of the article's text of at most `ROLE_CHARACTERS` characters, or ""."""
    beside = _beside(player, article)
    return beside or _predicate(player, article) or _deed(player, article)


def _beside(player: Player, article: Article) -> str:
    """What the text calls the actor right beside the name: the first of two words and more, else the first."""
    language = languages.of(article.language)
    found = [article.text[start:end].strip(" ,.") for start, end in player.roles]
    found = [role for role in found if role.lower().rstrip(".") not in language.titles or _is_office(role, article)]
    if player.kind is not Kind.PERSON:
        return ""
    return max(found, key=lambda role: (" " in role, -found.index(role)), default="")


def _is_office(role: str, article: Article) -> bool:
    """Whether a single title names an office ("President"), not only a form of address ("Mr")."""
    return languages.of(article.language).is_role(role.lower().rstrip("."))


def _predicate(player: Player, article: Article) -> str:
    """What the text says the actor is: "is a ..." or "was the ..."."""
    signs = signs_of(languages.of(article.language).code)
    for place in player.places:
        if place.verb < 0:
            continue
        clause = _clause(article.text, place.verb)
        copula, _, rest = clause.partition(" ")
        if copula in signs.copulas and rest.partition(" ")[0] in signs.indefinite:
            return _cut(rest, signs.breaks)
    return ""


def _deed(player: Player, article: Article) -> str:
    """What the actor does where the story tells it first; nothing where it only speaks."""
    language = languages.of(article.language)
    signs = signs_of(language.code)
    for place in player.places:
        if place.verb < 0 or place.start > ROLE_LEAD_CHARACTERS:
            continue
        clause = _clause(article.text, place.verb)
        head = clause.split(" ", 1)[0]
        if head in language.verbs and head not in signs.finite:
            continue
        deed = _cut(clause, signs.breaks)
        if len(deed.split()) >= ROLE_WORDS:
            return deed
    return ""


def _clause(text: str, start: int) -> str:
    """The words from here to the clause's end."""
    end = _CLAUSE_END.search(text, start, start + 2 * ROLE_CHARACTERS)
    return text[start : end.start() if end else start + 2 * ROLE_CHARACTERS].rstrip()


def _cut(clause: str, breaks: Iterable[str]) -> str:
    """The clause up to where a phrase ends within the limit, "" where none does."""
    if len(clause) <= ROLE_CHARACTERS:
        return clause
    cuts = [match.start() for match in _WORD.finditer(clause) if match.group() in breaks]
    cut = max((at for at in cuts if 0 < at <= ROLE_CHARACTERS), default=0)
    return clause[:cut].rstrip(" ,")
