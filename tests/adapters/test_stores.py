"""One contract over the database in both forms: SQLite in a file, and a real PostgreSQL server."""

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.adapters.database.connections import lock
from bot.adapters.database.opening import HEAD, connected, database_url, migrate
from bot.adapters.database.sql_store import SqlStore
from bot.domain.values.records import (
    AnswerKind,
    AnswerRecord,
    DeletionRecord,
    Kept,
    QuoteQuery,
    QuoteRecord,
    UsageRecord,
)
from bot.errors import ConfigurationError, StorageError
from config import limits
from config.guild import DigestPlan, GuildSettings
from tests.support.patience import PATIENCE, measured_again
from tests.support.postgres import PostgresServer, empty_url
from tests.support.stores import open_store, schema_revision

START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
GUILD, CHANNEL, OTHER = 10_000_000_000_000_001, 20_000_000_000_000_001, 20_000_000_000_000_002


@dataclass
class Clock:
    """A time that the tests set."""

    moment: datetime = START

    def __call__(self) -> datetime:
        """The time."""
        return self.moment


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    """One PostgreSQL server for this module's tests."""
    with PostgresServer() as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_url(request: pytest.FixtureRequest, server: PostgresServer, tmp_path: Path) -> str:
    """A database of each kind in turn, without a schema."""
    given = None if request.param == "sqlite" else server.new_database()
    return database_url(given, tmp_path)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, server: PostgresServer, empty_database: Path, tmp_path: Path) -> str:
    """An empty database of each kind in turn, with the newest schema."""
    return empty_url(request.param, server, empty_database, tmp_path)


@pytest.fixture
def clock() -> Clock:
    """The store's clock."""
    return Clock()


@pytest.fixture
async def store(url: str, clock: Clock) -> AsyncIterator[SqlStore]:
    """A store on an empty database with the newest schema."""
    async with open_store(url, now=clock) as opened:
        yield opened


