"""Things that are told of together with their numbers, and what they all are: two men and a woman are three people."""

from collections.abc import Iterator, Sequence
from math import nan

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import Wording
from bot.domain.claims.rules.grammar import Grammar

_PAIR = 2
# How many words may stand from a number to what it counts: "20 de urși".
_NOUN = 2


# Complexity: a run ends where a thing is not joined, and the next may begin there.
def counted_together(tokens: Sequence[Token], words: Wording) -> Iterator[list[tuple[int, int, float]]]:
    """Two counted things or more that commas and "and" join: where each begins and its noun stands, and its number."""
    run: list[tuple[int, int, float]] = []
    at = 0
    while at < len(tokens):
        noun, number = _counted(tokens, at, words)
        joined = bool(run) and at - run[-1][1] <= _PAIR and _joins(tokens, run[-1][1], at, words)
        if noun is None or not joined:
            if len(run) >= _PAIR:
                yield run
            run = [] if noun is None or joined else run[:0]
        if noun is not None:
            run = [*run, (at, noun, number)]
        at = at + 1 if noun is None else noun + 1
        if noun is None:
            continue
        following = at + (at < len(tokens) and tokens[at].folded in words.joins | words.joining)
        if following < len(tokens) and _counted(tokens, following, words)[0] is not None:
            at = following
    if len(run) >= _PAIR:
        yield run


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _counted(tokens: Sequence[Token], at: int, words: Wording) -> tuple[int | None, float]:
    """Where a noun stands that is counted from a place, by a number, an article or as one, and how many there are."""
    token = tokens[at]
    if token.folded in words.special["one_person"] or token.folded in words.special["one_person_object"]:
        return at, 1.0
    if words.free_order and token.value is None and token.narrow:
        return at, nan  # "Ведмедя", "ведмеді": nothing tells how many.
    one = token.value is None and (token.folded in words.articles or token.folded in words.indefinite)
    if token.dated or token.share is not None or not (one or token.value is not None):
        return None, 0.0
    for place in range(at + 1, min(at + 1 + _NOUN, len(tokens))):
        other = tokens[place]
        if other.clause != token.clause or other.value is not None:
            break
        if is_thing(other, words):
            return place, token.value or 1.0
        if other.content:
            break
    return None, 0.0


def is_thing(token: Token, words: Wording) -> bool:
    """Whether a noun is known to be of some kind: a person, an animal, a car."""
    return bool(token.narrow) or token.folded in words.special["person_kinds"]


def is_kind_of(thing: Token, kind: Token, words: Wording) -> bool:
    """Whether a word may be said for another that is narrower: "animals" for "wolves", "people" for "men"."""
    if kind.folded in words.special["persons"]:
        return thing.folded in words.special["person_kinds"]
    return bool(thing.narrow & kind.broad)


def _joins(tokens: Sequence[Token], noun: int, at: int, words: Wording) -> bool:
    """Whether nothing but a comma or "and" parts a counted noun from the next number."""
    between = tokens[noun + 1 : at]
    if not between:
        return tokens[at].clause == tokens[noun].clause + 1
    return len(between) == 1 and between[0].folded in words.joins | words.joining


def part_of_sum(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a number that a sentence has of one of several things, told of what they all are; or "".

    "A bear and two wolves were seen": not two animals.
    """
    words, told = grammar.words, aligned.told.tokens
    for token, place in aligned.pairs:
        if token.value is None or told[place].value is None:
            continue
        at = claim.tokens.index(token)
        near = claim.tokens[at + 1 : at + 1 + _NOUN]
        kind = next((one for one in near if one.content or one.folded in words.special["persons"]), None)
        if kind is None or not (kind.broad or kind.folded in words.special["persons"]):
            continue
        for run in counted_together(told, words):
            alike = [first for first, noun, _ in run if is_kind_of(told[noun], kind, words)]
            if place in alike and len(alike) >= _PAIR:
                return f"counts something else: {token.text}"
    return ""
