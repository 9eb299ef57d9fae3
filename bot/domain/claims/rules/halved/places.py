"""What is done at one place, told of another: "the bank keeps its branch in Selby, but closes the one in Tarn"."""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import NOT
from bot.domain.claims.rules.grammar import Grammar, is_plain

# A preposition and an article; how far in a half the word that joins it stands; how much a half says besides a place.
_TIED, _OPENS, _FEW = 2, 3, 3


# Complexity: the conditions of one reading, each a cheap way out before the next.
def done_at_other(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has what is done in one half of a sentence at the other half's place, or ""."""
    tokens, matched = aligned.told.tokens, aligned.matched
    if claim.tokens[-1].clause or not any(map(grammar.words.joins.__contains__, (one.folded for one in tokens))):
        return ""
    for first, second in _halves(tokens, grammar):
        here, there = _place(tokens, first, grammar), _place(tokens, second, grammar)
        if not here or not there or _of_one(tokens, here, there):
            continue
        mine, theirs = matched & {*here}, matched & {*there}
        if not mine and not theirs:
            continue
        told = [at for at in first if tokens[at].content][1:]  # Without who does it.
        deeds = [at for at in told if _says(tokens[at]) and at not in here]
        others = [at for at in second if _says(tokens[at]) and at not in there]
        if not others or len(others) > _FEW or not deeds:
            continue
        only = matched.isdisjoint(others) and not matched.isdisjoint(deeds)
        if mine and theirs:  # "In Selby and Tarn".
            moved = only and _are_joined(claim.tokens, aligned, (mine, theirs), grammar)
        else:
            moved = only if theirs else not matched.isdisjoint(others) and not matched.issuperset(deeds)
        if moved:
            return f"joins {tokens[min(mine or theirs)].text} with what another belongs to"
    return ""


def _halves(tokens: Sequence[Token], grammar: Grammar) -> Iterator[tuple[range, range]]:
    """The places of each two halves that a word joins, a new clause before it or none."""
    for at, token in enumerate(tokens):
        if token.folded not in grammar.words.joins or not 0 < at < len(tokens) - 1:
            continue
        start = at
        while start > 0 and tokens[start - 1].clause == token.clause and at - start < _OPENS:
            start -= 1
        opens = start > 0 and tokens[start - 1].clause != token.clause
        start = start if opens else at
        if not opens and token.folded not in grammar.words.joining:
            continue
        begin, end = tokens[start - 1].clause, token.clause
        first = [one for one in range(start) if tokens[one].clause == begin]
        second = [one for one in range(start, len(tokens)) if tokens[one].clause == end]
        yield range(first[0], start), range(start, second[-1] + 1)


def _place(tokens: Sequence[Token], half: range, grammar: Grammar) -> list[int]:
    """Where the only name of a half stands that a preposition ties; [] where there is none or are two."""
    found = [at for at in half if _is_name(tokens, at, grammar)]
    named = bool(found) and found[-1] - found[0] == len(found) - 1
    return found if named else []


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _is_name(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word is of a name, or begins with a capital, behind a preposition with an article or none."""
    token = tokens[at]
    if not token.text[0].isupper() or not token.content or token.dated:
        return False
    start = at
    while start and tokens[start - 1].text[0].isupper() and tokens[start - 1].content:
        start -= 1
    near = [one for one in tokens[max(0, start - _TIED) : start] if one.clause == token.clause]
    bare = near[-1:]
    if grammar.nouns and not token.entities:
        return bool(bare) and bare[0].folded in grammar.words.within - grammar.definite - grammar.words.fused
    led = [one for one in near if one.folded in grammar.words.ties]
    tied = bool(bare) and (bare[0].folded in grammar.words.ties or bare[0].folded in grammar.definite)
    return tied and bool(led) and not any(one.content for one in near[-1:])


def _are_joined(
    tokens: Sequence[Token], aligned: Aligned, places: tuple[frozenset[int], frozenset[int]], grammar: Grammar
) -> bool:
    """Whether no more than a word that joins stands between two places in a claim, and a preposition or none."""
    ends = [[tokens.index(token) for token, at in aligned.pairs if at in found] for found in places]
    first, last = sorted(ends)
    between = tokens[first[-1] + 1 : last[0]]
    joined = any(token.folded in grammar.words.joining for token in between)
    return joined and not any(token.content for token in between)


def _of_one(tokens: Sequence[Token], here: Sequence[int], there: Sequence[int]) -> bool:
    """Whether two places are one."""
    return any(
        tokens[one].stem == tokens[other].stem or tokens[one].entities & tokens[other].entities
        for one in here
        for other in there
    )


def _says(token: Token) -> bool:
    """Whether a word is no name, number or time, and says something."""
    return token.content and is_plain(token) and not token.dated and token.value is None and NOT not in token.signs
