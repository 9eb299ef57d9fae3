"""The rules against what changes places or its time in a claim."""

from collections.abc import Iterator

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses
from bot.domain.claims.rules.grammar import Grammar
from bot.domain.claims.rules.turned.aims import exchanged_with_aim
from bot.domain.claims.rules.turned.foretold import foretold
from bot.domain.claims.rules.turned.impersonal import done_by_nobody
from bot.domain.claims.rules.turned.offices import office_over
from bot.domain.claims.rules.turned.speakers import speakers_exchanged


def changed(claim: Clauses, aligned: Aligned, grammar: Grammar) -> Iterator[str]:
    """What speaks against a claim, one after the other, "" for nothing."""
    yield foretold(claim, aligned, grammar)
    yield done_by_nobody(aligned, grammar)
    yield exchanged_with_aim(claim, aligned, grammar)
    yield speakers_exchanged(claim, aligned, grammar)
    yield office_over(claim, aligned, grammar)
