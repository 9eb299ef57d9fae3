"""The daily sweep of what is old and of servers that were left; refused deletions are tried again each minute."""

import logging

from discord.ext import commands

from cogs.shared.client import BotClient
from cogs.shared.scheduled import ScheduledJobs
from config import limits

log = logging.getLogger(__name__)


class Housekeeping(commands.Cog):
    """Looks each hour whether the day's sweep is done, over all processes."""

    def __init__(self, bot: BotClient) -> None:
        self.bot = bot
        self.scheduled_jobs = ScheduledJobs(bot, self.sweep, seconds=limits.SWEEP_LOOK_SECONDS, name="housekeeping")
        self.tidying = ScheduledJobs(bot, self.tidy, seconds=limits.TIDY_SECONDS, name="tidying")

    async def cog_load(self) -> None:
        """Begin."""
        self.scheduled_jobs.start()
        self.tidying.start()

    async def cog_unload(self) -> None:
        """Let a sweep under way end."""
        await self.scheduled_jobs.stop()
        await self.tidying.stop()

    async def sweep(self) -> None:
        """Note which servers the bot is in, and sweep if nobody has today. Raises StorageError."""
        store = self.bot.parts.store
        await store.note_servers({guild.id for guild in self.bot.guilds}, self._is_ours)
        today = f"sweep:{self.bot.parts.now().date()}"
        if await store.claim(today):
            gone = await store.sweep(keep_days=self.bot.parts.retention_days, left_days=limits.LEFT_DAYS)
            await self.bot.parts.budget.forget()
            await store.finish(today)
            log.info("the daily sweep deleted %d rows", gone)

    async def tidy(self) -> None:
        """Try again to delete what Discord refused to, and mend pointers that lead nowhere. Raises StorageError."""
        await self.bot.following.tidy()

    def _is_ours(self, guild: int) -> bool:
        """Whether a server is on a shard of this process, so that this process knows whether the bot is in it."""
        return (guild >> 22) % (self.bot.shard_count or 1) in self.bot.shards


async def setup(bot: BotClient) -> None:
    """Begin to keep house."""
    await bot.add_cog(Housekeeping(bot))
