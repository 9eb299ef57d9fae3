"""What speaks against a claim that takes what one clause tells as another's."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.rules.grammar import Grammar
from bot.domain.claims.rules.taken.antecedents import done_by_antecedent
from bot.domain.claims.rules.taken.denied_verbs import denies_other_verb
from bot.domain.claims.rules.taken.invited import only_invited
from bot.domain.claims.rules.taken.partly import told_of_part
from bot.domain.claims.rules.taken.set_aside import set_aside
from bot.domain.claims.rules.taken.several import told_of_one
from bot.domain.claims.rules.taken.subordinate import done_in_clause
from bot.domain.claims.rules.taken.tied import done_by_tied
from bot.domain.claims.rules.taken.unlike import told_of_unlike


def taken_of_another(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """The first of these faults, "" for none; a sentence of one clause has at most one of them."""
    if not grammar.words.special["inviting"].isdisjoint([token.folded for token in aligned.told.tokens]):
        invited = only_invited(claim, aligned, grammar)
        if invited:
            return invited
    other = told_of_unlike(claim, aligned, grammar) or told_of_one(claim, aligned, grammar)
    if other or not aligned.told.tokens[-1].clause:
        return other
    found = done_by_antecedent(claim, aligned, grammar) or set_aside(claim, aligned, grammar)
    found = found or denies_other_verb(claim, aligned, grammar) or done_in_clause(claim, aligned, grammar)
    found = found or done_by_tied(claim, aligned, grammar)
    return found or (told_of_part(aligned, grammar) if aligned.pairs else "")
