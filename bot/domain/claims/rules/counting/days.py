"""Numbers that tell a day of a month: no number of anything else, and no day that something is put off from."""

from collections.abc import Sequence

from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import AFTER, BEFORE, CAUSE, COND
from bot.domain.claims.rules.grammar import Grammar, is_time, is_year

# How many words may stand from a number to its month, and the greatest day.
_DAY_WORDS = 3
_DAYS = 31
# How many letters may stand between a day and what tells it again.
_BESIDE = 3
_LEADING = {AFTER, BEFORE, CAUSE, COND}


def is_day(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number only tells which day of a month, which is asked for itself: "1 de abril"; not "3 pounds"."""
    number = tokens[place]
    if number.value is None or number.value > _DAYS or not number.text.isdigit():
        return False
    behind = [one.dated for one in tokens[place + 1 : place + 1 + _DAY_WORDS] if one.content and one.value is None]
    return bool(behind) and behind[0]


def of_day(said: Sequence[Token], number: Token) -> str:
    """What speaks against a number that tells which day it is in the sentence: no month or day stands beside it."""
    at = said.index(number)
    dated = any(token.dated for token in said[max(0, at - _DAY_WORDS) : at + 1 + _DAY_WORDS])
    return "" if dated else f"counts something else: {number.text}"


def of_other_day(said: Sequence[Token], pair: tuple[Token, int], tokens: Sequence[Token], grammar: Grammar) -> str:
    """What speaks against a claim's day that is none in the sentence, or one that something is put off from."""
    number, place = pair
    if number.value is not None and _counts_thing(said, number, tokens, place):
        return f"counts something else: {number.text}"
    left = number.dated and is_due(said, number, grammar) and _is_left(tokens, tokens[place], grammar)
    return f"puts in another's place: {number.text}" if left else ""


def is_month_of(tokens: Sequence[Token], where: int, rivals: Sequence[int]) -> bool:
    """Whether a month has its day as the only rival before it: "line 4 is closed until 1 October"."""
    near = [at for at in rivals if where - _DAY_WORDS <= at < where]
    return bool(near) and near == list(rivals) and all((tokens[at].value or 0) <= _DAYS for at in near)


def is_due(tokens: Sequence[Token], day: Token, grammar: Grammar) -> bool:
    """Whether a day is one until or to which something is put off, which the day of the deed may stand beside."""
    at = _tie(tokens, day, grammar)
    due = at >= 0 and tokens[at].folded in grammar.words.towards
    return due and not (at and tokens[at - 1].folded in grammar.of_words)  # "De pe 4 iunie pe 9 iulie".


def _counts_thing(said: Sequence[Token], number: Token, tokens: Sequence[Token], place: int) -> bool:
    """Whether a claim's day is in the sentence a number of the thing right behind it: "4 June", "4 pounds in June"."""
    at = said.index(number)
    mine, behind = said[at + 1 : at + 2], tokens[place + 1 : place + 2]
    if not mine or not mine[0].dated or not behind:
        return False
    near = tokens[max(0, place - _DAY_WORDS) : place + 1 + _DAY_WORDS]
    thing = behind[0].content and behind[0].value is None and not behind[0].dated
    return thing and not (near[0].dated or is_day(tokens, place)) and behind[0].clause == tokens[place].clause


def _is_left(tokens: Sequence[Token], day: Token, grammar: Grammar) -> bool:
    """Whether a day is one that something is put off from by two prepositions: "de pe 4 iunie"."""
    at = _tie(tokens, day, grammar)
    return at > 0 and tokens[at].folded in grammar.words.towards and tokens[at - 1].folded in grammar.of_words


def _tie(tokens: Sequence[Token], day: Token, grammar: Grammar) -> int:
    """Where the word stands that ties a day, its number, articles and "of" left out; -1 where nothing does."""
    if not day.dated:
        return -1
    at = tokens.index(day) - 1
    while at > 0 and (tokens[at].value is not None or _is_small(tokens[at], grammar)):
        at -= 1
    return at


def _is_small(token: Token, grammar: Grammar) -> bool:
    """Whether a word before a day does not tie it: an article, or "of"."""
    small = token.folded in grammar.definite or token.folded in grammar.of_words
    return small and token.folded not in grammar.words.towards


# Complexity: the conditions of one reading, each a cheap way out before the next.
def besides_own_day(
    rivals: Sequence[int], number: tuple[Token, int], tokens: Sequence[Token], grammar: Grammar
) -> list[int]:
    """The places of other numbers, without those of a day that a length of time tells again right behind it.

    "Leaves on 31 October, eight months before the contract ends": it leaves eight months before that. Nor those of an
    aside that only tells when: "on Friday, 28 August, the council", "the strike, in 2019, lasted six days".
    """
    token, place = number
    rivals = [
        at for at in rivals if tokens[at].clause == tokens[place].clause or not _is_put_in(tokens, at, place, grammar)
    ]
    if not rivals or token.after not in grammar.words.durations or tokens[place].after not in grammar.words.durations:
        return list(rivals)
    rivals = [
        at for at in rivals if is_year(token) or not is_year(tokens[at])
    ]  # "In 2011, two years before she died; in 2018 it burnt."
    at = place - 1
    while at >= 0 and (not tokens[at].content or is_time(tokens[at]) or is_day(tokens, at)):
        at -= 1
    dated = [where for where, one in enumerate(tokens[:place]) if one.dated]  # No day of another deed before it.
    before = tokens[place - 1]
    beside = tokens[place].start - before.start - len(before.text) <= _BESIDE
    return [] if beside and dated and min(dated) > at and min(rivals) > at else list(rivals)


def are_due(said: Sequence[Token], pair: tuple[Token, int], told: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a day is one to which something is put off, in the claim as in the sentence."""
    day, place = pair
    return is_due(said, day, grammar) and is_due(told, told[place], grammar)


def is_year_alone(number: Token, thing: Token, grammar: Grammar) -> bool:
    """Whether a claim's number is a year that counts no thing behind it, where years stand without a preposition.

    "2019 war die Firma pleite": not "2019 Firmen", nor "ein 1971 in Merrow gestohlenes Bild".
    """
    if not grammar.nouns or not is_year(number):
        return False
    return thing.before != number.folded and thing.before not in grammar.words.ties


def _is_put_in(tokens: Sequence[Token], at: int, place: int, grammar: Grammar) -> bool:
    """Whether one of two numbers or days of two clauses stands in an aside of time alone, which a day is told by again.

    Beside a day that is a date right behind it: not "shuts on Monday, on Tuesday the pool opens".
    """
    rival, mine = tokens[at], tokens[place]
    if not mine.dated:
        return rival.clause > 0 and _tells_when(tokens, rival.clause, grammar)
    first, second = sorted((at, place))
    aside = [one for one, token in enumerate(tokens) if token.clause == tokens[second].clause]
    opener = next(token for token in tokens if token.clause == tokens[first].clause)
    if opener.folded in grammar.conjunctions or not opener.signs.isdisjoint(_LEADING):
        return False  # "After the court sat on Friday, 28 August, the pool ..."
    if not rival.dated or aside[0] - 1 != first or not _tells_when(tokens, tokens[second].clause, grammar):
        return False
    return [is_year(tokens[one]) for one in aside if tokens[one].value is not None] == [False]


def _tells_when(tokens: Sequence[Token], clause: int, grammar: Grammar) -> bool:
    """Whether all that a clause says is a day, a date or a year."""
    said = [at for at, token in enumerate(tokens) if token.clause == clause and token.content]
    return all(is_time(tokens[at]) or is_day(tokens, at) or tokens[at].folded in grammar.words.durations for at in said)
