"""What an article calls somebody right before their full name that no list has: "the Norwegian Lars Holte".

"The doctor says the Norwegian was lucky": Lars Holte was.
"""

from collections.abc import Collection, Iterator

from bot.domain.claims.comparing.naming import Naming
from bot.domain.claims.comparing.support import plain
from bot.domain.claims.comparing.tokens import Told
from bot.domain.claims.comparing.wording import folded
from bot.domain.values.actor import Kind

# The letters before a name in which an article and a noun stand, and the fewest of a noun.
_LETTERS, _NOUN = 40, 4


class Styled:
    """One article's people whom it names in full first behind a noun and its article.

    Attributes:
        stems: of those nouns.
        entities: names that are such a noun alone, as a capital may make one.
    """

    def __init__(self, naming: Naming) -> None:
        self._naming, self._words = naming, naming.words
        self._language = naming.reading.language
        found = dict[str, set[int]]()
        for number, entity in enumerate(naming.reading.entities):
            first = entity.mentions[0] if entity.kind is Kind.PERSON and " " in entity.name else None
            if first is not None and naming.reading.text.startswith(entity.name, first.start):
                ahead = naming.reading.text[max(0, first.start - _LETTERS) : first.start]
                for form in self._forms(*("", *ahead.split(" "))[-3:]):
                    found.setdefault(form, set()).add(number)
        self._people = {word: people for word, people in found.items() if self._stem(word) not in naming.called}
        self.stems = {self._stem(word) for word in self._people}
        others = enumerate(naming.reading.entities) if self._people else ()
        self.entities = {number for number, entity in others if folded(entity.name) in self._people}

    def _stem(self, word: str) -> str:
        return self._words.stem(plain(word))

    def _forms(self, before: str, noun: str, rest: str = "") -> Iterator[str]:
        """A noun and its other forms, where what stands before a name is one with an article."""
        language = self._language
        if rest or len(noun) < _NOUN or not noun.isalpha() or noun.lower() in language.titles:
            return
        if language.is_role(noun.lower()):
            return
        word = folded(noun)
        if before.isalpha() and folded(before) in self._naming.leading:
            if language.postposed or noun[0].isupper():
                yield word
            return
        for pair in self._words.special["nationals"]:
            ending, other = pair.split("/")
            if word.endswith(ending):
                yield word
                yield word.removesuffix(ending) + other

    def name(self, told: Told, definite: Collection[str]) -> None:
        """Tell of a sentence's names that are such a noun alone whom else they name: "the Norwegian"."""
        for at, token in enumerate(told.tokens):
            if not self.entities.isdisjoint(token.entities) and token.before in definite:
                one = self.person(told, at)
                token.entities |= frozenset[int]() if one is None else {one}

    # Complexity: what stands beside a noun is asked one thing after the other.
    def person(self, told: Told, at: int) -> int | None:
        """The only one whom a noun stands for that describes no other noun and has no name behind it."""
        token, behind = told.tokens[at], told.tokens[at + 1 : at + 2]
        people = self._people.get(token.folded, ())
        one = next(iter(people)) if len(people) == 1 else None
        entity = None if one is None else self._naming.reading.entities[one]
        if entity is None or entity.mentions[0].start > token.start:
            return None
        if self._language.articles.get(token.before, entity.gender) != entity.gender:
            return None  # "Die Norweger".
        if not behind or behind[0].clause != token.clause:
            return one
        if self._language.nouns_capitalised:
            return one if token.text[0].isupper() and not behind[0].text[0].isupper() else None
        described = behind[0].content and not (self._language.postposed or self._words.free_order)
        if described and not (behind[0].mood or behind[0].signs):
            return None  # "The Norwegian ship".
        return None if behind[0].entities else one
