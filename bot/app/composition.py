"""The composition root: settings → adapters → desk → client. Only here the environment is read and adapters picked.

An adapter whose library takes long to load (discord.py, docket, Redis's client) is imported where
it is picked, so that a command which does without it starts at once.
"""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib import import_module
from typing import TYPE_CHECKING

from bot.adapters.engines.model_settings import ModelSettings
from bot.app.patience import when_there
from bot.domain.values.wish import EngineName
from bot.errors import ConfigurationError
from bot.ports import Cache, Engine, Metrics, Pool, RequestBudget, RuleEngine, SecondLook
from config import limits
from config.logging import set_up_logging
from config.settings import ENV_FILE, LogFormat, Secret, Settings, load_settings

if TYPE_CHECKING:
    from bot.adapters.database.connections import Database
    from bot.adapters.engines.openai_second_look import ModelSecondLook
    from bot.adapters.metrics import PrometheusMetrics
    from bot.adapters.probes import Finding
    from bot.adapters.processes.fair_pool import FairPool
    from bot.adapters.processes.pool import KillablePool
    from bot.briefing.desk import Desk
    from cogs.shared.parts import Parts

log = logging.getLogger(__name__)


def settings() -> Settings:
    """The settings of this process, from the environment and `.env`. Raises ConfigurationError."""
    return load_settings(ENV_FILE)


def set_up_logging_of(process: Settings, *, quiet: bool = False) -> None:
    """Log as the settings say; `quiet` holds back what is no fault, for commands whose output is read by people."""
    hidden = (process.discord_token, process.openai_api_key, process.redis_url, process.database_url)
    level = "ERROR" if quiet and process.log_level != "DEBUG" else process.log_level
    set_up_logging(
        level=level,
        json_lines=process.log_format is LogFormat.JSON,
        secrets=tuple(secret.value for secret in hidden if secret is not None),
    )


@dataclass(frozen=True, slots=True)
class LoneDesk:
    """A desk for a process that does nothing else, such as a command of the terminal."""

    desk: "Desk"
    second_look: SecondLook | None


@dataclass(frozen=True, slots=True)
class DeskParts(LoneDesk):
    """The desk and the parts of it that others use too."""

    cache: Cache
    metrics: "PrometheusMetrics"
    engine: Engine
    builtin: Engine
    has_model: bool
    pool: "FairPool"

    async def warm_up(self) -> None:
        """Load what the first article would have to wait for, here and in the pool."""
        await asyncio.gather(self.pool.warm_up(), asyncio.to_thread(import_module, "bot.adapters.processes.preload"))


@asynccontextmanager
async def open_desk(process: Settings, *, processes: "KillablePool | None" = None) -> AsyncIterator[DeskParts]:
    """A desk by the settings, with all that it needs, open while the context lasts.

    Args:
        process: the settings.
        processes: where pages are read; opened and closed with the desk. Its own where none are given.
    """
    from bot.adapters.metrics import PrometheusMetrics
    from bot.adapters.processes.fair_pool import FairPool

    metrics = PrometheusMetrics()
    async with AsyncExitStack() as stack:
        pool = await stack.enter_async_context(FairPool(processes))
        desk = await _open_desk(process, pool, metrics, stack)
        yield DeskParts(
            desk=desk.desk,
            cache=desk.cache,
            metrics=metrics,
            engine=desk.engine,
            builtin=desk.builtin,
            has_model=process.has_model,
            pool=pool,
            second_look=desk.second_look,
        )


@asynccontextmanager
async def open_lone_desk(process: Settings, *, expects_pages: bool = False) -> AsyncIterator[LoneDesk]:
    """A desk by the settings that counts nothing and reads plain text in this process, open while the context lasts.

    Args:
        process: the settings.
        expects_pages: whether the process that reads pages starts at once.
    """
    from bot.adapters.processes.direct_pool import DirectPool
    from bot.adapters.uncounted import Uncounted

    async with AsyncExitStack() as stack:
        pool = await stack.enter_async_context(DirectPool())
        if expects_pages:
            pool.expect_pages()
        desk = await _open_desk(process, pool, Uncounted(), stack)
        yield LoneDesk(desk.desk, desk.second_look)


@dataclass(frozen=True, slots=True)
class _OpenDesk:
    desk: "Desk"
    cache: Cache
    engine: Engine
    builtin: RuleEngine
    second_look: SecondLook | None


