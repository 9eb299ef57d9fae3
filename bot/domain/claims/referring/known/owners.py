"""Whose a thing is of which a sentence tells without a name, where a claim has it be another's.

possessive   "The town sold the mill. The mill has 9 rooms. Its roof leaks": the mill's roof, not the town's
had          "The mill has 9 rooms, of which 3 are empty": of the mill's rooms, not of the town's
"""

from collections.abc import Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import folded
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.narrower import Narrower
from bot.domain.claims.referring.things import Thing, Things

# How many words stand between a thing and whose it is, and between a possessive and its noun.
_TIED, _OWNED = 3, 3


class Possessors:
    """One article's sentences, asked whose the things are that they tell of."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._things = story.once(Things)
        self._agreement = agreement_of(story.reading.language.code)
        self._definite = frozenset(map(folded, story.reading.language.definite))
        self._narrower = story.once(Narrower)
        self._owners = frozenset(self._agreement.owners) | story.cast.nouns.owners

    def is_another(self, tokens: Sequence[Token], aligned: Aligned, token: Token) -> bool:
        """Whether a word that a sentence lacks is whose a thing is that the sentence tells to be another's.

        `tokens` are all of the claim's.
        """
        noun = self.thing(tokens, tokens.index(token))
        head = next((place for one, place in aligned.pairs if one is noun), None)
        if head is None:
            return False
        told = self._story.sentences[aligned.told.number]  # Not a statement made of it.
        word = aligned.told.tokens[head].folded
        head = next((at for at, one in enumerate(told.tokens) if one.folded == word), None)
        return head is not None and (self._is_had(told, head) or self._is_pointed(told, head, token))

    def thing(self, tokens: Sequence[Token], at: int) -> Token | None:
        """The noun of a claim of which a word tells whose it is; None where it tells of none."""
        token = tokens[at]
        if token.value is not None or token.dated:
            return None
        if token.owner:
            behind = [one for one in tokens[at + 1 : at + 1 + _TIED] if one.value is None and one.content]
            return behind[0] if behind and behind[0].clause == token.clause else None
        if not self._is_tied(tokens, at):
            return None
        ahead = next((one for one in reversed(tokens[:at]) if one.content), None)
        return ahead if ahead is not None and ahead.clause == token.clause else None

    def _is_tied(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word before a noun, with its article or none, or its case may tell that something is of it."""
        of, token = self._story.words.special["chaining"], tokens[at]
        apart = at > 0 and token.before in self._story.leading and tokens[at - 1].before in of
        cased = bool(self._agreement.genitives) or self._story.words.free_order
        return apart or cased or token.before in of or token.before in self._story.reading.language.genitives

    def _is_had(self, told: Told, head: int) -> bool:
        """Whether what a sentence opens with, told as known, is told to have a thing."""
        opening = self._things.opening(told)
        if opening is None or opening[1] >= head or opening[0] > 0 or self._is_somebody(told, opening):
            return False
        tokens = told.tokens
        between = tokens[opening[1] + 1 : head]
        has = self._story.words.special["has_what"]
        led = tokens[0].folded in self._definite or bool(self._story.words.definite_endings)
        others = any(one.content and one.value is None for one in between if one.folded not in has)
        return led and not others and any(one.folded in has for one in between[:1])

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _is_pointed(self, told: Told, head: int, token: Token) -> bool:
        """Whether a possessive tells whose a thing is, and the sentence right before opens with another than a word."""
        form = self._possessive(told, head)
        if not form or not told.number:
            return False
        reading, other = self._story.reading, self._story.sentences[told.number - 1]
        start, _ = reading.paragraph_at(reading.sentences[told.number][0])
        if reading.sentences[other.number][0] < start or self._has(other, token):
            return False
        opening = self._things.opening(other)
        if opening is None or self._is_somebody(other, opening) or self._leans(other, opening):
            return False
        noun = other.tokens[opening[1] if self._agreement.heads_last else max(opening[0], self._first(other, opening))]
        article = other.tokens[opening[0]].folded
        wide = noun.folded in self._agreement.generics or noun.stem in self._story.words.bodies
        if (wide and token.entities) or self._narrower.covers(noun, token):
            return False  # "The vessel" is the ferry, and "the company" the one that is named.
        if self._story.cast.nouns[told.tokens[head].folded] and not self._goes_on(other, noun):
            return False  # "The union is pleased. The bath costs four euros. Its chairman ...": the union's.
        return self._agreement.may_own(form, noun, article if article in self._agreement.nouns else "")

    def _goes_on(self, told: Told, noun: Token) -> bool:
        """Whether the sentence before one tells of what this one opens with, by its noun or a narrower one."""
        before = self._story.sentences[told.number - 1].tokens if told.number else ()
        return any(not noun.keys.isdisjoint(one.keys) or self._narrower.covers(noun, one) for one in before)

    def _possessive(self, told: Told, head: int) -> str:
        """The possessive beside a thing that means nobody; "" for none."""
        tokens = told.tokens
        beside = [*tokens[max(0, head - _OWNED) : head], *tokens[head + 1 : head + 2]]
        for one in beside:
            owner = self._story.is_possessive(one) or one.folded in self._owners
            if owner and one.clause == tokens[head].clause and one.unnamed < 0:
                return "" if any(map(self._story.is_surely_person, one.entities)) else one.folded
        return ""

    @staticmethod
    def _has(told: Told, token: Token) -> bool:
        return not token.keys.isdisjoint(told.places) or not token.entities.isdisjoint(told.named)

    def _leans(self, told: Told, opening: Thing) -> bool:
        """Whether a sentence opens with a word for what the one before tells of, or leaves out who does it."""
        ahead = told.tokens[: opening[0] + 1]
        verb = told.tokens[opening[1]]
        alone = opening[0] == opening[1] and self._story.words.omits_subjects and not verb.entities
        pointing = [one for one in ahead if one.folded not in self._story.leading and self._story.leans(one)]
        return (alone and bool(verb.mood)) or bool(pointing)

    def _is_somebody(self, told: Told, opening: Thing) -> bool:
        """Whether a sentence opens with a person."""
        nouns = self._story.cast.nouns
        inside = told.tokens[opening[0] : opening[1] + 1]
        return any(nouns[one.folded] or any(map(self._story.is_surely_person, one.entities)) for one in inside)

    @staticmethod
    def _first(told: Told, opening: Thing) -> int:
        return next(at for at in range(opening[0], opening[1] + 1) if told.tokens[at].content)
