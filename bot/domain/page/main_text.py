"""The main text of a page: its main column where that is clear, else trafilatura's fast mode held against the column.

Either is checked against the page's own `articleBody`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

from bot.domain.metadata.metadata import Metadata
from bot.domain.page.blocks import Block, Frame, letters
from bot.domain.text.characters import SENTENCE_ENDS

# Words of an articleBody below which it is a teaser.
_BODY_WORDS = 60

# Shares of runs of four words: of the body's that must stand in the page or of the read text's that must stand in
# the body for both to be about one thing; of a paragraph's that must stand in the body for it to belong.
_AGREEMENT, _BELONGS = 0.6, 0.3

# How much more than the read text the body must hold to be used in its place, as a factor.
_FULLER = 1.15

# Share of the read text's characters that must be blocks of the page, else it was glued; and the least that the
# page's main column must hold of it to stand in its place.
_MATCHED, _COLUMN = 0.7, 0.4

# Share of the read text's blocks that a long main column must hold for the rest to be taken for something beside it.
_AGREED = 0.6

# Characters and paragraphs of a main column, and its share of the prose that is not beside it, that leave no doubt.
_CLEAR_CHARACTERS, _CLEAR_PARAGRAPHS, _CLEAR = 300, 3, 0.85

# Letters of a list's item that is text, of a line before the first paragraph, and of a heading at the most.
_ITEM_CHARACTERS, _LINE, _HEADING = 40, 25, 120

# Share of the column that prose outside of its place must have to be its continuation.
_CONTINUED = 0.4

# Blocks before and after the read text in which what it left out is looked for.
_NEAR = 12

# Elements whose short texts are menus, figures and buttons more often than paragraphs.
_LOOSE_TAGS = frozenset({"td", "th", "div", "caption", "center", "section", "span"})
_HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_NUMBERED = re.compile(r"\d{1,3}[.):]\s")
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\w+")  # A character of Chinese or Japanese counts as a word.
_BLOCKS = frozenset({"p", "item", "quote", "cell", "ab", "code"})


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a page's main column stands.

    Attributes:
        home: the place of its paragraphs.
        around: the innermost element around them all.
        size: their letters.
        offers: the page's elements that hold a form or a button.
    """

    home: int
    around: Frame
    size: int
    offers: set[HtmlElement]


def main_text(tree: HtmlElement, blocks: list[Block], told: Metadata) -> list[str]:
    """The paragraphs of the main text.

    Args:
        tree: the page without hidden nodes; it is not changed.
        blocks: its blocks of text.
        told: the page's metadata, whose `updates` and `body` are used.
    """
    if told.updates:
        return [part for heading, text in told.updates for part in (heading, *_split_body(text)) if part]
    column = _column(tree, blocks)
    if _is_clear(column, blocks):
        read = [block.text for block in column]
    else:
        read = _completed(_trafilatura(tree), blocks, column)
    body = _split_body(told.body)
    if sum(map(_count, body)) < _BODY_WORDS:
        return read
    return _checked(read, body, is_free=told.free is not False)


def _trafilatura(tree: HtmlElement) -> list[str]:
    document = bare_extraction(tree, fast=True, include_comments=False, include_tables=True, with_metadata=False)
    if not isinstance(document, Document) or document.body is None:
        return []
    return list(_paragraphs(document.body))


def _column(tree: HtmlElement, blocks: list[Block]) -> list[Block]:
    """The blocks of the place that holds most of the page's prose, from its first paragraph to its last."""
    sizes: Counter[int] = Counter()
    for block in blocks:
        if _is_text(block):
            sizes[block.home] += block.size
    if not sizes:
        return []
    home, size = sizes.most_common(1)[0]
    places = [at for at, block in enumerate(blocks) if _is_text(block) and block.home == home]
    place = _Place(home, _common([blocks[at].frame for at in places]), size, _offers(tree))
    first = _run(blocks, places[0], -1, place)
    last = _run(blocks, places[-1], 1, place)
    opening = [block for block in blocks[:first] if block.opening and _is_text(block)]
    within = blocks[first : last + 1]
    return opening + [block for at, block in enumerate(within) if _stays(block, place, within[at + 1 : at + 2])]


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
        is_line = (
            block.tag == "p" and block.home == place.home and block.size >= _LINE and block.text.endswith(SENTENCE_ENDS)
        )
        if not (block.prose or is_line):
            break
        if not outside and block.frame.is_within(near) and (step < 0 or block.home == place.home):
            taken = at
        else:
            outside, outmost = outside + block.size, at
        at += step
    return outmost if outside >= _CONTINUED * place.size else taken


def _common(frames: list[Frame]) -> Frame:
    """The innermost element around all of them: of a single one, the one around it."""
    common = frames[0].above or frames[0]
    for frame in frames[1:]:
        while not frame.is_within(common):
            common = common.above or common
    return common


def _is_text(block: Block) -> bool:
    return block.prose and not block.beside


def _stays(block: Block, place: _Place, after: list[Block]) -> bool:
    """Whether a block within the main column is of the text: its prose, its short paragraphs, items and headings."""
    if block.beside or block.link:
        return False
    if block.prose:
        return block.home == place.home or not _is_offer(block.frame, place)
    if block.tag in _HEADING_TAGS:
        return bool(_NUMBERED.match(block.text)) or _heads(block, place.home, after)
    if block.tag == "li":
        return block.size >= _ITEM_CHARACTERS
    is_paragraph = block.tag in {"p", "div"}
    return is_paragraph and block.home == place.home and block.text.endswith(SENTENCE_ENDS)


