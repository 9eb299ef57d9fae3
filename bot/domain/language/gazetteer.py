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

import gzip
import importlib.util
import json
import tomllib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError

from bot.domain.language import languages
from bot.domain.language.declension import declension
from config.limits import CITY_CERTAIN_POPULATION, CITY_TOWN_POPULATION

# Languages kept in memory, as in bot/domain/language/data.
_LANGUAGES = 32

# Territories of CLDR that are no countries: unions, test codes and the unknown.
_NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"})

_SHORT_ENDING = 2
_CEDILLAS = str.maketrans("șț", "şţ")  # As the list of cities writes Romanian letters, and Turkish ones.
_LETTERS = 3
_STEM_LETTERS = 4
_LONGEST_ENDING = 6

CITIES = Path(str(languages.DATA / "cities.tsv.gz"))
"""Where the cities stand; tests/cities.py tells how."""


@dataclass(frozen=True, slots=True)
class City:
    """A city: its country, its inhabitants, and whether it is the country's capital."""

    country: str
    population: int
    capital: bool


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

    def stem(self, folded: str) -> str:
        """The name less its case ending, where the language inflects names."""
        return " ".join(self._stem_of(word) for word in folded.split(" ")) if self.endings else folded

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


def country_of(name: str, language: str | None) -> str | None:
    """The code of the country with this name ("United States", "the U.S."), None when it is none.

    Case matters for names of two letters alone, where "us" is a pronoun.
    """
    if len(name) == len("us") and not name.isupper():
        return None
    world, folded = of(language), fold(name)
    code = world.countries.get(folded)
    if code is None and world.endings:
        code = world.stems.get(world.stem(folded)) or world.stems.get(world.shorter_stem(folded))
    return code


def is_country(name: str, language: str | None) -> bool:
    """Whether this is a country's name."""
    return country_of(name, language) is not None


def demonym(word: str, language: str | None) -> str | None:
    """The code of the country whose people or things are called so ("Russian", "Danes"), None when there is none."""
    world, folded = of(language), fold(word)
    code = world.demonyms.get(folded)
    if code is None and world.prefixes and " " not in folded:
        code = next((code for prefix, code in world.prefixes if folded.startswith(prefix)), None)
    return code


def is_people(word: str, language: str | None) -> bool:
    """Whether the word is an adjective or a name for people of a country, a region or a faith."""
    return fold(word) in of(language).peoples or demonym(word, language) is not None


def metonym(name: str, language: str | None) -> str | None:
    """The code of the state that this seat or capital can stand for ("Kremlin", "Beijing"), None when for none."""
    world, folded = of(language), fold(name)
    code = world.metonyms.get(folded) or world.metonyms.get(world.stem(folded))
    if code is None:
        city = city_of(name, language)
        code = city.country if city is not None and city.capital else None
    return code


def is_seat(name: str, language: str | None) -> bool:
    """Whether this is the name of a seat of government that may stand for its state ("White House")."""
    world, folded = of(language), fold(name)
    return folded in world.metonyms or world.stem(folded) in world.metonyms


def body_of(name: str, language: str | None) -> str | None:
    """The key of the body that has this among several names ("EU", "European Union"), None when there is none."""
    world, folded = of(language), fold(name)
    return world.bodies.get(folded) or world.bodies.get(world.stem(folded))


@lru_cache(maxsize=1024)
def words_of_other_names(name: str, language: str | None) -> frozenset[str]:
    """The words of all names of the body or country that has this name, in lower case; none where it is neither.

    "UN" and "United Nations" have "un", "united" and "nations".
    """
    world = of(language)
    body, country = body_of(name, language), country_of(name, language)
    same = [other for other, key in world.bodies.items() if body is not None and key == body]
    same += [other for other, key in world.countries.items() if country is not None and key == country]
    return frozenset(word for other in same for word in _telling(other))


def _telling(name: str) -> list[str]:
    """A name's words, without the small ones that join the others."""
    words = name.split()
    return words if len(words) == 1 else [word for word in words if len(word) > _LETTERS]


@lru_cache(maxsize=_LANGUAGES)
def words_of_several(language: str | None) -> frozenset[str]:
    """The words of the names of bodies and countries that have several, in lower case."""
    world = of(language)
    listed = (*world.bodies.items(), *world.countries.items())
    times = Counter(key for _, key in listed)
    return frozenset(word for name, key in listed if times[key] > 1 for word in _telling(name))


