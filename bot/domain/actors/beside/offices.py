"""Whether an office says more of somebody than what stands behind the name: "sindaco", not "campanaro per passione"."""

import re
from collections.abc import Sequence
from itertools import takewhile

from bot.domain.language.languages import Language


def outranks(bare: str, told: str, language: Language) -> bool:
    """Whether the first of two roles is an office of one word, and the other tells of none."""
    offices = language.offices - language.relations
    said = takewhile(lambda word: word not in language.of_words, told.lower().split(" "))
    return bare.lower() in offices and offices.isdisjoint(said)


def past_complement(text: str, noun: tuple[int, int], language: Language, *, apposed: bool) -> int:
    """Past a noun before a comma that tells whose another is ("la madre del | pescador, Ana Ruiz"), else its start."""
    start, end = noun
    before = _GAP.split(text[max(0, start - _LED) : start].lower())[:-1]
    if not (apposed and language.postposed and before):
        return start
    articled = before[-1] in language.definite and before[-2:-1] != [] and before[-2] in language.of_words
    return end if articled or before[-1] in language.of_words else start


_GAP = re.compile("[ '’]")
_LED = 12  # Characters of "de la" and the word before.


def role_among(words: Sequence[str], language: Language) -> int:
    """The place of the first role among words, the last of two that are one: "the head | teacher"; -1 for none."""
    at = next((at for at, word in enumerate(words) if language.is_role(word)), -1)
    pair = 0 <= at < len(words) - 1 and language.is_role(words[at + 1])
    return at + 1 if pair and not language.postposed else at
