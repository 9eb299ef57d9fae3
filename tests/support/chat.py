"""A chat in memory, and all that answers messages in it: the middle as the composition root builds it, without Discord.

A test reads like this::

    async with open_speaker(database) as speaker:
        post = speaker.post("https://news.example/harbour")
        await speaker.say(post)
        (location,) = speaker.chat.messages          # what stands, by channel and message
        speaker.chat.faults["delete"].append(DeliveryError())   # what Discord refuses next
"""

import itertools
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.adapters.caches.memory_cache import MemoryCache
from bot.adapters.database.opening import open_database
from bot.adapters.database.sql_spending import SqlSpending
from bot.adapters.database.sql_store import SqlStore
from bot.adapters.database.sql_work import SqlWorkStore
from bot.adapters.docket_jobs import DocketJobs
from bot.adapters.metrics import PrometheusMetrics
from bot.adapters.request_budget import MemoryRequestBudget
from bot.app.speaking import SpeakingParts, speaking_parts
from bot.briefing.budget import Budget
from bot.briefing.desk import Desk
from bot.domain.chat.view import Button, Card, Row, View
from bot.domain.values.records import AnswerRecord
from bot.domain.values.spending import Bounds, Scope
from bot.domain.values.work import id_at
from bot.errors import GoneError
from bot.guilds.settings_cache import SettingsCache
from bot.i18n.catalogues import load_catalogues
from bot.messages.answers.part import Location
from bot.messages.posts.post import File, Post, Trigger, look_into
from cogs.shared.parts import Parts
from config.guild import ChannelSettings, GuildSettings
from tests.support.fakes import FakeEngine, FakeFetcher, FakeReader, InlinePool

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
GUILD, NEWS, ANA = 1_000, 2_000, 7


class Chat:
    """A `Delivery` in memory.

    Attributes:
        messages: what stands, by where it stands.
        replies: to what a message replies.
        threads: the names of threads, by their ids.
        nonces: under which nonce what was posted, in order.
        lacking: the permissions that the bot lacks everywhere.
        threadless: the channels in which it opens no threads.
        faults: what the next calls of a method raise.
        hidden: the channels that hide what is posted in them.
        reactions: the bot's, by the message that they are on.
        typed: where it was seen typing.
        told: what admins were told.
        calls: which methods were called, in order.
    """

    def __init__(self) -> None:
        self.messages: dict[Location, View] = {}
        self.replies: dict[int, int] = {}
        self.threads: dict[int, str] = {}
        self.nonces: list[tuple[str, int]] = []
        self.lacking: tuple[str, ...] = ()
        self.threadless: set[int] = set()
        self.faults: dict[str, list[BaseException]] = defaultdict(list)
        self.hidden: set[int] = set()
        self.reactions: list[tuple[Location, str]] = []
        self.typed: list[int] = []
        self.told: list[View] = []
        self.calls: list[str] = []
        self.ids = itertools.count(id_at(NOW) + 1)

    def _called(self, method: str) -> None:
        self.calls.append(method)
        if self.faults[method]:
            raise self.faults[method].pop(0)

    def lacks(self, channel: int, *, threads: bool = False) -> tuple[str, ...]:
        """The same everywhere."""
        return self.lacking if channel and not threads else ()

    def room(self, channel: int) -> int:
        """Every channel is a room of its own."""
        return channel

    async def hides(self, channel: int) -> bool:
        """Whether everything in a channel is hidden."""
        return channel in self.hidden

    def is_known_to_hide(self, channel: int) -> bool | None:
        """Whether everything in a channel is hidden."""
        return channel in self.hidden

    def learn(self, channel: int, *, hides: bool) -> None:
        """Remember it."""
        (self.hidden.add if hides else self.hidden.discard)(channel)

    async def react(self, channel: int, message: int, emoji: str) -> None:
        """Put a reaction."""
        self._called("react")
        self.reactions.append((Location(channel, message), emoji))

    async def take_back(self, channel: int, message: int, emoji: str) -> None:
        """Take a reaction back."""
        self._called("take_back")
        self.reactions.remove((Location(channel, message), emoji))

    @asynccontextmanager
    async def typing(self, channel: int) -> AsyncIterator[None]:
        """Remember where."""
        self.typed.append(channel)
        yield

    async def reply(self, channel: int, to: int, view: View, *, nonce: str) -> int:
        """Post a reply; one nonce posts once, and nothing where what it posted is gone."""
        self._called("reply")
        id_ = self._post(channel, view, nonce)
        self.replies[id_] = to
        return id_

    async def own_reply(self, channel: int, to: int, view: View) -> int | None:
        """The first reply that begins with the same line."""
        self._called("own_reply")
        there = {id_: self.messages.get(Location(channel, id_)) for id_, source in self.replies.items() if source == to}
        wanted = next(view.texts).partition("\n")[0]
        return next((id_ for id_, shown in there.items() if shown and next(shown.texts).startswith(wanted)), None)

    async def send(self, channel: int, view: View, *, nonce: str | None = None) -> int:
        """Post a message."""
        self._called("send")
        return self._post(channel, view, nonce)

    def _post(self, channel: int, view: View, nonce: str | None) -> int:
        before = dict(self.nonces).get(nonce or "")
        if before is not None and Location(channel, before) not in self.messages:
            raise GoneError
        id_ = before or next(self.ids)
        self.messages[Location(channel, id_)] = view
        self.nonces.append((nonce or "", id_))
        return id_

    async def edit(self, channel: int, message: int, view: View) -> None:
        """Change what stands."""
        self._called("edit")
        if Location(channel, message) not in self.messages:
            raise GoneError
        self.messages[Location(channel, message)] = view

    async def delete(self, channel: int, message: int) -> None:
        """Delete what stands."""
        self._called("delete")
        self.messages.pop(Location(channel, message), None)

    async def open_thread(self, channel: int, message: int, name: str) -> int:
        """A thread has the id of its message."""
        self._called("open_thread")
        assert Location(channel, message) in self.messages
        self.threads[message] = name
        return message

    def opens_threads(self, channel: int) -> bool:
        """Everywhere but where it was said."""
        return channel not in self.threadless

    async def rename_thread(self, thread: int, name: str) -> None:
        """Change a name."""
        self._called("rename_thread")
        self.threads[thread] = name

    async def delete_thread(self, thread: int) -> None:
        """Delete a thread with what stands in it."""
        self._called("delete_thread")
        self.threads.pop(thread, None)
        self.messages = {at: view for at, view in self.messages.items() if at.channel != thread}

    async def tell_admins(self, guild: int, view: View) -> bool:
        """Remember what was told."""
        self._called("tell_admins")
        self.told.append(view)
        return bool(guild)


