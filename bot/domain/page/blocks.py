"""A page's blocks of text in reading order, each with where it stands: what the main text is held against."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from bot.domain.page.box_names import BESIDE_SHARE, is_opening, judged
from bot.domain.text.characters import SENTENCE_ENDS

# Elements that begin a block of their own; all others are part of the block around them.
_BLOCK_TAGS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip

# Elements beside an article, and those that are all of a page.
_BESIDE_TAGS = frozenset({"nav", "footer", "figcaption", "caption", "form", "button", "menu"})
_WHOLE_TAGS = frozenset({"body", "main"})

# Share of the page's prose up to which a box is a small one.
_SMALL_SHARE = 0.25

# Characters of prose, and the share of its characters that may be links.
_PROSE_WORDS, _PROSE_CHARACTERS, _LINKED = 9, 60, 0.5

# Teasers: how many of one place stand right behind a headline link, their share of that place, a headline's characters.
_TEASERS, _TEASER_SHARE, _HEADLINE = 2, 0.6, (15, 200)

# Words with a digit, and their share of a line's words, that make it a row of figures: prices, results, a timetable.
_FIGURES, _FIGURE_SHARE = 8, 0.5

# Letters that one character of Chinese, Japanese or Korean stands for.
_WIDE, _WIDE_LETTERS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"), 3

# What a server prints into its pages when one of its programs fails.
_SERVER_ERROR = re.compile(
    r"(?:PHP )?(?:Warning|Notice|Deprecated|Strict Standards|Fatal error|Parse error): .{1,900} on line \d+$"
)

_CELLS = frozenset({"td", "th"})
_DIGITS = re.compile(r"\d")

# Letters of a line from which a break within a sentence is one of the page's layout.
_WRAPPED = 40

# A line break among the texts of a run; told from others by its identity.
_BREAK = ("\n", False)


@dataclass(slots=True, eq=False)
class Frame:
    """An element that begins a block, and where it stands.

    Attributes:
        element: the element.
        above: the frame around this one; None for the page.
        depth: how many frames are around it.
        home: names the place that it stands in: equal for the paragraphs of one column, however they are wrapped.
        most: the share of the page's prose up to which the element is beside an article by its name; 0 for none.
        size: letters of prose within.
        unwanted: whether it is named for something else than an article.
        inside: the home of the frames within; 0 until it is asked for.
    """

    element: HtmlElement
    above: "Frame | None"
    depth: int
    home: int
    most: float
    size: int = 0
    unwanted: bool = False
    inside: int = 0

    def around(self) -> Iterator["Frame"]:
        """This frame and those around it, the innermost first."""
        frame: Frame | None = self
        while frame is not None:
            yield frame
            frame = frame.above

    def is_within(self, outer: "Frame") -> bool:
        """Whether `outer` is this frame or one around it."""
        frame: Frame | None = self
        while frame is not None and frame.depth > outer.depth:
            frame = frame.above
        return frame is outer


class Block(NamedTuple):
    """A run of text without a block within. Pages have thousands: a tuple of names is made in a third of the time.

    Attributes:
        text: one line, single spaces.
        size: its letters, a character of Chinese or Japanese counted as three.
        tag: of the element that it stands in.
        frame: the element and where it stands.
        prose: whether it is as long as a sentence and no link.
        link: whether most of it is a link.
        ended: whether it ends as a sentence does.
        beside: whether it stands in something beside the article.
        opening: whether it is prose and its element is named a standfirst.
        unwanted: whether it stands in a small box named for something else than an article.
    """

    text: str
    size: int
    tag: str
    frame: Frame
    prose: bool
    link: bool
    ended: bool
    beside: bool
    opening: bool
    unwanted: bool

    @property
    def home(self) -> int:
        """Names the place that the block stands in."""
        return self.frame.home


class _Raw(NamedTuple):
    text: str
    size: int
    is_prose: bool
    is_link: bool
    is_ended: bool
    frame: Frame

    @property
    def is_headline(self) -> bool:
        return self.is_link and _HEADLINE[0] <= len(self.text) <= _HEADLINE[1]


def page_blocks(tree: HtmlElement) -> list[Block]:
    """The blocks of a page without hidden nodes, in order. Linear in the page's size."""
    raws = list(_raws(tree))
    total = 0
    for raw in raws:
        if raw.is_prose:
            total += raw.size
            for frame in raw.frame.around():
                frame.size += raw.size
    teasers = _teaser_homes(raws, BESIDE_SHARE * total)
    beside: dict[Frame, bool] = {}
    unwanted: dict[Frame, bool] = {}
    return [
        Block(
            text=raw.text,
            size=raw.size,
            tag=str(raw.frame.element.tag),
            frame=raw.frame,
            prose=raw.is_prose,
            link=raw.is_link,
            ended=raw.is_ended,
            beside=raw.frame.home in teasers or _is_beside(raw.frame, total, beside),
            opening=raw.is_prose and is_opening(raw.frame.element.get("class", "")),
            unwanted=_is_in_unwanted(raw.frame, _SMALL_SHARE * total, unwanted),
        )
        for raw in raws
    ]


