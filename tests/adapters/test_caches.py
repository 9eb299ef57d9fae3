"""One contract over every cache: the process's memory and a real Redis server."""

import asyncio
import itertools
import random
import time
import zlib
from collections.abc import AsyncIterator, Iterator

import pytest
from redis.asyncio import Redis

from bot.adapters.caches.memory_cache import MemoryCache
from bot.adapters.caches.packing import unpacked
from bot.adapters.caches.redis_cache import RedisCache
from bot.adapters.metrics import PrometheusMetrics
from bot.ports import Cache
from config import limits
from tests.support.patience import measured_again, until
from tests.support.redis_server import RedisServer

prefixes = (f"test{number}:" for number in itertools.count())

# Seconds within which what need not wait is done, on a busy machine too: less than the lease that it would wait for.
SOON = limits.FLIGHT_LEASE_SECONDS - 1


@pytest.fixture(scope="module")
def server() -> Iterator[RedisServer]:
    """One Redis server for this module's tests."""
    with RedisServer() as running:
        yield running


@pytest.fixture(params=["memory", "redis"])
async def cache(request: pytest.FixtureRequest, server: RedisServer) -> AsyncIterator[Cache]:
    """Each implementation of the port in turn."""
    if request.param == "memory":
        yield MemoryCache(clock=time.monotonic)
        return
    metrics = PrometheusMetrics()
    async with RedisCache(server.url, metrics=metrics, clock=time.monotonic, prefix=next(prefixes)) as shared:
        yield shared
        assert metrics.value("cache_faults") == 0


async def test_value_is_given_back(cache: Cache) -> None:
    """What was put is got, byte for byte."""
    await cache.put("key", b"\x00\xffvalue\r\n", seconds=60)
    assert await cache.get("key") == b"\x00\xffvalue\r\n"


async def test_unknown_key_is_none(cache: Cache) -> None:
    """A key that was never put is None."""
    assert await cache.get("nothing") is None


async def test_put_replaces(cache: Cache) -> None:
    """The second value put under a key replaces the first."""
    await cache.put("key", b"first", seconds=60)
    await cache.put("key", b"second", seconds=60)
    assert await cache.get("key") == b"second"


async def test_value_leads_to_another(cache: Cache) -> None:
    """The second word of a value is part of the key of the next one; what is not there is None."""
    large = random.Random(3).randbytes(limits.CACHE_PLAIN_BYTES * 2)  # No secret.
    await cache.put("link", b"here there", seconds=60)
    await cache.put("of:there:short", large, seconds=60)
    assert await cache.get_led("link", "of:", ":short") == (b"here there", large)
    assert await cache.get_led("link", "of:", ":long") == (b"here there", None)
    await cache.put("alone", b"here", seconds=60)
    assert await cache.get_led("alone", "of:", ":short") == (b"here", None)
    assert await cache.get_led("unknown", "of:", ":short") == (None, None)


async def test_drop_forgets(cache: Cache) -> None:
    """A dropped key is None, and dropping it again is no fault."""
    await cache.put("key", b"value", seconds=60)
    await cache.drop("key")
    await cache.drop("key")
    assert await cache.get("key") is None


async def test_value_expires(cache: Cache) -> None:
    """A value is gone after its seconds."""
    await cache.put("key", b"value", seconds=1)
    await asyncio.sleep(1.1)
    assert await cache.get("key") is None


@measured_again
async def test_increment_counts_within_its_window(cache: Cache) -> None:
    """Counts grow by one within a window and start again after it."""
    await cache.drop("often")
    counts = [await cache.increment("often", seconds=60) for _ in range(3)]
    assert counts == [1, 2, 3]
    await cache.drop("asked")
    assert await cache.increment("asked", seconds=1) == 1
    await asyncio.sleep(1.1)
    assert await cache.increment("asked", seconds=1) == 1
    assert await cache.increment("asked", seconds=1, by=0) == 1


async def test_server_that_was_started_anew_costs_nothing() -> None:
    """Connections that rested while Redis was started anew are opened again, and none counts as a fault."""
    metrics = PrometheusMetrics()
    with RedisServer() as server:
        async with RedisCache(server.url, metrics=metrics, clock=time.monotonic) as cache:
            await asyncio.gather(*(cache.put(f"key{number}", b"value", seconds=60) for number in range(8)))
            server.stop()
            await asyncio.to_thread(server.start)
            for number in range(8):
                await cache.put(f"key{number}", b"value", seconds=60)
            assert await asyncio.gather(*(cache.get(f"key{number}") for number in range(8))) == [b"value"] * 8
    assert metrics.value("cache_faults") == metrics.value("cache_skipped") == 0


async def test_flight_has_one_holder(cache: Cache) -> None:
    """Of many who ask for a flight at once, one holds it at a time, and all get their turn."""
    holders = 0
    turns = 0

    async def work() -> None:
        nonlocal holders, turns
        async with cache.flight("article"):
            holders += 1
            assert holders == 1
            await asyncio.sleep(0.01)
            turns += 1
            holders -= 1

    await asyncio.gather(*(work() for _ in range(8)))
    assert turns == 8


