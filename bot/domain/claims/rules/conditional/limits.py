"""What a sentence limits by a denial and what ends it, told without the limit: "n'ouvre que le samedi", "ouvre"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.comparing.wording import ONLY
from bot.domain.claims.rules.grammar import Grammar


# Complexity: the conditions of one reading, each a cheap way out before the next.
def unlimited(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that takes what stands before such a limit and not the word behind it."""
    ends, tokens = grammar.words.special["restricting"], aligned.told.tokens
    limits = [at for at, token in enumerate(tokens) if token.folded in ends and ONLY in token.signs] if ends else []
    if not limits or any(ONLY in token.signs for token in claim.tokens):
        return ""
    for at in limits:
        limited = next((place for place in range(at + 1, len(tokens)) if tokens[place].content), at)
        words = grammar.words.special["restricted"]
        begin = next((place for place in range(at, 0, -1) if tokens[place].folded in words), at)
        if any(begin < place < at for place in aligned.matched) and limited not in aligned.matched:
            return f"leaves out a limit: {tokens[at].text}"
    return ""
