"""What the database does for the life of answers: the first of two wins, and deletions are tried again."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from bot.adapters.database.connections import Connection, Database, Now, lock, utc
from bot.adapters.database.folding import folded
from bot.adapters.database.statements import columns, insert_into
from bot.domain.values.records import AnswerKind, AnswerRecord, DeletionRecord, QuoteRecord
from bot.domain.values.wish import EngineName, Length

_ANSWER = tuple(field.name for field in fields(AnswerRecord))
_KEEP_ANSWER = insert_into("answers", _ANSWER)

# What is read of an answer together with its quotes is no column of theirs.
QUOTE = tuple(field.name for field in fields(QuoteRecord) if field.name not in {"headline", "url"})
_KEEP_QUOTE = insert_into("quotes", (*QUOTE, "speaker_folded", "text_folded"))

_DELETION = tuple(field.name for field in fields(DeletionRecord))
_KEEP_DELETION = insert_into(
    "deletions", _DELETION, conflict="(message) DO UPDATE SET tries = excluded.tries, due = excluded.due"
)

# What asks for the one answer to a message; a command about a message may be given by many.
_REPLYING = ("watch", "reaction", "mention")


class SqlAnswers:
    """The part of a `Store` that keeps answers, on SQLite or PostgreSQL.

    Args:
        database: an open database; who opened it closes it.
        now: the time in UTC.
    """

    def __init__(self, database: Database, *, now: Now) -> None:
        self._database = database
        self._now = now

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
        async with self._database.transaction() as connection:
            if others := set(instead_of) - same:
                await forget(connection, others)
            await forget(connection, same, with_quotes=quotes is not None)
            await _insert(connection, answers, quotes or ())

    async def keep_first(
        self, answers: Sequence[AnswerRecord], quotes: Sequence[QuoteRecord] = ()
    ) -> tuple[AnswerRecord, ...]:
        """Remember the parts of an answer to a message, unless another was kept first; gives what is kept."""
        source = answers[0].source
        wanted = "source = :source AND trigger IN :triggers AND kind IN :kinds ORDER BY id, part"
        kinds = [AnswerKind.BRIEF.value, AnswerKind.POINTER.value]
        async with self._database.transaction() as connection:
            if source is not None:
                await lock(connection, source)
            there = await answers_where(connection, wanted, source=source, triggers=_REPLYING, kinds=kinds)
            if there:
                return tuple(answer for answer in there if answer.id == there[0].id)
            await forget(connection, {answer.id for answer in answers})
            await _insert(connection, answers, quotes)
        return tuple(answers)

    async def answers_pointing(self, target: int) -> tuple[AnswerRecord, ...]:
        """The answers that have a pointer to another, whole, the newest first."""
        return await answers_where(
            self._database,
            "id IN (SELECT id FROM answers WHERE target = :target AND kind = :pointer) ORDER BY id DESC, part",
            target=target,
            pointer=AnswerKind.POINTER.value,
        )

    async def dangling_pointers(self, *, count: int) -> tuple[AnswerRecord, ...]:
        """Pointers to what is no brief any more, as rows of their own, the newest first."""
        return await answers_where(
            self._database,
            "kind = :pointer AND target IS NOT NULL AND NOT EXISTS (SELECT there.id FROM answers AS there "
            "WHERE there.id = answers.target AND there.content = answers.content AND there.kind = :brief) "
            "ORDER BY id DESC LIMIT :count",
            pointer=AnswerKind.POINTER.value,
            brief=AnswerKind.BRIEF.value,
            count=count,
        )

    async def remove_answers(self, ids: Collection[int]) -> None:
        """Note that answers are to be deleted: they count for nothing, and are forgotten when they are gone."""
        async with self._database.transaction() as connection:
            await connection.change("DELETE FROM quotes WHERE answer IN :ids", ids=ids)
            await connection.change(
                "UPDATE answers SET kind = :removed, target = NULL WHERE id IN :ids",
                removed=AnswerKind.REMOVED.value,
                ids=ids,
            )

    async def keep_deletion(self, deletion: DeletionRecord) -> None:
        """Remember that a message is to be deleted; what was kept of it before is replaced."""
        await self._database.change(_KEEP_DELETION, **asdict(deletion))

    async def claim_deletions(self, *, count: int, until: datetime) -> tuple[DeletionRecord, ...]:
        """Deletions that are due, the oldest first; nobody else is given them until a time."""
        due = f"SELECT {columns(_DELETION)} FROM deletions WHERE due <= :now ORDER BY due LIMIT :count"  # noqa: S608  # Names of fields.
        async with self._database.transaction() as connection:
            if not connection.is_sqlite:
                due += " FOR UPDATE SKIP LOCKED"
            rows = await connection.rows(due, now=self._now(), count=count)
            ids = [row["message"] for row in rows]
            await connection.change("UPDATE deletions SET due = :until WHERE message IN :ids", until=until, ids=ids)
        return tuple(DeletionRecord(**row | {"thread": bool(row["thread"]), "due": utc(row["due"])}) for row in rows)

    async def deletion_done(self, message: int) -> None:
        """A message is gone; with the last message of a removed answer the answer is forgotten."""
        async with self._database.transaction() as connection:
            of = await connection.rows("SELECT answer FROM deletions WHERE message = :message", message=message)
            await connection.change("DELETE FROM deletions WHERE message = :message", message=message)
            for row in of:
                await connection.change(
                    "DELETE FROM answers WHERE id = :id AND kind = :removed "
                    "AND NOT EXISTS (SELECT message FROM deletions WHERE answer = :id)",
                    id=row["answer"],
                    removed=AnswerKind.REMOVED.value,
                )


async def answers_where(connection: Connection, wanted: str, /, **values: object) -> tuple[AnswerRecord, ...]:
    """The parts of answers that a condition means, with the order and the number that it asks for."""
    statement = f"SELECT {columns(_ANSWER)} FROM answers WHERE {wanted}"  # noqa: S608  # Every condition is written in this room.
    return tuple(_answer(row) for row in await connection.rows(statement, **values))


async def forget(connection: Connection, ids: Iterable[int], *, with_quotes: bool = True) -> None:
    """Forget answers, and their quotes."""
    if with_quotes:
        await connection.change("DELETE FROM quotes WHERE answer IN :ids", ids=ids)
    await connection.change("DELETE FROM answers WHERE id IN :ids", ids=ids)


def _answer(row: Mapping[str, Any]) -> AnswerRecord:
    return AnswerRecord(
        **dict(row)
        | {
            "kind": AnswerKind(row["kind"]),
            "length": Length(row["length"]),
            "engine": EngineName(row["engine"]),
            "created": utc(row["created"]),
            "spoiler": bool(row["spoiler"]),
        }
    )


async def _insert(connection: Connection, answers: Sequence[AnswerRecord], quotes: Sequence[QuoteRecord]) -> None:
    if answers:
        rows = [
            asdict(one) | {"kind": one.kind.value, "length": one.length.value, "engine": one.engine.value}
            for one in answers
        ]
        await connection.change_each(_KEEP_ANSWER, rows)
    if quotes:
        said = [
            asdict(quote) | {"speaker_folded": folded(quote.speaker or ""), "text_folded": folded(quote.text)}
            for quote in quotes
        ]
        await connection.change_each(_KEEP_QUOTE, said)
