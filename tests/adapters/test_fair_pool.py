"""The pool's processes are shared out among servers and members."""

import asyncio
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path
from typing import ParamSpec, TypeVar

import pytest
import pytest_asyncio

from bot.adapters.processes.fair_pool import FairPool
from bot.adapters.processes.pool import KillablePool
from bot.adapters.processes.reader import PooledReader
from bot.behalf import Behalf, on_behalf_of
from bot.domain.values.source import Page
from bot.errors import BusyError
from config import limits
from tests.support.calls import double, rests, rests_until
from tests.support.newsroom import page_of
from tests.support.patience import PATIENCE

P = ParamSpec("P")
T = TypeVar("T")

ANA, BEN, CLEO = Behalf(1, 11), Behalf(1, 12), Behalf(2, 13)
ANA_IN_PRIVATE = Behalf(None, 11)

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def processes() -> AsyncIterator[KillablePool]:
    """Three processes."""
    async with KillablePool(limits.POOL_PROCESSES, preload=()) as running:
        await asyncio.gather(*(running.run(rests, 0.05) for _ in range(limits.POOL_PROCESSES)))
        yield running


async def ask(pool: FairPool, whom: Behalf, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """Call on somebody's behalf."""
    with on_behalf_of(whom):
        return await pool.run(function, *args, **kwargs)


async def test_quick_page_beside_six_slow_ones_of_one_member() -> None:
    """Six pages of 5 MB of one member are read one at a time; another's page is read long before they are done."""
    story = "".join(f"<p>The harbour of Port Ellery closes for repair number {number}.</p>" for number in range(68_000))
    slow = Page("https://slow.example/story", "text/html", "utf-8", page_of("", head="").encode())
    body = slow.body.replace(b"</article>", story.encode() + b"</article>")[: limits.PAGE_BYTES]
    slow = Page(slow.url, slow.content_type, slow.charset, body)
    quick = Page("https://quick.example/story", "text/html", "utf-8", page_of().encode())
    async with FairPool() as pool:
        await pool.warm_up()
        reader = PooledReader(pool)

        async def read(whom: Behalf, page: Page) -> None:
            with on_behalf_of(whom):
                await reader.read_page(page)

        six = [asyncio.create_task(read(ANA, slow)) for _ in range(6)]
        await asyncio.sleep(0.1)
        await read(BEN, quick)
        await read(CLEO, quick)
        assert not six[2].done()
        for task in six:
            task.cancel()
        await asyncio.gather(*six, return_exceptions=True)


async def test_member_has_one_process_and_server_two(processes: KillablePool, tmp_path: Path) -> None:
    """However much a member or a server asks for, one process stays for the next member and one for the next server."""
    pool = FairPool(processes)
    go_on = tmp_path / "go on"
    whose = (ANA, ANA, BEN, BEN, Behalf(1, 14))
    calls = [asyncio.create_task(ask(pool, whom, rests_until, str(go_on))) for whom in whose]
    await asyncio.sleep(0.1)
    assert await ask(pool, CLEO, double, 2) == 4
    assert not any(call.done() for call in calls)
    go_on.touch()
    assert await asyncio.gather(*calls) == [1.0] * 5


async def test_members_and_servers_take_turns(processes: KillablePool) -> None:
    """Who asked once is served before what another asked for many times."""
    pool = FairPool(processes, processes=1)
    order: list[Behalf] = []

    async def call(whom: Behalf) -> None:
        await ask(pool, whom, rests, 0.01)
        order.append(whom)

    await asyncio.gather(*(call(whom) for whom in (ANA, ANA, ANA, ANA, BEN, BEN, CLEO, ANA_IN_PRIVATE)))
    assert set(order[:5]) == {ANA, BEN, CLEO, ANA_IN_PRIVATE}
    assert order[-1] == ANA


async def test_who_waits_too_long_is_told_that_the_bot_is_busy(processes: KillablePool, tmp_path: Path) -> None:
    """A call whose turn does not come says that the bot is busy, and nothing about the page; the line goes on."""
    pool = FairPool(processes, patience=0.2)
    go_on = tmp_path / "go on"
    first = asyncio.create_task(ask(pool, ANA, rests_until, str(go_on)))
    await asyncio.sleep(0.1)
    with pytest.raises(BusyError, match="busy with other pages"):
        await ask(pool, ANA, double, 1)
    go_on.touch()
    assert await first == 1.0
    assert await ask(pool, ANA, double, 3) == 6


async def test_line_is_bounded(processes: KillablePool, tmp_path: Path) -> None:
    """What waits may be large, so no more than a number of a member's calls wait; who leaves makes room."""
    pool = FairPool(processes)
    go_on = str(tmp_path / "go on")
    waiting = [asyncio.create_task(ask(pool, ANA, rests_until, go_on)) for _ in range(limits.POOL_LINE + 1)]
    await asyncio.sleep(0.1)
    with pytest.raises(BusyError):
        await ask(pool, ANA, double, 1)
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    async with asyncio.timeout(PATIENCE):
        assert await asyncio.gather(*(ask(pool, ANA, double, number) for number in range(5))) == [0, 2, 4, 6, 8]


def _leave(leaving: "asyncio.Task[int]", _: object) -> None:
    leaving.cancel()


async def test_turn_that_comes_as_its_caller_leaves_is_given_on(processes: KillablePool) -> None:
    """A call that is cancelled in the very moment of its turn leaves the process to the next."""
    pool = FairPool(processes, processes=1)
    for _ in range(30):
        first = asyncio.create_task(ask(pool, ANA, double, 1))
        second = asyncio.create_task(ask(pool, BEN, double, 2))
        await asyncio.sleep(0)
        first.add_done_callback(partial(_leave, second))
        await asyncio.gather(first, second, return_exceptions=True)
    async with asyncio.timeout(PATIENCE):
        assert await ask(pool, CLEO, double, 4) == 8
