"""A real PostgreSQL server for tests, from the binaries of the pgserver wheel."""

import asyncio
import itertools
import os
import shutil
import subprocess
import tempfile
import time
import warnings
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import asyncpg
import psutil

from bot.adapters.database.opening import database_url, migrate
from tests.support.patience import PATIENCE

# What the wheel raises where a server has begun to start and is not ready, or its file is half written.
_UNREADY = (subprocess.TimeoutExpired, subprocess.CalledProcessError, AssertionError)


class PostgresServer:
    """A PostgreSQL server in a folder of its own, on a Unix socket. A context manager.

    Each call of `new_database` or `migrated_database` makes a database, so that tests share a server and no rows.
    """

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="nutgraf-pg-"))
        self._numbers = itertools.count(1)
        self._server: Any = None
        self._migrated = False

    def __enter__(self) -> Self:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # The wheel's own imports warn of what they use.
            import pgserver.postgres_server  # noqa: PLC0415  # Importing it is slow, and only tests of the database need it.

            self._server = _started(pgserver.postgres_server, self._folder)
        # Nothing here outlives the tests, so nothing waits for the disk: on a busy one, stopping took a minute.
        asyncio.run(self._execute("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()"))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.cleanup()
        shutil.rmtree(self._folder, ignore_errors=True)

    def new_database(self) -> str:
        """Make an empty database; gives its URL as a user would write it."""
        return self._create("template1")

    def migrated_database(self) -> str:
        """Make a database with the newest schema and nothing in it, by copying one that was migrated; gives its URL."""
        if not self._migrated:
            asyncio.run(migrate(database_url(self._create("template1", name="migrated"), Path())))
            self._migrated = True
        return self._create("migrated")

    def _create(self, template: str, *, name: str = "") -> str:
        name = name or f"test{next(self._numbers)}"
        asyncio.run(self._execute(f"CREATE DATABASE {name} TEMPLATE {template}"))
        return str(self._server.get_uri(database=name))

    def freeze(self) -> None:
        """Stop every process of the server where it stands: its sockets stay open and nothing answers."""
        for process in self._processes():
            with suppress(psutil.NoSuchProcess):  # A connection's process ends when its client has gone.
                process.suspend()

    def thaw(self) -> None:
        """Let a frozen server go on."""
        for process in self._processes():
            with suppress(psutil.NoSuchProcess):  # As above.
                process.resume()

    def kill(self) -> None:
        """Kill the server as a crash would."""
        killed = self._processes()
        for process in killed:
            with suppress(psutil.NoSuchProcess):  # As above.
                process.kill()
        psutil.wait_procs(killed, timeout=PATIENCE)  # What has not gone yet would be taken for a server that runs.

    def restart(self) -> None:
        """Start a killed server again, and wait until it answers."""
        _ensure_it_runs(self._server)

    def _processes(self) -> list[psutil.Process]:
        head = psutil.Process(self._server.get_pid())
        return [head, *head.children(recursive=True)]

    async def _execute(self, *statements: str) -> None:
        connection = await asyncpg.connect(str(self._server.get_uri()))
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()


def _started(wheel: Any, folder: Path) -> Any:
    """A server that runs. The wheel gives a start ten seconds, which on a busy machine are too few."""
    try:
        return wheel.get_server(folder, cleanup_mode="stop")
    except _UNREADY:
        server = wheel.get_server(folder)  # The one whose start took too long.
        _ensure_it_runs(server)
        server.global_process_id_list.get_and_add(os.getpid())  # What its start would have done in the end.
        return server


def _ensure_it_runs(server: Any) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return server.ensure_postgres_running()  # type: ignore[no-any-return]  # It gives nothing.
        except _UNREADY:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.5)


def empty_url(kind: str, server: PostgresServer, empty_database: Path, folder: Path) -> str:
    """The address of a database of a kind ("sqlite" or "postgresql") with the newest schema and nothing in it.

    Args:
        kind: the kind.
        server: where one on PostgreSQL is made.
        empty_database: the folder of one on SQLite, which is copied.
        folder: where to.
    """
    if kind == "postgresql":
        return database_url(server.migrated_database(), folder)
    shutil.copytree(empty_database, folder, dirs_exist_ok=True)
    return database_url(None, folder)