async def test_flights_of_other_keys_do_not_wait(cache: Cache) -> None:
    """A held flight keeps nobody from another key's."""
    async with asyncio.timeout(SOON), cache.flight("one"), cache.flight("other"):
        pass


async def test_flight_is_given_back_after_a_fault(cache: Cache) -> None:
    """A holder that fails gives its flight back."""
    with pytest.raises(ValueError, match="broken"):
        async with cache.flight("article"):
            raise ValueError("broken")
    async with asyncio.timeout(SOON), cache.flight("article"):
        pass


async def test_memory_cache_is_bounded_by_bytes() -> None:
    """The value used longest ago goes first when there are too many bytes."""
    cache = MemoryCache(clock=time.monotonic, most=30_000, small=5_000)
    size = limits.MEMORY_CACHE_SMALL + 6_000
    for key in "abc":
        await cache.put(key, key.encode() * size, seconds=60)
    assert await cache.get("b") == b"b" * size
    await cache.put("d", b"d" * size, seconds=60)
    assert [key for key in "abcd" if await cache.get(key) is not None] == ["b", "c", "d"]
    assert cache.size <= 30_000


async def test_value_that_is_kept_anew_is_the_newest() -> None:
    """Where one has to go, it is the one that was kept before all others, and not one that was kept anew since."""
    cache = MemoryCache(clock=lambda: 0.0, most=20_000, small=2_000)
    for key in ("anew", "old", "anew", "b", "c", "d"):
        await cache.put(key, b"x" * 100, seconds=60)
    assert cache.keys == ("anew", "b", "c", "d")


async def test_large_values_push_out_no_small_ones() -> None:
    """A thousand large values leave the mark of which article a link leads to where it is."""
    cache = MemoryCache(clock=time.monotonic, most=100_000, small=10_000)
    await cache.put("link", b"key", seconds=60)
    for number in range(1_000):
        await cache.put(f"brief{number}", bytes(20_000), seconds=60)
    assert await cache.get("link") == b"key"
    assert cache.size <= 100_000


async def test_large_value_is_kept_small(cache: Cache) -> None:
    """A text too large to be kept as it is comes back whole; one too large even then is not kept."""
    story = b"The quay of Port Ellery closes. " * 20_000
    await cache.put("story", story, seconds=60)
    assert await cache.get("story") == story
    noise = random.Random(1).randbytes(limits.CACHE_VALUE_BYTES + 1)
    await cache.put("story", noise, seconds=60)
    assert await cache.get("story") is None


@pytest.mark.parametrize("kept", [b"", b"?what", b"zbroken", b"z" + zlib.compress(b"cut" * 99)[:-4]])
async def test_damaged_value_is_a_miss(kept: bytes) -> None:
    """What was not packed by this program, or not whole, is nothing."""
    assert await unpacked(kept) is None


async def test_value_that_unpacks_without_end_is_a_miss() -> None:
    """A small value that unpacks to more than is ever kept is not unpacked."""
    assert await unpacked(b"z" + zlib.compress(bytes(limits.CACHE_UNPACKED_BYTES + 1))) is None


async def test_flight_holds_across_processes(server: RedisServer) -> None:
    """Two clients of one server, as two processes have, take turns."""
    metrics = PrometheusMetrics()
    prefix = next(prefixes)
    async with (
        RedisCache(server.url, metrics=metrics, clock=time.monotonic, prefix=prefix) as one,
        RedisCache(server.url, metrics=metrics, clock=time.monotonic, prefix=prefix) as other,
    ):
        order: list[str] = []

        async def second() -> None:
            async with other.flight("article"):
                order.append("second")

        async with one.flight("article"):
            waiting = asyncio.create_task(second())
            await asyncio.sleep(0.3)
            order.append("first")
        await waiting
        assert order == ["first", "second"]


