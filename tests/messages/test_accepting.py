"""What is owed is looked after whatever the database and the job engine do."""

import asyncio
import statistics
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from bot.adapters.database.opening import database_url, open_database
from bot.adapters.database.sql_work import SqlWorkStore
from bot.adapters.docket_jobs import DocketJobs
from bot.adapters.metrics import PrometheusMetrics
from bot.domain.values.work import Owed, id_at
from bot.errors import QueueAwayError, StorageError
from bot.guilds.settings_cache import SettingsCache
from bot.messages.accepting import BOUNDS, JOB, Accepting
from bot.messages.answering import Answering
from bot.messages.owing.marks import Marks
from bot.messages.performing import Performing
from bot.messages.posts.post import Heard, Post, Trigger
from bot.ports import Jobs, WorkStore
from config import limits
from config.guild import GuildSettings
from tests.support.chat import GUILD, NEWS, Speaker
from tests.support.patience import until

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
        hides=lambda _: None,
    )


@pytest.mark.parametrize("fault", [StorageError(), RuntimeError("a driver's own"), asyncio.CancelledError()])
async def test_looking_after_goes_on_after_any_fault(fault: BaseException) -> None:
    """Whatever a look at the database meets, there is a next one, and what is owed is given out."""
    store, jobs = OneOwed([fault] * 2), HoldingJobs()
    accepting = accepting_with(store, jobs)
    await accepting.start()
    await until(lambda: len(jobs.keys) >= 1)
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
    await until(lambda: len(jobs.keys) >= 1)
    store.is_owed = False
    await accepting.stop(seconds=5)


async def test_job_that_the_engine_holds_and_never_does_is_given_anew() -> None:
    """A key that an engine keeps for a job that it has lost does not keep the message waiting for ever."""
    store, jobs = OneOwed([]), HoldingJobs()
    accepting = accepting_with(store, jobs)
    await accepting.start()
    await until(lambda: len(jobs.keys) >= 3)
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


# Seconds that an answer takes.
MOMENT = 0.1


class SlowPerforming:
    """Answers a message in a moment, and tells in which order."""

    def __init__(self) -> None:
        self.ended: list[int] = []
        self._listeners: list[Callable[[int], None]] = []

    def on_end(self, listener: Callable[[int], None]) -> None:
        """Tell of each answer."""
        self._listeners.append(listener)

    async def run(self, arguments: Mapping[str, Any]) -> None:
        """Take a moment."""
        await asyncio.sleep(MOMENT)
        self.ended.append(arguments["message"])
        for listener in self._listeners:
            listener(arguments["message"])


async def test_flood_of_one_server_keeps_no_other_waiting(tmp_path: Path) -> None:
    """While two hundred messages of one server wait, those of another are answered before a second's worth of them."""
    performing, wanting = SlowPerforming(), Wanting()
    async with open_database(database_url(None, tmp_path)) as database, DocketJobs(None) as jobs:
        jobs.know(JOB, performing.run)
        accepting = Accepting(
            answering=cast("Answering", wanting),
            performing=cast("Performing", performing),
            jobs=jobs,
            work_store=SqlWorkStore(database, now=lambda: datetime.now(UTC)),
            settings_cache=cast("SettingsCache", wanting),
            marks=Marks(),
            metrics=PrometheusMetrics(),
            now=lambda: datetime.now(UTC),
            is_ours=lambda _: True,
            hides=lambda _: None,
        )
        await jobs.start()
        await accepting.start()
        flood = [post_in(1, number) for number in range(200)]
        hearing = [asyncio.create_task(accepting.hear(Heard.of(post))) for post in flood]
        begun: dict[int, int] = {}
        for number in range(9):
            await asyncio.sleep(0.1)
            post = post_in(2, 1_000 + number)
            begun[post.id] = len(performing.ended)
            await accepting.hear(Heard.of(post))
        await until(lambda: begun.keys() <= set(performing.ended), "the other server's answers")
        assert len(performing.ended) < len(flood)
        meanwhile = [performing.ended.index(message) - before for message, before in begun.items()]
        await asyncio.gather(*hearing)
        assert accepting.waiting.oldest > 0
        await accepting.stop(seconds=0)
        await jobs.stop()
    assert statistics.median(meanwhile) <= limits.AT_ONCE_PER_SERVER / MOMENT


