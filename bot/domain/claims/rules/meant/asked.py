"""Who asks for something, and who is asked for it."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.wording import GOVERNS, NOT, PASSIVE
from bot.domain.claims.rules.grammar import tells

_REFUSE, _DEMAND, _PLAN = f"{GOVERNS}refuse", f"{GOVERNS}demand", f"{GOVERNS}plan"


def wishes(aligned: Aligned, there: set[str]) -> set[str]:
    """What a sentence says without a word for it: who asks for something wants it, who rules it out does not."""
    refused = _REFUSE in there and not tells(aligned.told.tokens, NOT)
    return {_PLAN} if (_DEMAND in there and not _is_asked(aligned)) or refused else set()


def asks(aligned: Aligned) -> bool:
    """Whether a claim takes a demand from the sentence."""
    tokens = aligned.told.tokens
    return any(_DEMAND in token.signs & tokens[place].signs for token, place in aligned.pairs)


def _is_asked(aligned: Aligned) -> bool:
    """Whether somebody is asked for what a claim takes, and does not ask for it: "was asked to close it"."""
    tokens = aligned.told.tokens
    clauses = {token.clause for token in tokens if PASSIVE in token.signs}
    return bool(clauses) and all(token.clause in clauses for token in tokens if _DEMAND in token.signs)
