"""A brief for another address: one text stands at several, and each reader is led to the page that was posted."""

from dataclasses import replace

from bot.domain.brief.fragment import text_fragment
from bot.domain.values.article import Article
from bot.domain.values.brief import Brief
from config import limits


def relinked(brief: Brief, article: Article) -> Brief:
    """A brief of the same text as `article`, with that one's address, site and authors, and links of its own.

    Raises:
        ValueError: the texts differ.
    """
    if brief.article.text != article.text:
        raise ValueError("a brief is led to another article")
    quotes = tuple(
        replace(quote, link=_link(article, quote.start, quote.end, looked_up=number < limits.FRAGMENT_CHECKS))
        for number, quote in enumerate(brief.quotes)
    )
    evidence = tuple(
        tuple(replace(place, link=_link(article, place.start, place.end, looked_up=True)) for place in places)
        for places in brief.evidence
    )
    return replace(brief, article=article, quotes=quotes, evidence=evidence)


def _link(article: Article, start: int, end: int, *, looked_up: bool) -> str | None:
    """A place's address; words that stand in the text twice get those around them, where that is looked up."""
    repeats = looked_up and article.url is not None and article.text.count(article.text[start:end]) > 1
    return text_fragment(article, start, end, ambiguous=repeats)
