"""What a link may lead to, each ending in one clear sentence: a real fetcher and reader against a real server."""

import asyncio
import gzip
import time
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
import pytest_asyncio
from aiohttp import web

from bot.adapters.processes.pool import KillablePool
from bot.adapters.processes.reader import PooledReader
from bot.adapters.web.fetcher import FetchLimits, HttpFetcher
from bot.domain.page.extract import extract
from bot.domain.values.article import Article
from bot.domain.values.source import Page
from bot.errors import (
    AddressRefusedError,
    CaptchaError,
    ExtractionError,
    FetchTimeoutError,
    HttpStatusError,
    NutgrafError,
    TooLargeError,
    TooShortError,
    UnreachableError,
    UnsupportedTypeError,
)
from tests.support.resolver import TurningResolver
from tests.support.site import Site

pytestmark = pytest.mark.asyncio(loop_scope="module")

Read = Callable[[str], Awaitable[Article]]
STORY = (
    "Căile ferate închid podul de la Brădet pentru două luni, a anunțat compania într-o ședință ținută marți seara.",
    "„Podul nu mai rezistă încă o iarnă”, a spus directoarea Ileana Țurcanu, care a promis autobuze.",
    "Călătorii vor coborî la Văleni și vor fi duși cu autobuzul până la Sâncrai, unde îi așteaptă trenul de noapte.",
)
PAGE = "<!doctype html><html lang='ro'><head>{}</head><body><article>{}</article></body></html>"
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def reader() -> AsyncIterator[PooledReader]:
    """A reader with processes of its own."""
    async with KillablePool(workers=1) as pool:
        yield PooledReader(pool)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def site() -> AsyncIterator[Site]:
    """A news site on loopback."""
    async with Site() as server:
        yield server


@pytest_asyncio.fixture(loop_scope="module")
async def read(site: Site, reader: PooledReader) -> AsyncIterator[Read]:
    """Fetches and reads an address."""
    async with HttpFetcher(site.allow) as fetcher:

        async def whole_way(url: str) -> Article:
            return await reader.read_page(await fetcher.fetch(url))

        yield whole_way


async def sentence_of(take: Callable[[str], Awaitable[object]], url: str, kind: type[NutgrafError]) -> str:
    """The sentence of the error that taking `url` ends in, which is one line of plain words."""
    with pytest.raises(kind) as caught:
        await take(url)
    sentence = caught.value.sentence
    assert sentence.endswith((".", "?"))
    assert "\n" not in sentence
    assert "{" not in sentence
    return sentence


async def test_host_that_does_not_exist() -> None:
    """A name that nobody has ends in a question about the address."""
    async with HttpFetcher(resolver=TurningResolver()) as fetcher:
        sentence = await sentence_of(fetcher.fetch, "http://no-such-host.invalid/story", UnreachableError)
    assert "could not find" in sentence


async def test_host_that_does_not_answer(reader: PooledReader) -> None:
    """A port where nobody listens is unreachable."""
    async with Site() as gone:
        allow, url = gone.allow, gone.url("/story")
    async with HttpFetcher(allow) as fetcher:
        with pytest.raises(UnreachableError, match="could not reach"):
            await reader.read_page(await fetcher.fetch(url))


async def test_404(site: Site, read: Read) -> None:
    """A page that is not there is said to be not there, with its code."""
    assert "404" in await sentence_of(read, site.url("/no-such-page"), HttpStatusError)


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (401, "login"),
        (402, "payment"),
        (403, "refuses"),
        (410, "removed"),
        (429, "too many requests"),
        (451, "legal"),
        (500, "500"),
    ],
)
async def test_status(site: Site, read: Read, status: int, word: str) -> None:
    """Each refusal of a site has a sentence that says why."""
    url = site.page(f"/status/{status}", "No.", status=status)
    assert word in await sentence_of(read, url, HttpStatusError)


async def test_challenge(site: Site, read: Read) -> None:
    """A refusal that asks for a human is told from a plain one."""
    url = site.page("/challenge", "<html><script src='/cdn-cgi/challenge-platform/x.js'></script></html>", status=403)
    assert "human" in await sentence_of(read, url, CaptchaError)


@pytest.mark.parametrize(
    "address", ["http://xn--localhost-/a-b-c", "https://xn--/x", "http://a.xn--zz-/b", "http://127.0.0.1:99999/a"]
)
async def test_address_that_no_name_stands_for(site: Site, read: Read, address: str) -> None:
    """A label that stands for no word, or a port that is none, is refused, and so is a redirect to one."""
    await sentence_of(read, address, AddressRefusedError)
    await sentence_of(read, site.redirect("/away", address), UnreachableError)


