"""The job engine: docket, in this process's memory or on Redis. `bot.ports.Jobs`.

Docket pickles what it is given, and whoever may write to its Redis may run code in the workers: that Redis is private.
Here a job's arguments are one string of JSON, so that nothing but names, numbers and strings travels.
"""

import asyncio
import json
import logging
import uuid
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import timedelta
from types import TracebackType
from typing import Any, Self

from docket import Docket, Worker
from redis.exceptions import RedisError

from bot.ending import end
from bot.errors import QueueAwayError
from config import limits

log = logging.getLogger(__name__)

Do = Callable[[Mapping[str, Any]], Awaitable[None]]

NAME = "nutgraf-jobs"


class DocketJobs:
    """A `Jobs` on docket; an async context manager.

    Args:
        url: the Redis server, None for an engine in this process's memory.
        works_here: whether this process does jobs.
        at_once: how many it does at once.
    """

    def __init__(self, url: str | None, *, works_here: bool = True, at_once: int = limits.JOBS_AT_ONCE) -> None:
        self.is_embedded = url is None
        self.works_here = works_here
        self._at_once = at_once
        # Engines in memory are told apart by their addresses.
        self._url = url or f"memory://{uuid.uuid4().hex}"
        self._known: dict[str, Do] = {}
        self._docket: Docket | None = None
        self._opened = asyncio.Event()
        self._closing = asyncio.Event()
        self._engine: asyncio.Task[None] | None = None
        self._work: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._engine = asyncio.create_task(self._keep_open(), name="the job engine")
        with suppress(TimeoutError):
            await asyncio.wait_for(self._opened.wait(), limits.REDIS_SECONDS)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()
        self._closing.set()
        if self._engine is not None:
            _, late = await asyncio.wait({self._engine}, timeout=limits.REDIS_SECONDS)
            await end(late)

    def know(self, job: str, do: Do) -> None:
        """Let this process do jobs of a name."""
        self._known[job] = do
        if self._docket is not None:
            self._register(self._docket, job)

    async def add(self, job: str, key: str, arguments: Mapping[str, Any]) -> None:
        """Add a job; nothing happens where one under this key waits or runs. Raises QueueAwayError."""
        docket = self._docket
        if docket is None:
            raise QueueAwayError
        if job not in docket.tasks:
            self._register(docket, job)  # Another process knows it; the engine takes no name that it has not heard.
        try:
            async with asyncio.timeout(limits.REDIS_SECONDS):
                await docket.add(job, key=key)(json.dumps(arguments))
        except (RedisError, OSError, TimeoutError) as error:
            log.warning("the job engine does not answer: %s: %s", type(error).__name__, error)
            raise QueueAwayError from error

    async def start(self) -> None:
        """Begin to do jobs, where this process does any."""
        if self.works_here and self._work is None:
            self._work = asyncio.create_task(self._keep_working(), name="jobs")

    async def stop(self) -> None:
        """Take no more jobs, and end those under way; who comes next does them."""
        work, self._work = self._work, None
        if work is None:
            return
        # The first cancellation lets what is under way end; the second gives it back to the engine.
        for _ in range(2):
            work.cancel()
            done, _ = await asyncio.wait({work}, timeout=limits.CLOSE_SECONDS)
            if done:
                break

    def _register(self, docket: Docket, job: str) -> None:
        async def run(arguments: str) -> None:
            await self._known[job](json.loads(arguments))

        docket.register(run, names=[job])

    async def _keep_open(self) -> None:
        """Hold the engine open; a server that is away at the start is tried again."""
        while not self._closing.is_set():
            try:
                async with Docket(name=NAME, url=self._url, execution_ttl=timedelta(0)) as docket:
                    for job in self._known:
                        self._register(docket, job)
                    self._docket = docket
                    self._opened.set()
                    await self._closing.wait()
                    self._docket = None
            except (RedisError, OSError) as error:
                self._docket = None
                log.warning("the job engine could not be opened: %s: %s", type(error).__name__, error)
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._closing.wait(), limits.REDIS_PAUSE_SECONDS)

    async def _keep_working(self) -> None:
        me = asyncio.current_task()
        while self._work is me:
            await self._opened.wait()
            docket = self._docket
            if docket is None:
                await asyncio.sleep(limits.REDIS_PAUSE_SECONDS)
                continue
            worker = Worker(
                docket,
                name=uuid.uuid4().hex,
                concurrency=self._at_once,
                redelivery_timeout=timedelta(seconds=limits.JOB_LEASE_SECONDS),
                reconnection_delay=timedelta(seconds=limits.OWED_FIRST_WAIT),
                schedule_automatic_tasks=False,
            )
            try:
                async with worker:
                    await worker.run_forever()
            except (RedisError, OSError) as error:
                log.warning("jobs are not done for a moment: %s: %s", type(error).__name__, error)
                await asyncio.sleep(limits.OWED_FIRST_WAIT)
