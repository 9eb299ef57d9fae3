"""One of two that a sentence leaves open: "will sell the hall or the pool" says of neither that it will be sold."""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import COND, GOVERNS, NOT
from bot.domain.claims.rules.grammar import Grammar

OPEN = "leaves out that it may be another"
# Where each of two is denied, allowed or possible, or what follows holds for each: "if it rains or snows".
_EACH = {NOT, COND, f"{GOVERNS}possible", f"{GOVERNS}allow"}


# Complexity: the conditions of one reading, each a cheap way out before the next.
def left_open(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that takes one of two, or both as done, where the sentence has one or the other."""
    words = grammar.words.special["or"]
    tokens = aligned.told.tokens
    found = [at for at, token in enumerate(tokens) if token.folded in words]
    if not found or [1 for token in claim.tokens if token.folded in words | grammar.words.special["either"]]:
        return ""
    for at in found:
        clause = tokens[at].clause
        inside = [token for token in tokens if 0 <= clause - token.clause <= 1]
        relative = clause > 0 and aligned.told.clauses.openers[clause] in grammar.relatives
        beside = [token.value is not None for token in tokens[at - 1 : at + 2 : 2]]
        apart = at > 0 and tokens[at].start > tokens[at - 1].start + len(tokens[at - 1].text) + 1
        figure = apart and beside == [False, True]  # "Two thirds of the teachers, or 600".
        if (
            relative
            or figure
            or _joins_same(tokens, at, grammar)
            or any(not token.signs.isdisjoint(_EACH) for token in inside)
        ):
            continue
        ahead, behind = _next(tokens, at, -1, grammar), _next(tokens, at, 1, grammar)
        if ahead is not None and behind is not None and not aligned.matched.isdisjoint((ahead, behind)):
            return f"{OPEN}: {tokens[behind].text}"
    return ""


def _joins_same(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a word only says again what stands before it, or is none such: "or rather", "n.º 3"."""
    numbered = at > 0 and len(tokens[at - 1].text) == 1
    behind = tokens[at + 1].folded if at + 1 < len(tokens) else ""
    return numbered or behind in grammar.words.special["namely"]


def _next(tokens: Sequence[Token], at: int, way: int, grammar: Grammar) -> int | None:
    """The next word that says something before or behind one of the same clause, or before it of the last."""
    return next(_said(tokens, at, way, grammar), None)


def _said(tokens: Sequence[Token], at: int, way: int, grammar: Grammar) -> Iterator[int]:
    place = at + way
    while 0 <= place < len(tokens) and tokens[at].clause + min(way, 0) <= tokens[place].clause <= tokens[at].clause:
        if (
            tokens[place].content
            and len(tokens[place].text) > 1
            and tokens[place].folded not in grammar.words.durations
        ):
            yield place
        place += way
