"""One of two joined things told to be in the other: "found a buckle and a pot in which coins lay"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_plain

# A preposition and an article.
_TIE = 2


# Complexity: the conditions of one reading, each a cheap way out before the next.
def put_inside_other(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has one thing be in another beside which the sentence only names it, or ""."""
    words, tokens = grammar.words, aligned.told.tokens
    joins, within = words.joining & words.joins, words.within
    if not any(token.folded in within for token in claim.tokens) or not any(one.folded in joins for one in tokens):
        return ""
    for token, at in aligned.pairs:
        mine = claim.tokens.index(token)
        inside = any(one.folded in within for one in claim.tokens[max(0, mine - _TIE) : mine])
        if not inside or not is_plain(token) or grammar.is_tied(tokens, at):
            continue
        for other, place in aligned.pairs_of(token.clause):
            if place < at and is_plain(other) and _are_joined(tokens, (place, at), joins, grammar):
                first, last = sorted((mine, claim.tokens.index(other)))
                if not any(one.folded in joins for one in claim.tokens[first:last]):
                    return f"puts in another's place: {token.text}"
    return ""


def _are_joined(tokens: Sequence[Token], places: tuple[int, int], joins: frozenset[str], grammar: Grammar) -> bool:
    """Whether nothing but what describes two things, and a word that joins, stands between them."""
    first, last = places
    between = tokens[first + 1 : last]
    if tokens[first].clause != tokens[last].clause or grammar.is_tied(tokens, first):
        return False
    verb = any(one.mood in FINITE or one.folded in grammar.perfects for one in between)
    joined = [at for at, one in enumerate(between) if one.folded in joins]
    return not verb and len(joined) == 1 and all(not one.content for one in between[joined[0] + 1 :])
