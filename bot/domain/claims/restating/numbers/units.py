"""Claims of more or less than a length of time in another unit: "less than a year" of "eight months"."""

from collections.abc import Callable, Iterator, Sequence

from bot.domain.claims.comparing.lengths.lengths import minutes
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import CEILING, FLOOR, MAGNITUDE
from bot.domain.claims.restating.measures.substituting import written
from bot.domain.claims.restating.numbers.bounds import bound_words
from bot.domain.values.proof import Verdict

# Among how many words behind a number its unit stands: "20 de minute".
_UNIT = 2
# How many times a bound a length may be that it is said of.
_BEYOND = 3


class OtherUnits:
    """One article's lengths of time."""

    def __init__(self, story: Story, prove: Callable[[str], Verdict]) -> None:
        """`prove` tells whether the article carries a sentence."""
        self._story = story
        self._lengths = story.words.durations
        self._prove = prove

    def prove(self, text: str, claim: Clauses) -> Verdict | None:
        """The proof of a claim with a length of time of the article's in place of what bounds it, None without one."""
        for at, token in enumerate(claim.tokens):
            unit = self._unit(claim.tokens, at) if token.bound in {FLOOR, CEILING} else None
            if unit is None:
                continue
            dropped = bound_words(claim.tokens, at, self._story) | {unit} - {at}
            for said, number in self._beyond(claim.tokens, at, unit):
                verdict = self._prove(written(text, claim.tokens, dropped, (at, said)))
                if verdict.stands and self._story.reading.sentences[number] in verdict.evidence:
                    return verdict
        return None

    def _unit(self, tokens: Sequence[Token], at: int) -> int | None:
        """Where the unit of a number of hours, days or years stands, or of one without a number; None for others."""
        if tokens[at].value is None:
            return at if tokens[at].folded in self._lengths else None
        behind = range(at + 1, min(at + 1 + _UNIT, len(tokens)))
        return next((place for place in behind if tokens[place].folded in self._lengths), None)

    def _beyond(self, tokens: Sequence[Token], at: int, unit: int) -> Iterator[tuple[str, int]]:
        """The article's lengths in other units that a bound holds for, and the numbers of their sentences."""
        size, kind = minutes(self._lengths[tokens[unit].folded])
        whole = size * (tokens[at].value or 1)
        for told in self._story.sentences:
            for place, token in enumerate(told.tokens):
                word = self._unit(told.tokens, place) if token.value is not None and not token.bound else None
                if word is None or any(MAGNITUDE in one.signs for one in told.tokens[word + 1 : word + 2]):
                    continue
                other, same = minutes(self._lengths[told.tokens[word].folded])
                length = other * (token.value or 1)
                less = length < whole if tokens[at].bound == CEILING else whole < length
                if same == kind and other != size and less and max(length, whole) <= _BEYOND * min(length, whole):
                    last = told.tokens[word]
                    yield self._story.reading.text[token.start : last.start + len(last.text)], told.number
