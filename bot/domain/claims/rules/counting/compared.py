"""Numbers told of what another clause counts by comparing, and multiples of what is less."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import LESS, MORE
from bot.domain.claims.rules.counting.itself import counts_itself
from bot.domain.claims.rules.grammar import is_plain, is_year, places_in

# Words behind a comparison among which the number stands that it bounds.
_BOUND_WORDS = 2


def of_other_count(aligned: Aligned) -> str:
    """A number told of what a clause of its own counts by comparing: "3,200 came, to the first half as many"."""
    tokens, clauses = aligned.told.tokens, aligned.told.clauses
    for number, place in aligned.pairs:
        if number.value is None or is_year(number):
            continue
        beside = {tokens[at].clause: other for other, at in aligned.pairs if other.clause == number.clause}
        for clause in beside.keys() - {tokens[place].clause}:
            compared = any(_compares(tokens, at) for at in places_in(tokens, clause))
            if compared and clauses.marks[clause] in {",", ";"} and beside[clause].before:
                return f"joins {number.text} with what another belongs to: {beside[clause].text}"
        doer = counts_itself(aligned, number, place)
        if doer is not None:
            return f"joins {number.text} with what another belongs to: {doer.text}"
    return ""


def multiplied(claim: Clauses, aligned: Aligned) -> str:
    """What speaks against a multiple that a sentence has of what is less: "doubled" for "deux fois moins"."""
    tokens = aligned.told.tokens
    if claim.headline or not [1 for token in tokens if LESS in token.signs]:
        return ""
    if any(LESS in token.signs for token in claim.tokens):
        return ""
    for token, place in aligned.pairs:
        behind = tokens[place + 1 : place + 1 + _BOUND_WORDS] if token.folded != tokens[place].folded else ()
        if token.value is None and is_plain(token) and any(LESS in other.signs for other in behind):
            return f"turns round more and less: {token.text}"
    return ""


def _compares(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word compares, and is no bound of a number behind it: "for more than twenty years"."""
    behind = tokens[at + 1 : at + 1 + _BOUND_WORDS]
    return bool(tokens[at].signs & {MORE, LESS}) and all(token.value is None for token in behind)
