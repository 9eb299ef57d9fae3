"""Gateway payloads as they come and marred, to the real client: it must hear the next one as before."""

import asyncio
import copy
import json
import random
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.naughty.strings import ALL
from tests.support.newsroom import HEADLINE, STORY, Newsroom
from tests.support.site import Site
from tests.support.town import Town

JSON = dict[str, Any]
ODD: tuple[Any, ...] = (
    None,
    "",
    0,
    -1,
    2**63,
    10**30,
    True,
    [],
    {},
    "x" * 5000,
    "0",
    "18446744073709551616",
    [None],
    {"id": None},
    1.5,
)

# What makes sessions, servers and channels is spared: without them nothing more could be heard.
_MARRED = {"INTERACTION_CREATE", "THREAD_CREATE", "THREAD_UPDATE", "TYPING_START"}


async def some_life(newsroom: Newsroom) -> None:
    """Let something of each kind happen that the bot hears."""
    town = newsroom.town
    await newsroom.watch()
    posted = await town.post(newsroom.news, newsroom.ana, newsroom.link())
    answered = await newsroom.answer(posted)
    await town.press(answered, newsroom.ana, "More")
    feed = town.user("feed", bot=True)
    embed = {"type": "rich", "title": "Quay", "description": "It closes.", "fields": [{"name": "a", "value": "b"}]}
    await town.post(newsroom.general, feed, "look", embeds=[embed], webhook=True)
    forward = await town.post(newsroom.general, newsroom.ben, forward=posted)
    file = ("story.txt", f"{HEADLINE}\n\n{STORY}".encode(), "text/plain")
    await town.post(newsroom.general, newsroom.ben, "a file", attachments=[file], reply_to=forward)
    await town.edit(posted, "never mind")
    await town.react(forward, newsroom.ana, "📰")
    thread = await town.thread(forward, newsroom.ana, "talk")
    await town.post(thread, newsroom.ana, f"{town.bot.mention} what is it?")
    for command, options in (
        ("summarize", {"link": newsroom.link("/mill", headline="Mill closes")}),
        ("config watch", {"channel": newsroom.general}),
    ):
        await town.answer_to(await town.slash(newsroom.general, newsroom.olga, command, **options))
    await town.delete(forward)
    await town.settle()


def heard(newsroom: Newsroom) -> list[tuple[str, JSON]]:
    """The events that the bot was sent so far."""
    sent = [
        json.loads(frame)
        for session in newsroom.town.discord.service.gateway.sessions.values()
        for _, frame in session.sent
    ]
    return [(frame["t"], frame["d"]) for frame in sent if frame["t"] in _MARRED or frame["t"].startswith("MESSAGE_")]


# What `make fuzz` found: an event that has a value at this place, and what was put there.
FOUND: tuple[tuple[str, tuple[str, ...], Any], ...] = (("INTERACTION_CREATE", ("message", "flags"), "0"),)


def found_before(events: list[tuple[str, JSON]]) -> Iterator[tuple[str, JSON]]:
    """Events with one place changed, as they once did harm."""
    for named, (*path, last), odd in FOUND:
        for event, body in copy.deepcopy(events):
            holder: Any = body
            for key in path:
                holder = holder.get(key) if isinstance(holder, dict) else None
            if event == named and isinstance(holder, dict) and last in holder:
                holder[last] = odd
                yield event, body


def marred(events: list[tuple[str, JSON]], drawn: random.Random) -> Iterator[tuple[str, JSON]]:
    """Events with up to three places changed, without end."""
    while True:
        event, body = copy.deepcopy(drawn.choice(events))
        for _ in range(drawn.randint(1, 3)):
            _mar(body, drawn)
        if drawn.random() < 0.05:
            event = drawn.choice(["", "NO_SUCH_EVENT", "MESSAGE_CREATE", "INTERACTION_CREATE"])
        yield event, body


def _mar(body: JSON, drawn: random.Random) -> None:
    places: list[tuple[Any, Any]] = []

    def look(value: Any) -> None:
        pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for key, inner in list(pairs):
            places.append((value, key))
            look(inner)

    look(body)
    if not places:
        return
    holder, key = drawn.choice(places)
    if drawn.random() < 0.3:
        del holder[key]
    else:
        holder[key] = drawn.choice(ODD) if drawn.random() < 0.7 else drawn.choice(ALL)


async def send(newsroom: Newsroom, events: list[tuple[str, JSON]]) -> None:
    """Send events to the bot, and wait until it has heard what comes behind them."""
    for session in list(newsroom.town.discord.service.gateway.sessions.values()):
        for event, body in events:
            session.dispatch(event, body)
    posted = await newsroom.town.post(newsroom.general, newsroom.ana, f"{newsroom.town.bot.mention} {newsroom.link()}")
    await newsroom.town.answer_to(posted)


async def fuzz_gateway(seconds: float) -> tuple[int, str | None]:
    """Send marred payloads for a while; gives how many, and the fault that went uncaught."""
    uncaught: list[str] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, told: uncaught.append(str(told)))
    count = 0
    with TemporaryDirectory() as folder:
        async with Town() as town, Site() as site, Newsroom(town, site, Path(folder)) as newsroom:
            await some_life(newsroom)
            end = time.monotonic() + seconds
            payloads = marred(heard(newsroom), random.Random())  # Other ones in each run.
            while time.monotonic() < end and not uncaught:
                batch = list(islice(payloads, 40))
                try:
                    await send(newsroom, batch)
                except Exception as error:  # noqa: BLE001  # Whatever it is, it is what was looked for.
                    uncaught.append(f"{type(error).__name__}: {error} after one of {json.dumps(batch)}")
                count += len(batch)
    return count, uncaught[0] if uncaught else None
