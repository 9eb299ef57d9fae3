"""What was promised to a command is given once: by the process that promised it, else by another in time."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import cast

import pytest

from bot.adapters.database.connections import Database
from bot.adapters.database.opening import open_database
from bot.adapters.database.sql_work import SqlWorkStore
from bot.adapters.metrics import PrometheusMetrics
from bot.domain.values.work import Promised, id_at
from bot.errors import StorageError, UnreadableError
from bot.messages.owing.promises import Promises
from bot.ports import WorkStore
from config import limits
from tests.support.patience import PATIENCE, until

START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
PROMISED = Promised(
    id=id_at(START) + 1,
    token="token",  # noqa: S106  # Of an interaction that nobody began.
    channel=2,
    channel_type=0,
    guild=3,
    user=7,
    locale="de",
    guild_locale="en-US",
    installed=True,
    private=False,
    kind=2,
    data={"name": "summarize", "options": [{"name": "link", "value": "https://news.example/harbour"}]},
)


class AwayStore:
    """A database that does not answer."""

    async def fail(self, *_: object, **__: object) -> None:
        """Whatever it is asked."""
        raise StorageError

    promise = promises_kept = renew_promises = fail


class FailingOnce(SqlWorkStore):
    """A database that fails when it is asked for promises, once, or takes no new ones while `unwritable`."""

    fault: Exception | None = None
    unwritable = False

    async def promise(self, promised: Promised, *, due: datetime) -> None:
        """Fail, or write it down."""
        if self.unwritable:
            raise StorageError
        await super().promise(promised, due=due)

    async def claim_promises(
        self, *, count: int, until: datetime, is_for_us: Callable[[Promised], bool]
    ) -> tuple[Promised, ...]:
        """Fail, then claim."""
        fault, self.fault = self.fault, None
        if fault is not None:
            raise fault
        return await super().claim_promises(count=count, until=until, is_for_us=is_for_us)


@dataclass
class World:
    """Two processes on one database, with a clock; `given` are the promises that the second one finished.

    Attributes:
        one: a process that promises and may die.
        other: a process that finishes what nobody works at.
    """

    database: Database
    metrics: PrometheusMetrics = field(default_factory=PrometheusMetrics)
    now: datetime = START
    given: list[Promised] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.store = SqlWorkStore(self.database, now=lambda: self.now)
        self.one, self.other = self.process(), self.process()
        self.other.finish = self.give

    def process(self, store: WorkStore | None = None) -> Promises:
        """A process."""
        return Promises(work_store=store or self.store, metrics=self.metrics, now=lambda: self.now)

    async def give(self, promised: Promised) -> None:
        """Give an answer."""
        self.given.append(promised)

    async def after(self, seconds: float, look: Callable[[], Awaitable[None]]) -> list[Promised]:
        """Let time pass and a process look; what was given until now."""
        self.now += timedelta(seconds=seconds)
        await look()
        await settled(self.other)
        return self.given


async def settled(promises: Promises) -> None:
    """Wait until what others promised is given."""
    await until(lambda: not promises.is_busy, every=0)


@pytest.fixture
async def world(database: str) -> AsyncIterator[World]:
    """Two processes on an empty database."""
    async with open_database(database) as opened:
        yield World(opened)


async def test_what_was_given_is_given_once(world: World) -> None:
    """An answer that was given is nobody's business any more, however long ago."""
    await world.one.begin(PROMISED)
    await world.one.kept(PROMISED.id)
    assert await world.after(limits.PROMISE_LEASE_SECONDS + 1, world.other.look) == []


async def test_promise_that_could_not_be_written_is_written_later(world: World) -> None:
    """A database that was away when an answer was promised has the promise as soon as it is back."""
    store = FailingOnce(world.database, now=lambda: world.now)
    store.unwritable = True
    process = world.process(store)
    await process.begin(PROMISED)
    assert await world.after(limits.PROMISE_LEASE_SECONDS + 1, world.other.look) == []
    store.unwritable = False
    await process.look()
    assert await world.after(limits.PROMISE_LEASE_SECONDS + 1, world.other.look) == [PROMISED]


