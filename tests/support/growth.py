"""How the time of some work grows with its input, measured so that a busy machine does not change the answer."""

import gc
import time
from collections.abc import Callable

_ROUNDS = 10

# Seconds that `_count(60_000)` took on a machine with nothing else to do.
_COUNTED = 0.012


def grows_linearly(work: Callable[[int], object], *, small: int, large: int) -> bool:
    """Whether `work(large)` takes about as many times as long as `work(small)` as its input is larger.

    What is compared is this thread's own CPU time, the best of up to ten rounds, without the collector of garbage,
    whose passes grow with the whole process and not with the work. Three times the proportion is allowed for: `large`
    is to be at least eight times `small`, and quadratic work then takes more than twice that.
    """
    assert large >= 8 * small
    bound = 3 * large / small
    least_small = least_large = float("inf")
    gc.collect()
    gc.disable()
    try:
        for _ in range(_ROUNDS):
            least_small = min(least_small, _seconds(work, small))
            least_large = min(least_large, _seconds(work, large))
            if least_large < bound * least_small:
                return True
    finally:
        gc.enable()
    return False


def _seconds(work: Callable[[int], object], size: int) -> float:
    started = time.thread_time()
    work(size)
    return time.thread_time() - started


def busy() -> float:
    """How many times slower than on the machine where times were set this one is just now; at least 1."""
    return max(1.0, min(_seconds(_count, 60_000) for _ in range(3)) / _COUNTED)


def _count(numbers: int) -> None:
    counted = {}
    for number in range(numbers):
        counted[str(number)] = number * number
