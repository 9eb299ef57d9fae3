"""What a claim compares: more, less or how many times as much of something as of something else."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import ALMOST, CEILING, FLOOR, LESS, MORE, THAN, Wording
from bot.domain.claims.restating.amounts import Amounts
from bot.domain.claims.rules.grammar import is_year

# How far a multiple may lie from what the numbers give, as a share of it; one that is "nearly" so; one beyond a bound.
_NEAR, _NEARLY, _BEYOND = 0.02, 0.15, 1.5
# The same of a difference that is told without a word for how nearly it is so.
_EXACTLY = 0.0001
# How far apart numbers are at least of which one is "much" more, and at most where it is "a little" more, as a share.
_MUCH, _LITTLE = 0.2, 0.15
# Among how many words a number stands behind a word that bounds it, and beside one that compares.
_BOUND_WORDS, _NUMBER_WORDS = 3, 4
# Among how many words before one that compares stands by how much.
_DEGREE = 2
# How many words that tell "ago" stand before a number at most: "il y a".
_AGO = 3
# How many words a comparison has at most: "más caro (de)".
_THAN_WORDS = 3
_MORE, _LESS = {MORE, FLOOR}, {LESS, CEILING}
_EITHER = _MORE | _LESS


@dataclass(frozen=True)
class Comparison:
    """What a claim compares: `about` is what it tells of, `beside` with what (nothing where a difference is told).

    `factor` is how many times it is as much, `bound` whether it is said to be more than that, less or nearly so;
    `difference` by how much it is more, or less where negative; `former` whether it is compared with what was before.
    `scale` is the number of a scale a verb of which the sentence must have: "dearer" of "cost". `sized` is whether
    it says that something is larger: "the houses were larger", not "the number of houses was larger". `degree` is 1
    where it is said to be much more or less, -1 where only a little.
    """

    about: Sequence[Token]
    beside: Sequence[Token]
    more: bool = False
    factor: float | None = None
    bound: str = ""
    difference: float | None = None
    former: bool = False
    scale: int | None = None
    sized: bool = False
    degree: int = 0

    def holds(self, mine: float, other: float) -> bool:
        """Whether it is so of two numbers."""
        if self.factor is not None:
            return self._is_times(mine, self.factor * other)
        if self.difference is not None:
            return (mine > other) == (self.difference > 0) and self._is_apart(abs(mine - other))
        far = abs(mine - other) / max(mine, other, 1)
        if (self.degree > 0 and far < _MUCH) or (self.degree < 0 and far > _LITTLE):
            return False
        return mine > other if self.more else mine < other

    def _is_apart(self, found: float) -> bool:
        """Whether two numbers lie as far apart as is said, or on the side of it that is said."""
        said = abs(self.difference or 0)
        if self.bound == FLOOR:
            return said < found <= said * _BEYOND
        if self.bound == CEILING:
            return said / _BEYOND <= found < said
        return abs(found - said) <= (_NEARLY if self.bound == ALMOST else _EXACTLY) * said

    def _is_times(self, mine: float, whole: float) -> bool:
        """Whether a number is as many times another as is said, or lies on the side of it that is said."""
        if self.bound == FLOOR:
            return whole < mine <= whole * _BEYOND
        if self.bound in {CEILING, ALMOST}:
            return whole * (1 - _NEARLY if self.bound == ALMOST else 1 / _BEYOND) <= mine < whole
        return abs(mine - whole) <= _NEAR * abs(mine)


class Comparing:
    """One language's comparisons. `of_words` are its prepositions of possession, which stand for "than" too."""

    def __init__(self, words: Wording, amounts: Amounts, of_words: frozenset[str]) -> None:
        self._words = words
        self._amounts = amounts
        self._ties, self._of_words = of_words | words.than_ties, of_words
        self._quantities = words.special["quantities"]
        self._former = words.special["formerly"]
        self._degrees = dict.fromkeys(words.special["slightly"], -1) | dict.fromkeys(words.special["markedly"], 1)
        self._qualities, self._sizes = words.special["qualities"], words.special["sizes"]

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def of(self, tokens: Sequence[Token]) -> Comparison | None:
        """What a claim compares, None where it compares nothing."""
        at = self.comparing(tokens)
        if at is None:
            return None
        than, factor = self.than(tokens, at), self.factor(tokens, at)
        more, scale, adjective = self.direction(tokens, at + 1 if factor and self._tells_more(tokens, at + 1) else at)
        begins = at - (tokens[at].folded in self._amounts.multiplying)  # "Trois fois plus".
        around = self._content_of([*tokens[:begins], *tokens[at + 1 : than]])
        degree = self._degree(tokens, at)
        said = [token for token in around if self._says(token) and token not in (adjective, degree)]
        if than is None:
            return None if factor else _differing(said, tokens, at, 1 if more else -1)
        beside = self._content_of(tokens[than + 1 :])
        if any(map(counts, said)):
            return None if factor else self._differing_from(said, beside, tokens, at)
        if factor is not None:
            bound = self._bound(tokens, begins)
            return self._multiplied(Comparison(said, beside, more, factor, bound), less=self.is_less(tokens, at))
        former = than + 1 < len(tokens) and all(token.folded in self._former for token in tokens[than + 1 :])
        sized = self._is_sized(tokens, at)
        far = self._degrees[degree.folded] if degree is not None else 0
        found = Comparison(said, [] if former else beside, more, former=former, scale=scale, sized=sized, degree=far)
        return found if beside or former else None

    @staticmethod
    def _tells_more(tokens: Sequence[Token], at: int) -> bool:
        """Whether a word for more or less stands at a place."""
        return at < len(tokens) and not tokens[at].signs.isdisjoint(_EITHER)

    def _degree(self, tokens: Sequence[Token], at: int) -> Token | None:
        """The word before one that compares that tells by how much: "far fewer", "nettement moins"."""
        return next((token for token in tokens[max(0, at - _DEGREE) : at] if token.folded in self._degrees), None)

    def _differing_from(
        self, said: Sequence[Token], beside: Sequence[Token], tokens: Sequence[Token], at: int
    ) -> Comparison | None:
        """By how much something is more than something else: "12 fewer than in May"."""
        more, scale, _ = self.direction(tokens, at)
        found = _differing(said, tokens, at, 1 if more else -1)
        if found is None or not beside:
            return None
        if all(token.folded in self._former for token in beside):
            return replace(found, former=True, scale=scale)
        return replace(found, beside=beside, scale=scale)

    @staticmethod
    def _multiplied(compared: Comparison, *, less: bool) -> Comparison | None:
        """A comparison by a multiple, turned where it is one of `less`: "deux fois moins"; None for no other side."""
        if not compared.beside or not compared.factor:
            return None
        turned = {FLOOR: CEILING, CEILING: FLOOR}.get(compared.bound, compared.bound)
        return replace(compared, factor=1 / compared.factor, bound=turned) if less else compared

    def direction(self, tokens: Sequence[Token], at: int) -> tuple[bool, int | None, Token | None]:
        """Whether more is told, by which scale, and the adjective that tells it: "more expensive", "cheaper"."""
        more = bool(tokens[at].signs & _MORE)
        if tokens[at].folded in self._amounts.comparatives:
            scale, sign = self._amounts.comparatives[tokens[at].folded]
            return sign > 0, scale, tokens[at]
        adjective = next(iter(tokens[at + 1 : at + 2]), None)
        if adjective is None or adjective.folded not in self._amounts.adjectives:
            return more, None, None
        scale, sign = self._amounts.adjectives[adjective.folded]
        return more == (sign > 0), scale, adjective

    def _is_sized(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether something is said to be larger, higher or lower, and not its number."""
        sizes = any(token.folded in self._sizes for token in tokens[at : at + 2])
        return sizes and not any(token.folded in self._quantities for token in tokens)

    def _content_of(self, tokens: Sequence[Token]) -> list[Token]:
        """The words that say something, those for the time of the telling among them."""
        kept = self._amounts.now | self._former
        return [token for token in tokens if token.content or token.folded in kept]

    def _says(self, token: Token) -> bool:
        """Whether a word tells what is compared, and neither that it is nor only how many there are."""
        return not token.signs & _EITHER and token.folded not in self._quantities

    @cached_property
    def _named(self) -> set[str]:
        """Words that compare by themselves."""
        amounts = self._amounts
        return amounts.multiples.keys() | amounts.comparatives.keys() | amounts.multiplying

    def comparing(self, tokens: Sequence[Token]) -> int | None:
        """Where the word stands that compares, None where none does; a multiple before a word for "more"."""
        signs = frozenset[str]().union(*[token.signs for token in tokens])
        said = [token.folded for token in tokens]
        if signs.isdisjoint(_EITHER) and self._named.isdisjoint(said):
            return None
        multiple = next((at for at in range(len(tokens)) if self.factor(tokens, at)), None)
        if multiple is not None:
            return multiple
        return next((at for at in range(len(tokens)) if self._is_comparing(tokens, at)), None)

    def _is_comparing(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word compares, and is no bound of a number: "more than 20"."""
        token = tokens[at]
        if token.folded in self._amounts.comparatives:
            return True
        if token.folded in self._qualities or self._is_preposition(tokens, at) or self._is_by_how_much(tokens, at):
            return False
        bound = token.signs & {FLOOR, CEILING} or (at + 1 < len(tokens) and THAN in tokens[at + 1].signs)
        return bool(token.signs & _EITHER) and not (bound and self._is_numbered(tokens, at))

    def _is_by_how_much(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word only tells how much more or less the next one does: "mult mai puține"."""
        behind = tokens[at + 1 : at + 2]
        return tokens[at].folded in self._degrees and any(not one.signs.isdisjoint(_EITHER) for one in behind)

    def _is_numbered(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a number of something stands behind a word: "more than 20", not "more than 20 years ago"."""
        near = range(at + 1, min(at + 1 + _BOUND_WORDS, len(tokens)))
        return any(counts(tokens[place]) and not is_ago(tokens, place, self._words) for place in near)

    def _is_preposition(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word that may bound a number stands before none: "the bridge over the river"."""
        than = at + 1 < len(tokens) and THAN in self._words.signs.get(tokens[at + 1].folded, ())
        own = self._words.signs.get(tokens[at].folded, frozenset())
        return not than and not own.isdisjoint({FLOOR, CEILING})

    def tells(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word tells that something is more or less, or bounds a number behind it."""
        if tokens[at].signs.isdisjoint(_EITHER):
            return False
        return not self._is_preposition(tokens, at) or any(map(counts, tokens[at + 1 : at + 1 + _BOUND_WORDS]))

    def bounds(self, token: Token) -> bool:
        """Whether a word tells only that there is more or less of something, how far, or what is likened."""
        compares = not token.signs.isdisjoint(_EITHER | {THAN, ALMOST})
        return compares or token.folded in self._degrees or token.folded in self._amounts.multiples

    def likens(self, token: Token) -> bool:
        """Whether a word stands between a multiple and what it is told of: "doppelt so viele", "as many"."""
        adjective = token.folded in self._amounts.adjectives or token.folded in self._amounts.comparatives
        return not token.content or adjective

    def is_less(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a multiple is one of less: "deux fois moins"."""
        return at + 1 < len(tokens) and not tokens[at + 1].signs.isdisjoint(_LESS)

    def than(self, tokens: Sequence[Token], at: int) -> int | None:
        """Where the last word stands that parts what is compared; behind a multiple also "as"."""
        as_words = self._amounts.likening if self.factor(tokens, at) else frozenset[str]()
        for place in range(len(tokens) - 1, at, -1):
            word = tokens[place].folded
            if THAN in self._words.signs.get(word, ()) or word in as_words:
                return place
        return self._tied_than(tokens, at)

    def _tied_than(self, tokens: Sequence[Token], at: int) -> int | None:
        """Where a preposition that stands for "than" ends right behind a comparison: "più del previsto", "de lo"."""
        counted = any(map(counts, tokens[max(0, at - _BOUND_WORDS) : at]))
        for place in range(at + 1, min(at + _THAN_WORDS, len(tokens))):
            pair = "-".join([token.folded for token in tokens[place : place + 2]])
            if pair in self._words.special["than_what"]:
                return place + 1
            if tokens[place].folded in self._words.than_ties:
                # "На 20 гривень більше за годину", but "20 euro in meno di un anno fa".
                return None if counted and tokens[place].folded not in self._of_words else place
        return None

    def factor(self, tokens: Sequence[Token], at: int) -> float | None:
        """How many times something is as much by a word: "twice", "trois fois"; "half" only in "half as many"."""
        word = tokens[at].folded
        if word in self._amounts.multiplying and at:
            return tokens[at - 1].value
        factor = self._amounts.multiples.get(word)
        if factor is None or tokens[at].share is None:
            return factor
        behind = tokens[at + 1 : at + 3]
        likened = any(one.folded in self._words.equalling or THAN in one.signs for one in behind)
        return factor if likened else None

    def _bound(self, tokens: Sequence[Token], begins: int) -> str:
        """Whether a multiple is said to be more, less or nearly so: "more than twice", "más del doble"."""
        if tokens[begins].bound:
            return tokens[begins].bound
        near = tokens[max(0, begins - _BOUND_WORDS) : begins]
        tied = [token for token in near if THAN in token.signs or token.folded in self._ties]
        signs = frozenset[str]().union(*[token.signs for token in near])
        if FLOOR in signs or (MORE in signs and tied):
            return FLOOR
        if CEILING in signs or (LESS in signs and tied):
            return CEILING
        return ALMOST if ALMOST in signs else ""


def _differing(said: Sequence[Token], tokens: Sequence[Token], at: int, sign: int) -> Comparison | None:
    """By how much something is more (`sign` 1) or less, where the only number stands by the word for it."""
    counted = [token for token in said if counts(token)]
    if len(counted) != 1 or abs(tokens.index(counted[0]) - at) > _NUMBER_WORDS:
        return None
    number = counted[0]
    rest = [token for token in said if token is not number]
    bound = ALMOST if number.rounded and not number.bound else number.bound
    return Comparison(rest, (), sign > 0, bound=bound, difference=sign * (number.value or 0))


def is_ago(tokens: Sequence[Token], at: int, words: Wording) -> bool:
    """Whether a number tells how long ago something was: "four years ago", "il y a quatre ans"."""
    if tokens[at].after not in words.durations:
        return False
    ahead, behind = ([one.folded for one in near] for near in (tokens[max(0, at - _AGO) : at], tokens[at + 2 : at + 3]))
    runs = {"-".join(ahead[start:]) for start in range(len(ahead))}
    return not words.ago.isdisjoint(runs | set(behind))


def counts(token: Token) -> bool:
    """Whether a word is a number of something."""
    return token.value is not None and not is_year(token) and not token.entities
