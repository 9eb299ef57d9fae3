"""What differs by language, as data: quotation marks, speech verbs, titles, pronouns, stop words.

A language is a folder `data/<ISO 639-1 code>/` with a `language.toml`, see `data/README.md`; `of(code)` reads it
once. A code without a folder, or None, gives a language that knows marks alone: `knows_speakers` is False.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from bot.domain.language.declension import declined, in_paradigms
from bot.domain.language.dotted import lowered_forms
from bot.domain.language.keys import PLACES, shaped
from bot.errors import ConfigurationError

_LANGUAGES = 32  # Kept in memory: more than there are folders, and a bound against pages that name odd codes.
_SHORTEST_PART, _SHORTEST_HEAD, _LONGEST_NATIONALITY, _WORDS = 4, 3, 16, 4096
_SHORTEST_FORM = 4  # Letters of a name in another case: shorter ones are words of other languages.
DATA = files(__package__) / "data"  # What differs by language: a folder for each, and what is for all of them.
_NO_WORDS: frozenset[str] = frozenset()
_NO_MAP: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language's data; `data/README.md` says what each attribute holds.

    Sets hold words in lower case, `abbreviations` as printed; `pronouns` and `possessives` map to m, f, n, p or 1.
    `function_words` belong to no name even with a capital; `no_name` are these, days, months, first words of sentences.
    """

    code: str
    knows_speakers: bool = True
    title_case: bool = False
    spaced: bool = True
    capitals: bool = True
    nouns_capitalised: bool = False
    noun_endings: tuple[str, ...] = ()
    dash_speech: bool = False
    dash_resumes: bool = False
    dotted_i: bool = False
    suffixed_names: bool = False
    verb_last: bool = False
    bare_genitives: bool = False
    dash_within: bool = False
    compounds: bool = False
    verb_second: bool = False
    postposed: bool = False
    cue_in_marks: bool = False
    drops_subjects: bool = False
    one_surname: bool = False
    marks: tuple[str, ...] = ()
    stop_words: frozenset[str] = _NO_WORDS
    neighbours: frozenset[str] = _NO_WORDS
    abbreviations: frozenset[str] = _NO_WORDS
    common_nouns: frozenset[str] = _NO_WORDS
    not_names: frozenset[str] = _NO_WORDS
    months: frozenset[str] = _NO_WORDS
    days: frozenset[str] = _NO_WORDS
    determiners: frozenset[str] = _NO_WORDS
    prepositions: frozenset[str] = _NO_WORDS
    relatives: frozenset[str] = _NO_WORDS
    conjunctions: frozenset[str] = _NO_WORDS
    that: frozenset[str] = _NO_WORDS
    elisions: frozenset[str] = _NO_WORDS
    of_words: frozenset[str] = _NO_WORDS
    oblique: frozenset[str] = _NO_WORDS
    genitives: frozenset[str] = _NO_WORDS
    genitive_endings: tuple[str, ...] = ()
    noun_plurals: tuple[str, ...] = ()
    bare_before: frozenset[str] = _NO_WORDS
    noun_cases: tuple[str, ...] = ()
    nominative_endings: tuple[str, ...] = ()
    feminine_endings: tuple[str, ...] = ()
    partitives: frozenset[str] = _NO_WORDS
    adverb_endings: tuple[str, ...] = ()
    modifier_endings: tuple[str, ...] = ()
    people_relatives: frozenset[str] = _NO_WORDS
    thing_relatives: frozenset[str] = _NO_WORDS
    coordinators: frozenset[str] = _NO_WORDS
    indefinite: frozenset[str] = _NO_WORDS
    infinitive_marks: frozenset[str] = _NO_WORDS
    definite: frozenset[str] = _NO_WORDS
    definite_endings: tuple[str, ...] = ()
    neuter: frozenset[str] = _NO_WORDS
    verb_endings: tuple[str, ...] = ()
    case_endings: tuple[str, ...] = ()
    oblique_endings: tuple[str, ...] = ()
    first_endings: tuple[str, ...] = ()
    paradigms: tuple[str, ...] = ()
    body_prefixes: frozenset[str] = _NO_WORDS
    name_adjectives: frozenset[str] = _NO_WORDS
    plural_adjectives: tuple[str, ...] = ()
    adjective_endings: tuple[str, ...] = ()
    naming_adjectives: tuple[str, ...] = ()
    town_endings: tuple[str, ...] = ()
    verbs: frozenset[str] = _NO_WORDS
    weak_verbs: frozenset[str] = _NO_WORDS
    thoughts: frozenset[str] = _NO_WORDS
    participles: frozenset[str] = _NO_WORDS
    listener_verbs: frozenset[str] = _NO_WORDS
    listeners: frozenset[str] = _NO_WORDS
    passive: frozenset[str] = _NO_WORDS
    speech_nouns: frozenset[str] = _NO_WORDS
    name_nouns: frozenset[str] = _NO_WORDS
    rejections: frozenset[str] = _NO_WORDS
    claims: frozenset[str] = _NO_WORDS
    views: frozenset[str] = _NO_WORDS
    infinitives: frozenset[str] = _NO_WORDS
    participle_endings: tuple[str, ...] = ()
    manner: frozenset[str] = _NO_WORDS
    conclusions: frozenset[str] = _NO_WORDS
    rules: frozenset[str] = _NO_WORDS
    instruments: frozenset[str] = _NO_WORDS
    according_to: frozenset[str] = _NO_WORDS
    according_after: frozenset[str] = _NO_WORDS
    opinions: frozenset[str] = _NO_WORDS
    opinion_prepositions: frozenset[str] = _NO_WORDS
    concerned: frozenset[str] = _NO_WORDS
    nearest: frozenset[str] = _NO_WORDS
    venues: frozenset[str] = _NO_WORDS
    halls: frozenset[str] = _NO_WORDS
    before_vowels: frozenset[str] = _NO_WORDS
    comparisons: frozenset[str] = _NO_WORDS
    reported: frozenset[str] = _NO_WORDS
    perfect_infinitives: frozenset[str] = _NO_WORDS
    deeds: frozenset[str] = _NO_WORDS
    deed_endings: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    naming: frozenset[str] = _NO_WORDS
    reflexives: frozenset[str] = _NO_WORDS
    gestures: frozenset[str] = _NO_WORDS
    ordered: tuple[str, ...] = ()
    pointing: frozenset[str] = _NO_WORDS
    denials: frozenset[str] = _NO_WORDS
    written: frozenset[str] = _NO_WORDS
    mood_endings: tuple[str, ...] = ()
    past_endings: tuple[str, ...] = ()
    accusatives: frozenset[str] = _NO_WORDS
    impersonal: frozenset[str] = _NO_WORDS
    accusing: frozenset[str] = _NO_WORDS
    bearing: frozenset[str] = _NO_WORDS
    day_parts: frozenset[str] = _NO_WORDS
    requests: frozenset[str] = _NO_WORDS
    turns: tuple[str, ...] = ()
    posts: frozenset[str] = _NO_WORDS
    not_in_office: frozenset[str] = _NO_WORDS
    passive_auxiliaries: frozenset[str] = _NO_WORDS
    passive_moods: frozenset[str] = _NO_WORDS
    reading: frozenset[str] = _NO_WORDS
    signing: tuple[str, ...] = ()
    voices: frozenset[str] = _NO_WORDS
    answers: frozenset[str] = _NO_WORDS
    describing: tuple[str, ...] = ()
    in_office: frozenset[str] = _NO_WORDS
    askers: tuple[str, ...] = ()
    telling: tuple[str, ...] = ()
    naming_phrases: tuple[str, ...] = ()
    identifying: frozenset[str] = _NO_WORDS
    being: frozenset[str] = _NO_WORDS
    plural_endings: tuple[str, ...] = ()
    perfect_endings: tuple[str, ...] = ()
    perfect: frozenset[str] = _NO_WORDS
    agents: frozenset[str] = _NO_WORDS
    so_words: frozenset[str] = _NO_WORDS
    auxiliaries: frozenset[str] = _NO_WORDS
    inverted_pronouns: tuple[str, ...] = ()
    titles: frozenset[str] = _NO_WORDS
    roles: frozenset[str] = _NO_WORDS
    role_endings: tuple[str, ...] = ()
    role_prefixes: tuple[str, ...] = ()
    role_cases: tuple[str, ...] = ()
    groups: frozenset[str] = _NO_WORDS
    any_bodies: frozenset[str] = _NO_WORDS
    tying_articles: frozenset[str] = _NO_WORDS
    strangers: frozenset[str] = _NO_WORDS
    sayings: frozenset[str] = _NO_WORDS
    telling_names: frozenset[str] = _NO_WORDS
    female: frozenset[str] = _NO_WORDS
    male: frozenset[str] = _NO_WORDS
    female_endings: tuple[str, ...] = ()
    given_genitives: tuple[str, ...] = ()
    patronymic_endings: tuple[str, ...] = ()
    particles: frozenset[str] = _NO_WORDS
    belonging: frozenset[str] = _NO_WORDS
    behind_surnames: frozenset[str] = _NO_WORDS
    ordinals: frozenset[str] = _NO_WORDS
    name_suffixes: frozenset[str] = _NO_WORDS
    name_tails: frozenset[str] = _NO_WORDS
    pronouns: Mapping[str, str] = field(default_factory=lambda: _NO_MAP)
    possessives: Mapping[str, str] = field(default_factory=lambda: _NO_MAP)
    sources: Mapping[str, str] = field(default_factory=lambda: _NO_MAP)
    articles: Mapping[str, str] = field(default_factory=lambda: _NO_MAP)
    verb_genders: Mapping[str, str] = field(default_factory=lambda: _NO_MAP)
    ages: frozenset[str] = _NO_WORDS
    offices: frozenset[str] = _NO_WORDS
    callings: frozenset[str] = _NO_WORDS
    relations: frozenset[str] = _NO_WORDS
    mates: frozenset[str] = _NO_WORDS
    kin: tuple[str, ...] = ()
    anybody: frozenset[str] = _NO_WORDS
    person_endings: tuple[str, ...] = ()
    bearer_endings: tuple[str, ...] = ()
    surname_endings: tuple[str, ...] = ()
    holding: frozenset[str] = _NO_WORDS
    ranks: frozenset[str] = _NO_WORDS
    same_offices: tuple[str, ...] = ()
    portfolios: frozenset[str] = _NO_WORDS
    portfolio_links: frozenset[str] = _NO_WORDS
    portfolio_endings: tuple[str, ...] = ()
    organisation_words: frozenset[str] = _NO_WORDS
    organisation_suffixes: frozenset[str] = _NO_WORDS
    forms: frozenset[str] = _NO_WORDS
    complement_endings: tuple[str, ...] = ()
    genitive_adjectives: tuple[str, ...] = ()
    finite_endings: tuple[str, ...] = ()
    times: frozenset[str] = _NO_WORDS
    body_adjectives: tuple[str, ...] = ()
    completed: frozenset[str] = _NO_WORDS
    named_nouns: frozenset[str] = _NO_WORDS
    gatherings: frozenset[str] = _NO_WORDS
    branches: frozenset[str] = _NO_WORDS
    concerns: frozenset[str] = _NO_WORDS
    numbered: frozenset[str] = _NO_WORDS
    ordinal_endings: tuple[str, ...] = ()
    number_signs: tuple[str, ...] = ()
    attached: frozenset[str] = _NO_WORDS
    joined_surnames: frozenset[str] = _NO_WORDS
    links: frozenset[str] = _NO_WORDS
    leagues: frozenset[str] = _NO_WORDS
    namers: frozenset[str] = _NO_WORDS
    districts: frozenset[str] = _NO_WORDS
    nationalities: tuple[str, ...] = ()
    negations: frozenset[str] = _NO_WORDS
    residents: frozenset[str] = _NO_WORDS
    namesakes: frozenset[str] = _NO_WORDS
    owners: frozenset[str] = _NO_WORDS
    joined_bodies: frozenset[str] = _NO_WORDS
    joined_media: frozenset[str] = _NO_WORDS
    subjects: frozenset[str] = _NO_WORDS
    connectors: frozenset[str] = _NO_WORDS
    agencies: frozenset[str] = _NO_WORDS
    makers: frozenset[str] = _NO_WORDS
    place_words: frozenset[str] = _NO_WORDS
    led_by: frozenset[str] = _NO_WORDS
    vessels: frozenset[str] = _NO_WORDS
    place_endings: tuple[str, ...] = ()
    origin_endings: tuple[str, ...] = ()
    place_prepositions: frozenset[str] = _NO_WORDS
    quarters: frozenset[str] = _NO_WORDS
    function_words: frozenset[str] = _NO_WORDS
    no_name: frozenset[str] = _NO_WORDS

    @property
    def complements_follow(self) -> bool:
        """Whether what a role or a body is for stands behind it with a capital: "minister van Verkeer"."""
        return self.postposed or bool(self.portfolios)

    def is_role(self, word: str) -> bool:
        """Whether a word in lower case names a person by their part in life ("spokesman")."""
        return word in self.roles or ((self.role_endings or self.role_prefixes) != () and _is_role(word, self.code))

    def singular(self, word: str) -> str:
        """A word without the ending of a plural."""
        return without(word, self.noun_plurals)

    def is_adjective_behind(self, word: str) -> bool:
        """Whether a word is an adjective behind its noun: a country's ("olandese"), a body's ("pubblica")."""
        of_some = self.tells_nation(word) or word.endswith(self.body_adjectives)
        return of_some and word.islower() and word not in self.function_words

    def tells_nation(self, word: str) -> bool:
        """Whether a word in lower case tells of which nation something or somebody is: "olandese"."""
        return word.startswith(self.nationalities) and len(word) <= _LONGEST_NATIONALITY

    def is_body(self, word: str) -> bool:
        """Whether a word in lower case tells a body by what it is, or is a compound of such a word."""
        return word in self.organisation_words or (self.compounds and _is_body(word, self.code))

    def is_shortened(self, word: str) -> bool:
        """Whether a point after this word belongs to it: an abbreviation's ("Gov.") or an initial's ("Ada W.")."""
        return word + "." in self.abbreviations or (len(word) == 1 and word.isupper())

    def gender_of_role(self, word: str) -> str:
        """The gender that a role or title tells, "m" or "f", "" when it tells none."""
        if word in self.female or word in self.male:
            return "f" if word in self.female else "m"
        for ending in self.female_endings:
            if word.endswith(ending) and self.is_role(word.removesuffix(ending)):
                return "f"
            if self.is_role(word + ending):
                return "m"
        return ""


