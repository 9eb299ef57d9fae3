"""A claim beside a sentence without what is set apart in it, where the claim takes nothing of that."""

from collections.abc import Sequence
from functools import cached_property

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import Wording
from bot.domain.claims.unfolding.beside.closing import ClosedSentences
from bot.domain.claims.unfolding.unfolding import Unfolding

# How many clauses a sentence has besides an aside, and how many words tell an age.
_AROUND = _AGE_WORDS = 2


class ClosedUp(Unfolding):
    """One article's sentences unfolded, first without their asides."""

    def __init__(self, story: Story) -> None:
        super().__init__(story, story.sentences)
        self._open = [True] * len(story.sentences)
        self._closed: list[Told | None] = [None] * len(story.sentences)
        self._inner = Unfolding(story, self._closed)

    @cached_property
    def _closing(self) -> ClosedSentences:
        return ClosedSentences(self._story, self._grammar)

    def align(self, tokens: Sequence[Token], told: Told, words: Wording, *, compounds: bool) -> Aligned:
        """See `Unfolding.align`: of a sentence without its asides where that has all of a claim."""
        closed = self._without_asides(told) if len(told.clauses.marks) > _AROUND else None
        if closed is not None and not _tells_age(tokens):
            laid = self._inner.align(tokens, closed, words, compounds=compounds)
            if not laid.missing:
                return laid
        return super().align(tokens, told, words, compounds=compounds)

    def fault(self, claim: Clauses, aligned: Aligned) -> str:
        """See `Unfolding.fault`: of the sentence that a claim was laid beside."""
        number = aligned.told.number
        closed = number >= 0 and aligned.told is self._closed[number]
        return self._inner.fault(claim, aligned) if closed else super().fault(claim, aligned)

    def _without_asides(self, told: Told) -> Told | None:
        """A sentence of the article without its asides, None where it has none."""
        number = told.number
        if number < 0 or told is not self._story.sentences[number]:
            return None
        if self._open[number]:
            self._open[number] = False
            self._closed[number] = self._closing.of(told)
        return self._closed[number]


def _tells_age(tokens: Sequence[Token]) -> bool:
    """Whether a claim tells an age in an aside of its own: "Horst Mai, 30, lives in Kiel"."""
    for token in tokens:
        if token.clause and token.value is not None:
            return len([1 for one in tokens if one.clause == token.clause]) <= _AGE_WORDS
    return False
