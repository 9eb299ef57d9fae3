"""Since when something is the first time, told as since when it is so: "for the first time since the war"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.cues.excepted import openings_of, phrases_of
from bot.domain.claims.rules.grammar import Grammar, is_plain, is_time

# How many words may stand between both parts of "first time ... since", and behind the second up to the time.
_BETWEEN, _NEAR = 2, 3


# Complexity: the conditions of one reading, each a cheap way out before the next.
def so_since(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has a thing be so since what is told as the last time before, "" for nothing."""
    special, tokens = grammar.words.special, aligned.told.tokens
    if claim.headline or not special["since"]:
        return ""
    phrases, firsts = phrases_of(special["first_time"]), special["firsts"] | special["first_of_all"]
    openings = openings_of(special["first_time"])
    begin = [at for at, token in enumerate(tokens) if token.folded in openings]
    if not begin or not firsts.isdisjoint([token.folded for token in claim.tokens]):
        return ""
    mine = [at for at, token in enumerate(claim.tokens) if token.folded in openings]
    if any(_begins(claim.tokens, at, phrases) for at in mine):
        return ""
    last = {at for first in begin for at in _last_time(tokens, first, phrases, special["since"])}
    for token, place in aligned.pairs:
        at = claim.tokens.index(token)
        near = claim.tokens[max(0, at - _NEAR) : at]
        if place in last and (is_time(token) or any(one.folded in special["since"] for one in near)):
            return f"leaves out that it is the first time: {token.text}"
    return ""


def _begins(tokens: Sequence[Token], at: int, phrases: Sequence[Sequence[str]]) -> int:
    """How many words one of some phrases has that stands at a place, 0 where none stands there."""
    found = (len(one) for one in phrases if [token.folded for token in tokens[at : at + len(one)]] == list(one))
    return next(found, 0)


def _last_time(tokens: Sequence[Token], at: int, phrases: Sequence[Sequence[str]], since: frozenset[str]) -> range:
    """The places of what tells the last time before, right behind a phrase for the first time since then."""
    behind = at + _begins(tokens, at, phrases)
    if behind == at:
        return range(0)
    mark = next(
        (one for one in range(behind, min(behind + _BETWEEN, len(tokens))) if tokens[one].folded in since), None
    )
    if mark is None:
        return range(0)
    end = next((one for one in range(mark + 1, len(tokens)) if tokens[one].content or not is_plain(tokens[one])), mark)
    return range(mark, end + 1)
