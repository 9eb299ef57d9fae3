"""What a sentence only points to and the one before it says: "It was due in May" is told of the new timetable."""

from collections.abc import Sequence
from itertools import takewhile

from bot.domain.claims.comparing.alignment import Aligned, align
from bot.domain.claims.comparing.story import Story, Told
from bot.domain.claims.comparing.tokens import Token, content_of
from bot.domain.claims.comparing.wording import PART, folded

# How many sentences back such words are looked for, and the most of them.
_LOOK_BACK, _BORROWED = 2, 3


class Borrowing:
    """One article's sentences, asked for what those behind them point to."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._compounds = story.reading.language.nouns_capitalised
        self._definite = frozenset(map(folded, story.reading.language.definite))
        self._relatives = frozenset(map(folded, story.reading.language.relatives))

    def without(self, aligned: Aligned, missing: list[Token]) -> list[Token]:
        """Less a few words in a row that a word of the sentence stands for, told in the sentences right before it."""
        told = aligned.told
        own = [token for token, _ in aligned.pairs if not token.entities]
        if missing and self._is_named_again(aligned, missing):
            return []
        if not missing or not told.leans or not all(map(self._may_be_borrowed, missing)):
            return missing
        whole = missing[0] is aligned.tokens[0] and self._story.leads_back(told.tokens[0])
        if len(missing) >= min(_BORROWED + 1, len(own) + whole):
            return missing
        opening = next(token for token in aligned.tokens if token.clause == missing[0].clause)
        leaning = self._opens_leaning(told) or (
            self._story.words.omits_subjects and all(token.entities for token in missing)
        )
        if missing[0] is opening and missing[0].before not in self._story.words.ties and not leaning:
            return missing  # Who its first words name does it, and nobody named before.
        counted = any(token.value is not None for token in missing)
        spanning = counted and (len(missing) == 1 or missing[0] is not opening)  # Three climbers may be "they".
        places = [aligned.tokens.index(token) for token in missing]
        if spanning or places[-1] - places[0] >= len(places):
            return missing
        return [] if self._stand_before(told, missing) else missing

    def _is_named_again(self, aligned: Aligned, missing: list[Token]) -> bool:
        """Whether a sentence opens with a thing and the claim adds to it what the sentence before said of it.

        "A fire broke out in Elm Forest. The fire is out": "the fire in Elm Forest is out".
        """
        told, tokens = aligned.told, aligned.tokens
        thing = next((at for at, token in enumerate(told.tokens) if token.content), None)
        head = next((token for token, place in aligned.pairs if place == thing), None)
        if thing is None or head is None or head.entities or not self._is_definite(told, thing):
            return False
        at, absent = tokens.index(head) + 1, set(aligned.missing)
        behind = takewhile(
            lambda place: place in absent and tokens[place].clause == head.clause, range(at, len(tokens))
        )
        added = [tokens[place] for place in behind]
        if not added or len(added) > _BORROWED or added[0].before not in self._story.words.ties:
            return False
        if any(token not in added or token.dated or token.value is not None for token in missing):
            return False
        return told.number > 0 and self._follows(told, head, added)

    def _is_definite(self, told: Told, at: int) -> bool:
        """Whether a sentence's first noun is told as known: "the fire", "focul"."""
        token, endings = told.tokens[at], self._story.words.definite_endings
        suffixed = bool(endings) and not at and token.plain.endswith(endings)
        return suffixed or (at == 1 and token.before in self._definite)

    def _follows(self, told: Told, head: Token, added: list[Token]) -> bool:
        """Whether the sentence before, of the same paragraph, tells of such a thing once and the words behind it."""
        reading, other = self._story.reading, self._story.sentences[told.number - 1]
        start, _ = reading.paragraph_at(reading.sentences[told.number][0])
        things = {place for key in head.keys for place in other.places.get(key, ())}
        if reading.sentences[other.number][0] < start or len(things) != 1:
            return False
        places = align(added, other, self._story.words, compounds=self._compounds).places
        found = [place for place in places if place is not None]
        if len(found) < len(added) or min(found) < max(things) or other.tokens[min(found)].before != added[0].before:
            return False
        return _are_together(other, found, added)

    def _may_be_borrowed(self, token: Token) -> bool:
        """Whether a word may stand for what a sentence only points to: no person and no day."""
        return not token.dated and not any(map(self._story.is_person, token.entities))

    def _opens_leaning(self, told: Told) -> bool:
        """Whether a clause's first word stands for something named before, which no name of its own sentence is."""
        if told.tokens[0].entities:
            return False
        first = told.tokens[0]
        verb = bool(first.signs) or first.mood in {"past", "future"} or first.folded in self._story.words.speaking
        if (self._story.words.omits_subjects and verb) or PART in first.signs:
            return True
        openers = frozenset(told.clauses.openers) - self._relatives
        if not self._story.leading or first.folded in self._story.leading:
            openers = frozenset({first.folded})  # A sentence with a subject of its own may mean that by "it".
        return any(
            token.folded in openers and not token.before and self._story.leads_back(token) for token in told.tokens
        )

    def _stand_before(self, told: Told, missing: Sequence[Token]) -> bool:
        """Whether words stand together in one of the sentences right before, in the same paragraph."""
        reading = self._story.reading
        first, _ = reading.paragraph_at(reading.sentences[told.number][0])
        for number in range(told.number - 1, max(-1, told.number - 1 - _LOOK_BACK), -1):
            if reading.sentences[number][0] < first:
                break
            other = align(missing, self._story.sentences[number], self._story.words, compounds=self._compounds)
            found = [place for place in other.places if place is not None]
            if len(found) == len(missing) and _are_together(other.told, found, missing):
                return True
        return False


def _are_together(told: Told, places: Sequence[int], missing: Sequence[Token]) -> bool:
    """Whether words stand together in a sentence; a number right before what it counts."""
    first, last = min(places), max(places)
    spare = len(content_of(told.tokens[first : last + 1])) - len(set(places))
    if any(token.value is not None for token in missing):
        return spare == 0
    return spare < len(missing) or last - first <= len(places) + 1
