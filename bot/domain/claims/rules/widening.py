"""What a claim may not make wider: "its only road bridge" is not its only bridge, "no bad injuries" not no injuries.

Elsewhere a word that only narrows may be left out: who bought an old house bought a house.
"""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import ALL, NOT, ONLY
from bot.domain.claims.rules.grammar import Grammar, is_plain

_NARROWING_WORDS = 4
_TURNING = {ALL, NOT, ONLY}


class Widening:
    """Compares what is narrowed behind words that hold for whatever they are said of."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def fault(self, claim: Clauses, aligned: Aligned) -> str:
        """A word that narrows what is the only one, the first, all or none, and that the claim leaves out."""
        kept = {sign for token in claim.tokens for sign in token.signs} & _TURNING
        for at, token in enumerate(aligned.told.tokens):
            first = at in aligned.matched and token.folded in self._grammar.words.firsts
            none = NOT in token.signs and token.folded not in self._grammar.words.none
            if first or (not none and token.signs & kept):
                narrowing = self._narrowing(aligned, at)
                if narrowing is not None:
                    return f"leaves out what narrows it: {narrowing.text}"
        return ""

    def _narrowing(self, aligned: Aligned, at: int) -> Token | None:
        """The word behind one that holds for all, which narrows what that is said of and which the claim leaves out."""
        tokens, matched = aligned.told.tokens, aligned.matched
        for place in range(at + 1, min(at + 1 + _NARROWING_WORDS, len(tokens))):
            other = tokens[place]
            if other.clause != tokens[at].clause or place in matched or not self._narrows(other):
                return None
            if other.content and self._is_before(tokens, place, matched):
                return other
        return None

    def _narrows(self, token: Token) -> bool:
        """Whether a word may stand between such a word and what it is said of."""
        small = token.folded in self._grammar.words.ties or token.folded in self._grammar.definite
        return not small and is_plain(token) and not token.signs

    def _is_before(self, tokens: list[Token], place: int, matched: frozenset[int]) -> bool:
        """Whether a word that the claim takes stands right behind, with none that ties between."""
        for at in range(place + 1, min(place + 1 + _NARROWING_WORDS, len(tokens))):
            if tokens[at].clause != tokens[place].clause or tokens[at].folded in self._grammar.words.ties:
                return False
            if at in matched:
                return True
        return False
