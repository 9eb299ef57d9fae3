"""An article's sentences as clauses, with whom their pronouns mean and who speaks in them."""

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from bot.domain.claims.comparing import wording
from bot.domain.claims.comparing.reading import Reading
from bot.domain.claims.comparing.support import plain
from bot.domain.claims.comparing.tokenizer import tokenizer_of
from bot.domain.claims.comparing.tokens import Clauses, Token
from bot.domain.claims.comparing.wording import folded
from bot.domain.claims.comparing.wordlists import wording_of
from bot.domain.language.gazetteer import given_name
from bot.domain.values.actor import Kind

_SPEECH = frozenset({wording.NEUTRAL, wording.ANNOUNCED})
_NOBODY: frozenset[int] = frozenset()
_SENTENCES_BACK = 3
_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"(\w+),? \Z")
_LAST_NOUN = re.compile(r"([^\W\d_]{4,}) \Z")
_TITLE_LETTERS = 40
_ROLE_OF = re.compile(r"(\w+) \w+ \w+,? \Z")
_BODY = re.compile(r"(\w+) [“”„«\"]?\Z")


@dataclass(slots=True)
class Told:
    """A sentence of the article.

    Attributes:
        number: among the article's sentences, from 0.
        clauses: its tokens, clause by clause.
        tokens: the same, in order.
        places: for each key of its tokens the positions of those that have it.
        named: positions of tokens by the entities that they name.
        quoted: for each token the entity that speaks it in a quotation, -1 where nobody known does, None outside.
        subject: the entity that a sentence without a subject of its own goes on with, None for nobody sure.
        leans: whether a word of it stands for something named before.
    """

    number: int
    clauses: Clauses
    places: dict[str, list[int]] = field(default_factory=dict)
    named: dict[int, list[int]] = field(default_factory=dict)
    quoted: list[int | None] = field(default_factory=list)
    subject: int | None = None
    leans: bool = False
    tokens: list[Token] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.tokens = self.clauses.tokens


