"""Settings, usage, claims, users' data and the sweep, in the database in both forms, SQLite and PostgreSQL."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from bot.adapters.database.connections import lock
from bot.adapters.database.opening import connected, database_url, migrate
from bot.adapters.database.sql_store import SqlStore
from bot.domain.values.records import Kept, QuoteQuery, UsageRecord
from config import limits
from config.guild import DigestPlan, GuildSettings
from tests.support.postgres import PostgresServer
from tests.support.stores import CHANNEL, GUILD, START, Clock, answer, open_store, quote


async def test_server_without_settings_has_the_defaults(store: SqlStore) -> None:
    """A server that chose nothing has the defaults."""
    assert await store.settings(GUILD) == GuildSettings()


async def test_changed_settings_are_kept_and_audited(store: SqlStore) -> None:
    """A change is kept, and the audit says who changed what from what to what."""
    changed = await store.change_settings(GUILD, 7, "watch", lambda settings: settings.watching(CHANNEL))
    assert changed == await store.settings(GUILD) == GuildSettings().watching(CHANNEL)
    (entry,) = await store.audit(GUILD, count=10)
    assert (entry.user, entry.setting, entry.at) == (7, "watch", START)
    assert json.loads(entry.before)["watched"] == {}
    assert list(json.loads(entry.after)["watched"]) == [str(CHANNEL)]


async def test_change_that_changes_nothing_is_not_audited(store: SqlStore) -> None:
    """A change to what already is leaves no trace."""
    await store.change_settings(GUILD, 7, "language", lambda settings: settings)
    assert await store.audit(GUILD, count=10) == ()


async def test_changes_at_once_lose_nothing(store: SqlStore) -> None:
    """Two admins who change different settings at once both have their way."""

    def watching(channel: int) -> Callable[[GuildSettings], GuildSettings]:
        return lambda settings: settings.watching(channel)

    await asyncio.gather(*(store.change_settings(GUILD, 7, "watch", watching(number)) for number in range(8)))
    assert set((await store.settings(GUILD)).watched) == set(range(8))


async def test_changes_are_seen_by_another_process(store: SqlStore, url: str, clock: Clock) -> None:
    """A second store on the same database learns which servers changed since its mark."""
    async with open_store(url, now=clock) as other:
        mark, _ = await other.settings_changes(-1)
        await store.change_settings(GUILD, 7, "watch", lambda settings: settings.watching(CHANNEL))
        mark, changed = await other.settings_changes(mark)
        assert GUILD in changed
        assert CHANNEL in (await other.settings(GUILD)).watched


async def test_row_of_an_older_version_loads(store: SqlStore, url: str) -> None:
    """A settings row with fewer keys than today's loads, with defaults for the rest."""
    async with connected(url) as database:
        row = {"guild": GUILD, "data": '{"version": 0, "language": "fr"}'}
        await database.change("INSERT INTO guild_settings (guild, data) VALUES (:guild, :data)", **row)
    assert await store.settings(GUILD) == GuildSettings(language="fr")


async def test_servers_with_a_digest_are_told_apart(store: SqlStore) -> None:
    """Only servers that have a digest posted by itself are given, with their settings."""
    await store.change_settings(5, 7, "watch", lambda settings: settings.watching(CHANNEL))
    plan = DigestPlan(CHANNEL, 9, "Europe/Kyiv")
    await store.change_settings(GUILD, 7, "digest", lambda settings: replace(settings, digest=plan))
    assert await store.servers_with_digest() == ((GUILD, GuildSettings(digest=plan)),)


async def test_usage_adds_up(store: SqlStore) -> None:
    """What a channel uses in a day adds up, across calls at once."""
    day = date(2026, 3, 1)
    one = UsageRecord(GUILD, CHANNEL, day, briefs=1, hits=2, tokens_in=100, tokens_out=10, cost=0.25)
    await asyncio.gather(*(store.record_usage(one) for _ in range(4)))
    await store.record_usage(replace(one, day=day + timedelta(days=1)))
    found = await store.usage(GUILD, since=day, until=day)
    assert found == (UsageRecord(GUILD, CHANNEL, day, briefs=4, hits=8, tokens_in=400, tokens_out=40, cost=1.0),)


async def test_opting_out_and_in(store: SqlStore) -> None:
    """A user who opted out is known, once, until they opt in again."""
    await store.opt_out(7, out=True)
    await store.opt_out(7, out=True)
    assert await store.opted_out() == {7}
    await store.opt_out(7, out=False)
    assert await store.opted_out() == frozenset()


async def test_what_is_kept_of_a_user_is_told_and_forgotten(store: SqlStore) -> None:
    """A user learns what is kept, and after deletion only their own opt-out is."""
    await store.keep_answers([answer(1)], [quote("Said in an answer to them")])
    await store.keep_answers([answer(2, poster=8)])
    await store.change_settings(GUILD, 7, "watch", lambda settings: settings.watching(CHANNEL))
    await store.opt_out(7, out=True)
    assert await store.kept_of(7) == Kept(answers=1, changes=1, opted_out=True, guilds=(GUILD,))
    await store.forget_user(7)
    assert await store.kept_of(7) == Kept(opted_out=True)
    assert await store.answer(2)
    assert CHANNEL in (await store.settings(GUILD)).watched


