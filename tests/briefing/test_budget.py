"""The operator's budgets, on the database in both forms."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.adapters.database.opening import open_database
from bot.adapters.database.sql_spending import SqlSpending
from bot.adapters.metrics import PrometheusMetrics
from bot.briefing.budget import Budget
from bot.briefing.limiter import Asker
from bot.domain.values.spending import Bounds, Scope, Spent
from bot.domain.values.usage import Usage
from tests.support.postgres import PostgresServer, empty_url

ANA = Asker(user=1, channel=2, guild=10_000_000_000_000_003)
BEN = Asker(user=4, channel=2, guild=10_000_000_000_000_003)
DIRECT = Asker(user=1, channel=5, guild=None)
PAID = Usage(100, 10, 0.25, 1)


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    """One PostgreSQL server for this module's tests."""
    with PostgresServer() as running:
        yield running


class Clock:
    """A time that the tests set."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The time."""
        return self.moment


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, server: PostgresServer, empty_database: Path, tmp_path: Path) -> str:
    """An empty database of each kind in turn."""
    return empty_url(request.param, server, empty_database, tmp_path)


@pytest.fixture
async def spending(url: str) -> AsyncIterator[SqlSpending]:
    """An empty store of each kind."""
    async with open_database(url) as database:
        yield SqlSpending(database)


def budget(
    spending: SqlSpending, clock: Clock | None = None, metrics: PrometheusMetrics | None = None, **bounds: Bounds
) -> Budget:
    """A budget with bounds by scope."""
    named = {Scope(name): bound for name, bound in bounds.items()}
    return Budget(store=spending, bounds=named, metrics=metrics or PrometheusMetrics(), now=clock or Clock())


async def granted(on: Budget, asker: Asker, times: int) -> int:
    """How many of several reservations at once are granted."""
    return sum(one is not None for one in await asyncio.gather(*(on.reserve(asker) for _ in range(times))))


async def test_thirty_at_once_do_not_all_pass(spending: SqlSpending) -> None:
    """Of thirty briefs asked for at the same time as many are granted as the bound says."""
    assert await granted(budget(spending, all=Bounds(briefs=7)), ANA, 30) == 7


async def test_each_scope_is_bounded_by_itself(spending: SqlSpending) -> None:
    """A user's bound stops that user and nobody else; a server's stops all in it; direct messages have their own."""
    bounded = budget(spending, guild=Bounds(briefs=3), user=Bounds(briefs=2), direct=Bounds(briefs=1))
    assert await granted(bounded, ANA, 3) == 2
    assert await granted(bounded, BEN, 3) == 1
    assert await granted(budget(spending, direct=Bounds(briefs=1)), DIRECT, 3) == 1


async def test_money_is_bounded(spending: SqlSpending) -> None:
    """Once the day's money is spent no model is asked."""
    bounded = budget(spending, all=Bounds(money=0.5))
    for _ in range(2):
        reserved = await bounded.reserve(ANA)
        assert reserved is not None
        await bounded.settle(reserved, PAID)
    assert await bounded.reserve(ANA) is None
    assert await bounded.today() == Spent(2, 0.5)


async def test_what_no_model_wrote_is_given_back(spending: SqlSpending) -> None:
    """A brief that came from the cache or by rules after all counts for nothing."""
    bounded = budget(spending, all=Bounds(briefs=1))
    reserved = await bounded.reserve(ANA)
    assert reserved is not None
    await bounded.settle(reserved, Usage())
    assert await bounded.today() == Spent()
    assert await bounded.reserve(ANA) is not None


async def test_a_new_day_begins_anew(spending: SqlSpending) -> None:
    """The bounds are those of a day in UTC, and what was counted before is forgotten."""
    clock = Clock()
    bounded = budget(spending, clock, all=Bounds(briefs=1))
    assert await granted(bounded, ANA, 2) == 1
    clock.moment += timedelta(days=1)
    await bounded.forget()
    assert await granted(bounded, ANA, 2) == 1


async def test_owner_is_told_once_a_day(spending: SqlSpending, caplog: pytest.LogCaptureFixture) -> None:
    """The log says once a day for each scope that its bound is reached; every brief that it stopped is counted."""
    clock, metrics = Clock(), PrometheusMetrics()
    bounded = budget(spending, clock, metrics, all=Bounds(briefs=9), user=Bounds(briefs=1))
    assert [await granted(bounded, asker, 3) for asker in (ANA, BEN)] == [1, 1]
    assert [record.getMessage().partition(":")[0] for record in caplog.records] == [
        "the operator's budget of today is spent for scope user"
    ]
    assert metrics.value("budget_stops", scope="user") == 4
    clock.moment += timedelta(days=1)
    assert await granted(bounded, ANA, 2) == 1
    assert len(caplog.records) == 2
    assert not bounded.is_reached(await bounded.today())
    assert bounded.is_reached(Spent(9))
