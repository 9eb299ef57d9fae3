"""The job engine in memory and on a real Redis: one contract."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any

import pytest

from bot.adapters.docket_jobs import DocketJobs
from bot.errors import QueueAwayError
from tests.support.patience import until
from tests.support.redis_server import RedisServer


@pytest.fixture(scope="module")
def server() -> Iterator[RedisServer]:
    """One Redis server for this module's tests."""
    with RedisServer() as running:
        yield running


@pytest.fixture(params=["memory", "redis"])
async def jobs(request: pytest.FixtureRequest, server: RedisServer) -> AsyncIterator[DocketJobs]:
    """Each engine in turn."""
    async with DocketJobs(None if request.param == "memory" else server.url) as engine:
        yield engine


async def test_job_is_done_with_its_arguments(jobs: DocketJobs) -> None:
    """Numbers, strings and None come through; a key that is done may be a job again."""
    done: list[Mapping[str, Any]] = []

    async def do(arguments: Mapping[str, Any]) -> None:
        done.append(arguments)

    jobs.know("note", do)
    await jobs.start()
    await jobs.add("note", "a", {"message": 10**18, "guild": None, "trigger": "watch"})
    await until(lambda: len(done) >= 1)

    async def is_done_again() -> bool:
        """The engine knows a key until what ran under it has been tidied away."""
        await jobs.add("note", "a", {"message": 2})
        return len(done) >= 2

    await until(is_done_again, every=0.05)
    assert done[:2] == [{"message": 10**18, "guild": None, "trigger": "watch"}, {"message": 2}]


async def test_job_is_given_to_a_process_that_knows_it(server: RedisServer) -> None:
    """Whoever does no jobs gives them by their names; only who does them knows what they are."""
    done: list[Mapping[str, Any]] = []

    async def do(arguments: Mapping[str, Any]) -> None:
        done.append(arguments)

    async with DocketJobs(server.url, works_here=False) as gateway, DocketJobs(server.url) as worker:
        worker.know("elsewhere", do)
        await worker.start()
        await gateway.add("elsewhere", "a", {"message": 1})
        await until(lambda: len(done) >= 1)
    assert done == [{"message": 1}]


async def test_key_under_way_is_one_job(jobs: DocketJobs) -> None:
    """What is added again while it waits or runs is not done twice."""
    done: list[Any] = []
    go_on = asyncio.Event()

    async def do(arguments: Mapping[str, Any]) -> None:
        await go_on.wait()
        done.append(arguments)

    jobs.know("slow", do)
    await jobs.start()
    for _ in range(5):
        await jobs.add("slow", "same", {})
    await asyncio.sleep(0.3)
    await jobs.add("slow", "same", {})
    go_on.set()
    await until(lambda: len(done) >= 1)
    await asyncio.sleep(0.3)
    assert len(done) == 1


async def test_dead_redis_is_one_error() -> None:
    """An engine that is away says so soon, and a process starts without it."""
    server = RedisServer()
    async with DocketJobs(server.url, works_here=False) as engine:
        engine.know("note", _nothing)
        with pytest.raises(QueueAwayError):
            await engine.add("note", "a", {})


async def _nothing(_: Mapping[str, Any]) -> None:
    """A job that does nothing."""
