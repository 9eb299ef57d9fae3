"""Whether a claim's words may be told of what a sentence does, though they stand in another part of that."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.rules.grammar import Grammar
from bot.domain.claims.rules.series.timelines import halves_of


def are_beyond(aligned: Aligned, other: Aligned, story: Story) -> bool:
    """Whether the words that a claim has of a sentence and not in `other` may be told of what the rest is."""
    lost = [(token, place) for token, place in aligned.pairs if place not in other.matched]
    return all(_is_beyond(token, place, other, story) for token, place in lost)


def _is_beyond(token: Token, place: int, other: Aligned, story: Story) -> bool:
    """Whether the title or another sentence has a word of a claim, or this one in a half that tells the rest of it.

    What stands ahead of all the rest may be of it too.
    """
    if story.title is not None and not token.keys.isdisjoint(story.title.places):
        return True
    if any(number != other.told.number for key in token.keys for number in story.holding(key)):
        return True
    if all(place < at for at in other.matched):
        return True
    halves = halves_of(other.told.clauses, story.once(Grammar))
    home = max(half for half in halves if half <= place)
    end = next((half for half in halves if half > home), len(other.told.tokens))
    return any(home <= at < end for at in other.matched)
