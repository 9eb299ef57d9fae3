"""Reads a language's words by which a true sentence becomes a false one, and those that say the same as others.

A file `claims.toml` in a language's folder, and those of `_MORE` beside it, which add to it; all of it optional.
Words are in lower case, in every form that news uses;
"-" joins the words of a phrase ("no-longer"). A list of words is one string.

    not = "not never nobody"          # what denies
    conditions = "if unless until"    # what a statement depends on
    opening_conditions = "se"         # those that are pronouns too
    all = "all every"                 # quantities that may not be added
    part = "some most of-the"         # quantities that may not be dropped before what they are a part of
    complements = "that to"           # open or mark what completes another clause, besides "that"
    opening_parts = "des"             # articles of some things, where they open a sentence
    twofold = "che"                   # of `complements`: what behind a comma and a noun opens a relative clause
    ties = "of by to in"              # words before a name that tie it to something else
    inflected = true                  # whether verbs have more forms than are listed: governors are found by theirs
    doubled = true                    # whether what denies may be two words of a clause ("ne ... pas")
    free_order = true                 # whether endings and not places tell who does what
    joins = "and but"                 # conjunctions that join two statements without tying one to the other
    joining = "and or"                # conjunctions that join words as often as clauses
    partitives = "of davon"           # what makes a number a part of something ("two of the")
    only = "only"                     # what limits a statement
    none = "no none-of"               # of `not`: what stands before what there is none of
    firsts = "first last"             # what is one alone of its kind
    freeing = "acquitted"             # what ends a charge or an accusation
    indefinite = "a an"               # articles of what has not been told of
    seasons = "spring winter"         # times of the year, besides days and months
    hours = "abend morgen"            # times of the day that are written with it as one word ("Montagabend")
    directions = "nach"               # of `after`: what before a place tells where to
    former = "former ex"              # what tells that something is over
    more = "more higher"              # comparisons, by their direction
    less = "less fewer"
    than = "than"                     # parts what is compared
    before = "before"                 # order in time
    after = "after"
    cause = "because due-to"          # what gives a cause
    leading = "prompted forced"       # verbs that tell of a cause: what made somebody do what follows
    floor = "at-least"                # bounds of a number
    ceiling = "at-most"
    neutral = "said says"             # verbs of speech that add nothing to what is said
    announcing = "announced"          # those whose speaker may be left out, as what they tell is a fact
    officials = "police council"      # bodies whose plain word is a fact, so that they may be left out as speakers
    sources = "according-to"          # phrases that name a speaker
    light = "thing get"               # words that carry nothing that could be compared
    anaphors = "it they this"         # words that stand for something named before, besides the pronouns
    bodies = "company agency"         # nouns that stand for an organisation named before
    groups = "staff members"          # nouns for people or bodies whom a speaker may mean with "we"
    omits_subjects = true             # whether a sentence may leave its subject out
    turning = "reject cancel"         # words that turn round what they govern, as do those that say the same
    present = "is are"                # say that something still is
    past = "was were"                 # say that something was
    copulas = "is was"                # say what somebody is
    passive = "was were been"         # make a passive of a participle
    till = "until by"                 # before a day or a number no condition and no order, but the end of a time
    since = "from since"              # before the beginning of a time
    about = "about nearly over"       # before a number that is rounded
    percent = "percent per-cent"      # words for percent
    fractions = "half:50 third:33.3"  # in percent
    majority = "most"                 # more than half
    referring = "decision motion"     # nouns that, with an article, stand for what was told right before
    definite_endings = "ul"           # endings that are articles of nouns
    participles = "ado ada"           # endings of participles that tell alone what is done
    prefixes = "vice ex"              # first parts of compounds with a hyphen that change what the second says
    instead = "instead"               # what stands near a number in whose place another one is
    against = "against"               # prepositions that tell whom or what a deed opposes
    opposing = "doubt against"        # what somebody holds of a statement without vouching for it, besides a denial
    headline_futures = "to"           # what tells in a headline that something is to come
    bare_agents = "by"                # agents that are hardly anything else behind a participle without a verb
    deciding = "voted agreed"         # verbs after which what they govern is to come
    subjects = "he she"               # pronouns that are always who does it
    clitics = "la lo"                 # pronouns that stand before the verb whose object they are
    objective = "him:m"               # those that tell of a man or a woman and are nothing else
    object_pronouns = "her him"       # pronouns that stand behind the verb whose object they are
    objects = "pe a al"               # words that mark whom something is done to, though they are prepositions too
    nominative = "der"                # articles of who does it and of whom it is done to, where they differ
    accusative = "den"
    givens = "à au"                   # words before whom something is given, said or done to, of whom it is no deed
    genders = "lo:m la:f"             # of `clitics`
    given_endings = "ului ilor"       # endings of nouns that say the same
    contrasting = "although while"    # what joins a statement to another without tying one to the other
    humans = "man woman player"       # nouns that stand for the one person named before
    enclitics = "-o -a -lhe"          # pronouns that a hyphen joins to the verb before them
    cut_short = "á:ar ê:er"           # ends of infinitives before some of them ("abri-la", "abrir")
    undated = "mai luni"              # months and days that mostly are other words
    fused = "du au"                   # prepositions that have a definite article in them
    perfects = "a ont avait"          # verbs that make a past of a participle
    pluperfects = "had"               # those that make one of what was before another deed
    oblique = "dem einem"             # articles of whom something is done to or for
    denying = "n't"                   # endings that deny, the word for it, and verbs that it cuts short
    denial = "not"
    passive_endings = "ades"          # endings of verbs that are passive by themselves, more such verbs, and verbs
    passives = "greps"                # that only end so; each is read as a verb behind the helping word
    deponents = "hoppades"
    helping = "blir"
    clipped = "ca:can wo:will"
    possessives = "'s '"              # endings of genitives, the longest first
    particles = "ab an auf vor"       # what a verb may leave at its clause's end ("wirft ... vor")
    behind_particles = "ge zu"        # what stands between such a particle and its verb in one word ("vor-ge-worfen")
    participle_prefix = "ge"          # what most participles begin with
    participle_ending = "t"           # what those end with that do not begin so
    prefixed_participles = "t te en"    # what those end in that begin so
    opening_sources = "pour para"     # prepositions that name whose view it is, where they open a sentence
    agents = "by"                     # before who does what a passive tells
    families = "fine penalty"         # more words that say the same, a group a line
    irregular = "man men"             # forms of a word that no ending tells, a word a line
    roots = "brechen bricht brach"    # forms of a verb that others are made of, a verb a line
    verb_prefixes = "ab zer"          # what they are made with ("zer-brach", "ab-ge-brochen")
    endings = "ing ed s"              # endings that are taken off before words are compared
    deed_nouns = "ing ion"            # endings of nouns for what is done
    infinitives = "ar er ir"          # endings of infinitives
    infinitive_marks = "to"           # words before an infinitive
    finite = "ed s"                   # endings of verbs that are no infinitives
    futures = "rá rán"                # endings of verbs in the future
    conditionals = "ría rían"         # endings of verbs in the conditional
    presents = "s"                    # endings of verbs in the present, where a past is told by `pasts`
    pasts = "ла ли"                   # endings of verbs in the past, where no other words end so
    articles = "one"                  # number words that are articles or pronouns too, and then count nothing
    numbers = "two:2 dozen:12"        # number words
    magnitudes = "million:1000000"    # words that multiply the number before them
    vague = "dozens:12 thousands:1000"  # of how many there are some
    opposites = ["accept | reject"]   # pairs of groups of words that exclude each other
    degrees = ["many | few"]          # small words of which one in a place excludes those of the other sides
    converses = ["give | receive"]    # pairs of groups of verbs for one deed, told of either side of it
    broader = ["library > building"]  # narrower words, and those that may be said for any of them
    gapped = ["makes…responsible blames"]  # groups of words that say the same, among them pairs with others between
    depending = "depends"             # verbs before what something depends on
    synonyms = ["buy acquire", ...]   # groups of words that say the same in news, irregular forms of a word among them
    [governors]                       # groups of words that make what they govern less than a fact, or change who
    possible = "may might"            # vouches for it; the names are those of the other languages, to be compared
"""

