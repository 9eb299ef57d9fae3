"""The rules of a page's own style sheets that bear on whether text is seen. Outside sheets are not fetched."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from bot.domain.metadata.named import NamedElements
from bot.domain.page.visibility.declarations import WHITE, Colour, alike, colour, hidden_by
from bot.domain.page.visibility.selectors import Selector, StepsLeft, Wrapped, compiled
from config.limits import SELECTOR_CHARACTERS, SHEETS_CHARACTERS, SHEETS_RULES

# Elements within one that are looked at for a size of their own.
_WITHIN = 300

# Levels of blocks within blocks that are looked into.
_DEPTH = 6

# Width in pixels of the window that conditions are held against.
_WINDOW = 1280.0

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_PIECE = re.compile(r"([^{}]*+)(?:\{([^{}]*+)\}|[{}])")
_ESCAPED_MARK = re.compile(r"\\[{};]")
_STRING = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"?|'(?:[^'\\\n]|\\.)*'?", re.DOTALL)
_HIDING = re.compile(
    r"\\|display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*[:(]\s*\.?0|font(?:-size)?\s*:\s*\.?[01]"
    r"|clip|scale|translate|(?:left|top|right|bottom|indent)\s*:\s*-\s*\d{2}|(?:height|width)\s*:\s*[01](?![\d.])"
    r"|color\s*:\s*(?:transparent|rgba?\(|hsla?\(|#)",
    re.IGNORECASE,
)
_SHOWING = {
    "display": re.compile(r"display\s*:\s*(?!none)\w", re.IGNORECASE),
    "visibility": re.compile(r"visibility\s*:\s*(?!hidden|collapse)\w", re.IGNORECASE),
    "opacity": re.compile(r"opacity\s*:\s*(?:1|\.[1-9]|0\.[1-9])", re.IGNORECASE),
    "font-size": re.compile(r"font(?:-size)?\s*:\s*[1-9a-z]", re.IGNORECASE),
}
_COLOURS = re.compile(r"(?:^|[;\s])(color|background(?:-color|-image)?)\s*:\s*([^;}!]{1,80})", re.IGNORECASE)
_ONE_NAME = re.compile(r"[.#]?-?[a-z_][\w-]*", re.IGNORECASE)
_NAME = re.compile(r"[.#](-?[a-zA-Z_][\w-]*)")
_STATE = re.compile(r":(?:hover|focus|active|target|visited|checked|before|after|:|first-l|disabled|-)|@")
_SKIPPED = ("@keyframes", "@-", "@font", "@page", "@property", "@starting-style", "@counter", "@import", "@charset")
_FEATURE = re.compile(r"\(\s*(min-|max-)?(?:width|inline-size)\s*:\s*([\d.]+)\s*(px|em|rem)?\s*\)")
_RANGE = re.compile(r"\(\s*(?:width|inline-size)\s*([<>]=?)\s*([\d.]+)\s*(px|em|rem)?\s*\)")
_UNUSUAL = re.compile(
    r"prefers-color-scheme\s*:\s*dark|prefers-reduced|prefers-contrast|forced-colors|hover\s*:\s*none|style\(|-ms-"
    r"|pointer\s*:\s*coarse|orientation\s*:\s*portrait|max-(?:device-width|height)|scripting\s*:\s*none"
)
_EM = 16.0


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule of a sheet: its selectors and declarations as written, and its place among the others."""

    selectors: str
    style: str
    order: int

    @property
    def is_important(self) -> bool:
        return "!" in self.style and "important" in self.style.lower()


