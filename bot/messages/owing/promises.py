"""Answers that were promised to commands: a process that ends in mid-work leaves them to the next one."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta

from bot.domain.values.work import Promised, time_of
from bot.ending import end
from bot.errors import StorageError
from bot.ports import Metrics, WorkStore
from config import limits

log = logging.getLogger(__name__)


class Promises:
    """Keeps what was promised until it is given.

    1. A promise is written down by ids as soon as Discord shows it, and struck out with the answer.
    2. While its process lives, it says so every few seconds; one that is silent is finished by another process.
    3. Discord takes the answer for fifteen minutes. After that the promise is let go, and nothing is shown.

    Args:
        work_store: keeps promises.
        metrics: counts what was finished for others.
        now: the time in UTC.

    Attributes:
        finish: gives an answer that another process had promised.
        can_finish: whether this process can; a server's channels are known to the process with its shard alone.
    """

    def __init__(self, *, work_store: WorkStore, metrics: Metrics, now: Callable[[], datetime]) -> None:
        self.finish: Callable[[Promised], Awaitable[None]] | None = None
        self.can_finish: Callable[[Promised], bool] = lambda _: True
        self._work_store = work_store
        self._metrics = metrics
        self._now = now
        self._here: set[int] = set()
        self._unwritten: dict[int, Promised] = {}
        self._looking: asyncio.Task[None] | None = None
        self._finishing: set[asyncio.Task[None]] = set()

    @property
    def is_busy(self) -> bool:
        """Whether answers that others promised are being given."""
        return bool(self._finishing)

    async def begin(self, promised: Promised) -> None:
        """An answer is promised. While the database is away, only this process knows; it writes it down later."""
        self._here.add(promised.id)
        self._unwritten[promised.id] = promised
        with suppress(StorageError):
            await self._write(promised)

    async def kept(self, id_: int) -> None:
        """An answer was given, or refused in words."""
        self._unwritten.pop(id_, None)
        if id_ in self._here:
            self._here.discard(id_)
            with suppress(StorageError):  # It is answered once more, in the same place.
                await self._work_store.promises_kept([id_])

    async def put_off(self, id_: int) -> None:
        """Discord did not take the answer just now: it is given once more in a moment, by any process."""
        if id_ in self._here and id_ not in self._unwritten:
            self._here.discard(id_)
            with suppress(StorageError):  # It is due soon in any case, as nobody renews it.
                await self._work_store.renew_promises([id_], due=self._due())

    def start(self) -> None:
        """Begin to look after promises."""
        self._looking = asyncio.create_task(self._look_after(), name="promises")

    async def stop(self) -> None:
        """End; what is promised and not given is left to others at once."""
        await end([task for task in (self._looking, *self._finishing) if task is not None])
        if self._here:
            with suppress(StorageError):
                await self._work_store.renew_promises(self._here, due=self._now())

    async def look(self) -> None:
        """Say what is worked at here, and finish what nobody works at. Raises StorageError."""
        for promised in tuple(self._unwritten.values()):
            await self._write(promised)
        if self._here:
            await self._work_store.renew_promises(self._here, due=self._due())
        finish = self.finish
        if finish is None:
            return
        for promised in await self._work_store.claim_promises(
            count=limits.PROMISES_AT_ONCE, until=self._due(), is_for_us=self._is_for_us
        ):
            if self._is_too_late(promised):
                await self._work_store.promises_kept([promised.id])
                continue
            self._here.add(promised.id)
            task = asyncio.create_task(self._finish(promised, finish), name="a promise is kept")
            self._finishing.add(task)
            task.add_done_callback(self._finishing.discard)

    async def _finish(self, promised: Promised, finish: Callable[[Promised], Awaitable[None]]) -> None:
        self._metrics.count("promises")
        try:
            await finish(promised)
        except Exception:
            log.exception("a promised answer could not be given")
        await self.kept(promised.id)

    async def _look_after(self) -> None:
        while True:
            try:
                await self.look()
            except StorageError:
                log.warning("the database did not answer when asked for what was promised")
            except Exception:
                log.exception("looking after promises failed")
                self._metrics.count("errors", where="promises")
            await asyncio.sleep(limits.PROMISE_LOOK_SECONDS)

    async def _write(self, promised: Promised) -> None:
        await self._work_store.promise(promised, due=self._due())
        self._unwritten.pop(promised.id, None)
        if promised.id not in self._here:  # It was kept in the meantime.
            await self._work_store.promises_kept([promised.id])

    def _is_for_us(self, promised: Promised) -> bool:
        return self._is_too_late(promised) or self.can_finish(promised)

    def _is_too_late(self, promised: Promised) -> bool:
        return self._now() - time_of(promised.id) > timedelta(seconds=limits.PROMISE_SECONDS)

    def _due(self) -> datetime:
        return self._now() + timedelta(seconds=limits.PROMISE_LEASE_SECONDS)
