"""Hears messages: links and articles in watched channels, mentions, direct messages; edits, deletions and reactions."""

from datetime import timedelta

import discord
from discord.ext import commands

from bot.errors import DeliveryError, PassingRefusalError
from bot.messages.asking import answer_asker
from bot.messages.posts.gates import may_ask
from bot.messages.posts.post import Findings, Heard, Post, Trigger, look_into
from bot.messages.proxies import Proxies
from bot.messages.signs import Sign
from cogs.shared.client import BotClient
from cogs.shared.faults import discord_faults
from cogs.shared.messages import is_addressed, post_of, said_in
from cogs.shared.reading_back import subject_of
from config import limits
from config.guild import Style

ASKING = frozenset({"\N{NEWSPAPER}", "\N{ROLLED-UP NEWSPAPER}"})
"""The reactions that ask for a brief, without the sign that makes an emoji of a character."""


class Watch(commands.Cog):
    """Listeners: guard, call, send."""

    def __init__(self, bot: BotClient) -> None:
        self.bot = bot
        self.proxies = Proxies()

    async def cog_load(self) -> None:
        """Hear messages in the client's own listener's place, because a second one costs a task for each message."""
        self.bot.event(self.on_message)

    async def on_message(self, message: discord.Message) -> None:
        """Answer a message in a watched channel, one that mentions the bot, or one in private."""
        account = self.bot.account_id
        if message.author.id == account:
            self.bot.following.heard_own(message.guild.id if message.guild else None, message.channel.id)
            return
        said = said_in(message, account)
        if said is None:
            self.bot.accepting.marks.heard(message.channel.id, message.id)
            return
        post = await self._as_said(said.post, webhook=message.webhook_id)
        if post is None:
            return
        if said.to_bot and not post.is_bot and not post.is_system:
            await self._hear_asker(message, post)
        else:
            await self._hear(post, Trigger.WATCH)

    @commands.Cog.listener()
    async def on_raw_message_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        """An edit counts where somebody made it: Discord's own previews of links, and pins, come as updates too."""
        message = event.message
        if message.author.id == self.bot.account_id or not is_just_edited(message):
            return
        post = post_of(message)
        if not is_addressed(message, self.bot.account_id) and not await self.bot.following.concerns(post):
            return
        if message.webhook_id is not None:
            post = await self.proxies.spoken(post)
        is_new = await self.bot.following.edited(post, look_into(post))
        if post.guild is not None and not post.is_bot and is_addressed(message, self.bot.account_id):
            await self._hear_asker(message, post)
        elif is_new:
            await self._hear(post, Trigger.WATCH)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        """A deleted message takes its answer with it."""
        self.proxies.deleted(event.message_id)
        await self.bot.following.deleted([event.message_id], place=(event.guild_id, event.channel_id))

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        """Many deleted messages take their answers with them."""
        self.proxies.deleted(*event.message_ids)
        await self.bot.following.deleted(event.message_ids, place=(event.guild_id, event.channel_id))

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """A deleted channel takes its answers with it, and those of its threads."""
        threads = getattr(channel, "threads", [])
        for place in (channel, *threads):
            await self.bot.following.place_deleted(place.id)

    @commands.Cog.listener()
    async def on_raw_thread_delete(self, event: discord.RawThreadDeleteEvent) -> None:
        """A deleted thread takes its answers with it."""
        await self.bot.following.place_deleted(event.thread_id)

    @commands.Cog.listener()
    async def on_raw_reaction_add(self, event: discord.RawReactionActionEvent) -> None:
        """A newspaper asks for a brief where the server wants to be asked so."""
        is_mine = event.user_id == self.bot.account_id
        if (event.emoji.name or "").rstrip("\ufe0f") not in ASKING or event.guild_id is None or is_mine:
            return
        settings = await self.bot.parts.settings_cache.settings(event.guild_id)
        roles = frozenset(role.id for role in event.member.roles) if event.member else frozenset[int]()
        if settings.style is not Style.REACTION or (event.member and event.member.bot):
            return
        if not may_ask(roles, settings):
            await self.bot.signs.show(event.channel_id, event.message_id, Sign.CLOSED)
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

    async def _as_said(self, post: Post, *, webhook: int | None) -> Post | None:
        """A message as the word of whoever said it; None where a proxy takes it and says it anew.

        A webhook's message that may be a member's waits for seconds, and so does that of a member who uses a proxy.
        """
        if post.guild is None:
            return post
        if webhook is not None:
            self.bot.accepting.marks.begin(post.channel, post.guild, post.id)
            return await self.proxies.spoken(post)
        self.proxies.wrote(post)
        if not self.proxies.is_used_by(post.author):
            return post
        self.bot.accepting.marks.begin(post.channel, post.guild, post.id)
        if not await self.proxies.takes(post):
            return post
        await self.bot.accepting.pass_over(post)
        return None

    async def _hear(self, post: Post, trigger: Trigger) -> None:
        findings = look_into(post)
        if findings.is_empty and trigger is Trigger.WATCH:
            await self.bot.accepting.pass_over(post)
        else:
            await self.bot.accepting.hear(Heard(post, findings), trigger)

    async def _hear_asker(self, message: discord.Message, post: Post) -> None:
        """Owe an answer to somebody who asked; who may not ask is told so at once."""
        findings = look_into(post)
        if await self._was_asked_so(post, findings):
            return
        settings = await self.bot.parts.settings_cache.settings(post.guild)
        about = await self._subject(message, post) if findings.is_empty else None
        heard = Heard(post, findings, about, may_ask=may_ask(post.roles, settings))
        if heard.may_ask:
            await self.bot.accepting.hear(heard, Trigger.MENTION)
        else:
            await answer_asker(self.bot.answering, self.bot.delivery, heard, reads_messages=self.bot.reads_messages)

    async def _subject(self, message: discord.Message, post: Post) -> Post | None:
        """What somebody asks about; where Discord is away, the message that is replied to, if it came along."""
        try:
            return await subject_of(self.bot, message, post.parent)
        except PassingRefusalError:
            resolved = message.reference.resolved if message.reference else None
            return post_of(resolved) if isinstance(resolved, discord.Message) else None

    async def _was_asked_so(self, post: Post, findings: Findings) -> bool:
        """Whether the message asked for the same before it was edited."""
        key, asked = f"asked:{post.id}", (findings.fingerprint or "nothing").encode()
        before = await self.bot.parts.cache.get(key)
        await self.bot.parts.cache.put(key, asked, seconds=limits.SEEN_SECONDS)
        return before == asked


def is_just_edited(message: discord.Message) -> bool:
    """Whether somebody edited a message in these seconds: other updates name its last edit again."""
    if message.edited_at is None:
        return False
    return abs(discord.utils.utcnow() - message.edited_at) <= timedelta(seconds=limits.EDIT_SECONDS)


async def setup(bot: BotClient) -> None:
    """Add the listeners."""
    await bot.add_cog(Watch(bot))
