"""Nodes that a reader of the page does not see, taken out first: they are where injected instructions sit."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

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

_DECLARATION = re.compile(r"([a-z-]+)\s*:\s*([^;{}]*)")
_CLEAR_INK = re.compile(r"(?:rgba|hsla)\([^,]*,[^,]*,[^,]*,0?\.?0*\)|#[0-9a-f]{3}0|#[0-9a-f]{6}00")
_NUMBER = re.compile(r"^\s*(-?\d*\.?\d+)\s*(px|pt|em|rem|%|vw|vh|ex|ch)?")
_SHEET_RULE = re.compile(r"([^{}]{1,500})\{([^{}]*)\}")
_SHEET_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SIMPLE_SELECTOR = re.compile(r"^(?:[a-z][a-z0-9]*)?([.#][\w-]+)$", re.IGNORECASE)
_WHITE = frozenset({"white", "#fff", "#ffffff", "rgb(255,255,255)", "rgba(255,255,255,1)", "#ffff", "#ffffffff"})
_TINY = {"px": 2.0, "pt": 1.5, "em": 0.15, "rem": 0.15, "%": 15.0}
# Pixels, and other units, beyond the upper or left edge at which a box is out of sight.
_FAR, _FAR_RELATIVE = -900.0, -99.0

# Levels above a node at which its background is looked for, and at which a class may set a dark one.
_LEVELS, _CLASS_LEVELS = 12, 3
_SHEETS_CHARACTERS = 400_000


def remove_hidden(tree: HtmlElement) -> None:
    """Take out of `tree`, in place, what is not shown: comments, scripts, and what attributes or styles hide.

    Judged are the elements' own attributes and styles, and rules of the page's own style sheets for a single class or
    id, outside of media queries. Linear in the page's size.
    """
    classes, ids = _hiding_selectors(tree)
    for node in [node for node in tree.iter(etree.Element) if _is_hidden(node, classes, ids)]:
        node.tag = _HIDDEN
    etree.strip_elements(tree, _HIDDEN, etree.Comment, etree.ProcessingInstruction, with_tail=False)


def _is_hidden(node: HtmlElement, classes: frozenset[str], ids: frozenset[str]) -> bool:
    tag, attributes = node.tag, node.attrib
    if tag in _UNSEEN_TAGS or (tag == "details" and "open" not in attributes):
        return True
    if not attributes or tag in {"html", "body"}:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden", "").strip().lower() == "true":
        return True
    parts = attributes.get("class", "").split()
    named = not _UNSEEN_CLASSES.isdisjoint(parts) or not classes.isdisjoint(parts) or attributes.get("id") in ids
    style = attributes.get("style", "")
    if named or (style and hides(style)):
        return True
    return ("color" in style.lower() or "color" in attributes) and _is_invisible_ink(node)


def hides(style: str) -> bool:
    """Whether the declarations of a style hide the text they are for."""
    found = {
        name: value.replace("!important", "").strip() for name, value in _DECLARATION.findall(style.lower()[:5000])
    }
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
    opacity = _number(found.get("opacity", ""))
    faint = opacity is not None and opacity[0] <= (5.0 if opacity[1] == "%" else 0.05)
    ink = found.get("color", "").replace(" ", "")
    return (
        faint
        or ink == "transparent"
        or bool(re.fullmatch(r"(?:rgba|hsla)\(.*,0?\.?0*\)|#[0-9a-f]{3}0|#[0-9a-f]{6}00", ink))
    )


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


def _is_invisible_ink(node: HtmlElement) -> bool:
    """Whether a node's own text colour is that of the nearest background known, white where none is."""
    ink = _colour(node, "color") or node.get("color", "").lower()
    if not ink:
        return False
    for level, above in enumerate(_self_and_above(node)):
        ground = _colour(above, "background-color") or _colour(above, "background") or above.get("bgcolor", "").lower()
        if ground:
            return _same_colour(ink, ground)
        if (
            level
            and above.get("class")
            and above.tag not in {"html", "body", "main", "article"}
            and level < _CLASS_LEVELS
        ):
            return False  # A class may well set a dark background.
    return ink in _WHITE


def _self_and_above(node: HtmlElement) -> Iterator[HtmlElement]:
    yield node
    for count, above in enumerate(node.iterancestors()):
        if count >= _LEVELS:
            return
        yield above


def _colour(node: HtmlElement, name: str) -> str:
    style = node.get("style")
    if not style:
        return ""
    for found, value in _DECLARATION.findall(style.lower()[:5000]):
        if found == name:
            return str(value.replace("!important", "").replace(" ", "").strip())
    return ""


def _same_colour(one: str, other: str) -> bool:
    return _plain_colour(one) == _plain_colour(other)


def _plain_colour(colour: str) -> str:
    if colour in _WHITE:
        return "#ffffff"
    if colour in {"black", "#000", "rgb(0,0,0)"}:
        return "#000000"
    if re.fullmatch(r"#[0-9a-f]{3}", colour):
        return "#" + "".join(digit * 2 for digit in colour[1:])
    if match := re.fullmatch(r"rgb\((\d{1,3}),(\d{1,3}),(\d{1,3})\)", colour):
        return "#" + "".join(f"{int(part) & 255:02x}" for part in match.groups())
    return colour


def _number(value: str) -> tuple[float, str] | None:
    match = _NUMBER.match(value)
    return (float(match.group(1)), match.group(2) or "") if match else None


def _hiding_selectors(tree: HtmlElement) -> tuple[frozenset[str], frozenset[str]]:
    """The classes and ids that the page's own style sheets hide."""
    classes: set[str] = set()
    ids: set[str] = set()
    left = _SHEETS_CHARACTERS
    for sheet in tree.iter("style"):
        text = (sheet.text or "")[:left]
        left -= len(text)
        for selectors, declarations in _SHEET_RULE.findall(_without_blocks(_SHEET_COMMENT.sub("", text))):
            if not hides(declarations):
                continue
            for selector in selectors.split(","):
                match = _SIMPLE_SELECTOR.match(selector.strip())
                if match:
                    (classes if match.group(1)[0] == "." else ids).add(match.group(1)[1:])
    return frozenset(classes), frozenset(ids)


def _without_blocks(sheet: str) -> str:
    """A style sheet without its at-rules' blocks: what holds only in print or on small screens hides nothing here."""
    parts: list[str] = []
    at = 0
    while (begin := sheet.find("@", at)) >= 0:
        parts.append(sheet[at:begin])
        brace, stop = sheet.find("{", begin), sheet.find(";", begin)
        if brace < 0 or 0 <= stop < brace:
            at = stop + 1 if stop >= 0 else len(sheet)
            continue
        at = _block_end(sheet, brace)
    parts.append(sheet[at:])
    return "".join(parts)


def _block_end(sheet: str, brace: int) -> int:
    depth = 0
    for match in re.compile(r"[{}]").finditer(sheet, brace):
        depth += 1 if match.group() == "{" else -1
        if depth == 0:
            return match.end()
    return len(sheet)
