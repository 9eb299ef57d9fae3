"""The desk of a process that reads nothing itself, and the job that reads for it, on one cache."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.adapters.caches.memory_cache import MemoryCache
from bot.adapters.metrics import PrometheusMetrics
from bot.behalf import Behalf, behalf, on_behalf_of
from bot.briefing.desk import Desk
from bot.briefing.workers_desk import JOB, WorkersDesk, answer_for
from bot.domain.values.source import Link, Paste, Source, Upload
from bot.domain.values.wish import EngineName, Length, Wish
from bot.errors import EngineError, PaywallError, QueueAwayError
from config import limits
from tests.support.chat import NOW
from tests.support.fakes import STORY, FakeEngine, FakeFetcher, FakeReader, InlinePool
from tests.support.patience import PATIENCE


@dataclass
class Jobs:
    """An engine whose jobs another process does at once, never while it is `idle`; it takes none while it is `away`."""

    desk: Desk
    cache: MemoryCache
    is_embedded: bool = False
    works_here: bool = False
    idle: bool = False
    away: bool = False
    given: list[Mapping[str, Any]] = field(default_factory=list)
    tasks: set[asyncio.Task[None]] = field(default_factory=set)

    async def add(self, job: str, key: str, arguments: Mapping[str, Any]) -> None:
        """Do it."""
        assert (job, key) == (JOB, f"{JOB}:{arguments['asked']}")
        self.given.append(arguments)
        if self.away:
            raise QueueAwayError
        if not self.idle:
            self.tasks.add(asyncio.create_task(answer_for(self.desk, self.cache, arguments)))


@dataclass
class Scene:
    """The desk that asks, and what the other process works with."""

    desk: WorkersDesk
    jobs: Jobs
    fetcher: FakeFetcher
    engine: FakeEngine


@pytest.fixture
async def scene() -> AsyncIterator[Scene]:
    """Two processes."""
    fetcher, engine, cache = FakeFetcher(), FakeEngine("openai:some-model"), MemoryCache(clock=lambda: 0.0)
    desk = Desk(
        fetcher=fetcher,
        reader=FakeReader(),
        engine=engine,
        builtin=FakeEngine("builtin"),
        cache=cache,
        pool=InlinePool(),
        metrics=PrometheusMetrics(),
        now=lambda: NOW,
        has_model=True,
    )
    async with desk:
        jobs = Jobs(desk, cache)
        yield Scene(WorkersDesk(jobs, cache), jobs, fetcher, engine)  # type: ignore[arg-type]  # It does no other jobs.


@pytest.mark.parametrize(
    "source",
    [Link("https://news.example/harbour"), Paste(STORY), Upload("a.txt", "text/plain", STORY.encode())],
    ids=lambda source: type(source).__name__,
)
async def test_brief_is_what_the_other_process_says(scene: Scene, source: Source) -> None:
    """Texts and files go by way of the cache; no job holds a word of them."""
    served = await scene.desk.brief(source, Wish(Length.LONG, "en", EngineName.BUILTIN))
    assert "Port Ellery" in served.brief.article.text
    assert served.brief.engine == "builtin"
    assert "quay" not in str(scene.jobs.given)
    assert scene.desk.under_way == 0
    peeked = await scene.desk.peek(source, Wish(Length.LONG, "en", EngineName.BUILTIN))
    assert peeked is not None
    assert (peeked.key, peeked.content, peeked.cached_at) == (served.key, served.content, NOW)
    assert await scene.desk.peek(source, Wish()) is None


async def test_recall_writes_where_it_may(scene: Scene) -> None:
    """By another wish, without a fetch; without writing it is None."""
    served = await scene.desk.brief(Link("https://news.example/harbour"), Wish())
    assert await scene.desk.recall(served.key, Wish(Length.LONG), write=False) is None
    longer = await scene.desk.recall(served.key, Wish(Length.LONG))
    assert longer is not None
    assert longer.key == served.key
    assert scene.fetcher.fetched == ["https://news.example/harbour"]


async def test_fault_is_the_one_that_was_met(scene: Scene) -> None:
    """Its class, its sentence and what was paid for it."""
    scene.fetcher.fault = PaywallError()
    with pytest.raises(PaywallError):
        await scene.desk.brief(Link("https://news.example/harbour"), Wish())
    scene.engine.fault = EngineError()
    with pytest.raises(EngineError):
        await scene.desk.brief(Paste(STORY), Wish())


async def test_stages_are_told_and_the_asker_is_known(scene: Scene) -> None:
    """The other process works on the same behalf."""
    scene.fetcher.delay = 0.3
    stages: list[str] = []
    with on_behalf_of(Behalf(5, 7)):
        await scene.desk.brief(
            Link("https://news.example/harbour"), Wish(), progress=lambda stage, _: stages.append(stage)
        )
        assert behalf() == Behalf(5, 7)
    assert stages
    assert scene.jobs.given[0]["asker"] == [5, 7]


async def test_job_that_redis_lost_is_given_again(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever waits for the answer gives the same job once more, until somebody has it."""
    monkeypatch.setattr(limits, "DESK_AGAIN_SECONDS", 0.05)
    scene.jobs.idle = True
    asking = asyncio.create_task(scene.desk.brief(Link("https://news.example/harbour"), Wish()))
    await asyncio.sleep(0.2)
    assert not asking.done()
    scene.jobs.idle = False
    assert (await asyncio.wait_for(asking, PATIENCE)).brief.summary
    assert len({arguments["asked"] for arguments in scene.jobs.given}) == 1


async def test_engine_that_is_away_for_a_moment_is_asked_again(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks is answered as soon as the job engine is back, and not told that it is away."""
    monkeypatch.setattr(limits, "DESK_AGAIN_SECONDS", 0.05)
    scene.jobs.away = True
    asking = asyncio.create_task(scene.desk.brief(Link("https://news.example/harbour"), Wish()))
    await asyncio.sleep(0.1)
    scene.jobs.away = False
    assert (await asyncio.wait_for(asking, PATIENCE)).brief.summary


async def test_process_that_says_nothing_is_not_waited_for_for_ever(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody takes the job; and a text that the cache has let go is no text."""
    monkeypatch.setattr(limits, "FLIGHT_WAIT_SECONDS", 0.1)
    scene.jobs.idle = True
    with pytest.raises(QueueAwayError):
        await scene.desk.brief(Link("https://news.example/harbour"), Wish())
    with pytest.raises(QueueAwayError):
        await scene.desk.brief(Paste(STORY), Wish())
    scene.jobs.cache.clear()
    await answer_for(scene.jobs.desk, scene.jobs.cache, scene.jobs.given[-1])
    assert scene.fetcher.fetched == []
