"""Channels as options of commands: those that can be watched."""

from typing import Any

import discord
from discord import app_commands

from cogs.shared.interactions import Asked

Place = app_commands.AppCommandChannel | app_commands.AppCommandThread

# Where people write. Media channels are left out: their posts are pictures.
WATCHABLE: list[discord.ChannelType] = [
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.forum,
    discord.ChannelType.voice,
    discord.ChannelType.public_thread,
]

# Where a message can stand by itself: in a forum every message begins a post or belongs to one.
POSTABLE: list[discord.ChannelType] = [kind for kind in WATCHABLE if kind is not discord.ChannelType.forum]


_THREADS = frozenset({10, 11, 12})
"""The types of threads."""


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
        """Those of `WATCHABLE`."""
        return WATCHABLE

    async def transform(self, interaction: Asked, value: Place, /) -> Place:  # type: ignore[override]  # noqa: ARG002  # As the library calls it.
        """The channel as it was given."""
        return value


ChannelOption = app_commands.Transform[Place, Watchable]


class Postable(Watchable):
    """A channel or thread in which a message can be posted by itself."""

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """Those of `POSTABLE`."""
        return POSTABLE


PostableOption = app_commands.Transform[Place, Postable]
