"""Of how many one is told: no number of them, "five pupils cycle" for "one in five pupils cycles"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.grammar import Grammar

# How many words may stand from the one told to the word before the number: "un élève sur cinq".
_ONE = 3


def counted_of_many(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a number that a claim counts with, where the sentence tells one of so many."""
    if not grammar.words.ratios:
        return ""
    for number, place in aligned.pairs:
        if number.value is None or not _is_of_many(aligned.told.tokens, place, grammar):
            continue
        if not _is_of_many(claim.tokens, claim.tokens.index(number), grammar):
            return f"counts of how many one is told: {number.text}"
    return ""


def _is_of_many(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a number at a place tells of how many one is."""
    before, ratios = tokens[at].before, grammar.words.ratios
    ahead = tokens[max(0, at - 1 - _ONE) : max(0, at - 1)]
    return before in ratios or any(f"{token.folded}-{before}" in ratios for token in ahead)
