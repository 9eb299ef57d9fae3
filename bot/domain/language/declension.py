"""The cases of given names in Cyrillic letters, Russian and Ukrainian ones together: "Іван" is also "Івана", "Іванові".

Names in Latin letters have cases by the paradigms of their language: "Marek", "Markowi". Which case a form tells does
not matter to who asks: whether a word is a given name's. So every ending of both languages is tried, and forms that
nobody uses do no harm.
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

CYRILLIC = "\u0400"  # The first of its letters; Latin ones stand before it.
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Declension:
    """What `data/declension.toml` says of names in Cyrillic letters.

    Attributes:
        nominative: last letters of names in the nominative.
        women: last letters of women's names that have cases, from wherever they are.
        consonants: last letters to which endings are added.
        added: those endings.
        endings: by other last letters, the endings in their place.
        changes: last letters with a vowel that changes before an ending, each with those in their place.
    """

    nominative: tuple[str, ...]
    women: tuple[str, ...]
    consonants: frozenset[str]
    added: tuple[str, ...]
    endings: dict[str, tuple[str, ...]]
    changes: tuple[str, ...]


@cache
def declension() -> Declension:
    """How names in Cyrillic letters are declined."""
    table = tomllib.loads((files(__package__) / "data" / "declension.toml").read_text(encoding="utf-8"))
    return Declension(
        nominative=tuple(table["nominative"]),
        women=tuple(table["women"]),
        consonants=frozenset(table["consonants"]),
        added=tuple(table["added"].split()),
        endings={letter: tuple(endings.split()) for letter, endings in table["endings"].items()},
        changes=tuple(table["changes"].split()),
    )


def declined(name: str) -> Iterator[str]:
    """The other cases of a given name; none of one in Latin letters, or one that has no cases ("Хілларі")."""
    if name[0] < CYRILLIC or len(name) < _SHORTEST:
        return
    told, last = declension(), name[-1]
    if last in told.consonants:
        yield from (name + ending for ending in told.added)
    yield from (name[:-1] + ending for ending in told.endings.get(last, ()))


def in_cases(name: str) -> Iterator[str]:
    """The other cases of any name in Cyrillic letters, those with another vowel before the last letter, too."""
    yield from declined(name)
    for changed in declension().changes if name[0] >= CYRILLIC and len(name) > _SHORTEST else ():
        ending, _, stem = changed.partition(":")
        if name.endswith(ending):
            yield from declined(name.removesuffix(ending) + stem)


def may_be_in_case(name: str, gender_of: Callable[[str], str]) -> bool:
    """Whether a name in Cyrillic letters may be another case of one that is listed: "Олега", of two "Александра".

    `gender_of` gives the gender of a listed name, "" of any other.
    """
    told, gender = declension(), gender_of(name)
    if gender == "f" and name.endswith(told.women):
        return False  # "Нина" is no form of "Нино".
    ends = [("", ending) for ending in told.added if gender == "m"]  # No woman's name that ends so has cases.
    ends += [(letter, ending) for letter, endings in told.endings.items() for ending in endings]
    stems = ((name.removesuffix(ending), letter) for letter, ending in ends if name.endswith(ending))
    return not gender or any(len(stem) >= _SHORTEST and gender_of(stem + letter) == gender for stem, letter in stems)


def with_vowels(word: str) -> Iterator[str]:
    """The nominatives that a word may be another case of, those with another vowel before the last letter alone."""
    told = declension()
    for changed in told.changes:
        nominative, _, stem = changed.partition(":")
        last = stem[-1]
        kept, endings = (stem, told.added) if last in told.consonants else (stem[:-1], told.endings[last])
        ends = (kept + ending for ending in endings)
        yield from (word.removesuffix(end) + nominative for end in ends if word.endswith(end))


def told_in_cases(names: Sequence[str]) -> list[frozenset[int]]:
    """Of each name its place with those of other cases of it, by names of one word: "Сокіл", "Сокола"."""
    found = [{at} for at in range(len(names))]
    places = {name.lower(): at for at, name in enumerate(names) if name and " " not in name}
    for name, at in places.items():
        for other in {places[form] for form in in_cases(name) if form in places} - {at}:
            found[at].add(other)
            found[other].add(at)
    return [frozenset(same) for same in found]


def in_paradigms(name: str, paradigms: Iterable[str]) -> Iterator[str]:
    """The cases of a given name by those paradigms whose nominative has the longest ending of it; "-" is no ending.

    Each paradigm is the endings of one name in its cases, the nominative's first.
    """
    split = [
        ["" if ending == "-" else ending for ending in paradigm.split() if ending != "="] for paradigm in paradigms
    ]
    fitting = [endings for endings in split if name.endswith(endings[0])]
    longest = max((len(endings[0]) for endings in fitting), default=0)
    for endings in fitting:
        if len(endings[0]) == longest:
            yield from (name[: len(name) - longest] + ending for ending in endings[1:])
