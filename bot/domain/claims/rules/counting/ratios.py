"""Of how many one is told: no number of them, "five pupils cycle" for "one in five pupils cycles"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.grammar import Grammar

# How many words may stand from the one told to the word before the number: "un élève sur cinq".
_ONE = 3


def counted_of_many(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a number that a claim counts with, where the sentence tells one, or several, of so many."""
    if not grammar.words.ratios:
        return ""
    for number, place in aligned.pairs:
        if number.value is None:
            continue
        alike = not claim.headline and number.before == aligned.told.tokens[place].before
        several, many = alike and _is_several(aligned, place), _is_of_many(aligned.told.tokens, place, grammar)
        if not several and not many:
            continue
        if several if _is_of_many(claim.tokens, claim.tokens.index(number), grammar) else many:
            return f"counts of how many one is told: {number.text}"
    return ""


def _is_of_many(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a number at a place tells of how many one is."""
    before, ratios = tokens[at].before, grammar.words.ratios
    ahead = tokens[max(0, at - 1 - _ONE) : max(0, at - 1)]
    return before in ratios or any(f"{token.folded}-{before}" in ratios for token in ahead)


def _is_several(aligned: Aligned, at: int) -> bool:
    """Whether another number that a claim leaves out tells of how many a sentence does: "two in three"."""
    tokens = aligned.told.tokens
    ahead = (place for place in range(at - 1, max(-1, at - 1 - _ONE), -1) if tokens[place].content)
    first = next(ahead, at)
    return first not in aligned.matched and first < at and tokens[first].value is not None


def counts_other(aligned: Aligned) -> str:
    """What speaks against a number of what a sentence counts by another in that very word, "" for nothing.

    "Of the 140 who work there 55 are employees of the firm": "the firm has 140 employees".
    """
    tokens, matched = aligned.told.tokens, aligned.matched
    others = {token.clause for at, token in enumerate(tokens) if token.value is not None and at not in matched}
    numbers = [(token, place) for token, place in aligned.pairs if token.value is not None] if others else []
    for number, place in numbers:
        counted = [(one, at) for one, at in aligned.pairs_of(number.clause) if one.before == number.folded]
        apart = others - {tokens[place].clause}
        if any(tokens[at].stem != one.stem and _is_told_apart(aligned, one, apart) for one, at in counted):
            return f"counts something else: {number.text}"
    return ""


def _is_told_apart(aligned: Aligned, token: Token, clauses: set[int]) -> bool:
    """Whether a sentence has a claim's very word in one of some clauses, where that does not take it."""
    places = aligned.told.places.get(token.stem, ())
    return any(aligned.told.tokens[at].clause in clauses and at not in aligned.matched for at in places)
