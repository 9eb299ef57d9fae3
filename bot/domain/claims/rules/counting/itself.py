"""A number that another clause counts, told of whom a clause with a number of its own tells."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.rules.grammar import is_year, places_in


def counts_itself(aligned: Aligned, number: Token, place: int) -> Token | None:
    """Whom a claim names first, where their clause has another number, and only what is counted is of its own.

    "218 trees will go, the firm says 90": the firm does not say 218.
    """
    tokens, pairs = aligned.told.tokens, aligned.pairs_of(number.clause)
    (doer, where), home = pairs[0], tokens[place].clause
    if doer.value is not None or not doer.entities or tokens[where].clause == home:
        return None
    mine = [at for _, at in pairs if tokens[at].clause == home and at != place and at != place + 1]
    own = (tokens[at] for at in places_in(tokens, tokens[where].clause) if at not in aligned.matched)
    return doer if not mine and any(one.value is not None and not is_year(one) for one in own) else None
