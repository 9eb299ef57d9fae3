"""The gender that a given name tells in one language, where "Andrea" is a man's name in Italian alone."""

import tomllib
from collections.abc import Mapping
from functools import cache

from bot.domain.language import languages

_TOLD = {"female": "f", "male": "m", "either": ""}


def given_gender(name: str, code: str) -> str:
    """The gender that a given name tells in the language with this code, "m" or "f"; "" when it tells none."""
    gender = _by_language().get(code, {}).get(name)
    return languages.given_names().get(name, "") if gender is None else gender


def nominative_gender(name: str) -> str:
    """The gender of a given name that is listed as it stands, whatever case of another it may be too: "Карла"."""
    return _nominatives().get(name, "")


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
