"""Ends tasks for certain."""

import asyncio
from collections.abc import Iterable
from typing import Any

from config import limits


async def end(tasks: Iterable[asyncio.Task[Any]]) -> None:
    """Cancel tasks and wait until they have ended; what they raise is nobody's.

    A client loses a cancellation that meets the answer which its command waits for, and its task goes on as if nothing
    had happened. So whoever has not ended after a moment is told again.
    """
    ending = set(tasks)
    left = {task for task in ending if not task.done()}
    while left:
        for task in left:
            task.cancel()
        _, left = await asyncio.wait(left, timeout=limits.CANCEL_AGAIN_SECONDS)
    await asyncio.gather(*ending, return_exceptions=True)
