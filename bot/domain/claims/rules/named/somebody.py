"""Somebody told of by no more than "a man", in whose place a claim has another: "a man who hid in a farmer's shed"."""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.rules.grammar import Grammar, is_plain, tells
from bot.domain.claims.rules.named.topics import is_led

# How far before a relative clause the noun may stand of which that tells: "a man, 34, who".
_NEAR = 3


# Complexity: the conditions of one reading, each a cheap way out before the next.
def in_place_of_somebody(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has a noun of a relative clause do or suffer what the man it tells of does."""
    light = grammar.words.special["some_person"]
    if [1 for token in claim.tokens if token.folded in light]:
        return ""
    tokens = aligned.told.tokens
    for relative in _clauses(aligned.told, light, grammar):
        inside = [(token, at) for token, at in aligned.pairs if tokens[at].clause == relative]
        around = [(token, at) for token, at in aligned.pairs if tokens[at].clause < relative]
        nouns = [token for token, _ in inside if is_plain(token) and not token.dated and token.value is None]
        deed = next((token for token, at in reversed(around) if is_plain(token)), None)
        if deed is not None and len(inside) == 1 and nouns and _is_free(claim, nouns[0], deed, grammar):
            return f"gives to another what is done: {nouns[0].text}"
        does = bool(inside) and not around and inside[0] == aligned.pairs[0] and len(inside) > 1
        if does and nouns[:1] == [inside[0][0]] and _is_owner(tokens, inside, grammar):
            return f"gives to another what is done: {inside[0][0].text}"
    return ""


def _clauses(told: Told, light: frozenset[str], grammar: Grammar) -> Iterator[int]:
    """The relative clauses that tell of somebody in no other words than these."""
    for clause, opener in enumerate(told.clauses.openers):
        if not clause or opener not in grammar.relatives:
            continue
        near = [token for token in told.tokens if token.clause == clause - 1][-_NEAR:]
        if any(token.folded in light for token in near) and not any(
            is_plain(token) and token.content for token in near[-1:]
        ):
            yield clause


def _is_free(claim: Clauses, noun: Token, deed: Token, grammar: Grammar) -> bool:
    """Whether a noun stands behind a claim's deed and nothing ties it."""
    tied = grammar.is_tied(claim.tokens, claim.tokens.index(noun), objects=False)
    return noun.start > deed.start and noun.clause == deed.clause and not tied


def _is_owner(tokens: Sequence[Token], inside: Sequence[tuple[Token, int]], grammar: Grammar) -> bool:
    """Whether whom a claim opens with stands in the sentence behind all else that it takes, tied or as an owner."""
    here = inside[0][1]
    last = all(at < here or tokens[here].owner for _, at in inside[1:])
    owner = tokens[here].owner or grammar.is_tied(tokens, here) or tokens[here].before in grammar.genitives
    return last and bool(owner)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def done_by_somebody(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has another do what a sentence opens with a man, or with some, doing, or ""."""
    tokens, light = aligned.told.tokens, grammar.words.special["some_person"]
    first = next((token for token in claim.tokens if token.content or token.folded in light), None)
    if grammar.words.free_order or tells(claim.tokens, PASSIVE) or not aligned.pairs:
        return ""
    doer, here = aligned.pairs[0]
    if doer is not first or doer.folded in grammar.words.against:
        return ""
    clause = tokens[here].clause
    inside = [at for at, token in enumerate(tokens) if token.clause == clause]
    last = _opening(tokens, inside, light, grammar)
    deeds = [(one, at) for one, at in aligned.pairs[1:] if is_plain(one) and last < at < here]
    counted = doer.value is not None or doer.share is not None
    if last < 0 or not deeds or doer.dated or counted or tells(tokens[inside[0] : here], PASSIVE):
        return ""
    deed, there = deeds[0]
    if tokens[there].clause != clause or is_led(claim.tokens, claim.tokens.index(doer), grammar):
        return ""
    behind = claim.tokens[claim.tokens.index(deed) + 1 :]
    thing = any(one.content or one.folded in light for one in behind)
    acts = thing or grammar.is_role(doer) or grammar.is_person(doer) or doer.stem in grammar.words.bodies
    return f"gives to another what is done: {doer.text}" if acts else ""


def _opening(tokens: Sequence[Token], inside: Sequence[int], light: frozenset[str], grammar: Grammar) -> int:
    """Where the words end by which a clause opens with a man, or with a number of some, who does it; -1 for none."""
    small = grammar.definite | grammar.words.articles
    for at in inside[:_NEAR]:
        token = tokens[at]
        if grammar.brackets and token.folded in small and token.folded not in grammar.nominatives:
            return -1  # "Einen Mann schlug die Pflegerin."
        if token.folded in light:
            return at
        counts = token.value is not None and token.share is None and not grammar.brackets
        if counts and at + 1 in inside and is_plain(tokens[at + 1]) and tokens[at + 1].content:
            return at + 1
        if token.folded in grammar.words.ties - grammar.definite or token.signs or token.content:
            return -1
    return -1
