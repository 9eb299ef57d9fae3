"""A brief for another address: one text stands at several, and each reader is led to the page that was posted."""

from dataclasses import replace

from bot.domain.brief.check import check
from bot.domain.brief.fragment import text_fragment
from bot.domain.values.article import Article
from bot.domain.values.brief import Brief
from bot.domain.values.draft import Draft
from config import limits


def relinked(brief: Brief, article: Article) -> Brief:
    """A brief of the same text as `article`, with all that comes from that one's page: headline, site, notes, links.

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
    of_the_page = brief.article.notes
    notes = (*article.notes, *(note for note in brief.notes if note not in of_the_page))
    return replace(
        brief,
        headline=brief.headline if article.title == brief.article.title else _headline(brief, article),
        article=article,
        quotes=quotes,
        evidence=evidence,
        notes=tuple(dict.fromkeys(notes)),
    )


def _headline(brief: Brief, article: Article) -> str:
    """The page's own title where its text carries that, else words of the text: never another page's headline."""
    own = Draft(headline=article.title or "", sentences=(), actors=(), quotes=(), engine=brief.engine)
    return check(own, article).headline


def _link(article: Article, start: int, end: int, *, looked_up: bool) -> str | None:
    """A place's address; words that stand in the text twice get those around them, where that is looked up."""
    repeats = looked_up and article.url is not None and article.text.count(article.text[start:end]) > 1
    return text_fragment(article, start, end, ambiguous=repeats)
