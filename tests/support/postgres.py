"""A real PostgreSQL server for tests, from the binaries of the pgserver wheel."""

import asyncio
import itertools
import shutil
import tempfile
import warnings
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import asyncpg


class PostgresServer:
    """A PostgreSQL server in a folder of its own, on a Unix socket. A context manager.

    Each call of `new_database` makes an empty database, so that tests share a server and no rows.
    """

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="nutgraf-pg-"))
        self._numbers = itertools.count(1)
        self._server: Any = None

    def __enter__(self) -> Self:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # The wheel's own imports warn of what they use.
            import pgserver.postgres_server  # noqa: PLC0415  # Importing it is slow, and only tests of the database need it.

            self._server = pgserver.postgres_server.get_server(self._folder, cleanup_mode="stop")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.cleanup()
        shutil.rmtree(self._folder, ignore_errors=True)

    def new_database(self) -> str:
        """Make an empty database; gives its URL as a user would write it."""
        name = f"test{next(self._numbers)}"
        uri = str(self._server.get_uri())

        async def create() -> None:
            connection = await asyncpg.connect(uri)
            try:
                await connection.execute(f"CREATE DATABASE {name}")
            finally:
                await connection.close()

        asyncio.run(create())
        return str(self._server.get_uri(database=name))