def post_in(guild: int, number: int) -> Post:
    """A message with a link, in a channel of its server."""
    now = id_at(datetime.now(UTC))
    return Post(now + number, guild * 10, guild, 7, (f"https://news.example/{number}",))


# --- with a database and the gates ------------------------------------------------------------------------------------


class Engine:
    """A job engine that keeps what it is given; a job ends when the test says so.

    Attributes:
        given: the keys and arguments of its jobs, in order.
        is_away: whether it can be reached.
    """

    def __init__(self, *, is_embedded: bool = True) -> None:
        self.is_embedded = self.works_here = is_embedded
        self.given: list[tuple[str, Mapping[str, Any]]] = []
        self.is_away = False

    async def add(self, job: str, key: str, arguments: Mapping[str, Any]) -> None:
        """Take a job."""
        if self.is_away:
            raise QueueAwayError
        assert job == JOB
        self.given.append((key, arguments))

    @property
    def messages(self) -> list[int]:
        """The messages of its jobs."""
        return [arguments["message"] for _, arguments in self.given]


class AwayOnce(SqlWorkStore):
    """A database that does not take marks the first time."""

    is_away = True

    async def keep_marks(self, marks: Mapping[int, tuple[int, int]]) -> None:
        """Fail, then keep them."""
        if self.is_away:
            self.is_away = False
            raise StorageError
        await super().keep_marks(marks)


class Gateway:
    """A process on the gateway whose database and gates are real, and whose jobs the test ends.

    Attributes:
        fault: what the settings' database raises, None while it answers.
        ended: ends a job.
    """

    def __init__(self, speaker: Speaker, jobs: Engine, work_store: SqlWorkStore | None = None) -> None:
        self.speaker = speaker
        self.jobs = jobs
        self.store = work_store or speaker.parts.work_store
        self.fault: Exception | None = None
        self.ended: Callable[[int], None] = print
        self.performed: list[int] = []
        self.accepting = Accepting(
            answering=speaker.speaking.answering,
            performing=cast("Performing", self),
            jobs=cast("Jobs", jobs),
            work_store=self.store,
            settings_cache=cast("SettingsCache", self),
            marks=Marks(),
            metrics=speaker.metrics,
            now=speaker.clock,
            is_ours=lambda guild: guild != ANOTHERS,
            hides=speaker.chat.is_known_to_hide,
        )

    def on_end(self, listener: Callable[[int], None]) -> None:
        """Tell of jobs that end."""
        self.ended = listener

    async def perform(self, owed: Owed) -> None:
        """Do a job here."""
        self.performed.append(owed.message)
        self.ended(owed.message)

    async def settings(self, guild: int | None) -> GuildSettings:
        """A server's settings, while the database answers."""
        if self.fault is not None:
            raise self.fault
        return await self.speaker.parts.settings_cache.settings(guild)

    async def hear(self, post: Post, trigger: Trigger = Trigger.WATCH) -> None:
        """Hear a message."""
        await self.accepting.hear(Heard.of(post), trigger)

    async def owed(self) -> tuple[Owed, ...]:
        """What is owed, whenever it is due."""
        ahead, self.speaker.clock.ahead = self.speaker.clock.ahead, timedelta(days=1)
        owed = await self.store.overdue(count=999)
        self.speaker.clock.ahead = ahead
        return owed


ANOTHERS = 4_000


@pytest.fixture
def gateway(speaker: Speaker) -> Gateway:
    """A gateway with an engine in its own process."""
    return Gateway(speaker, Engine())


async def test_message_is_written_down_before_its_job_is_given(gateway: Gateway) -> None:
    """What is owed has all that a process needs that never heard the message, and is due again after a while."""
    post = replace(gateway.speaker.post(gateway.speaker.link("harbour")), parent=5, room=6)
    await gateway.hear(post)
    assert gateway.jobs.given == []
    owed = Owed(post.id, NEWS, GUILD, "watch", parent=5, room=6, locale="en-US")
    assert await gateway.owed() == (owed,)
    gateway.speaker.clock.ahead = timedelta(seconds=limits.OWED_LOOK_SECONDS - 1)
    assert await gateway.store.overdue(count=9) == ()
    await gateway.accepting.start()
    await until(lambda: bool(gateway.jobs.given))
    assert gateway.jobs.given == [(f"{JOB}:{post.id}", asdict(owed) | {"hides": False})]
    assert gateway.accepting.heard_here == {post.id: Heard.of(post)}
    was_busy = gateway.accepting.is_busy
    gateway.ended(post.id)
    assert gateway.accepting.heard_here == {}
    assert (was_busy, gateway.accepting.is_busy) == (True, False)
    await gateway.accepting.stop(seconds=0)


