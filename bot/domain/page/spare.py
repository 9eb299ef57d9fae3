"""Text that a page carries where a browser does not show it as it stands: read where the page shows next to nothing.

Looked at are `<noscript>`, `<template>`, scripts that hold HTML, and the data that scripts build the page from.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from bot.domain.metadata.named import NamedElements
from bot.domain.page.blocks import letters, page_blocks
from bot.domain.page.files.clean import without_repeats
from bot.domain.page.parsing import parsed
from bot.domain.page.visibility.hidden import remove_hidden
from bot.domain.text.characters import END_OF_SENTENCE
from bot.errors import UnreadableError
from config.limits import SPARE_CHARACTERS, SPARE_NODES, SPARE_ROWS

# Letters of a text that is worth taking, and of a paragraph in a page's data.
_WORTH, _PARAGRAPH = 250, 40

# Boxes of a page that may have its data as an attribute: they are filled by scripts and stand first.
_BOXES = 8

# Levels of a page's data that are looked into.
_DEPTH = 40

_HOLDS_HTML = re.compile(r"(?:text|application)/(?:x-)?(?:html|template|[\w-]*template|handlebars)\b", re.IGNORECASE)
# What stands before the data in a script: nothing, a variable or an entry of one that takes it, a list it is added to.
_HOLDS_DATA = re.compile(
    r"^\s*(?:(?:var\s+|let\s+|const\s+)?[\w$.]{1,60}(?:\[\s*[\"'][\w$.-]{1,60}[\"']\s*\])?"
    r"(?:\s*=\s*|\.push\(\s*(?=\[)))?(?:(?=[{\[])|JSON\.parse\(\s*(?=[\"']))"
)
_PIECE = re.compile(r"^\s*[\w$.]{1,60}\.push\(\s*\[")
_ROW = re.compile(r"^[0-9a-f]{1,4}:(?=[{\[])", re.MULTILINE)
_BYTE = re.compile(r"\\x(?=[0-9a-fA-F]{2})")
_TAG = re.compile(r"<(?:p|div|br|h[1-6]|li|figure|section|article)\b", re.IGNORECASE)
_ANY_TAG = re.compile(r"<(?:/?[a-z][a-z0-9]{0,10})(?:\s[^<>]{0,2000})?/?>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spare:
    """What of a page was set aside before its hidden nodes were taken out: HTML of its own, and data."""

    html: tuple[HtmlElement | str, ...]
    data: tuple[str, ...]


def spare_parts(tree: HtmlElement) -> Spare:
    """The parts of a page whose nodes are all still there that may hold its text out of sight."""
    html: list[HtmlElement | str] = list(tree.iter("noscript", "template"))
    data = []
    for script in tree.iter("script"):
        kind, text = script.get("type") or "", script.text or ""
        if (len(text) < _WORTH and not _PIECE.match(text)) or "ld+json" in kind:
            continue
        if _HOLDS_HTML.search(kind):
            html.append(text)
        elif "json" in kind or _HOLDS_DATA.match(text):
            data.append(text)
    data += _in_attributes(tree)
    return Spare(tuple(html), tuple(data))


def _in_attributes(tree: HtmlElement) -> Iterator[str]:
    """Data in an attribute of the box that scripts fill: a `data-…` that holds JSON."""
    body = tree.find("body")
    for node in islice(body.iter("div", "main", "section"), _BOXES) if body is not None else ():
        for name, value in node.items():
            if len(value) >= _WORTH and name.startswith("data-") and value.lstrip()[:1] in {"{", "["}:
                yield value


def spare_text(spare: Spare) -> list[str]:
    """The paragraphs of the longest text among a page's spare parts; none where no part holds one worth reading."""
    found = [_of_html(part) for part in spare.html]
    left = SPARE_CHARACTERS
    pieces = []
    for text in spare.data:
        left -= len(text)
        value = _value(text) if left >= 0 else None
        if isinstance(value, list) and [type(item) for item in value] == [int, str]:
            pieces.append(value[1])
        else:
            found.append(_of_data(value))
    found.append(_of_data(_rows("".join(pieces))))
    best = max(found, key=_size, default=[])
    return without_repeats(best) if _size(best) >= _WORTH else []


def _size(paragraphs: list[str]) -> int:
    return sum(map(letters, paragraphs))


def _of_html(part: HtmlElement | str) -> list[str]:
    """The prose of a part of HTML, links and what it hides left out."""
    if not isinstance(part, str):
        part = (part.text or "") + "".join(etree.tostring(child, encoding="unicode") for child in part)
    if len(part) > SPARE_CHARACTERS:
        return []
    try:
        tree = parsed(f"<html><body>{part}</body></html>")
    except UnreadableError:
        return []
    remove_hidden(tree, NamedElements(tree))
    return [block.text for block in page_blocks(tree) if block.prose and block.ended and not block.beside]


def _value(text: str) -> Any:
    """The data in a script; None where it is not written as JSON is."""
    match = _HOLDS_DATA.match(text)
    written = text[match.end() if match else 0 :].lstrip()
    if written.startswith("'"):
        # A string of the script's language: JSON quotes with other marks and names no byte.
        inside = _BYTE.sub(r"\\u00", written[1 : written.rfind("'")]).replace("\\'", "'").replace('"', '\\"')
        written = f'"{inside}"'
    value = _decoded(written)
    return _decoded(value) if isinstance(value, str) else value


def _rows(stream: str) -> list[Any]:
    """The values of a page that is sent in numbered rows, each of them JSON."""
    return [_decoded(stream[match.end() :]) for match in islice(_ROW.finditer(stream), SPARE_ROWS)]


def _decoded(text: str) -> Any:
    try:
        return json.JSONDecoder().raw_decode(text)[0]
    except (ValueError, RecursionError):
        return None


def _of_data(value: Any) -> list[str]:
    """The paragraphs of the longest text within data: one string with paragraphs, or a list of them."""
    groups: dict[int, list[str]] = {}
    for group, string in _strings(value):
        groups.setdefault(group, []).append(string)
    best = max(groups.values(), key=_size, default=[])
    return [paragraph for string in best for paragraph in _paragraphs(string)]


def _strings(value: Any) -> Iterator[tuple[int, str]]:
    """The texts within data, each with the number of the list around it, or one of its own where it has paragraphs."""
    left = SPARE_NODES
    stack: list[tuple[Any, int, int]] = [(value, 0, 0)]
    numbered = 0
    while stack and left:
        item, group, depth = stack.pop()
        left -= 1
        if isinstance(item, str):
            if not _is_prose(item):
                continue
            numbered += 1
            is_whole = letters(item) >= _WORTH and ("\n" in item or bool(_TAG.search(item)))
            yield (-numbered if is_whole else group), item
        elif isinstance(item, dict) and depth < _DEPTH:
            stack += [(child, group, depth + 1) for child in reversed(item.values())]
        elif isinstance(item, list) and depth < _DEPTH:
            numbered += 1
            # An element of a page in data is a list that begins with a mark: its text is of the list around it.
            own = group if item[:1] == ["$"] else numbered
            stack += [(child, own, depth + 1) for child in reversed(item)]


def _is_prose(string: str) -> bool:
    """Whether a string of data is as long as a paragraph and ends a sentence."""
    return letters(string) >= _PARAGRAPH and END_OF_SENTENCE.search(_ANY_TAG.sub(" ", string)) is not None


def _paragraphs(string: str) -> list[str]:
    if _ANY_TAG.search(string):
        return _of_html(string)
    return [line.strip() for line in string.split("\n") if line.strip()]
