"""`/config check`: what keeps the bot from answering in the watched channels, and who can mend it."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import discord

from bot.domain.chat.view import Button, Card, Row, Size, Space, Text, View, escape
from bot.errors import DeliveryError, GoneError
from bot.i18n.words import Words
from cogs.shared import permissions
from cogs.shared.client import Asked, BotClient
from cogs.shared.commands.channels import channels_of
from cogs.shared.commands.interactions import words_for
from cogs.shared.configuring.changing import PanelAction, permission_names, unread
from cogs.shared.faults import discord_faults
from config import limits
from config.guild import GuildSettings, Style


@dataclass(frozen=True, slots=True)
class Checkup:
    """What was found.

    Attributes:
        well: channels in which the bot can answer.
        lacking: what it lacks in the others, in Discord's own names.
        threadless: what it lacks to open threads, in channels where it replies instead.
        signless: channels in which it may not add the signs that are turned on.
        gone: watched channels that are deleted.
        hidden: threads that the bot cannot see.
        roles_gone: roles that may ask and are deleted.
        refused: by channel, why Discord did not take an answer of the last day, in its own words.
    """

    well: tuple[int, ...]
    lacking: dict[int, tuple[str, ...]]
    gone: tuple[int, ...]
    hidden: tuple[int, ...]
    roles_gone: tuple[int, ...]
    refused: dict[int, str]
    threadless: dict[int, tuple[str, ...]]
    signless: tuple[int, ...]


async def check_up(interaction: Asked) -> View:
    """What an admin is told of the watched channels."""
    bot, words = interaction.client, words_for(interaction)
    settings = await bot.parts.settings_cache.settings(interaction.guild_id)
    found = await look(bot, interaction.guild, settings)
    lines = _lines(found, settings, words, reads=bot.reads_messages)
    if (found.lacking or found.threadless or found.signless or found.hidden) and interaction.guild is not None:
        lines.append(_who_can_mend(interaction.guild, words))
    texts = Text("\n".join(_fitting(lines, words)))
    row = Row((Button(words.say("Forget what is deleted"), PanelAction.FORGET.custom_id),))
    forgettable = found.roles_gone or set(found.gone) & set(settings.watched)
    return View((Card((texts, row) if forgettable else (texts,)),))


async def look(bot: BotClient, guild: discord.Guild | None, settings: GuildSettings) -> Checkup:
    """Look at every watched channel and at the digest's, and at the roles."""
    planned = [settings.digest.channel] if settings.digest is not None else []
    well: list[int] = []
    lacking: dict[int, tuple[str, ...]] = {}
    threadless: dict[int, tuple[str, ...]] = {}
    signless: list[int] = []
    gone: list[int] = []
    hidden: list[int] = []
    watched = channels_of(settings.watched, guild, settings)
    for channel in dict.fromkeys([*watched, *planned]):
        await asyncio.sleep(0)  # A server has 500 channels.
        try:
            place = await _find(bot, channel)
        except DeliveryError as error:
            (gone if _is_unknown(error) else hidden).append(channel)
            continue
        in_threads = settings.style is Style.THREAD and channel in watched
        if lacks := permissions.lacking(place):
            lacking[channel] = lacks
        elif lacks := permissions.lacking(place, threads=in_threads):
            threadless[channel] = lacks
        elif settings.signs and channel in watched and not place.permissions_for(place.guild.me).add_reactions:
            signless.append(channel)
        else:
            well.append(channel)
    roles_gone = [role for role in settings.roles if guild is not None and guild.get_role(role) is None]
    yesterday = bot.parts.now() - timedelta(days=1)
    refusals = await bot.parts.work_store.refusals_in(watched, since=yesterday)
    refused = {channel: refusal.reason for channel, refusal in refusals.items()}
    return Checkup(
        well=tuple(well),
        lacking=lacking,
        gone=tuple(gone),
        hidden=tuple(hidden),
        roles_gone=tuple(roles_gone),
        refused=refused,
        threadless=threadless,
        signless=tuple(signless),
    )