@measured_again
async def test_lease_whose_renewal_failed_once_is_renewed(
    server: RedisServer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A Redis that refuses a renewal is asked again, and the holder goes on holding."""
    monkeypatch.setattr(limits, "FLIGHT_LEASE_SECONDS", 1.2)
    prefix = next(prefixes)
    caplog.clear()
    async with (
        Redis.from_url(server.url) as client,
        RedisCache(server.url, metrics=PrometheusMetrics(), clock=time.monotonic, prefix=prefix) as cache,
        asyncio.timeout(10),
        cache.flight("article"),
    ):
        await client.acl_setuser("default", enabled=True, commands=["-evalsha"])
        try:
            await until(lambda: "could not be renewed yet" in caplog.text)
        finally:
            await client.acl_setuser("default", enabled=True, commands=["+evalsha"])
        left = await client.pttl(f"{prefix}flight:article")
        while await client.pttl(f"{prefix}flight:article") <= left:  # noqa: ASYNC110  # A server rings no bell.
            await asyncio.sleep(0.01)


async def test_dead_redis_is_a_miss_and_a_metric() -> None:
    """Every command on a Redis that went away gives its miss; the first alone asks it, and its fault is counted."""
    metrics = PrometheusMetrics()
    with RedisServer() as server:
        async with RedisCache(server.url, metrics=metrics, clock=time.monotonic) as cache:
            await cache.put("key", b"value", seconds=60)
            server.stop()
            assert await cache.get("key") is None
            await cache.put("key", b"value", seconds=60)
            await cache.drop("key")
            assert await cache.increment("asked", seconds=60) == 0
            async with cache.flight("article"):
                pass
    assert metrics.value("cache_faults") == 1
    assert metrics.value("cache_skipped") == 4


async def test_commands_wait_for_a_connection(server: RedisServer) -> None:
    """Hundreds of commands at once are answered by a few connections; none is taken for a fault."""
    metrics = PrometheusMetrics()
    async with RedisCache(server.url, metrics=metrics, clock=time.monotonic, prefix="crowd:") as cache:
        await asyncio.gather(*(cache.put(f"{number}", b"here", seconds=60) for number in range(300)))
        found = await asyncio.gather(*(cache.get(f"{number}") for number in range(300)))
    assert found == [b"here"] * 300
    assert metrics.value("cache_faults") == 0


async def test_redis_is_asked_again_after_the_pause() -> None:
    """A Redis that came back is used again once the pause after its fault is over."""
    now = 0.0
    with RedisServer() as server:
        async with RedisCache(server.url, metrics=PrometheusMetrics(), clock=lambda: now) as cache:
            server.stop()
            await cache.put("key", b"value", seconds=60)
            server.start()
            await cache.put("key", b"value", seconds=60)
            assert await cache.get("key") is None
            now += limits.REDIS_PAUSE_SECONDS
            await cache.put("key", b"value", seconds=60)
            assert await cache.get("key") == b"value"


async def test_silent_redis_costs_one_time_limit() -> None:
    """A Redis that accepts and never answers delays the first command by its time limit, and no other."""
    writers: list[asyncio.StreamWriter] = []

    async def silent(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.append(writer)

    async with await asyncio.start_server(silent, "127.0.0.1", 0) as listening:
        port = listening.sockets[0].getsockname()[1]
        metrics = PrometheusMetrics()
        async with RedisCache(f"redis://127.0.0.1:{port}", metrics=metrics, clock=time.monotonic) as cache:
            started = time.monotonic()
            assert await cache.get("key") is None
            assert time.monotonic() - started >= limits.REDIS_SECONDS
            for _ in range(20):
                assert await cache.get("key") is None
        for writer in writers:
            writer.close()
            await writer.wait_closed()
    assert writers
    assert (metrics.value("cache_faults"), metrics.value("cache_skipped")) == (1, 20)


async def test_memory_cache_counts_its_bytes() -> None:
    """What is dropped, replaced, expired, pushed out or cleared is not counted any more."""
    moment = 0.0
    cache = MemoryCache(clock=lambda: moment, most=30_000, small=2_000)
    await cache.put("a", b"a" * 100, seconds=10)
    one = cache.size
    assert 100 < one < 600
    await cache.put("b", b"b" * 100, seconds=60)
    await cache.put("b", b"c" * 100, seconds=60)
    assert cache.size == 2 * one
    moment = 10.0
    assert await cache.get("a") is None
    assert (cache.keys, cache.size) == (("b",), one)
    await cache.drop("b")
    assert cache.size == 0
    for number in range(40):
        await cache.put(str(number % 10), b"d" * 100, seconds=60)
    kept = len(cache.keys)
    assert kept == 2_000 // one
    assert cache.size == kept * one
    cache.clear()
    assert (cache.keys, cache.size) == ((), 0)


async def test_memory_cache_bounds_its_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A count begins at nothing; the one that was used longest ago goes first, and none before it has to."""
    monkeypatch.setattr(limits, "MEMORY_CACHE_COUNTS", 2)
    cache = MemoryCache(clock=lambda: 0.0)
    assert [await cache.increment(key, seconds=60, by=by) for key, by in (("a", 0), ("a", 3), ("b", 1))] == [0, 3, 1]
    assert await cache.increment("a", seconds=60) == 4
    assert await cache.increment("c", seconds=60) == 1
    assert [await cache.increment(key, seconds=60, by=0) for key in ("a", "c")] == [4, 1]
    assert await cache.increment("b", seconds=60, by=0) == 0


async def test_window_and_room_end_where_they_say() -> None:
    """At its last moment a count begins anew, and what just fits into the memory is kept."""
    now = [5.0]
    cache = MemoryCache(clock=lambda: now[0])
    await cache.increment("a", seconds=60)
    now[0] = 65.0
    assert await cache.increment("a", seconds=60) == 1
    measured = MemoryCache(clock=lambda: 0.0)
    await measured.put("a", b"value", seconds=60)
    exact = MemoryCache(clock=lambda: 0.0, most=2 * measured.size, small=measured.size)
    await exact.put("a", b"value", seconds=60)
    assert exact.keys == ("a",)