import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from bot.domain.claims.comparing import wording
from bot.domain.claims.comparing.support import plain
from bot.domain.claims.comparing.wording import GOVERNOR_LETTERS, GOVERNS, Wording, by_length, folded, roots_of
from bot.domain.language import languages
from bot.domain.language.languages import Language

_LANGUAGES = 32
_MORE = ("paraphrases.toml", "synonyms.toml", "governing.toml", "amounts.toml", "inflections.toml")
# Parts the two words of a pair with others between them.
_GAP = "…"
# Begins the names of the groups of `families`, of which a word does not turn what it governs because another does.
_WIDE = "w"

_KEYS = {
    "not": wording.NOT, "conditions": wording.COND, "all": wording.ALL, "part": wording.PART, "only": wording.ONLY,
    "former": wording.FORMER, "more": wording.MORE, "less": wording.LESS, "than": wording.THAN,
    "before": wording.BEFORE, "after": wording.AFTER, "cause": wording.CAUSE, "leading": wording.LEADS,
    "floor": wording.FLOOR, "ceiling": wording.CEILING, "neutral": wording.NEUTRAL, "announcing": wording.ANNOUNCED,
    "sources": wording.SOURCE, "present": wording.IS, "past": wording.WAS, "passive": wording.PASSIVE,
    "agents": wording.AGENT,
}  # fmt: skip


