"""On whose behalf work is done, told along with the work, so that one member's pages keep nobody else waiting."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Behalf:
    """A member of a server; `guild` is None in direct messages."""

    guild: int | None
    user: int


_current: ContextVar[Behalf | None] = ContextVar("behalf", default=None)


def behalf() -> Behalf | None:
    """On whose behalf this task works; None where nobody asked."""
    return _current.get()


@contextmanager
def on_behalf_of(whom: Behalf | None) -> Iterator[None]:
    """Within it, this task and those that it starts work on somebody's behalf."""
    before = _current.set(whom)
    try:
        yield
    finally:
        _current.reset(before)
