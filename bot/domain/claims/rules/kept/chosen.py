"""Which of two was chosen: "between Hull and Goole the union chose Goole" is no choice of Hull."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.grammar import Grammar

NOT_CHOSEN = "tells as chosen what was not"
# How many words behind "between" name the two.
_NAMED = 8


# Complexity: the conditions of one reading, each a cheap way out before the next.
def of_not_chosen(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that takes the other of two between which the sentence names one again; or ""."""
    between = grammar.words.special["between"]
    tokens = aligned.told.tokens
    first = next((at for at, token in enumerate(tokens) if token.folded in between), -1)
    if (
        first < 0
        or any(token.content for token in tokens[:first])
        or any(token.folded in between for token in claim.tokens)
    ):
        return ""
    last = first + 1
    while last < min(len(tokens), first + 1 + _NAMED) and tokens[last].clause == tokens[first].clause:
        last += 1
    join = next((at for at in range(first + 1, last) if tokens[at].folded in grammar.words.joining), -1)
    if join < 0:
        return ""
    sides = ([at for at in range(first + 1, join) if tokens[at].content], _side(aligned, join, last))
    for mine, other in (sides, sides[::-1]):
        if not mine or not other or _is_named_again(aligned, mine) or not _is_named_again(aligned, other):
            continue
        taken = next((token for token, at in aligned.pairs if at in mine), None)
        if taken is not None:
            return f"{NOT_CHOSEN}: {taken.text}"
    return ""


def _side(aligned: Aligned, join: int, last: int) -> list[int]:
    """The words of what stands right behind the word that joins two: one name, or one noun with what stands by it."""
    tokens = aligned.told.tokens
    found: list[int] = []
    for at in range(join + 1, last):
        goes_on = tokens[at].text[0].isupper() == tokens[found[0]].text[0].isupper() if found else True
        if tokens[at].content and goes_on:
            found.append(at)
        elif found:
            break
    return found


def _is_named_again(aligned: Aligned, side: list[int]) -> bool:
    tokens = aligned.told.tokens
    ahead = {id(tokens[at]) for at in side}
    return any(id(one) not in ahead and _is_same(one, tokens[at]) for one in tokens[max(side) + 1 :] for at in side)


def _is_same(one: Token, other: Token) -> bool:
    if one.entities or other.entities:
        return not one.entities.isdisjoint(other.entities)
    return one.content and one.stem == other.stem
