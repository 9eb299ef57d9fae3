"""When a page was published and last changed, by what it says in its head, its address and its text."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from htmldate import find_date
from lxml import etree
from lxml.html import HtmlElement

from bot.domain.metadata.json_ld import types_of
from bot.domain.metadata.written import content_of, first_date
from bot.domain.text.dates import is_date_line, iso_date

_URL_DATE = re.compile(r"/(20\d{2})/(\d{1,2})/(\d{1,2})(?:/|-|$)")
_PUBLISHED = re.compile(r"publish|pubdate", re.IGNORECASE)
_TAGS = (
    "article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dcterms.issued",
    "dcterms.created", "parsely-pub-date", "sailthru.date", "pubdate", "publish-date",
    "publish_date", "cxenseparse:recs:publishtime",
)  # fmt: skip
# Of these the page's own line beside its headline is better: many give the day of the last change or of the copy.
_VAGUE_TAGS = ("dcterms.date", "dc.date", "date")
_CHANGED_TAGS = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified")
_TIMES = 20
_ITEMS = etree.XPath("descendant::*[@itemprop='datePublished']")

# Lines below a headline, and above it, among which that of the date is looked for.
_BELOW, _ABOVE = 25, 10
# Headings among which the headline is, and letters of one that is.
_HEADINGS, _LETTERS = 12, 6
_UNREAD = frozenset({"script", "style", "option"})
_BLANKS = " \t\r\n"  # White space to XPath; an entity such as &nbsp; is a line of its own to both walks.
_BEFORE = etree.XPath(
    "preceding::text()[not(parent::script or parent::style or parent::option)][normalize-space()]"
    f"[position() <= {_ABOVE}]"
)

# Hours of a day in UTC before which it is still the day before somewhere west, and after which it is the next one east.
_WEST, _EAST = 12, 10


def published_date(
    tree: HtmlElement, *, story: dict[str, Any], graph: list[dict[str, Any]], tags: dict[str, list[str]], url: str
) -> str | None:
    """ISO 8601 date, or date-time where a time is given; None when the page gives none.

    Args:
        tree: the page.
        story: the JSON-LD node of the article.
        graph: all JSON-LD nodes.
        tags: meta tags by name.
        url: the page's address, "" for a file.
    """
    pages = (node.get("datePublished") for node in graph if "webpage" in types_of(node))
    told = first_date(story.get("datePublished"), story.get("dateCreated"), *pages) or next(
        (day for name in _TAGS if (day := first_date(*tags.get(name, ())))), None
    )
    if told is not None:
        return _local_day(told, tree)
    if (match := _URL_DATE.search(url)) and (day := iso_date("-".join(match.groups()))):
        return day
    vague = next((day for name in _VAGUE_TAGS if (day := first_date(*tags.get(name, ())))), None)
    if vague is not None:
        line = _line_at_headline(tree)
        return vague if line is None or line[:10] == vague[:10] else line
    return _shown_date(tree) or first_date(*tags.get("article:modified_time", ()))


def modified_date(*, story: dict[str, Any], tags: dict[str, list[str]], published: str | None) -> str | None:
    """When the page says it was last changed, where that is later than `published`."""
    told = first_date(story.get("dateModified")) or next(
        (day for name in _CHANGED_TAGS if (day := first_date(*tags.get(name, ())))), None
    )
    return told if told and published and told[:10] >= published[:10] and told != published else None


def _shown_date(tree: HtmlElement) -> str | None:
    """The date that stands on the page: a `<time>` marked for it, else htmldate's find, with the time of that day."""
    times = list(islice(tree.iter("time"), _TIMES))
    marked = [node for node in times if _PUBLISHED.search(_marks(node))]
    if told := first_date(*_written_in(marked)):
        return told
    if told := _line_at_headline(tree):
        return told
    if told := first_date(*(value for node in _ITEMS(tree) for value in (node.get("content"), node.get("datetime")))):
        return told
    dated = [day for value in _written_in(times) if (day := iso_date(value))]
    if len(times) == 1 and dated:
        return dated[0]
    found = find_date(tree, original_date=True, extensive_search=False)
    return next((day for day in dated if day[:10] == found), found) or next(iter(dated), None)


def _line_at_headline(tree: HtmlElement) -> str | None:
    """The date of the line nearest to the page's headline that is a date and hardly more; below it before above."""
    headings = list(islice(tree.iter("h1"), _HEADINGS))
    title = tree.findtext(".//title") or ""
    called = (
        node for node in headings if len(text := content_of(node)) >= _LETTERS and text in " ".join(title.split())
    )
    headline = next(called, headings[0] if headings else None)
    if headline is None:
        return None
    after = islice(_texts_after(headline), _BELOW)
    found = [(at, line) for lines in (after, _BEFORE(headline)[::-1]) for at, line in enumerate(lines)]
    near = (" ".join(line.split()) for _, line in sorted(found, key=lambda item: item[0]))
    return next((day for line in near if is_date_line(line) and (day := iso_date(line))), None)


def _texts_after(node: HtmlElement) -> Iterator[str]:
    """The runs of text behind an element, the nearest first; what is no text to browsers is left out."""
    # XPath's axis "following" would go through the whole page, of which only the first lines are asked for.
    while node is not None:
        yield from _worded(node.tail)
        for beside in node.itersiblings():
            if isinstance(beside.tag, str):
                yield from _texts_in(beside)
            yield from _worded(beside.tail)
        node = node.getparent()


def _texts_in(node: HtmlElement) -> Iterator[str]:
    for event, inner in etree.iterwalk(node, events=("start", "end", "comment", "pi")):
        if event == "start":
            yield from _worded(None if inner.tag in _UNREAD else inner.text)
        elif inner is not node:
            yield from _worded(inner.tail)


def _worded(text: str | None) -> tuple[str, ...]:
    return (text,) if text and text.strip(_BLANKS) else ()


def _written_in(times: list[HtmlElement]) -> list[str]:
    return [value for node in times for value in (node.get("datetime"), content_of(node)) if value]


def _local_day(told: str, tree: HtmlElement) -> str:
    """A moment told in UTC, as the day that the page shows where that is the day before or after."""
    if not told.endswith("+00:00"):
        return told
    moment = datetime.fromisoformat(told)
    if moment.hour >= _EAST and moment.hour < _WEST:
        return told
    line = _line_at_headline(tree)
    shown = line[:10] if line else find_date(tree, original_date=True, extensive_search=False)
    if shown is None or abs(date.fromisoformat(shown) - moment.date()) != timedelta(days=1):
        return told
    return shown if (date.fromisoformat(shown) > moment.date()) == (moment.hour >= _WEST) else told


def _marks(node: HtmlElement) -> str:
    return " ".join(node.get(name) or "" for name in ("class", "itemprop", "pubdate", "id"))
