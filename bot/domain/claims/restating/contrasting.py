"""Claims that tell a measured comparison without its measure, or from its other side.

measure   "the ticket is dearer than before the flood" of "The ticket costs 45 euros, ten more than before the flood."
turned    "in 2019 more people used the pool than last year" of "Last year 41,000 used it, a fifth fewer than in 2019."

What a claim tells of and what it compares that with must stand on the same sides of the sentence's comparison, or both
on the other where it has "less" for "more". What says how dear or long something is counts as more or less of that.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.domain.claims.comparing.alignment import Aligned, align
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import ALL, CEILING, COND, FLOOR, GOVERNS, LESS, MORE, NOT, THAN
from bot.domain.claims.restating.amounts import amounts_of
from bot.domain.claims.rules.grammar import SPEECH, is_year
from bot.domain.values.proof import Proof, Verdict

# How far the measure of a comparison may stand from its word, and how many words may part that from an adjective.
_MEASURE_WORDS, _ADJECTIVE_WORDS = 4, 2
_OPENING_WORDS = 2
_BOUNDS = {FLOOR, CEILING}
_TURNING = {NOT, COND, ALL}
_NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Contrast:
    """A comparison, by positions: what it tells of, what it compares that with (nothing where that is not told).

    `more` is whether it is more of that; `scale` is the number of the scale on which it is, None for a plain "more";
    `parted` is whether a word such as "than" stands there, `measured` whether a number tells by how much.
    """

    about: tuple[int, ...]
    beside: tuple[int, ...]
    more: bool
    scale: int | None
    parted: bool
    measured: bool


class Contrasting:
    """One article's measured comparisons."""

    def __init__(self, story: Story, lacking: Callable[[Clauses, Aligned], list[Token]]) -> None:
        self._story = story
        self._lacking = lacking
        self._words = story.words
        self._amounts = amounts_of(story.reading.language.code)
        self._compounds = story.reading.language.nouns_capitalised

    def prove(self, claim: Clauses) -> Verdict | None:
        """The proof of a claim that compares, by a sentence that does so with a measure or from the other side."""
        tokens = claim.tokens
        mine = self._read(tokens, range(len(tokens))) if self._compares(tokens) else None
        if mine is None or any(map(self._is_count, tokens)) or not (mine.parted or mine.scale is not None):
            return None
        if any(map(self._is_most, tokens)):
            return None  # "The third highest peak": not the highest.
        for told in self._likely(tokens):
            inside = self._inside(told)
            theirs = self._read(told.tokens, inside) if inside else None
            if theirs is not None and self._is_said(claim, mine, told, theirs):
                place = self._story.reading.sentences[told.number]
                return Verdict(stands=True, proof=Proof.SUPPORTED, evidence=(place,))
        return None

    def _is_most(self, token: Token) -> bool:
        """Whether a word tells behind an article what is more than all others: "the highest"."""
        ends = tuple(self._words.special["superlatives"])
        return bool(ends) and token.folded.endswith(ends) and token.before in self._story.leading

    def _compares(self, tokens: Sequence[Token]) -> bool:
        return any(self._direction(tokens, at) for at in range(len(tokens)))

    def _likely(self, tokens: Sequence[Token]) -> Iterator[Told]:
        """The sentences outside of quotations that compare and have half of a claim's words."""
        said = [token for token in tokens if token.content]
        for told in self._story.sentences:
            found = sum(bool(token.keys & told.places.keys() or token.entities & told.named.keys()) for token in said)
            if found * 2 >= len(said) and told.quoted.count(None) == len(told.quoted) and self._compares(told.tokens):
                yield told

    def _inside(self, told: Told) -> Sequence[int]:
        """Where the words of a sentence's comparison stand, the clause before too where its own has but the measure."""
        tokens = told.tokens
        at = next((at for at in range(len(tokens)) if self._direction(tokens, at)), None)
        if at is None:
            return ()
        home = tokens[at].clause
        first = home - (home > 0 and _is_measure([token for token in tokens[:at] if token.clause == home], tokens, at))
        opening = [token for token in tokens if token.clause == first - 1 and token.content]
        last = home + 1 if self._than(tokens, at) is not None else home
        begin = first - 1 if 0 < len(opening) <= _OPENING_WORDS else first  # "En bus, le trajet dure ..."
        apart = set(range(first + 1, home))
        return [at for at, token in enumerate(tokens) if begin <= token.clause <= last and token.clause not in apart]

    def _direction(self, tokens: Sequence[Token], at: int) -> tuple[int, int | None, int] | None:
        """Of a word that compares whether it is more (1) or less (-1), on what scale, and where its adjective is."""
        token = tokens[at]
        bound = at and not token.signs and tokens[at - 1].signs & _BOUNDS  # "Au moins."
        if bound or token.folded in self._words.ties:
            return None  # "Stimmt über den Plan ab."
        own = self._amounts.comparatives.get(token.folded)
        if own is not None:
            return own[1], own[0], at
        signs = token.signs | self._words.signs.get(token.folded, _NOBODY)
        sign = (MORE in signs) - (LESS in signs) or int(token.folded in self._words.comparing)
        if not sign:
            return None
        for place in range(at, min(at + 1 + _ADJECTIVE_WORDS, len(tokens))):
            scale = self._amounts.adjectives.get(tokens[place].folded)
            if scale is not None:
                return sign * scale[1], scale[0], place
        bare = token.folded in self._words.comparing and signs.isdisjoint({MORE, LESS})
        return None if bare else (sign, None, at)

    def _than(self, tokens: Sequence[Token], at: int) -> int | None:
        """Where the last of the words stands that part what is compared, None where none does."""
        for place in range(at + 1, len(tokens)):
            if THAN in self._words.signs.get(tokens[place].folded, ()):
                return place
        likening = self._amounts.likening
        return next((place for place in range(at + 1, len(tokens)) if tokens[place].folded in likening), None)

    def _read(self, tokens: Sequence[Token], inside: Sequence[int]) -> Contrast | None:
        """The comparison of some words of a sentence, None where they have none."""
        compared = ((at, self._direction(tokens, at)) for at in inside)
        at, found = next((pair for pair in compared if pair[1] is not None), (0, None))
        if found is None:
            return None
        more, scale, adjective = found
        than, beside = self._beside(tokens, inside, at)
        if beside and self._is_count(tokens[beside[0]]):
            return None  # "More than 20."
        measure = self._measure(tokens, at, than)
        left = {at, adjective, *measure, *beside}
        about = [place for place in inside if place not in left and self._says(tokens[place])]
        if scale is None:
            scale = self._scale_of(tokens, about)
        about = [place for place in about if not self._is_of(tokens[place], scale)]
        said = tuple(place for place in beside if self._says(tokens[place]))
        return Contrast(tuple(about), said, more > 0, scale, than is not None, bool(measure))

    def _beside(self, tokens: Sequence[Token], inside: Sequence[int], at: int) -> tuple[int | None, list[int]]:
        """Where "than" stands behind a word that compares, and what stands behind that."""
        than = self._than(tokens, at)
        if than is None or than not in inside:
            return None, []
        return than, [place for place in inside if place > than]

    def _scale_of(self, tokens: Sequence[Token], places: Sequence[int]) -> int | None:
        """The scale of the first verb among some words that has one: "costs"."""
        scales = (self._amounts.scales.get(tokens[place].folded) for place in places)
        return next((scale for scale in scales if scale is not None), None)

    def _is_of(self, token: Token, scale: int | None) -> bool:
        return scale is not None and self._amounts.scales.get(token.folded) == scale

    def _is_count(self, token: Token) -> bool:
        """Whether a number counts something, and tells no time: "five years ago"."""
        return _counts(token) and token.after not in self._words.durations

    def _measure(self, tokens: Sequence[Token], at: int, than: int | None) -> set[int]:
        """Where a number and its unit stand beside a word that compares."""
        end = min(len(tokens) if than is None else than, at + 1 + _MEASURE_WORDS)
        near = [place for place in range(max(0, at - _MEASURE_WORDS), end) if tokens[place].clause == tokens[at].clause]
        first = next((place for place in near if _counts(tokens[place])), None)
        if first is None:
            return set()
        return set(range(first, at)) if first < at else set(range(at, end))

    def _says(self, token: Token) -> bool:
        small = token.folded in self._words.ties or token.folded in self._story.leading
        return token.content and not small and token.folded not in self._amounts.now

    def _is_said(self, claim: Clauses, mine: Contrast, told: Told, theirs: Contrast) -> bool:
        """Whether a sentence's comparison says what a claim's does, from the same side or the other."""
        if mine.scale != theirs.scale or not mine.about or (mine.parted and not theirs.parted) or not theirs.measured:
            return False
        if not self._is_as_sure(claim, told, theirs):
            return False
        about, beside = self._laid(claim, mine, told)
        if mine.more == theirs.more:
            straight = _are_in(about, theirs.about) and _are_in(beside, theirs.beside)
            return straight and mine.parted == theirs.parted
        return _are_turned(about, theirs) and _are_in(beside, theirs.about)

    @staticmethod
    def _is_as_sure(claim: Clauses, told: Told, theirs: Contrast) -> bool:
        """Whether a sentence tells its comparison as a fact, and denies and limits no more than a claim does."""
        home = {told.tokens[at].clause for at in (*theirs.about, *theirs.beside)}
        spoken = [token for token in told.tokens if token.clause in home]
        return _turning(claim.tokens) == _turning(spoken) and not any(token.signs & SPEECH for token in spoken)

    def _laid(self, claim: Clauses, mine: Contrast, told: Told) -> tuple[Sequence[int | None], Sequence[int | None]]:
        """Where a sentence has both sides of a claim: None for what a word of it stands for, -1 for what it lacks."""
        said = [claim.tokens[at] for at in (*mine.about, *mine.beside)]
        aligned = align(said, told, self._words, compounds=self._compounds)
        lost = {id(token) for token in self._lacking(claim, aligned)} if aligned.missing else set[int]()
        places = [-1 if id(token) in lost else at for token, at in zip(said, aligned.places, strict=True)]
        return places[: len(mine.about)], places[len(mine.about) :]


def _is_measure(ahead: Sequence[Token], tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing but a number stands before a word that compares in its clause: ", a fifth fewer"."""
    if not any(map(_counts, tokens[max(0, at - _MEASURE_WORDS) : at + _MEASURE_WORDS])):
        return False
    return all(_counts(token) for token in ahead if token.content)


def _are_turned(about: Sequence[int | None], theirs: Contrast) -> bool:
    """Whether a claim tells of all that a sentence compares with, and besides of what that tells of."""
    turned = {at for at in about if at in theirs.beside}
    rest = [at for at in about if at not in theirs.beside]
    return bool(turned) and set(theirs.beside) <= turned and _are_in(rest, theirs.about)


def _are_in(places: Sequence[int | None], part: Sequence[int]) -> bool:
    """Whether words stand in a part of a sentence, or are named by a word of it (None)."""
    return all(at is None or at in part for at in places)


def _counts(token: Token) -> bool:
    return (token.value is not None or token.share is not None) and not is_year(token) and not token.entities


def _turning(tokens: Sequence[Token]) -> set[str]:
    """The signs of what is denied, conditional, told of all or less than a fact."""
    return {sign for token in tokens for sign in token.signs if sign in _TURNING or sign.startswith(GOVERNS)}
