"""How long something lasts, and how long before now it was.

No age is a time before now ("19 years ago" for "it is 19 years old"), and six hours are no six days.
"""

import re
from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AFTER, BEFORE, FLOOR
from bot.domain.claims.rules.grammar import Grammar

# How far from a number stand the words that tell so, and how many they are at most: "il y a environ 19 ans".
_BESIDE, _LONGEST = 4, 3
# How long a year is, as `durations` has it.
_YEAR = "12m"
_LENGTH = re.compile(r"~[\d.e+]+[nm]#?")


def long_ago(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against how long ago a claim says that something was, "" where the sentence has it so."""
    for number, place in aligned.pairs:
        if number.value is None or number.after not in grammar.words.durations:
            continue
        tokens = aligned.told.tokens
        if tokens[place].after not in grammar.words.durations or tokens[place].value is None:
            continue
        at = claim.tokens.index(number)
        if _is_ago(claim.tokens, at, grammar) and not _tells(tokens, place, grammar):
            return f"says when otherwise: {number.text}"
        if _is_age(claim.tokens, at, grammar) and not _may_be_age(tokens, place, grammar):
            return f"says otherwise how long: {number.text}"
    return ""


def _is_age(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a number of years tells how old somebody is: "is 30 years old", "tiene 30 años"."""
    words = grammar.words
    unit = next((place for place in range(at + 1, len(tokens)) if tokens[place].folded == tokens[at].after), at)
    behind = tokens[unit + 1 : unit + 2]
    if behind and behind[0].folded in words.special["old"]:
        return True
    ends = not behind or behind[0].clause != tokens[at].clause
    years = _YEAR in words.durations.get(tokens[at].after, "")
    return ends and years and at > 0 and tokens[at - 1].folded in words.having


def _may_be_age(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a sentence may tell an age: of somebody right before, beside a word for it, or in a clause of its own."""
    words = grammar.words
    near = {token.folded for token in (*tokens[max(0, at - 2) : at], *tokens[at + 1 : at + _BESIDE])}
    if not near.isdisjoint(words.special["old"]) or at <= 1:
        return True
    before = tokens[at - 1]
    if before.clause != tokens[at].clause or before.folded in words.having:
        return True
    noun = tokens[at - 2]
    if before.folded not in grammar.of_words or noun.clause != before.clause:
        return before.folded in grammar.of_words
    return noun.content and not noun.entities  # "A man of 72 years", not "in Kiel for 30 years".


# Complexity: the conditions of one reading, each a cheap way out before the next.
def lasts_otherwise(aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a length of time that a claim has with a word of another: "an hour", "half an hour".

    An hour is neither two of them, nor an hour and a half, nor "hours".
    """
    for token, place in aligned.pairs:
        other = aligned.told.tokens[place]
        mine = _lengths(token)
        if not mine:
            continue
        theirs = _lengths(other)
        same = token.bound != FLOOR and any(key[0] == "=" for key in token.keys & other.keys)
        alike = same or token.value == other.value if token.value is not None else token.folded == other.folded
        if (
            theirs
            and alike
            and mine.isdisjoint(theirs)
            and (not token.after or token.after != other.after or token.value != other.value)
        ):
            return f"says otherwise how long: {token.text}"
        if token.value is None and other.value is None and _is_several(aligned.told.tokens, place, token, grammar):
            return f"says otherwise how long: {token.text}"
    return ""


def _is_several(tokens: Sequence[Token], place: int, one: Token, grammar: Grammar) -> bool:
    """Whether a word for one length of time stands in a sentence for another number of them, or for several."""
    theirs, mine = ({key for key in token.keys if _LENGTH.fullmatch(key)} for token in (tokens[place], one))
    if theirs:
        return theirs.isdisjoint(mine)
    bare = tokens[place].before not in grammar.definite - grammar.of_words and tokens[place].folded != one.folded
    return bare and one.folded in grammar.words.durations


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
