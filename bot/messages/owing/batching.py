"""Writes what many give at the same time in one go."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

from bot.errors import StorageError

Item = TypeVar("Item")


class Batching(Generic[Item]):
    """Whoever puts something waits until it is written; what comes while a write is under way goes with the next.

    Args:
        write: writes several at once, or none of them. A StorageError is raised to all who gave them; after any other
            fault each is written by itself.
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
                fault = await self._fault_of([item for item, _ in batch])
                # What is wrong with one of them, such as a number that the database cannot hold, stops no other.
                alone = len(batch) > 1 and fault is not None and not isinstance(fault, StorageError)
                for item, written in batch:
                    error = await self._fault_of([item]) if alone else fault
                    if written.done():
                        continue
                    if error is None:
                        written.set_result(None)
                    else:
                        written.set_exception(error)
        finally:
            self._writing = None

    async def _fault_of(self, items: Sequence[Item]) -> Exception | None:
        """What writing some raises."""
        try:
            await self._write(items)
        except Exception as raised:  # noqa: BLE001  # It is raised again to everybody who waits.
            return raised
        except asyncio.CancelledError:
            return StorageError()  # Those who wait were not cancelled.
        return None
