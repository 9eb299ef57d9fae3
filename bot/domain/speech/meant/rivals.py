"""Whether a noun that points back may mean who alone is named above, or rather somebody without a name.

"The victim, Ann Lee, was on her way home. // The driver, 61, was not hurt. “I never saw her,” the trucker said."
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from operator import attrgetter

from bot.domain.language import languages
from bot.domain.language.languages import Language
from bot.domain.names.names import Entity
from bot.domain.speech.rows.ages import is_age, is_aged, may_be_aged
from bot.domain.speech.rows.people_words import called_alike, holders, is_full, is_told, is_trade, tells_any
from bot.domain.speech.rows.tokens import Named, Token
from bot.domain.text.characters import POINTS
from bot.domain.text.spans import Span
from bot.domain.values.actor import Kind

_FAR = 1500  # Characters before a noun that are searched for whom else it may mean.
_NEAR = 400  # Characters before a noun in which somebody without a name is told of.


def may_be_told(text: str, names: Named, told: int, token: Token, language: Language) -> bool:
    """Whether a noun may mean somebody who alone is named; no unnamed one is told of by a noun and an age since.

    Behind an age it means only one whom the text calls by nothing, nor gives another age; but anybody is a woman.
    """
    person = names.entities[told]
    nouns = (text[role.start : role.end].lower().split()[0] for role in person.roles)
    called = token.word not in language.anybody and any(noun not in language.relations for noun in nouns)
    if is_aged(token.opening) and (called or not may_be_aged(text, person, token.opening)):
        return False
    if is_age(token.word, language) and _may_be_contrasted(text, names, person, token):
        return False
    last = max((mention.end for mention in person.mentions if mention.start < token.start), default=0)
    rivals = _unnamed(language.code).finditer(text, max(last, token.start - _NEAR), token.start)
    return not any(_is_other(person.gender, rival, language) for rival in rivals)


def of_calling(text: str, names: Named, token: Token, language: Language) -> int | None:
    """Who alone is named in the paragraph before a calling and its adjective, where no article tells which is meant.

    "Tobias Renk finished second. “...,” joked the silver medallist": nobody whom the text calls something else, nor
    behind an adjective that brings somebody new ("a local angler").
    """
    if token.determined or not _is_plain(text[token.start : token.end].lower().split(), token, language):
        return None
    begin = text.rfind("\n", 0, token.start) + 1
    named = set(names.owners[bisect_left(names.starts, begin) : bisect_left(names.starts, token.start)])
    people = [one for one in named if names.entities[one].kind is Kind.PERSON]
    if len(people) != 1 or tells_of_another(text, names, token, language, since=begin):
        return None
    person, verb = names.entities[people[0]], text[max(0, token.start - _VERB) : token.start].rsplit(maxsplit=1)[-1]
    said = next((gender for ending, gender in language.verb_genders.items() if verb.endswith(ending)), "")
    called = any(role.start < token.start for role in person.roles)
    fits = {said, language.gender_of_role(token.word)} - {""} == {person.gender}
    return people[0] if fits and not called else None


def _is_plain(words: list[str], token: Token, language: Language) -> bool:
    """Whether words are a calling behind an adjective that brings nobody new, where no article tells."""
    cased = language.postposed and bool(language.case_endings) and not language.definite
    if not cased or len(words) != _PAIR or words[-1] != token.word:
        return False
    return words[0] not in language.indefinite and is_trade(token.word, language)


_VERB = 30  # Characters of the verb before a noun.
_PAIR = 2  # Words of a noun and its adjective.


def first_of_age(text: str, names: Named, token: Token, language: Language) -> int | None:
    """The only person named before an age first stood for somebody, whom it means again: "Ann won. The 26-year-old …".

    None where it was told of anybody by another article, or of somebody without a name.
    """
    aged = re.search(rf"(?:(\w+)[ '’])?(?<!\w){re.escape(token.word)}(?!\w)", text, re.IGNORECASE)
    if aged is None or aged.end() >= token.end or not token.definite or not is_age(token.word, language):
        return None
    people = set(names.owners[: bisect_left(names.starts, aged.start())])
    people = {one for one in people if names.entities[one].kind is Kind.PERSON}
    known = (aged.group(1) or "").lower() in language.definite and len(people) == 1
    if not known or not may_be_aged(text, names.entities[entity := people.pop()], token.word):
        return None
    return None if tells_of_another(text, names, replace(token, start=aged.start()), language) else entity


def _may_be_contrasted(text: str, names: Named, person: Entity, token: Token) -> bool:
    """Whether an age that opens a sentence may not be that of who just spoke: "Il 67enne non ci crede: «...»".

    Another of the gender who was named before, with no other age.
    """
    paragraph = text[text.rfind("\n", 0, token.start) + 1 : token.start]
    if not text[token.start].isupper() or not person.gender or _CLOSES.isdisjoint(paragraph):
        return False
    others = (names.entities[one] for one in set(names.owners[: bisect_left(names.starts, token.start)]))
    alike = (one for one in others if one.kind is Kind.PERSON and one.gender == person.gender and one is not person)
    return any(may_be_aged(text, one, token.word) for one in alike)


_CLOSES = frozenset('»”“"')


def is_called_else(text: str, told: Entity, token: Token, aged: str, language: Language) -> bool:
    """Whether the text calls somebody by what a noun at a cue is not: no biologist is "the farmer"."""
    if told.roles and aged and aged != token.word:
        return True  # No owner is "70-річний пенсіонер".
    if not (language.postposed and is_trade(token.word, language)):
        return False
    roles = (_FIRST.match(text, role.start) for role in told.roles if role.start < token.start)
    nouns = {noun.group().lower() for noun in roles if noun is not None}
    alike = {token.word, *called_alike(token.word, language.code)}
    plain = nouns - language.titles  # A professor may be "the archaeologist".
    return any(is_trade(noun, language) for noun in plain) and nouns.isdisjoint(alike)


_FIRST = re.compile(r"[\w’'-]+")


def tells_of_another(text: str, names: Named, token: Token, language: Language, *, since: int = 0) -> bool:
    """Whether somebody without a name is told of before a noun, which may mean them: "a man", not "Ann Lee, a cook".

    Only behind the place `since`.
    """
    gender = language.gender_of_role(token.word)
    for told in _someone(language.code).finditer(text, max(since, token.start - _FAR), token.start):
        genders = [language.gender_of_role(word) for word in told.group(1).lower().split() if language.is_role(word)]
        before = bisect_left(names.ends, told.start() - len(", "))
        apposed = names.ends[before : before + 1] == [told.start() - len(", ")]
        named = bisect_left(names.starts, told.end()) < bisect_left(names.starts, told.end() + len(", ") + 1)
        if genders and not ({"", gender}.isdisjoint(genders) and gender) and not apposed and not named:
            return True
    return False


def _is_other(gender: str, rival: re.Match[str], language: Language) -> bool:
    """Whether a noun tells of a person, and may be of the gender that somebody has."""
    article, noun = rival.group(1).lower(), rival.group(2).lower()
    return language.is_role(noun) and (language.gender_of_role(noun) or language.articles.get(article, "")) in {
        "",
        gender,
    }


@cache
def _unnamed(code: str) -> re.Pattern[str]:
    """A sentence's first noun with a definite article, and an age: "El conductor, de 61 años,"."""
    articles = "|".join(map(re.escape, sorted(languages.of(code).definite)))
    stops = re.escape("".join(POINTS))
    return re.compile(
        rf"(?:[{stops}]\s|\n)({articles})[ '’]([^\W\d_]+)(?: \(|, (?:[^\W\d_]{{1,6}} )?)\d{{1,3}}(?!\d)", re.IGNORECASE
    )


