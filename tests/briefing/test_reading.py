"""From a link to its article: what leads on is followed, pages of one article are joined, copies of gone ones named."""

from collections.abc import AsyncIterator
from contextlib import nullcontext

import pytest

from bot.adapters.web.fetcher import HttpFetcher
from bot.briefing.reading import SourceReader
from bot.domain.page.extract import extract
from bot.domain.values.article import Article
from bot.domain.values.source import Link, Page, Paste
from bot.errors import AddressRefusedError, BusyError, HttpStatusError, PaywallError, TooShortError
from bot.i18n.words import Words
from config import limits
from tests.support.fakes import FakeReader
from tests.support.site import Site

PLACES = ("Port Ellery", "Saltby", "Norwick", "Hallam", "Redmouth", "Lindmouth", "Ostrand", "Kelby")


def story(number: int, *, head: str = "", after: str = "") -> str:
    """A page of eight paragraphs of its own."""
    text = "".join(
        f"<p>In {place} the harbour board heard report number {number} on the repair of the quay, and asked the "
        f"engineers of {place} how long the ferries have to berth on the other side of the bay.</p>"
        for place in PLACES
    )
    return (
        f"<html lang=en><head><title>Quay costs more</title>{head}</head><body><article><h1>Quay costs more</h1>"
        f"{text}</article>{after}</body></html>"
    )


class InProcessReader(FakeReader):
    """Reads pages for real, in this process."""

    async def read_page(self, page: Page) -> Article:
        """The article of the page."""
        return extract(page)


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    """A news site."""
    async with Site() as serving:
        yield serving


def _nobody(stage: str, article: Article | None) -> None:
    """Nobody hears of the stages."""


async def read(site: Site, url: str) -> Article:
    """The article of an address of the site."""
    async with HttpFetcher(site.allow) as fetcher:
        reader = SourceReader(fetcher=fetcher, reader=InProcessReader(), timed=lambda _: nullcontext())
        return await reader.read(Link(url), _nobody)


async def test_pages_of_one_article_are_joined(site: Site) -> None:
    """Three pages are one whole article, each paragraph once."""
    site.page("/quay/3", story(3))
    url = site.page("/quay", story(1, head='<link rel="next" href="/quay/2">'))
    site.page("/quay/2", story(2, head='<link rel="next" href="/quay/3">'))
    article = await read(site, url)
    assert [f"number {number}" in article.text for number in (1, 2, 3)] == [True, True, True]
    assert (article.complete, article.notes, article.continues) == (True, (), None)
    assert len(set(article.text.split("\n\n"))) == len(article.text.split("\n\n"))


async def test_missing_page_leaves_the_article_partial(site: Site) -> None:
    """A further page that cannot be had is said, and what was read is kept."""
    article = await read(site, site.page("/quay", story(1, head='<link rel="next" href="/quay/2">')))
    assert "number 1" in article.text
    assert not article.complete
    assert article.notes == ("This article has several pages, and not all of them were read.",)


async def test_pages_are_bounded(site: Site) -> None:
    """An article that goes on for ever is read as far as the limit, and is partial."""
    for number in range(2, limits.ARTICLE_PAGES + 5):
        site.page(f"/quay/{number}", story(number, head=f'<link rel="next" href="/quay/{number + 1}">'))
    article = await read(site, site.page("/quay", story(1, head='<link rel="next" href="/quay/2">')))
    assert sum(site.hits.values()) == limits.ARTICLE_PAGES
    assert not article.complete


async def test_refresh_is_followed(site: Site) -> None:
    """A page that only sends its readers on is read where it sends them."""
    site.page("/there", story(7))
    refresh = '<html><head><meta http-equiv="refresh" content="0;url=/there"></head><body><p>Wait.</p></body></html>'
    assert "number 7" in (await read(site, site.page("/here", refresh))).text


async def test_refresh_in_circles_ends(site: Site) -> None:
    """Two pages that send readers to each other end in the first one's own fault."""
    for here, there in (("/a", "/b"), ("/b", "/a")):
        site.page(here, f'<html><head><meta http-equiv="refresh" content="0;url={there}"></head><body>.</body></html>')
    with pytest.raises(TooShortError):
        await read(site, site.url("/a"))
    assert sum(site.hits.values()) == 1 + limits.MOVES


async def test_refresh_to_a_private_address_is_refused(site: Site) -> None:
    """What a page leads to is fetched under the same guard."""
    url = site.page(
        "/here",
        '<html><head><meta http-equiv="refresh" content="0;url=http://127.0.0.1:1/"></head><body>.</body></html>',
    )
    with pytest.raises(AddressRefusedError):
        await read(site, url)


async def test_shell_is_read_by_its_other_version(site: Site) -> None:
    """A page with no text of its own is read where its version for phones stands."""
    site.page("/quay/amp", story(9))
    shell = '<html><head><link rel="amphtml" href="/quay/amp"></head><body><div id="root"></div></body></html>'
    assert "number 9" in (await read(site, site.page("/quay", shell))).text


async def test_wall_is_never_gone_round(site: Site) -> None:
    """A paywalled page with a version for phones stays behind its wall."""
    site.page("/quay/amp", story(9))
    stub = (
        '<html><head><link rel="amphtml" href="/quay/amp"><script type="application/ld+json">{"@type": "NewsArticle", '
        '"isAccessibleForFree": false, "headline": "Quay"}</script></head><body><article><h1>Quay costs more</h1>'
        "<p>The harbour board heard on Monday what the repair will cost.</p><p>Subscribe to read on.</p></article>"
        "</body></html>"
    )
    with pytest.raises(PaywallError):
        await read(site, site.page("/quay", stub))
    assert site.hits["/quay/amp"] == 0


@pytest.mark.parametrize(("status", "copied"), [(404, True), (410, True), (403, False)])
async def test_gone_page_has_the_address_of_a_copy(site: Site, status: int, copied: bool) -> None:
    """The fault of a page that is gone ends with a link to the Wayback Machine's copy; another fault does not."""
    url = site.page("/gone", "Gone.", status=status)
    with pytest.raises(HttpStatusError) as caught:
        await read(site, url)
    assert caught.value.sentence.endswith(f"https://web.archive.org/web/{url}") is copied
    assert Words().error(caught.value) == caught.value.sentence


class BusyReader(FakeReader):
    """Busy for a number of times."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self.times = times

    async def read_paste(self, text: str) -> Article:
        """The text, or that others come first."""
        self.times -= 1
        if self.times >= 0:
            raise BusyError
        return Article(text=text)


async def test_busy_reader_is_asked_again_and_who_waits_is_told() -> None:
    """A reader that is busy is asked once more, as whoever waits was told; one that stays busy is said to be."""
    stages: list[str] = []
    async with HttpFetcher() as fetcher:
        for times in (1, limits.BUSY_TRIES):
            reader = SourceReader(fetcher=fetcher, reader=BusyReader(times), timed=lambda _: nullcontext())
            reading = reader.read(Paste("A quay."), lambda stage, _: stages.append(stage))
            if times < limits.BUSY_TRIES:
                assert (await reading).text == "A quay."
                assert stages == ["reading", "busy"]
            else:
                with pytest.raises(BusyError):
                    await reading
