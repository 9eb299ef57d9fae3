"""A clock for what Discord waits for, which does not count the time that a busy machine gives to others."""

import time
from pathlib import Path

# Linux says here how long this thread has been able to run and had no core, in nanoseconds, as the second number.
_WAITED = Path("/proc/thread-self/schedstat")


def awake() -> float:
    """Seconds on a clock that stands still while this thread waits for a core; a plain one where nobody tells.

    The bot runs in the local Discord's own thread. At Discord it would answer in time, however busy this machine is,
    unless it makes itself late; and that this clock counts.
    """
    try:
        waited = int(_WAITED.read_text(encoding="ascii").split()[1])
    except (OSError, ValueError, IndexError):
        waited = 0
    return time.monotonic() - waited / 1e9
