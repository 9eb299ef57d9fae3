"""What somebody is accused of, which is no part of what they are: "accuses the publisher of delays"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import GOVERNS

_ALLEGED = f"{GOVERNS}allege"


def is_charge(tokens: Sequence[Token], at: int, ties: frozenset[str]) -> bool:
    """Whether a word is the last "of" of a clause in which somebody is accused before it."""
    clause = tokens[at].clause
    accused = any(_ALLEGED in one.signs for one in tokens[:at] if one.clause == clause)
    return accused and not any(one.folded in ties for one in tokens[at + 1 :] if one.clause == clause)
