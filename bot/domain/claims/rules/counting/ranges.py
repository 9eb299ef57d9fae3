"""What a claim says of a number that the sentence's number carries: rounded, or as the end of a range.

"Nearly 100,000" for 95,000; "at least 40" for "between 40 and 50".
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import ALMOST, CEILING, FLOOR, LESS, MORE
from bot.domain.claims.rules.grammar import Grammar, is_year

_NEAR_NUMBER = 3
_BOUNDS = {FLOOR, CEILING}
_BOUNDING = {*_BOUNDS, ALMOST, MORE, LESS}


def carried(tokens: Sequence[Token], aligned: Aligned, grammar: Grammar) -> set[int]:
    """Ids of a claim's words that a sentence has, and of those before a number that say of it what the sentence's is.

    That it is rounded, or no less than the least of a range.
    """
    found: set[int] = set()
    for number, place in aligned.pairs:
        other = aligned.told.tokens[place]
        found.add(id(number))
        if number.value is None and number.share is None:
            continue
        near = tokens[max(0, tokens.index(number) - _NEAR_NUMBER) : tokens.index(number)]
        if (number.value, number.share) != (other.value, other.share):
            found.update(map(id, near))
            continue
        for token in near:
            if token.signs & _BOUNDS and _end_of_range(aligned.told.tokens, place, grammar) in token.signs:
                found.add(id(token))
    return found


def _end_of_range(tokens: Sequence[Token], place: int, grammar: Grammar) -> str:
    """Which bound a number is, where it is one end of a range, "" elsewhere: "between 40 and 50"."""
    joining, ties = grammar.words.joining, grammar.words.ties
    for first, bound in ((place, FLOOR), (place - 2, CEILING)):
        if first < 1 or first + 2 >= len(tokens) or tokens[first + 1].folded not in joining:
            continue
        least, most = tokens[first], tokens[first + 2]
        counted = least.value is not None and most.value is not None and not is_year(least)
        if counted and (least.value or 0) < (most.value or 0) and least.before in ties:
            return bound
    return ""


def one_end(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a number told alone that is one end of a range: "between 30 and 40 people came"."""
    tokens, matched = aligned.told.tokens, aligned.matched
    for number, place in aligned.pairs:
        if number.value is None:
            continue
        ends = [(first, first + 2) for first in (place, place - 2) if first > 0 and first + 2 < len(tokens)]
        ends = [one for one in ends if _are_between(tokens, *one, grammar) and not matched.issuperset(one)]
        at = claim.tokens.index(number)
        bound = any(one.signs & _BOUNDING for one in claim.tokens[max(0, at - _NEAR_NUMBER) : at])
        if ends and not bound:
            return f"leaves out a bound: {tokens[ends[0][0]].before}"
    return ""


def _are_between(tokens: Sequence[Token], first: int, last: int, grammar: Grammar) -> bool:
    """Whether two numbers are the ends of a range: "between 30 and 40", "von 30 bis 40 Leuten"."""
    least, most, words = tokens[first], tokens[last], grammar.words
    counted = least.value is not None and most.value is not None and least.value < most.value
    led = (
        least.before in words.special["between"]
        and tokens[first + 1].folded in words.joining | words.special["range_ends"]
    )
    return counted and led and not is_year(least)


def without_other_end(rivals: Sequence[int], place: int, tokens: Sequence[Token], grammar: Grammar) -> list[int]:
    """The places of other numbers, without the end of a range of which a number is the other: "40 and 50 schools"."""
    ends = {FLOOR: place + 2, CEILING: place - 2}
    return [at for at in rivals if at not in ends.values() or at != ends.get(_end_of_range(tokens, place, grammar))]


def keeps_almost(aligned: Aligned) -> bool:
    """Whether a claim rounds a number in a word of its own as the sentence does: "close to half", "almost half"."""
    tokens = aligned.told.tokens
    rounded = (place for token, place in aligned.pairs if token.rounded)
    return any(ALMOST in one.signs for at in rounded for one in tokens[max(0, at - _NEAR_NUMBER) : at])


def is_range(tokens: Sequence[Token], at: int, joins: frozenset[str]) -> bool:
    """Whether a number at a place and another make a range: "entre | 24 y 61 años"."""
    between = tokens[at + 1 : at + 2]
    ends = [token.value is not None for token in (*tokens[at : at + 1], *tokens[at + 2 : at + 3])]
    return ends == [True, True] and between[0].folded in joins
