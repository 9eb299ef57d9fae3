"""What is shown in Discord, as a tree of plain values; `cogs.shared.delivery` turns it into Discord's components.

Text of an article is data: `escape` lets it neither format, nor mention, nor link.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import quote, urlsplit

from config import limits


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of text in Discord's markdown."""

    content: str


@dataclass(frozen=True, slots=True)
class Line:
    """A thin line between two parts."""


class Tone(StrEnum):
    """How a button looks."""

    PLAIN = "plain"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """A button that the bot answers. `custom_id` says what it means."""

    label: str
    custom_id: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class LinkButton:
    """A button that opens an address of at most `BUTTON_LINK_CHARACTERS`."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Row:
    """One to five buttons."""

    buttons: tuple[Button | LinkButton, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A framed container; `spoiler` hides it until it is clicked."""

    parts: tuple[Text | Line | Row, ...]
    spoiler: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """A whole message."""

    parts: tuple[Card | Text | Row, ...]

    @property
    def texts(self) -> Iterator[str]:
        """The content of every text, in reading order."""
        for part in _flat(self.parts):
            if isinstance(part, Text):
                yield part.content

    @property
    def components(self) -> int:
        """How many components Discord counts, nested ones included."""
        return sum(1 for _ in _flat(self.parts))

    @property
    def size(self) -> "Size":
        """The size of all text."""
        return sum((Size.of(text) for text in self.texts), Size())

    def with_buttons(self, *buttons: Button | LinkButton | None) -> "View":
        """This view with a row of those buttons that are given, within the card where there is one."""
        given = tuple(button for button in buttons if button is not None)
        if not given:
            return self
        row = Row(given)
        if self.parts and isinstance(self.parts[0], Card):
            card = self.parts[0]
            return View((replace(card, parts=(*card.parts, row)), *self.parts[1:]))
        return View((*self.parts, row))


def _flat(parts: Iterable[object]) -> Iterator[object]:
    for part in parts:
        yield part
        if isinstance(part, Card):
            yield from _flat(part.parts)
        elif isinstance(part, Row):
            yield from part.buttons


@dataclass(frozen=True, slots=True)
class Size:
    """Length of text: UTF-16 units, which are never fewer than characters, and UTF-8 bytes."""

    units: int = 0
    bytes: int = 0

    @staticmethod
    def of(text: str) -> "Size":
        """The size of a text."""
        return Size(len(text.encode("utf-16-le")) // 2, len(text.encode()))

    def __add__(self, other: "Size") -> "Size":
        return Size(self.units + other.units, self.bytes + other.bytes)

    @property
    def fits(self) -> bool:
        """Whether so much text goes into one message."""
        return self.units <= limits.MESSAGE_CHARACTERS and self.bytes <= limits.MESSAGE_BYTES


class Space:
    """Counts what a message still holds, or one of `shares` equal parts of it."""

    def __init__(self, used: Size = Size(), *, shares: int = 1) -> None:
        self._used = used
        self._shares = shares

    def take(self, text: str) -> bool:
        """Count a text with the line break after it, if it fits whole; else leave everything as it was."""
        after = self._used + Size.of(f"{text}\n")
        if not Size(after.units * self._shares, after.bytes * self._shares).fits:
            return False
        self._used = after
        return True


def link_button(label: str, url: str | None) -> LinkButton | None:
    """A button that opens an address; None for an address that Discord takes no button for."""
    safe = safe_url(url)
    return LinkButton(label, safe) if safe and len(safe) <= limits.BUTTON_LINK_CHARACTERS else None


def safe_url(url: str | None) -> str | None:
    """An http or https address, fit to stand in a masked link; None for anything else, and for one that is too long."""
    if url is None:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return None
    # What markdown might read is percent-encoded; the other punctuation of addresses stands.
    safe = quote(url.encode(errors="replace"), safe="/:?#[]@!$&'+,;=%~-._")
    return safe if len(safe) <= limits.LINK_CHARACTERS else None


def masked(words: str, url: str | None) -> str:
    """Escaped words as a link where the address allows one, else the words alone."""
    safe = safe_url(url)
    return f"[{words}]({safe})" if safe and words else words


def escape(text: str) -> str:
    """A text of one line that Discord shows as it is: no format, no mention, no link, no heading."""
    plain = _clean(text)
    escaped = _MARKUP.sub(r"\\\g<0>", plain)
    return _LINE_START.sub(r"\1\\\2", escaped, count=1)


def clip(text: str, characters: int) -> str:
    """A text of at most so many characters, cut at a word with an ellipsis. Never used for a quote."""
    if len(text) <= characters:
        return text
    head = text[: characters - 1]
    return f"{head.rsplit(' ', 1)[0] if ' ' in head else head}…"


_MARKUP = re.compile(r"[\\*_~|`<>\[\]@]|:(?=//)")
_LINE_START = re.compile(r"^(\d*)([#+.)-])")
# Marks that turn the direction of what follows: a text could make its surroundings unreadable by them.
_TURNING = dict.fromkeys((*range(8234, 8239), *range(8294, 8298)))
_SPACES = re.compile(r"[\t-\r\x1c-\x1f\x85\u2028\u2029 ]+")


def _clean(text: str) -> str:
    """One line without control characters and broken surrogates."""
    one_line = _SPACES.sub(" ", text).translate(_TURNING).strip()
    return "".join(
        "\ufffd" if (kind := unicodedata.category(character)) == "Cs" else "" if kind == "Cc" else character
        for character in one_line
    )
