"""What English and other foreign names are made of that stand untranslated in the news of any language."""

import tomllib
from dataclasses import dataclass, fields
from functools import lru_cache

from bot.domain.language.languages import DATA


@dataclass(frozen=True, slots=True)
class Abroad:
    """The words of such names, by what they make a name, in lower case."""

    bodies: frozenset[str]
    clubs: frozenset[str]
    works: frozenset[str]
    places: frozenset[str]
    articles: frozenset[str]
    saints: frozenset[str]
    connectors: frozenset[str]
    joins: frozenset[str]
    of_words: frozenset[str]
    purposes: frozenset[str]
    prefixes: frozenset[str]
    openings: frozenset[str]


@lru_cache(maxsize=1)
def abroad() -> Abroad:
    """The words that `data/abroad.toml` lists."""
    table = tomllib.loads((DATA / "abroad.toml").read_text(encoding="utf-8"))
    return Abroad(**{part.name: frozenset(table[part.name].split()) for part in fields(Abroad)})
