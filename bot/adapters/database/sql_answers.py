"""What the database does for the life of answers: the first of two wins, and deletions are tried again."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.adapters.database import sql_schema as schema
from bot.adapters.database.folding import folded
from bot.adapters.database.sql_engine import reading, writing
from bot.domain.values.records import AnswerKind, AnswerRecord, DeletionRecord, QuoteRecord
from bot.domain.values.wish import EngineName, Length

Now = Callable[[], datetime]


class SqlAnswers:
    """The part of a `Store` that keeps answers, on SQLite or PostgreSQL.

    Args:
        engine: SQLAlchemy's engine; who made it disposes of it.
        now: the time in UTC.
    """

    def __init__(self, engine: AsyncEngine, *, now: Now) -> None:
        self._engine = engine
        self._now = now
        self._is_sqlite = engine.dialect.name == "sqlite"

    async def keep_answers(
        self,
        answers: Sequence[AnswerRecord],
        quotes: Sequence[QuoteRecord] | None = (),
        *,
        instead_of: Collection[int] = (),
    ) -> None:
        """Remember the parts of answers and the quotes that they bring to a server's archive.

        Whatever was kept of the same answers before is replaced, and of those that they stand in for; without `quotes`
        (None) the quotes of the same answers stay.
        """
        same = {answer.id for answer in answers}
        async with writing(self._engine) as connection:
            await _forget(connection, set(instead_of) - same)
            await _forget(connection, same, with_quotes=quotes is not None)
            await _insert(connection, answers, quotes or ())

    async def keep_first(
        self, answers: Sequence[AnswerRecord], quotes: Sequence[QuoteRecord] = ()
    ) -> tuple[AnswerRecord, ...]:
        """Remember the parts of an answer to a message, unless another was kept first; gives what is kept."""
        table = schema.answers
        source = answers[0].source
        others = sa.select(table).where(
            (table.c.source == source)
            & table.c.trigger.in_(_REPLYING)
            & table.c.kind.in_([AnswerKind.BRIEF.value, AnswerKind.POINTER.value])
        )
        async with writing(self._engine) as connection:
            if not self._is_sqlite:  # SQLite's write lock is taken when the transaction begins.
                await connection.execute(sa.select(sa.func.pg_advisory_xact_lock(source)))
            there = (await connection.execute(others.order_by(table.c.id, table.c.part))).mappings().all()
            if there:
                return tuple(answer_of(row) for row in there if row["id"] == there[0]["id"])
            await _forget(connection, {answer.id for answer in answers})
            await _insert(connection, answers, quotes)
        return tuple(answers)

    async def answers_pointing(self, target: int) -> tuple[AnswerRecord, ...]:
        """The answers that have a pointer to another, whole, the newest first."""
        table = schema.answers
        pointing = sa.select(table.c.id).where((table.c.target == target) & (table.c.kind == AnswerKind.POINTER.value))
        found = sa.select(table).where(table.c.id.in_(pointing)).order_by(table.c.id.desc(), table.c.part)
        async with reading(self._engine) as connection:
            return tuple(answer_of(row) for row in (await connection.execute(found)).mappings())

    async def dangling_pointers(self, *, count: int) -> tuple[AnswerRecord, ...]:
        """Pointers to what is no brief any more, as rows of their own, the newest first."""
        table, there = schema.answers, schema.answers.alias("there")
        stands = sa.select(there.c.id).where(
            (there.c.id == table.c.target)
            & (there.c.content == table.c.content)
            & (there.c.kind == AnswerKind.BRIEF.value)
        )
        pointers = (table.c.kind == AnswerKind.POINTER.value) & table.c.target.is_not(None)
        dangling = pointers & ~stands.exists()
        found = sa.select(table).where(dangling).order_by(table.c.id.desc()).limit(count)
        async with reading(self._engine) as connection:
            return tuple(answer_of(row) for row in (await connection.execute(found)).mappings())

    async def remove_answers(self, ids: Collection[int]) -> None:
        """Note that answers are to be deleted: they count for nothing, and are forgotten when they are gone."""
        table = schema.answers
        async with writing(self._engine) as connection:
            await connection.execute(schema.quotes.delete().where(schema.quotes.c.answer.in_(ids)))
            await connection.execute(
                table.update().where(table.c.id.in_(ids)).values(kind=AnswerKind.REMOVED.value, target=None)
            )

    async def keep_deletion(self, deletion: DeletionRecord) -> None:
        """Remember that a message is to be deleted; what was kept of it before is replaced."""
        table = schema.deletions
        row = asdict(deletion)
        insert = (sqlite.insert(table) if self._is_sqlite else postgresql.insert(table)).values(row)
        changed = {name: insert.excluded[name] for name in ("tries", "due")}
        async with writing(self._engine) as connection:
            await connection.execute(insert.on_conflict_do_update(index_elements=["message"], set_=changed))

    async def claim_deletions(self, *, count: int, until: datetime) -> tuple[DeletionRecord, ...]:
        """Deletions that are due, the oldest first; nobody else is given them until a time."""
        table = schema.deletions
        due = sa.select(table.c.message).where(table.c.due <= self._now()).order_by(table.c.due).limit(count)
        if not self._is_sqlite:
            due = due.with_for_update(skip_locked=True)
        async with writing(self._engine) as connection:
            ids = (await connection.execute(due)).scalars().all()
            rows = (await connection.execute(sa.select(table).where(table.c.message.in_(ids)))).mappings().all()
            await connection.execute(table.update().where(table.c.message.in_(ids)).values(due=until))
        return tuple(DeletionRecord(**dict(row) | {"due": utc(row["due"])}) for row in rows)

    async def deletion_done(self, message: int) -> None:
        """A message is gone; with the last message of a removed answer the answer is forgotten."""
        table, answers = schema.deletions, schema.answers
        async with writing(self._engine) as connection:
            of = (await connection.execute(sa.select(table.c.answer).where(table.c.message == message))).scalar()
            await connection.execute(table.delete().where(table.c.message == message))
            left = sa.select(table.c.message).where(table.c.answer == of).limit(1)
            if of is not None and (await connection.execute(left)).scalar() is None:
                gone = (answers.c.id == of) & (answers.c.kind == AnswerKind.REMOVED.value)
                await connection.execute(answers.delete().where(gone))


# What asks for the one answer to a message; a command about a message may be given by many.
_REPLYING = ("watch", "reaction", "mention")


def answer_of(row: sa.RowMapping) -> AnswerRecord:
    """A row of the answers as a value."""
    return AnswerRecord(
        **dict(row)
        | {
            "kind": AnswerKind(row["kind"]),
            "length": Length(row["length"]),
            "engine": EngineName(row["engine"]),
            "created": utc(row["created"]),
        }
    )


def utc(moment: datetime) -> datetime:
    """SQLite gives times back without their zone; all of ours are in UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


async def _forget(connection: AsyncConnection, ids: Collection[int], *, with_quotes: bool = True) -> None:
    if with_quotes:
        await connection.execute(schema.quotes.delete().where(schema.quotes.c.answer.in_(ids)))
    await connection.execute(schema.answers.delete().where(schema.answers.c.id.in_(ids)))


async def _insert(connection: AsyncConnection, answers: Sequence[AnswerRecord], quotes: Sequence[QuoteRecord]) -> None:
    if answers:
        rows = [
            asdict(one) | {"kind": one.kind.value, "length": one.length.value, "engine": one.engine.value}
            for one in answers
        ]
        await connection.execute(schema.answers.insert(), rows)
    if quotes:
        said = [
            asdict(quote) | {"speaker_folded": folded(quote.speaker or ""), "text_folded": folded(quote.text)}
            for quote in quotes
        ]
        await connection.execute(schema.quotes.insert(), said)