async def test_claim_has_one_winner(store: SqlStore) -> None:
    """Of many who claim a name at once, one has it."""
    won = await asyncio.gather(*(store.claim("digest:1:2026-03-01") for _ in range(6)))
    assert sum(won) == 1


async def test_claim_that_was_not_finished_is_taken_over(store: SqlStore, clock: Clock) -> None:
    """A process that died with a claim is replaced when the claim lapses, by one other; what is done stays done."""
    assert await store.claim("sweep:2026-03-01")
    clock.moment += timedelta(seconds=limits.CLAIM_SECONDS - 1)
    assert not await store.claim("sweep:2026-03-01")
    clock.moment += timedelta(seconds=1)
    assert sum(await asyncio.gather(*(store.claim("sweep:2026-03-01") for _ in range(4)))) == 1
    await store.finish("sweep:2026-03-01")
    clock.moment += timedelta(days=1)
    assert not await store.claim("sweep:2026-03-01")


async def test_change_that_commits_late_is_seen(server: PostgresServer, tmp_path: Path, clock: Clock) -> None:
    """A change waits for one that began before it, so that no number is committed below one that was seen."""
    url = database_url(await asyncio.to_thread(server.new_database), tmp_path)
    await migrate(url)
    async with open_store(url, now=clock) as store, connected(url) as database:
        async with database.transaction() as slow:
            await lock(slow, limits.CHANGES_LOCK)
            await slow.change("INSERT INTO settings_changes (guild) VALUES (5)")
            quick = asyncio.create_task(store.change_settings(GUILD, 7, "watch", lambda old: old.watching(CHANNEL)))
            await asyncio.sleep(0.2)
            mark, _ = await store.settings_changes(0)
            assert not quick.done()
        await quick
        assert (await store.settings_changes(mark))[1] == {5, GUILD}


async def test_sweep_deletes_what_is_old(store: SqlStore, clock: Clock) -> None:
    """The daily sweep deletes what is older than the setting, and nothing younger."""
    await store.keep_answers([answer(1)], [quote("Old words")])
    clock.moment += timedelta(days=31)
    await store.keep_answers([answer(2, created=clock.moment)], [quote("New words", to=2, created=clock.moment)])
    assert await store.sweep(keep_days=30, left_days=30) == 2
    assert await store.answer(1) == ()
    assert await store.answer(2)
    assert (await store.find_quotes(QuoteQuery(GUILD)))[1] == 1


async def test_left_server_is_deleted_after_its_days(store: SqlStore, clock: Clock) -> None:
    """A server that was left is deleted 30 days later, and one that was joined again is not."""
    for guild in (GUILD, 5):
        await store.change_settings(guild, 7, "watch", lambda settings: settings.watching(CHANNEL))
        await store.guild_left(guild)
    await store.keep_answers([answer(1)], [quote("Words")])
    await store.guild_joined(5)
    clock.moment += timedelta(days=29)
    await store.guild_left(GUILD)
    await store.sweep(keep_days=365, left_days=30)
    assert CHANNEL in (await store.settings(GUILD)).watched
    clock.moment += timedelta(days=1)
    await store.sweep(keep_days=365, left_days=30)
    assert await store.settings(GUILD) == GuildSettings()
    assert await store.answer(1) == ()
    assert CHANNEL in (await store.settings(5)).watched


async def test_servers_are_noted_as_left_and_back_by_who_serves_them(store: SqlStore, clock: Clock) -> None:
    """A server that was lost or regained while the bot was away is noted by the process that serves it alone."""
    for guild in (GUILD, 5, 6):
        await store.change_settings(guild, 7, "watch", lambda settings: settings.watching(CHANNEL))
    await store.guild_left(5)
    clock.moment += timedelta(days=20)
    await store.note_servers({5, 99}, lambda guild: guild != 6)
    await store.note_servers({5, 99}, lambda guild: guild != 6)
    clock.moment += timedelta(days=30)
    await store.sweep(keep_days=365, left_days=30)
    assert await store.settings(GUILD) == GuildSettings()
    assert CHANNEL in (await store.settings(5)).watched
    assert CHANNEL in (await store.settings(6)).watched


async def test_sweep_keeps_what_other_processes_have_to_see(store: SqlStore) -> None:
    """The sweep cuts the list of changes, and a process still learns of the newest."""
    mark, _ = await store.settings_changes(-1)
    for out in (True, False) * 3:
        await store.opt_out(7, out=out)
    await store.sweep(keep_days=365, left_days=30)
    after, changed = await store.settings_changes(mark)
    assert after > mark
    assert changed == {0}


async def test_opting_out_is_told_to_every_process(store: SqlStore) -> None:
    """A member's wish counts as a change of server 0."""
    mark, _ = await store.settings_changes(-1)
    await store.opt_out(7, out=True)
    _, changed = await store.settings_changes(mark)
    assert 0 in changed
