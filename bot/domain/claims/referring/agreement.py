"""A language's words for something named before, and the nouns that they agree with.

A file `references.toml` in a language's folder, all of it optional; what a word agrees with is written in letters: `m`,
`f`, `n` for one of a gender, `s` for one, `h` for a person, `M`, `F` for several of a gender, `p` for several.

    pronouns = "it:s they:p"      # words that stand for a thing alone
    nouns = "a:s these:p"         # articles and numbers, with the nouns behind them
    opening = "der:m"             # articles that agree with fewer where they open a sentence
    endings = "ss:s s:p"          # endings of nouns, the first that fits, where no article tells
    wholes = "this that"          # words that may stand for all that a sentence says
    joined = "dafür:für"          # words for a preposition and what it ties
    attached = "rlo rla"          # ends of infinitives with a pronoun
    heads_last = true             # whether what describes a noun stands before it
    nobodies = "nobody"           # words that deny that there is somebody or something
    without = "without"           # what stands before a deed that is not done, and the word that denies it
    denial = "not"
    latter = "dieser:m diese:f"   # words that stand for who or what the sentence before names last: of a man, a woman
    theres = "there:in"           # words for a place named before, and the preposition that they have in them
    placing = "y"                 # pronouns for a place named before
    thens = "since-then:since"    # words for a time named before, and the preposition that they have in them
    then_days = "until-then:until" # words for a day named before, and the preposition that they have in them
    generics = "device vehicle"   # nouns that, with an article, stand for a thing of another name
    genitives = "ului ei"         # endings of nouns that say whose the thing right before them is
    wheres = "wo"                 # words that open a relative clause of a place
    seats = "mayor:town,city"     # offices with nouns for what they stand for, which their holders mean with "we"
    ours = "we us our"            # words for those of whom one speaks
    impersonal = "man"            # words for nobody in particular, by which a speaker who is reported means their own
    heads = "director chairman"   # offices in the body that is told of, where it is not told in which
    owners = "its:s ihr:fp"       # possessives of a thing, with the nouns for it that they agree with
    owned = "{name}'s {noun}"     # how what is somebody's is told
    relating = "who:s which:b"    # relative words: who does it (`s`), to whom it is done (`o`), or either (`b`)
    tied = "which:sp denen:p"     # relative words behind a preposition, and for whose something is, with the nouns that
                                  # they agree with
    tying = "of"                  # the word between what is theirs and whose it is
    relating_genders = "яка:f"    # relative words that agree with a noun for a man or a woman alone
    doing_endings = "ing"         # endings of participles behind a noun for who does something: "a man suing the state"
    of_forms = "du:le of:"        # words for "of" before a noun, each with what stands before it without that
    agent_deeds = "founder:founded"  # nouns for who does something, with a verb for what they do
    addressing = "a al"           # words before a relative one that tell to whom it is done
    participles = "o:m a:f"       # endings of participles that agree with their subject, the first that fits
    datives = "die:der das:dem"   # articles of who does it, each with that of to whom it is done
    aged = "jährige alt"          # words that tell with a number how old somebody is
    aged_obliques = "jährigen"    # of `aged`: forms of whom something is done to or for
    excess = "too:to"             # words for too much, each with what opens the deed that is not done for it
    origins = "from"              # words before where something moves from, and before where it moves to
    goals = "to into"
    told_by = "news-was-confirmed"  # what opens a sentence that only tells by whom the one before it is said
    onces = "früher einst"        # words that tell that something was so, before a verb of the past or none
    formers = "earlier previous"  # words beside a noun for one that was before another of its kind
    lasting = "works leads"       # verbs in the present of what lasts, so that who once did it may do it no more
    youth = "young"               # adjectives before such a noun that tell nothing but that somebody is young
    accusatives = "у:f а:m"       # endings of nouns of what a deed is done to, where they tell more than `endings`
    retaking = "it them"          # pronouns of what a deed is done to, behind another that is done to the same
    obliques = "them him"         # pronouns that never tell who does it
    eliding = "un:m"              # articles that tell less before a vowel, with what they agree with before others
    headless = "those:p"          # words before what only describes a noun left out, with what they agree with
    theirs = "loro"               # pronouns that tell behind an article whose the noun behind them is
    totals = "all"                # words for all of those of whom some were counted before
    anybody = "man:m woman:f"     # nouns for somebody of whom no trade is told, and whether they are a man or a woman
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from bot.domain.claims.comparing.support import plain
from bot.domain.claims.comparing.tokens import Token
from bot.domain.claims.comparing.wording import folded
from bot.domain.language import languages

_LANGUAGES = 32
_NO_WORDS: Mapping[str, str] = MappingProxyType({})
_SHORTEST = 3
# What an article is shortened before, accents apart.
_ELIDED = frozenset("aeiouhàèéìòù")
_THING = frozenset("sn")
_SEVERAL = {"p", "M", "F"}


@dataclass(frozen=True, slots=True)
class Agreement:
    """One language's words; see the module."""

    pronouns: Mapping[str, str] = field(default_factory=lambda: _NO_WORDS)
    nouns: Mapping[str, str] = field(default_factory=lambda: _NO_WORDS)
    opening: Mapping[str, str] = field(default_factory=lambda: _NO_WORDS)
    endings: Mapping[str, str] = field(default_factory=lambda: _NO_WORDS)
    joined: Mapping[str, str] = field(default_factory=lambda: _NO_WORDS)
    wholes: frozenset[str] = frozenset()
    attached: tuple[str, ...] = ()
    heads_last: bool = False
    owned: str = ""
    nobodies: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    denial: str = ""
    genitives: tuple[str, ...] = ()
    generics: frozenset[str] = frozenset()
    thens: Mapping[str, str] = field(default_factory=lambda: _NO_WORDS)
    then_days: Mapping[str, str] = field(default_factory=lambda: _NO_WORDS)
    theres: Mapping[str, str] = field(default_factory=lambda: _NO_WORDS)
    placing: frozenset[str] = frozenset()
    onces: frozenset[str] = frozenset()
    formers: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()
    aged: frozenset[str] = frozenset()
    aged_obliques: frozenset[str] = frozenset()
    wheres: frozenset[str] = frozenset()
    ours: frozenset[str] = frozenset()
    impersonal: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    owners: Mapping[str, str] = field(default_factory=lambda: _NO_WORDS)
    seats: frozenset[tuple[str, str]] = frozenset()
    latter: Mapping[str, str] = field(default_factory=lambda: _NO_WORDS)
    relating: Mapping[str, str] = field(default_factory=lambda: _NO_WORDS)
    tied: Mapping[str, str] = field(default_factory=lambda: _NO_WORDS)
    tying: str = ""
    addressing: frozenset[str] = frozenset()
    relating_genders: Mapping[str, str] = field(default_factory=lambda: _NO_WORDS)
    doing_endings: tuple[str, ...] = ()
    of_forms: Mapping[str, str] = field(default_factory=lambda: _NO_WORDS)
    agent_deeds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    participles: Mapping[str, str] = field(default_factory=lambda: _NO_WORDS)
    datives: frozenset[tuple[str, str]] = frozenset()
    excess: Mapping[str, str] = field(default_factory=lambda: _NO_WORDS)
    origins: frozenset[str] = frozenset()
    goals: frozenset[str] = frozenset()
    told_by: tuple[str, ...] = ()
    youth: frozenset[str] = frozenset()
    anybody: Mapping[str, str] = field(default_factory=lambda: _NO_WORDS)
    accusatives: Mapping[str, str] = field(default_factory=lambda: _NO_WORDS)
    retaking: frozenset[str] = frozenset()
    obliques: frozenset[str] = frozenset()
    totals: frozenset[str] = frozenset()
    theirs: frozenset[str] = frozenset()
    eliding: Mapping[str, str] = field(default_factory=lambda: _NO_WORDS)
    headless: Mapping[str, str] = field(default_factory=lambda: _NO_WORDS)

    def agree(self, pronoun: str, noun: Token, article: str, *, opens: bool = False) -> bool:
        """Whether a pronoun may stand for a noun behind an article, "" for none; unknown forms agree with all.

        `opens` is whether the article opens its sentence, which tells its case.
        """
        wanted = self.pronouns.get(pronoun, "")
        told = (opens and self.opening.get(article, "")) or self.nouns.get(article, "") or self.form(noun.folded)
        if article in self.eliding and noun.folded[0] not in _ELIDED:
            told = self.eliding[article]
        return not wanted or not told or any(_agree(one, other) for one in wanted.replace("h", "s") for other in told)

    def may_own(self, owner: str, noun: Token, article: str) -> bool:
        """Whether a possessive may be for a noun behind an article, "" for none; unknown forms agree with all."""
        wanted, told = self.owners.get(owner, ""), self.nouns.get(article, "") or self.form(noun.folded)
        return not wanted or not told or any(_agree(one, other) for one in wanted for other in told)

    def may_tell_of(self, word: str, article: str, noun: Token, opening: str, *, several: bool) -> bool:
        """Whether a relative word, behind an article or none, may tell of a noun behind what opens its phrase.

        `several` is whether a number tells that the noun is for several.
        """
        wanted = self.nouns.get(article, "") or self.tied.get(word, "")
        told = "p" if several else self.nouns.get(opening, "") or self.form(noun.folded)
        return not wanted or not told or any(_agree(one, other) for one in wanted for other in told)

    def is_for_somebody(self, pronoun: str) -> bool:
        """Whether a pronoun stands for a person alone."""
        return "h" in self.pronouns.get(pronoun, "")

    def is_for_thing(self, pronoun: str) -> bool:
        """Whether a pronoun stands for no person."""
        return pronoun in self.pronouns and _THING.issuperset(self.pronouns[pronoun])

    def may_be_one(self, pronoun: str, other: str) -> bool:
        """Whether two words may stand for the same; unknown ones may."""
        forms, others = self.pronouns.get(pronoun, ""), self.pronouns.get(other, "")
        return not (forms and others) or any(_agree(one, two) for one in forms for two in others)

    def may_be_several(self, pronoun: str) -> bool:
        """Whether a pronoun may stand for several things."""
        return not _SEVERAL.isdisjoint(self.pronouns.get(pronoun, "p"))

    def is_several(self, pronoun: str) -> bool:
        """Whether a pronoun always stands for several things."""
        return pronoun in self.pronouns and _SEVERAL.issuperset(self.pronouns[pronoun])

    def is_plural(self, noun: Token, article: str) -> bool:
        """Whether a noun is told as of several, by its article or its ending."""
        told = self.nouns.get(article, "") or self.form(noun.folded)
        return bool(told) and _SEVERAL.issuperset(told)

    def form(self, word: str) -> str:
        """What a word's ending tells of its gender and number, "" for nothing."""
        return next((form for ending, form in self.endings.items() if word.endswith(ending)), "")

    def parted(self, word: str) -> tuple[str, str]:
        """An infinitive and the pronoun at its end ("rifarla": "rifare", "la"); empty where a word has none."""
        if not word.endswith(self.attached):
            return "", ""
        for pronoun in self.attached:
            if word.endswith(pronoun) and len(word) >= len(pronoun) + _SHORTEST:
                return word[: len(word) - len(pronoun) + 1], pronoun[1:]
        return "", ""