class Story:
    """An article's sentences, read in order; linear in its length."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = wording_of(reading.language.code)
        self.tokenizer = tokenizer_of(reading.language.code)
        pronouns = {folded(word): who for word, who in reading.language.pronouns.items()}
        possessives = {folded(word): who for word, who in reading.language.possessives.items()}
        self._pronouns = possessives | pronouns
        self._possessives = frozenset(possessives)
        self._pointing_words = (
            self._standing_for | self.words.clitics | self._pronouns.keys() | self.words.objective.keys()
        )
        self._mentions = sorted(
            (mention.start, mention.end, number)
            for number, entity in enumerate(reading.entities)
            for mention in entity.mentions
        )
        self._starts = [start for start, _, _ in self._mentions]
        nouns = self.words.bodies | self.words.referring | self.words.humans
        self._pointing_nouns = nouns | self.called.keys() | self._denoted.keys()

    @cached_property
    def sentences(self) -> list[Told]:
        """The article's sentences, read."""
        recent: list[list[int]] = []
        found: list[Told] = []
        for number, (start, end) in enumerate(self.reading.sentences):
            told = Told(number, self.tokenizer.read(self.reading.text, start, end, self._named_at))
            self._quote(told)
            self._resolve(told, recent)
            self._place(told)
            speaking = (speaker for speaker in told.quoted if speaker is not None and speaker >= 0)
            recent.append(list(dict.fromkeys((*speaking, *told.named))))
            found.append(told)
        return found

    @staticmethod
    def _place(told: Told) -> None:
        """Tell where a sentence has which words and names."""
        for at, token in enumerate(told.tokens):
            for key in token.keys:
                told.places.setdefault(key, []).append(at)
            for entity in token.entities:
                told.named.setdefault(entity, []).append(at)

    @cached_property
    def title(self) -> Told | None:
        """The article's title, read as a sentence; None without one."""
        written = self.reading.article.title
        if not written:
            return None
        told = Told(0, self.claim(written))
        told.quoted.extend(None for _ in told.tokens)
        self._place(told)
        return told

    @cached_property
    def holders(self) -> dict[str, list[int]]:
        """Numbers of the sentences that have a token with a key, in order."""
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for told in self.sentences:
            for key in told.places:
                holders[key].append(told.number)
            for entity in told.named:
                holders[f"@{entity}"].append(told.number)
        return dict(holders)

    def has(self, token: Token) -> bool:
        """Whether a sentence of the article has a token's word."""
        return any(key in self.holders for key in token.keys)

    def leans(self, token: Token) -> bool:
        """Whether a word that opens a sentence stands for something named before."""
        return token.folded in self._pronouns or token.folded in self._standing_for

    def names_speaker(self, told: Told) -> bool:
        """Whether a sentence with a quotation says whose it is by more than a pronoun: not by "a-t-il ajouté"."""
        outside = [token for at, token in enumerate(told.tokens) if told.quoted[at] is None]
        leaning = [token for token in outside if token.folded.rpartition("-")[2] in self._pronouns]
        named = any(token.entities and token not in leaning for token in outside)
        return named or (not leaning and any(token.content and not token.dated for token in outside))

    def is_possessive(self, token: Token) -> bool:
        """Whether a word says whose something is: "his attacker" is another than whom "his" means."""
        return token.folded in self._possessives

    @cached_property
    def _people(self) -> list[bool]:
        """Of each entity whether it may be a person: by its kind, or where that is not told by its words."""
        speakers = {quote.entity for quote in self.reading.quotes}
        language = self.reading.language
        return [
            entity.kind is Kind.PERSON
            or number in speakers
            or (
                entity.kind is Kind.OTHER
                and _PERSON_WORDS[0] <= len(entity.name.split()) <= _PERSON_WORDS[1]
                and all(word[0].isupper() or word in language.particles for word in entity.name.split())
            )
            for number, entity in enumerate(self.reading.entities)
        ]

    def points_at_nearest(self, token: Token) -> bool:
        """Whether a word stands for what was named last, not for what the text is about: "celle-ci"."""
        return "-" in token.folded and token.folded in self._standing_for

    def leads_back(self, token: Token) -> bool:
        """Whether a word that opens a sentence stands for a thing named before: "en" is a preposition there."""
        leans = self.leans(token) and not self.is_possessive(token)
        thing = bool(self.words.genders)  # "Elle", "ella" stand for things as well as for somebody.
        return leans and (thing or not token.entities) and token.folded not in self.words.ties

    @cached_property
    def _surely(self) -> frozenset[int]:
        """Entities that are people by their kind, or stand behind a word for what only people are."""
        language, text = self.reading.language, self.reading.text
        found = {number for number, entity in enumerate(self.reading.entities) if entity.kind is Kind.PERSON}
        for start, _, number in self._mentions:
            before = _LAST_WORD.search(text, max(0, start - _TITLE_LETTERS), start)
            if before is not None and language.is_role(before.group(1).lower()):
                found.add(number)
        return frozenset(found)

    def is_surely_person(self, entity: int) -> bool:
        """Whether an entity is a person by its kind or by a word for what only people are."""
        return entity in self._surely

    def is_person(self, entity: int) -> bool:
        """Whether an entity may be a person."""
        return self._people[entity]

    def claim(self, text: str) -> Clauses:
        """A claim as clauses; its words name whom the article's names tell."""
        clauses = self.tokenizer.read(text, 0, len(text), self._named_by)
        tokens = clauses.tokens
        at = 0
        while at < len(tokens):
            end, shared = at, tokens[at].entities
            while (
                end + 1 < len(tokens)
                and shared & tokens[end + 1].entities
                and tokens[end + 1].clause == tokens[at].clause
            ):
                end += 1
                shared &= tokens[end].entities
            for token in tokens[at : end + 1]:
                if token.entities:
                    token.entities = shared
            at = end + 1
        return clauses

    @cached_property
    def called(self) -> dict[str, frozenset[int]]:
        """Stems of words for what somebody is, with the people whom the article calls so beside their names."""
        language, found = self.reading.language, dict[str, set[int]]()
        for number, entity in enumerate(self.reading.entities):
            if self.is_person(number):
                said = " ".join(self.reading.text[role.start : role.end] for role in entity.roles)
                for word in map(str.lower, _WORD.findall(said)):
                    if language.is_role(word) or word in language.titles:
                        found.setdefault(self.words.stem(plain(word)), set()).add(number)
        return {stem: frozenset(people) for stem, people in found.items()}

    @cached_property
    def of_words(self) -> frozenset[str]:
        """Words that join what somebody is to what they are it of."""
        return frozenset(map(folded, self.reading.language.of_words | self.reading.language.genitives))

    def _named_at(self, token: Token) -> frozenset[int]:
        index = bisect_right(self._starts, token.start) - 1
        if index >= 0 and token.start < self._mentions[index][1]:
            return frozenset({self._mentions[index][2]})
        return _NOBODY

    def _named_by(self, token: Token) -> frozenset[int]:
        if not token.text[0].isupper() or token.folded in self.leading:
            return _NOBODY
        bearers = self.reading.bearers.get(token.plain) or self._bearers.get(token.plain)
        if bearers is None and token.plain.endswith(self.reading.language.genitive_endings):
            bearers = self._bearers.get(token.plain[:-1])  # "Dessauers Verteidiger"
        if bearers is None and len(token.plain) >= _INFLECTED:
            bearers = self._stems.get(self.words.stem(token.plain))
        return frozenset(bearers or ())

    @cached_property
    def _bearers(self) -> dict[str, set[int]]:
        return {plain(name): numbers for name, numbers in self.reading.bearers.items()}

    @cached_property
    def _stems(self) -> dict[str, set[int]]:
        stems: dict[str, set[int]] = {}
        for name, numbers in self._bearers.items():
            stems.setdefault(self.words.stem(name), set()).update(numbers)
        return stems

    def _quote(self, told: Told) -> None:
        """Tell which of a sentence's tokens somebody is quoted as saying."""
        quotes = self.reading.quotes
        index = bisect_right(self._quote_starts, told.tokens[0].start) - 1 if told.tokens else 0
        index = max(index, 0)
        for token in told.tokens:
            while index < len(quotes) and quotes[index].end <= token.start:
                index += 1
            inside = index < len(quotes) and quotes[index].start <= token.start
            speaker = quotes[index].entity if inside else None
            told.quoted.append((-1 if speaker is None else speaker) if inside else None)

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [quote.start for quote in self.reading.quotes]

    def _resolve(self, told: Told, recent: list[list[int]]) -> None:
        """Say whom the pronouns of a sentence mean, where that is sure enough, and who its subject goes on to be."""
        own: list[int] = []
        told.subject = self._person("", recent, own)
        for at, token in enumerate(told.tokens):
            if token.entities:
                own += [entity for entity in token.entities if entity not in own]
            elif token.folded in self._pointing_words or token.stem in self._pointing_nouns:
                meant = self._meant(told, at, recent, own)
                token.entities = _NOBODY if meant is None else frozenset({meant})
                if meant is not None and token.stem in self.called and meant not in own:
                    own.append(meant)  # "The mayor is ill; he will stay at home".
                told.leans = told.leans or self._points_back(told, at)
        told.leans = told.leans or self._goes_on(told)

    def _meant(self, told: Told, at: int, recent: list[list[int]], own: list[int]) -> int | None:
        """The entity that a pronoun or a noun with an article stands for, None where that is not sure."""
        token, speaker = told.tokens[at], told.quoted[at]
        who = self._pronouns.get(token.folded, "")
        if who == "1" and speaker is not None and speaker >= 0:
            return speaker
        if speaker is None:
            person = self._person_meant(told, at, recent, own)
            if person is not None:
                return person
        noun = self._of_noun(told, at, recent) if token.stem in self._pointing_nouns else None
        if noun is not None or token.stem in self.called:
            return self._called_so(told, at) if noun is None else noun
        if token.folded not in self.words.clitics or not (self._joined(token) or self._governs(told, at + 1)):
            return None
        # Nobody of its own sentence: who does it stands before it.
        return self._person(self.words.genders.get(token.folded, ""), recent, [])

    def _person_meant(self, told: Told, at: int, recent: list[list[int]], own: list[int]) -> int | None:
        """The person whom a pronoun tells of."""
        word = told.tokens[at].folded
        who = self._pronouns.get(word, "")
        if not who and word not in self.words.objective:
            return self._person("", recent, own) if self._is_source(told, at) else None
        if self._is_article(told, at):
            return None
        if who in {"m", "f"}:
            return self._person(who, recent, own)
        if who == "n" and word in self._possessives and not self._owners_told:
            return self._person("", recent, own)  # "Son" and "suo" do not tell whose by gender.
        if word not in self.words.objective:
            return None
        openings = {other.clause: other for other in reversed(told.tokens[:at]) if other.content}
        doers = frozenset[int]().union(*(other.entities for other in openings.values()))
        beside = [number for number in own if number not in doers]  # Who does it is not whom it is done to.
        return self._person(self.words.objective[word], recent, beside)

    def _is_source(self, told: Told, at: int) -> bool:
        """Whether a pronoun stands behind a word that names a source: "selon lui", "según él"."""
        behind = at > 0 and wording.SOURCE in told.tokens[at - 1].signs
        return behind and told.tokens[at].folded in self._standing_for

    def _is_article(self, told: Told, at: int) -> bool:
        """Whether a word that may be a pronoun stands before a noun: "diese Zahl"."""
        word, following = told.tokens[at].folded, told.tokens[at + 1] if at + 1 < len(told.tokens) else None
        article = word in self.leading and word not in self._possessives
        return article and following is not None and following.content and not following.entities

    def _of_noun(self, told: Told, at: int, recent: list[list[int]]) -> int | None:
        """Whom a definite noun without a name stands for: "the association", "the firm", "the man"."""
        token = told.tokens[at]
        if not self._is_definite(told, at) or self._names_behind(told, at):
            return None
        if token.stem in self.words.humans:
            return self._sole_person(recent) if at == (token.before != "") else None
        if self.reading.language.is_role(token.folded):
            return None  # "Sindaco" and "sindacato" have one stem.
        denoted = self._denoted.get(token.stem, frozenset())
        if len(denoted) == 1:
            return next(iter(denoted))
        return self._body(recent, token.stem) if token.stem in self.words.bodies else None

    def _joined(self, token: Token) -> bool:
        """Whether a hyphen joins a pronoun to the verb before it."""
        return bool(self.words.enclitics) and self.reading.text[max(0, token.start - 1)] == "-"

    def _is_definite(self, told: Told, at: int) -> bool:
        """Whether a noun has a definite article, one of its own, in a preposition or at its end."""
        token, endings = told.tokens[at], self.words.definite_endings
        if token.before in self._definite or token.before in self.words.fused:
            return True
        return bool(endings) and token.plain.endswith(endings)

    @staticmethod
    def _names_behind(told: Told, at: int) -> bool:
        """Whether a noun stands right before the name of what it is."""
        behind = told.tokens[at + 1 : at + 2]
        return bool(behind and behind[0].entities and behind[0].clause == told.tokens[at].clause)

    @cached_property
    def _denoted(self) -> dict[str, frozenset[int]]:
        """Stems of nouns right before the names of bodies, with those: "the association Clean Air"."""
        found: dict[str, set[int]] = {}
        for start, _, number in self._mentions:
            noun = _LAST_NOUN.search(self.reading.text, max(0, start - _TITLE_LETTERS), start)
            if noun is None or self.reading.entities[number].kind not in {Kind.ORGANISATION, Kind.OTHER}:
                continue
            word = noun.group(1)
            if folded(word) in self.words.ties:
                continue
            if not self.is_surely_person(number) and not self.reading.language.is_role(word.lower()):
                found.setdefault(self.words.stem(plain(word)), set()).add(number)
        return {stem: frozenset(numbers) for stem, numbers in found.items()}

    def _points_back(self, told: Told, at: int) -> bool:
        """Whether a word stands for something named before: a pronoun, or "the decision"."""
        token = told.tokens[at]
        refers = token.stem in self.words.referring and token.before in self.leading
        return refers or self.leans(token) or self._is_object(told, at)

    def _goes_on(self, told: Told) -> bool:
        """Whether a sentence opens with a part of something, or with a verb that has its subject in the one before."""
        opening = told.tokens[0].signs if told.tokens else frozenset[str]()
        verb = self.words.omits_subjects and not opening.isdisjoint({wording.IS, wording.WAS})
        return verb or wording.PART in opening

    def _is_object(self, told: Told, at: int) -> bool:
        """Whether a word is a pronoun before its verb, told by the verb's ending: "la autorizó"."""
        if told.tokens[at].folded not in self.words.clitics or at + 1 == len(told.tokens):
            return False
        endings = self.reading.language.verb_endings
        return bool(endings) and told.tokens[at + 1].text.lower().endswith(tuple(endings))

    def _governs(self, told: Told, at: int) -> bool:
        """Whether a verb that tells or governs something stands at a place: what stands before it is no article."""
        verb = told.tokens[at] if at < len(told.tokens) else None
        if verb is None or verb.clause != told.tokens[at - 1].clause:
            return False
        if told.tokens[at - 1].folded in self.words.genders and not verb.signs.isdisjoint(_SPEECH):
            return False  # "Comme l'affirmait": what is said, nobody.
        timed = verb.mood in {"past", "future"} and not verb.entities and not self.words.free_order
        return (
            verb.folded in self.words.speaking
            or verb.folded in self.words.perfects
            or timed
            or any(sign.startswith(wording.GOVERNS) for sign in verb.signs)
        )

    @cached_property
    def _standing_for(self) -> frozenset[str]:
        """Words that stand for something named before; an article that is a pronoun too is mostly an article."""
        return self.words.anaphors - self._definite

    @cached_property
    def leading(self) -> frozenset[str]:
        """Articles and other determiners."""
        return frozenset(map(folded, self.reading.language.definite | self.reading.language.determiners))

    @cached_property
    def _definite(self) -> frozenset[str]:
        return frozenset(map(folded, self.reading.language.definite)) | frozenset({""})

    def _person(self, gender: str, recent: list[list[int]], own: list[int]) -> int | None:
        """The person whom a pronoun means: of its own sentence, else of the nearest before that names one who fits."""
        entities = self.reading.entities
        for named in (own, *recent[: -_SENTENCES_BACK - 1 : -1]):
            people = [number for number in named if self.is_person(number)]
            sure = [number for number in people if gender and entities[number].gender == gender]
            fitting = [number for number in people if not gender or entities[number].gender in {"", gender}]
            told = [number for number in fitting if number in self._surely]
            if fitting:
                return (sure or told or fitting)[0]
        return None

    @cached_property
    def _owners_told(self) -> bool:
        """Whether possessives tell a man's from a woman's, so that what is neither stands for a thing: "its"."""
        return any(self._pronouns.get(word) in {"m", "f"} for word in self._possessives)

    def _called_so(self, told: Told, at: int) -> int | None:
        """The only person whom the article calls so, for a word that stands for them alone: "the mayor"."""
        token, people = told.tokens[at], self.called[told.tokens[at].stem]
        following = told.tokens[at + 1] if at + 1 < len(told.tokens) else None
        beside = following is not None and bool(following.entities)  # "The mayor, Ann Holm, ...".
        if following is not None and following.clause == token.clause:
            tied = following.folded in self.of_words or following.folded in self.words.ties
            owner = any(other.text[0].isupper() for other in told.tokens[at + 2 : at + 4])
            beside = beside or (tied and owner) or following.text[0].isupper()
        known = token.before in self._definite - {""} and len(people) == 1 and not beside
        named = any(other.entities & people for other in told.tokens[at:])  # "The head of the board, Ann Holm, ..."
        return next(iter(people)) if known and not named else None

    def _sole_person(self, recent: list[list[int]]) -> int | None:
        """The only person named in the sentences right before, whom "the man" stands for; None where it is not one."""
        for named in recent[: -_SENTENCES_BACK - 1 : -1]:
            people = [number for number in named if self.is_person(number)]
            if people:
                return people[0] if len(people) == 1 else None
        return None

    def _body(self, recent: list[list[int]], noun: str) -> int | None:
        """The body that a noun stands for: the last one named, of those that the article calls so where it does."""
        entities, called = self.reading.entities, self._bodies.get(noun, frozenset())
        for named in recent[: -_SENTENCES_BACK - 1 : -1]:
            bodies = [
                number
                for number in named
                if entities[number].kind is Kind.ORGANISATION
                or (entities[number].kind is Kind.OTHER and not self._is_human(number))
            ]
            bodies = [number for number in bodies if not called or number in called]
            if bodies:
                return bodies[0]
        return next(iter(called)) if len(called) == 1 else None

    def _is_human(self, number: int) -> bool:
        """Whether an entity of no told kind is somebody: by who says "he" of them, who quotes them, or a given name."""
        entity = self.reading.entities[number]
        first = entity.name.split(" ", 1)[0]
        speaks = any(quote.entity == number for quote in self.reading.quotes)
        return bool(entity.gender) or speaks or self.is_surely_person(number) or given_name(first) is not None

    @cached_property
    def _bodies(self) -> dict[str, frozenset[int]]:
        """Stems of nouns for bodies, with those that stand right behind them: "the club Vale Rovers"."""
        found = dict[str, set[int]]()
        for start, _, number in self._mentions:
            before = _BODY.search(self.reading.text, max(0, start - _TITLE_LETTERS), start)
            stem = self.words.stem(plain(before.group(1))) if before is not None else ""
            led = _ROLE_OF.search(
                self.reading.text, max(0, start - _TITLE_LETTERS), start
            )  # "The head of the firm, X".
            if stem in self.words.bodies and not (led and self.reading.language.is_role(led.group(1).lower())):
                found.setdefault(stem, set()).add(number)
        return {stem: frozenset(bodies) for stem, bodies in found.items()}


_INFLECTED = 4
_PERSON_WORDS = (2, 3)
