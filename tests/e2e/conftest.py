"""The whole bot in a town: the real client over real sockets, a news site on loopback, a database in a file."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from tests.support.newsroom import Newsroom
from tests.support.site import Site
from tests.support.town import Town


@pytest.fixture
async def newsroom(tmp_path: Path) -> AsyncIterator[Newsroom]:
    """A guild whose channel #news is watched, with the bot in it, and a site that serves articles."""
    async with AsyncExitStack() as stack:
        town = await stack.enter_async_context(Town())
        site = await stack.enter_async_context(Site())
        room = await stack.enter_async_context(Newsroom(town, site, tmp_path))
        yield room
        await town.settle()
        assert town.violations == []
        assert town.too_many_requests == 0
