"""A page's main column: the blocks of the place that holds most of its prose."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from bot.domain.page.blocks import Block, Frame
from bot.domain.text.characters import SENTENCE_ENDS

# Letters and paragraphs of a main column, and its share of the prose that is not beside it, that leave no doubt.
_CLEAR_LETTERS, _CLEAR_PARAGRAPHS, _CLEAR = 300, 3, 0.85

# Letters of a list's item that is text, of a line before the first paragraph, and of a heading at the most.
_ITEM_LETTERS, _LINE, _HEADING = 40, 25, 120

# Share of the column that prose outside of its place must have to be its continuation.
_CONTINUED = 0.4

# Elements around the column among which the page's article is looked for.
_REGION_LEVELS = 5

# Share of the page's prose that a box which sells something holds at the most.
_OFFER = 0.4

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NUMBERED = re.compile(r"\d{1,3}[.):]\s")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a page's main column stands.

    Attributes:
        home: the place of its paragraphs.
        around: the innermost element around them all.
        size: their letters.
        offers: the page's elements that hold a form or a button.
        small: letters of prose up to which a box within it is a small one.
    """

    home: int
    around: Frame
    size: int
    offers: set[HtmlElement]
    small: float


@dataclass(frozen=True, slots=True)
class Column:
    """A page's main column; one without blocks where the page has no prose.

    Attributes:
        held: the numbers of its blocks among the page's.
        size: their letters.
        clear: whether it is long and holds nearly all prose that is not beside it.
        place: where it stands.
    """

    held: frozenset[int] = frozenset()
    size: int = 0
    clear: bool = False
    place: _Place | None = None

    @property
    def region(self) -> HtmlElement | None:
        """The element in which all of the article stands where the column leaves no doubt; else None."""
        if self.place is None or not self.clear:
            return None
        frames = list(islice(self.place.around.around(), _REGION_LEVELS))
        marked = next((frame for frame in frames if frame.element.tag in {"article", "main"}), None)
        frame = marked or frames[min(1, len(frames) - 1)]
        return None if frame.element.tag in {"html", "body"} else frame.element

    def sells(self, block: Block) -> bool:
        """Whether a block stands in a box of its own within the column that has a form or a button."""
        return self.place is not None and _is_offer(block.frame, self.place)

    def is_home_of(self, block: Block) -> bool:
        """Whether a block stands where the column's paragraphs do, as far as there is a column."""
        return self.place is None or block.home == self.place.home


def main_column(tree: HtmlElement, blocks: list[Block]) -> Column:
    """The main column of a page, from its first paragraph to its last, with the standfirst before it."""
    sizes = _sizes(blocks)
    if not sizes:
        return Column()
    home, size = sizes.most_common(1)[0]
    places = [at for at, block in enumerate(blocks) if _is_text(block) and block.home == home]
    small = _OFFER * sum(block.size for block in blocks if block.prose)
    place = _Place(home, _common([blocks[at].frame for at in places]), size, _offers(tree), small)
    held = _held(blocks, places, place)
    size = sum(blocks[at].size for at in held)
    is_clear = size >= _CLEAR_LETTERS and size >= _CLEAR * sizes.total() and len(held) >= _CLEAR_PARAGRAPHS
    return Column(frozenset(held), size, is_clear, place)


def _held(blocks: list[Block], places: list[int], place: _Place) -> list[int]:
    """The numbers of the column's blocks: those that open the page, then from its first paragraph to its last."""
    first = _run(blocks, places[0], -1, place)
    last = _run(blocks, places[-1], 1, place)
    opening = [at for at, block in enumerate(blocks[:first]) if block.opening and _is_text(block)]
    within = range(first, last + 1)
    return opening + [at for at in within if _stays(blocks[at], place, blocks[at + 1 : min(at + 2, last + 1)])]


def _sizes(blocks: list[Block]) -> Counter[int]:
    """The letters of prose in each place of a page, what stands beside an article left out."""
    sizes: Counter[int] = Counter()
    for block in blocks:
        if _is_text(block):
            sizes[block.home] += block.size
    return sizes


def _run(blocks: list[Block], edge: int, step: int, place: _Place) -> int:
    """The edge of a column less what its neighbours add: prose right beside it is of it, however the page wrapped it.

    Prose outside of what holds the column (a legal line, an author's biography) is of it where it comes before, as a
    lead set apart, or where there is much.
    """
    taken, at = edge, edge + step
    outside, outmost = 0, edge
    near = place.around if step > 0 else place.around.above or place.around
    while 0 <= at < len(blocks) and not blocks[at].beside and not blocks[at].link:
        block = blocks[at]
        if not (block.prose or _is_line(block, place)):
            break
        if not outside and block.frame.is_within(near) and (step < 0 or block.home == place.home):
            taken = at
        else:
            outside, outmost = outside + block.size, at
        at += step
    return outmost if outside >= _CONTINUED * place.size else taken


def _is_line(block: Block, place: _Place) -> bool:
    """Whether a paragraph that is too short for prose is a sentence of the column's place."""
    ends = block.tag == "p" and block.text.endswith(SENTENCE_ENDS)
    return ends and block.home == place.home and block.size >= _LINE


def _common(frames: list[Frame]) -> Frame:
    """The innermost element around all of them: of a single one, the one around it."""
    common = frames[0].above or frames[0]
    for frame in frames[1:]:
        while not frame.is_within(common):
            common = common.above or common
    return common


def _is_text(block: Block) -> bool:
    return block.prose and not (block.beside or block.unwanted)


def _stays(block: Block, place: _Place, after: list[Block]) -> bool:
    """Whether a block within the main column is of the text: its prose, its short paragraphs, items and headings."""
    if block.beside or block.unwanted or block.link:
        return False
    if block.prose:
        return block.home == place.home or not _is_offer(block.frame, place)
    if block.tag in HEADINGS:
        return bool(_NUMBERED.match(block.text)) or _heads(block, place.home, after)
    if block.tag == "li":
        return block.size >= _ITEM_LETTERS
    is_paragraph = block.tag in {"p", "div"}
    return is_paragraph and block.home == place.home and block.text.endswith(SENTENCE_ENDS)


def _heads(block: Block, home: int, after: list[Block]) -> bool:
    """Whether a heading is one between two paragraphs of the column rather than of a box in it."""
    return block.home == home and block.size <= _HEADING and bool(after) and after[0].prose and after[0].home == home


def _is_offer(frame: Frame, place: _Place) -> bool:
    """Whether a paragraph stands in a small box within the column that sells something: it has a form or a button."""
    for outer in frame.around():
        if place.around.is_within(outer) or outer.size > place.small:
            return False
        if outer.element in place.offers:
            return True
    return False


def _offers(tree: HtmlElement) -> set[HtmlElement]:
    found: set[HtmlElement] = set()
    for node in tree.iter("form", "button"):
        for outer in node.iterancestors():
            if outer in found:
                break
            found.add(outer)
    return found
