"""Processes that can be killed: one hostile page neither delays a heartbeat nor outlives its limits."""

import asyncio
import contextlib
import logging
import multiprocessing
import resource
import signal
from collections.abc import Callable
from concurrent.futures import CancelledError as FutureCancelledError
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

from pebble import ProcessExpired, ProcessPool

from bot.errors import ExtractionError
from config import limits

P = ParamSpec("P")
T = TypeVar("T")
logger = logging.getLogger(__name__)

# Imported once in the process that the workers are forked from, so that a killed worker is replaced in milliseconds.
PRELOADED = ("__main__", "bot.domain.extract", "bot.domain.clean")


class KillablePool:
    """A pool of processes with limits of time and memory; an async context manager.

    Workers are forked from a server process that was started afresh and has imported what they need: neither the
    threads nor the sockets of the bot are copied into them.

    Args:
        workers: number of processes.
        call_seconds: seconds that one call may run before its process is killed.
        memory_bytes: address space of one process.
        preload: modules to import before the first call.
    """

    def __init__(
        self,
        workers: int = 2,
        *,
        call_seconds: float = limits.POOL_CALL_SECONDS,
        memory_bytes: int = limits.POOL_MEMORY_BYTES,
        preload: tuple[str, ...] = PRELOADED,
    ) -> None:
        self._workers = workers
        self._call_seconds = call_seconds
        self._memory_bytes = memory_bytes
        self._preload = preload
        self._pool: ProcessPool | None = None

    async def __aenter__(self) -> Self:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(list(self._preload))
        self._pool = ProcessPool(
            max_workers=self._workers,
            max_tasks=limits.POOL_CALLS_PER_PROCESS,
            initializer=_begin_worker,
            initargs=(self._memory_bytes, self._preload),
            context=context,
        )
        # The first call starts the processes, which blocks: it is made in a thread, once.
        first = await asyncio.to_thread(self._pool.schedule, _nothing)
        await asyncio.wrap_future(first)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        pool, self._pool = self._pool, None
        if pool is not None:
            await asyncio.to_thread(_close, pool)

    async def run(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Call a module-level `function` with picklable arguments in a process of the pool.

        A cancelled call's process is killed.

        Raises:
            ExtractionError: the call broke a limit of time or memory, or its process died.
            Exception: whatever the function itself raised.
        """
        if self._pool is None:
            raise RuntimeError("KillablePool is used outside of its context")
        future = self._pool.schedule(function, args=args, kwargs=kwargs, timeout=self._call_seconds)
        try:
            async with asyncio.timeout(limits.POOL_PATIENCE_SECONDS):
                result: T = await asyncio.wrap_future(future)
                return result
        except FutureTimeoutError as error:
            logger.warning("a call of %s took too long and was killed", function.__name__)
            raise ExtractionError from error
        except MemoryError as error:
            logger.warning("a call of %s took too much memory", function.__name__)
            raise ExtractionError from error
        except (ProcessExpired, BrokenProcessPool, FutureCancelledError) as error:
            logger.warning("the process of a call of %s died: %s", function.__name__, error)
            raise ExtractionError from error


def _begin_worker(memory_bytes: int, preload: tuple[str, ...]) -> None:
    """Set a worker's limits. SIGTERM kills at once; pebble's own handler waits for C code to return."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with contextlib.suppress(ValueError, OSError):  # A lower limit that the system set already stands.
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    for module in preload:
        if module != "__main__":
            __import__(module)


def _nothing() -> None:
    """The call that starts the pool."""


def _close(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves this method untyped.
    pool.join()
