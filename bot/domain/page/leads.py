"""Where a page leads its readers on: to another address of the same article, to its next page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from bot.domain.metadata.named import NamedElements
from config import limits

_REFRESH = re.compile(r"^\s*(\d{1,4})(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"'\s]+)", re.IGNORECASE)
# A page's number in an address: "?page=2", "/seite/2", "/story/2", "story-2.html", "story,2.html".
_NUMBER = re.compile(
    r"(?P<query>[?&](?:page|seite|pagina|pag|pg|p|s|start)=([1-9]\d?)(?=&|$))"
    r"|(?P<path>/(?:(?:page|seite|pagina|p|s)[/_-]?)?([1-9]\d?)/?(?=\?|$))"
    r"|(?P<name>[-_,]([1-9]\d?)(?=\.\w{3,5}(?:\?|$)))",
    re.IGNORECASE,
)
# "Page 1 of 3" in the languages of news: any word, a number, a word or a stroke, a larger number.
_OF = re.compile(r"(?:^|\s)(\d{1,2})\s?(?:/|\w{2,4}\s|／)\s?(\d{1,2})(?:$|\s)")
_PAGERS = ("pagination", "pager", "paging", "page-numbers", "pagenumbers", "seitennavigation")
_PAGER = re.compile("|".join(_PAGERS), re.IGNORECASE)
_PAGER_CHARACTERS = 60


@dataclass(frozen=True, slots=True)
class Leads:
    """Where a page leads on. Addresses are absolute where the page's own is known.

    Attributes:
        moved: where it sends every browser within seconds.
        next_page: the next page of the same article.
        pages: of how many pages it says it is one; 0 where it says nothing.
        other_version: the same article for phones (AMP) or for printing.
    """

    moved: str | None = None
    next_page: str | None = None
    pages: int = 0
    other_version: str | None = None


def leads_of(tree: HtmlElement, named: NamedElements, url: str) -> Leads:
    """Where a parsed page leads on.

    Args:
        tree: the page, its nodes all still there.
        named: its elements by class and id.
        url: its address; "" for a file.
    """
    return Leads(
        _moved(tree, url),
        _next_page(tree, url),
        _pages(tree) if named.holds(*_PAGERS) else 0,
        _other_version(tree, url),
    )


def _moved(tree: HtmlElement, url: str) -> str | None:
    for node in tree.iter("meta"):
        if (node.get("http-equiv") or "").strip().lower() != "refresh":
            continue
        if any(above.tag == "noscript" for above in node.iterancestors()):
            continue
        match = _REFRESH.match(node.get("content") or "")
        if match and int(match.group(1)) <= limits.REFRESH_FOLLOWED_SECONDS:
            return _other(url, match.group(2))
    return None


def _next_page(tree: HtmlElement, url: str) -> str | None:
    for link in _links(tree, "next"):
        target = _other(url, link)
        if target and _number(target) > 1 and (not url or _without_number(target) == _without_number(url)):
            return target
    return None


def _pages(tree: HtmlElement) -> int:
    """Of how many pages this is the first, by a pager's words."""
    for node in tree.iter("nav", "div", "ul", "ol", "span", "p"):
        if not _is_pager(_names(node)) or not _leads_on(node):
            continue
        said = " ".join(" ".join(node.itertext()).split())[:_PAGER_CHARACTERS]
        if (match := _OF.search(said)) and int(match.group(1)) == 1 < int(match.group(2)):
            return int(match.group(2))
    return 0


def _leads_on(pager: HtmlElement) -> bool:
    """Whether a pager may be an article's: one outside of it whose links lead to no page with a number turns a list."""
    around = list(pager.iterancestors())
    whole = next((above for above in reversed(around) if above.tag != "body" and _is_pager(_names(above))), pager)
    links = [node.get("href") or "" for node in whole.iter("a")]
    is_inside = any(above.tag == "article" for above in around)
    return is_inside or not links or any(_number(link.partition("#")[0]) > 1 for link in links)


def _names(node: HtmlElement) -> str:
    return f"{node.get('class') or ''} {node.get('id') or ''}"


@lru_cache(maxsize=limits.NAMES_KEPT)
def _is_pager(names: str) -> bool:
    return _PAGER.search(names) is not None


def _other_version(tree: HtmlElement, url: str) -> str | None:
    if not url:
        return None
    amp = next(iter(_links(tree, "amphtml")), None)
    if amp and (target := _other(url, amp)):
        return target
    for node in tree.iter("link", "a"):
        printed = "print" in (node.get("media") or "").lower().split(",") and "alternate" in (node.get("rel") or "")
        if printed and (target := _other(url, node.get("href") or "")):
            return target
    return None


def _links(tree: HtmlElement, rel: str) -> Iterator[str]:
    for node in tree.iter("link", "a"):
        if rel in (node.get("rel") or "").lower().split() and node.get("href"):
            yield node.get("href")


def _other(url: str, link: str) -> str | None:
    """The absolute address of a link, None where it is the page's own or no address of the web."""
    try:
        target = urljoin(url, link.strip()).partition("#")[0]
        parts = urlsplit(target)
    except ValueError:
        return None
    if url and (parts.scheme not in {"http", "https"} or not parts.hostname or target == url.partition("#")[0]):
        return None
    return target or None


def _number(address: str) -> int:
    matches = list(_NUMBER.finditer(address))
    return int(next(group for group in matches[-1].groups() if group and group.isdigit())) if matches else 1


def _without_number(address: str) -> str:
    """An address without its page's number, its scheme and its closing stroke."""
    return _NUMBER.sub("", address).partition("://")[2].rstrip("/")
