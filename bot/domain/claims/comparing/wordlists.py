"""Reads a language's words by which a true sentence becomes a false one, and those that say the same as others.

A file `claims.toml` in a language's folder, and those of `_MORE` beside it, which add to it; all of it optional.
`bot/domain/language/data/README.md` says what each key holds.
"""

import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from bot.domain.claims.comparing import wording
from bot.domain.claims.comparing.joining import bare_of, lists_of
from bot.domain.claims.comparing.support import plain, spelled
from bot.domain.claims.comparing.wording import GOVERNS, Wording, folded, plain_word, roots_of, shared_forms
from bot.domain.language import languages
from bot.domain.language.elision import unjoined
from bot.domain.language.languages import Language

_MORE = (
    "paraphrases.toml", "synonyms.toml", "governing.toml", "amounts.toml", "inflections.toml", "equals.toml",
    "vocabulary.toml",
)  # fmt: skip
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
    "agents": wording.AGENT, "lacking": wording.LACK, "lesser": wording.LESSER, "concessions": wording.CONCESSION,
    "compelled": wording.HAD_TO,
}  # fmt: skip


@lru_cache(maxsize=32)
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
    bare = bare_of(table)
    signs = _signs(table, language)
    same, gapped = _said_alike(table, bare)
    phrases = frozenset(word for word in (*signs, *same, *_words(table, "light")) if "-" in word)
    narrower, wider = _broader(table, bare)
    verbs, joint = table.get("roots", "").splitlines(), table.get("participle_prefix", "")
    roots = roots_of(verbs, bare, joint)
    shared = shared_forms(verbs, roots, bare, joint)
    return Wording(
        known=True,
        opposites=_pairs(table.get("opposites", ()), bare),
        degrees=_degrees(table.get("degrees", ())),
        converses=_pairs(table.get("converses", ()), bare),
        narrower=narrower,
        broader=wider,
        gapped=gapped,
        inflected=table.get("inflected", False),
        depending=_words(table, "depending"),
        governors=_governors(signs) if table.get("inflected") else {},
        signs=signs,
        same=same,
        phrases=phrases,
        light=_words(table, "light"),
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
        leading_conditions=_words(table, "leading_conditions"),
        opening_parts=_words(table, "opening_parts"),
        joins=_words(table, "joins"),
        joining=_words(table, "joining"),
        correcting=_words(table, "correcting"),
        partitives=_words(table, "partitives"),
        anaphors=_words(table, "anaphors"),
        bodies=_stems(table, "bodies", bare),
        groups=_stems(table, "groups", bare),
        omits_subjects=table.get("omits_subjects", False),
        till=_words(table, "till"),
        now=_words(table, "now"),
        both=_words(table, "pairs") - _values(table, "numbers").keys(),
        been=_words(table, "been"),
        since=_words(table, "since"),
        about=_words(table, "about"),
        referring=_stems(table, "referring", bare),
        shells=_stems(table, "shells", bare),
        opposing=_stems(table, "opposing", bare),
        against=_words(table, "against"),
        contesting=_words(table, "contesting"),
        instead=_words(table, "instead"),
        in_place=_by_longest(table, "in_place"),
        standing_in=_words(table, "instead") | _by_longest(table, "in_place").keys(),
        prefixes=_words(table, "prefixes"),
        participles=tuple(table.get("participles", "").split()),
        definite_endings=tuple(table.get("definite_endings", "").split()),
        named_endings=_folded_endings(table, "named_endings"),
        remote_pasts=tuple(table.get("remote_pasts", "").split()),
        clause_infinitives=_words(table, "clause_infinitives"),
        clause_endings=tuple(table.get("clause_endings", "").split()),
        achieving=_words(table, "achieving"),
        supporting=_words(table, "supporting"),
        equalling=_words(table, "equalling"),
        multiplying=_words(table, "multiplying") | {pair.split(":")[0] for pair in table.get("multiples", "").split()},
        occasions=_words(table, "occasions"),
        repeated=_values(table, "repeated"),
        owning=_words(table, "owning"),
        headline_futures=_words(table, "headline_futures"),
        bare_agents=_words(table, "bare_agents"),
        deciding=_stems(table, "deciding", bare),
        clitics=_words(table, "clitics"),
        subjects=_words(table, "subjects"),
        denying=tuple(table.get("denying", "").split()),
        denial=table.get("denial", ""),
        expletives=_words(table, "expletives"),
        passive_endings=tuple(table.get("passive_endings", "").split()),
        passives=_words(table, "passives"),
        deponents=_words(table, "deponents"),
        helping=table.get("helping", ""),
        unelided=dict(pair.split(":") for pair in table.get("unelided", "").split()),
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
        objective=_folded_pairs(table, "objective"),
        objects=_words(table, "objects"),
        givens=_words(table, "givens"),
        given_endings=tuple(table.get("given_endings", "").split()),
        genders=_folded_pairs(table, "genders"),
        contrasting=_words(table, "contrasting"),
        recalling=_words(table, "recalling"),
        reporting=_words(table, "reporting"),
        unmarked=_words(table, "unmarked"),
        humans=_stems(table, "humans", bare),
        enclitics=tuple(table.get("enclitics", "").split()),
        cutting=frozenset(table.get("cutting", "").split()),
        cut_short=dict(pair.split(":") for pair in table.get("cut_short", "").split()),
        special=lists_of(table.get("special", {}), _words),
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
        inseparable=tuple(table.get("inseparable", "").split()),
        prefixed_participles=tuple(table.get("prefixed_participles", "").split()),
        opening_sources=_words(table, "opening_sources"),
        percent=_words(table, "percent"),
        majority=_words(table, "majority"),
        vague=_values(table, "vague"),
        fractions=_values(table, "fractions"),
        endings=bare.endings,
        own_stems=bare.own_stems,
        deed_nouns=tuple(map(plain, table.get("deed_nouns", "").split())),
        infinitives=tuple(map(plain, table.get("infinitives", "").split())),
        gerunds=tuple(table.get("gerunds", "").split()),
        ongoing=_words(table, "ongoing"),
        goings=_words(table, "goings"),
        ongoing_endings=tuple(table.get("ongoing_endings", "").split()),
        stages=_words(table, "stages"),
        processes=_stems(table, "processes", bare),
        becoming=_words(table, "becoming"),
        present_endings=_folded_endings(table, "present_endings"),
        infinitive_marks=_words(table, "infinitive_marks"),
        finite=tuple(table.get("finite", "").split()),
        futures=tuple(table.get("futures", "").split()),
        pasts=tuple(table.get("pasts", "").split()),
        timeless=tuple(f"^{one}".removeprefix("^-") for one in table.get("timeless", "").split()),
        presents=tuple(table.get("presents", "").split()),
        conditionals=tuple(table.get("conditionals", "").split()),
        roots=roots,
        shared_roots=shared,
        shared_ends=tuple(shared),
        verb_prefixes=frozenset(map(plain, table.get("verb_prefixes", "").split())),
        numbers=spelled(_values(table, "numbers"), table.get("number_forms", "")),
        magnitudes=_values(table, "magnitudes"),
        summing=frozenset(map(plain, table.get("summing", "").split())),
        adding=frozenset(map(plain, table.get("adding", "").split())),
        heading=_heading(table.get("heading", ())),
        towards=_words(table, "towards"),
        ratios=_words(table, "ratios"),
        within=_words(table, "within"),
        on_the_spot=_words(table, "on_the_spot"),
        compared=_words(table, "compared"),
        comparing=_words(table, "comparing"),
        personal=_words(table, "personal"),
        plural_articles=_words(table, "plural_articles"),
        comparatives=tuple(map(folded, table.get("comparatives", "").split())),
        than_ties=_words(table, "than_ties"),
        reasons=_words(table, "reasons"),
        motives=_words(table, "motives"),
        labile=_stems(table, "labile", bare),
        resumed=_folded_pairs(table, "resumed"),
        later=_words(table, "later"),
        aims=_words(table, "aims"),
        contraries=_degrees(table.get("contraries", ())),
        killing=_words(table, "killing"),
        heralding=_words(table, "heralding"),
        leaving=_words(table, "leaving"),
        durative=_folded_endings(table, "durative"),
        prospective=_folded_endings(table, "prospective"),
        impersonal=_folded_endings(table, "impersonal"),
        agent_endings=_folded_endings(table, "agent_endings"),
        suffered=_folded_endings(table, "suffered"),
        further=_words(table, "further"),
        others=_words(table, "others"),
        having=_words(table, "having"),
        able_endings=tuple(map(plain, table.get("able_endings", "").split())),
        doing_endings=tuple(map(plain, table.get("doing_endings", "").split())),
        done_endings=tuple(map(plain, table.get("done_endings", "").split())),
        doing_alone=tuple(map(plain, table.get("doing_alone", "").split())),
        done_alone=tuple(map(plain, table.get("done_alone", "").split())),
        reflexives=tuple(map(plain, table.get("reflexives", "").split())),
        sides=_endings(table, "sides"),
        verb_numbers=_endings(table, "verb_numbers"),
        owner_endings=_endings(table, "owner_endings"),
        agreeing_endings=_folded_endings(table, "agreeing_endings"),
        among=_words(table, "among"),
        measuring=tuple(sorted(_words(table, "measuring"))) or ("\0",),
        whose=_words(table, "whose"),
        ago=_words(table, "ago"),
        after_endings=_folded_endings(table, "after_endings"),
        derivations=tuple(map(plain, table.get("derivations", "").split())),
        alternations=frozenset(map(plain, table.get("alternations", "").split())),
        several_endings=_folded_endings(table, "several_endings"),
        first_endings=_folded_endings(table, "first_endings"),
        first_pasts=_folded_endings(table, "first_pasts"),
        durations=dict(folded(pair).rsplit(":", 1) for pair in table.get("durations", "").split()),
    )