def answer(id_: int, **changes: object) -> AnswerRecord:
    """An answer to a message in the channel."""
    made = AnswerRecord(
        id=id_,
        channel=CHANNEL,
        guild=GUILD,
        source=id_ + 500,
        source_channel=CHANNEL,
        poster=7,
        key="k1",
        content="k1",
        url="https://news.example/a",
        headline="A headline",
        created=START,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # The tests name fields of the dataclass.


def quote(text: str, speaker: str | None = "Ada Quill", *, to: int = 1, created: datetime = START) -> QuoteRecord:
    """A quote of an answer."""
    return QuoteRecord(text, speaker, "https://news.example/a#x", GUILD, CHANNEL, to, created)


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


async def test_answer_is_found_by_each_of_its_ids(store: SqlStore) -> None:
    """An answer is found by its own id, by the message it answers, and by the channel."""
    await store.keep_answers([answer(1)])
    assert await store.answer(1) == (answer(1),)
    assert await store.answers_to([501, 999]) == (answer(1),)
    assert await store.answers_in(CHANNEL) == (answer(1),)
    assert await store.answer(2) == ()
    assert await store.answers_to([]) == ()


async def test_answer_kept_again_replaces_itself(store: SqlStore) -> None:
    """An edited answer keeps its id and changes the rest."""
    await store.keep_answers([answer(1)], [quote("The first words")])
    await store.keep_answers([answer(1, key="k2", headline="Another")], [quote("The second words")])
    assert await store.answer(1) == (answer(1, key="k2", headline="Another"),)
    found, total = await store.find_quotes(QuoteQuery(GUILD))
    assert (total, [one.text for one in found]) == (1, ["The second words"])


async def test_earlier_answer_is_the_first_brief_in_the_channel(store: SqlStore) -> None:
    """A repeat is told by article, channel and time, and never points to a pointer."""
    await store.keep_answers([answer(3, kind=AnswerKind.POINTER, created=START - timedelta(hours=2))])
    await store.keep_answers([answer(1, created=START - timedelta(hours=1))])
    await store.keep_answers([answer(2)])
    earlier = await store.earlier_answer(CHANNEL, "k1", since=START - timedelta(hours=3))
    assert earlier is not None
    assert earlier.id == 1
    assert await store.earlier_answer(CHANNEL, "k1", since=START + timedelta(hours=1)) is None
    assert await store.earlier_answer(OTHER, "k1", since=START - timedelta(hours=3)) is None
    assert await store.earlier_answer(CHANNEL, "k9", since=START - timedelta(hours=3)) is None


async def test_briefs_of_a_digest_come_in_order(store: SqlStore) -> None:
    """A digest has a channel's or a server's briefs since a time, oldest first, without pointers."""
    await store.keep_answers([answer(2, created=START + timedelta(hours=2))])
    await store.keep_answers([answer(1, created=START + timedelta(hours=1))])
    await store.keep_answers([answer(3, channel=OTHER, source_channel=OTHER, created=START + timedelta(hours=3))])
    await store.keep_answers([answer(4, kind=AnswerKind.POINTER)])
    assert [one.id for one in await store.briefs_since(GUILD, CHANNEL, since=START)] == [1, 2]
    assert [one.id for one in await store.briefs_since(GUILD, None, since=START)] == [1, 2, 3]


async def test_briefs_of_rooms_are_those_that_may_be_seen_there(store: SqlStore) -> None:
    """A thread's brief is of its channel's room, and a digest of rooms has no others."""
    await store.keep_answers([answer(1, channel=77, source_channel=77, room=CHANNEL)])
    await store.keep_answers([answer(2, channel=OTHER, source_channel=OTHER, room=OTHER)])
    assert [one.id for one in await store.briefs_since(GUILD, CHANNEL, since=START)] == [1]
    assert [one.id for one in await store.briefs_since(GUILD, None, since=START, rooms={OTHER})] == [2]
    assert await store.briefs_since(GUILD, None, since=START, rooms=()) == ()


async def test_servers_with_a_digest_are_told_apart(store: SqlStore) -> None:
    """Only servers that have a digest posted by itself are given, with their settings."""
    await store.change_settings(5, 7, "watch", lambda settings: settings.watching(CHANNEL))
    plan = DigestPlan(CHANNEL, 9, "Europe/Kyiv")
    await store.change_settings(GUILD, 7, "digest", lambda settings: replace(settings, digest=plan))
    assert await store.servers_with_digest() == ((GUILD, GuildSettings(digest=plan)),)


async def test_forgotten_answers_take_their_quotes(store: SqlStore) -> None:
    """A forgotten answer and its quotes are gone."""
    await store.keep_answers([answer(1)], [quote("Gone with it")])
    await store.forget_answers([1])
    assert await store.answer(1) == ()
    assert await store.find_quotes(QuoteQuery(GUILD)) == ((), 0)
    assert await store.find_quotes(QuoteQuery(GUILD, words="gone")) == ((), 0)


@pytest.fixture
async def archive(store: SqlStore) -> SqlStore:
    """A store with five quotes of a server and one of another."""
    await store.keep_answers(
        [answer(1)],
        [
            quote("The harbour must close", "Ada Quill"),
            quote("Гавань закриють у понеділок", "Володимир Зеленський"),
            quote("港口星期一关闭", "王明"),
            quote('It\'s 100% ours; "DROP" it_', None),
            quote("Repairs begin in March", "Ben Reed", created=START + timedelta(days=1)),
        ],
    )
    await store.keep_answers([answer(2, guild=5)], [replace(quote("The harbour is not here", to=2), guild=5)])
    return store


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        (QuoteQuery(GUILD, words="harbour"), ["The harbour must close"]),
        (QuoteQuery(GUILD, words="HARB clos"), ["The harbour must close"]),
        (QuoteQuery(GUILD, words="harbour reopen"), []),
        (QuoteQuery(GUILD, words="понеділок"), ["Гавань закриють у понеділок"]),
        (QuoteQuery(GUILD, words="星期一"), ["港口星期一关闭"]),
        (QuoteQuery(GUILD, words='"; DROP * OR ('), ['It\'s 100% ours; "DROP" it_']),
        (QuoteQuery(GUILD, words="%"), ['It\'s 100% ours; "DROP" it_']),
        (QuoteQuery(GUILD, speaker="quill"), ["The harbour must close"]),
        (QuoteQuery(GUILD, speaker="зеленський"), ["Гавань закриють у понеділок"]),
        (QuoteQuery(GUILD, speaker="%"), []),
        (QuoteQuery(GUILD, since=START + timedelta(hours=1)), ["Repairs begin in March"]),
        (QuoteQuery(GUILD, words="harbour", until=START), []),
        (QuoteQuery(GUILD, count=1), ["Repairs begin in March"]),
        (QuoteQuery(GUILD, offset=4), ['It\'s 100% ours; "DROP" it_']),
    ],
    ids=repr,
)
async def test_quotes_are_found(archive: SqlStore, query: QuoteQuery, texts: list[str]) -> None:
    """Quotes are found by words, speaker and time, within the server alone, whatever is typed."""
    if query.words == '"; DROP * OR (':  # "OR" is a word here, as any other: nothing has both.
        texts = []
    found, _ = await archive.find_quotes(query)
    assert [one.text for one in found] == texts


