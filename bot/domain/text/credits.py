"""Bylines, datelines, credits and wire remarks: who made a text, taken out of it and kept as metadata."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from bot.domain.text.characters import POINTS
from bot.domain.text.dates import is_date_line, is_month, iso_date
from bot.domain.text.wording import any_of, table

# Paragraphs at the start and at the end of a text that may be credits.
_HEAD, _TAIL = 6, 8

# Words and characters of a person's name.
_NAME_WORDS, _NAME_CHARACTERS = 5, 60
_FULL_NAME = 2  # What is longer and ends with a job, or stands behind a name, is none; "Staff Writer" may sign alone.

# The last paragraph, from 0, that may open with a dateline, and the capitals that a place there has without an agency.
_DATELINE_PARAGRAPHS, _CAPITALS = 2, 4

# Characters of a credit line, and of the end of a paragraph in which a trailing credit is looked for.
_LINE, _TRAIL = 160, 200

# Characters of a line within a text that names a source.
_SOURCE = 60

_NAME = r"[^\W\d_][\w.'’\-]*"
_SURNAME_FIRST = re.compile(rf"({_NAME}),\s({_NAME})")  # As libraries write: "Doe, Jane".
_NO_NAME = frozenset("@*=")  # Of addresses, of the labels of fields that must be filled in, of code.


# The tables of labels whose words before a colon are read as what they mean; the first that has a word decides.
_LABELS = ("site", "authors", "source", "other")


@dataclass(slots=True)
class Credits:
    """What was found: lists grow as paragraphs are read."""

    site: str | None = None
    authors: list[str] = field(default_factory=list)
    source: str | None = None
    published: str | None = None

    def take(self, meaning: str, value: str) -> None:
        """Keep what a label of a meaning (`site`, `authors`, `source`, `other`) said; the first word on each stands."""
        value = value.strip(" .;,|")
        if meaning == "site":
            self.site = self.site or value or None
        elif meaning == "source":
            self.source = self.source or agency_in(value) or value or None
        elif meaning == "authors":
            self.authors += [name for name in author_names(value) if name not in self.authors]


def take_credits(paragraphs: list[str]) -> tuple[list[str], Credits]:
    """The paragraphs without what is said about their making, and what that was. Quotations are never touched."""
    found = Credits()
    kept = list(paragraphs)
    end = len(kept)
    while end > 1 and end > len(kept) - _TAIL and _takes_line(kept[end - 1], found):
        end -= 1
    kept = kept[:end]
    if kept:
        kept[-1] = _trailing(kept[-1], found)
    head = [line for line in kept[:_HEAD] if not _takes_opening(line, found)]
    kept = [paragraph for paragraph in head + kept[_HEAD:] if paragraph and not _is_source(paragraph)]
    return [_without_remarks(_without_dateline(text, at, found), found) for at, text in enumerate(kept)], found


def opening_credits(lines: Iterable[str]) -> Credits:
    """What the lines between a headline and its story say of their making: bylines, dates, agencies."""
    found = Credits()
    for line in lines:
        _takes_opening(line, found)
    return found


def author_names(value: str) -> list[str]:
    """The names of "Jane Doe and John Roe, Reuters": people only, as printed, at most ten."""
    value = re.sub(r"(?i)^\s*" + any_of(_words("byline")) + r"\s+", "", value.strip()[:400])
    if (turned := _SURNAME_FIRST.fullmatch(value)) and agency_in(value) is None:
        value = f"{turned.group(2)} {turned.group(1)}"
    names: list[str] = []
    for part in _splitter().split(value):
        name = _without_date(_own_label().sub("", part)).strip(" .,;|–—-:")
        name = _without_button(name)
        if name and agency_in(name) is None and _is_name(name) and name not in names:
            if (names or len(name.split()) > _FULL_NAME) and _is_job(name):
                continue
            names.append(name)
    return names[:10]


def agency_in(text: str) -> str | None:
    """The news agency that a text names, in its usual form; None when there is none."""
    match = _agency().search(text[:400])
    if match is None:
        return None
    return {"The Associated Press": "AP", "Associated Press": "AP", "Agence France-Presse": "AFP"}.get(
        match.group(), match.group()
    )


def ends_in_credit(line: str) -> bool:
    """Whether a credit follows the last sentence of a line: "The quay at dawn. Photo: Ann Lee"."""
    line = line[-_TRAIL:].replace(". / ", ". ")
    return _trailing_credit().search(line) is not None


def _without_date(part: str) -> str:
    """A part of a byline up to a date or a time in it ("Jane Doe - Apr 16", "Editors 1 November 2023 10:29")."""
    words = part.split()
    end = next((at for at, word in enumerate(words) if word[0].isdigit()), None)
    if end is None:
        return part
    while end and (is_month(words[end - 1]) or not any(map(str.isalnum, words[end - 1]))):
        end -= 1
    return " ".join(words[:end])


def _without_button(name: str) -> str:
    """A name without the word of a button behind it: "Jane Doe Follow"."""
    words = name.split()
    return " ".join(words[:-1]) if len(words) > _FULL_NAME and words[-1].lower() in _listed("button") else name


def _is_job(name: str) -> bool:
    """Whether a part of a byline is what somebody does: "Political Editor"."""
    return name.lower().split()[-1] in _listed("job")


@cache
def _listed(part: str) -> frozenset[str]:
    return frozenset(word for words in table("credits")[part].values() for word in words)


def _is_name(text: str) -> bool:
    words = text.split()
    capital = sum(word[:1].isupper() or not word[:1].islower() for word in words)
    small = sum(
        word.lower().strip("'’") in table("credits")["particles"]["all"] for word in words if word[:1].islower()
    )
    fits = 1 <= len(words) <= _NAME_WORDS and len(text) <= _NAME_CHARACTERS and not _NO_NAME & set(text)
    return fits and capital >= 1 and capital + small == len(words)


def _takes_line(line: str, found: Credits) -> bool:
    """Whether a whole paragraph is a credit; keeps what it says."""
    if len(line) > _LINE:
        return False
    if match := _labelled().fullmatch(line):
        found.take(_meaning(match.group(1)), match.group(2))
        return True
    return False


def _is_source(line: str) -> bool:
    """Whether a short line within a text names the source of what is above it."""
    match = _labelled().fullmatch(line) if len(line) <= _SOURCE else None
    return match is not None and _meaning(match.group(1)) == "source"


def _takes_opening(line: str, found: Credits) -> bool:
    """As `_takes_line`, and bylines and dates, which stand at the start."""
    if _takes_line(line, found):
        return True
    if len(line) > _LINE:
        return False
    if match := _byline().fullmatch(line):
        names = author_names(match.group(1))
        if names:
            found.authors += [name for name in names if name not in found.authors]
            found.source = found.source or agency_in(match.group(1))
            return True
    if is_date_line(line) and not line.endswith("."):
        found.published = found.published or iso_date(line)
        return True
    return False


def _trailing(text: str, found: Credits) -> str:
    """A paragraph without the credits that follow its last sentence ("… the West. Publisher: GM")."""
    for _ in range(4):
        start = max(0, len(text) - _TRAIL)
        match = _trailing_credit().search(text, start)
        if match is None:
            return text
        found.take(_meaning(match.group(1)), match.group(2))
        text = text[: match.start()].rstrip()
    return text


def _without_dateline(text: str, at: int, found: Credits) -> str:
    """The first paragraphs without "MOSCOW, May 20 (Reuters) - "; the agency is kept."""
    if at > _DATELINE_PARAGRAPHS:
        return text
    match = _dateline().match(text[:_LINE])
    if match is None:
        return text
    signed = agency_in(match.group("agency") or "")
    if not signed and match.group("agency"):
        return text
    if not signed and not _is_capitals(match.group("place")):
        return text
    found.source = found.source or signed
    return text[match.end() :]


def _is_capitals(place: str) -> bool:
    first = place.split(",", maxsplit=1)[0]
    return first.isupper() and len(first) >= _CAPITALS


def _without_remarks(text: str, found: Credits) -> str:
    """A paragraph without a translated remark between two full stops (". . to write Reuters.")."""

    def taken(match: re.Match[str]) -> str:
        found.source = found.source or agency_in(match.group("agency"))
        return match.group("end")

    return _remark().sub(taken, text)


@cache
def credit_words(code: str) -> frozenset[str]:
    """The words and phrases, in lower case, that open a credit of this language before a colon."""
    listed = table("credits")
    return frozenset(word.lower() for part in (*_LABELS, "around") for word in listed[part].get(code, ()))


def _meaning(label: str) -> str:
    wanted = label.strip().lower()
    for meaning in _LABELS:
        if wanted in _words(meaning):
            return meaning
    return "other"


@cache
def _words(meaning: str) -> list[str]:
    listed = {word.lower() for words in table("credits")[meaning].values() for word in words}
    return sorted(listed, key=lambda word: (-len(word), word))


def _cached(build: Callable[[], str]) -> Callable[[], re.Pattern[str]]:
    return cache(lambda: re.compile(build()))


def _labels() -> Iterable[str]:
    return [word for meaning in _LABELS for word in _words(meaning)]


_labelled = _cached(lambda: rf"(?i)({any_of(_labels())})\s?[:：]\s?(.{{1,120}})")
_trailing_credit = _cached(
    lambda: (
        rf"(?<=[{POINTS}”\"»’)])\s((?i:{any_of(_labels())}))\s?:\s?((?:[^{POINTS}:“”\"«»]|(?<=\b[^\W\d_])\.){{1,60}})\.?\s?$"
    )
)
_byline = _cached(lambda: rf"(?i:{any_of(_words('byline'))})\s(.{{3,120}})")
_own_label = _cached(lambda: rf"(?i)^\s*(?:{any_of(_words('authors'))})\s?[:：]\s?")
_splitter = _cached(lambda: rf"\s*[,;|/•·]\s*|\s+(?:{any_of(_words('and'))}|&)\s+")
_agency = _cached(
    lambda: r"(?<!\w)" + any_of(sorted(table("credits")["agencies"]["all"], key=len, reverse=True)) + r"(?!\w)"
)
_dateline = _cached(
    lambda: (
        rf"(?P<place>{_NAME}(?:[ ,/]{{1,2}}{_NAME}){{0,5}})"
        r"(?:,\s\w{2,9}\.?\s\d{1,2}(?:,?\s\d{4})?|,\s\d{1,2}\.?\s\w{2,9}\.?(?:\s\d{4})?)?"
        r"\s?(?:[(\[](?P<agency>[^()\[\]]{2,40})[)\]])?\s?(?:[-–—]{1,2}|:(?=\s))\s"
    )
)
_remark = _cached(
    lambda: (
        rf"(?P<end>[{POINTS}”\"»])\s?[.,]\s?(?:(?i:"
        + any_of(_words("writes"))
        + r")\s(?P<agency>"
        + any_of(sorted(table("credits")["agencies"]["all"], key=len, reverse=True))
        + r"))\s?\."
    )
)
