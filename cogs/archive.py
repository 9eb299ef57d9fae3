"""`/quotes`: what has been said in the articles of a server. `/digest`: what was briefed in a day or a week."""

import asyncio

import discord
from discord import app_commands
from discord.app_commands import Range
from discord.app_commands import locale_str as _
from discord.ext import commands

from bot.domain.chat.view import View, clip
from bot.errors import UsageError
from bot.i18n.marking import to_say
from bot.reports.digest import DigestSpan, gather, show_digest, zone_of
from bot.reports.quote_search import PATTERN, Period, Search, look_up, make_search, read_search
from cogs.shared.audience import Told, is_hidden_from, room_of, rooms_for
from cogs.shared.client import Asked, BotClient
from cogs.shared.commands.buttons import lasting_button
from cogs.shared.commands.channels import ChannelOption
from cogs.shared.commands.interactions import answer, defer, words_for
from cogs.shared.commands.languages import CHOICES
from cogs.shared.components import layout
from cogs.shared.daily_digests import DailyDigests
from cogs.shared.faults import discord_faults
from cogs.shared.scheduled import ScheduledJobs
from config import limits

# Characters of a choice's name, a limit of Discord's.
CHOICE_CHARACTERS = 100

PERIODS = {Period.TODAY: _("today"), Period.WEEK: _("the last 7 days"), Period.MONTH: _("the last 30 days")}
SPANS = {DigestSpan.DAY: _("the last day"), DigestSpan.WEEK: _("the last week")}

Speaker = Range[str, 1, limits.SEARCH_SPEAKER_CHARACTERS]
Typed = Range[str, 1, limits.SEARCH_WORDS_CHARACTERS]


async def _turn(interaction: Asked, search: Search) -> None:
    """Show a page of quotes in the place of the one before. The custom id has the whole search in it."""
    view = await page_of(interaction, search)
    with discord_faults():
        await interaction.response.edit_message(view=layout(view))


PageButton = lasting_button(PATTERN, read_search, _turn)


class Archive(commands.Cog):
    """What was said and briefed in a server. Each member is shown what they may see."""

    def __init__(self, bot: BotClient) -> None:
        self.bot = bot
        self.daily = DailyDigests(bot)
        self.scheduled_jobs = ScheduledJobs(bot, self.daily.look, seconds=limits.DIGEST_LOOK_SECONDS, name="digests")

    async def cog_load(self) -> None:
        """Begin to look for digests that are due."""
        self.scheduled_jobs.start()

    async def cog_unload(self) -> None:
        """Let a digest that is being posted be posted."""
        await self.scheduled_jobs.stop()

    @app_commands.command(
        name=_("quotes", name=True), description=_("Search who said what in the articles that were briefed here.")
    )
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.rename(
        speaker=_("speaker", name=True),
        words=_("words", name=True),
        when=_("when", name=True),
        since=_("since", name=True),
        until=_("until", name=True),
        channel=_("channel", name=True),
    )
    @app_commands.describe(
        speaker=_("Who said it."),
        words=_("Words that were said, or the beginning of one."),
        when=_("When it was briefed."),
        since=_("The first day, such as 2026-11-24."),
        until=_("The last day, such as 2026-11-30."),
        channel=_("The channel it was briefed in; by default all that you can see."),
    )
    @app_commands.choices(when=[app_commands.Choice(name=name, value=period) for period, name in PERIODS.items()])
    async def quotes(  # noqa: PLR0917  # A command's options are its arguments.
        self,
        interaction: Asked,
        speaker: Speaker | None = None,
        words: Typed | None = None,
        when: str | None = None,
        since: str | None = None,
        until: str | None = None,
        channel: ChannelOption | None = None,
    ) -> None:
        """Show the first page of what is found, in private."""
        await defer(interaction, private=True)
        settings = await self.bot.parts.settings_cache.settings(interaction.guild_id)
        today = self.bot.parts.now().astimezone(zone_of(settings)).date()
        if channel is not None:
            await _check_readable(interaction, channel)
        place = channel.id if channel else 0
        search = await asyncio.to_thread(make_search, speaker, words, when, since, until, today, channel=place)
        await answer(interaction, await page_of(interaction, search), private=True)

    @quotes.autocomplete("speaker")
    async def complete_speaker(self, interaction: Asked, typed: str) -> list[app_commands.Choice[str]]:
        """The speakers of quotes that the member may see, most quoted first."""
        rooms, guild = await rooms_for(interaction), interaction.guild_id or 0
        found = await self.bot.parts.store.speakers(guild, typed.strip(), rooms=rooms, count=CHOICES)
        return [
            app_commands.Choice(name=clip(name, CHOICE_CHARACTERS), value=name[: limits.SEARCH_SPEAKER_CHARACTERS])
            for name in found
        ]

    @app_commands.command(
        name=_("digest", name=True), description=_("List what was briefed in a channel in the last day or week.")
    )
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.rename(span=_("span", name=True), channel=_("channel", name=True))
    @app_commands.describe(
        span=_("The time covered; the last day by default."),
        channel=_("The channel; this one by default."),
    )
    @app_commands.choices(span=[app_commands.Choice(name=name, value=span) for span, name in SPANS.items()])
    async def digest(self, interaction: Asked, span: str | None = None, channel: ChannelOption | None = None) -> None:
        """Show the briefs of a channel, in private."""
        await defer(interaction, private=True)
        place = channel or interaction.channel
        if place is None or isinstance(place, _PRIVATE):
            raise UsageError(NOT_READABLE)
        await _check_readable(interaction, place)
        settings = await self.bot.parts.settings_cache.settings(interaction.guild_id)
        now = self.bot.parts.now()
        digest = await gather(
            self.bot.parts.store,
            interaction.guild_id or 0,
            channel=place.id,
            since=now - DigestSpan(span or DigestSpan.DAY).length,
            until=now,
            zone=zone_of(settings),
        )
        await answer(interaction, show_digest(digest, words_for(interaction)), private=True)


_PRIVATE = (discord.DMChannel, discord.GroupChannel)
NOT_READABLE = to_say("You may not read what was said in that channel.")


async def _check_readable(interaction: Asked, place: Told) -> None:
    """Raise UsageError for a channel of which the asker is told nothing where they ask."""
    if is_hidden_from(interaction, room_of(place)):
        raise UsageError("That channel is age-restricted; ask for what was briefed in it there.")
    if room_of(place) not in await rooms_for(interaction):
        raise UsageError(NOT_READABLE)


async def page_of(interaction: Asked, search: Search) -> View:
    """A page of quotes for the member who asks, from the channels that they may see now."""
    parts = interaction.client.parts
    return await look_up(
        search,
        parts.store,
        words_for(interaction),
        guild=interaction.guild_id or 0,
        rooms=await rooms_for(interaction),
        zone=zone_of(await parts.settings_cache.settings(interaction.guild_id)),
    )


async def setup(bot: BotClient) -> None:
    """Add the commands and make the buttons known."""
    bot.add_dynamic_items(PageButton)
    await bot.add_cog(Archive(bot))
