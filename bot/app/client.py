"""The Discord client: intents, extensions, command sync, errors. What it answers is in `cogs/`."""

import asyncio
import logging
import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.app.commands import sync_commands
from bot.app.patience import when_there
from bot.app.rest import tracing
from bot.app.sharing import share
from bot.app.speaking import speaking_parts
from bot.ending import end
from bot.messages.accepting import JOB, Accepting
from bot.messages.catching_up import CatchingUp
from bot.messages.owing.marks import Marks
from bot.messages.owing.promises import Promises
from bot.messages.performing import Performing
from bot.messages.posts.post import Heard
from cogs.shared.client import BotClient
from cogs.shared.commands.again import can_finish
from cogs.shared.commands.interactions import finish
from cogs.shared.commands.translation import CatalogueTranslator
from cogs.shared.commands.tree import Tree
from cogs.shared.delivery import DiscordDelivery
from cogs.shared.parts import Parts
from cogs.shared.reading_back import DiscordMessages
from config import limits

log = logging.getLogger(__name__)

EXTENSIONS = (
    "cogs.watch",
    "cogs.catch_up",
    "cogs.summarize",
    "cogs.buttons",
    "cogs.configure",
    "cogs.operations",
    "cogs.help",
    "cogs.archive",
    "cogs.privacy",
    "cogs.housekeeping",
)

# Names that the client gives the tasks of listeners, commands and components.
_HANDLERS = re.compile(r"discord\.py: |discord-ui-(?!view-timeout)|CommandTree-invoker")


