"""What models wrote and cost in a day, in the database that all processes share."""

from collections.abc import Collection
from datetime import date

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.adapters.database import sql_schema as schema
from bot.adapters.database.sql_engine import reading, writing
from bot.domain.values.spending import Holder, Scope, Spent

_KEY = ("day", "scope", "holder")


class SqlSpending:
    """A `SpendingStore` on SQLite or PostgreSQL.

    Args:
        engine: SQLAlchemy's engine; who made it disposes of it.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._insert = sqlite.insert if engine.dialect.name == "sqlite" else postgresql.insert

    async def spend(self, day: date, holders: Collection[Holder], spent: Spent) -> dict[Holder, Spent]:
        """Add to what each holder spent in a day; gives what it is then. Negative numbers give back."""
        rows = [
            {"day": day, "scope": str(holder.scope), "holder": holder.id, "briefs": spent.briefs, "money": spent.money}
            # In one order, so that two processes that lock several rows never wait for each other.
            for holder in sorted(holders, key=lambda holder: (holder.scope, holder.id))
        ]
        if not rows:
            return {}
        table = schema.spending
        insert = self._insert(table).values(rows)
        added = {name: table.c[name] + insert.excluded[name] for name in ("briefs", "money")}
        command = insert.on_conflict_do_update(index_elements=list(_KEY), set_=added).returning(table)
        async with writing(self._engine) as connection:
            found = (await connection.execute(command)).mappings().all()
        return {_holder(row): Spent(row["briefs"], row["money"]) for row in found}

    async def spent(self, day: date, holders: Collection[Holder]) -> dict[Holder, Spent]:
        """What each holder spent in a day; those that spent nothing are left out."""
        table = schema.spending
        wanted = sa.or_(
            sa.false(), *((table.c.scope == str(holder.scope)) & (table.c.holder == holder.id) for holder in holders)
        )
        async with reading(self._engine) as connection:
            found = (await connection.execute(sa.select(table).where(table.c.day == day, wanted))).mappings().all()
        return {_holder(row): Spent(row["briefs"], row["money"]) for row in found}

    async def forget(self, before: date) -> None:
        """Delete what was spent before a day."""
        async with writing(self._engine) as connection:
            await connection.execute(schema.spending.delete().where(schema.spending.c.day < before))


def _holder(row: sa.RowMapping) -> Holder:
    return Holder(Scope(row["scope"]), row["holder"])
