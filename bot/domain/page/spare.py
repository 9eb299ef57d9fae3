"""Text that a page carries where a browser does not show it as it stands: read where the page shows next to nothing.

Looked at are `<noscript>`, `<template>`, scripts that hold HTML, and the data that scripts build the page from.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from bot.domain.metadata.named import Named
from bot.domain.page.blocks import letters, page_blocks
from bot.domain.page.parsing import parsed
from bot.domain.page.visibility.hidden import remove_hidden
from bot.errors import UnreadableError
from config.limits import SPARE_CHARACTERS, SPARE_NODES

# Letters of a text that is worth taking, and of a paragraph in a page's data.
_WORTH, _PARAGRAPH = 250, 40

# Levels of a page's data that are looked into.
_DEPTH = 40

_HOLDS_HTML = re.compile(r"(?:text|application)/(?:x-)?(?:html|template|[\w-]*template|handlebars)\b", re.IGNORECASE)
_HOLDS_DATA = re.compile(r"^\s*(?:(?:window\.|var\s|let\s|const\s)?[\w$.]{1,40}\s*=\s*)?(?=[{\[])")
_TAG = re.compile(r"<(?:p|div|br|h[1-6]|li|figure|section|article)\b", re.IGNORECASE)
_ANY_TAG = re.compile(r"<(?:/?[a-z][a-z0-9]{0,10})(?:\s[^<>]{0,2000})?/?>", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?…。！？][\"'”’»)]?(?:[\s<]|$)")


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
        if len(text) < _WORTH or "ld+json" in kind:
            continue
        if _HOLDS_HTML.search(kind):
            html.append(text)
        elif "json" in kind or _HOLDS_DATA.match(text):
            data.append(text)
    return Spare(tuple(html), tuple(data))


def spare_text(spare: Spare) -> list[str]:
    """The paragraphs of the longest text among a page's spare parts; none where no part holds one worth reading."""
    found = [_of_html(part) for part in spare.html]
    left = SPARE_CHARACTERS
    for text in spare.data:
        left -= len(text)
        if left >= 0:
            found.append(_of_data(text))
    best = max(found, key=_size, default=[])
    return best if _size(best) >= _WORTH else []


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
    remove_hidden(tree, Named(tree))
    return [block.text for block in page_blocks(tree) if block.prose and block.ended and not block.beside]


def _of_data(text: str) -> list[str]:
    """The paragraphs of the longest text within data: one string with paragraphs, or a list of them."""
    match = _HOLDS_DATA.match(text)
    try:
        value, _ = json.JSONDecoder().raw_decode(text[match.end() if match else 0 :].lstrip())
    except (ValueError, RecursionError):
        return []
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
        if isinstance(item, str) and letters(item) >= _PARAGRAPH and _SENTENCE.search(item):
            numbered += 1
            is_whole = letters(item) >= _WORTH and ("\n" in item or bool(_TAG.search(item)))
            yield (-numbered if is_whole else group), item
        elif isinstance(item, dict) and depth < _DEPTH:
            stack += [(child, group, depth + 1) for child in reversed(item.values())]
        elif isinstance(item, list) and depth < _DEPTH:
            numbered += 1
            stack += [(child, numbered, depth + 1) for child in reversed(item)]


def _paragraphs(string: str) -> list[str]:
    if _ANY_TAG.search(string):
        return _of_html(string)
    return [line.strip() for line in string.split("\n") if line.strip()]
