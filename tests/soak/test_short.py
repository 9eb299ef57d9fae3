"""The short form of `make soak`: one process that does all, killed in mid-work, with a real Redis and PostgreSQL."""

import asyncio
import re
import signal

import pytest

from playground.rest.api import Failure
from tests.soak.stage import set_stage
from tests.support.patience import PATIENCE
from tests.support.town import TOO_MANY

pytestmark = pytest.mark.long

# A process that was killed is taken for dead after moments.
QUICK = {"PROMISE_LEASE_SECONDS": 2.0, "PROMISE_LOOK_SECONDS": 0.5}


async def test_nothing_is_lost_or_doubled_when_the_bot_is_killed() -> None:
    """Posts before, at and after a kill are answered, each once, while Redis is killed too; so is a command that waits.

    The command shows "thinking …" when its process is killed, and the next process finishes it.
    """
    async with set_stage(servers=4, shared_stores=True, workers=0, latency=0.3, tuned=QUICK) as stage:
        (bot,) = stage.bots
        bot.start()
        await bot.until_ready(seconds=PATIENCE)
        held = Failure("PATCH", re.compile("/messages/@original$"), 503, 1, 20.0)
        stage.discord.api.failures.append(held)
        stage.command(0)
        for number in range(6):
            stage.post(number)
        async with asyncio.timeout(PATIENCE):
            while held.times:  # noqa: ASYNC110  # Another process rings no bell.
                await asyncio.sleep(0.05)
        assert stage.unfinished == [0]
        bot.end(signal.SIGKILL)
        await bot.wait()
        assert stage.redis is not None
        stage.redis.stop()
        for number in range(6, 10):
            stage.post(number)
        await asyncio.to_thread(stage.redis.start)
        bot.start()
        await bot.until_ready(seconds=PATIENCE)
        for number in range(10, 12):
            stage.post(number)
        await stage.until_answered(seconds=PATIENCE)
        await asyncio.sleep(0.5)
        assert stage.lost == []
        assert stage.doubled == []
        assert stage.unfinished == []
        answer = stage.commands[0].original
        assert answer is not None
        assert "approves plan" in answer.text
        assert stage.discord.too_many_requests <= TOO_MANY
