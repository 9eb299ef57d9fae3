"""Until when something is so, told as when something was done: "has until Friday to answer", "answered on Friday"."""

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import BEFORE, IS, NOT, PASSIVE
from bot.domain.claims.rules.grammar import Grammar, is_plain

# How many words may stand between "until" and its day: "jusqu'au vendredi", "hasta el viernes".
_BETWEEN = 2
# The same where a date has a number and an article: "hasta el 1 de mayo".
_DAY_WORDS = 4
_HOURS = 24


# Complexity: each question is a word of the shape.
def done_then(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that tells a deed as done on the day until which a sentence has something else be."""
    tokens, tills = aligned.told.tokens, grammar.words.till
    days = [place for token, place in aligned.pairs if token.dated]
    if not days:
        return _opens_then(claim, aligned, grammar)
    days = [at for at in days if not tills.isdisjoint([one.folded for one in tokens[max(0, at - _BETWEEN) : at]])]
    if not days or any(token.folded in tills or BEFORE in token.signs for token in claim.tokens):
        until = not days and [1 for token in claim.tokens if token.folded in tills]
        return _lasts_until(claim, aligned, grammar) if until else ""
    done = _is_over(claim.tokens, grammar) and not _is_over(tokens, grammar)
    then = done or _begins(claim, aligned, days[0], grammar) or _is_same_then(aligned)  # "Is closed in May."
    return f"says that it has happened: {tokens[days[0]].text}" if then else ""


def _is_same_then(aligned: Aligned) -> bool:
    """Whether a claim has every word from the sentence as it stands there."""
    told = aligned.told.tokens
    return not aligned.missing and all(token.folded == told[at].folded for token, at in aligned.pairs)


def _lasts_until(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has something be until a day what a sentence, in the same words, has it be then.

    "Is closed on 1 May" for "is closed until 1 May".
    """
    tokens, tills, words = aligned.told.tokens, grammar.words.till, grammar.words
    same = all(token.folded == tokens[at].folded for token, at in aligned.pairs if is_plain(token))
    over = tills | words.since  # "From Monday to Friday".
    if aligned.missing or not same or any(token.folded in over or token.signs & {BEFORE, NOT} for token in tokens):
        return ""
    for token, at in aligned.pairs:
        until = token.dated and _is_until(claim.tokens, claim.tokens.index(token), grammar)
        if until and not words.towards & _ahead(tokens, at):
            return f"says when otherwise: {token.text}"
    return ""


def _is_until(tokens: Sequence[Token], day: int, grammar: Grammar) -> bool:
    """Whether "until" stands before a day, with nothing but its number and small words between: "hasta el 1 de"."""
    for token in tokens[max(0, day - _DAY_WORDS) : day][::-1]:
        if token.folded in grammar.words.till:
            return True
        counted = token.text[0].isdigit() or token.dated
        if (token.content and not counted) or token.folded in grammar.words.within:
            return False  # "Arrested by police on Wednesday".
    return False


def _opens_then(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """The same of an hour: "is open until eight" for "opens at eight"."""
    tokens, tills = aligned.told.tokens, grammar.words.till
    for token, place in aligned.pairs:
        hour = token.value is not None and token.value <= _HOURS and bool(tills & _ahead(tokens, place))
        if not hour or not _tells_hour(claim.tokens, claim.tokens.index(token), grammar):
            continue
        deeds = [(one, tokens[at]) for one, at in aligned.pairs if is_plain(one) and one.start < token.start]
        verb, other = deeds[-1] if deeds else (token, token)
        if verb.folded != other.folded and not grammar.is_named(verb):
            return f"says that it has happened: {verb.text}"
    return ""


def _tells_hour(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a number counts nothing and tells at which hour something is, not until or since when."""
    words, ahead = grammar.words, _ahead(tokens, at)
    counted = [one for one in tokens[at + 1 : at + 2] if one.content and one.clause == tokens[at].clause]
    if counted and counted[0].folded not in words.special["clock"]:
        return False
    return not ahead & words.till and bool(ahead & (words.ties - words.since))


def _ahead(tokens: Sequence[Token], at: int) -> set[str]:
    """The words right before one."""
    return {token.folded for token in tokens[max(0, at - _BETWEEN) : at]}


def _begins(claim: Clauses, aligned: Aligned, day: int, grammar: Grammar) -> bool:
    """Whether a claim tells as what happens on a day what is so until then: "closes in May", "is closed until May"."""
    tokens, clause = aligned.told.tokens, aligned.told.tokens[day].clause
    inside = [one for one in tokens if one.clause == clause]
    standing = grammar.words.special["standing"]
    if _comes(claim.tokens, standing) and not _comes(inside, standing):
        return True
    deeds = [(token, tokens[place]) for token, place in aligned.pairs if tokens[place] in inside and is_plain(token)]
    return any(token.folded != other.folded and token.keys & other.keys and token.mood for token, other in deeds)


def _comes(tokens: Sequence[Token], standing: frozenset[str]) -> bool:
    """Whether words tell what is to come, or be done: "will be closed", "wird gesperrt"; not by what is `standing`."""
    done = (PASSIVE in one.signs and IS not in one.signs and one.folded not in standing for one in tokens)
    return any(token.mood == "future" for token in tokens) or any(done)


def _is_over(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether words tell something in the past: "answered", "has answered"."""
    perfects, participles = grammar.words.perfects, grammar.words.participles or ("\0",)
    done = (after.plain.endswith(participles) for before, after in pairwise(tokens) if before.folded in perfects)
    return any(token.mood == "past" and not token.entities for token in tokens) or any(done)
