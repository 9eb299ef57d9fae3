"""What a page says of itself: JSON-LD, OpenGraph, Dublin Core, meta tags, `<time>` and links."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from itertools import islice
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from bot.domain.text.characters import visible
from bot.domain.text.credits import author_names
from bot.domain.text.dates import iso_date

_STORY_TYPES = frozenset((
    "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle",
    "backgroundnewsarticle", "askpublicnewsarticle", "reviewnewsarticle", "satiricalarticle", "blogposting",
    "liveblogposting", "socialmediaposting", "techarticle", "scholarlyarticle", "report",
    "advertisercontentarticle", "review", "itemlist",
))  # fmt: skip
_LIVE_TYPE = "liveblogposting"
_LISTING_TYPES = frozenset({"collectionpage", "searchresultspage", "itemlist"})
_JSON_CHARACTERS = 1_500_000
_JSON_NODES = 5000
TITLE_SPLIT = re.compile(r"\s+[|–—·•»:-]\s+")
_SUBDOMAIN = re.compile(r"^(?:www|m|mobile|amp|edition)\d?\.")
_TEXT_CHARACTERS = 400
_BYLINE_CHARACTERS = 120
_AUTHOR_CLASS = re.compile(r"(?:^|[\s_-])(?:author|byline|by-line|writer)(?:$|[\s_-])", re.IGNORECASE)
_DATE_CLASS = re.compile(r"publish|date|timestamp|pubdate", re.IGNORECASE)
_URL_DATE = re.compile(r"/(20\d{2})/(\d{1,2})/(\d{1,2})(?:/|-|$)")


@dataclass(slots=True)
class Metadata:
    """What a page says of itself; empty where it says nothing.

    Attributes:
        url: the canonical URL, of the same site as the page's own.
        body: JSON-LD `articleBody`, as plain text.
        free: `isAccessibleForFree` of the article or its parts; None when the page is silent.
        types: lower-case JSON-LD types and `og:type` ("og:article").
        updates: the entries of a live blog, newest first: pairs of heading and text.
    """

    title: str | None = None
    description: str | None = None
    site: str | None = None
    authors: list[str] = field(default_factory=list)
    published: str | None = None
    language: str | None = None
    url: str | None = None
    body: str = ""
    free: bool | None = None
    types: set[str] = field(default_factory=set)
    updates: list[tuple[str, str]] = field(default_factory=list)


def read_metadata(tree: HtmlElement, url: str) -> Metadata:
    """The metadata of a parsed page whose nodes are all still there.

    Args:
        tree: the page.
        url: where it was fetched from; "" for a file.
    """
    found = Metadata()
    tags = _meta_tags(tree)
    graph = list(_json_nodes(tree))
    story = _story(graph)
    _from_json(found, story, graph)
    _from_tags(found, tags)
    _from_markup(found, tree)
    if found.published is None and (match := _URL_DATE.search(url)):
        found.published = iso_date("-".join(match.groups()))
    found.url = _canonical(tree, tags, url)
    if found.site is None and url:
        found.site = _SUBDOMAIN.sub("", urlsplit(url).hostname or "") or None
    found.title = _without_site(found.title, found.site)
    return found


def _meta_tags(tree: HtmlElement) -> dict[str, list[str]]:
    """The contents of meta tags by lower-case name, in order."""
    tags: dict[str, list[str]] = {}
    for node in tree.iter("meta"):
        name = (node.get("property") or node.get("name") or node.get("itemprop") or "").strip().lower()
        content = (node.get("content") or "").strip()
        if name and content:
            tags.setdefault(name, []).append(content[: _TEXT_CHARACTERS * 5])
    return tags


def _json_nodes(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Every object of the page's JSON-LD, outer ones first; at most `_JSON_NODES`."""
    left = _JSON_CHARACTERS
    count = 0
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = script.text or ""
        left -= len(text)
        if left < 0:
            return
        queue: list[Any] = [_parsed(text)]
        for item in queue:
            if count > _JSON_NODES:
                return
            if isinstance(item, dict):
                count += 1
                yield item
                queue.extend(value for value in item.values() if isinstance(value, (dict, list)))
            elif isinstance(item, list):
                queue.extend(item[:_JSON_NODES])


