import asyncio
from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.adapters.database.opening import database_url, migrate
from bot.app.composition import open_when_there
from bot.errors import StorageError
from config import limits
from tests.support.postgres import PostgresServer


@pytest.fixture
def server() -> Iterator[PostgresServer]:
    """A PostgreSQL server."""
    with PostgresServer() as running:
        yield running


async def test_start_waits_for_postgres(
    server: PostgresServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that is away for a moment ends no start, one that stays away does: a deploy starts in no order."""
    monkeypatch.setattr(limits, "OWED_FIRST_WAIT", 0.05)
    url = database_url(await asyncio.to_thread(server.new_database), tmp_path)
    await migrate(url)
    server.freeze()
    patient = limits.DATABASE_SECONDS
    monkeypatch.setattr(limits, "DATABASE_SECONDS", 0.3)
    async with AsyncExitStack() as stack:
        opening = asyncio.create_task(open_when_there(url, stack))
        await asyncio.sleep(1.0)
        assert not opening.done()
        monkeypatch.setattr(limits, "DATABASE_SECONDS", patient)
        server.thaw()
        assert await (await opening).rows("SELECT 1 AS one") == [{"one": 1}]
    monkeypatch.setattr(limits, "DATABASE_START_SECONDS", 0.1)
    monkeypatch.setattr(limits, "DATABASE_SECONDS", 0.3)
    server.freeze()
    try:
        with pytest.raises(StorageError):
            await open_when_there(url, AsyncExitStack())
    finally:
        server.thaw()
