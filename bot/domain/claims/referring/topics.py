"""What stands before a headline's colon: whether the article opens with it, and what is told elsewhere."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import align
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, content_of
from bot.domain.claims.referring.elsewhere import Elsewhere


class Topics:
    """One article, asked for what a headline names before its colon: "Selby: the town sells its hall"."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._elsewhere = story.once(Elsewhere)
        self._compounds = story.reading.language.nouns_capitalised

    def is_topic(self, text: str) -> bool:
        """Whether the title or the first sentence has all that the words before a headline's colon name."""
        told = [one for one in (self._story.title, *self._story.sentences[:1]) if one is not None]
        tokens = content_of(self._story.said(text).tokens)
        plain = bool(tokens) and not any(token.signs or token.value is not None for token in tokens)
        laid = (align(tokens, one, self._story.words, compounds=self._compounds) for one in told)
        return plain and any(not aligned.missing for aligned in laid)

    def is_place(self, named: Sequence[Token]) -> bool:
        """Whether the article has a name as where something is, behind a preposition."""
        return any(map(self._elsewhere.is_known, named))

    def is_moved(self, topic: str, evidence: Sequence[tuple[int, int]]) -> bool:
        """Whether the sentence that carries what a headline says of a place opens with another place."""
        named = content_of(self._story.said(topic).tokens)
        numbers = [self._story.reading.sentences.index(place) for place in evidence[:1]]
        return any(self._elsewhere.opens_elsewhere(named, self._story.sentences[number]) for number in numbers)
