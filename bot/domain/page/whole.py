"""Whether a page may hold more of its article than was read: by what it shows around it, and by its own count."""

from collections.abc import Sequence
from itertools import islice

from bot.domain.page.blocks import Block, Frame, letters
from bot.i18n.marking import to_say

FEWER = to_say("This page may hold more of the article than was read.")

# Share of the text that stands in the article's element, and of the words that the page counts, below which what was
# read may be a part. Of real pages read whole, one in a hundred has less.
_SHOWN, _COUNTED = 0.5, 0.6

# Elements around a text among which that of its caption is.
_CAPTION_LEVELS = 3

# Letters that a page must hold beyond what was read for the difference to be more than captions and credits.
_MORE = 300


def may_hold_more(blocks: Sequence[Block], paragraphs: Sequence[str], words: int, counted: int) -> bool:
    """Whether what was read is a small part of what the page shows of its article, or says it has.

    Args:
        blocks: of the page without hidden nodes.
        paragraphs: what was read of it.
        words: the words of these.
        counted: the words that the page itself says its article has; 0 where it says nothing.
    """
    if words < _COUNTED * counted:
        return True
    size = sum(map(letters, paragraphs))
    read = frozenset(paragraphs)
    if _in_captions(blocks) > max(size, _MORE):
        return True
    # Whatever the article's element, its prose that was left out, and all that the page says outside of links.
    left = sum(block.size for block in blocks if block.prose and _counts(block) and block.text not in read)
    amounts = (_shown(blocks, read), size + left, sum({b.text: b.size for b in blocks if _counts(b)}.values()))
    return any(size < _SHOWN * amount and amount - size >= _MORE for amount in amounts)


def _in_captions(blocks: Sequence[Block]) -> int:
    """Letters of prose that stand under pictures: of a gallery the captions are the story."""
    return sum(block.size for block in blocks if block.prose and _is_caption(block.frame))


def _is_caption(frame: Frame) -> bool:
    return any(outer.element.tag == "figcaption" for outer in islice(frame.around(), _CAPTION_LEVELS))


def _shown(blocks: Sequence[Block], read: frozenset[str]) -> int:
    """Letters of the different texts in the article's element that are neither links nor beside it."""
    frame = next((_article(block.frame) for block in blocks if block.prose and block.text in read), None)
    if frame is None:
        return sum({block.text: block.size for block in blocks if block.prose and _counts(block)}.values())
    inside = (block for block in blocks if _counts(block) and block.frame.is_within(frame))
    return sum({block.text: block.size for block in inside}.values())


def _article(frame: Frame) -> Frame | None:
    return next((outer for outer in frame.around() if outer.element.tag in {"article", "main"}), None)


def _counts(block: Block) -> bool:
    return not (block.link or block.beside or block.unwanted)
