"""What one half of a sentence tells, or one of its two deeds, told of the other: each rule of that kind in turn."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.rules.grammar import Grammar
from bot.domain.claims.rules.halved.gapped import of_other_gapped_half
from bot.domain.claims.rules.halved.participial import of_other_deed_beside
from bot.domain.claims.rules.halved.receivers import done_to_receiver
from bot.domain.claims.rules.halved.repeated import of_repeated_deed
from bot.domain.claims.rules.halved.voting import votes_with_others


def of_other_half_or_deed(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """The first of these faults, "" for none."""
    return (
        of_other_deed_beside(claim, aligned, grammar)
        or votes_with_others(claim, aligned, grammar)
        or of_other_gapped_half(claim, aligned, grammar)
        or done_to_receiver(claim, aligned, grammar)
        or of_repeated_deed(claim, aligned, grammar)
    )
