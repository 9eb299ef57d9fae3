"""The local Discord as one server on loopback: REST API, gateway, files, and whatever pages are added."""

import asyncio
from types import TracebackType
from typing import Self

from aiohttp import web

from playground.gateway import ALL_INTENTS
from playground.members import People
from playground.rest.api import Api, Validator
from playground.rules.awake import awake
from playground.rules.buckets import Buckets
from playground.service import Service

# The token that the local Discord gives its bot; not a secret.
TOKEN = "local-discord-token"  # noqa: S105 - it opens nothing but this server.

HOST = "127.0.0.1"


class LocalDiscord:
    """A Discord on 127.0.0.1, as an async context manager.

    Args:
        port: the port, 0 for a free one.
        allowed_intents: the intents that the application may ask for; without a privileged one an IDENTIFY that asks
            for it is closed with 4014.
        heartbeat_seconds: the interval that HELLO names.
        identify_seconds: the pause that must lie between two IDENTIFYs; 5 at Discord.
        shards: how many shards it advises.
        rate_limits: whether full buckets refuse; 429s are counted in `too_many_requests`.
        validator: checks each request (`playground.rules.validate`), None for no check.

    Attributes:
        token: the bot's token.
        port: the port it listens on, once entered.
        api_url, gateway_url, page_url: where it is, once entered.
        service: the state and its changes.
        people: acts as members and users.
        app: the aiohttp application; add routes of pages before entering.
    """

    def __init__(
        self,
        *,
        port: int = 0,
        allowed_intents: int = ALL_INTENTS,
        heartbeat_seconds: float = 41.25,
        identify_seconds: float = 5.0,
        rate_limits: bool = True,
        shards: int = 1,
        validator: Validator | None = None,
    ) -> None:
        self.token = TOKEN
        self.app = web.Application()
        loop = asyncio.get_running_loop()
        self.service = Service(
            clock=awake,
            base="",
            token=TOKEN,
            allowed_intents=allowed_intents,
            heartbeat_seconds=heartbeat_seconds,
            identify_seconds=identify_seconds,
        )
        self.service.shards = shards
        self.people = People(self.service)
        buckets = Buckets(loop.time, enforced=rate_limits)
        self.api = Api(self.service, token=TOKEN, buckets=buckets, validator=validator)
        self.port = port
        self._runner: web.AppRunner | None = None
        self.app.router.add_get("/gateway/", self.service.gateway.handle)
        self.app.router.add_get("/attachments/{channel_id}/{file_id}/{name}", self._file)
        self.app.add_subapp("/api/v10", self.api.app)

    @property
    def api_url(self) -> str:
        """The address of the REST API, for `connect.point_at`."""
        return f"{self.service.base}/api/v10"

    @property
    def gateway_url(self) -> str:
        """The address of the gateway, for `connect.point_at`."""
        return self.service.base.replace("http", "ws", 1) + "/gateway/"

    @property
    def page_url(self) -> str:
        """The address of the chat page."""
        return f"{self.service.base}/"

    @property
    def violations(self) -> list[str]:
        """What the requests so far broke of Discord's OpenAPI description, a sentence each."""
        return self.api.violations

    @property
    def too_many_requests(self) -> int:
        """How many requests were refused with 429."""
        return len(self.api.buckets.refused)

    async def __aenter__(self) -> Self:
        self._runner = web.AppRunner(self.app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, HOST, self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]
        self.service.base = f"http://{HOST}:{self.port}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.service.gateway.close()
        if self._runner is not None:
            await self._runner.cleanup()

    async def _file(self, request: web.Request) -> web.Response:
        file = self.service.files.get(int(request.match_info["file_id"]))
        if file is None or file.name != request.match_info["name"]:
            raise web.HTTPNotFound
        # What members upload is never rendered from this origin.
        headers = {
            "Content-Type": (file.content_type or "application/octet-stream").partition(";")[0],
            "Content-Disposition": "attachment",
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "X-Content-Type-Options": "nosniff",
        }
        return web.Response(body=file.data, headers=headers)
