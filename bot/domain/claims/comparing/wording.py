"""One language's words by which a true sentence becomes a false one, and those that say the same as others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby, product, takewhile
from types import MappingProxyType

from bot.domain.claims.comparing.support import plain
from bot.domain.text.fold import fold_text

_STEM_LETTERS = 3
LONG_STEM = 5  # Letters that words which come of one another begin with alike.
_ENDS_APART, _SHARED_STEM, _LONGEST_PREFIX = 4, 0.7, 9
_ENDING_LETTERS = 2  # The fewest letters of two endings of which each makes another word of one stem.
_VOWELS = frozenset("aeiouy")
GOVERNOR_LETTERS, _LONGEST_GOVERNOR, _GOVERNOR_ENDING = 6, 14, 3
_NO_SIGNS: frozenset[str] = frozenset()

NOT, COND, ALL, PART, ONLY, FORMER = "not", "if", "all", "part", "only", "former"
MORE, LESS, THAN, BEFORE, AFTER, CAUSE = "more", "less", "than", "before", "after", "cause"
LEADS, LACK, LESSER, FLOOR, CEILING, CONCESSION = "leads", "lack", "lesser", "floor", "ceiling", "concession"
GOVERNS, ALMOST, TURNS, NEUTRAL, ANNOUNCED, SOURCE = "g:", "g:almost", "g:turns", "said", "announced", "source"
IS, WAS, PASSIVE, AGENT, MAGNITUDE, HAD_TO = "is", "was", "passive", "agent", "magnitude", "had to"

# Signs whose words need no word in the evidence to match: the sign itself is compared.
FREE = frozenset(
    {
        NOT, COND, ALL, ONLY, FORMER, THAN, BEFORE, AFTER, CAUSE, FLOOR, CEILING, NEUTRAL, ANNOUNCED, SOURCE, PASSIVE,
        AGENT, IS, WAS, LACK, HAD_TO,
    }
)  # fmt: skip

_NONE: Mapping[str, frozenset[str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Wording:
    """One language's words; `wordlists` says what each holds.

    `signs` maps a folded word or phrase to what it does ("not", "if", ... or a governor's group, "g:plan").
    `endings` are those taken off, by their length, the longest first.
    `same` maps a stem to the groups of words that say the same. `phrases` are the phrases of both.
    """

    known: bool = False
    signs: Mapping[str, frozenset[str]] = field(default_factory=lambda: _NONE)
    same: Mapping[str, frozenset[str]] = field(default_factory=lambda: _NONE)
    opposites: Mapping[str, frozenset[str]] = field(default_factory=lambda: _NONE)
    degrees: Mapping[str, frozenset[tuple[int, int]]] = field(default_factory=lambda: MappingProxyType({}))
    converses: Mapping[str, frozenset[str]] = field(default_factory=lambda: _NONE)
    narrower: Mapping[str, frozenset[str]] = field(default_factory=lambda: _NONE)
    broader: Mapping[str, frozenset[str]] = field(default_factory=lambda: _NONE)
    gapped: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    inflected: bool = False
    depending: frozenset[str] = frozenset()
    governors: Mapping[str, frozenset[str]] = field(default_factory=lambda: _NONE)
    phrases: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    copulas: frozenset[str] = frozenset()
    officials: frozenset[str] = frozenset()
    turning: frozenset[str] = frozenset()
    opening_conditions: frozenset[str] = frozenset()
    leading_conditions: frozenset[str] = frozenset()
    opening_parts: frozenset[str] = frozenset()
    joins: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    correcting: frozenset[str] = frozenset()
    complements: frozenset[str] = frozenset()
    twofold: frozenset[str] = frozenset()
    ties: frozenset[str] = frozenset()
    doubled: bool = False
    free_order: bool = False
    speaking: frozenset[str] = frozenset()
    partitives: frozenset[str] = frozenset()
    anaphors: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    omits_subjects: bool = False
    till: frozenset[str] = frozenset()
    now: frozenset[str] = frozenset()
    both: frozenset[str] = frozenset()
    been: frozenset[str] = frozenset()
    since: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    referring: frozenset[str] = frozenset()
    shells: frozenset[str] = frozenset()
    opposing: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()
    contesting: frozenset[str] = frozenset()
    instead: frozenset[str] = frozenset()
    standing_in: frozenset[str] = frozenset()
    in_place: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=lambda: MappingProxyType({}))
    prefixes: frozenset[str] = frozenset()
    definite_endings: tuple[str, ...] = ()
    named_endings: tuple[str, ...] = ()
    remote_pasts: tuple[str, ...] = ()
    clause_infinitives: frozenset[str] = frozenset()
    clause_endings: tuple[str, ...] = ()
    achieving: frozenset[str] = frozenset()
    supporting: frozenset[str] = frozenset()
    equalling: frozenset[str] = frozenset()
    multiplying: frozenset[str] = frozenset()
    occasions: frozenset[str] = frozenset()
    repeated: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    owning: frozenset[str] = frozenset()
    unelided: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    participles: tuple[str, ...] = ()
    headline_futures: frozenset[str] = frozenset()
    bare_agents: frozenset[str] = frozenset()
    deciding: frozenset[str] = frozenset()
    clitics: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    denying: tuple[str, ...] = ()
    denial: str = ""
    expletives: frozenset[str] = frozenset()
    passive_endings: tuple[str, ...] = ()
    passives: frozenset[str] = frozenset()
    deponents: frozenset[str] = frozenset()
    helping: str = ""
    clipped: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    possessives: tuple[str, ...] = ()
    firsts: frozenset[str] = frozenset()
    freeing: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    seasons: frozenset[str] = frozenset()
    hours: frozenset[str] = frozenset()
    directions: frozenset[str] = frozenset()
    none: frozenset[str] = frozenset()
    object_pronouns: frozenset[str] = frozenset()
    objective: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    objects: frozenset[str] = frozenset()
    givens: frozenset[str] = frozenset()
    genders: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    given_endings: tuple[str, ...] = ()
    contrasting: frozenset[str] = frozenset()
    recalling: frozenset[str] = frozenset()
    reporting: frozenset[str] = frozenset()
    unmarked: frozenset[str] = frozenset()
    humans: frozenset[str] = frozenset()
    enclitics: tuple[str, ...] = ()
    cutting: frozenset[str] = frozenset()
    cut_short: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    special: Mapping[str, frozenset[str]] = field(default_factory=lambda: defaultdict(frozenset))
    undated: frozenset[str] = frozenset()
    fused: frozenset[str] = frozenset()
    perfects: frozenset[str] = frozenset()
    pluperfects: frozenset[str] = frozenset()
    oblique: frozenset[str] = frozenset()
    nominative: frozenset[str] = frozenset()
    accusative: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    behind_particles: tuple[str, ...] = ()
    participle_prefix: str = ""
    participle_ending: str = ""
    inseparable: tuple[str, ...] = ()
    prefixed_participles: tuple[str, ...] = ()
    opening_sources: frozenset[str] = frozenset()
    percent: frozenset[str] = frozenset()
    majority: frozenset[str] = frozenset()
    vague: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    fractions: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    endings: tuple[tuple[int, frozenset[str]], ...] = ()
    deed_nouns: tuple[str, ...] = ()
    infinitives: tuple[str, ...] = ()
    gerunds: tuple[str, ...] = ()
    ongoing: frozenset[str] = frozenset()
    goings: frozenset[str] = frozenset()
    ongoing_endings: tuple[str, ...] = ()
    stages: frozenset[str] = frozenset()
    processes: frozenset[str] = frozenset()
    becoming: frozenset[str] = frozenset()
    present_endings: tuple[str, ...] = ()
    infinitive_marks: frozenset[str] = frozenset()
    finite: tuple[str, ...] = ()
    futures: tuple[str, ...] = ()
    conditionals: tuple[str, ...] = ()
    pasts: tuple[str, ...] = ()
    timeless: tuple[str, ...] = ()
    presents: tuple[str, ...] = ()
    roots: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    shared_roots: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    shared_ends: tuple[str, ...] = ()
    verb_prefixes: frozenset[str] = frozenset()
    numbers: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    magnitudes: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    summing: frozenset[str] = frozenset()
    adding: frozenset[str] = frozenset()
    heading: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    towards: frozenset[str] = frozenset()
    ratios: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    compared: frozenset[str] = frozenset()
    comparing: frozenset[str] = frozenset()
    personal: frozenset[str] = frozenset()
    plural_articles: frozenset[str] = frozenset()
    comparatives: tuple[str, ...] = ()
    than_ties: frozenset[str] = frozenset()
    reasons: frozenset[str] = frozenset()
    motives: frozenset[str] = frozenset()
    labile: frozenset[str] = frozenset()
    resumed: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    later: frozenset[str] = frozenset()
    aims: frozenset[str] = frozenset()
    contraries: Mapping[str, frozenset[tuple[int, int]]] = field(default_factory=lambda: MappingProxyType({}))
    killing: frozenset[str] = frozenset()
    heralding: frozenset[str] = frozenset()
    leaving: frozenset[str] = frozenset()
    durative: tuple[str, ...] = ()
    prospective: tuple[str, ...] = ()
    impersonal: tuple[str, ...] = ()
    agent_endings: tuple[str, ...] = ()
    suffered: tuple[str, ...] = ()
    doing_endings: tuple[str, ...] = ()
    done_endings: tuple[str, ...] = ()
    doing_alone: tuple[str, ...] = ()
    done_alone: tuple[str, ...] = ()
    reflexives: tuple[str, ...] = ()
    sides: tuple[tuple[str, str], ...] = ()
    on_the_spot: frozenset[str] = frozenset()
    verb_numbers: tuple[tuple[str, str], ...] = ()
    owner_endings: tuple[tuple[str, str], ...] = ()
    agreeing_endings: tuple[str, ...] = ()
    after_endings: tuple[str, ...] = ()
    among: frozenset[str] = frozenset()
    measuring: tuple[str, ...] = ()
    whose: frozenset[str] = frozenset()
    ago: frozenset[str] = frozenset()
    several_endings: tuple[str, ...] = ()
    first_endings: tuple[str, ...] = ()
    first_pasts: tuple[str, ...] = ()
    further: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    having: frozenset[str] = frozenset()
    able_endings: tuple[str, ...] = ()
    durations: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    derivations: tuple[str, ...] = ()
    alternations: frozenset[str] = frozenset()
    own_stems: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def stem(self, word: str, written: str = "") -> str:
        """A plain word without its ending, or what only it has of words that end like others': "marco", not "marcó"."""
        if (written if written[-1:] > "z" else word) in self.own_stems:
            return self.own_stems[word]
        for length, endings in self.endings:
            if word[-length:] in endings and len(word) - length >= _STEM_LETTERS:
                return word[:-length]
        return word

    def groups_of(self, stem: str) -> frozenset[str]:
        """The groups of words that say what a stem does, or where verbs have many forms the longest that begins it."""
        found = self.same.get(stem)
        if not self.inflected or stem[-1:] == "|":
            return found or _NO_SIGNS
        for length in range(len(stem) - 1, max(LONG_STEM, len(stem) - _ENDS_APART) - 1, -1):
            if found is not None:
                return found
            found = self.same.get(stem[:length])
        return found or _NO_SIGNS

    def verbs_of(self, stem: str, *, noun: bool) -> Iterator[str]:
        """Of a stem that may be a verb's form that verb, with what is put before it: "ab-ge-brach" as "ab~brech".

        `noun` is whether it has the capital of a noun, which is no participle: "Gehalt" is not held.
        """
        roots = self.shared_roots if self.shared_ends and stem.endswith(self.shared_ends) else self.roots
        for cut in range(max(1, min(len(stem) - _STEM_LETTERS + 1, _LONGEST_PREFIX))):
            prefix, rest = stem[:cut], stem[cut:]
            if cut and prefix not in self.verb_prefixes:
                continue
            for joint in ("", *self.behind_particles):
                if rest.startswith(joint) and not (noun and joint and not cut):
                    verb = roots.get(rest.removeprefix(joint))
                    if verb is not None:
                        yield f"{prefix}~{verb}"

    def verb_groups(self, stem: str, *, noun: bool) -> frozenset[str]:
        """Of a stem that may be a verb's form the groups of words that say what its infinitive does.

        Only where verbs have particles: elsewhere a word's form is all that tells its time.
        """
        if not self.particles:
            return _NO_SIGNS
        infinitives = (plain_word(verb.replace("~", "")) for verb in self.verbs_of(stem, noun=noun))
        return frozenset().union(*(self.groups_of(self.stem(infinitive)) for infinitive in infinitives))

    def governor(self, word: str) -> frozenset[str]:
        """What a longer form of a governing verb does ("promisese" of "promis"), nothing for any other word."""
        for length in range(min(len(word) - 1, _LONGEST_GOVERNOR), GOVERNOR_LETTERS - 1, -1):
            if len(word) - length > _GOVERNOR_ENDING:
                break
            signs = self.governors.get(word[:length])
            if signs:
                return signs
        return _NO_SIGNS

    def derives(self, one: str, other: str) -> bool:
        """Whether two stems differ by the endings that make words from one another: "detain" is no "detail".

        Vowels may change between them ("ritt", "reit"), and a few consonants (`alternations`). Without a list of
        endings for the language any end will do.
        """
        if not alike(one, other) or one[-1:] == "|" or other[-1:] == "|":
            return False
        shared = _shared(one, other)
        return not self.derivations or any(
            self._is_derived(one[first:], other[first:])
            for first in range(shared, max(_STEM_LETTERS, shared - 3) - 1, -1)
        )

    def _is_derived(self, one: str, other: str) -> bool:
        for (mine, left), (theirs, right) in product(self._underived(one), self._underived(other)):
            if left and right and min(left, right) < _ENDING_LETTERS:
                continue  # "Compan-y" and "compar-e" are no forms of one word.
            if mine == theirs or f"{mine}:{theirs}" in self.alternations or f"{theirs}:{mine}" in self.alternations:
                return True
        return False

    def _underived(self, word: str) -> list[tuple[str, int]]:
        """The consonants of a word's end before each ending that makes one word from another, and that one's length."""
        ends = ["", *(ending for ending in self.derivations if word.endswith(ending))]
        return [(_skeleton(word.removesuffix(ending)), len(ending)) for ending in ends]

    def mood(self, word: str) -> str:
        """What a verb's ending tells of its time, "" for most: `word` is in lower case with its accents."""
        told = ""
        if self.futures and word.endswith(self.futures):
            told = "future"
        elif self.conditionals and word.endswith(self.conditionals):
            told = "conditional"
        elif self.pasts and word.endswith(self.pasts):
            told = "past"
        elif self.presents and word.endswith(self.presents):
            told = "present"
        return "" if told and f"^{word}".endswith(self.timeless) else told


@lru_cache(maxsize=16384)
def folded(word: str) -> str:
    """A word folded, its marks on letters kept, by which small words are told apart ("e" and "è")."""
    return word.lower() if word.isascii() else fold_text(word)


@lru_cache(maxsize=16384)
def plain_word(word: str) -> str:
    """A word folded, without marks on its letters."""
    return word.lower() if word.isascii() else plain(word)


def by_length(endings: Iterable[str]) -> tuple[tuple[int, frozenset[str]], ...]:
    """Endings by their length, the longest first."""
    found: dict[int, set[str]] = {}
    for ending in endings:
        found.setdefault(len(ending), set()).add(ending)
    return tuple((length, frozenset(found[length])) for length in sorted(found, reverse=True))


def roots_of(lines: Iterable[str], words: Wording, joint: str) -> Mapping[str, str]:
    """For the stem of each form of some verbs, a verb a line, the verb; of a participle without its `joint`."""
    found: dict[str, str] = {}
    for line in lines:
        verb, *others = line.split() or [""]
        found.setdefault(words.stem(plain(verb)), verb)
        for stem in (words.stem(plain(form)) for form in others):
            rest = stem.removeprefix(joint)
            found.setdefault(rest if len(rest) >= _STEM_LETTERS else stem, verb)
    return MappingProxyType(found)


def shared_forms(lines: Iterable[str], roots: Mapping[str, str], words: Wording, joint: str) -> Mapping[str, str]:
    """Forms of verbs whose stem is that of another verb's form, each with its verb: "brachte" beside "brach"."""
    found: dict[str, str] = {}
    for verb, *forms in filter(None, map(str.split, lines)):
        for form in map(plain, (verb, *forms)):
            stem = words.stem(form)
            rest = stem.removeprefix(joint)
            if roots.get(rest if len(rest) >= _STEM_LETTERS else stem, verb) != verb and form != stem:
                found[form.removeprefix(joint)] = verb
    return MappingProxyType(found)


def alike(one: str, other: str) -> bool:
    """Whether two stems differ by a derivation's ending alone: "constru-ire", "constru-it"."""
    if one[:LONG_STEM] != other[:LONG_STEM] or min(len(one), len(other)) < LONG_STEM:
        return False
    shared = _shared(one, other)
    longest = max(len(one), len(other))
    return longest - shared <= _ENDS_APART and shared >= longest * _SHARED_STEM


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _skeleton(end: str) -> str:
    """The consonants of a word's end, two alike as one."""
    return "".join(letter for letter, _ in groupby(letter for letter in end if letter not in _VOWELS))
