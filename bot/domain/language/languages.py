"""What differs by language, as data: quotation marks, speech verbs, titles, pronouns, stop words.

A language is a folder `bot/domain/language/data/<ISO 639-1 code>/` with a `language.toml`; `of(code)` reads it once.
A code without a folder, or None, gives a language that knows marks alone: `knows_speakers` is False.

The file's format. Every key is optional; what is left out is empty, or the default that stands with the attribute.
A list of words is one string, its words parted by white space (or an array, where an entry holds a space). Words are
written in lower case unless said otherwise, in every inflection that news uses; nothing is stemmed.

    knows_speakers = true         # false: quotes by the marks alone
    spaced = true                 # false: no spaces between words (Chinese, Japanese)
    capitals = true               # false: the script has no capitals (Arabic, Chinese, Japanese)
    nouns_capitalised = false     # true: every noun has a capital (German)
    noun_endings = ""             # endings that tell a noun from a name ("ung heit"), where a capital does not
    dash_speech = false           # true: a dash at a paragraph's start opens speech
    dash_resumes = false          # true: such speech goes on behind the sentence of its cue (Swedish)
    bare_genitives = false        # true: a name's genitive has an s and no apostrophe (Swedish)
    compounds = false             # true: a noun for a body may be the last part of a word ("Bundespolizei")
    verb_second = false           # true: the finite verb stands second, its subject before or right after it
    postposed = false             # true: adjectives and complements follow their noun (Romance and Slavic languages)
    drops_subjects = false        # true: a verb without a subject goes on with who spoke before (Spanish, Italian)
    cue_in_marks = false          # true: dashes part the cue from speech within the marks (Russian, Ukrainian)

    [marks]
    pairs = ["“”", "«»"]          # opening and closing mark, the language's own; "„“" makes “ close what „ opened
    [words]
    stop = "the of and"           # function words: never a name, carry no content
    neighbours = "nie hulle"      # function words of like languages, and none of this one: they tell those apart
    abbreviations = "Mr. Dr."     # as printed, with their points; a point here ends no sentence
    common_nouns = "haus fest"    # nouns and ends of compounds, where a capital does not tell them from names
    not_names = "yesterday"       # further words that begin sentences with a capital and are no names
    months = "january"
    days = "monday"
    determiners = "the a this"    # what opens a description ("the minister")
    prepositions = "of in at"
    relatives = "who which"       # open a clause beside the name before them
    conjunctions = "and but"      # join clauses
    people_relatives = "who"      # of `relatives`: they tell of people
    thing_relatives = "which"     # of `relatives`: they tell of things
    coordinators = "und aber"     # of `conjunctions`: they join main clauses, where the verb stands second
    that = "that"                 # joins a verb of speech to what was said
    elisions = "l d qu"           # what an apostrophe joins to the next word ("l'Elysée"), no part of a name
    oblique = "dem den"           # determiners that stand before no subject, where cases tell
    genitive_endings = "s"        # endings of names whose owner they are: "Linds Worte", "Volvos vd"
    noun_plurals = "s"            # endings of the plurals of nouns
    nominative_endings = "ий"     # of adjectives that have one of `adjective_endings` too
    genitives = "des der"         # determiners that join a genitive to the noun before
    feminine_endings = "ung en"   # endings of feminine nouns and plurals, before which "der" is no nominative
    partitives = "einer viele"    # determiners that stand before a genitive: "one of the"
    adverb_endings = "lich weise" # endings of adverbs: before a verb, or with a capital where a sentence begins
    modifier_endings = "e en"     # endings of adjectives before a noun, where nouns have capitals
    of = "of for at"              # join a role to what it is a role in ("minister of health")
    indefinite = "a an"           # determiners before what was not told of
    infinitive_marks = "to"       # before an infinitive
    definite = "the"              # determiners of a description that points back
    verb_endings = "ó aron"       # endings that tell a verb from an adjective after a noun
    case_endings = "а у ом"       # endings of names in their cases, where names are inflected
    body_prefixes = "bundes"      # begin nouns for bodies that are one of a kind ("Bundespolizei")
    name_adjectives = "rot"       # stems of adjectives that begin names ("Rotes Kreuz"), where nouns have capitals
    plural_adjectives = "ые"      # endings of adjectives that begin sentences before a plural, and no name
    adjective_endings = "ская"    # endings of adjectives that begin the names of bodies and places
    [speech]
    verbs = "said says told"      # verbs of speech, finite forms and compound participles ("gesagt")
    weak_verbs = "called wants"   # verbs that report speech only right beside a quotation
    thoughts = "feels wants"      # of `weak_verbs`: what one thinks, so that who tells it speaks
    participles = "saying adding" # forms that report speech of the clause's subject
    listener_verbs = "told asked" # of `verbs`: the noun after them listens
    passive = "quoted"            # participles whose grammatical subject speaks ("was quoted as saying")
    nouns = "statement letter"    # what speech stands in ("in a statement")
    names = "film company"        # right before marks: what stands between them is a name and no speech
    rejections = "rejects denied" # verbs of who contradicts another's words
    claims = "vorwurf"            # nouns for another's words that are rejected, where phrases are gathered
    according_to = ["according to"]   # phrases before the speaker
    according_after = ["zufolge"]     # phrases after the speaker
    views = "wonach"              # relatives behind such nouns, where the sentence tells whose view it is
    infinitives = "sagen"         # of `verbs`: no participles, though they end as those do
    participle_endings = "t en"   # endings of participles, where the verb stands second
    manner = "wie"                # opens a clause that tells who speaks, where the verb stands second
    conclusions = "ergebnis"      # nouns for what somebody concludes ("kam zu dem Ergebnis, ..."), as above
    rules = "gesetz"              # ends of nouns for laws and contracts, whose words are their own
    instruments = "mit"           # prepositions before what somebody does something with
    opinions = "angaben worten"   # what stands between "nach" and whose words they are ("nach Angaben der Polizei")
    opinion_prepositions = "nach" # before them
    comparisons = "als wie"       # words that keep what they compare from being a subject, or liken a quotation to it
    reported = "sei habe"         # verb forms of reported speech
    perfect_infinitives = "having" # of what one may deny to have done ("denied having")
    deeds = "met"                 # past forms of verbs that may stand between a person and a title that is another's
    deed_endings = "ed"           # endings of such forms
    asides = ["kurz nach"]        # two words that begin sentences and name nobody, though a name may look so
    naming = "nennt"              # of `verbs`: with one of `reflexives` they tell a name and no words
    reflexives = "sich"
    denials = "bestritt"          # of `rejections`: what follows with `that` is nobody's words
    written = "stand"             # verbs of words that something bears ("Auf dem Plakat stand „…“")
    mood_endings = "e"            # endings of third persons in the mood of reported speech ("er laufe")
    past_endings = "te"           # of those endings: of the past, which reports nothing
    accusatives = "ihn"           # pronouns of whom a medium cites ("zitiert ihn der Bote")
    impersonal = "heißt"          # of `verbs`: what a document says ("heißt es in der Erklärung")
    bearing = "in auf"            # prepositions before a document or a thing that bears words
    passive_auxiliaries = "wird"  # make a passive of a participle
    plural_endings = "en"         # endings of verbs by which a pronoun is "they", where it may be "she" too
    perfect = "hat"               # make a perfect of a participle
    agents = "von"                # prepositions before who does what a passive tells
    so = "so"                     # single words that after a quotation and before a name mean "said"
    auxiliaries = "has had was"   # stand between a subject and its verb of speech
    inverted_pronouns = []        # clitic endings of inverted verbs ("-il", "-t-il")
    [people]
    titles = "mr mrs president"   # stand with a capital before a name
    roles = "spokesman minister"  # nouns for people by their part; also "the spokesman said"
    role_endings = "minister"     # endings of compound role nouns ("Außenminister")
    role_prefixes = "vice"        # beginnings of role nouns, less which they are in `roles`
    groups = "police officials"   # nouns for several people or a body, which can speak
    female = "spokeswoman actress"  # of titles and roles: women
    male = "spokesman king"         # of titles and roles: men
    female_endings = "in"         # what makes a role a woman's ("Schülerin"); a role that takes it is a man's
    particles = "de van bin"      # lower-case parts of names
    belonging = "van"             # of `particles`: behind a surname they tell whose somebody is ("Ada Bos van de bond")
    joined_surnames = "gasset"    # end surnames that "and" joins ("Ortega y Gasset")
    ordinals = "a al"             # between a ruler's name and a number ("Carol al II-lea")
    suffixes = "jr sr iii"        # after a name, point left out
    ages = "jährige"              # end an age that stands for who was told of ("der 44-Jährige")
    portfolios = "ministro"       # of `roles`: have a field with a capital, which is no name ("ministro de Salud")
    portfolio_endings = "ei"      # endings of genitives right behind them that tell such a field
    [people.pronouns]             # subject pronouns: "m", "f", "n" (a thing), "p" (plural), "1" (the speaker)
    he = "m"
    [people.possessives]
    his = "m"
    [people.articles]             # what opens a subject and tells its gender
    der = "m"
    [organisations]
    words = "ministry committee"  # words, any place in a name, that make it an organisation
    suffixes = "inc ltd"          # its last word
    tails = "universitet"         # nouns without a capital that end a name behind where it is ("Lunds universitet")
    forms = "тов пат"             # a company's forms, which stand before its name in marks
    complement_endings = "ів ої"  # endings of genitives that complete a body's name without a word for "of"
    genitive_adjectives = "ого"   # of those endings: adjectives', whose noun follows
    finite_endings = "ала ли"     # endings of verbs that end as such genitives do
    times = "тижня року"          # genitives that tell when
    body_adjectives = "nale"      # endings of adjectives that stand behind a body without a capital in its name
    named_nouns = "кодекс"        # nouns for laws and events, which an adjective makes a name ("Лесной кодекс")
    branches = "управління"       # bodies that are named with the region where they work
    concerns = ["з питань"]       # two words between a body and what it is for
    numbered = "legion fc"        # words of bodies and streets that a number before them belongs to ("501st Legion")
    attached = ["de pe lângă"]    # between a body and the body that it is part of
    links = "м ім"                # shortened words between a body and where or after whom it is, without their points
    namesakes = "instituto"       # bodies and places that are named after people right behind them
    owners = "people children"    # whose a body may be in its name ("People's Army")
    joined_bodies = "police"      # ends of bodies of two places ("Avon and Somerset Police")
    joined_media = "mail"         # ends of media of two words ("The Globe and Mail")
    subjects = "food health"      # what bodies are for; two may be joined in a name ("Food and Drug Administration")
    connectors = "of for the"     # words without a capital within its name
    agencies = ["reuters", "associated press"]   # wire services and others who only report
    [places]
    words = "river street"        # words that make a name a place
    led_by = "city town"          # nouns before a place's name that are no part of it, though they begin a sentence
    endings = "ville"             # endings of single names that are mostly places
    before = "in near"            # prepositions that stand before places

Given names with their gender stand in `given_names.toml` and `given_names_of_the_world.toml` beside the folders, for
all languages together, as printed.
"""

