"""What only one of several does or does not do, told of them all: "of the judges, Ann is the only one who has none"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import ONLY
from bot.domain.claims.rules.grammar import Grammar, is_plain

# How many words may stand from the one that means only one to the relative clause, that one too.
_NEAR = 4


# Complexity: the conditions of one reading, each a cheap way out before the next.
def done_by_sole(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that gives to several what a sentence tells of the only one of them, or ""."""
    tokens = aligned.told.tokens
    sole = next((at for at, token in enumerate(tokens) if ONLY in token.signs), None)
    if sole is None or not aligned.pairs or any(ONLY in token.signs for token in claim.tokens):
        return ""
    start = _relative(tokens, sole, grammar)
    doing, place = aligned.pairs[0]
    if start is None or place > sole or not is_plain(doing):
        return ""
    behind = any(at >= start and is_plain(token) for token, at in aligned.pairs)
    named = any(
        token.entities and at < sole and tokens[at].clause >= tokens[sole].clause for token, at in aligned.pairs
    )
    opening = next(token for token in tokens if token.clause == tokens[place].clause)
    led = grammar.is_tied(tokens, place) or opening.folded in grammar.of_words  # "Des sept juges": no article.
    led = led and tokens[place].clause < tokens[sole].clause
    return f"leaves out a limit: {tokens[sole].text}" if behind and led and not named else ""


def _relative(tokens: Sequence[Token], sole: int, grammar: Grammar) -> int | None:
    """Where the relative clause begins that tells of an only one, None where none follows."""
    relatives = grammar.relatives - grammar.definite
    behind = range(sole + 1, min(sole + 1 + _NEAR, len(tokens)))
    return next((at for at in behind if tokens[at].folded in relatives), None)
