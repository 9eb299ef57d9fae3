"""Databases of earlier versions, as files: an upgrade loses nothing; a backup brings back what was there.

`tests/data/databases` has an SQLite file of each schema that a release had, with a row in every table.
"""

import gzip
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.adapters.database.opening import HEAD, database_url, migrate, open_database
from bot.adapters.database.sql_store import SqlStore
from bot.domain.values.records import AnswerKind, QuoteQuery
from bot.domain.values.wish import Length
from tests.conftest import ROOT
from tests.support.running import nutgraf

FILES = sorted((ROOT / "tests/data/databases").glob("*.sqlite.gz"))
GUILD, CHANNEL, BRIEF, POINTER, PASTED = (400000000000000000 + number for number in (1, 2, 100, 110, 120))


@pytest.fixture(params=FILES, ids=lambda path: path.name.partition(".")[0])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A data folder with the database of an earlier version."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "nutgraf.sqlite").write_bytes(gzip.decompress(request.param.read_bytes()))
    return tmp_path / "data"


def rows_of(file: Path) -> dict[str, list[dict[str, object]]]:
    """All rows of all tables, but those in which the full-text search and the migrations keep their own."""
    with closing(sqlite3.connect(file)) as connection:
        connection.row_factory = sqlite3.Row
        named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'quotes_words%'"
        tables = [name for (name,) in connection.execute(named) if name not in {"alembic_version", "sqlite_sequence"}]
        select = 'SELECT * FROM "{}"'
        return {name: [dict(row) for row in connection.execute(select.format(name))] for name in tables}


async def test_upgrade_loses_nothing(folder: Path) -> None:
    """Every row has the values that it had; new columns stand beside them."""
    file = folder / "nutgraf.sqlite"
    before = rows_of(file)
    assert all(before.values()), "each table has a row"
    ran = await nutgraf("migrate", DATA_FOLDER=str(folder))
    assert (ran.status, HEAD in ran.out) == (0, True), ran.err
    after = rows_of(file)
    assert before.keys() <= after.keys()
    for table, rows in before.items():
        kept = [{column: row[column] for column in rows[0]} for row in after[table]]
        if table == "answers":  # What later versions know of a pointer: where it leads.
            assert {row["target"] for row in after[table] if row["kind"] == "pointer"} == {BRIEF}
        assert kept == rows, table


async def test_the_upgraded_database_is_read(folder: Path) -> None:
    """Settings, answers, pointers, the archive of quotes and wishes are what they were."""
    url = database_url(None, folder)
    await migrate(url)
    async with open_database(url) as database:
        store = SqlStore(database, now=lambda: datetime(2026, 11, 22, tzinfo=UTC))
        settings = await store.settings(GUILD)
        assert (settings.language, settings.length, settings.deny) == ("fr", Length.LONG, ("spam.example",))
        assert settings.watched[CHANNEL].bots
        assert settings.digest is not None
        assert (settings.digest.hour, settings.digest.zone) == (8, "Europe/Kyiv")
        (brief,), (pointer,), (pasted,) = [await store.answer(id_) for id_ in (BRIEF, POINTER, PASTED)]
        assert (brief.headline, brief.url) == ("Harbour of Port Ellery closes", "https://news.example/harbour")
        assert (pointer.kind, pointer.target) == (AnswerKind.POINTER, BRIEF)
        assert (pasted.spoiler, pasted.language, pasted.url) == (True, "de", None)
        found, total = await store.find_quotes(QuoteQuery(GUILD, words="quay", rooms=frozenset({CHANNEL})))
        assert (total, found[0].speaker, found[0].headline) == (1, "Ada Quill", brief.headline)
        assert await store.opted_out() == {400000000000000005}


def test_backup_and_restore_as_the_page_tells(folder: Path) -> None:
    """The page's command copies a database in use; the copy, put back, has every row."""
    page = (ROOT / "docs/upgrading.md").read_text(encoding="utf-8")
    found = re.search(r'-c "(import sqlite3; .+)"', page)
    assert found is not None
    file = folder / "nutgraf.sqlite"
    with closing(sqlite3.connect(file)) as writer:
        writer.execute("PRAGMA journal_mode = wal")
        writer.execute("UPDATE guild_settings SET data = '{}'")
        writer.commit()
        subprocess.run([sys.executable, "-c", found[1]], cwd=folder.parent, check=True)
    before = rows_of(file)
    for path in folder.iterdir():
        path.unlink()
    shutil.copy(folder.parent / "backup.sqlite", file)
    assert rows_of(file) == before
    assert before["guild_settings"][0]["data"] == "{}"
