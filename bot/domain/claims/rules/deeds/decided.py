"""What is only decided on is not done: "voted on Tuesday to close the pool" is not "the pool closed on Tuesday"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.rules.grammar import Grammar, is_plain, places_in


def only_decided(aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that tells as done what somebody whom it leaves out decides on, "" where nothing.

    Of languages whose infinitives have endings.
    """
    endings, tokens = grammar.words.infinitives or ("\0",), aligned.told.tokens
    for token, place in aligned.pairs:
        infinitive = is_plain(token) and tokens[place].plain.endswith(endings) and tokens[place].content
        if infinitive and _is_done(token, grammar) and _is_decided(aligned, place, grammar):
            return f"tells as done what is only meant: {token.text}"
    return ""


def _is_done(token: Token, grammar: Grammar) -> bool:
    past = token.mood == "past" or token.before in grammar.perfects
    return past and not grammar.is_named(token)


def _is_decided(aligned: Aligned, place: int, grammar: Grammar) -> bool:
    """Whether a word of deciding stands before a place, and the claim takes neither it nor who decides."""
    tokens = aligned.told.tokens
    ahead = [at for at in _clause_before(tokens, place) if at < place]
    deciding = next((at for at in ahead if tokens[at].stem in grammar.words.deciding), None)
    if deciding is None or deciding in aligned.matched:
        return False
    return not any(at <= deciding and not tokens[at].dated for at in aligned.matched)


def _clause_before(tokens: Sequence[Token], place: int) -> list[int]:
    clause = tokens[place].clause
    return [*(places_in(tokens, clause - 1) if clause else ()), *places_in(tokens, clause)]
