"""The Discord client: intents, extensions, command sync, errors. What it answers is in `cogs/`."""

import asyncio
import logging
import re
from collections.abc import Sequence
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.answering import Answering
from bot.asking import Asking
from bot.limiter import Limiter
from bot.why import Why
from bot.world import World
from config import limits

log = logging.getLogger(__name__)

EXTENSIONS = (
    "cogs.watch",
    "cogs.summarize",
    "cogs.buttons",
    "cogs.configure",
    "cogs.operations",
    "cogs.archive",
    "cogs.privacy",
    "cogs.housekeeping",
)

# What the bot asks for when it is added to a server: to read, to reply, to open threads, to attach an exported list.
INVITE = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    create_public_threads=True,
    read_message_history=True,
    attach_files=True,
)

# Names that the client gives the tasks of listeners, commands and components.
_HANDLERS = re.compile(r"discord\.py: |discord-ui-(?!view-timeout)|CommandTree-invoker")


class Nutgraf(commands.AutoShardedBot):
    """The bot on Discord.

    It keeps no member and no message in memory, and asks for four kinds of events.

    Args:
        world: what it is made of.
        reads_messages: whether it asks for the message-content intent; without it everything but watching works.
        shard_ids, shard_count: which shards this process runs, of how many; all that Discord advises by default.

    Attributes:
        world: as given.
        delivery: puts answers into Discord.
        asking: gives briefs to members.
        answering: answers messages.
    """

    def __init__(
        self,
        world: World,
        *,
        reads_messages: bool = True,
        shard_ids: Sequence[int] = (),
        shard_count: int | None = None,
    ) -> None:
        # Imported here, as the edge's parts name this class in their annotations.
        from cogs.shared.delivery import DiscordDelivery  # noqa: PLC0415  # They name this class.
        from cogs.shared.tree import Tree  # noqa: PLC0415  # They name this class.

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
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            tree_cls=Tree,
            shard_ids=list(shard_ids) or None,  # type: ignore[arg-type]  # None is the client's own default.
            shard_count=shard_count,
        )
        self.world = world
        self.delivery = DiscordDelivery(self, world.store)
        self.limiter = Limiter(cache=world.cache, store=world.store, now=world.now)
        self.asking = Asking(
            desk=world.desk,
            limiter=self.limiter,
            store=world.store,
            delivery=self.delivery,
            catalogues=world.catalogues,
            now=world.now,
            has_model=world.has_model,
        )
        self.answering = Answering(
            asking=self.asking,
            store=world.store,
            book=world.book,
            cache=world.cache,
            delivery=self.delivery,
            catalogues=world.catalogues,
            metrics=world.metrics,
            now=world.now,
        )

    @property
    def why(self) -> Why:
        """Replays the gates for a message."""
        return Why(
            asking=self.asking,
            store=self.world.store,
            book=self.world.book,
            limiter=self.limiter,
            delivery=self.delivery,
            now=self.world.now,
            reads_messages=self.reads_messages,
        )

    @property
    def reads_messages(self) -> bool:
        """Whether the bot reads messages that do not mention it."""
        return bool(self.intents.message_content)

    async def setup_hook(self) -> None:
        """Load every extension before the commands are registered; one that fails stops the start."""
        from cogs.shared.translation import CatalogueTranslator  # noqa: PLC0415  # As the edge's parts above.

        for name in EXTENSIONS:
            await self.load_extension(name)
        await self.tree.set_translator(CatalogueTranslator(self.world.catalogues))
        await self.tree.sync()

    async def on_ready(self) -> None:
        """Say where the bot is, and how to invite it."""
        log.info(
            "ready as %s in %d servers on %d shards; invite it with %s",
            self.user,
            len(self.guilds),
            len(self.shards),
            self.invite_url,
        )

    @property
    def invite_url(self) -> str:
        """The address with which an admin adds the bot to a server."""
        return discord.utils.oauth_url(
            self.application_id or 0, permissions=INVITE, scopes=("bot", "applications.commands")
        )

    async def on_message(self, message: discord.Message) -> None:
        """Commands are given as slash commands alone; messages are heard by `cogs/watch.py`."""

    async def close(self) -> None:
        """Let what is being answered be answered, for a while, then leave Discord."""
        if not self.is_closed():
            me = asyncio.current_task()
            working = {task for task in asyncio.all_tasks() if _HANDLERS.match(task.get_name()) and task is not me}
            if working:
                _, late = await asyncio.wait(working, timeout=limits.CLOSE_SECONDS)
                for task in late:
                    task.cancel()
                await asyncio.gather(*late, return_exceptions=True)
        await super().close()

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002  # The client's signature.
        """A listener failed: log it, count it, go on."""
        log.exception("the listener %s failed", event_method)  # noqa: LOG004  # The client calls this within its handler.
        self.world.metrics.count("errors", where=event_method)
