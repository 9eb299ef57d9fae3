"""Whom an article names: by which words, who of them are people, and which nouns it calls them by."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bot.domain.claims.comparing.people.callings import CalledNouns
from bot.domain.claims.comparing.people.cued import given_aside, told_at_cues, told_by_age
from bot.domain.claims.comparing.reading import Reading
from bot.domain.claims.comparing.support import plain
from bot.domain.claims.comparing.tokens import Token, Told
from bot.domain.claims.comparing.wording import SOURCE, folded
from bot.domain.claims.comparing.wordlists import wording_of
from bot.domain.language import languages
from bot.domain.language.declension import declined, in_cases, in_paradigms, told_in_cases
from bot.domain.language.gazetteer import given_name
from bot.domain.names.grouping import Mention
from bot.domain.values.actor import Kind

_NOBODY: frozenset[int] = frozenset()
_NOTHING: frozenset[str] = frozenset()
_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"\w+\Z")
_NOUN_LETTERS = 4
_MARKS = frozenset('“”„«"')
_BEFORE = re.compile(r"([^\W\d_]+) \Z")
_TITLE_LETTERS = 40
_TIED_LETTERS = 12
_ROLE_OF = re.compile(r"(\w+) \w+ \w+,? \Z")
# The fewest letters of a word that may be a name with an ending, and how many words people's names have.
_INFLECTED = 4
# The fewest letters of an ending that more than a stem's is.
_CASE = 3
_PERSON_WORDS = (2, 3)
# Among how many words a source stands that opens a sentence, and how many part it from its name and that from a noun.
_OPENING, _SOURCE_WORDS = 2, 6


class Naming:
    """An article's entities, by the words that name them and by the nouns that stand for them.

    Attributes:
        leading: articles and other determiners.
        of_words: words that join what somebody is to what they are it of.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = wording_of(reading.language.code)
        lexicon = lexicon_of(reading.language.code)
        self.leading, self.of_words = lexicon.leading, lexicon.of_words
        self._mentions = sorted(
            (mention.start, mention.end, number)
            for number, entity in enumerate(reading.entities)
            for mention in entity.mentions
        )
        self._cued = [*told_at_cues(reading), *told_by_age(reading, self.words)]
        self._spots = sorted([*self._mentions, *self._cued]) if self._cued else self._mentions
        self._starts = [start for start, _, _ in self._spots]
        # Stems of nouns that mean others than those `called` so, as far as read, and wider ones for those.
        self.newcomers, self.wide = set[str](), dict[str, frozenset[int]]()
        things = ["" if one.kind is Kind.PERSON else one.name for one in reading.entities]
        self._alone = told_in_cases(things if self.words.free_order else [""] * len(things))

    def named_at(self, tokens: Sequence[Token]) -> Iterator[tuple[Token, frozenset[int]]]:
        """Those words of a sentence of the article that name somebody, with whom, by where they stand."""
        starts, mentions, last = self._starts, self._spots, len(self._starts) - 1
        index = bisect_right(starts, tokens[0].start) - 1 if tokens else last
        for token in tokens:
            at = token.start
            while index < last and starts[index + 1] <= at:
                index += 1
            if index >= 0 and at < mentions[index][1]:
                yield token, self._alone[mentions[index][2]]

    def named_by(self, tokens: Sequence[Token]) -> list[tuple[Token, frozenset[int]]]:
        """A claim's words with whom they may name, by how they are written."""
        named = [(token, self._named_by(token)) for token in tokens if token.text[0].isupper()]
        if named and named[0][0] is tokens[0] and named[0][1]:
            named[0] = tokens[0], self._without_nouns(named[0][1], tokens[1:2])
        return named

    def _without_nouns(self, named: frozenset[int], following: Sequence[Token]) -> frozenset[int]:
        """Whom a claim's first word names, less names that a noun ends which does not follow it: "Міська рада"."""
        behind = {token.stem for token in following}
        names = {number: self.reading.entities[number].name.split() for number in named if self.words.free_order}
        left = {number for number, name in names.items() if len(name) > 1 and name[1][0].islower()}
        return named - {number for number in left if self.words.stem(plain(names[number][1])) not in behind}

    def _named_by(self, token: Token) -> frozenset[int]:
        if token.folded in self.leading:
            return _NOBODY
        bearers = self.reading.bearers.get(token.plain) or self._bearers.get(token.plain)
        if bearers is None and token.plain.endswith(self.reading.language.genitive_endings):
            bearers = self._bearers.get(token.plain[:-1])  # "Dessauers Verteidiger"
        if bearers is None and "-" in token.plain:
            bearers = self._by_parts(token.plain)
        if bearers is None and len(token.plain) >= _INFLECTED:
            bearers = self._stems.get(self.words.stem(token.plain))
            if bearers is None and self.words.free_order:
                ending = next(filter(token.plain.endswith, self._cases), "\0")
                bearers = self._stems.get(token.plain.removesuffix(ending)) or self._by_case(token)
        return frozenset(bearers or ())

    def _by_parts(self, name: str) -> set[int] | None:
        """Whom all parts of a name with hyphens mean: "Jean-Luc"."""
        parts = [self.reading.bearers.get(part, set[int]()) for part in name.split("-")]
        return {number for number in parts[0].intersection(*parts[1:]) if self.is_surely_person(number)} or None

    def _by_case(self, token: Token) -> set[int] | None:
        """Whom a name means that the article has in another case alone: "Андрій", "Андрія"."""
        forms = map(plain, in_cases(token.text.lower()))
        return next((found for form in forms if (found := self.reading.bearers.get(form))), None)

    @cached_property
    def _cases(self) -> list[str]:
        """Endings of people's names in a language without articles that are more than a stem's: "Петрові"."""
        endings = map(plain, self.reading.language.case_endings)
        return [ending for ending in endings if len(ending) >= _CASE]

    @cached_property
    def _bearers(self) -> dict[str, set[int]]:
        cases, found = self.reading.language.given_genitives, dict[str, set[int]]()
        for name, numbers in self.reading.bearers.items():
            short = len(name) < _INFLECTED  # "Єви" is of "Єва".
            short = short or name.endswith(self.words.doing_alone[:1] or "\0")  # "Марти", which ends as infinitives do.
            found.setdefault(plain(name), set()).update(numbers)
            for form in (*in_paradigms(name, cases), *declined(name)) if cases or short else ():
                found.setdefault(plain(form), set()).update(numbers)  # "Marei" is of Mara.
        return found

    @cached_property
    def _stems(self) -> dict[str, set[int]]:
        stems: dict[str, set[int]] = {}
        for name, numbers in self._bearers.items():
            stems.setdefault(self.words.stem(name), set()).update(numbers)
        return stems

    def joined_before(self, tokens: Sequence[Token], at: int) -> int | None:
        """The person whose name a word joins to what begins at a place: "Tom Webb and his lawyer"; None for nobody."""
        small = self.leading | self.words.objects
        while at > 1 and tokens[at - 1].folded in small:
            at -= 1
        if at <= 1 or tokens[at - 1].folded not in self.words.joining:
            return None
        return next(filter(self.is_person, sorted(tokens[at - 2].entities)), None)

    def is_person(self, entity: int) -> bool:
        """Whether an entity may be a person."""
        return self.people[entity]

    @cached_property
    def people(self) -> list[bool]:
        """Of each entity whether it may be a person: by its kind, or where that is not told by its words."""
        speakers = {quote.entity for quote in self.reading.quotes}
        language, given = self.reading.language, given_aside(self.reading)
        return [
            entity.kind is Kind.PERSON
            or number in speakers
            or number in given
            or (
                entity.kind is Kind.OTHER
                and _PERSON_WORDS[0] <= len(entity.name.split()) <= _PERSON_WORDS[1]
                and folded(entity.name.split()[0]) not in self.leading  # "Las Conchas"
                and all(word[0].isupper() or word in language.particles for word in entity.name.split())
            )
            for number, entity in enumerate(self.reading.entities)
        ]

    def is_placed(self, entity: int) -> bool:
        """Whether a preposition stands before the first that an article says of somebody's name: "a court in Ostra"."""
        start = self.reading.entities[entity].mentions[0].start
        before = self.reading.text[max(0, start - _TIED_LETTERS) : start].split()[-1:]
        tie = folded(before[0]) if before else ""
        return tie in self.words.ties and tie not in self.of_words

    def is_surely_person(self, entity: int) -> bool:
        """Whether an entity is a person by its kind or by a word for what only people are."""
        return entity in self._surely

    @cached_property
    def _surely(self) -> frozenset[int]:
        """Entities that are people by their kind, or stand behind a word for what only people are."""
        language, text = self.reading.language, self.reading.text
        found = {number for number, entity in enumerate(self.reading.entities) if entity.kind is Kind.PERSON}
        for (start, _, number), (word, comma) in zip(self._mentions, self._ahead, strict=True):
            role = word and text[start - 1] not in _MARKS and language.is_role(word.lower())
            if role and not (comma and language.postposed and self._is_bodys(text.rfind(word, 0, start))):
                found.add(number)
        return frozenset(found)

    def _is_bodys(self, at: int) -> bool:
        """Whether a noun for a body stands right before a word at an offset: "la empresa | propietaria, Lusolar"."""
        before = _BEFORE.search(self.reading.text, max(0, at - _TITLE_LETTERS), at)
        return before is not None and self.reading.language.is_body(before.group(1).lower())

    def is_human(self, number: int) -> bool:
        """Whether an entity of no told kind is somebody: by "he", a quotation, a given name, or what it is called."""
        entity = self.reading.entities[number]
        first = entity.name.split(" ", 1)[0]
        speaks = any(quote.entity == number for quote in self.reading.quotes)
        told = bool(entity.gender) or speaks or self.is_surely_person(number) or given_name(first) is not None
        return told or any(number in people for people in self.called.values())

    def is_where(self, number: int) -> bool:
        """Whether an entity is a place, by its kind or where each mention stands behind a preposition for where."""
        entity, text = self.reading.entities[number], self.reading.text
        if entity.kind is not Kind.OTHER:
            return entity.kind is Kind.PLACE
        words = self._placing
        before = (_BEFORE.search(text, max(0, one.start - _TITLE_LETTERS), one.start) for one in entity.mentions)
        return bool(words) and all(found is not None and folded(found.group(1)) in words for found in before)

    @cached_property
    def _placing(self) -> frozenset[str]:
        """Prepositions for where."""
        return frozenset(map(folded, self.reading.language.place_prepositions))

    @cached_property
    def called(self) -> dict[str, frozenset[int]]:
        """Stems of words for what somebody is, with the people whom the article calls so beside their names."""
        found, callings = dict[str, set[int]](), CalledNouns(self.reading, self.words, self.leading)
        for number, entity in enumerate(self.reading.entities):
            roles = entity.roles if self.is_person(number) else ()
            text = self.reading.text
            kept = [one for one in roles if text[one.end : one.end + 1] != "." or not self._is_sourced(one)]
            for stem in callings.stems(kept, entity.mentions if self.is_person(number) else ()):
                found.setdefault(stem, set()).add(number)
        for start, end, number in self._cued:
            found.setdefault(self.words.stem(plain(self.reading.text[start:end].lower())), set()).add(number)
        return {stem: frozenset(people) for stem, people in found.items()}

    def _is_sourced(self, role: Mention) -> bool:
        """Whether words behind a name are all that a sentence tells by a source: "according to X, the driver fled"."""
        sentences = self.reading.sentences
        start, end = sentences[max(0, bisect_right(sentences, (role.start, role.end)) - 1)]
        words = map(folded, _WORD.findall(self.reading.text[start : role.start]))
        first, second = next(words, ""), next(words, "")
        signs = self.words.signs
        opens = SOURCE in signs.get(first, _NOTHING) or SOURCE in signs.get(f"{first}-{second}", _NOTHING)
        return opens and end <= role.end + 1

    def titled(self, words: Sequence[str], people: Iterable[int]) -> frozenset[int]:
        """Those people whom the article calls by a title of several words with which these folded words begin."""
        text = self.reading.text
        return frozenset(
            number
            for number in people
            for role in self.reading.entities[number].roles
            if (title := folded(text[role.start : role.end]).split())[1:] and list(words[: len(title)]) == title
        )

    @cached_property
    def _ahead(self) -> list[tuple[str, bool]]:
        """The word right before each mention, "" where none is, and whether a comma stands between the two.

        A mark that opens a quotation may stand right before the name.
        """
        text, found = self.reading.text, []
        for start, _, _ in self._mentions:
            end = start - 1 - (text[start - 1 : start] in _MARKS)
            spaced = end > 0 and text[end] == " "
            comma = spaced and text[end - 1] == "," and end == start - 1
            word = text[max(0, start - _TITLE_LETTERS) : end - comma].rpartition(" ")[2] if spaced else ""
            if not word.isalnum():
                last = _LAST_WORD.search(word)
                word = last.group() if last is not None else ""
            found.append((word, comma))
        return found

    @cached_property
    def denoted(self) -> dict[str, frozenset[int]]:
        """Stems of nouns right before the names of bodies, with those: "the association Clean Air"."""
        found: dict[str, set[int]] = {}
        ties, stop_words = self.words.ties, self.reading.language.stop_words
        for (_, _, number), (word, comma) in zip(self._mentions, self._ahead, strict=True):
            if comma or len(word) < _NOUN_LETTERS or not word.isalpha():
                continue
            if folded(word) in ties or folded(word) in stop_words:
                continue
            if self.reading.entities[number].kind not in {Kind.ORGANISATION, Kind.OTHER}:
                continue
            if not self.is_surely_person(number) and not self.reading.language.is_role(word.lower()):
                found.setdefault(self.words.stem(plain(word)), set()).add(number)
        return {stem: frozenset(numbers) for stem, numbers in found.items()}

    @cached_property
    def shortened(self) -> dict[str, frozenset[int]]:
        """Stems of the nouns in names that tell what a body is, with those: "the university" of "Almena University"."""
        found, first = dict[str, set[int]](), -1 if self.words.possessives else 0
        for number, nouns in self.reading.kinds_named.items():
            if self.reading.entities[number].kind in {Kind.ORGANISATION, Kind.OTHER}:
                found.setdefault(self.words.stem(plain(nouns[first])), set()).add(number)
        return {stem: frozenset(numbers) for stem, numbers in found.items()}

    @cached_property
    def bodies(self) -> dict[str, frozenset[int]]:
        """Stems of nouns for bodies, with those that stand right behind them: "the club Vale Rovers"."""
        found = dict[str, set[int]]()
        for (start, _, number), (word, comma) in zip(self._mentions, self._ahead, strict=True):
            stem = self.words.stem(plain(word)) if word and not comma else ""
            entity = self.reading.entities[number]
            if stem not in self.words.bodies or (entity.kind is Kind.PERSON and " " in entity.name):
                continue  # "The union's secretary, Dora Pell", in a language without a word for "of".
            # "The head of the firm, X".
            led = _ROLE_OF.search(self.reading.text, max(0, start - _TITLE_LETTERS), start)
            if not (led and self.reading.language.is_role(led.group(1).lower())):
                found.setdefault(stem, set()).add(number)
        return {stem: frozenset(bodies) for stem, bodies in found.items()}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's words that stand for somebody or something or lead to what does, folded.

    Attributes:
        pronouns: whom each stands for, possessives among them.
        possessives: those that say whose something is.
        definite: articles, and "" for what stands behind nothing.
        standing_for: words that stand for something named before, none that is mostly an article.
        pointing: all that may point at somebody.
        nouns: stems of nouns that may do so with an article.
        owners_told: whether possessives tell a man's from a woman's, so that what is neither stands for a thing: "its".
        leading: articles and other determiners.
        of_words: words that join what somebody is to what they are it of.
    """

    pronouns: dict[str, str]
    possessives: frozenset[str]
    definite: frozenset[str]
    standing_for: frozenset[str]
    pointing: frozenset[str]
    nouns: frozenset[str]
    owners_told: bool
    leading: frozenset[str]
    of_words: frozenset[str]


@lru_cache(maxsize=32)
def lexicon_of(code: str) -> Lexicon:
    """A language's words that stand for somebody or something."""
    language, words = languages.of(code), wording_of(code)
    possessives = {folded(word): who for word, who in language.possessives.items()}
    pronouns = possessives | {folded(word): who for word, who in language.pronouns.items()}
    definite = frozenset(map(folded, language.definite)) | {""}
    standing_for = words.anaphors - definite
    return Lexicon(
        pronouns=pronouns,
        possessives=frozenset(possessives),
        definite=definite,
        standing_for=standing_for,
        pointing=standing_for | words.clitics | pronouns.keys() | words.objective.keys(),
        nouns=words.bodies | words.referring | words.humans,
        owners_told=any(pronouns[word] in {"m", "f"} for word in possessives),
        leading=frozenset(map(folded, language.definite | language.determiners)),
        of_words=frozenset(map(folded, language.of_words | language.genitives)),
    )


