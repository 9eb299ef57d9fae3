"""Which kind of page it is, only from what the page itself declares."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from lxml.html import HtmlElement

from bot.domain.metadata.metadata import Metadata
from bot.domain.text import context
from bot.domain.text.wording import table

# JSON-LD types of an article, and what they say of it.
_TYPES = {
    "opinionnewsarticle": context.OPINION,
    "reviewnewsarticle": context.OPINION,
    "advertisercontentarticle": context.ADVERTISEMENT,
    "satiricalarticle": context.SATIRE,
    "analysisnewsarticle": context.ANALYSIS,
    "backgroundnewsarticle": context.BACKGROUND,
    "liveblogposting": context.LIVE,
}
# What is shown, in this order, and the table of its words.
_KINDS = {
    context.ADVERTISEMENT: "advertisement",
    context.SPONSORED: "sponsored",
    context.SATIRE: "satire",
    context.OPINION: "opinion",
    context.PRESS_RELEASE: "press_release",
    context.ANALYSIS: "analysis",
    context.BACKGROUND: "background",
    context.LIVE: "live",
}
_LABEL_CHARACTERS = 60
_LABEL_END = re.compile(r"[\s:|·•–—-]+$")


def page_context(
    told: Metadata, labels: Iterable[str], paragraphs: Sequence[str], *, paid_links: bool
) -> tuple[str, ...]:
    """What a page declares itself to be: templates of `bot.domain.text.context`, most important first.

    Args:
        told: its metadata.
        labels: the lines right before and after its headline.
        paragraphs: its article, among which a note of a correction may stand.
        paid_links: whether the article's outbound links are all marked as paid for.
    """
    kinds = {_TYPES[kind] for kind in told.kinds if kind in _TYPES}
    for label in [*told.sections, *labels]:
        kinds |= _kinds_of(label)
    if any(section.lower() in _words("advertisement_section") for section in told.sections):
        kinds.add(context.ADVERTISEMENT)
    if told.sponsored or paid_links:
        kinds.add(context.SPONSORED)
    corrected = told.corrected or any(_is_correction(paragraph) for paragraph in paragraphs)
    if context.ADVERTISEMENT in kinds:
        kinds.discard(context.SPONSORED)
    return (*(kind for kind in _KINDS if kind in kinds), *((context.CORRECTION,) if corrected else ()))


def has_paid_links(nodes: Iterable[HtmlElement]) -> bool:
    """Whether at least two links lead out of an article and all of them are marked `rel=sponsored`."""
    marked = [
        "sponsored" in (node.get("rel") or "").lower().split()
        for node in nodes
        if (node.get("href") or "").startswith("http")
    ]
    return len(marked) > 1 and all(marked)


def _kinds_of(label: str) -> set[str]:
    if len(label) > _LABEL_CHARACTERS:
        return set()
    plain = _LABEL_END.sub("", label.strip()).lower()
    found = {kind for kind, name in _KINDS.items() if plain in _words(name)}
    named = any(plain.startswith(f"{opening} ") for opening in _words("sponsor_follows"))
    return found | {context.SPONSORED} if named else found


def _is_correction(paragraph: str) -> bool:
    opening = paragraph[:_LABEL_CHARACTERS].lower()
    for word in _words("correction"):
        if opening.startswith(word):
            rest = opening[len(word) :]
            return rest.lstrip()[:1] in {":", "："} or " " in word
    return False


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word.lower() for words in table("context")[name].values() for word in words)
