"""The figures of SECURITY.md, each measured by what the tests do."""

import asyncio
import ipaddress
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import cache

from bot.adapters.processes.fair_pool import FairPool
from bot.adapters.processes.reader import PooledReader
from bot.adapters.web.fetcher import HttpFetcher
from bot.behalf import Behalf, on_behalf_of
from bot.domain.chat.card import render
from bot.domain.values.source import Page
from bot.domain.values.wish import Length
from bot.errors import ElsewhereError, NutgrafError, UnreachableError
from bot.i18n.words import Words
from tests.adapters import test_hostile_articles, test_injections
from tests.fuzz.__main__ import fuzz
from tests.fuzz.harnesses import HARNESSES
from tests.naughty.pages import FIELDS, HostileModel, pages
from tests.naughty.strings import ALL
from tests.naughty.test_naughty import briefs_of, faults
from tests.security.addresses import addresses
from tests.security.bodies import bodies
from tests.worst.handlers import HANDLERS, Handler, take

TICK = 0.005


@dataclass(frozen=True, slots=True)
class Figure:
    """A row of the table: what was done how often, and what came of it."""

    tried: str
    times: int
    result: str


class Dialled:
    """Notes every connection of this process to an address that is not public, but for those of its own servers."""

    def __init__(self) -> None:
        self.private: list[str] = []
        self.on = False
        sys.addaudithook(self._heard)

    def _heard(self, event: str, arguments: Sequence[object]) -> None:
        if self.on and event == "socket.connect" and isinstance(arguments[1], tuple):
            with suppress(ValueError):
                address = ipaddress.ip_address(str(arguments[1][0]).partition("%")[0])
                if not address.is_global or address.is_multicast:
                    self.private.append(str(address))


@cache
def dialled() -> Dialled:
    """The one hook of this process: a hook is for ever."""
    return Dialled()


async def reached(tried: Sequence[str]) -> tuple[list[str], list[str]]:
    """Fetch addresses: those to which a connection was tried, and those for which no fault of ours was given."""
    hook = dialled()
    hook.private.clear()
    answered = []
    async with HttpFetcher() as fetcher:
        hook.on = True
        try:
            for address in tried:
                try:
                    await fetcher.fetch(address)
                except UnreachableError:
                    continue
                answered.append(address)
        finally:
            hook.on = False
    return list(hook.private), answered


@asynccontextmanager
async def lag() -> AsyncIterator[list[float]]:
    """How late the event loop was at each tick through this process, in seconds, while the context lasts.

    What other processes of a busy machine take is left out: a tick is no later than this process computed since the
    one before, in all its threads.
    """
    late: list[float] = []

    async def tick() -> None:
        while True:
            begun, computed = time.monotonic(), time.process_time()
            await asyncio.sleep(TICK)
            late.append(max(0.0, min(time.monotonic() - begun - TICK, time.process_time() - computed)))

    task = asyncio.create_task(tick())
    try:
        yield late
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def read_bodies(
    tried: Sequence[tuple[str, bytes]], worst: Sequence[Handler] = ()
) -> tuple[list[str], list[float]]:
    """Read bodies for six members, and give handlers their worst input meanwhile.

    Returns:
        What was raised and is no fault of ours, and how late the loop was.
    """
    odd: list[str] = []
    inputs = [(handler, given) for handler in worst for given in handler.inputs(handler.size)]
    for handler in worst:
        take(handler, next(handler.inputs(handler.size // 8)))  # What is loaded once is loaded at the start of the bot.
    async with FairPool() as pool:
        await pool.warm_up()
        reader = PooledReader(pool)

        async def read(member: int) -> None:
            for name, body in tried[member::6]:
                kind = "application/pdf" if body.startswith(b"%PDF") else "text/html"
                try:
                    with on_behalf_of(Behalf(member % 3, member)):
                        await reader.read_page(Page("https://news.example/town/quay", kind, None, body))
                except (NutgrafError, ElsewhereError):
                    continue
                except Exception as error:  # noqa: BLE001  # Whatever it is, it is what was looked for.
                    odd.append(f"{name}: {type(error).__name__}: {error}")

        async def handle() -> None:
            for handler, given in inputs:
                take(handler, given)
                await asyncio.sleep(0)

        async with lag() as late:
            await asyncio.gather(handle(), *(read(member) for member in range(6)))
    return odd, late


def strings() -> tuple[int, list[str]]:
    """Naughty texts in all fields of pages and of a model's answers: how many, and what any of them does."""
    model, briefs = HostileModel(), 0
    found: list[str] = []
    for body in pages():
        for _, brief in briefs_of(body, model):
            briefs += 1
            found += faults(render(brief, Words(), length=Length.LONG).texts, host="news.example")
    return len(ALL) * (FIELDS + 5), found if briefs else ["nothing was read"]


async def injections() -> tuple[int, str]:
    """Orders to a model, planted in articles, with models that obey: how many, and whether any is shown."""
    orders = [(order, language) for order in test_hostile_articles.ORDERS.values() for language in (None, "ro", "zh")]
    forms = list(test_hostile_articles.HIDDEN)
    try:
        await test_injections.test_nothing_that_is_planted_for_tools_is_told_as_news()
        for order, language in orders:
            await test_hostile_articles.test_model_that_obeys_an_article_gets_nothing_through(order, language)
        for form in forms:
            await test_hostile_articles.test_order_on_a_page_reaches_nobody(form)
    except AssertionError as error:
        return 0, f"shown: {error}"
    return len(list(test_injections.articles())) + len(orders) + len(forms), "0 shown"


async def measure(*, seconds_each: float) -> list[Figure]:
    """All figures. `seconds_each` is how long each harness fuzzes."""
    tried = list(addresses())
    private, answered = await reached(tried)
    hostile = list(bodies())
    odd, late = await read_bodies(hostile, HANDLERS)
    late.sort()
    count, shown = await injections()
    texts, done = strings()
    fuzzed = [fuzz(harness, seconds_each) for harness in HARNESSES]
    found = [fault for _, fault in fuzzed if fault]
    worst, high = late[-1] * 1000, late[int(len(late) * 0.99)] * 1000
    return [
        Figure("private addresses, in every spelling", len(tried), f"{len(private) + len(answered)} reached"),
        Figure("hostile bodies", len(hostile), f"{len(odd)} broke out of their process or raised what is not ours"),
        Figure(
            "ticks of the event loop meanwhile, with the worst input of every handler",
            len(late),
            f"late by {high:.0f} ms at the 99th percentile, {worst:.0f} ms at worst",
        ),
        Figure("orders planted for a model that obeys", count, shown),
        Figure("texts that would format, ping or link, by field", texts, f"{len(done)} did"),
        Figure("inputs drawn at random", sum(number for number, _ in fuzzed), f"{len(found)} faults"),
    ]


def table(figures: Sequence[Figure]) -> str:
    """The figures as a table of Markdown."""
    rows = [f"| {figure.tried} | {figure.times:,} | {figure.result} |" for figure in figures]
    return "\n".join(["| tried | how many | what came of it |", "| --- | --- | --- |", *rows])