def _heading(rows: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each verb of leading a body what those are who do, by rows of "verbs > nouns"."""
    parted = (row.partition(">") for row in rows)
    return {folded(verb): tuple(nouns.split()) for verbs, _, nouns in parted for verb in verbs.split()}


def _folded_endings(table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """Endings of folded words."""
    return tuple(map(folded, table.get(key, "").split()))


def _folded_pairs(table: Mapping[str, Any], key: str) -> dict[str, str]:
    """Folded words, each with what is written behind its colon."""
    return dict(folded(pair).split(":") for pair in table.get(key, "").split())


def _signs(table: Mapping[str, Any], language: Language) -> dict[str, frozenset[str]]:
    """For folded words and phrases what they do to a sentence's meaning: nothing where a verb's form calls a person."""
    people, participles = map(folded, language.roles | language.groups), tuple(table.get("participles", "\0").split())
    signs = {one: set[str]() for one in people if "-" not in one and not one.endswith(participles)}
    governed = ((group, f"{GOVERNS}{name}") for name, group in table.get("governors", {}).items())
    for group, sign in (*((table.get(key, ""), sign) for key, sign in _KEYS.items()), *governed):
        for word in group.split():
            signs.setdefault(_marked(unjoined(word, language)), set()).add(sign)
    return {word: frozenset(found) for word, found in signs.items()}


def _governors(signs: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Of the words by which longer forms of them are known what they govern."""
    return {
        word: frozenset(sign for sign in found if sign.startswith(GOVERNS))
        for word, found in signs.items()
        if "-" not in word and len(word) >= wording.GOVERNOR_LETTERS
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
            word = _marked(written) if "-" in written else bare.stem(plain_word(written))
            same.setdefault(word, set()).add(name)
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


def _by_longest(table: Mapping[str, Any], key: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases in their parts, by the longest part of each."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(_words(table, key)):
        parts = tuple(phrase.split("-"))
        found.setdefault(max(parts, key=len), []).append(parts)
    return {longest: tuple(phrases) for longest, phrases in found.items()}


def _endings(table: Mapping[str, Any], key: str) -> tuple[tuple[str, str], ...]:
    """Pairs of endings, as folded."""
    return tuple((one, other) for one, _, other in (folded(pair).partition(":") for pair in table.get(key, "").split()))


def _words(table: Mapping[str, Any], key: str) -> frozenset[str]:
    return frozenset(map(_marked, table.get(key, "").split()))


def _stems(table: Mapping[str, Any], key: str, bare: Wording) -> frozenset[str]:
    return frozenset(bare.stem(plain(word)) for word in _words(table, key))


def _values(table: Mapping[str, Any], key: str) -> dict[str, float]:
    return {plain(pair.rpartition(":")[0]): float(pair.rpartition(":")[2]) for pair in table.get(key, "").split()}
