"""Words for multiples and for parts of what was counted before, from a language's `amounts.toml`.

multiples = "twice:2"        words for how many times something is as much
multiplying = "times"        words that make one of the number before them
likening = "as"              words behind them before what it is compared with
others = "other others"      words for the rest of those counted before: "the other two"
pairs = "both"               words for two that are known
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.claims.comparing.wording import folded
from bot.domain.language import languages

_LANGUAGES = 32


@dataclass(frozen=True)
class Amounts:
    """One language's words; empty for a language without a file."""

    multiples: Mapping[str, float]
    multiplying: frozenset[str] = frozenset()
    likening: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    pairs: frozenset[str] = frozenset()


@lru_cache(maxsize=_LANGUAGES)
def amounts_of(code: str) -> Amounts:
    """A language's words for multiples and parts."""
    path = languages.DATA / code / "amounts.toml"
    if not code or not path.is_file():
        return Amounts({})
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    lists = {key: frozenset(map(folded, table.get(key, "").split())) for key in _LISTS}
    pairs = (pair.rpartition(":") for pair in table.get("multiples", "").split())
    return Amounts({folded(word): float(value) for word, _, value in pairs}, **lists)


_LISTS = ("multiplying", "likening", "others", "pairs")
