"""What of CSS tells whether a text can be seen: declarations, colours, and the rules of a page's own style sheets."""

import colorsys
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from lxml.html import HtmlElement

from config.limits import NAMES_KEPT

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255 each."""

# Characters of all sheets of a page, of one style, and rules of one kind that are looked at.
_SHEETS_CHARACTERS, _STYLE_CHARACTERS, _RULES = 400_000, 5000, 2000

# Levels above a node at which the outer parts of a selector are looked for.
_LEVELS = 60

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ESCAPE = re.compile(r"\\([0-9a-f]{1,6})\s?|\\(.)", re.IGNORECASE)
_DECLARATION = re.compile(r"([a-z-]+)\s*:\s*([^;{}]*)")
_BRACE = re.compile(r"[{}]")
_SHOWN_MEDIA = re.compile(
    r"@(?:media\s+(?:only\s+)?(?:all|screen)|supports\b.*|layer\b.*)\s*$", re.IGNORECASE | re.DOTALL
)
_COMPOUND = re.compile(r"([a-z][\w-]*|\*)?((?:[.#][\w-]+|\[[\w-]+(?:=[\"']?[\w-]*[\"']?)?\])*)", re.IGNORECASE)
_SIMPLE = re.compile(r"([.#])([\w-]+)|\[([\w-]+)(?:=[\"']?([\w-]*)[\"']?)?\]")
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

# Difference of two colours in each of red, green and blue up to which the eye sees none.
_ALIKE = 16


@lru_cache(maxsize=NAMES_KEPT)
def declared(style: str) -> dict[str, str]:
    """The declarations of a style by property, lower case, without comments, escapes and `!important`."""
    text = style[:_STYLE_CHARACTERS].lower()
    if "\\" in text or "/*" in text:
        text = _ESCAPE.sub(_unescaped, _COMMENT.sub("", text))
    return {name: value.replace("!important", "").strip() for name, value in _DECLARATION.findall(text)}


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


@dataclass(frozen=True, slots=True)
class _Compound:
    """One part of a selector, such as `p.note[data-x]`."""

    tag: str
    ids: frozenset[str]
    classes: frozenset[str]
    attributes: tuple[tuple[str, str], ...]

    def fits(self, node: HtmlElement) -> bool:
        attributes = node.attrib
        return (
            self.tag in {"", "*", node.tag}
            and (not self.ids or self.ids == {attributes.get("id")})
            and (not self.classes or self.classes <= set(attributes.get("class", "").split()))
            and all(name in attributes and value in {"", attributes[name]} for name, value in self.attributes)
        )

    def key(self) -> tuple[str, str]:
        for kind, names in ((".", self.classes), ("#", self.ids), ("[", [name for name, _ in self.attributes])):
            if names:
                return kind, min(names)
        return "", self.tag


@dataclass(frozen=True, slots=True)
class _Selector:
    """Parts from the innermost outward, each with whether the next one must be right above it."""

    parts: tuple[tuple[_Compound, bool], ...]

    def fits(self, node: HtmlElement) -> bool:
        (first, direct), *rest = self.parts
        if not first.fits(node):
            return False
        above = islice(node.iterancestors(), _LEVELS)
        for part, next_direct in rest:
            for outer in above:
                if part.fits(outer):
                    break
                if direct:
                    return False
            else:
                return False
            direct = next_direct
        return True


class Sheet:
    """The rules of a page's own style sheets that bear on whether text is seen, outside of print and narrow screens.

    Args:
        tree: the page.
        hides: whether the declarations of a rule hide what it is for.
    """

    def __init__(self, tree: HtmlElement, hides: Callable[[str], bool]) -> None:
        self._hiding: defaultdict[tuple[str, str], list[_Selector]] = defaultdict(list)
        self._inks: dict[str, str] = {}
        self._grounds: dict[str, str] = {}
        self._known: set[str] = set()
        left, count = _SHEETS_CHARACTERS, 0
        for node in tree.iter("style"):
            text = (node.text or "")[:left]
            left -= len(text)
            for selectors, style in _rules(_COMMENT.sub("", text)):
                found = declared(style)
                hidden = hides(style)
                for selector in map(_parsed, selectors.split(",")[:100]):
                    if selector is None:
                        continue
                    count += hidden
                    self._take(selector, found, hidden=hidden and count <= _RULES)

    def _take(self, selector: _Selector, found: dict[str, str], *, hidden: bool) -> None:
        compound = selector.parts[0][0]
        if hidden:
            self._hiding[compound.key()].append(selector)
        self._known |= compound.classes
        name = _only_name(selector)
        if name:
            if "color" in found:
                self._inks[name] = found["color"]
            if ground := found.get("background-color") or found.get("background") or found.get("background-image"):
                self._grounds[name] = ground

    def hides(self, node: HtmlElement) -> bool:
        """Whether a rule hides this node."""
        rules = self._hiding
        if not rules:
            return False
        attributes = node.attrib
        keys = [("", str(node.tag)), ("", "*")]
        keys += [(".", name) for name in attributes.get("class", "").split()]
        keys += [("#", attributes.get("id", ""))] + [("[", name) for name in attributes]
        return any(selector.fits(node) for key in keys if key in rules for selector in rules[key])

    def ink(self, node: HtmlElement) -> str:
        """The text colour that a rule for one class, id or tag gives the node, "" where there is none."""
        return self._named(self._inks, node)

    def ground(self, node: HtmlElement) -> str:
        """The background that such a rule gives the node, "" where there is none."""
        return self._named(self._grounds, node)

    def knows(self, node: HtmlElement) -> bool:
        """Whether every class of the node has rules here, so that its look is known."""
        return self._known.issuperset(node.get("class", "").split())

    @staticmethod
    def _named(values: dict[str, str], node: HtmlElement) -> str:
        if not values:
            return ""
        names = [f"#{node.get('id', '')}", *(f".{name}" for name in node.get("class", "").split()), str(node.tag)]
        return next((values[name] for name in names if name in values), "")


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """The rules of a sheet, selectors and declarations, those of `@media screen` and the like included."""
    at = 0
    while match := _BRACE.search(sheet, at):
        prelude = sheet[at : match.start()].rpartition(";")[2].strip()
        if match.group() == "}":
            at = match.end()
        elif prelude.startswith("@"):
            at = match.end() if _SHOWN_MEDIA.match(prelude) else _block_end(sheet, match.start())
        else:
            end = sheet.find("}", match.end())
            end = len(sheet) if end < 0 else end
            yield prelude, sheet[match.end() : end]
            at = end + 1


def _block_end(sheet: str, brace: int) -> int:
    depth = 0
    for match in _BRACE.finditer(sheet, brace):
        depth += 1 if match.group() == "{" else -1
        if depth == 0:
            return match.end()
    return len(sheet)


def _parsed(text: str) -> _Selector | None:
    """A selector of tags, classes, ids and attributes; None for one with anything else in it."""
    words = text.strip().replace(">", " > ").split()
    if not words or len(text) > 300:  # noqa: PLR2004  # No honest selector of these kinds is as long.
        return None
    parts: list[tuple[_Compound, bool]] = []
    direct = False
    for word in reversed(words):
        if word == ">":
            direct = True
            continue
        match = _COMPOUND.fullmatch(word)
        if match is None:
            return None
        if parts:
            parts[-1] = (parts[-1][0], direct)
        direct = False
        simple = _SIMPLE.findall(match.group(2))
        parts.append(
            (
                _Compound(
                    tag=(match.group(1) or "").lower(),
                    ids=frozenset(name for kind, name, *_ in simple if kind == "#"),
                    classes=frozenset(name for kind, name, *_ in simple if kind == "."),
                    attributes=tuple((name, value) for kind, _, name, value in simple if not kind),
                ),
                False,
            )
        )
    return _Selector(tuple(parts)) if parts else None


def _only_name(selector: _Selector) -> str:
    """The class, id or tag that a selector of one part with one name is for, "" for any other."""
    if len(selector.parts) > 1:
        return ""
    part = selector.parts[0][0]
    if part.attributes or len(part.classes) + len(part.ids) > 1:
        return ""
    return next((f".{name}" for name in part.classes), next((f"#{name}" for name in part.ids), part.tag))


def _unescaped(match: re.Match[str]) -> str:
    if match.group(1):
        code = int(match.group(1), 16)
        return chr(code).lower() if 0 < code < 0x110000 else ""  # noqa: PLR2004  # The end of Unicode.
    return str(match.group(2))