async def _find(bot: BotClient, channel: int) -> discord.abc.GuildChannel | discord.Thread:
    """A channel; a thread that sleeps is not among those that the client knows. Raises DeliveryError."""
    place = bot.get_channel(channel)
    if place is None:
        # Discord takes fifty requests a second of a bot, and answers go before questions.
        await asyncio.sleep(limits.CHECK_PAUSE_SECONDS)
        with discord_faults():
            place = await bot.fetch_channel(channel)
    if isinstance(place, discord.abc.PrivateChannel):
        raise GoneError
    return place


def _is_unknown(error: DeliveryError) -> bool:
    return isinstance(error.__cause__, discord.NotFound)


def _lines(found: Checkup, settings: GuildSettings, words: Words, *, reads: bool) -> list[str]:
    """What was found, the troubles first."""
    lines = [] if reads or not settings.watched else [unread(words)]
    for channel, lacks in found.lacking.items():
        names = permission_names(lacks, words)
        lines.append(words.say("⚠ <#{channel}>: I lack {permissions}.", channel=channel, permissions=names))
    for channel, lacks in found.threadless.items():
        names = permission_names(lacks, words)
        told = words.say(
            "⚠ <#{channel}>: I lack {permissions}, so I reply there without a thread.",
            channel=channel,
            permissions=names,
        )
        lines.append(told)
    lines += [
        words.say(
            "⚠ <#{channel}>: I lack {permissions}, so I can show no signs there.",
            channel=channel,
            permissions=words.say(permissions.ADD_REACTIONS),
        )
        for channel in found.signless
    ]
    lines += [words.say("⚠ <#{channel}>: I cannot see it.", channel=channel) for channel in found.hidden]
    lines += [
        words.say(
            "⚠ <#{channel}>: Discord did not take an answer of the last day. Its own words: {reason}",
            channel=channel,
            reason=escape(reason),
        )
        for channel, reason in found.refused.items()
    ]
    for channel in found.gone:
        if channel in settings.watched:
            lines.append(words.say("⚠ A watched channel has been deleted (id {channel}).", channel=channel))
        else:
            lines.append(words.say("⚠ The digest's channel is deleted; choose another with /config digest daily."))
    if found.roles_gone:
        lines.append(_roles_gone(found, settings, words))
    if found.well:
        channels = " ".join(f"<#{channel}>" for channel in found.well)
        lines.append(words.say("Nothing is missing in: {channels}", channels=channels))
    return lines or [words.say("No channel is watched; begin with /config watch.")]


def _roles_gone(found: Checkup, settings: GuildSettings, words: Words) -> str:
    if len(found.roles_gone) == len(settings.roles):
        return words.say("⚠ Nobody may ask: every allowed role has been deleted.")
    return words.count(
        "⚠ {number} allowed role has been deleted.",
        "⚠ {number} allowed roles have been deleted.",
        len(found.roles_gone),
    )


def _who_can_mend(guild: discord.Guild, words: Words) -> str:
    """Who can give the bot what it lacks."""
    roles = [role for role in guild.roles if not role.managed and _may_mend(role.permissions)]
    owner = f"<@{guild.owner_id}>"
    if not roles:
        return words.say("The server's owner, {owner}, can mend it in the channel's settings.", owner=owner)
    return words.say(
        "Whoever has Manage Roles or Manage Channels can mend it in the channel's settings: {roles}, and the owner, "
        "{owner}.",
        roles=", ".join(role.mention for role in reversed(roles)),
        owner=owner,
    )


def _may_mend(held: discord.Permissions) -> bool:
    return held.administrator or held.manage_roles or held.manage_channels


def _fitting(lines: Sequence[str], words: Words) -> list[str]:
    """As many lines as a message holds; the last one, which says who can mend it, always."""
    last = lines[-1]
    space = Space(Size.of(last + words.count("{number} more line.", "{number} more lines.", 10_000)))
    told = [line for line in lines[:-1] if space.take(line)]
    left = len(lines) - 1 - len(told)
    more = [words.count("{number} more line.", "{number} more lines.", left)] if left else []
    return [*told, *more, last]
