"""`/config`: what a server's admins choose. Every answer is private and shows the resulting state."""

from dataclasses import replace

from discord import app_commands
from discord.app_commands import locale_str as _
from discord.ext import commands

from bot.domain.values.wish import Length
from bot.errors import UsageError
from bot.guilds.describing import Setting, language_of_briefs, show_settings
from bot.guilds.effects import (
    bots_effect,
    card_effect,
    everywhere_effect,
    language_effect,
    length_effect,
    limits_effects,
    proxies_effect,
    repeat_effect,
    sections_effect,
    signs_effect,
    style_effect,
    unwatch_effect,
    unwatch_everywhere_effect,
    watch_effect,
)
from bot.guilds.parsing import checked_repeat, not_watching, with_bots, with_limits, with_proxies, with_sections
from cogs.shared.client import Asked, BotClient
from cogs.shared.commands.channels import ChannelOption, Place, wider_than
from cogs.shared.commands.interactions import answer, defer, words_for
from cogs.shared.commands.languages import CHOICES, ORIGINAL, language_choices, means_original, read_language
from cogs.shared.configuring.buttons import AdminButton, ask_to_reset
from cogs.shared.configuring.changing import change, check_admin, confirm, style_in, threadless, troubles, unseen
from cogs.shared.configuring.checkup import check_up
from cogs.shared.configuring.forms import is_form, submit
from cogs.shared.configuring.groups import DigestGroup, DomainsGroup, RolesGroup
from cogs.shared.configuring.panel import PanelMenu, open_panel
from cogs.shared.permissions import ADD_REACTIONS
from config import limits
from config.guild import EVERYWHERE, CardSize, Section, Style


