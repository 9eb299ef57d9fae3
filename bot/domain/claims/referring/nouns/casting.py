"""Whom a sentence's words mean of those whom the article tells of without a name, as a claim calls them.

"Ann Holm visited the school. A caretaker had found a bomb. He called the police": "the caretaker called the police".
"""

from collections.abc import Collection, Iterator, Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.things import Thing

# How many words stand behind a noun that tell whose or where from somebody is: "of the lorry".
_OF = 3


class Casting:
    """One article's sentences with words for people whom it does not name."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._agreement = agreement_of(story.reading.language.code)
        self._bare = bool(self._agreement.genitives)

    def meant(self, told: Told) -> dict[int, int]:
        """Who without a name is meant by words of a sentence, by their positions; -1 for a subject that is left out."""
        cast, number = self._story.cast, told.number
        meant = {-1: cast.subjects[number]} if number in cast.subjects else {}
        if cast.meant(number):
            meant |= {at: token.unnamed for at, token in enumerate(told.tokens) if token.unnamed >= 0}
        return meant

    def of(self, told: Told, taken: Collection[int]) -> Iterator[tuple[int, Told, Thing]]:
        """The places of such words, with the sentence that tells of somebody first, and where it does."""
        for at, number in self.meant(told).items():
            one = self._story.cast.somebody(number)
            other = self._story.sentences[one.number]
            if at not in taken and (at < 0 or told.tokens[at].start != other.tokens[one.at].start):
                yield at, other, (one.first, self._last(other, one.at))

    def called(self, named: list[Token], at: int, told: Told) -> list[Token]:
        """Some of a claim's words, where they have the noun for whom a word means; none where they only describe."""
        one = self._story.cast.somebody(self.meant(told)[at])
        noun = self._story.sentences[one.number].tokens[one.at]
        return named if any(not token.keys.isdisjoint(noun.keys) for token in named) else []

    def is_told_there(self, number: int, other: Told, thing: Thing) -> bool:
        """Whether somebody without a name is told of first by some words of a sentence."""
        one = self._story.cast.somebody(number)
        return one.number == other.number and thing[0] <= one.at <= thing[1]

    def is_somebody(self, tokens: Sequence[Token]) -> bool:
        """Whether any of some words names a person or is a noun for one."""
        nouns = self._story.cast.nouns
        return any(nouns[token.folded] or any(map(self._story.is_person, token.entities)) for token in tokens)

    def _last(self, other: Told, at: int) -> int:
        """Where a noun ends with what tells whose or where from somebody is."""
        tokens, clause = other.tokens, other.tokens[at].clause
        behind = [one for one in tokens[at + 1 : at + 1 + _OF] if one.clause == clause]
        if not behind:
            return at
        if self._bare and behind[0].content and behind[0].plain.endswith(self._agreement.genitives):
            return at + (not behind[0].mood)
        if behind[0].folded not in self._story.of_words:
            return at
        noun = next((place for place, one in enumerate(behind) if one.content), None)
        return at if noun is None else at + 1 + noun
