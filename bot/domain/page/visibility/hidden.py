"""Nodes that a reader of the page does not see, taken out first: they are where injected instructions sit."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from bot.domain.metadata.named import NamedElements
from bot.domain.page.visibility.declarations import WHITE, Colour, alike, colour, declared, hidden_by
from bot.domain.page.visibility.stylesheet import Sheet

# Elements whose content is never shown as text of the page.
_UNSEEN_TAGS = (
    "script", "style", "template", "noscript", "noframes", "noembed", "iframe", "object", "embed", "applet", "svg",
    "math", "canvas", "audio", "video", "select", "datalist", "textarea", "dialog",
    "meta", "link", "base", "title", "input", "map",
)  # fmt: skip

# Class names by which frameworks hide text from sighted readers.
_UNSEEN_CLASSES = frozenset((
    "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only",
    "screenreader-only", "u-hidden", "is-hidden", "visually-hidden-focusable", "show-for-sr", "a11y-hidden",
    "element-invisible", "d-none", "hide-text", "offscreen",
))  # fmt: skip

# The name that doomed nodes are given, to be taken out in one pass: one by one would be quadratic.
_HIDDEN = "nutgraf-hidden"

# Levels above a node at which its background is looked for, and at which a class may set a dark one.
_LEVELS, _CLASS_LEVELS = 12, 3

# Letters of one run of text that is prose, of a page's prose that is nearly nothing, and how many times as much must
# be hidden for it to be the page; how often hidden nodes are opened to find it.
_PROSE, _NOTHING, _PAGE, _ROUNDS = 40, 250, 2, 6

# Letters of a page's prose that are little, and how many times as much must be hidden within its article to be it.
_LITTLE, _ARTICLE = 800, 5

# What a page marks as its article.
_MARKED = "self::article or self::main or @itemprop='articleBody' or @role='main'"
_OF_ARTICLE = etree.XPath(f"boolean(ancestor-or-self::*[{_MARKED}] or descendant::*[{_MARKED}])")

# The elements that have an attribute: asked for one by one, they are found in half the time.
_HIDDEN_BY_ITSELF = etree.XPath("descendant::*/@hidden/..")
_UNTOLD = etree.XPath("descendant::*[@aria-hidden]")
_STYLED = etree.XPath("descendant-or-self::*/@style/..")
_COLOURED = etree.XPath("descendant::*/@color/..")
_GROUNDED = etree.XPath("descendant-or-self::*/@bgcolor")

_OUTERMOST = etree.XPath(f"//*[@{_HIDDEN}][not(ancestor::*[@{_HIDDEN}])]")
_LENGTH = etree.XPath("string-length(.)")

# Share of a page's prose that screen readers are not told of and browsers show all the same: a dialog is open above it.
_BEHIND = 0.5


def remove_hidden(tree: HtmlElement, named: NamedElements) -> list[str]:
    """Take out of `tree`, in place, what is not shown: comments, scripts, and what attributes or styles hide.

    Judged are the elements' own attributes and styles, and the rules of the page's own style sheets; sheets outside of
    it are not fetched. Where nearly nothing would be left, the page is one that a script or an outside sheet shows, and
    what its own styles hide of it stays.

    Args:
        tree: the page.
        named: its elements by class and id.

    Returns:
        The runs of prose that were hidden within the page's article.
    """
    for node in [node for node in tree.iter("template") if node.get("shadowrootmode") is not None]:
        node.tag = "div"  # Browsers show a declarative shadow root in its host's place.
    sheet = Sheet(tree, named)
    closed = [node for node in tree.iter("details") if node.get("open") is None]
    for node in [*closed, *tree.iter(*_UNSEEN_TAGS)]:
        node.tag = _HIDDEN
    etree.strip_elements(tree, _HIDDEN, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    doomed = dict.fromkeys(_styled(tree, sheet))
    for node in doomed:
        node.set(_HIDDEN, "")
    outermost = _outermost(tree) if doomed else []
    is_much = sum(_LENGTH(node) for node in outermost) >= _NOTHING
    if is_much:
        outermost = _open(tree, outermost)
    hidden: list[str] = []
    for node in outermost:
        del node.attrib[_HIDDEN]
        if is_much and _is_of_article(node):
            hidden += _runs_of_prose(node)
        node.tag = _HIDDEN
    for node in doomed:
        node.attrib.pop(_HIDDEN, None)
    etree.strip_elements(tree, _HIDDEN, with_tail=False)
    return hidden


def _styled(tree: HtmlElement, sheet: Sheet) -> Iterator[HtmlElement]:
    """The elements that attributes, classes or styles hide."""
    for node in _marked(tree, sheet):
        if node.tag not in {"html", "body"}:
            yield node


def _marked(tree: HtmlElement, sheet: Sheet) -> Iterator[HtmlElement]:
    yield from _HIDDEN_BY_ITSELF(tree)
    yield from _behind(tree, [node for node in _UNTOLD(tree) if node.get("aria-hidden").strip().lower() == "true"])
    for name in _UNSEEN_CLASSES & sheet.classes:
        yield from sheet.places((".", name))
    styled = _STYLED(tree)
    written = ((node, hidden_by(node.get("style"))) for node in styled)
    ruled = ((node, why) for node, why in sheet.hidden() if not _overrides(node, why))
    for node, why in (*written, *ruled):
        if why and not (why == "font-size" and _has_sizes(node, sheet)):
            yield node
    coloured = (node for node in styled if "olor" in node.get("style"))
    grounds = {*_GROUNDED(tree), *_grounds(styled)}
    for node in {*_COLOURED(tree), *coloured, *sheet.inked(grounds)}:
        if _is_invisible_ink(node, sheet):
            yield node


def _grounds(styled: list[HtmlElement]) -> Iterator[str]:
    """The backgrounds that elements' own styles give them."""
    for style in (node.get("style") for node in styled):
        if "ackground" in style:
            found = declared(style)
            yield found.get("background-color") or found.get("background") or ""


