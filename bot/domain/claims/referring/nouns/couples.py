"""Two people named together, whom the sentence behind tells of as several.

"The brothers Tom and Alan Hurst opened a brewery. They sold it in May": "Tom and Alan Hurst sold it".
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.pointers import Pointer

# Among how many words that open a sentence the first of two names begins.
_OPENING = 4
_TWO = 2
_YEAR = 4


def couple(story: Story, told: Told, pointer: Pointer, missing: Sequence[Token]) -> list[Token]:
    """A claim's names for the two whom alone the sentence before names, as its subject; none where that is not sure."""
    if not told.number or not pointer.subject or pointer.behind or pointer.verb:
        return []
    if pointer.at >= 0 and not agreement_of(story.reading.language.code).may_be_several(pointer.form):
        return []
    named = [token for token in missing if token.entities]
    people = frozenset[int]().union(*(token.entities for token in named))
    other = story.sentences[told.number - 1]
    alone = len(people) == _TWO and people == frozenset(filter(story.is_person, other.named))
    return named if alone and _open_joined(story, other, people) else []


def _open_joined(story: Story, other: Told, people: frozenset[int]) -> bool:
    """Whether a sentence opens with two names that a word for "and" joins."""
    tokens = other.tokens
    first = next((at for at, token in enumerate(tokens[:_OPENING]) if token.entities & people), None)
    if first is None:
        return False
    last = first
    while last + 1 < len(tokens) and tokens[last + 1].entities == tokens[first].entities:
        last += 1
    behind = tokens[last + 1 : last + 1 + _TWO]
    if len(behind) < _TWO or behind[0].folded not in story.words.joining or behind[1].clause != tokens[first].clause:
        return False
    if behind[1].entities != people - tokens[first].entities:
        return False
    return not any(_is_somebody(story, token) for token in tokens[last + _TWO :])  # "They employ 90 workers."


def _is_somebody(story: Story, token: Token) -> bool:
    """Whether a word is a noun for people, whom "they" may mean too, or counts what may be some, and is no year."""
    if token.value is not None:
        return len(token.text) != _YEAR and token.after not in story.words.durations
    language, lower = story.reading.language, token.text.lower()
    group = token.stem in story.words.groups or token.stem in story.words.humans or lower in language.groups
    return not token.entities and token.content and (group or language.is_role(lower))
