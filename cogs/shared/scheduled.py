"""Work that is looked after again and again while the bot runs."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress

from bot.ending import end
from cogs.shared.client import BotClient
from config import limits

log = logging.getLogger(__name__)


class ScheduledJobs:
    """Does something once the bot is ready, and then each time so many seconds have passed, until it is stopped.

    A round that fails is logged and counted, and the next one comes all the same.

    Args:
        bot: the client.
        do: what is done.
        seconds: between two scheduled_jobs.
        name: for the log.
    """

    def __init__(self, bot: BotClient, do: Callable[[], Awaitable[None]], *, seconds: float, name: str) -> None:
        self._bot = bot
        self._do = do
        self._seconds = seconds
        self._name = name
        self._stopping = asyncio.Event()
        self._is_at_work = False
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin."""
        self._task = asyncio.create_task(self._go(), name=f"scheduled_jobs: {self._name}")

    async def stop(self) -> None:
        """End: a round under way is waited for, for a while."""
        if self._task is None:
            return
        self._stopping.set()
        if self._is_at_work:
            await asyncio.wait({self._task}, timeout=limits.CLOSE_SECONDS)
        await end([self._task])

    async def _go(self) -> None:
        await self._bot.wait_until_ready()
        while not self._stopping.is_set():
            self._is_at_work = True
            try:
                await self._do()
            except Exception:
                log.exception("a round of %s failed", self._name)
                self._bot.parts.metrics.count("errors", where=self._name)
            self._is_at_work = False
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), self._seconds)
