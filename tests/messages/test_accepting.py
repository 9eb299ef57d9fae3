"""What is owed is looked after whatever the database and the job engine do."""

import asyncio
import statistics
import time
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest

from bot.adapters.database.sql_engine import database_url, open_engine
from bot.adapters.database.sql_work import SqlWorkStore
from bot.adapters.docket_jobs import DocketJobs
from bot.adapters.metrics import PrometheusMetrics
from bot.domain.values.work import Owed, id_at
from bot.errors import QueueAwayError, StorageError
from bot.guilds.settings_cache import SettingsCache
from bot.messages.accepting import JOB, Accepting
from bot.messages.answering import Answering
from bot.messages.owing.marks import Marks
from bot.messages.performing import Performing
from bot.messages.posts.post import Heard, Post, look_into
from bot.ports import WorkStore
from config import limits
from config.guild import GuildSettings

OWED = Owed(id_at(datetime.now(UTC)), 2, 3, "watch")


class Listeners:
    """Does no job itself."""

    def on_end(self, _: object) -> None:
        """Nothing ends here."""


class OneOwed:
    """A store in which one answer is owed until it is settled; it fails first with `faults`."""

    def __init__(self, faults: list[BaseException]) -> None:
        self.faults = faults
        self.is_owed = True
        self.looks = 0

    async def overdue(self, *, count: int) -> tuple[Owed, ...]:
        """The one, whenever it is asked."""
        self.looks += 1
        if self.faults:
            raise self.faults.pop()
        return (OWED,)[:count] if self.is_owed else ()

    async def put_off(self, messages: Collection[int], *, due: datetime, tried: bool = False) -> None:
        """It is due again at once."""

    async def still_owed(self, messages: Collection[int]) -> frozenset[int]:
        """As it is."""
        return frozenset(messages) if self.is_owed else frozenset()

    async def keep_marks(self, marks: Mapping[int, tuple[int, int]]) -> None:
        """Keep none."""


