"""The address under which a page says it wants to be known, as far as that can be its own."""

import re
from urllib.parse import parse_qsl, urljoin, urlsplit

from lxml.html import HtmlElement

from bot.domain.text.hosts import bare_host

# The last part of an article's address: a number as editorial systems count, or words with strokes between.
_OWN = re.compile(r"\d{5}|[^-_]+(?:[-_][^-_]+){2}")

# What stands behind an article's address in those of its other versions and pages.
_VERSION = re.compile(r"amp|print|full|all|single|mobile|m|index|page|seite|pagina|p|s|\d{1,3}|", re.IGNORECASE)

# Names by which a query says which article is meant.
_KEYS = re.compile(r"\w{0,12}(?:id|nr|no|num)|p|a|article|artikel|articulo|story|news|item|node", re.IGNORECASE)


def canonical_address(tree: HtmlElement, tags: dict[str, list[str]], url: str) -> str | None:
    """The canonical URL where it is of the same site as the page and can be its own; else the page's, None for a file.

    A site that names one address on all of its pages, its home page or a section, would make one article of them all.
    """
    links = [node.get("href") for node in tree.iter("link") if "canonical" in (node.get("rel") or "").lower().split()]
    for link in [*links, *tags.get("og:url", ())]:
        candidate = _joined(url, link or "")
        if candidate and (not url or (same_site(candidate, url) and _is_plausible(candidate, url))):
            return candidate
    return url or None


def _joined(url: str, link: str) -> str | None:
    try:
        joined = urljoin(url, link.strip())
        parts = urlsplit(joined)
    except ValueError:
        return None
    return joined.partition("#")[0] if parts.scheme in {"http", "https"} and parts.hostname else None


def _is_plausible(candidate: str, url: str) -> bool:
    """Whether an address can be that of one page alone, rather than that of a place above it or of a program."""
    own, other = urlsplit(url), urlsplit(candidate)
    inner, outer = own.path.strip("/").split("/"), other.path.strip("/").split("/")
    if outer == [""]:
        return inner == [""] and (bool(other.query) or not _names_article(own.query))
    if other.query or _OWN.search(_stem(outer[-1])):
        return True
    if inner == outer:
        return not _names_article(own.query)
    if len(outer) >= len(inner) or outer[-1] == inner[-1]:
        return True
    behind = inner[len(outer) :]
    return inner[: len(outer)] == outer and all(_VERSION.fullmatch(_stem(part)) for part in behind)


def _stem(part: str) -> str:
    return part.partition(".")[0]


def _names_article(query: str) -> bool:
    return any(_KEYS.fullmatch(key) and re.search(r"\d", value) for key, value in parse_qsl(query))


def same_site(one: str, other: str) -> bool:
    """Whether two URLs are of one site: the same host, or hosts that share all but the first label (www, m, amp)."""
    bare = [bare_host(url) or "" for url in (one, other)]
    return bool(bare[0]) and (bare[0] == bare[1] or any(a.endswith("." + b) for a, b in (bare, bare[::-1]) if "." in b))
