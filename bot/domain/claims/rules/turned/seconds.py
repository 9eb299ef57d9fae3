"""Whom the second of two joined deeds is done to, told as who does the first.

"A nurse noticed the error and called the doctor on duty": not "the doctor on duty noticed the error".
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import IS, PASSIVE, WAS
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_plain, tells


def done_to_second(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that tells so, "" for nothing."""
    pairs = aligned.pairs
    if len(pairs) <= 1 or pairs[-1][1] >= pairs[0][1]:
        return ""
    tokens, (doer, place) = aligned.told.tokens, pairs[0]
    if not is_plain(doer) or doer.before in grammar.words.ties - grammar.definite:
        return ""
    joined = _joined_before(tokens, place, grammar)
    if not joined or not _are_parted(aligned, joined) or not _is_deed(tokens[joined + 1 : place], grammar):
        return ""
    told = claim.converse is None and not tells(claim.tokens, PASSIVE) and _leaves_out_opening(aligned)
    return f"gives to another what is done: {doer.text}" if told else ""


def _joined_before(tokens: Sequence[Token], place: int, grammar: Grammar) -> int:
    """Where "and" stands before a word in its clause, not right before it; 0 for nowhere."""
    joins = grammar.words.joins & grammar.words.joining
    near = (at for at in range(place - 2, 0, -1) if tokens[at].clause == tokens[place].clause)
    return next((at for at in near if tokens[at].folded in joins), 0)


def _leaves_out_opening(aligned: Aligned) -> bool:
    """Whether a claim leaves out what the sentence opens with, which is no day."""
    opening = next((at for at, token in enumerate(aligned.told.tokens) if token.content), 0)
    return opening not in aligned.matched and not aligned.told.tokens[opening].dated


def _are_parted(aligned: Aligned, joined: int) -> bool:
    """Whether a claim opens with words from behind a place in its clause, all others being from before it."""
    clause = aligned.told.tokens[joined].clause
    behind = [at > joined for _, at in aligned.pairs]
    first = behind.index(False) if False in behind else 0
    alike = all(aligned.told.tokens[at].clause == clause for _, at in aligned.pairs[:first])
    return first > 0 and alike and not any(behind[first:])


def _is_deed(between: Sequence[Token], grammar: Grammar) -> bool:
    """Whether words between "and" and somebody tell a deed, and not that they are the one before."""
    first = between[0]  # "The firm and the union agreed" joins no deeds.
    named = first.mood not in FINITE if grammar.words.free_order else first.folded in grammar.definite
    if named or any(token.signs & {IS, WAS} and token.folded in grammar.words.copulas for token in between):
        return False
    return any(token.content or token.signs or token.mood for token in between)
