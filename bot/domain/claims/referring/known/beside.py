"""The words that an article has right beside a word."""

from collections.abc import Iterator

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token


def beside(story: Story, head: Token, until: int, step: int) -> Iterator[Token]:
    """The words that say something and stand right beside a word, in the sentences before one."""
    for number in sorted({number for key in head.keys for number in story.holding(key)}):
        told = story.sentences[number]
        places = {at for key in head.keys for at in told.places.get(key, ())} if number < until else set[int]()
        for at in sorted(places):
            other = told.tokens[at + step] if 0 <= at + step < len(told.tokens) else None
            said = other is not None and other.content and not other.entities
            if other is not None and said and other.clause == told.tokens[at].clause:
                yield other
