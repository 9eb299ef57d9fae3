"""Nodes that a reader of the page does not see, taken out first: they are where injected instructions sit."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from bot.domain.page.stylesheet import Sheet, alike, colour, declared
from config.limits import NAMES_KEPT

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

_CLEAR_INK = re.compile(r"(?:(?:rgba|hsla)\(.*[,/]|(?:rgb|hsl)\(.*/)0?\.?0*%?\)|#[0-9a-f]{3}0|#[0-9a-f]{6}00")
_OPACITY = re.compile(r"opacity\(\s*([\d.]+%?)\s*\)")
_NUMBER = re.compile(r"^\s*(-?\d*\.?\d+)\s*(px|pt|em|rem|%|vw|vh|ex|ch)?")
_WHITE = (255, 255, 255)
_TINY = {"px": 2.0, "pt": 1.5, "em": 0.15, "rem": 0.15, "%": 15.0}
# Pixels, and other units, beyond the upper or left edge at which a box is out of sight.
_FAR, _FAR_RELATIVE = -900.0, -99.0

# Levels above a node at which its background is looked for, and at which a class may set a dark one.
_LEVELS, _CLASS_LEVELS = 12, 3


def remove_hidden(tree: HtmlElement) -> None:
    """Take out of `tree`, in place, what is not shown: comments, scripts, and what attributes or styles hide.

    Judged are the elements' own attributes and styles, and the rules of the page's own style sheets.
    """
    sheet = Sheet(tree, hides)
    for node in [node for node in tree.iter(etree.Element) if _is_hidden(node, sheet)]:
        node.tag = _HIDDEN
    etree.strip_elements(tree, _HIDDEN, etree.Comment, etree.ProcessingInstruction, with_tail=False)


def _is_hidden(node: HtmlElement, sheet: Sheet) -> bool:
    tag, attributes = node.tag, node.attrib
    if tag in _UNSEEN_TAGS or (tag == "details" and "open" not in attributes):
        return True
    if tag in {"html", "body"}:
        return False
    style = attributes.get("style", "")
    return (
        sheet.hides(node)
        or "hidden" in attributes
        or attributes.get("aria-hidden", "").strip().lower() == "true"
        or not _UNSEEN_CLASSES.isdisjoint(attributes.get("class", "").split())
        or (bool(style) and hides(style))
        or _is_invisible_ink(node, sheet)
    )


@lru_cache(maxsize=NAMES_KEPT)
def hides(style: str) -> bool:
    """Whether the declarations of a style hide the text they are for."""
    found = declared(style)
    return (
        found.get("display") == "none"
        or found.get("visibility") in {"hidden", "collapse"}
        or found.get("content-visibility") == "hidden"
        or _is_clear(found)
        or _is_tiny(found)
        or _is_away(found)
        or _is_clipped(found)
    )


def _is_clear(found: dict[str, str]) -> bool:
    seen_through = _OPACITY.search(found.get("filter", ""))
    for value in (found.get("opacity", ""), seen_through.group(1) if seen_through else ""):
        opacity = _number(value)
        if opacity is not None and opacity[0] <= (5.0 if opacity[1] == "%" else 0.05):
            return True
    ink = found.get("color", "").replace(" ", "")
    return ink == "transparent" or _CLEAR_INK.fullmatch(ink) is not None


def _is_tiny(found: dict[str, str]) -> bool:
    size = _number(found.get("font-size", "") or (found.get("font", "") if found.get("font", "")[:1] == "0" else ""))
    if size is not None and size[0] <= _TINY.get(size[1] or "px", 0.0):
        return True
    cut = found.get("overflow", "").startswith(("hidden", "clip"))
    for name in ("width", "height", "max-height", "max-width"):
        length = _number(found.get(name, ""))
        if length is None:
            continue
        if length[0] <= 0 and (cut or not name.startswith("max")):
            return True
        if cut and length[0] <= 1 and length[1] in {"", "px"}:
            return True
    return False


def _is_away(found: dict[str, str]) -> bool:
    placed = found.get("position") in {"absolute", "fixed", "relative"}
    names = ("left", "top", "right", "bottom", "text-indent", "margin-left", "margin-top")
    for name in names if placed else names[4:]:
        length = _number(found.get(name, ""))
        if length is not None and length[0] <= (_FAR_RELATIVE if length[1] in {"em", "rem", "vw", "%"} else _FAR):
            return True
    transform = found.get("transform", "").replace(" ", "")
    return transform.startswith(("scale(0)", "scale(0,", "scalex(0)", "scaley(0)")) or bool(
        re.match(r"translate[xy]?\(-\d{3,}", transform)
    )


def _is_clipped(found: dict[str, str]) -> bool:
    clip = found.get("clip", "").replace(" ", "").replace("px", "")
    path = found.get("clip-path", "").replace(" ", "")
    return clip in {"rect(0,0,0,0)", "rect(0000)", "rect(1,1,1,1)", "rect(1111)"} or path in {
        "inset(50%)", "inset(100%)", "circle(0)", "polygon(00,00,00,00)",
    }  # fmt: skip


def _is_invisible_ink(node: HtmlElement, sheet: Sheet) -> bool:
    """Whether a node's own text colour is that of the nearest background known, white where none is."""
    style = node.get("style")
    written = (declared(style).get("color", "") if style else "") or node.get("color", "") or sheet.ink(node)
    ink = colour(written) if written else None
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
    return alike(ink, _WHITE)


def _is_picture(ground: str) -> bool:
    return "url(" in ground or "gradient(" in ground


def _may_be_dark(node: HtmlElement, sheet: Sheet) -> bool:
    """Whether a class that no sheet of the page's own explains may give the node a dark background."""
    return bool(node.get("class")) and node.tag not in {"html", "body", "main", "article"} and not sheet.knows(node)


def _self_and_above(node: HtmlElement) -> Iterator[HtmlElement]:
    yield node
    yield from islice(node.iterancestors(), _LEVELS)


def _number(value: str) -> tuple[float, str] | None:
    match = _NUMBER.match(value)
    return (float(match.group(1)), match.group(2) or "") if match else None
