"""Opens the database and keeps its schema: SQLite in a file, or PostgreSQL where several processes share it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from bot.adapters.database.connections import Database, Postgres, Sqlite, storage_faults, value
from bot.errors import ConfigurationError
from config import limits

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.ext.asyncio import AsyncEngine

HEAD = "0008"
"""The newest revision of the schema."""

# What addresses of hosts carry for other drivers; ours would take each for a setting of the server and be refused.
_NOT_OURS = frozenset(
    {"channel_binding", "connect_timeout", "connection_limit", "gssencmode", "pgbouncer", "pool_timeout"}
)


def database_url(given: str | None, data_folder: Path) -> str:
    """The address of the database that the settings name, SQLite by default: `sqlite:///…` or `postgresql://…`."""
    if given is None:
        return f"sqlite:///{data_folder / 'nutgraf.sqlite'}"
    scheme, _, rest = given.partition("://")
    if scheme.startswith("sqlite"):
        return f"sqlite://{rest}"
    parts = urlsplit(f"postgresql://{rest}")
    # "ssl" is what the driver and others call libpq's "sslmode".
    asked = [
        ("sslmode" if name == "ssl" else name, said) for name, said in parse_qsl(parts.query, keep_blank_values=True)
    ]
    return parts._replace(query=urlencode([pair for pair in asked if pair[0] not in _NOT_OURS])).geturl()


def sqlite_file(url: str) -> Path | None:
    """The file of a database on SQLite, None where it is PostgreSQL."""
    return Path(url.removeprefix("sqlite:///").partition("?")[0]) if url.startswith("sqlite:") else None


async def migrate(url: str, *, to: str = HEAD) -> str:
    """Bring the schema of the database at `url` up to a revision, the newest by default; gives it.

    Raises:
        StorageError: the database does not answer.
    """
    # Only who migrates needs these libraries, which take 36 MB and a second.
    from alembic import command  # noqa: PLC0415  # As the comment says.
    from alembic.config import Config  # noqa: PLC0415  # As above.
    from sqlalchemy import func, select  # noqa: PLC0415  # As above.

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))

    def run(connection: "Connection") -> None:
        config.attributes["connection"] = connection
        command.upgrade(config, to)

    engine = _migrating_engine(url)
    try:
        async with storage_faults(), engine.begin() as connection:
            if engine.dialect.name != "sqlite":  # Two processes that start at once migrate one after the other.
                await connection.execute(select(func.pg_advisory_xact_lock(limits.MIGRATION_LOCK)))
            await connection.run_sync(run)
    finally:
        await engine.dispose()
    return to


@asynccontextmanager
async def open_database(url: str) -> AsyncIterator[Database]:
    """The database at `url`; on SQLite its folder is made and its schema brought up to date.

    Raises:
        StorageError: the database does not answer.
        ConfigurationError: on PostgreSQL, the schema is older than this program; on both, it is newer.
    """
    async with connected(url) as database:
        revision = await _revision(database)
        if revision is not None and revision > HEAD:
            raise ConfigurationError(
                "The database was made by a newer version of this program (schema {revision}, this one knows {head}); "
                "update the program, or name another database.",
                revision=revision,
                head=HEAD,
            )
        if revision != HEAD:
            if not database.is_sqlite:
                raise ConfigurationError("The database's schema is not up to date; run: nutgraf migrate")
            await migrate(url)
        yield database


@asynccontextmanager
async def connected(url: str) -> AsyncIterator[Database]:
    """A database whatever its schema; on SQLite its folder is made. Raises StorageError."""
    file = sqlite_file(url)
    database = Postgres(url) if file is None else Sqlite(str(_with_folder(file)))
    try:
        yield await database.open()
    finally:
        await database.close()


async def _revision(database: Database) -> str | None:
    there = (
        "SELECT name FROM sqlite_master WHERE name = 'alembic_version'"
        if database.is_sqlite
        else "SELECT to_regclass('alembic_version')::text"
    )
    if await value(database, there) is None:
        return None
    found: str | None = await value(database, "SELECT version_num FROM alembic_version")
    return found


def _with_folder(file: Path) -> Path:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigurationError(
            "The data folder {folder} cannot be made ({why}); set DATA_FOLDER.", folder=file.parent, why=error.strerror
        ) from None
    return file


def _migrating_engine(url: str) -> "AsyncEngine":
    """SQLAlchemy's engine, which the steps of the schema are written for."""
    from sqlalchemy import event  # noqa: PLC0415  # As in `migrate`.
    from sqlalchemy.ext.asyncio import create_async_engine  # noqa: PLC0415  # As in `migrate`.

    file = sqlite_file(url)
    if file is None:

        async def connect() -> Any:
            import asyncpg  # noqa: PLC0415  # As in `Postgres`.

            return await asyncpg.connect(url, timeout=limits.DATABASE_SECONDS)

        return create_async_engine("postgresql+asyncpg://", async_creator=connect)
    engine = create_async_engine(
        f"sqlite+aiosqlite:///{_with_folder(file)}", connect_args={"timeout": limits.SQLITE_BUSY_SECONDS}
    )
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _: object) -> None:
    # The driver begins transactions by its own rules; `_begin_sqlite` does it instead.
    connection.isolation_level = None


def _begin_sqlite(connection: "Connection") -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
