"""Who does it, and so is not whom a pronoun of the same clause means.

object   "Ann Holm will succeed her", "Ann Holm wird ihr nachfolgen": not Ann Holm
place    "Tom Reed is expected to take his place": not Tom Reed's
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.people.cast import Cast
from bot.domain.claims.comparing.tokens import Token, Told

# How many words stand between a possessive and the noun of its place, and between that and the verb.
_NOUN, _VERB = 2, 4


def others_than_doers(cast: Cast, told: Told, at: int, own: list[int], *, possessive: bool) -> list[int]:
    """Those named before a pronoun whom it may mean, where it is an object or tells whose place somebody takes."""
    if not own or not possessive:
        return own
    tokens = told.tokens
    if not (_takes_place(cast, tokens, at) or _stands_alone(cast, tokens, at)):
        return own
    doers = {one for token in _named(tokens, at) for one in token.entities}
    return [one for one in own if one not in doers]


def _named(tokens: Sequence[Token], at: int) -> list[Token]:
    """The names before a place in its clause, or where an aside parts them from it in the nearest that has any."""
    named = [one for one in tokens[:at] if one.entities and one.text[0].isupper()]
    return [one for one in named if one.clause == named[-1].clause]


def _takes_place(cast: Cast, tokens: Sequence[Token], at: int) -> bool:
    """Whether a possessive stands before a noun for a place or an office, which a verb of its clause takes."""
    places, taking = cast.words.special["places_taken"], cast.words.special["taking_place"]
    beside = [*tokens[at + 1 : at + 1 + _NOUN], *tokens[max(0, at - 1) : at]]
    near = [one for one in tokens[max(0, at - _VERB) : at + 1 + _NOUN + _VERB] if one.clause == tokens[at].clause]
    return any(one.folded in places for one in beside) and any(one.folded in taking for one in near)


def _stands_alone(cast: Cast, tokens: Sequence[Token], at: int) -> bool:
    """Whether no noun stands behind a word that tells whose something is where one does: "succeed her"."""
    behind = next((one for one in tokens[at + 1 :] if one.clause == tokens[at].clause), None)
    if tokens[at].folded not in cast.words.special["own_or_done_to"]:
        return False
    if behind is None or behind.folded in cast.words.ties or behind.dated:
        return True
    capitals = cast.language.nouns_capitalised and behind.text[0].islower()
    return capitals and behind is tokens[-1]
