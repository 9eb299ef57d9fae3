"""What somebody has an office in, which they mean with "we": "the director of the library, Ann Holm"."""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token

# How many words from a name its office may stand, and how many behind the office the noun for what it is in.
_NEAR, _BEHIND = 6, 3


def headed(story: Story, somebody: int) -> Iterator[Token]:
    """The nouns for what an article says somebody has an office in, where it names them."""
    for number in sorted(story.holders.get(f"@{somebody}", ())):
        told = story.sentences[number]
        named = (at for at in told.named.get(somebody, ()) if told.tokens[at].text[0].isupper())  # No pronoun.
        at = min(named, default=None)
        if at is not None:
            near = _beside(story, told.tokens, at, somebody)
            near = [token for token in near if abs(token.clause - told.tokens[at].clause) <= 1]
            yield from (token for token in _in_office(story, near) if somebody not in token.entities)


def _beside(story: Story, tokens: Sequence[Token], at: int, somebody: int) -> Sequence[Token]:
    """The words near a name, up to another person's: their office is theirs."""
    first, last = max(0, at - _NEAR), min(len(tokens), at + _NEAR)
    written = (place for place in range(first, last) if tokens[place].text[0].isupper())
    people = ((place, {one for one in tokens[place].entities if story.is_person(one)}) for place in written)
    others = [place for place, named in people if named and somebody not in named]
    first = max((place + 1 for place in others if place < at), default=first)
    return tokens[first : min((place for place in others if place > at), default=last)]


def _in_office(story: Story, tokens: Sequence[Token]) -> Iterator[Token]:
    """The nouns that words for an office tell of, an article or a preposition of possession between or none."""
    is_role, small = story.reading.language.is_role, story.of_words | story.leading
    for at, token in enumerate(tokens):
        if token.entities or not is_role(token.text.lower()):
            continue
        if at and tokens[at - 1].owner and tokens[at - 1].text[0].islower():
            yield tokens[at - 1]  # "The library's director".
        behind = (other for other in tokens[at + 1 : at + 1 + _BEHIND] if other.folded not in small)
        noun = next(behind, None)
        if noun is not None and noun.content and noun.clause == token.clause:
            yield noun