async def test_message_heard_twice_is_one_job(gateway: Gateway) -> None:
    """A replay of the gateway's gives no second job while the first is open."""
    post = gateway.speaker.post(gateway.speaker.link("harbour"))
    await gateway.hear(post)
    await gateway.hear(post)
    await gateway.accepting.start()
    await until(lambda: bool(gateway.jobs.given))
    await gateway.hear(post)
    gateway.ended(post.id)
    await gateway.accepting.stop(seconds=0)
    assert gateway.jobs.messages == [post.id]
    assert len(await gateway.owed()) == 1


async def test_what_wants_no_answer_is_not_owed_one(gateway: Gateway) -> None:
    """A message that the gates stop leaves nothing but the mark of a channel that is watched."""
    said = gateway.speaker.post("https://discord.com/channels/1/2")
    elsewhere = gateway.speaker.post(gateway.speaker.link("harbour"), channel=9)
    await gateway.hear(said)
    await gateway.hear(elsewhere)
    assert await gateway.owed() == ()
    assert gateway.accepting.marks.take() == {NEWS: (GUILD, said.id)}
    assert not gateway.accepting.is_busy


async def test_mention_is_taken_wherever_it_is(gateway: Gateway) -> None:
    """Whoever mentions the bot is answered in channels that nobody watches, and in private messages."""
    elsewhere = gateway.speaker.post(gateway.speaker.link("harbour"), channel=9)
    private = gateway.speaker.post(gateway.speaker.link("mill"), channel=8, guild=None)
    await gateway.hear(elsewhere, Trigger.MENTION)
    await gateway.hear(private, Trigger.MENTION)
    assert [(owed.message, owed.trigger) for owed in await gateway.owed()] == [
        (elsewhere.id, "mention"),
        (private.id, "mention"),
    ]
    assert gateway.accepting.marks.take() == {}


