"""The way of one watched message through the rooms, read off the calls that hand it on.

What is handed on is the message and what becomes of it: a call from one room into another with one of these among its
arguments is an entry. A question to one of them is none, nor is what the event loop begins in a room that was entered
before. What stands for the world, and values that everybody reads, are no rooms on the way.
"""

import asyncio
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any, cast

import discord

from bot.domain.values.brief import Brief
from bot.domain.values.source import Link
from bot.domain.values.work import Owed
from bot.messages.accepting import Accepting
from bot.messages.answers.answer import Answer
from bot.messages.owing.marks import Marks
from bot.messages.performing import Performing
from bot.messages.posts.messages import Messages
from bot.messages.posts.post import Findings, Heard, Post
from bot.ports import Jobs
from tests.conftest import ROOT
from tests.support.chat import Speaker
from tests.support.house import room_of

CARRIED = (discord.Message, Post, Findings, Heard, Owed, Link, Brief, Answer)
OUTSIDE = ("tests", "playground", "bot/adapters", "bot/domain/values", "config")
LOOP = "the event loop"
HOUSE = ("bot", "cogs", "config", "playground")


@dataclass(frozen=True, slots=True)
class Step:
    """A call: the room that makes it, the room that it enters, the function there, whether it hands something on."""

    before: str
    room: str
    function: str
    carries: bool


@dataclass(slots=True)
class Way:
    """The calls on the way of a message, in order."""

    steps: list[Step] = field(default_factory=list)

    def entries(self) -> dict[str, list[str]]:
        """By room the functions by which the message came in, in order."""
        found: dict[str, list[str]] = {}
        for step in self.steps:
            begun = step.before == LOOP and step.room in found
            if step.carries and step.before != step.room and not begun and not step.room.startswith(OUTSIDE):
                found.setdefault(step.room, []).append(step.function)
        return found

    def times(self) -> Counter[str]:
        """How often each function was called."""
        return Counter(step.function for step in self.steps)


@contextmanager
def followed() -> Iterator[Way]:
    """Note the calls of this thread, each where it begins: a coroutine that goes on is no new call."""
    way = Way()
    begun: dict[int, FrameType] = {}  # Kept, so that no later frame has the number of an earlier one.

    def note(frame: FrameType, event: str, _: object) -> None:
        room = _room(frame.f_code.co_filename)
        if event == "call" and room is not None and id(frame) not in begun:
            begun[id(frame)] = frame
            way.steps.append(Step(_caller(frame), room, frame.f_code.co_qualname, _carries(frame)))

    sys.setprofile(note)
    try:
        yield way
    finally:
        sys.setprofile(None)


@cache
def _room(path: str) -> str | None:
    """The room of a file, "tests" for what is none of the house's, None for libraries."""
    if not Path(path).is_relative_to(ROOT) or ".venv" in Path(path).parts:
        return None
    inside = Path(path).relative_to(ROOT)
    return room_of(str(inside)) if inside.parts[0] in HOUSE else "tests"


def _carries(frame: FrameType) -> bool:
    code = frame.f_code
    given = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    if given == ("self",):
        return False
    return any(isinstance(frame.f_locals.get(name), CARRIED) for name in given)


def _caller(frame: FrameType) -> str:
    """The room that a call comes from."""
    before = frame.f_back
    while before is not None and before.f_code is not _BEGINS:
        room = _room(before.f_code.co_filename)
        if room is not None:
            return room
        before = before.f_back
    return LOOP


_BEGINS = asyncio.Handle._run.__code__  # noqa: SLF001  # Where the event loop begins whatever it does.


class JobsAtOnce:
    """A job engine that does a job when it is given one."""

    is_embedded = works_here = True

    def __init__(self) -> None:
        self.performing: Performing | None = None

    async def add(self, job: str, key: str, arguments: Mapping[str, Any]) -> None:
        """Do the job."""
        assert job in key
        assert self.performing is not None
        await self.performing.run(arguments)


class MessagesOfThisProcess:
    """Messages that were heard here."""

    def __init__(self) -> None:
        self.accepting: Accepting | None = None

    async def fetch(self, owed: Owed) -> Heard:
        """The message as it was heard."""
        assert self.accepting is not None
        return self.accepting.heard_here[owed.message]


async def way_of_a_message(speaker: Speaker) -> Way:
    """What a watched message with a link goes through, from where it is heard to where its answer is on record."""
    messages, jobs = MessagesOfThisProcess(), JobsAtOnce()
    jobs.performing = Performing(
        answering=speaker.speaking.answering,
        messages=cast("Messages", messages),
        work_store=speaker.parts.work_store,
        delivery=speaker.chat,
        metrics=speaker.metrics,
        now=speaker.clock,
    )
    accepting = messages.accepting = Accepting(
        answering=speaker.speaking.answering,
        performing=jobs.performing,
        jobs=cast("Jobs", jobs),
        work_store=speaker.parts.work_store,
        settings_cache=speaker.parts.settings_cache,
        marks=Marks(),
        metrics=speaker.metrics,
        now=speaker.clock,
        is_ours=lambda _: True,
        hides=speaker.chat.is_known_to_hide,
    )
    await accepting.start()
    post = speaker.post(speaker.link("harbour"))
    with followed() as way:
        async with asyncio.timeout(60):
            await accepting.hear(Heard.of(post))
            while not speaker.chat.messages or accepting.waiting.count:  # noqa: ASYNC110  # An end rings no bell.
                await asyncio.sleep(0.01)
    await accepting.stop(seconds=5)
    return way
