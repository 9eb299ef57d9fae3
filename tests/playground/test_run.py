"""`nutgraf playground`: the bot is run in the local Discord with settings of its own."""

import asyncio
import subprocess
import sys
from pathlib import Path

import aiohttp
import pytest

from bot.errors import ConfigurationError
from config.settings import Settings, load_settings
from playground.run import run_playground
from tests.playground.simple_bot import SimpleBot
from tests.support.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[2]


class SimpleRun:
    """Runs the simple bot where `bot.app.serving` would run the whole one."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.process: Settings | None = None
        self.page = ""

    async def run(self, process: Settings, /) -> None:
        """Log the bot in and look at the page."""
        assert process.discord_token is not None
        self.process = process
        async with SimpleBot() as bot, aiohttp.ClientSession() as session:
            await bot.login(process.discord_token.value)
            line = asyncio.create_task(bot.connect())
            async with asyncio.timeout(PATIENCE):
                await bot.wait_until_ready()
                address = self.said[0].split()[5]
                async with session.get(address) as answer:
                    self.page = await answer.text()
        await line


def test_bot_runs_in_the_playground() -> None:
    """The bot gets the local token, a folder that is removed afterwards, and leave to fetch the demo articles."""
    simple = SimpleRun()
    asyncio.run(run_playground(load_settings(None), simple.run, port=0, say=simple.said.append))
    assert simple.said[0].startswith("The playground is open at http://127.0.0.1:")
    assert "Newsroom" in simple.page
    assert simple.process is not None
    assert not Path(simple.process.data_folder).exists()
    (pair,) = simple.process.fetch_allow
    assert f"http://{pair[0]}:{pair[1]}/" in simple.said[0]


async def test_taken_port() -> None:
    """A port that is taken is said in a sentence."""
    server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(
            ConfigurationError,
            match=rf"^Port {port} cannot be opened \(address already in use\); name another with --port\.$",
        ):
            await run_playground(load_settings(None), SimpleRun().run, port=port, say=print)


def test_playground_runs_without_the_test_group() -> None:
    """Nothing but the validator, which tests alone import, needs jsonschema-rs."""
    needless = "'jsonschema_rs' in sys.modules or 'playground.rules.validate' in sys.modules"
    code = f"import sys, playground.run; sys.exit({needless})"
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, check=False)
    assert done.returncode == 0
