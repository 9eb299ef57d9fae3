"""What a sentence only denies that somebody confirmed, told as confirmed: "the town hall did not confirm the deal"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import ANNOUNCED, NOT
from bot.domain.claims.rules.grammar import Grammar

# How many words may stand between a verb and its denial: "n'a toujours pas confirmé".
_DENIED = 3


def confirmed(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has somebody announce a thing where the sentence denies that, "" for nothing."""
    tokens, brackets = aligned.told.tokens, grammar.brackets
    if claim.headline:
        return ""
    for at, token in enumerate(claim.tokens):
        if ANNOUNCED not in token.signs or _is_denied(claim.tokens, at, brackets=True):
            continue
        same = [place for place, other in enumerate(tokens) if other.stem == token.stem]
        if same and all(_is_denied(tokens, place, brackets=brackets) for place in same):
            return f"leaves out a denial: {token.text}"
    return ""


def _is_denied(tokens: Sequence[Token], at: int, *, brackets: bool) -> bool:
    """Whether a denial stands close before a verb, or behind it where the verb stands second."""
    clause = tokens[at].clause
    near = tokens[max(0, at - _DENIED) : at] if not brackets else tokens
    return any(NOT in one.signs for one in near if one.clause == clause)
