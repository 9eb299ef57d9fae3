"""The main text of a page: its main column where that is clear, else trafilatura's fast mode held against the column.

Either is checked against the page's own `articleBody`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

from bot.domain.blocks import Block
from bot.domain.characters import SENTENCE_ENDS
from bot.domain.metadata import Metadata

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

# Characters and paragraphs of a main column, and its share of the prose that is not beside it, that leave no doubt.
_CLEAR_CHARACTERS, _CLEAR_PARAGRAPHS, _CLEAR = 600, 3, 0.85

# Characters of a list's item that is text.
_ITEM_CHARACTERS = 40

# Blocks before and after the read text in which what it left out is looked for.
_NEAR = 12

# Elements whose short texts are menus, figures and buttons more often than paragraphs.
_LOOSE_TAGS = frozenset({"td", "th", "div", "caption", "center", "section", "span"})
_HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_NUMBERED = re.compile(r"\d{1,3}[.):]\s")
_WORD = re.compile(r"\w+")
_BLOCKS = frozenset({"p", "item", "quote", "cell", "ab", "code"})


def main_text(tree: HtmlElement, blocks: list[Block], told: Metadata) -> list[str]:
    """The paragraphs of the main text.

    Args:
        tree: the page without hidden nodes; it is not changed.
        blocks: its blocks of text.
        told: the page's metadata, whose `updates` and `body` are used.
    """
    if told.updates:
        return [part for heading, text in told.updates for part in (heading, *_split_body(text)) if part]
    read = _column(blocks)
    if not _is_clear(read, blocks):
        read = _completed(_trafilatura(tree), blocks, read)
    body = _split_body(told.body)
    if sum(map(_count, body)) < _BODY_WORDS:
        return read
    return _checked(read, body, is_free=told.free is not False)


def _trafilatura(tree: HtmlElement) -> list[str]:
    document = bare_extraction(tree, fast=True, include_comments=False, include_tables=True, with_metadata=False)
    if not isinstance(document, Document) or document.body is None:
        return []
    return list(_paragraphs(document.body))


def _column(blocks: list[Block]) -> list[str]:
    """The text of the place that holds most of the page's prose, from its first paragraph to its last."""
    sizes: Counter[str] = Counter()
    for block in blocks:
        if _is_text(block):
            sizes[block.home] += len(block.text)
    if not sizes:
        return []
    home = sizes.most_common(1)[0][0]
    places = [at for at, block in enumerate(blocks) if _is_text(block) and block.home == home]
    first, last = places[0], places[-1]
    # Paragraphs right beside the column are of it, however the page wrapped them.
    while first > 0 and _is_text(blocks[first - 1]):
        first -= 1
    while last + 1 < len(blocks) and _is_text(blocks[last + 1]):
        last += 1
    opening = [block.text for block in blocks[:first] if block.opening and _is_text(block)]
    within = blocks[first : last + 1]
    return opening + [block.text for block in within if _stays(block, block.prose or _is_short(block, home))]


def _is_text(block: Block) -> bool:
    return block.prose and not block.beside


def _is_short(block: Block, home: str) -> bool:
    """Whether a block of the main column is a paragraph although it is short, such as “No,” she said."""
    is_listed = block.tag == "li" and len(block.text) >= _ITEM_CHARACTERS
    return is_listed or (block.home == home and block.tag == "p" and block.text.endswith(SENTENCE_ENDS))


def _stays(block: Block, belongs: bool) -> bool:
    """Whether a block that belongs to the text is kept: not beside it, and of headings only those with a number."""
    heading = block.tag in _HEADING_TAGS
    return (bool(_NUMBERED.match(block.text)) if heading else belongs) and not block.beside


def _is_clear(column: list[str], blocks: list[Block]) -> bool:
    """Whether the page's main column leaves no doubt: it is long and holds nearly all prose that is not beside it."""
    size = sum(map(len, column))
    prose = sum(len(block.text) for block in blocks if _is_text(block))
    return size >= _CLEAR_CHARACTERS and size >= _CLEAR * prose and len(column) >= _CLEAR_PARAGRAPHS


def _completed(read: list[str], blocks: list[Block], column: list[str]) -> list[str]:
    """What trafilatura read, held against the page's own blocks: glued lines are parted, what it left out is back.

    It takes one section of several, leaves standfirsts out, and pours pages of unnamed boxes into one line.
    """
    known = {_key(block.text) for block in blocks}
    chosen = {key for text in read if (key := _key(text)) in known}
    words = sum(map(len, read))
    if not words or sum(len(text) for text in read if _key(text) in known) < _MATCHED * words:
        return column if sum(map(len, column)) >= _COLUMN * words else read
    homes = {block.home for block in blocks if _is_text(block) and _key(block.text) in chosen}
    places = [at for at, block in enumerate(blocks) if block.prose and _key(block.text) in chosen] or [0]
    kept = []
    for at, block in enumerate(blocks):
        if _key(block.text) in chosen:
            belongs = block.prose or block.tag not in _LOOSE_TAGS
        else:
            near = places[0] - _NEAR <= at <= places[-1] + _NEAR
            belongs = block.prose and near and (block.home in homes or (block.opening and at < places[0]))
        if _stays(block, belongs):
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
