"""Whom a claim puts where its sentence has somebody else: "Judge Vey cited the nominee Holm" of Judge Holm.

Told by the very words on both sides of a name: whatever the rest is, they are said of the one whom the sentence names.
"""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token, Told
from bot.domain.claims.rules.grammar import Grammar

PUT = "puts another in place of"
# How many words on one side of a name are compared, and how many on both, the sentence's ends among them, are enough.
_NEAR, _ENOUGH = 6, 4


def put_for_another(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a person whom a claim names between words that are another's in its sentence; "" for none."""
    named, tokens = aligned.told.named, claim.tokens
    for token in () if claim.headline else aligned.tokens:
        if not token.entities or not named.keys() - token.entities or not token.text[0].isupper():
            continue
        at = tokens.index(token)
        if not at or tokens[at - 1].entities != token.entities:
            other = _other(tokens, at, aligned.told, grammar) if grammar.is_person(token) else None
            if other is not None:
                return f"{PUT} {other.text}: {token.text}"
    return ""


def _other(tokens: Sequence[Token], at: int, told: Told, grammar: Grammar) -> Token | None:
    """Who stands in a sentence between the words between which a claim names a person, None where that may be them."""
    mine, last = tokens[at].entities, _last(tokens, at)
    own = [place for entity in mine for place in _firsts(told, entity)]
    most = max((sum(_shared(tokens, at, last, told.tokens, place)) for place in own), default=0)
    for entity in filter(grammar.is_surely_person, told.named.keys() - mine):
        for place in _firsts(told, entity):
            before, behind = _shared(tokens, at, last, told.tokens, place)
            other = told.tokens[place]
            if not before or not behind or before + behind < max(_ENOUGH, most + 1):
                continue
            if not (_may_be(tokens, at, other, grammar) or _is_listed(told, place, own, grammar)):
                return other
    return None


def _firsts(told: Told, entity: int) -> Iterator[int]:
    """Where the mentions of somebody begin in a sentence."""
    return (at for at in told.named.get(entity, ()) if not at or entity not in told.tokens[at - 1].entities)


def _last(tokens: Sequence[Token], at: int) -> int:
    """Where a name ends that begins at a place."""
    last = at
    while last + 1 < len(tokens) and tokens[last + 1].entities == tokens[at].entities:
        last += 1
    return last


def _shared(mine: Sequence[Token], at: int, last: int, told: Sequence[Token], place: int) -> tuple[int, int]:
    """How many words before a name of a claim and behind it are those before and behind a name of a sentence."""
    return _alike(mine, at, told, place, -1), _alike(mine, last, told, _last(told, place), 1)


def _alike(mine: Sequence[Token], at: int, told: Sequence[Token], place: int, step: int) -> int:
    """How many words are the same on one side of two places, the end of both sentences being one."""
    for near in range(_NEAR):
        one, other = at + step, place + step
        ends = not 0 <= one < len(mine), not 0 <= other < len(told)
        if any(ends):
            return near + all(ends)
        if mine[one].folded != told[other].folded or _parts(mine, at, one) != _parts(told, place, other):
            return near
        at, place = one, other
    return _NEAR


def _parts(tokens: Sequence[Token], one: int, other: int) -> bool:
    return tokens[one].clause != tokens[other].clause


def _may_be(tokens: Sequence[Token], at: int, other: Token, grammar: Grammar) -> bool:
    """Whether a word of a sentence may mean whom a claim names at a place, or stand in another case than that.

    Where cases tell who does it, only words for what somebody is, and prepositions, belong to the name behind them.
    """
    name = tokens[at]
    if not other.text[0].isupper() or grammar.is_pronoun(other) or not other.entities.isdisjoint(name.entities):
        return True
    if grammar.words.free_order and not (at and _leads(tokens[at - 1], grammar)):
        return True
    return grammar.is_inflected(name) != grammar.is_inflected(other)


def _leads(before: Token, grammar: Grammar) -> bool:
    """Whether a word right before a name ties it to something or tells what they are."""
    return before.folded in grammar.words.ties or grammar.is_role(before)


def _is_listed(told: Told, place: int, own: Sequence[int], grammar: Grammar) -> bool:
    """Whether a sentence names both in one list, of which the order says nothing: "Ann Holm and Rita Vey"."""
    joins = grammar.words.joins
    for mine in own:
        between = told.tokens[min(mine, place) : max(mine, place)]
        if all(one.entities or one.folded in joins for one in between):
            return True
    return False
