"""Numbers that stand right behind names, as ages do: "Ann Reed, 34, and her brother Tom, 29"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.grammar import Grammar

# How many small words stand between a name and its number: "de", "are".
_SMALL = 3


def numbers_exchanged(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has behind one name the number that a sentence has behind another, or ""."""
    tokens = aligned.told.tokens
    for token, at in aligned.pairs:
        if token.value is None or not _stands_alone(tokens, at, grammar):
            continue
        mine, theirs = _name_before(claim.tokens, claim.tokens.index(token), grammar), _name_before(tokens, at, grammar)
        if mine is not None and theirs is not None and _are_others(mine, theirs):
            return f"counts something else: {token.text}"
    return ""


def _stands_alone(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether nothing is counted by a number but years."""
    behind = next((one for one in tokens[at + 1 :] if one.content or one.value is not None), None)
    alone = behind is None or behind.clause != tokens[at].clause
    return alone or tokens[at].after in grammar.words.durations


def _name_before(tokens: Sequence[Token], at: int, grammar: Grammar) -> Token | None:
    """The name right before a number, with nothing between but what tells an age; None where none stands there."""
    for one in tokens[max(0, at - _SMALL) : at][::-1]:
        if one.content or one.entities:
            named = one.text[0].isupper() and bool(one.entities) and not grammar.is_role(one)
            return one if named else None
        if one.folded not in grammar.words.special["aged_by"]:
            return None
    return None


def _are_others(mine: Token, theirs: Token) -> bool:
    """Whether two names are of different persons, and no word of both is the same."""
    return not mine.entities & theirs.entities and mine.stem != theirs.stem
