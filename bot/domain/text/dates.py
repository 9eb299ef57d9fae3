"""Dates as pages and pastes write them, to ISO 8601."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from itertools import chain

from babel import Locale

from bot.domain.text.wording import table

_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:[T ]\s?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{0,2})?)?",
    re.IGNORECASE,
)
_HAN = re.compile(r"(\d{4})[年년]\s?(\d{1,2})[月월]\s?(\d{1,2})[日일]")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})\s?[./]\s?(\d{1,2})\s?[./]\s?(\d{4})(?!\d)")
_PACKED = re.compile(r"(?<!\d)(20\d{2})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?(?!\d)")
_WORD = re.compile(r"[^\W\d_]{3,}")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?!\d|:)")
# Before these, and on the day that clocks count from, a date is a fault of the program that wrote it.
_FIRST_YEAR, _EPOCH = 1900, date(1970, 1, 1)
_NOON, _HOUR = 12, 60

# Characters of a line that is a date, and words in it that are no month's.
_LINE_CHARACTERS, _LINE_WORDS = 80, 4

# Letters of a month's name or its abbreviation.
_MONTH_LETTERS = 3


_MAIL = re.compile(r"[A-Za-z]{3},\s\d{1,2}\s[A-Za-z]{3}\s\d{4}\s\d{2}:\d{2}")
_CLOCK = re.compile(
    r"(?<![\d.:])(\d{1,2})[:.](\d{2})(?::\d{2})?(?![\d:.])\s?(?:([ap])\.?\s?m\b\.?)?\s?([A-Z]{2,5}\b)?(?:\s?([+-]\d{2}:?\d{2}))?",
    re.IGNORECASE,
)

# Hours east of Greenwich of the abbreviations that name one zone in news.
_ZONES = {
    "UTC": 0, "GMT": 0, "WET": 0, "BST": 1, "WEST": 1, "CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2, "EET": 2, "EEST": 3,
    "MSK": 3, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7,
    "MDT": -6, "PST": -8, "PDT": -7,
}  # fmt: skip


def iso_date(text: str) -> str | None:
    """The first date in `text` as an ISO 8601 date, or date-time where a time is given; None when there is none.

    Reads ISO 8601 in its usual spellings, RFC 2822, `20.05.2024`, `2024年5月20日` and month names of many languages.
    An offset is kept, or made of a zone's abbreviation; where there is none the time is kept without. Of `05/06/2024`
    the first number is the day, unless it cannot be.
    """
    text = text.strip()[:200]
    return _from_iso(text) or _from_mail(text) or _from_numbers(text) or _from_words(text)


def is_date_line(line: str) -> bool:
    """Whether a line holds a date and hardly anything else ("Updated: Friday, 21 July 2017, 14:05 GMT")."""
    if len(line) > _LINE_CHARACTERS or iso_date(line) is None:
        return False
    words = [word.lower() for word in _WORD.findall(line)]
    return sum(word not in _months() for word in words) <= _LINE_WORDS and not line.rstrip().endswith(("?", "!"))


def is_month(word: str) -> bool:
    """Whether a word is a month's name, full or short."""
    return word.lower().strip(".,") in _months()


def _from_iso(text: str) -> str | None:
    match = _ISO.search(text) or _PACKED.search(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, offset = match.groups()
    if hour is None:
        return _date(int(year), int(month), int(day))
    try:
        moment = datetime(int(year), int(month), int(day), int(hour), int(minute), int(second or 0), tzinfo=UTC)
    except ValueError:
        return _date(int(year), int(month), int(day))
    if _date(moment.year, moment.month, moment.day) is None:
        return None
    return moment.strftime("%Y-%m-%dT%H:%M:%S") + _offset(offset)


def _offset(written: str | None) -> str:
    if written is None:
        return ""
    if written.upper() in {"Z", "UTC", "GMT"}:
        return "+00:00"
    digits = written[1:].replace(":", "").ljust(4, "0")
    return f"{written[0]}{digits[:2]}:{digits[2:4]}"


def _from_mail(text: str) -> str | None:
    try:
        return parsedate_to_datetime(text).isoformat() if _MAIL.match(text) else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _from_numbers(text: str) -> str | None:
    if match := _HAN.search(text):
        return _timed(_date(*(int(part) for part in match.groups())), text[match.end() :])
    if match := _NUMERIC.search(text):
        first, second, year = (int(part) for part in match.groups())
        return _timed(_date(year, second, first) or _date(year, first, second), text[match.end() :])
    return None


def _from_words(text: str) -> str | None:
    """A day, a month's name and a year in any order, near each other."""
    days = _CLOCK.sub(lambda clock: " " * len(clock.group()), text)
    for word in _WORD.finditer(days):
        month = _months().get(word.group().lower())
        if month is None:
            continue
        near = days[max(0, word.start() - 16) : word.end() + 24]
        year, day = _YEAR.search(near), _DAY.search(near)
        if year and day and (found := _date(int(year.group(1)), month, int(day.group(1)))):
            return _timed(found, text)
    return None


def _timed(day: str | None, text: str) -> str | None:
    """A date with the time of day that the text gives beside it."""
    match = _CLOCK.search(text)
    if day is None or match is None:
        return day
    hour, minute = int(match.group(1)), int(match.group(2))
    if half := (match.group(3) or "").lower():
        if not 1 <= hour <= _NOON:
            return day
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    if hour >= 2 * _NOON or minute >= _HOUR:
        return day
    zone = (match.group(4) or "").upper()
    offset = _offset(match.group(5)) if match.group(5) else ""
    if not offset and zone in _ZONES:
        offset = f"{_ZONES[zone]:+03d}:00"
    return f"{day}T{hour:02}:{minute:02}:00{offset}"


def _date(year: int, month: int, day: int) -> str | None:
    try:
        day_ = date(year, month, day)
    except ValueError:
        return None
    return day_.isoformat() if year >= _FIRST_YEAR and day_ != _EPOCH else None


@cache
def _months() -> dict[str, int]:
    """Month names in running text and alone, from the CLDR."""
    names: dict[str, int] = {"sept": 9}
    for language in table("months")["shortened"]["languages"]:
        months = Locale.parse(language).months
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in months[context][width].items():
                    plain = name.lower().rstrip(".")
                    if len(plain) >= _MONTH_LETTERS:
                        names.setdefault(plain, number)
    for series in chain.from_iterable(table("months")["months"].values()):
        for number, name in enumerate(series, start=1):
            names.setdefault(name, number)
    return names