def _behind(tree: HtmlElement, nodes: list[HtmlElement]) -> Iterator[HtmlElement]:
    """What screen readers are not told of, less a page that lies behind an open dialog."""
    whole = _LENGTH(tree) if nodes else 0
    looked = 0
    for node in nodes:
        # Only what holds much text is worth a look at how much of it is prose, and only the outermost of it.
        holds_much = looked < _ROUNDS and _LENGTH(node) >= _BEHIND * whole / 2
        looked += holds_much
        if not holds_much or _prose(node) <= _BEHIND * _prose(tree):
            yield node


def _overrides(node: HtmlElement, why: str) -> bool:
    """Whether a node's own style shows what a sheet's rule hides."""
    style = node.get("style") or ""
    return why in style and why not in hidden_by(style) and why in declared(style + ";color:red")


def _has_sizes(node: HtmlElement, sheet: Sheet) -> bool:
    """Whether text without a size is only the space between boxes whose own text has one."""
    own = [node.text or "", *(child.tail or "" for child in node)]
    return len(node) > 0 and not any(text.strip() for text in own) and sheet.gives_size(node)


def _open(tree: HtmlElement, outermost: list[HtmlElement]) -> list[HtmlElement]:
    """Where nearly no prose is left, unmark the hidden nodes that hold it. Returns the outermost that stay marked."""
    for _ in range(_ROUNDS):
        left = _prose(tree)
        if left >= _LITTLE:
            break
        held = {}
        for node in outermost:
            del node.attrib[_HIDDEN]
            # A menu that is never closed holds the page, and has hidden menus of its own around it.
            held[node] = _prose(node, is_deep=left < _NOTHING and _is_of_article(node))
            node.set(_HIDDEN, "")
        # Paragraphs that fade in one by one are one text.
        alike: Counter[tuple[HtmlElement | None, str | None]] = Counter()
        for node, size in held.items():
            alike[_kind(node)] += size
        held = {
            node: size
            for node in held
            if (size := alike[_kind(node)]) >= max(_NOTHING, _PAGE * left)
            and (left < _NOTHING or (size >= _ARTICLE * left and _is_of_article(node)))
        }
        if not held:
            break
        for node in held:
            del node.attrib[_HIDDEN]
        outermost = _outermost(tree)
    return outermost


def _kind(node: HtmlElement) -> tuple[HtmlElement | None, str | None]:
    """What the nodes share that stand in one box and are dressed alike."""
    return node.getparent(), node.get("class")


def _is_of_article(node: HtmlElement) -> bool:
    """Whether a node is of what the page marks as its article, or holds it."""
    return bool(_OF_ARTICLE(node))


def _outermost(tree: HtmlElement) -> list[HtmlElement]:
    return list(_OUTERMOST(tree))


def _prose(node: HtmlElement, *, is_deep: bool = False) -> int:
    """Letters of prose within a node, links left out, and marked nodes within unless the look is deep."""
    return sum(map(len, _runs_of_prose(node, is_deep=is_deep)))


def _runs_of_prose(node: HtmlElement, *, is_deep: bool = False) -> Iterator[str]:
    walk = etree.iterwalk(node, events=("start", "end"))
    for event, element in walk:
        text = None
        if event == "end":
            text = element.tail if element is not node else None
        elif element is not node and (element.tag == "a" or (not is_deep and _HIDDEN in element.attrib)):
            walk.skip_subtree()
        else:
            text = element.text
        if text and len(run := text.strip()) >= _PROSE:
            yield run


def _is_invisible_ink(node: HtmlElement, sheet: Sheet) -> bool:
    """Whether a node's own text colour is that of the nearest background known, white where none is."""
    ink = _ink(node, sheet)
    if ink is None:
        return False
    for level, above in enumerate(_self_and_above(node)):
        found = declared(above.get("style", ""))
        ground = found.get("background-color") or found.get("background") or above.get("bgcolor") or sheet.ground(above)
        if "background-image" in found or (ground and _is_picture(ground)):
            return False
        if ground and (known := colour(ground)) is not None:
            return alike(ink, known)
        if level and _may_be_dark(above, sheet) and level < _CLASS_LEVELS:
            return False
    return alike(ink, WHITE)


def _ink(node: HtmlElement, sheet: Sheet) -> Colour | None:
    """A node's own text colour, by its style, its attribute or the page's sheets; None where it has none."""
    style = node.get("style")
    written = (declared(style).get("color", "") if style else "") or node.get("color", "") or sheet.ink(node)
    return colour(written) if written else None


def _is_picture(ground: str) -> bool:
    return "url(" in ground or "gradient(" in ground


def _may_be_dark(node: HtmlElement, sheet: Sheet) -> bool:
    """Whether a class that no sheet of the page's own explains may give the node a dark background."""
    return bool(node.get("class")) and node.tag not in {"html", "body", "main", "article"} and not sheet.knows(node)


def _self_and_above(node: HtmlElement) -> Iterator[HtmlElement]:
    yield node
    yield from islice(node.iterancestors(), _LEVELS)
