"""Brings the cases of a name together where names are inflected: "Путіна" and "Зеленському" join their nominatives.

The rule: two capitalised words of one text are forms of one name when a stem of three letters and more with an ending
of the language, or none, makes them both. The nominative is the form that stands for all: the shortest that has no
ending of another case. Only forms that stand in the text are ever used, as every name shown must.

A language with `paradigms` tells which endings one name takes ("Marek", "Marka", "Markowi"): two words are then forms
of one name where one paradigm has the endings of both, and the nominative is the form with the paradigm's first.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from bot.domain.language.languages import Language, of

_STEM_LETTERS = 3
_FORMS = 16
_WORDS = 4096  # Kept with their stems: an article's names are asked about several times.
_LONGEST_ENDING = 6
_ALONE = "="


def levelled(words: Iterable[str], language: Language) -> Mapping[str, str]:
    """For each of these capitalised words the form that stands for its name; itself where it has no other.

    A language without `case_endings` gives nothing. Linear in the number of different words.
    """
    if not language.case_endings:
        return {}
    if language.paradigms:
        return _in_paradigms(words, language)
    forms_of: dict[str, list[str]] = defaultdict(list)
    stems = {word: _stems(word, language.code) for word in sorted(set(words))}
    for word, listed in stems.items():
        for stem in listed:
            forms_of[stem].append(word)
    forms = {word: _nominative([forms_of[stem] for stem in listed], language) for word, listed in stems.items()}
    return forms | _of_genitives(stems, language) if language.given_genitives else forms


def _of_genitives(words: Iterable[str], language: Language) -> dict[str, str]:
    """The nominatives of first names in the genitive, where both stand in the text: "Ana" of "Anei"."""
    known = set(words)
    pairs = [pair.split() for pair in language.given_genitives]
    return {
        word: word.removesuffix(genitive) + nominative
        for nominative, genitive in pairs
        for word in known
        if word.endswith(genitive) and word.removesuffix(genitive) + nominative in known
    }


@lru_cache(maxsize=_WORDS)
def _stems(word: str, code: str) -> tuple[str, ...]:
    """What is left of a word without each of the endings of its language that it has, and the word, shortest first."""
    longest, endings = _endings(code)
    lengths = range(max(_STEM_LETTERS, len(word) - longest), len(word))
    return (*(word[:length] for length in lengths if word[length:] in endings), word)


@lru_cache(maxsize=32)
def _endings(code: str) -> tuple[int, frozenset[str]]:
    """The endings of a language's cases, and how long the longest of them is."""
    endings = of(code).case_endings
    return max(map(len, endings)), frozenset(endings)


def _nominative(forms: Iterable[list[str]], language: Language) -> str:
    """The one that stands for all of several lists of forms, of each of which only the first are looked at."""
    related = {other for listed in forms for other in listed[:_FORMS]}
    return min(related, key=lambda other: _rank(other, language)) if len(related) > 1 else related.pop()


def _rank(word: str, language: Language) -> tuple[bool, int, bool, str]:
    first = word.endswith(language.first_endings)  # "Дмитро" stands before its genitive "Дмитра".
    return word.endswith(language.oblique_endings), len(word), not first, word


def _in_paradigms(words: Iterable[str], language: Language) -> Mapping[str, str]:
    """For each word the form that stands for its name, by the paradigms of the language."""
    different = sorted(set(words))
    forms: dict[tuple[int, str], list[tuple[int, str]]] = defaultdict(list)
    for word in different:
        for paradigm, stem, case in _readings(word, language):
            forms[paradigm, stem].append((case, word))
    return {word: _standing(word, forms, language) for word in different}


def _standing(word: str, forms: Mapping[tuple[int, str], list[tuple[int, str]]], language: Language) -> str:
    """The nominative of a word, where the text has it, else the first of its forms; the word where it has no other."""
    related = [min(forms[paradigm, stem]) for paradigm, stem, _ in _readings(word, language)]
    others = [(case, form) for case, form in related if form != word]
    nominatives = [form for case, form in others if case == 0]
    return min(nominatives or [form for _, form in others] or [word], key=lambda form: (len(form), form))


def _readings(word: str, language: Language) -> list[tuple[int, str, int]]:
    """What a word may be: a paradigm, a stem of three letters and more, and the place of its case.

    A word with an ending of a paradigm that stands alone is of no other.
    """
    paradigms = _paradigms_of(language.code)
    found = [
        (paradigm, word[: len(word) - length], case)
        for length in range(min(_LONGEST_ENDING, len(word) - _STEM_LETTERS) + 1)
        for paradigm, case in paradigms.endings.get(word[len(word) - length :], ())
    ]
    return [reading for reading in found if reading[0] in paradigms.alone] or found


@dataclass(frozen=True, slots=True)
class _Paradigms:
    """The paradigms that have an ending, with its place in each, and the numbers of those that stand alone."""

    endings: Mapping[str, tuple[tuple[int, int], ...]]
    alone: frozenset[int]


@cache
def _paradigms_of(code: str) -> _Paradigms:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    split = [paradigm.split() for paradigm in of(code).paradigms]
    for number, endings in enumerate(split):
        for case, ending in enumerate(ending for ending in endings if ending != _ALONE):
            found["" if ending == "-" else ending].append((number, case))
    alone = frozenset(number for number, endings in enumerate(split) if endings[0] == _ALONE)
    return _Paradigms({ending: tuple(places) for ending, places in found.items()}, alone)
