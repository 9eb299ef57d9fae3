"""The database as it is opened, migrated and away, in both forms, SQLite and PostgreSQL."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

from bot.adapters.database.opening import HEAD, connected, database_url, migrate
from bot.adapters.database.sql_store import SqlStore
from bot.domain.values.records import QuoteQuery
from bot.errors import ConfigurationError, StorageError
from config import limits
from config.guild import GuildSettings
from tests.support.patience import PATIENCE, measured_again
from tests.support.postgres import PostgresServer
from tests.support.stores import CHANNEL, GUILD, OTHER, START, Clock, answer, open_store, quote, schema_revision


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


async def test_database_of_a_newer_program_is_left_alone(url: str, store: SqlStore, clock: Clock) -> None:
    """A schema that this program does not know is told in a sentence, and nothing is migrated."""
    assert store is not None
    async with connected(url) as database:
        await database.change("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(ConfigurationError, match="newer version"):
        async with open_store(url, now=clock):
            pass
    assert await schema_revision(url) == "9999"


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


async def test_sqlite_writes_ahead(tmp_path: Path, clock: Clock) -> None:
    """The file is in WAL mode, so that readers and a writer do not wait for each other."""
    await migrate(database_url(None, tmp_path))
    async with open_store(database_url(None, tmp_path), now=clock) as store:
        await store.claim("a")
        with sqlite3.connect(tmp_path / "nutgraf.sqlite") as file:
            assert file.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        file.close()


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
