"""What is more than all others, told of others as what is more: "es el más largo" for "many are longer"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import IS, LESS, MORE, WAS
from bot.domain.claims.rules.grammar import Grammar

_COMPARED = {MORE, LESS}


def only_more(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against what a claim tells as more, where the sentence has the same word for the most."""
    if not [1 for token in claim.tokens if not token.signs.isdisjoint(_COMPARED)]:
        return ""
    for token, place in aligned.pairs:
        if _is_compared(claim.tokens, claim.tokens.index(token)) and _is_most(aligned.told.tokens, place, grammar):
            return f"compares otherwise: {token.text}"
    return ""


def _is_compared(tokens: Sequence[Token], at: int) -> bool:
    """Whether "more" stands before a word, and before that what tells that it is so: "son más largos"."""
    before = tokens[max(0, at - 2) : at]
    return len(before) > 1 and bool(before[1].signs & _COMPARED) and bool(before[0].signs & {IS, WAS})


def _is_most(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether an article and "more" stand before a word: "el más largo"."""
    more = tokens[at - 1] if at else tokens[at]
    return bool(more.signs & _COMPARED) and more.before in grammar.definite - grammar.words.indefinite
