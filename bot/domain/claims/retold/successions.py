"""An office told by whom somebody followed in it: "chief executive" of "X stepped down as such; Y took X's place"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from bot.domain.claims.comparing.story import Story
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import COND, FORMER, GOVERNS, LESSER, NOT, folded
from bot.domain.claims.retold.asked import Asked
from bot.domain.claims.retold.sentences import RoleSentences
from bot.domain.language.languages import without

# How many sentences before the one that names somebody tell whom they followed, and how many people are tried.
_BACK, _PEOPLE, _MENTIONS = 2, 4, 3
_LESS, _OPEN = frozenset({FORMER, LESSER, NOT}), frozenset({NOT, COND})
# The letters that two genders of a noun share at least, and those in which they may end otherwise.
_SHARED, _ENDING = 4, 4


class Successions:
    """One article's. Each language's `governing.toml` has its words for who follows whom."""

    def __init__(self, story: Story, sentences: RoleSentences) -> None:
        self._story, self._special, self._sentences = story, story.words.special, sentences
        self._once = min(self._special["once_words"], default="")
        self._successor = next(iter(self._special["successor"]), "").replace("-", " ")
        self._places, self._followers = (
            [tuple(phrase.split("-")) for phrase in sorted(self._special[key])]
            for key in ("in_their_place", "their_successor")
        )

    def ways(self, entity: int, role: str) -> Iterator[Sequence[Asked]]:
        """For each of those told of right before somebody: that they held the office, and that somebody followed."""
        office = self.without_new(role) or role
        if not self._successor or not self._may_be_told(office):
            return
        for other in islice(self._before(entity), _PEOPLE):
            name = self._story.reading.entities[other].name
            for one in self._forms(office, other):
                held = Asked(f"{self._once} {one}", bearer=other, beside=self._head(one))
                # That somebody followed is asked first: few articles tell it, and who left is asked of at length.
                yield from ((*followed, held) for followed in self._follows(entity, f"{self._successor} {name}"))
                if self._takes_place(entity, other):
                    yield (held,)

    def _follows(self, entity: int, role: str) -> Iterator[Sequence[Asked]]:
        """The sentences that say of somebody that they followed another; none where cases alone tell who does."""
        if self._story.words.free_order:
            return iter(())
        words = tuple(sorted(self._special["succeeding_in"]))
        ways = self._sentences.ways(entity, self._story.reading.entities[entity].name, role)
        return ([replace(asked, beside=words) for asked in way] for way in ways)

    def without_new(self, role: str) -> str:
        """The office of a role that says that somebody is new in it, "" for any other role."""
        first, _, behind = role.partition(" ")
        return behind if folded(first) in self._special["newly"] else ""

    def _may_be_told(self, office: str) -> bool:
        """Whether words are for an office that somebody holds in full, and the article tells who follows whom."""
        tokens = self._story.said(office).tokens
        kin = self._special["kin"]
        if any(not token.signs.isdisjoint(_LESS) or token.folded in kin for token in tokens):
            return False
        is_role, words = self._story.reading.language.is_role, " ".join(sorted(self._special["succeeding_in"]))
        tells = any(is_role(token.text.lower().partition("-")[0]) for token in tokens)
        return tells and any(map(self._story.has, self._story.said(words).tokens))

    def _head(self, office: str) -> tuple[str, ...]:
        """The word of an office for what somebody is."""
        is_role = self._story.reading.language.is_role
        return tuple(word for word in re.findall(r"\w+", office) if is_role(word.lower()))[:1]

    def _forms(self, office: str, other: int) -> Iterator[str]:
        """An office, and the article's own word for it beside whom it names before: "directeur" for "directrice"."""
        yield office
        language, is_role = self._story.reading.language, self._story.reading.language.is_role
        head = next(iter(self._head(office)), "")
        for number in self._story.holding(f"@{other}")[:_MENTIONS] if head else ():
            for token in self._story.sentences[number].tokens:
                written = token.text.partition("-")[0]  # "Diretor-geral".
                written = written if is_role(written.lower()) else without(written, language.genitive_endings)
                other_gender = is_role(written.lower()) and written.lower() != head.lower()
                if other_gender and shared_beginning(written, head):
                    yield self._as_told(office.replace(head, written), number)
                    return

    def _as_told(self, office: str, number: int) -> str:
        """An office with the adjectives of a sentence: "directeur générale", "directeur général"."""
        told = [token.text for token in self._story.sentences[number].tokens]
        for word in office.split():
            other = next((one for one in told if len(word) > _SHARED and shared_beginning(one, word)), word)
            office = office.replace(word, other)
        return office

    def _takes_place(self, entity: int, other: int) -> bool:
        """Whether a sentence tells that somebody came in the place of one named right before: "in his place came X"."""
        for number in self._story.holding(f"@{entity}")[:_MENTIONS]:
            told = self._story.sentences[number]
            if other not in told.named and (not number or other not in self._story.sentences[number - 1].named):
                continue
            for name in told.named.get(entity, ()):
                clause = told.tokens[name].clause
                first = next(at for at, token in enumerate(told.tokens) if token.clause == clause)
                if told.quoted[first] is None and self._is_led(told.tokens[first:name], told.tokens[name]):
                    return True
        return False

    # Complexity: the conditions of one reading, each a cheap way out before the next.
    def _is_led(self, ahead: Sequence[Token], name: Token) -> bool:
        """Whether a clause's words before a name tell that its bearer follows: "in his place came", "his successor is".

        None of them leaves it open, and no other person stands there.
        """
        words = tuple(token.folded for token in ahead)
        if not words or name.owner or words[-1] in self._story.of_words or any(map(_is_open, ahead)):
            return False
        if any(
            self._story.is_person(one) for token in ahead for one in token.entities - name.entities if token.content
        ):
            return False
        if any(words[: len(phrase)] == phrase for phrase in self._places):
            return True
        follows = next((phrase for phrase in self._followers if words[: len(phrase)] == phrase), ())
        behind = ahead[len(follows) :]
        return bool(follows) and not any(token.content and not token.dated for token in behind)

    def _before(self, entity: int) -> Iterator[int]:
        """The people named in or right before a sentence that names somebody."""
        numbers = self._story.holding(f"@{entity}")[:_MENTIONS]
        near = dict.fromkeys(at for number in numbers for at in range(number, max(-1, number - 1 - _BACK), -1))
        found = dict.fromkeys(one for at in near for one in self._story.sentences[at].named)
        known = len(self._story.reading.entities)
        return (one for one in found if one != entity and one < known and self._story.is_person(one))


def shared_beginning(one: str, other: str) -> bool:
    """Whether two words begin alike up to their endings, as a noun's two genders do: "directeur", "directrice"."""
    pairs = zip(one.lower(), other.lower(), strict=False)
    shared = len([*takewhile(lambda pair: pair[0] == pair[1], pairs)])
    return shared >= max(min(_SHARED, len(one), len(other)), len(one) - _ENDING)


def _is_open(token: Token) -> bool:
    """Whether a word leaves open whether something is so, or denies it."""
    return not token.signs.isdisjoint(_OPEN) or any(sign.startswith(GOVERNS) for sign in token.signs)
