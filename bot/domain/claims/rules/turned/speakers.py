"""Who says it and of whom it is said, each in the other's place: "the bank said that the lawyer had lied"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import ANNOUNCED, NEUTRAL
from bot.domain.claims.rules.grammar import Grammar

_SAYING = {NEUTRAL, ANNOUNCED}


def speakers_exchanged(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a speaker of whom the sentence has the one tell something that the claim has them tell."""
    mine = _saying(claim.tokens, 0)
    if not mine:
        return ""
    verb = claim.tokens[mine]
    spoken = next((pair for pair in aligned.pairs if pair[0].clause == verb.clause), None)
    told_of = next((pair for pair in aligned.pairs if pair[0].start > verb.start), None)
    if spoken is None or told_of is None or spoken[0].start > verb.start or not _may_do(told_of[0]):
        return ""
    turned = _is_speaker(aligned.told.tokens, told_of[1], spoken[1], grammar)
    return f"turns round who does what: {spoken[0].text}, {told_of[0].text}" if turned else ""


def _may_do(token: Token) -> bool:
    return token.value is None and not token.dated


def _is_speaker(tokens: Sequence[Token], at: int, there: int, grammar: Grammar) -> bool:
    """Whether who stands at a place says something of another, who opens what is said."""
    saying = _saying(tokens, at) if at < there else None
    if saying is None or saying > there or tokens[saying].clause != tokens[at].clause:
        return False
    between = [token for token in tokens[saying + 1 : there] if token.content]
    opens = all(token.clause < tokens[there].clause for token in between)
    return opens and not grammar.is_tied(tokens, at) and not grammar.is_tied(tokens, there)


def _saying(tokens: Sequence[Token], at: int) -> int | None:
    """Where the first verb of saying stands behind a place, None where none does."""
    return next((place for place in range(at, len(tokens)) if tokens[place].signs & _SAYING), None)
