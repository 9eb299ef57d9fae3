"""The processes that stay up: the bot on Discord, and the workers who answer for it."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING

from bot.adapters.health import health_server
from bot.app.composition import NEEDS_REDIS, DeskParts, GatewayParts, open_desk, open_gateway, open_parts
from bot.app.running import Clients
from bot.app.worker import do_jobs
from bot.ending import end
from bot.errors import ConfigurationError, NutgrafError
from config.settings import Settings

if TYPE_CHECKING:
    from bot.adapters.metrics import PrometheusMetrics

log = logging.getLogger(__name__)


async def run(process: Settings, *, gateway_only: bool = False) -> None:
    """Run the bot on Discord until it is told to stop by SIGINT or SIGTERM.

    Args:
        process: the settings.
        gateway_only: whether reading and answering are left to `nutgraf work`.

    Raises:
        ConfigurationError: there is no token, or Discord does not take it.
    """
    token = _token(process)
    async with AsyncExitStack() as stack:
        desk_parts: DeskParts | GatewayParts
        if gateway_only:
            desk_parts = await stack.enter_async_context(open_gateway(process))
        else:
            desk_parts = await stack.enter_async_context(open_desk(process))
        parts = await stack.enter_async_context(open_parts(process, desk_parts))
        clients = Clients(parts, token, shard_ids=process.shard_ids, shard_count=process.shard_count)
        await _open_health(process, desk_parts.metrics, lambda: clients.is_ready, stack)
        if isinstance(desk_parts, DeskParts):
            await stack.enter_async_context(_warming_up(desk_parts, lambda: clients.is_ready))
        await clients.run()


@asynccontextmanager
async def _warming_up(desk_parts: DeskParts, is_ready: Callable[[], bool]) -> AsyncIterator[None]:
    """Warm up as soon as the bot hears: a start takes no longer for it, and what is posted meanwhile waits."""

    async def warm_up() -> None:
        while not is_ready():  # noqa: ASYNC110  # The client is made anew where Discord refuses an intent.
            await asyncio.sleep(0.1)
        try:
            await desk_parts.warm_up()
        except NutgrafError:
            log.warning("the processes that read did not start; the first article tries again", exc_info=True)

    warming = asyncio.create_task(warm_up(), name="warming up")
    try:
        yield
    finally:
        await end([warming])


async def work(process: Settings) -> None:
    """Do jobs until told to stop by SIGINT or SIGTERM: read, write and answer for the processes on the gateway.

    Raises:
        ConfigurationError: there is no token or no Redis, or Discord does not take the token.
    """
    token = _token(process)
    if process.redis_url is None:
        raise ConfigurationError(NEEDS_REDIS)
    async with AsyncExitStack() as stack:
        desk_parts = await stack.enter_async_context(open_desk(process))
        await desk_parts.warm_up()
        parts = await stack.enter_async_context(open_parts(process, desk_parts))
        await _open_health(process, desk_parts.metrics, lambda: True, stack)
        await do_jobs(parts, token)


def _token(process: Settings) -> str:
    token = process.discord_token
    if token is None:
        raise ConfigurationError(
            "DISCORD_TOKEN is not set: create an application on https://discord.com/developers/applications, "
            "reset and copy its token under Bot, and put DISCORD_TOKEN=… into the environment or a file .env."
        )
    return token.value


async def _open_health(
    process: Settings, metrics: "PrometheusMetrics", is_ready: Callable[[], bool], stack: AsyncExitStack
) -> None:
    if process.port is None:
        return
    metrics.watch("tasks", lambda: len(asyncio.all_tasks()))
    try:
        await stack.enter_async_context(
            health_server(host=process.host, port=process.port, metrics=metrics, is_ready=is_ready)
        )
    except OSError as error:
        raise ConfigurationError(
            "PORT {port} cannot be opened ({why}).", port=process.port, why=error.strerror
        ) from None
