"""Whether a claim's word names another thing than a sentence's pronouns stand for.

gender    "Ein Schlepper zog ihn in den Hafen" behind "Ein Frachter rammte eine Boje": not the buoy
subject   "It was built in 1998" behind "A ferry hit a buoy": not the buoy
aside     "An expert examined it" behind "Workers found a painting behind a wall": not the wall
row       "It is old. A tug towed it" behind "A ferry hit a buoy": not the buoy
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from bot.domain.claims.comparing.alignment import Aligned
from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import ANNOUNCED, NEUTRAL, folded
from bot.domain.claims.referring.agreement import agreement_of
from bot.domain.claims.referring.pointers import Pointer, Pointers
from bot.domain.claims.referring.things import Thing, Things

# How many sentences back a thing is named.
_BACK = 3
_SAYING = frozenset({NEUTRAL, ANNOUNCED})


class Antecedents:
    """One article's pronouns, asked whether they may stand for a thing that a claim names."""

    def __init__(self, story: Story, pointers: Pointers) -> None:
        self._story = story
        self._pointers = pointers
        self._things = story.once(Things)
        self._agreement = agreement_of(story.reading.language.code)
        self._articles = self._agreement.nouns.keys() | story.leading
        self._ties = ((story.words.ties - story.leading) | story.words.fused) - story.words.perfects
        self._ties -= story.words.complements | frozenset(map(folded, story.reading.language.that))
        self._of = story.of_words - story.words.perfects

    @cached_property
    def _bodies(self) -> frozenset[str]:
        """The stems of nouns for bodies and for what offices stand for; few claims ask for them."""
        words = self._story.words
        return words.bodies | words.groups | {words.stem(seat) for _, seat in self._agreement.seats}

    # Complexity: what makes a reader unsure is asked one thing after the other.
    def are_others(self, aligned: Aligned, missing: Sequence[Token]) -> bool:
        """Whether none of a sentence's words for something named before may stand for what it lacks."""
        if not missing or not all(token.content and not token.entities and token.value is None for token in missing):
            return False
        first = aligned.tokens.index(missing[0])
        if list(missing) != aligned.tokens[first : first + len(missing)]:
            return False
        head, told = missing[-1 if self._agreement.heads_last else 0], aligned.told
        pointers = list(self._pointing(aligned))
        named = self._named(told, head) if pointers else None
        if named is None or not all(self._points_out(told, one) for one in pointers):
            return False
        if self._is_told_of(aligned, missing[0]) or self._has_clitic(aligned, pointers):
            return False
        other, at = named
        fitting = [one for one in pointers if self._fits(one, told, other, at)]
        return all(self._has_rival(one, told, other, at) for one in fitting)

    def _is_told_of(self, aligned: Aligned, token: Token) -> bool:
        """Whether a claim tells by a word of what a noun is, and no pronoun tells it beside that: "a third of them"."""
        at = aligned.tokens.index(token)
        head, place = aligned.tokens[at - 1], aligned.places[at - 1]
        if not at or place is None or head.clause != token.clause or head.before not in self._articles:
            return False
        small = token.start - head.start - len(head.text)  # A preposition and an article, or both in one.
        if token.before not in self._story.of_words and small <= len(token.before) + 2:
            return False
        behind = (place + 1, place + 2)
        beside = [one for one in (place - 1, *behind) if 0 <= one < len(aligned.told.tokens)]
        return not any(aligned.told.tokens[one].folded in self._story.words.anaphors for one in beside)

    def _has_clitic(self, aligned: Aligned, pointers: Sequence[Pointer]) -> bool:
        """Whether a pronoun and its verb are one word that stands for something: "l-a refăcut"."""
        known, tokens = {pointer.at for pointer in pointers}, aligned.told.tokens
        joined = (at for at, one in enumerate(tokens) if "-" in one.folded and one.folded in self._story.words.clitics)
        return any(at not in known for at in joined)

    def _points_out(self, told: Told, pointer: Pointer) -> bool:
        """Whether a word stands for something of another sentence: not in "the agency says that it lacks staff"."""
        if pointer.at < 0 or any(map(self._story.is_surely_person, told.tokens[pointer.at].entities)):
            return False  # "Er", "його": of whom it is said may be guessed.
        return not any(one.signs & _SAYING for one in told.tokens[: pointer.at])

    def _fits(self, pointer: Pointer, told: Told, other: Told, at: int) -> bool:
        """Whether a word may stand for a noun; an ending tells less of a noun that a verb has done to it."""
        noun = other.tokens[at]
        if self._story.words.free_order and self._agreement.form(noun.folded) == "f" and at:
            return True  # "Листа", "водія".
        return self._agrees(pointer, told, noun, noun.before)

    def _named(self, told: Told, head: Token) -> tuple[Told, int] | None:
        """The nearest sentence before one that has a noun, and where."""
        for number in range(told.number - 1, max(-1, told.number - 1 - _BACK), -1):
            other = self._story.sentences[number]
            places = [at for at in other.places.get(head.stem, ()) if other.tokens[at].stem == head.stem]
            if places:
                noun = other.tokens[places[0]]
                several = [self._agreement.is_plural(one, one.before) for one in (noun, head)]
                return (other, places[0]) if several[0] == several[1] else None
        return None

    def _pointing(self, aligned: Aligned) -> Iterator[Pointer]:
        """The words of a sentence that stand for a thing, and that a claim has not itself."""
        tokens = aligned.told.tokens
        pointers = [*self._pointers.of(aligned)]
        pointers += [Pointer(at, one.folded) for at, one in enumerate(tokens) if self._owns(one)]
        for one in pointers:
            if one.at < 0 or (one.at not in aligned.matched and not self._agreement.is_for_somebody(one.form)):
                yield one

    def _owns(self, token: Token) -> bool:
        return self._story.is_possessive(token) or token.folded in self._agreement.owners

    def _agrees(self, pointer: Pointer, told: Told, noun: Token, article: str) -> bool:
        """Whether a pronoun or a possessive may stand for a noun by its gender and number."""
        known = article if article in self._agreement.nouns else ""
        owner = self._owns(told.tokens[pointer.at])
        if owner and self._agreement.may_own(pointer.form, noun, known):
            return True
        alone = not owner or pointer.form in self._agreement.pronouns
        return alone and self._agreement.agree(pointer.form, noun, known)

    # Complexity: what a sentence opens with is asked first, what it does something to next.
    def _has_rival(self, pointer: Pointer, told: Told, other: Told, at: int) -> bool:
        """Whether a pronoun rather stands for what a sentence opens with than for what it names behind that."""
        between = [one for number in range(other.number + 1, told.number) for one in self._row(number)]
        opening = self._things.opening(other)
        if (other.number + 1 < told.number and not between) or opening is None:
            return False
        if opening[0] <= at <= opening[1] + 1 or self._is_of(other, at):
            return False
        asked = [(pointer, told), *((one, self._story.sentences[number]) for number, one in between)]
        tied = self._is_tied(other, at)
        # "The council approved a plan. It ...": the plan, as often.
        body = any(one.stem in self._bodies for one in other.tokens[opening[0] : opening[1] + 1])
        subject = not body and any(one.subject for one, _ in asked)
        if (subject or tied) and self._may_mean(asked, other, opening):
            return True
        return tied and any(self._may_mean(asked, other, (place - 1, place)) for place in self._objects(other, at))

    def _may_mean(self, asked: Sequence[tuple[Pointer, Told]], other: Told, thing: Thing) -> bool:
        """Whether pronouns may all stand for a thing, which is nobody."""
        inside = [one for one in other.tokens[thing[0] : thing[1] + 1] if one.content] or [other.tokens[thing[1]]]
        noun, article = inside[-1 if self._agreement.heads_last else 0], other.tokens[thing[0]].folded
        tied = article in self._ties  # "Auf die Spur kamen sie ..."
        people = tied or any(map(self._story.is_person, noun.entities)) or noun.stem in self._story.words.humans
        if people or self._story.reading.language.is_role(noun.text.lower()):
            return False
        return all(self._agrees(one, told, noun, article) for one, told in asked)

    def _row(self, number: int) -> list[tuple[int, Pointer]]:
        """The pronoun that a sentence opens with, with its number."""
        found = self._pointers.alone(number)
        return [(number, one) for one in found if one.subject and one.at >= 0][:1]

    def _objects(self, other: Told, at: int) -> list[int]:
        """Where a sentence names things behind an article and no preposition, before a place in its clause."""
        clause = other.tokens[at].clause
        found = [place for place in range(at) if other.tokens[place].clause == clause]
        return [
            place
            for place in found
            if other.tokens[place].content
            and not other.tokens[place].entities
            and other.tokens[place].before in self._agreement.nouns
            and not self._is_tied(other, place)
        ]

    def _is_of(self, other: Told, at: int) -> bool:
        """Whether a word tells of what another noun is: "le festival de jazz"; not “atacó a una cabra”."""
        tie = at - 1 - (other.tokens[at - 1].folded in self._articles - self._of)
        if tie < 1 or other.tokens[tie].folded not in self._of:
            return False
        head = other.tokens[tie - 1]
        return head.content and not head.mood

    def _is_tied(self, other: Told, at: int) -> bool:
        """Whether a preposition stands before a noun and its article, a word between these or none."""
        tokens, clause = other.tokens, other.tokens[at].clause
        led = next((place for place in (at, at - 1) if place > 0 and tokens[place].before in self._articles), at)
        if led < 1 or tokens[led - 1].clause != clause:
            return False
        nearest = tokens[led - 1]
        if nearest.folded in self._ties:
            return True
        return led > 1 and nearest.folded in self._articles and tokens[led - 2].folded in self._ties
