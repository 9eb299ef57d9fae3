"""Which of many pieces of words a text holds, found without a search of the whole text for each of them."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import filterfalse, groupby

_KEPT = 16_384  # Words that are remembered with the pieces in them: most of an article's are not new.

# By their length, the longest first, each piece with its UTF-8.
_Grouped = Sequence[tuple[int, Sequence[tuple[str, bytes]]]]


@dataclass(frozen=True, slots=True)
class Pieces:
    """Pieces of words that texts are asked for, those in ASCII apart: no other letters stand in a word in ASCII.

    Python finds bytes in bytes several times faster than text in a text with a single typographic mark in it. Words are
    remembered, those in which none of the pieces stands apart from the few others.
    """

    plain: _Grouped
    others: _Grouped
    _without: set[str] = field(default_factory=set, compare=False, repr=False)
    _holding: dict[str, list[str]] = field(default_factory=dict, compare=False, repr=False)

    def within(self, words: AbstractSet[str]) -> list[str]:
        """Those that stand in any of these words. A word is looked at only for what is no longer than it is."""
        found: set[str] = set()
        new: list[str] = []
        for word in words - self._without:
            held = self._holding.get(word)
            if held is None:
                new.append(word)
            else:
                found.update(held)
        return sorted(found.union(self._learnt(new)) if new else found)

    def _learnt(self, words: Sequence[str]) -> list[str]:
        """The pieces that stand in any of these new words, which are remembered."""
        others = list(filterfalse(str.isascii, words))
        plain = list(filter(str.isascii, words))
        plain += [word for word in others if word.encode("ascii", "ignore")]
        found = _found(self.plain, plain) + _found(self.others, others)
        if len(self._without) + len(self._holding) > _KEPT:
            self._without.clear()
            self._holding.clear()
        for word in words:
            held = list(filter(word.__contains__, found))
            if held:
                self._holding[word] = held
            else:
                self._without.add(word)
        return found


def _found(pieces_by_length: _Grouped, words: list[str]) -> list[str]:
    """The pieces that stand in any of these words."""
    if not words:
        return []
    words.sort(key=len)
    lengths = list(map(len, words))
    found: list[str] = []
    joined, past = b"", len(words)
    for length, listed in pieces_by_length:
        start = bisect_left(lengths, length, hi=past)
        if start < past:
            joined = b"\n".join((joined, "\n".join(words[start:past]).encode(errors="surrogatepass")))
            past = start
        if joined:
            found += [piece for piece, spelt in listed if spelt in joined]
    return found


def pieces(listed: Iterable[str]) -> Pieces:
    """These pieces, none of which has a line break in it."""
    ordered = sorted(set(listed), key=len, reverse=True)
    return Pieces(_grouped(filter(str.isascii, ordered)), _grouped(filterfalse(str.isascii, ordered)))


def _grouped(ordered: Iterable[str]) -> _Grouped:
    return [(length, [(piece, piece.encode()) for piece in group]) for length, group in groupby(ordered, key=len)]
