"""`nutgraf run`: the start, what stops it, and the end."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bot.app.composition import open_desk, open_parts
from bot.app.running import Clients
from bot.errors import ConfigurationError, ExitStatus, NutgrafError
from cogs.shared.parts import Parts
from config.settings import load_settings
from playground.connect import point_at
from playground.gateway import ALL_INTENTS
from tests.support.newsroom import HEADLINE, Newsroom
from tests.support.patience import until
from tests.support.site import Site
from tests.support.town import Town

MESSAGE_CONTENT = 1 << 15


@asynccontextmanager
async def parts_in(folder: Path, site: Site | None = None) -> AsyncIterator[Parts]:
    """The parts of a bot on a database of its own."""
    allow = site.allow if site is not None else frozenset()
    process = replace(load_settings(None), data_folder=folder, fetch_allow=allow)
    async with open_desk(process) as desk_parts, open_parts(process, desk_parts) as parts:
        yield parts


async def test_bad_token(tmp_path: Path) -> None:
    """Discord refuses the token: one sentence that says where to get one, exit status 78."""
    async with Town(), parts_in(tmp_path) as parts:
        with pytest.raises(ConfigurationError, match="Discord does not take DISCORD_TOKEN") as refused:
            await Clients(parts, "not-a-token", shard_ids=(), shard_count=None).run()
    assert refused.value.status is ExitStatus.CONFIGURATION


async def test_unreachable_discord(tmp_path: Path) -> None:
    """Discord does not answer: one sentence, exit status 69."""
    nowhere = point_at("http://127.0.0.1:9/api/v10", "ws://127.0.0.1:9/gateway/")
    async with parts_in(tmp_path) as parts:
        with nowhere, pytest.raises(NutgrafError, match="Discord could not be reached") as failed:
            await Clients(parts, "a-token", shard_ids=(), shard_count=None).run()
    assert failed.value.status is ExitStatus.UNREACHABLE


async def test_refused_intent(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Without the message-content intent the bot starts all the same, and says what is missing."""
    async with Town(allowed_intents=ALL_INTENTS & ~MESSAGE_CONTENT) as town, parts_in(tmp_path) as parts:
        town.guild()
        clients = Clients(parts, town.token, shard_ids=(), shard_count=None)
        running = asyncio.create_task(clients.run())
        await until(lambda: clients.is_ready or running.done())
        assert clients.is_ready
        os.kill(os.getpid(), signal.SIGTERM)
        await running
    assert "Discord refuses the message-content intent" in caplog.text


async def test_sigterm_lets_an_answer_be_given(newsroom: Newsroom) -> None:
    """What is being read when the bot is told to stop is answered; then it leaves, and hears no more."""
    await newsroom.watch()
    await newsroom.town.stop(newsroom.bot)
    clients = Clients(newsroom.parts, newsroom.town.token, shard_ids=(), shard_count=None)
    running = asyncio.create_task(clients.run())
    await until(lambda: clients.is_ready)
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.slow("/harbour", seconds=1.0))
    await until(lambda: newsroom.site.hits["/harbour"] == 1)
    os.kill(os.getpid(), signal.SIGTERM)
    await running
    (answer,) = newsroom.town.messages(newsroom.news, by=newsroom.town.bot)
    assert answer.replies_to == post.id
    assert HEADLINE in answer.text
    assert not clients.is_ready
    newsroom.bot = await newsroom.start()
