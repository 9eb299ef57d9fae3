"""What a semicolon or a joined deed parts is not joined: "the firm paid; Ann Holm led it" for "Ann Holm paid"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.rules.cues.apposed import is_joined, opens_with_deed
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar, is_plain, is_time, places_in, tells
from bot.domain.claims.rules.turned.instead import INSTEAD

_PARTING = frozenset(";")
# Who, what is done, and to what.
_STATEMENT = 3
# How many small words may tie to a noun of what kind it is.
_TIED = 2


def done_before(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against who does in a claim what stands before a semicolon, and they behind it; "" for nothing."""
    told, pairs = aligned.told, aligned.pairs
    if _PARTING.isdisjoint(told.clauses.marks) or not pairs or pairs[0][0] is not aligned.tokens[0]:
        return ""
    doer, here = pairs[0]
    start = next((at for at, mark in enumerate(told.clauses.marks) if mark in _PARTING), 0)
    others = [at for token, at in pairs if not token.entities & doer.entities and token is not doer]
    parted = told.tokens[here].clause >= start and all(told.tokens[at].clause < start for at in others)
    if not parted or not others or claim.tokens[-1].clause or _may_be_done(claim, told, doer, grammar):
        return ""
    return f"gives to another what is done: {doer.text}"


def _may_be_done(claim: Clauses, told: Told, doer: Token, grammar: Grammar) -> bool:
    """Whether a claim alone is a passive, or tells who says it, or its first word is tied or a time."""
    tied = grammar.is_tied(claim.tokens, claim.tokens.index(doer)) or doer.dated or doer.value is not None
    if tied or any(token.signs & SPEECH for token in claim.tokens):
        return True
    return tells(claim.tokens, PASSIVE) and not tells(told.tokens, PASSIVE)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def dated_beyond(aligned: Aligned) -> str:
    """What speaks against a time that stands on one side of a semicolon, and what a claim tells of it on the other.

    The other side has a time of its own, which the claim leaves out.
    """
    told = aligned.told
    other_day = _day_of_other_deed(aligned) if told.tokens[-1].clause else None
    if other_day is not None:
        return f"says when otherwise: {other_day.text}"
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


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _day_of_other_deed(aligned: Aligned) -> Token | None:
    """A claim's day that a sentence has with another deed than the claim, whose own day the claim leaves out.

    "Signed it on Monday and told of it on Friday"; "on Monday the shop opened, on Friday all was sold".
    """
    tokens = aligned.told.tokens
    for day, place in aligned.pairs:
        others = [(one, at) for one, at in aligned.pairs_of(day.clause) if is_plain(one)] if day.dated else []
        deeds = [at for one, at in others if one.mood in FINITE and tokens[at].mood in FINITE]
        beyond = {tokens[at].clause for at in deeds or [at for _, at in others]}
        home = tokens[place].clause
        if len(beyond) != 1 or home in beyond or not _has_own_day(aligned, *beyond):
            continue
        left_out = [tokens[at] for at in places_in(tokens, home) if at not in aligned.matched]
        if any(one.mood in FINITE if deeds else one.content and is_plain(one) for one in left_out):
            return day
    return None


def _has_own_day(aligned: Aligned, clause: int) -> bool:
    """Whether a clause of a sentence has a day that a claim leaves out."""
    tokens = aligned.told.tokens
    return any(tokens[at].dated and at not in aligned.matched for at in places_in(tokens, clause))


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


def done_to_other_thing(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a thing to which a claim does what is joined and done to another.

    "Closes the plant for butter but keeps that for cheese": it keeps no plant for butter and closes none for cheese.
    """
    told, pairs = aligned.told, aligned.pairs
    if claim.headline or claim.tokens[-1].clause or not pairs[_STATEMENT - 1 :]:
        return ""
    if not aligned.used - {told.tokens[pairs[0][1]].clause}:
        return ""
    last, (thing, place) = max(aligned.used), pairs[-1]
    passive = tells(claim.tokens, PASSIVE) or not is_plain(thing)
    if passive or not is_joined(told, last, grammar) or not opens_with_deed(told.tokens, last, grammar):
        return ""
    other = told.tokens[place].clause
    turned = other == last and _is_of_other_one(claim, aligned, grammar)
    turned = turned or (other == last - 1 and _does_to_own(aligned, last, grammar))
    return f"{INSTEAD}: {thing.text}" if turned else ""


def _does_to_own(aligned: Aligned, clause: int, grammar: Grammar) -> bool:
    """Whether a claim takes only the deed of a joined clause, which has what it is done to and no pronoun for that."""
    tokens = aligned.told.tokens
    stand = grammar.words.anaphors | grammar.words.clitics
    if [1 for token in tokens if token.clause == clause and token.folded in stand]:
        return False
    deeds = [at for _, at in aligned.pairs if tokens[at].clause == clause]
    return _has_own_object(aligned, deeds, clause, grammar)


def _is_of_other_one(claim: Clauses, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether a claim's last word tells of what kind its noun is, and the sentence's noun is of another kind."""
    told, (noun, here), (thing, place) = aligned.told, *aligned.pairs[-2:]
    clause = told.tokens[place].clause
    if told.tokens[here].clause != clause - 1 or not is_plain(noun) or noun.value is not None:
        return False
    small = grammar.words.ties | grammar.of_words | grammar.definite
    between = claim.tokens[claim.tokens.index(noun) + 1 : claim.tokens.index(thing)]
    if [1 for token in between if token.folded not in small] or not (between or grammar.words.free_order):
        return False
    inside = [at for at in places_in(told.tokens, clause) if told.tokens[at].content]
    return inside[0] not in aligned.matched and _has_kind(aligned, here, small)


def _has_kind(aligned: Aligned, noun: int, small: frozenset[str]) -> bool:
    """Whether a word that a claim leaves out tells of what kind a noun is: "plant for butter", "butter plant"."""
    tokens = aligned.told.tokens
    behind = next((at for at in range(noun + 1, len(tokens)) if tokens[at].content), noun)
    beside = 0 < behind - noun <= 1 + _TIED and tokens[behind].clause == tokens[noun].clause
    if beside and behind not in aligned.matched:
        return True
    before = tokens[noun - 1]
    return before.content and is_plain(before) and noun - 1 not in aligned.matched and before.before in small


def _has_own_object(aligned: Aligned, deeds: Sequence[int], clause: int, grammar: Grammar) -> bool:
    """Whether a claim takes of a joined clause only the deed that opens it, and not to whom it is done there."""
    told = aligned.told
    inside = [at for at in places_in(told.tokens, clause) if told.tokens[at].content]
    if inside[:1] != deeds or not inside[1:] or not is_joined(told, clause, grammar):
        return False
    free = inside[1] not in aligned.matched and grammar.is_noun(told.tokens, inside[1])
    return free and opens_with_deed(told.tokens, clause, grammar)
