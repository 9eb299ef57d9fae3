"""A gateway's memory and start, beside discord.py's own client with its defaults, on one local Discord in one run.

Each is a process of its own: the bot as it runs with workers, the bot as one process that does all, and the library.
Servers have a hundred channels each. What a further server takes is read off two sizes.
"""

import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from bot.adapters.database.opening import database_url, migrate
from playground.server import LocalDiscord
from tests.soak.stage import ROOT, outer_settings
from tests.support.postgres import PostgresServer
from tests.support.redis_server import RedisServer

CHANNELS = 100
FEW, MANY = 100, 500
STARTS = 3

# Seconds after which a process that is ready has come to rest.
REST_SECONDS = 4.0

LIBRARY = """
import sys
import discord
from discord.ext import commands
from playground.connect import point_at

class Peer(commands.AutoShardedBot):
    async def on_ready(self):
        print("ready as", self.user, flush=True)

intents = discord.Intents.default()
intents.message_content = True
with point_at(sys.argv[1], sys.argv[2]):
    Peer("!", intents=intents, chunk_guilds_at_startup=False).run(sys.argv[3])
"""


@dataclass(frozen=True)
class Found:
    """Seconds from a process's start until it is ready, and megabytes of it and of its children at rest."""

    seconds: float
    megabytes: float
    children: float


def main() -> None:
    """Print memory, what a further server takes, and the start."""
    asyncio.run(_measure())


async def _measure() -> None:
    print(f"{'':26}{FEW} servers  children  each further   ready")
    async with AsyncExitStack() as stack:
        few = await stack.enter_async_context(_town(FEW))
        many = await stack.enter_async_context(_town(MANY))
        stores = await stack.enter_async_context(_stores())
        ready: dict[str, list[float]] = {}
        found: dict[str, Found] = {}
        for _ in range(STARTS):  # In turns, so that whatever slows the machine slows all.
            for name in KINDS:
                found[name] = await _start(name, few, stores)
                ready.setdefault(name, []).append(found[name].seconds)
        for name in KINDS:
            more = await _start(name, many, stores)
            each = (more.megabytes - found[name].megabytes) * 1_000 / (MANY - FEW)
            seconds, peer = statistics.median(ready[name]), statistics.median(ready["discord.py"])
            print(
                f"{name:26}{found[name].megabytes:8.0f} MB{found[name].children:7.0f} MB{each:10.0f} kB"
                f"{seconds:8.1f} s, {seconds / peer:.2f} of discord.py's"
            )


KINDS = {
    "discord.py": ("-c", LIBRARY),
    "gateway with workers": ("-m", "tests.soak.launch"),
    "one process for all": ("-m", "tests.soak.launch"),
}


@asynccontextmanager
async def _town(servers: int) -> AsyncIterator[LocalDiscord]:
    async with LocalDiscord(identify_seconds=0.0, rate_limits=True) as town:
        owner = town.service.user("olga")
        for number in range(servers):
            guild = town.service.guild(f"Server {number}", owner)
            for channel in range(CHANNELS):
                town.service.channel(guild, f"channel-{channel}")
        yield town


@asynccontextmanager
async def _stores() -> AsyncIterator[dict[str, str]]:
    """Redis and PostgreSQL, as settings."""
    postgres = PostgresServer()
    await asyncio.to_thread(postgres.__enter__)
    try:
        with RedisServer() as redis:
            given = await asyncio.to_thread(postgres.new_database)
            await migrate(database_url(given, ROOT))
            yield {"REDIS_URL": redis.url, "DATABASE_URL": given}
    finally:
        postgres.__exit__(None, None, None)


async def _start(name: str, town: LocalDiscord, stores: dict[str, str]) -> Found:
    """Start a process, weigh it at rest, end it."""
    with tempfile.TemporaryDirectory(prefix="nutgraf-memory-") as folder:
        settings = outer_settings() | {"DATA_FOLDER": folder, "DISCORD_TOKEN": town.token}
        command = {
            "discord.py": (town.token,),
            "gateway with workers": ("{}", "run", "--gateway-only"),
            "one process for all": ("{}", "run"),
        }[name]
        if "--gateway-only" in command:
            settings |= stores
        log = Path(folder) / "log"
        begun = time.monotonic()
        with log.open("wb") as written:
            process = subprocess.Popen(  # noqa: ASYNC220  # The start is what is measured.
                (sys.executable, *KINDS[name], town.api_url, town.gateway_url, *command),
                cwd=ROOT, env=settings, stdout=written, stderr=subprocess.STDOUT,
            )  # fmt: skip
        try:
            async with asyncio.timeout(300):
                while b"ready as" not in log.read_bytes():
                    if process.poll() is not None:
                        raise RuntimeError(log.read_text(encoding="utf-8", errors="replace")[-2000:])
                    await asyncio.sleep(0.05)
            seconds = time.monotonic() - begun
            await asyncio.sleep(REST_SECONDS)
            head = psutil.Process(process.pid)
            children = sum(one.memory_info().rss for one in head.children(recursive=True))
            return Found(seconds, head.memory_info().rss / 1e6, children / 1e6)
        finally:
            process.terminate()
            await asyncio.to_thread(process.wait, 60)


if __name__ == "__main__":
    main()
