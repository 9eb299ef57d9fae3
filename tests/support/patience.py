"""How long a test waits and how often it measures, so that a busy machine gives no other answer than an idle one."""

import asyncio
import functools
import inspect
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, TypeVar

PATIENCE = 120.0
"""Seconds that a test waits for what never comes before it fails; what comes is waited for no longer than it takes.

Pytest's own limit for a test is more than twice as long, so that a test fails with the sentence of its wait.
"""

# Seconds between the tries of a test that compares times.
_PAUSES = (0.1, 0.2, 0.5, 1.0, 2.0)

Test = TypeVar("Test", bound=Callable[..., Any])


async def until(
    holds: Callable[[], object | Awaitable[object]],
    what: str = "it",
    *,
    seconds: float = PATIENCE,
    every: float = 0.005,
) -> None:
    """Wait until something holds that tells of itself by no event.

    Args:
        holds: says whether it does; may be a coroutine function.
        what: what is waited for, for the failure's sentence.
        seconds: after how long the test fails.
        every: seconds between two looks.

    Raises:
        TimeoutError: it never held.
    """
    deadline = time.monotonic() + seconds
    while True:
        held = holds()
        if await held if inspect.isawaitable(held) else held:
            return
        if time.monotonic() > deadline:
            raise TimeoutError(f"waited {seconds} s for {what}")
        await asyncio.sleep(every)


def measured_again(test: Test) -> Test:
    """A test that compares times: it fails where it fails in each of six tries, ever further apart.

    What it compares with is measured anew in each, as a machine may be held up just between two measurings.
    The test must be one that can be run again on the same fixtures.
    """
    tried = _awaited if inspect.iscoroutinefunction(test) else _called
    return tried(test)  # type: ignore[return-value]  # It is called as the test is.


def _awaited(test: Callable[..., Awaitable[None]]) -> Callable[..., Awaitable[None]]:
    @functools.wraps(test)
    async def tried(*args: Any, **kwargs: Any) -> None:
        for pause in _PAUSES:
            with suppress(Exception):
                return await test(*args, **kwargs)
            await asyncio.sleep(pause)
        return await test(*args, **kwargs)

    return tried


def _called(test: Callable[..., None]) -> Callable[..., None]:
    @functools.wraps(test)
    def tried(*args: Any, **kwargs: Any) -> None:
        for pause in _PAUSES:
            with suppress(Exception):
                return test(*args, **kwargs)
            time.sleep(pause)
        return test(*args, **kwargs)

    return tried
