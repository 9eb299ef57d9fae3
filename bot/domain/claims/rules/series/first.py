"""What comes first and what next: "visitors see first the tower, then the kitchens"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import AFTER, BEFORE, PASSIVE
from bot.domain.claims.rules.grammar import FINITE, Grammar, tells
from bot.domain.claims.rules.meant.restrictions import TURNED_ORDER

# How many words stand from what comes first to what comes next at most, and how many of that are asked.
_APART, _NEXT = 14, 8
# "First and then".
_JOINED = 2


# Complexity: the conditions of one reading, each a cheap way out before the next.
def first_of_next(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has come first, or before the other, what a sentence has come next; or ""."""
    special, tokens = grammar.words.special, aligned.told.tokens
    then = next((at for at, token in enumerate(tokens) if at and token.folded in special["next_of_all"]), None)
    if then is None:
        return ""
    opening = special["first_of_all"] | special["beginning"]
    first = next((at for at in range(max(0, then - _APART), then) if tokens[at].folded in opening), None)
    if first is None:
        return ""
    end = next((at for at in range(then + 1, len(tokens)) if _ends(tokens, then, at, grammar)), len(tokens))
    if then - first <= _JOINED:  # "The geologists first and then the mayor."
        first = next((at - 1 for at in range(first - 1, 0, -1) if tokens[at].content), first)
    former, latter = _told_in(tokens, range(first + 1, then)), _told_in(tokens, range(then + 1, min(end, then + _NEXT)))
    alike = {stem for stem, _ in former} & {stem for stem, _ in latter}
    early, late = ({at for stem, at in part if stem not in alike} for part in (former, latter))
    early = {at for at in early if tokens[at].mood not in FINITE and not tells(tokens[at - 1 : at], PASSIVE)}
    taken = {at: token for token, at in aligned.pairs}
    wrong = _turned(claim, (early, late), taken, special["next_of_all"] | special["first_of_all"], opening)
    return f"{TURNED_ORDER}: {wrong.text}" if wrong is not None else ""


def _told_in(tokens: Sequence[Token], places: range) -> list[tuple[str, int]]:
    """The stems of what a part says, with its positions."""
    return [(tokens[at].stem, at) for at in places if tokens[at].content and not tokens[at].dated]


def _ends(tokens: Sequence[Token], then: int, at: int, grammar: Grammar) -> bool:
    """Whether the part that comes next ends before a word: with what is joined to it by "but", or two clauses on."""
    return tokens[at].clause > tokens[then].clause + 1 or tokens[at].folded in grammar.words.joins


# Complexity: the conditions of one reading, each a cheap way out before the next.
def _turned(
    claim: Clauses,
    parts: tuple[set[int], set[int]],
    taken: dict[int, Token],
    orders: frozenset[str],
    opening: frozenset[str],
) -> Token | None:
    """A word of the later part that a claim has first, or before one of the earlier part."""
    early, late = ({place: taken[place] for place in part if place in taken} for part in parts)
    if not late:
        return None
    wrong = late[min(late)]
    order = next((token for token in claim.tokens if token.signs & {BEFORE, AFTER}), None)
    if order is not None and early:
        ahead, behind = (early, late) if AFTER in order.signs else (late, early)
        between = all(one.start < order.start for one in ahead.values())
        return wrong if between and all(one.start > order.start for one in behind.values()) else None
    marks = [token for token in claim.tokens if token.folded in orders | opening]
    if not marks or marks[0].folded not in opening:
        return None
    if len(marks) > 1:  # "First the kitchens, then the tower."
        return next((one for one in late.values() if marks[0].start < one.start < marks[1].start), None)
    return wrong if parts[0] - early.keys() else None
