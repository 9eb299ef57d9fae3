"""The forms that the panel opens: limits, domains and the digest."""

from dataclasses import replace
from typing import Any

import discord

from bot.errors import UsageError
from bot.guilds.describing import Setting, domains_effect, limits_effects
from bot.guilds.domains import warnings
from bot.guilds.parsing import (
    NONE,
    DomainLists,
    read_domain_list,
    read_hour,
    with_limits,
    with_lists,
)
from bot.guilds.zones import read_zone
from bot.i18n.words import Words
from cogs.shared.client import Asked
from cogs.shared.commands.channels import POSTABLE
from cogs.shared.commands.interactions import guarded, words_for
from cogs.shared.configuring.changing import change, check_admin, digest_effects
from cogs.shared.configuring.panel import put_panel
from config.guild import DigestPlan, GuildSettings

# Characters of a form's title and of a field's label, of what describes a field, and of its text: limits of Discord's.
TITLE_CHARACTERS = 45
DESCRIPTION_CHARACTERS = 100
FIELD_CHARACTERS = 4000

# Seconds that a form waits to be sent; Discord's client then says that something went wrong.
FORM_SECONDS = 3600.0


class Form(discord.ui.Modal):
    """A form of labelled fields."""

    def __init__(self, title: str) -> None:
        super().__init__(title=title[:TITLE_CHARACTERS], timeout=FORM_SECONDS)

    def field(self, label: str, component: discord.ui.Item[Any], description: str | None = None) -> None:
        """Add a field."""
        text, below = label[:TITLE_CHARACTERS], description and description[:DESCRIPTION_CHARACTERS]
        self.add_item(discord.ui.Label(text=text, component=component, description=below))


class LimitsForm(Form):
    """How often is answered."""

    def __init__(self, settings: GuildSettings, words: Words) -> None:
        super().__init__(words.say("Limits; “none” is no limit"))
        most = settings.limits
        price = None if most.day_money is None else f"{most.day_money:g}"
        self.fields = {
            "member": _line("member", most.user_minute),
            "channel": _line("channel", most.channel_minute),
            "day": _line("day", most.day_briefs),
            "money": _line("money", price),
        }
        self.field(words.say("Briefs for a member in a minute"), self.fields["member"])
        self.field(words.say("Briefs for a channel in a minute"), self.fields["channel"])
        self.field(words.say("Briefs by the model in a day"), self.fields["day"])
        self.field(words.say("Cost of the model in a day"), self.fields["money"])

    @guarded
    async def on_submit(self, interaction: Asked, /) -> None:
        """Set the limits."""
        check_admin(interaction)
        given = {name: field.value for name, field in self.fields.items()}
        currency = words_for(interaction).currency
        settings = await change(interaction, Setting.LIMITS, lambda old: with_limits(old, **given, currency=currency))
        effects = limits_effects(settings, words_for(interaction), has_model=interaction.client.parts.has_model)
        await put_panel(interaction, settings, effects)


class DomainsForm(Form):
    """Which domains are answered."""

    def __init__(self, settings: GuildSettings, words: Words) -> None:
        super().__init__(words.say("Domains"))
        allow, deny = "\n".join(settings.allow), "\n".join(settings.deny)
        if max(len(allow), len(deny)) > FIELD_CHARACTERS:
            raise UsageError("The lists are too long for a form; use /config domains export and import.")
        self.allow = _lines("allow", allow)
        self.deny = _lines("deny", deny)
        self.field(words.say("Allowed"), self.allow, words.say("A domain a line; nothing for all domains."))
        self.field(words.say("Denied"), self.deny, words.say("A domain a line; *.example.org is what is below it."))

    @guarded
    async def on_submit(self, interaction: Asked, /) -> None:
        """Set both lists."""
        check_admin(interaction)
        typed = (self.allow.value, self.deny.value)
        lists = DomainLists(*(read_domain_list(text) if text.strip() else () for text in typed))
        words = words_for(interaction)
        settings = await change(interaction, Setting.DOMAINS, lambda old: with_lists(old, lists, instead=True))
        await put_panel(interaction, settings, [domains_effect(settings, words), *warnings(settings, words)])


class DigestForm(Form):
    """The digest that is posted by itself."""

    def __init__(self, settings: GuildSettings, words: Words) -> None:
        super().__init__(words.say("Digest"))
        plan = settings.digest
        self.channel: discord.ui.ChannelSelect[Any] = discord.ui.ChannelSelect(
            custom_id="channel",
            channel_types=POSTABLE,
            min_values=0,
            max_values=1,
            required=False,
            default_values=[] if plan is None else [discord.SelectDefaultValue(id=plan.channel, type=_CHANNEL)],
        )
        self.hour = _line("hour", plan.hour if plan else 8)
        self.zone = _line("zone", plan.zone if plan else "UTC")
        self.field(words.say("Channel"), self.channel, words.say("None: I post no digest by myself."))
        self.field(words.say("Hour, 0 to 23"), self.hour)
        self.field(words.say("Time zone, such as Europe/Bucharest"), self.zone)

    @guarded
    async def on_submit(self, interaction: Asked, /) -> None:
        """Plan the digest, or drop the plan."""
        check_admin(interaction)
        plan = None
        if self.channel.values:
            plan = DigestPlan(self.channel.values[0].id, read_hour(self.hour.value), read_zone(self.zone.value))
        settings = await change(interaction, Setting.DIGEST, lambda old: replace(old, digest=plan))
        await put_panel(interaction, settings, digest_effects(interaction, settings))


_CHANNEL = discord.SelectDefaultValueType.channel


def _line(name: str, value: object) -> discord.ui.TextInput[Any]:
    text = NONE if value is None else str(value)
    return discord.ui.TextInput(custom_id=name, default=text, max_length=60)


def _lines(name: str, text: str) -> discord.ui.TextInput[Any]:
    style = discord.TextStyle.paragraph
    return discord.ui.TextInput(custom_id=name, style=style, default=text, required=False, max_length=FIELD_CHARACTERS)
