"""What a headline says is decided on, where a sentence tells what is asked: "delays vote on sale of hall"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import COND, TURNS
from bot.domain.claims.rules.grammar import Grammar, governs, is_plain

# How many words may stand from the noun for a decision to what asks, "a vote on whether".
_ASKED = 4


def is_left_open(claim: Clauses, aligned: Aligned, at: int, grammar: Grammar) -> bool:
    """Whether a word is of what asks what a decision is on, which a claim names with all that it takes behind that.

    "Put off a decision on whether to sell the hall": "delays decision on sale of hall", not "delays decision, sells".
    """
    tokens, deliberations = aligned.told.tokens, grammar.words.special["deliberations"]
    if not governs(tokens[at]) and COND not in tokens[at].signs:
        return False
    noun, first = _asked(tokens, at, grammar)
    mine = next((token for token, place in aligned.pairs if place == noun), None)
    if mine is None or mine.folded not in deliberations:
        return False
    clause = tokens[first].clause
    taken = [token for token, place in aligned.pairs if place > first and tokens[place].clause == clause]
    return _are_all_behind(claim.tokens, mine, taken, grammar)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def taken_as_decided(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that tells as done what a sentence has a decision be on: "put it off and sold"."""
    tokens, words = aligned.told.tokens, grammar.words
    places = [at for at, token in enumerate(tokens) if token.folded in words.special["whether"]]
    found = next((found for at in places if (found := _asked(tokens, at, grammar))[0] >= 0), (-1, -1))
    if found[0] < 0:
        return ""
    asked = any(
        one.folded in words.special["whether"] or (governs(one) and TURNS not in one.signs) for one in claim.tokens
    )
    if asked:
        return ""
    deed = next((at for at in range(found[1] + 1, len(tokens)) if tokens[at].content), -1)
    for token, place in aligned.pairs:
        if place == deed and is_plain(token) and tokens[place].clause == tokens[found[1]].clause:
            tied = grammar.tie_before(claim.tokens, claim.tokens.index(token)) or token.before in words.infinitive_marks
            return "" if tied else f"leaves out how sure it is: {tokens[found[1]].text}"
    return ""


def _asked(tokens: Sequence[Token], at: int, grammar: Grammar) -> tuple[int, int]:
    """The places of a noun for a decision and of the word that asks ahead of a place in its clause; -1 for neither."""
    special = grammar.words.special
    clause = tokens[at].clause
    asking = (place for place in range(at, -1, -1) if tokens[place].folded in special["whether"])
    first = next((place for place in asking if tokens[place].clause == clause), -1) if special["deliberations"] else -1
    ahead = range(max(0, first - _ASKED), max(0, first))
    noun = next((place for place in ahead if tokens[place].folded in special["deliberations"]), -1)
    return noun, first


def _are_all_behind(tokens: Sequence[Token], noun: Token, taken: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a preposition stands right behind a noun, all of some words behind that, and nothing joins them."""
    at = tokens.index(noun)
    behind = tokens[at + 1 :]
    if not behind or behind[0].folded not in grammar.words.ties or behind[0].clause != noun.clause:
        return False
    if any(one.folded in grammar.words.joins | grammar.words.joining or one.clause != noun.clause for one in behind):
        return False
    return bool(taken) and all(one.start > noun.start for one in taken)
