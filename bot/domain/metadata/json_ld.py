"""What a page says of itself in JSON-LD."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml.html import HtmlElement

from bot.domain.metadata.written import first_date, plain_text, text_of
from bot.domain.text.characters import visible
from bot.domain.text.credits import author_names

STORY_TYPES = frozenset((
    "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle",
    "backgroundnewsarticle", "askpublicnewsarticle", "reviewnewsarticle", "satiricalarticle", "blogposting",
    "liveblogposting", "socialmediaposting", "techarticle", "scholarlyarticle", "report",
    "advertisercontentarticle", "review", "itemlist",
))  # fmt: skip
LIVE_TYPE = "liveblogposting"
_LISTING_TYPES = frozenset({"collectionpage", "searchresultspage", "itemlist"})
_JSON_CHARACTERS = 1_500_000
_JSON_NODES = 5000


def json_nodes(tree: HtmlElement) -> Iterator[dict[str, Any]]:
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


def types_of(node: dict[str, Any]) -> set[str]:
    """The lower-case types of a node, without the vocabulary before them."""
    kinds = node.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return {kind.rpartition("/")[2].lower() for kind in listed if isinstance(kind, str)}


def story_of(graph: list[dict[str, Any]]) -> dict[str, Any]:
    """The node that describes the article: the one with the most to say; an empty one when there is none."""

    def weight(node: dict[str, Any]) -> tuple[bool, int, int]:
        said = sum(key in node for key in ("headline", "datePublished", "author", "articleBody", "publisher"))
        return (LIVE_TYPE in types_of(node), said, len(str(node.get("articleBody", ""))))

    stories = [node for node in graph if types_of(node) & (STORY_TYPES - _LISTING_TYPES)]
    return max(stories, key=weight, default={})


def resolved(value: Any, graph: list[dict[str, Any]]) -> dict[str, Any]:
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


def people(value: Any, graph: list[dict[str, Any]]) -> list[str]:
    """The names of authors: one or several, as text or as nodes; organisations are no authors."""
    names: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        node = resolved(item, graph)
        if "organization" in types_of(node) or "newsmediaorganization" in types_of(node):
            continue
        name = node.get("name")
        for part in name if isinstance(name, list) else [name]:
            if isinstance(part, str) and not part.startswith("http"):
                names += [person for person in author_names(visible(part)) if person not in names]
    return names[:10]


def only_person(graph: list[dict[str, Any]]) -> list[str]:
    """The one person whom a page describes, where it names no author: whoever posted it."""
    named = {text for node in graph if "person" in types_of(node) and (text := text_of(node.get("name")))}
    return author_names(visible(named.pop())) if len(named) == 1 else []


def is_free(story: dict[str, Any]) -> bool | None:
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


def updates(value: Any) -> list[tuple[str, str]]:
    """A live blog's entries, newest first where they are dated."""
    entries = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            heading, text = text_of(item.get("headline")) or "", plain_text(item.get("articleBody"))
            entries.append((first_date(item.get("datePublished")) or "", heading, text))
    entries.sort(key=lambda entry: entry[0], reverse=True)
    return [(heading, text) for _, heading, text in entries if text]


def types_of_listing(types: Iterable[str]) -> bool:
    """Whether the page calls itself a list of stories, and no article."""
    kinds = set(types)
    return bool(kinds & _LISTING_TYPES) and not kinds & (STORY_TYPES - _LISTING_TYPES)
