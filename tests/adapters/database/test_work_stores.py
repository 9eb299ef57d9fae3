"""What is under way, in the database in both forms: one contract."""

import asyncio
import json
import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.adapters.database.opening import database_url, open_database
from bot.adapters.database.sql_work import SqlWorkStore
from bot.adapters.database.statements import insert_into
from bot.domain.values.work import Owed, Promised, Refusal, id_at, time_of
from bot.ports import WorkStore
from tests.support.postgres import PostgresServer, empty_url
from tests.support.stores import CHANNEL, GUILD, START, Clock

OWED = Owed(id_at(START), CHANNEL, GUILD, "watch", parent=3, room=4, locale="en-US")


@pytest.fixture(params=["sqlite", "postgresql"])
async def store(
    request: pytest.FixtureRequest, server: PostgresServer, empty_database: Path, tmp_path: Path, clock: Clock
) -> AsyncIterator[WorkStore]:
    """A store on an empty database of each kind in turn."""
    url = await asyncio.to_thread(empty_url, request.param, server, empty_database, tmp_path)
    async with open_database(url) as opened:
        yield SqlWorkStore(opened, now=clock)


async def test_owed_answer_is_overdue_at_its_time(store: WorkStore, clock: Clock) -> None:
    """What is owed comes back when it is due, whole, and once more when it was put off."""
    await store.owe([OWED], due=START + timedelta(seconds=10))
    assert await store.overdue(count=5) == ()
    clock.moment += timedelta(seconds=10)
    assert await store.overdue(count=5) == (OWED,)
    await store.put_off([OWED.message], due=clock.moment + timedelta(seconds=5), tried=True)
    assert await store.overdue(count=5) == ()
    clock.moment += timedelta(seconds=5)
    assert await store.overdue(count=5) == (replace(OWED, tries=1),)


async def test_message_is_owed_once_and_settled_for_good(store: WorkStore) -> None:
    """A message that is heard twice is owed one answer; what is settled is owed no more."""
    other = replace(OWED, message=OWED.message + 1)
    await store.owe([OWED, other], due=START)
    await store.owe([OWED], due=START + timedelta(days=1))
    assert len(await store.overdue(count=5)) == 2
    assert await store.still_owed([OWED.message, other.message, 9]) == {OWED.message, other.message}
    await store.settle([OWED.message])
    assert await store.overdue(count=5) == (other,)


async def test_oldest_are_looked_after_first(store: WorkStore) -> None:
    """Of more than are asked for, the oldest messages come."""
    await store.owe([replace(OWED, message=number) for number in (5, 3, 4)], due=START)
    assert [one.message for one in await store.overdue(count=2)] == [3, 4]


async def test_mark_never_goes_back(store: WorkStore) -> None:
    """A channel is done up to the newest mark that any process noted, and servers are asked for by themselves."""
    await store.keep_marks({1: (GUILD, 50), 2: (GUILD, 60), 3: (GUILD + 1, 70)})
    await store.keep_marks({1: (GUILD, 40), 2: (GUILD, 65)})
    assert await store.marks([GUILD]) == {1: 50, 2: 65}
    assert await store.marks([]) == {}


async def test_refusal_is_found_by_message_and_by_channel(store: WorkStore, clock: Clock) -> None:
    """The latest refusal of a channel is given, and only since the time that is asked for."""
    await store.refused(Refusal(1, CHANNEL, GUILD, "Missing Permissions (50013)", START))
    later = Refusal(2, CHANNEL, GUILD, "Missing Access (50001)", START + timedelta(hours=1))
    await store.refused(later)
    assert await store.refusal_of(2) == later
    assert await store.refusal_of(3) is None
    assert await store.refusals_in([CHANNEL, 9], since=START) == {CHANNEL: later}
    assert await store.refusals_in([CHANNEL], since=START + timedelta(hours=2)) == {}
    clock.moment += timedelta(days=2)
    await store.sweep(keep=timedelta(days=1))
    assert await store.refusal_of(2) is None


