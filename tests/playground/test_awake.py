"""The clock of what Discord waits for."""

import sys
import time
from pathlib import Path

import pytest

from playground.rules.awake import awake


def test_time_that_the_program_takes_is_counted() -> None:
    """Computing and sleeping both pass on it; on a busy machine a thread may wait all the while of one sleep."""
    began, asleep = awake(), time.monotonic()
    assert any(_slept() >= 0.01 for _ in range(10))
    while time.monotonic() - asleep < 0.04:
        pass
    assert 0 < awake() - began <= time.monotonic() - asleep + 0.01


def _slept() -> float:
    """How far the clock went in a sleep of 20 milliseconds."""
    began = awake()
    time.sleep(0.02)
    return awake() - began


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says how long a thread waited for a core")
def test_time_that_a_thread_waits_for_a_core_is_not_counted() -> None:
    """It lies behind the plain clock by what the system says that this thread has waited, up to the time of asking."""
    began, waited = time.monotonic(), _waited()
    moment = awake()
    ended, waited_at_end = time.monotonic(), _waited()
    assert began - waited_at_end <= moment <= ended - waited
    assert awake() - moment <= time.monotonic() - began


def _waited() -> float:
    """Seconds that this thread has waited for a core, as the system tells it."""
    return int(Path("/proc/thread-self/schedstat").read_text(encoding="ascii").split()[1]) / 1e9
