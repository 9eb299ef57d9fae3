"""What is under way, in the database: answers owed, how far channels are done, what Discord refused, facts."""

import json
from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import asdict
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.adapters.database import sql_schema as schema
from bot.adapters.database.sql_engine import batches, reading, writing
from bot.domain.values.work import Owed, Promised, PromisedBrief, Refusal, id_at, time_of

_OWED = ("message", "channel", "guild", "trigger", "parent", "room", "locale", "tries")


class SqlWorkStore:
    """A `WorkStore` on SQLite or PostgreSQL.

    Args:
        engine: SQLAlchemy's engine; who made it disposes of it.
        now: the time in UTC.
    """

    def __init__(self, engine: AsyncEngine, *, now: Callable[[], datetime]) -> None:
        self._engine = engine
        self._now = now
        self._insert = sqlite.insert if engine.dialect.name == "sqlite" else postgresql.insert

    async def owe(self, owed: Collection[Owed], *, due: datetime) -> None:
        """Remember that these messages are owed answers, to be looked after again at `due`. Known ones stay."""
        rows = [asdict(one) | {"due": due} for one in owed]
        async with self._writing() as connection:
            for batch in batches(rows):
                await connection.execute(self._insert(schema.owed).values(batch).on_conflict_do_nothing())

    async def overdue(self, *, count: int) -> tuple[Owed, ...]:
        """Answers that should have been given by now, the oldest first."""
        table = schema.owed
        found = sa.select(table).where(table.c.due <= self._now()).order_by(table.c.message).limit(count)
        async with self._reading() as connection:
            rows = (await connection.execute(found)).mappings().all()
        return tuple(Owed(**{name: row[name] for name in _OWED}) for row in rows)

    async def put_off(self, messages: Collection[int], *, due: datetime, tried: bool = False) -> None:
        """Look after these again at `due`; `tried` counts a try."""
        table = schema.owed
        changes: dict[str, object] = {"due": due} | ({"tries": table.c.tries + 1} if tried else {})
        async with self._writing() as connection:
            for batch in batches(messages):
                await connection.execute(table.update().where(table.c.message.in_(batch)).values(changes))

    async def settle(self, messages: Collection[int]) -> None:
        """These messages are owed nothing any more."""
        async with self._writing() as connection:
            for batch in batches(messages):
                await connection.execute(schema.owed.delete().where(schema.owed.c.message.in_(batch)))

    async def still_owed(self, messages: Collection[int]) -> frozenset[int]:
        """Those of these messages that are owed an answer."""
        found: set[int] = set()
        async with self._reading() as connection:
            for batch in batches(messages):
                asked = sa.select(schema.owed.c.message).where(schema.owed.c.message.in_(batch))
                found |= set((await connection.execute(asked)).scalars())
        return frozenset(found)

    async def owed_count(self) -> int:
        """How many answers are owed, in all servers."""
        async with self._reading() as connection:
            return int((await connection.execute(sa.select(sa.func.count()).select_from(schema.owed))).scalar_one())

    async def promise(self, promised: Promised, *, due: datetime) -> None:
        """Remember that a command was promised an answer; another process gives it at `due`."""
        row = {"id": promised.id, "due": due, "what": json.dumps(asdict(promised))}
        async with self._writing() as connection:
            await connection.execute(self._insert(schema.promises).values(row).on_conflict_do_nothing())

    async def renew_promises(self, ids: Collection[int], *, due: datetime) -> None:
        """These are still worked at."""
        table = schema.promises
        async with self._writing() as connection:
            for batch in batches(ids):
                await connection.execute(table.update().where(table.c.id.in_(batch)).values(due=due))

    async def claim_promises(self, *, count: int, until: datetime) -> tuple[Promised, ...]:
        """Promises that nobody works at, the oldest first; nobody else is given them until a time."""
        table = schema.promises
        late = sa.select(table.c.id, table.c.what).where(table.c.due <= self._now()).order_by(table.c.id).limit(count)
        async with self._reading() as connection:
            rows = (await connection.execute(late)).all()
        if not rows:
            return ()
        claimed = []
        async with self._writing() as connection:
            for row in rows:
                mine = table.c.id == row.id
                done = await connection.execute(
                    table.update().where(mine & (table.c.due <= self._now())).values(due=until)
                )
                if done.rowcount:
                    claimed.append(_promised(row.what))
        return tuple(claimed)

    async def promises_kept(self, ids: Collection[int]) -> None:
        """These were answered, or can be answered no more."""
        async with self._writing() as connection:
            for batch in batches(ids):
                await connection.execute(schema.promises.delete().where(schema.promises.c.id.in_(batch)))

    async def keep_marks(self, marks: Mapping[int, tuple[int, int]]) -> None:
        """Note how far channels are done: by channel its server and the newest message up to which nothing is open."""
        rows = [{"channel": channel, "guild": guild, "message": mark} for channel, (guild, mark) in marks.items()]
        async with self._writing() as connection:
            for batch in batches(rows):
                insert = self._insert(schema.marks).values(batch)
                newer = {"message": insert.excluded.message, "guild": insert.excluded.guild}
                await connection.execute(
                    insert.on_conflict_do_update(
                        index_elements=["channel"], set_=newer, where=insert.excluded.message > schema.marks.c.message
                    )
                )

    async def marks(self, guilds: Collection[int]) -> dict[int, int]:
        """How far the channels of servers are done, by channel."""
        table = schema.marks
        found: dict[int, int] = {}
        async with self._reading() as connection:
            for batch in batches(guilds):
                rows = await connection.execute(
                    sa.select(table.c.channel, table.c.message).where(table.c.guild.in_(batch))
                )
                found |= {row.channel: row.message for row in rows}
        return found

    async def answered_since(self, guild: int, oldest: int) -> dict[int, frozenset[int]]:
        """By channel of a server, the messages from this id on that have an answer."""
        table = schema.answers
        # By the index over servers and times; an answer is never older than its message.
        wanted = (table.c.guild == guild) & (table.c.created >= time_of(oldest)) & (table.c.source >= oldest)
        found: dict[int, set[int]] = {}
        async with self._reading() as connection:
            for row in await connection.execute(sa.select(table.c.source_channel, table.c.source).where(wanted)):
                found.setdefault(row.source_channel, set()).add(row.source)
        return {channel: frozenset(messages) for channel, messages in found.items()}

    async def refused(self, refusal: Refusal) -> None:
        """Remember that Discord did not take an answer, and why."""
        row = asdict(refusal)
        insert = self._insert(schema.refusals).values(row)
        async with self._writing() as connection:
            await connection.execute(
                insert.on_conflict_do_update(
                    index_elements=["message"], set_={"reason": insert.excluded.reason, "at": insert.excluded.at}
                )
            )

    async def refusal_of(self, message: int) -> Refusal | None:
        """Why Discord did not take the answer to a message, None where it took it or was not asked."""
        found = await self._refusals(schema.refusals.c.message == message)
        return found[0] if found else None

    async def refusals_in(self, channels: Collection[int], *, since: datetime) -> dict[int, Refusal]:
        """By channel, the latest answer since a time that Discord did not take."""
        latest: dict[int, Refusal] = {}
        for batch in batches(channels):
            wanted = schema.refusals.c.channel.in_(batch) & (schema.refusals.c.at >= since)
            for refusal in await self._refusals(wanted):
                latest[refusal.channel] = refusal
        return latest

    async def fact(self, name: str) -> str | None:
        """A fact of the bot as a whole, None where none was kept."""
        async with self._reading() as connection:
            found = sa.select(schema.facts.c.value).where(schema.facts.c.name == name)
            value: str | None = (await connection.execute(found)).scalar()
            return value

    async def keep_fact(self, name: str, value: str) -> None:
        """Keep a fact of the bot as a whole."""
        insert = self._insert(schema.facts).values(name=name, value=value)
        async with self._writing() as connection:
            await connection.execute(
                insert.on_conflict_do_update(index_elements=["name"], set_={"value": insert.excluded.value})
            )

    async def sweep(self, *, keep: timedelta) -> None:
        """Forget refusals and marks that are older."""
        oldest = self._now() - keep
        async with self._writing() as connection:
            await connection.execute(schema.refusals.delete().where(schema.refusals.c.at < oldest))
            await connection.execute(schema.marks.delete().where(schema.marks.c.message < id_at(oldest)))

    async def _refusals(self, wanted: sa.ColumnElement[bool]) -> list[Refusal]:
        async with self._reading() as connection:
            rows = (
                await connection.execute(sa.select(schema.refusals).where(wanted).order_by(schema.refusals.c.at))
            ).all()
        return [Refusal(row.message, row.channel, row.guild, row.reason, _utc(row.at)) for row in rows]

    def _reading(self) -> AbstractAsyncContextManager[AsyncConnection]:
        return reading(self._engine)

    def _writing(self) -> AbstractAsyncContextManager[AsyncConnection]:
        return writing(self._engine)


def _promised(what: str) -> Promised:
    told = json.loads(what)
    brief = told.pop("brief")
    return Promised(**told, brief=PromisedBrief(**brief) if brief else None)


def _utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
