"""Small words that turn what stands behind them: "too old to be repaired", "from the school to the mill"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.rules.grammar import Grammar

# An article, and a word that describes a noun.
_BACK = 3


class Turning:
    """One article's sentences, and what a claim makes of what such a word turns."""

    def __init__(self, story: Story, grammar: Grammar) -> None:
        agreement = agreement_of(story.reading.language.code)
        self._words = story.words
        self._grammar = grammar
        self._excess = agreement.excess
        self._origins = agreement.origins
        self._goals = agreement.goals

    def fault(self, claim: Clauses, aligned: Aligned) -> str:
        """What speaks against a claim of which a word is turned in the sentence, "" for nothing."""
        return self._too_much(claim, aligned) or self._moved(claim, aligned)

    def _too_much(self, claim: Clauses, aligned: Aligned) -> str:
        """A deed that something is too old or too small for, told as done or to come."""
        tokens = aligned.told.tokens
        for at, token in enumerate(tokens):
            opener = self._excess.get(token.folded)
            if opener is None or any(one.folded == token.folded for one in claim.tokens):
                continue
            start = next((one for one in range(at + 2, len(tokens)) if tokens[one].folded == opener), len(tokens))
            end = next((one for one in range(start, len(tokens)) if self._ends(tokens, start, one)), len(tokens))
            if any(start <= place < end for place in aligned.matched):
                return f"leaves out how sure it is: {token.text}"
        return ""

    def _ends(self, tokens: Sequence[Token], start: int, at: int) -> bool:
        """Whether what is not done ends at a place: in a later clause, or at a word that joins."""
        return tokens[at].clause != tokens[start].clause or tokens[at].folded in self._words.joins

    def _moved(self, claim: Clauses, aligned: Aligned) -> str:
        """Where something moves from, told as where it moves to: "from the school to the mill"."""
        tokens = aligned.told.tokens
        for token, at in aligned.pairs if self._origins else ():
            if token.value is not None or self._tie(claim.tokens, claim.tokens.index(token)) not in self._goals:
                continue
            tie = self._tie(tokens, at)
            behind = [one.folded for one in tokens[at + 1 :] if one.clause == tokens[at].clause]
            if tie in self._origins and tie not in self._goals and not self._goals.isdisjoint(behind):
                return f"turns round where it goes: {token.text}"
        return ""

    def _tie(self, tokens: Sequence[Token], at: int) -> str:
        """The preposition before a noun, an article and another word between them or none; "" for none."""
        tying = self._origins | self._goals
        for place in range(at - 1, max(-1, at - 1 - _BACK), -1):
            if tokens[place].clause != tokens[at].clause:
                break
            if tokens[place].folded in tying:
                return tokens[place].folded
        return ""
