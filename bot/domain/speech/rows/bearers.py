"""Who alone is called by a noun in a text: "the mayor" is the one person whom it names as a mayor."""

import re
from collections.abc import Iterator

from bot.domain.language.languages import Language
from bot.domain.speech.rows.tokens import Named, Part, Token
from bot.domain.values.actor import Kind

_NEAR = 3  # Words of a description that tells no more than an office: "le directeur général".
_WORD = re.compile(r"[\w-]+")


class Bearers:
    """The nouns of all roles of a text with who is called by each."""

    def __init__(self, text: str, names: Named, language: Language) -> None:
        self._text = text
        self._names = names
        self._language = language
        self._owners: dict[str, list[tuple[int, int]]] = {}
        for index, entity in enumerate(names.entities):
            for role in entity.roles:
                for noun in _nouns(text[role.start : role.end].lower(), language):
                    self._owners.setdefault(noun, []).append((role.start, index))

    def bearer(self, description: Token) -> int | None:
        """The person named in full whom a description means, None where it may mean nobody or two.

        It does no more than point back ("die Trainerin", "le directeur général"), and of those who stand before it
        one alone is called by its noun; nor is anybody without a name called by it.
        """
        if not description.definite or description.part != Part.DESCRIPTION or not self._is_short(description):
            return None
        noun = description.word
        owners = {owner for start, owner in self._called(noun) if start < description.start}
        if len(owners) != 1 or not self._language.is_role(noun):
            return None
        (owner,) = owners
        person = self._names.entities[owner]
        gender = self._language.gender_of_role(noun) or self._language.articles.get(description.opening, "")
        fits = person.kind is Kind.PERSON and " " in person.name and person.gender in {"", gender or person.gender}
        return owner if fits and not self._has_rival(noun, owner, description.start) else None

    def _is_short(self, description: Token) -> bool:
        """Whether a description is its noun with an article; an adjective may tell of another: "der alte Trainer"."""
        words = len(self._text[description.start : description.end].split())
        return words <= (_NEAR if self._language.postposed else _NEAR - 1)

    def _called(self, noun: str) -> Iterator[tuple[int, int]]:
        """Where each person is called by a noun, its other ending counted: "Vorsitzender Lind", "der Vorsitzende"."""
        yield from self._owners.get(noun, ())
        if self._language.nouns_capitalised:
            for ending in _ENDINGS:
                yield from self._owners.get(noun + ending, ())

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


_ENDINGS = ("r",)


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
