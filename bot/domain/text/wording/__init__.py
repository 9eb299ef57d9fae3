"""What pages and pastes say around an article, by language: data files, read once when first asked for."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> Mapping[str, Any]:
    """The data file `name` of this folder, parsed. Its top tables are named in the file's own comment."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def phrases(name: str, part: str) -> list[str]:
    """All phrases of a part over all languages, lower case, longest first."""
    found = {
        phrase.lower() for by_language in [table(name)[part]] for words in by_language.values() for phrase in words
    }
    return sorted(found, key=lambda phrase: (-len(phrase), phrase))


def any_of(words: Iterable[str]) -> str:
    """A group of a regular expression that matches any of the words; spaces match any single white space."""
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s") for word in words) + ")"
