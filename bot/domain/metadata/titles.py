"""The headline of a page: of what it calls itself, the part that it shows as its headline."""

import re

from lxml.html import HtmlElement

from bot.domain.metadata.written import content_of

TITLE_SPLIT = re.compile(r"\s+[|–—·•»›:-]\s+")

# Headings of a page that are looked at, and letters of one that can be a headline.
_HEADINGS, _LETTERS = 12, 6

# Words of a heading that is a headline rather than the site's name, where a page's title holds both.
_WORDS = 4


def shown_title(tree: HtmlElement, told: str | None) -> str | None:
    """The headline of a page.

    Args:
        tree: the page.
        told: the title that it tells machines; None when it tells none.

    What a page tells often has the site's or the section's name around the headline ("News - Harbour closes | Herald").
    A heading that stands within it between such marks is the headline. A page that tells nothing has its `<title>`.
    """
    headings = [text for node in _first(tree) if len(text := content_of(node)) >= _LETTERS and not _leads_home(node)]
    if told is None:
        return _untold(tree, headings)
    parts = TITLE_SPLIT.split(told)
    if len(parts) == 1:
        return told
    joins = {_letters(" ".join(parts[a:b])) for a in range(len(parts)) for b in range(a + 1, len(parts) + 1)}
    return next((text for text in headings if _letters(text) in joins), told)


def _untold(tree: HtmlElement, headings: list[str]) -> str | None:
    """The headline of a page that tells none: a heading within its `<title>`, the first of several words before others.

    Without one, the `<title>`, and without that the first heading.
    """
    title = " ".join((tree.findtext(".//title") or "").split())[:400]
    inside = [text for text in headings if _letters(text) and _letters(text) in _letters(title)]
    long = (text for text in inside if len(text.split()) >= _WORDS)
    return next(long, max(inside, key=len, default=None)) or title or next(iter(headings), None)


def without_site(title: str | None, site: str | None) -> str | None:
    """A title without the site's name at its end ("Harbour closes | The Herald")."""
    if not title or not site:
        return title
    parts = TITLE_SPLIT.split(title)
    short = _letters(site)
    while len(parts) > 1:
        last = _letters(parts[-1])
        if not last or (last not in short and short not in last):
            break
        title = title[: title.rindex(parts[-1])].rstrip(" |–—·•»›:-\t\n")
        parts.pop()
    return title


def _first(tree: HtmlElement) -> list[HtmlElement]:
    found: list[HtmlElement] = []
    for tag in ("h1", "h2"):
        for node in tree.iter(tag):
            found.append(node)
            if len(found) >= _HEADINGS:
                return found
    return found


def _leads_home(node: HtmlElement) -> bool:
    """Whether a heading is a link to the site's first page, as its name is."""
    link = next(node.iter("a"), None)
    path = re.sub(r"^(?:https?:)?//[^/]*", "", (link.get("href") or "x").strip()) if link is not None else "x"
    return link is not None and path in {"", "/"} and content_of(link) == content_of(node)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))
