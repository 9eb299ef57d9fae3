"""Whom somebody acts for, exchanged for whom they act against: "represents the tenants against the owner"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.rules.grammar import Grammar

# How many words stand between "against" and the last word of what it ties.
_PHRASE = 4


def done_for_opponent(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that has done to or for somebody what the sentence has done against them, or ""."""
    wards = grammar.words.special["warding"]
    if not [1 for token in aligned.told.tokens if token.folded in wards]:
        return ""
    for token, at in aligned.pairs:
        tie = _tie_of(aligned.told.tokens, at, grammar)
        if tie is None or aligned.told.tokens[tie].folded not in wards:
            continue
        if not _is_object(claim.tokens, token, grammar):
            continue
        verb = _verb(aligned, tie, grammar)
        between = range(verb + 1, tie) if verb is not None else ()
        if any(aligned.told.tokens[place].content and place not in aligned.matched for place in between):
            return f"says for {token.text} what the article says against them"
    return ""


def _tie_of(tokens: Sequence[Token], at: int, grammar: Grammar) -> int | None:
    """Where the word stands that ties the phrase that a word is in, None where a verb or a mark parts them."""
    for place in range(at - 1, max(-1, at - 2 - _PHRASE), -1):
        token = tokens[place]
        if token.clause != tokens[at].clause:
            return None
        if token.folded in grammar.words.special["warding"]:
            return place
        small = token.folded in grammar.words.ties and token.folded not in grammar.definite | grammar.of_words
        if small and token.folded not in grammar.words.objects:
            return None
    return None


def _is_object(tokens: Sequence[Token], token: Token, grammar: Grammar) -> bool:
    """Whether a claim has somebody as what its verb is done to or for: not behind "against", nor before the verb."""
    wards = grammar.words.special["warding"]
    at = next(place for place, one in enumerate(tokens) if one is token)
    if not any(one.content and not one.entities for one in tokens[:at]):
        return False
    return not any(one.folded in wards for one in tokens[max(0, at - 1 - _PHRASE) : at])


def _verb(aligned: Aligned, tie: int, grammar: Grammar) -> int | None:
    """Where the last verb for acting for somebody stands before a place that the claim has too."""
    tokens, special = aligned.told.tokens, grammar.words.special
    acting = special["serving"] | special["working"] | special["office_verbs"]
    return max((at for _, at in aligned.pairs if at < tie and tokens[at].folded in acting), default=None)
