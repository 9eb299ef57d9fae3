"""HTML text to a tree, as browsers read it as far as the parser does."""

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from bot.errors import TooShortError

# Characters that no tree may hold. A pattern, as a table of them takes ten times as long where a page is not ASCII.
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def parsed(html: str) -> HtmlElement:
    """The tree of a page, its body there whether its tag is written or not.

    Raises:
        TooShortError: there is no element in it.
    """
    # Bytes with a stated encoding: lxml refuses text that declares one of its own.
    data = _DECLARATION.sub("", _NO_XML.sub(" ", html)).encode("utf-8", "replace")
    try:
        tree = document_fromstring(data, parser=HTMLParser(encoding="utf-8", huge_tree=False))
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise TooShortError("The page is empty.") from error
    if tree.tag != "html":
        raise TooShortError("The page is empty.")
    head = tree.find("head")
    if tree.find("body") is None and head is not None:
        head.tag = "body"  # The parser leaves newer elements in the head where a page does not write its body's tag.
    return tree
