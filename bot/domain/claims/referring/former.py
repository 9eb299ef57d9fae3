"""Tells whether words that describe somebody tell what they were and are no longer: "who was a baker once"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import IS, WAS

# How many words stand between a clause's opening and the word for "once": "who, as it happens, once".
_AHEAD = 3


def tells_once(tokens: Sequence[Token], described: Sequence[int], head: Token, onces: frozenset[str]) -> bool:
    """Whether a word for "once" stands in the clause of a description that has a role's word, before or behind "was".

    `described` are the places of the description's words, `onces` the words for "once", of one word or of two.
    """
    clauses = {tokens[at].clause for at in described if not tokens[at].keys.isdisjoint(head.keys)}
    inside = [tokens[at] for at in described if tokens[at].clause in clauses]
    if any(IS in token.signs for token in inside):
        return False
    place = _first(inside, onces)
    return place is not None and (place < _AHEAD or any(WAS in token.signs for token in inside))


def _first(tokens: Sequence[Token], onces: frozenset[str]) -> int | None:
    """Where the first word for "once" stands, None without one."""
    for at, token in enumerate(tokens):
        pair = "-".join(one.folded for one in tokens[at : at + 2])
        if token.folded in onces or pair in onces:
            return at
    return None
