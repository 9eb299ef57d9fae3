"""What a semicolon parts is not joined: "the firm paid for it; Ann Holm led it" for "Ann Holm paid for it"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.rules.grammar import SPEECH, Grammar, tells

_PARTING = frozenset(";")


def done_before(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who does in a claim what stands before a semicolon, and they behind it; "" for nothing."""
    told, pairs = aligned.told, aligned.pairs
    if _PARTING.isdisjoint(told.clauses.marks) or not pairs or pairs[0][0] is not aligned.tokens[0]:
        return ""
    doer, here = pairs[0]
    start = next((at for at, mark in enumerate(told.clauses.marks) if mark in _PARTING), 0)
    others = [at for token, at in pairs if not token.entities & doer.entities and token is not doer]
    parted = told.tokens[here].clause >= start and all(told.tokens[at].clause < start for at in others)
    if not parted or not others or claim.tokens[-1].clause or _may_be_done(claim.tokens, doer, grammar):
        return ""
    return f"gives to another what is done: {doer.text}"


def _may_be_done(tokens: Sequence[Token], doer: Token, grammar: Grammar) -> bool:
    """Whether a claim is a passive or tells who says it, or its first word is tied or a time."""
    tied = grammar.is_tied(tokens, tokens.index(doer)) or doer.dated or doer.value is not None
    return tied or tells(tokens, PASSIVE) or any(token.signs & SPEECH for token in tokens)
