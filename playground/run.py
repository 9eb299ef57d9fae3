"""`nutgraf playground`: the local Discord with its chat page and demo guild, and the whole bot in it."""

import asyncio
import os
import tempfile
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path

from bot.errors import ConfigurationError
from config.settings import Secret, Settings
from playground.connect import point_at
from playground.newsroom import build_newsroom, watch_news
from playground.page.serve import ChatPage
from playground.server import HOST, LocalDiscord


async def run_playground(
    process: Settings, run: Callable[[Settings], Awaitable[None]], *, port: int, say: Callable[[str], None]
) -> None:
    """Run the bot in a local Discord until it is told to stop. What it keeps lies in a folder that is removed then.

    Args:
        process: the settings of this process.
        run: runs the bot by its settings until it is told to stop.
        port: the port of the page on 127.0.0.1; 0 for a free one.
        say: prints a sentence for the person at the terminal.

    Raises:
        ConfigurationError: the port is taken.
    """
    local = LocalDiscord(port=port)
    newsroom = build_newsroom(local)
    ChatPage(local, newsroom)
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="nutgraf-playground-"))
        try:
            await stack.enter_async_context(local)
        except OSError as error:
            why = os.strerror(error.errno or 0).lower()
            message = "Port {port} cannot be opened ({why}); name another with --port."
            raise ConfigurationError(message, port=port, why=why) from None
        say(f"The playground is open at {local.page_url} (stop it with Ctrl+C).")
        stack.enter_context(point_at(local.api_url, local.gateway_url))
        watching = asyncio.create_task(watch_news(local, newsroom), name="playground: watch #news")
        try:
            await run(_local_settings(process, local, Path(folder)))
        finally:
            watching.cancel()
            await asyncio.gather(watching, return_exceptions=True)


def _local_settings(process: Settings, local: LocalDiscord, folder: Path) -> Settings:
    """The process's settings with the local bot's token, a store of its own, and the demo articles within reach."""
    return replace(
        process,
        discord_token=Secret(local.token),
        database_url=None,
        data_folder=folder,
        shard_ids=(),
        shard_count=None,
        fetch_allow=process.fetch_allow | {(HOST, local.port)},
    )
