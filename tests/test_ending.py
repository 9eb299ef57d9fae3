import asyncio
import re

import pytest

from bot.ending import end
from config import limits
from tests.conftest import ROOT
from tests.support.patience import PATIENCE


async def test_task_that_loses_a_cancellation_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cancellation that meets the answer which a task waits for is lost; the task ends all the same."""
    monkeypatch.setattr(limits, "CANCEL_AGAIN_SECONDS", 0.01)
    lost = 0

    async def deaf() -> None:
        nonlocal lost
        while True:
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                lost += 1
                if lost > 2:
                    raise

    async def failing() -> None:
        raise ValueError("nobody's")

    tasks = [asyncio.create_task(deaf()), asyncio.create_task(failing())]
    await asyncio.sleep(0)
    async with asyncio.timeout(PATIENCE):
        await end(tasks)
    assert (lost, tasks[0].cancelled()) == (3, True)
    await end([])


def test_nobody_cancels_once_and_waits_for_ever() -> None:
    """No file of the bot cancels a task and then waits for it without a limit, but through `end`."""
    waits = re.compile(r"\.cancel\(\)\n(?:.*\n)?\s+await asyncio\.gather\(")
    files = [path for room in ("bot", "cogs") for path in (ROOT / room).rglob("*.py") if path.name != "ending.py"]
    assert [path.name for path in files if waits.search(path.read_text(encoding="utf-8"))] == []
