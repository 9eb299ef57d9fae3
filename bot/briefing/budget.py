"""The operator's budgets: how many briefs a model may write in a day and what they may cost, in all and for each."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bot.briefing.limiter import Asker
from bot.domain.values.spending import Bounds, Holder, Scope, Spent
from bot.domain.values.usage import Usage
from bot.ports import Metrics, SpendingStore

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reservation:
    """A brief that is counted already, with what it will have cost still to be told."""

    day: date
    holders: tuple[Holder, ...]


class Budget:
    """Counts what models write, for all processes together, and stops at the operator's bounds.

    A brief is counted before it is written, so that thirty asked for at once do not all pass; what it cost is added
    when it is known. What a model did not write after all is given back.

    Args:
        store: counts, for all processes that share the database.
        bounds: the most of a day by scope; a scope that is left out has no limit.
        metrics: counts what was stopped.
        now: the time in UTC.
    """

    def __init__(
        self,
        *,
        store: SpendingStore,
        bounds: Mapping[Scope, Bounds],
        metrics: Metrics,
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._bounds = {scope: bound for scope, bound in bounds.items() if bound != Bounds()}
        self._metrics = metrics
        self._now = now
        self._told: set[tuple[date, Scope]] = set()

    async def reserve(self, asker: Asker) -> Reservation | None:
        """Count a brief of somebody's; None where a bound forbids it, and then nothing is counted.

        Raises:
            StorageError: the database does not answer.
        """
        day = self._now().date()
        holders = self._holders(asker)
        counted = await self._store.spend(day, holders, Spent(briefs=1))
        for holder, spent in counted.items():
            bound = self._bounds.get(holder.scope, Bounds())
            if bound.forbid(Spent(spent.briefs - 1, spent.money)):
                await self._store.spend(day, holders, Spent(briefs=-1))
                self._stopped(day, holder.scope)
                return None
        return Reservation(day, holders)

    async def settle(self, reservation: Reservation, usage: Usage) -> None:
        """Add what a reserved brief cost, or give it back where no model wrote it."""
        written = usage.calls > 0
        if written and not usage.cost:
            return
        await self._store.spend(
            reservation.day, reservation.holders, Spent(0 if written else -1, usage.cost if written else 0.0)
        )

    async def today(self) -> Spent:
        """What all together spent today."""
        holder = Holder(Scope.ALL)
        return (await self._store.spent(self._now().date(), [holder])).get(holder, Spent())

    def is_reached(self, spent: Spent) -> bool:
        """Whether the bound of all together is reached once so much was spent."""
        return self._bounds.get(Scope.ALL, Bounds()).forbid(spent)

    async def forget(self) -> None:
        """Delete what was counted on earlier days: it bounds nothing any more."""
        await self._store.forget(self._now().date())

    def _holders(self, asker: Asker) -> tuple[Holder, ...]:
        place = Holder(Scope.DIRECT, asker.user) if asker.guild is None else Holder(Scope.GUILD, asker.guild)
        return (Holder(Scope.ALL), place, Holder(Scope.USER, asker.user))

    def _stopped(self, day: date, scope: Scope) -> None:
        self._metrics.count("budget_stops", scope=scope.value)
        if (day, scope) not in self._told:
            self._told = {told for told in self._told if told[0] == day} | {(day, scope)}
            log.warning("the operator's budget of today is spent for scope %s: briefs are written by rules", scope)
