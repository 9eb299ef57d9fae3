"""To whom or what a passive's deed is done, wherever it stands: "vom Verein wurde der Rat gelobt"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AGENT, PASSIVE
from bot.domain.claims.rules.grammar import Grammar, is_year


def patient_of(claim: Clauses, doer: Token, aligned: Aligned, grammar: Grammar, otherwise: int) -> int:
    """Where the sentence has what a claim tells that somebody does something to, `otherwise` where it tells nothing.

    That is the first word of the claim's clause that no preposition ties, behind the verb where who does it opens it.
    """
    helping = next((one.start for one in claim.tokens if PASSIVE in one.signs and one.clause == doer.clause), 0)
    first = helping if doer.start < helping else -1
    clauses = {doer.clause} if first > 0 else _clauses(claim, doer.clause)
    inside = (pair for pair in aligned.pairs if pair[0].clause in clauses and pair[0].start > first)
    free = (pair for pair in inside if not _is_when(pair[0], grammar))
    return next((at for one, at in free if not _is_tied(claim.tokens, claim.tokens.index(one), grammar)), otherwise)


def _clauses(claim: Clauses, clause: int) -> set[int]:
    """A clause, and those before it that it goes on with behind a name set apart: "the nurse, Ann Holm, was told"."""
    set_apart = clause > 1 and claim.marks[clause] == claim.marks[clause - 1] == ","
    named = [token for token in claim.tokens if token.clause == clause - 1]
    return {clause, clause - 1, clause - 2} if set_apart and all(token.entities for token in named) else {clause}


def _is_tied(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a preposition stands before a word, also one that may tell who does it: "Veruntreuung von Geldern"."""
    before = tokens[at - 1] if at else None
    agent = before is not None and (AGENT in before.signs or before.folded in grammar.words.fused)
    return agent or bool(grammar.tie_before(tokens, at))


def _is_when(token: Token, grammar: Grammar) -> bool:
    """Whether a word only tells when something is: "since 2014"."""
    return token.dated or (is_year(token) and token.before in grammar.words.ties)