def city_of(name: str, language: str | None = None) -> City | None:
    """The largest city with this name, of 15,000 inhabitants and more."""
    if _is_letters(name):
        return None
    folded = fold(name)
    found = _city(folded) or _city(folded.translate(_CEDILLAS))
    if found is None and language:
        world = of(language)
        if world.endings:
            stem = world.stem(folded)
            found = next(filter(None, (_city(stem + end) for end in ("", "а", "a", "я", "ь"))), None)
    return found


def _is_letters(name: str) -> bool:
    """Whether a name is so few capitals that they stand for a body rather than a town: "AUR"."""
    return len(name) <= _LETTERS and name.isupper()


def is_city(name: str, language: str | None = None) -> bool:
    """Whether this is a city's name."""
    return city_of(name, language) is not None


def is_sure_place(name: str, language: str | None) -> bool:
    """Whether this can hardly be anything but a place: a country, a region, a capital or a city of many people."""
    return (_is_sure_place if len(name) <= _LONGEST_NAME else _is_sure)(name, language)


def _is_sure(name: str, language: str | None) -> bool:
    city = city_of(name, language)
    great = city is not None and (city.capital or city.population >= CITY_CERTAIN_POPULATION)
    return great or is_country(name, language) or is_region(name, language)


def is_nominative(name: str, language: str | None) -> bool:
    """Whether a place's name stands in the nominative, in a language that inflects it."""
    world, folded = of(language), fold(name)
    if not folded.endswith(declension().nominative) or name.isupper():
        return False
    return folded in world.countries or folded in world.regions


def is_region(name: str, language: str | None) -> bool:
    """Whether this is a state, province, continent or other region."""
    world, folded = of(language), fold(name)
    return (
        folded in world.regions
        or (folded in _subdivisions() and not _is_letters(name))
        or (bool(world.endings) and world.stem(folded) in world.regions)
    )


def given_name(word: str) -> str | None:
    """The gender of a given name: "m", "f", or "" where it may be either; None when it is none."""
    return languages.given_names().get(word)


def fold(name: str) -> str:
    """A name as the tables hold it: lower case, one kind of apostrophe and hyphen, no article, no outer points."""
    return _fold(name) if len(name) <= _LONGEST_NAME else _folded(name)


def _folded(name: str) -> str:
    folded = name.casefold()
    if not name.isascii():
        folded = folded.replace("’", "'").replace("\u2011", "-").replace("\u00a0", " ")
    folded = folded.strip(' ,;:"').removeprefix("the ")
    if not name.isascii():
        folded = folded.replace("ё", "е").replace("ʼ", "'").replace("ş", "ș").replace("ţ", "ț")
    return folded.removesuffix("'s") if len(folded) > len("us's") else folded


# An article asks for each of its names many times; what is no name for its length is not kept.
_LONGEST_NAME = 64
_fold = lru_cache(maxsize=1024)(_folded)
_is_sure_place = lru_cache(maxsize=1024)(_is_sure)


@lru_cache(maxsize=_LANGUAGES)
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
    world = World(countries, {}, demonyms, prefixes, peoples, metonyms, frozenset(regions), bodies, endings, nouns)
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
    for country in _iso("3166-1"):
        for attribute in ("name", "official_name", "common_name"):
            if name := country.get(attribute):
                yield fold(name.partition(",")[0]), country["alpha_2"]


def _iso(standard: str) -> Sequence[Mapping[str, str]]:
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


@cache
def _subdivisions() -> frozenset[str]:
    """States and provinces, but those that only bear their chief town's name: such a name is read as the town's."""
    parts = ((part["name"], part["code"].partition("-")[0]) for part in _iso("3166-2"))
    named = ((_folded(name), country) for name, country in parts if not name.islower())
    return frozenset(name for name, country in named if not _is_town(name, country))


def _is_town(name: str, country: str) -> bool:
    city = _city(name)
    least, most = CITY_TOWN_POPULATION, CITY_CERTAIN_POPULATION
    return city is not None and city.country == country and not city.capital and least <= city.population < most


# Names of cities, and of none, that are kept: an article asks for each of its names many times.
@lru_cache(maxsize=4096)
def _city(folded: str) -> City | None:
    """The largest city with this name, which is sought in the sorted lines: few of them are ever asked for."""
    lines, head = _cities(), folded + "\t"
    place = bisect_left(lines, head)
    if place == len(lines) or not lines[place].startswith(head):
        return None
    _, country, population, capital = lines[place].split("\t")
    return City(country, int(population), capital=bool(capital))


@cache
def _cities() -> Sequence[str]:
    """A line for each name, sorted: the name, its city's country, inhabitants, and "*" for a capital."""
    return gzip.decompress(CITIES.read_bytes()).decode().split("\n")[1:-1]
