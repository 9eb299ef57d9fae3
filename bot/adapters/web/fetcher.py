"""Fetching over HTTP: every hop is checked, every limit holds, every foreign error ends here."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import aiohttp
from aiohttp.abc import AbstractResolver
from aiohttp.resolver import ThreadedResolver
from yarl import URL

from bot.adapters.web.address_guard import AddressGuard, GuardedResolver, RefusedDialError
from bot.adapters.web.bounded_protocol import bound
from bot.domain.page.files.challenges import CHALLENGE_MARKS
from bot.domain.page.files.sniff import PDF, media_type
from bot.domain.values.source import Page
from bot.errors import (
    AddressRefusedError,
    CaptchaError,
    FetchTimeoutError,
    HttpStatusError,
    NutgrafError,
    SiteNotFoundError,
    TooLargeError,
    UnreachableError,
)
from bot.i18n.marking import to_say
from config import limits

USER_AGENT = "Nutgraf/1.0 (Discord bot that reads a linked article when a member asks for a brief)"

# The first digit of the statuses that bring a page.
_SUCCESS = 2

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SENTENCES: Mapping[int, str] = {
    401: to_say("The site asks for a login before it shows that page (HTTP 401)."),
    402: to_say("The site asks for a payment before it shows that page (HTTP 402)."),
    403: to_say("The site refuses to show that page to a bot (HTTP 403)."),
    404: to_say("The site says that this page does not exist (HTTP 404)."),
    410: to_say("The site says that this page was removed (HTTP 410)."),
    429: to_say("The site is getting too many requests (HTTP 429); try again in a while."),
    451: to_say("The site may not show that page here for legal reasons (HTTP 451)."),
}
# Headers and what stands in the body of a refusal that asks for a human.
_CHALLENGE_HEADERS = (("cf-mitigated", "challenge"), ("x-amzn-waf-action", "captcha"), ("x-datadome", ""))
_CHALLENGE_BYTES = tuple(mark.encode() for mark in CHALLENGE_MARKS)
_CHALLENGE_STATUSES = frozenset({401, 403, 405, 429, 503})


@dataclass(frozen=True, slots=True)
class _Sentence:
    """Makes an UnreachableError with a sentence of its own."""

    text: str

    def __call__(self) -> NutgrafError:
        return UnreachableError(self.text)


_MAPPED: tuple[tuple[tuple[type[Exception], ...], Callable[[], NutgrafError]], ...] = (
    ((TimeoutError,), FetchTimeoutError),
    ((aiohttp.ClientConnectorDNSError,), SiteNotFoundError),
    (
        (aiohttp.ClientSSLError, aiohttp.ServerFingerprintMismatch),
        _Sentence(to_say("The site's certificate is not valid.")),
    ),
    ((aiohttp.ClientPayloadError,), _Sentence(to_say("The site broke off in the middle of the page."))),
    ((aiohttp.InvalidURL,), AddressRefusedError),
    ((aiohttp.ClientError, OSError), UnreachableError),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchLimits:
    """The limits of one fetch: sizes in bytes after decompression, times in seconds."""

    page_bytes: int = limits.PAGE_BYTES
    pdf_bytes: int = limits.PDF_BYTES
    seconds: float = limits.FETCH_SECONDS
    idle_seconds: float = limits.FETCH_IDLE_SECONDS
    redirects: int = limits.FETCH_REDIRECTS


class HttpFetcher:
    """Fetches pages; an async context manager that owns its session.

    Args:
        allow: pairs of host and port that are opened although the guard would refuse them.
        user_agent: how the bot introduces itself.
        bounds: the limits of one fetch.
        resolver: answers names; the system's when None.
    """

    def __init__(
        self,
        allow: frozenset[tuple[str, int]] = frozenset(),
        *,
        user_agent: str = USER_AGENT,
        bounds: FetchLimits | None = None,
        resolver: AbstractResolver | None = None,
    ) -> None:
        self._guard = AddressGuard(allow)
        self._user_agent = user_agent
        self._bounds = bounds or FetchLimits()
        self._resolver = resolver
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        connector = bound(
            aiohttp.TCPConnector(
                resolver=GuardedResolver(self._resolver or ThreadedResolver(), self._guard),
                use_dns_cache=False,
                socket_factory=self._guard.open_socket,
                limit=limits.FETCH_CONNECTIONS,
                limit_per_host=limits.FETCH_CONNECTIONS_PER_HOST,
            )
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,
            headers={
                "User-Agent": self._user_agent,
                "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,application/pdf;q=0.9,*/*;q=0.1",
                "Accept-Language": "*",
            },
            timeout=aiohttp.ClientTimeout(
                total=None, sock_connect=self._bounds.idle_seconds, sock_read=self._bounds.idle_seconds
            ),
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def fetch(self, url: str) -> Page:
        """Fetch `url`, following redirects.

        Raises:
            UnreachableError: the page could not be had (address refused, status, time-out, size).
            CaptchaError: the site answered with a challenge for humans.
            UnsupportedTypeError: what came is no HTML, plain text or PDF.
        """
        try:
            async with asyncio.timeout(self._bounds.seconds):
                return await self._follow(url)
        except NutgrafError:
            raise
        except Exception as error:
            mapped = unreachable(error)
            if mapped is None:
                raise
            raise mapped from error

    async def _follow(self, address: str) -> Page:
        url = _parsed(address)
        # Cookies live for one fetch: sites that set one and send the visitor round again would loop without them.
        cookies = aiohttp.CookieJar()
        try:
            for _ in range(self._bounds.redirects + 1):
                async with self._get(url, cookies) as response:
                    if response.status not in _REDIRECTS:
                        return await self._page(response, url)
                    url = _next_hop(url, response)
        finally:
            cookies.clear()
        raise UnreachableError("The site redirects in circles.")

    @asynccontextmanager
    async def _get(self, url: URL, cookies: aiohttp.CookieJar) -> AsyncIterator[aiohttp.ClientResponse]:
        if self._session is None:
            raise RuntimeError("HttpFetcher is used outside of its context")
        self._guard.check_url(url)
        kept = {name: morsel.value for name, morsel in cookies.filter_cookies(url).items()}
        async with self._session.get(url, allow_redirects=False, cookies=kept) as response:
            cookies.update_cookies(response.cookies, url)
            yield response

    async def _page(self, response: aiohttp.ClientResponse, url: URL) -> Page:
        if response.status // 100 != _SUCCESS:
            raise await self._refusal(response)
        declared = response.headers.get("Content-Type")
        body = await self._body(response, declared)
        return Page(url=str(url), content_type=media_type(body, declared), charset=_charset(response), body=body)

    async def _body(self, response: aiohttp.ClientResponse, declared: str | None) -> bytes:
        """The decompressed body, read only as far as its limit; its type is judged as soon as it can be."""
        limit, body = self._bounds.page_bytes, bytearray()
        sniffed = False
        async for chunk in response.content.iter_chunked(limits.FETCH_CHUNK_BYTES):
            body += chunk
            if not sniffed and len(body) >= limits.SNIFF_BYTES:
                sniffed = True
                if media_type(bytes(body[: limits.SNIFF_BYTES]), declared) == PDF:
                    limit = self._bounds.pdf_bytes
            if len(body) > limit:
                raise TooLargeError(limit_mb=max(1, limit // 1_000_000))
        return bytes(body)

    async def _refusal(self, response: aiohttp.ClientResponse) -> NutgrafError:
        """The error of a status: a challenge for humans is told from a plain refusal."""
        code = response.status
        if code in _CHALLENGE_STATUSES:
            headers = response.headers
            named = any(mark in headers.get(name, "").lower() for name, mark in _CHALLENGE_HEADERS if name in headers)
            head = await response.content.read(limits.FETCH_CHUNK_BYTES)
            if named or any(mark in head.lower() for mark in _CHALLENGE_BYTES):
                return CaptchaError()
        return HttpStatusError(_SENTENCES.get(code), code=code)


def unreachable(error: Exception) -> NutgrafError | None:
    """The error of ours for one of aiohttp, asyncio, yarl or the system; None for a fault of the program."""
    refused = isinstance(error, aiohttp.ClientConnectorError) and isinstance(error.os_error, RefusedDialError)
    if refused or isinstance(error, RefusedDialError):
        return AddressRefusedError("That address is not on the public internet, so I do not open it.")
    for kinds, mapped in _MAPPED:
        if isinstance(error, kinds):
            return mapped()
    return None


def _parsed(address: str) -> URL:
    try:
        url = URL(address.strip()).with_user(None).with_fragment(None)
        # The host and the port are decoded when first looked at: a label that is no word in any script fails here.
        _ = url.host, url.port
    except ValueError as error:
        raise AddressRefusedError("That is not the address of a web page.") from error
    return url


def _next_hop(url: URL, response: aiohttp.ClientResponse) -> URL:
    location = response.headers.get("Location")
    if not location:
        raise HttpStatusError("The site redirects to nowhere (HTTP {code}).", code=response.status)
    try:
        return _parsed(str(url.join(URL(location.strip()))))
    except ValueError as error:
        raise UnreachableError("The site redirects to something that is not an address.") from error


def _charset(response: aiohttp.ClientResponse) -> str | None:
    charset = response.charset
    return charset.strip("\"' ").lower() if charset else None
