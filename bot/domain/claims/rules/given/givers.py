"""Who gives in a claim what a sentence has them receive: "the school got forty chairs from a theatre"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.rules.grammar import Grammar, is_plain, tells


# Complexity: the conditions of one reading, each a cheap way out before the next.
def receives(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who gives a thing in a claim, where they receive it or give another; "" for nothing."""
    gave, got = grammar.words.special["gave"], grammar.words.special["got"]
    verb = next((at for at, token in enumerate(claim.tokens) if token.folded in gave and not token.content), -1)
    verb = verb if verb >= 0 else next((at for at, one in enumerate(claim.tokens) if one.folded in gave), -1)
    tokens = aligned.told.tokens
    there = next((at for at, token in enumerate(tokens) if token.folded in got), -1)
    if verb < 1 or there < 1 or not aligned.pairs or tells(claim.tokens[:verb], PASSIVE):
        return ""
    doer, here = aligned.pairs[0]
    if doer.start > claim.tokens[verb].start or tokens[here].clause != tokens[there].clause:
        return ""
    if here < there:
        return "" if grammar.is_tied(tokens, here) else f"turns round who does what: {doer.text}"
    things = [at for token, at in aligned.pairs if token.start > claim.tokens[verb].start and there < at < here]
    other = _other_giver(tokens, max(things, default=here), here, grammar)
    return f"gives to another what is done: {doer.text}" if other else ""


def _other_giver(tokens: Sequence[Token], thing: int, here: int, grammar: Grammar) -> bool:
    """Whether a sentence names another who gives a thing, right behind it: "maps from a sailor and a piano from"."""
    tie = grammar.tie_before(tokens, here)
    between = [at for at in range(thing + 1, here) if tokens[at].content]
    return any(grammar.tie_before(tokens, at) == tie and is_plain(tokens[at]) for at in between) and bool(tie)
