"""The rules of a page's own style sheets that bear on whether text is seen. Outside sheets are not fetched."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from bot.domain.page.visibility.declarations import WHITE, Colour, alike, colour, hidden_by
from bot.domain.page.visibility.selectors import Budget, Selector, Wrapped, compiled
from config.limits import SELECTOR_CHARACTERS, SHEETS_CHARACTERS, SHEETS_RULES

# Elements within one that are looked at for a size of their own.
_WITHIN = 300

# Levels of blocks within blocks that are looked into.
_DEPTH = 6

# Width in pixels of the window that conditions are held against.
_WINDOW = 1280.0

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_TOKEN = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"?|'(?:[^'\\\n]|\\.)*'?|\\.|[{};]", re.DOTALL)
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
    """

    def __init__(self, tree: HtmlElement) -> None:
        self._tree = tree
        self._inks: dict[str, str] = {}
        self._grounds: dict[str, str] = {}
        self._known: set[str] = set()
        self._hiding: list[_Rule] = []
        self._showing: defaultdict[str, list[_Rule]] = defaultdict(list)
        self._count = 0
        self._budget = Budget()
        left = SHEETS_CHARACTERS
        texts = []
        for node in tree.iter("style"):
            text = (node.text or "")[:left]
            left -= len(text)
            if text and _applies(f"@media {node.get('media') or 'all'}"):
                texts.append(text)
        if not texts:
            return
        names = {name for value in tree.xpath("//@class | //@id") for name in value.split()}
        for order, (selectors, style) in enumerate(_rules(_COMMENT.sub("", "\n".join(texts)), "", _DEPTH)):
            self._take(_Rule(selectors, style, order), names)

    def _take(self, rule: _Rule, names: set[str]) -> None:
        """Keep what of a rule can mean an element of the page."""
        # Most rules of a sheet mean nothing on this page: to see that is quicker than to read what they declare.
        parts = [part for part in _split(rule.selectors) if _may_mean(part, names)]
        if not parts:
            return
        style = _STRING.sub("''", rule.style) if "\\" in rule.style else rule.style
        is_hiding = bool(_HIDING.search(style))
        found = _COLOURS.findall(style)
        if found:
            self._colour(",".join(parts), found)
        if not is_hiding and not any(pattern.search(style) for pattern in _SHOWING.values()):
            return
        self._count += 1
        if self._count > SHEETS_RULES:
            return
        kept = _Rule(", ".join(parts), style, rule.order)
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
        places = _Places(self._tree)
        try:
            for rule in self._hiding:
                why = hidden_by(rule.style)
                for selector in compiled(rule.selectors):
                    for element in places(selector.key):
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

    def inked(self) -> Iterator[HtmlElement]:
        """The elements that such a rule may give a text colour near that of a page or of a ground that a rule gives."""
        grounds = [WHITE, *filter(None, map(colour, set(self._grounds.values())))]
        is_known = not self._tree.xpath("boolean(//*[@bgcolor or contains(@style, 'ackground')])")
        near = [name for name, ink in self._inks.items() if not is_known or _is_alike(ink, grounds)]
        if near:
            places = _Places(self._tree)
            for name in near:
                key = (name[0], name[1:]) if name[0] in ".#" else ("", name.lower())
                yield from places(key)

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

    def __init__(self, tree: HtmlElement) -> None:
        self._tree = tree
        self._named: defaultdict[tuple[str, str], list[HtmlElement]] = defaultdict(list)
        for element in tree.xpath("//*[@class]"):
            for name in set(element.get("class").split()):
                self._named[".", name].append(element)
        for element in tree.xpath("//*[@id]"):
            self._named["#", element.get("id")].append(element)

    def __call__(self, key: tuple[str, str]) -> list[HtmlElement]:
        if key[0]:
            return self._named.get(key, [])
        if key not in self._named:
            self._named[key] = list(self._tree.iter() if key[1] == "*" else self._tree.iter(key[1]))
            self._named[key] = [element for element in self._named[key] if isinstance(element.tag, str)]
        return self._named[key]


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


def _may_mean(part: str, names: set[str]) -> bool:
    """Whether a selector can mean an element of a page with these classes and ids, in a window that nobody touches."""
    if "(" in part or "[" in part or "\\" in part:
        return True
    return names.issuperset(_NAME.findall(part)) and not _STATE.search(part)


def _rules(css: str, around: str, depth: int) -> Iterator[tuple[str, str]]:
    """The rules of a sheet as selectors and declarations, those within conditions and within other rules included.

    Args:
        css: the sheet or the inside of a block, without comments.
        around: the selectors of the rule around it, "" for none.
        depth: levels of blocks that may still follow.
    """
    own: list[str] = []
    at = level = begin = 0
    prelude = ""
    for match in _TOKEN.finditer(css):
        mark = match.group()
        if mark == "{":
            if not level:
                prelude, begin = css[at : match.start()].strip(), match.end()
            level += 1
        elif mark == "}" and level:
            level -= 1
            if not level:
                at = match.end()
                yield from _inner(prelude, css[begin : match.start()], around, depth)
        elif mark in ";}" and not level:
            own.append(css[at : match.end()])
            at = match.end()
    if level:
        yield from _inner(prelude, css[begin:], around, depth)
    else:
        own.append(css[at:])
    style = "".join(own).strip()
    if around and style:
        yield around, style


def _inner(prelude: str, block: str, around: str, depth: int) -> Iterator[tuple[str, str]]:
    """The rules that a block with its prelude stands for."""
    if prelude.startswith("@"):
        if depth and _applies(prelude):
            yield from _rules(block, around, depth - 1)
        return
    selectors = _within(prelude, around) if around else prelude
    if "{" not in block:
        yield selectors, block
    elif depth:
        yield from _rules(block, selectors, depth - 1)


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