@cache
def _someone(code: str) -> re.Pattern[str]:
    """An article that leads to somebody new and the words behind it: "a young man", "her brother"."""
    language = languages.of(code)
    articles = "|".join(
        map(re.escape, sorted((language.determiners | language.possessives.keys()) - language.definite))
    )
    return re.compile(rf"(?<!\w)(?:{articles or '(?!)'}) ((?:[^\W\d_]+ ?){{1,3}})", re.IGNORECASE)


def is_another(text: str, names: Named, spans: Sequence[Span], told: int, *, token: Token, language: Language) -> bool:
    """Whether a noun means another than who is told of alone: whom the quotation speaks of, or another noun calls.

    "El alcalde calla. «...», dijo el regidor" is nobody's who is named in the paragraph above.
    """
    begin, roles = text.rfind("\n", 0, token.start) + 1, names.entities[told].roles
    nouns = (noun.replace("-", " ") for noun in called_alike(token.word, language.code))
    alike = [noun for noun in nouns if is_told(text, noun, begin, token.start)]
    own = " ".join(text[role.start : role.end].lower() for role in roles)
    if any(noun not in own for noun in alike) or _holds_else(text, names.entities[told], token, language):
        return True
    return _is_spoken_of(text, names, spans, told, token=token, language=language)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _holds_else(text: str, person: Entity, token: Token, language: Language) -> bool:
    """Whether somebody holds another office than a noun tells, and does not its work: no mayor is "el concejal"."""
    offices, outs = language.offices | language.titles, language.not_in_office
    nouns = {token.word, *(token.word.removeprefix(out).lstrip("-") for out in outs)}  # "exministro"
    roles = [_LETTERS.findall(text[role.start : role.end].lower()) for role in person.roles if role.start < token.start]
    held = {word for role in roles for word in role[:1] if word in offices}
    if (
        offices.isdisjoint(nouns)
        or not held
        or not held.isdisjoint({token.word, *called_alike(token.word, language.code)})
    ):
        return False
    near = any(word[:_STEM] == token.word[:_STEM] for role in roles for word in role)  # "head of surgery", "surgeon"
    place = max((one.start for one in person.mentions if one.start < token.start), default=token.start)
    works = {verb for verb in language.holding if verb[: _STEM - 1] == token.word[: _STEM - 1]}  # "тренує", "тренер"
    return not near and not tells_any(text, place, token.start, holders(token.word, language.code) | works)


