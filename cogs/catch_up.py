"""Hears when sessions begin and servers come, so that what was missed is read back."""

import discord
from discord.ext import commands

from cogs.shared.client import BotClient


class CatchUp(commands.Cog):
    """Listeners."""

    def __init__(self, bot: BotClient) -> None:
        self.bot = bot

    @commands.Cog.listener()
    async def on_shard_connect(self, shard: int) -> None:
        """A session began: its servers come one after the other, and messages may come before them."""
        self.bot.catching_up.session_began([guild.id for guild in self.bot.guilds if guild.shard_id == shard])

    @commands.Cog.listener()
    async def on_guild_available(self, guild: discord.Guild) -> None:
        """A server is there, after a start or an outage."""
        self.bot.catching_up.guild_came(guild.id)


async def setup(bot: BotClient) -> None:
    """Add the listeners."""
    await bot.add_cog(CatchUp(bot))
