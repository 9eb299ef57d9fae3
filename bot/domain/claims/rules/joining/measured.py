"""What two days, places or numbers of one verb belong to: "sings on Monday in Ashby and on Friday in Kelford"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import PASSIVE
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_plain

# How many small words may stand between "and" and the day or number behind it.
_SMALL = 2


@dataclass(frozen=True)
class _Half:
    """One of two joined halves, by positions: its day, time of day or number, its word, and what else the half has."""

    measure: int
    word: str
    others: frozenset[int]


# Complexity: the conditions of one reading, each a cheap way out before the next.
def of_other_half(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has the day or number of one half beside what the other tells."""
    if not any(_kind(token, grammar) for token in claim.tokens):
        return ""
    for first, second in _halves(aligned, grammar):
        for clause in {token.clause for token in aligned.tokens}:
            taken = {at: token for token, at in aligned.pairs_of(clause)}
            when = {token.folded for token in claim.tokens if token.clause == clause and not token.content}
            has = taken.keys() | {one.measure for one in (first, second) if one.word in when}
            for own, other in ((first, second), (second, first)):
                alone = own.measure in has and own.others.isdisjoint(taken) and other.measure not in has
                crossed = next((taken[at] for at in sorted(other.others) if at in taken), None) if alone else None
                if crossed is not None:
                    return f"joins {own.word} with what another belongs to: {crossed.text}"
    return ""


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _halves(aligned: Aligned, grammar: Grammar) -> Iterator[tuple[_Half, _Half]]:
    """Where a sentence joins two such halves, the second without a verb of its own."""
    tokens, joins = aligned.told.tokens, grammar.words.joining | grammar.words.joins
    for join, token in enumerate(tokens):
        if token.folded not in joins or not join:
            continue
        right = _until(tokens, join, joins)
        measure = next(
            (at for at in right[: _SMALL + 1] if _kind(tokens[at], grammar) or _is_one(tokens, at, grammar)), None
        )
        shut = grammar.words.special["shutting"]
        if measure is None or any(_is_verb(tokens[at]) and tokens[at].folded not in shut for at in right):
            continue
        home = tokens[join - 1].clause
        left = [at for at in range(join) if tokens[at].clause == home]
        before = next((at for at in reversed(left) if _is_same(tokens[at], tokens[measure], grammar)), None)
        if before is None:
            continue
        theirs = [at for at in right if at > measure and _says(tokens[at], grammar)]
        mine = [at for at in left if at > before and _says(tokens[at], grammar)][-len(theirs) :] if theirs else []
        if not theirs:  # "Open from April to October and closed on Mondays."
            theirs = [at for at in range(join + 1, measure) if tokens[at].folded in shut]
            mine = [at for at in left if tokens[at].folded in shut][-1:] if theirs else []
        if mine:
            first, second = tokens[before].folded, tokens[measure].folded
            yield _Half(before, first, frozenset(mine)), _Half(measure, second, frozenset(theirs))


def _until(tokens: Sequence[Token], join: int, joins: frozenset[str]) -> list[int]:
    """The places behind a word that joins, up to the next one or the end of the clause."""
    found: list[int] = []
    for at in range(join + 1, len(tokens)):
        if tokens[at].clause != tokens[join].clause or tokens[at].folded in joins:
            break
        found.append(at)
    return found


def _kind(token: Token, grammar: Grammar) -> str:
    """Whether a word is a day, a time of day or a number, "" for neither."""
    if token.folded in grammar.words.special["day_times"]:
        return "time"
    return "day" if token.dated else "number" if token.value is not None else ""


def _is_same(token: Token, other: Token, grammar: Grammar) -> bool:
    """Whether two words are both days, times of day or numbers; "one" is a number too."""
    kind = _kind(token, grammar)
    return kind != "" and kind == (_kind(other, grammar) or "number") and token.share == other.share


def _is_one(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word is "one" of what was counted before: "four million to the hospital and | one to the school"."""
    behind = tokens[at + 1 : at + 2]
    return tokens[at].folded in grammar.words.articles and any(one.folded in grammar.words.ties for one in behind)


def _is_verb(token: Token) -> bool:
    return token.mood in FINITE or PASSIVE in token.signs


def _says(token: Token, grammar: Grammar) -> bool:
    """Whether a word says something besides a day and an amount."""
    return (
        token.content
        and not _kind(token, grammar)
        and token.plain not in grammar.words.magnitudes
        and bool(is_plain(token) or token.entities)
    )
