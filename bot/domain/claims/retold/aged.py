"""A role that tells an age too: "41-year-old farrier" of "Farrier Ann Holm, 41, ..."."""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.wording import folded
from bot.domain.claims.referring.nouns.ages import Ages
from bot.domain.claims.retold.asked import Asked, spoken

_OLDEST = 120


class AgedRoles:
    """One article's."""

    def __init__(self, story: Story) -> None:
        self._story, self._ages = story, story.once(Ages)
        self._of = story.of_words | story.words.partitives

    def ways(self, entity: int, role: str) -> Iterator[Sequence[Asked]]:
        """A role without the age that it tells, where the article tells the same age of its bearer."""
        words = role.split()
        tokens = self._story.said(role).tokens if any(word[:1].isdigit() for word in words) else ()
        ages = [token.value for token in tokens if token.value is not None]
        if len(ages) != 1 or ages[0] >= _OLDEST or self._ages.of(entity) != {ages[0]}:
            return
        rest = self._without_age(words)
        if rest and len(rest) < len(words):
            yield (Asked(spoken(rest)),)

    def _without_age(self, words: Sequence[str]) -> list[str]:
        """Words without those of an age: "41-year-old", "de 41 ans", "de 41 de ani"."""
        at = next(place for place, word in enumerate(words) if word[:1].isdigit())
        first, last = at, at
        if "-" in words[at]:
            return [*words[:at], *words[at + 1 :]]
        while last + 1 < len(words) and folded(words[last + 1]) in self._of:
            last += 1
        if last + 1 >= len(words) or folded(words[last + 1]) not in self._ages.words:
            return []
        last += 1
        while first and (folded(words[first - 1]) in self._of or folded(words[first - 1]) in self._ages.words):
            first -= 1
        return [*words[:first], *words[last + 1 :]]
