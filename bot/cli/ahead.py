"""Several sources one after another, the next one under way while the first is waited for."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Generic, TypeVar

from bot.domain.values.article import Article
from bot.ports import Progress
from config import limits

T = TypeVar("T")


class UnderWay(Generic[T]):
    """Work on one source that has begun.

    Args:
        name: the source.
        work: does the work for a name, and tells its stages.
    """

    def __init__(self, name: str, work: Callable[[str, Progress], Awaitable[T]]) -> None:
        self.name = name
        self._told: tuple[str, Article | None] | None = None
        self._listener: Progress | None = None
        self._task = asyncio.ensure_future(work(name, self._tell))

    async def result(self, tell: Progress) -> T:
        """What the work gives, its stages told from the newest on. Raises what the work raised."""
        self._listener = tell
        if self._told is not None:
            tell(*self._told)
        return await self._task

    async def stop(self) -> None:
        """Break the work off."""
        self._task.cancel()
        with suppress(asyncio.CancelledError, Exception):  # Whoever stops it asks for no result.
            await self._task

    def _tell(self, stage: str, article: Article | None) -> None:
        self._told = (stage, article)
        if self._listener is not None:
            self._listener(stage, article)


async def one_ahead(
    names: Sequence[str], work: Callable[[str, Progress], Awaitable[T]]
) -> AsyncGenerator[UnderWay[T], None]:
    """The work on each of some sources, in order; a few are under way at once. Closing it breaks off what is ahead."""
    begun: deque[UnderWay[T]] = deque()
    left = deque(names)
    try:
        while left or begun:
            while left and len(begun) < limits.SOURCES_AT_ONCE:
                begun.append(UnderWay(left.popleft(), work))
            yield begun[0]
            begun.popleft()
    finally:
        for one in begun:
            await one.stop()
