"""What is unlike another: "Anders als der Wirt ist der Koch dagegen" tells nothing of the landlord."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.rules.grammar import Grammar

_OPENING = 2


# Complexity: the conditions of one reading, each a cheap way out before the next.
def told_of_unlike(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim about who or what a sentence opens with as unlike another, "" for nothing."""
    tokens, marks = aligned.told.tokens, aligned.told.clauses.marks
    unlike = grammar.words.special["unlike"]
    words = next((n for n in (1, _OPENING) if "-".join([token.folded for token in tokens[:n]]) in unlike), 0)
    if not words or tokens[words - 1].folded in {token.folded for token in claim.tokens}:
        return ""
    if marks[1:2] == [","]:  # "Unlike the mayor, the council wants to keep it."
        taken = any(tokens[place].clause == 0 for _, place in aligned.pairs)
        return f"leaves out a denial: {tokens[0].text}" if taken else ""
    for at in range(_OPENING, len(tokens) - 1):
        token, behind = tokens[at], tokens[at + 1]
        small = grammar.is_small(token) or token.text[0].isupper() or behind.text[0].isupper()
        if grammar.brackets and not grammar.nouns:
            small = grammar.is_small(token) or token.before in grammar.definite or bool(token.entities)
        if token.folded in grammar.perfects or token.signs or token.mood or not small:
            return ""
        if at in aligned.matched:
            return f"leaves out a denial: {tokens[0].text}"
    return ""
