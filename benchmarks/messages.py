"""An ordinary message, without link or article, beside discord.py's own client whose `on_message` is empty.

Both clients are logged in to a local Discord and parse the same MESSAGE_CREATE events; what is measured is the
processor time from an event's arrival until its listeners rest.
"""

import asyncio
import re
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

import discord
from discord.ext import commands

from tests.support.newsroom import Newsroom
from tests.support.site import Site
from tests.support.town import Town

ROUNDS = 20
MESSAGES = 500

# What people write: short lines mostly, now and then a long one, a mention, an emoji, code.
TALK = (
    "good morning",
    "did anybody see the game last night? I could not believe the second half of it",
    "lol",
    "`make test` is green here, what does yours say?",
    "I think that we should meet on Thursday instead, because on Friday half of us are away and the rest is tired. "
    * 4,
    "<@123456789012345678> thanks! 🎉",
    "no",
    "the ferry is late again; they said an hour, it will be two",
)

_BUSY = re.compile(r"discord\.py: ")


class EmptyBot(commands.AutoShardedBot):
    """discord.py's client with a listener that does nothing."""

    def __init__(self) -> None:
        intents = discord.Intents.none()
        intents.guilds = intents.guild_messages = intents.message_content = True
        super().__init__(
            command_prefix=commands.when_mentioned,
            intents=intents,
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
        )

    async def on_message(self, message: discord.Message) -> None:
        """Nothing."""


def main() -> None:
    """Print the median time of both, and their ratio."""
    asyncio.run(_measure())


async def _measure() -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with Town() as town, Site() as site, Newsroom(town, site, Path(folder)) as newsroom:
            await newsroom.watch()
            empty = await town.start(EmptyBot)
            events = [_event(newsroom, number) for number in range(MESSAGES)]
            ours: list[float] = []
            peers: list[float] = []
            for _ in range(ROUNDS):  # In turns, so that whatever slows the machine slows both.
                ours.append(await _time(newsroom.bot, events))
                peers.append(await _time(empty, events))
            assert town.messages(newsroom.news, by=town.bot) == []
    mine, peer = statistics.median(ours), statistics.median(peers)
    print(f"message, watched channel {mine * 1e6:8.0f} µs of processor time")
    print(f"empty on_message         {peer * 1e6:8.0f} µs")
    print(f"ratio                    {mine / peer:8.2f}")


def _event(newsroom: Newsroom, number: int) -> dict[str, Any]:
    """A MESSAGE_CREATE as the gateway sends it."""
    message = newsroom.town.people.post(newsroom.general, newsroom.ana, TALK[number % len(TALK)])
    event = newsroom.town.discord.service.message_json(message)
    member = {"roles": [], "joined_at": "2026-01-01T00:00:00+00:00", "deaf": False, "mute": False, "flags": 0}
    return event | {"channel_id": str(newsroom.news.id), "guild_id": str(newsroom.guild.id), "member": member}


async def _time(client: discord.Client, events: list[dict[str, Any]]) -> float:
    connection = client._connection  # noqa: SLF001  # Where the client takes events from its socket.
    started = time.process_time()
    for event in events:
        connection.parse_message_create(event)  # type: ignore[arg-type]  # The library types its payloads.
        await asyncio.sleep(0)
    while any(_BUSY.match(task.get_name()) for task in asyncio.all_tasks()):  # noqa: ASYNC110  # Listeners end in silence.
        await asyncio.sleep(0)
    return (time.process_time() - started) / len(events)
