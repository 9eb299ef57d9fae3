"""How long a page says that its article is: by the words that it counts, or the minutes that reading takes."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from lxml.html import HtmlElement

from bot.domain.page.blocks import Block
from bot.domain.text.wording import any_of, phrases

# Words of an article for each minute at the very least: sites count 150 to 300 a minute, and more minutes for pictures
# and films; some print the same number on every page. One or two minutes say nothing, as any beginning of one counts.
_A_MINUTE, _FEW_MINUTES = 25, 2

# Letters of a line that says how long reading takes, and of the value of a card for other sites.
_LINE = 60

_WORDS = re.compile(r"\"wordCount\"\s{0,9}:\s{0,9}\"?(\d{1,6})(?!\d)", re.ASCII)
_REQUIRED = re.compile(r"\"timeRequired\"\s{0,9}:\s{0,9}\"PT(\d{1,3})M", re.ASCII)
_LABEL = re.compile(r"twitter:label(\d)", re.IGNORECASE)


def counted_words(tree: HtmlElement) -> int:
    """The words that a page's data give its article; 0 where they give none, or several numbers of several articles.

    Args:
        tree: the page whose scripts are still there.
    """
    data = [node.text or "" for node in tree.iter("script") if "ld+json" in (node.get("type") or "")]
    words = {int(number) for text in data for number in _WORDS.findall(text)}
    if words:
        return words.pop() if len(words) == 1 else 0
    required = {int(number) for text in data for number in _REQUIRED.findall(text)}
    return _words_of(required or set(_told_to_others(tree)))


def shown_words(blocks: Sequence[Block]) -> int:
    """The words that a page says are read in some minutes; 0 where no line says it, or several differ, as on cards."""
    found = {minutes for block in blocks if len(block.text) <= _LINE and (minutes := _minutes(block.text))}
    return _words_of(found)


def _words_of(minutes: set[int]) -> int:
    only = minutes.pop() if len(minutes) == 1 else 0
    return _A_MINUTE * only if only > _FEW_MINUTES else 0


def _told_to_others(tree: HtmlElement) -> Iterator[int]:
    """The minutes that the page's card for other sites gives under a label about reading."""
    told = {(node.get("name") or "").lower(): (node.get("content") or "")[:_LINE] for node in tree.iter("meta")}
    for name, label in told.items():
        match = _LABEL.fullmatch(name)
        if match and (minutes := _minutes(f"{label} {told.get(f'twitter:data{match.group(1)}', '')}")):
            yield minutes


def _minutes(line: str) -> int:
    """The minutes that a line says reading takes; 0 where it says nothing of it."""
    # Most lines have no number of minutes, which is told in a fraction of the time.
    match = _takes().search(line) if _counts().search(line) else None
    return int(match.group(1) or match.group(2)) if match else 0


@cache
def _counts() -> re.Pattern[str]:
    return re.compile(rf"\d[\s-]?{any_of(phrases('length', 'minutes'))}", re.IGNORECASE)


@cache
def _takes() -> re.Pattern[str]:
    reading, unit = any_of(phrases("length", "reading")), any_of(phrases("length", "minutes"))
    before = rf"{reading}[^\w]{{0,4}}(?:[^\W\d]{{2,12}}\.?[^\w]{{1,3}})?(\d{{1,3}})[\s-]?{unit}"
    after = rf"(?<![\d.,:])(\d{{1,3}})[\s-]?{unit}[.\s]{{0,2}}{reading}"
    return re.compile(f"{before}|{after}", re.IGNORECASE)