async def test_all_matches_are_counted(archive: SqlStore) -> None:
    """The number of all matches comes with a page of them."""
    found, total = await archive.find_quotes(QuoteQuery(GUILD, count=2))
    assert (len(found), total) == (2, 5)
    assert replace(found[0], headline="", url=None) == quote(
        "Repairs begin in March", "Ben Reed", created=START + timedelta(days=1)
    )
    assert (found[0].headline, found[0].url) == ("A headline", "https://news.example/a")


async def test_quotes_are_found_in_rooms_that_may_be_seen(store: SqlStore) -> None:
    """A search and its count are narrowed to rooms; in no room there is nothing."""
    await store.keep_answers([answer(1)], [replace(quote("Open words"), room=CHANNEL, part=1, spoiler=True)])
    await store.keep_answers([answer(2)], [replace(quote("Hidden words", to=2), room=OTHER)])
    found, total = await store.find_quotes(QuoteQuery(GUILD, words="words", rooms=frozenset({CHANNEL})))
    assert ([one.text for one in found], total) == (["Open words"], 1)
    assert (found[0].room, found[0].part, found[0].spoiler) == (CHANNEL, 1, True)
    assert await store.find_quotes(QuoteQuery(GUILD, rooms=frozenset())) == ((), 0)


async def test_quotes_of_answers_come_in_their_order(store: SqlStore) -> None:
    """The quotes of some answers are given, each answer's as they were kept."""
    await store.keep_answers([answer(1)], [quote("Zeroth"), quote("After it")])
    await store.keep_answers([answer(2)], [quote("Of another", to=2)])
    assert [one.text for one in await store.quotes_of([1])] == ["Zeroth", "After it"]
    assert await store.quotes_of([]) == ()


async def test_speakers_are_offered_most_quoted_first(archive: SqlStore) -> None:
    """Names that have what is typed in them, in any script, from the rooms that may be seen."""
    await archive.keep_answers(
        [answer(3)],
        [replace(quote("More", "Ben Reed", to=3), room=CHANNEL), replace(quote("Yet more", to=3), room=OTHER)],
    )
    everywhere = {0, CHANNEL, OTHER}
    assert (await archive.speakers(GUILD, "", rooms=everywhere, count=2)) == ("Ada Quill", "Ben Reed")
    assert (await archive.speakers(GUILD, "ЗЕЛЕН", rooms=everywhere, count=9)) == ("Володимир Зеленський",)
    assert (await archive.speakers(GUILD, "e", rooms={CHANNEL}, count=9)) == ("Ben Reed",)
    assert (await archive.speakers(GUILD, "%", rooms=everywhere, count=9)) == ()
    assert (await archive.speakers(5, "quill", rooms=everywhere, count=9)) == ("Ada Quill",)


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


async def test_more_answers_than_a_statement_takes_are_forgotten(store: SqlStore) -> None:
    """PostgreSQL takes 32,767 parameters in a statement; 40,000 ids are found and forgotten all the same."""
    await store.keep_answers([answer(1)])
    many = range(1, 40_001)
    assert await store.answers_to(many) == await store.answers_touching(many) == await store.answer(1)
    await store.forget_answers(many)
    assert await store.answer(1) == ()


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


