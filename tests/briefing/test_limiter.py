"""The limits of a minute and of a day, on a cache and a database in memory."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.adapters.caches.memory_cache import MemoryCache
from bot.adapters.database.opening import database_url, migrate, open_database
from bot.adapters.database.sql_store import SqlStore
from bot.behalf import Behalf
from bot.briefing.limiter import Asker, Limited, Limiter
from bot.domain.values.records import UsageRecord
from bot.domain.values.work import id_at
from config.guild import GuildSettings, Limits

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
GUILD = 5
ANA, BEN = Asker(1, 10, GUILD), Asker(2, 10, GUILD)


class Clock:
    """The time, which tests move."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def now(self) -> datetime:
        """The time in UTC."""
        return NOW + self.ahead

    def seconds(self) -> float:
        """The time as seconds."""
        return self.ahead.total_seconds()


@dataclass
class Scene:
    """A limiter with a clock."""

    limiter: Limiter
    store: SqlStore
    clock: Clock


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database with the newest schema."""
    url = database_url(None, tmp_path_factory.mktemp("database"))
    asyncio.run(migrate(url))
    return url


@pytest.fixture
async def scene(database: str) -> AsyncIterator[Scene]:
    """A limiter on an empty cache; the database is shared, so each test has a server of its own in it."""
    clock = Clock()
    async with open_database(database) as opened:
        store = SqlStore(opened, now=clock.now)
        yield Scene(Limiter(cache=MemoryCache(clock=clock.seconds), store=store, now=clock.now), store, clock)


def settings(**bounds: float | None) -> GuildSettings:
    """Settings with these limits and no others."""
    none = Limits(user_minute=None, channel_minute=None, day_briefs=None, day_money=None)
    return GuildSettings(limits=replace(none, **bounds))  # type: ignore[arg-type]  # Counts and money are both numbers.


async def test_member_has_so_many_a_minute(scene: Scene) -> None:
    """The limit itself is allowed, one more is not; another member, server and minute have their own."""
    two = settings(user_minute=2)
    assert [await scene.limiter.take(ANA, two) for _ in range(4)] == [None, None, Limited.USER, Limited.USER]
    assert await scene.limiter.take(BEN, two) is None
    assert await scene.limiter.take(replace(ANA, guild=6), two) is None
    assert await scene.limiter.take(replace(ANA, channel=11), two) is Limited.USER
    for seconds, says in ((59, Limited.USER), (60, None)):
        scene.clock.ahead = timedelta(seconds=seconds)
        assert await scene.limiter.take(ANA, two) is says


async def test_channel_has_so_many_a_minute(scene: Scene) -> None:
    """Whoever asks there; another channel has its own."""
    two = settings(channel_minute=2)
    given = [await scene.limiter.take(asker, two) for asker in (ANA, BEN, ANA)]
    assert given == [None, None, Limited.CHANNEL]
    assert await scene.limiter.take(replace(ANA, channel=11), two) is None


async def test_no_limit_is_no_limit(scene: Scene) -> None:
    """None means none."""
    assert {await scene.limiter.take(ANA, settings()) for _ in range(40)} == {None}


async def test_looking_counts_nothing(scene: Scene) -> None:
    """What a brief would meet now can be asked for any number of times."""
    one = settings(user_minute=1)
    assert {await scene.limiter.would_stop(ANA, one) for _ in range(3)} == {None}
    assert await scene.limiter.take(ANA, one) is None
    assert {await scene.limiter.would_stop(ANA, one) for _ in range(3)} == {Limited.USER}
    scene.clock.ahead = timedelta(seconds=61)
    assert await scene.limiter.would_stop(ANA, one) is None


async def test_source_of_a_message_is_counted_once(scene: Scene) -> None:
    """However often its answer is tried; another source of it is another brief, and so is a command's."""
    one = settings(user_minute=1)
    asker = replace(ANA, message=id_at(NOW))
    assert [await scene.limiter.take(asker, one, of="a") for _ in range(3)] == [None, None, None]
    assert await scene.limiter.take(asker, one, of="b") is Limited.USER
    assert await scene.limiter.take(asker, one, of="b") is Limited.USER
    assert await scene.limiter.take(replace(ANA, user=3), one, of="a") is None
    assert await scene.limiter.take(replace(ANA, user=3), one, of="a") is Limited.USER


async def test_source_that_was_counted_is_known_for_a_minute(scene: Scene) -> None:
    """What a channel's limit put off and is tried after that is counted like any other."""
    one = settings(channel_minute=1)
    asker = replace(ANA, message=id_at(NOW), was_put_off=True)
    assert await scene.limiter.take(asker, one, of="a") is None
    scene.clock.ahead = timedelta(seconds=61)
    assert await scene.limiter.take(asker, one, of="a") is None
    assert await scene.limiter.take(asker, one, of="b") is Limited.CHANNEL


@pytest.mark.parametrize(("seconds", "says"), [(59, Limited.USER), (60, Limited.USER), (61, None)])
async def test_what_was_posted_long_ago_is_not_counted(scene: Scene, seconds: int, says: Limited | None) -> None:
    """It is answered late through no fault of its author's."""
    one = settings(user_minute=0, channel_minute=0)
    asker = replace(ANA, message=id_at(NOW - timedelta(seconds=seconds)))
    assert await scene.limiter.take(asker, one) is says


async def test_what_a_channels_limit_put_off_is_counted_when_its_turn_comes(scene: Scene) -> None:
    """Else a flood would pass a minute later, all at once; its author has waited long enough."""
    late = replace(ANA, message=id_at(NOW - timedelta(seconds=90)), was_put_off=True)
    assert await scene.limiter.take(late, settings(channel_minute=0)) is Limited.CHANNEL
    assert await scene.limiter.take(late, settings(user_minute=0)) is None


async def test_bot_is_counted_for_its_channel_alone(scene: Scene) -> None:
    """A feed is no member."""
    feed = replace(ANA, is_bot=True)
    assert await scene.limiter.take(feed, settings(user_minute=0)) is None
    assert await scene.limiter.take(feed, settings(channel_minute=0)) is Limited.CHANNEL
    assert feed.behalf == Behalf(GUILD, 1)


@pytest.mark.parametrize(
    ("briefs", "money", "spent"),
    [(None, None, False), (3, None, True), (4, None, False), (None, 0.75, True), (None, 0.76, False), (9, 0.5, True)],
)
async def test_day_is_spent(scene: Scene, briefs: int | None, money: float | None, spent: bool) -> None:
    """What a server's model wrote today counts, in all its channels; yesterday and other servers do not."""
    guild = hash((briefs, money)) % 10**9 + 100
    today = NOW.date()
    for channel, day, of in (
        (1, today, guild),
        (2, today, guild),
        (1, today - timedelta(days=1), guild),
        (1, today, 99),
    ):
        many = 1 if channel == 1 else 2
        record = UsageRecord(guild=of, channel=channel, day=day, model_briefs=many, cost=many * 0.25)
        await scene.store.record_usage(record)
    assert await scene.limiter.is_day_spent(guild, settings(day_briefs=briefs, day_money=money)) is spent
