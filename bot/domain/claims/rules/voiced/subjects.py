"""Who asks or says something, and of whom that is: "parents asked that the council pay", not the other way round."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AFTER, BEFORE, CAUSE, COND, PASSIVE
from bot.domain.claims.rules.grammar import Grammar, is_plain

_ORDERING = {AFTER, BEFORE, CAUSE, COND}


# Complexity: the conditions of one reading, each a cheap way out before the next.
def subjects_exchanged(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that opens a clause with whom the sentence opens the next with, and that with them.

    Both sides have the second behind "that", and neither is told in the passive.
    """
    told = aligned.told
    if len(claim.openers) <= 1 or len(told.clauses.openers) <= 1 or claim.headline:
        return ""
    if any(token.signs & _ORDERING for token in claim.tokens):
        return ""  # "It left after she came", "she came before it left".
    place_of = {id(token): place for token, place in aligned.pairs}
    for clause in range(len(claim.openers) - 1):
        one, other = _opening(claim.tokens, clause, grammar), _opening(claim.tokens, clause + 1, grammar)
        if one is None or other is None or claim.openers[clause + 1] not in grammar.complements:
            continue
        here, there = place_of.get(id(one), -1), place_of.get(id(other), -1)
        if min(here, there) >= 0 and _opens_both(aligned, there, here, grammar):
            return f"turns round who does what: {one.text}, {other.text}"
    return ""


def _opens_both(aligned: Aligned, there: int, here: int, grammar: Grammar) -> bool:
    """Whether a sentence opens a clause with a word at one place, and with that at another what "that" opens behind."""
    clauses = aligned.told.clauses
    first, second = clauses.tokens[there], clauses.tokens[here]
    if second.clause != first.clause + 1 or clauses.openers[second.clause] not in grammar.complements:
        return False
    return all(_opening(clauses.tokens, token.clause, grammar) is token for token in (first, second))


def _opening(tokens: Sequence[Token], clause: int, grammar: Grammar) -> Token | None:
    """The noun or name that opens a clause which is told in the active, None where it opens otherwise."""
    inside = [token for token in tokens if token.clause == clause]
    said = [token for token in inside if token.content and not token.dated]
    if not said or any(PASSIVE in token.signs for token in inside) or not (said[0].entities or is_plain(said[0])):
        return None
    return None if grammar.tie_before(tokens, tokens.index(said[0])) else said[0]
