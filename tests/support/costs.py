"""What work costs, counted."""

import cProfile
import gc
from collections.abc import Callable


def calls_of(work: Callable[[], object], *, builtins: bool = True) -> int:
    """How many functions `work` calls, without those by which what other tests left behind is collected."""
    profile = cProfile.Profile(builtins=builtins)
    gc.collect()
    gc.disable()
    try:
        profile.runcall(work)
    finally:
        gc.enable()
    return sum(entry.callcount for entry in profile.getstats())
