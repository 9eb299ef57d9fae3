"""Lines to paragraphs: text that was wrapped by hand or by a mail program is told from one paragraph a line."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.domain.text.characters import SENTENCE_ENDS
from bot.domain.text.dates import is_date_line
from config.limits import PAGE_CHARACTERS

_BLANK = re.compile(r"\n\n+")
_HAN = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_ITEM = re.compile(r"^(?:[-–—•*·▪‣>]|\d{1,2}[.)])\s")

# A column of wrapped text is between these many characters wide; longer lines are paragraphs, shorter ones verse.
_NARROWEST, _WIDEST = 28, 140

# Share of the line breaks that must fall where the next word would not have fitted.
_WRAPPED_SHARE = 0.75

# Share of such lines that may end a sentence: more do only where each line is a paragraph.
_ENDED_SHARE = 0.4


def split_paragraphs(text: str) -> list[str]:
    """The paragraphs of `text` (as `characters.visible` gives it), each on one line without outer space. Linear time.

    An empty line ends a paragraph. A single line break within is a space where the text was wrapped, or where a
    sentence runs on; else it ends a paragraph too.
    """
    text = re.sub(r" ?\n ?", "\n", text).strip()
    blocks = [block.split("\n") for block in _BLANK.split(text)]
    width = _column(blocks)
    found: list[list[str]] = []
    for block in blocks:
        for paragraph in _joined(block, width):
            if found and _runs_on(found[-1][-1], paragraph):
                found[-1].append(paragraph)
            elif paragraph:
                found.append([paragraph])
    return [_glue(parts) for parts in found]


def _column(blocks: list[list[str]]) -> int | None:
    """The width in characters that the text was wrapped at, None when it was not wrapped."""
    pairs = [(line, block[at + 1]) for block in blocks for at, line in enumerate(block[:-1])]
    if not pairs:
        return None
    lengths = sorted(len(line) for block in blocks for line in block)
    width = lengths[int(len(lengths) * 0.95)]  # A long address or a table's row may stick out.
    if not _NARROWEST <= width <= _WIDEST:
        return None
    full = [line for line, after in pairs if len(line) + 1 + len(after.partition(" ")[0]) > width * 0.95]
    ended = sum(line.endswith(SENTENCE_ENDS) for line in full)
    return width if len(full) >= _WRAPPED_SHARE * len(pairs) and ended <= _ENDED_SHARE * len(full) else None


def _joined(lines: list[str], width: int | None) -> Iterator[str]:
    """The paragraphs within a block of lines."""
    begun: list[str] = []
    for at, line in enumerate(lines):
        begun.append(line)
        after = lines[at + 1] if at + 1 < len(lines) else ""
        if width is None or not after or _closes(line, after, width):
            yield _glue(begun)
            begun = []


def _closes(line: str, after: str, width: int) -> bool:
    """Whether a line of wrapped text is the last of its paragraph: a sentence ends there well before the margin."""
    fits = len(line) + 1 + len(after.partition(" ")[0]) <= width * 0.95
    return (fits and line.endswith(SENTENCE_ENDS)) or bool(_ITEM.match(after))


def _runs_on(before: str, after: str) -> bool:
    """Whether a stray break cut a sentence: it has not ended, and what follows begins in lower case.

    Two short lines may be of a list or of verse; a short one and a long one are not.
    """
    is_long = len(before) >= _NARROWEST or (" " in before and len(after) >= _NARROWEST)
    return (
        is_long
        and not before.endswith(SENTENCE_ENDS)
        and after[:1].islower()
        and not _ITEM.match(after)
        and not is_date_line(before)
    )


def _glue(lines: list[str]) -> str:
    """Lines as one: with a space, but none between Chinese or Japanese characters or after a hyphen within a word."""
    if len(lines) == 1:
        return lines[0]
    parts = [lines[0]]
    for before, after in pairwise(lines):
        han = _HAN.match(before[-1:]) and _HAN.match(after[:1])
        hyphen = before[-1:] == "-" and before[-2:-1].isalpha() and after[:1].isalpha()
        parts += ["" if han or hyphen else " ", after]
    return "".join(parts)


def bounded(paragraphs: list[str]) -> tuple[list[str], bool]:
    """The paragraphs up to `PAGE_CHARACTERS`, and whether these are all; a first one that is longer is cut."""
    size = 0
    for at, paragraph in enumerate(paragraphs):
        size += len(paragraph) + 2
        if size > PAGE_CHARACTERS:
            return paragraphs[:at] or [paragraph[:PAGE_CHARACTERS].rstrip()], False
    return paragraphs, True
