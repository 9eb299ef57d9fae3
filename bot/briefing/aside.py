"""Work on long texts beside the event loop."""

import asyncio
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from config import limits

P = ParamSpec("P")
T = TypeVar("T")


async def aside(size: int, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """What a function gives: at once for few characters, else from a thread, so that no heartbeat waits.

    The function is pure, and safe in a thread.
    """
    if size <= limits.IN_LOOP_CHARACTERS:
        return function(*args, **kwargs)
    return await asyncio.to_thread(function, *args, **kwargs)
