"""What trafilatura's precise mode finds in a page: the floor that the reader's own rules stand on."""

from collections.abc import Iterator
from copy import deepcopy
from functools import cache

from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document, Extractor

from bot.domain.page.parsing import parsed
from bot.domain.text.characters import SENTENCE_ENDS

_BLOCKS = frozenset({"p", "item", "quote", "cell", "ab", "code", "head", "list", "table", "row"})


def library_text(tree: HtmlElement, region: HtmlElement | None = None, *, is_fast: bool = True) -> list[str]:
    """The paragraphs that the library finds in a page without hidden nodes, headings and cells of tables included.

    Args:
        tree: the page; it is not changed.
        region: the element of it to look in, where that is known: the library is spared the page's menus.
        is_fast: ask the library's own rules alone; else also the two other readers that it falls back on.
    """
    if region is not None:
        tree = parsed("<html><body><article></article></body></html>")
        tree[0][0].append(deepcopy(region))
    document = bare_extraction(tree, options=_options(is_fast=is_fast))
    if not isinstance(document, Document) or document.body is None:
        return []
    return list(_paragraphs(document.body))


@cache
def _options(*, is_fast: bool) -> Extractor:
    # Of any form but Python's own the library makes no text beside the elements, which are all that is asked for.
    return Extractor(output_format="txt", fast=is_fast, precision=True, comments=False)


def _paragraphs(body: _Element) -> Iterator[str]:
    for node in body.iter("p", "item", "quote", "cell", "ab", "code", "head"):
        yield from _lines(_inline(node))


def _inline(node: _Element) -> str:
    """The text of a block without that of the blocks within, line breaks kept."""
    parts = [node.text or ""]
    for child in node:
        if child.tag == "lb":
            parts.append("\n")
        elif child.tag not in _BLOCKS:
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
        if begun and (not line or line.endswith(SENTENCE_ENDS)):
            yield " ".join(begun)
            begun = []
    if begun:
        yield " ".join(begun)