@lru_cache(maxsize=_LANGUAGES)
def wording_of(code: str) -> Wording:
    """A language's words; empty for a language without a file."""
    path = languages.DATA / code / "claims.toml"
    if not code or not path.is_file():
        return Wording()
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    for more in (languages.DATA / code / name for name in _MORE):
        if more.is_file():
            _extend(table, tomllib.loads(more.read_text(encoding="utf-8")))
    return _wording(table, languages.of(code))


def _extend(table: dict[str, Any], more: Mapping[str, Any]) -> None:
    """Add the lists of one table to those of another."""
    for key, value in more.items():
        if isinstance(value, dict):
            _extend(table.setdefault(key, {}), value)
        elif isinstance(value, bool):
            table[key] = value
        elif isinstance(value, str):
            table[key] = f"{table.get(key, '')} {value}"
        else:
            table[key] = [*table.get(key, ()), *value]


def _wording(table: Mapping[str, Any], language: Language) -> Wording:
    endings = by_length(map(plain, table.get("endings", "").split()))
    bare = Wording(endings=endings)
    signs = _signs(table)
    same, gapped = _said_alike(table, bare)
    light = _words(table, "light")
    phrases = frozenset(word for word in (*signs, *same, *light) if "-" in word)
    narrower, wider = _broader(table, bare)
    return Wording(
        known=True,
        opposites=_pairs(table.get("opposites", ()), bare),
        degrees=_degrees(table.get("degrees", ())),
        converses=_pairs(table.get("converses", ()), bare),
        narrower=narrower,
        broader=wider,
        gapped=gapped,
        gap_words=frozenset(word for pair in gapped for word in pair),
        inflected=table.get("inflected", False),
        depending=_words(table, "depending"),
        governors=_governors(signs) if table.get("inflected") else {},
        signs=signs,
        same=same,
        phrases=phrases,
        phrase_starts=frozenset(phrase.partition("-")[0] for phrase in phrases),
        light=light,
        complements=_words(table, "complements"),
        twofold=_words(table, "twofold"),
        ties=_words(table, "ties") | frozenset(map(folded, language.prepositions | language.of_words)),
        doubled=table.get("doubled", False),
        free_order=table.get("free_order", False),
        speaking=frozenset(map(folded, language.verbs)),
        articles=_words(table, "articles"),
        copulas=_words(table, "copulas"),
        officials=_words(table, "officials"),
        turning=_turning(table, bare, same),
        opening_conditions=_words(table, "opening_conditions"),
        opening_parts=_words(table, "opening_parts"),
        joins=_words(table, "joins"),
        joining=_words(table, "joining"),
        partitives=_words(table, "partitives"),
        anaphors=_words(table, "anaphors"),
        bodies=_stems(table, "bodies", bare),
        groups=_stems(table, "groups", bare),
        omits_subjects=table.get("omits_subjects", False),
        till=_words(table, "till"),
        since=_words(table, "since"),
        about=_words(table, "about"),
        referring=_stems(table, "referring", bare),
        opposing=_stems(table, "opposing", bare),
        against=_words(table, "against"),
        instead=_words(table, "instead"),
        prefixes=_words(table, "prefixes"),
        participles=tuple(table.get("participles", "").split()),
        definite_endings=tuple(table.get("definite_endings", "").split()),
        headline_futures=_words(table, "headline_futures"),
        bare_agents=_words(table, "bare_agents"),
        deciding=_stems(table, "deciding", bare),
        clitics=_words(table, "clitics"),
        subjects=_words(table, "subjects"),
        denying=tuple(table.get("denying", "").split()),
        denial=table.get("denial", ""),
        passive_endings=tuple(table.get("passive_endings", "").split()),
        passives=_words(table, "passives"),
        deponents=_words(table, "deponents"),
        helping=table.get("helping", ""),
        clipped=dict(pair.split(":") for pair in table.get("clipped", "").split()),
        possessives=tuple(table.get("possessives", "").split()),
        firsts=_words(table, "firsts"),
        freeing=frozenset(bare.stem(plain(word)) for word in _words(table, "freeing")),
        indefinite=_words(table, "indefinite"),
        seasons=_words(table, "seasons"),
        hours=_words(table, "hours"),
        directions=_words(table, "directions"),
        none=_words(table, "none"),
        object_pronouns=_words(table, "object_pronouns"),
        objective=dict(pair.split(":") for pair in table.get("objective", "").split()),
        objects=_words(table, "objects"),
        givens=_words(table, "givens"),
        given_endings=tuple(table.get("given_endings", "").split()),
        genders=dict(pair.split(":") for pair in table.get("genders", "").split()),
        contrasting=_words(table, "contrasting"),
        humans=_stems(table, "humans", bare),
        enclitics=tuple(table.get("enclitics", "").split()),
        cut_short=dict(pair.split(":") for pair in table.get("cut_short", "").split()),
        undated=_words(table, "undated"),
        fused=_words(table, "fused"),
        perfects=_words(table, "perfects"),
        pluperfects=_words(table, "pluperfects"),
        oblique=_words(table, "oblique"),
        nominative=_words(table, "nominative"),
        accusative=_words(table, "accusative"),
        particles=_words(table, "particles"),
        behind_particles=tuple(table.get("behind_particles", "").split()),
        participle_prefix=table.get("participle_prefix", ""),
        participle_ending=table.get("participle_ending", ""),
        prefixed_participles=tuple(table.get("prefixed_participles", "").split()),
        opening_sources=_words(table, "opening_sources"),
        percent=_words(table, "percent"),
        majority=_words(table, "majority"),
        vague=_values(table, "vague"),
        fractions=_values(table, "fractions"),
        endings=endings,
        deed_nouns=tuple(map(plain, table.get("deed_nouns", "").split())),
        infinitives=tuple(map(plain, table.get("infinitives", "").split())),
        infinitive_marks=_words(table, "infinitive_marks"),
        finite=tuple(table.get("finite", "").split()),
        futures=tuple(table.get("futures", "").split()),
        pasts=tuple(table.get("pasts", "").split()),
        presents=tuple(table.get("presents", "").split()),
        conditionals=tuple(table.get("conditionals", "").split()),
        roots=roots_of(table.get("roots", "").splitlines(), bare, table.get("participle_prefix", "")),
        verb_prefixes=frozenset(map(plain, table.get("verb_prefixes", "").split())),
        numbers=_values(table, "numbers"),
        magnitudes=_values(table, "magnitudes"),
    )


