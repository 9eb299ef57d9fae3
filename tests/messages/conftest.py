"""What answers messages, on an empty database, in a chat in memory."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.adapters.database.sql_engine import database_url, migrate
from tests.support.chat import Speaker, open_speaker


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an empty database with the newest schema, to be copied."""
    folder = tmp_path_factory.mktemp("database")
    asyncio.run(migrate(database_url(None, folder)))
    return folder


@pytest.fixture
def database(empty_database: Path, tmp_path: Path) -> str:
    """The address of an empty database."""
    folder = tmp_path / "database"
    shutil.copytree(empty_database, folder)
    return database_url(None, folder)


@pytest.fixture
async def speaker(database: str) -> AsyncIterator[Speaker]:
    """A speaker that watches #news, with the built-in engine alone."""
    async with open_speaker(database) as opened:
        yield opened
