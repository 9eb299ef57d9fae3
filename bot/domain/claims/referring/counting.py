"""Numbers and other words for how many that stand alone, and the nouns of the sentences before that they count.

"The yard employs 90 people. Twelve live in the village": "twelve people live in the village".
"""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import PART
from bot.domain.claims.referring.pointers import SURE

# How many sentences back such a noun stands, and behind a number what it counts.
_BACK, _BETWEEN = 1, 3


class Counting:
    """One article's words for how many that stand alone."""

    def __init__(self, story: Story) -> None:
        self._story = story

    def of(self, aligned: Aligned, missing: Sequence[Token]) -> Iterator[tuple[int, list[Token], int]]:
        """Where a word for how many ends, what a claim says that it counts, and the sentence that names that."""
        told = aligned.told
        for token, place in aligned.pairs:
            if not self._counts(told.tokens[place]) or not self._stands_alone(told, place):
                continue
            counted = self._counted(aligned, token, missing)
            number = self._named_before(told, place, counted) if counted else None
            if number is not None:
                yield place + 1, counted, number
        yield from self._both(told, missing)

    def _both(self, told: Told, missing: Sequence[Token]) -> Iterator[tuple[int, list[Token], int]]:
        """The same of a word for two things that are known: "Both were painted in 1904"."""
        both = self._story.words.both
        at = next((at for at, token in enumerate(told.tokens[:_BETWEEN]) if token.folded in both), None)
        if at is None or not self._stands_alone(told, at):
            return
        nouns = [token for token in missing if token.clause == missing[0].clause]
        plain = not any(token.entities or token.dated or token.value is not None for token in nouns)
        number = self._named_before(told, at, nouns) if plain and len(nouns) < _BETWEEN else None
        if number is not None and not self._is_one_of(self._story.sentences[number], nouns[0]):
            yield at + 1, nouns, number

    def _is_one_of(self, other: Told, noun: Token) -> bool:
        """Whether a sentence joins such a thing to another, so that both are not two of the same."""
        joins = self._story.words.joining
        places = [at for key in noun.keys for at in other.places.get(key, ())]
        beside = [one for at in places for one in (*other.tokens[max(0, at - 2) : at], *other.tokens[at + 1 : at + 2])]
        return any(token.folded in joins for token in beside)

    @staticmethod
    def _counts(token: Token) -> bool:
        return (token.value is not None and token.share is None and not token.dated) or PART in token.signs

    def _stands_alone(self, told: Told, at: int) -> bool:
        """Whether nothing stands behind a word, or behind the millions of it, that it could count."""
        words, tokens, number = self._story.words, told.tokens, at
        while at + 1 < len(tokens) and tokens[at + 1].plain in words.magnitudes:
            at += 1 + (tokens[at + 2 : at + 3] != [] and tokens[at + 2].folded in words.partitives)
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        if behind is None or behind.clause != tokens[at].clause:
            return True
        tied = at > number and behind.folded in words.ties - words.partitives  # "Raised 17 thousand with cakes".
        small = words.perfects | words.speaking | words.clitics
        verb = tied or behind.mood in SURE or behind.signs or behind.folded in small
        return bool(verb) and behind.value is None

    def _counted(self, aligned: Aligned, token: Token, missing: Sequence[Token]) -> list[Token]:
        """The words that a sentence lacks right behind a claim's word for how many."""
        at = next(place for place, other in enumerate(aligned.tokens) if other is token)
        found: list[Token] = []
        for other in aligned.tokens[at + 1 :]:
            if other not in missing or other.clause != token.clause or other.entities or other.dated:
                break
            found.append(other)
        return found

    def _named_before(self, told: Told, at: int, counted: Sequence[Token]) -> int | None:
        """The sentence that names what is counted: the same one before, or one right before it."""
        clauses = told.tokens[at].clause
        own = {key for token in told.tokens[:at] if token.clause < clauses for key in token.keys}
        if all(not token.keys.isdisjoint(own) for token in counted):
            return told.number
        for number in range(told.number - 1, max(-1, told.number - 1 - _BACK), -1):
            other = self._story.sentences[number]
            if all(not token.keys.isdisjoint(other.places) for token in counted):
                return number if self._may_be_counted(other, counted) else None
        return None

    @staticmethod
    def _may_be_counted(other: Told, counted: Sequence[Token]) -> bool:
        """Whether words are of what a sentence has a number of, where it has one: of the euros, not of the town."""
        tokens = other.tokens
        numbers = [at for at, token in enumerate(tokens) if token.value is not None and not token.dated]
        near = {key for at in numbers for token in tokens[at : at + 1 + _BETWEEN] for key in token.keys}
        return not numbers or any(not token.keys.isdisjoint(near) for token in counted)


def only_counts(aligned: Aligned, put_in: range) -> bool:
    """Whether a claim takes of a sentence no more than how many there are of what was put in behind that number."""
    tokens = aligned.told.tokens
    own = [at for at in aligned.matched if at not in put_in]
    return not [at for at in own if at >= put_in.stop or tokens[at].value is None]
