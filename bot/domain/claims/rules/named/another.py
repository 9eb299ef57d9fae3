"""What a sentence tells of another one of a kind: "another hotel put up a fence", not "the hotel"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.rules.grammar import Grammar


def of_another_one(aligned: Aligned, others: Sequence[int], grammar: Grammar) -> str:
    """The noun that a claim has for a known one, where the sentence says that it is another, "" for none.

    `others` are the places of the sentence's words for that. A language without articles has a known one open a claim.
    """
    tokens = aligned.told.tokens
    near = [(token, at) for token, at in aligned.pairs if at - 1 in others] if aligned.told.number > 0 else []
    for token, at in near:
        opens = token is aligned.tokens[0] and not tokens[at].mood
        known = opens if grammar.words.free_order else _is_known(token, grammar)
        if known and tokens[at - 1].clause == tokens[at].clause and token.value is None:
            return f"says of {token.text} what the article says of another"
    return ""


def _is_known(token: Token, grammar: Grammar) -> bool:
    """Whether a claim's noun is told as known, by its article or its ending."""
    words, endings = grammar.words, grammar.words.definite_endings
    suffixed = bool(endings) and token.plain.endswith(endings)
    led = token.before in grammar.definite - words.articles - words.indefinite
    return suffixed or led
