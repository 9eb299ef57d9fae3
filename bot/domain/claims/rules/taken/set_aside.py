"""What a sentence sets aside: "the nurse, not the family, called" tells of no family that called.

noun      "the nurse, not the family, called": who does it is another
side      "the finest, though not the oldest": what it is not
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import NOT, ONLY
from bot.domain.claims.rules.cues.asides import is_set_off
from bot.domain.claims.rules.grammar import Grammar, places_in, tells

# How many words join what is set aside, and how many stand between a denial and it.
_JOINS, _SMALL = 2, 3


# Complexity: the conditions of one reading, each a cheap way out before the next.
def set_aside(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that takes what a clause only denies of a thing or somebody, "" for nothing."""
    told = aligned.told
    for clause in aligned.used:
        inside = places_in(told.tokens, clause)
        denial = next((at for at in inside[:_JOINS] if NOT in told.tokens[at].signs), -1)
        if denial < 0 or any(told.tokens[at].content for at in inside if at < denial):
            continue
        if clause + 1 in aligned.used and not is_set_off(told, clause):
            continue  # "Pays for the roof but not for the organ, | which the rain ruined".
        first = _denied(told.tokens, inside, denial, grammar)
        if first < 0 or not _is_bare(told.tokens, [at for at in inside if at >= first], grammar):
            continue
        taken = next((token for token, at in aligned.pairs if at == first), None)
        if taken is not None and not tells(claim.tokens, NOT):
            return f"leaves out a denial: {told.tokens[denial].text}"
    return ""


def _denied(tokens: Sequence[Token], inside: Sequence[int], denial: int, grammar: Grammar) -> int:
    """The place of the first word that says something right behind a denial, small words between; -1 for none."""
    for at in inside:
        if at <= denial:
            continue
        if tokens[at].content:
            return at
        if tokens[at].signs or not grammar.is_small(tokens[at]) or at > denial + _SMALL:
            return -1
    return -1


def _is_bare(tokens: Sequence[Token], places: Sequence[int], grammar: Grammar) -> bool:
    """Whether words are a noun or so with what describes it, and no verb of their own."""
    if any(
        tokens[at].mood in {"past", "future", "conditional"} or tokens[at].folded in grammar.perfects for at in places
    ):
        return False
    return not any(ONLY in tokens[at].signs for at in places)
