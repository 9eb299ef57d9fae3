"""What is only tied to who or what does it, told to do it: "the film about the director opens on Friday"."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import IS, PASSIVE, WAS
from bot.domain.claims.rules.grammar import FINITE, Grammar, is_plain

# How many small words stand between a noun and what is tied to it: "against the", "contra os seus".
_SMALL = 3


# Complexity: the conditions of one reading, each a cheap way out before the next.
def told_of_topic(claim: Clauses, aligned: Aligned, grammar: Grammar) -> str:
    """What speaks against a claim that opens with what a sentence only ties to the noun that it opens with, or ""."""
    tokens, opening = aligned.told.tokens, next((token for token in claim.tokens if token.content), None)
    if grammar.words.special["case_ends"]:
        return ""  # "Yağmura rağmen yüzlerce kişi": what ties stands behind.
    for token, at in aligned.pairs[:1]:
        if token is not opening or token.dated or token.value is not None or token.owner:
            continue
        if is_led(claim.tokens, claim.tokens.index(token), grammar) or not tokens[at].before:
            continue
        head = _head(tokens, at, grammar)
        if head is None or head in aligned.matched or not _is_thing(tokens[head], grammar):
            continue
        clause = tokens[at].clause
        deed = next((place for one, place in aligned.pairs[1:] if not one.entities & token.entities), at)
        if deed > at and tokens[deed].clause == clause:
            return f"says of {token.text} what the article says of another"
    return ""


def is_led(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a preposition that is no article stands before a word, with small words alone between them."""
    for one in tokens[max(0, at - _SMALL) : at][::-1]:
        if one.content or one.clause != tokens[at].clause:
            return False
        if one.folded in grammar.words.ties and one.folded not in grammar.definite:
            return True
    return False


def _head(tokens: Sequence[Token], at: int, grammar: Grammar) -> int | None:
    """Where a clause's first noun stands, with a preposition and small words alone between it and a word, or None."""
    tie, of = None, grammar.of_words | grammar.genitives
    for place in range(at - 1, max(-1, at - 2 - _SMALL), -1):
        one = tokens[place]
        if one.clause != tokens[at].clause or one.signs & {IS, WAS, PASSIVE}:
            return None
        if _is_tie(one, grammar):
            tie = one.folded
        elif one.content:
            before = [other for other in tokens[:place] if other.clause == one.clause]
            ahead = any(other.content or (other.before and _is_tie(other, grammar)) for other in before)
            return place if tie is not None and tie not in of and not ahead else None
    return None


def _is_tie(token: Token, grammar: Grammar) -> bool:
    """Whether a word is a preposition, or one for what is told of: "concerning"."""
    words = grammar.words
    tied = token.folded in words.ties and token.folded not in grammar.definite
    return tied or token.folded in words.special["concerning"]


def _is_thing(noun: Token, grammar: Grammar) -> bool:
    """Whether a word is a thing, and no verb, number, day or group of those behind it."""
    words = grammar.words
    light = noun.folded in words.light or noun.stem in words.groups | words.bodies
    thing = is_plain(noun) and not light and not grammar.is_role(noun)
    return thing and not grammar.is_participle(noun) and noun.mood not in FINITE