def behind_source(told: Told, definite: frozenset[str]) -> int | None:
    """Where the noun stands that a sentence tells of behind a source that it opens with and names; None for none."""
    tokens = told.tokens
    sources = [at for at, token in enumerate(tokens[:_OPENING]) if SOURCE in token.signs]
    if not sources:
        return None
    source = sources[0]
    near = range(source + 1, min(source + 1 + _SOURCE_WORDS, len(tokens)))
    name = next((at for at in near if tokens[at].entities and tokens[at].text[0].isupper()), len(tokens))
    while name + 1 < len(tokens) and tokens[name + 1].entities & tokens[name].entities:
        name += 1
    for at in range(name + 1, min(name + 1 + _SOURCE_WORDS, len(tokens))):
        if tokens[at].content and tokens[at].before and tokens[at].before in definite:
            return None if tokens[at].entities else at
    return None


def is_apposed(told: Told, at: int, naming: Naming) -> bool:
    """Whether a noun is what a name behind a comma is: "la firma elegida, Terra,", or one of two: "X y Y, Ann Holm"."""
    tokens, clause = told.tokens, told.tokens[at].clause
    joined = tokens[at + 1 : at + 2]
    if joined and joined[0].folded in naming.words.joining:
        return any(one.entities and one.clause == clause + 1 for one in tokens[at + 3 : at + 4])
    described = bool(joined) and naming.reading.language.postposed and joined[0].clause == clause
    if described and (joined[0].mood or joined[0].signs or not joined[0].content):
        return False
    name = at + 1 + described
    name += name < len(tokens) and tokens[name].folded in naming.leading
    return _is_aside(told, name, clause + 1) and not any(map(naming.is_person, tokens[name].entities))


def _is_aside(told: Told, at: int, clause: int) -> bool:
    """Whether a name at a place is all of a clause between commas but for an article."""
    tokens, marks = told.tokens, told.clauses.marks
    if at >= len(tokens) or tokens[at].clause != clause or marks[clause] != "," or not tokens[at].entities:
        return False
    inside = [one for one in tokens[at:] if one.clause == clause]
    closed = clause + 1 == len(marks) or marks[clause + 1] == ","
    return closed and all(one.entities & tokens[at].entities and one.text[0].isupper() for one in inside)
