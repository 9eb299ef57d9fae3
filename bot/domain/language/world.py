"""What the world's places and their people are called: countries, cities, regions, demonyms, metonyms, given names.

Countries come from CLDR (through Babel) in the article's language and in English, and from ISO 3166 (pycountry);
regions from ISO 3166-2 and CLDR's continents; cities from GeoNames (`data/cities.tsv.gz`, CC BY 4.0, written by
`make cities`). The rest stands in a file `data/<code>/world.toml` beside each language:

    endings = "ией ии"            # case endings, longest first, for languages that inflect names
    iso_names = true              # whether ISO 3166's names of countries are in this language
    [countries]
    US = ["U.S.", "America"]      # further names
    [demonyms]
    RU = "Russian Russians"       # adjectives and people, as printed; "russisch*" stands for every word that begins so
    [peoples]
    words = "Arab Muslims"        # adjectives and people of no one country
    [metonyms]
    RU = ["Kremlin"]              # seats that stand for a state where they act
    [bodies]
    EU = ["European Union", "EU"] # names of one body, under the same key in every language
    [regions]
    names = ["Middle East"]       # further places
    [sport]
    nouns = "match goal"          # what tells a sports report

Everything is loaded when it is first asked for and then kept; codes are ISO 3166 alpha-2.
"""

import importlib.util
import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError

from bot.domain.language import languages

LANGUAGES = 32
"""Languages kept in memory, as in bot/domain/language/data."""

LONGEST_NAME = 64
"""An article asks for each of its names many times; what is no name for its length is not kept."""

# Territories of CLDR that are no countries: unions, test codes and the unknown.
_NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"})

_SHORT_ENDING = 2
_STEM_LETTERS = 4
_LONGEST_ENDING = 6


@dataclass(frozen=True, slots=True)
class World:
    """One language's names of the world. Keys of the mappings are folded by `fold`."""

    countries: Mapping[str, str]
    stems: Mapping[str, str]
    demonyms: Mapping[str, str]
    prefixes: tuple[tuple[str, str], ...]
    peoples: frozenset[str]
    metonyms: Mapping[str, str]
    regions: frozenset[str]
    bodies: Mapping[str, str] = field(default_factory=dict)
    endings: frozenset[str] = frozenset()
    sport_nouns: frozenset[str] = field(default=frozenset())
    begins: tuple[str, ...] = ()

    def stem(self, folded: str) -> str:
        """The name less its case ending, where the language inflects names."""
        if not self.endings:
            return folded
        return " ".join(map(self._stem_of, folded.split(" "))) if " " in folded else self._stem_of(folded)

    def shorter_stem(self, folded: str) -> str:
        """A name of one word less the shortest of its endings of two letters and more: "germaniei" is "germani"."""
        for letters in range(_SHORT_ENDING, _LONGEST_ENDING):
            if folded[-letters:] in self.endings and len(folded) - letters >= _STEM_LETTERS:
                return folded[:-letters]
        return folded

    def _stem_of(self, word: str) -> str:
        for letters in range(min(_LONGEST_ENDING, len(word) - _STEM_LETTERS + 1), 0, -1):
            if word[-letters:] in self.endings:
                return word[:-letters]
        return word


def fold(name: str) -> str:
    """A name as the tables hold it: lower case, one kind of apostrophe and hyphen, no article, no outer points."""
    return _fold(name) if len(name) <= LONGEST_NAME else _folded(name)


def _folded(name: str) -> str:
    folded = name.casefold()
    if not name.isascii():
        folded = folded.replace("’", "'").replace("\u2011", "-").replace("\u00a0", " ")
    folded = folded.strip(' ,;:"').removeprefix("the ")
    if not name.isascii():
        folded = folded.replace("ё", "е").replace("ʼ", "'").replace("ş", "ș").replace("ţ", "ț")
    return folded.removesuffix("'s") if len(folded) > len("us's") else folded


_fold = lru_cache(maxsize=1024)(_folded)