async def test_page_of_50_mb(site: Site, read: Read) -> None:
    """A page of 50 MB is left after a tenth of it."""
    sent = 0

    async def answer(request: web.Request) -> web.StreamResponse:
        nonlocal sent
        response = web.StreamResponse(headers={"Content-Type": "text/html"})
        await response.prepare(request)
        for _ in range(50):
            await response.write(b"<p>" + b"word " * 200_000)
            sent += 1
        return response

    assert "5 MB" in await sentence_of(read, site.handle("/large", answer), TooLargeError)
    assert sent < 40


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
async def test_bomb(site: Site, read: Read, encoding: str) -> None:
    """A hundred megabytes that came as a hundred kilobytes are counted after decompression."""
    plain = b"<p>boom</p>" * 10_000_000
    body = gzip.compress(plain, 1) if encoding == "gzip" else zlib.compress(plain, 1)

    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(body=body, headers={"Content-Type": "text/html", "Content-Encoding": encoding})

    assert "5 MB" in await sentence_of(read, site.handle(f"/bomb-{encoding}", answer), TooLargeError)


async def test_body_that_is_not_compressed_as_it_says(site: Site, read: Read) -> None:
    """A body that breaks off or is garbled is unreachable, not a fault of the program."""

    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(body=b"plain", headers={"Content-Type": "text/html", "Content-Encoding": "gzip"})

    await sentence_of(read, site.handle("/garbled", answer), UnreachableError)


@pytest.mark.parametrize("declared", ["image/png", "text/html", ""])
async def test_image(site: Site, read: Read, declared: str) -> None:
    """An image is an image, whatever its header says."""
    url = site.page(f"/image-{declared[:4]}", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, content_type=declared)
    assert "an image" in await sentence_of(read, url, UnsupportedTypeError)


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("zip", b"PK\x03\x04" + bytes(100), "archive"),
        ("elf", b"\x7fELF" + bytes(100), "program"),
        ("noise", bytes(range(256)) * 40, "binary file"),
        ("feed", b"<?xml version='1.0'?><rss version='2.0'><channel/></rss>", "feed"),
    ],
    ids=["zip", "elf", "noise", "feed"],
)
async def test_file_that_is_no_text(site: Site, read: Read, name: str, body: bytes, words: str) -> None:
    """A file of another kind, served as plain text, is named for what it is."""
    url = site.page(f"/file/{name}", body, content_type="text/plain")
    assert words in await sentence_of(read, url, UnsupportedTypeError)


async def test_control_characters_of_a_page_are_no_fault(site: Site, read: Read) -> None:
    """Characters that no document may hold are passed over, also where a script's text is moved."""
    text = "The harbour of Port Ellery will close for repairs on Monday, the town council said. " * 8
    page = f"<html><body><p>\x08<script>{text}\x0b</script><p>{text}\x1f</p></body></html>"
    assert "Port Ellery" in (await read(site.page("/controls", page))).text


@pytest.mark.parametrize("body", ["", "   ", "<html></html>", "<!-- -->", "<html><body><p></p></body></html>"])
async def test_empty_page(site: Site, read: Read, body: str) -> None:
    """A page without text is too short."""
    await sentence_of(read, site.page(f"/empty/{len(body)}", body), TooShortError)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://2130706433/",
        "http://127.1/",
        "http://0/",
        "http://user:secret@127.0.0.1/",
        "http://127.0.0.1.:80/",
    ],
)
async def test_private_address(read: Read, url: str) -> None:
    """No spelling of a private address is opened."""
    await sentence_of(read, url, AddressRefusedError)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http:///",
        "no address",
        "",
        "http://[",
        "gopher://x:70/1",
    ],
)
async def test_address_that_is_no_web_page(read: Read, url: str) -> None:
    """Only http and https are opened."""
    await sentence_of(read, url, AddressRefusedError)


async def test_port_of_another_service(read: Read) -> None:
    """A public host's mail server is not spoken to."""
    assert "port 25" in await sentence_of(read, "http://192.0.2.1:25/", AddressRefusedError)


@pytest.mark.parametrize("target", ["http://127.0.0.1:1/", "http://[::1]/", "//10.1.2.3/", "ftp://example.org/x"])
async def test_redirect_to_a_private_address(site: Site, read: Read, target: str) -> None:
    """Each hop is checked as the first one is."""
    await sentence_of(read, site.redirect("/hop", target), AddressRefusedError)


async def test_redirect_in_circles(site: Site, read: Read) -> None:
    """A site that sends the visitor round and round is left after a few hops."""
    site.redirect("/round", "/and-round")
    url = site.redirect("/and-round", "/round")
    assert "circles" in await sentence_of(read, url, UnreachableError)
    assert site.hits["/round"] + site.hits["/and-round"] < 12


