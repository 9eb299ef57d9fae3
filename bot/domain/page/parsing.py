"""HTML text to a tree, as browsers read it as far as the parser does."""

import re

from lxml import etree
from lxml.html import HtmlComment, HtmlElement, HtmlEntity, HtmlProcessingInstruction, document_fromstring

from bot.errors import ExtractionError, TooShortError

# Characters that no tree may hold, in UTF-8: control characters, each of which becomes a space, and two of three bytes.
_SPACE = ord(" ")
_NO_XML = bytes(_SPACE if byte < _SPACE and byte not in b"\t\n\r" else byte for byte in range(256))
_NO_XML_EITHER = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")
_DECLARATION = re.compile(rb"^\s*<\?xml[^>]*\?>")

# One class for all elements, told to the parser once: lxml's own parser asks a function for the class of each.
_CLASSES = etree.ElementDefaultClassLookup(
    element=HtmlElement, comment=HtmlComment, pi=HtmlProcessingInstruction, entity=HtmlEntity
)


def _new_parser() -> etree.HTMLParser:
    """A parser of HTML in UTF-8 whose elements are lxml's `HtmlElement`s."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=False)
    parser.set_element_class_lookup(_CLASSES)
    return parser


def parsed(html: str) -> HtmlElement:
    """The tree of a page, its body there whether its tag is written or not.

    Raises:
        TooShortError: there is no element in it.
        ExtractionError: its elements are nested deeper than the parser reads (`HTML_NESTING`): the rest would be lost.
    """
    # Bytes with a stated encoding: lxml refuses text that declares one of its own.
    data = html.encode("utf-8", "replace").translate(_NO_XML)
    for character in _NO_XML_EITHER:
        data = data.replace(character, b" ")
    data = _DECLARATION.sub(b"", data)
    try:
        parser = _new_parser()
        tree = document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise TooShortError("The page is empty.") from error
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log.filter_from_fatals()):
        raise ExtractionError("The page's elements are nested too deep for me to read safely.")
    if tree.tag != "html":
        raise TooShortError("The page is empty.")
    head = tree.find("head")
    if tree.find("body") is None and head is not None:
        head.tag = "body"  # The parser leaves newer elements in the head where a page does not write its body's tag.
    return tree
