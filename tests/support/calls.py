"""Calls for the pool's tests: they lie in a module of their own so that the pool's processes can import them."""

import os
import re
import signal
import sys
import time

from bot.adapters.processes.pool import KillablePool
from bot.errors import TooShortError


def double(number: int) -> int:
    """Twice the number."""
    return number * 2


def process_id() -> int:
    """The process that runs the call."""
    return os.getpid()


def refuses() -> None:
    """Raise an error with a field."""
    raise TooShortError("There are only {words} words.", words=3)


def rests(seconds: float) -> float:
    """Wait, and compute nothing."""
    time.sleep(seconds)
    return seconds


def rests_until(file: str) -> float:
    """Wait for a file, and compute nothing; gives 1.0."""
    while not os.path.exists(file):  # noqa: PTH110  # The pool's processes load as little as they can.
        time.sleep(0.01)
    return 1.0


def hangs() -> None:
    """Never come back."""
    while True:
        time.sleep(0.05)


def hangs_in_c() -> None:
    """Never come back from one call of C code that looks at no signal."""
    re.match(r"(a+)+$", "a" * 60 + "b")


def eats() -> int:
    """Ask for two gigabytes."""
    return len(bytearray(2_000_000_000))


def dies() -> None:
    """Die as a parser with a fault does."""
    os.kill(os.getpid(), signal.SIGSEGV)


async def open_and_close() -> None:
    """Open pools and close each while most of its processes are still starting."""
    for _ in range(5):
        async with KillablePool(workers=6, preload=()) as pool:
            print(await pool.run(double, 2), flush=True)  # noqa: T201  # The test reads it.


def loaded(_: int) -> frozenset[str]:
    """The names of all modules that the process has loaded."""
    return frozenset(sys.modules)
