"""Who is told of without a name and named next: "a court jailed Peter Holm" of "jailed a baker", "the baker said"."""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import FORMER
from bot.domain.claims.referring.expanding.expanded import Expanded, made

# How many words stand behind a noun that tell of what somebody is one: "director de spital".
_OF = 2


def introduced(story: Story, told: Told, missing: Sequence[Token]) -> Iterator[Expanded]:
    """A sentence with a claim's name for whom it tells of without one."""
    for (number, at), one in story.cast.introduced.items():
        named = [token for token in missing if one in token.entities] if number == told.number else []
        if named:
            first = next(other.first for other in story.cast.unnamed if (other.number, other.at) == (number, at))
            length, named_in = _last(story, told, at) - first + 1, story.holding(f"@{one}")[0]
            done_to = any(token.content and not token.dated for token in told.tokens[:first])
            yield made(told, first, named, named_in, dropped=first, length=length, done_to=done_to, doing=not done_to)


# Complexity: the conditions of one reading, each a cheap way out before the next.
def introduced_as(story: Story, one: int, role: Sequence[Token]) -> int | None:
    """The sentence that tells of somebody named next by the words of a role; None where none does."""
    wanted = [token for token in role if token.content or FORMER in token.signs]
    for (number, at), other in story.cast.introduced.items():
        told = story.sentences[number]
        first = next(found.first for found in story.cast.unnamed if (found.number, found.at) == (number, at))
        phrase = told.tokens[first : _last(story, told, at) + 1]
        if other != one or not any(told.tokens[at].keys & token.keys for token in wanted):
            continue
        over = [any(FORMER in token.signs for token in tokens) for tokens in (phrase, wanted)]
        known = all(any(token.keys & own.keys or token.signs & own.signs for own in phrase) for token in wanted)
        if over[0] == over[1] and known:
            return number
    return None


def _last(story: Story, told: Told, at: int) -> int:
    """Where a noun ends with what it is of."""
    behind = [one for one in told.tokens[at + 1 : at + 1 + _OF] if one.clause == told.tokens[at].clause]
    tied = len(behind) == _OF and behind[0].folded in story.of_words and behind[1].content
    return at + _OF if tied and not behind[1].dated and behind[1].value is None else at
