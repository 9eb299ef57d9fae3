"""For whom somebody speaks whose title does not tell it: for the body that the sentence before opens with."""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told

_OPENING, _BACK = 5, 2
# The letters of a word for who speaks for others that its forms share: "purtătoarei de cuvânt".
_BEGINNING = 8
_KINDS = ("organisation", "group")
_TIMES = frozenset({"past", "future", "conditional"})


def speaks_for_farther(missing: Sequence[Token], told: Told, at: int, story: Story) -> bool:
    """Whether a role's body is told of farther from a spokesman than another: "The club pays. The choir sings, X said".

    `missing` are the role's words that the title at a place of a sentence does without. Who leads the body that an
    article is about may be told of behind any number of others.
    """
    special, title = story.words.special, told.tokens[at]
    speaking = (word.partition("-")[0] for word in special["speaking"] | special["speaking_offices"])
    if not any(title.folded.startswith(word[:_BEGINNING]) for word in speaking):
        return False
    bodies = [token for token in missing if _is_body(token, story)]
    for tokens in _before(told, at, story) if bodies else ():
        if any(_is_body(token, story) for token in _subject(tokens, story)):
            return not all(any(_is_same(token, other) for other in tokens) for token in bodies)
    return False


def _before(told: Told, at: int, story: Story) -> Iterator[Sequence[Token]]:
    """The words of a sentence before a place, and those of the sentences before it, the nearest first."""
    yield [token for token in told.tokens[:at] if token.clause < told.tokens[at].clause]
    for number in range(told.number - 1, max(-1, told.number - 1 - _BACK), -1):
        yield story.sentences[number].tokens


def _subject(tokens: Sequence[Token], story: Story) -> Sequence[Token]:
    """The words that open a sentence, up to a verb."""
    found: list[Token] = []
    for token in tokens[:_OPENING]:
        if found and (token.mood in _TIMES or token.folded in story.words.perfects - story.leading):
            break
        found.append(token)
    return found


def _is_body(token: Token, story: Story) -> bool:
    """Whether a word is for a body, or of the name of one."""
    words, entities = story.words, story.reading.entities
    if any(one < len(entities) and entities[one].kind in _KINDS for one in token.entities):
        return True
    return token.stem in words.bodies or token.stem in words.groups or story.reading.is_body(token.text)


def _is_same(token: Token, other: Token) -> bool:
    return not (token.entities.isdisjoint(other.entities) and token.keys.isdisjoint(other.keys))
