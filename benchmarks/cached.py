"""A cached answer beside a bare Redis GET of a value of the same size, on one real server in one run.

What the desk does above the GET: it looks the link up, gets the brief, and reads it back verified, quote by quote.
"""

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from redis.asyncio import Redis

from bot.adapters.caches.redis_cache import RedisCache
from bot.adapters.engines.builtin_engine import BuiltinEngine
from bot.adapters.metrics import PrometheusMetrics
from bot.briefing.desk import Desk
from bot.domain.brief import codec
from bot.domain.values.source import Link
from bot.domain.values.wish import Wish
from tests.support.fakes import FakeFetcher, FakeReader, InlinePool
from tests.support.redis_server import RedisServer

ROUNDS = 30
CALLS = 50


def main() -> None:
    """Print the median time of both, and their ratio."""
    asyncio.run(_measure())


async def _measure() -> None:
    metrics = PrometheusMetrics()
    builtin = BuiltinEngine(None)
    link, wish = Link("https://news.example/harbour"), Wish()
    with RedisServer() as server:
        async with (
            RedisCache(server.url, metrics=metrics, clock=time.monotonic) as cache,
            Desk(
                fetcher=FakeFetcher(),
                reader=FakeReader(),
                engine=builtin,
                builtin=builtin,
                cache=cache,
                pool=InlinePool(),
                metrics=metrics,
                now=lambda: datetime.now(UTC),
                has_model=False,
            ) as desk,
        ):
            brief = (await desk.brief(link, wish)).brief
            bare: Redis = Redis.from_url(server.url)
            size = len(codec.encode_brief(brief))
            await bare.set("bare", b"x" * size)
            ours: list[float] = []
            peers: list[float] = []
            for _ in range(ROUNDS):  # In turns, so that whatever slows the machine slows both.
                ours.append(await _time(lambda: desk.brief(link, wish)))
                peers.append(await _time(lambda: bare.get("bare")))
            await bare.aclose()
    assert metrics.value("cache", result="hit") == ROUNDS * CALLS
    mine, peer = statistics.median(ours), statistics.median(peers)
    print(f"cached answer        {mine * 1e6:8.0f} µs")
    print(f"bare Redis GET       {peer * 1e6:8.0f} µs ({size:,} bytes)")
    print(f"ratio                {mine / peer:8.2f}")


async def _time(call: Callable[[], Awaitable[object]]) -> float:
    started = time.perf_counter()
    for _ in range(CALLS):
        await call()
    return (time.perf_counter() - started) / CALLS
