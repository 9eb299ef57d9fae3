"""Lines that stand in an article's column and are not of the article: teasers, share buttons, captions' credits."""

import re
from functools import cache

from bot.domain.text.characters import POINTS
from bot.domain.text.wording import any_of, phrases

_EXACT_CHARACTERS, _STARTS_CHARACTERS = 60, 260

# Paragraphs at the end of a story among which appeals to its readers stand, and characters of one.
_LAST, _APPEAL_CHARACTERS = 4, 400

# Labels of a menu in one line at the least, and words of one at the most.
_LABELS, _LABEL_WORDS = 4, 4

# Share of letters in a line of figures at the most.
_WORDS = 0.6

_MARKS = '“”„«»"'
_BARS = re.compile(r"\s+[|›»•·/]+\s+")
_CHANGE = re.compile(r"[+\-−–▲▼]\s?\d{1,4}(?:[.,]\d{1,3})?\s?%")


def is_debris(line: str) -> bool:
    """Whether a paragraph is debris, by the phrases of `wording/debris.toml`. A quotation never is."""
    if len(line) > _STARTS_CHARACTERS:
        return False
    plain = line.strip().lower().rstrip(" .:!…>→»|").lstrip("▶►→>| ")
    if len(plain) <= _EXACT_CHARACTERS and plain in _exact():
        return True
    return (
        _starts().match(line.strip()) is not None
        or _ends().search(line) is not None
        or _is_caption(line)
        or _is_menu(line)
        or _is_ticker(line)
        or _figures().match(line.strip()) is not None
        or _is_pointer(line)
    )


def without_appeals(paragraphs: list[str]) -> list[str]:
    """The paragraphs of a story without what its last lines ask of readers, or say for whoever publishes the page."""
    first = max(1, len(paragraphs) - _LAST)
    return [text for at, text in enumerate(paragraphs) if at < first or not _is_appeal(text)]


def _is_appeal(line: str) -> bool:
    """Whether a line asks, in the imperative, for what readers can subscribe to, follow or load; or disclaims."""
    is_quoted = any(mark in line for mark in _MARKS)
    if is_quoted or len(line) > _APPEAL_CHARACTERS:
        return False
    return bool(_asks().search(line) and _asked().search(line)) or _disclaims().search(line) is not None


def _is_caption(line: str) -> bool:
    """Whether a line ends by saying who made or sold the picture that it is about."""
    return _credited().search(line.strip()) is not None


def _is_menu(line: str) -> bool:
    """Whether a line is a menu: short labels with strokes or arrows between."""
    labels = _BARS.split(line.strip())
    return len(labels) >= _LABELS and all(len(label.split()) <= _LABEL_WORDS for label in labels)


def _is_pointer(line: str) -> bool:
    """Whether a line sends readers to another part of the page: "Watch the full interview above."."""
    return not any(mark in line for mark in _MARKS) and _points().match(line.strip()) is not None


def _is_ticker(line: str) -> bool:
    """Whether a line is one of quotations: changes in per cent, and hardly a word between."""
    letters = sum(map(str.isalpha, line))
    return len(_CHANGE.findall(line)) > 1 and letters < _WORDS * len(line)


def is_picture_credit(line: str) -> bool:
    """Whether a line says who made the picture or film above it."""
    return len(line) <= _EXACT_CHARACTERS and _pictures().match(line.strip()) is not None


@cache
def _pictures() -> re.Pattern[str]:
    return re.compile(any_of(phrases("debris", "pictures")), re.IGNORECASE)


@cache
def _credited() -> re.Pattern[str]:
    labels = any_of(phrase.rstrip(" :") for phrase in phrases("debris", "pictures"))
    sellers, agencies = any_of(phrases("debris", "image_agencies")), any_of(phrases("debris", "news_agencies"))
    return re.compile(
        rf"(?:[(\[](?i:{labels})\s?:\s?[^()\[\]]{{2,60}}[)\]]"
        rf"|[©|/(,]\s?(?i:{sellers})(?:\s[^{POINTS}\s]{{1,20}}){{0,2}}[)\]]?"
        rf"|©\s?[^{POINTS}©]{{2,50}}"
        rf"|\b[A-Z][\w'’-]+\s[A-Z][\w'’.-]+\s?[/|]\s?(?i:{agencies})(?:\sfiles?)?[)\]]?)\.?$"
    )


@cache
def _figures() -> re.Pattern[str]:
    return re.compile(any_of(phrases("debris", "figures")) + r"\s?\d{1,3}\s?[:.–—-]\s", re.IGNORECASE)


@cache
def _asks() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[{POINTS}:–—-]\s?)(?:"
        + any_of(phrases("debris", "before_asks"))
        + r"\s){0,2}"
        + any_of(phrases("debris", "asks"))
        + r"\b",
        re.IGNORECASE,
    )


@cache
def _points() -> re.Pattern[str]:
    looks, places = any_of(phrases("debris", "looks")), any_of(phrases("debris", "looked_at"))
    return re.compile(rf"[^\w]{{0,3}}{looks}\s[^{POINTS}:;]{{3,90}}\s{places}[\s.!:\])]*$", re.IGNORECASE)


@cache
def _disclaims() -> re.Pattern[str]:
    return re.compile(any_of(phrases("debris", "disclaims")), re.IGNORECASE)


@cache
def _asked() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + any_of(phrases("debris", "asked")) + r"(?!\w)", re.IGNORECASE)


@cache
def _exact() -> frozenset[str]:
    return frozenset(phrase.rstrip(" .:!…>→»|") for phrase in phrases("debris", "exact"))


@cache
def _starts() -> re.Pattern[str]:
    return re.compile(any_of(phrases("debris", "starts")), re.IGNORECASE)


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(any_of(phrases("debris", "ends")) + r"[\s.]*$", re.IGNORECASE)
