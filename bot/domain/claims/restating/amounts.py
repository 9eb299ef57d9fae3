"""Words for multiples and for parts of what was counted before, from a language's `amounts.toml`.

multiples = "twice:2"        words for how many times something is as much
multiplied = "tripled:3"     verbs for becoming so many times as much
multiplying = "times"        words that make one of the number before them
likening = "as"              words behind them before what it is compared with
others = "other others"      words for the rest of those counted before: "the other two"
pairs = "both"               words for two that are known
now = "now"                  words for the time of the telling
dimensions = ["costs | dear | cheap | dearer | cheaper"]
                             what has more or less of something, by verbs, adjectives and their comparatives
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from bot.domain.claims.comparing.wording import folded
from bot.domain.language import languages

_LANGUAGES = 32


@dataclass(frozen=True)
class Amounts:
    """One language's words; empty for a language without a file."""

    multiples: Mapping[str, float]
    multiplied: Mapping[str, float] = field(default_factory=dict)
    multiplying: frozenset[str] = frozenset()
    likening: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    pairs: frozenset[str] = frozenset()
    now: frozenset[str] = frozenset()
    scales: Mapping[str, int] = field(default_factory=dict)
    adjectives: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    comparatives: Mapping[str, tuple[int, int]] = field(default_factory=dict)


@lru_cache(maxsize=_LANGUAGES)
def amounts_of(code: str) -> Amounts:
    """A language's words for multiples and parts."""
    path = languages.DATA / code / "amounts.toml"
    if not code or not path.is_file():
        return Amounts({})
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    lists = {key: frozenset(map(folded, table.get(key, "").split())) for key in _LISTS}
    scales, adjectives, comparatives = _scales(table.get("dimensions", ()))
    multiples, multiplied = (_numbers(table.get(key, "")) for key in ("multiples", "multiplied"))
    return Amounts(multiples, multiplied, scales=scales, adjectives=adjectives, comparatives=comparatives, **lists)


def _numbers(written: str) -> dict[str, float]:
    """Words with a number each: "twice:2"."""
    pairs = (pair.rpartition(":") for pair in written.split())
    return {folded(word): float(value) for word, _, value in pairs}


def _scales(rows: Sequence[str]) -> tuple[dict[str, int], dict[str, tuple[int, int]], dict[str, tuple[int, int]]]:
    """For verbs the number of their scale; for adjectives and comparatives that, and 1 for more of it, -1 for less."""
    scales: dict[str, int] = {}
    found: tuple[dict[str, tuple[int, int]], dict[str, tuple[int, int]]] = {}, {}
    for number, row in enumerate(rows):
        verbs, *sides = (list(map(folded, part.split())) for part in row.split("|"))
        scales.update(dict.fromkeys(verbs, number))
        for at, words in enumerate(sides):
            found[at // 2].update(dict.fromkeys(words, (number, 1 - at % 2 * 2)))
    return scales, *found


_LISTS = ("multiplying", "likening", "others", "pairs", "now")
