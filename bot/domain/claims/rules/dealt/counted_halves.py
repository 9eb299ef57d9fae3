"""Numbers that a claim exchanges between the two halves of a sentence: "in the two halls; in the three yards none"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.grammar import is_plain, is_year

_PARTING = ";"


def counts_exchanged(claim: Clauses, aligned: Aligned) -> str:
    """What speaks against a claim of two halves that has in each the number of the sentence's other; "" for nothing."""
    told = aligned.told.clauses
    if _PARTING not in claim.marks or _PARTING not in told.marks:
        return ""
    here, there = claim.marks.index(_PARTING), told.marks.index(_PARTING)
    counted = [(token, at) for token, at in aligned.pairs if token.value is not None and not _is_time(token)]
    taken = [(token.clause >= here, told.tokens[at].clause >= there) for token, at in counted]
    if not {(True, False), (False, True)} <= set(taken):
        return ""
    # Where the halves change places, all that each says does.
    kept = [token for token, at in aligned.pairs if _stays(token, told.tokens, at, here, there)]
    return f"joins {counted[0][0].text} with what another belongs to" if kept else ""


def _is_time(token: Token) -> bool:
    return token.dated or is_year(token)


def _stays(token: Token, tokens: Sequence[Token], at: int, here: int, there: int) -> bool:
    """Whether a plain word stands in the same half of a claim as of its sentence."""
    plain = is_plain(token) and token.value is None
    return plain and (token.clause >= here) == (tokens[at].clause >= there)
