"""To whom something is lent, told as from whom it is borrowed by a verb for both: "позичило Харкову", "у Харкова"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.dealt.objects import tied
from bot.domain.claims.rules.dealt.phrases import DATIVE
from bot.domain.claims.rules.grammar import Grammar


# Complexity: the conditions of one reading, each a cheap way out before the next.
def lent_by_borrower(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has lent by somebody what a sentence lends to them, or the other way; or ""."""
    lending = grammar.words.special["lending"]
    tokens = aligned.told.tokens
    if not any(token.folded in lending and tokens[at].folded in lending for token, at in aligned.pairs):
        return ""
    for token, at in aligned.pairs:
        if token.value is not None or token.dated or token.folded in lending:
            continue
        here, mine = tied(claim.tokens, claim.tokens.index(token), grammar)
        there, theirs = tied(tokens, at, grammar)
        borrows, lends = _is_source(theirs, tokens, grammar), _is_source(mine, claim.tokens, grammar)
        way, tie = (there, theirs) if lends else (here, mine)
        cased = grammar.words.free_order and tie is None
        to_whom = cased or way == DATIVE or (tie is not None and tie.folded in grammar.words.special["lent_to"])
        if borrows is not lends and to_whom:
            return f"turns round who lends: {token.text}"
    return ""


def _is_source(tie: Token | None, tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a preposition stands before from whom something is lent: "from", "de la", not "to the town of"."""
    if tie is None:
        return False
    sources, before = (
        grammar.words.special["lent_from"],
        next((at for at, one in enumerate(tokens) if one is tie), 0) - 1,
    )
    if before < 0 or tie.folded not in sources:
        return before >= 0 and f"{tokens[before].folded}-{tie.folded}" in sources
    head = tied(tokens, before, grammar)[1]
    return head is None or head.folded not in grammar.words.special["lent_to"]
