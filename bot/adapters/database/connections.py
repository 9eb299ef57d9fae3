"""SQLite and PostgreSQL behind one interface. Statements are SQL that both take; what differs is put right here.

A statement names its values as `:name`. `IN :names` takes a list of any length. Times are aware and in UTC; SQLite
keeps them as text without their zone.
"""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol, Self

from bot.errors import StorageError
from config import limits

if TYPE_CHECKING:
    import aiosqlite
    import asyncpg

Row = dict[str, Any]

_DRIVERS = frozenset({"asyncpg", "aiosqlite", "sqlite3", "sqlalchemy"})

_LIST = re.compile(r"\bIN :([a-z_]+)")
_VALUE = re.compile(r"(?<![:\w]):([a-z_]+)")

_PRAGMAS = ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON")


class Connection(Protocol):
    """Takes statements: one after the other within a transaction, or each by itself."""

    is_sqlite: bool

    async def rows(self, statement: str, /, **values: object) -> list[Row]:
        """What a statement gives."""

    async def change(self, statement: str, /, **values: object) -> int:
        """Do a statement; gives how many rows it changed."""

    async def change_each(self, statement: str, rows: Iterable[Mapping[str, object]], /) -> None:
        """Do a statement once for each row of values."""


class Database(Connection, Protocol):
    """A database that is open. Every method raises StorageError where it does not answer."""

    def transaction(self) -> AbstractAsyncContextManager[Connection]:
        """A connection within a transaction that ends with the context: kept, or undone by an error."""

    async def close(self) -> None:
        """Close what is open."""


async def value(connection: Connection, statement: str, /, **values: object) -> Any:
    """The first column of a statement's first row, None where there is none."""
    rows = await connection.rows(statement, **values)
    return next(iter(rows[0].values())) if rows else None


async def lock(connection: Connection, number: int) -> None:
    """Let transactions with the same number wait for each other. On SQLite all do so anyway."""
    if not connection.is_sqlite:
        await connection.rows("SELECT pg_advisory_xact_lock(:number)", number=number)


def utc(moment: datetime | str) -> datetime:
    """A time as the database gives it."""
    made = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    return made.replace(tzinfo=UTC) if made.tzinfo is None else made.astimezone(UTC)


@asynccontextmanager
async def storage_faults() -> AsyncIterator[None]:
    """Foreign errors become StorageError. A full disk and a refused connection come as the system's own.

    A driver whose time limit met the end of its connection raises a cancellation that nobody asked for.
    """
    try:
        yield
    except (OSError, TimeoutError) as error:
        raise StorageError from error
    except asyncio.CancelledError as error:
        task = asyncio.current_task()
        if task is None or task.cancelling():
            raise
        raise StorageError from error
    except Exception as error:
        if type(error).__module__.partition(".")[0] in _DRIVERS:
            raise StorageError from error
        raise


class Sqlite:
    """A `Database` in a file: one connection that writes, and one that reads beside it.

    Args:
        path: the file.
    """

    is_sqlite = True

    def __init__(self, path: str) -> None:
        self._path = path
        self._stack = AsyncExitStack()
        self._is_open = False
        # A connection does one thing at a time; a transaction holds the one that writes.
        self._writes, self._reads = asyncio.Lock(), asyncio.Lock()

    async def open(self) -> Self:
        """Open both connections. Raises StorageError."""
        async with storage_faults():
            self._writer = await self._connect()
            self._reader = await self._connect()
        self._is_open = True
        return self

    async def rows(self, statement: str, /, **values: object) -> list[Row]:
        """What a statement gives."""
        async with storage_faults(), self._reads:
            self._check_open()
            return await _LiteConnection(self._reader).rows(statement, **values)

    async def change(self, statement: str, /, **values: object) -> int:
        """Do a statement; gives how many rows it changed."""
        async with storage_faults(), self._writes:
            self._check_open()
            return await _LiteConnection(self._writer).change(statement, **values)

    async def change_each(self, statement: str, rows: Iterable[Mapping[str, object]], /) -> None:
        """Do a statement once for each row of values, for all or none."""
        async with self.transaction() as connection:
            await connection.change_each(statement, rows)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Connection]:
        """A connection within a transaction."""
        async with storage_faults(), self._writes:
            self._check_open()
            try:
                # The lock is taken at once: two that read first and then write would fail each other.
                await self._writer.execute("BEGIN IMMEDIATE")
                yield _LiteConnection(self._writer)
                await self._writer.execute("COMMIT")
            except BaseException:
                # The driver's thread does this after whatever a broken-off task left it to do.
                await asyncio.shield(self._writer.rollback())
                raise

    async def close(self) -> None:
        """Close both connections, each when it has done what it does."""
        async with self._writes, self._reads:
            self._is_open = False
            await self._stack.aclose()

    def _check_open(self) -> None:
        if not self._is_open:
            raise StorageError

    async def _connect(self) -> "aiosqlite.Connection":
        import aiosqlite  # noqa: PLC0415  # A process with PostgreSQL does without it.

        # Without a level of isolation the driver begins no transactions by rules of its own.
        opening = aiosqlite.connect(self._path, timeout=limits.SQLITE_BUSY_SECONDS, isolation_level=None)
        connection = await self._stack.enter_async_context(opening)
        connection.row_factory = aiosqlite.Row
        for pragma in _PRAGMAS:
            await connection.execute(f"PRAGMA {pragma}")
        return connection


