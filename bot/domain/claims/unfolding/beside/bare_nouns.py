"""Nouns without an article that a claim's clause ends in or opens with, where a language has none before them."""

from collections.abc import Sequence
from itertools import takewhile

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.referring.pointers import SURE

# How many words such a noun has at most, how many of a clause stand besides it, and how many a body of two words has.
_NOUN_WORDS, _BESIDE = 4, 2
_BODY = 2


# Complexity: the conditions of one reading, each a cheap way out before the next.
def last_bare(tokens: Sequence[Token], story: Story) -> Sequence[Token]:
    """The noun that a clause is or ends in: "Comitetul navetiștilor", "conduce camionul", "Міська рада"; else empty."""
    endings, free = story.words.definite_endings, story.words.free_order
    if not tokens or not (endings or free):
        return ()
    first, last = tokens[0], tokens[-1]
    if free:
        body = len(tokens) == _BODY and not (last.content or last.signs or story.leans(last))
        whole = all(map(_is_bare, tokens[:1] if body else tokens))
    else:
        whole = first.plain.endswith(endings) and not first.entities
    if whole:
        alone = free and not first.clause  # "Музей, який ...".
        return tokens if alone or 1 < len(tokens) <= _NOUN_WORDS else ()
    known = _is_bare(last) and (free or last.plain.endswith(endings))
    return tokens[-1:] if known and len(tokens) > _BESIDE else ()


def opening_bare(tokens: Sequence[Token]) -> Sequence[Token]:
    """The noun that a claim opens with, where nothing in between may be its verb; empty for none that is sure."""
    bare = list(takewhile(_is_bare, tokens[:_NOUN_WORDS]))
    return bare if 0 < len(bare) < _NOUN_WORDS and not tokens[len(bare)].clause else ()


def _is_bare(token: Token) -> bool:
    """Whether a word is part of a noun that no verb, number or preposition is told with."""
    return token.content and token.mood not in SURE and not token.signs and token.value is None and not token.dated
