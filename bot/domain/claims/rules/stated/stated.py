"""The rules of what somebody denies, doubts, admits or will not say, asked one after the other."""

from collections.abc import Iterator

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.rules.grammar import Grammar
from bot.domain.claims.rules.heard.heard import NOT_SO
from bot.domain.claims.rules.stated.denied import denies_other
from bot.domain.claims.rules.stated.governors import governors_exchanged
from bot.domain.claims.rules.stated.lies import told_as_true
from bot.domain.claims.rules.stated.second_objects import object_of_joined
from bot.domain.claims.rules.stated.unsaid import unsaid


def stated_otherwise(claim: Clauses, aligned: Aligned, grammar: Grammar) -> Iterator[str]:
    """What speaks against a claim that has somebody deny, admit or say another thing than the sentence does."""
    yield denies_other(claim, aligned, grammar)
    yield NOT_SO if told_as_true(claim, aligned, grammar) else ""
    yield unsaid(claim, aligned, grammar)
    yield governors_exchanged(aligned, grammar)
    yield object_of_joined(claim, aligned, grammar)
