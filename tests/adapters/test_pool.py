"""The pool of processes: a call that hangs, eats memory or dies is ended, and the others go on."""

import asyncio
import gc
import os
import resource
import signal
import sys
import threading
import time
from collections.abc import AsyncIterator
from contextlib import suppress

import psutil
import pytest
import pytest_asyncio

from bot.adapters.processes.pool import KillablePool
from bot.errors import BrokenOffError, ExtractionError, TooShortError
from config import limits
from tests.conftest import ROOT
from tests.support.calls import dies, double, eats, hangs, hangs_in_c, process_id, refuses, rests
from tests.support.patience import PATIENCE

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def pool() -> AsyncIterator[KillablePool]:
    """Two processes that are killed after a second of computing, eight on the clock, or 0.6 GB."""
    async with KillablePool(workers=2, call_seconds=1, wall_seconds=8, memory_bytes=600_000_000, preload=()) as running:
        yield running


async def test_call_runs_in_another_process(pool: KillablePool) -> None:
    """A call's result comes back from a process that is not this one."""
    assert await pool.run(double, 21) == 42
    assert await pool.run(process_id) != os.getpid()


async def test_process_looks_for_garbage_less_often_and_not_among_what_it_loaded(pool: KillablePool) -> None:
    """What was loaded is frozen, and a page's tree is not looked through at every few hundred objects."""
    assert (await pool.run(gc.get_threshold))[0] == limits.POOL_GARBAGE_OBJECTS
    assert await pool.run(gc.get_freeze_count) > 0


async def test_process_of_a_command_loads_what_reads_pages_alone() -> None:
    """A command's processes have read a page, and load nothing for writing or PDF files; the bot's have all of it."""
    few, all_of_them = [await _loaded_by(pool) for pool in ("DirectPool()", "KillablePool(workers=1)")]
    assert {"trafilatura", "babel.dates"} <= few & all_of_them  # Tables of a page's first reading among them.
    assert {"pypdf", "bot.domain.brief.builtin"} & few == set()
    assert {"pypdf", "bot.domain.brief.builtin"} <= all_of_them


async def _loaded_by(pool: str) -> set[str]:
    """What a pool's process has loaded where no other pool was before: all pools of a process share one server."""
    code = (
        "import asyncio, tests.support.calls as calls\n"
        "from bot.adapters.processes.direct_pool import DirectPool\n"
        "from bot.adapters.processes.pool import KillablePool\n"
        "async def main():\n"
        f"    async with {pool} as pool:\n"
        "        print(*sorted(await pool.run(calls.loaded, 0)))\n"
        "asyncio.run(main())\n"
    )
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", code, cwd=ROOT, stdout=asyncio.subprocess.PIPE)
    out, _ = await process.communicate()
    assert process.returncode == 0
    return set(out.decode().split())


async def test_error_of_a_call_is_handed_on(pool: KillablePool) -> None:
    """An error that the function raises comes back with its sentence."""
    with pytest.raises(TooShortError, match="only 3 words"):
        await pool.run(refuses)


async def test_call_that_hangs_is_killed(pool: KillablePool) -> None:
    """A call that waits without end ends soon after its time on the clock, and is not called its page's own fault."""
    hanging = asyncio.create_task(pool.run(hangs))
    await asyncio.sleep(0.1)
    assert await pool.run(double, 2) == 4
    assert not hanging.done()
    with pytest.raises(BrokenOffError):
        async with asyncio.timeout(PATIENCE):
            await hanging
    assert await pool.run(double, 3) == 6


async def test_call_that_only_waits_may_take_longer_than_one_that_computes() -> None:
    """A call that computes, in C code too, is killed after its time; a busy machine makes no page a hostile one."""
    async with KillablePool(workers=2, call_seconds=0.5, wall_seconds=120, preload=()) as pool:
        assert await pool.run(rests, 1.5) == 1.5
        hanging = asyncio.create_task(pool.run(hangs_in_c))
        await asyncio.sleep(0.1)
        assert await pool.run(double, 2) == 4
        with pytest.raises(ExtractionError):
            await hanging
        assert await pool.run(double, 4) == 8


