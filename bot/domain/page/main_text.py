"""The main text of a page: what the library finds in it, put right and completed by the page's own main column.

1. The library's precise mode names paragraphs; each is looked up among the page's blocks, which are what is kept.
2. What stands in a box that is named for something else, sells something, or follows a clear column is left out.
3. Where the library's text and the main column are one text, the column's blocks that the library left out are put in.
4. The page's own `articleBody` lengthens the text where it is the same one and fuller. It never shortens it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lxml.html import HtmlElement

from bot.domain.metadata.metadata import Metadata
from bot.domain.page.blocks import Block, Frame, letters
from bot.domain.page.column import HEADINGS, Column, main_column
from bot.domain.page.files.clean import REPEATED_CHARACTERS, without_repeats
from bot.domain.page.library import library_text, library_text_of_all
from bot.domain.text.characters import FULL_STOPS, SENTENCE_ENDS

# Share of the shorter text's runs of four words that two texts must share to be one.
_AGREEMENT = 0.6

# How much more than the read text the body must hold to be used in its place, as a factor.
_FULLER = 1.15

# Letters of a text below which the library found little, and their share of the main column's.
_LITTLE, _HALF = 250, 0.5

# Share of a block's runs of four words that the library must have for the block to be found by it.
_FOUND = 0.6

# Share of the smaller one's letters that the library's text and the main column must share to be one text.
_AGREED = 0.6

# Letters of a linked sentence that is a paragraph rather than the title of another story: where the library took it,
# and where it did not.
_LINKED, _SENTENCE = 40, 60

# Letters of a headline that is known again in a longer line, those of the kicker or byline that may stand beside it,
# and those of a line that are looked at.
_HEADLINE, _KICKER, _BYLINE, _LINE = 15, 40, 25, 480

# Letters by which a description is known again, and the elements of a lead.
_DESCRIBED, _LEADS = 40, frozenset({"p", "div", "blockquote", "section", "header"})

# Share of the found prose that makes a place the text's, and of a list's items that makes the others text as well.
_MOST = 0.5

# Letters of a list's item that is text by itself.
_ITEM = 25

# Elements whose short texts after the last paragraph are of the text.
_LINES = frozenset({"li", "p", "dd"})

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\w+")  # A character of Chinese or Japanese counts as a word.


def main_text(tree: HtmlElement, blocks: list[Block], told: Metadata) -> list[str]:
    """The paragraphs of the main text.

    Args:
        tree: the page without hidden nodes; it is not changed.
        blocks: its blocks of text.
        told: the page's metadata, whose `title`, `updates`, `free` and `body` are used.
    """
    if told.updates:
        parts = [part for heading, text in told.updates for part in (heading, *_split_body(text)) if part]
        return without_repeats(parts)
    column = main_column(tree, blocks)
    found = library_text(tree, column.region)
    if sum(map(letters, found)) < max(_LITTLE, _HALF * column.size):
        found = max(found, library_text_of_all(tree), key=lambda texts: sum(map(letters, texts)))
    united = _united(found, blocks, column)
    united = [*_standfirst(blocks, united, told), *united]
    headline = _letters_of(told.title or "")
    read = [block.text for block in _without_copies(united) if not _repeats(block, headline)]
    return _lengthened(read, _split_body(told.body)) if told.free is not False else read


def _without_copies(blocks: list[Block]) -> Iterator[Block]:
    """The blocks without those that stood before in another box or in another form; a refrain stays."""
    first: dict[str, Block] = {}
    for block in blocks:
        known = first.setdefault("".join(block.text.lower().split()), block)
        is_copy = known.frame.above is not block.frame.above or _kind(known) != _kind(block)
        if known is block or not is_copy or len(block.text) < REPEATED_CHARACTERS:
            yield block


def _kind(block: Block) -> tuple[str, str | None]:
    return block.tag, block.frame.element.get("class")


@dataclass(frozen=True, slots=True)
class _Found:
    """Which of a page's blocks the library found.

    Attributes:
        taken: their numbers.
        first, last: those of the first and last paragraph among them.
        homes: the places of these paragraphs.
        between: the numbers of the blocks that are of the text because they stand within it.
        trusted: the places that hold most of what was found, whatever they are called.
        column: the page's main column.
        last_held: the number of its last block.
        is_of_one: whether the library's text and the column are one text.
    """

    taken: frozenset[int]
    first: int
    last: int
    homes: frozenset[int]
    between: frozenset[int]
    trusted: frozenset[int]
    column: Column
    last_held: int
    is_of_one: bool

    def keeps(self, at: int, block: Block) -> bool:
        """Whether a block is of the main text."""
        if block.unwanted and block.home not in self.trusted:
            return False
        if at in self.between:
            return True
        if at not in self.taken:
            return self.is_of_one and at in self.column.held
        if block.prose:
            return self._keeps_prose(at, block)
        if block.link:
            return block.size >= _LINKED and block.ended and block.home in self.homes and not block.beside
        return self.first < at < self.last or (at > self.first and block.tag in _LINES)

    def _keeps_prose(self, at: int, block: Block) -> bool:
        if block.home in self.trusted:
            return block.tag != "h1"
        follows = self.column.clear and at > self.last_held and not self.column.is_home_of(block)
        return block.tag != "h1" and not follows and not self.column.sells(block)


def _united(found: list[str], blocks: list[Block], column: Column) -> list[Block]:
    """The blocks that the library found, less what is surely no text, with the main column's that it left out."""
    taken = _taken(found, blocks)
    prose = [at for at in sorted(taken) if blocks[at].prose]
    if not prose:
        return [blocks[at] for at in sorted(column.held)]
    size = sum(blocks[at].size for at in taken)
    shared = sum(blocks[at].size for at in taken & column.held)
    judged = _Found(
        taken=taken,
        first=prose[0],
        last=prose[-1],
        homes=frozenset(blocks[at].home for at in prose),
        between=frozenset(_between(blocks, taken, prose)),
        trusted=frozenset(_trusted(blocks, prose)),
        column=column,
        last_held=max(column.held, default=len(blocks)),
        is_of_one=shared >= _AGREED * min(column.size, size) or size < _HALF * column.size,
    )
    kept = [at for at, block in enumerate(blocks) if judged.keeps(at, block) or _is_linked_sentence(at, blocks, judged)]
    while kept and blocks[kept[-1]].tag in HEADINGS:
        kept.pop()
    return [blocks[at] for at in kept]


