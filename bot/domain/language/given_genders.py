"""The gender that a given name tells in one language, where "Andrea" is a man's name in Italian alone."""

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache

from bot.domain.language import languages
from bot.domain.language.declension import CYRILLIC, declension, may_be_in_case

_TOLD = {"female": "f", "male": "m", "either": ""}


def given_gender(name: str, code: str) -> str:
    """The gender that a given name tells in the language with this code, "m" or "f"; "" when it tells none."""
    gender = _by_language().get(code, {}).get(name)
    return languages.given_names().get(name, "") if gender is None else gender


def nominative_gender(name: str) -> str:
    """The gender of a given name that is listed as it stands, whatever case of another it may be too: "Карла"."""
    return _nominatives().get(name, "")


@lru_cache(maxsize=4096)
def stands_in_nominative(name: str) -> bool:
    """Whether a given name in Cyrillic letters has cases and is in none but the nominative, as no other's is."""
    gender, told = nominative_gender(name), declension()
    sure = name.endswith(told.women if gender == "f" else told.nominative) and name[-1] >= CYRILLIC
    return bool(gender) and sure and not may_be_in_case(name, nominative_gender)


@cache
def _nominatives() -> Mapping[str, str]:
    return {**languages.names_in("given_names_of_the_world.toml"), **languages.listed_given_names()}


@cache
def _by_language() -> Mapping[str, Mapping[str, str]]:
    """Given names whose gender differs by language, each with it, by the language's code."""
    tables = tomllib.loads((languages.DATA / "given_names_by_language.toml").read_text(encoding="utf-8"))
    return {
        code: {name: _TOLD[key] for key, names in table.items() for name in names.split()}
        for code, table in tables.items()
    }
