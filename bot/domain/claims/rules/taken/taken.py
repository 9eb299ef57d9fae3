"""What speaks against a claim that takes what one clause tells as another's."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.rules.grammar import Grammar
from bot.domain.claims.rules.taken.antecedents import done_by_antecedent
from bot.domain.claims.rules.taken.denied_verbs import denies_other_verb
from bot.domain.claims.rules.taken.set_aside import set_aside
from bot.domain.claims.rules.taken.subordinate import done_in_clause


def taken_of_another(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """The first of these faults, "" for none; a sentence of one clause has none of them."""
    if not aligned.told.tokens[-1].clause:
        return ""
    found = done_by_antecedent(claim, aligned, grammar) or set_aside(claim, aligned, grammar)
    return found or denies_other_verb(claim, aligned, grammar) or done_in_clause(claim, aligned, grammar)
