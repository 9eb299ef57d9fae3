"""Writes what many give at the same time in one go."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

from bot.errors import StorageError

Item = TypeVar("Item")


class Batching(Generic[Item]):
    """Whoever puts something waits until it is written; what comes while a write is under way goes with the next.

    Args:
        write: writes several at once; what it raises is raised to all who gave them.
    """

    def __init__(self, write: Callable[[Sequence[Item]], Awaitable[None]]) -> None:
        self._write = write
        self._waiting: list[tuple[Item, asyncio.Future[None]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def put(self, item: Item) -> None:
        """Write something; gives back once it is written. Raises what `write` raises."""
        written: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, written))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write_all(), name="a batch is written")
        await written

    async def _write_all(self) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting, []
                error: BaseException | None = None
                try:
                    await self._write([item for item, _ in batch])
                except Exception as raised:  # noqa: BLE001  # It is raised again to everybody who waits.
                    error = raised
                except asyncio.CancelledError:
                    error = StorageError()  # Those who wait were not cancelled.
                for _, written in batch:
                    if written.done():
                        continue
                    if error is None:
                        written.set_result(None)
                    else:
                        written.set_exception(error)
        finally:
            self._writing = None
