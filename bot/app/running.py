"""Runs the client until the process is told to stop, and says in a sentence why it cannot."""

import asyncio
import logging
from collections.abc import Sequence

import discord

from bot.app.client import Nutgraf
from bot.app.reaching import reaching_discord
from bot.app.signals import stop_signal
from cogs.shared.parts import Parts

log = logging.getLogger(__name__)


class Clients:
    """The bot's client, and the one that takes its place where Discord refuses the message-content intent.

    Args:
        parts: what the bot is made of.
        token: the bot's token.
        shard_ids, shard_count: which shards this process runs, of how many.
    """

    def __init__(self, parts: Parts, token: str, *, shard_ids: Sequence[int], shard_count: int | None) -> None:
        self._parts = parts
        self._token = token
        self._shard_ids = shard_ids
        self._shard_count = shard_count
        self._client: Nutgraf | None = None

    @property
    def is_ready(self) -> bool:
        """Whether the bot is on Discord and hears."""
        return self._client is not None and self._client.is_ready() and not self._client.is_closed()

    async def run(self) -> None:
        """Run until SIGINT or SIGTERM.

        Raises:
            ConfigurationError: Discord does not take the token.
            NutgrafError: Discord cannot be reached.
        """
        async with stop_signal() as stopped:
            try:
                await self._run_one(stopped, reads_messages=True)
            except discord.PrivilegedIntentsRequired:
                log.warning(
                    "Discord refuses the message-content intent, so watched channels stay unanswered: switch it on "
                    "under Bot on https://discord.com/developers/applications. Everything else works."
                )
                await self._run_one(stopped, reads_messages=False)

    async def _run_one(self, stopped: asyncio.Event, *, reads_messages: bool) -> None:
        client = Nutgraf(
            self._parts, reads_messages=reads_messages, shard_ids=self._shard_ids, shard_count=self._shard_count
        )
        self._client = client
        async with client:
            running = asyncio.create_task(self._connect(client), name="the client")
            stopping = asyncio.create_task(stopped.wait(), name="the signal to stop")
            await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
            stopping.cancel()
            if not running.done():
                log.info("stopping")
                await client.close()
            await running

    async def _connect(self, client: Nutgraf) -> None:
        with reaching_discord():
            await client.start(self._token)
