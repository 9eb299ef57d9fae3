"""Claims that compare what a sentence only counts: "fewer than in 2019" of "41,000 last year; in 2019 it was 82,000".

compared    "more were for it than against it", "less than the other firm"
multiplied  "twice as many as last year"
differing   "from July they pay 20 more"

The two numbers stand in parts of one sentence. What the claim compares with must stand in the part of the one, and
what it tells of in the part of the other; what both share may be said once, in the first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from bot.domain.claims.comparing.alignment import align
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told, content_of
from bot.domain.claims.comparing.wording import CEILING, COND, FLOOR, GOVERNS, LESS, MORE, NOT, THAN
from bot.domain.claims.restating.amounts import amounts_of
from bot.domain.claims.rules.grammar import is_year
from bot.domain.values.proof import Proof, Verdict

# How far a multiple may lie from what the numbers give, as a share of it.
_NEAR = 0.02
_BOUND_WORDS = 3
_MORE, _LESS = {MORE, FLOOR}, {LESS, CEILING}


@dataclass(frozen=True)
class Comparison:
    """What a claim compares: `about` is what it tells of, `beside` with what (nothing where a difference is told).

    `factor` is how many times it is as much, `difference` by how much it is more, or less where negative.
    """

    about: Sequence[Token]
    beside: Sequence[Token]
    more: bool = False
    factor: float | None = None
    difference: float | None = None

    def holds(self, mine: float, other: float) -> bool:
        """Whether it is so of two numbers."""
        if self.factor is not None:
            return abs(mine - self.factor * other) <= _NEAR * abs(mine)
        if self.difference is not None:
            return abs(mine - other - self.difference) <= _NEAR * abs(self.difference)
        return mine > other if self.more else mine < other


class Measuring:
    """One article's numbers, laid beside each other."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._words = story.words
        self._amounts = amounts_of(story.reading.language.code)
        self._compounds = story.reading.language.nouns_capitalised

    def prove(self, claim: Clauses) -> Verdict | None:
        """The proof of a claim that compares two numbers of one sentence, None where there is none."""
        compared = self._compared(claim.tokens)
        if compared is None or not compared.about or any(NOT in token.signs for token in claim.tokens):
            return None
        for told in self._likely(compared):
            if self._is_said(claim, told, compared):
                place = self._story.reading.sentences[told.number]
                return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=(place,))
        return None

    def _compared(self, tokens: Sequence[Token]) -> Comparison | None:
        """What a claim compares, None where it compares nothing."""
        at = self._comparing(tokens)
        if at is None:
            return None
        than = self._than(tokens, at)
        begins = at - (tokens[at].folded in self._amounts.multiplying)  # "Trois fois plus".
        others = [*tokens[:begins], *tokens[at + 1 : than]]
        said = [token for token in content_of(others) if not token.signs & (_MORE | _LESS)]
        more, factor = bool(tokens[at].signs & _MORE), self._factor(tokens, at)
        if than is None:
            return None if factor else _differing(said, tokens, at, 1 if more else -1)
        beside = content_of(tokens[than + 1 :])
        return Comparison(said, beside, more, factor) if beside and not any(map(_counts, said)) else None

    def _comparing(self, tokens: Sequence[Token]) -> int | None:
        """Where the word stands that compares, None where none does."""
        signs = frozenset[str]().union(*[token.signs for token in tokens])
        if signs.isdisjoint(_MORE | _LESS) and self._amounts.multiples.keys().isdisjoint([t.folded for t in tokens]):
            return None
        return next((at for at in range(len(tokens)) if self._is_comparing(tokens, at)), None)

    def _is_comparing(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word compares, and is no bound of a number: "more than 20"."""
        token = tokens[at]
        if self._factor(tokens, at):
            return True
        bound = token.signs & {FLOOR, CEILING} or (at + 1 < len(tokens) and THAN in tokens[at + 1].signs)
        numbered = any(map(_counts, tokens[at + 1 : at + 1 + _BOUND_WORDS]))
        return bool(token.signs & (_MORE | _LESS)) and not (bound and numbered)

    def _than(self, tokens: Sequence[Token], at: int) -> int | None:
        """Where the last word stands that parts what is compared; behind a multiple also "as"."""
        as_words = self._amounts.likening if self._factor(tokens, at) else frozenset[str]()
        for place in range(len(tokens) - 1, at, -1):
            word = tokens[place].folded
            if THAN in self._words.signs.get(word, ()) or word in as_words:
                return place
        return None

    def _factor(self, tokens: Sequence[Token], at: int) -> float | None:
        """How many times something is as much by a word: "twice", "trois fois"."""
        times = tokens[at - 1].value if at and tokens[at].folded in self._amounts.multiplying else None
        return times or self._amounts.multiples.get(tokens[at].folded)

    def _likely(self, compared: Comparison) -> Iterator[Told]:
        """The sentences with two numbers that have half of what is compared, outside of quotations."""
        for told in self._story.sentences:
            if sum(map(_counts, told.tokens)) < 2 or any(quoted is not None for quoted in told.quoted):  # noqa: PLR2004 two are compared
                continue
            words = (*compared.about, *compared.beside)
            found = sum(bool(token.keys & told.places.keys() or token.entities & told.named.keys()) for token in words)
            if found * 2 >= len(words):
                yield told

    def _is_said(self, claim: Clauses, told: Told, compared: Comparison) -> bool:
        """Whether two numbers of a sentence stand so to each other, each with its own words."""
        if _turning(claim.tokens) != _turning(told.tokens):
            return False
        placed = self._placed(told, compared.about), self._placed(told, compared.beside)
        if None in placed[0] or None in placed[1]:
            return False
        parts = self._parts(told)
        pairs = permutations(self._counted(told, parts), 2)
        return any(
            compared.holds(told.tokens[mine].value or 0, told.tokens[other].value or 0)
            and _is_apart(placed, parts, parts[mine], parts[other])
            for mine, other in pairs
            if parts[mine] != parts[other] and self._are_alike(told, mine, other)
        )

    @staticmethod
    def _counted(told: Told, parts: Sequence[int]) -> list[int]:
        """Where numbers stand that count something themselves, and do not tell by how much it is more."""
        telling = {part for part, token in zip(parts, told.tokens, strict=True) if token.signs & (_MORE | _LESS)}
        return [at for at, token in enumerate(told.tokens) if _counts(token) and parts[at] not in telling]

    def _are_alike(self, told: Told, one: int, other: int) -> bool:
        """Whether two numbers may count the same: both percentages, both lengths of time, or neither."""
        numbers = told.tokens[one], told.tokens[other]
        shares = [number.share is not None for number in numbers]
        lengths = [number.after in self._words.durations for number in numbers]
        return shares[0] == shares[1] and lengths[0] == lengths[1]

    def _placed(self, told: Told, said: Sequence[Token]) -> list[int | None]:
        return list(align(said, told, self._words, compounds=self._compounds).places) if said else []

    def _parts(self, told: Told) -> list[int]:
        """For each word the number of its part: of clauses, parted where a second number is joined to a first."""
        parts: list[int] = []
        part, counted = 0, False
        for at, token in enumerate(told.tokens):
            opens = bool(at) and token.clause != told.tokens[at - 1].clause
            parted = opens and told.clauses.marks[token.clause] == ";"
            if parted or (counted and (opens or token.folded in self._words.joins)):
                part, counted = part + 1, False
            counted = counted or _counts(token)
            parts.append(part)
        return parts


def _is_apart(placed: tuple[list[int | None], list[int | None]], parts: Sequence[int], mine: int, other: int) -> bool:
    """Whether what is told of has its own words in its number's part, and what it is compared with in the other's."""
    about = {parts[place] for place in placed[0] if place is not None}
    beside = {parts[place] for place in placed[1] if place is not None}
    return about <= {mine, min(mine, other)} and mine in about and beside <= {other}


def _differing(said: Sequence[Token], tokens: Sequence[Token], at: int, sign: int) -> Comparison | None:
    """By how much something is more (`sign` 1) or less, where the only number stands by the word for it."""
    counted = [token for token in said if _counts(token)]
    if len(counted) != 1 or abs(tokens.index(counted[0]) - at) > _BOUND_WORDS:
        return None
    rest = [token for token in said if token is not counted[0]]
    return Comparison(rest, (), sign > 0, None, sign * (counted[0].value or 0))


def _counts(token: Token) -> bool:
    return token.value is not None and not is_year(token) and not token.entities


def _turning(tokens: Sequence[Token]) -> set[str]:
    """The signs of what is denied, conditional or less than a fact."""
    return {sign for token in tokens for sign in token.signs if sign in {NOT, COND} or sign.startswith(GOVERNS)}
