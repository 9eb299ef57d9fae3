"""What is more than all others, told of others as what is more: "es el más largo" for "many are longer"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import IS, LESS, MORE, WAS
from bot.domain.claims.rules.grammar import Grammar

_COMPARED = {MORE, LESS}
# How far before a superlative its rank stands: "a doua cea mai mare", "el tercer pico más alto".
_NEAR = 4


def only_more(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against what a claim tells as more, where the sentence has the same word for the most."""
    leads = _leads_all(claim, aligned, grammar)
    if leads or not [1 for token in claim.tokens if not token.signs.isdisjoint(_COMPARED)]:
        return leads
    for token, place in aligned.pairs:
        if _is_compared(claim.tokens, claim.tokens.index(token)) and _is_most(aligned.told.tokens, place, grammar):
            return f"compares otherwise: {token.text}"
    return ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _leads_all(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against the first of all for what is the second: "the second largest", "zweitgrößte"."""
    special = grammar.words.special
    ordinals, heads = special["ordinals"], tuple(special["ordinal_heads"])
    if not (ordinals or heads) or any(_tells_rank(token, ordinals, heads) for token in claim.tokens):
        return ""
    tokens, ends = aligned.told.tokens, tuple(special["superlatives"])
    for token, place in aligned.pairs:
        near = [at for at in range(max(0, place - _NEAR), place) if tokens[at].folded in ordinals]
        most = near and any(one.folded.endswith(ends) for one in tokens[near[-1] + 1 : place + 1])
        parted = near and any(one.content for one in tokens[near[-1] + 2 : place] if not one.folded.endswith(ends))
        headed = bool(heads) and tokens[place].folded.startswith(heads) and tokens[place].folded != token.folded
        if (most and not parted) or (headed and token.folded.endswith(ends)):
            return f"compares otherwise: {token.text}"
    return ""


def _tells_rank(token: Token, ordinals: frozenset[str], heads: tuple[str, ...]) -> bool:
    return token.folded in ordinals or (bool(heads) and token.folded.startswith(heads))


def _is_compared(tokens: Sequence[Token], at: int) -> bool:
    """Whether "more" stands before a word, and before that what tells that it is so: "son más largos"."""
    before = tokens[max(0, at - 2) : at]
    return len(before) > 1 and bool(before[1].signs & _COMPARED) and bool(before[0].signs & {IS, WAS})


def _is_most(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether an article and "more" stand before a word: "el más largo"."""
    more = tokens[at - 1] if at else tokens[at]
    return bool(more.signs & _COMPARED) and more.before in grammar.definite - grammar.words.indefinite
