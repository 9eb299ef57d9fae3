"""By how much something is more, told as how much it is: "cost 3 million more than planned" is not "cost 3 million"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import CEILING, FLOOR, LESS, MORE, THAN
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_time, is_year
from bot.domain.claims.rules.named.exchanged import PUT

# "More than" is a bound before a number, and a comparison behind it.
_BOUNDS = {FLOOR, CEILING}
_AHEAD = {MORE, LESS}
_COMPARING = _AHEAD | _BOUNDS
# How many words may stand between a number and the word for more of it: "3 millions d'euros de plus".
_BETWEEN = 5
# How many words behind it may be what it is compared with: "mai mult decât".
_AFTER = 2


def told_as_whole(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has as a whole what its sentence has as a difference, "" where it has not."""
    told = aligned.told.tokens
    if not [1 for token in told if token.signs & _COMPARING]:
        return ""
    numbers = [(token, place) for token, place in aligned.pairs if _counts(token)]
    if not numbers:
        return ""
    if any(_compares(token, grammar) for token in claim.tokens):
        return _told_as_difference(claim, aligned, numbers, grammar)
    small = grammar.words.ties | grammar.of_words
    found = [(token, place) for token, place in numbers if _is_difference(told, place, grammar)]
    free = (token for token, place in found if token.before not in small or _is_apart(told, place))
    token = next(free, None)
    return f"tells a difference as the whole: {token.text}" if token is not None else ""


def _told_as_difference(
    claim: Clauses, aligned: Aligned, numbers: Sequence[tuple[Token, int]], grammar: Grammar
) -> str:
    """What speaks against a claim that has the whole for the difference, which its sentence tells besides."""
    told = aligned.told.tokens
    others = [at for at, one in enumerate(told) if at not in aligned.matched and one.value is not None]
    if not any(_counts(told[at]) and _is_difference(told, at, grammar) for at in others):
        return ""
    for token, place in numbers:
        mine = _is_difference(claim.tokens, claim.tokens.index(token), grammar)
        if mine and not _is_difference(told, place, grammar):
            return f"joins {token.text} with what another belongs to: {told[others[0]].text}"
    return ""


def is_shared_ahead(tokens: Sequence[Token], unit: int, place: int, grammar: Grammar) -> bool:
    """Whether a word of an earlier clause holds for a number: it is put behind it, or opens with where it all was.

    "Kazada iki kişi öldü, dokuz kişi yaralandı", "Anıt salı günü getirildi, cuma günü açıldı".
    """
    if tokens[unit].clause >= tokens[place].clause:
        return False
    ends = tuple(grammar.words.special["place_ends"])
    inside = [one for one in tokens if one.clause == tokens[place].clause and one.content]
    bare = tokens[place].dated and all(one.dated or one.mood in FINITE for one in inside)
    opens = bool(ends) and unit == 0 and (bare or tokens[unit].folded.endswith(ends))
    return opens or is_put_behind(tokens, place, grammar)


def is_put_behind(tokens: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether a number tells behind a comma by how much what stands before it is more: ", 39 million more than agreed".

    No other thing stands before it there: "and the bridge 39 million more".
    """
    if grammar.is_compared(tokens, place):
        return True  # "40 % more than planned."
    return _is_apart(tokens, place) and _is_difference(tokens, place, grammar)


def _is_apart(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number opens a clause behind the first, no more than a word for "more" before it."""
    ahead = [one for one in tokens[:place] if one.clause == tokens[place].clause and one.content]
    return tokens[place].clause > 0 and not [1 for one in ahead if one.signs.isdisjoint(_COMPARING)]


# Complexity: the conditions of one reading, each a cheap way out before the next.
def told_of_compared(claim: Clauses, aligned: Aligned) -> str:
    """What speaks against a claim that has a number with what its sentence compares it with, "" for nothing.

    "It has 14 staff, five fewer than in May": not "in May it had 14 staff".
    """
    told = aligned.told.tokens
    than = next((at for at, token in enumerate(told) if at and THAN in token.signs), None)
    if than is None or any(THAN in token.signs for token in claim.tokens):
        return ""
    compares = next((at for at in range(max(0, than - _AFTER), than) if told[at].signs & _COMPARING), None)
    if compares is None:
        return ""
    begins = next(at for at, token in enumerate(told) if token.clause == told[compares].clause)
    numbers = [token for token, place in aligned.pairs if place < begins and _counts(token)]
    inside = range(begins, than)
    differs = any(_counts(told[at]) for at in inside) and not any(at in aligned.matched for at in inside)
    behind = [token for token, place in aligned.pairs if place > than and told[place].clause <= told[than].clause + 1]
    if not (numbers and differs and behind):
        return ""
    return f"{PUT} the number for {behind[0].text}: {numbers[0].text}"


def _counts(token: Token) -> bool:
    """Whether a word is a number of something, no time and no share."""
    return token.value is not None and not is_year(token) and not is_time(token) and not token.share


def _compares(token: Token, grammar: Grammar) -> bool:
    return bool(token.signs & (_COMPARING | {THAN})) or token.folded in grammar.words.further | grammar.words.compared


def _is_difference(tokens: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether a word for more or less stands behind a number and what it counts, and ends what is told or compares.

    It may stand right before the number where something is compared behind it: "mais 3 milhões do que".
    """
    if place and not tokens[place - 1].signs.isdisjoint(_AHEAD):
        return any(THAN in token.signs for token in tokens[place:])
    inside = [token for token in tokens[place + 1 :] if token.clause == tokens[place].clause]
    if inside and not inside[0].signs.isdisjoint(_AHEAD):  # "200 fewer than last year", not "hired 200 more".
        return any(THAN in token.signs for token in tokens[place + 2 : place + 2 + _AFTER])
    more = next((at for at, token in enumerate(inside[:_BETWEEN]) if token.signs & _COMPARING), 0)
    return bool(more) and (bool(inside[more].signs & _BOUNDS) or _compares_or_ends(inside[more + 1 :], grammar))


def _compares_or_ends(after: Sequence[Token], grammar: Grammar) -> bool:
    """Whether nothing stands behind a word for more in its clause, or what it is compared with."""
    small = grammar.words.ties | grammar.of_words
    return not after or any(THAN in token.signs or token.folded in small for token in after[:_AFTER])