class Nutgraf(BotClient):
    """The bot on Discord.

    It keeps no member and no message in memory, and asks for four kinds of events.

    Args:
        parts: what it is made of.
        reads_messages: whether it asks for the message-content intent; without it everything but watching works.
        shard_ids, shard_count: which shards this process runs, of how many; all that Discord advises by default.

    Attributes:
        parts: as given.
        delivery: puts answers into Discord.
        metered_desk: gives briefs to members.
        answering: answers messages.
        following: lets answers follow what becomes of their messages.
        accepting: takes messages that want an answer.
        catching_up: reads back what was missed.
        promises: what commands were promised and not given yet.
    """

    delivery: DiscordDelivery

    def __init__(
        self,
        parts: Parts,
        *,
        reads_messages: bool = True,
        shard_ids: Sequence[int] = (),
        shard_count: int | None = None,
    ) -> None:
        # The client speaks of packages for voice, which the bot has no use for.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        intents = discord.Intents.none()
        intents.guilds = True
        intents.guild_messages = True
        intents.dm_messages = True
        intents.guild_reactions = True
        intents.message_content = reads_messages
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            intents=intents,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            guild_ready_timeout=limits.GUILD_READY_SECONDS,
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            tree_cls=Tree,
            shard_ids=list(shard_ids) or None,  # type: ignore[arg-type]  # None is the client's own default.
            shard_count=shard_count,
            http_trace=tracing(parts.request_budget),
        )
        self._identify_at_once: int | None = None
        self._guard_parsers()
        self.parts = parts
        self.delivery = DiscordDelivery(self, parts.store, parts.request_budget)
        speaking = speaking_parts(parts, self.delivery, reads_messages=reads_messages)
        self.limiter = speaking.limiter
        self.metered_desk = speaking.metered_desk
        self.answering = speaking.answering
        self.following = speaking.following
        self.signs = speaking.signs
        self.why = speaking.why
        performing = Performing(
            answering=self.answering,
            messages=DiscordMessages(self, self._heard_here),
            work_store=parts.work_store,
            delivery=self.delivery,
            metrics=parts.metrics,
            now=parts.now,
            reads_messages=reads_messages,
        )
        parts.jobs.know(JOB, performing.run)
        self.accepting = Accepting(
            answering=self.answering,
            performing=performing,
            jobs=parts.jobs,
            work_store=parts.work_store,
            settings_cache=parts.settings_cache,
            marks=Marks(),
            metrics=parts.metrics,
            now=parts.now,
            is_ours=self._is_ours,
            hides=self.delivery.is_known_to_hide,
        )
        self.promises = Promises(work_store=parts.work_store, metrics=parts.metrics, now=parts.now)
        self.catching_up = CatchingUp(
            accepting=self.accepting,
            following=self.following,
            messages=DiscordMessages(self, self._heard_here),
            store=parts.store,
            work_store=parts.work_store,
            settings_cache=parts.settings_cache,
            metrics=parts.metrics,
            now=parts.now,
        )

    def _heard_here(self, message: int) -> Heard | None:
        """A message that this process heard itself and still owes."""
        return self.accepting.heard_here.get(message)

    def _is_ours(self, guild: int | None) -> bool:
        """Whether a server, or for None private messages, belongs to a shard of this process."""
        return ((guild or 0) >> 22) % (self.shard_count or 1) in self.shards

    async def setup_hook(self) -> None:
        """Load every extension before the commands are registered; one that fails stops the start."""
        self.parts.metrics.watch("waiting", lambda: self.accepting.waiting.count)
        self.parts.metrics.watch("oldest_waiting_seconds", lambda: self.accepting.waiting.oldest)
        await self.parts.jobs.start()
        await self.accepting.start()
        await self.catching_up.start()
        for name in EXTENSIONS:
            await self.load_extension(name)
        self.promises.finish, self.promises.can_finish = partial(finish, self), partial(can_finish, self)
        self.promises.start()
        await self.tree.set_translator(CatalogueTranslator(self.parts.catalogues))
        await when_there(
            lambda: sync_commands(self.tree, self.parts.work_store, self.parts.cache),
            seconds=limits.DATABASE_START_SECONDS,
        )

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:  # noqa: ARG002  # The client's own signature.
        """Keep the pause that Discord wants between two IDENTIFYs, over all processes of the bot."""
        if self._identify_at_once is None:
            self._identify_at_once = (await self.fetch_session_start_limits()).max_concurrency
        await self.parts.request_budget.identify(shard_id or 0, at_once=self._identify_at_once)

    async def on_ready(self) -> None:
        """Say where the bot is, and how to invite it."""
        log.info(
            "ready as %s in %d servers on %d shards; invite it with %s",
            self.user,
            len(self.guilds),
            len(self.shards),
            self.invite_url,
        )

    def _working(self) -> set[asyncio.Task[Any]]:
        """The listeners, commands and components that are at work."""
        me = asyncio.current_task()
        return {task for task in asyncio.all_tasks() if _HANDLERS.match(task.get_name()) and task is not me}

    async def close(self) -> None:
        """Let what is being answered be answered, for a while, then leave Discord."""
        if not self.is_closed():
            loop = asyncio.get_running_loop()
            deadline = loop.time() + limits.CLOSE_SECONDS
            # What begins while others end is waited for too.
            while (working := self._working()) and loop.time() < deadline:
                await asyncio.wait(working, timeout=deadline - loop.time(), return_when=asyncio.FIRST_COMPLETED)
            await end(working)
            await self.promises.stop()
            await self.catching_up.stop()
            await self.accepting.stop(seconds=limits.CLOSE_SECONDS)
            await self.parts.jobs.stop()
            await self.signs.stop()
        await super().close()

    def _guard_parsers(self) -> None:
        """Let an event that the library cannot read be logged and passed over: by itself it could end the client."""
        parsers = self._connection.parsers  # The library offers no other place.

        def guarded(event: str, parse: Callable[[Any], Any]) -> Callable[[Any], Any]:
            def read(data: Any) -> None:
                try:
                    parse(data)
                    self._parsed(event, data)
                except Exception:  # Whatever it is, the other events are to be heard.
                    log.exception("an event %s could not be read", event)
                    self.parts.metrics.count("errors", where="gateway")

            return read

        for event, parse in list(parsers.items()):
            if event not in {"READY", "RESUMED"}:  # Without these there is no session; the client begins anew.
                parsers[event] = guarded(event, parse)
        # The message under a button is read in a task of its own, behind the parser.
        views = self._connection._view_store  # noqa: SLF001  # As above.
        press = views.schedule_dynamic_item_call

        async def guarded_press(*given: Any) -> None:
            try:
                await press(*given)
            except Exception:  # As above.
                log.exception("a button's event could not be read")
                self.parts.metrics.count("errors", where="gateway")

        views.schedule_dynamic_item_call = guarded_press  # type: ignore[assignment, method-assign]  # No other place.

    def _parsed(self, event: str, data: Any) -> None:
        """Keep of an event what the library does not."""
        if event in {"CHANNEL_CREATE", "CHANNEL_UPDATE"}:
            self.delivery.told_of([data])
        elif event == "GUILD_CREATE" and (guild := self.get_guild(int(data["id"]))) is not None:
            self.delivery.told_of(data.get("channels", ()))
            share(guild)  # At once: a start brings hundreds of servers before any listener hears of them.
            if data.get("unavailable") is False:  # Not new to the bot: there after a start, a lost session, an outage.
                # The library's own event is lost where a server comes just as the wait for late ones ends.
                self.catching_up.guild_came(guild.id)

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002  # The client's signature.
        """A listener failed: log it, count it, go on."""
        log.exception("the listener %s failed", event_method)  # noqa: LOG004  # The client calls this within its handler.
        self.parts.metrics.count("errors", where=event_method)
