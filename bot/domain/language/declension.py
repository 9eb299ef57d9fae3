"""The cases of given names in Cyrillic letters, Russian and Ukrainian ones together: "Іван" is also "Івана", "Іванові".

Names in Latin letters have cases by the paradigms of their language: "Marek", "Markowi". Which case a form tells does
not matter to who asks: whether a word is a given name's. So every ending of both languages is tried, and forms that
nobody uses do no harm.
"""

from collections.abc import Iterable, Iterator

_CYRILLIC = "\u0400"  # The first of its letters; Latin ones stand before it.
_ENDINGS = {
    "а": ("и", "ы", "і", "е", "у", "ою", "ой"),
    "я": ("и", "і", "ї", "е", "ю", "єю", "ею", "ей"),
    "й": ("я", "ю", "ем", "єм", "ї", "е", "єві", "и"),
    "ь": ("я", "ю", "ем", "еві", "е", "и", "і"),
    "о": ("а", "у", "ом", "ові", "і"),
    "": ("а", "у", "ом", "е", "ові", "і"),
}
_HARD = frozenset("бвгґджзклмнпрстфхцчшщ")
_SHORTEST = 3


def declined(name: str) -> Iterator[str]:
    """The other cases of a given name; none of one in Latin letters, or one that has no cases ("Хілларі")."""
    if name[0] < _CYRILLIC or len(name) < _SHORTEST:
        return
    last = name[-1]
    if last in _HARD:
        yield from (name + ending for ending in _ENDINGS[""])
    elif last in _ENDINGS:
        yield from (name[:-1] + ending for ending in _ENDINGS[last])


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
