"""Who asks for something, and who is asked for it."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import GOVERNS, HAD_TO, NOT, PASSIVE
from bot.domain.claims.rules.grammar import tells

_REFUSE, _DEMAND, _PLAN = f"{GOVERNS}refuse", f"{GOVERNS}demand", f"{GOVERNS}plan"
OUGHT = {f"{GOVERNS}must", f"{GOVERNS}should"}


def wishes(aligned: Aligned, there: set[str]) -> set[str]:
    """What a sentence says without a word for it: who asks for something wants it, who rules it out does not."""
    refused = _REFUSE in there and not tells(aligned.told.tokens, NOT)
    return {_PLAN} if (_DEMAND in there and not _is_asked(aligned)) or refused else set()


def asks(claim: Clauses, aligned: Aligned) -> bool:
    """Whether a claim takes a demand from the sentence, not as what somebody must do: "must sign the petition"."""
    tokens = aligned.told.tokens
    demands = [one for one, place in aligned.pairs if _DEMAND in one.signs & tokens[place].signs]
    oughts = [one for one in claim.tokens if one.signs & (OUGHT | {HAD_TO})]
    return any(not [1 for ought in oughts if _is_behind(claim, demand, ought)] for demand in demands)


def _is_behind(claim: Clauses, word: Token, other: Token) -> bool:
    """Whether a word stands behind another, and no mark between."""
    return word.start > other.start and not any(claim.marks[other.clause + 1 : word.clause + 1])


def _is_asked(aligned: Aligned) -> bool:
    """Whether somebody is asked for what a claim takes, and does not ask for it: "was asked to close it"."""
    tokens = aligned.told.tokens
    clauses = {token.clause for token in tokens if PASSIVE in token.signs}
    return bool(clauses) and all(token.clause in clauses for token in tokens if _DEMAND in token.signs)