@app_commands.guild_only()
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.default_permissions(manage_guild=True)
class Configure(
    commands.GroupCog,
    group_name=_("config", name=True),
    group_description=_("Choose what the bot does in this server."),
):
    """Settings of a server, for members with Manage Server alone: see `check_admin`."""

    domains = DomainsGroup()
    roles = RolesGroup()
    digest = DigestGroup()

    def __init__(self, bot: BotClient) -> None:
        self.bot = bot

    async def interaction_check(self, interaction: Asked, /) -> bool:  # type: ignore[override]  # The bot is always this one.
        """Let admins pass."""
        return check_admin(interaction)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Asked) -> None:
        """A form of the panel is sent, whichever process opened it."""
        if is_form(interaction):
            await submit(interaction)

    @app_commands.command(name=_("watch", name=True), description=_("Answer links and articles in a channel."))
    @app_commands.rename(channel=_("channel", name=True), everywhere=_("everywhere", name=True))
    @app_commands.describe(
        channel=_("A channel with its threads, a forum, a thread, or a whole category."),
        everywhere=_("Watch every channel, including new ones."),
    )
    async def watch(
        self,
        interaction: Asked,
        channel: ChannelOption | None = None,
        everywhere: bool = False,
    ) -> None:
        """Watch a channel, a category or everything."""
        watched = _one_of(channel, everywhere=everywhere)
        settings = await change(interaction, Setting.WATCH, lambda old: old.watching(watched, since=interaction.id))
        words = words_for(interaction)
        effect = (
            everywhere_effect(settings.style, words)
            if channel is None
            else watch_effect(f"<#{channel.id}>", style_in(channel.type, settings), words)
        )
        warnings = troubles(interaction, settings, words, [watched])
        if channel is not None:
            warnings += unseen(self.bot, channel, words)
        await confirm(interaction, settings, effect, *warnings, shows=[Setting.WATCH])

    @app_commands.command(name=_("unwatch", name=True), description=_("Stop watching a channel."))
    @app_commands.rename(channel=_("channel", name=True), everywhere=_("everywhere", name=True))
    @app_commands.describe(
        channel=_("A watched channel, or one in a watched category."),
        everywhere=_("Watch only the channels that you chose by name."),
    )
    async def unwatch(
        self,
        interaction: Asked,
        channel: ChannelOption | None = None,
        everywhere: bool = False,
    ) -> None:
        """Watch a channel no more."""
        unwatched = _one_of(channel, everywhere=everywhere)
        wider = wider_than(channel, interaction.guild) if channel is not None else ()
        settings = await change(interaction, Setting.WATCH, lambda old: not_watching(old, unwatched, *wider))
        words = words_for(interaction)
        effect = unwatch_everywhere_effect(words) if channel is None else unwatch_effect(channel.id, words)
        await confirm(interaction, settings, effect, shows=[Setting.WATCH])

    @app_commands.command(name=_("language", name=True), description=_("Choose the language of briefs."))
    @app_commands.rename(language=_("language", name=True))
    @app_commands.describe(language=_("A language, or each article's own."))
    async def language(self, interaction: Asked, language: str) -> None:
        """Choose the briefs' language."""
        wanted = None if means_original(language) else read_language(language, str(interaction.locale))
        settings = await change(interaction, Setting.LANGUAGE, lambda old: replace(old, language=wanted))
        parts = self.bot.parts
        speaks = wanted in parts.catalogues.languages
        effect = language_effect(wanted, words_for(interaction), has_model=parts.has_model, speaks=speaks)
        await confirm(interaction, settings, effect, shows=[Setting.LANGUAGE])

    @language.autocomplete("language")
    async def complete_language(self, interaction: Asked, typed: str) -> list[app_commands.Choice[str]]:
        """Each article's own, and languages whose name or code begins with what is typed."""
        own = app_commands.Choice(name=language_of_briefs(None, words_for(interaction)), value=ORIGINAL)
        first = [own] if typed.strip().lower() in own.name.lower() or ORIGINAL.startswith(typed.strip().lower()) else []
        return [*first, *language_choices(typed, str(interaction.locale))][:CHOICES]

    @app_commands.command(name=_("length", name=True), description=_("Choose how long briefs are."))
    @app_commands.rename(length=_("length", name=True))
    @app_commands.describe(length=_("One, three or four sentences, with fewer or more actors and quotes."))
    @app_commands.choices(
        length=[
            app_commands.Choice(name=_("short"), value=Length.SHORT.value),
            app_commands.Choice(name=_("normal"), value=Length.NORMAL.value),
            app_commands.Choice(name=_("long"), value=Length.LONG.value),
        ]
    )
    async def length(self, interaction: Asked, length: str) -> None:
        """Choose how long briefs are."""
        settings = await change(interaction, Setting.LENGTH, lambda old: replace(old, length=Length(length)))
        effect = length_effect(settings.length, words_for(interaction))
        await confirm(interaction, settings, effect, shows=[Setting.LENGTH])

    @app_commands.command(name=_("sections", name=True), description=_("Choose which parts of a brief are shown."))
    @app_commands.rename(summary=_("summary", name=True), actors=_("actors", name=True), quotes=_("quotes", name=True))
    @app_commands.describe(
        summary=_("What happened, in a few sentences."),
        actors=_("Who is in the story, and what they do in it."),
        quotes=_("Who said what, word for word."),
    )
    async def sections(
        self,
        interaction: Asked,
        summary: bool | None = None,
        actors: bool | None = None,
        quotes: bool | None = None,
    ) -> None:
        """Show or hide parts; what is not named stays as it is."""
        wanted = {Section.SUMMARY: summary, Section.ACTORS: actors, Section.QUOTES: quotes}
        settings = await change(interaction, Setting.SECTIONS, lambda old: with_sections(old, wanted))
        effect = sections_effect(settings, words_for(interaction))
        await confirm(interaction, settings, effect, shows=[Setting.SECTIONS])

    @app_commands.command(
        name=_("card", name=True), description=_("Choose how much of a brief a channel sees at first.")
    )
    @app_commands.rename(size=_("size", name=True))
    @app_commands.describe(size=_("All of it, or the headline and one sentence."))
    @app_commands.choices(
        size=[
            app_commands.Choice(name=_("full"), value=CardSize.FULL.value),
            app_commands.Choice(name=_("compact"), value=CardSize.COMPACT.value),
        ]
    )
    async def card(self, interaction: Asked, size: str) -> None:
        """Choose between full and compact cards."""
        settings = await change(interaction, Setting.CARD, lambda old: replace(old, card=CardSize(size)))
        effect = card_effect(settings.card, words_for(interaction))
        await confirm(interaction, settings, effect, shows=[Setting.CARD])

    @app_commands.command(
        name=_("style", name=True), description=_("Choose how links in watched channels are answered.")
    )
    @app_commands.rename(style=_("style", name=True))
    @app_commands.describe(style=_("With a reply, in a thread, or once somebody adds 📰."))
    @app_commands.choices(
        style=[
            app_commands.Choice(name=_("reply"), value=Style.REPLY.value),
            app_commands.Choice(name=_("thread"), value=Style.THREAD.value),
            app_commands.Choice(name=_("reaction"), value=Style.REACTION.value),
        ]
    )
    async def style(self, interaction: Asked, style: str) -> None:
        """Choose how a watched link is answered."""
        settings = await change(interaction, Setting.STYLE, lambda old: replace(old, style=Style(style)))
        words = words_for(interaction)
        warnings = [*troubles(interaction, settings, words), *threadless(interaction, settings, words)]
        await confirm(interaction, settings, style_effect(settings.style, words), *warnings, shows=[Setting.STYLE])

    @app_commands.command(
        name=_("bots", name=True), description=_("Choose whether bots and webhooks in a channel are answered.")
    )
    @app_commands.rename(channel=_("channel", name=True), answered=_("answered", name=True))
    @app_commands.describe(
        channel=_("A watched channel."), answered=_("Yes to answer what they post there, no to ignore it.")
    )
    async def bots(self, interaction: Asked, channel: ChannelOption, answered: bool) -> None:  # A command's option.
        """Answer bots in a channel, or leave them alone."""
        wider = wider_than(channel, interaction.guild)
        settings = await change(
            interaction, Setting.BOTS, lambda old: with_bots(old, channel.id, *wider, answered=answered)
        )
        effect = bots_effect(channel.id, words_for(interaction), answered=answered)
        await confirm(interaction, settings, effect, shows=[Setting.BOTS])

    @app_commands.command(
        name=_("proxies", name=True),
        description=_("Choose whether members who post through PluralKit or Tupperbox are answered."),
    )
    @app_commands.rename(channel=_("channel", name=True), answered=_("answered", name=True))
    @app_commands.describe(
        channel=_("A watched channel."), answered=_("Yes to answer what they post there, no to ignore it.")
    )
    async def proxies(self, interaction: Asked, channel: ChannelOption, answered: bool) -> None:  # A command's option.
        """Answer members who speak through a proxy in a channel, or leave them alone."""
        wider = wider_than(channel, interaction.guild)
        settings = await change(
            interaction, Setting.PROXIES, lambda old: with_proxies(old, channel.id, *wider, answered=answered)
        )
        effect = proxies_effect(channel.id, words_for(interaction), answered=answered)
        await confirm(interaction, settings, effect, shows=[Setting.PROXIES])

    @app_commands.command(
        name=_("signs", name=True), description=_("Choose whether a reaction shows why a watched link got no brief.")
    )
    @app_commands.rename(shown=_("shown", name=True))
    @app_commands.describe(shown=_("Mark a link that cannot be read with ⏳, 🔒 or ❓ for a few seconds."))
    async def signs(self, interaction: Asked, shown: bool) -> None:  # A command's option.
        """Show signs, or not."""
        settings = await change(interaction, Setting.SIGNS, lambda old: replace(old, signs=shown))
        words = words_for(interaction)
        may = interaction.app_permissions.add_reactions
        lacking = words.say(ADD_REACTIONS)
        warning = words.say("⚠ I lack {permissions} here, so I can show no signs.", permissions=lacking)
        effects = [signs_effect(words, shown=shown), "" if may or not shown else warning]
        await confirm(interaction, settings, *effects, shows=[Setting.SIGNS])

    @app_commands.command(
        name=_("limits", name=True), description=_("Limit how often I answer; “none” means no limit.")
    )
    @app_commands.rename(
        member=_("member", name=True),
        channel=_("channel", name=True),
        day=_("day", name=True),
        money=_("money", name=True),
    )
    @app_commands.describe(
        member=_("Briefs that a member may ask for in a minute, or none."),
        channel=_("Briefs that a channel gets in a minute, or none."),
        day=_("Briefs that the model writes for this server in a day, or none."),
        money=_("What the model may cost for this server in a day, or none."),
    )
    async def limits(  # A command's options are its arguments.
        self,
        interaction: Asked,
        member: str | None = None,
        channel: str | None = None,
        day: str | None = None,
        money: str | None = None,
    ) -> None:
        """Choose limits; what is not named stays as it is."""
        currency = words_for(interaction).currency
        settings = await change(
            interaction,
            Setting.LIMITS,
            lambda old: with_limits(old, member=member, channel=channel, day=day, money=money, currency=currency),
        )
        effects = limits_effects(settings, words_for(interaction), has_model=self.bot.parts.has_model)
        await confirm(interaction, settings, *effects, shows=[Setting.LIMITS])

    @app_commands.command(
        name=_("repeat", name=True), description=_("Choose how long a repeated article gets only a pointer.")
    )
    @app_commands.rename(hours=_("hours", name=True))
    @app_commands.describe(hours=_("Hours since the first brief in the channel; 0 for never."))
    async def repeat(self, interaction: Asked, hours: int) -> None:
        """Choose the window for repeats."""
        wanted = checked_repeat(hours)
        settings = await change(interaction, Setting.REPEAT, lambda old: replace(old, repeat_hours=wanted))
        await confirm(interaction, settings, repeat_effect(hours, words_for(interaction)), shows=[Setting.REPEAT])

    @app_commands.command(name=_("show", name=True), description=_("Show the settings and their latest changes."))
    async def show(self, interaction: Asked) -> None:
        """Show the state, and who changed what when."""
        guild = interaction.guild_id or 0
        settings = await self.bot.parts.settings_cache.settings(guild)
        changes = await self.bot.parts.store.audit(guild, count=limits.SHOWN_CHANGES)
        await answer(interaction, show_settings(settings, changes, words_for(interaction)), private=True)

    @app_commands.command(name=_("reset", name=True), description=_("Reset all settings to their defaults."))
    async def reset(self, interaction: Asked) -> None:
        """Ask whether it is meant."""
        settings = await self.bot.parts.settings_cache.settings(interaction.guild_id)
        await answer(interaction, ask_to_reset(settings, words_for(interaction)), private=True)

    @app_commands.command(
        name=_("check", name=True), description=_("Find out what keeps me from answering, and who can fix it.")
    )
    async def check(self, interaction: Asked) -> None:
        """Look at every watched channel."""
        await defer(interaction, private=True)
        await answer(interaction, await check_up(interaction), private=True)

    @app_commands.command(name=_("panel", name=True), description=_("Choose everything in one place."))
    async def panel(self, interaction: Asked) -> None:
        """Open the panel."""
        await open_panel(interaction)


def _one_of(channel: Place | None, *, everywhere: bool) -> int:
    """The id of the channel that was named, or what stands for all. Raises UsageError for both and for neither."""
    if (channel is not None) == everywhere:
        raise UsageError("Name a channel, or choose “everywhere”.")
    return channel.id if channel is not None else EVERYWHERE


async def setup(bot: BotClient) -> None:
    """Add the commands, and make their buttons and menus known."""
    await bot.add_cog(Configure(bot))
    bot.add_dynamic_items(AdminButton, PanelMenu)
