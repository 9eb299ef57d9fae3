"""The cache on Redis, shared by every process of the bot. Written to the command set of Redis 6.2.

A Redis that does not answer is a miss, a log line and a metric. After a fault Redis is left alone for
`REDIS_PAUSE_SECONDS`, so that a dead server costs one time-out and not one a command.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Self, TypeVar

from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.lock import Lock
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import LockError, RedisError

from bot.adapters.caches.memory_cache import Clock
from bot.adapters.caches.packing import packed, unpacked
from bot.flights import Flights
from bot.ports import Metrics
from config import limits

T = TypeVar("T")

log = logging.getLogger(__name__)

# What redis-py raises when the server is away, slow or refuses: its own tree, and what leaks through from the socket.
FAULTS = (RedisError, OSError, asyncio.TimeoutError)

# A value and the one to which its second word leads.
_LEAD = """
local first = redis.call('GET', KEYS[1])
local word = first and first:match('^%S+%s+(%S+)')
return {first, word and redis.call('GET', ARGV[1] .. word .. ARGV[2]) or false}
"""


def client_of(url: str) -> Redis:
    """A client whose commands wait for a connection when all are in use; its `aclose` closes them."""
    return Redis.from_pool(
        BlockingConnectionPool.from_url(
            url,
            timeout=limits.REDIS_SECONDS,
            max_connections=limits.REDIS_CONNECTIONS,
            socket_timeout=limits.REDIS_SECONDS,
            socket_connect_timeout=limits.REDIS_SECONDS,
            health_check_interval=limits.REDIS_HEALTH_SECONDS,
            # A server that was started anew has closed every connection that rests here: each is opened again.
            retry=Retry(NoBackoff(), 1, supported_errors=(RedisConnectionError,)),
        )
    )


class RedisCache:
    """A `Cache` on a Redis server.

    Args:
        url: `redis://`, `rediss://` or `unix://`.
        metrics: where faults are counted.
        clock: monotonic seconds.
        prefix: put before every key, so that several bots can share a server.
    """

    def __init__(self, url: str, *, metrics: Metrics, clock: Clock, prefix: str = "nutgraf:") -> None:
        self._redis = client_of(url)
        self._lead = self._redis.register_script(_LEAD)
        self._metrics = metrics
        self._clock = clock
        self._prefix = prefix
        self._away_until = 0.0
        self._flights = Flights()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._redis.aclose()

    async def get(self, key: str) -> bytes | None:
        """The value kept under `key`, or None."""
        value = await self._ask(lambda: self._redis.get(self._prefix + key), otherwise=None)
        return await unpacked(value) if isinstance(value, bytes) else None

    async def get_led(self, key: str, before: str, after: str) -> tuple[bytes | None, bytes | None]:
        """The value under `key`, and the one to which its second word leads, in one question."""
        found = await self._ask(
            lambda: self._lead(keys=[self._prefix + key], args=[self._prefix + before, after]), otherwise=None
        )
        first, second = found or (None, None)
        return (
            await unpacked(first) if isinstance(first, bytes) else None,
            await unpacked(second) if isinstance(second, bytes) else None,
        )

    async def put(self, key: str, value: bytes, *, seconds: int) -> None:
        """Keep `value` under `key` for `seconds`, where it is not too large."""
        kept = await packed(value)
        if kept is None:
            await self.drop(key)
            return
        await self._ask(lambda: self._redis.set(self._prefix + key, kept, ex=seconds), otherwise=None)

    async def drop(self, key: str) -> None:
        """Forget `key`."""
        await self._ask(lambda: self._redis.delete(self._prefix + key), otherwise=None)

    async def increment(self, key: str, *, seconds: int, by: int = 1) -> int:
        """Count `by` more under `key` in its window."""

        async def count() -> int:
            # EXPIRE NX is younger than 6.2: opening the window with SET NX keeps its end where the first count put it.
            async with self._redis.pipeline(transaction=True) as pipeline:
                pipeline.set(self._prefix + key, 0, ex=seconds, nx=True)
                pipeline.incrby(self._prefix + key, by)
                results = await pipeline.execute()
            return int(results[1])

        return await self._ask(count, otherwise=0)

    @asynccontextmanager
    async def flight(self, key: str) -> AsyncIterator[None]:
        """Hold the right to do the work of `key` across every process that shares this server."""
        async with self._flights.hold(key):
            lock = self._redis.lock(
                f"{self._prefix}flight:{key}",
                timeout=limits.FLIGHT_LEASE_SECONDS,
                sleep=limits.FLIGHT_POLL_SECONDS,
                blocking_timeout=limits.FLIGHT_WAIT_SECONDS,
                thread_local=False,
            )
            held = await self._ask(lock.acquire, otherwise=False)
            if not held:
                yield
                return
            landed = asyncio.Event()
            renewal = asyncio.create_task(self._renew(lock, landed), name=f"flight {key}")
            try:
                yield
            finally:
                # A renewal under way is waited for: the client loses a cancellation that meets a command's answer.
                landed.set()
                await renewal
                await self._ask(lambda: _release(lock), otherwise=None)

    async def _renew(self, lock: Lock, landed: asyncio.Event) -> None:
        # The lease is short so that a killed holder is replaced soon; whoever is alive renews it.
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(landed.wait(), limits.FLIGHT_LEASE_SECONDS / 3)
            if landed.is_set():
                return
            try:
                await lock.reacquire()
            except LockError as error:
                log.warning("the flight's lease ran out: %s", error)
                return
            except FAULTS as error:
                log.warning("the flight's lease could not be renewed yet: %s", error)

    async def _ask(self, command: Callable[[], Awaitable[T]], *, otherwise: T) -> T:
        if self._clock() < self._away_until:
            self._metrics.count("cache_skipped")
            return otherwise
        try:
            return await command()
        except FAULTS as error:
            self._away_until = self._clock() + limits.REDIS_PAUSE_SECONDS
            self._metrics.count("cache_faults")
            log.warning("Redis does not answer, going on without it: %s: %s", type(error).__name__, error)
            return otherwise


async def _release(lock: Lock) -> None:
    # A lease that ran out belongs to somebody else by now; there is nothing to give back.
    with suppress(LockError):
        await lock.release()
