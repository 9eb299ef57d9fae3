"""What a name is in the world, by the tables of `world.py`: a country's, a city's, a region's, a people's, a body's."""

import gzip
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, wraps
from pathlib import Path
from typing import TypeVar

from bot.domain.language import languages, world
from bot.domain.language.declension import declension
from config.limits import CITY_CERTAIN_POPULATION, CITY_TOWN_POPULATION

_CEDILLAS = str.maketrans("șț", "şţ")  # As the list of cities writes Romanian letters, and Turkish ones.
_LETTERS = 3

CITIES = Path(str(languages.DATA / "cities.tsv.gz"))
"""Where the cities stand; tests/cities.py tells how."""


@dataclass(frozen=True, slots=True)
class City:
    """A city: its country, its inhabitants, and whether it is the country's capital."""

    country: str
    population: int
    capital: bool


_Told = TypeVar("_Told")


def _kept(ask: Callable[[str, str | None], _Told]) -> Callable[[str, str | None], _Told]:
    """A question whose answers are kept: an article asks about each of its names many times."""
    known = lru_cache(maxsize=2048)(ask)

    @wraps(ask)
    def answer(name: str, language: str | None) -> _Told:
        return (known if len(name) <= world.LONGEST_NAME else ask)(name, language)

    return answer


@_kept
def country_of(name: str, language: str | None) -> str | None:
    """The code of the country with this name ("United States", "the U.S."), None when it is none.

    Case matters for names of two letters alone, where "us" is a pronoun.
    """
    if len(name) == len("us") and not name.isupper():
        return None
    told, folded = world.of(language), world.fold(name)
    code = told.countries.get(folded)
    if code is None and told.endings:
        code = told.stems.get(told.stem(folded)) or told.stems.get(told.shorter_stem(folded))
    return code


def is_country(name: str, language: str | None) -> bool:
    """Whether this is a country's name."""
    return country_of(name, language) is not None


@_kept
def demonym(word: str, language: str | None) -> str | None:
    """The code of the country whose people or things are called so ("Russian", "Danes"), None when there is none."""
    told, folded = world.of(language), world.fold(word)
    code = told.demonyms.get(folded)
    if code is None and folded.startswith(told.begins) and " " not in folded:
        code = next(code for prefix, code in told.prefixes if folded.startswith(prefix))
    return code


@_kept
def is_people(word: str, language: str | None) -> bool:
    """Whether the word is an adjective or a name for people of a country, a region or a faith."""
    return world.fold(word) in world.of(language).peoples or demonym(word, language) is not None


@_kept
def metonym(name: str, language: str | None) -> str | None:
    """The code of the state that this seat or capital can stand for ("Kremlin", "Beijing"), None when for none."""
    told, folded = world.of(language), world.fold(name)
    code = told.metonyms.get(folded) or told.metonyms.get(told.stem(folded))
    if code is None:
        city = city_of(name, language)
        code = city.country if city is not None and city.capital else None
    return code


@_kept
def is_seat(name: str, language: str | None) -> bool:
    """Whether this is the name of a seat of government that may stand for its state ("White House")."""
    told, folded = world.of(language), world.fold(name)
    return folded in told.metonyms or told.stem(folded) in told.metonyms


@_kept
def body_of(name: str, language: str | None) -> str | None:
    """The key of the body that has this among several names ("EU", "European Union"), None when there is none."""
    told, folded = world.of(language), world.fold(name)
    return told.bodies.get(folded) or told.bodies.get(told.stem(folded))


@lru_cache(maxsize=1024)
def words_of_other_names(name: str, language: str | None) -> frozenset[str]:
    """The words of all names of the body or country that has this name, in lower case; none where it is neither.

    "UN" and "United Nations" have "un", "united" and "nations".
    """
    told = world.of(language)
    body, country = body_of(name, language), country_of(name, language)
    same = [other for other, key in told.bodies.items() if body is not None and key == body]
    same += [other for other, key in told.countries.items() if country is not None and key == country]
    return frozenset(word for other in same for word in _telling(other))


def _telling(name: str) -> list[str]:
    """A name's words, without the small ones that join the others."""
    words = name.split()
    return words if len(words) == 1 else [word for word in words if len(word) > _LETTERS]


@lru_cache(maxsize=world.LANGUAGES)
def words_of_several(language: str | None) -> frozenset[str]:
    """The words of the names of bodies and countries that have several, in lower case."""
    told = world.of(language)
    listed = (*told.bodies.items(), *told.countries.items())
    times = Counter(key for _, key in listed)
    return frozenset(word for name, key in listed if times[key] > 1 for word in _telling(name))


@_kept
def city_of(name: str, language: str | None) -> City | None:
    """The largest city with this name, of 15,000 inhabitants and more."""
    if _is_letters(name):
        return None
    folded = world.fold(name)
    found = _city(folded) or _city(folded.translate(_CEDILLAS))
    if found is None and language:
        told = world.of(language)
        if told.endings:
            stem = told.stem(folded)
            found = next(filter(None, (_city(stem + end) for end in ("", "а", "a", "я", "ь"))), None)
    return found


def _is_letters(name: str) -> bool:
    """Whether a name is so few capitals that they stand for a body rather than a town: "AUR"."""
    return len(name) <= _LETTERS and name.isupper()


def is_city(name: str, language: str | None = None) -> bool:
    """Whether this is a city's name."""
    return city_of(name, language) is not None


@_kept
def is_sure_place(name: str, language: str | None) -> bool:
    """Whether this can hardly be anything but a place: a country, a region, a capital or a city of many people."""
    city = city_of(name, language)
    great = city is not None and (city.capital or city.population >= CITY_CERTAIN_POPULATION)
    return great or is_country(name, language) or is_region(name, language)


def is_nominative(name: str, language: str | None) -> bool:
    """Whether a place's name stands in the nominative, in a language that inflects it."""
    told, folded = world.of(language), world.fold(name)
    if not folded.endswith(declension().nominative) or name.isupper():
        return False
    return folded in told.countries or folded in told.regions


@_kept
def is_region(name: str, language: str | None) -> bool:
    """Whether this is a state, province, continent or other region."""
    told, folded = world.of(language), world.fold(name)
    return (
        folded in told.regions
        or (folded in _subdivisions() and not _is_letters(name))
        or (bool(told.endings) and told.stem(folded) in told.regions)
    )


def given_name(word: str) -> str | None:
    """The gender of a given name: "m", "f", or "" where it may be either; None when it is none."""
    return languages.given_names().get(word)


@cache
def _subdivisions() -> frozenset[str]:
    """States and provinces, but those that only bear their chief town's name: such a name is read as the town's."""
    parts = ((part["name"], part["code"].partition("-")[0]) for part in world.iso("3166-2"))
    named = ((world.fold(name), country) for name, country in parts if not name.islower())
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
