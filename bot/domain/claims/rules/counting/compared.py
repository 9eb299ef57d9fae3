"""Numbers told of what another clause counts by comparing, and multiples of what is less."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import CEILING, FLOOR, LESS, MORE, THAN
from bot.domain.claims.rules.counting.itself import counts_itself
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_plain, is_time, is_year, places_in

COMPARED = "takes what the article compares with"
# Words behind a comparison among which the number stands that it bounds.
_BOUND_WORDS = 2
_COMPARED = {MORE, LESS, THAN}
_BOUNDS = {FLOOR, CEILING}
# How far before a name the word stands by which its thing is compared: "twice as many as that of Ann Lee".
_OWNER_WORDS = 6
# How far before a word for older ones "than" stands.
_THAN_WORDS = 2
# How many clauses behind a noun its verb stands where an aside parts them.
_BEHIND_ASIDE = 2


def of_other_count(aligned: Aligned) -> str:
    """A number told of what a clause of its own counts by comparing: "3,200 came, to the first half as many"."""
    tokens, clauses = aligned.told.tokens, aligned.told.clauses
    for number, place in aligned.pairs:
        if number.value is None or is_year(number):
            continue
        beside = {tokens[at].clause: other for other, at in aligned.pairs if other.clause == number.clause}
        for clause in beside.keys() - {tokens[place].clause}:
            compared = any(_compares(tokens, at) for at in places_in(tokens, clause))
            compared = compared and not _goes_on(aligned, clause, place)
            if compared and clauses.marks[clause] in {",", ";"} and beside[clause].before:
                return f"joins {number.text} with what another belongs to: {beside[clause].text}"
        doer = counts_itself(aligned, number, place)
        if doer is not None:
            return f"joins {number.text} with what another belongs to: {doer.text}"
    return ""


def _goes_on(aligned: Aligned, clause: int, place: int) -> bool:
    """Whether the verb of what a number counts opens a clause behind an aside: "two kinds, | ..., | yield more"."""
    told, tokens = aligned.told, aligned.told.tokens
    counted = tokens[place].clause
    if clause - counted != _BEHIND_ASIDE or told.clauses.marks[clause - 1 : clause + 1] != [",", ","]:
        return False
    first = places_in(tokens, clause)[0]
    rest = [at for at in places_in(tokens, counted) if at < place or tokens[at].signs]
    return first in aligned.matched and tokens[first].content and tokens[first].value is None and not rest


def multiplied(claim: Clauses, aligned: Aligned) -> str:
    """What speaks against a multiple that a sentence has of what is less: "doubled" for "deux fois moins"."""
    tokens = aligned.told.tokens
    if not [1 for token in tokens if LESS in token.signs]:
        return ""
    if any(LESS in token.signs for token in claim.tokens):
        return ""
    for token, place in aligned.pairs:
        behind = tokens[place + 1 : place + 1 + _BOUND_WORDS] if token.folded != tokens[place].folded else ()
        if token.value is None and is_plain(token) and any(LESS in other.signs for other in behind):
            return f"turns round more and less: {token.text}"
    return ""


def ends_compared(mine: Sequence[Token], at: int, theirs: Sequence[Token]) -> bool:
    """Whether both have a word for older ones at the end of what something is compared with: "than the old ones"."""
    return THAN in mine[max(0, at - _THAN_WORDS)].signs and any(
        one.folded == mine[at].folded
        and one.before == mine[at].before
        and THAN in theirs[max(0, place - _THAN_WORDS)].signs
        for place, one in enumerate(theirs)
        if _ends_clause(mine, at) and _ends_clause(theirs, place)
    )


def _ends_clause(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 == len(tokens) or tokens[at + 1].clause != tokens[at].clause


# Complexity: a time and an owner are looked for where the claim compares, and where it does not.
def of_compared(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """The time or the owner of what a number is compared with, told of the number.

    "3 million, twice as much as in 2010", "The book sold 3,000 copies, more than that of Ann Lee".
    """
    taken = [(token, place) for token, place in aligned.pairs if token.entities or is_time(token)]
    signs = {sign for token in claim.tokens for sign in token.signs} & _COMPARED if taken else set[str]()
    if signs:
        return "" if THAN in signs else _of_compared_time(claim, aligned, taken, grammar)
    numbers = [place for token, place in aligned.pairs if token.value is not None and not is_time(token)]
    for token, place in taken if numbers else ():
        if min(numbers) < place and (_owns_compared if token.entities else _is_compared_with)(aligned, place, grammar):
            return f"{COMPARED}: {token.text}"
    return ""


def _of_compared_time(claim: Clauses, aligned: Aligned, taken: Sequence[tuple[Token, int]], grammar: Grammar) -> str:
    """The time that less is compared with, told as the time when it was less: "300 fewer than in 2015"."""
    if any(token.folded in grammar.words.compared for token in claim.tokens):
        return ""
    times = (token for token, place in taken if not token.entities and _is_compared_with(aligned, place, grammar))
    return next((f"{COMPARED}: {token.text}" for token in times), "")


def _owns_compared(aligned: Aligned, place: int, grammar: Grammar) -> bool:
    """Whether a name tells whose the thing is that a number is compared with, the thing left out or said again.

    "Than that of Ann Lee", "than Ann Lee's", "as many as Ann Lee's book".
    """
    tokens = aligned.told.tokens
    multiples = grammar.words.multiplying - grammar.words.occasions  # Not "avait averti deux fois Ann Lee".
    for at in range(place - 1 if tokens[place].text[0].isupper() else -1, max(-1, place - 1 - _OWNER_WORDS), -1):
        token = tokens[at]
        if THAN in token.signs or (token.folded in multiples and at not in aligned.matched):
            return True
        again = any(not one.keys.isdisjoint(token.keys) for one in aligned.tokens)
        if (
            token.value is not None
            or token.mood in FINITE
            or token.signs - {MORE, LESS}
            or (token.content and not again)
        ):
            return False
    return False


def _is_compared_with(aligned: Aligned, place: int, grammar: Grammar) -> bool:
    """Whether "than" stands right before a time, or "the double of", which the claim does not take."""
    tokens, words = aligned.told.tokens, grammar.words
    at = place - 1 - (tokens[place - 1].folded in words.within and place > 1)
    if at < 1:
        return False
    bound = not tokens[at - 1].signs.isdisjoint(_BOUNDS)  # "300 less than in 2015": "less than" is one word.
    if THAN in (words.signs.get(tokens[at].folded, ()) if bound else tokens[at].signs):
        behind = tokens[place + 1 : place + 2]
        return all(not one.content or one.folded in words.durations for one in behind)  # "More than 2000 people".
    multiple = tokens[at - 1].folded in words.multiplying and at - 1 not in aligned.matched
    return multiple and tokens[at].folded in grammar.of_words


def _compares(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word compares, and is no bound of a number behind it: "for more than twenty years"."""
    behind = tokens[at + 1 : at + 1 + _BOUND_WORDS]
    return bool(tokens[at].signs & {MORE, LESS}) and all(token.value is None for token in behind)
