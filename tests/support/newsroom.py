"""A guild with the whole bot in it: what nearly every end-to-end test begins with."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import psutil
from aiohttp import web

from bot.adapters.caches.memory_cache import MemoryCache
from bot.adapters.processes.pool import KillablePool
from bot.app.client import Nutgraf
from bot.app.composition import DeskParts, open_desk, open_parts
from cogs.shared.parts import Parts
from config.guild import ChannelSettings, GuildSettings
from config.settings import load_settings
from playground.rules.state import Channel, Guild, Interaction, Member, Message
from tests.support.overhearing import Overhearing
from tests.support.site import Site
from tests.support.town import Town

STORY = """\
The harbour of Port Ellery will close for repairs on Monday, the town council said on Friday after a long debate.

“The quay cannot wait another winter,” said Ada Quill, the mayor, after the vote. “We have waited for nine years.”

Fishing crews will land their catch at Saltby until the spring, and the ferry to the islands will sail from there too.

Tomas Brandt, who speaks for the fishermen's union, called the plan “a burden that nobody asked us about”.

The repairs cost eleven million crowns, of which the Ministry of Transport pays half, according to the council.

“Nobody will lose a berth,” Quill said. “Every boat that leaves in autumn has its place again in May.”
"""
HEADLINE = "Harbour of Port Ellery closes for the winter"


def page_of(story: str = STORY, headline: str = HEADLINE, *, site: str = "The Ellery Post", head: str = "") -> str:
    """A news page with a story."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in story.strip().split("\n\n"))
    return (
        f'<!doctype html><html lang="en"><head><title>{headline}</title>{head}'
        f'<meta property="og:site_name" content="{site}"></head><body><nav><a href="/">Home</a></nav>'
        f"<main><article><h1>{headline}</h1>{paragraphs}</article></main></body></html>"
    )


