"""The settings cache: what a server chose is known at once here, soon in every process, and never asked for twice."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.adapters.database.connections import Database
from bot.adapters.database.opening import open_database
from bot.adapters.database.sql_store import SqlStore
from bot.errors import StorageError
from bot.guilds.settings_cache import SettingsCache
from config import limits
from config.guild import GuildSettings, Style
from tests.support.chat import NOW
from tests.support.patience import PATIENCE, until

GUILD, OTHER, ANA = 5, 6, 7


class CountingStore(SqlStore):
    """A database that counts how often settings are asked for, answers late, and fails while it is away."""

    asked = 0
    is_away = False
    faults = 0

    def __init__(self, database: Database) -> None:
        super().__init__(database, now=lambda: NOW)
        self.given = 0
        self.looks = 0
        self.go_on = asyncio.Event()
        self.go_on.set()

    async def settings(self, guild: int) -> GuildSettings:
        """Count, and give what was there when they were asked for."""
        self.asked += 1
        found = await super().settings(guild)
        self.given += 1
        await self.go_on.wait()
        return found

    async def settings_changes(self, mark: int) -> tuple[int, frozenset[int]]:
        """Fail, or tell of changes."""
        if self.is_away:
            raise StorageError
        changes = await super().settings_changes(mark)
        self.looks += 1
        return changes

    async def opted_out(self) -> frozenset[int]:
        """Fail as often as is wanted, then tell."""
        if self.faults:
            self.faults -= 1
            raise StorageError
        return await super().opted_out()


@pytest.fixture
async def store(database: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[CountingStore]:
    """An empty database, at which processes look often."""
    monkeypatch.setattr(limits, "SETTINGS_LOOK_SECONDS", 0.01)
    async with open_database(database) as opened:
        yield CountingStore(opened)


@pytest.fixture
def seldom(store: CountingStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes do not look while the test runs: what a look overtakes is asked for twice."""
    assert store.looks == 0
    monkeypatch.setattr(limits, "SETTINGS_LOOK_SECONDS", PATIENCE)


async def choose(cache: SettingsCache, style: Style, *, guild: int = GUILD) -> None:
    """Choose a style."""
    await cache.change(guild, ANA, "style", lambda old: replace(old, style=style))


async def until_known(store: CountingStore, cache: SettingsCache, style: Style) -> None:
    """Wait until a process knows a style."""

    async def is_known() -> bool:
        return (await cache.settings(GUILD)).style is style

    await until(is_known, "a style")
    assert store.asked


async def until_remembered(store: CountingStore, cache: SettingsCache, guild: int) -> None:
    """Ask until asking costs nothing: an answer that a look overtakes is not remembered."""

    async def costs_nothing() -> bool:
        asked = store.asked
        await cache.settings(guild)
        return store.asked == asked

    await until(costs_nothing, "settings that are remembered")


@pytest.mark.usefixtures("seldom")
async def test_settings_are_asked_for_once(store: CountingStore) -> None:
    """A server's settings cost one question, and private messages none."""
    async with SettingsCache(store) as cache:
        assert [await cache.settings(GUILD) for _ in range(3)] == [GuildSettings()] * 3
        assert await cache.settings(None) == GuildSettings()
    assert store.asked == 1


async def test_change_is_known_here_at_once_and_elsewhere_soon(store: CountingStore) -> None:
    """The process that made a change asks nobody for it; another one forgets what it knew of that server alone."""
    async with SettingsCache(store) as one, SettingsCache(store) as other:
        await until_remembered(store, other, GUILD)
        await until_remembered(store, other, OTHER)
        await choose(one, Style.THREAD)
        asked = store.asked
        assert (await one.settings(GUILD)).style is Style.THREAD
        assert store.asked == asked
        await until_known(store, other, Style.THREAD)
        asked = store.asked
        await other.settings(OTHER)
        assert store.asked == asked


async def test_member_who_opts_out_is_known_everywhere(store: CountingStore) -> None:
    """And is answered again when they take it back."""
    async with SettingsCache(store) as one, SettingsCache(store) as other:
        for out in (True, False):
            await one.opt_out(ANA, out=out)
            assert (ANA in one.opted_out) is out
            await until(lambda: (ANA in other.opted_out) is out)  # noqa: B023  # It is called at once.
    async with SettingsCache(store) as third:
        assert third.opted_out == frozenset()


async def test_outage_leaves_nothing_stale(store: CountingStore) -> None:
    """While the database does not tell of changes nothing is taken from memory; after it the changes are known."""
    async with SettingsCache(store) as one, SettingsCache(store) as other:
        await other.settings(GUILD)
        store.is_away = True
        await choose(one, Style.REACTION)
        await until_known(store, other, Style.REACTION)
        store.is_away = False
        await choose(one, Style.REPLY)
        await until_known(store, other, Style.REPLY)


async def test_member_who_opts_out_is_known_after_a_fault(store: CountingStore) -> None:
    """A database that fails just when it is asked who opted out is asked once more, though nothing changes any more."""
    async with SettingsCache(store) as one, SettingsCache(store) as other:
        store.faults = 1
        await one.opt_out(ANA, out=True)
        await until(lambda: other.opted_out == {ANA})
    assert store.faults == 0


@pytest.mark.usefixtures("seldom")
async def test_memory_is_bounded(store: CountingStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many servers those are remembered that were asked about last."""
    monkeypatch.setattr(limits, "SETTINGS_REMEMBERED", 2)
    async with SettingsCache(store) as cache:
        for guild in (1, 2, 1, 3):
            await cache.settings(guild)
        asked = store.asked
        await cache.settings(1)
        assert store.asked == asked
        await cache.settings(2)
        assert store.asked == asked + 1


async def test_what_was_asked_before_a_look_is_not_remembered(store: CountingStore) -> None:
    """An answer that may be older than a change that a look has found is used once and not kept."""
    async with SettingsCache(store) as cache, SettingsCache(store) as other:
        store.go_on.clear()
        given = store.given
        asking = asyncio.create_task(cache.settings(GUILD))
        await until(lambda: store.given > given)
        await choose(other, Style.THREAD)
        seen = store.looks + 4  # Each of the two processes looks by turns, and one look may have been under way.
        await until(lambda: store.looks > seen)
        store.go_on.set()
        assert (await asking).style is Style.REPLY
        assert (await cache.settings(GUILD)).style is Style.THREAD
