"""What tests ask of a database and the program never does."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.adapters.database.connections import Now, value
from bot.adapters.database.opening import connected, open_database
from bot.adapters.database.sql_store import SqlStore


@asynccontextmanager
async def open_store(url: str, *, now: Now) -> AsyncIterator[SqlStore]:
    """A store on the database at `url`. Raises as `open_database`."""
    async with open_database(url) as database:
        yield SqlStore(database, now=now)


async def schema_revision(url: str) -> str:
    """The revision of the schema that a database has."""
    async with connected(url) as database:
        return str(await value(database, "SELECT version_num FROM alembic_version"))


async def owed_count(url: str) -> int:
    """How many answers are owed, in all servers."""
    async with connected(url) as database:
        return int(await value(database, "SELECT count(*) FROM owed"))
