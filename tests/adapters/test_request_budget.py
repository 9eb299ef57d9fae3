"""One budget of requests to Discord: in memory, and on a real Redis for several processes."""

import asyncio
import itertools
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from typing import Protocol

import pytest
from redis.asyncio import Redis

from bot.adapters.metrics import PrometheusMetrics
from bot.adapters.request_budget import MemoryRequestBudget, RedisRequestBudget, route_of
from bot.ports import RequestBudget
from bot.urgency import Urgency
from config import limits
from tests.support.patience import PATIENCE, measured_again
from tests.support.redis_server import RedisServer

PATH = "/api/v10/channels/175928847299117063/messages"
prefixes = (f"budget{number}:" for number in itertools.count())


@pytest.fixture(scope="module")
def server() -> Iterator[RedisServer]:
    """One Redis server for this module's tests."""
    with RedisServer() as running:
        yield running


@pytest.fixture(params=["memory", "redis"])
async def budgets(
    request: pytest.FixtureRequest, server: RedisServer
) -> AsyncIterator[tuple[RequestBudget, RequestBudget]]:
    """The budget of two processes; in memory both are one."""
    if request.param == "memory":
        one = MemoryRequestBudget(metrics=PrometheusMetrics())
        yield one, one
        return
    prefix = next(prefixes)
    pair = [RedisRequestBudget(server.url, metrics=PrometheusMetrics(), prefix=prefix) for _ in range(2)]
    yield pair[0], pair[1]
    for budget in pair:
        await budget.aclose()


class Make(Protocol):
    """Makes budgets of several processes, which are closed after the test."""

    def __call__(self, url: str = "", *, prefix: str = "") -> RedisRequestBudget:
        """A budget on a server, by default the shared one, and under a prefix, by default a new one."""


@pytest.fixture
async def make(server: RedisServer) -> AsyncIterator[Make]:
    """Makes budgets."""
    async with AsyncExitStack() as stack:

        def made(url: str = "", *, prefix: str = "") -> RedisRequestBudget:
            budget = RedisRequestBudget(url or server.url, metrics=PrometheusMetrics(), prefix=prefix or next(prefixes))
            stack.push_async_callback(budget.aclose)
            return budget

        yield made


@measured_again
async def test_two_processes_keep_one_pace(budgets: tuple[RequestBudget, RequestBudget]) -> None:
    """Sixty requests of two processes at once take as long as the pace says."""
    sent: list[float] = []

    async def send(budget: RequestBudget) -> None:
        await budget.take("POST", PATH, Urgency.ANSWER)
        sent.append(time.monotonic())

    await asyncio.gather(*(send(budgets[number % 2]) for number in range(60)))
    assert sent[-1] - sent[0] >= (60 - limits.REQUESTS_SLACK - 2) / limits.REQUESTS_A_SECOND
    assert budgets[0].is_tight


@measured_again
async def test_process_that_stood_still_sends_no_flood(budgets: tuple[RequestBudget, RequestBudget]) -> None:
    """What was spread over the seconds in which a process stood still is spread anew."""
    sent: list[float] = []

    async def send() -> None:
        await budgets[0].take("POST", PATH, Urgency.ANSWER)
        sent.append(time.monotonic())

    sending = [asyncio.create_task(send()) for _ in range(60)]
    await asyncio.sleep(0.1)
    time.sleep(1.5)  # noqa: ASYNC251  # The whole process stands still.
    await asyncio.gather(*sending)
    most = max(sum(first <= moment < first + 0.5 for moment in sent) for first in sent)
    assert most <= limits.REQUESTS_A_SECOND / 2 + limits.REQUESTS_SLACK + 6


@measured_again
async def test_answers_go_before_what_can_wait(budgets: tuple[RequestBudget, RequestBudget]) -> None:
    """What is not urgent waits until no answer does, however late those were asked for."""
    order: list[Urgency] = []

    async def send(level: Urgency) -> None:
        await budgets[0].take("POST", PATH, level)
        order.append(level)

    first = [asyncio.create_task(send(Urgency.ANSWER)) for _ in range(20)]
    await asyncio.sleep(0.05)
    late = asyncio.create_task(send(Urgency.LATER))
    await asyncio.sleep(0.05)
    await asyncio.gather(late, *first, *(send(Urgency.ANSWER) for _ in range(20)))
    assert order[-1] is Urgency.LATER


async def test_budget_is_tight_while_requests_wait(budgets: tuple[RequestBudget, RequestBudget]) -> None:
    """Signs of typing are left out from the first request that has to wait until a second after the last."""
    budget = budgets[0]
    await budget.take("POST", PATH, Urgency.ANSWER)
    assert not budget.is_tight
    await asyncio.gather(*(budget.take("POST", PATH, Urgency.ANSWER) for _ in range(limits.REQUESTS_SLACK + 10)))
    assert budget.is_tight