async def test_redirect_to_nowhere(site: Site, read: Read) -> None:
    """A redirect without a target is the site's fault and said so."""
    await sentence_of(read, site.page("/nowhere", "", status=302), HttpStatusError)


async def test_drip(site: Site) -> None:
    """A site that drips a byte at a time, never idle for long, is left when the whole time is up."""
    dripped = 0

    async def answer(request: web.Request) -> web.StreamResponse:
        nonlocal dripped
        response = web.StreamResponse(headers={"Content-Type": "text/html"})
        await response.prepare(request)
        for _ in range(500):
            await response.write(b"<p>")
            dripped += 1
            await asyncio.sleep(0.1)
        return response

    bounds = FetchLimits(seconds=2, idle_seconds=60)
    async with HttpFetcher(site.allow, bounds=bounds) as fetcher:
        assert "too long" in await sentence_of(fetcher.fetch, site.handle("/drip", answer), FetchTimeoutError)
    assert 1 < dripped < 100


async def test_silence(site: Site) -> None:
    """A site that accepts and says nothing is left when the idle time is up."""

    async def answer(_: web.Request) -> web.StreamResponse:
        await asyncio.sleep(100)
        return web.Response()

    bounds = FetchLimits(seconds=60, idle_seconds=0.5)
    begun = time.monotonic()
    async with HttpFetcher(site.allow, bounds=bounds) as fetcher:
        await sentence_of(fetcher.fetch, site.handle("/silent", answer), FetchTimeoutError)
    assert time.monotonic() - begun < 30


async def test_page_that_breaks_off(site: Site, read: Read) -> None:
    """A connection lost in the middle of the page is unreachable."""

    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/html", "Content-Length": "100000"})
        await response.prepare(request)
        await response.write(b"<p>half")
        assert request.transport is not None
        request.transport.abort()
        return response

    assert "broke off" in await sentence_of(read, site.handle("/half", answer), UnreachableError)


@pytest.mark.parametrize(
    ("header", "meta", "actual"),
    [
        ("text/html; charset=iso-8859-1", "", "utf-8"),
        ("text/html; charset=utf-8", "", "iso-8859-2"),
        ("text/html; charset=utf-8", "<meta charset='iso-8859-16'>", "iso-8859-16"),
        ("text/html", "<meta charset='utf-8'>", "utf-8"),
        ("text/html", "<meta http-equiv='Content-Type' content='text/html; charset=utf-16'>", "utf-8"),
        ("text/html; charset=no-such-charset", "", "utf-8"),
        ("text/html; charset=us-ascii", "", "utf-8"),
        ("text/html; charset=utf-8", "", "utf-16"),
    ],
)
async def test_charset_that_lies(site: Site, read: Read, header: str, meta: str, actual: str) -> None:
    """A page in another charset than it says still has its letters."""
    story = BODY.replace("ș", "ş").replace("ț", "ţ").replace("Ț", "Ţ") if actual == "iso-8859-2" else BODY
    for mark in "„”":
        story = story.replace(mark, '"') if actual == "iso-8859-2" else story
    url = site.page("/charset", PAGE.format(meta, story).encode(actual), content_type=header)
    article = await read(url)
    assert "Căile ferate închid podul de la Brădet" in article.text
    assert "\ufffd" not in article.text


async def test_russian_page_that_calls_itself_latin(site: Site, read: Read) -> None:
    """A charset of one byte accepts any bytes, so a wrong one is seen by the letters it gives."""
    lines = [
        "Совет города закрыл мост через реку на два месяца, сообщила мэрия после заседания во вторник вечером."
    ] * 2
    lines.append(
        "Жители будут ездить автобусом до соседней станции, где их ждёт вечерний поезд на север страны и дальше."
    )
    body = "".join(f"<p>{line}</p>" for line in lines)
    url = site.page("/latin", PAGE.format("", body).encode("cp1251"), content_type="text/html; charset=iso-8859-1")
    assert "Совет города закрыл мост" in (await read(url)).text


async def test_deep_nesting(site: Site, read: Read) -> None:
    """Forty thousand elements within each other are refused before a parser sees them: counting takes no time."""
    page = "<html><body>" + "<div>" * 40_000 + "text" + "</div>" * 40_000
    assert "nested" in await sentence_of(read, site.page("/deep", page), ExtractionError)
    begun = time.thread_time()
    with pytest.raises(ExtractionError, match="nested"):
        extract(Page("http://news.example/deep", "text/html", "utf-8", page.encode()))
    assert time.thread_time() - begun < 1


async def test_reader_outlives_bad_input(site: Site, read: Read) -> None:
    """After all of that an ordinary page is read, and the bot has said its name to every site."""
    article = await read(site.page("/fine", PAGE.format("", BODY)))
    assert article.text == "\n\n".join(STORY)
    assert all("Nutgraf" in agent for agent in site.agents)
