"""What models wrote and cost in a day, in the database that all processes share."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from bot.adapters.database.connections import Database
from bot.adapters.database.statements import insert_into
from bot.domain.values.spending import Holder, Scope, Spent

_ADD = insert_into(
    "spending",
    ("day", "scope", "holder", "briefs", "money"),
    conflict="(day, scope, holder) DO UPDATE "
    "SET briefs = spending.briefs + excluded.briefs, money = spending.money + excluded.money "
    "RETURNING briefs, money",
)


class SqlSpending:
    """A `SpendingStore` on SQLite or PostgreSQL.

    Args:
        database: an open database; who opened it closes it.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def spend(self, day: date, holders: Collection[Holder], spent: Spent) -> dict[Holder, Spent]:
        """Add to what each holder spent in a day; gives what it is then. Negative numbers give back."""
        found: dict[Holder, Spent] = {}
        if not holders:
            return found
        async with self._database.transaction() as connection:
            # In one order, so that two processes that lock several rows never wait for each other.
            for holder in sorted(holders, key=lambda holder: (holder.scope, holder.id)):
                (row,) = await connection.rows(
                    _ADD, day=day, scope=holder.scope.value, holder=holder.id, briefs=spent.briefs, money=spent.money
                )
                found[holder] = _spent(row)
        return found

    async def spent(self, day: date, holders: Collection[Holder]) -> dict[Holder, Spent]:
        """What each holder spent in a day; those that spent nothing are left out."""
        rows = await self._database.rows(
            "SELECT scope, holder, briefs, money FROM spending WHERE day = :day AND holder IN :ids",
            day=day,
            ids={holder.id for holder in holders},
        )
        found = {Holder(Scope(row["scope"]), row["holder"]): _spent(row) for row in rows}
        return {holder: spent for holder, spent in found.items() if holder in holders}

    async def forget(self, before: date) -> None:
        """Delete what was spent before a day."""
        await self._database.change("DELETE FROM spending WHERE day < :before", before=before)


def _spent(row: Mapping[str, Any]) -> Spent:
    return Spent(row["briefs"], row["money"])
