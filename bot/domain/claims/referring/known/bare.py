"""Whose a thing is that a sentence tells without saying whose: "The roof was torn off" behind several buildings."""

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.people.meant.owners import is_another_owner
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import folded
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.known.owners import Possessors
from bot.domain.claims.referring.posts.nearest import speaks_for_farther

# How many sentences back whose it is is told, and how many words stand between a thing and whose it is.
_BACK, _TIED = 2, 3
_OPENING, _NAMED = 3, 5
_PLACE = "place"


class BareThings:
    """One article's sentences, asked whose the things are of which they do not say so."""

    def __init__(self, story: Story) -> None:
        self._story = story
        language = story.reading.language
        self._possessors = story.once(Possessors)
        self._mine = {folded(word) for word, who in language.possessives.items() if who == "1"}
        self._mine -= agreement_of(language.code).ours
        self._contrasts = story.words.special["contrast_openers"]

    def is_anothers(self, tokens: Sequence[Token], aligned: Aligned, token: Token) -> bool:
        """Whether a word tells whose a thing is, and the sentence or those before it tell that it is another's.

        `tokens` are all of the claim's.
        """
        thing = self._possessors.thing(tokens, tokens.index(token))
        if thing is None or thing not in aligned.tokens:  # Asked of every word that is missing: no generator.
            return False
        place = aligned.places[aligned.tokens.index(thing)]
        if place is None:
            return False
        if self._is_speakers(aligned.told, place, token):
            return True
        tied = [(told, at) for told in self._holding(token) for at in self._tied(told, thing, token)]
        if tied:
            return self._is_held_by_another(tokens, thing, tied)
        deed = thing.stem in self._story.words.referring  # Whose that is is known by who does it.
        return not deed and self.is_passed_over(aligned.told, token)

    def _is_speakers(self, told: Told, place: int, token: Token) -> bool:
        """Whether a thing is told of as that of somebody who speaks, and of whom a word is no name: "my brother"."""
        speaker = told.quoted[place]
        if speaker is None or speaker < 0 or told.tokens[place - 1].folded not in self._mine or not place:
            return False
        return speaker not in token.entities | self._story.called.get(token.stem, frozenset())

    def _is_held_by_another(self, tokens: Sequence[Token], thing: Token, tied: Sequence[tuple[Told, int]]) -> bool:
        """Whether a claim names somebody beside what they are, and the article nobody but others beside it."""
        named = self._beside(tokens, tokens.index(thing))
        others = [self._beside(told.tokens, at) for told, at in tied] if named else []
        return bool(others) and all(one and one.isdisjoint(named) for one in others)

    def _beside(self, tokens: Sequence[Token], at: int) -> frozenset[int]:
        """Whom the words name that stand right behind a noun and what it is of."""
        behind = (one for one in tokens[at + 1 : at + 1 + _NAMED] if one.clause <= tokens[at].clause + 1)
        people = ([one for one in token.entities if self._story.is_surely_person(one)] for token in behind)
        return frozenset(next((one for one in people if one), ()))

    def bars(self, missing: Sequence[Token], told: Told, at: int) -> bool:
        """Whether a title without an owner at a place of a sentence cannot be of what a role tells it is of."""
        if any(one.value is not None or self.is_passed_over(told, one) for one in missing):
            return True
        theirs = all(is_another_owner(self._story, told, one, at) for one in missing)
        return theirs or speaks_for_farther(missing, told, at, self._story)

    def is_passed_over(self, told: Told, token: Token) -> bool:
        """Whether the sentences right before one tell of another of a word's kind, and of it behind that or not."""
        if self._places(told, token):
            return False
        for other in reversed(self._story.sentences[max(0, told.number - _BACK) : told.number]):
            places, rivals = self._places(other, token), self._rivals(other, token)
            if places and all(self._is_contrasted(other, at) for at in places):
                return True
            if places or rivals:
                nearer = [other.tokens[at] for at in rivals if not places or at < places[0]]
                return any(self._first(one) < self._first(token) for one in nearer)
            if any(one.stem in self._story.words.bodies for one in other.tokens[:_OPENING]):
                return False  # "The company denies it" may stand for one that is named.
        return False

    def _is_contrasted(self, told: Told, at: int) -> bool:
        """Whether a word stands in a clause set against the one before: "the school is hit, while the church ..."."""
        ahead = [one.folded for one in told.tokens[:at] if one.clause]
        return not self._contrasts.isdisjoint([*ahead, *map("-".join, pairwise(ahead))])

    def _first(self, token: Token) -> tuple[int, int]:
        """Where an article first tells of a word: the sentence's number, and the place there."""
        told = self._holding(token)[:1]
        return (told[0].number, min(self._places(told[0], token), default=0)) if told else (0, 0)

    def _holding(self, token: Token) -> list[Told]:
        """The sentences that have a word, in order."""
        keys = (*token.keys, *(f"@{one}" for one in token.entities))
        return [
            self._story.sentences[number] for number in sorted({at for key in keys for at in self._story.holding(key)})
        ]

    def _rivals(self, told: Told, token: Token) -> list[int]:
        """Where a sentence has another of the same kind as a word: a building, a vehicle, a firm."""
        kinds = self._kinds(token)
        return [
            at
            for at, one in enumerate(told.tokens)
            if (one.narrow & token.narrow or not kinds.isdisjoint(self._kinds(one)))
            and one.keys.isdisjoint(token.keys)
            and one.entities.isdisjoint(token.entities)
            and not one.broad & token.narrow
            and not self._are_of_one(told.tokens, at, token)
        ]

    def _are_of_one(self, tokens: Sequence[Token], at: int, token: Token) -> bool:
        """Whether a word is of the noun at a place: "the ministry of culture"."""
        small = self._story.of_words | self._story.leading | self._story.words.fused
        behind = next((one for one in tokens[at + 1 : at + 1 + _TIED] if one.folded not in small), None)
        return behind is not None and not (behind.keys.isdisjoint(token.keys) or behind.before == tokens[at].folded)

    def _kinds(self, token: Token) -> set[str]:
        """What a name may be the name of; nothing for a place, of which all else may be."""
        entities = self._story.reading.entities
        return {entities[one].kind.value for one in token.entities if token.text[0].isupper()} - {_PLACE}

    def _places(self, told: Told, token: Token) -> list[int]:
        found = {at for key in token.keys for at in told.places.get(key, ())}
        return sorted(found.union(*(told.named.get(one, ()) for one in token.entities)))

    def _tied(self, told: Told, thing: Token, token: Token) -> list[int]:
        """Where a sentence has a thing with whose it is beside it."""
        owners = self._places(told, token)
        things = sorted({at for key in thing.keys for at in told.places.get(key, ())}) if owners else []
        clauses = [one.clause for one in told.tokens]
        return [at for at in things if any(abs(at - one) <= _TIED and clauses[at] == clauses[one] for one in owners)]
