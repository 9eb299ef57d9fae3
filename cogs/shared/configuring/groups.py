"""The groups of commands within `/config`: domains, roles and the digest."""

import asyncio
import io
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import discord
from discord import app_commands
from discord.app_commands import locale_str as _

from bot.domain.chat.view import Text, View
from bot.errors import UsageError
from bot.guilds.describing import Setting
from bot.guilds.domains import warnings
from bot.guilds.effects import domains_effect, roles_effect
from bot.guilds.parsing import (
    allowing,
    denying,
    read_domain_list,
    read_domains,
    read_hour,
    too_large,
    with_lists,
    with_role,
    without_domain,
    without_role,
    write_domains,
)
from bot.guilds.zones import find_zones, read_zone
from cogs.shared.client import Asked
from cogs.shared.commands.channels import PostableOption
from cogs.shared.commands.interactions import defer, words_for
from cogs.shared.commands.languages import CHOICES
from cogs.shared.components import layout
from cogs.shared.configuring.changing import AdminGroup, change, check_role, confirm, digest_effects
from cogs.shared.faults import discord_faults
from config import limits
from config.guild import DigestPlan, GuildSettings

FILE_NAME = "nutgraf-domains.txt"


class DomainsGroup(AdminGroup):
    """Which domains are answered."""

    def __init__(self) -> None:
        super().__init__(name=_("domains", name=True), description=_("Which domains I answer."))

    @app_commands.command(name=_("allow", name=True), description=_("Answer only allowed domains, and allow this one."))
    @app_commands.rename(domain=_("domain", name=True))
    @app_commands.describe(domain=_("Domains such as example.org, or *.example.org for what is below it."))
    async def allow(self, interaction: Asked, domain: str) -> None:
        """Allow a domain."""
        wanted = read_domain_list(domain)
        await self._confirm(interaction, await change(interaction, Setting.DOMAINS, lambda old: allowing(old, *wanted)))

    @app_commands.command(name=_("deny", name=True), description=_("Leave links to a domain alone."))
    @app_commands.rename(domain=_("domain", name=True))
    @app_commands.describe(domain=_("Domains such as example.org, or *.example.org for what is below it."))
    async def deny(self, interaction: Asked, domain: str) -> None:
        """Deny a domain."""
        wanted = read_domain_list(domain)
        await self._confirm(interaction, await change(interaction, Setting.DOMAINS, lambda old: denying(old, *wanted)))

    @app_commands.command(name=_("remove", name=True), description=_("Remove a domain from the lists."))
    @app_commands.rename(domain=_("domain", name=True))
    @app_commands.describe(domain=_("A domain on one of the lists."))
    async def remove(self, interaction: Asked, domain: str) -> None:
        """Neither allow nor deny a domain."""
        wanted = read_domain_list(domain)
        settings = await change(interaction, Setting.DOMAINS, lambda old: without_domain(old, *wanted))
        await self._confirm(interaction, settings)

    @remove.autocomplete("domain")
    async def complete_domain(self, interaction: Asked, typed: str) -> list[app_commands.Choice[str]]:
        """The domains of the lists that hold what is typed."""
        settings = await interaction.client.parts.settings_cache.settings(interaction.guild_id)
        found = [domain for domain in (*settings.allow, *settings.deny) if typed.strip().lower() in domain]
        # Discord takes choices of a hundred characters; what is longer is typed.
        return [app_commands.Choice(name=domain, value=domain) for domain in found if len(domain) <= 100][:CHOICES]  # noqa: PLR2004  # As said above.

    @app_commands.command(name=_("import", name=True), description=_("Load the lists of domains from a file."))
    @app_commands.rename(file=_("file", name=True), instead=_("instead", name=True))
    @app_commands.describe(
        file=_("Lines such as “allow example.org” and “deny *.example.org”."),
        instead=_("Replace the present lists instead of adding to them."),
    )
    async def import_(
        self,
        interaction: Asked,
        file: discord.Attachment,
        instead: bool = False,
    ) -> None:
        """Read the lists of a file."""
        if file.size > limits.DOMAINS_FILE_BYTES:
            raise too_large()
        await defer(interaction, private=True)
        with discord_faults():
            lists = await asyncio.to_thread(read_domains, await file.read())
        settings = await change(interaction, Setting.DOMAINS, lambda old: with_lists(old, lists, instead=instead))
        read = words_for(interaction).count(
            "I read {number} domain.", "I read {number} domains.", len(lists.allow) + len(lists.deny)
        )
        await self._confirm(interaction, settings, read)

    @app_commands.command(name=_("export", name=True), description=_("Download the lists of domains as a file."))
    async def export(self, interaction: Asked) -> None:
        """Give the lists as a file that `import` reads."""
        settings = await interaction.client.parts.settings_cache.settings(interaction.guild_id)
        words = words_for(interaction)
        if not settings.allow and not settings.deny:
            raise UsageError("There is no domain in the lists yet.")
        said = words.say("The lists as a file; /config domains import reads it.")
        shown = layout(View((Text(said),))).add_item(discord.ui.File(f"attachment://{FILE_NAME}"))
        file = discord.File(io.BytesIO(write_domains(settings)), FILE_NAME)
        with discord_faults():
            await interaction.response.send_message(view=shown, file=file, ephemeral=True)

    async def _confirm(self, interaction: Asked, settings: GuildSettings, *before: str) -> None:
        words = words_for(interaction)
        effects = [domains_effect(settings, words), *warnings(settings, words)]
        await confirm(interaction, settings, *before, *effects, shows=[Setting.DOMAINS])


