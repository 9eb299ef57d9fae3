"""Who alone is called by a noun in a text: "the mayor" is the one person whom it names as a mayor."""

import re
from collections.abc import Iterator
from functools import cached_property

from bot.domain.language.languages import Language
from bot.domain.names.names import Entity
from bot.domain.speech.rows.people_words import called_alike
from bot.domain.speech.rows.tokens import Named, Part, Token
from bot.domain.text.characters import POINTS
from bot.domain.values.actor import Kind

_NEAR = 3  # Words of a description that tells no more than an office: "le directeur général".
_APPOSED = 60  # Characters before a comma and a name in which what the person is called begins.
_WORD = re.compile(r"[\w-]+")
_CLAUSE = re.compile(rf"[,;:\"“”„«»\n{re.escape(''.join(POINTS))}]")
_OWNS = re.compile(r"['’]s ")
_CLOSES = (",", ".")


class Bearers:
    """The nouns of all roles of a text with who is called by each."""

    def __init__(self, text: str, names: Named, language: Language) -> None:
        self._text = text
        self._names = names
        self._language = language

    def bearer(self, description: Token) -> int | None:
        """The person named in full whom a description means, None where it may mean nobody or two.

        It does no more than point back ("die Trainerin", "le directeur général"), and of those who stand before it
        one alone is called by its noun; nor is anybody without a name called by it.
        """
        if not description.definite or description.part != Part.DESCRIPTION:
            return None
        phrase = self._text[description.start : description.end].lower().split()
        if len(phrase) > _NEAR or not self._language.is_role(description.word):
            return None
        called = [place for place in self._called(description.word) if place[0] < description.start]
        owners = {owner for _, owner, _ in called}
        rest = phrase[phrase[0] in self._language.determiners :]
        told = len(rest) == 1 or any(" ".join(rest) in role for _, _, role in called)
        if len(owners) != 1 or not told:
            return None
        (owner,) = owners
        fits = self._fits(owner, description)
        return owner if fits and not self._has_rival(description.word, owner, description.start) else None

    def _fits(self, owner: int, description: Token) -> bool:
        """Whether somebody is named in full, and is of the gender that a description tells."""
        person, language = self._names.entities[owner], self._language
        gender = language.gender_of_role(description.word) or language.articles.get(description.opening, "")
        return person.kind is Kind.PERSON and " " in person.name and person.gender in {"", gender or person.gender}

    @cached_property
    def _owners(self) -> dict[str, list[tuple[int, int, str]]]:
        """Where each noun stands in what somebody is called, whose it is, and all that they are called there."""
        owners: dict[str, list[tuple[int, int, str]]] = {}
        for index, entity in enumerate(self._names.entities):
            places = [(role.start, self._text[role.start : role.end].lower()) for role in entity.roles]
            for start, role in (*places, *self._apposed(entity)):
                for noun in _nouns(role, self._language):
                    owners.setdefault(noun, []).append((start, index, role))
        return owners

    def _apposed(self, entity: Entity) -> Iterator[tuple[int, str]]:
        """What stands before a comma and somebody's full name between commas: "the mill's owner, Ann Lee,"."""
        mention = entity.mentions[0]
        text, start = self._text, mention.start - len(", ")
        full = entity.kind is Kind.PERSON and text.startswith(_CLOSES, mention.end) and mention.end - mention.start > 1
        if not full or not text.startswith(", ", start):
            return
        before = _CLAUSE.split(text[max(0, start - _APPOSED) : start])[-1].lower()
        words = _OWNS.split(before)[-1].split()
        if self._language.postposed:  # "Le directeur général du musée, Rémi Costal, a parlé"
            words = [word for word in words[1:2] if words[0] in self._language.definite]
        if words and self._language.is_role(words[-1]):
            yield start - len(words[-1]), " ".join(words)

    def _called(self, noun: str) -> Iterator[tuple[int, int, str]]:
        """Where people are called by a noun, one for the same office, or its compound: "Landesvorsitzender"."""
        for same in (noun, *called_alike(noun, self._language.code)):
            yield from self._owners.get(same, ())
        if self._language.nouns_capitalised:
            ends = (noun, noun + _STRONG)
            for called in self._owners:
                if called != noun and called.endswith(ends):
                    yield from self._owners[called]

    def _has_rival(self, noun: str, owner: int, end: int) -> bool:
        """Whether the text tells before of another who is that of somebody: "der Anwalt der Klägerin"."""
        language = self._language
        of = language.of_words | (language.determiners if language.nouns_capitalised else frozenset())
        roles = self._names.entities[owner].roles
        for match in re.finditer(rf"(?<!\w){re.escape(noun)} (\w+)", self._text[:end].lower()):
            own = any(role.start <= match.start() < role.end for role in roles)
            if match.group(1) in of and not own:
                return True
        return False


_STRONG = "r"  # Of an adjective that is a noun, where no article stands before it.


def _nouns(role: str, language: Language) -> Iterator[str]:
    """What a role says that somebody is, and not what it is of: "manager", not "bank", of "manager of a bank"."""
    words = _WORD.findall(role)
    for at, word in enumerate(words):
        if word in language.of_words or word in language.prepositions:
            return
        behind = words[at + 1 : at + 2]
        ends = language.postposed or not behind or behind[0] in language.of_words | language.conjunctions
        if ends:
            yield word
