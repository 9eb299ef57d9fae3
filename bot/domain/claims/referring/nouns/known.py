"""A thing told of as known, of which a claim adds what a sentence before said: "that report", "the report of 2017"."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from bot.domain.claims.comparing.alignment import Aligned, align
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told, content_of
from bot.domain.claims.comparing.wording import folded

# How many words a claim may add, and how many sentences back what a demonstrative points to stands.
_ADDED, _BACK = 3, 3


class KnownThings:
    """One article's nouns that stand for a thing told of before."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._compounds = story.reading.language.nouns_capitalised
        self._definite = frozenset(map(folded, story.reading.language.definite))
        words = story.words
        articles = self._definite & frozenset(map(folded, story.reading.language.relatives))
        self._pointing = words.anaphors - words.clitics - words.fused - articles

    def adds(self, aligned: Aligned, missing: Sequence[Token]) -> bool:
        """Whether a claim adds to a thing that a sentence tells of as known what a sentence before said of it.

        "A fire broke out in Elm Forest. The fire is out": "the fire in Elm Forest is out". A demonstrative points back
        from anywhere in a sentence, by a year too.
        """
        if not aligned.told.number or len(missing) > _ADDED:
            return False
        return any(
            self._adds_to(aligned, missing, head, pointed=pointed) for head, pointed in self._known_things(aligned)
        )

    def _known_things(self, aligned: Aligned) -> Iterator[tuple[Token, bool]]:
        """The claim's words for things told of as known, with whether a demonstrative points to them."""
        told = aligned.told
        first = next((at for at, token in enumerate(told.tokens) if token.content), None)
        for token, place in aligned.pairs:
            if token.entities:
                continue
            pointed = place > 0 and self._points(told.tokens[place - 1])
            if pointed or (place == first and self._is_definite(told, place)):
                yield token, pointed

    def _points(self, token: Token) -> bool:
        """Whether a word right before a noun is a demonstrative: "that report"."""
        return token.folded in self._pointing and not token.entities and not self._story.is_possessive(token)

    def _adds_to(self, aligned: Aligned, missing: Sequence[Token], head: Token, *, pointed: bool) -> bool:
        added = _missing_behind(aligned, head)
        if not added or len(added) > _ADDED or added[0].before not in self._story.words.ties:
            return False
        counted = any(token.dated or token.value is not None for token in missing)
        if (counted and not pointed) or any(token not in added for token in missing):
            return False
        back = range(aligned.told.number - 1, max(-1, aligned.told.number - 1 - (_BACK if pointed else 1)), -1)
        other = next((number for number in back if not pointed or self._has(number, head)), None)
        return other is not None and self._follows(aligned.told, self._story.sentences[other], head, added)

    def _has(self, number: int, head: Token) -> bool:
        return any(key in self._story.sentences[number].places for key in head.keys)

    def _is_definite(self, told: Told, at: int) -> bool:
        """Whether a sentence's first noun is told as known: "the fire", "focul"."""
        token, endings = told.tokens[at], self._story.words.definite_endings
        suffixed = bool(endings) and not at and token.plain.endswith(endings)
        return suffixed or (at == 1 and token.before in self._definite)

    def _follows(self, told: Told, other: Told, head: Token, added: list[Token]) -> bool:
        """Whether a sentence before, of the same paragraph, tells of such a thing once and the words behind it."""
        reading = self._story.reading
        start, _ = reading.paragraph_at(reading.sentences[told.number][0])
        things = {place for key in head.keys for place in other.places.get(key, ())}
        if reading.sentences[other.number][0] < start or len(things) != 1:
            return False
        places = align(added, other, self._story.words, compounds=self._compounds).places
        found = [place for place in places if place is not None]
        if len(found) < len(added) or min(found) < max(things) or other.tokens[min(found)].before != added[0].before:
            return False
        return are_together(other, found, added)


def _missing_behind(aligned: Aligned, head: Token) -> list[Token]:
    """What a sentence lacks of the words right behind one of a claim's, in its clause."""
    tokens, absent = aligned.tokens, set(aligned.missing)
    behind = range(tokens.index(head) + 1, len(tokens))
    lacked = takewhile(lambda place: place in absent and tokens[place].clause == head.clause, behind)
    return [tokens[place] for place in lacked]


def are_together(told: Told, places: Sequence[int], missing: Sequence[Token]) -> bool:
    """Whether words stand together in a sentence; a number right before what it counts."""
    first, last = min(places), max(places)
    spare = len(content_of(told.tokens[first : last + 1])) - len(set(places))
    if any(token.value is not None for token in missing):
        return spare == 0
    return spare < len(missing) or last - first <= len(places) + 1
