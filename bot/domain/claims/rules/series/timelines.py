"""What a sentence tells before and after what: "two days after he resigned, the police came; a week later they left".

Each word for "before" or "after" parts its half of the sentence in what it governs and what is told beside that.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AFTER, BEFORE, IS, PASSIVE, THAN
from bot.domain.claims.rules.grammar import FINITE, SPEECH, Grammar, is_plain, is_year

_ORDERING = {AFTER, BEFORE}
_NO_PLACES = frozenset[int]()
_ENDS = {";", ":"}
# How many words an interval has at most, and how many stand between "later" and "than".
_INTERVAL, _THAN = 4, 2
# How many words stand at most between a joining word and the verb of the half that it opens.
_JOINED = 3


@dataclass(frozen=True, slots=True)
class TimeTie:
    """A word for "before" or "after".

    Attributes:
        sign: which of both.
        at: where it stands.
        inner: where what it governs stands, empty for "two days later".
        outer: where what is told beside that stands, in its half of the sentence.
        interval: where "two days" stands.
    """

    sign: str
    at: int
    inner: frozenset[int]
    outer: frozenset[int]
    interval: frozenset[int]


def links(clauses: Clauses, grammar: Grammar) -> list[TimeTie]:
    """The words for "before" and "after" of which it is sure what they govern, and those for "earlier" and "later"."""
    tokens = clauses.tokens
    found = [(at, sign) for at in range(len(tokens)) if (sign := _sign_of(tokens, at, grammar))]
    halves = halves_of(clauses, grammar) if found else []
    made = (_link(clauses, at, sign, halves, grammar) for at, sign in found)
    return [link for link in made if link is not None]


def has_order(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether any of some words may be one for "before" or "after"."""
    special = grammar.words.special
    words = special["later_by"] | special["earlier_by"] | special["till_event"]
    return bool([1 for token in tokens if token.folded in words or token.signs & _ORDERING])


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _sign_of(tokens: Sequence[Token], at: int, grammar: Grammar) -> str:
    """Whether a word is one for "before" or for "after"; "" for neither."""
    token, special = tokens[at], grammar.words.special
    for sign, key in ((AFTER, "later_by"), (BEFORE, "earlier_by")):
        if token.folded in special[key]:
            return sign
    if token.folded in special["meeting_whens"]:
        return ""  # "Quand il est parti": at that time.
    if token.signs & _ORDERING:
        return AFTER if AFTER in token.signs else BEFORE
    return BEFORE if at and token.folded in special["till_event"] and _lasts(tokens[at - 1], grammar) else ""


def _lasts(token: Token, grammar: Grammar) -> bool:
    """Whether a word is a length of time: "days"."""
    return token.folded in grammar.words.durations


def halves_of(clauses: Clauses, grammar: Grammar) -> list[int]:
    """Where the halves of a sentence begin: behind a semicolon, and with what is joined and has a verb of its own."""
    tokens, joins = clauses.tokens, grammar.words.joins
    found = [0]
    for at in range(1, len(tokens)):
        opens = tokens[at].clause != tokens[at - 1].clause
        mark = clauses.marks[tokens[at].clause] if opens else None
        joined = tokens[at].folded in joins and (mark == "," or _has_verb(tokens, at, grammar))
        joined = joined or (mark == "," and grammar.brackets and _is_opposed(tokens, at, joins))
        if mark in _ENDS or joined:
            found.append(at)
    return found


def _is_opposed(tokens: Sequence[Token], at: int, joins: frozenset[str]) -> bool:
    """Whether a word that joins stands behind the verb of a clause: ", drei hatten | aber neue Motoren"."""
    near = [one for one in tokens[at + 1 : at + 1 + _JOINED] if one.clause == tokens[at].clause]
    return any(one.folded in joins for one in near[1:])


