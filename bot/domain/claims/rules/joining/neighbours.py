"""What stands right before each of two words, exchanged: "taken last week ... found in January", turned round."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.grammar import Grammar, is_time

_FOUR = 4
_EXCHANGED = "exchanges what stands before"


# Complexity: the conditions of one reading, each a cheap way out before the next.
def neighbours_exchanged(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has each of two words behind what stands before the other, "" for nothing."""
    pairs = aligned.pairs
    places = [place for _, place in pairs]
    if len(pairs) < _FOUR or len(aligned.matched) < len(pairs) or places == sorted(places):
        return ""
    found = _exchanged(claim, aligned, grammar, -1)
    return found or (_exchanged(claim, aligned, grammar, 1) if grammar.nouns else "")  # "Die in Plau geborene Malerin".


def _exchanged(claim: Clauses, aligned: Aligned, grammar: Grammar, step: int) -> str:
    """The same of what stands before words, or behind them for a `step` of 1."""
    told = aligned.told.tokens
    place_of = {id(token): at for token, at in aligned.pairs}
    mine, theirs = dict[int, int](), _beside(told, step)
    for at, beside in _beside(claim.tokens, step).items():
        place, other = (place_of.get(id(claim.tokens[one])) for one in (at, beside))
        if place is not None and other is not None and theirs.get(place, other) != other:
            mine[place] = other
    for place, beside in mine.items():
        own = theirs[place]
        other = next((at for at, one in theirs.items() if one == beside and mine.get(at) == own), place)
        if len({place, own, other, beside}) == _FOUR and _are_alike(told, place, other, grammar):
            return f"{_EXCHANGED}: {told[place].text}, {told[other].text}"
    return ""


def _beside(tokens: Sequence[Token], step: int) -> dict[int, int]:
    """For each word that says something, where it is, the next such word before it or behind it in its clause."""
    found, last, clause = dict[int, int](), -1, -1
    for at in range(len(tokens))[::-step]:
        token = tokens[at]
        if token.clause != clause:
            last, clause = -1, token.clause
        if token.content:
            if last >= 0:
                found[at] = last
            last = at
    return found


def _are_alike(tokens: Sequence[Token], one: int, other: int, grammar: Grammar) -> bool:
    """Whether two words are both times, or both written as names and tied to what is before them."""
    if _is_when(tokens, one, grammar) or _is_when(tokens, other, grammar):
        return _is_when(tokens, one, grammar) and _is_when(tokens, other, grammar)
    capital = tokens[one].text[0].isupper() and tokens[other].text[0].isupper()
    return capital and _is_tied(tokens, one, grammar) and _is_tied(tokens, other, grammar)


def _is_tied(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a preposition stands right before a word, or before its article."""
    ahead = [*tokens[max(0, at - 2) : at]]
    if ahead and ahead[-1].folded in grammar.definite:
        ahead.pop()
    return bool(ahead) and ahead[-1].folded in grammar.words.ties


def _is_when(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word tells when: a day, a year, or what stands before a length of time, "last" of "last week"."""
    return is_time(tokens[at]) or any(one.folded in grammar.words.durations for one in tokens[at : at + 2])
