"""`/why`, `/usage` and `/status`: why it did not answer, what was used, and how the bot is."""

import re
from calendar import monthrange
from datetime import date
from math import isfinite

import discord
from discord import app_commands
from discord.app_commands import locale_str as _
from discord.ext import commands

import bot as program
from bot.domain.chat.view import Card, Text, View, escape
from bot.domain.values.spending import Spent
from bot.errors import LimitReachedError, UsageError
from bot.messages.posts.pasted import MessageLink, Pasted, read_pasted
from bot.messages.posts.post import Post
from bot.reports.usage import render_usage
from cogs.shared.client import Asked, BotClient
from cogs.shared.commands.interactions import answer, defer, tell, words_for
from cogs.shared.configuring.changing import check_admin
from cogs.shared.faults import discord_faults
from cogs.shared.messages import post_of, readable_message
from cogs.shared.reading_back import DiscordMessages

_MONTH = re.compile(r"(?P<year>20\d\d)-(?P<month>0[1-9]|1[0-2])")


class Operations(commands.Cog):
    """The commands."""

    def __init__(self, bot: BotClient) -> None:
        self.bot = bot
        self._messages = DiscordMessages(bot, lambda _: None)
        self.menu = app_commands.ContextMenu(name=_("Why no brief?", name=True), callback=self.why_message)
        self.menu.guild_only = True
        self.menu.allowed_installs = app_commands.AppInstallationType(guild=True, user=False)
        bot.tree.add_command(self.menu)

    async def cog_unload(self) -> None:
        """Take the menu along."""
        self.bot.tree.remove_command(self.menu.name, type=self.menu.type)

    @app_commands.command(name=_("why", name=True), description=_("Find out why a link or a message got no answer."))
    @app_commands.rename(what=_("what", name=True))
    @app_commands.describe(what=_("An article's link, or a message's link or number."))
    @app_commands.guild_only()
    @app_commands.allowed_installs(guilds=True, users=False)
    async def why(self, interaction: Asked, what: str) -> None:
        """Replay the gates."""
        await defer(interaction, private=True)
        pasted = read_pasted(what)
        place = pasted.message
        if place is None and what.strip().isdecimal():
            place = MessageLink(interaction.guild_id, interaction.channel_id or 0, int(what))
        if place is not None:
            message = await readable_message(interaction, place)
            await self._explain(interaction, await self._messages.with_roles(post_of(message)))
        else:
            await self._explain(interaction, _imagined(interaction, what, pasted))

    async def why_message(self, interaction: Asked, message: discord.Message) -> None:
        """Replay the gates for a message."""
        await defer(interaction, private=True)
        await self._explain(interaction, await self._messages.with_roles(post_of(message)))

    async def _explain(self, interaction: Asked, post: Post) -> None:
        words = words_for(interaction)
        verdict = await self.bot.why.explain(post, words)
        await tell(interaction, verdict.sentence(words))

    @app_commands.command(
        name=_("usage", name=True), description=_("What this server used in a month: briefs, tokens, money.")
    )
    @app_commands.rename(month=_("month", name=True))
    @app_commands.describe(month=_("A month such as 2026-11; this one by default."))
    @app_commands.guild_only()
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.default_permissions(manage_guild=True)
    async def usage(self, interaction: Asked, month: str | None = None) -> None:
        """Show the month."""
        check_admin(interaction)
        words = words_for(interaction)
        first = _first_day(month) if month else self.bot.parts.now().date().replace(day=1)
        last = first.replace(day=monthrange(first.year, first.month)[1])
        records = await self.bot.parts.store.usage(interaction.guild_id or 0, since=first, until=last)
        await answer(interaction, render_usage(records, words.month(first), words), private=True)

    @app_commands.command(name=_("status", name=True), description=_("Show the bot's state to its owner."))
    @app_commands.guild_only()
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.default_permissions()
    async def status(self, interaction: Asked) -> None:
        """Show servers, shards, cache and engine."""
        with discord_faults():
            owner = await self.bot.is_owner(interaction.user)
        if not owner:
            raise LimitReachedError("Only the owner of the bot can ask that.")
        spent = await self.bot.parts.budget.today()
        await answer(interaction, self._status(interaction, spent), private=True)

    def _status(self, interaction: Asked, spent: Spent) -> View:
        words, parts, waiting = words_for(interaction), self.bot.parts, self.bot.accepting.waiting
        # A shard that has heard no heartbeat yet has no latency.
        shards = [
            f"{number}: {round(latency * 1000)} ms" if isfinite(latency) else f"{number}: –"
            for number, latency in self.bot.latencies
        ]
        reads = words.say("yes") if self.bot.reads_messages else words.say("no: the message-content intent is off")
        lines = [
            f"### Nutgraf {program.__version__}",
            words.count("{number} server", "{number} servers", len(self.bot.guilds)),
            words.say("Shards: {shards}", shards=", ".join(shards)),
            words.say("Reads messages: {answer}", answer=reads),
            words.say("Briefs under way: {number}", number=words.number(parts.desk.under_way)),
            words.say(
                "Messages waiting for an answer: {number}; the oldest for {seconds} s",
                number=words.number(waiting.count),
                seconds=words.number(round(waiting.oldest)),
            ),
            words.say("Cache: {name}", name=parts.cache_name),
            words.say("Engine: {name}", name=escape(parts.engine)),
            words.say(
                "Written by the model today: {number}, for {money}",
                number=words.number(spent.briefs),
                money=words.money(spent.money),
            ),
        ]
        if parts.budget.is_reached(spent):
            lines.append(words.say("Today's budget for the model is spent: until midnight (UTC) I brief by rules."))
        return View((Card((Text("\n".join(lines)),)),))


def _imagined(interaction: Asked, typed: str, pasted: Pasted) -> Post:
    """The message that the asker would write here: the links that were found, plain; else what was typed."""
    user, place = interaction.user, interaction.channel
    urls = [*(f"||{link.url}||" if link.spoiler else link.url for link in pasted.links), *pasted.others]
    return Post(
        id=0,
        channel=interaction.channel_id or 0,
        parent=place.parent_id if isinstance(place, discord.Thread) else None,
        guild=interaction.guild_id,
        author=user.id,
        roles=frozenset(role.id for role in user.roles) if isinstance(user, discord.Member) else frozenset(),
        texts=("\n".join(urls) or typed,),
    )


def _first_day(month: str) -> date:
    found = _MONTH.fullmatch(month.strip())
    if found is None:
        raise UsageError("I read months such as 2026-11.")
    return date(int(found["year"]), int(found["month"]), 1)


async def setup(bot: BotClient) -> None:
    """Add the commands."""
    await bot.add_cog(Operations(bot))