async def test_call_that_eats_memory_is_ended(pool: KillablePool) -> None:
    """A call that asks for more memory than a process may have ends in our error, and the pool goes on."""
    with pytest.raises(ExtractionError):
        await pool.run(eats)
    assert await pool.run(double, 4) == 8


async def test_process_that_dies_is_replaced(pool: KillablePool) -> None:
    """A process that dies in C code takes its own call with it and nothing else."""
    with pytest.raises(ExtractionError):
        await pool.run(dies)
    assert await asyncio.gather(*(pool.run(double, number) for number in range(8))) == list(range(0, 16, 2))


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGKILL])
async def test_process_that_is_stopped_says_nothing_of_its_page(pool: KillablePool, sign: signal.Signals) -> None:
    """A host that stops a service signals all its processes: what they were reading can be read again."""
    with pytest.raises(BrokenOffError):
        await pool.run(signal.raise_signal, sign)
    assert await pool.run(double, 4) == 8


async def test_idle_process_that_dies_is_replaced(pool: KillablePool) -> None:
    """A process that is killed while it has no call, as for want of memory, takes nothing with it."""
    killed = await pool.run(process_id)
    psutil.Process(killed).kill()
    alive: set[int] = set()
    async with asyncio.timeout(PATIENCE):
        while len(alive) < 2:  # Until its death is noticed, the other process alone answers.
            with suppress(BrokenOffError):  # Those that were under way when it was noticed.
                alive.update(await asyncio.gather(*(pool.run(process_id) for _ in range(8))))
    assert killed not in alive
    assert await pool.run(double, 6) == 12


async def test_cancelled_call_frees_its_process(pool: KillablePool) -> None:
    """Cancelling waits for nobody: the process is killed and both are free again."""
    hanging = [asyncio.create_task(pool.run(hangs)) for _ in range(2)]
    await asyncio.sleep(0.1)
    for task in hanging:
        task.cancel()
    async with asyncio.timeout(PATIENCE):
        assert await pool.run(double, 5) == 10


async def test_closing_ends_calls_and_leaves_nothing() -> None:
    """Closing a pool ends the call that hangs in it at once and leaves neither processes nor threads."""
    threads = {thread.name for thread in threading.enumerate() if "asyncio" not in thread.name}
    async with KillablePool(workers=1, call_seconds=600, preload=()) as pool:
        worker = psutil.Process(await pool.run(process_id))
        hanging = asyncio.create_task(pool.run(hangs))
        await asyncio.sleep(0.1)
        begun = time.monotonic()
    with pytest.raises(BrokenOffError):
        await hanging
    with pytest.raises(BrokenOffError):
        await pool.run(double, 1)
    assert time.monotonic() - begun < PATIENCE
    assert not worker.is_running() or worker.status() == psutil.STATUS_ZOMBIE
    left = {thread.name for thread in threading.enumerate() if "asyncio" not in thread.name}
    assert left <= threads


async def test_closing_while_processes_start_says_nothing() -> None:
    """A pool that is closed before its second process has come up leaves not a word on standard error."""
    code = "import asyncio, tests.support.calls as c; asyncio.run(c.open_and_close())"
    for _ in range(2):
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", code, cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
        )
        assert await process.communicate() == (b"4\n" * 5, b"")


async def test_pool_that_is_not_used_starts_nothing() -> None:
    """Processes come with the first call: a command that needs none answers at once."""
    before = {process.pid for process in psutil.Process().children()}
    async with KillablePool(workers=2):
        assert {process.pid for process in psutil.Process().children()} == before


async def test_pool_that_could_not_start_is_started_anew() -> None:
    """A start without a free descriptor fails that call alone; the next one has a pool."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    async with KillablePool(1, preload=()) as pool:
        resource.setrlimit(resource.RLIMIT_NOFILE, (psutil.Process().num_fds(), hard))
        try:
            with pytest.raises(BrokenOffError):
                await pool.run(os.getpid)
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        assert await pool.run(os.getpid) != os.getpid()