def _agree(one: str, other: str) -> bool:
    """Whether two letters are the same, or both for several and one of them for any gender."""
    return one == other or ("p" in {one, other} and {one, other} <= _SEVERAL)


def _by_first(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """All that stands second in pairs, by what stands first."""
    found: dict[str, tuple[str, ...]] = {}
    for first, other in pairs:
        found[first] = (*found.get(first, ()), other)
    return found


@lru_cache(maxsize=_LANGUAGES)
def agreement_of(code: str) -> Agreement:
    """A language's words for what was named before; empty for a language without a file."""
    path = languages.DATA / code / "references.toml"
    if not code or not path.is_file():
        return Agreement()
    table = tomllib.loads(path.read_text(encoding="utf-8"))

    def pairs(key: str) -> dict[str, str]:
        written = (pair.rpartition(":") for pair in table.get(key, "").split())
        return {folded(word): form for word, _, form in written}

    def written(key: str) -> list[tuple[str, str]]:
        told = (pair.replace("-", " ").partition(":") for pair in table.get(key, "").split())
        return [(first, other) for first, _, other in told]

    def words(key: str) -> frozenset[str]:
        return frozenset(map(folded, table.get(key, "").split()))

    seats = (pair.split(":") for pair in table.get("seats", "").split())
    held = ((office, seat) for offices, kinds in seats for office in offices.split(",") for seat in kinds.split(","))
    return Agreement(
        pronouns=pairs("pronouns"),
        nouns=pairs("nouns"),
        opening=pairs("opening"),
        endings=pairs("endings"),
        joined=pairs("joined"),
        wholes=words("wholes"),
        nobodies=words("nobodies"),
        without=words("without"),
        denial=table.get("denial", ""),
        thens=pairs("thens"),
        then_days=pairs("then_days"),
        theres=pairs("theres"),
        placing=words("placing"),
        onces=words("onces"),
        formers=words("formers"),
        lasting=words("lasting"),
        aged=words("aged"),
        aged_obliques=words("aged_obliques"),
        wheres=words("wheres"),
        ours=words("ours"),
        impersonal=words("impersonal"),
        heads=words("heads"),
        owners=pairs("owners"),
        seats=frozenset((folded(office), folded(seat)) for office, seat in held),
        latter=pairs("latter"),
        relating=pairs("relating"),
        tied=pairs("tied"),
        tying=table.get("tying", ""),
        addressing=words("addressing"),
        participles=pairs("participles"),
        excess=pairs("excess"),
        origins=words("origins"),
        goals=words("goals"),
        relating_genders=pairs("relating_genders"),
        doing_endings=tuple(words("doing_endings")),
        of_forms=dict(written("of_forms")),
        agent_deeds=_by_first(written("agent_deeds")),
        told_by=tuple(words("told_by")),
        youth=words("youth"),
        anybody=pairs("anybody"),
        accusatives=pairs("accusatives"),
        retaking=words("retaking"),
        obliques=words("obliques"),
        totals=words("totals"),
        theirs=words("theirs"),
        headless=pairs("headless"),
        eliding=pairs("eliding"),
        datives=frozenset(
            (word, other) for word, _, other in (pair.partition(":") for pair in table.get("datives", "").split())
        ),
        generics=words("generics"),
        genitives=tuple(map(plain, table.get("genitives", "").split())),
        attached=tuple(sorted(table.get("attached", "").split(), key=len, reverse=True)),
        heads_last=table.get("heads_last", False),
        owned=table.get("owned", ""),
    )