class _LiteConnection:
    """A `Connection` to SQLite."""

    is_sqlite = True

    def __init__(self, connection: "aiosqlite.Connection") -> None:
        self._connection = connection

    async def rows(self, statement: str, /, **values: object) -> list[Row]:
        found = await self._connection.execute_fetchall(_for_sqlite(statement), _lite_values(values))
        return [dict(row) for row in found]

    async def change(self, statement: str, /, **values: object) -> int:
        async with self._connection.execute(_for_sqlite(statement), _lite_values(values)) as cursor:
            return cursor.rowcount

    async def change_each(self, statement: str, rows: Iterable[Mapping[str, object]], /) -> None:
        many = [_lite_values(row) for row in rows]
        async with self._connection.executemany(_for_sqlite(statement), many):
            pass


class Postgres:
    """A `Database` on a server, with a pool of connections.

    Args:
        address: as libpq writes it.
    """

    is_sqlite = False

    def __init__(self, address: str) -> None:
        self._address = address
        self._pool: asyncpg.Pool | None = None

    async def open(self) -> Self:
        """Open the pool and one connection. Raises StorageError."""
        import asyncpg  # noqa: PLC0415  # A process with SQLite does without it.

        async with storage_faults():
            self._pool = await asyncpg.create_pool(
                self._address,
                min_size=1,
                max_size=limits.DATABASE_POOL,
                reset=_leave,
                timeout=limits.DATABASE_SECONDS,
                # The driver's own limit: a server that is frozen answers nothing and breaks no connection.
                command_timeout=limits.DATABASE_COMMAND_SECONDS,
            )
        return self

    async def rows(self, statement: str, /, **values: object) -> list[Row]:
        """What a statement gives."""
        async with self._lent() as connection:
            return await _PostgresConnection(connection).rows(statement, **values)

    async def change(self, statement: str, /, **values: object) -> int:
        """Do a statement; gives how many rows it changed."""
        async with self._lent() as connection:
            return await _PostgresConnection(connection).change(statement, **values)

    async def change_each(self, statement: str, rows: Iterable[Mapping[str, object]], /) -> None:
        """Do a statement once for each row of values, for all or none."""
        async with self._lent() as connection:
            await _PostgresConnection(connection).change_each(statement, rows)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Connection]:
        """A connection within a transaction."""
        async with self._lent() as connection, connection.transaction():
            yield _PostgresConnection(connection)

    async def close(self) -> None:
        """Close every connection; one that does not end in time is broken off."""
        if self._pool is None:
            return
        try:
            await asyncio.wait_for(self._pool.close(), limits.DATABASE_SECONDS)
        except (OSError, TimeoutError):
            self._pool.terminate()

    @asynccontextmanager
    async def _lent(self) -> AsyncIterator["asyncpg.Connection"]:
        assert self._pool is not None  # noqa: S101  # It was opened.
        async with storage_faults(), self._pool.acquire(timeout=limits.DATABASE_SECONDS) as connection:
            yield connection


class _PostgresConnection:
    """A `Connection` to PostgreSQL."""

    is_sqlite = False

    def __init__(self, connection: "asyncpg.Connection") -> None:
        self._connection = connection

    async def rows(self, statement: str, /, **values: object) -> list[Row]:
        text, names = _for_postgres(statement)
        return [dict(row) for row in await self._connection.fetch(text, *_in_order(names, values))]

    async def change(self, statement: str, /, **values: object) -> int:
        text, names = _for_postgres(statement)
        status: str = await self._connection.execute(text, *_in_order(names, values))
        # Such as "INSERT 0 1" and "DELETE 3"; a statement that changes no rows has a word alone.
        number = status.rpartition(" ")[2]
        return int(number) if number.isdigit() else 0

    async def change_each(self, statement: str, rows: Iterable[Mapping[str, object]], /) -> None:
        text, names = _for_postgres(statement)
        await self._connection.executemany(text, [_in_order(names, row) for row in rows])


async def _leave(connection: "asyncpg.Connection") -> None:
    """Ours leave nothing on a connection that would have to be put back: a round trip less for each statement."""


@lru_cache(maxsize=256)
def _for_sqlite(statement: str) -> str:
    return _LIST.sub(r"IN (SELECT value FROM json_each(:\1))", statement)


@lru_cache(maxsize=256)
def _for_postgres(statement: str) -> tuple[str, tuple[str, ...]]:
    """A statement with PostgreSQL's numbers for values, and the values' names in their order."""
    names: dict[str, int] = {}

    def numbered(found: re.Match[str]) -> str:
        return f"${names.setdefault(found[1], len(names) + 1)}"

    return _VALUE.sub(numbered, _LIST.sub(r"= ANY(:\1)", statement)), tuple(names)


def _in_order(names: Sequence[str], values: Mapping[str, object]) -> list[object]:
    return [list(found) if _is_list(found := values[name]) else found for name in names]  # type: ignore[call-overload]  # As `_is_list` says.


def _is_list(given: object) -> bool:
    return isinstance(given, Iterable) and not isinstance(given, str)


def _lite_values(values: Mapping[str, object]) -> dict[str, object]:
    return {name: _lite_value(given) for name, given in values.items()}


def _lite_value(given: object) -> object:
    if isinstance(given, datetime):
        return given.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")
    if isinstance(given, date):
        return given.isoformat()
    return json.dumps(list(given)) if isinstance(given, Iterable) and not isinstance(given, str) else given


Now = Callable[[], datetime]
"""The time in UTC."""
