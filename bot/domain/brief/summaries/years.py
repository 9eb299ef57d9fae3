"""The years that an article names."""

import re

from config.limits import SUMMARY_FIRST_YEAR

# Of this century alone, as those before are never the newest; the lookbehind stands where few places reach it.
_YEAR = re.compile(r"20(?<!\w\d\d)\d\d\b")


def is_year(word: str) -> bool:
    """Whether a word is a year of the last centuries: "1987"."""
    return len(word) == len("2000") and word.isdigit() and word[:2] in {"17", "18", "19", "20"}


def newest_year(text: str, published: str | None) -> int:
    """The year in which an article seems to have been written: its date's, else the latest that it names."""
    known = (published or "")[:4]
    return max((SUMMARY_FIRST_YEAR, *map(int, [known] if is_year(known) else _YEAR.findall(text))))
