"""A process on the gateway whose workers read for it loads nothing that only reading needs."""

import asyncio
import json
import os
import sys
from pathlib import Path

from tests.conftest import ROOT
from tests.support.patience import PATIENCE
from tests.support.redis_server import RedisServer

# Libraries and rooms of the reading, the writing and the checking; and what only a migration or a model needs.
READING = (
    "trafilatura", "lxml", "py3langid", "numpy", "htmldate", "dateparser", "pypdf", "tinycss2", "cssselect2", "pebble",
    "openai", "alembic", "sqlalchemy", "bot.domain.page", "bot.domain.claims", "bot.domain.actors", "bot.domain.speech",
    "bot.domain.names", "bot.domain.language", "bot.domain.metadata", "bot.domain.brief.builtin",
    "bot.adapters.processes", "bot.adapters.web", "bot.briefing.desk",
)  # fmt: skip

# How heavy such a process without a server is, beside one that has only loaded the libraries it cannot do without:
# 79 and 66 MB where it was measured, so that it stays below 90 with a hundred servers of a hundred channels.
MOST = 1.3

LIBRARIES = """
import discord, discord.ext.commands, redis.asyncio, docket, aiosqlite, prometheus_client
import psutil
print(psutil.Process().memory_info().rss / 1e6)
"""

GATEWAY = """
import asyncio, importlib, json, sys
import psutil
from bot.app.client import EXTENSIONS, Nutgraf
from bot.app.composition import open_gateway, open_parts, settings

async def gateway():
    process = settings()
    async with open_gateway(process) as desk_parts, open_parts(process, desk_parts) as parts:
        async with Nutgraf(parts) as client:
            for name in EXTENSIONS:
                await client.load_extension(name)
            weight = psutil.Process().memory_info().rss / 1e6
            print(json.dumps([sorted(sys.modules), weight]))

asyncio.run(gateway())
"""


async def test_gateway_with_workers_loads_no_table_of_the_reading(tmp_path: Path) -> None:
    """Neither parsers nor tables of names and words are loaded where others read, and the process stays light."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    with RedisServer() as redis:
        # The schema is made by another process, as in a deploy.
        made = await _python(
            "from bot.cli import main; main(['migrate'])", kept | {"DATA_FOLDER": str(tmp_path), "DISCORD_TOKEN": "-"}
        )
        assert "schema" in made
        told = await _python(
            GATEWAY, kept | {"DATA_FOLDER": str(tmp_path), "DISCORD_TOKEN": "-", "REDIS_URL": redis.url}
        )
    loaded, megabytes = json.loads(told.splitlines()[-1])
    assert megabytes < MOST * float(await _python(LIBRARIES, kept))
    assert "discord" in loaded
    assert [name for name in loaded if any(name == room or name.startswith(f"{room}.") for room in READING)] == []


async def _python(code: str, settings: dict[str, str]) -> str:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        code,
        cwd=ROOT,
        env=settings,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == 0, err.decode()
    return out.decode()
