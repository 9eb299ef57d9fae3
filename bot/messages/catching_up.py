"""Reads back what was missed: after a start, a session that could not be resumed, or an outage of a server."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta

from bot.domain.values.work import id_at
from bot.ending import end
from bot.errors import DeliveryError, PassingRefusalError, StorageError
from bot.guilds.settings_cache import SettingsCache
from bot.messages.accepting import Accepting
from bot.messages.following import Following
from bot.messages.posts.messages import Channel, Messages, Seen
from bot.messages.posts.post import Heard, look_into
from bot.ports import Metrics, Store, WorkStore
from bot.urgency import Urgency, urgent
from config import limits
from config.guild import GuildSettings

log = logging.getLogger(__name__)


class CatchingUp:
    """Reads servers back, some at once, each channel with one request.

    1. A server's marks are held from the moment its session begins, so that what is heard now hides no gap.
    2. A watched channel whose newest message is above its mark, or that has answers of the last hour, is read back.
    3. What was missed goes the way of every message; who has an answer on record gets no second one.
    4. Answers whose message is gone go too; a message that was edited is taken as edited now.
    5. The server's marks move again. Where Discord or the database did not answer, the server is read back later.

    Args:
        accepting: takes messages.
        following: follows edits and deletions.
        messages: reads channels back.
        store: knows the settings' last change.
        work_store: knows the marks, and what was answered.
        settings_cache: the servers' settings.
        metrics: counts what was read back.
        now: the time in UTC.
    """

    def __init__(
        self,
        *,
        accepting: Accepting,
        following: Following,
        messages: Messages,
        store: Store,
        work_store: WorkStore,
        settings_cache: SettingsCache,
        metrics: Metrics,
        now: Callable[[], datetime],
    ) -> None:
        self._accepting = accepting
        self._following = following
        self._messages = messages
        self._store = store
        self._work_store = work_store
        self._settings_cache = settings_cache
        self._metrics = metrics
        self._now = now
        self._due: OrderedDict[int, None] = OrderedDict()
        self._under_way = 0
        self._woken = asyncio.Event()
        self._readers: list[asyncio.Task[None]] = []

    @property
    def is_busy(self) -> bool:
        """Whether servers are being read back."""
        return bool(self._due or self._under_way)

    def session_began(self, guilds: Collection[int]) -> None:
        """A session began that replays nothing: what was missed in its servers has to be read back."""
        for guild in guilds:
            self._accepting.marks.hold(guild)

    def guild_came(self, guild: int) -> None:
        """A server is there, with the newest message of each of its channels."""
        self._accepting.marks.hold(guild)
        self._due[guild] = None
        self._woken.set()

    async def start(self) -> None:
        """Begin to read servers back."""
        for number in range(limits.CATCH_UP_AT_ONCE):
            self._readers.append(asyncio.create_task(self._read_servers(), name=f"catching up {number}"))

    async def stop(self) -> None:
        """End; what has not been read back is read back after the next start."""
        readers, self._readers = self._readers, []
        await end(readers)

    async def _read_servers(self) -> None:
        while True:
            await self._woken.wait()
            if not self._due:
                self._woken.clear()
                continue
            guild, _ = self._due.popitem(last=False)
            self._under_way += 1
            try:
                await self.read_back(guild)
            except (PassingRefusalError, StorageError) as error:
                log.warning("server %s is read back later: %s", guild, error)
                await asyncio.sleep(limits.OWED_FIRST_WAIT)
                self._due[guild] = None
                self._woken.set()
            except Exception:
                log.exception("server %s could not be read back", guild)
                self._metrics.count("errors", where="catching up")
            finally:
                self._under_way -= 1

    async def read_back(self, guild: int) -> None:
        """Read a server's watched channels back. Raises PassingRefusalError and StorageError."""
        settings = await self._settings_cache.settings(guild)
        channels = [
            channel
            for channel in self._messages.channels(guild)
            if settings.watches(channel.id, channel.parent, channel.category)
        ]
        if channels:
            marks = await self._work_store.marks([guild])
            oldest = id_at(self._now() - timedelta(seconds=limits.CATCH_UP_SECONDS))
            answered = await self._work_store.answered_since(guild, oldest)
            watched_since = await self._watched_since(guild)
            for channel in channels:
                mark = marks.get(channel.id, marks.get(channel.parent or 0, watched_since))
                await self._read_channel(
                    guild, channel, settings, max(mark, oldest), answered.get(channel.id, frozenset())
                )
        self._accepting.marks.release(guild)

    async def _watched_since(self, guild: int) -> int:
        """A mark for channels that have none: since the settings changed last, they have been watched."""
        changes = await self._store.audit(guild, count=1)
        since = changes[0].at if changes else self._now()
        return id_at(since) - 1  # What is posted in the same millisecond is above the mark.

    async def _read_channel(
        self, guild: int, channel: Channel, settings: GuildSettings, floor: int, answered: Collection[int]
    ) -> None:
        newest = channel.newest
        if newest > floor or answered:
            try:
                with urgent(Urgency.LATER):
                    seen = await self._messages.latest(channel.id, count=limits.CATCH_UP_MESSAGES)
            except PassingRefusalError:
                raise
            except DeliveryError as error:
                log.warning("channel %s cannot be read back: %s", channel.id, error.reason or error)
                seen = ()
            self._metrics.count("read_back", len(seen))
            await self._follow(seen, answered)
            for one in seen:
                if one.post.id > floor and one.answers is None:
                    await self._hear(one, settings)
            newest = max([newest, *(one.post.id for one in seen)])
        self._accepting.marks.reached(channel.id, guild, newest)

    async def _follow(self, seen: Sequence[Seen], answered: Collection[int]) -> None:
        """Take away answers whose message is gone, within what was read back; take edited messages as edited now."""
        there = {one.post.id for one in seen}
        reach = min(there, default=0) if len(seen) >= limits.CATCH_UP_MESSAGES else 0
        gone = [message for message in answered if message >= reach and message not in there]
        if gone:
            await self._following.deleted(gone)
        for one in seen:
            if one.edited:
                findings = look_into(one.post)
                if await self._following.edited(one.post, findings):
                    await self._accepting.hear(Heard(one.post, findings))

    async def _hear(self, one: Seen, settings: GuildSettings) -> None:
        findings = look_into(one.post)
        if findings.is_empty:
            return
        post = await self._messages.with_roles(one.post) if settings.roles or one.post.may_embed is None else one.post
        await self._accepting.hear(Heard(post, findings))
