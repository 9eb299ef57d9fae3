"""A town to test the bot in: a local Discord and a real discord.py client in one process, over real sockets.

A test reads like this::

    async with Town() as town:
        guild = town.guild("Newsroom", channels=["news", "general"], members=["ana", "ben"])
        news, ana = guild.channel("news"), guild.member("ana")
        await town.start(make_bot)                        # any discord.Client, made by a factory

        post = await town.post(news, ana, "https://…")
        answer = await town.answer_to(post)               # the bot's reply, once it is no placeholder any more
        assert "headline" in answer.text                  # content, text displays and embeds, a line each
        answer.buttons, answer.selects, answer.parts      # components as JSON
        pressed = await town.press(answer, ana, "Longer") # by label or custom id
        private = await town.answer_to(pressed)
        assert private.ephemeral and private.seen_by == ana.id

        asked = await town.slash(news, ana, "config watch", channel=news)
        print((await town.answer_to(asked)).text)

        await town.delete(post)
        await town.settle()                               # the bot has handled everything and rests
        assert town.messages(news) == []

        assert town.violations == [] and town.too_many_requests == 0

Members, channels, messages and interactions are the values of `playground.rules.state`. Leaving the town closes the
bot.
Every awaited answer has a limit of time, and fails at once with the bot's own error when its start-up failed.
"""

import asyncio
import contextlib
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import discord

from playground.connect import point_at
from playground.gateway import ALL_INTENTS, Session
from playground.members import Person, account
from playground.options import NotOfferedError
from playground.rest.api import Failure, Request, Validator
from playground.rules.state import (
    JSON,
    Channel,
    Interaction,
    Message,
    User,
)
from playground.rules.validate import OpenApiValidator
from playground.server import LocalDiscord
from tests.support.acting import Acting
from tests.support.patience import PATIENCE

__all__ = ["NotOfferedError", "Town", "openapi_validator", "poll_of"]

OPENAPI = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "discord-openapi.json"

# Refused requests that are no fault. Where answers come late, on a busy machine, the library takes an old count for the
# newest and sends one too many, which Discord refuses and the library sends again.
TOO_MANY = 2

# Seconds that a client waits for the next server of a new session before it calls itself ready.
GUILD_READY_SECONDS = 0.05

# Names that discord.py gives the tasks of its listeners, views and commands.
_BUSY = re.compile(r"discord\.py: |discord-ui-(?!view-timeout)|CommandTree-invoker")

# What a town may be asked about: something said or asked that the bot answers.
Asked = Message | Interaction


Client = TypeVar("Client", bound=discord.Client)
Result = TypeVar("Result")


@cache
def openapi_validator() -> Validator | None:
    """The validator of requests, None where Discord's description is absent; one test says so."""
    return OpenApiValidator(OPENAPI) if OPENAPI.exists() else None


def poll_of(question: str, *answers: str) -> JSON:
    """A poll as JSON, open for a day."""
    listed = [{"answer_id": number, "poll_media": {"text": text}} for number, text in enumerate(answers, start=1)]
    expiry = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    body: JSON = {"question": {"text": question}, "answers": listed, "expiry": expiry}
    return body | {"allow_multiselect": False, "layout_type": 1}