def _signs(table: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """For folded words and phrases what they do to a sentence's meaning."""
    signs: dict[str, set[str]] = {}
    for key, sign in _KEYS.items():
        for word in table.get(key, "").split():
            signs.setdefault(_marked(word), set()).add(sign)
    for name, group in table.get("governors", {}).items():
        for word in group.split():
            signs.setdefault(_marked(word), set()).add(f"{GOVERNS}{name}")
    return {word: frozenset(found) for word, found in signs.items()}


def _governors(signs: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Of the words by which longer forms of them are known what they govern."""
    return {
        word: frozenset(sign for sign in found if sign.startswith(GOVERNS))
        for word, found in signs.items()
        if "-" not in word and len(word) >= GOVERNOR_LETTERS
    }


def _turning(table: Mapping[str, Any], bare: Wording, same: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The stems of words that turn round what they govern, and the groups of those that say the same."""
    stems = _stems(table, "turning", bare)
    groups = frozenset[str]().union(*(same.get(stem, frozenset()) for stem in stems))
    return stems | {group for group in groups if not group.startswith(_WIDE)}


def _said_alike(
    table: Mapping[str, Any], bare: Wording
) -> tuple[Mapping[str, frozenset[str]], Mapping[tuple[str, str], frozenset[str]]]:
    """For stems and phrases the groups of words that say the same, and so for pairs of words with a gap between."""
    same: dict[str, set[str]] = {}
    gapped: dict[tuple[str, str], set[str]] = {}
    close = (*table.get("synonyms", ()), *table.get("gapped", ()), *table.get("irregular", "").splitlines())
    wide = table.get("families", "").splitlines()
    numbered = ((f"s{at}", group) for at, group in enumerate(close))
    for name, group in (*numbered, *((f"{_WIDE}{at}", group) for at, group in enumerate(wide))):
        for written in group.split():
            first, gap, last = written.partition(_GAP)
            if gap:
                gapped.setdefault((_marked(first), _marked(last)), set()).add(name)
                continue
            word = _marked(written)
            same.setdefault(word if "-" in word else bare.stem(plain(word)), set()).add(name)
    frozen = {pair: frozenset(groups) for pair, groups in gapped.items()}
    return {word: frozenset(groups) for word, groups in same.items()}, frozen


def _broader(
    table: Mapping[str, Any], bare: Wording
) -> tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]]:
    """For the stems of narrower words the numbers of their groups, and for those that may be said for them the same."""
    found: tuple[dict[str, set[str]], dict[str, set[str]]] = {}, {}
    for number, group in enumerate(table.get("broader", ())):
        for side, words in zip(found, group.split(">"), strict=True):
            for stem in (bare.stem(plain(word)) for word in words.split()):
                side.setdefault(stem, set()).add(f"b{number}")
    narrower, wider = ({stem: frozenset(groups) for stem, groups in side.items()} for side in found)
    return narrower, wider


