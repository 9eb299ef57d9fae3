"""Whom or what a report tells of, as the next sentence's pronoun: "X's director said the firm would stay. It has ...".

The pronoun is none for the speaker, the noun opens what is said, and nothing else there agrees with the pronoun.
"""

from collections.abc import Iterator, Sequence

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import ANNOUNCED, NEUTRAL, folded
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.pointers import Pointer

_SAYING = frozenset({NEUTRAL, ANNOUNCED})


class OfReport:
    """One article's pronouns for what the sentence before reports of."""

    def __init__(self, story: Story) -> None:
        language = story.reading.language
        self._story = story
        self._agreement = agreement_of(language.code)
        self._ties = (story.words.ties - story.leading) | story.words.fused
        self._ties -= frozenset(map(folded, language.that))
        self._endings = story.words.definite_endings

    def of(
        self, aligned: Aligned, missing: Sequence[Token], pointers: Sequence[Pointer]
    ) -> Iterator[tuple[Pointer, list[Token], int]]:
        """The pronoun, a claim's words for what it means, and the sentence that names that."""
        told = aligned.told
        pointer = next((one for one in pointers if one.subject and one.at == 0), None)
        if pointer is None or told.number < 1 or not missing or self._agreement.is_for_somebody(pointer.form):
            return
        other = self._story.sentences[told.number - 1]
        noun = self._subject(other, pointer)
        if noun is not None and all(self._is_named(token, noun, other) for token in missing):
            yield pointer, list(missing), other.number

    def _is_named(self, token: Token, noun: Token, other: Told) -> bool:
        """Whether a claim's word names a body: by its noun, or by the name that this stands for."""
        if not token.entities:
            return not token.keys.isdisjoint(noun.keys)
        led = noun.before in self._agreement.nouns or noun.text[0].islower()
        return bool(token.entities & ((led and self._owner(other)) or noun.entities))

    def _owner(self, told: Told) -> frozenset[int]:
        """The only body named ahead of what is said, whose office the speaker holds: "X's director said the firm"."""
        said = next(at for at, one in enumerate(told.tokens) if one.signs & _SAYING and not one.entities)
        ahead = [one.entities for one in told.tokens[:said] if one.text[0].isupper()]
        bodies = {one for named in ahead for one in named if not self._story.is_surely_person(one)}
        return frozenset(bodies) if len(bodies) == 1 else frozenset()

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _subject(self, told: Told, pointer: Pointer) -> Token | None:
        """The noun for a body that opens what somebody is reported to say, None for no such or for another rival."""
        tokens = told.tokens
        said = next((at for at, one in enumerate(tokens) if one.signs & _SAYING and not one.entities), None)
        if said is None or not self._is_told_by_other(tokens[:said], pointer):
            return None
        behind = [at for at in range(said + 1, len(tokens)) if tokens[at].content]
        first = behind[0] if behind else said
        noun = tokens[first]
        body = bool(noun.entities) or noun.stem in self._story.words.bodies or noun.folded in self._agreement.generics
        body = body and not any(map(self._story.is_surely_person, noun.entities))
        tied = any(tokens[at].folded in self._ties for at in range(said + 1, first))
        if not behind or not body or tied or not self._fits(pointer, noun):
            return None
        return None if any(self._is_rival(tokens[at], noun, pointer) for at in behind[1:]) else noun

    def _is_told_by_other(self, tokens: Sequence[Token], pointer: Pointer) -> bool:
        """Whether one person is named ahead of a report, and a pronoun cannot mean them."""
        people = {one for token in tokens for one in token.entities if self._story.is_surely_person(one)}
        genders = {self._story.reading.entities[one].gender for one in people}
        if len(people) != 1:
            return False
        forms = self._agreement.pronouns.get(pointer.form, "")
        return self._agreement.is_for_thing(pointer.form) or (genders <= {"m", "f"} and genders.isdisjoint(forms))

    def _fits(self, pointer: Pointer, noun: Token) -> bool:
        article = noun.before if noun.before in self._agreement.nouns else ""
        return self._agreement.agree(pointer.form, noun, article)

    def _is_rival(self, token: Token, noun: Token, pointer: Pointer) -> bool:
        """Whether another noun of what is said may be meant, too."""
        if token.dated or token.value is not None or token.entities & noun.entities or token.mood:
            return False
        led = token.before in self._agreement.nouns or token.before in self._story.leading
        led = led or token.plain.endswith(self._endings or ("\0",))
        return (led or bool(token.entities)) and self._fits(pointer, token)
