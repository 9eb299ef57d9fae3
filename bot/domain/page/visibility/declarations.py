"""What the declarations of a style do to the text they are for: hide it, or give it a colour."""

import colorsys
import re
from collections.abc import Iterator
from functools import lru_cache

import tinycss2

from config.limits import NAMES_KEPT, STYLE_CHARACTERS

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255 each."""

# Declarations that may hide a text; most styles have none and need no parser. An escape may spell any of them.
_MAY_HIDE = re.compile(
    r"\\|none|hidden|collapse|opacity|font(?:-size)?\s*:|clip|scale|translate|(?:height|width)\s*:\s*\.?[01]"
    r"|(?:left|top|right|bottom|indent)\s*:\s*-|color|background",
    re.IGNORECASE,
)
# A style that needs no parser, and the name of a property that is not the author's own.
_PLAIN = re.compile(r"(?:[^\"'\\{}\[\]()/@<]++|\([^\"'\\{}\[\]()/@<;!]*+\))*+")
# A picture's address, or any string: of neither is more asked than that it is there.
_QUOTED = re.compile(
    r"url\(\s*+(?:\"[^\"\n]*+\"|'[^'\n]*+'|[^\"'()\s]*+)\s*+\)|\"[^\"\n]*+\"|'[^'\n]*+'", re.IGNORECASE
)
_PROPERTY = re.compile(r"-?[a-z][a-z-]*")
_CLEAR_INK = re.compile(r"(?:(?:rgba|hsla)\(.*[,/]|(?:rgb|hsl)\(.*/)0?\.?0*%?\)|#[0-9a-f]{3}0|#[0-9a-f]{6}00")
_OPACITY = re.compile(r"opacity\(\s*([\d.]+%?)\s*\)")
_NUMBER = re.compile(r"^\s*(-?\d*\.?\d+)\s*(px|pt|em|rem|%|vw|vh|ex|ch)?")
_NO_SCALE = re.compile(r"scale(?:3d|x|y)?\(0?\.?0*(?:,[\d.]+)*\)")
_FAR_TRANSLATION = re.compile(r"translate(?:3d|x|y)?\((?:[^,()]{1,12},)?-(?:\d{4}|[1-9]\d{2}(?:vw|vh|%|r?em))")
_TINY = {"px": 2.0, "pt": 1.5, "em": 0.15, "rem": 0.15, "%": 15.0}
# Pixels, and other units, beyond the upper or left edge at which a box is out of sight.
_FAR, _FAR_RELATIVE = -900.0, -99.0

_HEX = re.compile(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_FUNCTION = re.compile(
    r"(rgb|hsl)a?\(\s*([\d.]+)(?:deg)?[\s,]+([\d.]+)%?[\s,]+([\d.]+)(%?)\s*(?:[,/]\s*([\d.]+)(%?)\s*)?\)"
)
_NAMES: dict[str, Colour] = {
    "white": (255, 255, 255), "snow": (255, 250, 250), "ivory": (255, 255, 240), "ghostwhite": (248, 248, 255),
    "whitesmoke": (245, 245, 245), "floralwhite": (255, 250, 240), "mintcream": (245, 255, 250),
    "black": (0, 0, 0), "gray": (128, 128, 128), "grey": (128, 128, 128), "red": (255, 0, 0), "blue": (0, 0, 255),
    "green": (0, 128, 0), "yellow": (255, 255, 0), "navy": (0, 0, 128), "silver": (192, 192, 192),
}  # fmt: skip

WHITE: Colour = _NAMES["white"]

# Difference of two colours in each of red, green and blue up to which the eye sees none.
_ALIKE = 16


@lru_cache(maxsize=NAMES_KEPT)
def declared(style: str) -> dict[str, str]:
    """The declarations of a style that bear on whether text is seen, by property, lower case, without `!important`.

    A style without any is empty. Custom properties are not declarations of the properties they are named like.
    """
    if not _MAY_HIDE.search(style):
        return {}
    if len(style) <= STYLE_CHARACTERS and "\\" not in style:
        simple = _QUOTED.sub("url()", style) if "url(" in style or '"' in style or "'" in style else style
        if _PLAIN.fullmatch(simple):
            return dict(_plain(simple))
    found = {}
    for node in tinycss2.parse_blocks_contents(style[:STYLE_CHARACTERS], skip_comments=True, skip_whitespace=True):
        if node.type == "declaration" and not node.name.startswith("--"):
            value = "".join(part.serialize() for part in node.value if part.type != "comment")
            found[node.lower_name] = value.strip().lower()
    return found


def _plain(style: str) -> Iterator[tuple[str, str]]:
    """The declarations of a style without strings, comments, blocks and escapes: marks alone part them."""
    for declaration in style.lower().split(";"):
        name, colon, value = declaration.partition(":")
        if colon and _PROPERTY.fullmatch(name := name.strip()):
            yield name, " ".join(value.partition("!")[0].split())


@lru_cache(maxsize=NAMES_KEPT)
def hidden_by(style: str) -> str:
    """The property by which a style hides its text: `display`, `visibility`, `opacity`, `font-size`, `place` or "".

    What an animation brings in is not hidden.
    """
    found = declared(style)
    if not found:
        return ""
    is_still = (found.get("animation") or found.get("animation-name") or "none").startswith("none")
    reasons = {
        "display": found.get("display", "").startswith("none"),
        "visibility": is_still and found.get("visibility") in {"hidden", "collapse"},
        "opacity": is_still and _is_clear(found),
        "font-size": _has_no_size(found),
        "place": found.get("content-visibility") == "hidden"
        or _is_tiny(found)
        or _is_away(found)
        or _is_clipped(found),
    }
    return next((name for name, holds in reasons.items() if holds), "")


def colour(text: str) -> Colour | None:
    """A colour as CSS and HTML write it; None when it is another thing, or one that can be seen through."""
    text = text.strip().lower()
    if text in _NAMES:
        return _NAMES[text]
    if match := _HEX.fullmatch(text):
        digits = match.group(1)
        whole = "".join(digit * 2 for digit in digits) if len(digits) < len("rrggbb") else digits
        return (int(whole[0:2], 16), int(whole[2:4], 16), int(whole[4:6], 16))
    if match := _FUNCTION.fullmatch(text):
        kind, one, two, three, percent, _, _ = match.groups()
        values = [float(part) for part in (one, two, three)]
        if kind == "hsl":
            red, green, blue = colorsys.hls_to_rgb(
                values[0] / 360 % 1, min(values[2], 100) / 100, min(values[1], 100) / 100
            )
            return (round(red * 255), round(green * 255), round(blue * 255))
        scale = 2.55 if percent else 1.0
        return (int(values[0] * scale), int(values[1] * scale), int(values[2] * scale))
    return None


def alike(one: Colour, other: Colour) -> bool:
    """Whether text of one colour on a ground of the other cannot be seen."""
    return all(abs(a - b) <= _ALIKE for a, b in zip(one, other, strict=True))


def _is_clear(found: dict[str, str]) -> bool:
    seen_through = _OPACITY.search(found.get("filter", ""))
    for value in (found.get("opacity", ""), seen_through.group(1) if seen_through else ""):
        opacity = _number(value)
        if opacity is not None and opacity[0] <= (5.0 if opacity[1] == "%" else 0.05):
            return True
    ink = found.get("color", "").replace(" ", "")
    return ink == "transparent" or _CLEAR_INK.fullmatch(ink) is not None


def _has_no_size(found: dict[str, str]) -> bool:
    size = _number(found.get("font-size", "") or (found.get("font", "") if found.get("font", "")[:1] == "0" else ""))
    return size is not None and size[0] <= _TINY.get(size[1] or "px", 0.0)


def _is_tiny(found: dict[str, str]) -> bool:
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
    scale = _number(found.get("scale", ""))
    return bool(
        _NO_SCALE.search(transform) or _FAR_TRANSLATION.search(transform) or (scale is not None and scale[0] == 0)
    )


def _is_clipped(found: dict[str, str]) -> bool:
    clip = found.get("clip", "").replace(" ", "").replace("px", "")
    path = found.get("clip-path", "").replace(" ", "").replace("px", "")
    return clip in {"rect(0,0,0,0)", "rect(0000)", "rect(1,1,1,1)", "rect(1111)", "rect(1px1px1px1px)"} or bool(
        re.match(r"inset\((?:50|100)%|circle\(0(?!\.)%?|ellipse\(00|polygon\((?:0%?0%?,?)+\)", path)
    )


def _number(value: str) -> tuple[float, str] | None:
    match = _NUMBER.match(value)
    return (float(match.group(1)), match.group(2) or "") if match else None
