"""How urgent a request to Discord is, told along with the work that makes it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import IntEnum


class Urgency(IntEnum):
    """Answers go before signs of typing, and both before digests and what is read back."""

    ANSWER = 0
    TYPING = 1
    LATER = 2


_current: ContextVar[Urgency] = ContextVar("urgency", default=Urgency.ANSWER)


def urgency() -> Urgency:
    """How urgent the requests of this task are."""
    return _current.get()


@contextmanager
def urgent(level: Urgency) -> Iterator[None]:
    """Within it, this task's requests to Discord are so urgent."""
    before = _current.set(level)
    try:
        yield
    finally:
        _current.reset(before)
