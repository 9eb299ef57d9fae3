"""Who alone is called by a noun in a text: "the mayor" is the one person whom it names as a mayor."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from functools import cache, cached_property

from bot.domain.language import languages
from bot.domain.language.languages import Language
from bot.domain.names.names import Entity
from bot.domain.speech.rows.people_words import (
    called_alike,
    has_word,
    holders,
    is_trade,
    leads_others,
    lowered,
    outside_marks,
    same_rank,
)
from bot.domain.speech.rows.tokens import Named, Part, Token
from bot.domain.text.characters import POINTS
from bot.domain.values.actor import OTHER, PERSON

_NEAR = 3  # Words of a description that tells no more than an office: "le directeur général".
_APPOSED = 60  # Characters before a comma and a name in which what the person is called begins.
_WORD = re.compile(r"[\w-]+")
_OWNED = 2  # Words of "her lawyer", where whose that is stands behind.
_CLAUSE = re.compile(rf"[,;:\"“”„«»\n{re.escape(''.join(POINTS))}]")
_OWNS = re.compile(r"['’]s ")
_CLOSES = (",", ".")


class Bearers:
    """The nouns of all roles of a text with who is called by each."""

    def __init__(self, text: str, names: Named, language: Language) -> None:
        self._text = text
        self._names = names
        self._language = language
        self._found: dict[int, int] = {}

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
        called = self._told_before(description.word, description)
        owners = {owner for _, owner, _ in called}
        rest = phrase[phrase[0] in self._language.determiners :]
        told = len(rest) == 1 or any(" ".join(rest) in role for _, _, role in called)
        if not owners and rest[0] in self._language.ranks:
            owners, told = (
                {owner for _, owner, _ in self._told_before(rest[0], description)},
                True,
            )  # "her deputy, Bo Ray"
        if len(owners) != 1 or not told:
            return None
        (owner,) = owners
        fits = self._fits(owner, description)
        return owner if fits and not self._has_rival(description.word, owner, description.start) else None

    def is_called_since(self, start: int, owner: int, description: Token) -> bool:
        """Whether a noun stands for somebody between a place and where it stands again.

        In German in the sentence before, and by the noun alone: a longer phrase mostly brings somebody new.
        """
        text, near = self._text, self._language.nouns_capitalised
        if near and len(text[description.start : description.end].split()) > _OWNED:
            return False
        told = (place for place, whose, _ in self._told_before(description.word, description) if whose == owner)
        last = max(told, default=-1)
        if last < start or not near:
            return last >= start
        return sum(text.count(". ", *place) for place in outside_marks(text, last, description.start)) <= 1

    def _told_before(self, noun: str, description: Token) -> list[tuple[int, int, str]]:
        """Where people of a description's rank are called by a noun before it."""
        phrase, start = self._text[description.start : description.end], description.start
        called = [one for one in self._called(noun) if one[0] < start]
        ranked = [one for one in called if same_rank(phrase, one[2], self._language)]
        # An office passes on to another; a trade hardly: "Ann Lee, a former nurse, wept. The nurse said".
        return ranked or (called if is_trade(noun, self._language) else [])

    def meant(self, subject: Token, met: Collection[int]) -> int | None:
        """The person whom a sentence's subject means who is called so, or the only one met who may be."""
        bearer = self.bearer(subject)
        return self._learned(subject, met) if bearer is None else bearer

    def _learned(self, subject: Token, met: Collection[int]) -> int | None:
        """The only person met so far whom a sentence's subject calls by a trade, which is kept; None where two fit.

        "Odile Brun ouvre son four. La boulangère connaît les prix": a trade points back to who was named; one that
        tells where somebody is at work may be another's.
        """
        language = self._language
        words = () if language.nouns_capitalised else self._text[subject.start : subject.end].split()[1:]
        if any(word[0].isupper() for word in words):
            return None
        if not subject.definite or not is_trade(subject.word, language):
            return None
        behind = _WORD.search(self._text, subject.end)
        word = behind.group() if behind is not None else ""
        if word in language.people_relatives or word in language.prepositions:
            return None
        lower, people = lowered(self._text), self._of_those(met, subject)
        told = has_word(lower, subject.word, 0, min(subject.start, len(lower)))
        if told or len(people) != 1 or not self._fits(people[0], subject):
            return None
        phrase = self._text[subject.start : subject.end].lower()
        if language.postposed and any(map(str.isdigit, phrase)) and self._names.entities[people[0]].roles:
            return None  # No lawyer is "le coureur de 29 ans".
        noun = subject.start + max(0, phrase.find(subject.word))
        self._owners.setdefault(subject.word, []).append((noun, people[0], phrase))
        self._found[subject.start] = people[0]
        return people[0]

    def _of_those(self, met: Collection[int], subject: Token) -> list[int]:
        """Whom of those met a noun may mean: of several those who are told to do such work."""
        people = [one for one in met if self._is_somebody(one) and self._may_be(one, subject)]
        return people if len(people) <= 1 else [one for one in people if self._is_at_work(one, subject)]

    def learned(self, description: Token) -> int | None:
        """The person whom a trade was found to mean as the subject of its sentence, None where it was not."""
        return self._found.get(description.start)

    def _at_work(self, description: Token) -> int | None:
        """The only person at whose name the text tells of what a trade is about: "Ann Lee, who runs the bakery"."""
        noun, language = description.word, self._language
        held = is_trade(noun, language) or (language.is_role(noun) and noun not in language.titles)  # "allenatore"
        if not description.definite or not held:
            return None
        before = set(self._names.owners[: bisect_left(self._names.starts, description.start)])
        people = [one for one in before if self._fits(one, description) and self._is_at_work(one, description)]
        return people[0] if len(people) == 1 else None

    def _is_at_work(self, owner: int, description: Token) -> bool:
        """Whether a sentence that first names somebody goes on with a word of a trade's: "shop" of "shopkeeper"."""
        noun, end = description.word, self._names.entities[owner].mentions[0].end
        stop = _CLOSING.search(self._text, end)
        told = self._text[end : min(stop.start() if stop else len(self._text), description.start)].lower()
        trade, small = is_trade(noun, self._language), self._language.determiners
        stem = noun[: max(_STEM, len(noun) - _ENDING)] if trade else noun[: max(_LONG_STEM, len(noun) - _LONG_ENDING)]
        words = _WORD.findall(told)
        told_of = [word for at, word in enumerate(words) if word != noun and (trade or words[at - 1] not in small)]
        return any(len(word) > _LEAST and (noun.startswith(word) or _goes_on(word, stem)) for word in told_of)

    def _is_somebody(self, owner: int) -> bool:
        """Whether a name may be somebody's: a person's, were it a first name alone, or several words."""
        told = self._names.entities[owner]
        return told.kind is PERSON or " " in told.name or told.name in languages.given_names()

    def _may_be(self, owner: int, description: Token) -> bool:
        """Whether somebody named, or what no list knows, may be whom a description means by its gender."""
        told, gender = self._names.entities[owner], self._gender(description)
        return told.kind in {PERSON, OTHER} and (not gender or told.gender in {"", gender})

    def told(self, description: Token) -> int | None:
        """The one person whom the text tells to be who a noun calls, further on, or by a word for their work."""
        owner = self._identified(description)
        owner = self._titled(description) if owner is None else owner
        return self._at_work(description) if owner is None else owner

    # Complexity: a name is taken only where nobody else may be meant.
    def _titled(self, description: Token) -> int | None:
        """The one person who bears an office as a title, and is first named behind it: "the judge ... Judge Ann Lee".

        None where another is called by the office, or it was told of before by other words than its article and it.
        """
        noun, language, text = description.word, self._language, self._text
        phrase = text[description.start : description.end].lower().split()
        if not description.definite or len(phrase) > _OWNED:
            return None
        if noun not in language.titles and noun not in language.offices:
            return None
        called = [*self._called(noun)]
        owners = {owner for _, owner, _ in called}
        bare = [at for at, _, role in called if role == noun and at > description.start]
        if (
            len(owners) != 1
            or not bare
            or self._names.entities[(owner := next(iter(owners)))].mentions[0].start < bare[0]
        ):
            return None
        behind = _WORD.match(text, description.end + 1)
        if behind is not None and behind.group() in language.of_words:
            return None
        told = re.findall(rf"(\w+[ '’])?(?<!\w){re.escape(noun)}(?!\w)(?= (\w+))?", text[: bare[0]], re.IGNORECASE)
        alone = len(phrase) == 1 and len(told) == 1  # "primarul", "мер"
        plain = alone or all(led[:-1].lower() in language.definite for led, _ in told)
        plain = (
            plain and not any(of in language.of_words for _, of in told) and all(role == noun for _, _, role in called)
        )
        return owner if plain and self._fits(owner, description) else None

    def _identified(self, description: Token) -> int | None:
        """The one person who is told further on to be who a noun called first: "The woman is Dr. Ann Lee"."""
        names, language = self._names, self._language
        if not (description.definite and language.identifying and language.is_role(description.word)):
            return None
        owners: set[int] = set()
        for told in _identity(description.word, language.code).finditer(self._text, description.end):
            place = names.roles.get(told.end(), told.end())
            at = bisect_left(names.starts, place)
            beside = at < len(names.starts) and names.starts[at] <= place + _TITLE_END
            if beside and " " in self._text[names.starts[at] : names.ends[at]]:
                owners.add(names.owners[at])
        (owner,) = owners if len(owners) == 1 else (None if owners else self._leading(description),)
        return owner if owner is not None and self._fits(owner, description) else None

    def _leading(self, description: Token) -> int | None:
        """The first person whom a text names, behind a noun for who leads, if told to lead: "the team led by Ann Lee".

        None where somebody is named before the noun.
        """
        verbs, names, first = holders(description.word, self._language.code), self._names, self._first_person
        if not verbs or first < 0 or not 0 < names.starts[first] - description.end <= _AHEAD:
            return None
        start, end = names.starts[first], names.ends[first]
        before, behind = self._text[:start].split()[-_BESIDE:], _WORD.findall(self._text[end : end + _APPOSED])
        told = {word.lower() for word in (*before, *behind[:_BESIDE])}
        others = leads_others(self._text[end : end + _WORK], self._text[description.start : start], self._language)
        return None if others or verbs.isdisjoint(told) else names.owners[first]

    @cached_property
    def _first_person(self) -> int:
        """The place among the names of the first that is a person's, -1 where none is."""
        people = (at for at, owner in enumerate(self._names.owners) if self._names.entities[owner].kind is PERSON)
        return next(people, -1)

    def _fits(self, owner: int, description: Token) -> bool:
        """Whether somebody is named in full, and is of the gender that a description tells."""
        person, gender = self._names.entities[owner], self._gender(description)
        fits = person.gender in {"", gender or person.gender} or (
            gender == "m" and self._is_called_alike(person, description)
        )
        return person.kind is PERSON and " " in person.name and fits

    def _is_called_alike(self, person: Entity, description: Token) -> bool:
        """Whether a woman has an office before her name that is told as a man's, as a noun is: "primarul", "edilul"."""
        language = self._language
        words = {word for role in person.roles for word in self._text[role.start : role.end].lower().split()}
        called = {word for word in words if language.gender_of_role(word) == "m"}
        alike = {description.word, *called_alike(description.word, self._language.code)}
        return not called.isdisjoint(alike)

    def _gender(self, description: Token) -> str:
        language = self._language
        return language.gender_of_role(description.word) or language.articles.get(description.opening, "")

    @cached_property
    def _owners(self) -> dict[str, list[tuple[int, int, str]]]:
        """Where each noun stands in what somebody is called, whose it is, and all that they are called there."""
        owners: dict[str, list[tuple[int, int, str]]] = {}
        for index, entity in enumerate(self._names.entities):
            places = [(role.start, self._text[role.start : role.end].lower()) for role in entity.roles]
            told = self._predicated(entity) if entity.kind is PERSON else ()
            for start, role in (*places, *self._apposed(entity), *told, *self._told_to_be(entity)):
                for noun in _nouns(role, self._language):
                    owners.setdefault(noun, []).append((start, index, role))
        return owners

    def _apposed(self, entity: Entity) -> Iterator[tuple[int, str]]:
        """What stands before a comma and somebody's full name between commas: "the mill's owner, Ann Lee,"."""
        mention = entity.mentions[0]
        text, start = self._text, mention.start - len(", ")
        full = entity.kind is PERSON and text.startswith(_CLOSES, mention.end) and mention.end - mention.start > 1
        if not full or not text.startswith(", ", start):
            return
        before = _CLAUSE.split(text[max(0, start - _APPOSED) : start])[-1].lower()
        words = _OWNS.split(before)[-1].split()
        if (headed := self._headed(words)) is not None:
            yield lowered(text).rfind(headed[-1], 0, start), " ".join(headed)
            return
        if self._language.postposed:  # "Le directeur général du musée, Rémi Costal, a parlé"
            opening = self._language.definite | self._language.possessives.keys()
            bare = len(words) == _OWNED and words[1] in opening  # "Avocatul său, Ion Pop, cere"
            words = words[:1] if bare else words[1:3] if words and words[0] in opening else []
            words = words[: 1 + (words[-1] in self._language.ranks)] if words else []  # "Le maire adjoint, Luc Roux,"
        if words and self._language.is_role(words[0 if self._language.postposed else -1]):
            yield start - len(words[-1]), " ".join(words)

    def _told_to_be(self, entity: Entity) -> Iterator[tuple[int, str]]:
        """The noun whose bearer a sentence says somebody is, right before their name: "The new mayor is Ann Lee"."""
        language, start = self._language, entity.mentions[0].start
        before = self._text[max(0, start - _APPOSED) : start]
        if entity.kind is not PERSON or not before.rstrip().lower().endswith(tuple(language.identifying)):
            return
        words = _CLAUSE.split(before)[-1].lower().split()
        if not words or words[-1] not in language.identifying or words[0] not in language.definite:
            return
        noun = next((word for word in words[1:-1] if language.is_role(word)), None)
        if noun is not None and language.not_in_office.isdisjoint(words):
            yield lowered(self._text).rfind(noun, 0, start), noun

    def _headed(self, words: list[str]) -> list[str] | None:
        """The words of a phrase up to its noun for a person, which tells whose: "a spokesman | for the board"."""
        language = self._language
        tail = next(
            (at for at, word in enumerate(words) if word in language.of_words or word in language.prepositions), 0
        )
        led = not language.postposed and tail > 1 and words[0] in language.determiners | language.indefinite
        return words[:tail] if led and tail <= _NEAR and language.is_role(words[tail - 1]) else None

    def _predicated(self, entity: Entity) -> Iterator[tuple[int, str]]:
        """The noun for what a sentence says somebody is: "Ann Lee has been mayor", "Ada Lind ist seit 2019 Wirtin"."""
        language, mention = self._language, entity.mentions[0]
        if language.postposed:
            return
        told = _predicate(language.code).match(self._text, mention.end)
        words = told.group(1).split() if told else []
        at = next((at for at, word in enumerate(words) if language.is_role(word.lower())), -1)
        if told is not None and at >= 0 and self._is_nominative(words[:at], words[at].lower()):
            yield told.start(1) + len(" ".join(words[:at])) + (at > 0), words[at].lower()

    def _is_nominative(self, before: list[str], noun: str) -> bool:
        """Whether no preposition and no article of another case stands before a noun: not "von der | Wirtin"."""
        language = self._language
        for word in reversed(before):
            lower = word.lower()
            if lower in language.prepositions or lower in language.oblique or lower in language.genitives:
                article = language.articles.get(lower, "")
                return article != "" and article == language.gender_of_role(noun)
            if word[0].isupper() or word[0].isdigit() or lower in language.indefinite or lower in language.articles:
                article = language.articles.get(lower, "")
                return article in {"", language.gender_of_role(noun)}
        return True

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
        apposed = {start for start, whose, _ in self._owners.get(noun, ()) if whose == owner}
        for match in re.finditer(rf"(?<!\w){re.escape(noun)} (\w+)", self._text[:end].lower()):
            own = match.start() in apposed or any(role.start <= match.start() < role.end for role in roles)
            if match.group(1) in of and not own:
                return True
        return False


