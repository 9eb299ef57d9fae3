"""The small words that lead a phrase: "thanks to a test"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.rules.grammar import Grammar

# How many words of its own a phrase has before the one asked about, and how many lead it, with an article.
_INSIDE, _LEADS = 2, 3


def led_alike(mine: Sequence[Token], at: int, theirs: Sequence[Token], place: int, grammar: Grammar) -> bool:
    """Whether the same two small words and more lead the phrase of a word in a claim and in a sentence."""
    leads = _leads(mine, at, grammar)
    return len(leads) > 1 and leads == _leads(theirs, place, grammar)


def _leads(tokens: Sequence[Token], at: int, grammar: Grammar) -> list[str]:
    """The small words before a word and others right before it, without articles: "gracias a (un análisis)"."""
    clause, first = tokens[at].clause, at
    while first > max(0, at - _INSIDE) and tokens[first - 1].content and tokens[first - 1].clause == clause:
        first -= 1
    lead = first
    while lead > max(0, first - _LEADS) and not tokens[lead - 1].content and tokens[lead - 1].clause == clause:
        lead -= 1
    passed = grammar.definite | grammar.words.indefinite | grammar.words.joining
    return [one.folded for one in tokens[lead:first] if one.folded not in passed]
