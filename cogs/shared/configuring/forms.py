"""The forms that the panel opens: limits, domains and the digest.

What is sent is heard by the form's custom id, not by the object that was opened: a form outlives a restart, and any
process of the bot answers it.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import discord

from bot.errors import UsageError
from bot.guilds.describing import Setting
from bot.guilds.domains import warnings
from bot.guilds.effects import domains_effect, limits_effects
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

Fields = Mapping[str, Sequence[str]]
"""What was sent, by the fields' custom ids: a text, or the ids that were chosen."""

LIMITS_FORM, DOMAINS_FORM, DIGEST_FORM = "nutgraf:form:limits", "nutgraf:form:domains", "nutgraf:form:digest"


class Form(discord.ui.Modal):
    """A form of labelled fields; `name` is its custom id."""

    def __init__(self, title: str, name: str) -> None:
        super().__init__(title=title[:TITLE_CHARACTERS], timeout=None, custom_id=name)
        # The client does not remember it.
        self.stop()

    def field(self, label: str, component: discord.ui.Item[Any], description: str | None = None) -> None:
        """Add a field."""
        text, below = label[:TITLE_CHARACTERS], description and description[:DESCRIPTION_CHARACTERS]
        self.add_item(discord.ui.Label(text=text, component=component, description=below))


class LimitsForm(Form):
    """How often is answered."""

    def __init__(self, settings: GuildSettings, words: Words) -> None:
        super().__init__(words.say("Limits; “none” is no limit"), LIMITS_FORM)
        most = settings.limits
        price = None if most.day_money is None else f"{most.day_money:g}"
        self.fields = {
            "member": _line("member", most.user_minute),
            "channel": _line("channel", most.channel_minute),
            "day": _line("day", most.day_briefs),
            "money": _line("money", price),
        }
        self.field(words.say("Briefs per member per minute"), self.fields["member"])
        self.field(words.say("Briefs per channel per minute"), self.fields["channel"])
        self.field(words.say("Model briefs per day"), self.fields["day"])
        self.field(words.say("Model cost per day"), self.fields["money"])


class DomainsForm(Form):
    """Which domains are answered."""

    def __init__(self, settings: GuildSettings, words: Words) -> None:
        super().__init__(words.say("Domains"), DOMAINS_FORM)
        allow, deny = "\n".join(settings.allow), "\n".join(settings.deny)
        if max(len(allow), len(deny)) > FIELD_CHARACTERS:
            raise UsageError("The lists are too long for a form; use /config domains export and import.")
        self.allow = _lines("allow", allow)
        self.deny = _lines("deny", deny)
        self.field(words.say("Allowed"), self.allow, words.say("A domain a line; nothing for all domains."))
        self.field(words.say("Denied"), self.deny, words.say("A domain a line; *.example.org is what is below it."))


class DigestForm(Form):
    """The digest that is posted by itself."""

    def __init__(self, settings: GuildSettings, words: Words) -> None:
        super().__init__(words.say("Digest"), DIGEST_FORM)
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
        self.field(words.say("Channel"), self.channel, words.say("None: there is no scheduled digest."))
        self.field(words.say("Hour, 0 to 23"), self.hour)
        self.field(words.say("Time zone, such as Europe/Bucharest"), self.zone)


# --- what is sent ---------------------------------------------------------------------------------------------------


def is_form(interaction: Asked) -> bool:
    """Whether an interaction is a form of the panel's that was sent."""
    data: Mapping[str, Any] = interaction.data or {}
    return interaction.type is discord.InteractionType.modal_submit and data.get("custom_id") in _SUBMITTED


@guarded
async def submit(interaction: Asked) -> None:
    """Do what a form of the panel's asks for that somebody sent."""
    check_admin(interaction)
    data: Mapping[str, Any] = interaction.data or {}
    await _SUBMITTED[data["custom_id"]](interaction, _fields(data))


async def _set_limits(interaction: Asked, fields: Fields) -> None:
    given = {name: _text(fields, name) for name in ("member", "channel", "day", "money")}
    currency = words_for(interaction).currency
    settings = await change(interaction, Setting.LIMITS, lambda old: with_limits(old, **given, currency=currency))
    effects = limits_effects(settings, words_for(interaction), has_model=interaction.client.parts.has_model)
    await put_panel(interaction, settings, effects)


async def _set_domains(interaction: Asked, fields: Fields) -> None:
    typed = (_text(fields, "allow"), _text(fields, "deny"))
    lists = DomainLists(*(read_domain_list(text) if text.strip() else () for text in typed))
    words = words_for(interaction)
    settings = await change(interaction, Setting.DOMAINS, lambda old: with_lists(old, lists, instead=True))
    await put_panel(interaction, settings, [domains_effect(settings, words), *warnings(settings, words)])


async def _set_digest(interaction: Asked, fields: Fields) -> None:
    """Plan the digest, or drop the plan."""
    plan = None
    if fields.get("channel"):
        plan = DigestPlan(int(fields["channel"][0]), read_hour(_text(fields, "hour")), read_zone(_text(fields, "zone")))
    settings = await change(interaction, Setting.DIGEST, lambda old: replace(old, digest=plan))
    await put_panel(interaction, settings, digest_effects(interaction, settings))


_SUBMITTED: Mapping[object, Callable[[Asked, Fields], Awaitable[None]]] = {
    LIMITS_FORM: _set_limits,
    DOMAINS_FORM: _set_domains,
    DIGEST_FORM: _set_digest,
}


def _fields(data: Mapping[str, Any]) -> Fields:
    sent = [label.get("component", {}) for label in data.get("components", ())]
    return {
        field["custom_id"]: field.get("values") or ([field["value"]] if "value" in field else [])
        for field in sent
        if "custom_id" in field
    }


def _text(fields: Fields, name: str) -> str:
    return next(iter(fields.get(name, ())), "")


_CHANNEL = discord.SelectDefaultValueType.channel


def _line(name: str, value: object) -> discord.ui.TextInput[Any]:
    text = NONE if value is None else str(value)
    return discord.ui.TextInput(custom_id=name, default=text, max_length=60)


def _lines(name: str, text: str) -> discord.ui.TextInput[Any]:
    style = discord.TextStyle.paragraph
    return discord.ui.TextInput(custom_id=name, style=style, default=text, required=False, max_length=FIELD_CHARACTERS)
