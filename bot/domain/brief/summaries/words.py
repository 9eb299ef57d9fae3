"""The words of a sentence for its summary: in lower case, the stems of those that carry content, phrases of them."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from bot.domain.language.languages import Language

WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2,}")
_SHORT_WORD, _OPENER_WORDS = 3, 4
_STEM = 7  # Letters of a word that count: what follows is mostly inflection.
_LISTS = 64

Phrases = frozenset[tuple[str, ...]]


def lowers_of(text: str) -> list[str]:
    """The words of a text in lower case, those that its words give one by one."""
    lower = text.lower()
    same = len(lower) == len(text)  # "İ" has two characters in lower case, of which one is no letter.
    return WORD.findall(lower) if same else [word.lower() for word in WORD.findall(text)]


def content_of(text: str, lowers: Iterable[str], language: Language) -> frozenset[str]:
    """The stems of the words that carry content; pairs of characters where words are not parted."""
    if not language.spaced:
        return frozenset([run[at : at + 2] for run in _UNSPACED.findall(text) for at in range(len(run) - 1)])
    return frozenset(
        [
            (word.removesuffix("'s").removesuffix("’s") if word[-1] == "s" else word)[:_STEM]
            for word in frozenset(lowers) - language.stop_words
            if len(word) >= _SHORT_WORD or word.isdigit()
        ]
    )


def opens_with(lowers: Sequence[str], phrases: Phrases) -> bool:
    """Whether a sentence begins with one of these phrases."""
    begins = not _first_words(phrases).isdisjoint(lowers[:1])
    return begins and any(tuple(lowers[:count]) in phrases for count in range(1, _OPENER_WORDS + 1))


def has_phrase(lowers: Sequence[str], phrases: Phrases) -> bool:
    """Whether one of these words, or of these pairs of words, stands in a sentence."""
    if _first_words(phrases).isdisjoint(lowers):
        return False
    return not (phrases.isdisjoint(zip(lowers)) and phrases.isdisjoint(pairwise(lowers)))


@lru_cache(maxsize=_LISTS)
def _first_words(phrases: Phrases) -> frozenset[str]:
    return frozenset(phrase[0] for phrase in phrases)
