"""What trafilatura's precise mode finds in a page: the floor that the reader's own rules stand on."""

from collections.abc import Iterator
from copy import copy, deepcopy
from functools import cache

from lxml import etree
from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.htmlprocessing import convert_tags, prune_unwanted_nodes, tree_cleaning
from trafilatura.main_extractor import extract_content
from trafilatura.settings import Document, Extractor
from trafilatura.xpaths import RAW_TREE_PRUNE_XPATH, REMOVE_COMMENTS_AND_LISTS_XPATH, REMOVE_COMMENTS_XPATH

from bot.domain.page.parsing import parsed
from bot.domain.text.characters import SENTENCE_ENDS

_BLOCKS = frozenset({"p", "item", "quote", "cell", "ab", "code", "head", "list", "table", "row"})

# Parts, in lower case, of all classes and ids by which the library knows readers' comments, and stories that are
# appended to a page: where no name has any of them, it need not look.
_COMMENTS = ("comment", "comol", "disqus_thread")
_APPENDED = ("mvp-post-add-", "infinite", "elementor-share-buttons")

_CLASSES = etree.XPath("descendant-or-self::*/@class", smart_strings=False)
_IDS = etree.XPath("descendant-or-self::*/@id", smart_strings=False)


def library_text(tree: HtmlElement, region: HtmlElement | None = None) -> list[str]:
    """The paragraphs that the library's own rules find in a page, headings and cells of tables included.

    These are the steps of its fast mode, less those that can find nothing here and copies that nobody needs: what is
    found is the same.

    Args:
        tree: the page without hidden nodes; it is not changed.
        region: the element of it to look in, where that is known: the library is spared the page's menus.
    """
    options = _options(is_fast=True)
    if region is None:
        tree = copy(tree)
    else:
        tree = parsed("<html><body><article></article></body></html>")
        tree[0][0].append(deepcopy(region))
    names = "\n".join((*_CLASSES(tree), *_IDS(tree))).lower()
    has_comments = any(part in names for part in _COMMENTS)
    try:
        if any(part in names for part in _APPENDED):
            tree = prune_unwanted_nodes(tree, RAW_TREE_PRUNE_XPATH)
        if has_comments:
            tree = prune_unwanted_nodes(tree, REMOVE_COMMENTS_AND_LISTS_XPATH)
        tree = convert_tags(tree_cleaning(tree, options), options)
        if has_comments:
            tree = prune_unwanted_nodes(tree, REMOVE_COMMENTS_XPATH)
        body, text = extract_content(tree, options)
    except (TypeError, ValueError):  # As the library itself does: what it stumbles over holds nothing for it.
        return []
    return list(paragraphs_in(body)) if len(text) >= options.min_output_size else []


def library_text_of_all(tree: HtmlElement) -> list[str]:
    """The paragraphs that the library finds in a page when it also asks the two other readers that it falls back on.

    Args:
        tree: the page without hidden nodes; it is not changed.
    """
    document = bare_extraction(tree, options=_options(is_fast=False))
    if not isinstance(document, Document) or document.body is None:
        return []
    return list(paragraphs_in(document.body))


@cache
def _options(*, is_fast: bool) -> Extractor:
    # Of any form but Python's own the library makes no text beside the elements, which are all that is asked for.
    return Extractor(output_format="txt", fast=is_fast, precision=True, comments=False)


def paragraphs_in(body: _Element) -> Iterator[str]:
    """The paragraphs of a text as the library gives it, in its own form of XML."""
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
