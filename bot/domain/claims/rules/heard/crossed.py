"""Who tells and whom or to whom it is told, each in the other's place: "the captain told it of the sailor"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, NEUTRAL, PASSIVE, SOURCE
from bot.domain.claims.rules.grammar import Grammar, is_time, tells


# Complexity: the conditions of one reading, each a cheap way out before the next.
def tellers_crossed(claim: Clauses, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether who tells a thing in a sentence does it in a claim, or hears it, and who does or hears it there tells it.

    "A sailor told the radio that the captain had left": "the sailor had left, the captain told the radio".
    """
    verb = next((token for token in claim.tokens if NEUTRAL in token.signs and SOURCE not in token.signs), None)
    told = aligned.told
    said = [at for at, one in enumerate(told.tokens) if NEUTRAL in one.signs and SOURCE not in one.signs]
    if verb is None or len(said) != 1 or not said[0] or verb.stem != told.tokens[said[0]].stem:
        return False
    home = told.tokens[said[0]].clause
    reports = told.clauses.openers[home + 1 : home + 2]
    if not grammar.complements.issuperset(reports) or not reports or told.quoted.count(None) < len(told.quoted):
        return False
    beside = [pair for pair in aligned.pairs_of(verb.clause) if _may_tell(pair[0])]
    tellers = [token for token, at in aligned.pairs if at < said[0] and _may_tell(token)]
    done = any(token.start < verb.start and token.clause != verb.clause for token in tellers)
    if done and any(told.tokens[at].clause > home for _, at in beside):
        return not any(token.clause == verb.clause for token in tellers)
    heard = any(said[0] < at and told.tokens[at].clause == home and token.start < verb.start for token, at in beside)
    hears = any(token.start > verb.start for token in tellers)
    inside = [one for one in told.tokens if one.clause == home]
    passive = any(tells(one, sign) for one in (claim.tokens, inside) for sign in (PASSIVE, AGENT))
    return heard and hears and not passive


def _may_tell(token: Token) -> bool:
    return not is_time(token) and token.value is None
