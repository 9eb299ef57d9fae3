"""What a page says of itself: JSON-LD, OpenGraph, Dublin Core, meta tags, `<time>` and links."""

from dataclasses import dataclass, field
from typing import Any

from lxml.html import HtmlElement

from bot.domain.metadata.bylines import authors_shown
from bot.domain.metadata.canonical import canonical_address
from bot.domain.metadata.dates import modified_date, published_date
from bot.domain.metadata.json_ld import (
    LIVE_TYPE,
    is_free,
    json_nodes,
    only_person,
    people,
    resolved,
    story_of,
    types_of,
    updates,
)
from bot.domain.metadata.named import NamedElements
from bot.domain.metadata.titles import shown_title, without_site
from bot.domain.metadata.written import VALUE_CHARACTERS, plain_text, text_of
from bot.domain.text.characters import visible
from bot.domain.text.credits import author_names
from bot.domain.text.hosts import bare_host

_AUTHOR_TAGS = (
    "author", "article:author", "article:author_name", "dc.creator", "dcterms.creator", "parsely-author",
    "sailthru.author", "byl", "og:article:author", "twitter:creator",
)  # fmt: skip


@dataclass(slots=True)
class Metadata:
    """What a page says of itself; empty where it says nothing.

    Attributes:
        url: the canonical URL, of the same site as the page's own.
        modified: when it was last changed, in the form of `published`.
        body: JSON-LD `articleBody`, as plain text.
        free: `isAccessibleForFree` of the article or its parts; None when the page is silent.
        types: lower-case JSON-LD types and `og:type` ("og:article").
        kinds: lower-case types of the article itself.
        sections: names of the section and genre that it says it belongs to.
        corrected: whether it says that it was corrected.
        sponsored: whether it names somebody who paid for it.
        updates: the entries of a live blog, newest first: pairs of heading and text.
    """

    title: str | None = None
    description: str | None = None
    site: str | None = None
    authors: list[str] = field(default_factory=list)
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    url: str | None = None
    body: str = ""
    free: bool | None = None
    types: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    sections: list[str] = field(default_factory=list)
    corrected: bool = False
    sponsored: bool = False
    updates: list[tuple[str, str]] = field(default_factory=list)


def read_metadata(tree: HtmlElement, named: NamedElements, url: str) -> Metadata:
    """The metadata of a parsed page whose nodes are all still there.

    Args:
        tree: the page.
        named: its elements by class and id.
        url: where it was fetched from; "" for a file.
    """
    found = Metadata()
    tags = _meta_tags(tree)
    graph = list(json_nodes(tree))
    story = story_of(graph)
    _from_json(found, story, graph)
    _from_tags(found, tags)
    found.language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or found.language
    found.url = canonical_address(tree, tags, url)
    found.authors = found.authors or authors_shown(tree, named) or only_person(graph)
    found.published = published_date(tree, story=story, graph=graph, tags=tags, url=found.url or url)
    found.modified = modified_date(story=story, tags=tags, published=found.published)
    if found.site is None and url:
        found.site = bare_host(url)
    found.title = without_site(shown_title(tree, found.title), found.site)
    return found


def _meta_tags(tree: HtmlElement) -> dict[str, list[str]]:
    """The contents of meta tags by lower-case name, in order."""
    tags: dict[str, list[str]] = {}
    for node in tree.iter("meta"):
        name = (node.get("property") or node.get("name") or node.get("itemprop") or "").strip().lower()
        content = (node.get("content") or "").strip()
        if name and content:
            tags.setdefault(name, []).append(content[:VALUE_CHARACTERS])
    return tags


def _from_json(found: Metadata, story: dict[str, Any], graph: list[dict[str, Any]]) -> None:
    found.kinds = types_of(story)
    found.types = found.kinds.union(*(types_of(node) for node in graph))
    found.title = text_of(story.get("headline") or story.get("name"))
    found.description = text_of(story.get("description"))
    found.language = text_of(story.get("inLanguage"))
    found.authors = people(story.get("author"), graph) or people(story.get("creator"), graph)
    publisher = resolved(story.get("publisher"), graph)
    site_names = (text_of(node.get("name")) for node in graph if "website" in types_of(node))
    found.site = text_of(publisher.get("name")) or next((name for name in site_names if name), None)
    found.body = plain_text(story.get("articleBody"))
    found.free = is_free(story)
    for key in ("articleSection", "genre"):
        value = story.get(key)
        listed = value if isinstance(value, list) else [value]
        found.sections += [text for item in listed[:20] if (text := text_of(item))]
    found.corrected = bool(story.get("correction")) or "correctioncomment" in found.types
    found.sponsored = bool(resolved(story.get("sponsor"), graph).get("name"))
    if LIVE_TYPE in found.kinds:
        found.updates = updates(story.get("liveBlogUpdate"))


def _from_tags(found: Metadata, tags: dict[str, list[str]]) -> None:
    def first(*names: str) -> str | None:
        return next((text for name in names for value in tags.get(name, ()) if (text := text_of(value))), None)

    found.title = found.title or first("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "title")
    found.description = found.description or first("og:description", "description", "twitter:description")
    found.site = (
        first("og:site_name") or found.site or first("application-name", "dc.publisher", "publisher", "copyright")
    )
    found.language = found.language or first("og:locale", "dc.language", "language", "content-language")
    found.authors = found.authors or _authors_of_tags(tags)
    if found.free is None and first("article:content_tier") == "locked":
        found.free = False
    if first("article:opinion") == "true":
        found.kinds.add("opinionnewsarticle")
    found.types |= {f"og:{value.strip().lower()}" for value in tags.get("og:type", ())}
    found.sections += _sections_of_tags(tags)


def _sections_of_tags(tags: dict[str, list[str]]) -> list[str]:
    """The sections and genres that tags name."""
    names = ("article:section", "parsely-section", "article:genre", "genre")
    return [text for name in names for value in tags.get(name, ()) if (text := text_of(value))]


def _authors_of_tags(tags: dict[str, list[str]]) -> list[str]:
    """The people that the first of these tags names; an address or an account's name is nobody's."""
    for name in _AUTHOR_TAGS:
        said = [value for value in tags.get(name, ()) if not value.startswith(("http", "@", "//"))]
        authors = [person for value in said for person in author_names(visible(value))]
        if authors:
            return list(dict.fromkeys(authors))[:10]
    return []
