"""Authors whom a page shows: links to an author's page, bylines by their class."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from bot.domain.metadata.named import NamedElements
from bot.domain.text.credits import author_names

_BYLINE_CHARACTERS = 120
_AUTHOR_CLASS = re.compile(
    r"(?:^|[\s_-])(?:authors?|byline|by-line|writer|autor(?:en|es|i)?|auteurs?|verfasser)(?:$|[\s_-])", re.IGNORECASE
)
_AUTHOR_WORDS = ("author", "byline", "by-line", "writer", "autor", "auteur", "verfasser")  # Parts of all of these.
_AUTHOR_PATH = re.compile(
    r"/(?:authors?|autor(?:en|es|i)?|auteurs?|staff|redacteurs?|profile?s?)/[\w%.~-]+/?$", re.IGNORECASE
)
# What readers write below a story, and the form in which they do.
_READERS = re.compile(r"comment|respond|reply|kommentar", re.IGNORECASE)
# Steps up from a byline within which a comment section is looked for, and different names that a list of teasers has.
_STEPS, _TEASER_NAMES = 8, 4
_TOLD = etree.XPath("(descendant::*/@rel | descendant::*/@itemprop)/..")
_LINES = frozenset({"a", "span", "p", "div", "address", "li"})
_ASIDE = frozenset({"form", "label", "aside", "nav", "footer", "blockquote"})


def authors_shown(tree: HtmlElement, named: NamedElements) -> list[str]:
    """The names in a page's byline; none where a list of several bylines leaves it open whose the page is."""
    classed = _classed(tree) if named.holds(*_AUTHOR_WORDS) else iter(())
    for nodes in (_marked(tree), _linked(tree), classed):
        found: list[list[str]] = []
        for node in islice(nodes, 60):
            names = author_names(_line(node))
            if names and names not in found:
                found.append(names)
        if found and len(found) < _TEASER_NAMES:
            return found[0]
    return []


def _marked(tree: HtmlElement) -> Iterator[HtmlElement]:
    for node in _TOLD(tree):
        said = f"{node.get('rel') or ''} {node.get('itemprop') or ''}".lower().split()
        if node.tag in _LINES and "author" in said and not _is_beside(node):
            yield node


def _linked(tree: HtmlElement) -> Iterator[HtmlElement]:
    for node in tree.iter("a"):
        path = (node.get("href") or "").partition("?")[0]
        if path.count("/") > 1 and _AUTHOR_PATH.search(path) and not _is_beside(node):
            yield node


def _classed(tree: HtmlElement) -> Iterator[HtmlElement]:
    for node in tree.iter("a", "span", "p", "div", "address"):
        marks = f"{node.get('class') or ''} {node.get('id') or ''}"
        if _AUTHOR_CLASS.search(marks) and 0 < len(_line(node)) < _BYLINE_CHARACTERS and not _is_beside(node):
            yield node


def _is_beside(node: HtmlElement) -> bool:
    """Whether a node stands in a form or holds a field of one, or in a comment or a column beside the story."""
    if next(node.iter("label", "input"), None) is not None:
        return True
    for above in islice([node, *node.iterancestors()], _STEPS):
        if above.tag in _ASIDE or _READERS.search(f"{above.get('class') or ''} {above.get('id') or ''}"):
            return above.tag not in {"body", "html"}
    return False


def _line(node: HtmlElement) -> str:
    """A node's text on one line; a bar parts what stands in different elements with no space between."""
    pieces: list[str] = []
    for piece in islice(node.itertext(), 60):
        if pieces and piece[:1].strip() and pieces[-1][-1:].strip():
            pieces.append("|")
        if piece:
            pieces.append(piece)
    return " ".join("".join(pieces).split())[:400]
