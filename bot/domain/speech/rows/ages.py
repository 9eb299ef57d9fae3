"""Whom an age calls: "the 24-year-old" is the one person whom the text gives that age."""

import re
from bisect import bisect_left

from bot.domain.language.languages import Language
from bot.domain.names.names import Entity
from bot.domain.speech.rows.tokens import Named, Part, Token
from bot.domain.values.actor import Kind

_BEHIND = re.compile(r"(?:, | \()(?:[^\W\d_]+ )?(\d{1,3})(?![\d.,:%]*\d|%)")  # "Ann Lee, 24", "Luc Brun, âgé de 52 ans"
_BEFORE = re.compile(r"(?<!\d)(\d{1,3})(?:[- ][^\W\d_]+){1,4}[- ]$")  # "24-year-old striker | Ann Lee"
_ADJECTIVE = re.compile(r"\d+-[^\W\d]")
_REACH = 60  # Characters before a name in which an age stands.
_DIGITS = "0123456789-"
_LEAST = 5  # Years of who is called by an age and quoted.


def is_age(word: str, language: Language) -> bool:
    """Whether a noun calls somebody by an age: "24-year-old"."""
    return word[:1].isdigit() and word.lstrip(_DIGITS) in language.ages


def is_aged(word: str) -> bool:
    """Whether an adjective tells an age of whom the noun behind it calls: "63-річний"."""
    return _ADJECTIVE.match(word) is not None


def calls_by_age(word: str, following: str, language: Language) -> bool:
    """Whether a word as printed calls somebody by an age, and no noun is behind it that it would tell of.

    "Die 83-Jährige verlor", not "die 83-jährige Nachbarin"; "the 83-year-old lost", not "the 83-year-old bridge".
    """
    lower = word.lower()
    if not is_age(lower, language):
        return False
    if language.nouns_capitalised:
        return word != lower
    verb = following in language.verbs or following in language.auxiliaries or following in language.deeds
    return verb or following.endswith(language.deed_endings or ("\0",))


def of_age(text: str, names: Named, token: Token, language: Language) -> int | None:
    """The one person whom the text before gives the age that calls somebody, None where it calls nobody or two."""
    if token.part != Part.DESCRIPTION or not token.definite or not is_age(token.word, language):
        return None
    before = names.owners[: bisect_left(names.starts, token.start)]
    years = _years(token.word)
    of_age = {owner for owner in set(before) if years in _told(text, names.entities[owner], token.start)}
    return of_age.pop() if len(of_age) == 1 else None


def may_be_aged(text: str, person: Entity, word: str) -> bool:
    """Whether nothing tells another age of a person than that by which a noun calls somebody."""
    years = _years(word)
    told = _told(text, person, len(text)) if years else set()
    return not told or years in told


def unaged(words: list[str]) -> list[str]:
    """The words of a description without the age that it ends with: "la navigatrice | de 31 ans"."""
    number = next((at for at, word in enumerate(words) if word.isdigit()), 0)
    return words[: number - 1] if number > 1 else words


def _years(word: str) -> int:
    digits = "".join(filter(str.isdigit, word))
    return int(digits) if digits else 0


def _told(text: str, person: Entity, end: int) -> set[int]:
    """The ages that stand beside a person's name before a place."""
    if person.kind is not Kind.PERSON:
        return set()
    found = [_BEHIND.match(text, mention.end) for mention in person.mentions if mention.start < end]
    found += [
        _BEFORE.search(text[max(0, mention.start - _REACH) : mention.start])
        for mention in person.mentions
        if mention.start < end
    ]
    return {int(one.group(1)) for one in found if one is not None and int(one.group(1)) >= _LEAST}
