"""Deeds that verbs without a time of their own tell, where the verb stands last, and the days of what has one verb.

not done    "onarılana kadar", "yakalamak için", "okumadan" told as done
other day   "Pazartesi limanı, salı hastaneyi gezdi": the hospital on Monday
other doer  "Babası ders veren piyanist": the pianist teaches
"""

from collections.abc import Sequence
from functools import lru_cache

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import GOVERNS, NOT
from bot.domain.claims.rules.grammar import Grammar

_POSSIBLE = GOVERNS + "possible"
_FINITE = {"past", "present"}
_TOLD = {*_FINITE, "future"}


def only_unfinished(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim by a verb without a time in the sentence, or by its days; "" for nothing."""
    written = grammar.words.special["unfinished"]
    if not written or claim.headline:
        return ""
    tokens, ends = aligned.told.tokens, _ends(written)
    for token, place in aligned.pairs:
        if _is_denied(claim.tokens, token) and _may_be(tokens, place):
            return f"denies what the article does not deny: {token.text}"
        if token.mood not in _TOLD or tokens[place].mood in _FINITE or _is_denied(claim.tokens, token):
            continue
        behind = next((one.folded for one in tokens[place + 1 : place + 2]), "")
        if any(tokens[place].folded.endswith(end) and word in {"", behind} for end, word in ends):
            return f"tells as done what is only meant: {token.text}"
    return _on_other_day(aligned) or _done_by_owned(aligned, grammar)


def _done_by_owned(aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has somebody do what the sentence tells, before them, of what is theirs."""
    tokens, own = aligned.told.tokens, tuple(grammar.words.special["owned_ends"])
    ends = tuple(grammar.words.special["relative_ends"])
    for at, token in enumerate(tokens[:-1]):
        if not token.folded.endswith(ends or "\0") or token.mood in _TOLD or aligned.pairs[0][1] != at + 1:
            continue
        ahead = [place for place in range(at) if tokens[place].clause == token.clause and tokens[place].content]
        if not ahead or not tokens[ahead[0]].folded.endswith(own or "\0") or ahead[0] in aligned.matched:
            continue
        if not aligned.matched.isdisjoint([*ahead, at]):
            return f"says of {aligned.pairs[0][0].text} what the article says of another"
    return ""


def _is_denied(tokens: Sequence[Token], token: Token) -> bool:
    """Whether what denies a verb stands right before it."""
    at = tokens.index(token)
    return at > 0 and NOT in tokens[at - 1].signs


def _may_be(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb tells what may be, and nothing right before it denies that: "gelebileceğini"."""
    return _POSSIBLE in tokens[at].signs and not _is_denied(tokens, tokens[at])


@lru_cache(maxsize=4)
def _ends(written: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Endings of verbs, each with the word behind it, "" where any may stand there."""
    return tuple((end, word) for end, _, word in (one.partition("-") for one in sorted(written)))


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _on_other_day(aligned: Aligned) -> str:
    """What speaks against a day that stands, in a clause with several of them, not before what it is told with."""
    tokens = aligned.told.tokens
    days = [(token, place) for token, place in aligned.pairs if tokens[place].dated and not token.entities]
    for day, at in days:
        clause = [place for place, one in enumerate(tokens) if one.clause == tokens[at].clause]
        others = [place for place in clause if tokens[place].dated and not _is_one_date(tokens, place, at)]
        mine = [place for token, place in days if token.clause == day.clause]
        if not others or any(place in mine for place in others):
            continue
        last = max(place for place in clause if tokens[place].content)
        for _, place in aligned.pairs_of(day.clause):
            before = [one for one in (*others, at) if one < place]
            if place in clause and place not in (at, last) and before and max(before) in others:
                return f"has it on another day: {day.text}"
    return ""


def _is_one_date(tokens: Sequence[Token], one: int, other: int) -> bool:
    """Whether nothing that says something and is no day or number stands between two words."""
    between = tokens[min(one, other) + 1 : max(one, other)]
    return not any(token.content and not token.dated and token.value is None for token in between)
