"""Databases to test on: SQLite in a file, and a real PostgreSQL server."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.adapters.database.opening import database_url
from bot.adapters.database.sql_store import SqlStore
from tests.support.postgres import PostgresServer, empty_url
from tests.support.stores import Clock, open_store


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresServer]:
    """One PostgreSQL server for the tests of this folder."""
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