@lru_cache(maxsize=_LANGUAGES)
def of(code: str | None) -> Language:
    """The language with this ISO 639-1 code; one that knows marks alone when there is no folder for it."""
    key = (code or "").lower().split("-")[0]
    if not (key.isalpha() and key.isascii()):
        return Language(code="", knows_speakers=False)
    path = DATA / key / "language.toml"
    return parse(key, path.read_text(encoding="utf-8")) if path.is_file() else Language(code=key, knows_speakers=False)


def parse(code: str, text: str) -> Language:
    """A language from its file's text; an unknown table or key is a `ConfigurationError`."""
    tables = tomllib.loads(text)
    values: dict[str, Any] = {}
    types, dotted = {part.name: str(part.type) for part in fields(Language)}, bool(tables.get("dotted_i"))
    for attribute, (table, key) in PLACES.items():
        source = tables.get(table, {}) if table else tables
        if key in source:
            value = shaped(types[attribute], source.pop(key))
            values[attribute] = lowered_forms(value) if dotted and isinstance(value, frozenset) else value
    if left := [name for name, value in tables.items() if not isinstance(value, dict) or value]:
        raise ConfigurationError("The data of {code} holds keys that nobody reads: {left}.", code=code, left=left)
    language = Language(code=code, **values)
    words = language.stop_words | language.determiners | language.prepositions | language.relatives
    words = words.union(language.conjunctions, language.pronouns, language.possessives)
    spoken = language.opinions | language.speech_nouns if language.nouns_capitalised else _NO_WORDS
    no_name = words | language.not_names | language.months | language.days | spoken
    return replace(language, function_words=words, no_name=no_name)


