"""Values of metadata as pages write them: short texts, long texts, dates."""

import re
from html import unescape
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from bot.domain.text.characters import visible
from bot.domain.text.dates import iso_date

# Characters of a short value that are looked at.
VALUE_CHARACTERS = 2000
_CONTENT_CHARACTERS = 400


def text_of(value: Any) -> str | None:
    """A short text value as one visible line, None when it is something else or empty."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("alternateName")
    if not isinstance(value, str):
        return None
    return " ".join(visible(_unescaped(value[:VALUE_CHARACTERS])).split())[:VALUE_CHARACTERS] or None


def _unescaped(text: str) -> str:
    return re.sub(r"<[^<>]{0,2000}>", "", unescape(text)) if "&" in text or "<" in text else text


def plain_text(value: Any) -> str:
    """A long text value as plain text; markup within ends its paragraphs."""
    if isinstance(value, list):
        value = "\n\n".join(part for part in value if isinstance(part, str))
    if not isinstance(value, str):
        return ""
    if "<" in value:
        value = re.sub(r"</(?:p|div|li|h\d)>|<br[^<>]{0,50}>", "\n\n", value, flags=re.IGNORECASE)
    return _unescaped(value)


def first_date(*values: Any) -> str | None:
    """The first of some values that holds a date, as ISO 8601."""
    return next((day for value in values if isinstance(value, str) and (day := iso_date(value))), None)


def content_of(node: HtmlElement) -> str:
    """A node's text on one line, its first 400 characters."""
    # Only the first pieces: whole containers are asked for, and they may hold each other.
    return " ".join("".join(islice(node.itertext(), 60)).split())[:_CONTENT_CHARACTERS]