def _taken(found: list[str], blocks: list[Block]) -> frozenset[int]:
    """The numbers of the blocks that stand in the library's text."""
    if not found:
        return frozenset()
    runs, lines = _runs(found), {*found, *map(_key, found)}
    return frozenset(at for at, block in enumerate(blocks) if _is_found(block, runs, lines))


def _trusted(blocks: list[Block], prose: list[int]) -> Iterator[int]:
    """The places that hold most of the prose that was found: no name says that a page's text is beside itself."""
    sizes: Counter[int] = Counter()
    for at in prose:
        sizes[blocks[at].home] += blocks[at].size
    return (home for home, size in sizes.items() if size > _MOST * sizes.total())


def _between(blocks: list[Block], taken: frozenset[int], prose: list[int]) -> Iterator[int]:
    """The blocks that are of the text by where they stand, whoever found them.

    These are the items of a list between two paragraphs of one place, and whole sentences and addresses to a reader
    right before the first one.
    """
    for before, after in pairwise([at for at in prose if blocks[at].tag != "li"]):
        if blocks[before].home == blocks[after].home:
            yield from _items(blocks, range(before + 1, after), blocks[before].home)
    for at in range(prose[0] - 1, -1, -1):
        block = blocks[at]
        if not (at in taken and block.tag == "p" and block.home == blocks[prose[0]].home) or block.link:
            break
        if block.text.endswith((*SENTENCE_ENDS, ",")):
            yield at


def _items(blocks: list[Block], stretch: range, home: int) -> Iterator[int]:
    """The items of the lists in a stretch of a place that are text: long ones, and short ones in a list of these."""
    lists: dict[Frame, list[int]] = {}
    for at in stretch:
        block, above = blocks[at], blocks[at].frame.above
        if block.tag == "li" and above is not None and above.home == home and not (block.link or block.unwanted):
            lists.setdefault(above, []).append(at)
    for items in lists.values():
        long = [at for at in items if blocks[at].size >= _ITEM]
        yield from items if len(long) > _MOST * len(items) else long