@cache
def given_names() -> Mapping[str, str]:
    """Given names as printed, in every case of the languages that inflect them, each with "m", "f" or "" (either)."""
    genders = {**names_in("given_names_of_the_world.toml"), **listed_given_names()}
    words = of("ru").no_name | of("uk").no_name
    for name, gender in tuple(genders.items()):
        for form in (form for form in declined(name) if form.lower() not in words):  # "Нині" means "now".
            if genders.setdefault(form, gender) != gender:
                genders[form] = ""
    return MappingProxyType(dict(reversed([*_inflected_names()])) | genders)


def _inflected_names() -> Iterator[tuple[str, str]]:
    """The cases of the given names that languages inflect in Latin letters, less short ones and other words."""
    for code, names in tomllib.loads((DATA / "given_names_in_cases.toml").read_text(encoding="utf-8")).items():
        language, words = of(code), of(code).no_name
        for gender in ("female", "male"):
            for name in names[gender].split():
                forms = {name, *in_paradigms(name, language.paradigms or language.given_genitives)}
                found = (form for form in forms if len(form) >= _SHORTEST_FORM and form.lower() not in words)
                yield from ((form, gender[0]) for form in found)


def listed_given_names() -> Mapping[str, str]:
    """The given names that were chosen one by one, with their gender."""
    return names_in("given_names.toml")


