"""Which of two phrases is denied: "because of a fault and not through an error", turned round."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import NOT
from bot.domain.claims.rules.grammar import FINITE, Grammar

DENIED_OTHER = "denies the other of two"
# How many small words may stand between a denial and the first word of what it denies.
_SMALL = 7


def denied_exchanged(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that denies what its sentence sets against what that denies, "" for nothing."""
    mine = _denied(claim.tokens, grammar)
    theirs = _denied(aligned.told.tokens, grammar) if mine else []
    if not theirs:
        return ""
    denied = {id(claim.tokens[at]) for at in mine}
    taken = [place for token, place in aligned.pairs if id(token) in denied][:1]  # Behind it may stand a verb.
    others = [place for token, place in aligned.pairs if id(token) not in denied]
    if not taken or taken[0] in theirs or theirs[0] not in others:
        return ""
    return f"{DENIED_OTHER}: {claim.tokens[mine[0]].text}"


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _denied(tokens: Sequence[Token], grammar: Grammar) -> list[int]:
    """Where what a phrase's denial behind "and" or a comma denies says something; nothing of a verb's or of two."""
    denials = [at for at, token in enumerate(tokens) if at and NOT in token.signs]
    if len(denials) != 1:
        return []
    at, joins = denials[0], grammar.words.joins | grammar.words.joining
    opens = tokens[at - 1].clause != tokens[at].clause
    if not opens and tokens[at - 1].folded not in joins:
        return []
    clause, found = tokens[at].clause, list[int]()
    for place in range(at + 1, len(tokens)):
        token = tokens[place]
        if token.clause != clause or (found and token.folded in joins):
            break
        if token.content:
            found.append(place)
    if not found or found[0] > at + _SMALL:
        return []
    return [] if tokens[found[0]].mood in FINITE else found
