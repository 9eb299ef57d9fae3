"""Faults in turn, drawn by chance: processes and stores that end or freeze, and a Discord that fails."""

import asyncio
import random
import re
import signal
from collections import Counter
from types import TracebackType
from typing import Self

from playground.rest.api import Failure
from tests.soak.stage import Bot, Stage

# Seconds that a frozen store stands still: longer than a command's time limit to Redis, shorter than a deploy.
FROZEN = 4.0
DOWN = 2.0

MESSAGES = re.compile(r"/channels/\d+/messages$")


class Chaos:
    """Lets something fail every few seconds while its context lasts; at its end everything runs again.

    Args:
        stage: what is let fail.
        draw: chance.
        every: seconds between two faults.

    Attributes:
        did: how often each fault was.
    """

    def __init__(self, stage: Stage, draw: random.Random, *, every: float) -> None:
        self.did: Counter[str] = Counter()
        self._stage = stage
        self._draw = draw
        self._every = every
        self._task: asyncio.Task[None] | None = None
        self._repairs: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._go_on(), name="chaos")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        await asyncio.gather(*self._repairs)

    async def _go_on(self) -> None:
        faults = [
            self._kill, self._stop, self._freeze_redis, self._freeze_postgres, self._kill_redis, self._kill_postgres,
            self._fail, self._drop,
        ]  # fmt: skip
        self._draw.shuffle(faults)
        number = 0
        while True:
            await asyncio.sleep(self._every)
            # Each in its turn, so that a short trial has seen every kind.
            fault = faults[number % len(faults)]
            number += 1
            self.did[fault.__name__.strip("_")] += 1
            repair = asyncio.create_task(fault())
            self._repairs.add(repair)
            repair.add_done_callback(self._repairs.discard)

    async def _kill(self) -> None:
        await self._end(self._draw.choice(self._stage.bots), signal.SIGKILL)

    async def _stop(self) -> None:
        await self._end(self._draw.choice(self._stage.bots), signal.SIGTERM)

    async def _end(self, bot: Bot, sign: signal.Signals) -> None:
        await bot.begin_anew(sign, after=DOWN)

    async def _freeze_redis(self) -> None:
        if self._stage.redis is not None:
            self._stage.redis.freeze()
            await asyncio.sleep(FROZEN)
            self._stage.redis.thaw()

    async def _kill_redis(self) -> None:
        if self._stage.redis is not None:
            self._stage.redis.stop()
            await asyncio.sleep(DOWN)
            await asyncio.to_thread(self._stage.redis.start)

    async def _freeze_postgres(self) -> None:
        if self._stage.postgres is not None:
            self._stage.postgres.freeze()
            await asyncio.sleep(FROZEN)
            self._stage.postgres.thaw()

    async def _kill_postgres(self) -> None:
        if self._stage.postgres is not None:
            self._stage.postgres.kill()
            await asyncio.sleep(DOWN)
            await asyncio.to_thread(self._stage.postgres.restart)

    async def _fail(self) -> None:
        for status in (429, 500, 503):
            self._stage.discord.api.failures.append(Failure("POST", MESSAGES, status, 3))

    async def _drop(self) -> None:
        self._stage.discord.service.gateway.drop()