_LETTERS = re.compile(r"[^\W\d_]+")
_STEM = 5  # Letters by which two nouns are of one thing.


def _is_spoken_of(
    text: str, names: Named, spans: Sequence[Span], told: int, *, token: Token, language: Language
) -> bool:
    """Whether the quotation at a noun speaks of the only one of a gender told of, who then does not say it.

    "Ann Lee was hurt. “She lost a lot of blood,” the surgeon said": the noun is for a part in life.
    """
    gender = names.entities[told].gender
    at = bisect_left(spans, token.start, key=_start) if gender and language.is_role(token.word) else 0
    if at == 0 or not speaks_of(text[spans[at - 1].start : spans[at - 1].end], gender, language):
        return False
    others = (names.entities[one] for one in set(names.owners[: bisect_left(names.starts, token.start)]) - {told})
    return not any(is_full(one) and one.gender in {"", gender} for one in others)


_start = attrgetter("start")


def speaks_of(quoted: str, gender: str, language: Language) -> bool:
    """Whether a quotation speaks of him or her by a pronoun; in German "sie" is mostly "they"."""
    if gender not in _PERSONAL or (gender == "f" and language.verb_second):
        return False
    known = (language.pronouns, language.sources, language.possessives)
    words = set(_LETTERS.findall(quoted.lower())) - language.determiners
    accused = gender == "m" and not language.accusatives.isdisjoint(words)
    return accused or any(told.get(word) == gender for word in words for told in known)


_PERSONAL = frozenset({"m", "f"})
_LETTERS = re.compile(r"[^\W\d_]+")
