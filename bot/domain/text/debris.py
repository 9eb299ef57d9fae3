"""Lines that stand in an article's column and are not of the article: teasers, share buttons, captions' credits."""

import re
from functools import cache

from bot.domain.text.wording import any_of, phrases

_EXACT_CHARACTERS, _STARTS_CHARACTERS = 60, 260


def is_debris(line: str) -> bool:
    """Whether a paragraph is debris, by the phrases of `wording/debris.toml`. A quotation never is."""
    if len(line) > _STARTS_CHARACTERS:
        return False
    plain = line.strip().lower().rstrip(" .:!…>→»|").lstrip("▶►→>| ")
    if len(plain) <= _EXACT_CHARACTERS and plain in _exact():
        return True
    return _starts().match(line.strip()) is not None or _ends().search(line) is not None


def is_picture_credit(line: str) -> bool:
    """Whether a line says who made the picture or film above it."""
    return len(line) <= _EXACT_CHARACTERS and _pictures().match(line.strip()) is not None


@cache
def _pictures() -> re.Pattern[str]:
    return re.compile(any_of(phrases("debris", "pictures")), re.IGNORECASE)


@cache
def _exact() -> frozenset[str]:
    return frozenset(phrase.rstrip(" .:!…>→»|") for phrase in phrases("debris", "exact"))


@cache
def _starts() -> re.Pattern[str]:
    return re.compile(any_of(phrases("debris", "starts")), re.IGNORECASE)


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(any_of(phrases("debris", "ends")) + r"[\s.]*$", re.IGNORECASE)
