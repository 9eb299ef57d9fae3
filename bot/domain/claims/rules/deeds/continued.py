"""What somebody is reported to say in a sentence that does not say who, in a language with a mood for that.

"Die Direktorin sagte, sie hoffe. Das Bild sei alt.": the second sentence is hers too.
"""

from itertools import takewhile

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import ANNOUNCED, GOVERNS, NEUTRAL, SOURCE

TELLING = {NEUTRAL, ANNOUNCED, SOURCE}
# How many sentences in a row somebody is reported to say, at most.
_BACK = 3


class Continued:
    """One article's sentences, asked whose words they report."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._moods = story.words.reporting

    def is_teller(self, token: Token, told: Told) -> bool:
        """Whether a word tells who says what a reported sentence tells, by the sentences before it."""
        source = self._source(told)
        if source is None:
            return False
        verb = next(one for one in source.tokens if one.signs & TELLING)
        if token.entities:
            return bool(token.entities & _speakers(source, verb))
        inside = [one for one in source.tokens if one.clause == verb.clause and one.content and not one.dated]
        nouns = [one for one in inside if one.start < verb.start] or inside
        return any(token.folded == one.folded or not token.keys.isdisjoint(one.keys) for one in nouns[:1])

    def _source(self, told: Told) -> Told | None:
        """The sentence of the same paragraph that says who is reported, None where none does."""
        if not is_reported(told, self._moods):
            return None
        reading = self._story.reading
        start, _ = reading.paragraph_at(reading.sentences[told.number][0])
        for number in range(told.number - 1, max(-1, told.number - 1 - _BACK), -1):
            if reading.sentences[number][0] < start:
                return None
            before = self._story.sentences[number]
            if _tells(before):
                return before
            if not is_reported(before, self._moods):
                return None
        return None


def is_reported(told: Told, moods: frozenset[str]) -> bool:
    """Whether a sentence's own verb is in the mood of what is reported, and nothing in it says or wants that.

    `moods` are a language's verbs in that mood.
    """
    if not moods:
        return False
    said = takewhile(lambda pair: pair[1] is None, zip(told.tokens, told.quoted, strict=False))
    for token, _ in said:
        if token.folded in moods and token.text.islower():
            apart = (other for other in told.tokens if other.clause != token.clause or other.start < token.start)
            return not any(other.signs & TELLING for other in apart)
        if any(sign.startswith(GOVERNS) for sign in token.signs):
            return False
    return False


def _tells(told: Told) -> bool:
    return any(token.signs & TELLING for token in told.tokens)


def _speakers(told: Told, verb: Token) -> frozenset[int]:
    """Whom a sentence lets speak: who is quoted, or the first who is named where the verb stands."""
    quoting = [speaker for speaker in told.quoted if speaker is not None]
    near = (one.entities for one in told.tokens if abs(one.clause - verb.clause) <= 1 and one.entities)
    return frozenset(quoting) if quoting else next(near, frozenset())
