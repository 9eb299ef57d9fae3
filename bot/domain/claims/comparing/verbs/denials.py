"""Tells a denial that only restricts: "n'ouvrira que si", "n'a que deux salles"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import COND, NOT, ONLY, THAN

# How many words stand at most between the denial and what ends it.
_APART = 6


def restrict(found: Clauses, restricted: frozenset[str], restricting: frozenset[str]) -> None:
    """Have a denial of `restricted` limit what follows where a word of `restricting` ends it and no denial does."""
    tokens = found.tokens
    for at, token in enumerate(tokens):
        if NOT not in token.signs or token.folded not in restricted:
            continue
        near = range(at + 2, min(at + 2 + _APART, len(tokens)))
        end = next((to for to in near if tokens[to].folded in restricting or NOT in tokens[to].signs), None)
        if end is None or tokens[end].folded not in restricting or tokens[end].clause - token.clause > 1:
            continue
        if _is_bare(tokens, at) and not _leads_clause(tokens, end):
            token.signs = token.signs - {NOT}
            tokens[end].signs = tokens[end].signs - {THAN} | {ONLY}
            _rejoin(found, end)


def _is_bare(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing is compared or denied before a word in its clause: "plus vieux qu'il ne le dit"."""
    before = [one for one in tokens[:at] if one.clause == tokens[at].clause]
    return not any(one.signs & {THAN, NOT} for one in before)


def _leads_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether another clause than a condition stands behind a word: "que quand il est sûr"."""
    behind = tokens[at + 1 : at + 2]
    return not behind or (behind[0].clause != tokens[at].clause and COND not in behind[0].signs)


def _rejoin(found: Clauses, at: int) -> None:
    """Open no clause with a word that only ends a denial."""
    tokens, clause = found.tokens, found.tokens[at].clause
    if clause == tokens[at - 1].clause or found.marks[clause]:
        return
    del found.openers[clause], found.marks[clause]
    tokens[at].before = tokens[at - 1].folded
    for token in tokens[at:]:
        token.clause -= 1
