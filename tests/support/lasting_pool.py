"""Processes that read pages for one test after the other: starting them takes longer than most tests."""

from types import TracebackType
from typing import Self

from bot.adapters.processes.pool import KillablePool


class LastingPool(KillablePool):
    """A pool that opens once, whoever opens it again, and closes when it is told to."""

    async def __aenter__(self) -> Self:
        return self if self._open else await super().__aenter__()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stay open."""

    async def close(self) -> None:
        """Stop the processes."""
        await super().__aexit__(None, None, None)
