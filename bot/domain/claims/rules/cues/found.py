"""What somebody finds or notices, which is so: "scoprì che il ponte si era abbassato"."""

from bot.domain.claims.comparing.tokens import Told
from bot.domain.claims.comparing.wording import COND, GOVERNS, NOT
from bot.domain.claims.rules.cues.apposed import is_put_beside_name
from bot.domain.claims.rules.cues.asides import is_put_in
from bot.domain.claims.rules.grammar import SPEECH, Grammar, places_in

_OPEN = {"future", "conditional"}


def leads_to_fact(told: Told, last: int, matched: frozenset[int], grammar: Grammar) -> bool:
    """Whether a clause that ends at a word only says whom the next tells of, or that somebody found what it tells.

    Of who found it the claim, which takes the places that are `matched`, says nothing.
    """
    clause = told.tokens[last].clause
    if is_put_beside_name(told, clause, grammar) or is_put_in(told.clauses, clause, grammar):
        return True
    return matched.isdisjoint(places_in(told.tokens, clause)) and _finds(told, clause, last, grammar)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _finds(told: Told, clause: int, last: int, grammar: Grammar) -> bool:
    """Whether a verb of finding ends a clause that denies nothing, is no condition and tells what nobody says."""
    behind = [token for token in told.tokens[last:] if token.clause == clause]  # A day may stand behind it.
    if grammar.words.special["finding"].isdisjoint([one.folded for one in behind]) or told.quoted[last] is not None:
        return False
    if (
        told.clauses.openers[clause + 1 : clause + 2] == []
        or told.clauses.openers[clause + 1] not in grammar.complements
    ):
        return False
    inside = told.tokens[:last]
    open_ = [1 for one in inside if one.mood in _OPEN or one.signs & (SPEECH | {NOT, COND})]
    governed = [1 for one in inside if [sign for sign in one.signs if sign.startswith(GOVERNS)]]
    return not open_ and not governed
