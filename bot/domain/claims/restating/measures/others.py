"""Claims of a number that a sentence only compares with: "ten years ago 19" of "14, five fewer than ten years ago"."""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from bot.domain.claims.comparing.alignment import Aligned, align
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told, content_of
from bot.domain.claims.comparing.wording import AFTER, BEFORE, GOVERNS, NOT
from bot.domain.claims.restating.measures.comparison import Comparing, counts, is_ago
from bot.domain.claims.restating.measures.figures import CountedThings, turning
from bot.domain.claims.rules.grammar import is_time

# Among how many words beside one that compares stands by how much.
_NUMBER_WORDS = 4
_NEAR = 0.001
_ORDER = {BEFORE, AFTER}


@dataclass(frozen=True)
class _Compared:
    """A number that a sentence has (`number`), by which other it is told to be (`other`), and where that is told."""

    number: int
    other: float
    begins: int
    behind: frozenset[int]


class OthersNumbers:
    """One article's numbers that follow from another and a difference, or from how many times as much it is."""

    def __init__(
        self, story: Story, comparing: Comparing, figures: CountedThings, completed: Callable[[Aligned], Iterator[Told]]
    ) -> None:
        self._story = story
        self._words = story.words
        self._comparing = comparing
        self._figures = figures
        self._completed = completed
        self._compounds = story.reading.language.nouns_capitalised

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def told(self, claim: Clauses) -> tuple[Told, Told] | None:
        """The sentence by which another number is as a claim says, with the same told in full; None where none is."""
        tokens = claim.tokens
        numbers = [at for at, token in enumerate(tokens) if counts(token) and not is_ago(tokens, at, self._words)]
        if len(numbers) != 1 or any(NOT in token.signs for token in tokens) or tokens[numbers[0]].bound:
            return None
        number = tokens[numbers[0]]
        said = [token for token in content_of(tokens) if token is not number and not self._figures.only_tells(token)]
        for told, compared in self._compared_in:
            if abs(compared.other - (number.value or 0)) > _NEAR * compared.other:
                continue
            for whole in self._in_full(told, said, compared):
                again = compared if whole is told else self._compared(whole)
                if again is not None and self._is_said(claim, numbers[0], said, whole, again):
                    return told, whole
        return None

    @cached_property
    def _compared_in(self) -> list[tuple[Told, _Compared]]:
        """The sentences that tell by how much a number is more or less, with what."""
        numbered = [told for told in self._story.sentences if [1 for one in told.tokens if one.value is not None]]
        found = ((told, self._compared(told)) for told in numbered)
        return [(told, compared) for told, compared in found if compared is not None]

    def _in_full(self, told: Told, said: Sequence[Token], compared: _Compared) -> Iterator[Told]:
        """A sentence, and where it lacks some of what a claim tells the same with what its pronouns stand for."""
        yield told
        aligned = align(said, told, self._words, compounds=self._compounds)
        if aligned.missing:
            own = [one for one, at in zip(said, aligned.places, strict=True) if at not in compared.behind]
            own.append(told.tokens[compared.number])  # What is counted is no part of more.
            yield from self._completed(align(own, told, self._words, compounds=self._compounds))

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _compared(self, told: Told) -> _Compared | None:
        """What a sentence tells to be more or less than something else, and by how much."""
        tokens = told.tokens
        at = self._comparing.comparing(tokens)
        than = None if at is None else self._comparing.than(tokens, at)
        if at is None or than is None:
            return None
        figures = [place for place in range(than) if counts(tokens[place]) and not is_ago(tokens, place, self._words)]
        factor = self._comparing.factor(tokens, at)
        by = None
        if not factor:
            by = next((place for place in figures[1:] if abs(place - at) <= _NUMBER_WORDS), None)
        multiplies = factor and tokens[at].value is None and counts(tokens[at - 1])  # "Three times as much."
        begins = min(at - bool(multiplies), at if by is None else by)
        mine = [place for place in figures if place < begins]
        if len(mine) != 1 or (by is None) == (not factor):
            return None
        value = tokens[mine[0]].value or 0
        if tokens[begins].clause == tokens[mine[0]].clause or tokens[mine[0]].rounded or tokens[mine[0]].bound:
            return None
        if factor:
            times = 1 / factor if self._comparing.is_less(tokens, at) else factor
            other = value / times
        else:
            more = self._comparing.direction(tokens, at)[0]
            other = value + (tokens[by or 0].value or 0) * (-1 if more else 1)
        behind = frozenset(place for place in range(than + 1, len(tokens)) if tokens[place].content)
        vague = by is not None and (tokens[by].rounded or tokens[by].bound)
        return _Compared(mine[0], other, begins, behind) if behind and not vague else None

    # Complexity: what another number may not be told of is asked one thing after the other.
    def _is_said(self, claim: Clauses, at: int, said: Sequence[Token], told: Told, compared: _Compared) -> bool:
        """Whether a claim tells of what is compared with all that the sentence tells of what it compares."""
        laid = align(said, told, self._words, compounds=self._compounds)
        if laid.missing or not self._are_same(laid):
            return False
        tokens, matched = told.tokens, laid.matched
        said_words = {tokens[place].folded for place in matched}  # "2022 року", "2015 року".
        told_all = all(place in matched or tokens[place].folded in said_words for place in compared.behind)
        if (
            matched.isdisjoint(compared.behind)
            or not told_all
            or any(compared.begins <= place < min(compared.behind) for place in matched)
        ):
            return False
        if not self._keeps(told, compared, matched) or self._is_another_thing(claim, at, told, compared.number):
            return False
        own = [token for token in claim.tokens if not self._figures.is_count(claim.tokens, claim.tokens.index(token))]
        mine = [place for place in range(compared.begins) if not self._figures.is_count(tokens, place)]
        theirs = [tokens[place] for place in mine]
        beside = [tokens[place] for place in range(compared.begins, len(tokens))]
        if _signs(own, _ORDER) != _signs(beside, _ORDER) or _ahead(claim.tokens) != _ahead(beside):
            return False
        return turning(own) == turning(theirs)

    def _are_same(self, laid: Aligned) -> bool:
        """Whether numbers are the same, and as long ago."""
        tokens = laid.told.tokens
        pairs = [(one, at) for one, at in laid.pairs if one.value is not None or tokens[at].value is not None]
        if any(one.value != tokens[at].value for one, at in pairs):
            return False
        lengths = self._words.durations
        return all(one.after == tokens[at].after for one, at in pairs if {one.after, tokens[at].after} & lengths.keys())

    def _keeps(self, told: Told, compared: _Compared, matched: AbstractSet[int]) -> bool:
        """Whether a claim has all that is told beside the number, but for when it is and a verb that says no more."""
        clause = told.tokens[compared.number].clause
        inside = [at for at, token in enumerate(told.tokens) if token.clause == clause and token.content]
        left = [told.tokens[at] for at in inside if at not in matched and at != compared.number]
        return all(is_time(token) or self._figures.is_light(token) for token in left)

    def _is_another_thing(self, claim: Clauses, at: int, told: Told, number: int) -> bool:
        """Whether a claim counts something else: "19 visitors" for "14 employees"."""
        mine, theirs = claim.tokens[at].after, told.tokens[number].after
        return bool(mine) and mine != theirs and self._words.stem(mine) != self._words.stem(theirs)


def _signs(tokens: Sequence[Token], signs: set[str]) -> set[str]:
    return signs.intersection(*[{sign for token in tokens for sign in token.signs}])


def _ahead(tokens: Sequence[Token]) -> bool:
    """Whether a verb tells of what is to come."""
    return any(token.mood == "future" or f"{GOVERNS}future" in token.signs for token in tokens)