class Sheet:
    """The rules of a page's own sheets that hide text, and the colours that they give by one name.

    Args:
        tree: the page.
        named: its elements by class and id.

    Attributes:
        classes: the names of the page's classes.
        places: the page's elements by id, class and tag.
    """

    def __init__(self, tree: HtmlElement, named: NamedElements) -> None:
        self._inks: dict[str, str] = {}
        self._grounds: dict[str, str] = {}
        self._known: set[str] = set()
        self._hiding: list[_Rule] = []
        self._showing: defaultdict[str, list[_Rule]] = defaultdict(list)
        self._count = 0
        self._budget = StepsLeft()
        self.places = _Places(tree, named)
        self.classes = named.classes
        left = SHEETS_CHARACTERS
        texts = []
        for node in tree.iter("style"):
            text = (node.text or "")[:left]
            left -= len(text)
            if text and _applies(f"@media {node.get('media') or 'all'}"):
                texts.append(text)
        if not texts:
            return
        for order, (selectors, style) in enumerate(_rules("\n".join(texts))):
            self._take(selectors, style, order, named.names)

    def _take(self, selectors: str, style: str, order: int, names: frozenset[str]) -> None:
        """Keep what of a rule can mean an element of the page."""
        # Most rules of a sheet mean nothing on this page: to see that is quicker than to read what they declare.
        parts = [part for part in _split(selectors) if _may_mean(part, names)]
        if not parts:
            return
        if "\\" in style:
            style = _STRING.sub("''", style)
        found = _COLOURS.findall(style)
        if found:
            self._colour(",".join(parts), found)
        is_hiding = bool(_HIDING.search(style))
        if is_hiding or any(pattern.search(style) for pattern in _SHOWING.values()):
            self._keep(parts, style, order, is_hiding=is_hiding)

    def _keep(self, parts: list[str], style: str, order: int, *, is_hiding: bool) -> None:
        """Keep a rule that may hide elements, or show by their names what another hides, within a number of rules."""
        self._count += 1
        if self._count > SHEETS_RULES:
            return
        kept = _Rule(", ".join(parts), style, order)
        if is_hiding and hidden_by(style):
            self._hiding.append(kept)
            return
        for name in {name for part in parts for name in _NAME.findall(part)} or {""}:
            self._showing[name].append(kept)

    def _colour(self, selectors: str, found: list[tuple[str, str]]) -> None:
        for part in selectors.split(",")[:100]:
            name = part.strip()
            if not _ONE_NAME.fullmatch(name):
                continue
            self._known.add(name.removeprefix("."))
            for kind, value in found:
                (self._inks if kind.lower() == "color" else self._grounds)[name] = value.strip().lower()

    def hidden(self) -> Iterator[tuple[HtmlElement, str]]:
        """The elements that a rule hides and no stronger one shows, each with the property that hides it.

        Work is bounded: when a page's budget of steps is spent, what is left of its rules is not looked at.
        """
        if not self._hiding:
            return
        try:
            for rule in self._hiding:
                why = hidden_by(rule.style)
                for selector in compiled(rule.selectors):
                    for element in self.places(selector.key):
                        if selector.test(Wrapped(element, self._budget)) and not self._is_shown(
                            element, why, rule, selector
                        ):
                            yield element, why
        except OverflowError:
            return

    def _is_shown(self, element: HtmlElement, why: str, rule: _Rule, by: Selector) -> bool:
        """Whether a rule that outranks the hiding one shows the element."""
        pattern = _SHOWING.get(why)
        if pattern is None:
            return False
        rank = (rule.is_important, by.weight, rule.order)
        names = {*(element.get("class") or "").split(), element.get("id") or "", ""}
        for other in (other for name in names for other in self._showing.get(name, ())):
            self._budget.spend(1)
            if not pattern.search(other.style):
                continue
            for selector in compiled(other.selectors):
                if (other.is_important, selector.weight, other.order) <= rank or not _may_be(selector.key, element):
                    continue
                if selector.test(Wrapped(element, self._budget)):
                    return True
        return False

    def gives_size(self, element: HtmlElement) -> bool:
        """Whether a rule gives text within an element, whose own has no size, a size again."""
        pattern = _SHOWING["font-size"]
        for node in islice(element.iterdescendants(), _WITHIN):
            for name in (node.get("class") or "").split():
                if any(pattern.search(rule.style) for rule in self._showing.get(name, ())):
                    return True
        return False

    def inked(self, written: Iterable[str]) -> Iterator[HtmlElement]:
        """The elements that such a rule may give a text colour near that of a page or of a ground.

        Args:
            written: the grounds that elements have of their own; those of rules are known.
        """
        grounds = [WHITE, *filter(None, map(colour, {*self._grounds.values(), *written}))]
        for name, ink in self._inks.items():
            if _is_alike(ink, grounds):
                yield from self.places((name[0], name[1:]) if name[0] in ".#" else ("", name.lower()))

    def ink(self, node: HtmlElement) -> str:
        """The text colour that a rule for one class, id or tag gives the node, "" where there is none."""
        return self._named(self._inks, node)

    def ground(self, node: HtmlElement) -> str:
        """The background that such a rule gives the node, "" where there is none."""
        return self._named(self._grounds, node)

    def knows(self, node: HtmlElement) -> bool:
        """Whether every class of the node has rules here, so that its look is known."""
        return self._known.issuperset((node.get("class") or "").split())

    @staticmethod
    def _named(values: dict[str, str], node: HtmlElement) -> str:
        if not values:
            return ""
        names = [f"#{node.get('id', '')}", *(f".{name}" for name in node.get("class", "").split()), str(node.tag)]
        return next((values[name] for name in names if name in values), "")


class _Places:
    """The elements of a page by what a selector asks for first: an id, a class or a tag."""

    def __init__(self, tree: HtmlElement, named: NamedElements) -> None:
        self._tree = tree
        self._named = named
        self._tagged: dict[str, list[HtmlElement]] = {}

    def __call__(self, key: tuple[str, str]) -> Iterable[HtmlElement]:
        kind, name = key
        if kind == ".":
            return self._named.of_class(name)
        if kind:
            return self._named.of_id(name)
        if name not in self._tagged:
            self._tagged[name] = list(self._tree.iter(etree.Element if name == "*" else name))
        return self._tagged[name]


def _is_alike(ink: str, grounds: list[Colour]) -> bool:
    known = colour(ink)
    return known is not None and any(alike(known, ground) for ground in grounds)