async def test_server_that_posts_too_much_is_refused_alone(gateway: Gateway, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has no room to wait is counted and not written down; another server has its own room."""
    monkeypatch.setattr("bot.messages.accepting.BOUNDS", replace(BOUNDS, waiting=2))
    gateway = Gateway(gateway.speaker, gateway.jobs)
    posts = [gateway.speaker.post(gateway.speaker.link(f"harbour-{number}")) for number in range(3)]
    for post in posts:
        await gateway.hear(post)
    private = gateway.speaker.post(gateway.speaker.link("mill"), channel=8, guild=None)
    await gateway.hear(private, Trigger.MENTION)
    assert [owed.message for owed in await gateway.owed()] == [*(post.id for post in posts[:2]), private.id]
    assert gateway.speaker.metrics.value("stopped", gate="busy") == 1
    # It is done with all the same: reading it back would not help.
    assert gateway.accepting.marks.take() == {NEWS: (GUILD, posts[2].id)}
    await gateway.hear(posts[0])
    assert gateway.speaker.metrics.value("stopped", gate="busy") == 1


async def test_message_is_decided_on_when_the_database_is_back(gateway: Gateway) -> None:
    """A message heard during an outage is open, in this process and by its mark, until it can be decided on."""
    post = gateway.speaker.post(gateway.speaker.link("harbour"))
    gateway.accepting.marks.begin(NEWS, GUILD, post.id - 1)
    gateway.accepting.marks.end(NEWS, post.id - 1, watched=True)
    gateway.fault = StorageError()
    await gateway.hear(post)
    assert gateway.accepting.is_busy
    assert gateway.accepting.marks.take() == {NEWS: (GUILD, post.id - 1)}
    gateway.fault = None
    await gateway.accepting.start()
    await until(lambda: gateway.jobs.messages == [post.id])
    gateway.ended(post.id)
    await gateway.accepting.stop(seconds=1)
    assert await gateway.store.marks([GUILD]) == {NEWS: post.id}


async def test_message_of_a_long_outage_is_left(gateway: Gateway) -> None:
    """After an hour an answer helps nobody."""
    gateway.fault = StorageError()
    await gateway.hear(gateway.speaker.post(gateway.speaker.link("harbour")))
    gateway.speaker.clock.ahead = timedelta(seconds=limits.OWED_SECONDS + 1)
    gateway.fault = None
    await gateway.accepting.start()
    await until(lambda: not gateway.accepting.is_busy)
    await gateway.accepting.stop(seconds=0)
    assert (gateway.jobs.given, await gateway.owed()) == ([], ())


async def test_outage_does_not_fill_the_memory(gateway: Gateway, monkeypatch: pytest.MonkeyPatch) -> None:
    """So many messages wait for the database and no more; the others are read back after a restart."""
    monkeypatch.setattr(limits, "WAITING_IN_ALL", 2)
    gateway.fault = StorageError()
    posts = [gateway.speaker.post(gateway.speaker.link(f"harbour-{number}")) for number in range(3)]
    for post in posts:
        await gateway.hear(post)
    gateway.fault = None
    await gateway.accepting.start()
    await until(lambda: len(gateway.jobs.given) == 2)
    for post in posts:
        gateway.ended(post.id)
    await gateway.accepting.stop(seconds=0)
    assert gateway.jobs.messages == [post.id for post in posts[:2]]
    assert gateway.accepting.marks.take() == {}


async def test_passed_over_message_moves_the_mark_where_somebody_watches(gateway: Gateway) -> None:
    """A message without a link is done at once; during an outage it stays open."""
    post = gateway.speaker.post("good morning")
    gateway.accepting.marks.begin(NEWS, GUILD, post.id)
    gateway.fault = StorageError()
    await gateway.accepting.pass_over(post)
    assert gateway.accepting.marks.take() == {}
    gateway.fault = None
    await gateway.accepting.pass_over(post)
    assert gateway.accepting.marks.take() == {NEWS: (GUILD, post.id)}


async def test_process_that_reads_does_without_an_engine(gateway: Gateway) -> None:
    """An engine that is away keeps nobody waiting where this process can read."""
    gateway.jobs.is_away = True
    post = gateway.speaker.post(gateway.speaker.link("harbour"))
    await gateway.accepting.start()
    await gateway.hear(post)
    await until(lambda: gateway.performed == [post.id])
    await gateway.accepting.stop(seconds=0)
    assert not gateway.accepting.is_busy


async def test_so_many_of_a_server_are_under_way_and_the_rest_wait(gateway: Gateway) -> None:
    """`/status` tells how many wait, how many are under way, and for how long the oldest has waited."""
    posts = [gateway.speaker.post(gateway.speaker.link(f"harbour-{number}")) for number in range(6)]
    assert gateway.accepting.waiting.count == 0
    assert gateway.accepting.waiting.oldest < 1
    for post in posts:
        await gateway.hear(post)
    await gateway.accepting.start()
    await until(lambda: len(gateway.jobs.given) == limits.AT_ONCE_PER_SERVER)
    await asyncio.sleep(0.02)
    waiting = gateway.accepting.waiting
    assert (waiting.count, waiting.under_way) == (6, limits.AT_ONCE_PER_SERVER)
    assert waiting.oldest >= 0.02
    gateway.ended(posts[0].id)
    await until(lambda: len(gateway.jobs.given) == limits.AT_ONCE_PER_SERVER + 1)
    gateway.ended(posts[5].id)
    assert gateway.accepting.waiting.count == 5
    for post in posts:
        gateway.ended(post.id)
    await gateway.accepting.stop(seconds=0)


async def test_job_that_ended_elsewhere_makes_room(speaker: Speaker) -> None:
    """A worker on another machine strikes out what it answered, and this process gives out what waits."""
    gateway = Gateway(speaker, Engine(is_embedded=False))
    posts = [speaker.post(speaker.link(f"harbour-{number}")) for number in range(limits.AT_ONCE_PER_SERVER + 1)]
    for post in posts:
        await gateway.hear(post)
    await gateway.accepting.start()
    await until(lambda: len(gateway.jobs.given) == limits.AT_ONCE_PER_SERVER)
    await gateway.store.settle([posts[0].id])
    await until(lambda: len(gateway.jobs.given) > limits.AT_ONCE_PER_SERVER)
    assert posts[0].id not in gateway.accepting.heard_here
    assert posts[1].id in gateway.accepting.heard_here
    await gateway.store.settle([post.id for post in posts])
    await gateway.accepting.stop(seconds=10)
    assert not gateway.accepting.is_busy


async def test_end_waits_for_what_is_under_way(gateway: Gateway) -> None:
    """A process that is asked to stop gives what it began, for a while, and begins nothing more."""
    post = gateway.speaker.post(gateway.speaker.link("harbour"))
    await gateway.accepting.start()
    await gateway.hear(post)
    await until(lambda: bool(gateway.jobs.given))
    ending = asyncio.create_task(gateway.accepting.stop(seconds=10))
    await asyncio.sleep(0.05)
    assert not ending.done()
    gateway.ended(post.id)
    await ending
    await gateway.hear(gateway.speaker.post(gateway.speaker.link("mill")))
    await asyncio.sleep(0.05)
    assert gateway.jobs.messages == [post.id]


async def test_what_a_dead_process_owed_is_given_by_the_next(gateway: Gateway) -> None:
    """What is overdue is given out by the process that has its server, and put off so that nobody else takes it."""
    post = gateway.speaker.post(gateway.speaker.link("harbour"))
    ours, theirs = Owed(post.id, NEWS, GUILD, "watch"), Owed(post.id + 1, 9, ANOTHERS, "watch")
    await gateway.store.owe([ours, theirs], due=gateway.speaker.clock())
    await gateway.accepting.start()
    await until(lambda: gateway.jobs.messages == [post.id])
    assert await gateway.store.overdue(count=9) == (theirs,)
    gateway.speaker.clock.ahead = timedelta(seconds=limits.OWED_LOOK_SECONDS + 1)
    await until(lambda: len(gateway.jobs.given) > 1)
    gateway.ended(post.id)
    await gateway.accepting.stop(seconds=0)
    assert set(gateway.jobs.messages) == {post.id}


async def test_key_is_taken_anew_after_so_many_looks(gateway: Gateway) -> None:
    """An engine that has the job still has its key; after `OWED_LOOKS` looks the job counts as lost."""
    post = gateway.speaker.post(gateway.speaker.link("harbour"))
    await gateway.accepting.start()
    await gateway.hear(post)
    await until(lambda: bool(gateway.jobs.given))
    for look in range(1, limits.OWED_LOOKS + 1):
        gateway.speaker.clock.ahead += timedelta(seconds=limits.OWED_LOOK_SECONDS + 1)
        await until(lambda look=look: len(gateway.jobs.given) > look)  # type: ignore[misc]  # An int.
    gateway.ended(post.id)
    await gateway.accepting.stop(seconds=0)
    keys = [key for key, _ in gateway.jobs.given]
    assert keys == [f"{JOB}:{post.id}"] * limits.OWED_LOOKS + [f"{JOB}:{post.id}:1"]


async def test_marks_that_could_not_be_written_are_written_later(speaker: Speaker, database: str) -> None:
    """An outage of the database loses no mark."""
    async with open_database(database) as opened:
        gateway = Gateway(speaker, Engine(), AwayOnce(opened, now=speaker.clock))
        post = speaker.post("https://discord.com/channels/1/2")
        await gateway.hear(post)
        await gateway.accepting.start()
        await until(lambda: gateway.store.marks([GUILD]), "a mark")
        await gateway.accepting.stop(seconds=0)
        assert await gateway.store.marks([GUILD]) == {NEWS: post.id}


async def test_last_marks_are_written_at_the_end(gateway: Gateway) -> None:
    """What moved since the last look is not read back after an orderly restart."""
    post = gateway.speaker.post("https://discord.com/channels/1/2")
    await gateway.hear(post)
    await gateway.accepting.stop(seconds=0)
    assert await gateway.store.marks([GUILD]) == {NEWS: post.id}