def _parsed(text: str) -> Any:
    """The JSON in a script, with the faults that pages make: comments around it, line breaks within, a stray comma."""
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    text = text.removeprefix("//<![CDATA[").removesuffix("//]]>").strip()
    for attempt in (text, re.sub(r",\s*([}\]])", r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _types(node: dict[str, Any]) -> set[str]:
    kinds = node.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return {kind.rpartition("/")[2].lower() for kind in listed if isinstance(kind, str)}


def _story(graph: list[dict[str, Any]]) -> dict[str, Any]:
    """The node that describes the article: the one with the most to say; an empty one when there is none."""

    def weight(node: dict[str, Any]) -> tuple[bool, int, int]:
        said = sum(key in node for key in ("headline", "datePublished", "author", "articleBody", "publisher"))
        return (_LIVE_TYPE in _types(node), said, len(str(node.get("articleBody", ""))))

    stories = [node for node in graph if _types(node) & (_STORY_TYPES - _LISTING_TYPES)]
    return max(stories, key=weight, default={})


def _from_json(found: Metadata, story: dict[str, Any], graph: list[dict[str, Any]]) -> None:
    found.types = set().union(*(_types(node) for node in graph), *(_types(node) for node in [story]))
    found.title = _text(story.get("headline") or story.get("name"))
    found.description = _text(story.get("description"))
    found.published = _first_date(story.get("datePublished"), story.get("dateCreated"))
    found.language = _text(story.get("inLanguage"))
    found.authors = _people(story.get("author"), graph) or _people(story.get("creator"), graph)
    publisher = _resolved(story.get("publisher"), graph)
    site_names = (_text(node.get("name")) for node in graph if "website" in _types(node))
    found.site = _text(publisher.get("name")) or next((name for name in site_names if name), None)
    found.body = _plain(story.get("articleBody"))
    found.free = _is_free(story)
    if _LIVE_TYPE in _types(story):
        found.updates = _updates(story.get("liveBlogUpdate"))


def _resolved(value: Any, graph: list[dict[str, Any]]) -> dict[str, Any]:
    """A node, looked up by its `@id` when only that is given."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, str):
        return {"name": value}
    if not isinstance(value, dict):
        return {}
    if "name" not in value and "@id" in value:
        return next((node for node in graph if node.get("@id") == value["@id"] and "name" in node), value)
    return value


def _people(value: Any, graph: list[dict[str, Any]]) -> list[str]:
    """The names of authors: one or several, as text or as nodes; organisations are no authors."""
    names: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        node = _resolved(item, graph)
        if "organization" in _types(node) or "newsmediaorganization" in _types(node):
            continue
        name = node.get("name")
        for part in name if isinstance(name, list) else [name]:
            if isinstance(part, str) and not part.startswith("http"):
                names += [person for person in author_names(visible(part)) if person not in names]
    return names[:10]


def _is_free(story: dict[str, Any]) -> bool | None:
    """`isAccessibleForFree` in its spellings; a part that is not free makes the whole not free."""
    said = [_truth(story.get("isAccessibleForFree"))]
    parts = story.get("hasPart")
    listed = parts if isinstance(parts, list) else [parts]
    said += [_truth(part.get("isAccessibleForFree")) for part in listed if isinstance(part, dict)]
    if False in said:
        return False
    return True if True in said else None


def _truth(value: Any) -> bool | None:
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value.strip().rpartition("/")[2].lower())
    return None


def _updates(value: Any) -> list[tuple[str, str]]:
    """A live blog's entries, newest first where they are dated."""
    entries = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            heading, text = _text(item.get("headline")) or "", _plain(item.get("articleBody"))
            entries.append((_first_date(item.get("datePublished")) or "", heading, text))
    entries.sort(key=lambda entry: entry[0], reverse=True)
    return [(heading, text) for _, heading, text in entries if text]


def _from_tags(found: Metadata, tags: dict[str, list[str]]) -> None:
    def first(*names: str) -> str | None:
        return next((text for name in names for value in tags.get(name, ()) if (text := _text(value))), None)

    found.title = found.title or first("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "title")
    found.description = found.description or first("og:description", "description", "twitter:description")
    found.site = (
        first("og:site_name") or found.site or first("application-name", "dc.publisher", "publisher", "copyright")
    )
    found.language = found.language or first("og:locale", "dc.language", "language", "content-language")
    dates = (
        "article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dcterms.issued",
        "dcterms.created", "dcterms.date", "dc.date", "parsely-pub-date", "sailthru.date", "pubdate", "publish-date",
        "publish_date", "cxenseparse:recs:publishtime", "date", "article:modified_time",
    )  # fmt: skip
    found.published = found.published or next(
        (day for name in dates if (day := _first_date(*tags.get(name, ())))), None
    )
    if not found.authors:
        names = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author",
                 "byl", "og:article:author", "twitter:creator")  # fmt: skip
        for name in names:
            said = [value for value in tags.get(name, ()) if not value.startswith(("http", "@", "//"))]
            found.authors = [person for value in said for person in author_names(visible(value))]
            if found.authors:
                break
        found.authors = list(dict.fromkeys(found.authors))[:10]
    if found.free is None and first("article:content_tier") == "locked":
        found.free = False
    found.types |= {f"og:{value.strip().lower()}" for value in tags.get("og:type", ())}


def _from_markup(found: Metadata, tree: HtmlElement) -> None:
    """What is left to the page's visible parts: its only h1, its byline, its first dated `<time>`, its language."""
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    found.language = language or found.language
    if found.title is None:
        found.title = next(
            (text for tag in ("h1", "title") for node in tree.iter(tag) if (text := _content(node))), None
        )
    if found.published is None:
        times = sorted(tree.iter("time"), key=lambda node: not _DATE_CLASS.search(_marks(node)))
        found.published = _first_date(
            *(value for node in times[:20] for value in (node.get("datetime"), _content(node)))
        )
    if not found.authors:
        found.authors = next((names for node in _byline_nodes(tree) if (names := author_names(_content(node)))), [])


def _byline_nodes(tree: HtmlElement) -> Iterator[HtmlElement]:
    for node in tree.iter("a", "span", "p", "div", "address", "li"):
        if (node.get("rel") or "").lower() == "author" or "author" in (node.get("itemprop") or "").lower().split():
            yield node
    for node in tree.iter("a", "span", "p", "div", "address"):
        if _AUTHOR_CLASS.search(node.get("class") or "") and len(_content(node)) < _BYLINE_CHARACTERS:
            yield node


def _marks(node: HtmlElement) -> str:
    return " ".join(node.get(name) or "" for name in ("class", "itemprop", "pubdate", "id"))


def _content(node: HtmlElement) -> str:
    # Only the first pieces: whole containers are asked for, and they may hold each other.
    return " ".join("".join(islice(node.itertext(), 60)).split())[:_TEXT_CHARACTERS]


def _text(value: Any) -> str | None:
    """A short text value as one visible line, None when it is something else or empty."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("alternateName")
    if not isinstance(value, str):
        return None
    return " ".join(visible(_unescaped(value[: _TEXT_CHARACTERS * 5])).split())[: _TEXT_CHARACTERS * 5] or None


def _unescaped(text: str) -> str:
    return re.sub(r"<[^<>]{0,200}>", "", unescape(text)) if "&" in text or "<" in text else text


def _plain(value: Any) -> str:
    """A long text value as plain text; markup within ends its paragraphs."""
    if isinstance(value, list):
        value = "\n\n".join(part for part in value if isinstance(part, str))
    if not isinstance(value, str):
        return ""
    if "<" in value:
        value = re.sub(r"</(?:p|div|li|h\d)>|<br[^<>]{0,50}>", "\n\n", value, flags=re.IGNORECASE)
    return _unescaped(value)


def _first_date(*values: Any) -> str | None:
    return next((day for value in values if isinstance(value, str) and (day := iso_date(value))), None)


def _canonical(tree: HtmlElement, tags: dict[str, list[str]], url: str) -> str | None:
    """The canonical URL where it is of the same site as the page; else the page's own, None for a file."""
    links = [node.get("href") for node in tree.iter("link") if "canonical" in (node.get("rel") or "").lower().split()]
    for link in [*links, *tags.get("og:url", ())]:
        candidate = _joined(url, link or "")
        if candidate and (not url or same_site(candidate, url)) and _is_deep(candidate, url):
            return candidate
    return url or None


def _joined(url: str, link: str) -> str | None:
    try:
        joined = urljoin(url, link.strip())
        parts = urlsplit(joined)
    except ValueError:
        return None
    return joined.partition("#")[0] if parts.scheme in {"http", "https"} and parts.hostname else None


def _is_deep(candidate: str, url: str) -> bool:
    """A page below the root whose canonical link is the home page is mistaken about itself."""
    return urlsplit(candidate).path not in {"", "/"} or not url or urlsplit(url).path in {"", "/"}


def same_site(one: str, other: str) -> bool:
    """Whether two URLs are of one site: the same host, or hosts that share all but the first label (www, m, amp)."""
    hosts = [(urlsplit(url).hostname or "").rstrip(".") for url in (one, other)]
    bare = [_SUBDOMAIN.sub("", host) for host in hosts]
    return bool(bare[0]) and (bare[0] == bare[1] or any(a.endswith("." + b) for a, b in (bare, bare[::-1]) if "." in b))


def _without_site(title: str | None, site: str | None) -> str | None:
    """A title without the site's name at its end ("Harbour closes | The Herald")."""
    if not title or not site:
        return title
    parts = TITLE_SPLIT.split(title)
    short = "".join(filter(str.isalnum, site.lower()))
    while len(parts) > 1:
        last = "".join(filter(str.isalnum, parts[-1].lower()))
        if not last or (last not in short and short not in last):
            break
        title = title[: title.rindex(parts[-1])].rstrip(" |–—·•»:-\t\n")
        parts.pop()
    return title


def types_of_listing(types: Iterable[str]) -> bool:
    """Whether the page calls itself a list of stories, and no article."""
    kinds = set(types)
    return bool(kinds & _LISTING_TYPES) and not kinds & (_STORY_TYPES - _LISTING_TYPES)
