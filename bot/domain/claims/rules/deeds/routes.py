"""Which of two things has which preposition: who went from Elm to Oak did not go from Oak to Elm."""

from collections.abc import Sequence
from itertools import combinations

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.grammar import Grammar

_FEWEST, _TIES = 3, 2


def crossed_ties(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Two words of a claim's clause of which each has the preposition that the sentence has before the other."""
    if len(aligned.pairs) < _FEWEST or sum(token.folded in grammar.words.ties for token in claim.tokens) < _TIES:
        return ""
    told, tied = aligned.told.tokens, []
    for token, place in aligned.pairs:
        mine = _ties_before(claim.tokens, claim.tokens.index(token), grammar)
        theirs = _ties_before(told, place, grammar) if mine else ()
        if theirs and theirs != mine:
            tied.append((token, mine, theirs))
    for (one, first, second), (other, third, fourth) in combinations(tied, 2):
        if one.clause == other.clause and first == fourth and second == third:
            return f"turns round from where to where: {one.text}, {other.text}"
    return ""


def _ties_before(tokens: Sequence[Token], at: int, grammar: Grammar) -> tuple[str, ...]:
    """The prepositions in a row before a word, an article between or none: "from over the hill", "de la Brad"."""
    first = at
    while first and tokens[first - 1].clause == tokens[at].clause and grammar.is_small(tokens[first - 1]):
        first -= 1
    return tuple(token.folded for token in tokens[first:at] if token.folded in grammar.words.ties)