def _may_be(key: tuple[str, str], element: HtmlElement) -> bool:
    """Whether an element has what a selector asks for first."""
    kind, name = key
    if kind == ".":
        return name in (element.get("class") or "").split()
    return name == element.get("id") if kind else name in {"*", element.tag}


def _split(selectors: str) -> list[str]:
    """The selectors of a list, one by one where no bracket holds a comma."""
    if "(" in selectors or "[" in selectors:
        return [selectors]
    return selectors.split(",")


def _may_mean(part: str, names: frozenset[str]) -> bool:
    """Whether a selector can mean an element of a page with these classes and ids, in a window that nobody touches."""
    if "(" in part or "[" in part or "\\" in part:
        return True
    return names.issuperset(_NAME.findall(part)) and not ((":" in part or "@" in part) and _STATE.search(part))


@dataclass(slots=True)
class _Level:
    """A block that holds rules: of a condition, of a rule with rules in it, or the sheet itself.

    Attributes:
        around: the selectors that the declarations in it are for, "" for none.
        counts: whether what stands in it is read.
        own: its declarations.
    """

    around: str
    counts: bool = True
    own: list[str] = field(default_factory=list)

    def rule(self) -> Iterator[tuple[str, str]]:
        """The rule that its declarations make."""
        style = "".join(self.own).strip() if self.counts and self.around else ""
        if style:
            yield self.around, style

    def leaf(self, prelude: str, block: str) -> Iterator[tuple[str, str]]:
        """The rule that a block without blocks makes in it."""
        if not self.counts:
            return
        if not prelude.startswith("@"):
            yield (_within(prelude, self.around) if self.around else prelude), block
        elif self.around and _applies(prelude):
            yield self.around, block

    def inner(self, prelude: str, depth: int) -> "_Level":
        """The block that a prelude opens in it, `depth` levels below the sheet."""
        counts = self.counts and depth <= _DEPTH
        if prelude.startswith("@"):
            return _Level(self.around, counts and _applies(prelude))
        around = _within(prelude, self.around) if self.around else prelude
        return _Level(around, counts and bool(around))


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """The rules of a sheet as selectors and declarations, those within conditions and within other rules included."""
    css = _STRING.sub(_without_marks, _COMMENT.sub("", css))
    if "\\" in css:
        css = _ESCAPED_MARK.sub("_", css)
    end = max(css.rfind("{"), css.rfind("}")) + 1
    levels = [_Level("")]
    for match in _PIECE.finditer(css, 0, end):
        text, block = match.groups()
        level = levels[-1]
        if block is not None and ";" not in text:
            if level.around or "@" in text:
                yield from level.leaf(text.strip(), block)
            elif level.counts:
                yield text, block  # Nearly every rule is one of these.
            continue
        own, mark, prelude = text.rpartition(";")
        if block is None and css[match.end() - 1] == "}":
            level.own.append(text)
            if len(levels) > 1:
                yield from levels.pop().rule()
            continue
        level.own.append(own + mark)
        if block is None:
            levels.append(level.inner(prelude.strip(), len(levels)))
        else:
            yield from level.leaf(prelude.strip(), block)
    levels[-1].own.append(css[end:])
    for level in reversed(levels):
        yield from level.rule()


def _without_marks(string: re.Match[str]) -> str:
    """A string as it stands, or empty where it holds what would be taken for the end of a rule."""
    text = string.group()
    return "''" if "{" in text or "}" in text or ";" in text else text


def _within(prelude: str, around: str) -> str:
    """The selectors of a rule within another, as they would stand outside."""
    outer = f":is({around})"
    if len(outer) * (prelude.count("&") + prelude.count(",") + 1) > SELECTOR_CHARACTERS:
        return ""
    if "&" in prelude:
        return prelude.replace("&", outer)
    return ", ".join(f"{outer} {part.strip()}" for part in _split(prelude))


def _applies(prelude: str) -> bool:
    """Whether the block of an at-rule counts on a screen of ordinary width."""
    lower = " ".join(prelude.lower().split())
    if lower.startswith(_SKIPPED):
        return False
    if not lower.startswith(("@media", "@container")):
        return not lower.startswith("@supports not")
    _, _, conditions = lower.partition(" ")
    return any(_holds(condition.strip()) for condition in conditions.split(","))


def _holds(condition: str) -> bool:
    is_not = condition.startswith("not ")
    words = condition.removeprefix("not ").removeprefix("only ")
    holds = not re.match(r"(?:print|speech|tty|tv|projection|handheld|braille|embossed|aural)\b", words)
    for bound, number, unit in _FEATURE.findall(words):
        width = _pixels(number, unit)
        holds = holds and (width <= _WINDOW if bound == "min-" else width >= _WINDOW if bound else width == _WINDOW)
    for sign, number, unit in _RANGE.findall(words):
        width = _pixels(number, unit)
        holds = holds and (width <= _WINDOW if sign.startswith(">") else width >= _WINDOW)
    return (holds and not _UNUSUAL.search(words)) != is_not


def _pixels(number: str, unit: str) -> float:
    try:
        return float(number) * (_EM if unit in {"em", "rem"} else 1.0)
    except ValueError:
        return 0.0