class Newsroom:
    """The bot in a town with one guild; an async context manager.

    Args:
        town: the local Discord.
        site: a news site.
        folder: where the database lies.
        reads_messages: whether the bot asks for the message-content intent.
        locale: the guild's preferred locale.
        processes: where pages are read, its own by default.
        settings: settings of the process other than the defaults, by their names in the environment, lower case.

    Attributes:
        guild, news, general, ana, ben, olga: the guild, its channels, two members and its owner, an admin.
        parts: what the bot is made of.
        bot: the client.
        ahead: how far the bot's time is ahead of the real one; tests move it.
    """

    guild: Guild
    parts: Parts
    desk_parts: DeskParts
    bot: Nutgraf

    def __init__(
        self,
        town: Town,
        site: Site,
        folder: Path,
        *,
        reads_messages: bool = True,
        locale: str = "en-US",
        processes: KillablePool | None = None,
        **settings: Any,
    ) -> None:
        self.town = town
        self.site = site
        self._reads_messages = reads_messages
        self._locale = locale
        self._processes = processes
        allow = site.allow | {("127.0.0.1", 0)}
        settings |= {"data_folder": folder, "fetch_allow": allow} | settings
        self.process = replace(load_settings(None), **settings)
        self.ahead = timedelta()
        self.overhearing = Overhearing()
        self._stack = AsyncExitStack()

    async def __aenter__(self) -> Self:
        self.guild = self.town.guild("Newsroom", locale=self._locale)
        self.desk_parts = await self._stack.enter_async_context(open_desk(self.process, processes=self._processes))
        await self.desk_parts.warm_up()
        parts = await self._stack.enter_async_context(open_parts(self.process, self.desk_parts, now=self.now))
        self.parts = replace(parts, catalogues=self.overhearing.catalogues)
        self.town.also_busy.append(self._is_busy)
        self.bot = await self.start()
        return self

    def _is_busy(self) -> bool:
        bots = [client for client in self.town.clients if isinstance(client, Nutgraf)]
        return any(bot.accepting.is_busy or bot.catching_up.is_busy or bot.promises.is_busy for bot in bots)

    async def start(self) -> Nutgraf:
        """Start a client."""
        return await self.town.start(lambda: Nutgraf(self.parts, reads_messages=self._reads_messages))

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.town.stop(self.bot)
        await self._stack.aclose()
        assert not self.overhearing.unknown, "said, and found by no extraction: see tests/support/extraction.py"

    def now(self) -> datetime:
        """The time in the bot's parts: `ahead` of the real one."""
        return datetime.now(UTC) + self.ahead

    @property
    def news(self) -> Channel:
        """A channel for news."""
        return self.guild.channel("news")

    @property
    def general(self) -> Channel:
        """A channel that nobody watches."""
        return self.guild.channel("general")

    @property
    def ana(self) -> Member:
        """A member."""
        return self.guild.member("ana")

    @property
    def ben(self) -> Member:
        """Another member."""
        return self.guild.member("ben")

    @property
    def olga(self) -> Member:
        """The owner, who may change settings."""
        return self.guild.member("olga")

    def link(self, path: str = "/harbour", story: str = STORY, headline: str = HEADLINE) -> str:
        """Serve a story and give its address; under another headline it is another story."""
        told = story if headline == HEADLINE else f"{story}\n\n{headline}, the council said on Friday evening."
        return self.site.page(path, page_of(told, headline))

    def slow(self, path: str, *, seconds: float, story: str = STORY, headline: str = HEADLINE) -> str:
        """Serve a story that takes its time, and give its address."""

        async def answer(_: web.Request) -> web.StreamResponse:
            await asyncio.sleep(seconds)
            return web.Response(text=page_of(story, headline), content_type="text/html")

        return self.site.handle(path, answer)

    def held(self, path: str, *, story: str = STORY, headline: str = HEADLINE) -> tuple[str, asyncio.Event]:
        """Serve a story once an event is set; gives its address and the event."""
        go_on = asyncio.Event()

        async def answer(_: web.Request) -> web.StreamResponse:
            await go_on.wait()
            return web.Response(text=page_of(story, headline), content_type="text/html")

        return self.site.handle(path, answer), go_on

    def readers(self) -> list[psutil.Process]:
        """The processes that read pages: those that the pool's server process forked."""
        me = psutil.Process()
        return [one for one in me.children(recursive=True) if one.ppid() != me.pid]

    async def config(self, command: str, /, **options: Any) -> Message:
        """Use a `/config` command as the owner; gives the private answer."""
        asked = await self.town.slash(self.general, self.olga, f"config {command}", **options)
        return await self.town.answer_to(asked)

    async def choose(self, **changes: Any) -> GuildSettings:
        """Change settings without a command, as another process might, and let the bot know."""
        return await self.parts.settings_cache.change(
            self.guild.id, self.olga.id, "test", lambda old: replace(old, **changes)
        )

    async def watch(self, *channels: Channel) -> None:
        """Watch channels, by default #news."""
        ids = [channel.id for channel in channels or (self.news,)]
        await self.choose(watched={id_: ChannelSettings() for id_ in ids})

    async def restart(self, **changes: Any) -> None:
        """Stop the client and start another on the same database, with other parts where they are given."""
        await self.town.stop(self.bot)
        self.parts = replace(self.parts, **changes)
        self.bot = await self.start()

    async def forget(self) -> None:
        """Let the cache forget everything."""
        cache = self.desk_parts.cache
        assert isinstance(cache, MemoryCache)
        cache.clear()

    async def forget_briefs(self) -> None:
        """Let the cache forget every brief, and no article."""
        cache = self.desk_parts.cache
        assert isinstance(cache, MemoryCache)
        for shelf in (cache._small, cache._large):  # noqa: SLF001  # Briefs end on their own sooner than articles.
            for key in [key for key in shelf if key.startswith("brief:")]:
                shelf.drop(key)

    async def answer(self, asked: Message | Interaction) -> Message:
        """The bot's answer, once the bot rests: no stage of it, and kept."""
        await self.town.answer_to(asked)
        await self.town.settle()
        return await self.town.answer_to(asked)