def _has_verb(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a verb stands right behind a joining word: "and left", "et a quitté"."""
    words = grammar.words
    for place, token in enumerate(tokens[at + 1 : at + 1 + _JOINED]):
        if token.folded in words.perfects or (token.content and token.mood in FINITE):
            return True
        if token.content and is_plain(token):
            bare = grammar.brackets and not place and token.text[0].islower()
            return bare or _lasts(token, grammar) or token.plain.endswith(words.infinitives or "\0")
    return False


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _link(clauses: Clauses, at: int, sign: str, halves: Sequence[int], grammar: Grammar) -> TimeTie | None:
    """What a word for "before" or "after" governs and what is told beside it, None where that is not sure."""
    tokens = clauses.tokens
    interval = _interval(tokens, at, grammar)
    start = min(interval, default=at)
    begin = max(half for half in halves if half <= start)
    end = next((half for half in halves if half > at), len(tokens))
    first = _governed(clauses, at, grammar)
    if first is None:
        outer = frozenset(range(begin, end)) - interval - {at}
        return TimeTie(sign, at, _NO_PLACES, outer, interval)
    opening = not any(_tells(token, grammar) for token in tokens[begin:start])
    after = (place for place in range(first + 1, len(tokens)) if _parts(clauses, place, comma=opening))
    last = next(after, None if opening else len(tokens))
    if last is None:
        return None
    if opening:
        end = next((half for half in halves if half > last), len(tokens))
        return TimeTie(sign, at, frozenset(range(first, last)), frozenset(range(last, end)), interval)
    last = min(last, end, _end_of_noun(tokens, at, grammar))
    if all(tokens[place].dated or not tokens[place].content for place in range(first, last)):
        return None
    return TimeTie(sign, at, frozenset(range(first, last)), frozenset(range(begin, start)), interval)


def _tells(token: Token, grammar: Grammar) -> bool:
    """Whether a word says something beside when: not "on Tuesday evening"."""
    dated = token.dated or is_year(token) or token.folded in grammar.words.special["day_times"]
    return token.content and not dated


def _end_of_noun(tokens: Sequence[Token], at: int, grammar: Grammar) -> int:
    """Where the nouns end that a preposition governs, where nouns have capitals: "nach den Regeln | möglich"."""
    if not grammar.nouns or tokens[at].folded not in grammar.words.ties:
        return len(tokens)
    behind = range(at + 1, len(tokens))
    noun = next((place for place in behind if tokens[place].content and tokens[place].text[0].isupper()), at)
    other = (place for place in behind if place > noun and tokens[place].content)
    return next((place for place in other if tokens[place].text[0].islower()), len(tokens))


def _parts(clauses: Clauses, at: int, *, comma: bool) -> bool:
    """Whether a clause begins behind a semicolon or a comma, or where somebody is told to say it."""
    tokens = clauses.tokens
    clause = tokens[at].clause
    if clause == tokens[at - 1].clause:
        return False
    mark = clauses.marks[clause]
    if mark in _ENDS or (comma and mark == ","):
        return True
    return any(token.signs & SPEECH for token in tokens if token.clause == clause) and mark == ","


def _interval(tokens: Sequence[Token], at: int, grammar: Grammar) -> frozenset[int]:
    """Where the length of time before a word stands: "two days (after)"; behind it, "după două zile"."""
    for ahead in range(1, 3):
        if at >= ahead and _lasts(tokens[at - ahead], grammar):
            start = at - ahead
            while start and start > at - _INTERVAL and _is_small(tokens[start - 1], grammar):
                start -= 1
            return frozenset(range(start, at))
    behind = next((place for place in range(at + 1, min(at + 4, len(tokens))) if _lasts(tokens[place], grammar)), None)
    if behind is None or any(not _is_small(token, grammar) for token in tokens[at + 1 : behind]):
        return _NO_PLACES
    return frozenset(range(at + 1, behind + 1))


def _is_small(token: Token, grammar: Grammar) -> bool:
    """Whether a word may stand in an interval before its length: "only two", "cu două"."""
    return not (token.content or token.folded in grammar.words.joins) or (
        token.value is not None and not is_year(token)
    )


def _governed(clauses: Clauses, at: int, grammar: Grammar) -> int | None:
    """Where the first word stands that a word for "before" or "after" governs, None where it governs none."""
    tokens = clauses.tokens
    than = next((place for place in range(at + 1, min(at + 2 + _THAN, len(tokens))) if THAN in tokens[place].signs), at)
    if than == at and not _may_govern(clauses, at, grammar):
        return None
    return next((place for place in range(than + 1, len(tokens)) if tokens[place].content), None)


def _may_govern(clauses: Clauses, at: int, grammar: Grammar) -> bool:
    """Whether a word for "before" or "after" without "than" is no adverb: "two days after | it fell", "fell after"."""
    tokens, special = clauses.tokens, grammar.words.special
    if tokens[at].folded in special["later_by"] | special["earlier_by"] or at + 1 >= len(tokens):
        return False
    following, governing = tokens[at + 1], special["governing_by"]
    if f"{tokens[at].folded}-{following.folded}" in special["thereafter"] and not _completes(clauses, at + 2):
        return False
    parted = following.clause != tokens[at].clause and clauses.marks[following.clause] in (*_ENDS, ",")
    finite = following.folded in grammar.words.perfects or following.signs & {IS, PASSIVE}
    if parted or finite or (governing and following.folded not in governing):
        return False
    near = range(at + 1, min(at + _INTERVAL, len(tokens)))
    lasting = next((place for place in near if _lasts(tokens[place], grammar)), None)
    return lasting is None or not all(_is_small(token, grammar) for token in tokens[at + 1 : lasting])


def _completes(clauses: Clauses, at: int) -> bool:
    """Whether a clause begins at a place: "після того, | як"."""
    tokens = clauses.tokens
    return at < len(tokens) and tokens[at].clause != tokens[at - 1].clause


def deeds(tokens: Sequence[Token], places: Iterable[int], grammar: Grammar) -> list[Token]:
    """The words among some that tell what is done, but for a role, a time, a number or who says it."""
    found = (tokens[place] for place in sorted(places))
    return [
        token
        for token in found
        if token.content
        and not token.entities
        and token.value is None
        and not token.dated
        and not token.signs & SPEECH
        and not _lasts(token, grammar)
        and not grammar.is_role(token)
        and not grammar.is_pronoun(token)
    ]
