"""Claims that put together what a condition says and what depends on it: "as long as she leads it, it stays public".

No claim that leaves the condition out may say of it that she "stays leader".
"""

from itertools import product

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AFTER, BEFORE, CAUSE, COND, GOVERNS
from bot.domain.claims.rules.grammar import SPEECH, Grammar, governs, is_time

_ORDERING = frozenset({AFTER, BEFORE, CAUSE, COND})
# How many words of a clause may stand up to the one that makes it a condition.
_OPENING = 2


# Complexity: the conditions of one reading, each a cheap way out before the next.
def of_condition(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What a claim without a condition joins from one and from the clause beside it, "" where it joins nothing."""
    tokens, leading = aligned.told.tokens, grammar.words.special["while"]
    opened = {one.clause for at, one in enumerate(tokens) if _opens(tokens, at, leading)}
    if not opened or any(token.signs & _ORDERING or _requires(token) for token in claim.tokens):
        return ""
    if any(_is_relative(claim, at, grammar) for at in range(1, len(claim.tokens))):
        return ""  # "Tenants who sign will get a discount."
    taken = [(token, at) for token, at in aligned.pairs if _says(token, tokens[at], grammar)]
    for clause in opened:
        inside = [token for token, at in taken if tokens[at].clause == clause]
        beside = [token for token, at in taken if abs(tokens[at].clause - clause) == 1]
        for one, other in product(inside, beside):
            if one.clause == other.clause and not _is_joined(claim, one, other, grammar):
                return f"joins {one.text} with what another belongs to: {other.text}"
    return ""


def _is_relative(claim: Clauses, at: int, grammar: Grammar) -> bool:
    """Whether a word opens a relative clause and not what somebody says: "who", not "declared that"."""
    before = claim.tokens[at - 1]
    return claim.tokens[at].folded in grammar.relatives and not (before.signs & SPEECH or governs(before))


def _is_joined(claim: Clauses, one: Token, other: Token, grammar: Grammar) -> bool:
    """Whether a claim has a word between two that joins two deeds."""
    places = sorted((claim.tokens.index(one), claim.tokens.index(other)))
    return any(token.folded in grammar.words.joins for token in claim.tokens[places[0] : places[1]])


def _opens(tokens: list[Token], at: int, leading: frozenset[str]) -> bool:
    """Whether a word opens a clause of what must be so, or a sentence's first clause of what is so meanwhile."""
    if COND not in tokens[at].signs:
        return not at and tokens[at].folded in leading
    return at < _OPENING or tokens[at - _OPENING].clause != tokens[at].clause


def _requires(token: Token) -> bool:
    """Whether a word makes one thing need another: "must", "only"."""
    return governs(token) and f"{GOVERNS}future" not in token.signs


def _says(token: Token, other: Token, grammar: Grammar) -> bool:
    """Whether a word tells more than who it is, who says it and when."""
    named = bool(token.entities) or grammar.is_person(token) or is_time(token)
    return token.content and not named and not (token.signs | other.signs) & SPEECH
