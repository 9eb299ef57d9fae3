"""Brings the cases of a name together where names are inflected: "Путіна" and "Зеленському" join their nominatives.

The rule: two capitalised words of one text are forms of one name when a stem of three letters and more with an ending
of the language, or none, makes them both. The nominative is the form that stands for all: the shortest that has no
ending of another case. Only forms that stand in the text are ever used, as every name shown must.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from bot.domain.language.languages import Language

_STEM_LETTERS = 3
_FORMS = 16
_NOMINATIVE_ENDINGS = ("а", "я", "a", "ия", "ія")
_OBLIQUE_ENDINGS = ("ы", "и", "і", "у", "ю", "е", "ой", "ей", "ою", "ею", "ом", "ем", "ым", "им", "ei", "ului", "lui")


def levelled(words: Iterable[str], language: Language) -> Mapping[str, str]:
    """For each of these capitalised words the form that stands for its name; itself where it has no other.

    A language without `case_endings` gives nothing. Linear in the number of different words.
    """
    if not language.case_endings:
        return {}
    stems: dict[str, list[str]] = defaultdict(list)
    different = sorted(set(words))
    for word in different:
        for stem in _stems(word, language.case_endings):
            stems[stem].append(word)
    return {word: _nominative(word, stems, language.case_endings) for word in different}


def _stems(word: str, endings: tuple[str, ...]) -> list[str]:
    """The word, and what is left of it without each of the endings."""
    found = {word}
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM_LETTERS:
            found.add(word[: -len(ending)])
    return sorted(found, key=len)


def _nominative(word: str, stems: Mapping[str, list[str]], endings: tuple[str, ...]) -> str:
    related = {other for stem in _stems(word, endings) for other in stems[stem][:_FORMS]}
    return min(related, key=_rank)


def _rank(word: str) -> tuple[bool, int, bool, str]:
    oblique = word.endswith(_OBLIQUE_ENDINGS) and not word.endswith(_NOMINATIVE_ENDINGS)
    return oblique, len(word), not word.endswith("о"), word  # "Дмитро" stands before its genitive "Дмитра".
