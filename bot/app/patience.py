"""Waits for a database that is away while the bot starts: the servers of a deploy start in no order."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.errors import StorageError
from config import limits

log = logging.getLogger(__name__)

Done = TypeVar("Done")


async def when_there(do: Callable[[], Awaitable[Done]], *, seconds: float) -> Done:
    """Do something that asks the database, again and again until it answers. Raises StorageError after so long."""
    last = time.monotonic() + seconds
    while True:
        try:
            return await do()
        except StorageError:
            if time.monotonic() >= last:
                raise
            log.warning("the database does not answer yet")
            await asyncio.sleep(limits.OWED_FIRST_WAIT)