import tomllib
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, fields
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from bot.domain.language.declension import declined
from bot.errors import ConfigurationError

# Languages kept in memory: more than there are folders, and a bound against pages that name odd codes.
_LANGUAGES = 32

_NOTHING = ("\0",)
_CASES = ("", "s", "es", "n", "en", "e", "er", "ern")
_SHORTEST_PART = 4
_SHORTEST_HEAD = 3
_WORDS = 4096

DATA = files(__package__) / "data"
"""The folder of what differs by language: a folder for each, and what is for all of them."""

_NO_WORDS: frozenset[str] = frozenset()
_NO_MAP: Mapping[str, str] = MappingProxyType({})

# Where an attribute stands in the file: its table ("" is the top) and its key.
_PLACES = {
    "knows_speakers": ("", "knows_speakers"),
    "spaced": ("", "spaced"),
    "capitals": ("", "capitals"),
    "nouns_capitalised": ("", "nouns_capitalised"),
    "noun_endings": ("", "noun_endings"),
    "dash_speech": ("", "dash_speech"),
    "dash_resumes": ("", "dash_resumes"),
    "bare_genitives": ("", "bare_genitives"),
    "compounds": ("", "compounds"),
    "verb_second": ("", "verb_second"),
    "postposed": ("", "postposed"),
    "cue_in_marks": ("", "cue_in_marks"),
    "drops_subjects": ("", "drops_subjects"),
    "marks": ("marks", "pairs"),
    "stop_words": ("words", "stop"),
    "neighbours": ("words", "neighbours"),
    "abbreviations": ("words", "abbreviations"),
    "common_nouns": ("words", "common_nouns"),
    "not_names": ("words", "not_names"),
    "months": ("words", "months"),
    "days": ("words", "days"),
    "determiners": ("words", "determiners"),
    "prepositions": ("words", "prepositions"),
    "relatives": ("words", "relatives"),
    "conjunctions": ("words", "conjunctions"),
    "that": ("words", "that"),
    "elisions": ("words", "elisions"),
    "people_relatives": ("words", "people_relatives"),
    "thing_relatives": ("words", "thing_relatives"),
    "coordinators": ("words", "coordinators"),
    "indefinite": ("words", "indefinite"),
    "infinitive_marks": ("words", "infinitive_marks"),
    "modifier_endings": ("words", "modifier_endings"),
    "of_words": ("words", "of"),
    "oblique": ("words", "oblique"),
    "genitives": ("words", "genitives"),
    "genitive_endings": ("words", "genitive_endings"),
    "noun_plurals": ("words", "noun_plurals"),
    "nominative_endings": ("words", "nominative_endings"),
    "feminine_endings": ("words", "feminine_endings"),
    "partitives": ("words", "partitives"),
    "adverb_endings": ("words", "adverb_endings"),
    "definite": ("words", "definite"),
    "before_vowels": ("words", "before_vowels"),
    "verb_endings": ("words", "verb_endings"),
    "case_endings": ("words", "case_endings"),
    "body_prefixes": ("words", "body_prefixes"),
    "name_adjectives": ("words", "name_adjectives"),
    "plural_adjectives": ("words", "plural_adjectives"),
    "adjective_endings": ("words", "adjective_endings"),
    "verbs": ("speech", "verbs"),
    "weak_verbs": ("speech", "weak_verbs"),
    "thoughts": ("speech", "thoughts"),
    "participles": ("speech", "participles"),
    "listener_verbs": ("speech", "listener_verbs"),
    "passive": ("speech", "passive"),
    "speech_nouns": ("speech", "nouns"),
    "name_nouns": ("speech", "names"),
    "rejections": ("speech", "rejections"),
    "claims": ("speech", "claims"),
    "views": ("speech", "views"),
    "infinitives": ("speech", "infinitives"),
    "participle_endings": ("speech", "participle_endings"),
    "manner": ("speech", "manner"),
    "conclusions": ("speech", "conclusions"),
    "rules": ("speech", "rules"),
    "instruments": ("speech", "instruments"),
    "according_to": ("speech", "according_to"),
    "according_after": ("speech", "according_after"),
    "opinions": ("speech", "opinions"),
    "opinion_prepositions": ("speech", "opinion_prepositions"),
    "comparisons": ("speech", "comparisons"),
    "reported": ("speech", "reported"),
    "perfect_infinitives": ("speech", "perfect_infinitives"),
    "deeds": ("speech", "deeds"),
    "deed_endings": ("speech", "deed_endings"),
    "asides": ("speech", "asides"),
    "naming": ("speech", "naming"),
    "reflexives": ("speech", "reflexives"),
    "denials": ("speech", "denials"),
    "written": ("speech", "written"),
    "mood_endings": ("speech", "mood_endings"),
    "past_endings": ("speech", "past_endings"),
    "accusatives": ("speech", "accusatives"),
    "impersonal": ("speech", "impersonal"),
    "bearing": ("speech", "bearing"),
    "passive_auxiliaries": ("speech", "passive_auxiliaries"),
    "plural_endings": ("speech", "plural_endings"),
    "perfect": ("speech", "perfect"),
    "agents": ("speech", "agents"),
    "so_words": ("speech", "so"),
    "auxiliaries": ("speech", "auxiliaries"),
    "inverted_pronouns": ("speech", "inverted_pronouns"),
    "titles": ("people", "titles"),
    "roles": ("people", "roles"),
    "role_endings": ("people", "role_endings"),
    "role_prefixes": ("people", "role_prefixes"),
    "groups": ("people", "groups"),
    "female": ("people", "female"),
    "male": ("people", "male"),
    "female_endings": ("people", "female_endings"),
    "particles": ("people", "particles"),
    "belonging": ("people", "belonging"),
    "ordinals": ("people", "ordinals"),
    "name_suffixes": ("people", "suffixes"),
    "pronouns": ("people", "pronouns"),
    "possessives": ("people", "possessives"),
    "articles": ("people", "articles"),
    "ages": ("people", "ages"),
    "portfolios": ("people", "portfolios"),
    "name_tails": ("organisations", "tails"),
    "portfolio_endings": ("people", "portfolio_endings"),
    "organisation_words": ("organisations", "words"),
    "organisation_suffixes": ("organisations", "suffixes"),
    "forms": ("organisations", "forms"),
    "complement_endings": ("organisations", "complement_endings"),
    "genitive_adjectives": ("organisations", "genitive_adjectives"),
    "finite_endings": ("organisations", "finite_endings"),
    "times": ("organisations", "times"),
    "body_adjectives": ("organisations", "body_adjectives"),
    "named_nouns": ("organisations", "named_nouns"),
    "branches": ("organisations", "branches"),
    "concerns": ("organisations", "concerns"),
    "numbered": ("organisations", "numbered"),
    "attached": ("organisations", "attached"),
    "joined_surnames": ("people", "joined_surnames"),
    "links": ("organisations", "links"),
    "namesakes": ("organisations", "namesakes"),
    "owners": ("organisations", "owners"),
    "joined_bodies": ("organisations", "joined_bodies"),
    "joined_media": ("organisations", "joined_media"),
    "subjects": ("organisations", "subjects"),
    "connectors": ("organisations", "connectors"),
    "agencies": ("organisations", "agencies"),
    "place_words": ("places", "words"),
    "led_by": ("places", "led_by"),
    "place_endings": ("places", "endings"),
    "place_prepositions": ("places", "before"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language's data; the module's docstring says what each attribute holds.

    Sets hold words in lower case, but `abbreviations`, which are as printed. `marks` are pairs of one character each.
    `pronouns` and `possessives` map to "m", "f", "n", "p" or "1".
    """

    code: str
    knows_speakers: bool = True
    spaced: bool = True
    capitals: bool = True
    nouns_capitalised: bool = False
    noun_endings: tuple[str, ...] = ()
    dash_speech: bool = False
    dash_resumes: bool = False
    bare_genitives: bool = False
    compounds: bool = False
    verb_second: bool = False
    postposed: bool = False
    cue_in_marks: bool = False
    drops_subjects: bool = False
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
    verb_endings: tuple[str, ...] = ()
    case_endings: tuple[str, ...] = ()
    body_prefixes: frozenset[str] = _NO_WORDS
    name_adjectives: frozenset[str] = _NO_WORDS
    plural_adjectives: tuple[str, ...] = ()
    adjective_endings: tuple[str, ...] = ()
    verbs: frozenset[str] = _NO_WORDS
    weak_verbs: frozenset[str] = _NO_WORDS
    thoughts: frozenset[str] = _NO_WORDS
    participles: frozenset[str] = _NO_WORDS
    listener_verbs: frozenset[str] = _NO_WORDS
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
    before_vowels: frozenset[str] = _NO_WORDS
    comparisons: frozenset[str] = _NO_WORDS
    reported: frozenset[str] = _NO_WORDS
    perfect_infinitives: frozenset[str] = _NO_WORDS
    deeds: frozenset[str] = _NO_WORDS
    deed_endings: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    naming: frozenset[str] = _NO_WORDS
    reflexives: frozenset[str] = _NO_WORDS
    denials: frozenset[str] = _NO_WORDS
    written: frozenset[str] = _NO_WORDS
    mood_endings: tuple[str, ...] = ()
    past_endings: tuple[str, ...] = ()
    accusatives: frozenset[str] = _NO_WORDS
    impersonal: frozenset[str] = _NO_WORDS
    bearing: frozenset[str] = _NO_WORDS
    passive_auxiliaries: frozenset[str] = _NO_WORDS
    plural_endings: tuple[str, ...] = ()
    perfect: frozenset[str] = _NO_WORDS
    agents: frozenset[str] = _NO_WORDS
    so_words: frozenset[str] = _NO_WORDS
    auxiliaries: frozenset[str] = _NO_WORDS
    inverted_pronouns: tuple[str, ...] = ()
    titles: frozenset[str] = _NO_WORDS
    roles: frozenset[str] = _NO_WORDS
    role_endings: tuple[str, ...] = ()
    role_prefixes: tuple[str, ...] = ()
    groups: frozenset[str] = _NO_WORDS
    female: frozenset[str] = _NO_WORDS
    male: frozenset[str] = _NO_WORDS
    female_endings: tuple[str, ...] = ()
    particles: frozenset[str] = _NO_WORDS
    belonging: frozenset[str] = _NO_WORDS
    ordinals: frozenset[str] = _NO_WORDS
    name_suffixes: frozenset[str] = _NO_WORDS
    name_tails: frozenset[str] = _NO_WORDS
    pronouns: Mapping[str, str] = field(default_factory=lambda: _NO_MAP)
    possessives: Mapping[str, str] = field(default_factory=lambda: _NO_MAP)
    articles: Mapping[str, str] = field(default_factory=lambda: _NO_MAP)
    ages: frozenset[str] = _NO_WORDS
    portfolios: frozenset[str] = _NO_WORDS
    portfolio_endings: tuple[str, ...] = ()
    organisation_words: frozenset[str] = _NO_WORDS
    organisation_suffixes: frozenset[str] = _NO_WORDS
    forms: frozenset[str] = _NO_WORDS
    complement_endings: tuple[str, ...] = ()
    genitive_adjectives: tuple[str, ...] = ()
    finite_endings: tuple[str, ...] = ()
    times: frozenset[str] = _NO_WORDS
    body_adjectives: tuple[str, ...] = ()
    named_nouns: frozenset[str] = _NO_WORDS
    branches: frozenset[str] = _NO_WORDS
    concerns: frozenset[str] = _NO_WORDS
    numbered: frozenset[str] = _NO_WORDS
    attached: frozenset[str] = _NO_WORDS
    joined_surnames: frozenset[str] = _NO_WORDS
    links: frozenset[str] = _NO_WORDS
    namesakes: frozenset[str] = _NO_WORDS
    owners: frozenset[str] = _NO_WORDS
    joined_bodies: frozenset[str] = _NO_WORDS
    joined_media: frozenset[str] = _NO_WORDS
    subjects: frozenset[str] = _NO_WORDS
    connectors: frozenset[str] = _NO_WORDS
    agencies: frozenset[str] = _NO_WORDS
    place_words: frozenset[str] = _NO_WORDS
    led_by: frozenset[str] = _NO_WORDS
    place_endings: tuple[str, ...] = ()
    place_prepositions: frozenset[str] = _NO_WORDS

    @property
    def no_name(self) -> frozenset[str]:
        """Every word that is no name by itself: function words, days, months, words that begin sentences."""
        return _no_name(self.code)

    @property
    def function_words(self) -> frozenset[str]:
        """Words that belong to no name even with a capital: articles, prepositions, conjunctions, pronouns."""
        return _function_words(self.code)

    @property
    def complements_follow(self) -> bool:
        """Whether what a role or a body is for stands behind it with a capital: "minister van Verkeer"."""
        return self.postposed or bool(self.portfolios)

    def is_role(self, word: str) -> bool:
        """Whether a word in lower case names a person by their part in life ("spokesman")."""
        if word in self.roles or (self.role_endings and word.endswith(self.role_endings)):
            return True
        if not word.startswith(self.role_prefixes or _NOTHING):
            return False
        return any(word.removeprefix(prefix) in self.roles for prefix in self.role_prefixes)

    def is_body(self, word: str) -> bool:
        """Whether a word in lower case tells a body by what it is, or is a compound of such a word."""
        return word in self.organisation_words or (self.compounds and _is_body(word, self.code))

    def is_shortened(self, word: str) -> bool:
        """Whether a point after this word belongs to it: an abbreviation's ("Gov.") or an initial's ("Ada W.")."""
        return word + "." in self.abbreviations or (len(word) == 1 and word.isupper())

    def gender_of_role(self, word: str) -> str:
        """The gender that a role or title tells, "m" or "f", "" when it tells none."""
        if word in self.female:
            return "f"
        if word in self.male:
            return "m"
        for ending in self.female_endings:
            if word.endswith(ending) and word.removesuffix(ending) in self.roles:
                return "f"
            if word + ending in self.roles:
                return "m"
        return ""


@lru_cache(maxsize=_LANGUAGES)
def of(code: str | None) -> Language:
    """The language with this ISO 639-1 code; one that knows marks alone when there is no folder for it."""
    key = (code or "").lower().split("-")[0]
    if not key.isalpha() or not key.isascii():
        return Language(code="", knows_speakers=False)
    path = DATA / key / "language.toml"
    if not path.is_file():
        return Language(code=key, knows_speakers=False)
    return parse(key, path.read_text(encoding="utf-8"))


def parse(code: str, text: str) -> Language:
    """A language from its file's text; an unknown table or key is a `ConfigurationError`."""
    tables = tomllib.loads(text)
    values: dict[str, Any] = {}
    types = {part.name: str(part.type) for part in fields(Language)}
    for attribute, (table, key) in _PLACES.items():
        source = tables.get(table, {}) if table else tables
        if key in source:
            values[attribute] = _shaped(types[attribute], source.pop(key))
    left = [name for name, value in tables.items() if not isinstance(value, dict) or value]
    if left:
        raise ConfigurationError(
            "The data of the language {code} holds keys that nobody reads: {left}.", code=code, left=left
        )
    return Language(code=code, **values)


@cache
def given_names() -> Mapping[str, str]:
    """Given names as printed, in every case of the languages that inflect them, each with "m", "f" or "" (either)."""
    genders = {**_names_in("given_names_of_the_world.toml"), **listed_given_names()}
    words = _no_name("ru") | _no_name("uk")
    for name, gender in tuple(genders.items()):
        for form in declined(name):
            if form.lower() in words:
                continue  # "Нині" means "now".
            if genders.setdefault(form, gender) != gender:
                genders[form] = ""
    return MappingProxyType(genders)


def listed_given_names() -> Mapping[str, str]:
    """The given names that were chosen one by one, with their gender."""
    return _names_in("given_names.toml")


def _names_in(file: str) -> dict[str, str]:
    tables = tomllib.loads((DATA / file).read_text(encoding="utf-8"))
    female, male = set(tables["female"].split()), set(tables["male"].split())
    for names in (female, male):
        firsts = names.intersection(tables.get("joined_first", "").split())
        names |= {f"{first}-{last}" for first in firsts for last in tables["joined_last"].split()}
    return dict.fromkeys(female - male, "f") | dict.fromkeys(male - female, "m") | dict.fromkeys(female & male, "")


def in_cases(nouns: Iterable[str]) -> frozenset[str]:
    """Nouns in the cases that German has."""
    return frozenset(noun + case for noun in nouns for case in _CASES)


def ends_in(word: str, nouns: AbstractSet[str]) -> bool:
    """Whether a word is one of these nouns or a compound that ends in one of four letters and more."""
    return word in nouns or any(word[at:] in nouns for at in range(_SHORTEST_HEAD, len(word) - _SHORTEST_PART + 1))


@lru_cache(maxsize=_WORDS)
def _is_body(word: str, code: str) -> bool:
    return ends_in(word, _bodies(code))


@lru_cache(maxsize=_LANGUAGES)
def _bodies(code: str) -> frozenset[str]:
    return in_cases(word for word in of(code).organisation_words if len(word) >= _SHORTEST_PART)


def _shaped(kind: str, value: Any) -> Any:
    if isinstance(value, str):
        value = value.split()
    if "frozenset" in kind:
        return frozenset(value)
    if "tuple" in kind:
        return tuple(value)
    return MappingProxyType(value) if isinstance(value, dict) else value


@lru_cache(maxsize=_LANGUAGES)
def _no_name(code: str) -> frozenset[str]:
    language = of(code)
    spoken = language.opinions | language.speech_nouns if language.nouns_capitalised else _NO_WORDS
    return _function_words(code) | language.not_names | language.months | language.days | spoken


@lru_cache(maxsize=_LANGUAGES)
def _function_words(code: str) -> frozenset[str]:
    language = of(code)
    return (
        language.stop_words
        | language.determiners
        | language.prepositions
        | language.relatives
        | language.conjunctions
        | frozenset(language.pronouns)
        | frozenset(language.possessives)
    )
