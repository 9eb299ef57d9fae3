"""What tells who acts and what a name stands for, by language.

It is data, `languages/<code>/actors.toml`, all of it optional; words are in lower case:

    articles = "the"           # before a name that is no person's
    finite = "won led"         # verbs that stand right after who acts, beside the verbs of speech
    verb_endings = "ed"        # endings of such verbs
    undergone = "acusada"      # of such participles those that call somebody too: an office or a trade goes before them
    undergone_endings = "ada"  # endings of participles that behind a comma tell what was done to somebody
    done_endings = "ado"       # endings of participles that behind an auxiliary tell a deed ("ha ganado")
    present_endings = "s"      # endings of verbs of the present, which a full name before them tells from nouns
    not_finite = "indeed"      # words that end so and are none
    modifiers = "former"       # adjectives that begin roles and are never verbs, though "to" may stand before them
    adverbs = "also"           # may stand between who acts and the verb
    adverb_endings = "ly"      # endings of adverbs that stand before a verb
    copulas = "is was"         # with `indefinite` after them they tell what somebody is
    indefinite = "a the"
    breaks = "who which"       # where a role ends
    left_out = "that"          # what a headline may leave out after a verb
    empty = "would may"        # verbs that tell no deed
    alone_endings = "trice" # of these, the endings that no adjective has: a noun alone behind a name and a comma
    calling_endings = "er ist" # endings of nouns for people, which before names tell roles that no list has
    led_endings = "ul"         # endings of nouns that are their article, before the names of those whom they call
    plural_articles = "los"    # articles of several
    uncalled = "caso mismo"    # words that stand between an article and somebody's name and do not tell what they are
    participle_endings = "ing" # endings of verbs that may stand within a role only after a determiner
    plural_endings = "s"       # endings of nouns that end before a title, and of verbs that stand before an object
    role_plurals = "es: i:o"   # endings of plurals of roles, each with the ending of the singular behind a colon
    people_endings = "ois"     # endings of single names behind an article for a town's people and country
    acting_people_endings = "s"  # endings of names for people of a country who act ("Danes")
    noun_endings = "ción ul"   # endings of nouns that are in no person's name
    direction_endings = "ern"  # endings of adjectives that tell a part of a country ("Western Sahara")
    adding = "und"                # of `breaks`: joins a second verb of one subject
    particles = "hoch"            # words that end a clause and belong to its verb ("ging am Samstag hoch")
    accusative_articles = "den"   # articles of what a preposition tells the way to
    dative_endings = "n"          # endings of plurals behind such an article that tell a place all the same
    attribute_endings = "te ten"  # endings of participles that end an attribute before a noun
    genitive_endings = "er"       # endings of adjectives that begin a genitive plural ("einzelner Werke")
    fronting = "in nach"       # prepositions before phrases of place, time and the like, which a clause can do without
    purposes = "for"           # words behind which a body's name says what it is for
    superlatives = "most only" # words that single out among what the phrases behind them tell
    times_told = "yesterday"   # adverbs of time that a headline may leave out
    time_modifiers = "last"    # may stand within a phrase of time
    between = "between"        # prepositions before two that "and" joins
    infinitives = "to"         # words before an infinitive
    infinitive_endings = "en"  # endings of infinitives into which such a word may be joined ("anzuhören")
    turning = "without"        # prepositions whose phrase turns what is said
    times = "minute"           # nouns before names that tell when, not who
    belongs = "of"             # opens a phrase behind a name that tells where somebody belongs
    plural_verbs = "run have"  # verbs that tell of two and more, beside those that `plural_endings` of verbs tell
    singular_verbs = "tient"   # verbs that end so and tell of one
    relating_endings = "вший"  # endings of participles that tell behind a comma what somebody does
    speaking_for = "on-behalf" # opens an apposition that tells for whom somebody speaks, or what they lead
    examples = "such-as like"  # behind a plural, before one of those whom it means
    remainders = "rest others" # with an article they go on with what is counted, and tell nobody's part in life
    personal = "lui"           # words before a name that is a person's
    addresses = "mr ms"        # before names, telling no part in life
    whose = "whose"            # open a clause about what somebody has
    formerly = "former ex"     # open a role that somebody had, in every form
    led = "led-by"             # between a body and who leads it
    judged = "jailed cleared"  # participles of what a court does to somebody
    sole_endings = "mayor"     # nouns, and endings of nouns, for offices that one person alone holds
    name_telling = "name"      # words that, with a pronoun, are all of a sentence before the name that it tells
    anyone = "man woman"       # nouns that tell no part in life, nor does a noun for kin alone
    kin = "daughter"           # what somebody is to others, which goes behind what they are by office
    acting = "defending"       # between commas, what a lawyer behind whose name it stands does
    years = "ans"              # behind a number beside a name, an age
    born = "née"               # right behind a name and a comma they tell somebody's birth
    homelands = "de at ch"     # countries where it is spoken, whose towns end the names of clubs and seldom surnames
    members = "of"             # behind a name they tell of which body somebody is
    parties = "spd"            # letters and words in brackets behind a name, which tell somebody's party
    people_relatives = "who"   # open a clause about somebody
    plural_relatives = "які"   # open a clause about two and more alone
    agreeing = "ну:у"         # endings of adjectives that nouns have too, and of the nouns they may then stand before;
                              # what stands before a part in life and is no adjective is cut, where a language has this
    role_phrases = ["public prosecutor"]  # call somebody though none of their words does alone
    civic = "council mayor"    # what towns have
    directions = "to from"     # prepositions that stand before places among others
    things = "cup prize"       # words that make a name an event, a work, a law
    vessels = "ship shuttle"   # words, any place in a name, that make it a thing that moves
    grounds = "stadium"        # words that make a name a ground or building
    sure_grounds = "county"    # those of them that are no surnames
    facilities = "museum"      # words that make a name a place, or an organisation where it acts
    bodies = "band"            # words that make a name an organisation
    peoples_bodies = "army"    # nouns for bodies that a country's adjective before them names ("the Israeli army")
    body_names = ["red cross"] # names of organisations
    media = "news tribune"     # words that make a name a medium
    origins = "from"           # prepositions before the body that somebody who speaks is of
    contracted = "del"         # prepositions joined to an article, which stand before no full name of a person
    nobody = "gmt"             # capitals that are nobody
    called_works = "novel"     # nouns right before a name that make it a work's
    called_bodies = "band"     # the same for an organisation
    called_places = "village"  # the same for a place, "of" may stand between
    body_roles = "director"    # roles that with "of" stand before a body's name
    club_articles = "el"       # articles that stand before a club called after its town, not before the town
    people_adjectives = "jeune"  # may stand before who lives somewhere, with `people_endings`
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from bot.domain.language import languages
from bot.domain.language.dotted import lowered_forms

_LANGUAGES = 32
_DONE = 2  # An auxiliary and its participle.
_SPEAKING_WORDS = range(1, 5)


@dataclass(frozen=True, slots=True)
class ActorSigns:
    """One language's data on who acts and what names stand for; the module's docstring says what each holds."""

    verb_endings: tuple[str, ...]
    undergone: frozenset[str]
    undergone_endings: tuple[str, ...]
    done_endings: tuple[str, ...]
    present_endings: tuple[str, ...]
    calling_endings: tuple[str, ...]
    alone_endings: tuple[str, ...]
    led_endings: tuple[str, ...]
    participle_endings: tuple[str, ...]
    plural_endings: tuple[str, ...]
    people_endings: tuple[str, ...]
    acting_people_endings: tuple[str, ...]
    noun_endings: tuple[str, ...]
    direction_endings: tuple[str, ...]
    times: frozenset[str]
    adding: frozenset[str]
    uncalled: frozenset[str]
    plural_articles: frozenset[str]
    particles: frozenset[str]
    accusative_articles: frozenset[str]
    dative_endings: tuple[str, ...]
    attribute_endings: tuple[str, ...]
    genitive_endings: tuple[str, ...]
    fronting: frozenset[str]
    purposes: frozenset[str]
    superlatives: frozenset[str]
    times_told: frozenset[str]
    time_modifiers: frozenset[str]
    between: frozenset[str]
    infinitives: frozenset[str]
    infinitive_endings: tuple[str, ...]
    turning: frozenset[str]
    belongs: frozenset[str]
    examples: frozenset[str]
    remainders: frozenset[str]
    role_plurals: frozenset[str]
    plural_verbs: frozenset[str]
    singular_verbs: frozenset[str]
    speaking_for: frozenset[str]
    relating_endings: tuple[str, ...]
    articles: frozenset[str]
    origins: frozenset[str]
    contracted: frozenset[str]
    finite: frozenset[str]
    not_finite: frozenset[str]
    modifiers: frozenset[str]
    adverbs: frozenset[str]
    adverb_endings: tuple[str, ...]
    copulas: frozenset[str]
    indefinite: frozenset[str]
    breaks: frozenset[str]
    left_out: frozenset[str]
    empty: frozenset[str]
    personal: frozenset[str]
    addresses: frozenset[str]
    led: frozenset[str]
    judged: frozenset[str]
    sole_endings: tuple[str, ...]
    name_telling: frozenset[str]
    anyone: frozenset[str]
    kin: frozenset[str]
    acting: frozenset[str]
    years: frozenset[str]
    born: frozenset[str]
    homelands: frozenset[str]
    members: frozenset[str]
    parties: frozenset[str]
    people_relatives: frozenset[str]
    plural_relatives: frozenset[str]
    role_phrases: frozenset[str]
    agreeing: frozenset[str]
    whose: frozenset[str]
    formerly: frozenset[str]
    civic: frozenset[str]
    directions: frozenset[str]
    things: frozenset[str]
    vessels: frozenset[str]
    grounds: frozenset[str]
    sure_grounds: frozenset[str]
    facilities: frozenset[str]
    bodies: frozenset[str]
    peoples_bodies: frozenset[str]
    body_names: frozenset[str]
    media: frozenset[str]
    nobody: frozenset[str]
    called_works: frozenset[str]
    called_bodies: frozenset[str]
    called_places: frozenset[str]
    body_roles: frozenset[str]
    club_articles: frozenset[str]
    people_adjectives: frozenset[str]

    def has_something(self, verb: str, following: str) -> bool:
        """Whether a verb that tells no deed beside another verb tells what somebody has: "ha | una locanda"."""
        return verb in self.empty - self.copulas and following in self.indefinite - {"", *self.articles}

    def has_done(self, words: Sequence[str]) -> bool:
        """Whether a participle behind an auxiliary tells what somebody has done to something: "has | run the mill"."""
        if len(words) <= _DONE or words[0] not in self.empty - self.copulas or words[1] in self.empty:
            return False
        return words[1] in self.finite or words[1].endswith((*self.verb_endings, *self.done_endings) or ("\0",))

    def speaks_for(self, words: Sequence[str]) -> bool:
        """Whether a phrase tells for whom somebody speaks: "speaking for the residents", "au nom des bergers"."""
        first = words[0].lower().partition("-")[0] if words else ""
        if first not in _openers(self.speaking_for):
            return False
        return any("-".join(words[:count]).lower() in self.speaking_for for count in _SPEAKING_WORDS)


@lru_cache(maxsize=_LANGUAGES)
def signs_of(code: str) -> ActorSigns:
    """The data of a language, empty where it has none."""
    path = languages.DATA / (code or "en") / "actors.toml"
    table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8")) if code and path.is_file() else {}
    words = {part.name: _words(table.get(part.name, "")) for part in fields(ActorSigns)}
    if languages.of(code).dotted_i:
        words = {name: lowered_forms(listed) for name, listed in words.items()}
    shaped: dict[str, Any] = {n: tuple(listed) if n.endswith("_endings") else listed for n, listed in words.items()}
    return ActorSigns(**shaped)


@lru_cache(maxsize=_LANGUAGES)
def bodies_in(code: str) -> frozenset[str]:
    """The words of a language that are bodies or tell what one is."""
    return signs_of(code).bodies | languages.of(code).organisation_words


@lru_cache(maxsize=_LANGUAGES)
def no_persons_in(code: str) -> frozenset[str]:
    """The words of a language that end no person's name."""
    signs = signs_of(code)
    return bodies_in(code) | signs.things | signs.media | languages.of(code).joined_media | signs.sure_grounds


