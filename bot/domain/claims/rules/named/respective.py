"""What two do each for themselves, told with one word: "Ann Lee and Tom Bell won gold and silver respectively"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.grammar import Grammar

ANOTHERS_SHARE = "gives to one of two what the other has"


# Complexity: the conditions of one reading, each a cheap way out before the next.
def of_the_other(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that gives to one of two what a sentence gives to the other, "" for nothing."""
    told, marking = aligned.told.tokens, grammar.words.special["respectively"]
    marked = [at for at, token in enumerate(told) if token.folded in marking]
    if not marked or any(token.folded in marking for token in claim.tokens):
        return ""
    joins = [at for at in range(1, len(told) - 1) if told[at].folded in grammar.words.joining]
    named = next((at for at in joins if _are_named(told, at)), None)
    if named is None:
        return ""
    other = next((at for at in (*joins, *marked) if at > named and _parts(told, at, marked)), None)
    parts = _parts(told, other, marked) if other is not None else None
    if parts is None:
        return ""
    pairs = list(zip(_names(told, named), parts, strict=True))
    taken = [(_takes(aligned, told, name), part in aligned.matched) for name, part in pairs]
    who, what = [name for name, _ in taken], [part for _, part in taken]
    return "" if who == what or not any(who) or not any(what) else f"{ANOTHERS_SHARE}: {told[parts[0]].text}"


def _are_named(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word stands between two names."""
    one, other = tokens[at - 1], tokens[at + 1]
    return bool(one.entities and other.entities) and one.entities.isdisjoint(other.entities)


def _names(tokens: Sequence[Token], joined: int) -> tuple[Token, Token]:
    """A word of each name before and behind a word that joins."""
    return tokens[joined - 1], tokens[joined + 1]


def _parts(tokens: Sequence[Token], joined: int, marked: Sequence[int]) -> tuple[int, int] | None:
    """Where the last word before one that joins and the first behind it stand that say something; None for none."""
    before = [at for at in range(joined) if tokens[at].content and at not in marked]
    behind = [at for at in range(joined + 1, len(tokens)) if tokens[at].content]
    return (before[-1], behind[0]) if before and behind else None


def _takes(aligned: Aligned, tokens: Sequence[Token], name: Token) -> bool:
    """Whether a claim names somebody."""
    return any(not tokens[place].entities.isdisjoint(name.entities) for _, place in aligned.pairs)
