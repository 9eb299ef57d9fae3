"""The rules of what somebody denies, doubts, admits or will not say, asked one after the other."""

from collections.abc import Iterator

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.rules.grammar import Grammar
from bot.domain.claims.rules.heard.heard import NOT_SO
from bot.domain.claims.rules.stated.already import said_already
from bot.domain.claims.rules.stated.attributed import only_attributed
from bot.domain.claims.rules.stated.corrected import denied_doer
from bot.domain.claims.rules.stated.denied import denies_other
from bot.domain.claims.rules.stated.governors import governors_exchanged
from bot.domain.claims.rules.stated.halves import of_other_statement
from bot.domain.claims.rules.stated.lies import told_as_true
from bot.domain.claims.rules.stated.polls import held_by_share
from bot.domain.claims.rules.stated.second_objects import object_of_joined
from bot.domain.claims.rules.stated.unsaid import unsaid


def stated_otherwise(claim: Clauses, aligned: Aligned, grammar: Grammar) -> Iterator[str]:
    """What speaks against a claim that has somebody deny, admit or say another thing than the sentence does."""
    yield denies_other(claim, aligned, grammar)
    yield said_already(claim, aligned, grammar)
    yield NOT_SO if told_as_true(claim, aligned, grammar) or only_attributed(claim, aligned, grammar) else ""
    yield unsaid(claim, aligned, grammar)
    yield governors_exchanged(aligned, grammar)
    yield object_of_joined(claim, aligned, grammar)
    yield of_another(claim, aligned, grammar)


def of_another(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What a claim gives to who another half, a share of people or a corrected statement is about, "" for nothing."""
    found = denied_doer(claim, aligned, grammar) or held_by_share(claim, aligned, grammar)
    return found or of_other_statement(claim, aligned, grammar)