def _pairs(pairs: Iterable[str], bare: Wording) -> Mapping[str, frozenset[str]]:
    """For the stem of each word those of the other side of its pairs."""
    found: dict[str, set[str]] = {}
    for pair in pairs:
        one, other = ({bare.stem(plain(word)) for word in side.split()} for side in pair.split("|"))
        for side, against in ((one, other), (other, one)):
            for stem in side:
                found.setdefault(stem, set()).update(against)
    return {stem: frozenset(against) for stem, against in found.items()}


def _degrees(rows: Iterable[str]) -> Mapping[str, frozenset[tuple[int, int]]]:
    """For each folded word of some rows the numbers of its rows, each with that of its side."""
    found: dict[str, set[tuple[int, int]]] = {}
    for row, sides in enumerate(rows):
        for number, side in enumerate(sides.split("|")):
            for word in side.split():
                found.setdefault(folded(word), set()).add((row, number))
    return {word: frozenset(places) for word, places in found.items()}


def _marked(word: str) -> str:
    return "-".join(folded(part) for part in word.split("-"))


def _words(table: Mapping[str, Any], key: str) -> frozenset[str]:
    return frozenset(map(_marked, table.get(key, "").split()))


def _stems(table: Mapping[str, Any], key: str, bare: Wording) -> frozenset[str]:
    return frozenset(bare.stem(plain(word)) for word in _words(table, key))


def _values(table: Mapping[str, Any], key: str) -> dict[str, float]:
    pairs = (pair.rpartition(":") for pair in table.get(key, "").split())
    return {plain(word): float(value) for word, _, value in pairs}