class HoldingJobs:
    """An engine on another machine, which holds a key and does nothing about it; `away` fails first."""

    is_embedded = False
    works_here = False

    def __init__(self, *, away: int = 0) -> None:
        self.away = away
        self.keys: list[str] = []

    async def add(self, job: str, key: str, arguments: Mapping[str, Any]) -> None:
        """Take a key."""
        assert (job, arguments["message"]) == (JOB, OWED.message)
        if self.away:
            self.away -= 1
            raise QueueAwayError
        if key not in self.keys:
            self.keys.append(key)

    def know(self, job: str, do: object) -> None:
        """Do no job."""

    async def start(self) -> None:
        """Begin nothing."""

    async def stop(self) -> None:
        """End nothing."""


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looks follow each other at once."""
    for name in ("OWED_FIRST_WAIT", "ENDED_LOOK_SECONDS", "MARKS_SECONDS"):
        monkeypatch.setattr(limits, name, 0.01)


def accepting_with(store: OneOwed, jobs: HoldingJobs) -> Accepting:
    """A process on the gateway that hears nothing and has one answer to look after."""
    return Accepting(
        answering=cast("Answering", None),
        performing=cast("Performing", Listeners()),
        jobs=jobs,
        work_store=cast("WorkStore", store),
        settings_cache=cast("SettingsCache", None),
        marks=Marks(),
        metrics=PrometheusMetrics(),
        now=lambda: datetime.now(UTC),
        is_ours=lambda _: True,
    )


async def until(jobs: HoldingJobs, count: int) -> None:
    """Wait until the engine has so many keys."""
    async with asyncio.timeout(20):
        while len(jobs.keys) < count:  # noqa: ASYNC110  # A key rings no bell.
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("fault", [StorageError(), RuntimeError("a driver's own"), asyncio.CancelledError()])
async def test_looking_after_goes_on_after_any_fault(fault: BaseException) -> None:
    """Whatever a look at the database meets, there is a next one, and what is owed is given out."""
    store, jobs = OneOwed([fault] * 2), HoldingJobs()
    accepting = accepting_with(store, jobs)
    await accepting.start()
    await until(jobs, 1)
    store.is_owed = False
    await accepting.stop(seconds=5)
    assert jobs.keys[0] == f"{JOB}:{OWED.message}"
    assert store.looks > 2
    assert not accepting.is_busy


async def test_engine_that_is_away_is_given_the_job_later() -> None:
    """A job that could not be given is given when the engine is back."""
    store, jobs = OneOwed([]), HoldingJobs(away=3)
    accepting = accepting_with(store, jobs)
    await accepting.start()
    await until(jobs, 1)
    store.is_owed = False
    await accepting.stop(seconds=5)


async def test_job_that_the_engine_holds_and_never_does_is_given_anew() -> None:
    """A key that an engine keeps for a job that it has lost does not keep the message waiting for ever."""
    store, jobs = OneOwed([]), HoldingJobs()
    accepting = accepting_with(store, jobs)
    await accepting.start()
    await until(jobs, 3)
    store.is_owed = False
    await accepting.stop(seconds=5)
    assert len(set(jobs.keys)) == len(jobs.keys)
    assert all(key.startswith(f"{JOB}:{OWED.message}") for key in jobs.keys)


class Wanting:
    """Every message wants an answer, in servers that watch nothing."""

    async def wants(self, *_: object) -> bool:
        """Yes."""
        return True

    async def settings(self, _: int | None) -> GuildSettings:
        """The defaults."""
        return GuildSettings()


class SlowPerforming:
    """Answers a message in a moment, and tells when."""

    def __init__(self) -> None:
        self.ended: dict[int, float] = {}
        self._listeners: list[Callable[[int], None]] = []

    def on_end(self, listener: Callable[[int], None]) -> None:
        """Tell of each answer."""
        self._listeners.append(listener)

    async def run(self, arguments: Mapping[str, Any]) -> None:
        """Take a moment."""
        await asyncio.sleep(0.1)
        self.ended[arguments["message"]] = time.monotonic()
        for listener in self._listeners:
            listener(arguments["message"])


async def test_flood_of_one_server_keeps_no_other_waiting(tmp_path: Path) -> None:
    """While two hundred messages of one server wait, those of another are answered within a second at the median."""
    performing, wanting = SlowPerforming(), Wanting()
    async with open_engine(database_url(None, tmp_path)) as engine, DocketJobs(None) as jobs:
        jobs.know(JOB, performing.run)
        accepting = Accepting(
            answering=cast("Answering", wanting),
            performing=cast("Performing", performing),
            jobs=jobs,
            work_store=SqlWorkStore(engine, now=lambda: datetime.now(UTC)),
            settings_cache=cast("SettingsCache", wanting),
            marks=Marks(),
            metrics=PrometheusMetrics(),
            now=lambda: datetime.now(UTC),
            is_ours=lambda _: True,
        )
        await jobs.start()
        await accepting.start()
        flood = [post_in(1, number) for number in range(200)]
        hearing = [asyncio.create_task(accepting.hear(Heard(post), look_into(post))) for post in flood]
        begun: dict[int, float] = {}
        for number in range(9):
            await asyncio.sleep(0.1)
            post = post_in(2, 1_000 + number)
            begun[post.id] = time.monotonic()
            await accepting.hear(Heard(post), look_into(post))
        async with asyncio.timeout(30):
            while not begun.keys() <= performing.ended.keys():  # noqa: ASYNC110  # A job in a dictionary rings no bell.
                await asyncio.sleep(0.02)
        assert len(performing.ended) < len(flood)
        waited = [performing.ended[message] - moment for message, moment in begun.items()]
        await asyncio.gather(*hearing)
        assert accepting.waiting.oldest > 0
        await accepting.stop(seconds=0)
        await jobs.stop()
    assert statistics.median(waited) <= 1.0


def post_in(guild: int, number: int) -> Post:
    """A message with a link, in a channel of its server."""
    now = id_at(datetime.now(UTC))
    return Post(now + number, guild * 10, guild, 7, (f"https://news.example/{number}",))
