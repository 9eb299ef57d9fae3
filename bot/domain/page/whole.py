"""Whether a page may hold more of its article than was read: by what it shows around it, and by its own count."""

import unicodedata
from collections.abc import Sequence
from itertools import islice

from bot.domain.page.blocks import Block, Frame, is_figures, letters
from bot.i18n.marking import to_say

FEWER = to_say("This page may hold more of the article than was read.")

# Shares below which what was read may be a part: of the text that stands in the article's element and of all outside of
# links, of the prose, and of the words that the page counts. Of real pages read whole, one in fifty has less.
_SHOWN, _LEFT, _COUNTED = 0.6, 0.5, 0.6

# Elements around a text among which that of its caption is.
_CAPTION_LEVELS = 3

# Letters of a piece of a text by which it is known again, how many times as many there are between the beginnings of
# two pieces, and the share of them that tells.
_PIECE, _STEP, _MOST = 40, 5, 0.5

# Lines that were left out between the headline and the last paragraph that make a page one of lines, such as a recipe's
# ingredients or an event's times: how many at least, how many times as many as were read, and their letters as a share
# of those that were read.
_LINES, _TIMES, _LINED = 8, 2, 0.2

# Letters that a page must hold beyond what was read for the difference to be more than captions and credits.
_MORE = 300


def may_hold_more(blocks: Sequence[Block], paragraphs: Sequence[str], words: int, counted: int) -> bool:
    """Whether what was read is a small part of what the page shows of its article, or says it has.

    Args:
        blocks: of the page without hidden nodes.
        paragraphs: what was read of it.
        words: the words of these.
        counted: the words that the page itself says its article has, or gives as its body; 0 where it says nothing.
    """
    if words < _COUNTED * counted:
        return True
    size = sum(map(letters, paragraphs))
    if _in_captions(blocks) > max(size, _MORE):
        return True
    known = _read_prose(blocks, paragraphs)
    if _is_of_lines(blocks, paragraphs, known):
        return True
    left = sum(block.size for at, block in enumerate(blocks) if block.prose and at not in known and _counts(block))
    said = sum({block.text: block.size for block in blocks if _counts(block)}.values())
    amounts = ((_SHOWN, _shown(blocks, known)), (_LEFT, size + left), (_SHOWN, said))
    return any(size < share * amount and amount - size >= _MORE for share, amount in amounts)


def hides_more(hidden: Sequence[str], paragraphs: Sequence[str]) -> bool:
    """Whether more of an article is hidden than was read of it; a copy of what was read, as for machines, is not more.

    Args:
        hidden: the runs of prose that the page hides within its article.
        paragraphs: what was read of it.
    """
    if not hidden:
        return False
    read = _known(paragraphs)
    return sum(letters(text) for text in hidden if not _is_in(text, read)) > sum(map(letters, paragraphs))


def _read_prose(blocks: Sequence[Block], paragraphs: Sequence[str]) -> set[int]:
    """The numbers of the blocks of prose that were read."""
    read, lines = _known(paragraphs), frozenset(paragraphs)
    prose = ((at, block.text) for at, block in enumerate(blocks) if block.prose)
    return {at for at, text in prose if text in lines or _is_in(text, read)}


def _known(paragraphs: Sequence[str]) -> str:
    return "".join(map(_key, paragraphs))


def _is_in(text: str, read: str) -> bool:
    """Whether a text was read, by most of some pieces of it: what begins or ends it may have been cleaned away."""
    key = _key(text)
    pieces = [key[at : at + _PIECE] for at in range(0, max(1, len(key) - _PIECE), _PIECE * _STEP)]
    return sum(piece in read for piece in pieces) > _MOST * len(pieces)


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", text)))


def _in_captions(blocks: Sequence[Block]) -> int:
    """Letters of prose that stand under pictures: of a gallery the captions are the story."""
    return sum(block.size for block in blocks if block.prose and _is_caption(block.frame))


def _is_caption(frame: Frame) -> bool:
    return any(outer.element.tag == "figcaption" for outer in islice(frame.around(), _CAPTION_LEVELS))


def _is_of_lines(blocks: Sequence[Block], paragraphs: Sequence[str], known: set[int]) -> bool:
    """Whether most lines of an article are too short to be told from labels and were left out.

    Args:
        blocks: the page's.
        paragraphs: what was read.
        known: the numbers of the blocks of prose that were read.
    """
    if not known:
        return False
    first = min(known)
    begun = max((at for at in range(first) if blocks[at].tag == "h1"), default=first)
    stretch = range(begun + 1, max(known) + 1)
    others = [at for at in stretch if at not in known]
    if len(others) < _LINES:
        return False
    lines = set(map(_key, paragraphs))
    left = [at for at in others if blocks[at].prose or _key(blocks[at].text) not in lines]
    counted = [blocks[at].size for at in left if _counts(blocks[at])]
    return len(counted) >= max(_LINES, _TIMES * (len(stretch) - len(left))) and sum(counted) >= _LINED * sum(
        map(letters, paragraphs)
    )


def _shown(blocks: Sequence[Block], known: set[int]) -> int:
    """Letters of the different texts in the article's element that are neither links nor beside it."""
    frame = _article(blocks[min(known)].frame) if known else None
    if frame is None:
        return sum({block.text: block.size for block in blocks if block.prose and _counts(block)}.values())
    inside = (block for block in blocks if _counts(block) and block.frame.is_within(frame))
    return sum({block.text: block.size for block in inside}.values())


def _article(frame: Frame) -> Frame | None:
    return next((outer for outer in frame.around() if outer.element.tag in {"article", "main"}), None)


def _counts(block: Block) -> bool:
    return not (block.link or block.beside or block.unwanted or is_figures(block.text))
