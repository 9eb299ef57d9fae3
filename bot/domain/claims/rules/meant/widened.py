"""What a claim denies of more, or tells more firmly, of a time than a sentence does.

whole    "the pool will not open" of "The pool will not open in May, but in June."
until    "the pool will not open until May" of "The pool will not open in May."
bounded  "the pool will open in June" of "The pool will open in June at the earliest."
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import BEFORE, NOT, ONLY
from bot.domain.claims.rules.grammar import Grammar, is_time, tells
from bot.domain.claims.rules.meant.corrections import correction_of

# How many words may stand between a time and what bounds it in its clause or behind it, and "until" and its day.
_NEAR, _NEXT, _BETWEEN = 4, 2, 3
_LANGUAGES = 32


def widened(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that leaves out to what time a sentence limits what it tells, "" for nothing."""
    times = [(token, place) for token, place in aligned.pairs if is_time(token) and is_time(aligned.told.tokens[place])]
    denied = tells(claim.tokens, NOT)
    fault = (denied and (_denied_wholly(aligned, grammar) or _denied_until(claim, aligned, times, grammar))) or ""
    free = times and not fault and not _is_bounded(claim.tokens, grammar)
    return _bounded(aligned, [place for _, place in times], grammar) if free else fault


def _denied_wholly(aligned: Aligned, grammar: Grammar) -> str:
    """A claim denies what a sentence denies of a time alone, and it has none of what that tells of the time."""
    found = correction_of(aligned.told.tokens, grammar)
    if found is None or not aligned.matched.isdisjoint({*found.denied, *found.times}):
        return ""
    return f"denies more than the article does: {aligned.told.tokens[found.denials[0]].text}"


def _denied_until(claim: Clauses, aligned: Aligned, times: Sequence[tuple[Token, int]], grammar: Grammar) -> str:
    """A claim denies until a time what a sentence denies of that time."""
    tokens, tills = aligned.told.tokens, grammar.words.till
    bounds = [*_bounds(tokens, grammar)]
    for token, place in times:
        inside = [one for one in tokens if one.clause == tokens[place].clause]
        limited = any(one.signs & {BEFORE, ONLY} or one.folded in tills for one in inside)
        if limited or not tells(inside, NOT) or any(_is_near(tokens, place, bound) for bound in bounds):
            continue
        at = claim.tokens.index(token)
        ahead = claim.tokens[max(0, at - _BETWEEN) : at]
        if any(one.folded in tills or BEFORE in one.signs for one in ahead):
            return f"denies more than the article does: {token.text}"
    return ""


def _bounded(aligned: Aligned, times: Sequence[int], grammar: Grammar) -> str:
    """A claim tells of a time before or behind which a sentence says that something is not."""
    tokens = aligned.told.tokens
    bounds = (at for at in _bounds(tokens, grammar) if any(_is_near(tokens, place, at) for place in times))
    bound = next(bounds, None)
    return f"leaves out a limit: {tokens[bound].text}" if bound is not None else ""


def _is_near(tokens: Sequence[Token], place: int, bound: int) -> bool:
    """Whether a word tells what bounds a time, in its clause or right behind a comma: "in January, no mínimo"."""
    apart = abs(place - bound)
    return apart <= _NEXT or (apart <= _NEAR and tokens[place].clause == tokens[bound].clause)


def _is_bounded(tokens: Sequence[Token], grammar: Grammar) -> bool:
    return any(token.signs & {BEFORE, ONLY} for token in tokens) or bool([*_bounds(tokens, grammar)])


def _bounds(tokens: Sequence[Token], grammar: Grammar) -> Iterator[int]:
    """Where a word or two or three for "at the earliest" or "at the latest" end."""
    listed = grammar.words.special["bounding_times"]
    ends = _ends(listed)
    for at in [at for at, token in enumerate(tokens) if token.folded in ends]:
        written = [token.folded for token in tokens[max(0, at - 2) : at + 1]]
        if any("-".join(written[first:]) in listed for first in range(len(written))):
            yield at


@lru_cache(maxsize=_LANGUAGES)
def _ends(phrases: frozenset[str]) -> frozenset[str]:
    """The ends of phrases of several words: "the-latest" and "latest" of "at-the-latest", and all of it."""
    parts = [phrase.split("-") for phrase in phrases]
    return frozenset("-".join(words[first:]) for words in parts for first in range(len(words)))
