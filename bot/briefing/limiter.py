"""How often is answered: briefs a minute by member and channel, briefs and money a day by server."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.behalf import Behalf
from bot.domain.values.work import time_of
from bot.ports import Cache, Store
from config.guild import GuildSettings


class Limited(StrEnum):
    """Which limit of a minute is reached."""

    USER = "user"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks for a brief, and where; by which message, 0 for none that stands in a channel.

    Attributes:
        user: whom a brief is counted for. A bot is no member: what it posts is counted for its channel alone.
        is_bot: whether a bot asks.
        was_put_off: whether the channel's limit put the brief off before.
    """

    user: int
    channel: int
    guild: int | None
    message: int = 0
    is_bot: bool = False
    was_put_off: bool = False

    @property
    def behalf(self) -> Behalf:
        """On whose behalf the work is done, wherever they asked."""
        return Behalf(self.guild, self.user)


class Limiter:
    """Counts briefs that cost work; what the cache answers is free and is not counted.

    Args:
        cache: counts the minutes, for all processes that share it.
        store: knows what a server used today.
        now: the time in UTC.
    """

    def __init__(self, *, cache: Cache, store: Store, now: Callable[[], datetime]) -> None:
        self._cache = cache
        self._store = store
        self._now = now

    async def take(self, asker: Asker, settings: GuildSettings, *, of: str = "") -> Limited | None:
        """Count a brief; gives the limit that forbids it.

        `of` names its source: what a message asks for is counted once, however often its answer has to be tried.
        """
        counted = f"limit:of:{asker.message}:{of}"
        if asker.message and await self._cache.increment(counted, seconds=60, by=0):
            return None
        limited = await self._minute(asker, settings, by=1)
        if asker.message and limited is None:
            await self._cache.increment(counted, seconds=60)
        return limited

    async def would_stop(self, asker: Asker, settings: GuildSettings) -> Limited | None:
        """The limit that a brief would meet now; counts nothing."""
        return await self._minute(asker, settings, by=0)

    async def _minute(self, asker: Asker, settings: GuildSettings, *, by: int) -> Limited | None:
        # What was posted over a minute ago, and is only answered now, was posted within the limits of its own minute or
        # is bounded by how much is read back: counted now, it would be lost. What a channel's limit put off is counted.
        is_late = asker.message and self._now() - time_of(asker.message) > timedelta(seconds=60)
        free = {Limited.USER: is_late or asker.is_bot, Limited.CHANNEL: is_late and not asker.was_put_off}
        for limited, id_, most in (
            (Limited.USER, asker.user, settings.limits.user_minute),
            (Limited.CHANNEL, asker.channel, settings.limits.channel_minute),
        ):
            if most is not None and not free[limited]:
                count = await self._cache.increment(f"limit:{limited}:{asker.guild}:{id_}", seconds=60, by=by)
                if count + 1 - by > most:
                    return limited
        return None

    async def is_day_spent(self, guild: int, settings: GuildSettings) -> bool:
        """Whether a server's model has written as many briefs, or cost as much, as it may today (UTC)."""
        most = settings.limits
        if most.day_briefs is None and most.day_money is None:
            return False
        today = self._now().date()
        used = await self._store.usage(guild, since=today, until=today)
        briefs = sum(record.model_briefs for record in used)
        money = sum(record.cost for record in used)
        return (most.day_briefs is not None and briefs >= most.day_briefs) or (
            most.day_money is not None and money >= most.day_money
        )
