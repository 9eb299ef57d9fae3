"""What the bot is made of apart from its client: built once in `bot/app/composition.py`, handed on by keyword."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.briefing.budget import Budget
from bot.guilds.settings_cache import SettingsCache
from bot.i18n.catalogues import Catalogues
from bot.ports import Briefer, Cache, Jobs, Metrics, RequestBudget, Store, WorkStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts that every cog may use.

    Attributes:
        desk: reads and writes briefs.
        store: what outlives a restart.
        work_store: what is under way and outlives a restart.
        jobs: the job engine.
        budget: the operator's bounds on what a model writes.
        request_budget: lets requests to Discord pass.
        settings_cache: the servers' settings.
        cache: what is remembered for a while, in all processes that share it.
        catalogues: the bot's words.
        metrics: counts what happens.
        now: the time in UTC.
        engine: the name of the engine that writes, for the owner.
        cache_name: "Redis" or "memory", for the owner.
        has_model: whether a model writes.
        retention_days: days that answers and quotes are kept.
    """

    desk: Briefer
    store: Store
    work_store: WorkStore
    jobs: Jobs
    budget: Budget
    request_budget: RequestBudget
    settings_cache: SettingsCache
    cache: Cache
    catalogues: Catalogues
    metrics: Metrics
    now: Callable[[], datetime]
    engine: str
    cache_name: str
    has_model: bool
    retention_days: int