@dataclass
class Speaker:
    """What answers messages, and the chat in which it does.

    Attributes:
        chat: where it answers.
        parts: what it is made of.
        speaking: what speaks.
        fetcher, reader, engine, builtin: the world's fakes.
        cache: what it remembers for a while.
        ahead: how far its time is ahead of the chat's beginning.
    """

    chat: Chat
    parts: Parts
    speaking: SpeakingParts
    fetcher: FakeFetcher
    reader: FakeReader
    engine: FakeEngine
    builtin: FakeEngine
    cache: MemoryCache
    metrics: PrometheusMetrics
    clock: "Clock" = field(repr=False)

    def post(self, *texts: str, files: tuple[File, ...] = (), **changes: Any) -> Post:
        """A message in #news that has not been said yet."""
        made = Post(next(self.chat.ids), NEWS, GUILD, ANA, texts, files, locale="en-US")
        return replace(made, **changes)

    def link(self, name: str, headline: str = "") -> str:
        """The address of a story of its own, which tells of its headline."""
        url = f"https://news.example/{name}"
        self.reader.titles[url] = headline or f"The {name} closes"
        self.fetcher.stories[url] = f"{self.fetcher.story}\n\nThe {name} closes too, said Ada Quill, the mayor."
        return url

    async def choose(self, change: Callable[[GuildSettings], GuildSettings]) -> None:
        """Change the server's settings."""
        await self.parts.settings_cache.change(GUILD, ANA, "test", change)

    async def say(self, post: Post, trigger: Trigger = Trigger.WATCH) -> bool:
        """Say a message that the bot hears."""
        return await self.speaking.answering.answer(post, look_into(post), trigger)

    async def edit(self, post: Post, *texts: str) -> bool:
        """Edit a message."""
        edited = replace(post, texts=texts)
        return await self.speaking.following.edited(edited, look_into(edited))

    async def kept(self, post: Post) -> tuple[AnswerRecord, ...]:
        """What is on record of the answers to a message."""
        return await self.parts.store.answers_to([post.id])

    @property
    def shown(self) -> list[str]:
        """The texts of what stands, a message each, in order."""
        return ["\n".join(view.texts) for view in self.chat.messages.values()]


class Clock:
    """The time, which tests move."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        """The time in UTC."""
        return NOW + self.ahead

    def seconds(self) -> float:
        """The time as seconds."""
        return self.ahead.total_seconds()


@asynccontextmanager
async def open_speaker(
    database: str, *, has_model: bool = False, bounds: Mapping[Scope, Bounds] | None = None
) -> AsyncIterator[Speaker]:
    """A speaker on an empty database with the newest schema, which watches #news."""
    clock, metrics = Clock(), PrometheusMetrics()
    fetcher, reader, builtin = FakeFetcher(), FakeReader(), FakeEngine("builtin")
    engine = FakeEngine("openai:some-model") if has_model else builtin
    cache = MemoryCache(clock=clock.seconds)
    desk = Desk(
        fetcher=fetcher,
        reader=reader,
        engine=engine,
        builtin=builtin,
        cache=cache,
        pool=InlinePool(),
        metrics=metrics,
        now=clock,
        has_model=has_model,
    )
    async with open_database(database) as sql, desk, SettingsCache(SqlStore(sql, now=clock)) as settings_cache:
        parts = Parts(
            desk=desk,
            store=SqlStore(sql, now=clock),
            work_store=SqlWorkStore(sql, now=clock),
            jobs=DocketJobs(None),
            budget=Budget(store=SqlSpending(sql), bounds=bounds or {}, metrics=metrics, now=clock),
            request_budget=MemoryRequestBudget(metrics=metrics),
            settings_cache=settings_cache,
            cache=cache,
            catalogues=load_catalogues(),
            metrics=metrics,
            now=clock,
            engine=engine.name,
            cache_name="memory",
            has_model=has_model,
            retention_days=90,
        )
        chat = Chat()
        speaking = speaking_parts(parts, chat, reads_messages=True)
        speaker = Speaker(chat, parts, speaking, fetcher, reader, engine, builtin, cache, metrics, clock)
        await speaker.choose(lambda old: replace(old, watched={NEWS: ChannelSettings()}))
        yield speaker


def is_hidden(view: View) -> bool:
    """Whether a message hides its card."""
    return all(part.spoiler for part in view.parts if isinstance(part, Card))


def labels(view: View) -> list[str]:
    """The labels of the buttons that the bot answers."""
    rows = [part for part in view.parts if isinstance(part, Row)]
    rows += [part for card in view.parts if isinstance(card, Card) for part in card.parts if isinstance(part, Row)]
    return [button.label for row in rows for button in row.buttons if isinstance(button, Button)]