def _teaser_homes(raws: list[_Raw], most: float) -> set[int]:
    """The places whose paragraphs stand behind headline links of their own: cards of other stories."""
    sizes: Counter[int] = Counter()
    counts: Counter[int] = Counter()
    behind: Counter[int] = Counter()
    for before, raw in zip([None, *raws], raws, strict=False):
        if raw.is_prose:
            sizes[raw.frame.home] += raw.size
            counts[raw.frame.home] += 1
            behind[raw.frame.home] += before is not None and before.is_headline
    return {
        home
        for home, count in behind.items()
        if count >= max(_TEASERS, _TEASER_SHARE * counts[home]) and sizes[home] <= most
    }


def _is_beside(frame: Frame, total: int, known: dict[Frame, bool]) -> bool:
    """Whether a frame or one around it is beside the article by its name, and small enough to be."""
    passed: list[Frame] = []
    verdict = False
    for outer in frame.around():
        if outer in known:
            verdict = known[outer]
            break
        passed.append(outer)
        if outer.most and outer.size <= outer.most * total:
            verdict = True
            break
    known.update(dict.fromkeys(passed, verdict))
    return verdict


def _is_in_unwanted(frame: Frame, most: float, known: dict[Frame, bool]) -> bool:
    """Whether a frame or one around it is unwanted and small."""
    if frame not in known:
        above = frame.above
        is_own = frame.unwanted and frame.size <= most
        known[frame] = is_own or (above is not None and _is_in_unwanted(above, most, known))
    return known[frame]


# Complexity 17 by radon: one walk over the page, whose state would have to be handed from function to function.
def _raws(tree: HtmlElement) -> Iterator[_Raw]:
    homes = _Homes()
    frames = [Frame(tree, None, 0, 0, 0.0)]
    parts: list[tuple[str, bool]] = []  # Texts, each with whether it is a link's.
    anchors = 0
    inline: dict[HtmlElement, bool] = {}
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag
        is_block = tag in _BLOCK_TAGS or ("-" in tag and not _is_inline(element, inline))
        if is_block:
            if parts:
                yield from _lines(parts, frames[-1])
                parts = []
        elif tag == "br" and event == "start":
            parts.append(_BREAK)
        if event == "start":
            anchors += tag == "a"
            if is_block and element is not tree:
                frames.append(_framed(element, frames[-1], homes))
            text = element.text
        else:
            anchors -= tag == "a"
            if is_block and element is not tree:
                frames.pop()
            text = element.tail if element is not tree else None
        if text and (parts or not text.isspace()):
            parts.append((text, anchors > 0))


def _is_inline(element: HtmlElement, known: dict[HtmlElement, bool]) -> bool:
    """Whether an element of the page's own making stands within a line: the one around it has text of its own."""
    above = element.getparent()
    if above is None:
        return False
    if above not in known:
        own = [above.text, *(child.tail for child in above)]
        known[above] = any(text and not text.isspace() for text in own)
    return known[above]