@lru_cache(maxsize=LANGUAGES)
def of(language: str | None) -> World:
    """The world in a language; English names stand beside the language's own."""
    code = (language or "").lower().split("-")[0]
    english = _table("en")
    own = _table(code) if code not in {"", "en"} else {}
    endings = frozenset(own.get("endings", "").split())
    countries = dict(_country_names("en")) | dict(_country_names(code))
    countries |= _listed(english, "countries") | _listed(own, "countries")
    demonyms, prefixes = _demonyms(own or english)
    regions = set(_continents("en")) | set(_continents(code))
    for table in (english, own):
        regions |= {fold(name) for name in table.get("regions", {}).get("names", [])}
    metonyms, bodies = (_listed(english, part) | _listed(own, part) for part in ("metonyms", "bodies"))
    peoples = frozenset(fold(word) for word in (own or english).get("peoples", {}).get("words", "").split())
    sport = (own or english).get("sport", {})
    nouns = frozenset(sport.get("nouns", "").split())
    begins = tuple(prefix for prefix, _ in prefixes)
    world = World(
        countries, {}, demonyms, prefixes, peoples, metonyms, frozenset(regions), bodies, endings, nouns, begins
    )
    return _stemmed(world) if endings else world


def _stemmed(world: World) -> World:
    """The world with the names of its places and bodies without their case endings, too."""
    return replace(
        world,
        stems={world.stem(name): key for name, key in world.countries.items()},
        metonyms={**world.metonyms, **{world.stem(name): key for name, key in world.metonyms.items()}},
        bodies={**world.bodies, **{world.stem(name): key for name, key in world.bodies.items()}},
        regions=world.regions | {world.stem(name) for name in world.regions},
    )


def _table(code: str) -> dict[str, Any]:
    if not code.isalpha() or not code.isascii():
        return {}
    path = languages.DATA / code / "world.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _listed(table: Mapping[str, Any], part: str) -> dict[str, str]:
    """The names that a part of a file lists, folded, each with its key."""
    return {fold(name): key for key, names in table.get(part, {}).items() for name in names}


def _demonyms(table: Mapping[str, Any]) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    words: dict[str, str] = {}
    prefixes: list[tuple[str, str]] = []
    for code, listed in table.get("demonyms", {}).items():
        for word in listed.split():
            if word.endswith("*"):
                prefixes.append((fold(word[:-1]), code))
            else:
                words[fold(word)] = code
                words[fold(word.replace("-", " "))] = code
    return words, tuple(prefixes)


def _territories(code: str) -> Iterator[tuple[str, str]]:
    try:
        yield from Locale.parse(code).territories.items()
    except (UnknownLocaleError, ValueError, TypeError):
        return


def _country_names(code: str) -> Iterator[tuple[str, str]]:
    for key, name in _territories(code):
        if len(key) == len("US") and key not in _NO_COUNTRIES:
            yield fold(name), key
            short = name.partition(" (")[0]
            yield fold(short), key
    if _table(code).get("iso_names"):
        yield from _iso_names()


def _iso_names() -> Iterator[tuple[str, str]]:
    for country in iso("3166-1"):
        for attribute in ("name", "official_name", "common_name"):
            if name := country.get(attribute):
                yield fold(name.partition(",")[0]), country["alpha_2"]


def iso(standard: str) -> Sequence[Mapping[str, str]]:
    """The entries of a standard, from pycountry's own files: making its objects of them takes ten times as long."""
    found = importlib.util.find_spec("pycountry")
    folders = found.submodule_search_locations if found is not None else None
    if not folders:
        raise ModuleNotFoundError("pycountry")
    entries = json.loads((Path(folders[0]) / "databases" / f"iso{standard}.json").read_text(encoding="utf-8"))
    listed: Sequence[Mapping[str, str]] = entries[standard]
    return listed


def _continents(code: str) -> Iterable[str]:
    return (fold(name) for key, name in _territories(code) if key.isdigit() and key != "001")
