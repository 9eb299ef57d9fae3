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
    """It lies behind the plain clock by what the system says that this thread has waited."""
    first, plain = awake(), time.monotonic()
    waited = Path("/proc/thread-self/schedstat").read_text(encoding="ascii").split()[1]
    assert time.monotonic() - awake() >= int(waited) / 1e9 - 0.001
    assert awake() - first <= time.monotonic() - plain + 0.01
