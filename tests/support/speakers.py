"""Fixtures for a conftest to import: an empty database, and what answers messages on one in a chat in memory."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.adapters.database.opening import database_url
from tests.support.chat import Speaker, open_speaker


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


@pytest.fixture
async def modelled(database: str) -> AsyncIterator[Speaker]:
    """A speaker with a model beside the built-in engine."""
    async with open_speaker(database, has_model=True) as opened:
        yield opened