def _heads(block: Block, home: int, after: list[Block]) -> bool:
    """Whether a heading is one between two paragraphs of the column rather than of a box in it."""
    return block.home == home and block.size <= _HEADING and bool(after) and after[0].prose and after[0].home == home


def _is_offer(frame: Frame, place: _Place) -> bool:
    """Whether a paragraph in a box of its own within the column sells something: the box has a form or a button."""
    for outer in frame.around():
        if place.around.is_within(outer):
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


def _is_clear(column: list[Block], blocks: list[Block]) -> bool:
    """Whether the page's main column leaves no doubt: it is long and holds nearly all prose that is not beside it."""
    size = sum(block.size for block in column)
    prose = sum(block.size for block in blocks if _is_text(block))
    return size >= _CLEAR_CHARACTERS and size >= _CLEAR * prose and len(column) >= _CLEAR_PARAGRAPHS


def _completed(read: list[str], blocks: list[Block], column: list[Block]) -> list[str]:
    """What trafilatura read, held against the page's own blocks: glued lines are parted, what it left out is back.

    It takes one section of several, leaves standfirsts out, and pours pages of unnamed boxes into one line.
    """
    known = {_key(block.text): block.size for block in blocks}
    chosen = {key for text in read if (key := _key(text)) in known}
    size = sum(map(letters, read))
    held = sum(block.size for block in column)
    texts = [block.text for block in column]
    if not size or sum(known[key] for key in chosen) < _MATCHED * size:
        return texts if held >= _COLUMN * size else read
    agreed = sum(block.size for block in column if _key(block.text) in chosen)
    prose = sum(block.size for block in blocks if _is_text(block) and _key(block.text) in chosen)
    if held >= _CLEAR_CHARACTERS and agreed >= _AGREED * prose:
        return texts
    homes = {block.home for block in blocks if _is_text(block) and _key(block.text) in chosen}
    places = [at for at, block in enumerate(blocks) if block.prose and _key(block.text) in chosen] or [0]
    kept = []
    for at, block in enumerate(blocks):
        if _key(block.text) in chosen:
            belongs = block.prose or (block.tag not in _LOOSE_TAGS and not block.link)
        else:
            near = places[0] - _NEAR <= at <= places[-1] + _NEAR
            belongs = block.prose and near and (block.home in homes or (block.opening and at < places[0]))
        if block.tag in _HEADING_TAGS:
            belongs = bool(_NUMBERED.match(block.text))
        if belongs and not block.beside:
            kept.append(block.text)
    return kept


def _key(text: str) -> str:
    return "".join(text.split())


def _paragraphs(body: _Element) -> Iterator[str]:
    """The paragraphs of trafilatura's tree: its innermost blocks; of headings only the numbered ones."""
    for node in body.iter("p", "item", "quote", "cell", "ab", "code", "head"):
        text = _inline(node)
        if node.tag == "head":
            if _NUMBERED.match(text.strip()):
                yield text.strip()
            continue
        yield from _lines(text)


def _inline(node: _Element) -> str:
    """The text of a block without that of the blocks within, line breaks kept."""
    parts = [node.text or ""]
    for child in node:
        if child.tag == "lb":
            parts.append("\n")
        elif child.tag not in _BLOCKS and child.tag not in {"head", "list", "table", "row"}:
            parts.append(_inline(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _lines(text: str) -> Iterator[str]:
    """The paragraphs within a block: a break after a whole sentence, or an empty line, ends one."""
    begun: list[str] = []
    for raw in text.split("\n"):
        line = raw.strip()
        if line:
            begun.append(line)
        if begun and (not line or line.endswith(SENTENCE_ENDS)):
            yield " ".join(begun)
            begun = []
    if begun:
        yield " ".join(begun)


def _split_body(body: str) -> list[str]:
    return [line.strip() for line in body.split("\n") if line.strip()]


def _checked(read: list[str], body: list[str], *, is_free: bool) -> list[str]:
    """The read text held against the page's own account of it: debris goes, and the fuller one is taken."""
    grams = _grams(body)
    read_grams = _grams(read)
    agreeing = len(read_grams & grams) >= _AGREEMENT * min(len(read_grams), len(grams))
    if not agreeing:
        return read
    belonging = [paragraph for paragraph in read if _belongs(paragraph, grams)]
    if sum(map(_count, body)) > _FULLER * sum(map(_count, belonging)) and is_free:
        return body
    return belonging if len(_grams(belonging)) >= _AGREEMENT * len(grams) else read


def _belongs(paragraph: str, grams: set[tuple[str, ...]]) -> bool:
    own = _grams([paragraph])
    return not own or len(own & grams) >= _BELONGS * len(own)


def _grams(paragraphs: Sequence[str]) -> set[tuple[str, ...]]:
    """The runs of four words within paragraphs, lower case."""
    found: set[tuple[str, ...]] = set()
    for paragraph in paragraphs:
        words = [word.lower() for word in _WORD.findall(paragraph)]
        found.update(zip(words, words[1:], words[2:], words[3:], strict=False))
    return found


def _count(paragraph: str) -> int:
    return len(_WORD.findall(paragraph))
