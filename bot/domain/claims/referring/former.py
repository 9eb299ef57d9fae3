"""Tells whether words that describe somebody tell what they were and are no longer: "who was a baker once".

What stands right before another's name is that other's title.
"""

from collections.abc import Callable, Container, Sequence

from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import IS, WAS

# How many words stand between a clause's opening and the word for "once": "who, as it happens, once".
_AHEAD = 3
# A title and an adjective behind it.
_TITLE = 2


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


def ends_relative(tokens: Sequence[Token], inside: Sequence[int], at: int, relatives: Container[str]) -> bool:
    """Whether a word is the verb at the end of a relative clause, the places of which are `inside`: "der X leitet"."""
    return at == inside[-1] and tokens[inside[0]].folded in relatives and tokens[at].text[0].islower()


def without_title(
    tokens: Sequence[Token], described: list[int], name: int, is_role: Callable[[str], bool]
) -> list[int]:
    """The places of a description, less those of the title right before another's name: "чоловік Лідії, скульптор X".

    `name` is where that name stands, and `is_role` tells whether a word in lower case may be a title.
    """
    ahead = [at for at in described[-_TITLE:] if tokens[at].clause == tokens[name].clause]
    title = next((at for at in ahead if is_role(tokens[at].text.lower())), None)
    return described if title is None else [at for at in described if at < title]
