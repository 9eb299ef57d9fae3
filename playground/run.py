"""`nutgraf playground`: the local Discord with its chat page and demo guild, and the whole bot in it."""

import asyncio
import os
import tempfile
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from bot.errors import ConfigurationError
from config.settings import Secret, Settings
from playground.connect import point_at
from playground.newsroom import build_newsroom, watch_news
from playground.page.serve import ChatPage
from playground.server import HOST, LocalDiscord


class Wiring(Protocol):
    """What the playground needs of the composition root: `bot.app.composition` itself."""

    def settings(self) -> Settings:
        """The settings of this process."""
        ...

    async def run(self, process: Settings, /) -> None:
        """Run the bot until it is told to stop."""
        ...


async def run_playground(wiring: Wiring, *, port: int, say: Callable[[str], None]) -> None:
    """Run the bot in a local Discord until it is told to stop. What it keeps lies in a folder that is removed then.

    Args:
        wiring: `bot.app.composition`.
        port: the port of the page on 127.0.0.1; 0 for a free one.
        say: prints a sentence for the person at the terminal.

    Raises:
        ConfigurationError: the settings are wrong, or the port is taken.
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
        process = _local_settings(wiring.settings(), local, Path(folder))
        say(f"The playground is open at {local.page_url} (stop it with Ctrl+C).")
        stack.enter_context(point_at(local.api_url, local.gateway_url))
        watching = asyncio.create_task(watch_news(local, newsroom), name="playground: watch #news")
        try:
            await wiring.run(process)
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
