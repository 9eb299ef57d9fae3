"""What sentences in a row tell of: "Haldane was founded in 1911. It has made a profit only once. Last year it ..."."""

from collections.abc import Callable, Iterator, Sequence

from bot.domain.claims.comparing.people.which import is_of_another
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import folded
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.designations import Designations
from bot.domain.claims.referring.narrower import Narrower
from bot.domain.claims.referring.nouns.unnamed import aged_bearer, named_next, unnamed, young
from bot.domain.claims.referring.pointers import Pointer, Pointers
from bot.domain.claims.referring.things import Thing, Things

# How many sentences in a row may tell of one thing in words that stand for it.
_LONGEST = 4
# The most words of a time before such a word, "last year it", or behind what it stands for.
_TIME_WORDS = 2


class Chains:
    """One article's rows of sentences, and the nouns for what they tell of."""

    def __init__(self, story: Story, pointers: Pointers, things: Things, designations: Designations) -> None:
        self._story = story
        self._pointers = pointers
        self._things = things
        self._designations = designations
        self._narrower = story.once(Narrower)
        language = story.reading.language
        self._agreement = agreement_of(language.code)
        self._definite = frozenset(map(folded, language.definite))

    def of(self, told: Told, pointer: Pointer, missing: Sequence[Token]) -> Iterator[tuple[Told, list[Token]]]:
        """The sentence that names what a word stands for, and a claim's words for that."""
        if pointer.behind or pointer.verb or not self._opens(told, pointer):
            return
        if pointer.form in self._agreement.latter:
            yield from self._named_last(told, pointer, missing)
            return
        found = self._first_of(told, pointer)
        named = self.wanted(missing, *found) if found is not None else []
        if found is not None and named:
            yield found[0], named

    def _named_last(self, told: Told, pointer: Pointer, missing: Sequence[Token]) -> Iterator[tuple[Told, list[Token]]]:
        """The claim's words for whom or what the sentence before names last: "He asked a lawyer. The latter ..."."""
        if not told.number or not self._is_in_paragraph(told.number - 1, told):
            return
        other = self._story.sentences[told.number - 1]
        people = [(places[-1], one) for one, places in other.named.items() if self._story.is_surely_person(one)]
        last, somebody = max(people, default=(-1, -1))
        named = [token for token in missing if somebody in token.entities]
        if named and self._story.reading.entities[somebody].gender in {"", self._agreement.latter[pointer.form]}:
            yield other, named
        for thing in self._things.of(other, missing):
            if last < thing[1] and self._is_last(other, thing) and self._things.agrees(pointer.form, other, thing):
                yield other, [token for token in missing if not token.keys.isdisjoint(other.places)]

    @staticmethod
    def _is_last(told: Told, thing: Thing) -> bool:
        behind = [token for token in told.tokens[thing[1] + 1 :] if token.content and not token.mood]
        return len(behind) <= _TIME_WORDS

    def _first_of(self, told: Told, pointer: Pointer) -> tuple[Told, Thing] | None:
        """What the sentences before one tell of, as the first of them names it; None where its word is for another."""
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
        pointers = self._pointers.alone(told.number)
        return any(self._opens(told, pointer) for pointer in pointers if not pointer.behind and not pointer.verb)

    def _opens(self, told: Told, pointer: Pointer) -> bool:
        """Whether nobody and nothing but a time is named in a sentence before a word that stands for something."""
        if pointer.at >= 0 and told.tokens[pointer.at].folded in self._story.words.clitics:
            return False
        before = told.tokens[self._pointers.behind_time(told) : max(pointer.at, 0)]
        if before and not pointer.form and before[-1].folded in self._story.leading:
            before = before[:-1]  # "La loro cooperativa".
        if any(token.clause or token.entities or token.folded in self._story.leading for token in before):
            return False
        return sum(token.content for token in before) <= _TIME_WORDS

    def names(self, token: Token, other: Told, thing: Thing) -> bool:
        """Whether a claim's word is one that the article has for a thing; no name of somebody is."""
        if any(map(self._story.is_surely_person, token.entities)):
            return False
        inside = [one for one in other.tokens[thing[0] : thing[1] + 1] if one.content]
        entities = frozenset[int]().union(*(one.entities for one in inside))
        if not entities:
            called = [self._designations.of(one) for one in inside]
            entities = called[-1] if called and len(called[-1]) == 1 else entities
        if any(map(self._is_somebody(inside), entities)):
            return False
        if token.entities & entities or any(not token.keys.isdisjoint(one.keys) for one in inside):
            return True
        meant = self._designations.of(token)
        return bool(meant) and meant <= entities

    def _is_somebody(self, inside: Sequence[Token]) -> Callable[[int], bool]:
        """Tells of whom words are said whether that is a person: "the firm" may be named as people are."""
        named = any(one.text[0].isupper() for one in inside)
        return self._story.is_person if named else self._story.is_surely_person

    def wanted(self, missing: Sequence[Token], other: Told, thing: Thing) -> list[Token]:
        """The words that a sentence lacks and that name a thing."""
        start, end = thing
        while self._agreement.heads_last and self._is_compound(missing, other.tokens[end : end + 2]):
            end += 1
        return [token for token in missing if self.names(token, other, (start, end))]

    @staticmethod
    def _is_compound(missing: Sequence[Token], pair: Sequence[Token]) -> bool:
        """Whether two words stand side by side in a claim too: "a cellar master"."""
        first, second = (*pair, None, None)[:2]
        if first is None or second is None or not second.content or second.entities or first.clause != second.clause:
            return False
        return any(token.before == first.folded and not token.keys.isdisjoint(second.keys) for token in missing)

    def naming(self, missing: Sequence[Token]) -> list[Token]:
        """The words that a sentence lacks and that name somebody or something that the article names."""
        return [token for token in missing if token.entities or self._designations.of(token)]

    # Complexity: what a noun may stand for is asked one thing after the other.
    def called(
        self, missing: Sequence[Token], naming: Sequence[Token], told: Told, at: int, matched: frozenset[int]
    ) -> list[Token]:
        """The words that a sentence lacks and that name whom alone the article calls by the noun at a place.

        `naming` are those of them that name somebody or something at all.
        """
        noun = told.tokens[at]
        if noun.folded in self._agreement.anybody or noun.stem in self._story.words.humans:
            named = self._called_anybody(missing, told, at)
            if named is not None:
                return named
        if not noun.content or _is_no_noun(noun):
            return []
        if noun.folded in self._agreement.generics:
            return self.wider(missing, told, at, matched) or self._of_topic(missing, told, noun)
        bearer = aged_bearer(self._story, told, at) if naming else None
        if bearer is not None:
            return [token for token in naming if bearer in token.entities]
        meant = self._meant(told, at) if naming else frozenset[int]()
        if len(meant) != 1 or self._is_told_apart(told, at, matched, meant):
            return []
        return [token for token in naming if self._may_name(token, meant)]

    def _of_topic(self, missing: Sequence[Token], told: Told, noun: Token) -> list[Token]:
        """The words that a sentence lacks and that name what the article is about, for a noun with an article."""
        named = self._main(missing) if told.number and self._is_known(noun) else []
        return [] if named and self._narrower.is_said_for_other(told, noun, named) else named

    # Complexity: the cheap signs come before those that look at other sentences.
    def wider(self, missing: Sequence[Token], told: Told, at: int, matched: frozenset[int]) -> list[Token]:
        """The name that a sentence lacks, for which alone a noun for its kind stands: "the ship" of "the ferry Boa"."""
        noun = told.tokens[at]
        if not told.number or not noun.broad or noun.entities or not self._is_known(noun):
            return []
        meant = self._designations.wider(noun)
        if len(meant) != 1 or self._is_told_apart(told, at, matched, meant):
            return []
        named = [token for token in missing if token.entities & meant]
        before = self._story.sentences[max(0, told.number - _LONGEST) : told.number] if named else ()
        narrower = [one for other in before for one in other.tokens if self._narrower.covers(noun, one)]
        return named if all(self._designations.of(one) == meant for one in narrower if one.content) else []

    def _called_anybody(self, missing: Sequence[Token], told: Told, at: int) -> list[Token] | None:
        """The words that a sentence lacks and that name whom it calls "the man"; None where that is not sure."""
        somebody = unnamed(self._story, told, at)
        if somebody is not None:
            return self.wanted(missing, *somebody)
        one = young(self._story, told, at)
        return None if one is None else [token for token in missing if one in token.entities]

    def _is_known(self, noun: Token) -> bool:
        return self._is_definite(noun) or bool(self._story.words.definite_endings)

    def _meant(self, told: Told, at: int) -> frozenset[int]:
        """Whom the article calls by a noun."""
        noun = told.tokens[at]
        several = self._agreement.is_plural(noun, noun.before)
        if not noun.entities and (several or self._story.is_stranger(told, noun)):
            return frozenset()
        meant = noun.entities or self._story.called.get(noun.stem) or self._designations.of(noun)
        meant = meant or self._designations.wider(noun)
        if not told.number:
            return meant
        if noun.entities or self._is_definite(noun):
            return meant
        return named_next(self._story, told, noun)  # Not "a firm was fined".

    def _is_definite(self, noun: Token) -> bool:
        endings = self._story.words.definite_endings
        suffixed = bool(endings) and noun.plain.endswith(endings)
        return suffixed or not self._definite or noun.before in self._definite or noun.before in self._story.words.fused

    def _main(self, missing: Sequence[Token]) -> list[Token]:
        """The words that a sentence lacks and that the article's first one opens with: what it all is about."""
        first = self._story.sentences[0]
        opening = self._things.opening(first)
        return [] if opening is None else self.wanted(missing, first, opening)

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
            return person and any(is_of_another(self._story, told, at, one) for one in meant)
        owner = next((place for place in range(at + 2, len(tokens)) if tokens[place].content), None)
        return owner is not None and owner not in matched


def _is_no_noun(token: Token) -> bool:
    return token.value is not None or token.dated or bool(token.signs)
