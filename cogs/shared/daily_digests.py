"""Posts the digests that servers want posted by themselves: once a day, at their hour, by one process."""

import logging
from datetime import datetime, timedelta

import discord

from bot.errors import DeliveryError, PassingRefusalError
from bot.reports.digest import Due, due, gather, show_digest, zone_of
from bot.urgency import Urgency, urgent
from cogs.shared.audience import rooms_fit_for
from cogs.shared.client import BotClient
from config import limits
from config.guild import GuildSettings, from_json

log = logging.getLogger(__name__)

# Latest changes of settings among which one of the digest is looked for: more are not made in the hours it may be late.
CHANGES = 100


class DailyDigests:
    """Looks for digests that are due, of the servers on this process's shards."""

    def __init__(self, bot: BotClient) -> None:
        self._bot = bot
        self._rests: dict[str, datetime] = {}

    async def look(self) -> None:
        """Post every digest that is due and that no process has posted. Raises StorageError."""
        now = self._bot.parts.now()
        for id_, settings in await self._bot.parts.store.servers_with_digest():
            guild = self._bot.get_guild(id_)
            if guild is None or guild.unavailable or settings.digest is None:
                continue
            owed = due(id_, settings.digest, zone_of(settings), now)
            if owed is None or now < self._rests.get(owed.claim, now):
                continue
            # One that another process has claimed is looked at again when its claim has lapsed.
            self._rests[owed.claim] = now + timedelta(seconds=limits.CLAIM_SECONDS)
            if not await self._was_planned(id_, owed) or not await self._bot.parts.store.claim(owed.claim):
                continue
            if await self._post(guild, settings, settings.digest.channel, owed):
                await self._bot.parts.store.finish(owed.claim)
        self._rests = {claim: until for claim, until in self._rests.items() if until > now}

    async def _was_planned(self, guild: int, owed: Due) -> bool:
        """Whether the plan is older than the hour that has come: one that was just made begins the next day."""
        changes = await self._bot.parts.store.audit(guild, count=CHANGES)
        return not any(
            change.at > owed.at and from_json(change.before).digest != from_json(change.after).digest
            for change in changes
        )

    async def _post(self, guild: discord.Guild, settings: GuildSettings, channel: int, owed: Due) -> bool:
        """Post a digest; False where Discord takes it later."""
        place = guild.get_channel_or_thread(channel)
        if place is None:
            log.warning("the digest of server %s was not posted: channel %s is not there", guild.id, channel)
            return True
        lacking = self._bot.delivery.lacks(channel)
        if lacking:
            log.warning("the digest of server %s was not posted for lack of: %s", guild.id, ", ".join(lacking))
            return True
        digest = await gather(
            self._bot.parts.store,
            guild.id,
            since=owed.since,
            until=owed.at,
            zone=zone_of(settings),
            rooms=await rooms_fit_for(place),
        )
        if not digest.briefs:
            return True
        words = self._bot.parts.catalogues.words(settings.language or str(guild.preferred_locale))
        # Twenty-five characters: the hexadecimal number of a server has sixteen at the most.
        nonce = f"d{guild.id:x}{owed.at:%m%d%H%M}"
        try:
            with urgent(Urgency.LATER):
                await self._bot.delivery.send(channel, show_digest(digest, words), nonce=nonce)
        except DeliveryError as error:
            log.warning("the digest of server %s was not taken: %s", guild.id, error)
            return not isinstance(error, PassingRefusalError)
        self._bot.parts.metrics.count("answers", trigger="digest")
        return True
