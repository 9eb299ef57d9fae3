"""The clock of what Discord waits for."""

import sys
import time
from pathlib import Path

import pytest

from playground.rules.awake import awake


def test_time_that_the_program_takes_is_counted() -> None:
    """Computing and sleeping both pass on it."""
    began, asleep = awake(), time.monotonic()
    time.sleep(0.02)
    assert awake() - began >= 0.01
    while time.monotonic() - asleep < 0.04:
        pass
    assert 0 < awake() - began <= time.monotonic() - asleep + 0.01


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says how long a thread waited for a core")
def test_time_that_a_thread_waits_for_a_core_is_not_counted() -> None:
    """It lies behind the plain clock by what the system says that this thread has waited."""
    first, plain = awake(), time.monotonic()
    waited = Path("/proc/thread-self/schedstat").read_text(encoding="ascii").split()[1]
    assert time.monotonic() - awake() >= int(waited) / 1e9 - 0.001
    assert awake() - first <= time.monotonic() - plain + 0.01