def names_in(file: str) -> dict[str, str]:
    """The given names that a data file lists, as they stand, each with "m", "f" or "" (either)."""
    tables = tomllib.loads((DATA / file).read_text(encoding="utf-8"))
    female, male = set(tables["female"].split()), set(tables["male"].split())
    for names in (female, male):
        firsts = names.intersection(tables.get("joined_first", "").split())
        names |= {f"{first}-{last}" for first in firsts for last in tables["joined_last"].split()}
    return dict.fromkeys(female - male, "f") | dict.fromkeys(male - female, "m") | dict.fromkeys(female & male, "")


def in_cases(nouns: Iterable[str], language: Language) -> frozenset[str]:
    """Nouns, and what they are in the cases and the plural of their language."""
    return frozenset(noun + case for noun in nouns for case in ("", *language.noun_cases))


def without(word: str, endings: tuple[str, ...]) -> str:
    """A word less the first of these endings that it has."""
    if not word.endswith(endings):
        return word
    return next((word.removesuffix(ending) for ending in endings if word.endswith(ending)), word)


def ends_in(word: str, nouns: frozenset[str]) -> bool:
    """Whether a word is one of these nouns or a compound that ends in one of four letters and more."""
    heads = range(_SHORTEST_HEAD, len(word) - _SHORTEST_PART + 1)
    return word in nouns or not nouns.isdisjoint([word[head:] for head in heads])


@lru_cache(maxsize=_WORDS)
def _is_role(word: str, code: str) -> bool:
    language = of(code)
    led = (word.removeprefix(prefix) for prefix in language.role_prefixes if word.startswith(prefix))
    return word.endswith(language.role_endings) or not language.roles.isdisjoint(led)


@lru_cache(maxsize=_WORDS)
def _is_body(word: str, code: str) -> bool:
    return ends_in(word, _bodies(code))


@lru_cache(maxsize=_LANGUAGES)
def _bodies(code: str) -> frozenset[str]:
    return in_cases((word for word in of(code).organisation_words if len(word) >= _SHORTEST_PART), of(code))
