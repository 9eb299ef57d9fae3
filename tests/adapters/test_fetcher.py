"""The fetcher: what it brings, and that no foreign error passes it."""

import asyncio
import inspect
import ssl
from collections.abc import Iterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.client_reqrep import ConnectionKey
from yarl import URL

from bot.adapters.web.fetcher import HttpFetcher, unreachable
from bot.errors import FetchTimeoutError, UnreachableError
from tests.support.resolver import TurningResolver
from tests.support.site import Site

KEY = ConnectionKey(
    "news.example",
    443,
    is_ssl=True,
    ssl=True,
    proxy=None,
    proxy_auth=None,
    proxy_headers_hash=None,
    server_hostname=None,
)
INFO = aiohttp.RequestInfo(URL("https://news.example/"), "GET", headers=None, real_url=URL("https://news.example/"))  # type: ignore[arg-type]  # The headers of a made-up request are never looked at.
ARGUMENTS: dict[str, Any] = {
    "connection_key": KEY,
    "os_error": OSError(111, "refused"),
    "certificate_error": ssl.SSLError("bad"),
    "request_info": INFO,
    "history": (),
    "expected": b"1",
    "got": b"2",
    "host": "news.example",
    "port": 443,
    "url": "https://news.example/",
    "path": "/x.sock",
}


def error_classes() -> Iterator[type[Exception]]:
    """Every class of error that aiohttp's client exports."""
    for name in sorted(aiohttp.client_exceptions.__all__):
        kind = getattr(aiohttp, name, None) or getattr(aiohttp.client_exceptions, name)
        if isinstance(kind, type) and issubclass(kind, Exception):
            yield kind


def made(kind: type[Exception]) -> Exception:
    """An error of a class, its constructor's required arguments filled in by name."""
    if issubclass(kind, OSError) and not hasattr(kind, "os_error"):
        return kind(1, "x")
    needed = [
        ARGUMENTS[name]
        for name, parameter in inspect.signature(kind.__init__).parameters.items()
        if name != "self"
        and parameter.default is parameter.empty
        and parameter.kind not in {parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD, parameter.KEYWORD_ONLY}
    ]
    return kind(*needed)


@pytest.mark.parametrize("kind", [kind for kind in error_classes() if not kind.__name__.startswith("WSMessage")])
def test_every_error_of_aiohttp_is_mapped(kind: type[Exception]) -> None:
    """Each class of error that aiohttp's client knows becomes one of ours with a sentence."""
    mapped = unreachable(made(kind))
    assert isinstance(mapped, UnreachableError)
    assert mapped.sentence.endswith((".", "?"))


@pytest.mark.parametrize("error", [TimeoutError(), ConnectionResetError(), ssl.SSLError("x")])
def test_errors_of_the_system_are_mapped(error: Exception) -> None:
    """What asyncio and the sockets raise becomes an error of ours too."""
    assert isinstance(unreachable(error), UnreachableError)


def test_timeout_is_named() -> None:
    """Aiohttp's own time-outs are told as time-outs."""
    assert isinstance(unreachable(aiohttp.SocketTimeoutError()), FetchTimeoutError)


@pytest.mark.parametrize("error", [KeyError("x"), AssertionError(), RuntimeError("x")])
def test_faults_of_the_program_are_not_hidden(error: Exception) -> None:
    """An error of nobody's network stays what it is."""
    assert unreachable(error) is None


async def test_redirects_are_followed_with_cookies() -> None:
    """A site that sets a cookie and sends the visitor round is read; the next fetch begins without it."""
    seen = []

    async def story(request: web.Request) -> web.StreamResponse:
        seen.append(request.cookies.get("seen"))
        if "seen" in request.cookies:
            return web.Response(text="<p>story</p>", content_type="text/html")
        response = web.Response(status=302, headers={"Location": "/story#top"})
        response.set_cookie("seen", "yes")
        return response

    async with Site() as site:
        site.handle("/story", story)
        site.redirect("/short", f"//press.example:{site.port}/story", status=301)
        allow = frozenset({("press.example", site.port)})
        async with HttpFetcher(allow, resolver=TurningResolver("127.0.0.1")) as fetcher:
            for _ in range(2):
                page = await fetcher.fetch(f"http://press.example:{site.port}/short")
                assert page.url == f"http://press.example:{site.port}/story"
    assert seen == [None, "yes"] * 2


async def test_declared_charset_and_type_are_told() -> None:
    """A page carries its final address, its type after sniffing, and the charset that the header named."""
    async with Site() as site, HttpFetcher(site.allow) as fetcher:
        site.redirect("/old", "/new?x=1")
        site.page("/new", "plain words", content_type="text/plain; charset=ISO-8859-2")
        page = await fetcher.fetch(site.url("/old"))
        assert (page.url, page.content_type, page.charset) == (site.url("/new?x=1"), "text/plain", "iso-8859-2")


async def test_pdf_is_brought() -> None:
    """A PDF is told by its bytes and brought whole."""
    async with Site() as site, HttpFetcher(site.allow) as fetcher:
        url = site.page("/report", b"%PDF-1.7\n" + bytes(3000), content_type="application/octet-stream")
        assert (await fetcher.fetch(url)).content_type == "application/pdf"


async def test_user_agent_is_honest() -> None:
    """The bot says its name and what it is."""
    async with Site() as site, HttpFetcher(site.allow, user_agent="Nutgraf/9 (test)") as fetcher:
        await fetcher.fetch(site.page("/story", "<p>x</p>"))
        assert site.agents == ["Nutgraf/9 (test)"]


async def test_one_host_is_asked_gently() -> None:
    """Ten fetches of one host open two connections at a time, not ten."""
    open_now, most = 0, 0

    async def answer(_: web.Request) -> web.StreamResponse:
        nonlocal open_now, most
        open_now += 1
        most = max(most, open_now)
        await asyncio.sleep(0.02)
        open_now -= 1
        return web.Response(text="<p>x</p>", content_type="text/html")

    async with Site() as site, HttpFetcher(site.allow) as fetcher:
        url = site.handle("/story", answer)
        await asyncio.gather(*(fetcher.fetch(url) for _ in range(10)))
    assert most == 2
