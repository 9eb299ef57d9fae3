"""What a claim tells as a change: "tripled from May to June", "rose by 300 compared with last year", "halved"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import ALMOST, CEILING, FLOOR, LESS, MORE, Wording
from bot.domain.claims.restating.amounts import Amounts
from bot.domain.claims.restating.measures.comparison import Comparison, counts, is_ago
from bot.domain.claims.rules.grammar import is_time

# Among how many words before a verb stands what bounds it, and among how many behind it by how much.
_BOUND_WORDS, _BY_WORDS = 4, 4
_PAIR = 2


class Trends:
    """One language's verbs of becoming more or less."""

    def __init__(self, words: Wording, amounts: Amounts) -> None:
        self._words = words
        self._amounts = amounts
        self._rising, self._falling = words.special["rising"], words.special["falling"]
        self._spanning, self._by = words.special["spanning"], words.special["changing_by"]

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def of(self, tokens: Sequence[Token]) -> Comparison | None:
        """What a claim tells to have changed, by how much and since when; None where it tells no such thing."""
        place = next((at for at, token in enumerate(tokens) if self._sign(token) or self._times(token)), None)
        if place is None:
            return None
        verb, sides = tokens[place], self._sides(tokens)
        if sides is None:
            return None
        since, former = sides
        numbers = [at for at, token in enumerate(tokens) if counts(token) and not is_ago(tokens, at, self._words)]
        left = [token for token in tokens if token.content and token is not verb and token not in since]
        said = [token for token in left if token.folded not in self._words.compared]
        multiple = next((token for token in said if token.folded in self._amounts.multiples), None)
        factor = self._times(verb) or self._multiple(verb, multiple)
        said = [token for token in said if token is not multiple]
        if factor:
            bound = self._bound(tokens, place if multiple is None else tokens.index(multiple))
            rest = [token for token in said if not token.signs & {MORE, LESS, FLOOR, CEILING}]
            return None if numbers else Comparison(rest, since, factor > 1, factor, bound, former=former)
        by = next((at for at in numbers if self._is_by(tokens, at)), None)
        if len(numbers) != 1 or by is None or not 0 < by - place <= _BY_WORDS:
            return None
        number = tokens[by]
        rest = [token for token in said if token is not number]
        bound = number.bound or (ALMOST if number.rounded else "")
        sign = self._sign(verb)
        return Comparison(rest, since, sign > 0, None, bound, sign * (number.value or 0), former)

    def _sides(self, tokens: Sequence[Token]) -> tuple[list[Token], bool] | None:
        """What it is compared with, and whether only with what was before; None where that cannot be told."""
        times = [token for token in tokens if is_time(token)]
        if len(times) == _PAIR and times[0].before in self._spanning:
            return times[:1], False
        at = next((at for at, token in enumerate(tokens) if at and token.folded in self._words.compared), None)
        if at is not None:
            since = [token for token in tokens[at + 1 :] if token.content]
            return (since, False) if since else None
        return ([], True) if len(times) < _PAIR else None

    def _is_by(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a number tells by how much something changed, and not to what."""
        before = tokens[at].before
        near = tokens[max(0, at - _BOUND_WORDS) : at]
        bounded = [token for token in near if token.signs & {FLOOR, CEILING, ALMOST, MORE, LESS}]
        first = bounded[0].before if bounded else before
        verbs = {token.plain for token in near if self._sign(token)}
        return first in self._by or (first in verbs and first not in self._words.towards)

    def _sign(self, token: Token) -> int:
        """1 for a verb of becoming more, -1 for one of becoming less, 0 for any other word."""
        if token.entities:
            return 0
        return (token.folded in self._rising) - (token.folded in self._falling)

    def _multiple(self, verb: Token, multiple: Token | None) -> float:
        """How many times as much something became by a word beside its verb: "зросли втричі"."""
        factor = self._amounts.multiples[multiple.folded] if multiple is not None else 0.0
        return 1 / factor if factor and self._sign(verb) < 0 else factor

    def _times(self, token: Token) -> float:
        """How many times as much something became by a verb: "tripled"."""
        return self._amounts.multiplied.get(token.folded, 0.0)

    def _bound(self, tokens: Sequence[Token], at: int) -> str:
        """Whether it became more than that many times as much, less or nearly so: "more than tripled"."""
        signs = frozenset[str]().union(*[token.signs for token in tokens[max(0, at - _BOUND_WORDS) : at]])
        if signs & {FLOOR, MORE}:
            return FLOOR
        if signs & {CEILING, LESS}:
            return CEILING
        return ALMOST if ALMOST in signs else ""
