"""What sentences in a row tell of: "Haldane was founded in 1911. It has made a profit only once. Last year it ..."."""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.referring.designations import Designations
from bot.domain.claims.referring.pointers import Pointer, Pointers
from bot.domain.claims.referring.things import Thing, Things

# How many sentences in a row may tell of one thing in words that stand for it.
_LONGEST = 4
# The most words of a time before such a word: "last year it".
_TIME_WORDS = 2


class Chains:
    """One article's rows of sentences, and the nouns for what they tell of."""

    def __init__(self, story: Story, pointers: Pointers, things: Things, designations: Designations) -> None:
        self._story = story
        self._pointers = pointers
        self._things = things
        self._designations = designations

    def before(self, told: Told, pointer: Pointer) -> tuple[Told, Thing] | None:
        """What the sentences before one tell of, as the first of them names it; None where its word is for another."""
        if pointer.behind or pointer.verb or not self._opens(told, pointer):
            return None
        for back in range(1, _LONGEST + 1):
            number = told.number - back
            if number < 0 or not self._is_in_paragraph(number, told):
                return None
            other = self._story.sentences[number]
            if self._goes_on(other):
                continue
            opening = self._things.opening(other)
            if opening is None or not self._things.agrees(pointer.form, other, opening):
                return None
            return other, opening
        return None

    def _is_in_paragraph(self, number: int, told: Told) -> bool:
        reading = self._story.reading
        start, _ = reading.paragraph_at(reading.sentences[told.number][0])
        return reading.sentences[number][0] >= start

    def _goes_on(self, told: Told) -> bool:
        """Whether a sentence tells of what the one before does, in a word for it or in none."""
        pointers = self._pointers.of(Aligned(told, [], []))
        return any(self._opens(told, pointer) for pointer in pointers if not pointer.behind and not pointer.verb)

    def _opens(self, told: Told, pointer: Pointer) -> bool:
        """Whether nobody and nothing but a time is named in a sentence before a word that stands for something."""
        if pointer.at >= 0 and told.tokens[pointer.at].folded in self._story.words.clitics:
            return False
        before = told.tokens[: max(pointer.at, 0)]
        if any(token.clause or token.entities or token.folded in self._story.leading for token in before):
            return False
        return sum(token.content for token in before) <= _TIME_WORDS

    def names(self, token: Token, other: Told, thing: Thing) -> bool:
        """Whether a claim's word is one that the article has for a thing."""
        inside = [one for one in other.tokens[thing[0] : thing[1] + 1] if one.content]
        entities = frozenset[int]().union(*(one.entities for one in inside))
        if not entities:
            called = [self._designations.of(one) for one in inside]
            entities = called[-1] if called and len(called[-1]) == 1 else entities
        if any(map(self._story.is_person, entities)):
            return False
        if token.entities & entities or any(not token.keys.isdisjoint(one.keys) for one in inside):
            return True
        meant = self._designations.of(token)
        return bool(meant) and meant <= entities

    def wanted(self, missing: Sequence[Token], other: Told, thing: Thing) -> list[Token]:
        """The words that a sentence lacks and that name a thing."""
        return [token for token in missing if self.names(token, other, thing)]

    def called(self, missing: Sequence[Token], told: Told, at: int, matched: frozenset[int]) -> list[Token]:
        """The words that a sentence lacks and that name whom alone the article calls by the noun at a place."""
        noun = told.tokens[at]
        if not noun.content or noun.value is not None or noun.dated or noun.signs:
            return []
        meant = noun.entities or self._story.called.get(noun.stem) or self._designations.of(noun)
        if len(meant) != 1 or self._is_told_apart(told, at, matched, meant):
            return []
        return [token for token in missing if self._may_name(token, meant)]

    def _may_name(self, token: Token, meant: frozenset[int]) -> bool:
        return bool(token.entities & meant) or (not token.entities and self._designations.of(token) == meant)

    def _is_told_apart(self, told: Told, at: int, matched: frozenset[int], meant: frozenset[int]) -> bool:
        """Whether a noun stands beside a name, or is told to be of something that a claim leaves out."""
        tokens = told.tokens
        beside = [tokens[place] for place in (at - 1, at + 1) if 0 <= place < len(tokens)]
        person = any(map(self._story.is_person, meant))
        named = [token.entities for token in beside if token.entities and token.text[0].isupper()]
        if any(any(map(self._story.is_person, entities)) is person for entities in named):
            return True  # "The head of the firm Ann Holm" is another than the firm.
        tie = tokens[at + 1 : at + 2]
        if not tie or tie[0].folded not in self._story.of_words:
            return False
        owner = next((place for place in range(at + 2, len(tokens)) if tokens[place].content), None)
        return owner is not None and owner not in matched