class RolesGroup(AdminGroup):
    """Who may ask for briefs."""

    def __init__(self) -> None:
        super().__init__(name=_("roles", name=True), description=_("Which roles may ask for briefs."))

    @app_commands.command(
        name=_("add", name=True), description=_("Let only certain roles ask for briefs, and add this one.")
    )
    @app_commands.rename(role=_("role", name=True))
    @app_commands.describe(role=_("A role whose members are answered."))
    async def add(self, interaction: Asked, role: discord.Role) -> None:
        """Let a role ask."""
        check_role(role)
        settings = await change(interaction, Setting.ROLES, lambda old: with_role(old, role.id))
        await self._confirm(interaction, settings)

    @app_commands.command(name=_("remove", name=True), description=_("Stop letting a role ask."))
    @app_commands.rename(role=_("role", name=True))
    @app_commands.describe(role=_("A role that may ask now."))
    async def remove(self, interaction: Asked, role: discord.Role) -> None:
        """Take a role from the list."""
        settings = await change(interaction, Setting.ROLES, lambda old: without_role(old, role.id))
        await self._confirm(interaction, settings)

    @app_commands.command(name=_("everybody", name=True), description=_("Let everybody ask."))
    async def everybody(self, interaction: Asked) -> None:
        """Empty the list of roles."""
        await self._confirm(interaction, await change(interaction, Setting.ROLES, lambda old: replace(old, roles=())))

    async def _confirm(self, interaction: Asked, settings: GuildSettings) -> None:
        effect = roles_effect(settings, words_for(interaction))
        await confirm(interaction, settings, effect, shows=[Setting.ROLES])


class DigestGroup(AdminGroup):
    """The digest that is posted by itself."""

    def __init__(self) -> None:
        super().__init__(name=_("digest", name=True), description=_("Schedule a digest of the day's briefs."))

    @app_commands.command(name=_("daily", name=True), description=_("Post a digest in a channel every day."))
    @app_commands.rename(channel=_("channel", name=True), hour=_("hour", name=True), zone=_("zone", name=True))
    @app_commands.describe(
        channel=_("Where the digest is posted."),
        hour=_("The hour, 0 to 23."),
        zone=_("The time zone of that hour."),
    )
    async def daily(self, interaction: Asked, channel: PostableOption, hour: int, zone: str = "UTC") -> None:
        """Plan a digest."""
        plan = DigestPlan(channel.id, read_hour(str(hour)), read_zone(zone))
        settings = await change(interaction, Setting.DIGEST, lambda old: replace(old, digest=plan))
        await confirm(interaction, settings, *digest_effects(interaction, settings), shows=[Setting.DIGEST])

    @daily.autocomplete("zone")
    async def complete_zone(self, interaction: Asked, typed: str) -> list[app_commands.Choice[str]]:
        """Time zones with what is typed in their names, and what time it is there."""
        return zone_choices(typed, interaction.client.parts.now())

    @app_commands.command(name=_("off", name=True), description=_("Stop posting a digest."))
    async def off(self, interaction: Asked) -> None:
        """Drop the plan."""
        settings = await change(interaction, Setting.DIGEST, lambda old: replace(old, digest=None))
        await confirm(interaction, settings, *digest_effects(interaction, settings), shows=[Setting.DIGEST])


def zone_choices(typed: str, now: datetime) -> list[app_commands.Choice[str]]:
    """Time zones as choices, each with the time there."""
    found = find_zones(typed, count=CHOICES)
    return [app_commands.Choice(name=f"{zone} ({now.astimezone(ZoneInfo(zone)):%H:%M})", value=zone) for zone in found]
