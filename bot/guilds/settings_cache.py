"""The settings of servers and who opted out, in this process's memory, fresh within a second of any change."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Self

from bot.errors import StorageError
from bot.ports import Store
from config import limits
from config.guild import GuildSettings

log = logging.getLogger(__name__)


class SettingsCache:
    """Remembers settings and forgets them when they change, in whichever process that is.

    An async context manager: while it is open it asks the store for changes, some times a second.

    Args:
        store: where settings are kept.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: OrderedDict[int, GuildSettings] = OrderedDict()
        self._opted_out: frozenset[int] = frozenset()
        self._mark = -1
        # Grows with each look at the store: what was asked for before a look may be older than the change it found.
        self._looks = 0
        self._watcher: asyncio.Task[None] | None = None
        self._closing = asyncio.Event()

    async def __aenter__(self) -> Self:
        self._mark, _ = await self._store.settings_changes(-1)
        self._opted_out = await self._store.opted_out()
        self._watcher = asyncio.create_task(self._watch(), name="settings: watch for changes")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # A look under way is waited for: a question to the database that is broken off leaves its connection open.
        self._closing.set()
        if self._watcher is not None:
            await self._watcher

    @property
    def opted_out(self) -> frozenset[int]:
        """Everybody who asked not to be answered."""
        return self._opted_out

    async def settings(self, guild: int | None) -> GuildSettings:
        """A server's settings; the defaults in direct messages. Raises StorageError."""
        if guild is None:
            return GuildSettings()
        known = self._known.get(guild)
        if known is not None:
            self._known.move_to_end(guild)
            return known
        looks = self._looks
        found = await self._store.settings(guild)
        if looks == self._looks:
            self._remember(guild, found)
        return found

    async def change(
        self, guild: int, user: int, setting: str, change: Callable[[GuildSettings], GuildSettings]
    ) -> GuildSettings:
        """Change a server's settings; this process knows at once, the others within a second. Raises StorageError."""
        after = await self._store.change_settings(guild, user, setting, change)
        self._remember(guild, after)
        return after

    async def opt_out(self, user: int, *, out: bool) -> None:
        """Answer a user's messages no more, or again. Raises StorageError."""
        await self._store.opt_out(user, out=out)
        self._opted_out = self._opted_out | {user} if out else self._opted_out - {user}

    def _remember(self, guild: int, settings: GuildSettings) -> None:
        self._known[guild] = settings
        self._known.move_to_end(guild)
        if len(self._known) > limits.SETTINGS_REMEMBERED:
            self._known.popitem(last=False)

    async def _watch(self) -> None:
        while not self._closing.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._closing.wait(), limits.SETTINGS_LOOK_SECONDS)
            try:
                await self._look()
            except StorageError:
                # What is remembered may be stale now, so it is asked for anew once the database answers.
                log.warning("the database did not answer when asked for changes of settings")
                self._known.clear()

    async def _look(self) -> None:
        mark, changed = await self._store.settings_changes(self._mark)
        self._looks += 1
        if mark == self._mark:
            return
        for guild in changed:
            self._known.pop(guild, None)
        if 0 in changed:
            self._opted_out = await self._store.opted_out()
        # Last, so that a look that failed is made again.
        self._mark = mark
