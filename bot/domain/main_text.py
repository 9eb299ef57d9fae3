"""The main text of a page: trafilatura's fast mode, checked against the page's own `articleBody`."""

import re
from collections.abc import Iterator, Sequence

from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

from bot.domain.metadata import Metadata

# Words of an articleBody below which it is a teaser.
_BODY_WORDS = 60

# Shares of runs of four words: of the body's that must stand in the page or of the read text's that must stand in
# the body for both to be about one thing; of a paragraph's that must stand in the body for it to belong.
_AGREEMENT, _BELONGS = 0.6, 0.3

# How much more than the read text the body must hold to be used in its place, as a factor.
_FULLER = 1.15

_NUMBERED = re.compile(r"\d{1,3}[.):]\s")
_WORD = re.compile(r"\w+")
_BLOCKS = frozenset({"p", "item", "quote", "cell", "ab", "code"})
_ENDS = tuple(".!?…:\"'”’»)]。！？」』")


def main_text(tree: HtmlElement, told: Metadata) -> list[str]:
    """The paragraphs of the main text.

    Args:
        tree: the page without hidden nodes; it is not changed.
        told: the page's metadata, whose `updates` and `body` are used.
    """
    if told.updates:
        return [part for heading, text in told.updates for part in (heading, *_split_body(text)) if part]
    read = _trafilatura(tree)
    body = _split_body(told.body)
    if sum(map(_count, body)) < _BODY_WORDS:
        return read
    return _checked(read, body, is_free=told.free is not False)


def _trafilatura(tree: HtmlElement) -> list[str]:
    document = bare_extraction(tree, fast=True, include_comments=False, include_tables=True, with_metadata=False)
    if not isinstance(document, Document) or document.body is None:
        return []
    return list(_paragraphs(document.body))


def _paragraphs(body: _Element) -> Iterator[str]:
    """The paragraphs of trafilatura's tree: its innermost blocks; of headings only the numbered ones."""
    for node in body.iter("p", "item", "quote", "cell", "ab", "code", "head"):
        text = _inline(node)
        if node.tag == "head":
            if _NUMBERED.match(text.strip()):
                yield text.strip()
            continue
        yield from _lines(text)


def _inline(node: _Element) -> str:
    """The text of a block without that of the blocks within, line breaks kept."""
    parts = [node.text or ""]
    for child in node:
        if child.tag == "lb":
            parts.append("\n")
        elif child.tag not in _BLOCKS and child.tag not in {"head", "list", "table", "row"}:
            parts.append(_inline(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _lines(text: str) -> Iterator[str]:
    """The paragraphs within a block: a break after a whole sentence, or an empty line, ends one."""
    begun: list[str] = []
    for raw in text.split("\n"):
        line = raw.strip()
        if line:
            begun.append(line)
        if begun and (not line or line.endswith(_ENDS)):
            yield " ".join(begun)
            begun = []
    if begun:
        yield " ".join(begun)


def _split_body(body: str) -> list[str]:
    return [line.strip() for line in body.split("\n") if line.strip()]


def _checked(read: list[str], body: list[str], *, is_free: bool) -> list[str]:
    """The read text held against the page's own account of it: debris goes, and the fuller one is taken."""
    grams = _grams(body)
    read_grams = _grams(read)
    agreeing = len(read_grams & grams) >= _AGREEMENT * min(len(read_grams), len(grams))
    if not agreeing:
        return read
    belonging = [paragraph for paragraph in read if _belongs(paragraph, grams)]
    if sum(map(_count, body)) > _FULLER * sum(map(_count, belonging)) and is_free:
        return body
    return belonging if len(_grams(belonging)) >= _AGREEMENT * len(grams) else read


def _belongs(paragraph: str, grams: set[tuple[str, ...]]) -> bool:
    own = _grams([paragraph])
    return not own or len(own & grams) >= _BELONGS * len(own)


def _grams(paragraphs: Sequence[str]) -> set[tuple[str, ...]]:
    """The runs of four words within paragraphs, lower case."""
    found: set[tuple[str, ...]] = set()
    for paragraph in paragraphs:
        words = [word.lower() for word in _WORD.findall(paragraph)]
        found.update(zip(words, words[1:], words[2:], words[3:], strict=False))
    return found


def _count(paragraph: str) -> int:
    return len(_WORD.findall(paragraph))
