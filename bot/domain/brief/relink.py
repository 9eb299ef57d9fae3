"""A brief for another address: one text stands at several, and each reader is led to the page that was posted."""

from dataclasses import replace

from bot.domain.brief.fragment import text_fragment
from bot.domain.values.article import Article
from bot.domain.values.brief import Brief
from bot.domain.values.quote import Quote
from config import limits


def relinked(brief: Brief, article: Article) -> Brief:
    """A brief of the same text as `article`, with that one's address, site and authors, and its quotes' links.

    Raises:
        ValueError: the texts differ.
    """
    if brief.article.text != article.text:
        raise ValueError("a brief is led to another article")
    quotes = tuple(
        replace(quote, link=_link(quote, article, looked_up=number < limits.FRAGMENT_CHECKS))
        for number, quote in enumerate(brief.quotes)
    )
    return replace(brief, article=article, quotes=quotes)


def _link(quote: Quote, article: Article, *, looked_up: bool) -> str | None:
    """The quote's place; a quote that stands in the text twice gets the words around it, where that is looked up."""
    repeats = looked_up and article.url is not None and article.text.count(quote.text) > 1
    return text_fragment(article, quote.start, quote.end, ambiguous=repeats)
