"""The cache of a process without Redis: bounded, least recently used entries go first, entries expire."""

from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager

from bot.adapters.caches.packing import packed, unpacked
from bot.flights import Flights
from config import limits

Clock = Callable[[], float]
"""Seconds that only grow, such as `time.monotonic`."""


# Bytes that an entry takes besides its key and its value: the objects around them.
_ENTRY_BYTES = 300


class _Shelf:
    """Values up to a number of bytes in all; the least recently used go first.

    Args:
        most: bytes of keys and values with what they cost.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[str, tuple[float, bytes]] = OrderedDict()
        self.size = 0

    def get(self, key: str) -> tuple[float, bytes] | None:
        """When a value ends, and the value; it was used just now."""
        if key in self._values:
            self._values.move_to_end(key)
        return self._values.get(key)

    def put(self, key: str, expires: float, value: bytes) -> None:
        """Keep a value, and let others go for it."""
        self.drop(key)
        self._values[key] = (expires, value)
        self.size += _size(key, value)
        while self.size > self._most:
            oldest, (_, gone) = self._values.popitem(last=False)
            self.size -= _size(oldest, gone)

    def drop(self, key: str) -> None:
        """Forget a value."""
        kept = self._values.pop(key, None)
        if kept is not None:
            self.size -= _size(key, kept[1])

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def clear(self) -> None:
        """Forget every value."""
        self._values.clear()
        self.size = 0


def _size(key: str, value: bytes) -> int:
    return len(key) + len(value) + _ENTRY_BYTES


class MemoryCache:
    """A `Cache` in the process's memory, bounded by bytes; small values have a part of their own.

    Args:
        clock: monotonic seconds.
        most: bytes that are kept at most.
        small: how many of those are for values of up to `limits.MEMORY_CACHE_SMALL` bytes.
    """

    def __init__(
        self, *, clock: Clock, most: int = limits.MEMORY_CACHE_BYTES, small: int = limits.MEMORY_CACHE_SMALL_BYTES
    ) -> None:
        self._clock = clock
        self._small, self._large = _Shelf(small), _Shelf(most - small)
        self._counts: OrderedDict[str, tuple[float, int]] = OrderedDict()
        self._flights = Flights()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the values that are kept."""
        return (*self._small, *self._large)

    @property
    def size(self) -> int:
        """Bytes that are kept."""
        return self._small.size + self._large.size

    async def get(self, key: str) -> bytes | None:
        """The value kept under `key`, or None."""
        kept = self._small.get(key) or self._large.get(key)
        if kept is None:
            return None
        expires, value = kept
        if expires <= self._clock():
            await self.drop(key)
            return None
        return await unpacked(value)

    async def get_led(self, key: str, before: str, after: str) -> tuple[bytes | None, bytes | None]:
        """The value under `key`, and the one to which its second word leads."""
        first = await self.get(key)
        words = first.decode(errors="replace").split() if first is not None else []
        return first, await self.get(f"{before}{words[1]}{after}") if len(words) > 1 else None

    async def put(self, key: str, value: bytes, *, seconds: int) -> None:
        """Keep `value` under `key` for `seconds`, where it is not too large."""
        await self.drop(key)
        kept = await packed(value)
        if kept is not None:
            shelf = self._small if len(kept) <= limits.MEMORY_CACHE_SMALL else self._large
            shelf.put(key, self._clock() + seconds, kept)

    async def drop(self, key: str) -> None:
        """Forget `key`."""
        self._small.drop(key)
        self._large.drop(key)

    def clear(self) -> None:
        """Forget every value and every count."""
        self._small.clear()
        self._large.clear()
        self._counts.clear()

    async def increment(self, key: str, *, seconds: int, by: int = 1) -> int:
        """Count `by` more under `key` in its window."""
        now = self._clock()
        expires, count = self._counts.pop(key, (0.0, 0))
        if expires <= now:
            expires, count = now + seconds, 0
        self._counts[key] = (expires, count + by)
        while len(self._counts) > limits.MEMORY_CACHE_COUNTS:
            self._counts.popitem(last=False)
        return count + by

    @asynccontextmanager
    async def flight(self, key: str) -> AsyncIterator[None]:
        """Hold the right to do the work of `key` within this process."""
        async with self._flights.hold(key):
            yield
