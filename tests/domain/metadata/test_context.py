"""What kind of page it is: only what the page itself declares, and its age."""

import json
from datetime import date

import pytest

from bot.domain.page.extract import extract
from bot.domain.text.context import context_notes
from bot.domain.text.hosts import site_label
from bot.domain.values.article import Article
from bot.domain.values.source import Page

URL = "https://news.example/town/quay"
TEXT = "".join(
    f"<p>The harbour board of Port Ellery met for the {nth} time on Monday and heard what the repair of the old quay "
    f"will cost, who pays for it and how long the ferries have to berth on the other side of the bay.</p>"
    for nth in ("first", "second", "third", "fourth", "fifth", "sixth")
)


def read(
    *, ld: object = None, head: str = "", above: str = "", below: str = "", after: str = "", body: str = TEXT
) -> Article:
    """The article of a page with a JSON-LD node, tags in its head, and lines around its headline."""
    script = f'<script type="application/ld+json">{json.dumps(ld)}</script>' if ld else ""
    page = (
        f"<html lang=en><head><title>Quay costs more</title>{head}{script}</head><body><article>{above}"
        f"<h1>Quay costs more</h1>{below}{body}{after}</article></body></html>"
    )
    return extract(Page(URL, "text/html", "utf-8", page.encode()))


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("OpinionNewsArticle", "Opinion"),
        ("ReviewNewsArticle", "Opinion"),
        ("AdvertiserContentArticle", "Advertisement"),
        ("SatiricalArticle", "Satire"),
        ("AnalysisNewsArticle", "Analysis"),
        ("BackgroundNewsArticle", "Background"),
        ("LiveBlogPosting", "Live"),
    ],
)
def test_type_of_the_article_is_its_kind(kind: str, word: str) -> None:
    """A type of schema.org's for a kind of article is told in a word."""
    assert read(ld={"@type": kind, "headline": "Quay costs more"}).context == (word,)


@pytest.mark.parametrize(
    ("section", "word"),
    [
        ("Opinion", "Opinion"),
        ("Kommentar", "Opinion"),
        ("Думки", "Opinion"),
        ("Pressemitteilung", "Press release"),
        ("Sátira", "Satire"),
        ("Publicidad", "Advertisement"),
    ],
)
def test_section_is_the_publishers_word(section: str, word: str) -> None:
    """The name of the section counts where it is the whole name, in any language."""
    assert read(head=f'<meta property="article:section" content="{section}">').context == (word,)
    assert read(ld={"@type": "NewsArticle", "articleSection": [section, "Town"]}).context == (word,)
    assert read(head=f'<meta property="article:section" content="{section} and more">').context == ()


def test_label_beside_the_headline_counts() -> None:
    """A label right above or below the headline is the publisher's word; the same word in the text is not."""
    assert read(above="<p>Sponsored content</p>").context == ("Sponsored",)
    assert read(below="<p>Paid for by Ellery Lines</p>").context == ("Sponsored",)
    assert read(below="<p>Press release</p>").context == ("Press release",)
    assert read(after="<p>Opinion</p>").context == ()


def test_advertisement_in_a_page_makes_no_advertisement_of_it() -> None:
    """The word over an advertisement between the headline and the story says nothing of the story."""
    assert read(below="<div>Advertisement</div>").context == ()
    assert read(above="<div>Anzeige</div>").context == ()


def test_links_that_are_paid_for_make_a_story_sponsored() -> None:
    """A story all of whose links out are marked as paid for is a sponsored one; one link of several is not enough."""
    paid = (
        '<p>Berths are let by <a rel="sponsored" href="https://a.example/x">Ellery Lines</a>, and by '
        '<a rel="nofollow sponsored" href="https://b.example/y">Bay Ferries</a>, as the board said on Monday.</p>'
    )
    free = '<p>The board has published <a href="https://c.example/z">its report</a> on the repair of the quay.</p>'
    assert read(after=paid).context == ("Sponsored",)
    assert read(after=paid + free).context == ()


def test_correction_is_told() -> None:
    """A property of the article or a note that begins with the word for it tells of a correction."""
    assert read(ld={"@type": "NewsArticle", "correction": "The sum was wrong."}).context == ("Correction",)
    note = (
        "<p>Correction: an earlier text gave the wrong sum for the repair of the quay, which is 14 million crowns.</p>"
    )
    assert read(after=note).context == ("Correction",)
    assert (
        read(after="<p>Corrections officers marched along the quay on Monday to ask for higher pay.</p>").context == ()
    )


def test_age_and_late_change_are_told() -> None:
    """A story older than a month has its year, or its days within this year; a change a day later or more is told."""
    today = date(2026, 11, 26)

    def told(published: str, modified: str | None = None) -> list[str]:
        article = Article(text="Quay.", published=published, modified=modified)
        return [note.english for note in context_notes(article, today)]

    assert told("2019-05-02") == ["From 2019"]
    assert told("2026-10-20") == ["37 days old"]
    assert told("2026-11-20") == []
    assert told("2026-11-20T08:00:00+00:00", "2026-11-23T09:00:00+00:00") == ["Updated 3 days later"]
    assert told("2026-11-20T08:00:00+00:00", "2026-11-20T19:00:00+00:00") == []


def test_modified_is_read_where_it_is_later() -> None:
    """The last change is read from JSON-LD or tags; one that is the publication itself is none."""
    story = {"@type": "NewsArticle", "datePublished": "2025-05-01T08:00:00Z", "dateModified": "2025-05-03T09:00:00Z"}
    assert read(ld=story).modified == "2025-05-03T09:00:00+00:00"
    assert read(ld=story | {"dateModified": "2025-05-01T08:00:00Z"}).modified is None


@pytest.mark.parametrize(
    ("site", "url", "label"),
    [
        ("The Herald", "https://www.theherald.example/a", "The Herald"),
        ("BBC", "https://www.bbc.co.uk/news/a", "BBC"),
        ("BBC News", "https://bbc.evil.example/a", "BBC News (bbc.evil.example)"),
        ("BBC", "https://bbc.evil.example/a", "BBC (bbc.evil.example)"),
        (None, "https://www.herald.example/a", "herald.example"),
        ("GM", None, "GM"),
    ],
)
def test_site_has_its_host_beside_it_where_they_differ(site: str | None, url: str | None, label: str) -> None:
    """Anybody can take a known name; the host beside it is the page's own."""
    assert site_label(Article(text="Quay.", site=site, url=url)) == label