@lru_cache(maxsize=_LANGUAGES)
def generic_in(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a language that end bodies' names, and those with the words that are bodies."""
    signs, language = signs_of(code), languages.of(code)
    generic = signs.media | language.organisation_words | language.organisation_suffixes
    return generic, generic | signs.bodies


@lru_cache(maxsize=_LANGUAGES)
def nobody_in(code: str) -> frozenset[str]:
    """The nouns of a language for anybody and for kin."""
    return frozenset(noun.lower() for noun in signs_of(code).anyone | signs_of(code).kin)


@lru_cache(maxsize=_LANGUAGES)
def new_articles(code: str) -> frozenset[str]:
    """The articles of whom nobody told before."""
    language = languages.of(code)
    known = language.definite | language.oblique | language.possessives.keys()
    return (language.determiners | signs_of(code).indefinite) - known


@lru_cache(maxsize=_LANGUAGES)
def breaks_in(code: str) -> frozenset[str]:
    """The verbs of a language and the words where a role ends."""
    language, signs = languages.of(code), signs_of(code)
    helping = language.auxiliaries - language.prepositions  # "l'ingénieure | en chef"
    return language.verbs | helping | language.weak_verbs | signs.breaks | signs.finite


@lru_cache(maxsize=_LANGUAGES)
def joints_in(code: str) -> frozenset[str]:
    """The words of a language that join two, or a clause to what it tells of."""
    language = languages.of(code)
    return (language.conjunctions | language.relatives) - language.that


@lru_cache(maxsize=_LANGUAGES)
def helping_in(code: str) -> frozenset[str]:
    """The verbs of a language that tell no deed by themselves."""
    return signs_of(code).copulas | signs_of(code).empty


@lru_cache(maxsize=_LANGUAGES)
def row_joints(code: str) -> frozenset[str]:
    """What stands between two names of a row."""
    words = languages.of(code).conjunctions
    return frozenset([", ", *(f"{comma} {word} " for word in words for comma in ("", ","))])


@lru_cache(maxsize=_LANGUAGES)
def _openers(phrases: frozenset[str]) -> frozenset[str]:
    """The first words of phrases that have hyphens between theirs."""
    return frozenset(phrase.partition("-")[0] for phrase in phrases)


def _words(value: str | list[str]) -> frozenset[str]:
    return frozenset(value.split() if isinstance(value, str) else value)