async def _open_desk(process: Settings, pool: Pool, metrics: Metrics, stack: AsyncExitStack) -> _OpenDesk:
    from bot.adapters.engines.builtin_engine import BuiltinEngine
    from bot.adapters.processes.reader import PooledReader
    from bot.adapters.web.deferred_fetcher import DeferredFetcher
    from bot.briefing.desk import Desk

    fetcher = await stack.enter_async_context(DeferredFetcher(process.fetch_allow))
    cache = await stack.enter_async_context(_open_cache(process, metrics))
    builtin = BuiltinEngine(pool)
    engine: Engine = builtin
    second_look: SecondLook | None = None
    if process.has_model and process.engine is not EngineName.BUILTIN:
        from bot.adapters.engines.fallback_engine import Circuit, FallbackEngine
        from bot.adapters.engines.openai_engine import OpenAIEngine

        second_look = await stack.enter_async_context(open_second_look(process, metrics))
        model = await stack.enter_async_context(OpenAIEngine(model_settings(process), reader=builtin, metrics=metrics))
        engine = FallbackEngine(model, builtin, circuit=Circuit(clock=time.monotonic), metrics=metrics)
    desk = await stack.enter_async_context(
        Desk(
            fetcher=fetcher,
            reader=PooledReader(pool),
            engine=engine,
            builtin=builtin,
            cache=cache,
            pool=pool,
            metrics=metrics,
            now=utc_now,
            has_model=process.has_model,
            second_look=second_look,
        )
    )
    return _OpenDesk(desk, cache, engine, builtin, second_look)


@asynccontextmanager
async def _open_cache(process: Settings, metrics: Metrics) -> AsyncIterator[Cache]:
    url = _plain(process.redis_url)
    if url is None:
        from bot.adapters.caches.memory_cache import MemoryCache

        yield MemoryCache(clock=time.monotonic)
        return
    from bot.adapters.caches.redis_cache import RedisCache

    async with RedisCache(url, metrics=metrics, clock=time.monotonic) as cache:
        yield cache


@dataclass(frozen=True, slots=True)
class GatewayParts:
    """What stands in the place of `DeskParts` in a process that reads nothing itself."""

    cache: Cache
    metrics: "PrometheusMetrics"
    engine: str
    has_model: bool


@asynccontextmanager
async def open_gateway(process: Settings) -> AsyncIterator[GatewayParts]:
    """The parts of a process that leaves reading and answering to workers, open while the context lasts.

    Raises:
        ConfigurationError: there is no Redis, by which workers are reached.
    """
    if process.redis_url is None:
        raise ConfigurationError(NEEDS_REDIS)
    from bot.adapters.metrics import PrometheusMetrics

    has_model = process.has_model and process.engine is not EngineName.BUILTIN
    metrics = PrometheusMetrics()
    async with _open_cache(process, metrics) as cache:
        yield GatewayParts(cache, metrics, f"openai:{process.openai_model}" if has_model else "builtin", has_model)


def utc_now() -> datetime:
    """The time."""
    return datetime.now(UTC)


@asynccontextmanager
async def open_parts(
    process: Settings, desk_parts: DeskParts | GatewayParts, *, now: Callable[[], datetime] = utc_now
) -> "AsyncIterator[Parts]":
    """Everything the bot is made of but its client, open while the context lasts.

    Args:
        process: the settings.
        desk_parts: an open desk, or what stands in its place where workers read.
        now: the time in UTC.

    Raises:
        StorageError: the database does not answer.
        ConfigurationError: the database's schema is not up to date.
    """
    from bot.adapters.database.sql_spending import SqlSpending
    from bot.adapters.database.sql_store import SqlStore
    from bot.adapters.database.sql_work import SqlWorkStore
    from bot.adapters.docket_jobs import DocketJobs
    from bot.briefing.budget import Budget
    from bot.briefing.workers_desk import WorkersDesk
    from bot.guilds.settings_cache import SettingsCache
    from bot.i18n.catalogues import load_catalogues
    from cogs.shared.parts import Parts

    async with AsyncExitStack() as stack:
        database = await open_when_there(database_of(process), stack)
        store = SqlStore(database, now=now)
        settings_cache = await when_there(
            lambda: stack.enter_async_context(SettingsCache(store)), seconds=limits.DATABASE_START_SECONDS
        )
        reads = isinstance(desk_parts, DeskParts)
        jobs = await stack.enter_async_context(DocketJobs(_plain(process.redis_url), works_here=reads))
        yield Parts(
            desk=desk_parts.desk if isinstance(desk_parts, DeskParts) else WorkersDesk(jobs, desk_parts.cache),
            store=store,
            work_store=SqlWorkStore(database, now=now),
            jobs=jobs,
            budget=Budget(store=SqlSpending(database), bounds=process.budgets, metrics=desk_parts.metrics, now=now),
            request_budget=await _budget(process, desk_parts.metrics, stack),
            settings_cache=settings_cache,
            cache=desk_parts.cache,
            catalogues=load_catalogues(currency=process.currency),
            metrics=desk_parts.metrics,
            now=now,
            engine=desk_parts.engine.name if isinstance(desk_parts, DeskParts) else desk_parts.engine,
            cache_name="memory" if process.redis_url is None else "Redis",
            has_model=desk_parts.has_model,
            retention_days=process.retention_days,
        )


