"""On which days and how often: "daily except on Wednesdays", "on the first Sunday of each month", "never so many"."""

from collections.abc import Iterable, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import ALL, NOT
from bot.domain.claims.rules.cues.excepted import EXCEPTED, phrases_of
from bot.domain.claims.rules.grammar import Grammar

# How many words stand from "each" to its day, from "daily" to what is excepted, and from "first" to "since".
_EACH, _NEAR, _BEHIND = 2, 4, 5
_SINCE = "leaves out since when"


def told_too_often(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has be on more days, or never at all, what a sentence says of some; or ""."""
    rules = (_on_each, _without_exception, _on_all_days, _never_at_all, _first_of_all_times)
    return next(filter(None, (rule(claim, aligned, grammar) for rule in rules)), "")


def _on_each(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Each of a day that the sentence does not have each of: "every Sunday", "on the first Sunday of each month"."""
    tokens = aligned.told.tokens
    for token, place in aligned.pairs:
        each = token.dated and _each_before(claim.tokens, claim.tokens.index(token), grammar)
        if each and not _each_before(tokens, place, grammar) and not _is_usual(token, tokens, place, grammar):
            return f"adds that it is all: {token.text}"
        others = grammar.words.others | grammar.words.special["ordinals"]  # "Every other Thursday".
        if each and tokens[place].before in others and token.before not in others:
            return f"adds that it is all: {token.text}"
    return ""


def _is_usual(token: Token, tokens: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether a sentence has a day in the plural, or with an article, as what is so each week: "on Sundays"."""
    special, before = grammar.words.special, tokens[max(0, place - _EACH) : place]
    ranks = special["ordinals"] | special["firsts"]
    if any(one.value is not None or one.folded in ranks for one in before):
        return False
    return token.folded != tokens[place].folded or tokens[place].before in grammar.definite - grammar.words.articles


def _each_before(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether "each" or "all" stands right before a day."""
    each, before = grammar.words.special["each_one"], tokens[max(0, at - _EACH) : at]
    if any(one.folded in grammar.words.ties - grammar.definite for one in before[1:]):
        return False  # "For all on Wednesday."
    return any(one.folded in each or ALL in one.signs for one in before)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _without_exception(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Daily or all of what the sentence says there is an exception to, or the exception itself."""
    tokens, special = aligned.told.tokens, grammar.words.special
    phrases = [phrase for phrase in phrases_of(special["excepting"]) if phrase[0] not in grammar.words.joins]
    begun = _begun(tokens, phrases)
    found = next((at for at in begun if any(_is_at(tokens, at, phrase) for phrase in phrases)), 0)
    if not found or any(_is_at(claim.tokens, at, phrase) for phrase in phrases for at in range(len(claim.tokens))):
        return ""
    near = tokens[max(0, found - _NEAR) : found]
    if not _daily(near, grammar) or any(NOT in token.signs for token in claim.tokens):
        return ""
    own = [token for token, at in aligned.pairs if found < at <= found + _NEAR]
    wide = [one for one in (_daily(claim.tokens, grammar), *own[:1]) if one is not None]
    return f"{EXCEPTED}: {wide[0].text}" if wide else ""


def _on_all_days(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Daily what the sentence says of weekdays."""
    special, tokens = grammar.words.special, aligned.told.tokens
    weekdays = [token for token in tokens if token.folded in special["weekdays"] and token.clause in aligned.used]
    if not weekdays or _daily(tokens, grammar) is not None:
        return ""
    daily = _daily(claim.tokens, grammar)
    own = any(token.folded in special["weekdays"] for token in claim.tokens)
    return f"adds that it is all: {daily.text}" if daily is not None and not own else ""


def _daily(tokens: Sequence[Token], grammar: Grammar) -> Token | None:
    """The first word of one for "daily", or a word for all."""
    phrases = phrases_of(grammar.words.special["daily"])
    daily = [at for at in _begun(tokens, phrases) if any(_is_at(tokens, at, one) for one in phrases)]
    daily += [at for at, token in enumerate(tokens) if ALL in token.signs]
    return tokens[min(daily)] if daily else None


def _begun(tokens: Sequence[Token], phrases: Iterable[tuple[str, ...]]) -> list[int]:
    """Where a word stands with which one of these phrases begins."""
    first = {phrase[0] for phrase in phrases}
    return [at for at, token in enumerate(tokens) if token.folded in first]


def _is_at(tokens: Sequence[Token], at: int, phrase: tuple[str, ...]) -> bool:
    """Whether a phrase stands at a place."""
    return tokens[at].folded == phrase[0] and phrase == tuple(one.folded for one in tokens[at : at + len(phrase)])


def _never_at_all(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """Never of what the sentence says never so much of: "had never lent so many books"."""
    many, tokens = grammar.words.special["so_many"], aligned.told.tokens
    if not any(NOT in token.signs for token in claim.tokens) or any(token.folded in many for token in claim.tokens):
        return ""
    for at, token in enumerate(tokens):
        if token.folded not in many or at not in range(1, len(tokens) - 1) or _is_so_far(tokens, at, grammar):
            continue
        denied = any(NOT in one.signs for one in tokens[:at] if one.clause == token.clause)
        behind = next((one for one in range(at + 1, len(tokens)) if tokens[one].content), None)
        if denied and behind in aligned.matched:
            return f"leaves out how much: {token.text}"
    return ""


def _is_so_far(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether "so" only tells until when: "so far"."""
    return any(one.folded in grammar.words.special["so_far"] for one in tokens[at + 1 : at + 2])


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _first_of_all_times(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """The first time ever of what the sentence says is the first since a year or a day."""
    special, tokens = grammar.words.special, aligned.told.tokens
    phrases = phrases_of(special["first_time"])
    if not any(_is_at(claim.tokens, at, phrase) for at in _begun(claim.tokens, phrases) for phrase in phrases):
        return ""
    for at in _begun(tokens, phrases):
        if not any(_is_at(tokens, at, phrase) for phrase in phrases):
            continue
        behind = range(at, min(at + _BEHIND, len(tokens)))
        since = [where for where in behind if tokens[where].folded in special["since"]]
        when = [one for where in since for one in range(where + 1, min(where + _NEAR, len(tokens)))]
        when = [one for one in when if tokens[one].dated or tokens[one].value is not None]
        if when and aligned.matched.isdisjoint(when):
            return f"{_SINCE}: {tokens[when[0]].text}"
    return ""
