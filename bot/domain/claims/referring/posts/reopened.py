"""Whom a sentence calls by their age and a noun that says what they are, named right before it.

opening   "Ann Holm found a purse. The 34-year-old teacher handed it in."
apposed   "Ann Holm found a purse. A teacher from Selby, she handed it in."
inside    "Irene Fabbri found the cat of Aldo Marchi. The 37-year-old postwoman took it to the fisherman."
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import ANNOUNCED, NEUTRAL
from bot.domain.claims.referring.nouns.ages import Ages

_TIMES = {"past", "future", "conditional"}
# How many words stand between an age and the noun behind it, and before an age that stands behind.
_WORDS, _AHEAD = 3, 6
_COUPLE = 2
_GENDERS = {"m", "f"}


class Reopened:
    """One article's."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._language = story.reading.language
        self._ages = story.once(Ages)

    def of(self, entity: int) -> dict[int, list[list[int]]]:
        """By the number of a sentence the places of the words that say what somebody is."""
        return self._found.get(entity, {})

    @cached_property
    def _found(self) -> dict[int, dict[int, list[list[int]]]]:
        found: dict[int, dict[int, list[list[int]]]] = {}
        for told in self._story.sentences[1:]:
            for entity, places in self._in(told):
                found.setdefault(entity, {}).setdefault(told.number, []).append(places)
        return found

    def _in(self, told: Told) -> Iterator[tuple[int, list[int]]]:
        """Whom a sentence means by an age and a noun, and whom by another noun beside them."""
        opening = self._opening(told.tokens)
        if opening is None:
            if told.clauses.marks[1:2] == [","]:
                yield from self._apposed(told)
            return
        noun, places, age = opening
        named = self._named(told.number - 1)
        one = self._meant(told, noun, age, named)
        if one is None:
            return
        yield one, places
        others = [other for other in named if other != one]
        if len(named) == _COUPLE and not self._named(told.number):
            yield from ((others[0], inside) for inside in self._second(told, places[-1], one, others[0]))

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _apposed(self, told: Told) -> Iterator[tuple[int, list[int]]]:
        """Whom a pronoun stands for, or a verb without a subject, before which a clause says what they are."""
        tokens = told.tokens
        if tokens[0].entities or not [1 for token in tokens[:_WORDS] if not token.clause and self._is_role(token)]:
            return
        inside = [at for at, token in enumerate(tokens) if not token.clause]
        behind = [token for token in tokens if token.clause == 1]
        verbs = any(tokens[at].mood in _TIMES or self._names_somebody(tokens[at]) for at in inside)
        if verbs or len(behind) <= _WORDS or told.quoted[0] is not None:
            return  # "Mayor of Selby, | she says, | is no easy office."
        pronoun = self._story.pronoun_form(behind[0])
        omitted = self._story.words.omits_subjects and any(
            token.mood in _TIMES or self._helps(token) for token in behind[:_COUPLE]
        )
        meant = set(behind[0].entities) if pronoun else set[int]()
        if not meant and (pronoun or omitted) and told.subject is not None:
            meant = {told.subject}
        known = len(self._story.reading.entities)
        if len(meant) == 1 and max(meant) < known and self._fits(max(meant), pronoun if pronoun in _GENDERS else ""):
            yield meant.pop(), inside

    def _helps(self, token: Token) -> bool:
        return token.folded in self._story.words.copulas or token.folded in self._story.words.perfects

    def _names_somebody(self, token: Token) -> bool:
        return any(map(self._story.is_surely_person, token.entities))

    def _named(self, number: int) -> list[int]:
        """The people whom a sentence names, but for names behind a preposition that may be a place's."""
        told = self._story.sentences[number]
        return [
            one
            for one, places in told.named.items()
            if self._story.is_person(one)
            and any(told.tokens[at].text[0].isupper() for at in places)
            and (self._story.is_surely_person(one) or not self._story.tie_before(told.tokens, min(places)))
        ]

    # Complexity: each shape of words for an age is looked at by itself.
    def _opening(self, tokens: Sequence[Token]) -> tuple[int, list[int], float] | None:
        """Where the noun behind or before an age stands that a sentence opens with, its words, and the age."""
        led = int(bool(tokens) and tokens[0].folded in self._story.leading)
        number = next((at for at in range(led, min(_AHEAD, len(tokens) - 1)) if tokens[at].value is not None), None)
        if number is None or tokens[0].clause != tokens[number].clause:
            return None
        end = number + 1
        of = end < len(tokens) and tokens[end].folded in self._story.of_words | self._story.words.partitives
        end += of  # "21 de ani".
        if end >= len(tokens) or tokens[end].folded not in self._ages.words:
            return None
        age = tokens[number].value or 0
        if number == led:
            while end + 1 < len(tokens) and tokens[end + 1].folded in self._ages.words:
                end += 1
            noun = next(
                (at for at in range(end + 1, min(end + 1 + _WORDS, len(tokens))) if self._is_role(tokens[at])), 0
            )
            between = tokens[end + 1 : noun]
            plain = noun and all(token.content and token.mood not in _TIMES for token in between)
            return (noun, self._with_owner(tokens, end + 1, noun), age) if plain else None
        inside = list(range(led, number - 1))
        roles = [at for at in inside if self._is_role(tokens[at])]
        verbs = any(tokens[at].mood in _TIMES or tokens[at].entities for at in inside)
        return (roles[0], inside, age) if roles and not verbs else None

    def _with_owner(self, tokens: Sequence[Token], first: int, noun: int) -> list[int]:
        """The places of a noun with what stands before it and with whose or of what it is."""
        last = noun
        if noun + 1 < len(tokens) and tokens[noun + 1].folded in self._story.of_words:
            last += 1
            while last + 1 < len(tokens) and tokens[last + 1].folded in self._story.leading:
                last += 1
            while (
                last + 1 < len(tokens)
                and self._may_own(tokens[last + 1])
                and tokens[last + 1].clause == tokens[noun].clause
            ):
                last += 1
        return [*range(first, last + 1)]

    def _may_own(self, token: Token) -> bool:
        plain = token.content and token.mood not in _TIMES and not token.signs & {NEUTRAL, ANNOUNCED}
        return plain and token.folded not in self._story.words.perfects

    def _is_role(self, token: Token) -> bool:
        return self._language.is_role(token.text.lower()) and not token.entities

    def _meant(self, told: Told, noun: int, age: float, named: Sequence[int]) -> int | None:
        """Who is meant: the only one of that age, or the only one of the noun's gender named right before."""
        tokens, number = told.tokens, told.number - 1
        people = (one for one in range(len(self._story.reading.entities)) if self._story.is_person(one))
        aged = [one for one in people if self._ages.of(one) == {age}]
        gender = self._gender(tokens, noun)
        if len(aged) == 1:
            return aged[0] if self._fits(aged[0], gender) else None
        if self._tells_of_somebody(self._story.sentences[number], gender):
            return None
        fitting = [one for one in named if self._fits(one, gender) and self._ages.of(one) <= {age}]
        return fitting[0] if len(fitting) == 1 and (gender or len(named) == 1) else None

    def _tells_of_somebody(self, told: Told, gender: str) -> bool:
        """Whether a sentence tells of somebody without a name who may be meant, but beside a name: "found a man"."""
        tokens, words = told.tokens, self._story.words
        for at, token in enumerate(tokens):
            somebody = token.stem in words.humans or self._is_role(token) or token.folded in words.special["kin"]
            if not somebody or (at + 1 < len(tokens) and tokens[at + 1].entities):
                continue
            first = next(place for place in range(at + 1) if tokens[place].clause == token.clause)
            if first and any(map(self._story.is_person, tokens[first - 1].entities)):
                continue  # "Ann Holm, | a nurse,".
            told_by = self._language.gender_of_role(token.text.lower())
            if not told_by or not gender or told_by == gender:
                return True
        return False

    def _gender(self, tokens: Sequence[Token], noun: int) -> str:
        """Whether a noun is for a man or a woman, by itself or its article; "" for neither."""
        told = self._language.gender_of_role(tokens[noun].text.lower())
        return told or self._language.articles.get(tokens[0].folded, "").replace("n", "")

    def _fits(self, entity: int, gender: str) -> bool:
        return not gender or self._story.reading.entities[entity].gender in {"", gender}

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _second(self, told: Told, last: int, one: int, other: int) -> Iterator[list[int]]:
        """The places of the only other noun for somebody in a sentence, told for the first time and of a gender."""
        tokens = told.tokens
        nouns = [at for at in range(last + 1, len(tokens)) if self._is_role(tokens[at])]
        if not nouns or nouns[-1] - nouns[0] >= len(nouns):
            return
        noun, led = nouns[-1], self._story.leading | self._story.words.fused
        article = next((at for at in range(noun, last, -1) if tokens[at].folded in led), noun)
        gender = self._language.gender_of_role(tokens[noun].text.lower())
        gender = gender or self._language.articles.get(tokens[article].folded, "")
        known = bool(self._story.reading.entities[one].gender)
        if not gender or not known or not self._fits(other, gender) or self._fits(one, gender):
            return
        if any(at < told.number for key in tokens[noun].keys for at in self._story.holding(key)):
            return
        near = range(article + 1, noun + 1)
        plain = article < noun and all(tokens[at].content or tokens[at].signs for at in near)
        yield [*near] if plain else [noun]
