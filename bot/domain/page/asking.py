"""What the lines of a wall ask, told by two words of one language: sites word the same request in ever new ways."""

import re
from collections.abc import Iterable
from functools import cache

from bot.domain.text.wording import any_of, table

_UNSPACED = re.compile(r"[\u0600-\u06ff\u3040-\u30ff\u3400-\u9fff]")


def asks(kind: str, line: str) -> bool:
    """Whether a line has a word for what a kind of wall is about and one for what it asks, both of one language."""
    lower = line.lower().replace("’", "'")
    return any(about.search(lower) and asked.search(lower) for about, asked in _pairs(kind))


def is_about(kind: str, line: str) -> int:
    """How many different words for what a kind of wall is about stand in a line, of the language that has most."""
    lower = line.lower().replace("’", "'")
    return max(len(set(about.findall(lower))) for about, _ in _pairs(kind))


def begins_asking(kind: str, label: str) -> bool:
    """Whether a button's label begins with what a kind of wall asks."""
    lower = label.lower().replace("’", "'")
    return any(asked.match(lower) for _, asked in _pairs(kind))


def addresses(text: str) -> bool:
    """Whether a text speaks to its readers, or of its site as "we"."""
    return _address().search(text) is not None


@cache
def _address() -> re.Pattern[str]:
    words = [word for by_language in table("asking")["address"].values() for word in by_language]
    return re.compile(rf"(?<!\w){any_of(words)}(?!\w)")


@cache
def _pairs(kind: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    about, asked = (table("asking")[kind][part] for part in ("about", "asks"))
    return tuple((_beginnings(about[code]), _beginnings(asked[code])) for code in about)


def _beginnings(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of beginnings of words; of writing without spaces, of the words wherever they stand."""
    spaced = [word for word in words if not _UNSPACED.search(word)]
    others = [word for word in words if _UNSPACED.search(word)]
    patterns = [rf"(?<!\w){any_of(spaced)}"] * bool(spaced) + [any_of(others)] * bool(others)
    return re.compile("|".join(patterns))
