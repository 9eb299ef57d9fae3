"""Words that stand for a time named before: "The dam was built in 1911. Since then it has broken twice"."""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.rules.grammar import is_year

_LONGEST = 3


class Dating:
    """One article's words that stand for a time."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._thens = agreement_of(story.reading.language.code).thens

    def of(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[tuple[int, int, str, list[Token]]]:
        """Where such words stand and how many they are, the preposition for them, and the time that a claim says.

        It is the only one of the sentence right before.
        """
        told = aligned.told
        times = [token for token in missing if is_year(token)]
        if not times or not told.number or not self._thens:
            return
        before = self._story.sentences[told.number - 1]
        if any(token.keys.isdisjoint(before.places) for token in times) or not _is_alone(before, times):
            return
        for at, length, tie in self._words(told):
            yield at, length, tie, times

    def _words(self, told: Told) -> Iterator[tuple[int, int, str]]:
        tokens = told.tokens
        for at in range(len(tokens)):
            for length in range(1, min(_LONGEST, len(tokens) - at) + 1):
                tie = self._thens.get("-".join(token.folded for token in tokens[at : at + length]))
                if tie is not None:
                    yield at, length, tie


def _is_time(token: Token) -> bool:
    return token.dated or is_year(token)


def _is_alone(told: Told, times: Sequence[Token]) -> bool:
    """Whether a sentence names one time only: no other year, and no day."""
    keys = frozenset[str]().union(*(token.keys for token in times))
    return all(not token.keys.isdisjoint(keys) for token in told.tokens if _is_time(token))
