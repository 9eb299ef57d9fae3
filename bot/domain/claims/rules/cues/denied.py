"""What is denied with a word for what is possible, and is not done either: "no podrá volver", "no volverá"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.comparing.wording import GOVERNS, NOT
from bot.domain.claims.rules.grammar import Grammar, places_in

_POSSIBLE = f"{GOVERNS}possible"
# How many words before what is possible its denial stands: "nu va putea".
_BEFORE = 2


def is_impossible(claim: Clauses, aligned: Aligned, at: int, grammar: Grammar) -> bool:
    """Whether a claim denies what a sentence says cannot be, leaving out the word for that.

    Where the denial stands behind ("may not come", "puede no venir"), it is not sure; "kann nicht kommen" is.
    """
    tokens = aligned.told.tokens
    if _POSSIBLE not in tokens[at].signs or tokens[at].mood == "conditional":
        return False
    inside = places_in(tokens, tokens[at].clause)
    near = [place for place in inside if (place > at if grammar.brackets else at - _BEFORE <= place < at)]
    denials = {tokens[place].folded for place in near if NOT in tokens[place].signs}
    after = next((token.folded for token in tokens[at + 1 : at + 2]), "")
    if after in denials | grammar.complements and not grammar.brackets:
        return False  # "Non può non venire", "ne peut que venir".
    return bool(denials) and any(NOT in token.signs for token in claim.tokens)
