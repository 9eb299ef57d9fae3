"""What is unlike another: "Anders als der Wirt ist der Koch dagegen" tells nothing of the landlord."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.rules.grammar import Grammar

_OPENING = 2


def told_of_unlike(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim about who or what a sentence opens with as unlike another, "" for nothing."""
    tokens = aligned.told.tokens
    opening = "-".join([token.folded for token in tokens[:_OPENING]])
    if opening not in grammar.words.special["unlike"] or tokens[0].folded in {token.folded for token in claim.tokens}:
        return ""
    for at in range(_OPENING, len(tokens) - 1):
        token, behind = tokens[at], tokens[at + 1]
        small = grammar.is_small(token) or token.text[0].isupper() or behind.text[0].isupper()
        if token.folded in grammar.perfects or token.signs or token.mood or not small:
            return ""
        if at in aligned.matched:
            return f"leaves out a denial: {tokens[0].text}"
    return ""
