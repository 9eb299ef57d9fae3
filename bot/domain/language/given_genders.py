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


@cache
def _by_language() -> Mapping[str, Mapping[str, str]]:
    """Given names whose gender differs by language, each with it, by the language's code."""
    tables = tomllib.loads((languages.DATA / "given_names_by_language.toml").read_text(encoding="utf-8"))
    return {
        code: {name: _TOLD[key] for key, names in table.items() for name in names.split()}
        for code, table in tables.items()
    }
