"""Hears when sessions begin, so that what was missed is read back once their servers come (`bot/app/client.py`)."""

from discord.ext import commands

from cogs.shared.client import BotClient


class CatchUp(commands.Cog):
    """One listener."""

    def __init__(self, bot: BotClient) -> None:
        self.bot = bot

    @commands.Cog.listener()
    async def on_shard_connect(self, shard: int) -> None:
        """A session began: its servers come one after the other, and messages may come before them."""
        self.bot.catching_up.session_began([guild.id for guild in self.bot.guilds if guild.shard_id == shard])


async def setup(bot: BotClient) -> None:
    """Add the listeners."""
    await bot.add_cog(CatchUp(bot))
