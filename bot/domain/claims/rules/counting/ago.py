"""How long something lasts, and how long before now it was.

No age is a time before now ("19 years ago" for "it is 19 years old"), and six hours are no six days.
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AFTER, BEFORE
from bot.domain.claims.rules.grammar import Grammar

# How far from a number stand the words that tell so, and how many they are at most: "il y a environ 19 ans".
_BESIDE, _LONGEST = 4, 3


def long_ago(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against how long ago a claim says that something was, "" where the sentence has it so."""
    for number, place in aligned.pairs:
        if number.value is None or number.after not in grammar.words.durations:
            continue
        tokens = aligned.told.tokens
        same = tokens[place].after in grammar.words.durations and tokens[place].value is not None
        if same and _is_ago(claim.tokens, claim.tokens.index(number), grammar) and not _tells(tokens, place, grammar):
            return f"says when otherwise: {number.text}"
    return ""


def lasts_otherwise(aligned: Aligned) -> str:
    """What speaks against a length of time that a claim has with a word of another: "an hour", "half an hour"."""
    for token, place in aligned.pairs:
        other = aligned.told.tokens[place]
        mine, theirs = _lengths(token), _lengths(other)
        alike = token.value == other.value if token.value is not None else token.folded == other.folded
        if mine and theirs and alike and mine.isdisjoint(theirs) and (not token.after or token.after != other.after):
            return f"says otherwise how long: {token.text}"
    return ""


def _lengths(token: Token) -> set[str]:
    """The keys of the length of time that a number counts, or a word without one is."""
    return {key for key in token.keys if key[0] == "~" and key[-1] == "#"}


def _is_ago(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word for so long before now stands beside a number."""
    near = [token.folded for token in tokens[max(0, at - _BESIDE) : at + _BESIDE]]
    runs = ("-".join(near[one : one + length]) for one in range(len(near)) for length in range(1, _LONGEST + 1))
    return not grammar.words.ago.isdisjoint(runs)


def _tells(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a sentence tells beside a number that it is a time before or since something."""
    near = tokens[max(0, at - _BESIDE) : at + _BESIDE]
    return _is_ago(tokens, at, grammar) or any(token.signs & {BEFORE, AFTER} for token in near)
