"""Of how many one is told: no number of them, "five pupils cycle" for "one in five pupils cycles"."""

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import NOT
from bot.domain.claims.rules.grammar import Grammar

# How many words may stand from the one told to the word before the number: "un élève sur cinq".
_ONE = 3
# Up to how many words behind a number the one stands by which it counts others: "two (dealers) others".
_BESIDE = 4
OTHERS_COUNTED = "counts others of the same"


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


def counts_other(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a number of what a sentence counts otherwise, "" for nothing."""
    numbers = [(token, at) for token, at in aligned.pairs if token.value is not None]
    if not numbers:
        return ""
    return _counts_by_another(aligned, numbers) or _counts_others(claim, aligned, numbers, grammar)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _counts_others(claim: Clauses, aligned: Aligned, numbers: Sequence[tuple[Token, int]], grammar: Grammar) -> str:
    """The same of a number of some of those told of, where the sentence has so many others.

    "Three men were held. Two others are sought": "two of the men are sought".
    """
    words, tokens = grammar.words, aligned.told.tokens
    others = words.others | words.special["further"]
    if others.isdisjoint([token.folded for token in tokens]):
        return ""
    for number, place in numbers:
        at = claim.tokens.index(number)
        mine, beside = claim.tokens[max(0, at - 1) : at + 2], tokens[max(0, place - 1) : place + 2]
        told = [one for one in tokens[place : place + _BESIDE] if one.folded in words.others] + beside
        told = [one for one in told if one.folded in others and one.clause == tokens[place].clause]
        if not told or number.share is not None or any(one.folded in others for one in mine):
            continue
        before, behind = claim.tokens[max(0, at - 2) : at], claim.tokens[at + 1 : at + 2]
        parted = any(one.folded in words.partitives | grammar.of_words for one in behind)
        if parted or any(one.folded in words.special["of_which"] for one in before):
            return f"{OTHERS_COUNTED}: {number.text}"
    return ""


def _counts_by_another(aligned: Aligned, numbers: Sequence[tuple[Token, int]]) -> str:
    """What speaks against a number of what a sentence counts by another in that very word, "" for nothing.

    "Of the 140 who work there 55 are employees of the firm": "the firm has 140 employees".
    """
    tokens, matched = aligned.told.tokens, aligned.matched
    others = {token.clause for at, token in enumerate(tokens) if token.value is not None and at not in matched}
    for number, place in numbers if others else ():
        counted = [(one, at) for one, at in aligned.pairs_of(number.clause) if one.before == number.folded]
        apart = others - {tokens[place].clause}
        if any(tokens[at].stem != one.stem and _is_told_apart(aligned, one, apart) for one, at in counted):
            return f"counts something else: {number.text}"
    return ""


def _is_told_apart(aligned: Aligned, token: Token, clauses: set[int]) -> bool:
    """Whether a sentence has a claim's very word in one of some clauses, where that does not take it."""
    places = aligned.told.places.get(token.stem, ())
    return any(aligned.told.tokens[at].clause in clauses and at not in aligned.matched for at in places)


def of_share_beside(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a share told of what the one joined to it does, "" for nothing.

    "47 % of the voters want a tunnel and 25 % demand a ferry": "47 % of the voters demand a ferry".
    """
    tokens, matched = aligned.told.tokens, aligned.matched
    shares = [at for at, token in enumerate(tokens) if token.share is not None and token.value is not None]
    parted = ((one, other) for one, other in pairwise(shares) if (one in matched) != (other in matched))
    for one, other in parted:
        if _is_joined(tokens, one, other, grammar) and _is_crossed(claim, aligned, one, other):
            return f"joins {tokens[one].text} with what another belongs to: {tokens[other].text}"
    return ""


def _is_crossed(claim: Clauses, aligned: Aligned, one: int, other: int) -> bool:
    """Whether a claim has one of two shares with the other's words; a denial is one of them: "25 % have no opinion"."""
    tokens = aligned.told.tokens
    denies = any(NOT in token.signs for token in claim.tokens)
    denials = {at for at, token in enumerate(tokens) if denies and NOT in token.signs}
    matched = aligned.matched | denials
    said = [at for at, token in enumerate(tokens) if token.content or at in denials]
    behind = [at for at in said if at > other and tokens[at].clause == tokens[other].clause]
    between = [at for at in said if one < at < other]
    return _takes_others(matched, between, behind) if one in matched else _takes_others(matched, behind, between)


def _takes_others(matched: frozenset[int], own: Sequence[int], others: Sequence[int]) -> bool:
    """Whether a claim leaves out what ends a share's own words and has some of the other's, by their places."""
    return bool(own) and own[-1] not in matched and not matched.isdisjoint(others)


def _is_joined(tokens: Sequence[Token], one: int, other: int, grammar: Grammar) -> bool:
    """Whether a word that joins, or a clause's beginning, stands right before a number, but for an article."""
    joins = grammar.words.joins | grammar.words.joining
    for at in range(other, max(one, other - _ONE), -1):
        if tokens[at].clause != tokens[at - 1].clause or tokens[at - 1].folded in joins:
            return True
        if tokens[at - 1].content:
            break
    return False
