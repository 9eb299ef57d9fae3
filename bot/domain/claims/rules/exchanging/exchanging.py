"""What speaks against a claim that gives what one part of a sentence tells to whom another part tells of."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.rules.exchanging.doing import given_to_another
from bot.domain.claims.rules.exchanging.speaking import said_by_other
from bot.domain.claims.rules.exchanging.supposed import told_of_planned, told_of_supposed
from bot.domain.claims.rules.exchanging.wholly import told_of_none, told_of_one
from bot.domain.claims.rules.grammar import Grammar


def exchanged_parts(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """The first of these faults, "" for none; a sentence of one clause has few of them."""
    found = told_of_none(claim, aligned, grammar) or told_of_one(claim, aligned, grammar)
    if found or not aligned.told.tokens[-1].clause:
        return found or given_to_another(claim, aligned, grammar)
    found = told_of_supposed(claim, aligned, grammar) or told_of_planned(claim, aligned, grammar)
    return found or given_to_another(claim, aligned, grammar) or said_by_other(claim, aligned, grammar)