@measured_again
async def test_frozen_postgres_is_a_storage_error(
    server: PostgresServer, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that is stopped where it stands keeps a caller for the limit of a command, not for ever."""
    url = database_url(await asyncio.to_thread(server.new_database), tmp_path)
    await migrate(url)
    monkeypatch.setattr(limits, "DATABASE_COMMAND_SECONDS", 1.0)
    monkeypatch.setattr(limits, "DATABASE_SECONDS", 1.0)
    async with open_store(url, now=clock) as store:
        await store.settings(GUILD)
        server.freeze()
        try:
            async with asyncio.timeout(PATIENCE):
                with pytest.raises(StorageError):
                    await store.settings(GUILD)
        finally:
            server.thaw()
        assert await store.settings(GUILD) == GuildSettings()


async def test_address_with_sslmode_is_understood(server: PostgresServer, tmp_path: Path, clock: Clock) -> None:
    """`?sslmode=` is libpq's word, which hosts hand out; the driver has another for it."""
    url = database_url(await asyncio.to_thread(server.new_database), tmp_path)
    sign = "&" if "?" in url else "?"
    await migrate(f"{url}{sign}sslmode=disable")
    async with open_store(f"{url}{sign}sslmode=prefer", now=clock) as store:
        assert await store.settings(GUILD) == GuildSettings()


async def test_address_for_other_drivers_is_understood(server: PostgresServer, tmp_path: Path, clock: Clock) -> None:
    """Hosts hand out addresses with words for other drivers, which are no settings of the server."""
    url = await asyncio.to_thread(server.new_database)
    words = "ssl=disable&channel_binding=prefer&connect_timeout=5&pgbouncer=true"
    url = database_url(f"{url}{'&' if '?' in url else '?'}{words}", tmp_path)
    await migrate(url)
    async with open_store(url, now=clock) as store:
        assert await store.settings(GUILD) == GuildSettings()


async def test_closed_database_is_a_storage_error(url: str, clock: Clock) -> None:
    """Whoever asks after the end is told so as of a database that is away."""
    await migrate(url)
    async with open_store(url, now=clock) as store:
        await store.settings(GUILD)
    for asked in (store.settings(GUILD), store.claim("a"), store.forget_answers([1])):
        with pytest.raises(StorageError):
            await asked


@pytest.mark.parametrize("after", range(4))
async def test_transaction_that_is_broken_off_leaves_nothing(
    store: SqlStore, url: str, clock: Clock, after: int
) -> None:
    """Whoever stops waiting in the middle of a change undoes it, and keeps nobody else from writing."""
    change = asyncio.create_task(store.keep_answers([answer(1)], [quote("Some words")]))
    for _ in range(after):
        await asyncio.sleep(0)
    change.cancel()
    await asyncio.gather(change, return_exceptions=True)
    async with open_store(url, now=clock) as other:
        assert await asyncio.wait_for(other.claim("a"), PATIENCE)
        assert await asyncio.wait_for(store.claim("b"), PATIENCE)
        assert await other.answer(1) == ()
        assert await store.find_quotes(QuoteQuery(GUILD)) == ((), 0)


async def test_database_of_a_newer_program_is_left_alone(url: str, store: SqlStore, clock: Clock) -> None:
    """A schema that this program does not know is told in a sentence, and nothing is migrated."""
    assert store is not None
    async with connected(url) as database:
        await database.change("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(ConfigurationError, match="newer version"):
        async with open_store(url, now=clock):
            pass
    assert await schema_revision(url) == "9999"


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


async def test_answers_of_a_user_are_found(store: SqlStore) -> None:
    """The answers to one user's messages are given, others' not."""
    await store.keep_answers([answer(1), answer(2, poster=8)])
    assert [one.id for one in await store.answers_of(7)] == [1]


async def test_older_schema_is_brought_up_to_date(bare_url: str, clock: Clock) -> None:
    """Rows of the first schema are there after the upgrade, with rooms, and are searched by words as before."""
    await migrate(bare_url, to="0001")
    async with connected(bare_url) as database:
        for statement in FIRST_ROWS:
            await database.change(statement, at=START)
    assert await migrate(bare_url) == HEAD
    async with open_store(bare_url, now=clock) as store:
        (kept,) = await store.answer(1)
        assert (kept.room, kept.spoiler) == (CHANNEL, False)
        ((found,), total) = await store.find_quotes(
            QuoteQuery(GUILD, words="haf", speaker="ada", rooms=frozenset({CHANNEL}))
        )
        assert (found.text, found.channel, found.room, total) == ("The Häfen must close", OTHER, CHANNEL, 1)
        await store.forget_answers([1])
        assert await store.find_quotes(QuoteQuery(GUILD, words="hafen")) == ((), 0)


# An answer in a thread to a message in the channel, and its quote, as the first schema kept them.
FIRST_ROWS = (
    """
    INSERT INTO answers
        (id, part, channel, guild, source, source_channel, poster, key, headline, kind, length, links, created)
    VALUES (1, 0, 20000000000000002, 10000000000000001, 2, 20000000000000001, 7, 'k', 'Old', 'brief', 'normal', '', :at)
    """,
    """
    INSERT INTO quotes (answer, guild, channel, text, speaker, speaker_folded, created)
    VALUES (1, 10000000000000001, 20000000000000001, 'The Häfen must close', 'Ádá Quill', 'ádá quill', :at)
    """,
)


async def test_sqlite_writes_ahead(tmp_path: Path, clock: Clock) -> None:
    """The file is in WAL mode, so that readers and a writer do not wait for each other."""
    await migrate(database_url(None, tmp_path))
    async with open_store(database_url(None, tmp_path), now=clock) as store:
        await store.claim("a")
        with sqlite3.connect(tmp_path / "nutgraf.sqlite") as file:
            assert file.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        file.close()


@pytest.mark.parametrize(
    "words", ["émigrés", "EMIGRES", "emig", "Łódź", "lodz", "cafe\u0301", "strasse", "straße", "київ"]
)
async def test_accents_do_not_matter(store: SqlStore, words: str) -> None:
    """Words and names are found with their accents or without, however they are written."""
    said = "Les émigrés de Łódź au café de la Straße, Київ"
    await store.keep_answers([answer(1)], [quote(said)])
    assert (await store.find_quotes(QuoteQuery(GUILD, words=words)))[1] == 1
    assert (await store.find_quotes(QuoteQuery(GUILD, words="emigrant")))[1] == 0


async def test_words_are_searched_by_the_index(url: str, store: SqlStore) -> None:
    """The full-text index of the database in use is there and fits the question: FTS5, or GIN over a tsvector."""
    await store.keep_answers([answer(1)], [quote(f"The harbour number {number} closes") for number in range(50)])
    async with connected(url) as database, database.transaction() as connection:
        if connection.is_sqlite:
            plan = "EXPLAIN QUERY PLAN SELECT rowid FROM quotes_words WHERE quotes_words MATCH '\"harb\"*'"
        else:
            await connection.change("SET LOCAL enable_seqscan = off")
            words = "to_tsvector('simple', text_folded) @@ to_tsquery('simple', 'harb:*')"
            plan = "EXPLAIN SELECT id FROM quotes WHERE " + words  # noqa: S608  # Both are written here.
        steps = " ".join(str(row) for row in await connection.rows(plan))
    assert "quotes_words" in steps
    assert (await store.find_quotes(QuoteQuery(GUILD, words="harb", count=1)))[1] == 50


async def test_migrating_again_changes_nothing(store: SqlStore, url: str) -> None:
    """The newest schema is the one that the program knows, and is made once."""
    assert store is not None
    assert await schema_revision(url) == await migrate(url) == HEAD


async def test_postgres_with_an_old_schema_says_what_to_do(
    server: PostgresServer, tmp_path: Path, clock: Clock
) -> None:
    """On PostgreSQL an empty database is not touched at start: the sentence names the command."""
    fresh = database_url(await asyncio.to_thread(server.new_database), tmp_path)
    with pytest.raises(ConfigurationError, match="nutgraf migrate"):
        async with open_store(fresh, now=clock):
            pass


async def test_database_that_is_away_is_one_error(clock: Clock, tmp_path: Path) -> None:
    """A server that does not answer and a file that is no database are StorageErrors."""
    (tmp_path / "nutgraf.sqlite").write_bytes(b"this is no database" * 100)
    for broken in ("postgresql://nobody@127.0.0.1:9/x", database_url(None, tmp_path)):
        with pytest.raises(StorageError):
            async with open_store(broken, now=clock):
                pass


async def test_folder_that_cannot_be_made_is_a_fault_of_configuration(tmp_path: Path, clock: Clock) -> None:
    """A data folder below a file is told in one sentence."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="DATA_FOLDER"):
        async with open_store(database_url(None, tmp_path / "file" / "data"), now=clock):
            pass


async def test_answer_has_several_parts(store: SqlStore) -> None:
    """An answer to two links keeps a part for each, and forgetting it forgets both with their quotes."""
    parts = [answer(1, links="two"), answer(1, part=1, key="k2", links="two")]
    await store.keep_answers(parts, [quote("Of the first"), quote("Of the second")])
    assert await store.answer(1) == tuple(parts)
    assert await store.answers_to([parts[0].source or 0]) == tuple(parts)
    await store.forget_answers([1])
    assert await store.answer(1) == ()
    assert await store.find_quotes(QuoteQuery(GUILD)) == ((), 0)


async def test_opting_out_is_told_to_every_process(store: SqlStore) -> None:
    """A member's wish counts as a change of server 0."""
    mark, _ = await store.settings_changes(-1)
    await store.opt_out(7, out=True)
    _, changed = await store.settings_changes(mark)
    assert 0 in changed


async def test_first_answer_to_a_message_is_the_one_that_is_kept(store: SqlStore) -> None:
    """Of two processes that answer one message the first wins; a dismissed answer and a command's are no answers."""
    await store.keep_answers([answer(9, source=501, trigger="menu"), answer(8, source=501, kind=AnswerKind.DISMISSED)])
    results = await asyncio.gather(*(store.keep_first([answer(id_, source=501)]) for id_ in (1, 2)))
    assert len({kept[0].id for kept in results}) == 1
    assert len(await store.answers_to([501])) == 3


async def test_pointers_are_found_by_where_they_lead(store: SqlStore) -> None:
    """The newest comes first; a pointer dangles whose brief is not there any more."""
    pointers = [answer(id_, kind=AnswerKind.POINTER, target=1, target_channel=CHANNEL, content="c") for id_ in (2, 3)]
    await store.keep_answers([answer(1, content="c"), *pointers])
    assert [row.id for row in await store.answers_pointing(1)] == [3, 2]
    assert await store.dangling_pointers(count=9) == ()
    await store.keep_answers([answer(1, content="d")])
    assert [row.id for row in await store.dangling_pointers(count=9)] == [3, 2]


async def test_refused_deletion_is_kept_until_it_is_done(store: SqlStore) -> None:
    """It is given out when it is due, to one process; the record goes with the last message of the answer."""
    await store.keep_answers([answer(1, head=4)], [quote("The first words")])
    await store.remove_answers([1])
    for message in (1, 4):
        await store.keep_deletion(DeletionRecord(message, CHANNEL, message == 4, 1, 1, START))
    later = START + timedelta(hours=1)
    assert {one.message for one in await store.claim_deletions(count=9, until=later)} == {1, 4}
    assert await store.claim_deletions(count=9, until=later) == ()
    assert (await store.answer(1))[0].kind is AnswerKind.REMOVED
    assert await store.quotes_of([1]) == ()
    await store.deletion_done(1)
    await store.forget_user(7)
    assert len(await store.answers_touching([4])) == 1
    await store.deletion_done(4)
    assert await store.answer(1) == ()


async def test_answer_takes_the_place_of_another_and_may_leave_its_quotes(store: SqlStore) -> None:
    """What stood in for it is forgotten; without quotes those that are kept stay."""
    await store.keep_answers([answer(1)], [quote("The first words")])
    await store.keep_answers([answer(1, links="x")], None)
    assert [one.text for one in await store.quotes_of([1])] == ["The first words"]
    await store.keep_answers([answer(2)], instead_of=[1])
    assert (await store.answer(1), await store.quotes_of([1])) == ((), ())