async def open_when_there(url: str, stack: AsyncExitStack) -> "Database":
    """Open the database. A server that is away is waited for."""
    from bot.adapters.database.opening import open_database, sqlite_file

    seconds = limits.DATABASE_START_SECONDS if sqlite_file(url) is None else 0
    return await when_there(lambda: stack.enter_async_context(open_database(url)), seconds=seconds)


async def _budget(process: Settings, metrics: Metrics, stack: AsyncExitStack) -> RequestBudget:
    from bot.adapters.request_budget import MemoryRequestBudget, RedisRequestBudget

    url = _plain(process.redis_url)
    if url is None:
        return MemoryRequestBudget(metrics=metrics)
    budget = RedisRequestBudget(url, metrics=metrics)
    stack.push_async_callback(budget.aclose)
    return budget


NEEDS_REDIS = (
    "REDIS_URL is not set: processes on the gateway and workers meet in Redis. For one process that does all, use "
    "nutgraf run."
)


def model_settings(process: Settings) -> ModelSettings:
    """Which model the settings name."""
    return ModelSettings(
        model=process.openai_model,
        api_key=_plain(process.openai_api_key),
        base_url=process.openai_base_url,
        api_version=process.openai_api_version,
        window=process.openai_window,
        brief_tokens=process.openai_brief_tokens,
        max_output=process.openai_max_output,
        seconds=process.openai_seconds,
        price_in=process.openai_price_in,
        price_out=process.openai_price_out,
    )


def open_second_look(process: Settings, metrics: Metrics) -> "ModelSecondLook":
    """The second look by the settings; a context manager."""
    from bot.adapters.engines.fallback_engine import Circuit
    from bot.adapters.engines.openai_second_look import ModelSecondLook

    settings = model_settings(process)
    settings = replace(settings, model=process.openai_check_model or settings.model)
    return ModelSecondLook(settings, circuit=Circuit(clock=time.monotonic), metrics=metrics)


def database_of(process: Settings) -> str:
    """The database's address by the settings."""
    from bot.adapters.database.opening import database_url

    return database_url(_plain(process.database_url), process.data_folder)


async def migrate(process: Settings) -> str:
    """Bring the database's schema up to date; gives a sentence about it."""
    from bot.adapters.database.opening import migrate as migrate_database

    revision = await migrate_database(database_of(process))
    return f"The database's schema is up to date (revision {revision})."


async def examine(process: Settings) -> "AsyncIterator[Finding]":
    """What `nutgraf doctor` finds, one after the other."""
    from importlib.metadata import packages_distributions

    from bot.adapters.probes import probe_database, probe_discord, probe_model, probe_packages, probe_redis
    from cogs.shared.client import invitation

    yield probe_packages(await asyncio.to_thread(packages_distributions))
    for finding in await probe_discord(_plain(process.discord_token), invite=invitation):
        yield finding
    yield await probe_redis(_plain(process.redis_url))
    yield await probe_database(database_of(process))
    yield await probe_model(
        base_url=process.openai_base_url, api_key=_plain(process.openai_api_key), model=process.openai_model
    )


def _plain(secret: Secret | None) -> str | None:
    return None if secret is None else secret.value
