"""What a claim may not make wider: "its only road bridge" is not its only bridge, "no bad injuries" not no injuries.

Elsewhere a word that only narrows may be left out: who bought an old house bought a house.
"""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import ALL, NOT, ONLY
from bot.domain.claims.rules.grammar import Grammar

_NARROWING_WORDS = 4
_TURNING = {ALL, NOT, ONLY}


class Widening:
    """Compares what is narrowed behind words that hold for whatever they are said of."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def fault(self, claim: Clauses, aligned: Aligned) -> str:
        """A word that narrows what is the only one, the first, all or none, and that the claim leaves out."""
        tokens = aligned.told.tokens
        matched = {place for place in aligned.places if place is not None}
        kept = {sign for token in claim.tokens for sign in token.signs} & _TURNING
        for at, token in enumerate(tokens):
            first = at in matched and token.folded in self._grammar.words.firsts
            none = NOT in token.signs and token.folded not in self._grammar.words.none
            if not first and (none or not token.signs & kept):
                continue
            for place in range(at + 1, min(at + 1 + _NARROWING_WORDS, len(tokens))):
                other = tokens[place]
                if other.clause != token.clause or place in matched or not self._narrows(other):
                    break
                if other.content and self._is_before(tokens, place, matched):
                    return f"leaves out what narrows it: {other.text}"
        return ""

    def _narrows(self, token: Token) -> bool:
        """Whether a word may stand between such a word and what it is said of."""
        small = token.folded in self._grammar.words.ties or token.folded in self._grammar.definite
        named = token.entities or token.value is not None or token.dated or token.signs
        return not small and not named

    def _is_before(self, tokens: list[Token], place: int, matched: set[int]) -> bool:
        """Whether a word that the claim takes stands right behind, with none that ties between."""
        for at in range(place + 1, min(place + 1 + _NARROWING_WORDS, len(tokens))):
            if tokens[at].clause != tokens[place].clause or tokens[at].folded in self._grammar.words.ties:
                return False
            if at in matched:
                return True
        return False