async def test_answer_that_discord_did_not_take_is_given_once_more(world: World) -> None:
    """What was put off is given after a lease, though its process lives, and not at once."""
    await world.one.begin(PROMISED)
    await world.one.put_off(PROMISED.id)
    await world.after(limits.PROMISE_LEASE_SECONDS - 1, world.one.look)
    assert await world.after(0, world.other.look) == []
    assert await world.after(2, world.other.look) == [PROMISED]


async def test_dead_process_is_finished_by_another(world: World) -> None:
    """Who is silent for longer than the lease is finished, whole, once, and no sooner."""
    await world.one.begin(PROMISED)
    assert await world.after(limits.PROMISE_LEASE_SECONDS - 1, world.other.look) == []
    assert await world.after(2, world.other.look) == [PROMISED]
    assert await world.after(limits.PROMISE_LEASE_SECONDS + 1, world.other.look) == [PROMISED]
    assert world.metrics.value("promises") == 1


async def test_living_process_keeps_its_promise(world: World) -> None:
    """While a process says that it is at work, nobody else is."""
    await world.one.begin(PROMISED)
    for _ in range(4):
        await world.after(limits.PROMISE_LEASE_SECONDS - 1, world.one.look)
        assert await world.after(0, world.other.look) == []


async def test_process_that_stops_leaves_its_promise_at_once(world: World) -> None:
    """After an orderly end nobody waits for a lease."""
    await world.one.begin(PROMISED)
    await world.one.stop()
    assert await world.after(0, world.other.look) == [PROMISED]


async def test_promise_is_let_go_when_discord_takes_no_answer(world: World) -> None:
    """After fifteen minutes nothing can be shown: it is struck out, and nothing is read for it."""
    await world.one.begin(PROMISED)
    assert await world.after(limits.PROMISE_SECONDS + 1, world.other.look) == []
    world.now = START + timedelta(seconds=limits.PROMISE_LEASE_SECONDS + 1)
    assert await world.after(0, world.other.look) == []


async def test_last_second_counts(world: World) -> None:
    """Up to the end of its time a promise is finished."""
    await world.one.begin(PROMISED)
    assert await world.after(limits.PROMISE_SECONDS - 1, world.other.look) == [PROMISED]


async def test_what_cannot_be_finished_is_not_tried_for_ever(world: World) -> None:
    """A fault in finishing is logged, and the promise is over."""

    async def fail(_: Promised) -> None:
        raise UnreadableError

    failing = world.process()
    failing.finish = fail
    await world.one.begin(PROMISED)
    world.now += timedelta(seconds=limits.PROMISE_LEASE_SECONDS + 1)
    await failing.look()
    await settled(failing)
    assert await world.after(limits.PROMISE_LEASE_SECONDS + 1, world.other.look) == []


async def test_process_that_cannot_finish_takes_nothing(world: World) -> None:
    """Before the bot is on Discord it leaves promises to those who are."""
    await world.one.begin(PROMISED)
    world.now += timedelta(seconds=limits.PROMISE_LEASE_SECONDS + 1)
    await world.process().look()
    assert await world.after(0, world.other.look) == [PROMISED]


async def test_answer_of_another_shard_is_left_to_its_process(world: World) -> None:
    """Who has not the server leaves its promises to those who have, and lets go of what is too late for anybody."""
    await world.one.begin(PROMISED)
    stranger = world.process()
    stranger.finish, stranger.can_finish = world.give, lambda promised: promised.guild != PROMISED.guild
    assert await world.after(limits.PROMISE_LEASE_SECONDS + 1, stranger.look) == []
    assert await world.after(0, world.other.look) == [PROMISED]
    world.now += timedelta(seconds=limits.PROMISE_SECONDS)
    await world.one.begin(PROMISED)
    await world.after(limits.PROMISE_LEASE_SECONDS + 1, stranger.look)
    world.now = START + timedelta(seconds=limits.PROMISE_SECONDS - 1)
    assert await world.after(0, world.other.look) == [PROMISED]


