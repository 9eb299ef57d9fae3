"""The short form of `make soak`: one process that does all, killed in mid-work, with a real Redis and PostgreSQL."""

import asyncio
import signal

from tests.soak.stage import set_stage
from tests.support.patience import PATIENCE
from tests.support.town import TOO_MANY


async def test_nothing_is_lost_or_doubled_when_the_bot_is_killed() -> None:
    """Posts before, at and after a kill are answered, each once, while Redis is killed too."""
    async with set_stage(servers=4, shared_stores=True, workers=0, latency=0.3) as stage:
        (bot,) = stage.bots
        bot.start()
        await bot.until_ready(seconds=PATIENCE)
        for number in range(6):
            stage.post(number)
        await asyncio.sleep(0.5)
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
        assert stage.discord.too_many_requests <= TOO_MANY
