"""Words that stand for a time or a place named before.

"The dam was built in 1911. Since then it has broken twice". "The school is in Elm. There 90 pupils learn".
"""

from collections.abc import Iterator, Mapping, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.referring.agreement import agreement_of

_LONGEST = 3
_YEARS = frozenset(range(1000, 2100))
_DAYS = frozenset(range(1, 32))


class Circumstances:
    """One article's words that stand for a time or a place."""

    def __init__(self, story: Story) -> None:
        self._story = story
        agreement = agreement_of(story.reading.language.code)
        self._thens, self._theres, self._days = agreement.thens, agreement.theres, agreement.then_days

    # Complexity: a year, a day and a place are each asked for, and each may be another.
    def of(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[tuple[int, int, str, list[Token]]]:
        """Where such words stand and how many they are, the preposition for them, and what a claim says for them.

        It is the only year, or the only place, of the sentence right before.
        """
        told = aligned.told
        if not told.number:
            return
        before = self._story.sentences[told.number - 1]
        times = [token for token in missing if _is_year(token)]
        if times and all(not token.keys.isdisjoint(before.places) for token in times) and _is_alone(before, times):
            yield from self._found(told, self._thens, times)
        days = [token for token in missing if token.dated] if self._days else []
        if days and all(not token.keys.isdisjoint(before.places) for token in days) and _is_alone(before, days):
            numbers = [token for token in missing if token.value in _DAYS and not token.keys.isdisjoint(before.places)]
            yield from self._found(told, self._days, sorted((*numbers, *days), key=lambda token: token.start))
        places = [token for token in missing if self._is_place(token.entities)]
        if places and self._is_only_place(before, places):
            yield from self._found(told, self._theres, places)

    def _is_place(self, entities: frozenset[int]) -> bool:
        return bool(entities) and not any(map(self._story.is_surely_person, entities))

    def _is_only_place(self, told: Told, places: Sequence[Token]) -> bool:
        named = {entity for entity in told.named if self._is_place(frozenset({entity}))}
        return len(named) == 1 and all(token.entities & named for token in places)

    @staticmethod
    def _found(told: Told, words: Mapping[str, str], said: list[Token]) -> Iterator[tuple[int, int, str, list[Token]]]:
        tokens = told.tokens
        for at in range(len(tokens)):
            for length in range(1, min(_LONGEST, len(tokens) - at) + 1):
                tie = words.get("-".join(token.folded for token in tokens[at : at + length]))
                if tie is not None:
                    yield at, length, tie, said


def _is_year(token: Token) -> bool:
    return token.value in _YEARS and token.text.isdigit()


def is_time(token: Token) -> bool:
    """Whether a word is a day, a month or a year."""
    return token.dated or _is_year(token)


def _is_alone(told: Told, times: Sequence[Token]) -> bool:
    """Whether a sentence names one time only: no other year, and no day."""
    keys = frozenset[str]().union(*(token.keys for token in times))
    return all(not token.keys.isdisjoint(keys) for token in told.tokens if is_time(token))
