"""By how much something is more, told as how much it is: "cost 3 million more than planned" is not "cost 3 million"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import CEILING, FLOOR, LESS, MORE, THAN
from bot.domain.claims.rules.grammar import Grammar, is_time, is_year

# "More than" is a bound before a number, and a comparison behind it.
_BOUNDS = {FLOOR, CEILING}
_COMPARING = {MORE, LESS} | _BOUNDS
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
    if not numbers or any(_compares(token, grammar) for token in claim.tokens):
        return ""
    small = grammar.words.ties | grammar.of_words
    found = (token for token, place in numbers if _is_difference(told, place, grammar) and token.before not in small)
    token = next(found, None)
    return f"tells a difference as the whole: {token.text}" if token is not None else ""


def _counts(token: Token) -> bool:
    """Whether a word is a number of something, no time and no share."""
    return token.value is not None and not is_year(token) and not is_time(token) and not token.share


def _compares(token: Token, grammar: Grammar) -> bool:
    return bool(token.signs & (_COMPARING | {THAN})) or token.folded in grammar.words.further | grammar.words.compared


def _is_difference(tokens: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether a word for more or less stands behind a number and what it counts, and ends what is told or compares.

    It may stand right before the number where something is compared behind it: "mais 3 milhões do que".
    """
    if place and MORE in tokens[place - 1].signs:
        return any(THAN in token.signs for token in tokens[place:])
    inside = [token for token in tokens[place + 1 :] if token.clause == tokens[place].clause]
    more = next((at for at, token in enumerate(inside[:_BETWEEN]) if token.signs & _COMPARING), 0)
    return bool(more) and (bool(inside[more].signs & _BOUNDS) or _compares_or_ends(inside[more + 1 :], grammar))


def _compares_or_ends(after: Sequence[Token], grammar: Grammar) -> bool:
    """Whether nothing stands behind a word for more in its clause, or what it is compared with."""
    small = grammar.words.ties | grammar.of_words
    return not after or any(THAN in token.signs or token.folded in small for token in after[:_AFTER])
