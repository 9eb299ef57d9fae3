"""Who is called by what they were not called before: "Yannick Sorel confessed. This former bank clerk signed them"."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Protocol

from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import Wording

# How many sentences back somebody is told of, the words behind a noun in which an age stands, and before it in which
# what points back does.
_BACK, _AGE, _AHEAD = 3, 6, 4
_YOUNGEST, _OLDEST = 16, 99
# An age right behind a name.
_AGED = re.compile(r",? \(?(?:\w{2,4} )?(\d{2})(?!\d)")
_LETTERS = 14


class People(Protocol):
    """An article's cast as far as it is asked for here."""

    genders: list[str]
    people: list[bool]
    named: int
    words_for: dict[int, dict[int, int]]
    words: Wording

    def told_of(self, told: Told) -> Iterable[int]:
        """Whom and what a sentence tells of."""

    def asides(self, told: Told) -> list[int]:
        """Whom a sentence tells of only beside what it says."""

    def behind_name(self, number: int, letters: int) -> str:
        """What stands right behind the first mention of somebody."""


# Complexity: each question is a cheap way out before the next.
def called_again(cast: People, before: Sequence[Told], told: Told, at: int, gender: str) -> int | None:
    """The one with a name whom a noun for somebody means that nobody was called by before; None where it is not sure.

    They are the only one of the noun's gender in the nearest sentence that tells of any; where it has no gender the
    only one of the article so far.
    """
    if not before or not points_back(cast.words, told.tokens, at):
        return None
    age = _age(cast.words, told.tokens, at)
    gender = _told_by(cast.words, _pointing(cast.words, told.tokens, at)) or gender
    fits = {"", gender}
    own = [number for token in told.tokens[:at] for number in token.entities if cast.people[number]]
    if any(not gender or cast.genders[number] in fits for number in own):
        return None
    if not gender:
        everybody = {number for other in before for number in _people(cast, other)}
        return _only(cast, [*everybody], age) if everybody.issubset(_people(cast, before[-1])) else None
    for other in before[: -_BACK - 1 : -1]:
        fitting = [number for number in _people(cast, other) if cast.genders[number] in fits]
        if fitting:
            return _only(cast, fitting, age)
    return None


def points_back(words: Wording, tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun for somebody stands behind a demonstrative: "the victim, 34," may be anybody."""
    return bool(_pointing(words, tokens, at))


def _people(cast: People, told: Told) -> dict[int, None]:
    known = cast.told_of(told) if told.number in cast.words_for else told.named
    told_of = (*known, *cast.asides(told))
    return dict.fromkeys(number for number in told_of if cast.people[number])


def _only(cast: People, people: Sequence[int], age: float | None) -> int | None:
    """The only one of some people, where they have a name and no other age stands beside that."""
    if len(people) != 1 or people[0] >= cast.named:
        return None
    told = _AGED.match(cast.behind_name(people[0], _LETTERS))
    return None if told and age and float(told.group(1)) != age else people[0]


def _pointing(words: Wording, tokens: Sequence[Token], at: int) -> str:
    """The demonstrative before a noun, with no other thing between them; "" for none."""
    for place in range(at - 1, max(-1, at - 1 - _AHEAD), -1):
        token = tokens[place]
        if token.clause != tokens[at].clause or token.folded in words.ties or token.entities:
            return ""
        if token.folded in words.special["this_man"] or token.folded in words.special["this_woman"]:
            return token.folded
    return ""


def _told_by(words: Wording, word: str) -> str:
    """The gender that a demonstrative tells, "" where it stands before nouns of either."""
    man, woman = word in words.special["this_man"], word in words.special["this_woman"]
    return "" if man == woman else "m" if man else "f"


def _age(words: Wording, tokens: Sequence[Token], at: int) -> float | None:
    """The age that stands behind a noun: in commas, or with a word for years."""
    behind = tokens[at + 1 : at + 1 + _AGE]
    for number, next_one in pairwise([*behind, None]):
        if number is None or number.value is None or not _YOUNGEST <= number.value <= _OLDEST:
            continue
        alone = not number.before and (next_one is None or next_one.clause != number.clause)
        years = next_one is not None and next_one.folded in words.special["years"]
        return number.value if alone or years else None
    return None
