"""By how much something changes: no number of what there is, "fell by 1,000 to 3,000" for "there were 1,000"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import IS, LESS, MORE
from bot.domain.claims.rules.grammar import Grammar, is_plain, is_time, is_year, tells_of_past

# How many words may stand from the one number to the other: "by 1,000 visitors a month, to 3,000".
_APART = 5
# How many words behind a number a comparison stands: "на 20 вистав більше".
_COMPARED = 2
# How many words stand from a verb of change to its number: "rose by some 60".
_TIED = 3
# From somebody to the number of their age: "a woman of 33 years".
_OWNER = 2


def step_counted(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a number that a claim counts with, where the sentence has it for a change; "" for nothing."""
    for number, place in aligned.pairs:
        if number.value is not None and not is_year(number):
            now = _is_told_as_now(claim, aligned, place, grammar)
            found = "puts in another's place" if now else _miscounted(claim, aligned, number, place, grammar)
            if found:
                return f"{found}: {number.text}"
    return ""


def _miscounted(claim: Clauses, aligned: Aligned, number: Token, place: int, grammar: Grammar) -> str:
    """How a claim's number is told otherwise than the sentence's at a place, "" where it is not."""
    tokens = aligned.told.tokens
    if _is_given_up(claim, aligned, place, grammar):
        return "puts in another's place"
    mine, theirs = _tie(claim.tokens, claim.tokens.index(number), grammar), _tie(tokens, place, grammar)
    if mine == theirs:
        return ""
    moved = theirs in grammar.words.towards
    if moved and mine == _step_before(tokens, place, grammar):
        return "puts in another's place"
    if moved and _is_told_as_step(claim, number, aligned, place, grammar):
        return "counts something else"
    return _changed_otherwise(claim, aligned, number, place, grammar)


def _changed_otherwise(claim: Clauses, aligned: Aligned, number: Token, place: int, grammar: Grammar) -> str:
    """The same of a number from or by which something changes to another number."""
    tokens = aligned.told.tokens
    step, level = tokens[place], _level(tokens, place, grammar)
    if level is None:
        return ""
    if _tie(claim.tokens, claim.tokens.index(number), grammar) == _tie(tokens, tokens.index(level), grammar):
        return "puts in another's place"
    alone = tokens.index(level) not in aligned.matched and step.before in grammar.words.special["starting"]
    if alone and _is_of_change(claim, number, aligned, grammar):
        return "counts something else"
    verb = place - 2 in aligned.matched and not tokens[place - 2].dated
    told = verb or any(token.signs & {MORE, LESS} for token in claim.tokens)
    return "counts something else" if not told and _is_step(tokens, place, grammar) else ""


def _is_told_as_now(claim: Clauses, aligned: Aligned, place: int, grammar: Grammar) -> bool:
    """Whether a claim tells what is so now by the number from which something changes: "rose from 60 to 80"."""
    words, tokens = grammar.words, aligned.told.tokens
    if tokens[place].before not in words.special["starting"] or tells_of_past(claim.tokens):
        return False
    level = _level(tokens, place, grammar)
    if level is None or tokens.index(level) in aligned.matched:
        return False
    return any(IS in token.signs or token.folded in words.now for token in claim.tokens)


def _is_told_as_step(claim: Clauses, number: Token, aligned: Aligned, place: int, grammar: Grammar) -> bool:
    """Whether a claim has a number by which something changes where the sentence has that to which.

    "Rose from 40 to 60" is not "rose by 60".
    """
    tokens, towards = aligned.told.tokens, grammar.words.towards
    at = claim.tokens.index(number)
    near = claim.tokens[max(0, at - _TIED) : at]
    changes = [one for one in tokens[max(0, place - _TIED) : place] if one.value is not None]
    if not changes or not near or not near[-1].before or [token for token in near if token.folded in towards]:
        return False
    return any(token in near and is_plain(token) and not grammar.is_named(tokens[at]) for token, at in aligned.pairs)