async def test_so_many_are_finished_at_once(world: World) -> None:
    """A process takes its share of what a dead one left, the oldest first, and the rest with its next look."""
    promised = [replace(PROMISED, id=PROMISED.id + number) for number in range(limits.PROMISES_AT_ONCE + 2)]
    for one in promised:
        await world.one.begin(one)
    given = await world.after(limits.PROMISE_LEASE_SECONDS + 1, world.other.look)
    assert given == promised[: limits.PROMISES_AT_ONCE]
    assert await world.after(0, world.other.look) == promised


async def test_answer_of_a_stopped_process_is_finished_by_a_third(world: World) -> None:
    """Who ends while finishing for another leaves it too, and says while at it that it is busy."""
    begun = asyncio.Event()

    async def never(_: Promised) -> None:
        begun.set()
        await asyncio.Event().wait()

    second = world.process()
    second.finish = never
    await world.one.begin(PROMISED)
    world.now += timedelta(seconds=limits.PROMISE_LEASE_SECONDS + 1)
    await second.look()
    await begun.wait()
    was_busy = second.is_busy
    await second.stop()
    assert (was_busy, second.is_busy) == (True, False)
    assert await world.after(0, world.other.look) == [PROMISED]


async def test_answer_that_another_finishes_is_his_until_then(world: World) -> None:
    """While it takes its time, its lease is renewed like any other."""
    go_on = asyncio.Event()

    async def slowly(promised: Promised) -> None:
        await go_on.wait()
        await world.give(promised)

    second = world.process()
    second.finish = slowly
    await world.one.begin(PROMISED)
    world.now += timedelta(seconds=limits.PROMISE_LEASE_SECONDS + 1)
    await second.look()
    world.now += timedelta(seconds=limits.PROMISE_LEASE_SECONDS - 1)
    await second.look()
    assert await world.after(2, world.other.look) == []
    go_on.set()
    await settled(second)
    assert await world.after(limits.PROMISE_LEASE_SECONDS + 1, world.other.look) == [PROMISED]


async def test_database_that_is_away_breaks_no_command(world: World) -> None:
    """Without a database the answer is given all the same, and the process ends in order."""
    alone = world.process(cast("WorkStore", AwayStore()))
    await alone.begin(PROMISED)
    await alone.kept(PROMISED.id)
    await alone.begin(PROMISED)
    with pytest.raises(StorageError):
        await alone.look()
    await alone.stop()


async def test_answer_that_nobody_promised_asks_the_database_nothing(world: World) -> None:
    """Most commands are answered at once, without a promise."""
    await world.one.begin(PROMISED)
    await world.other.kept(PROMISED.id)
    assert await world.after(limits.PROMISE_LEASE_SECONDS + 1, world.other.look) == [PROMISED]


@pytest.mark.parametrize("fault", [StorageError(), RuntimeError("a driver's own")], ids=["away", "unforeseen"])
async def test_looking_goes_on_after_any_fault(world: World, monkeypatch: pytest.MonkeyPatch, fault: Exception) -> None:
    """A database that fails once is asked again, and what nobody foresaw is counted."""
    monkeypatch.setattr(limits, "PROMISE_LOOK_SECONDS", 0.01)
    given = asyncio.Event()

    async def give(_: Promised) -> None:
        given.set()

    await world.one.begin(PROMISED)
    world.now += timedelta(seconds=limits.PROMISE_LEASE_SECONDS + 1)
    store = FailingOnce(world.database, now=lambda: world.now)
    store.fault = fault
    looking = world.process(store)
    looking.finish = give
    looking.start()
    async with asyncio.timeout(PATIENCE):
        await given.wait()
    await looking.stop()
    assert world.metrics.value("errors", where="promises") == isinstance(fault, RuntimeError)
