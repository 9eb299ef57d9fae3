"""The scripts that languages are written in."""

import tomllib
from collections.abc import Mapping
from functools import cache

from bot.domain.language.languages import DATA


def script_of(code: str) -> str:
    """The script of a language that is written in one alone, as Unicode's names of characters begin; "" for others."""
    return _scripts().get(code, "")


@cache
def _scripts() -> Mapping[str, str]:
    tables: dict[str, str] = tomllib.loads((DATA / "scripts.toml").read_text(encoding="utf-8"))
    return {code: script for script, codes in tables.items() for code in codes.split()}