def _is_given_up(claim: Clauses, aligned: Aligned, place: int, grammar: Grammar) -> bool:
    """Whether a number is that in whose place another one is, which a claim leaves out: "70 rather than 40 percent"."""
    tokens, words = aligned.told.tokens, grammar.words
    instead = next((at for at in range(max(0, place - _TIED), place) if tokens[at].folded in words.instead), None)
    if instead is None or tells_of_past(claim.tokens) or any(one.folded in words.instead for one in claim.tokens):
        return False
    ahead = [at for at in range(max(0, instead - _COMPARED), instead) if tokens[at].value is not None]
    return bool(ahead) and aligned.matched.isdisjoint(ahead) and tokens[ahead[-1]].clause == tokens[place].clause


def _is_of_change(claim: Clauses, number: Token, aligned: Aligned, grammar: Grammar) -> bool:
    """Whether a claim has the sentence's verb right before a number: "rose by 40" of "rose from 40 to 60"."""
    at = claim.tokens.index(number)
    near = [one for one in claim.tokens[max(0, at - _TIED) : at] if is_plain(one) and one.value is None]
    starting, tokens = grammar.words.special["starting"], aligned.told.tokens
    if any(one.folded in starting for one in claim.tokens[max(0, at - _TIED) : at]):
        return False
    return any(token in near and not grammar.is_named(tokens[place]) for token, place in aligned.pairs)


def shares_unit(aligned: Aligned, unit: int, place: int, grammar: Grammar) -> bool:
    """Whether a thing counted stands behind a change to a number: "fell by 1,000 a month, to 4,200"."""
    tokens = aligned.told.tokens
    step = next((at for at in range(unit - 1, max(0, unit - _APART), -1) if tokens[at].value is not None), None)
    return step is not None and leads_to(tokens, step, place, grammar)


def leads_to(tokens: Sequence[Token], step: int, place: int, grammar: Grammar) -> bool:
    """Whether a number is that of a change to another: "fell by 1,000, to 4,200", "caiu 3 toneladas, para 5"."""
    if _level(tokens, step, grammar) is not tokens[place]:
        return False
    return tokens[step].clause != tokens[place].clause or _is_step(tokens, step, grammar)


def _level(tokens: Sequence[Token], place: int, grammar: Grammar) -> Token | None:
    """The number right behind one to which something changes, None where there is none; "на 20 більше" is none."""
    for at, token in enumerate(tokens[place + 1 : place + 1 + _APART], place + 1):
        if token.value is not None and _tie(tokens, at, grammar) in grammar.words.towards and not is_year(token):
            compared = any(other.signs & {MORE, LESS} for other in tokens[at + 1 : at + 1 + _COMPARED])
            return None if compared else token
    return None


def _tie(tokens: Sequence[Token], at: int, grammar: Grammar) -> str:
    """The word before a number, or before its article: "hasta los 4 euros"."""
    articles = grammar.definite - grammar.words.ties
    article = at > 0 and bool(tokens[at - 1].before) and tokens[at - 1].folded in articles
    return tokens[at - 1].before if article else tokens[at].before


def _step_before(tokens: Sequence[Token], place: int, grammar: Grammar) -> str | None:
    """The word before the number of a change to another number, None where there is none."""
    ahead = range(place - 1, max(-1, place - 1 - _APART), -1)
    step = next((at for at in ahead if tokens[at].value is not None), None)
    changes = step is not None and _level(tokens, step, grammar) is tokens[place]
    return _tie(tokens, step, grammar) if changes and step is not None else None


def _is_step(tokens: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether a preposition ties a number to a change: "fell by 1,000"; "a total of 1,000" is none."""
    words = grammar.words
    tie = tokens[place].before
    if tie not in words.ties - words.since:
        return False
    return tie not in grammar.of_words or not grammar.is_named(tokens[place - 2])


def without_lengths(aligned: Aligned, number: Token, others: list[int], grammar: Grammar) -> list[int]:
    """Other numbers less those of lengths of time that a claim leaves out: "stopped work (for four hours)"."""
    durations, tokens = grammar.words.durations, aligned.told.tokens
    if not others or number.after in durations or is_time(number):
        return others
    lasting = {at for at in others if tokens[at].after in durations and not _is_age(tokens, at, grammar)}
    return [at for at in others if at not in lasting or at + 1 in aligned.matched]


def _is_age(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a length of time tells how old somebody is: "a woman of 33 years"."""
    if at < _OWNER or tokens[at - 1].folded not in grammar.of_words:
        return False
    somebody = tokens[at - _OWNER]
    return somebody.stem in grammar.words.humans or grammar.is_role(somebody)