def _is_linked_sentence(at: int, blocks: list[Block], judged: _Found) -> bool:
    """Whether a block is a sentence that is a link from end to end, between two paragraphs of the column."""
    block = blocks[at]
    if not (
        block.link and block.ended and block.tag == "p" and block.size >= _SENTENCE and judged.first < at < judged.last
    ):
        return False
    beside = (blocks[at - 1], blocks[at + 1])
    return not block.beside and all(other.prose and other.home == block.home for other in beside)


def _standfirst(blocks: list[Block], united: list[Block], told: Metadata) -> list[Block]:
    """The sentences between the headline and the first paragraph that was read: a lead set apart from the column.

    Where they stand beside the article by their names, only one that the page gives as its description is of the text.
    """
    first = next((block for block in united if block.prose), None)
    end = next((at for at, block in enumerate(blocks) if block is first), 0)
    headline = _last_headline(blocks[:end], told.title)
    if headline is None:
        return []
    begun = _letters_of(told.description or "")[:_DESCRIBED]
    known = {id(block) for block in united}
    return [block for block in blocks[headline + 1 : end] if id(block) not in known and _is_lead(block, begun)]


def _last_headline(blocks: list[Block], title: str | None) -> int | None:
    """The number of the last block that is the page's headline, by its tag or its words; None where there is none."""
    tagged = [at for at, block in enumerate(blocks) if block.tag == "h1"]
    headline = _letters_of(title or "")
    repeated = {at for at, block in enumerate(blocks) if _repeats(block, headline)}
    # A heading of a part may well begin with the headline's words.
    both = [at for at in tagged if at in repeated]
    return max(both or [*tagged, *repeated], default=None)


def _is_lead(block: Block, begun: str) -> bool:
    """Whether a sentence is of the text: where it stands beside the article, only if the page's description has it."""
    if not (block.prose and block.ended and block.tag in _LEADS):
        return False
    is_beside = block.beside or block.unwanted
    return not is_beside or (len(begun) == _DESCRIBED and _letters_of(block.text).startswith(begun))


def _is_found(block: Block, runs: set[tuple[str, ...]], lines: set[str]) -> bool:
    if block.link and not block.ended:
        return False
    if block.text in lines or _key(block.text) in lines:
        return True
    own = _runs([block.text]) if block.text.count(" ") or not block.text.isascii() else ()
    return bool(own) and len(runs.intersection(own)) >= _FOUND * len(own)


def _repeats(block: Block, headline: str) -> bool:
    """Whether a block is the headline once more, perhaps with a kicker before it or the writer's name behind.

    Args:
        block: of the page.
        headline: the letters and digits of the page's headline.
    """
    if not _HEADLINE <= len(headline) <= len(block.text) or block.text.endswith(FULL_STOPS):
        return False
    own = _letters_of(block.text)
    return len(own) <= len(headline) + (_KICKER if block.tag in HEADINGS else _BYLINE) and headline in own


def _lengthened(read: list[str], body: list[str]) -> list[str]:
    """The page's own account of its text where that is the same text and fuller, else the read text."""
    if not body:
        return read
    runs, own = _runs(body), _runs(read)
    if len(own & runs) < _AGREEMENT * min(len(own), len(runs)):
        return read
    return without_repeats(body) if _count(body) > _FULLER * _count(read) else read


def _split_body(body: str) -> list[str]:
    return [line.strip() for line in body.split("\n") if line.strip()]


def _key(text: str) -> str:
    return "".join(text.split())


def _letters_of(text: str) -> str:
    return "".join(filter(str.isalnum, text[:_LINE].lower()))


def _runs(paragraphs: Sequence[str]) -> set[tuple[str, ...]]:
    """The runs of four words within paragraphs, lower case."""
    found: set[tuple[str, ...]] = set()
    for paragraph in paragraphs:
        words = _WORD.findall(paragraph.lower())
        found.update(zip(words, words[1:], words[2:], words[3:], strict=False))
    return found


def _count(paragraphs: Sequence[str]) -> int:
    return sum(len(_WORD.findall(paragraph)) for paragraph in paragraphs)