async def test_fact_is_kept_and_replaced(store: WorkStore) -> None:
    """The last value counts."""
    assert await store.fact("commands") is None
    await store.keep_fact("commands", "a")
    await store.keep_fact("commands", "b")
    assert await store.fact("commands") == "b"


def test_ids_tell_their_time() -> None:
    """An id holds when it was made, to the millisecond; none is older than Discord."""
    assert time_of(175_928_847_299_117_063) == datetime(2016, 4, 30, 11, 18, 25, 796_000, tzinfo=UTC)
    assert time_of(id_at(START)) == START
    assert id_at(datetime(2000, 1, 1, tzinfo=UTC)) == 0


async def test_promise_is_claimed_once_when_its_process_is_silent(store: WorkStore, clock: Clock) -> None:
    """A promise comes back whole when it is due, to one process; renewed or kept, it does not."""
    data = {"name": "summarize", "options": [{"name": "link", "value": "https://news.example/a"}]}
    promised = Promised(
        id_at(START),
        "token",
        CHANNEL,
        0,
        GUILD,
        9,
        "de",
        "en-US",
        installed=True,
        private=False,
        kind=2,
        data=data,
        parent=6,
        roles=(7, 8),
        permissions=1 << 40,
        app_permissions=3,
        message=10,
        message_flags=64,
    )

    async def claim() -> tuple[Promised, ...]:
        return await store.claim_promises(count=5, until=later, is_for_us=lambda _: True)

    await store.promise(promised, due=START + timedelta(seconds=10))
    later = START + timedelta(seconds=100)
    assert await claim() == ()
    await store.renew_promises([promised.id], due=START + timedelta(seconds=20))
    clock.moment = START + timedelta(seconds=15)
    assert await claim() == ()
    clock.moment = START + timedelta(seconds=25)
    both = await asyncio.gather(*(claim() for _ in range(2)))
    assert sorted(both, key=len) == [(), (promised,)]
    await store.promises_kept([promised.id])
    clock.moment, later = later, later + timedelta(hours=1)
    assert await claim() == ()


async def test_promise_is_left_to_those_whom_it_is_for(store: WorkStore, clock: Clock) -> None:
    """What a process cannot give stays due, however many there are, and it takes those that it can."""
    for number in range(4):
        promised = Promised(
            id_at(START) + number, "token", CHANNEL, 0, number, 9, "de", None, installed=True, private=True
        )
        await store.promise(promised, due=START)
    clock.moment += timedelta(seconds=1)
    until = START + timedelta(hours=1)

    async def claimed(guild: int) -> list[int | None]:
        def is_for_us(promised: Promised) -> bool:
            return (promised.guild or 0) >= guild

        return [promised.guild for promised in await store.claim_promises(count=1, until=until, is_for_us=is_for_us)]

    assert [await claimed(guild) for guild in (3, 3, 0)] == [[3], [], [0]]


async def test_promise_of_an_older_version_is_read(empty_database: Path, tmp_path: Path, clock: Clock) -> None:
    """What a process before the last update promised has less in it, and something that is not known any more."""
    old = {
        "id": 5,
        "token": "token",
        "channel": 2,
        "channel_type": 0,
        "guild": 3,
        "user": 9,
        "locale": "de",
        "guild_locale": None,
        "installed": True,
        "private": True,
        "brief": {"url": "https://news.example/a"},
    }
    told = insert_into("promises", ("id", "due", "what"), conflict="DO NOTHING")
    shutil.copytree(empty_database, tmp_path, dirs_exist_ok=True)
    async with open_database(database_url(None, tmp_path)) as opened:
        await opened.change(told, id=5, due=START, what=json.dumps(old))
        store = SqlWorkStore(opened, now=clock)
        (promised,) = await store.claim_promises(count=5, until=START, is_for_us=lambda _: True)
    assert (promised.user, promised.kind) == (9, 0)
