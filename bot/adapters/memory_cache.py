"""The cache of a process without Redis: bounded, least recently used entries go first, entries expire."""

from collections import OrderedDict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from bot.flights import Flights
from config import limits

Clock = Callable[[], float]
"""Seconds that only grow, such as `time.monotonic`."""


class MemoryCache:
    """A `Cache` in the process's memory.

    Args:
        clock: monotonic seconds.
        entries: how many values are kept at most.
    """

    def __init__(self, *, clock: Clock, entries: int = limits.MEMORY_CACHE_ENTRIES) -> None:
        self._clock = clock
        self._entries = entries
        self._values: OrderedDict[str, tuple[float, bytes]] = OrderedDict()
        self._counts: OrderedDict[str, tuple[float, int]] = OrderedDict()
        self._flights = Flights()

    async def get(self, key: str) -> bytes | None:
        """The value kept under `key`, or None."""
        kept = self._values.get(key)
        if kept is None:
            return None
        expires, value = kept
        if expires <= self._clock():
            del self._values[key]
            return None
        self._values.move_to_end(key)
        return value

    async def put(self, key: str, value: bytes, *, seconds: int) -> None:
        """Keep `value` under `key` for `seconds`."""
        self._values[key] = (self._clock() + seconds, value)
        self._values.move_to_end(key)
        while len(self._values) > self._entries:
            self._values.popitem(last=False)

    async def drop(self, key: str) -> None:
        """Forget `key`."""
        self._values.pop(key, None)

    def clear(self) -> None:
        """Forget every value and every count."""
        self._values.clear()
        self._counts.clear()

    async def increment(self, key: str, *, seconds: int, by: int = 1) -> int:
        """Count `by` more under `key` in its window."""
        now = self._clock()
        expires, count = self._counts.pop(key, (0.0, 0))
        if expires <= now:
            expires, count = now + seconds, 0
        self._counts[key] = (expires, count + by)
        while len(self._counts) > self._entries:
            self._counts.popitem(last=False)
        return count + by

    @asynccontextmanager
    async def flight(self, key: str) -> AsyncIterator[None]:
        """Hold the right to do the work of `key` within this process."""
        async with self._flights.hold(key):
            yield
