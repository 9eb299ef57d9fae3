"""What tests keep in a database and ask of it, and the program never does."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.adapters.database.connections import Now, value
from bot.adapters.database.opening import connected, open_database
from bot.adapters.database.sql_store import SqlStore
from bot.domain.values.records import AnswerRecord, QuoteRecord

START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
GUILD, CHANNEL, OTHER = 10_000_000_000_000_001, 20_000_000_000_000_001, 20_000_000_000_000_002


@dataclass
class Clock:
    """A time that the tests set."""

    moment: datetime = START

    def __call__(self) -> datetime:
        """The time."""
        return self.moment


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
