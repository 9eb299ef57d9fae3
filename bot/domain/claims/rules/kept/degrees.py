"""More and less, exchanged between two deeds: "sold more but earned less" is not "earned more"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import LESS, MORE, NOT, THAN
from bot.domain.claims.rules.grammar import Grammar, is_plain, tells
from bot.domain.claims.rules.halved.gapped import Half, halves

OTHER_DEGREE = "exchanges more and less"
_DEGREES = frozenset({MORE, LESS})
_BOTH = 2


def degree_exchanged(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that gives one half's "more" to what the other has "less" of, "" for nothing."""
    tokens = aligned.told.tokens
    signs = {sign for token in tokens for sign in token.signs & _DEGREES}
    if len(signs) < _BOTH or not any(token.signs & _DEGREES for token in claim.tokens):
        return ""
    if any(tells(tokens_, sign) for tokens_ in (tokens, claim.tokens) for sign in (THAN, NOT)):
        return ""
    told = halves(aligned.told.clauses, grammar)
    degrees = [_degree(half.tokens(tokens)) for half in told]
    for half in halves(claim, grammar):
        mine = half.tokens(claim.tokens)
        degree = _degree(mine)
        if not degree:
            continue
        found = _exchanged(mine, aligned, told, degrees, degree)
        if found is not None:
            return f"{OTHER_DEGREE}: {found.text}"
    return ""


def _degree(tokens: Sequence[Token]) -> str:
    """The one of more and less that a half tells, "" for both or neither."""
    signs = {sign for token in tokens for sign in token.signs & _DEGREES}
    return next(iter(signs)) if len(signs) == 1 else ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _exchanged(
    mine: Sequence[Token], aligned: Aligned, told: Sequence[Half], degrees: Sequence[str], degree: str
) -> Token | None:
    """A word of a half that has the other degree in the sentence, where another half has the claim's."""
    own = {id(token) for token in mine if is_plain(token) and not token.signs & _DEGREES}
    pairs = [(token, at) for token, at in aligned.pairs if id(token) in own]
    for half, other in zip(told, degrees, strict=True):
        taken = [token for token, at in pairs if at in half.places]
        if taken and other and other != degree and degree in degrees:
            rest = [at for token, at in pairs if token not in taken]
            beside = [one for one, sign in zip(told, degrees, strict=True) if sign == degree]
            if not any(at in one.places for at in rest for one in beside):
                return taken[0]
    return None
