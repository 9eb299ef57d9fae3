"""Channels as options of commands: those that can be watched."""

import discord
from discord import app_commands

from cogs.shared.interactions import Asked

Place = app_commands.AppCommandChannel | app_commands.AppCommandThread


class Watchable(app_commands.Transformer):
    """A channel or thread in which people post links."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """A channel."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """Where people write. Media channels are left out: their posts are pictures."""
        return [
            discord.ChannelType.text,
            discord.ChannelType.news,
            discord.ChannelType.forum,
            discord.ChannelType.voice,
            discord.ChannelType.public_thread,
        ]

    async def transform(self, interaction: Asked, value: Place, /) -> Place:  # type: ignore[override]  # noqa: ARG002  # As the library calls it.
        """The channel as it was given."""
        return value


ChannelOption = app_commands.Transform[Place, Watchable]
