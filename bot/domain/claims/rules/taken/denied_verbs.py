"""Which of two verbs a denial belongs to: "the guard who did not see it has resigned" denies no resignation."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import IS, NOT, PASSIVE, WAS
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar, governs, places_in

_HELPING = {PASSIVE, IS, WAS}


def denies_other_verb(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim's denial of one verb where a relative clause denies, or is told beside, another."""
    if grammar.brackets:
        return ""  # A comma ends the clause.
    told = aligned.told
    for denial in [token for token in claim.tokens if NOT in token.signs]:
        deed, place = next((one for one in aligned.pairs if one[0].start > denial.start), (denial, -1))
        if place < 0 or deed.clause != denial.clause:
            continue
        clause = told.tokens[place].clause
        if not clause or told.clauses.openers[clause] not in grammar.relatives:
            continue
        inside = places_in(told.tokens, clause)
        denied = [at for at in inside if NOT in told.tokens[at].signs]
        if len(denied) == 1 and _is_of_other(told.tokens, inside, denied[0], place, grammar):
            return f"denies what the article does not deny: {deed.text}"
    return ""


def _is_of_other(tokens: Sequence[Token], inside: Sequence[int], denied: int, place: int, grammar: Grammar) -> bool:
    """Whether a denial in a clause belongs to another verb than the one at a place, which is one too."""
    own = next((at for at in inside if at > denied and (tokens[at].content or tokens[at].signs & SPEECH)), place)
    if own == place:
        return False
    first, second = (own, place) if own < place else (place, own)
    helped = range(first + 1, second)
    verb = any(_helps(tokens[at], grammar) for at in helped) or tokens[second].mood == "past"
    return verb and (denied < own) and not grammar.is_named(tokens[second])


def _helps(token: Token, grammar: Grammar) -> bool:
    """Whether a word helps a verb: "has", "did", "will"."""
    word = token.folded.rpartition("-")[2]  # "Și-a".
    small = word in grammar.perfects or word in grammar.words.special["did"]
    return small or bool(token.signs & _HELPING) or (governs(token) and token.mood in FINITE)
