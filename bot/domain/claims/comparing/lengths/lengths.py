"""Lengths of time by what they come to: "a fortnight" is two weeks, "an hour and a half" 90 minutes, "a day" 24 hours.

A half and a lesser length that are joined to a number of hours or years are a part of it: who asked for two years and
six months has not asked for two years. A word for several without a number tells no length: "for hours", "for years".
"""

from collections.abc import Callable, Sequence

from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import CEILING, FLOOR, MAGNITUDE, Wording

# How many words the longest phrase for a length has, and how many one that joins a half to it: "and a half".
_PHRASE, _HALF_WORDS = 4, (2, 3)
_NEARBY = 3
# A day in minutes, and half of a length.
_DAY, _HALF = 1440.0, 0.5
_NO_KEYS: frozenset[str] = frozenset()


class Lengths:
    """One language's. `bound` tells whether words before a number say that it is more or less."""

    def __init__(self, words: Wording, of_words: frozenset[str], bound: Callable[[Sequence[Token]], str]) -> None:
        self._words = words
        self._of_words = of_words
        self._bound = bound
        self._ones = words.articles | words.indefinite
        self._lone, self._halves = words.special["lone_lengths"], words.special["and_half"]
        self._joins = words.special["length_joins"]
        parts = [phrase.split("-") for phrase in self._halves]
        self._half_ends = {"-".join(words[at:]) for words in parts for at in range(1, len(words))}
        #: The last words of the language's phrases for lengths.
        self.ends = frozenset(phrase.rpartition("-")[2] for phrase in words.durations) | words.durations.keys()

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def mark(self, tokens: Sequence[Token]) -> None:
        """Let lengths of time be matched by what they come to, in any unit: "a fortnight", "two weeks", "14 days"."""
        done = -1
        for at in [at for at, token in enumerate(tokens) if token.folded in self.ends]:
            token, (said, first) = tokens[at], self._length(tokens, at) if at > done else ("", at)
            if not said or token.value is not None:
                continue
            half, phrase = self._half_before(tokens, first), first
            first -= first > 1 and tokens[first - 1].folded in self._of_words  # "30 de minute".
            before = tokens[first - 1 - half : first - half] if first > half else ()
            counted = bool(before) and before[0].clause == token.clause and before[0].value is not None
            number = before[0] if counted else None
            more, done = (_HALF, at) if half and counted else self._more_behind(tokens, at, said)
            if more and token.stem in token.keys:  # A phrase may say as much: "un mois et demi", "six semaines".
                self._add(tokens, (first - 1 - half if counted else first - 1, at), said, more)
                for one in (*tokens[first - half : first], *tokens[at + 1 : done + 1]):
                    _silence(one)
            elif counted:
                _measure(said, (number.value or 1) if number is not None else 1, number, tokens[first : at + 1])
            elif not any(one.share is not None for one in before) and self._is_one(tokens, phrase, at):
                self._tell_one(tokens, phrase, at, said)

    def _length(self, tokens: Sequence[Token], at: int) -> tuple[str, int]:
        """The length of time that a word ends a phrase for, with where that begins; "" for any other word."""
        for words in range(min(_PHRASE, at + 1), 0, -1):
            phrase = tokens[at + 1 - words : at + 1]
            said = self._words.durations.get("-".join([token.folded for token in phrase]))
            if said and phrase[0].clause == phrase[-1].clause:
                return said, at + 1 - words
        return "", at

    def _half_before(self, tokens: Sequence[Token], first: int) -> int:
        """How many words right before a length add a half to the number before them: "two and a half years"."""
        return next((size for size in _HALF_WORDS if self._joins_half(tokens[max(0, first - size) : first], size)), 0)

    def _joins_half(self, said: Sequence[Token], size: int) -> bool:
        if len(said) < size or said[-1].folded not in self._half_ends:
            return False
        return "-".join([token.folded for token in said]) in self._halves

    def _more_behind(self, tokens: Sequence[Token], at: int, said: str) -> tuple[float, int]:
        """What words behind a length add to it, as a share of its unit, and where they end; nothing where none do."""
        for size in _HALF_WORDS:
            if self._joins_half(tokens[at + 1 : at + 1 + size], size):
                return _HALF, at + size
        joined = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].folded in self._joins)
        number = tokens[joined] if joined < len(tokens) else None
        if number is None or number.value is None or number.clause != tokens[at].clause:
            return 0.0, at
        for end in range(joined + 1, min(joined + 1 + _PHRASE, len(tokens))):
            lesser, first = self._length(tokens, end)
            tied = first - (tokens[first - 1].folded in self._of_words)
            if lesser and tied == joined + 1 and minutes(lesser)[1] == minutes(said)[1]:
                share = minutes(lesser)[0] / minutes(said)[0]
                return (number.value * share, end) if share < 1 else (0.0, at)
        return 0.0, at

    def _add(self, tokens: Sequence[Token], between: tuple[int, int], said: str, more: float) -> None:
        """Add to the number of a length, or to its article, what is joined to it."""
        first, at = between
        number, unit = tokens[max(0, first)], tokens[at]
        if number.value is not None:
            number.keys = frozenset([key for key in number.keys if key[-1] != "#"])
            _measure(said, number.value + more, number, [unit])
            number.value += more  # A headline may leave out the lesser length, so the key of the number is kept.
        elif number.folded in self._ones:
            _measure(said, 1 + more, number, [unit])
            number.value, number.content, number.after = 1 + more, True, unit.folded
            number.keys -= {number.stem, number.folded, number.plain}
            unit.keys -= {unit.stem}  # Who waited an hour and a half has not waited an hour.
        else:
            _measure(said, 1 + more, unit, [unit])
            return
        number.keys |= {f"={number.value:g}"}

    def _is_one(self, tokens: Sequence[Token], first: int, at: int) -> bool:
        """Whether a length without a number is told as one: "a day", "half an hour", not "for days"."""
        if first < at or tokens[at].folded in self._lone:
            return True
        return not self._words.free_order and first > 0 and tokens[first - 1].folded in self._ones

    def _tell_one(self, tokens: Sequence[Token], first: int, at: int, said: str) -> None:
        """Let a length be matched by what it comes to; its article counts where it is told to be more or less."""
        counts = first == at > 0 and tokens[at - 1].folded in self._ones
        ahead = tokens[at - 1] if counts else tokens[at]
        tokens[at].content = tokens[at].content or counts  # "Ora" is "now" besides.
        behind = at - counts
        bound = self._bound(tokens[max(0, behind - _NEARBY) : behind]) if first == at else ""
        if bound in {FLOOR, CEILING}:
            ahead.bound = bound
            if counts:
                ahead.value, ahead.content, ahead.after, ahead.keys = 1.0, True, tokens[at].folded, frozenset({"=1"})
            _measure(said, 1, ahead if counts else None, [tokens[at]])
            return
        for part in tokens[first : at + 1]:
            if part.content or part is tokens[at]:
                _measure(said, 1, part, [part])


def _measure(said: str, times: float, number: Token | None, unit: Sequence[Token]) -> None:
    """Give the words of a length of time the key of what it comes to: the number one of its own."""
    size, kind = minutes(said)
    length = f"~{size * times:g}{kind}"
    for part in unit:
        if part.content or part is unit[-1]:
            part.keys |= {length}
    if number is not None:
        number.keys |= {f"{length}#"}


def minutes(said: str) -> tuple[float, str]:
    """How much a length is in minutes or months, as `durations` has it, and which of the two."""
    size, kind = float(said[:-1]), said[-1]
    return (size * _DAY, "n") if kind == "d" else (size, kind)


def _silence(token: Token) -> None:
    """Let a word that belongs to the number before it say nothing more."""
    token.content, token.value, token.share, token.keys = False, None, None, _NO_KEYS
    token.signs = frozenset({MAGNITUDE})
