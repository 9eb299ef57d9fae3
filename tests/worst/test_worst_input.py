"""No input of a stranger's holds up the event loop."""

import contextlib
import gc
import time
from collections.abc import Callable, Coroutine
from types import SimpleNamespace

import pytest

from cogs.shared.audience import rooms_fit_for, rooms_for
from tests.support.growth import busy
from tests.support.servers import server
from tests.worst.handlers import HANDLERS, Handler, take

pytestmark = pytest.mark.long

# Seconds of computing that a handler may take on the machine where `busy()` is 1, and within which growth is noise.
MOST = 0.020
NOISE = 0.002

# How many times as long twice the input may take: what is sorted takes 2.1 times as long.
GROWTH = 2.2


def seconds(handler: Handler, given: object, *, rounds: int) -> float:
    """The least time of this thread that a handler took of several."""
    least = float("inf")
    gc.disable()
    try:
        for _ in range(rounds):
            started = time.thread_time()
            take(handler, given)
            least = min(least, time.thread_time() - started)
    finally:
        gc.enable()
    return least


def in_time(measured: Callable[[], float]) -> bool:
    """Whether one of up to ten measurings is within `MOST`, each beside how busy the machine is in that moment."""
    return any(measured() <= MOST * max(before, busy()) for before in (busy() for _ in range(10)))


@pytest.mark.parametrize("handler", HANDLERS, ids=lambda handler: handler.name)
def test_worst_input_takes_no_time_worth_mentioning(handler: Handler) -> None:
    """The worst input of each handler takes at most 20 ms in the loop, and half of it no less than near a half."""
    take(handler, next(handler.inputs(handler.size // 8)))  # What is loaded once is loaded at the start.
    whole, half = list(handler.inputs(handler.size)), list(handler.inputs(handler.size // 2))
    times = [seconds(handler, given, rounds=1) for given in whole]
    slowest = max(range(len(whole)), key=times.__getitem__)
    assert in_time(lambda: seconds(handler, whole[slowest], rounds=2)), repr(whole[slowest])[:100]
    least = least_half = float("inf")
    for _ in range(20):
        now, now_half = (seconds(handler, given[slowest], rounds=3) for given in (whole, half))
        least, least_half = min(least, now), min(least_half, now_half)
        if least <= max(NOISE, GROWTH * least_half) or now <= GROWTH * now_half:
            return
    pytest.fail(f"it grows faster than its input: {whole[slowest]!r:.100}")


def longest_step(work: Coroutine[object, None, object]) -> float:
    """Seconds of computing between two places at which a coroutine gives way to others."""
    longest = 0.0
    with contextlib.suppress(StopIteration):
        while True:
            started = time.thread_time()
            try:
                work.send(None)
            finally:
                longest = max(longest, time.thread_time() - started)
    return longest


def test_rooms_of_a_large_server_are_looked_at_one_by_one() -> None:
    """With as many roles and overwrites as Discord allows, each channel is a step of less than 20 ms."""
    roles = range(1, 251)
    guild, member = server(dict.fromkeys(roles, 66_560), [dict.fromkeys(roles, (1024, 0))] * 20)
    place = guild.text_channels[0]
    asked = SimpleNamespace(guild=guild, user=member, channel=place)
    assert in_time(lambda: longest_step(rooms_for(asked)))  # type: ignore[arg-type]  # All it asks for.
    assert in_time(lambda: longest_step(rooms_fit_for(place)))
