"""Several sources of one command: in order, and the next one under way while the first is waited for."""

import asyncio
from contextlib import aclosing

import pytest

from bot.cli.ahead import one_ahead
from bot.domain.values.article import Article
from bot.errors import TooShortError
from bot.ports import Progress
from config.limits import SOURCES_AT_ONCE
from tests.support.patience import PATIENCE

NAMES = ["a", "b", "c", "d"]


async def test_next_source_is_under_way_while_the_first_is_waited_for() -> None:
    """The first ends only when the second has begun; all come in their order, a few at a time."""
    begun = {name: asyncio.Event() for name in NAMES}
    running, most = 0, 0

    async def work(name: str, _tell: Progress) -> str:
        nonlocal running, most
        running += 1
        most = max(most, running)
        begun[name].set()
        if name == "a":
            await asyncio.wait_for(begun["b"].wait(), PATIENCE)
        await asyncio.sleep(0)
        running -= 1
        return name.upper()

    results = [await one.result(lambda *_: None) async for one in one_ahead(NAMES, work)]
    assert results == ["A", "B", "C", "D"]
    assert most == SOURCES_AT_ONCE


async def test_source_that_fails_fails_alone() -> None:
    """A fault is raised where its source's turn is, and the next ones go on."""

    async def work(name: str, _tell: Progress) -> str:
        if name == "b":
            raise TooShortError
        return name

    said = []
    async for one in one_ahead(NAMES, work):
        try:
            said.append(await one.result(lambda *_: None))
        except TooShortError:
            said.append("too short")
    assert said == ["a", "too short", "c", "d"]


async def test_stage_told_before_its_turn_is_told_again() -> None:
    """Whoever begins to wait hears the newest stage at once, and the later ones as they come."""

    async def work(name: str, tell: Progress) -> str:
        tell("fetching", None)
        tell("reading", None)
        await asyncio.sleep(0.01)
        tell("writing", None)
        return name

    heard: list[str] = []

    def tell(stage: str, _article: Article | None) -> None:
        heard.append(stage)

    async for one in one_ahead(["a"], work):
        await asyncio.sleep(0)
        await one.result(tell)
    assert heard == ["reading", "writing"]


async def test_work_ahead_is_broken_off_with_the_command() -> None:
    """What nobody waits for any more is cancelled."""
    stopped = asyncio.Event()

    async def work(name: str, _tell: Progress) -> str:
        if name == "a":
            raise ValueError("broken")
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            stopped.set()
            raise
        return name

    async def all_of_them() -> None:
        async with aclosing(one_ahead(NAMES, work)) as ahead:
            async for one in ahead:
                await asyncio.sleep(0)
                await one.result(lambda *_: None)

    with pytest.raises(ValueError, match="broken"):
        await all_of_them()
    assert stopped.is_set()
