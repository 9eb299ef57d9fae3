"""What words beside a number or a day say of it: percent, that it is rounded or a bound, by what it is multiplied."""

from collections.abc import Sequence
from itertools import pairwise, zip_longest
from operator import attrgetter

from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import BEFORE, CEILING, COND, FLOOR, LESS, MORE, PART, THAN, Wording

_NEARBY = 3
_LIMITED = 4
_PHRASE = 4
_TIMES = range(2, 10)  # "Two thirds", "three quarters".
_TENS, _ONES, _HUNDREDS = range(20, 100, 10), range(1, 10), range(100, 1000, 100)


_PLAIN = attrgetter("plain")


class Numerals:
    """One language's. `of_words` are its prepositions of possession, which stand behind a comparison as "than" does."""

    def __init__(self, words: Wording, of_words: frozenset[str], months: frozenset[str]) -> None:
        self._words = words
        self._of_words = of_words
        self._months = months
        self._lengths = frozenset(phrase.rpartition("-")[2] for phrase in words.durations)

    def mark(self, tokens: Sequence[Token]) -> None:
        """Give the numbers and days of a sentence their values, shares and bounds."""
        words = set(map(_PLAIN, tokens))
        counted = len([token for token in tokens if token.value is not None])
        counts = counted > 0
        if counted > 1:
            self._add(tokens)
        if counts and not self._words.summing.isdisjoint(words):
            self._sums(tokens)
        if not self._words.magnitudes.keys().isdisjoint(words):
            self._magnitudes(tokens)
            counts = True
        self._nearby(tokens)
        if counts or not self._words.fractions.keys().isdisjoint(words):
            self._shares(tokens)
        self._limits(tokens)
        if self._words.durations:
            self._durations(tokens)

    def _durations(self, tokens: Sequence[Token]) -> None:
        """Let lengths of time be matched by what they come to: "a fortnight", "two weeks", "14 days"."""
        for at, token in enumerate(tokens):
            said, first = self._duration(tokens, at) if token.folded in self._lengths else ("", at)
            if said and token.value is None:
                before = tokens[first - 1 : first]
                counted = bool(before) and before[0].clause == token.clause and before[0].value is not None
                if counted or not any(other.share is not None for other in before):
                    _measure_length(said, tokens[first - counted : at + 1])

    def _duration(self, tokens: Sequence[Token], at: int) -> tuple[str, int]:
        """The length of time that a word ends a phrase for, with where that begins; "" for any other word."""
        for words in range(min(_PHRASE, at + 1), 0, -1):
            phrase = tokens[at + 1 - words : at + 1]
            said = self._words.durations.get("-".join([token.folded for token in phrase]))
            if said and phrase[0].clause == phrase[-1].clause:
                return said, at + 1 - words
        return "", at

    def _limits(self, tokens: Sequence[Token]) -> None:
        """Take what stands before no number for no bound: "cleared over the crash", "under a permit"."""
        for at, token in enumerate(tokens):
            if token.signs and token.signs & {FLOOR, CEILING} & self._words.signs.get(token.folded, frozenset()):
                near = tokens[at + 1 : at + 1 + _LIMITED]
                if all(other.value is None and other.share is None for other in near):
                    token.signs = token.signs - {FLOOR, CEILING}

    @staticmethod
    def _add(tokens: Sequence[Token]) -> None:
        """Join tens and ones, or hundreds and less, written one behind the other: "тридцять два", "cent cinq"."""
        for first, other in pairwise(tokens):
            if first.value is None or other.value is None or first.clause != other.clause:
                continue
            written = not any(sign.isdigit() for sign in first.text + other.text)
            beside = other.start == first.start + len(first.text) + 1
            tens = first.value in _TENS and other.value in _ONES
            if written and beside and (tens or (first.value in _HUNDREDS and other.value < min(_HUNDREDS))):
                first.value += other.value
                first.keys = frozenset({f"={first.value:g}"})
                _empty(other)
                other.keys = frozenset()

    def _sums(self, tokens: Sequence[Token]) -> None:
        """Join tens and ones that are written as words of their own: "treinta y cinco"."""
        for tens, joint, ones in zip(tokens, tokens[1:], tokens[2:], strict=False):
            added = self._words.numbers.get(ones.plain, 0)
            if (
                tens.value is None
                or tens.value not in _TENS
                or added not in _ONES
                or joint.plain not in self._words.summing
            ):
                continue
            if tens.text.isalpha() and tens.clause == ones.clause:
                tens.value += added
                tens.keys = frozenset({f"={tens.value:g}"})
                _empty(ones)
                ones.keys = frozenset()

    def _magnitudes(self, tokens: Sequence[Token]) -> None:
        """Join a number and the word that multiplies it: "1.5 million"."""
        for at, token in enumerate(tokens[1:], 1):
            times = self._words.magnitudes.get(token.plain)
            before = tokens[at - 1]
            if times is None:
                continue
            if before.value is None and before.folded in self._words.articles and token.clause == before.clause:
                token.value, token.keys = times, frozenset({f"={times:g}"})  # "A million".
            elif before.value is not None:
                before.value *= times
                before.keys = frozenset({f"={before.value:g}"})
                _empty(token)

    def _nearby(self, tokens: Sequence[Token]) -> None:
        """Tell what words beside a number or a day say of it: percent, that it is rounded, that it ends a time."""
        for at, token in enumerate(tokens):
            if token.value is None and not token.dated:
                continue
            if token.folded in self._words.undated:
                self._undate(token, tokens[max(0, at - 1) : at])
            near = tokens[max(0, at - _NEARBY) : at]
            if token.dated and at and token.text[0].isupper():
                token.content, token.signs = True, frozenset()  # "May" is a month, "may" is not.
            if token.value is not None:
                token.after = next((other.folded for other in tokens[at + 1 : at + 2] if other.before), "")
                self._measure(token, near, tokens[at + 1 : at + 2])
            for other in near:
                if other.folded in self._words.till:
                    other.signs -= {COND, BEFORE}

    def _undate(self, token: Token, before: Sequence[Token]) -> None:
        """Take a word for no date that is one only behind a number or a preposition, or a day behind neither.

        "Mai mult" is "more", "5 mai" and "în mai" are May; "șase luni" are six months, "luni" is Monday.
        """
        counted = any(other.value is not None or PART in other.signs for other in before)
        month = token.folded in self._months
        tied = any(other.folded in self._words.ties for other in before)
        token.dated = counted or tied if month else not counted
        if month and not token.dated:
            token.content = False

    def _measure(self, number: Token, near: Sequence[Token], behind: Sequence[Token]) -> None:
        """Tell of a number whether it is a percentage, and whether it is rounded."""
        if behind and behind[0].folded in self._words.percent:
            number.keys, behind[0].content = frozenset({f"%{number.value:g}"}), False
        number.rounded = self._is_rounded(near)
        if near and near[-1].folded in self._words.about:
            near[-1].signs -= {PART}  # "Some 2,300" is about as many, not a part of them.

    def _is_rounded(self, near: Sequence[Token]) -> bool:
        return not self._words.about.isdisjoint([other.folded for other in near])

    def _shares(self, tokens: Sequence[Token]) -> None:
        """Give percentages and fractions their shares, and what is said to be more or less its bound."""
        for at, token in enumerate(tokens):
            fraction = self._words.fractions.get(token.plain)
            if fraction is None and token.value is None:
                continue
            near = tokens[max(0, at - _NEARBY) : at]
            if fraction is not None:
                self._divide(token, fraction, near)
            elif any(key.startswith("%") for key in token.keys):
                token.share = token.value
            token.bound = self._bound(near)

    def _divide(self, token: Token, fraction: float, near: Sequence[Token]) -> None:
        """Give a fraction its share, times the number right before it."""
        token.rounded = self._is_rounded(near)
        times = near[-1] if near and near[-1].value in _TIMES else None
        if times is None or times.folded in self._words.articles:
            token.share = fraction
            return
        token.share = fraction * (times.value or 1)
        token.keys, times.content = frozenset({f"%{token.share:g}"}), False

    def _bound(self, near: Sequence[Token]) -> str:
        """Whether words before a number say that it is more or less: "more than", "over", "plus de"."""
        for token, following in zip_longest(near, near[1:]):
            behind = following is not None and (THAN in following.signs or following.folded in self._of_words)
            if FLOOR in token.signs or (MORE in token.signs and behind):
                return FLOOR
            if CEILING in token.signs or (LESS in token.signs and behind):
                return CEILING
        return ""


def _measure_length(said: str, phrase: Sequence[Token]) -> None:
    """Give the words of a length of time the key of what it comes to: the number one of its own."""
    times = phrase[0].value or 1
    length = f"~{float(said[:-1]) * times:g}{said[-1]}"
    parts = [part for part in phrase if part.content or part.value is not None or part is phrase[-1]]
    alone = all(part.value is None for part in parts)
    for part in parts:
        number = alone or part.value is not None
        part.keys |= ({length} if alone or not number else set()) | ({f"{length}#"} if number else set())


def _empty(token: Token) -> None:
    """Take the value of a word that belongs to the number before it."""
    token.content, token.value = False, None
    token.signs = token.signs | {"magnitude"}