def _lines(parts: list[tuple[str, bool]], frame: Frame) -> Iterable[_Raw]:
    """The lines of a run of text: two breaks part them, and one does where a sentence has ended or a line was short."""
    if _BREAK in parts:
        return _broken(parts, frame)
    raw = _raw(parts, frame)
    return () if raw is None else (raw,)


def _broken(parts: list[tuple[str, bool]], frame: Frame) -> Iterator[_Raw]:
    lines: list[list[tuple[str, bool]]] = [[]]
    for part in parts:
        if part is _BREAK:
            lines.append([])
        else:
            lines[-1].append(part)
    begun: list[tuple[str, bool]] = []
    for line in lines:
        text = "".join([text for text, _ in line]).strip()
        before = "".join([text for text, _ in begun]).strip()
        is_open = len(before) >= _WRAPPED or text[:1].islower() or before.endswith(",")
        runs_on = text and is_open and not before.endswith(SENTENCE_ENDS)
        if begun and not runs_on:
            if raw := _raw(begun, frame):
                yield raw
            begun = []
        if text:
            begun += [(" ", False), *line]
    if raw := _raw(begun, frame):
        yield raw


class _Homes:
    """Numbers for places: by an element's class, else by its id, else by its tag within the place around it."""

    def __init__(self) -> None:
        self._numbers: dict[object, int] = {}

    def of(self, frame: Frame) -> int:
        """The place that the children of a frame stand in."""
        if not frame.inside:
            frame.inside = self._number(frame)
        return frame.inside

    def _number(self, frame: Frame) -> int:
        element = frame.element
        if names := element.get("class"):
            key: object = (element.tag, names)
        elif (name := element.get("id")) and not _DIGITS.search(name):
            key = (element.tag, "#", name)
        elif element.tag in _CELLS:
            key = frame  # A cell without a name is a place of its own.
        else:
            key = (element.tag, frame.home)
        return self._numbers.setdefault(key, len(self._numbers) + 1)


def _framed(element: HtmlElement, above: Frame, homes: _Homes) -> Frame:
    tag, get = element.tag, element.get
    most, unwanted = 0.0, False
    if tag not in _WHOLE_TAGS:
        for names in (get("class"), get("id"), get("aria-label")):
            if names:
                share, is_unwanted = judged(names)
                most, unwanted = max(most, share), unwanted or is_unwanted
        if tag in _BESIDE_TAGS:
            most = BESIDE_SHARE
    return Frame(element, above, above.depth + 1, homes.of(above), most, 0, unwanted)


def _raw(parts: list[tuple[str, bool]], frame: Frame) -> _Raw | None:
    text = " ".join("".join([text for text, _ in parts]).split())
    if not text or (" on line " in text and _SERVER_ERROR.match(text)):
        return None
    size = letters(text)
    linked = sum([len(" ".join(part.split())) for part, is_linked in parts if is_linked])
    is_link = linked > _LINKED * len(text)
    is_long = size >= _PROSE_CHARACTERS or text.count(" ") >= _PROSE_WORDS - 1
    is_prose = is_long and not is_link and not is_figures(text)
    return _Raw(text, size, is_prose, is_link, text.endswith(SENTENCE_ENDS), frame)


def is_figures(text: str) -> bool:
    """Whether a line is a row of figures with their names, such as a stock ticker's, and no sentence."""
    if text.endswith(SENTENCE_ENDS) or len(_DIGITS.findall(text)) < _FIGURES:
        return False
    words = text.split()
    figures = sum(_DIGITS.search(word) is not None for word in words)
    return figures >= max(_FIGURES, _FIGURE_SHARE * len(words))


def letters(text: str) -> int:
    """The letters of a text, white space included, a character of Chinese, Japanese or Korean counted as three."""
    if text.isascii():
        return len(text)
    return len(text) + (_WIDE_LETTERS - 1) * len(_WIDE.findall(text))
