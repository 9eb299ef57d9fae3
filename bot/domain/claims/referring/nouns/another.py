"""Tells that a sentence tells of another than a claim does: "another ferry was sold", "the other left"."""

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import folded
from bot.domain.claims.referring.agreement import agreement_of


class Another:
    """One article's nouns for another of a kind than one that it has named before."""

    def __init__(self, story: Story) -> None:
        language = story.reading.language
        self._story = story
        self._new = frozenset(map(folded, language.indefinite)) | story.words.others
        suffixed = bool(story.words.definite_endings) or not language.definite
        self._led = frozenset[str]() if suffixed else story.leading | story.words.fused | {""}
        self._formers = agreement_of(language.code).formers

    def is_named(self, claim: Clauses, aligned: Aligned, name: Token) -> bool:
        """Whether a claim puts a name to a noun that the sentence has for another: "the Codrin", "an earlier one".

        The article has named it before, so that "a satellite" is not how it is brought in.
        """
        if not name.text[0].isupper() or not aligned.told.number:
            return False
        at = claim.tokens.index(name)
        beside = [*claim.tokens[max(0, at - 1) : at], *claim.tokens[at + 1 : at + 2]]
        place = next((place for one, place in aligned.pairs for noun in beside if one is noun), None)
        told = aligned.told.tokens
        if place is None or told[place].entities:
            return False
        behind = [one.folded for one in told[place + 1 : place + 2]]
        new = told[place].before in self._new | self._formers or not self._formers.isdisjoint(behind)
        return new and self._is_named_before(name, aligned.told.number)

    # Complexity: what a noun may mean is asked one thing after the other.
    def is_nobody_there(self, aligned: Aligned, noun: Token) -> bool:
        """Whether a claim's noun calls people whom a sentence does not mean: it points to others, "stole his car"."""
        led = not self._led or noun.before in self._led  # "The cyclist", and not "o clube ciclista".
        people = self._story.called.get(noun.stem, frozenset()) if led and not noun.entities else frozenset[int]()
        told, sentences = aligned.told, self._story.sentences
        if not people or told.subject in people or not people.isdisjoint(told.named):
            return False
        if any(people.isdisjoint(sentences[at].named) for at in self._story.holding(noun.stem)):
            return False  # "The drivers", of whom the mayor was one.
        pointing = (one for one in told.tokens if one.entities and (one.text[0].islower() or one is told.tokens[0]))
        others = any(any(map(self._story.is_surely_person, one.entities)) for one in pointing)
        others = others or any(one.unnamed >= 0 and at not in aligned.matched for at, one in enumerate(told.tokens))
        return others or (self._story.words.omits_subjects and told.subject is not None)

    def _is_named_before(self, name: Token, number: int) -> bool:
        story = self._story
        if not name.entities:
            return any(min(story.holding(key), default=number) < number for key in name.keys)
        entities, start = story.reading.entities, story.reading.sentences[number][0]
        return any(one.start < start for entity in name.entities for one in entities[entity].mentions[:1])

    def is_left_out(self, aligned: Aligned) -> bool:
        """Whether "the other" stands alone before what a claim takes from a sentence: "the other because he left"."""
        first = min((place for _, place in aligned.pairs), default=0)
        tokens = aligned.told.tokens[: first + 1]
        alone = (at for at, token in enumerate(tokens[:-1]) if token.folded in self._story.words.others)
        return any(tokens[at + 1].clause == tokens[at].clause + 1 == tokens[first].clause for at in alone)
