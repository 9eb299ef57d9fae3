"""Work done in this process where nothing else waits for it and its input is plain text."""

import multiprocessing
from collections.abc import Callable
from contextlib import AsyncExitStack
from multiprocessing import forkserver
from types import TracebackType
from typing import TYPE_CHECKING, ParamSpec, Self, TypeVar

from bot.domain.values.article import Article
from bot.domain.values.draft import Draft
from config import limits

if TYPE_CHECKING:
    from bot.adapters.processes.pool import KillablePool

# What the processes load before the first call: pages are read in them, and what was read is written about here.
READING = ("__main__", "bot.adapters.processes.reader", "bot.adapters.processes.preload_pages")

P = ParamSpec("P")
T = TypeVar("T")


class DirectPool:
    """A `Pool` for a process with nothing else to do, such as a command of the terminal.

    Plain text up to a size is read right here, in a time that grows with its length alone; a second process would take
    longer to start than the reading takes. Whatever has a parser in it goes to a process that can be killed.
    """

    def __init__(self) -> None:
        self._behind: KillablePool | None = None
        self._stack = AsyncExitStack()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stack.__aexit__(kind, error, trace)

    def expect_pages(self) -> None:
        """Let the process that loads what pages need start now, while this one loads what it needs itself."""
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(list(READING))
        forkserver.ensure_running()

    async def run(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Call a function with arguments. Raises what it raises, and as `KillablePool.run`."""
        if args and _is_plain(args[0]):
            return function(*args, **kwargs)
        if self._behind is None:
            from bot.adapters.processes.pool import KillablePool  # noqa: PLC0415  # Plain text does without its library.

            self._behind = KillablePool(preload=READING)
            await self._stack.enter_async_context(self._behind)
        return await self._behind.run(function, *args, **kwargs)


def _is_plain(argument: object) -> bool:
    match argument:
        case str() | bytes():
            return len(argument) <= limits.DIRECT_CHARACTERS
        case Article(text=text):
            return len(text) <= limits.DIRECT_CHARACTERS
        case Draft():
            return True
        case _:
            return False
