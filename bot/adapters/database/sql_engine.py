"""Opens a database and keeps its schema: SQLite in a file with WAL, or PostgreSQL where several processes share it."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import ConfigurationError, StorageError
from config import limits

Value = TypeVar("Value")

_DRIVERS = frozenset({"asyncpg", "aiosqlite", "sqlite3"})

HEAD = "0008"
"""The newest revision of the schema."""


def database_url(given: str | None, data_folder: Path) -> str:
    """SQLAlchemy's URL, with the driver for asyncio, of the database that the settings name; SQLite by default."""
    if given is None:
        return f"sqlite+aiosqlite:///{data_folder / 'nutgraf.sqlite'}"
    scheme, _, rest = given.partition("://")
    if scheme.startswith("sqlite"):
        return f"sqlite+aiosqlite://{rest}"
    return f"postgresql+asyncpg://{rest}"


async def migrate(url: str, *, to: str = HEAD) -> str:
    """Bring the schema of the database at `url` up to a revision, the newest by default; gives it.

    Raises:
        StorageError: the database does not answer.
    """
    engine = _engine(url)
    try:
        await _migrate(engine, to=to)
    finally:
        await engine.dispose()
    return to


async def schema_revision(url: str) -> str | None:
    """The revision of the schema that the database has, None for an empty database. Raises StorageError."""
    engine = _engine(url)
    try:
        async with storage_faults(), engine.connect() as connection:
            if not await connection.run_sync(lambda sync: sa.inspect(sync).has_table("alembic_version")):
                return None
            return (await connection.execute(sa.text("SELECT version_num FROM alembic_version"))).scalar()
    finally:
        await engine.dispose()


@asynccontextmanager
async def open_engine(url: str) -> AsyncIterator[AsyncEngine]:
    """SQLAlchemy's engine for the database at `url`; on SQLite its folder is made and its schema brought up to date.

    Raises:
        StorageError: the database does not answer.
        ConfigurationError: on PostgreSQL, the schema is older than this program; on both, it is newer.
    """
    engine = _engine(url)
    try:
        revision = await schema_revision(url)
        if revision is not None and revision > HEAD:
            raise ConfigurationError(
                "The database was made by a newer version of this program (schema {revision}, this one knows {head}); "
                "update the program, or name another database.",
                revision=revision,
                head=HEAD,
            )
        if revision != HEAD:
            if engine.dialect.name != "sqlite":
                raise ConfigurationError("The database's schema is not up to date; run: nutgraf migrate")
            await _migrate(engine)
        yield engine
    finally:
        await engine.dispose()


@asynccontextmanager
async def storage_faults() -> AsyncIterator[None]:
    """Foreign errors become StorageError. A full disk and a refused connection come as the system's own.

    A driver whose time limit met the end of its connection raises its own errors past SQLAlchemy, or a cancellation
    that nobody asked for.
    """
    try:
        yield
    except (SQLAlchemyError, OSError, TimeoutError) as error:
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


@asynccontextmanager
async def reading(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """A connection for questions. Raises StorageError."""
    async with storage_faults(), engine.connect() as connection:
        yield await connection.execution_options(reads_alone=True)


@asynccontextmanager
async def writing(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """A connection within a transaction. Raises StorageError."""
    async with storage_faults(), engine.begin() as connection:
        yield connection


def batches(values: Iterable[Value]) -> Iterator[list[Value]]:
    """Values in lists that one statement takes: PostgreSQL refuses more than 32,767 parameters."""
    whole = list(values)
    for start in range(0, len(whole), limits.STATEMENT_VALUES):
        yield whole[start : start + limits.STATEMENT_VALUES]


def _engine(url: str) -> AsyncEngine:
    parsed = sa.make_url(url)
    if parsed.drivername.startswith("sqlite"):
        if parsed.database:
            _make_folder(Path(parsed.database).parent)
        engine = create_async_engine(parsed, connect_args={"timeout": limits.SQLITE_BUSY_SECONDS})
        sa.event.listen(engine.sync_engine, "connect", _prepare_sqlite)
        sa.event.listen(engine.sync_engine, "begin", _begin_sqlite)
        return engine
    parsed, wanted = _without_sslmode(parsed)
    # The driver's own limit for a command: a server that is frozen answers nothing and breaks no connection.
    patience = {"timeout": limits.DATABASE_SECONDS, "command_timeout": limits.DATABASE_COMMAND_SECONDS}
    return create_async_engine(
        parsed,
        pool_pre_ping=True,
        pool_timeout=limits.DATABASE_SECONDS,
        connect_args=patience | wanted,
        pool_size=limits.DATABASE_POOL,
    )


def _without_sslmode(url: sa.URL) -> tuple[sa.URL, dict[str, str]]:
    """A URL without libpq's `sslmode`, which hosts hand out, and the same as an argument that the driver knows."""
    mode = url.query.get("sslmode")
    if mode is None:
        return url, {}
    return url.difference_update_query(["sslmode"]), {"ssl": mode if isinstance(mode, str) else mode[-1]}


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigurationError(
            "The data folder {folder} cannot be made ({why}); set DATA_FOLDER.", folder=folder, why=error.strerror
        ) from None


def _prepare_sqlite(connection: Any, _: object) -> None:
    # The driver begins transactions by its own rules; `_begin_sqlite` does it instead.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: sa.Connection) -> None:
    # A transaction that may write takes the lock at once: two that read first and then write would fail each other.
    reads_alone = connection.get_execution_options().get("reads_alone", False)
    connection.exec_driver_sql("BEGIN" if reads_alone else "BEGIN IMMEDIATE")


async def _migrate(engine: AsyncEngine, *, to: str = HEAD) -> None:
    # Only who migrates needs the library, which takes 13 MB and half a second.
    from alembic import command  # noqa: PLC0415  # As the comment says.
    from alembic.config import Config  # noqa: PLC0415  # As above.

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    async with storage_faults(), engine.begin() as connection:
        if engine.dialect.name != "sqlite":  # Two processes that start at once migrate one after the other.
            await connection.execute(sa.select(sa.func.pg_advisory_xact_lock(limits.MIGRATION_LOCK)))

        def run(sync: sa.Connection) -> None:
            config.attributes["connection"] = sync
            command.upgrade(config, to)

        await connection.run_sync(run)
