"""What words beside a number or a day say of it: percent, that it is rounded or a bound, by what it is multiplied."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from bot.domain.claims.comparing.lengths.lengths import Lengths
from bot.domain.claims.comparing.tokens import Token, Trait
from bot.domain.claims.comparing.wording import (
    ALMOST,
    BEFORE,
    CEILING,
    COND,
    FLOOR,
    FORMER,
    LESS,
    MAGNITUDE,
    MORE,
    PART,
    THAN,
    Wording,
    plain_word,
)

_NEARBY = 3
_LIMITED = 4
_PERCENT = 2
_TIMES = range(2, 10)  # "Two thirds", "three quarters".
_TENS, _ONES, _HUNDREDS = range(20, 100, 10), range(1, 10), range(100, 1000, 100)
_TEN, _THOUSAND = 10, 1000
_YEARS = frozenset(range(1500, 2200))
_NO_KEYS: frozenset[str] = frozenset()
_DIGIT = re.compile(r"\d").search


class Numerals:
    """One language's. `of_words` are its prepositions of possession, which stand behind a comparison as "than" does."""

    def __init__(self, words: Wording, of_words: frozenset[str], months: frozenset[str]) -> None:
        self._words = words
        self._of_words = of_words
        self._months = months
        self._fraction_heads = frozenset(key.partition("-")[0] for key in words.fractions if "-" in key)
        self._ones = words.articles | words.indefinite
        self._plain_of = frozenset(map(plain_word, of_words))
        self._joints = words.summing | words.adding | self._plain_of
        # "Сорок одна": nothing joins tens and ones, and a word for one is elsewhere no more than an article.
        self._bare_ones = words.articles if words.free_order else frozenset[str]()
        self._joining = self._joints | self._bare_ones
        self._lengths = Lengths(words, of_words, self._bound)
        self._often = words.occasions | words.repeated.keys()
        self._limiting = frozenset(word for word, signs in words.signs.items() if signs & {FLOOR, CEILING})

    def traits(self, small: str, bare: str, *, counts: bool, dated: bool) -> int:
        """Which of `Trait` a word may have for `mark`, as it is folded and plain."""
        return (
            (Trait.COUNTS if counts else 0)
            | (Trait.DATES if dated else 0)
            | (Trait.MULTIPLIES if bare in self._words.magnitudes else 0)
            | (Trait.JOINS if bare in self._joining else 0)
            | (Trait.DIVIDES if bare in self._words.fractions or bare in self._fraction_heads else 0)
            | (Trait.LIMITS if small in self._limiting else 0)
            | (Trait.LASTS if small in self._lengths.ends else 0)
            | (Trait.REPEATS if small in self._often else 0)
        )

    def mark(self, tokens: Sequence[Token], traits: int) -> None:
        """Give the numbers and days of a sentence their values, shares and bounds; `traits` are those of its words."""
        numbers = traits & (Trait.COUNTS | Trait.MULTIPLIES)
        if numbers:
            counted = len([token for token in tokens if token.value is not None])
            if counted > 1 or traits & Trait.MULTIPLIES or (counted and traits & Trait.JOINS):
                self._join(tokens)
        if numbers or traits & Trait.DATES:
            self._nearby(tokens)
        if numbers or traits & Trait.DIVIDES:
            self._shares(tokens)
        if traits & Trait.LASTS:
            self._lengths.mark(tokens)
        if traits & Trait.LIMITS:
            self._limits(tokens)
        if traits & Trait.REPEATS:
            self._times(tokens)

    def _score(self, tokens: Sequence[Token]) -> None:
        """Take a last word for one, behind a number and a preposition, for a number: "by seven votes to one"."""
        near = tokens[-_LIMITED - 1 : -2]
        if tokens[-2].folded in self._words.ties and [1 for one in near if one.value is not None]:
            tokens[-1].value, tokens[-1].content, tokens[-1].keys = 1.0, True, frozenset({"=1"})

    def _times(self, tokens: Sequence[Token]) -> None:
        """Let words for how often match by the number: "twice", "on two occasions"; not "twice as many"."""
        for at, token in enumerate(tokens):
            if token.folded not in self._often or self._compares(tokens[at + 1 : at + 2]):
                continue
            times, number = self._words.repeated.get(token.folded), tokens[at - 1] if at else token
            if times is None and number.value is not None and number.clause == token.clause:
                times, token.content = number.value, False
                number.keys |= {f"~{times:g}x"}
            elif times is not None:
                token.keys |= {f"~{times:g}x"}

    def _compares(self, behind: Sequence[Token]) -> bool:
        """Whether what stands behind a multiple is compared by it: "as many", "more", "plus cher"."""
        return any(token.signs & {MORE, LESS, THAN} or token.folded in self._words.equalling for token in behind)

    def _limits(self, tokens: Sequence[Token]) -> None:
        """Take what stands before no number for no bound: "under a permit", "the bridge over the Tarn cost 20"."""
        for at, token in enumerate(tokens):
            if token.signs and token.signs & {FLOOR, CEILING} & self._words.signs.get(token.folded, frozenset()):
                named = (one.content and one.text[0].isupper() for one in tokens[at + 1 : at + 1 + _LIMITED])
                near = tokens[at + 1 : at + 1 + next((far for far, one in enumerate(named) if one), _LIMITED)]
                if all(other.value is None and other.share is None for other in near):
                    token.signs = token.signs - {FLOOR, CEILING}

    def _join(self, tokens: Sequence[Token]) -> None:
        """Make one number of the words of each: "1.5 million", "treinta y cinco mil", "două sute de mii"."""
        magnitudes, behind = self._words.magnitudes, 0
        for at in [at for at, one in enumerate(tokens) if one.value is not None or one.plain in magnitudes]:
            token = tokens[at]
            if at < behind:
                continue
            if token.value is None and at:
                times, article = magnitudes[token.plain], tokens[at - 1]
                if article.value is None and article.folded in self._ones and token.clause == article.clause:
                    token.value, token.keys = times, frozenset({f"={times:g}"})  # "A million".
            if token.value is not None:
                behind = self._join_at(tokens, at)

    def _join_at(self, tokens: Sequence[Token], at: int) -> int:
        """Make one number of the words that begin at a place; tells where the words behind it are."""
        first, place = tokens[at], at + 1
        sum_ = _Sum(first.value or 0, written=not _DIGIT(first.text))
        while place < len(tokens) and tokens[place].clause == first.clause:
            behind = place + 1 if self._is_joint(tokens, place) else place
            joint, token = tokens[place].plain if behind > place else "", tokens[behind]
            times = self._words.magnitudes.get(token.plain)
            if times is not None:
                if not self._multiply(sum_, times, joint):
                    break
                _empty(token)
            else:
                if not self._may_follow(tokens, place, behind) or not self._add(sum_, token, joint):
                    break
                _empty(token)
                token.keys = frozenset()
            place = behind + 1
        if place > at + 1:
            first.value, first.keys = sum_.value, frozenset({f"={sum_.value:g}"})
        return place

    def _is_joint(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word may join two of a number's, by itself and by what stands behind it."""
        if tokens[at].plain not in self._joints or at + 1 == len(tokens):
            return False
        return tokens[at + 1].clause == tokens[at].clause

    def _multiply(self, sum_: "_Sum", times: float, joint: str) -> bool:
        """Multiply what stands before a magnitude, "of" between them or nothing; whether it may stand there."""
        if joint and (joint not in self._plain_of or sum_.value < _TEN):
            return False  # "Douăzeci de mii": "of" ties what is multiplied to ten and more.
        return sum_.multiply(times)

    def _may_follow(self, tokens: Sequence[Token], place: int, at: int) -> bool:
        """Whether a word is right behind a number's, or behind a joint at `place`, and counts no hundreds of its own.

        "One hundred and two hundred" are two numbers.
        """
        if at > place:
            times = self._words.magnitudes.get(tokens[at + 1].plain) if at + 1 < len(tokens) else None
            return times is None or times >= _THOUSAND
        before = tokens[place - 1]
        return tokens[place].start == before.start + len(before.text) + 1

    def _add(self, sum_: "_Sum", token: Token, joint: str) -> bool:
        """Add what may stand behind a number's words, a joint between them or none; whether it may."""
        if joint and joint not in (self._words.summing if sum_.ends_in_tens else self._words.adding):
            return False
        one = bool(self._bare_ones) and sum_.ends_in_tens and token.folded in self._bare_ones
        value = self._words.numbers.get(token.plain) if joint or one else token.value
        return value is not None and not _DIGIT(token.text) and sum_.add(value)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _nearby(self, tokens: Sequence[Token]) -> None:
        """Tell what words beside a number or a day say of it: percent, that it is rounded, that it ends a time."""
        if tokens[-1].folded in self._words.articles:
            self._score(tokens)
        for at in [at for at, token in enumerate(tokens) if token.value is not None or token.dated]:
            token = tokens[at]
            if token.dated and token.folded in self._words.special["written_small"] and token.text[0].islower():
                token.dated = False  # "The march": March has a capital.
            if token.folded in self._words.undated:
                self._undate(token, tokens[max(0, at - 1) : at], tokens[at + 1 : at + 2])
            near = tokens[max(0, at - _NEARBY) : at]
            if token.dated and at and token.text[0].isupper():
                token.content, token.signs = True, frozenset()  # "May" is a month, "may" is not.
            if token.value is not None:
                behind = tokens[at + 1 : at + 1 + _PERCENT]
                token.after = behind[0].folded if behind and behind[0].before else ""
                self._measure(token, near, behind)
            self._tie(token, near)

    def _tie(self, token: Token, near: Sequence[Token]) -> None:
        """Let words before a time say no more than till when, or that it is long ago."""
        if near and (token.dated or token.value in _YEARS or token.after in self._lengths.ends):
            self._stress(near[-2:])
        for other in near:
            if other.folded in self._words.till:
                other.signs -= {COND, BEFORE}

    def _stress(self, near: Sequence[Token]) -> None:
        """Let a word for "former" only stress the time that stands behind it: "già nel 2021", "già due anni fa"."""
        if FORMER in near[-1].signs or near[-1].folded in self._words.ties:
            for other in near:
                if FORMER in other.signs:
                    other.signs -= {FORMER}

    def _undate(self, token: Token, before: Sequence[Token], behind: Sequence[Token]) -> None:
        """Take a word for no date that is one only behind a number or a preposition, or a day behind neither.

        "Mai mult" is "more", "5 mai" and "în mai" are May; "șase luni" are six months, "luni" is Monday.
        """
        counted = any(other.value is not None or PART in other.signs for other in before)
        month = token.folded in self._months
        tied = any(other.folded in self._words.ties for other in before)
        token.dated = counted or tied if month else not counted
        if month and (counted or "-" not in token.stem):  # "Mai ieftin" is a phrase that says something.
            alone = not any(one.content and one.value is None and one.clause == token.clause for one in behind)
            token.content = counted or (token.dated and (alone or token.content))  # "În mai se deschide."

    def _measure(self, number: Token, near: Sequence[Token], behind: Sequence[Token]) -> None:
        """Tell of a number whether it is a percentage, and whether it is rounded."""
        said = self._percent(behind)
        if said:
            number.keys = frozenset({f"%{number.value:g}"})
            for other in said:
                other.content, other.value, other.keys = False, None, _NO_KEYS  # "Cento" is a hundred besides.
        number.rounded = self._is_rounded(near)
        if near and near[-1].folded in self._words.about:
            near[-1].signs -= {PART}  # "Some 2,300" is about as many, not a part of them.

    def _percent(self, behind: Sequence[Token]) -> Sequence[Token]:
        """The words behind a number that make it a percentage: "percent", "per cento"; empty where none do."""
        if not behind or behind[0].folded in self._words.percent:
            return behind[:1]
        phrase = "-".join([token.folded for token in behind])
        return behind if phrase in self._words.percent and behind[0].clause == behind[-1].clause else ()

    def _is_rounded(self, near: Sequence[Token]) -> bool:
        """Whether a word says that a number is rounded; right before it that says no more: "près de 2 000"."""
        said = [at for at, other in enumerate(near) if other.folded in self._words.about]
        if said and not any(other.content for other in near[said[-1] + 1 :]):
            near[said[-1]].content = False
        return bool(said)

    def _shares(self, tokens: Sequence[Token]) -> None:
        """Give percentages and fractions their shares, and what is said to be more or less its bound."""
        fractions, heads, last = self._words.fractions, self._fraction_heads, len(tokens) - 1
        for at in [
            at
            for at, one in enumerate(tokens)
            if one.value is not None or one.plain in fractions or (one.plain in heads and at < last)
        ]:
            token, near = tokens[at], tokens[max(0, at - _NEARBY) : at]
            fraction = self._fraction(tokens, at)
            if fraction is not None:
                self._divide(token, fraction, near)
            elif "%" in "".join(token.keys):
                token.share = token.value
                self._share_before(tokens[max(0, at - _LIMITED) : at])
            token.bound = self._bound(near)
            if token.bound and token.value not in _YEARS:
                for other in near:
                    other.content = other.content and not other.signs & {MORE, LESS}  # "Fewer than half" of 40 %.

    def _fraction(self, tokens: Sequence[Token], at: int) -> float | None:
        """The share that a word tells by itself, or with the one behind it, which then says no more: "cuarta parte"."""
        behind = tokens[at + 1] if tokens[at].plain in self._fraction_heads and at + 1 < len(tokens) else None
        found = None if behind is None else self._words.fractions.get(f"{tokens[at].plain}-{behind.plain}")
        if behind is not None and found is not None:
            behind.content, tokens[at].value = False, None
            tokens[at].keys = frozenset({f"%{found:g}"})
        return self._words.fractions.get(tokens[at].plain) if found is None else found

    def _share_before(self, near: Sequence[Token]) -> None:
        """Give a number the percent of the one behind it: "from 40 to 70 percent", "70 instead of 40 %"."""
        other = next((one for one in reversed(near) if one.content), None)
        if other is None or other.value is None or other.dated or other.value in _YEARS or other.share is not None:
            return
        if other is not near[-1] and other.clause == near[-1].clause:
            other.share, other.keys = other.value, frozenset({f"%{other.value:g}"})

    def _divide(self, token: Token, fraction: float, near: Sequence[Token]) -> None:
        """Give a fraction its share, times the number right before it."""
        token.rounded = self._is_rounded(near)
        times = near[-1] if near and near[-1].value in _TIMES else None
        if times is None or times.folded in self._words.articles:
            token.share = fraction
            return
        token.share = fraction * (times.value or 1)
        token.keys, times.content = frozenset({f"%{token.share:g}"}), False

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _bound(self, near: Sequence[Token]) -> str:
        """Whether words before a number say that it is more, less or nearly so: "more than", "plus de", "almost"."""
        if not [1 for token in near if token.signs]:
            return ""
        for token, following in zip_longest(near, near[1:]):
            ties = following is not None and (THAN in following.signs or following.folded in self._of_words)
            behind = ties or (following is None and self._words.free_order)  # "Менше половини".
            if FLOOR in token.signs or (MORE in token.signs and behind):
                return FLOOR
            if CEILING in token.signs or (LESS in token.signs and behind):
                return CEILING
        return ALMOST if [1 for token in near if ALMOST in token.signs] else ""


def _empty(token: Token) -> None:
    """Take the value of a word that belongs to the number before it."""
    token.content, token.value = False, None
    token.signs = token.signs | {MAGNITUDE}


class _Sum:
    """A number that is read word by word: whole groups (thousands and more), and the one that is being read."""

    def __init__(self, value: float, *, written: bool) -> None:
        self._whole, self._open = (value, 0.0) if written and value >= _THOUSAND else (0.0, value)
        self._unit = value if self._whole else 0.0
        self._written = written

    @property
    def value(self) -> float:
        """What the words read so far come to."""
        return self._whole + self._open

    @property
    def ends_in_tens(self) -> bool:
        """Whether the last word was one of tens, which only ones may stand behind."""
        return self._open % min(_HUNDREDS) in _TENS

    def multiply(self, times: float) -> bool:
        """Multiply what stands before a magnitude; whether it may stand there."""
        if times < _THOUSAND:
            self._open *= times
            return bool(self._open)
        if not self._open and times <= self._unit:
            return False
        if times > self._unit:  # "Dos mil millones": all that stands before is multiplied.
            self._whole, self._open = (self._whole + self._open) * times, 0.0
        else:
            self._whole, self._open = self._whole + self._open * times, 0.0
        self._unit = times
        return True

    def add(self, value: float) -> bool:
        """Add a lesser number behind tens, hundreds or more, all of them in words; whether it may stand there."""
        rest = self._open % min(_HUNDREDS)
        if value == min(_HUNDREDS) and 1 < self._open <= max(_ONES):
            return self.multiply(value)  # "Deux cent".
        if rest:
            fits = rest in _TENS and value in _ONES
        elif self._open:
            fits = self._open in _HUNDREDS and value < min(_HUNDREDS)
        else:
            fits = bool(self._whole) and value < min(self._unit, _THOUSAND)
        if not fits or not self._written:
            return False
        self._open += value
        return True
