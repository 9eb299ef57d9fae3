"""Processes that can be killed: one hostile page neither delays a heartbeat nor outlives its limits."""

import asyncio
import contextlib
import gc
import logging
import multiprocessing
import resource
import signal
from collections.abc import Callable
from concurrent.futures import CancelledError as FutureCancelledError
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Any, ParamSpec, Self, TypeVar

from pebble import ProcessExpired, ProcessPool

from bot.errors import BrokenOffError, ExtractionError
from config import limits

P = ParamSpec("P")
T = TypeVar("T")
logger = logging.getLogger(__name__)

# Imported once in the process that the workers are forked from, so that a killed worker is replaced in milliseconds.
PRELOADED = ("__main__", "bot.adapters.processes.preload", "bot.adapters.processes.preload_pages")

# Signals by which a process dies of what it computes: its limit of time, and a parser's faults. Of any other, such as
# those with which a host stops a service or makes room, the page is no cause.
OWN_DOING = frozenset({signal.SIGPROF, signal.SIGSEGV, signal.SIGBUS, signal.SIGABRT, signal.SIGFPE, signal.SIGILL})


class KillablePool:
    """A pool of processes with limits of time and memory; an async context manager.

    Workers are forked from a server process that was started afresh and has imported what they need: neither the
    threads nor the sockets of the bot are copied into them. They start with the first call, so that a command that
    needs none of them, as most that fail, answers at once.

    Args:
        workers: number of processes.
        call_seconds: seconds of computing that one call may take before its process is killed.
        wall_seconds: seconds on the clock that it may take.
        memory_bytes: address space of one process.
        preload: modules to import before the first call.
    """

    def __init__(
        self,
        workers: int = 2,
        *,
        call_seconds: float = limits.POOL_CALL_SECONDS,
        wall_seconds: float = limits.POOL_WALL_SECONDS,
        memory_bytes: int = limits.POOL_MEMORY_BYTES,
        preload: tuple[str, ...] = PRELOADED,
    ) -> None:
        self._workers = workers
        self._call_seconds = call_seconds
        self._wall_seconds = wall_seconds
        self._memory_bytes = memory_bytes
        self._preload = preload
        self._open = False
        self._starting: asyncio.Task[ProcessPool] | None = None
        self._calls: set[asyncio.Future[Any]] = set()

    async def __aenter__(self) -> Self:
        self._open = True
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open = False
        if self._starting is not None:
            await _end(self._starting)
        for call in self._calls:
            if not call.done():  # The stopped pool forgets its calls; whoever waits for one is told.
                call.set_exception(BrokenOffError())

    async def warm_up(self) -> None:
        """Start the processes now, so that the first call need not wait for them."""
        await self.run(_nothing)

    async def run(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Call a module-level `function` with picklable arguments in a process of the pool.

        A cancelled call's process is killed.

        Raises:
            ExtractionError: the call broke its limit of computing or of memory, or a parser fell over it.
            BrokenOffError: its process died otherwise, it had no turn in time, or the pool was closed. Of the page that
                says nothing.
            Exception: whatever the function itself raised.
        """
        if not self._open:
            raise BrokenOffError
        try:
            async with asyncio.timeout(limits.POOL_PATIENCE_SECONDS):
                result: T = await self._call(function, *args, **kwargs)
                return result
        except FutureTimeoutError as error:
            # It computed too little to be hostile, or waited for its turn: the machine was busy or stood still.
            logger.warning("a call of %s had no time in %.0f seconds", function.__name__, self._wall_seconds)
            raise BrokenOffError from error
        except MemoryError as error:
            logger.warning("a call of %s took too much memory", function.__name__)
            raise ExtractionError from error
        except ProcessExpired as error:
            logger.warning("the process of a call of %s died: %s", function.__name__, error)
            raise (ExtractionError if -error.exitcode in OWN_DOING else BrokenOffError) from error
        except (BrokenProcessPool, FutureCancelledError) as error:
            logger.warning("a call of %s was lost with its pool: %s", function.__name__, error)
            raise BrokenOffError from error

    async def _call(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        if self._starting is None or _has_failed(self._starting):
            self._starting = asyncio.create_task(self._start(self._starting), name="start of the pool")
        # Whoever leaves meanwhile leaves the others a pool.
        try:
            pool = await asyncio.shield(self._starting)
        except OSError as error:  # No descriptors or processes left; the next call tries to start anew.
            raise BrokenProcessPool(str(error)) from error
        bounded = (self._call_seconds, function, args, kwargs)
        call = asyncio.wrap_future(pool.schedule(_within, args=bounded, timeout=self._wall_seconds))
        self._calls.add(call)
        call.add_done_callback(self._calls.discard)
        result: T = await call
        return result

    async def _start(self, failed: asyncio.Task[ProcessPool] | None) -> ProcessPool:
        if failed is not None:
            logger.warning("the pool of processes broke and is started anew")
            await _end(failed)
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(list(self._preload))
        pool = _SilentPool(
            max_workers=self._workers,
            max_tasks=limits.POOL_CALLS_PER_PROCESS,
            initializer=_begin_worker,
            initargs=(self._memory_bytes, self._preload),
            context=context,
        )
        # The first call starts the processes, which blocks: it is made in a thread.
        await asyncio.wrap_future(await asyncio.to_thread(pool.schedule, _nothing))
        return pool


class _SilentPool(ProcessPool):
    """pebble's pool, which takes the locks away from its workers before it stops them.

    A worker that is still starting then misses them and dies with a traceback on standard error. Here the workers are
    stopped first.
    """

    def _stop_pool(self) -> None:
        if self._pool_manager_loop is not None:
            self._pool_manager_loop.join()  # It starts workers.
        self._pool_manager.worker_manager.force_stop_workers()  # type: ignore[no-untyped-call]  # Untyped in pebble.
        super()._stop_pool()  # type: ignore[no-untyped-call]  # As above.


def _begin_worker(memory_bytes: int, preload: tuple[str, ...]) -> None:
    """Set a worker's limits. SIGTERM kills at once; pebble's own handler waits for C code to return."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with contextlib.suppress(ValueError, OSError):  # A lower limit that the system set already stands.
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    for module in preload:
        if module != "__main__":
            __import__(module)
    collect_seldom()


def collect_seldom() -> None:
    """Set a process to read many articles: what was loaded is no garbage, and a reading leaves little behind."""
    gc.freeze()  # What was loaded also stays in the memory that the workers share.
    gc.set_threshold(limits.POOL_GARBAGE_OBJECTS)


def _within(seconds: float, function: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]) -> T:
    """Call a function in a worker. The system ends the worker after so many seconds of computing, in C code too."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        return function(*args, **kwargs)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _nothing() -> None:
    """The call that starts the pool."""


def _has_failed(starting: asyncio.Task[ProcessPool]) -> bool:
    """Whether the pool did not start, or is broken: pebble gives up for good when a process dies that has no call."""
    return starting.done() and (starting.exception() is not None or not starting.result().active)


async def _end(starting: asyncio.Task[ProcessPool]) -> None:
    with contextlib.suppress(Exception):  # It never started, and whoever called was told: BrokenProcessPool, EMFILE.
        await asyncio.to_thread(_close, await starting)


def _close(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves this method untyped.
    pool.join()
