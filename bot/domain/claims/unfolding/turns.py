"""Small words that turn what stands behind them: "too old to be repaired", "from the school to the mill"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AFTER
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
            goal = None if token.value is not None else self._tied(claim.tokens, claim.tokens.index(token))
            if goal is None or not self._is_goal(claim, claim.tokens[goal]):
                continue
            tie = self._tied(tokens, at)
            origin = tokens[tie].folded if tie is not None else ""
            if tie is None or origin not in self._origins or origin in self._goals:
                continue
            behind = [one.folded for one in tokens[at + 1 :] if one.clause == tokens[at].clause]
            if not self._goals.isdisjoint(behind) or self._is_left(claim.tokens[goal], tokens, tie):
                return f"turns round where it goes: {token.text}"
        return ""

    def _is_goal(self, claim: Clauses, tie: Token) -> bool:
        """Whether a preposition tells where something goes to, or in a claim of now where it is."""
        inside = tie.folded in self._words.within
        if tie.folded in self._goals and not (inside and self._grammar.brackets):
            return True
        return inside and not any(map(self._grammar.is_over, claim.tokens))

    def _is_left(self, goal: Token, tokens: Sequence[Token], tie: int) -> bool:
        """Whether a preposition for where something comes from stands right behind a verb of the past: "left from".

        `goal` is the claim's word for where it goes: "nach" tells of time too.
        """
        if self._grammar.brackets:
            return AFTER not in goal.signs
        ahead = [one for one in tokens[:tie] if one.clause == tokens[tie].clause and not one.dated]
        verb = next((one for one in reversed(ahead) if one.content), None)
        return verb is not None and (self._grammar.is_over(verb) or self._grammar.is_participle(verb))

    def _tied(self, tokens: Sequence[Token], at: int) -> int | None:
        """Where the preposition before a noun stands, an article and another word between them; None for none."""
        tying = self._origins | self._goals | self._words.within
        for place in range(at - 1, max(-1, at - 1 - _BACK), -1):
            if tokens[place].clause != tokens[at].clause or tokens[place].value is not None:
                break
            if tokens[place].folded in tying:
                return place
        return None
