"""Headlines that name who says it before a colon: "Minister: Enough money until May", as a sentence would tell it."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import align
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Told, content_of
from bot.domain.claims.comparing.wording import ANNOUNCED, NEUTRAL, SOURCE

_SPEECH = {NEUTRAL, ANNOUNCED, SOURCE}

# How many words at most name who says something.
_MOST = 4


class HeadlineSpeakers:
    """One article's language, asked how a sentence would tell what a headline has somebody say."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._said = next(iter(sorted(story.words.special["headline_said"])), "").replace("-", " ")

    def told(self, speaker: str, said: str) -> str:
        """A sentence that has somebody say something, "" where what stands before the colon cannot name anybody."""
        first = speaker.strip()
        tokens = self._story.said(first).tokens
        if not self._said or not tokens or len(tokens) > _MOST:
            return ""
        if any(token.signs or token.value is not None or token.dated for token in tokens):
            return ""
        small = tokens[0].folded in self._story.leading or not any(token.entities for token in tokens)
        who = first if not small or self._story.reading.language.nouns_capitalised else first[0].lower() + first[1:]
        return f"{said.strip()}, {self._said} {who}"

    def is_spoken_of(self, speaker: str, said: str, evidence: Sequence[tuple[int, int]]) -> bool:
        """Whether a sentence names who says something only in what is said: "there was money to pay the nurses"."""
        for place in evidence:
            told = self._story.sentences[self._story.reading.sentences.index(place)]
            spoken = {token.clause for token in told.tokens if token.signs & _SPEECH}
            if not (self._clauses(speaker.strip(), told) & self._clauses(said, told)) <= spoken:
                return True
        return False

    def _clauses(self, text: str, told: Told) -> set[int]:
        """The clauses of a sentence that have words of a text."""
        tokens, compounds = content_of(self._story.said(text).tokens), self._story.reading.language.nouns_capitalised
        return {told.tokens[at].clause for at in align(tokens, told, self._story.words, compounds=compounds).matched}
