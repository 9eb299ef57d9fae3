"""Who is in the focus of a text as it goes on: whom "he" and "she" mean at each place.

Every mention of a person gives weight, by its part in the sentence, and weight fades with each sentence (after Lappin
and Leass, 1994). A pronoun means the person of its gender that weighs most; nobody, where a second weighs nearly as
much.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from bot.domain.language import gazetteer
from bot.domain.language.languages import Language
from bot.domain.speech.rows.acting import acting, has_spoken, speaks, speaks_behind, subject_in, told_of, weight_of
from bot.domain.speech.rows.bearers import Bearers
from bot.domain.speech.rows.tokens import ACTORS, Named, Part, Sentence, Token
from bot.domain.values.actor import ORGANISATION, OTHER, PERSON, PLACE
from config.limits import FOCUS_CROWD, FOCUS_DECAY, FOCUS_LEAD, FOCUS_LEAST, FOCUS_SPEAKER, FOCUS_WEIGHTS

_PEOPLE = 32  # Kept in focus at once, so that no list of names costs more than its length.
_NAMES = frozenset({Part.NAME, Part.OWNER})
_PERSONAL = frozenset({"m", "f"})
_SUBJECT = FOCUS_WEIGHTS[1]


@dataclass(slots=True)
class Focus:
    """The people in focus, by the index of their entity, and what the pronouns read so far mean.

    Attributes:
        means: entity by the offset of each pronoun read, None for one that is unsure; who speaks must be surer still.
    """

    text: str
    names: Named
    language: Language
    means: dict[int, int | None] = field(default_factory=dict)
    bearers: Bearers = field(init=False)
    _weights: dict[int, float] = field(default_factory=dict)
    _genders: dict[int, str] = field(default_factory=dict)
    _people: set[int] = field(default_factory=set)
    _speaker: int | None = None
    _subject: int | None = None
    _stranger: int | None = None
    _unnamed: Token | None = None
    _described: Token | None = None
    _here: set[int] = field(default_factory=set)
    _before: set[int] = field(default_factory=set)
    _near: set[int] = field(default_factory=set)
    _met: set[int] = field(default_factory=set)
    _families: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Gather the people who share a surname, and what people are called."""
        self.bearers = Bearers(self.text, self.names, self.language)
        for index, entity in enumerate(self.names.entities):
            if entity.kind in {PERSON, OTHER} and " " in entity.name:
                self._families.setdefault(_surname(entity.name), []).append(index)

    def begin_paragraph(self) -> None:
        """Forget who was named in the paragraph before."""
        self._near.clear()

    # Complexity: what is remembered of a sentence is told one thing after the other.
    def follow(self, row: Sentence) -> None:
        """Read one sentence on: what its pronouns mean, and who is in focus after it."""
        told = [(at, token) for at, token in enumerate(row) if token.part in _TOLD]
        self._before, self._here = self._here, acting(told)
        self._weights = {who: had * FOCUS_DECAY for who, had in self._weights.items() if had > FOCUS_LEAST}
        subject = self._subject_in(row, told)
        bearer = self._bearer(subject)
        self._speaker = self._read(row, told, subject)
        self._subject = self._only_actor(row, told, subject) if bearer is None else bearer
        subject = subject if bearer is None else None  # Who is known is not told of by a noun alone.
        named = subject is not None and subject.part == Part.NAME and self._is_stranger(subject.index)
        in_doubt = subject is None or (subject.part == Part.PRONOUN and self.means.get(subject.start, -1) is None)
        stranger = self._stranger if in_doubt else None
        self._stranger = subject.index if subject is not None and named and self._speaker is None else stranger
        self._unnamed = subject if subject is not None and self._is_unnamed(row, subject) else None
        self._described = subject if subject is not None and self._is_known(subject) else None

    def _bearer(self, subject: Token | None) -> int | None:
        """The person whom a sentence's subject calls by a noun that they alone bear: "Die Trainerin ging"."""
        if subject is None or subject.part != Part.DESCRIPTION:
            return None
        bearer = self.bearers.meant(subject, self._met)
        if bearer is not None:
            self._near.add(bearer)
            self._met.add(bearer)
            self._add(bearer, _SUBJECT)
        return bearer

    def _subject_in(self, row: Sentence, told: Sequence[tuple[int, Token]]) -> Token | None:
        """The subject of a sentence; where a clause with a pronoun opens it, the person whom the pronoun means."""
        subject = subject_in(told)
        if subject is None or subject.part != Part.PRONOUN:
            return subject
        return self._named_ahead(row, next(at for at, token in told if token is subject)) or subject

    def _read(self, row: Sentence, told: Sequence[tuple[int, Token]], subject: Token | None) -> int | None:
        """Weigh the people of a sentence and read its pronouns; gives the last who speaks in it, None for nobody.

        `told` are the tokens that may tell of people, each with its place.
        """
        speaker: int | None = None
        for index, token in told:
            entity: int | None = None
            if token.part in _NAMES:
                self._learn(row, index)
                self._near.add(token.index)
                self._met.add(token.index)
                self._add(token.index, weight_of(row, index, subject))
                entity = None if token.governed else token.index
            elif token.part == Part.PRONOUN and self.gender(token) in _PERSONAL:
                entity = self._read_pronoun(row, index, subject)
            elif token.part == Part.DESCRIPTION and self.gender(token):
                self._read_pronoun(row, index, subject)
            elif token is subject and token.part == Part.DESCRIPTION:
                self._add_owner(token)
            if entity is not None and (speaks(row, index) or speaks_behind(row, index)):
                speaker = entity
        return speaker

    def _read_pronoun(self, row: Sentence, index: int, subject: Token | None) -> int | None:
        """Read whom "he" or "she" means, None where nobody is clear; who speaks must be surer still."""
        token = row[index]
        gender, spoken = self.gender(token), speaks(row, index) or has_spoken(row, index, self.language)
        ahead = self._named_ahead(row, index)
        if ahead is not None:
            self.means[token.start] = ahead.index
            return ahead.index
        goes_on = spoken and not any(self._acts(other, gender) for other in row[max(0, index - _BACK) : index])
        speaker = self._speaker if goes_on else None
        ranked = self._ranked(gender, speaker, besides=told_of(row, index, spoken=spoken))
        entity = _clear(ranked) if ranked else self._only_stranger(token, subject)
        unsure = spoken and self._is_contested(ranked, gender, speaker)
        self.means[token.start] = entity = None if unsure else entity
        if entity is not None:
            if entity in self._near:  # Further away it may be somebody whom the text has not named yet.
                self._genders[entity] = gender
            self._add(entity, weight_of(row, index, subject))
        return entity

    def _only_stranger(self, pronoun: Token, subject: Token | None) -> int | None:
        """Whom a pronoun means where nobody known fits: the stranger who is the sentence's subject, or the last one's.

        "When the bell rang, Dot Farrow did what she had always done": what is called "she" is a person.
        """
        named = subject is not None and subject.part == Part.NAME and subject.start < pronoun.start
        stranger = subject.index if subject is not None and named and self._is_stranger(subject.index) else None
        if stranger is None and subject is pronoun:
            stranger = self._stranger
        if stranger is None or pronoun.part != Part.PRONOUN or not self._may_be(stranger, self.gender(pronoun)):
            return None
        self._take(stranger)
        return stranger if stranger in self._people else None

    def _named_ahead(self, row: Sentence, index: int) -> Token | None:
        """The person of whom a clause that opens a sentence tells first: "Asked whether he might go, Bo Ray left"."""
        gender = self.gender(row[index])
        told = self.language.verb_second and row[index - 1].part == Part.VERB  # "Darin schrieb er, Lind habe"
        told = told or row[index - 1].part == Part.COMMA  # "In it, he calls his aide, Ann Lee, “...”"
        if index == 0 or told or gender not in _PERSONAL or any(token.part in _TELLING for token in row[:index]):
            return None
        comma = next((at for at in range(index + 1, len(row) - 1) if row[at].part == Part.COMMA), -1)
        if comma < 0:
            return None
        apposed = row[comma + 1].part == Part.DESCRIPTION and row[comma + 1].governed
        named = comma + (1 if not apposed else 1 + _PAIR)  # "the vice chair, Ann Lee, paused"
        return row[named] if named < len(row) and self._acts(row[named], gender) else None

    def speaks(self, entity: int, *, floating: bool, at: int = -1) -> None:
        """Keep in mind who speaks a quotation; one that floats, with no cue to name the speaker, is a mention too."""
        self._take(entity)
        self._speaker = entity
        if self._described is not None and self._described.start == at:  # "sagte die Forscherin", who is known now
            self._described = self._unnamed = None
        if floating:
            self._add(entity, _SUBJECT)

    def gender(self, token: Token) -> str:
        """What a pronoun, or an age in its place, tells of whom it means: "m", "f", or what is no one person."""
        if token.part == Part.DESCRIPTION:
            aged = token.definite and not self.language.postposed and token.word.lstrip(_DIGITS) in self.language.ages
            return self.language.articles.get(token.opening, "") if aged else ""
        pronouns = self.language.pronouns
        return pronouns.get(token.word) or pronouns.get(token.word.partition("'")[0], "")

    def _add(self, entity: int, weight: float) -> None:
        self._weights[entity] = self._weights.get(entity, 0.0) + weight
        if len(self._weights) > _PEOPLE:
            self._weights = dict(sorted(self._weights.items(), key=itemgetter(1), reverse=True)[: _PEOPLE // 2])

    def _add_owner(self, description: Token) -> None:
        """Weigh the person whose relative or the like a sentence's subject is: "Ann Lee's husband", "Linds Mann"."""
        at = bisect_left(self.names.starts, description.start)
        if at < len(self.names.starts) and self.names.starts[at] == description.start:
            self._add(self.names.owners[at], _SUBJECT)

    def _ranked(self, gender: str, speaker: int | None, *, besides: set[int]) -> list[tuple[float, int]]:
        """The people of this gender with what they weigh, the heaviest first, less those given.

        Who just spoke goes on, or else who alone acted in the sentence before, in the same paragraph.
        """
        going_on = self._subject if speaker is None and self._subject in self._near else speaker
        other = going_on in self._genders and self._genders[going_on] != gender
        taken_back = going_on if going_on is not None and other and self._goes_on(going_on, gender) else None
        return sorted(
            (
                (weight + (FOCUS_SPEAKER if entity == going_on else 0.0), entity)
                for entity, weight in self._weights.items()
                if entity not in besides and (entity == taken_back or self._fits(entity, gender))
            ),
            reverse=True,
        )

    def _goes_on(self, entity: int, gender: str) -> bool:
        """Whether who goes on may be meant though a pronoun further up seemed to tell another gender of them.

        Not where their paragraph names another person who fits.
        """
        alone = self.is_person(entity) and self.names.entities[entity].gender in {"", gender}
        return alone and not any(one != entity and self._fits(one, gender) for one in self._near)

    def _is_contested(self, ranked: Sequence[tuple[float, int]], gender: str, speaker: int | None) -> bool:
        """Whether a speaker's pronoun is unsure: of namesakes the surname may mean either, of three people any."""
        if not ranked:
            return False
        first = ranked[0][1]
        if self._stranger not in {None, first} or (self._unnamed is not None and self._may_mean(self._unnamed, gender)):
            return True
        if first not in self._near and self._is_passed(first, gender):
            return True
        family = self._families.get(_surname(self.names.entities[first].name), [])[:_PEOPLE]
        full = first == self._subject and self._before == {first}  # "Ann Lowry stayed. “...,” she said"
        if not full and any(other != first and other in self._met and self._may_be(other, gender) for other in family):
            return True
        crowd = len(ranked) >= _CROWD and ranked[_CROWD - 1][0] >= FOCUS_CROWD
        return crowd and first not in {speaker, self._subject}

    def _is_unnamed(self, row: Sentence, subject: Token) -> bool:
        """Whether a subject is one person who is not named: "her patient", "Ann Lee's daughter", not "vier Tage"."""
        if subject.part != Part.DESCRIPTION or not self._is_somebody(subject):
            return False
        if subject.definite:  # In German "der Minister" is often another than who bore that title before.
            return self.language.nouns_capitalised and any(t is subject and speaks(row, at) for at, t in enumerate(row))
        opening, language = subject.opening, self.language
        counted = language.nouns_capitalised and opening in language.determiners - language.articles.keys()
        return row[0] is subject and opening != "" and not (counted or self.gender(subject))

    def _is_known(self, subject: Token) -> bool:
        """Whether a subject is somebody known who is called by a noun: "der Anwalt"."""
        return subject.part == Part.DESCRIPTION and subject.definite and self._is_somebody(subject)

    def _is_passed(self, first: int, gender: str) -> bool:
        """Whether somebody else is named in this paragraph, or called by a noun, who may be meant rather."""
        return self._is_of_described(first, gender) or any(self._fits(other, gender) for other in self._near)

    def _is_of_described(self, entity: int, gender: str) -> bool:
        """Whether the sentence before tells of one by a noun, outside German with a name or age, whom no role is of."""
        subject, known = self._described, self.names.entities[entity].roles
        if subject is None or not self._may_mean(subject, gender):
            return False
        aged = bool(known) and any(map(str.isdigit, self.text[subject.start : subject.end]))
        at = bisect_left(self.names.starts, subject.start)
        if not (aged or self.language.nouns_capitalised) and self.names.starts[at : at + 1] >= [subject.end]:
            return False
        roles = (self.text[role.start : role.end].lower() for role in known)
        return not any(subject.word in role.split() for role in roles)

    def _is_somebody(self, description: Token) -> bool:
        """Whether a description is of one person by the noun that it has, a compound's end counted."""
        told = self.language.nouns_capitalised and description.animate
        return told or self.language.is_role(description.word.rpartition("-")[2])

    def _may_mean(self, description: Token, gender: str) -> bool:
        """Whether a pronoun of this gender may mean whom a description tells of."""
        return self.language.gender_of_role(description.word) in {"", gender}

    def is_shared(self, token: Token) -> bool:
        """Whether a bare surname may be either's of two who act in the sentence before, or are told of above."""
        told, name = self._weights if self.language.postposed else self._before, self.names.entities[token.index].name
        other = " " in token.word or name.startswith(f"{self.text[token.start : token.end]} ")  # A first name.
        return not other and len([one for one in self._families.get(_surname(name), ()) if one in told]) >= _PAIR

    def _is_stranger(self, entity: int) -> bool:
        """Whether an entity has a name of two words that no list knows, and may be a person for all that is told."""
        told, code = self.names.entities[entity], self.language.code
        name = told.name
        unknown = told.kind is OTHER and entity not in self._people and len(name.split()) in _FULL
        if not unknown or gazetteer.is_sure_place(name, code) or gazetteer.is_people(name, code):
            return False
        start = told.mentions[0].start
        before = _BEFORE.search(self.text, max(0, start - _NOUN_REACH), start)  # "l'association Rive à Rive"
        return before is None or not self.language.is_body(before.group(1).lower())

    def _may_be(self, entity: int, gender: str) -> bool:
        """Whether a pronoun of this gender may mean an entity, as far as names, titles and pronouns so far tell."""
        return (self.names.entities[entity].gender or self._genders.get(entity, "")) in {"", gender}

    def _is_doer(self, row: Sentence, told: Sequence[tuple[int, Token]]) -> bool:
        """Whether a word for "by" or "of" stands before a sentence's first name: not "named after | Ann Lee"."""
        at = next(at for at, token in told if token.part in _NAMES)
        return at > 0 and row[at - 1].word in self.language.agents | self.language.of_words

    def _only_actor(self, row: Sentence, told: Sequence[tuple[int, Token]], subject: Token | None) -> int | None:
        """The person who alone acts in a sentence, or who alone is named where nobody does: "It is led by Ann Lee"."""
        people = {t.index for at, t in told if at < _BACK and t.part in _NAMES and self.is_person(t.index)}
        named = subject is not None and subject.part == Part.NAME
        if subject is None and len(people) == 1 and not any(t.part in _OTHERS for _, t in told):
            return next(iter(people)) if self._is_doer(row, told) else None
        return subject.index if subject is not None and named and people == {subject.index} else None

    def is_person(self, entity: int) -> bool:
        """Whether an entity is a person, by its name or by what the text told of it so far."""
        told = self.names.entities[entity]
        if told.name.isupper() and " " not in told.name:
            return False  # "the broadcaster XTV"
        return told.kind is PERSON or (told.kind is OTHER and entity in self._people)

    def may_speak(self, entity: int) -> bool:
        """Whether an entity may speak without a verb that says so: a person, a body, a name of several words."""
        told = self.names.entities[entity]
        body = told.kind is ORGANISATION or (told.kind is OTHER and " " in told.name)
        return body or self.is_person(entity)

    def may_lead(self, entity: int) -> bool:
        """Whether a sentence about an entity may lead to its words: not about a place."""
        told = self.names.entities[entity]
        return told.kind is not PLACE and not gazetteer.is_sure_place(told.name, self.language.code)

    def _fits(self, entity: int, gender: str) -> bool:
        told = self.names.entities[entity]
        return self.is_person(entity) and (told.gender or self._genders.get(entity, "")) in {"", gender}

    def _acts(self, token: Token, gender: str) -> bool:
        """Whether a person of this gender is an actor of the sentence."""
        return token.part == Part.NAME and not token.governed and self._fits(token.index, gender)

    def _learn(self, row: Sentence, index: int) -> None:
        """Take a name for a person's where it speaks, is told of by "who", or has a person's description beside it."""
        token = row[index]
        known = self.names.entities[token.index].kind is not OTHER or token.index in self._people
        if known or token.part == Part.OWNER or token.governed:
            return
        following, before = row[index + 1 : index + 3], row[max(0, index - 2) : index][::-1]
        relative = [near.part for near in following] == [Part.COMMA, Part.RELATIVE]
        told = relative and following[1].word in self.language.people_relatives
        told = told or self._is_one_who(row, index)
        described = self._describes(following) or self._describes(before)
        if told or described or speaks(row, index) or speaks_behind(row, index):
            self._take(token.index)

    def _is_one_who(self, row: Sentence, index: int) -> bool:
        """Whether a noun with its article and "who" stand behind a name and a comma: "Farrow, a setter who"."""
        behind = row[index + 1 : index + 1 + _NOUN_WHO]
        if len(behind) < _NOUN_WHO or behind[0].part != Part.COMMA or behind[-1].part != Part.RELATIVE:
            return False
        noun = [token.part for token in behind[1:-1]] == [Part.DETERMINER, Part.WORD]
        return noun and behind[-1].word in self.language.people_relatives

    def _take(self, entity: int) -> None:
        """Take an entity for a person, unless it is called as places or peoples are."""
        name, code = self.names.entities[entity].name, self.language.code
        if entity not in self._people and not (gazetteer.is_sure_place(name, code) or gazetteer.is_people(name, code)):
            self._people.add(entity)

    def _describes(self, beside: Sentence) -> bool:
        """Whether a comma and one person's description stand beside a name."""
        if [token.part for token in beside[:_PAIR]] != [Part.COMMA, Part.DESCRIPTION]:
            return False
        return self.language.is_role(beside[1].word) and beside[1].governed


_OTHERS = frozenset({Part.PRONOUN, Part.DESCRIPTION})
_PAIR = 2
_NOUN_WHO = 4  # Tokens of ", a setter who".
_FULL = range(2, 4)  # Words of a person's name, a title or a second name with it.
_NOUN_REACH = 24  # Characters before a name in which a body's noun stands.
_BEFORE = re.compile(r"([^\W\d_]+) $")
_DIGITS = "0123456789-"
_BACK = 80  # Tokens of a sentence that are looked back over: more are no sentence that anybody writes.
_CROWD = 3


def _surname(name: str) -> str:
    return name.rpartition(" ")[2]


def _clear(ranked: Sequence[tuple[float, int]]) -> int | None:
    """The first, where nobody weighs nearly as much."""
    if not ranked or (len(ranked) > 1 and ranked[0][0] < FOCUS_LEAD * ranked[1][0]):
        return None
    return ranked[0][1]


_TELLING = ACTORS | {Part.QUOTE}
_TOLD = ACTORS | _NAMES
