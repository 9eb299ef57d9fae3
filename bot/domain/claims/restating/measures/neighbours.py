"""Two sentences beside each other that count one thing: "Last year 34 buses ran to Orm. Now there are 19"."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.restating.measures.figures import CountedThings
from bot.domain.claims.rules.grammar import is_time


class Neighbours:
    """One article's pairs of neighbouring sentences with a number each, as one sentence."""

    def __init__(self, story: Story, figures: CountedThings) -> None:
        self._story = story
        self._figures = figures
        self._made: list[tuple[Told, Told, Told]] | None = None

    def of(self) -> Iterator[tuple[Told, Told, Told]]:
        """Each two of them, with both as one."""
        if self._made is None:
            told = self._story.sentences
            pairs = [(one, other) for one, other in pairwise(told) if self._counts(one) and self._counts(other)]
            self._made = [(one, other, _joined(one, other)) for one, other in pairs]
        return iter(self._made)

    def says_more(self, told: Told, numbers: Sequence[int], matched: AbstractSet[int]) -> bool:
        """Whether the clauses of two numbers tell anything that a claim leaves out, but for when it was."""
        clauses = {told.tokens[at].clause for at in numbers}
        left = (at for at, token in enumerate(told.tokens) if token.clause in clauses and at not in matched)
        return any(self._tells(told, at) for at in left if at not in numbers)

    def _tells(self, told: Told, at: int) -> bool:
        token = told.tokens[at]
        silent = is_time(token) or self._figures.is_light(token) or not token.content
        return not silent and token.folded not in self._story.words.durations

    def _counts(self, told: Told) -> bool:
        """Whether a sentence has one number, and quotes nobody."""
        if any(speaker is not None for speaker in told.quoted):
            return False
        return sum(self._figures.is_figure(told, at) for at in range(len(told.tokens))) == 1


def _joined(one: Told, other: Told) -> Told:
    """Two sentences as one, parted as by a semicolon."""
    first, second = one.clauses, other.clauses
    by = len(first.openers)
    moved: list[Token] = []
    for token in second.tokens:
        copied = token.copy()
        copied.clause += by
        moved.append(copied)
    tokens = [*[token.copy() for token in first.tokens], *moved]
    marks = [*first.marks, *[";" if not at else mark for at, mark in enumerate(second.marks)]]
    clauses = Clauses(tokens, [*first.openers, *second.openers], marks)
    made = Told(one.number, clauses, quoted=[*one.quoted, *other.quoted], subject=one.subject)
    made.place()
    return made
