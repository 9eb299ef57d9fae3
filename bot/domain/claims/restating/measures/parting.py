"""The parts of a sentence that each tell one number: "12 in May, against 30 in June"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.quantities import parts_of
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.restating.measures.comparison import Comparing, counts
from bot.domain.claims.restating.measures.figures import CountedThings
from bot.domain.claims.rules.grammar import is_time

# Among how many words a number stands behind one that compares.
_NUMBER_WORDS = 4


class Parting:
    """One article's sentences with several numbers."""

    def __init__(self, story: Story, comparing: Comparing, figures: CountedThings) -> None:
        self._words = story.words
        self._comparing = comparing
        self._figures = figures
        self._small = story.leading | story.of_words

    def of(self, told: Told) -> tuple[list[int], set[int]]:
        """For each word the number of its part, and the parts that tell to what the one before them changed.

        They are clauses, parted where a second number is joined to a first, put in its place or what it changed to.
        """
        parts: list[int] = []
        changed = set[int]()
        part, counted = 0, False
        for at, token in enumerate(told.tokens):
            opens = bool(at) and token.clause != told.tokens[at - 1].clause
            turns = counted and not opens and self._turns(told.tokens, at)
            if (opens and told.clauses.marks[token.clause] == ";") or (
                counted and (opens or turns or self._joins(told.tokens, at))
            ):
                part, counted = part + 1, False
                changed |= {part} if turns else set()
            counted = counted or self._figures.is_figure(told, at)
            parts.append(part)
        return parts, changed

    def counted(self, told: Told, parts: Sequence[int]) -> list[int]:
        """Where numbers stand that count something themselves, and do not tell by how much it is more."""
        telling = {part for at, part in enumerate(parts) if self._comparing.tells(told.tokens, at)}
        # "40 of the 90 farms", not "von 31 auf 24".
        parted = [pair for pair in parts_of(told.tokens, self._words) if not self.are_of_one(told, *pair)]
        wholes = {two for one, two in parted if not self._are_compared(told.tokens, one, two)}
        counted = [at for at in range(len(told.tokens)) if self._figures.is_figure(told, at) and at not in wholes]
        return [at for at in counted if parts[at] not in telling]

    def are_of_one(self, told: Told, mine: int, other: int) -> bool:
        """Whether two numbers are of one thing: what it changed from and to, or what stands in the place of another."""
        tokens = told.tokens
        between = range(min(mine, other) + 1, max(mine, other))
        if any(tokens[at].folded in self._words.instead - self._words.compared for at in between):
            return True
        return any(self._turns(tokens, at) for at in between)

    def _are_compared(self, tokens: Sequence[Token], one: int, other: int) -> bool:
        """Whether a word that compares stands between two numbers: "is of 310 people, against 365 four years ago"."""
        return any(token.folded in self._words.compared for token in tokens[min(one, other) + 1 : max(one, other)])

    def _turns(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word stands before the number to which something changed: "from 31 to 24"."""
        return tokens[at].folded in self._words.towards and self._counts_next(tokens, at)

    def _joins(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word joins a second number to a first, or puts it beside or in place of it."""
        word, words = tokens[at].folded, self._words
        if word in words.joins:  # "Between March and May" has one number.
            return not (at and is_time(tokens[at - 1]) and any(map(is_time, tokens[at + 1 : at + 2])))
        return word in words.instead | words.compared and self._counts_soon(tokens, at)

    def _counts_soon(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a number stands among the next words, before any that joins: "instead of the planned 40"."""
        near = tokens[at + 1 : at + 1 + _NUMBER_WORDS]
        ends = [one.clause != tokens[at].clause or one.folded in self._words.joins for one in near]
        return any(map(counts, near[: ends.index(True)] if True in ends else near))

    def _counts_next(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a number stands right behind a word, but for an article."""
        behind = next((token for token in tokens[at + 1 :] if token.folded not in self._small), None)
        return behind is not None and counts(behind)
