"""What somebody is still to get, told as theirs: "is getting a new school", "has a new school"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.rules.grammar import Grammar


def had_already(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that somebody has what a sentence only has them get, or be about to have; or ""."""
    special = grammar.words.special
    owning = [at for at, token in enumerate(claim.tokens) if token.folded in special["owning"]]
    if not owning or any(grammar.is_participle(token) for token in claim.tokens[owning[0] + 1 :]):
        return ""
    tokens = [token for token in aligned.told.tokens if token.clause in aligned.used]
    if any(token.folded in special["owning"] for token in tokens):
        return ""
    getting = next((token for token in tokens if token.folded in special["getting"]), None)
    said = any(token.folded in special["getting"] for token in claim.tokens)
    return "" if getting is None or said else f"says that it has happened: {getting.text}"


def stays_where_left(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that somebody still is where a sentence has them leave, or that is now what was; "".

    "Has left the Greens": not "is still with the Greens".
    """
    special = grammar.words.special
    staying = next((token for token in claim.tokens if token.folded in special["staying"]), None)
    if staying is None or any(token.folded in special["left_for"] for token in claim.tokens):
        return ""
    tokens = [(at, token) for at, token in enumerate(aligned.told.tokens) if token.clause in aligned.used]
    if any(token.folded in special["staying"] for _, token in tokens):
        return ""
    left = next(
        (token for at, token in tokens if token.folded in special["left_for"] and at not in aligned.matched), None
    )
    return "" if left is None else f"says that something still is: {staying.text}"
