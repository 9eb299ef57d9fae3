"""What an article calls people in sentences of their own, and when a noun for one of them comes to mean another.

told to be   "Ann Holm sold the mill. She is a nurse": "the nurse" is Ann Holm
newcomer     "Ann Holm, a nurse, won. A nurse was hurt in Leeds": "the nurse" is not Ann Holm
wide         "The surgeon Ann Holm left": "the doctor" that opens the sentence behind is Ann Holm
"""

from collections.abc import Iterable
from functools import lru_cache

from bot.domain.claims.comparing.naming import Naming
from bot.domain.claims.comparing.people.cast import Cast
from bot.domain.claims.comparing.people.meant.introduced import Introduced
from bot.domain.claims.comparing.support import plain
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import IS, folded
from bot.domain.claims.comparing.wordlists import wording_of
from bot.domain.language import languages

_LANGUAGES = 32
_NAME_WORDS = 4
_DASHES = ("—", "–")


class Introductions:
    """One article's nouns for people, as its sentences are read one after the other.

    Attributes:
        strangers: the numbers of sentences with the stems of nouns that mean others there than those called so.
    """

    def __init__(self, naming: Naming, cast: Cast, pointing: set[str]) -> None:
        language = naming.reading.language
        self._naming, self._introduced = naming, Introduced(naming, cast)
        self._pointing = pointing
        self._indefinite = naming.words.indefinite.union(map(folded, language.indefinite))
        self.strangers: set[tuple[int, str]] = set()
        self._kinds, self._compounds = _kinds_of(language.code)
        self._widen()
        self._is_role = language.is_role
        self._bare = not language.definite  # A sentence may need no verb: "Марчук — медсестра".

    def read(self, told: Told) -> None:
        """Learn from a sentence whose pronouns are known what it says somebody is, and who is new in it."""
        tokens, called = told.tokens, self._naming.called
        named = self._introduced.read(told)
        if named is not None:
            self._call(*named)
        if len(tokens) > 1 and len(tokens[0].entities) == 1:
            self._learn(told)
        indefinite, pointing = self._indefinite, self._pointing
        for token in [one for one in tokens if one.before in indefinite and not one.entities and one.stem in pointing]:
            self._meet(told, token)
        for stem in tuple(self._naming.newcomers):
            if called[stem].isdisjoint(told.named):
                self.strangers.add((told.number, stem))
            else:
                self._naming.newcomers.discard(stem)

    def _learn(self, told: Told) -> None:
        """Call whom a sentence opens with what it says that they are: "Holm is a nurse", "she is a nurse"."""
        tokens, (entity,) = told.tokens, told.tokens[0].entities
        at = 1
        while at < min(_NAME_WORDS, len(tokens) - 1) and tokens[at].entities == tokens[0].entities:
            at += 1
        if not self._naming.is_person(entity) or not self._says(told, at):
            return
        noun = tokens[at + (IS in tokens[at].signs) :]
        noun = noun[1:] if noun and noun[0].folded in self._indefinite else noun
        if not noun or not self._is_role(noun[0].text.lower()):
            return
        if not (noun[1:] and noun[1].content and noun[1].clause == noun[0].clause):  # Not "a nurse practitioner".
            self._call(noun[0].stem, entity)

    def _call(self, stem: str, entity: int) -> None:
        """Let a noun mean somebody from now on."""
        self._naming.called[stem] = self._naming.called.get(stem, frozenset()) | {entity}
        self._pointing.add(stem)
        self._widen()

    def _widen(self) -> None:
        """Find the wider nouns for those whom the article calls by a narrower one, and by no wide one: "doctor"."""
        called, wide = self._naming.called, self._naming.wide
        found = [(nouns, called[one]) for one in self._kinds.keys() & called.keys() for nouns in self._kinds[one]]
        for stem in self._compounds.keys() & called.keys():
            found += [(nouns, self._called_by_all(parts)) for nouns, parts in self._compounds[stem]]
        for nouns, people in found:
            for stem in nouns - called.keys() if people else ():
                wide[stem] = wide.get(stem, frozenset()) | people
                self._pointing.add(stem)

    def _called_by_all(self, stems: tuple[str, ...]) -> frozenset[int]:
        """Those whom the article calls by all the parts of a noun that a hyphen joins: "chief executive"."""
        called = self._naming.called
        return frozenset.intersection(*[called.get(stem, frozenset()) for stem in stems])

    def _says(self, told: Told, at: int) -> bool:
        """Whether "is" stands at a place, or a dash for it."""
        if told.tokens[at].clause == told.tokens[0].clause:
            return IS in told.tokens[at].signs
        return self._bare and told.clauses.marks[told.tokens[at].clause] in _DASHES

    def _meet(self, told: Told, token: Token) -> None:
        """Let a noun for somebody mean another, where a sentence tells of one more of the kind than it has named."""
        self._naming.wide.pop(token.stem, None)
        people, entities = self._naming.called.get(token.stem, frozenset()), self._naming.reading.entities
        if people.isdisjoint(told.named) and any(entities[one].mentions[0].start < token.start for one in people):
            self._naming.newcomers.add(token.stem)


_Compounds = dict[str, list[tuple[frozenset[str], tuple[str, ...]]]]


@lru_cache(maxsize=_LANGUAGES)
def _kinds_of(code: str) -> tuple[dict[str, list[frozenset[str]]], _Compounds]:
    """The stems of nouns for people, by those of whom they may be said behind a narrower one or its like.

    Behind them such as are made of several parts, "chief-executive": by the stem of the first, those nouns and the
    stems of all the parts.
    """
    words, kinds, compounds = wording_of(code), dict[str, list[frozenset[str]]](), _Compounds()

    def stems(nouns: Iterable[str]) -> list[str]:
        return [words.stem(plain(noun.lower())) for noun in nouns]

    for group in languages.of(code).same_offices:
        wide, _, narrow = group.partition(">")
        nouns = frozenset(stems(noun for noun in wide.split() if "-" not in noun))
        for one in frozenset(stems(noun for noun in (narrow or wide).split() if "-" not in noun)):
            kinds.setdefault(one, []).append(nouns)
        for parts in (stems(noun.split("-")) for noun in narrow.split() if "-" in noun):
            compounds.setdefault(parts[0], []).append((nouns, tuple(parts)))
    return kinds, compounds
