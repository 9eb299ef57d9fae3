"""A fetcher that is made when the first page is fetched: a command that reads files alone needs no HTTP client."""

from contextlib import AsyncExitStack
from types import TracebackType
from typing import TYPE_CHECKING, Self

from bot.domain.values.source import Page

if TYPE_CHECKING:
    from bot.adapters.web.fetcher import HttpFetcher


class DeferredFetcher:
    """An `HttpFetcher` that opens its session with the first fetch.

    Args:
        allow: pairs of host and port that are opened although the guard would refuse them.
    """

    def __init__(self, allow: frozenset[tuple[str, int]]) -> None:
        self._allow = allow
        self._stack = AsyncExitStack()
        self._fetcher: HttpFetcher | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stack.aclose()

    async def fetch(self, url: str) -> Page:
        """Fetch a page, as `HttpFetcher.fetch`."""
        if self._fetcher is None:
            from bot.adapters.web.fetcher import HttpFetcher  # noqa: PLC0415  # The HTTP client takes long to load.

            self._fetcher = await self._stack.enter_async_context(HttpFetcher(self._allow))
        return await self._fetcher.fetch(url)
