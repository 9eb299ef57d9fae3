"""What the numbers of a sentence count, and whether two of them count the same."""

from collections.abc import Container, Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import islice

from bot.domain.claims.comparing.quantities import scaled
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.support import plain
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import CEILING, COND, FLOOR, GOVERNS, LESS, MORE, NOT
from bot.domain.claims.restating.amounts import Amounts
from bot.domain.claims.restating.measures.comparison import counts, is_ago
from bot.domain.claims.rules.grammar import SPEECH, is_time

# Minutes, days and months in minutes, by the letters that a language's `durations` end in.
_MINUTES = {"n": 1.0, "d": 1440.0, "m": 43800.0}
_COMPARING = {MORE, LESS, FLOOR, CEILING}
# Among how many words behind a verb stands the number that it tells.
_NUMBER_WORDS = 4
# How many letters a word has at least whose other forms have its stem.
_STEM_LETTERS = 5


class CountedThings:
    """One article's numbers of things."""

    def __init__(self, story: Story, amounts: Amounts) -> None:
        self._words = words = story.words
        self._single = words.special["single"]
        self._of_words, self._tying = story.of_words, story.of_words - words.fused
        self._small = story.leading | story.of_words
        self._capitals = story.reading.language.nouns_capitalised
        self._tallying = words.special["tallying"] - words.copulas - words.perfects
        known = self._tallying | words.special["populating"] | words.special["holding"] | amounts.scales.keys()
        known |= words.special["rising"] | words.special["falling"]
        known -= words.copulas | words.perfects  # One that says something stands for another: "were killed".
        self._known = known
        self._helping = words.copulas | words.perfects | words.special["tallying"]
        self._silent = self._small | words.compared | words.durations.keys()

    @cached_property
    def _stems(self) -> frozenset[str]:
        """The stems of verbs that tell only how many there are; few articles need them."""
        return frozenset([self._words.stem(plain(word)) for word in self._known if len(word) >= _STEM_LETTERS])

    @cached_property
    def _times(self) -> frozenset[str]:
        """The stems of words for lengths of time."""
        known = (*self._words.durations, *self._words.special["time_nouns"])
        return frozenset([self._words.stem(plain(word)) for word in known])

    def is_figure(self, told: Told, at: int) -> bool:
        """Whether a word is a number that may be compared: of no time ago; "an hour" is one too."""
        token = told.tokens[at]
        if token.folded in self._words.durations and token.value is None:
            return token.before in self._single
        return counts(token) and not is_ago(told.tokens, at, self._words)

    def is_light(self, token: Token) -> bool:
        """Whether a verb tells only that there is so much of something, or that it became more or less."""
        return token.folded in self._known or token.stem in self._stems

    def only_tells(self, token: Token, funded: bool = False) -> bool:
        """Whether a claim's word tells no more than that there is so much of something: "recorded fewer visitors".

        Where a budget is told of (`funded`) whoever has it has the money.
        """
        return token.folded in self._tallying or (funded and token.folded in self._words.having)

    def is_count(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a verb that may tell something else only tells a number right behind it: "conta 310 pessoas"."""
        if not self.is_light(tokens[at]):
            return False
        if at and tokens[at].before and tokens[at - 1].folded in self._helping:
            return True  # "Ont été comptés", but not "compte vendre".
        near = tokens[at + 1 : at + 1 + _NUMBER_WORDS]
        told = (one for one in near if one.content or not one.signs.isdisjoint(_COMPARING))
        return any(counts(one) or not one.signs.isdisjoint(_COMPARING) for one in islice(told, 1))

    def is_length(self, told: Told, at: int) -> bool:
        """Whether a number is of how long something takes."""
        return bool(self._unit(told, at))

    def values(self, told: Told, one: int, other: int, *, alike: bool) -> tuple[float, float]:
        """Two numbers in one unit: "15 minutes" and "an hour"; where they are of one thing (`alike`) of one size."""
        first, second = self._value(told, one), self._value(told, other)
        units = self._unit(told, one), self._unit(told, other)
        if units[0] and units[1]:
            return first * _length(units[0]), second * _length(units[1])
        return (scaled(first, second), scaled(second, first)) if alike else (first, second)

    def are_alike(self, told: Told, one: int, other: int, beside: Sequence[int | None]) -> bool:
        """Whether two numbers may count the same: both percentages, both lengths of time, or neither.

        A second number without a word behind it counts what the first does: "52 minutes, the train 37".
        """
        numbers = told.tokens[one], told.tokens[other]
        if (numbers[0].share is None) != (numbers[1].share is None):
            return False
        lengths = [bool(self._unit(told, at)) for at in (one, other)]
        later = max(one, other)
        return lengths[0] == lengths[1] or (lengths[one > other] and self._is_bare(told, later, beside))

    def _is_bare(self, told: Told, at: int, beside: Container[int | None]) -> bool:
        """Whether no noun stands right behind a number that is its own: "37", "the six planned"."""
        behind = told.tokens[at + 1 : at + 2]
        return not told.tokens[at].after or not behind or not behind[0].content or at + 1 in beside

    def is_elided_length(self, told: Told, one: int, other: int, beside: Container[int | None]) -> bool:
        """Whether the second of two lengths of time is told without a word for its unit."""
        return self.is_length(told, one) and not self.is_length(told, other) and self._is_bare(told, other, beside)

    def counts_other_things(self, told: Told, one: int, other: int, beside: Sequence[int | None]) -> bool:
        """Whether each of two numbers has a noun behind it, and not the same: "300 tickets", "200 visitors".

        Where these are compared themselves, the second stands `beside`: "six men and three women".
        """
        first, second = self._thing(told, one), self._thing(told, other)
        if first is None or second is None or first.keys & second.keys:
            return False
        return not any(at is not None and told.tokens[at] is second for at in beside)

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def loses_deed(self, told: Told, number: int, matched: AbstractSet[int]) -> bool:
        """Whether what is done with those counted is left out, or what narrows them: "expelled 30 members"."""
        tokens, clause = told.tokens, told.tokens[number].clause
        for at in range(number - 1, -1, -1):
            token = tokens[at]
            if token.clause == clause and self._tells_when(tokens, at):
                continue
            if token.clause != clause or at in matched:
                break
            if self._tells_more(token):
                return True
            if token.folded in self._known:
                break
        first = number + 1 + (number + 1 < len(tokens) and tokens[number + 1].folded in self._tying)
        beside = [at for at in (first, first + 1) if at < len(tokens) and tokens[at].clause == clause]
        if any(at in matched for at in beside) and any(
            at not in matched and self._tells_more(tokens[at]) for at in beside
        ):
            return True  # "30 new members", "30 socios nuevos", "30 members left".
        late = [at for at in range(number, len(tokens)) if tokens[at].clause == clause and at not in matched]
        return self._capitals and any(tokens[at].text[0].islower() and self._tells_more(tokens[at]) for at in late)

    def _tells_when(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word is of a time: "last year", "el año pasado"."""
        near = (word for token in tokens[max(0, at - 1) : at + 1] for word in token.stem.split("-"))
        return is_time(tokens[at]) or any(self._words.stem(word) in self._times for word in near)

    def _tells_more(self, token: Token) -> bool:
        """Whether a word tells more than that and when there are so many of something."""
        plain = token.content and token.value is None and not token.entities and not is_time(token)
        if not plain or token.folded in self._silent:
            return False
        return not self.is_light(token) and not any(not one.startswith(GOVERNS) for one in token.signs)

    def _thing(self, told: Told, at: int) -> Token | None:
        """The word right behind a number that is what it counts, None where none stands there."""
        behind = told.tokens[at + 1 : at + 3]
        if behind and behind[0].folded in self._of_words:
            behind = behind[1:]
        thing = behind[0] if behind and behind[0].clause == told.tokens[at].clause else None
        if thing is None or not thing.content or thing.value is not None or is_time(thing) or thing.entities:
            return None
        if thing.plain in self._words.magnitudes:
            return None
        return None if self.is_light(thing) or thing.folded in self._words.compared else thing

    def _unit(self, told: Told, at: int) -> str:
        token = told.tokens[at]
        if token.value is None:
            return self._words.durations.get(token.folded, "")
        behind = told.tokens[at + 1 : at + 2] if token.after not in self._tying else told.tokens[at + 2 : at + 3]
        return self._words.durations.get(behind[0].plain, "") if token.after and behind else ""

    def _value(self, told: Told, at: int) -> float:
        value = told.tokens[at].value
        return 1.0 if value is None else value


def _length(unit: str) -> float:
    """How many minutes a length of time is, as `durations` has it: "60n"."""
    return float(unit[:-1]) * _MINUTES[unit[-1]]


def turning(tokens: Iterable[Token]) -> set[str]:
    """The signs of what is denied, conditional, only said or less than a fact."""
    signs = {sign for token in tokens for sign in token.signs}
    told = {sign for sign in signs if sign in {NOT, COND} or sign.startswith(GOVERNS)}
    return told if signs.isdisjoint(SPEECH) else {*told, "said"}
