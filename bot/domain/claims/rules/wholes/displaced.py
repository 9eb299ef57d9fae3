"""Who is what one took from another: "replaced Leo Marn as coach" for "Leo Marn is coach"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import FORMER, IS, NOT, PASSIVE, WAS
from bot.domain.claims.rules.grammar import Grammar


# Complexity: each question is a word of the shape.
def displaced(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that somebody is what another is in their place, or that who took it is not."""
    tokens, deed = aligned.told.tokens, -1
    for at, token in enumerate(tokens):
        if token.folded in grammar.words.special["displacing"]:
            deed = at
    if deed < 0 or deed in aligned.matched or not aligned.pairs or not _is_of_now(claim.tokens, grammar):
        return ""
    mark = _mark(tokens, deed, grammar)
    if mark < 1 or not any(at > mark and tokens[at].clause == tokens[deed].clause for at in aligned.matched):
        return ""
    first = aligned.pairs[0][1]
    before = first == mark - 1 or bool(tokens[first].entities & tokens[mark - 1].entities)
    denied = any(NOT in token.signs for token in claim.tokens)
    return f"turns round who does what: {tokens[first].text}" if before is not denied and first < mark else ""


def _is_of_now(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a claim tells what somebody is, not what they were."""
    if any(token.signs & {WAS, FORMER} or token.mood == "past" for token in tokens):
        return False
    return grammar.words.free_order or any(IS in token.signs for token in tokens)


def _mark(tokens: Sequence[Token], deed: int, grammar: Grammar) -> int:
    """Where "as" stands behind whose place is taken, in the active; -1 where it does not."""
    inside = [at for at, token in enumerate(tokens) if token.clause == tokens[deed].clause]
    if any(PASSIVE in tokens[at].signs for at in inside):
        return -1
    return next((at for at in inside if tokens[at].folded in grammar.words.special["as_what"]), -1)
