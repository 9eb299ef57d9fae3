"""A news site on loopback: serves what it is given under real HTTP and counts who asks."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Self

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Site:
    """A real HTTP server on 127.0.0.1; an async context manager.

    Args:
        host: the address it listens on, where 127.0.0.1 is not enough.

    Attributes:
        hits: how often each path was asked for.
        agents: the User-Agent of each request, in order.
    """

    def __init__(self, host: str = "127.0.0.1") -> None:
        self._host = host
        self.hits: Counter[str] = Counter()
        self.agents: list[str] = []
        self._handlers: dict[str, Handler] = {}
        self._runner: web.AppRunner | None = None
        self.port = 0

    @property
    def address(self) -> tuple[str, int]:
        """The pair of host and port, as FETCH_ALLOW takes it."""
        return ("127.0.0.1", self.port)

    @property
    def allow(self) -> frozenset[tuple[str, int]]:
        """What a fetcher must be given to read this site."""
        return frozenset({self.address})

    def url(self, path: str) -> str:
        """The address of a path on this site."""
        return f"http://127.0.0.1:{self.port}{path}"

    def page(
        self, path: str, body: str | bytes, *, content_type: str = "text/html; charset=utf-8", status: int = 200
    ) -> str:
        """Serve `body` under `path`; gives the address."""
        data = body.encode() if isinstance(body, str) else body
        headers = {"Content-Type": content_type} if content_type else {}

        async def answer(_: web.Request) -> web.StreamResponse:
            return web.Response(body=data, status=status, headers=headers)

        return self.handle(path, answer)

    def redirect(self, path: str, target: str, *, status: int = 302) -> str:
        """Redirect `path` to `target`; gives the address."""

        async def answer(_: web.Request) -> web.StreamResponse:
            return web.Response(status=status, headers={"Location": target})

        return self.handle(path, answer)

    def handle(self, path: str, handler: Handler) -> str:
        """Let `handler` answer `path`; gives the address."""
        self._handlers[path] = handler
        return self.url(path)

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/{tail:.*}", self._answer)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self._host, 0)
        await site.start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
            await asyncio.sleep(0)

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        self.hits[request.path] += 1
        self.agents.append(request.headers.get("User-Agent", ""))
        handler = self._handlers.get(request.path)
        if handler is None:
            return web.Response(status=404, text="There is no such page.")
        return await handler(request)