class Town(Acting):
    """A local Discord with a bot in it.

    Args:
        allowed_intents: the intents that the application may ask for, as `discord.Intents(...).value`; leave out
            `message_content` (1 << 15) to see the bot start without it.
        rate_limits: whether full buckets refuse with 429.
        shards: how many shards Discord advises.
        heartbeat_seconds: the interval of heartbeats.
        validator: checks each request; by default against Discord's own description, where that is.

    Attributes:
        discord: the server (`playground.server.LocalDiscord`).
        typings: who typed where, the bot included, in order.
        events: every change, as (name, subject), in order.
        also_busy: functions that say whether the bot has work that no task of discord.py does; `settle` asks them.
    """

    def __init__(
        self,
        *,
        allowed_intents: int = ALL_INTENTS,
        rate_limits: bool = True,
        shards: int = 1,
        heartbeat_seconds: float = 41.25,
        validator: Validator | None = None,
    ) -> None:
        local = LocalDiscord(
            allowed_intents=allowed_intents,
            heartbeat_seconds=heartbeat_seconds,
            identify_seconds=0.0,
            shards=shards,
            rate_limits=rate_limits,
            validator=validator or openapi_validator(),
        )
        super().__init__(local)
        self.typings: list[tuple[Channel, User]] = []
        self.events: list[tuple[str, object]] = []
        self.also_busy: list[Callable[[], bool]] = []
        self._stack = contextlib.AsyncExitStack()
        self._changed = asyncio.Event()
        self._running: dict[discord.Client, asyncio.Task[None]] = {}

    async def __aenter__(self) -> Self:
        await self._stack.enter_async_context(self.discord)
        self._stack.enter_context(point_at(self.discord.api_url, self.discord.gateway_url))
        self.discord.service.observers.append(self._observe)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for client in list(self._running):
            await self.stop(client)
        await self._stack.aclose()

    def _observe(self, event: str, subject: object) -> None:
        self.events.append((event, subject))
        if event == "typing" and isinstance(subject, tuple):
            self.typings.append(subject)
        self._changed.set()

    @property
    def owner(self) -> User:
        """The owner of the bot's application."""
        return self.discord.service.owner

    @property
    def token(self) -> str:
        """The bot's token."""
        return self.discord.token

    @property
    def violations(self) -> list[str]:
        """What the bot's requests broke of Discord's OpenAPI description, a sentence each."""
        return self.discord.violations

    @property
    def too_many_requests(self) -> int:
        """How many requests were refused with 429."""
        return self.discord.too_many_requests

    def requests(self, method: str = ".*", path: str = ".*") -> list[Request]:
        """The bot's requests so far whose method and path match these patterns, refused ones included."""
        found = self.discord.api.requests
        return [r for r in found if re.fullmatch(method, r.method) and re.fullmatch(path, r.path)]

    @property
    def clients(self) -> tuple[discord.Client, ...]:
        """The clients that run."""
        return tuple(self._running)

    # --- the bot ----------------------------------------------------------------------------------------------------

    async def start(self, make: Callable[[], Client], *, seconds: float = PATIENCE) -> Client:
        """Make a client, log it in and wait until it is ready.

        The two pauses that discord.py makes for Discord's sake (between shards, and for late guilds) are shortened.

        Raises:
            Exception: whatever made the start fail, for instance `discord.PrivilegedIntentsRequired`.
        """
        client = make()
        client.before_identify_hook = _at_once  # type: ignore[method-assign]  # A hook that subclasses override.
        connection = client._connection  # noqa: SLF001 - the pause is an argument of the client's maker else.
        connection.guild_ready_timeout = GUILD_READY_SECONDS
        try:
            await client.login(self.token)
        except BaseException:
            await client.close()
            raise
        task = asyncio.create_task(client.connect(), name="the bot")
        self._running[client] = task
        ready = asyncio.create_task(client.wait_until_ready())
        await asyncio.wait({task, ready}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        if not ready.done():
            ready.cancel()
            await self.stop(client)
            await task  # Raises what went wrong.
            raise TimeoutError("the bot did not become ready")
        await self.settle()
        return client

    async def stop(self, client: discord.Client) -> None:
        """Close a client; sessions, commands and messages stay, as at Discord."""
        task = self._running.pop(client)
        await client.close()
        await asyncio.wait({task}, timeout=PATIENCE)

    # --- watching ---------------------------------------------------------------------------------------------------

    async def complete(
        self, place: Channel, who: Person, words: str, option: str, typed: str, *, seconds: float = PATIENCE
    ) -> list[JSON]:
        """Type into a slash command's option and get the choices that the bot offers."""
        asked = self.people.complete(place, who, words, option, typed)
        return await self.until(lambda: asked.choices, "choices", seconds=seconds)

    async def submit(self, asked: Interaction, *, seconds: float = PATIENCE, **fields: Any) -> Interaction:
        """Wait for the modal that answers an interaction and submit it; fields by custom id or label."""
        await self.until(lambda: asked.modal, "a modal", seconds=seconds)
        return self.people.submit(asked, fields)

    async def until(self, look: Callable[[], Result | None], what: str = "it", *, seconds: float = PATIENCE) -> Result:
        """Wait until a look at the town gives something other than None, and give that.

        Raises:
            TimeoutError: it never did.
            Exception: what stopped the bot meanwhile.
        """
        loop = asyncio.get_running_loop()
        deadline = loop.time() + seconds
        while (found := look()) is None:
            for task in self._running.values():
                if task.done():
                    await task
            self._changed.clear()
            left = deadline - loop.time()
            if left <= 0:
                raise TimeoutError(f"waited {seconds} s for {what}")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), min(left, 0.5))
        return found

    async def next_message(self, place: Channel, *, after: Message | None = None, seconds: float = PATIENCE) -> Message:
        """The bot's next public or private message in a channel, after a given one or after now."""
        since = after.id if after is not None else self.discord.service.ids.next()
        return await self.until(lambda: self._first(place, since), "a message of the bot", seconds=seconds)

    def _first(self, place: Channel, since: int) -> Message | None:
        found = (m for m in place.messages.values() if m.id > since and m.author is self.bot and not m.loading)
        return next(found, None)

    async def answer_to(self, asked: Asked, *, seconds: float = PATIENCE) -> Message:
        """The bot's answer, once it is no placeholder any more.

        To a message: its reply, there or in a thread of that message. To an interaction: the message that answers
        it, or the message of the component that it edits.
        """
        return await self.until(lambda: self._answer(asked), "an answer", seconds=seconds)

    async def answers_to(self, asked: Asked) -> list[Message]:
        """All the bot's answers so far, after everything has settled: [] shows that it stays silent."""
        await self.settle()
        return self._answers(asked)

    def _answer(self, asked: Asked) -> Message | None:
        return next((message for message in self._answers(asked) if not message.loading), None)

    def _answers(self, asked: Asked) -> list[Message]:
        if isinstance(asked, Message):
            places = [
                self.discord.service.channels.get(asked.channel_id),
                self.discord.service.channels.get(asked.thread_id or 0),
            ]
            messages = [m for place in places if place for m in place.messages.values() if m.author is self.bot]
            return [m for m in messages if m.replies_to == asked.id or m.channel_id == asked.thread_id]
        shown = [asked.channel.messages[number] for number in asked.shown if number in asked.channel.messages]
        changed = asked.answer_type in {6, 7} and asked.message and asked.message.edited_at != asked.edited_before
        return [asked.message, *shown] if changed and asked.message else shown

    def messages(self, place: Channel, *, by: Person | None = None, seen_by: Person | None = None) -> list[Message]:
        """A channel's messages in order, optionally of one author; private ones only with the user who sees them."""
        viewer = account(seen_by).id if seen_by is not None else None
        shown = [m for m in place.messages.values() if m.seen_by is None or m.seen_by == viewer]
        return [m for m in shown if by is None or m.author is account(by)]

    def ephemerals(self, place: Channel, who: Person) -> list[Message]:
        """The messages in a channel that only this user sees."""
        return [m for m in place.messages.values() if m.seen_by == account(who).id]

    async def settle(self, *, seconds: float = PATIENCE) -> None:
        """Wait until the bot has handled every event and does nothing more.

        Every event has reached the client, no listener, view or command of discord.py runs, no request is open, and
        no function of `also_busy` says otherwise, twice in a row.
        """
        try:
            async with asyncio.timeout(seconds):
                await self._settle()
        except TimeoutError:
            names = [task.get_name() for task in asyncio.all_tasks() if _BUSY.match(task.get_name())]
            raise TimeoutError(f"after {seconds} s the bot is still busy: {names}") from None

    async def _settle(self) -> None:
        quiet = 0
        while quiet < 2:
            await self._arrive()
            busy = [task for task in asyncio.all_tasks() if _BUSY.match(task.get_name())]
            if busy:
                await asyncio.wait(busy, timeout=0.1)
            elif self.discord.api.in_flight or any(ask() for ask in self.also_busy):
                await asyncio.sleep(0.005)
            else:
                quiet += 1
                await asyncio.sleep(0)
                continue
            quiet = 0

    async def _arrive(self) -> None:
        """Wait until each client has taken every event that was sent on its open lines.

        A client hands an event to its listeners in the same step in which it notes the event's number.
        """
        for session in list(self.discord.service.gateway.sessions.values()):
            goal = session.seq
            while session.connection is not None and not self._has_arrived(session, goal):  # noqa: ASYNC110 - the client tells of it by no event.
                await asyncio.sleep(0.002)

    def _has_arrived(self, session: Session, goal: int) -> bool:
        for client in self._running:
            connection = client._connection  # noqa: SLF001 - the number of the last event is shown nowhere else.
            with contextlib.suppress(KeyError):  # A client that does not run this shard.
                line = connection._get_websocket(None, shard_id=session.shard)  # noqa: SLF001 - as above.
                if getattr(line, "session_id", None) == session.id:
                    return (line.sequence or 0) >= goal
        return True

    # --- trouble ----------------------------------------------------------------------------------------------------

    def fail(self, method: str, path: str, status: int, *, times: int = 1, seconds: float = 0.0, code: int = 0) -> None:
        """Let the next requests that match (a pattern found in the path) fail; the status 0 only delays them.

        Args:
            method: the requests' method, "*" for any.
            path: a pattern found in the path.
            status: the HTTP status.
            times: how many requests fail.
            seconds: after how long they are answered.
            code: Discord's own error code.
        """
        self.discord.api.failures.append(Failure(method, re.compile(path), status, times, seconds, code))

    async def drop_sockets(self) -> None:
        """Cut the bot's gateway connections and wait until it has resumed."""
        resumed = self.discord.service.gateway.resumed + len(self.discord.service.gateway.sessions)
        self.discord.service.gateway.drop()
        await self.until(lambda: True if self.discord.service.gateway.resumed >= resumed else None, "a resume")
        await self.settle()


async def _at_once(shard_id: int | None, *, initial: bool = False) -> None:
    """Take the place of the five seconds that lie between two IDENTIFYs at Discord."""
