"""Channels as options of commands: those that can be watched."""

from collections.abc import Collection
from typing import Any

import discord
from discord import app_commands

from bot.errors import UsageError
from cogs.shared.client import Asked
from config.guild import EVERYWHERE, GuildSettings

Place = app_commands.AppCommandChannel | app_commands.AppCommandThread

# Where people write, and categories, which stand for the channels in them.
WATCHABLE: list[discord.ChannelType] = [
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.forum,
    discord.ChannelType.media,
    discord.ChannelType.voice,
    discord.ChannelType.stage_voice,
    discord.ChannelType.public_thread,
    discord.ChannelType.private_thread,
    discord.ChannelType.news_thread,
    discord.ChannelType.category,
]

# Where messages stand side by side: in a forum every message begins a post or belongs to one.
POSTABLE: list[discord.ChannelType] = [
    kind
    for kind in WATCHABLE
    if kind not in {discord.ChannelType.forum, discord.ChannelType.media, discord.ChannelType.category}
]


_THREADS = frozenset({10, 11, 12})
"""The types of threads."""


def wider_than(place: Place, guild: discord.Guild | None) -> tuple[int | None, ...]:
    """What a channel or thread is part of, the nearest first: the thread's channel, the channel's category."""
    if isinstance(place, app_commands.AppCommandThread):
        parent = guild.get_channel(place.parent_id) if guild else None
        return place.parent_id, parent.category_id if parent else None
    return (place.category_id,)


def channels_of(watched: Collection[int], guild: discord.Guild | None, settings: GuildSettings) -> list[int]:
    """The channels that entries of the watched ones stand for: categories and `EVERYWHERE` give theirs one by one."""
    found: dict[int, None] = {}
    for id_ in watched:
        place = guild.get_channel(id_) if guild else None
        if guild is None or (id_ != EVERYWHERE and not isinstance(place, discord.CategoryChannel)):
            found[id_] = None
            continue
        within = place.channels if isinstance(place, discord.CategoryChannel) else guild.channels
        for channel in within:
            is_place = channel.type is not discord.ChannelType.category
            if is_place and settings.watched_at(channel.id, channel.category_id) is not None:
                found[channel.id] = None
    return list(found)


def complete_threads(interaction: Asked) -> None:
    """Give the threads that a user chose what Discord leaves out of them: their owner and their counts.

    The library takes these for granted: without them it fails before any error handler hears of it.
    """
    data: Any = interaction.data or {}
    for place in data.get("resolved", {}).get("channels", {}).values():
        if place["type"] in _THREADS:
            for key in ("owner_id", "member_count", "message_count"):
                place.setdefault(key, 0)


class Watchable(app_commands.Transformer):
    """A channel or thread in which people post links."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """A channel."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """All, for Discord takes media channels as no type of an option; what is not watchable is refused in words."""
        return []

    async def transform(self, interaction: Asked, value: Place, /) -> Place:  # type: ignore[override]  # noqa: ARG002  # As the library calls it.
        """The channel as it was given. Raises UsageError for one in which nobody writes."""
        check_watchable(value)
        return value


def check_watchable(place: object) -> None:
    """Raise UsageError for a channel in which nobody posts anything that could be briefed."""
    if getattr(place, "type", None) not in WATCHABLE:
        raise UsageError("Nobody posts links in a channel of that kind, so I cannot watch it.")


ChannelOption = app_commands.Transform[Place, Watchable]


class Postable(Watchable):
    """A channel or thread in which a message can be posted by itself."""

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """Those of `POSTABLE`."""
        return POSTABLE


PostableOption = app_commands.Transform[Place, Postable]
