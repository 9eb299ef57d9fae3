"""What a semicolon or a joined deed parts is not joined: "the firm paid; Ann Holm led it" for "Ann Holm paid"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.rules.cues.apposed import is_joined, opens_with_deed
from bot.domain.claims.rules.grammar import SPEECH, Grammar, is_plain, is_time, places_in, tells

_PARTING = frozenset(";")


def done_before(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who does in a claim what stands before a semicolon, and they behind it; "" for nothing."""
    told, pairs = aligned.told, aligned.pairs
    if _PARTING.isdisjoint(told.clauses.marks) or not pairs or pairs[0][0] is not aligned.tokens[0]:
        return ""
    doer, here = pairs[0]
    start = next((at for at, mark in enumerate(told.clauses.marks) if mark in _PARTING), 0)
    others = [at for token, at in pairs if not token.entities & doer.entities and token is not doer]
    parted = told.tokens[here].clause >= start and all(told.tokens[at].clause < start for at in others)
    if not parted or not others or claim.tokens[-1].clause or _may_be_done(claim.tokens, doer, grammar):
        return ""
    return f"gives to another what is done: {doer.text}"


def _may_be_done(tokens: Sequence[Token], doer: Token, grammar: Grammar) -> bool:
    """Whether a claim is a passive or tells who says it, or its first word is tied or a time."""
    tied = grammar.is_tied(tokens, tokens.index(doer)) or doer.dated or doer.value is not None
    return tied or tells(tokens, PASSIVE) or any(token.signs & SPEECH for token in tokens)


def dated_beyond(aligned: Aligned) -> str:
    """What speaks against a time that stands on one side of a semicolon, and what a claim tells of it on the other.

    The other side has a time of its own, which the claim leaves out.
    """
    told = aligned.told
    start = next((at for at, mark in enumerate(told.clauses.marks) if mark in _PARTING), None)
    times = [(token, at) for token, at in aligned.pairs if is_time(token)] if start is not None else []
    if len(times) != 1:
        return ""
    token, place = times[0]
    beyond = _is_beyond(told, place, start)
    sides = [_is_beyond(told, at, start) for other, at in aligned.pairs if is_plain(other)]
    others = (at for at, other in enumerate(told.tokens) if is_time(other) and at not in aligned.matched)
    own = any(_is_beyond(told, at, start) != beyond for at in others)
    return f"says when otherwise: {token.text}" if own and sides.count(not beyond) > 1 >= sides.count(beyond) else ""


def _is_beyond(told: Told, at: int, start: int | None) -> bool:
    """Whether a word stands in a clause or behind it."""
    return told.tokens[at].clause >= (start or 0)


def done_to_another(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against whom a joined deed is done to in a claim, and the deed before it in the sentence.

    "Thanked Ann Holm but criticised the council": nobody criticised Ann Holm.
    """
    told = aligned.told
    if not told.clauses.openers[1:] or claim.tokens[-1].clause or tells(claim.tokens, PASSIVE):
        return ""
    named = [(token, at) for token, at in aligned.pairs if token.entities]
    if not named or named[-1][0] is not aligned.tokens[-1] or named[-1][0].entities == named[0][0].entities:
        return ""
    whom, place = named[-1]
    deeds = [at for token, at in aligned.pairs if not token.entities]
    done = _has_own_object(aligned, deeds, told.tokens[place].clause + 1, grammar)
    return f"gives to another what is done: {whom.text}" if done else ""


def _has_own_object(aligned: Aligned, deeds: Sequence[int], clause: int, grammar: Grammar) -> bool:
    """Whether a claim takes of a joined clause only the deed that opens it, and not to whom it is done there."""
    told = aligned.told
    inside = [at for at in places_in(told.tokens, clause) if told.tokens[at].content]
    if inside[:1] != deeds or not inside[1:] or not is_joined(told, clause, grammar):
        return False
    free = inside[1] not in aligned.matched and grammar.is_noun(told.tokens, inside[1])
    return free and opens_with_deed(told.tokens, clause, grammar)