async def test_answers_to_interactions_are_not_counted(budgets: tuple[RequestBudget, RequestBudget]) -> None:
    """Discord counts them apart, so they wait for nothing."""
    for _ in range(100):
        await budgets[0].take("POST", "/api/v10/interactions/175928847299117063/token/callback", Urgency.ANSWER)
    assert not budgets[0].is_tight


async def test_identifies_keep_their_pause(
    budgets: tuple[RequestBudget, RequestBudget], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two shards of one group identify one after the other; one of another group does not wait."""
    monkeypatch.setattr(limits, "IDENTIFY_SECONDS", PATIENCE)
    begun = time.monotonic()
    await budgets[0].identify(0, at_once=2)
    await budgets[1].identify(1, at_once=2)
    assert time.monotonic() - begun < PATIENCE / 2
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(budgets[1].identify(2, at_once=2), 0.2)


async def test_identify_comes_after_the_pause(
    budgets: tuple[RequestBudget, RequestBudget], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second shard of a group identifies when the pause has ended."""
    monkeypatch.setattr(limits, "IDENTIFY_SECONDS", 0.5)
    begun = time.monotonic()
    await budgets[0].identify(0, at_once=2)
    await budgets[1].identify(2, at_once=2)
    assert time.monotonic() - begun >= 0.45


async def test_bot_holds_still_when_too_much_is_refused(
    budgets: tuple[RequestBudget, RequestBudget], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Refusals of all processes count together; those that are another's fault do not count."""
    monkeypatch.setattr(limits, "INVALID_REQUESTS", 5)
    for _ in range(5):
        await budgets[0].answered("POST", PATH, 429, {"X-RateLimit-Scope": "shared"})
        await budgets[0].answered("POST", PATH, 200, {})
    await budgets[0].take("POST", PATH, Urgency.ANSWER)
    assert "holding still" not in caplog.text
    for number, status in enumerate((401, 403, 429, 403, 403)):
        await budgets[number % 2].answered("POST", PATH, status, {})
    assert "holding still" in caplog.text
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(budgets[0].take("POST", PATH, Urgency.ANSWER), 0.2)


async def test_bot_goes_on_when_it_has_held_still(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the time has ended in which too much was refused, requests are sent again."""
    monkeypatch.setattr(limits, "INVALID_REQUESTS", 1)
    now = [0.0]
    budget = MemoryRequestBudget(metrics=PrometheusMetrics(), clock=lambda: now[0])
    await budget.answered("POST", PATH, 403, {})
    now[0] = limits.INVALID_SECONDS - 10.0
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(budget.take("POST", PATH, Urgency.ANSWER), 0.05)
    now[0] = limits.INVALID_SECONDS
    await asyncio.wait_for(budget.take("POST", PATH, Urgency.ANSWER), PATIENCE)


@measured_again
async def test_window_that_discord_names_is_shared(make: Make) -> None:
    """Where one process has used a window up, another waits for its end."""
    prefix = next(prefixes)
    one, other = make(prefix=prefix), make(prefix=prefix)
    headers = {"X-RateLimit-Bucket": "b", "X-RateLimit-Limit": "3", "X-RateLimit-Reset-After": "1.0"}
    await one.answered("POST", PATH, 200, headers | {"X-RateLimit-Remaining": "1"})
    begun = time.monotonic()
    await other.take("POST", PATH, Urgency.ANSWER)
    await other.take("POST", PATH.replace("063", "064"), Urgency.ANSWER)
    at_once = time.monotonic() - begun
    await one.take("POST", PATH, Urgency.ANSWER)
    assert at_once < 0.9 <= time.monotonic() - begun


@measured_again
async def test_who_loses_redis_waits_until_others_have_sent_what_they_reserved(server: RedisServer, make: Make) -> None:
    """Before a process counts alone, Discord's second has ended; answers to commands do not wait for that."""
    budget = make()
    server.freeze()
    try:
        await budget.take("POST", "/api/v10/interactions/175928847299117063/token/callback", Urgency.ANSWER)
        lost = time.monotonic()
        await budget.take("POST", PATH, Urgency.ANSWER)
        alone = time.monotonic()
    finally:
        server.thaw()
    assert alone - lost > limits.ALONE_AFTER_SECONDS * 0.9


@measured_again
async def test_dead_redis_leaves_each_process_a_part(make: Make) -> None:
    """Without Redis requests go on, more slowly."""
    with RedisServer() as server:
        budget = make(server.url)
        await budget.take("POST", PATH, Urgency.ANSWER)
    begun = time.monotonic()
    for _ in range(limits.REQUESTS_SLACK + 8):
        await budget.take("POST", PATH, Urgency.ANSWER)
    assert time.monotonic() - begun >= 6 / limits.REQUESTS_A_SECOND_ALONE


@pytest.mark.parametrize(
    ("path", "route", "major"),
    [
        (PATH, "POST /api/v10/channels/:major/messages", "175928847299117063"),
        (f"{PATH}/175928847299117064", "POST /api/v10/channels/:major/messages/:id", "175928847299117063"),
        ("/api/v10/users/@me/channels", "POST /api/v10/users/@me/channels", ""),
    ],
)
def test_requests_of_a_kind_have_one_route(path: str, route: str, major: str) -> None:
    """A channel's id tells buckets apart, a message's does not."""
    assert route_of("POST", path) == (route, major)


def told_of(*, used: int, ends: float) -> dict[str, str]:
    """What Discord says of a window of five requests."""
    return {
        "X-RateLimit-Bucket": "messages",
        "X-RateLimit-Limit": "5",
        "X-RateLimit-Remaining": str(5 - used),
        "X-RateLimit-Reset-After": str(ends),
    }


@measured_again
async def test_emptied_redis_is_told_of_the_windows(server: RedisServer, make: Make) -> None:
    """A server that was started anew knows a window again from the first process that asks."""
    budget = make()
    await budget.answered("POST", PATH, 200, told_of(used=1, ends=1.0))
    async with Redis.from_url(server.url) as client:
        await client.flushall()
    begun = time.monotonic()
    for _ in range(6):
        await budget.take("POST", PATH, Urgency.ANSWER)
    assert time.monotonic() - begun >= 0.9


@measured_again
async def test_what_an_emptied_redis_had_counted_is_waited_for(server: RedisServer, make: Make) -> None:
    """Where one process sees that counts are lost, all of them wait until a window has ended that may be full."""
    prefix = next(prefixes)
    old, new = make(prefix=prefix), make(prefix=prefix)
    await old.answered("POST", PATH, 200, told_of(used=1, ends=0.9))
    await old.take("POST", PATH, Urgency.ANSWER)
    async with Redis.from_url(server.url) as client:
        await client.flushall()
    begun = time.monotonic()
    await old.take("GET", PATH, Urgency.ANSWER)
    await old.answered("POST", PATH.replace("63", "64"), 200, told_of(used=1, ends=0.9))
    await new.take("POST", PATH, Urgency.ANSWER)
    assert 0.9 <= time.monotonic() - begun < 1.5
    await new.take("POST", PATH, Urgency.ANSWER)
    assert time.monotonic() - begun < 1.5


@measured_again
async def test_redis_that_dies_again_has_full_windows_again(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that was alone before waits for a window's end once more, and counts with others if Redis is back."""
    monkeypatch.setattr(limits, "REDIS_PAUSE_SECONDS", 0.3)
    monkeypatch.setattr(limits, "SHY_SECONDS", 0.2)
    with RedisServer() as server:
        budget, other = (make(server.url, prefix="one:") for _ in range(2))
        await budget.answered("POST", PATH, 200, told_of(used=1, ends=0.5))
        for _ in range(2):
            server.stop()
            begun = time.monotonic()
            taking = asyncio.create_task(budget.take("POST", PATH, Urgency.ANSWER))
            await asyncio.sleep(0.1)
            server.start()
            await other.answered("POST", PATH, 200, told_of(used=5, ends=1.0))
            await taking
            assert time.monotonic() - begun >= 1.0
            await asyncio.sleep(0.6)


@measured_again
async def test_process_without_redis_takes_a_part_of_each_window(make: Make) -> None:
    """What several processes send to one channel while they cannot count together stays within Discord's window."""
    dead = RedisServer()
    pair = [make(dead.url) for _ in range(limits.ALONE_SHARES)]
    for budget in pair:
        await budget.answered("POST", PATH, 200, told_of(used=0, ends=0.5))
    sent: list[float] = []

    async def send(budget: RedisRequestBudget) -> None:
        for _ in range(4):
            await budget.take("POST", PATH, Urgency.ANSWER)
            sent.append(time.monotonic())

    await asyncio.gather(*(send(budget) for budget in pair))
    for first, sixth in zip(sent, sent[5 + limits.ALONE_SHARES :], strict=False):
        assert sixth - first >= 0.5
    order: list[str] = []

    async def send_in(path: str) -> None:
        await pair[0].take("POST", path, Urgency.ANSWER)
        order.append(path)

    other = PATH.replace("17", "18")
    await asyncio.gather(send_in(PATH), send_in(other))
    assert order == [other, PATH]


@measured_again
async def test_window_that_was_full_when_redis_died_is_waited_for(make: Make) -> None:
    """Nobody knows how much of a window was used, so the first request alone waits until it has ended."""
    with RedisServer() as server:
        budget = make(server.url)
        await budget.answered("POST", PATH, 200, told_of(used=5, ends=0.6))
        server.stop()
        begun = time.monotonic()
        await budget.take("POST", PATH, Urgency.ANSWER)
        assert time.monotonic() - begun >= 0.6
