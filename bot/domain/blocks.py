"""A page's blocks of text in reading order, each with where it stands: what the main text is held against."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from bot.domain.characters import SENTENCE_ENDS

# Elements that begin a block of their own; all others are part of the block around them.
_BLOCK_TAGS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip

# Elements and names of classes and ids beside an article.
_BESIDE_TAGS = frozenset({"nav", "footer", "figcaption", "caption", "form", "button", "menu"})
_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:related|teasers?|promo|promotion|newsletter|comments?|footer|sidebar|share|sharing|social|recommend\w*"
    r"|bio|captions?|adverts?|advertisement|ads?|cookies?|consent|signup|subscri\w*|paywall|trending|popular|outbrain"
    r"|taboola|breadcrumbs?|nav|navigation|menu|widget|tags|toc|ticker|support|membership|pullquote|pull-quote)(?:$|[\s_-])",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"standfirst|lede|(?:^|[\s_-])(?:lead|intro|dek|chapo|vorspann|subtitle|summary)(?:$|[\s_-])", re.IGNORECASE
)

# A name that holds more than this share of the page's prose is not beside the article, whatever it is called.
_BESIDE_SHARE = 0.4

# Words or characters of prose, and the share of its characters that may be links.
_PROSE_WORDS, _PROSE_CHARACTERS, _LINKED = 9, 60, 0.5


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text without a block within.

    Attributes:
        text: one line, single spaces.
        tag: of the element that it stands in.
        home: names the place that its element stands in: equal for the paragraphs of one column.
        prose: whether it reads as sentences.
        link: whether most of it is a link.
        beside: whether it stands in something beside the article.
        opening: whether its element is named a standfirst.
    """

    text: str
    tag: str
    home: str
    prose: bool
    link: bool
    beside: bool
    opening: bool


@dataclass(slots=True)
class _Frame:
    element: HtmlElement
    number: int
    home: str
    beside: int  # The number of the outermost element beside the article that this one is in; 0 when in none.


@dataclass(frozen=True, slots=True)
class _Raw:
    text: str
    linked: float
    frame: _Frame


def page_blocks(tree: HtmlElement) -> list[Block]:
    """The blocks of a page without hidden nodes, in order. Linear in the page's size."""
    raws = list(_raws(tree))
    words: dict[int, int] = defaultdict(int)
    for raw in raws:
        if _is_prose(raw):
            words[raw.frame.beside] += len(raw.text)
    total = sum(words.values())
    return [
        Block(
            text=raw.text,
            tag=str(raw.frame.element.tag),
            home=raw.frame.home,
            prose=_is_prose(raw),
            link=raw.linked > _LINKED,
            beside=raw.frame.beside > 0 and words[raw.frame.beside] <= _BESIDE_SHARE * total,
            opening=bool(_OPENING.search(raw.frame.element.get("class", ""))),
        )
        for raw in raws
    ]


def _raws(tree: HtmlElement) -> Iterator[_Raw]:
    frames = [_Frame(tree, 0, "", 0)]
    parts: list[str] = []
    linked = anchors = count = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        is_block = element.tag in _BLOCK_TAGS or "-" in str(element.tag)
        if is_block or (event == "start" and element.tag == "br"):
            if parts and (raw := _raw(parts, linked, frames[-1])):
                yield raw
            if parts:
                parts, linked = [], 0
        if event == "start":
            anchors += element.tag == "a"
            if is_block and element is not tree:
                count += 1
                frames.append(_framed(element, frames[-1], count))
            text = element.text
        else:
            anchors -= element.tag == "a"
            if is_block and element is not tree:
                frames.pop()
            text = element.tail if element is not tree else None
        if text:
            parts.append(text)
            linked += len(text) if anchors else 0


def _framed(element: HtmlElement, above: _Frame, number: int) -> _Frame:
    beside = above.beside
    if not beside and element.tag not in {"body", "main"}:
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        beside = number if element.tag in _BESIDE_TAGS or _BESIDE.search(named) else 0
    parent = above.element
    names = parent.get("class") or ""
    # Columns of one class are one home; a place without a class is a home of its own.
    home = f"{parent.tag}.{names}" if names else f"{parent.tag}#{above.number}"
    return _Frame(element, number, home, beside)


def _raw(parts: list[str], linked: int, frame: _Frame) -> _Raw | None:
    whole = "".join(parts)
    text = " ".join(whole.split())
    return _Raw(text, linked / len(whole), frame) if text else None


def _is_prose(raw: _Raw) -> bool:
    text = raw.text
    is_long = text.count(" ") >= _PROSE_WORDS - 1 or len(text) >= _PROSE_CHARACTERS
    return is_long and raw.linked <= _LINKED and text.endswith(SENTENCE_ENDS)