@cache
def _identity(noun: str, code: str) -> re.Pattern[str]:
    """A noun with its article and a verb that tells who it is, a pronoun of the verb's between."""
    language = languages.of(code)
    articles, verbs = ("|".join(map(re.escape, sorted(words))) for words in (language.definite, language.identifying))
    return re.compile(rf"\b(?:{articles})[ '’]{re.escape(noun)},? (?:\w{{1,3}} )?(?:{verbs}) ", re.IGNORECASE)


@cache
def _predicate(code: str) -> re.Pattern[str]:
    """What a verb that tells who somebody still is leads to, right behind the name; another may help it: "has been"."""
    verbs = "|".join(map(re.escape, sorted(languages.of(code).being)))
    return re.compile(rf" (?:\w{{3}} )?(?:{verbs or '(?!)'}) ((?:[\w-]+ ?){{1,{_PREDICATE}}})")


def _goes_on(word: str, stem: str) -> bool:
    return word.startswith(stem) and len(word) > len(stem)


_CLOSING = re.compile(rf"[\n{re.escape(''.join(POINTS))}]")
_STEM = 5  # The fewest letters of a trade's noun that another word for its work begins with.
_LONG_STEM, _LONG_ENDING = 6, 4  # Of an office's noun and a verb for its work: "allenava", "allenatore".
_ENDING = 3  # Letters that tell the noun from that word: "boulangère", "boulangerie".
_LEAST = 3
_PREDICATE = 6  # Words of "seit 2019 die neue Wirtin".
_AHEAD = 400  # Characters between a noun and the name of who is told to be that.
_WORK = 80  # Characters behind a name in which it is told what somebody leads.
_BESIDE = 3  # Words beside a name in which a verb tells what its bearer leads.
_TITLE_END = 2  # Characters between a title and its bearer's name: "Dr. Ann Lee".
_STRONG = "r"  # Of an adjective that is a noun, where no article stands before it.


def _nouns(role: str, language: Language) -> Iterator[str]:
    """What a role says that somebody is, and not what it is of: "manager", not "bank", of "manager of a bank"."""
    words = _WORD.findall(role)
    for at, word in enumerate(words):
        if word in language.of_words or word in language.prepositions:
            return
        behind = words[at + 1 : at + 2]
        ends = language.postposed or not behind or behind[0] in language.of_words
        if ends or behind[0] in language.conjunctions:
            yield word
