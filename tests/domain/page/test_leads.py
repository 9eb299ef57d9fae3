"""Where a page leads its readers on."""

import pytest
from lxml.html import document_fromstring

from bot.domain.metadata.named import NamedElements
from bot.domain.page.leads import Leads, leads_of

URL = "https://news.example/town/quay"


def leads(head: str = "", body: str = "<p>Text.</p>", url: str = URL) -> Leads:
    """Where a page with a head and a body leads on."""
    tree = document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")
    return leads_of(tree, NamedElements(tree), url)


@pytest.mark.parametrize(
    ("content", "target"),
    [
        ("0;url=/town/quay-2025", "https://news.example/town/quay-2025"),
        ("0; URL='https://other.example/a'", "https://other.example/a"),
        ("3;/b", "https://news.example/b"),
        ("60;url=/live", None),
        ("0", None),
        ("0;url=https://news.example/town/quay#top", None),
        ("0;url=javascript:alert(1)", None),
    ],
)
def test_refresh_of_a_page_is_a_redirect(content: str, target: str | None) -> None:
    """A page that refreshes itself to another address within seconds leads there."""
    assert leads(f'<meta http-equiv="Refresh" content="{content}">').moved == target


def test_refresh_for_those_without_scripts_is_not_followed() -> None:
    """What stands in `<noscript>` speaks to browsers without scripts."""
    assert leads('<noscript><meta http-equiv="refresh" content="0;url=/?nojs=1"></noscript>').moved is None


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("?page=2", "https://news.example/town/quay?page=2"),
        ("/town/quay/2", "https://news.example/town/quay/2"),
        ("/town/quay/seite/2/", "https://news.example/town/quay/seite/2/"),
        ("/town/another-story", None),
        ("/town/quay?page=1", None),
        ("https://elsewhere.example/town/quay?page=2", None),
    ],
)
def test_next_page_is_of_the_same_article(link: str, target: str | None) -> None:
    """A link to what comes next counts where only the page's number tells both addresses apart."""
    assert leads(f'<link rel="next" href="{link}">').next_page == target
    assert leads(body=f'<a rel="nofollow next" href="{link}">On</a>').next_page == target


@pytest.mark.parametrize("said", ["Page 1 of 3", "Seite 1 von 3", "1/3", "Страница 1 из 3", "Página 1 de 3 ›"])
def test_pager_says_how_many_pages_there_are(said: str) -> None:
    """A pager's "1 of 3" says so in any language; the same words in a story do not."""
    assert leads(body=f'<nav class="pagination"><span>{said}</span></nav>').pages == 3
    assert leads(body=f"<p>{said}</p>").pages == 0


def test_day_in_an_address_is_no_page() -> None:
    """A saved page whose next story is called for its day has one page; one whose next is its second has more."""
    assert leads('<link rel="next" href="https://news.example/2025/06/reading-09.html">', url="").next_page is None
    assert leads('<link rel="next" href="https://news.example/2025/quay-2.html">', url="").next_page is not None


def test_pager_of_a_list_beside_the_article_says_nothing_of_it() -> None:
    """Other stories are turned by a script: links that lead to no page with a number, outside of the article."""
    said = "<span class='pager__at'>1 of 8</span>"
    turned = f"<div class='pager'><a href='#'>Back</a>{said}<a href='/town/quay#list-2'>On</a></div>"
    assert leads(body=turned).pages == 0
    assert leads(body=f"<article><p>Text.</p>{turned}</article>").pages == 8
    assert leads(body=f"<div class='pager'>{said}<a href='/town/quay?page=2'>On</a></div>").pages == 8


def test_version_for_phones_or_print_is_known() -> None:
    """An AMP page or a print version of the page is another way to its text."""
    assert leads('<link rel="amphtml" href="/town/quay/amp">').other_version == "https://news.example/town/quay/amp"
    printed = '<link rel="alternate" media="print" href="/print/quay">'
    assert leads(printed).other_version == "https://news.example/print/quay"
    assert leads(printed, url="").other_version is None
