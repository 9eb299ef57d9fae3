"""What one of several does, told of all of them: "one of the airlines has cut flights", "the airlines have"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import ONLY, PART
from bot.domain.claims.rules.grammar import Grammar, is_plain

# How far behind "one of" the noun stands, and how far before a claim's noun what tells that it means one.
_NOUN, _AHEAD, _LED, _HELPED = 5, 4, 2, 3
_SINGLE = {PART, ONLY}


def of_one(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that tells of several what a sentence tells of one of them, "" for nothing."""
    tokens, words = aligned.told.tokens, grammar.words
    of = words.partitives | words.among  # "One of them", "uma delas".
    ones = [
        at for at, token in enumerate(tokens[:-2]) if token.folded in words.articles and tokens[at + 1].folded in of
    ]
    for at in ones:
        near = [pair for pair in aligned.pairs if at + 1 < pair[1] <= at + _NOUN and is_plain(pair[0])]
        noun = next((pair for pair in near if tokens[pair[1]].clause == tokens[at].clause), None)
        several = _means_all(claim, aligned, at, noun, grammar) if noun else _are_they(claim, aligned, at, grammar)
        if several or _is_behind_aside(aligned, at):
            return f"leaves out that it is a part: {tokens[at].text}"
    return ""


def _means_all(claim: Clauses, aligned: Aligned, at: int, noun: tuple[Token, int], grammar: Grammar) -> bool:
    """Whether a claim has the noun behind "one of" for all of those, told by its article or by its verb's number."""
    token = noun[0]
    if at in aligned.matched or _is_one(claim, token, grammar) or _is_singular(aligned, at, noun, grammar):
        return False
    here, small = claim.tokens.index(token), grammar.definite - {""}
    if any(one.folded in small and one.clause == token.clause for one in claim.tokens[max(0, here - _LED) : here]):
        return True
    pairs = aligned.pairs_of(token.clause)
    return pairs[0][0] is token and _differ_in_number(claim, aligned, pairs[1:], grammar)


def _is_singular(aligned: Aligned, at: int, noun: tuple[Token, int], grammar: Grammar) -> bool:
    """Whether a claim's noun has another form than that for several, where nouns have no cases: "the station"."""
    words = grammar.words
    cased = words.free_order or grammar.nouns or bool(words.definite_endings)
    behind = [token.folded for token in aligned.told.tokens[at + 2 : noun[1]]]  # Not "one of them died".
    bare = not cased and grammar.definite.issuperset(behind)
    return bare and noun[0].folded != aligned.told.tokens[noun[1]].folded


def _are_they(claim: Clauses, aligned: Aligned, at: int, grammar: Grammar) -> bool:
    """Whether a claim has those do it whom "one of them" stands for, by its verb's number."""
    them = aligned.told.tokens[at + 2]
    first = next((one for one in claim.tokens if one.content and not one.signs), None)
    if (
        first is None
        or at in aligned.matched
        or not (grammar.is_pronoun(them) or PART in aligned.told.tokens[at].signs)
    ):
        return False
    if first.entities or first in [token for token, _ in aligned.pairs] or _is_one(claim, first, grammar):
        return False
    return _differ_in_number(claim, aligned, aligned.pairs_of(first.clause), grammar)


def _is_behind_aside(aligned: Aligned, at: int) -> bool:
    """Whether a claim has a number do what one of those does, behind an aside: "one of them, a man of 81, is ill"."""
    told, one = aligned.told, aligned.told.tokens[at].clause
    deed, marks = one + 2, told.clauses.marks
    if deed not in aligned.used or not one or marks[one + 1 : deed + 1] != [",", ","]:
        return False
    if told.tokens[at - 1].clause == one or not aligned.used.isdisjoint({one, one + 1}):
        return False
    counted = [token for token, place in aligned.pairs if place < at and token.value is not None and not token.dated]
    return counted != []


def _is_one(claim: Clauses, noun: Token, grammar: Grammar) -> bool:
    """Whether words before a claim's noun tell that it means one, or a part or a number of those."""
    here, words = claim.tokens.index(noun), grammar.words
    ahead = [one for one in claim.tokens[max(0, here - _AHEAD) : here] if one.clause == noun.clause]
    single = words.articles | words.indefinite
    return any(one.value is not None or one.signs & _SINGLE or one.folded in single for one in ahead)


def _differ_in_number(claim: Clauses, aligned: Aligned, pairs: list[tuple[Token, int]], grammar: Grammar) -> bool:
    """Whether a claim's first verb or what helps it has another form than the sentence's: "have cut", "has cut"."""
    tokens = aligned.told.tokens
    plain = [pair for pair in pairs if is_plain(pair[0]) and not grammar.is_named(pair[0])]
    for token, place in plain:
        mine, theirs = _helping(claim.tokens, claim.tokens.index(token), grammar), _helping(tokens, place, grammar)
        if mine and theirs and mine != theirs:
            return True
    return bool(plain) and plain[0][0].folded != tokens[plain[0][1]].folded


def _helping(tokens: Sequence[Token], at: int, grammar: Grammar) -> str:
    """The verb that helps a participle at a place, "" for none."""
    return next(
        (one.folded for one in reversed(tokens[max(0, at - _HELPED) : at]) if one.folded in grammar.perfects), ""
    )
