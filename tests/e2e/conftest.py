"""The whole bot in a town: the real client over real sockets, a news site on loopback, a database in a file."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio

from bot.adapters.processes.pool import KillablePool
from config import limits
from tests.support.lasting_pool import LastingPool
from tests.support.newsroom import Newsroom
from tests.support.site import Site
from tests.support.town import TOO_MANY, Town


@pytest.fixture(scope="session")
def processes() -> Iterator[KillablePool]:
    """Where all newsrooms read pages."""
    pool = LastingPool(limits.POOL_PROCESSES)
    yield pool
    asyncio.run(pool.close())


@asynccontextmanager
async def opened(folder: Path, empty_database: Path, processes: KillablePool) -> AsyncIterator[Newsroom]:
    """A newsroom, whose bot asks nothing of Discord that breaks its description, nor too much."""
    shutil.copytree(empty_database, folder, dirs_exist_ok=True)
    async with AsyncExitStack() as stack:
        town = await stack.enter_async_context(Town())
        site = await stack.enter_async_context(Site())
        room = await stack.enter_async_context(Newsroom(town, site, folder, processes=processes))
        yield room
        await town.settle()
        assert town.violations == []
        assert town.too_many_requests <= TOO_MANY


@pytest.fixture
async def newsroom(tmp_path: Path, empty_database: Path, processes: KillablePool) -> AsyncIterator[Newsroom]:
    """A guild with the bot in it, and a site that serves articles."""
    async with opened(tmp_path, empty_database, processes) as room:
        yield room


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared_newsroom(
    tmp_path_factory: pytest.TempPathFactory, empty_database: Path, processes: KillablePool
) -> AsyncIterator[Newsroom]:
    """One newsroom for all tests of a file, each of which has its own channel and members in it."""
    async with opened(tmp_path_factory.mktemp("newsroom"), empty_database, processes) as room:
        yield room
