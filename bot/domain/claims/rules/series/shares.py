"""Of how many some are told, and which of two: "six of the 15 barns inspected had no alarm", "the older runs it"."""

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import IS, NOT, PASSIVE
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_plain, is_year
from bot.domain.claims.rules.series.timelines import halves_of

# How many words stand at most from a part to that of which it is one: "sei ristoranti su quindici".
_PART, _TWO = 5, 2
# How many words a helping verb may stand before its participle, and how many open the half of one of two.
_HELPED, _OPENING = 3, 6


# Complexity: the conditions of one reading, each a cheap way out before the next.
def part_as_whole(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that tells of a part as done, or as all there is, what is told of the whole; or "".

    "Six of the 15 barns inspected had no alarm": not "six barns were inspected", nor "there are six barns".
    """
    tokens = aligned.told.tokens
    for number, place in aligned.pairs:
        if number.value is None or number.dated or is_year(number):
            continue
        whole = _whole(tokens, place, grammar)
        if whole is None or whole in aligned.matched:
            continue
        owned = grammar.words.special["owning"] | grammar.words.special["holding"]
        ahead = claim.tokens[: claim.tokens.index(number)][-1:]
        has = ahead and (ahead[0].folded in owned or IS in ahead[0].signs) and ahead[0].clause == number.clause
        if has and not _is_helped(claim.tokens, claim.tokens.index(number), grammar):
            return f"counts of how many one is told: {number.text}"
        told = [one for one, at in aligned.pairs if _is_of_whole(at, whole, aligned, grammar)]
        if any(_tells_deed(claim, one, grammar) for one in told):
            return f"counts of how many one is told: {number.text}"
    return ""


def _whole(tokens: Sequence[Token], part: int, grammar: Grammar) -> int | None:
    """Where the number stands of which one at a place is a part: "six of the 15", "sei ristoranti su quindici"."""
    behind = range(part + 1, min(part + 1 + _PART, len(tokens)))
    whole = next((at for at in behind if tokens[at].value is not None), None)
    if whole is None or tokens[whole].clause != tokens[part].clause or is_year(tokens[whole]):
        return None
    more = (tokens[whole].value or 0) > (tokens[part].value or 0)
    return whole if more and any(one.folded in grammar.words.partitives for one in tokens[part + 1 : whole]) else None


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _is_of_whole(at: int, whole: int, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether a word only describes all of those counted: "the 15 barns inspected", "von 15 überprüften Scheunen"."""
    tokens = aligned.told.tokens
    token = tokens[at]
    if at <= whole or token.clause != tokens[whole].clause or not is_plain(token) or not token.content:
        return False
    between = [one for one in tokens[whole + 1 : at] if one.content]
    helped = [one for one in tokens[max(whole, at - _HELPED) : at] if not one.content]
    if len(between) > 1 or any(_helps(one, grammar) for one in helped):
        return False
    left = [one for place, one in enumerate(tokens) if place > at and place not in aligned.matched]
    return any(one.clause == token.clause and one.content and is_plain(one) for one in left)


def _helps(token: Token, grammar: Grammar) -> bool:
    """Whether a word makes a finite verb of a participle behind it."""
    return bool(token.signs & {PASSIVE, IS}) or token.folded in grammar.perfects or token.mood in FINITE


def _is_helped(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a participle stands behind a number and its noun: "had seven lifts repaired", "hat sieben gefunden"."""
    behind = [one for one in tokens[at + 1 :] if one.clause == tokens[at].clause and one.content]
    return any(grammar.is_participle(one) or grammar.is_past_participle(one) for one in behind)


def _tells_deed(claim: Clauses, told: Token, grammar: Grammar) -> bool:
    """Whether a claim has a word as its deed: behind a helping verb, or before one that ends its clause, or finite."""
    at = claim.tokens.index(told)
    inside = [one for one in claim.tokens if one.clause == told.clause]
    ahead = [one for one in inside if one.start < told.start]
    if told.mood in FINITE and not any(_helps(one, grammar) for one in ahead):
        return told.mood != "past" or not grammar.is_named(told)
    bracket = grammar.brackets and inside[-1] is told and any(_helps(one, grammar) for one in ahead)
    return bracket or any(_helps(one, grammar) for one in claim.tokens[max(0, at - _HELPED) : at])


# Complexity: the conditions of one reading, each a cheap way out before the next.
def of_other_of_two(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that gives the one of two, or none, what a sentence's other half tells of others.

    "The older of the two runs it; the younger plays": not "the older plays". "None of them passed, but three had new
    engines": not "none of them had new engines".
    """
    tokens = aligned.told.tokens
    denying = grammar.words.special["nobody"] | grammar.words.special["neither"]
    denied = bool([1 for one in tokens[:_HELPED] if one.folded in denying])
    ranked = [] if denied else _ranked(tokens[:_OPENING], grammar)
    mine = any(one.folded in denying for one in claim.tokens[:_HELPED]) if denied else _has(claim, ranked)
    halves = [*halves_of(aligned.told.clauses, grammar), len(tokens)] if mine else []
    if len(halves) <= _TWO:
        return ""
    first = range(halves[1])
    plain = [(token, at) for token, at in aligned.pairs if is_plain(token)]
    taken = [at for _, at in plain if at in first]
    if not [at for at in first if at > max(taken, default=0) and tokens[at].content and is_plain(tokens[at])]:
        return ""
    for begin, end in pairwise(halves[1:]):
        half = range(begin, end)
        told = [(token, at) for token, at in aligned.pairs if at in half]
        if not told or any(at not in half and at not in taken for _, at in plain):
            continue
        negated = any(NOT in tokens[at].signs or tokens[at].folded in denying for at in half)
        if denied and not negated and _has_own_doer(tokens, half, aligned, grammar):
            return f"gives it to another: {told[0][0].text}"
        if not denied and _is_other_rank(claim, tokens, half, ranked, grammar):
            return f"gives it to another: {told[0][0].text}"
    return ""


def _ranked(near: Sequence[Token], grammar: Grammar) -> list[Token]:
    """The words that tell which of two things a sentence opens with: "the older of the two"; none where it does not."""
    both = grammar.words.both
    found = [at for at, one in enumerate(near) if one.value == _TWO or one.folded in both]
    two = found[0] if found else 0
    tie = next((at for at in range(1, two) if _is_tie(near[at], grammar)), two)
    return [one for one in near[:tie] if not grammar.is_small(one)]


def _is_tie(token: Token, grammar: Grammar) -> bool:
    """Whether a word ties what it counts to some of it: "of the two", "dintre cei doi"."""
    return token.folded in grammar.words.partitives | grammar.of_words


def _has(claim: Clauses, words: Sequence[Token]) -> bool:
    """Whether a claim has the last of some words."""
    return bool(words) and any(one.stem == words[-1].stem or one.folded == words[-1].folded for one in claim.tokens)


def _is_other_rank(
    claim: Clauses, tokens: Sequence[Token], half: range, ranked: Sequence[Token], grammar: Grammar
) -> bool:
    """Whether a half opens with the other of two, whom a claim does not have: "; the younger plays"."""
    ranks, joins = {one.folded for one in ranked}, grammar.words.joins
    near = [tokens[at] for at in half[:_OPENING] if tokens[at].folded not in joins]
    led = bool(near) and (near[0].folded in grammar.definite or near[0].folded in ranks or grammar.words.free_order)
    other = next((one for one in near if not grammar.is_small(one) and one.folded not in ranks), None)
    return led and other is not None and not other.entities and not _has(claim, [other])


def _has_own_doer(tokens: Sequence[Token], half: range, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether a word stands between what joins a half and the first that a claim takes of it: "but three had"."""
    taken = next((at for at in half if at in aligned.matched), half.start)
    joins = grammar.words.joins | grammar.words.joining
    return any(tokens[at].folded not in joins and not _helps(tokens[at], grammar) for at in range(half.start, taken))
