"""Hears messages: links and articles in watched channels, mentions, direct messages; edits, deletions and reactions."""

from datetime import timedelta

import discord
from discord.ext import commands

from bot.errors import DeliveryError
from bot.messages.asking import answer_asker
from bot.messages.posts.gates import may_ask
from bot.messages.posts.post import Heard, Post, Trigger, look_into
from cogs.shared.client import BotClient
from cogs.shared.faults import discord_faults
from cogs.shared.messages import is_addressed, may_hold_an_article, post_of
from cogs.shared.reading_back import reply_of
from config import limits
from config.guild import Style

NEWSPAPER = "\N{NEWSPAPER}"


class Watch(commands.Cog):
    """Listeners: guard, call, send."""

    def __init__(self, bot: BotClient) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Hear messages: as the client's own listener, because a second one costs a task for each message."""
        self.bot.hear = self.hear

    async def hear(self, message: discord.Message) -> None:
        """Answer a message in a watched channel, one that mentions the bot, or one in private."""
        if message.author.id == self.bot.account_id:
            return
        if is_addressed(message, self.bot.account_id):
            post = post_of(message)
            if not post.is_bot and not post.is_system:
                await self._hear_asker(message, post)
        elif may_hold_an_article(message):
            await self._hear(post_of(message), Trigger.WATCH)
        else:
            self.bot.accepting.marks.heard(message.channel.id, message.id)

    @commands.Cog.listener()
    async def on_raw_message_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        """An edit counts where somebody made it: Discord's own previews of links, and pins, come as updates too."""
        message = event.message
        if message.author.id == self.bot.account_id or not is_just_edited(message):
            return
        post = post_of(message)
        if await self.bot.answering.edited(post, look_into(post)):
            await self._hear(post, Trigger.WATCH)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        """A deleted message takes its answer with it."""
        await self.bot.answering.deleted([event.message_id])

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        """Many deleted messages take their answers with them."""
        await self.bot.answering.deleted(event.message_ids)

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """A deleted channel takes its answers with it, and those of its threads."""
        threads = getattr(channel, "threads", [])
        for place in (channel, *threads):
            await self.bot.answering.place_deleted(place.id)

    @commands.Cog.listener()
    async def on_raw_thread_delete(self, event: discord.RawThreadDeleteEvent) -> None:
        """A deleted thread takes its answers with it."""
        await self.bot.answering.place_deleted(event.thread_id)

    @commands.Cog.listener()
    async def on_raw_reaction_add(self, event: discord.RawReactionActionEvent) -> None:
        """A newspaper asks for a brief where the server wants to be asked so."""
        if event.emoji.name != NEWSPAPER or event.guild_id is None or event.user_id == self.bot.account_id:
            return
        settings = await self.bot.parts.settings_cache.settings(event.guild_id)
        roles = frozenset(role.id for role in event.member.roles) if event.member else frozenset[int]()
        if settings.style is not Style.REACTION or not may_ask(roles, settings) or (event.member and event.member.bot):
            return
        place = self.bot.get_partial_messageable(event.channel_id, guild_id=event.guild_id)
        try:
            with discord_faults():
                message = await place.fetch_message(event.message_id)
        except DeliveryError:
            return
        await self._hear(post_of(message), Trigger.REACTION)

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Back in a server: what was chosen there stays."""
        await self.bot.parts.store.guild_joined(guild.id)

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Left: what is kept of the server is deleted after a while."""
        await self.bot.parts.store.guild_left(guild.id)

    async def _hear(self, post: Post, trigger: Trigger) -> None:
        findings = look_into(post)
        if findings.is_empty:
            self.bot.accepting.marks.heard(post.channel, post.id)
        else:
            await self.bot.accepting.hear(Heard(post), findings, trigger)

    async def _hear_asker(self, message: discord.Message, post: Post) -> None:
        """Owe an answer to somebody who asked; who may not ask is told so at once."""
        settings = await self.bot.parts.settings_cache.settings(post.guild)
        heard = Heard(post, reply_of(message), may_ask=may_ask(post.roles, settings))
        if heard.may_ask:
            await self.bot.accepting.hear(heard, look_into(post), Trigger.MENTION)
        else:
            await answer_asker(self.bot.answering, self.bot.delivery, heard, reads_messages=self.bot.reads_messages)


def is_just_edited(message: discord.Message) -> bool:
    """Whether somebody edited a message in these seconds: other updates name its last edit again."""
    if message.edited_at is None:
        return False
    return abs(discord.utils.utcnow() - message.edited_at) <= timedelta(seconds=limits.EDIT_SECONDS)


async def setup(bot: BotClient) -> None:
    """Add the listeners."""
    await bot.add_cog(Watch(bot))
