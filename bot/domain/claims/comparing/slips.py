"""Finds the quotation that somebody meant who wrote it down with a slip: a letter, a word.

What is found is a place in the article, and only the article's characters are ever shown; the slip never is.
"""

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from bot.domain.claims.comparing.wording import plain_word
from config import limits

_WORD = re.compile(r"\w+(?:['’]\w+)*")


class Aligner:
    """The words of an article's quotations, looked up by what they share. Built and asked in linear time.

    Args:
        text: the article's.
        spans: offsets of what stands between its quotation marks, in order.
    """

    def __init__(self, text: str, spans: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self._spans = spans
        self._left = limits.ALIGNED_QUOTES
        self._with: dict[str, list[int]] = {}
        for number, (start, end) in enumerate(spans):
            for stem in {word[: limits.SUPPORT_STEM] for word, _, _ in self._words(start, end)}:
                holders = self._with.setdefault(stem, [])
                if len(holders) < limits.ALIGNED_HOLDERS:
                    holders.append(number)

    def find(self, said: str) -> tuple[int, int] | None:
        """Where the quotation stands that `said` is nearly the same as, None when there is none or it is too short.

        Comparing is costly, so after some quotes the answer is None.
        """
        words = [plain_word(match.group()) for match in _WORD.finditer(said[: limits.ALIGNED_CHARACTERS + 1])]
        if len(words) < limits.ALIGNED_FEWEST_WORDS or len(said) > limits.ALIGNED_CHARACTERS:
            return None
        self._left -= 1
        if self._left < 0:
            return None
        shared = Counter(number for word in words for number in self._with.get(word[: limits.SUPPORT_STEM], ()))
        places = (self._align(words, number) for number, _ in shared.most_common(limits.ALIGNED_SPANS))
        return max((place for place in places if place is not None), default=(0.0, None))[1]

    def _align(self, words: list[str], number: int) -> tuple[float, tuple[int, int]] | None:
        """How alike the best part of a span is, and where it stands; None when it is not alike."""
        start, end = self._spans[number]
        theirs = self._words(start, min(end, start + limits.ALIGNED_CHARACTERS))
        matcher = SequenceMatcher(None, words, [word for word, _, _ in theirs])
        blocks = [block for block in matcher.get_matching_blocks() if block.size]
        if not blocks:
            return None
        first = max(0, blocks[0].b - blocks[0].a)
        last = min(len(theirs), blocks[-1].b + len(words) - blocks[-1].a)
        part = theirs[first:last]
        alike = SequenceMatcher(None, " ".join(words), " ".join(word for word, _, _ in part), autojunk=False).ratio()
        return (alike, (part[0][1], part[-1][2])) if alike >= limits.ALIGNED_SHARE else None

    def _words(self, start: int, end: int) -> list[tuple[str, int, int]]:
        return [
            (plain_word(match.group()), match.start(), match.end()) for match in _WORD.finditer(self._text, start, end)
        ]
