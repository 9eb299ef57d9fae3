"""What is under way, in the database: answers owed, how far channels are done, what Discord refused, facts."""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, fields
from datetime import datetime, timedelta

from bot.adapters.database.connections import Database, Now, utc, value
from bot.adapters.database.statements import columns, insert_into
from bot.domain.values.work import Owed, Promised, Refusal, id_at, time_of

# Whether a place hides what stands in it may have changed when an answer is looked after again.
_OWED = tuple(field.name for field in fields(Owed) if field.name != "hides")
_OWE = insert_into("owed", (*_OWED, "due"), conflict="DO NOTHING")
_PROMISE = insert_into("promises", ("id", "due", "what"), conflict="DO NOTHING")
_MARK = insert_into(
    "marks",
    ("channel", "guild", "message"),
    conflict="(channel) DO UPDATE SET message = excluded.message, guild = excluded.guild "
    "WHERE excluded.message > marks.message",
)
_PROMISED = frozenset(field.name for field in fields(Promised))
_REFUSAL = tuple(field.name for field in fields(Refusal))
_REFUSED = insert_into(
    "refusals", _REFUSAL, conflict="(message) DO UPDATE SET reason = excluded.reason, at = excluded.at"
)
_FACT = insert_into("facts", ("name", "value"), conflict="(name) DO UPDATE SET value = excluded.value")


class SqlWorkStore:
    """A `WorkStore` on SQLite or PostgreSQL.

    Args:
        database: an open database; who opened it closes it.
        now: the time in UTC.
    """

    def __init__(self, database: Database, *, now: Now) -> None:
        self._database = database
        self._now = now

    async def owe(self, owed: Collection[Owed], *, due: datetime) -> None:
        """Remember that these messages are owed answers, to be looked after again at `due`. Known ones stay."""
        await self._database.change_each(_OWE, [asdict(one) | {"due": due} for one in owed])

    async def overdue(self, *, count: int) -> tuple[Owed, ...]:
        """Answers that should have been given by now, the oldest first."""
        statement = f"SELECT {columns(_OWED)} FROM owed WHERE due <= :now ORDER BY message LIMIT :count"  # noqa: S608  # Names of fields.
        return tuple(Owed(**row) for row in await self._database.rows(statement, now=self._now(), count=count))

    async def put_off(self, messages: Collection[int], *, due: datetime, tried: bool = False) -> None:
        """Look after these again at `due`; `tried` counts a try."""
        await self._database.change(
            "UPDATE owed SET due = :due, tries = tries + :more WHERE message IN :messages",
            due=due,
            more=int(tried),
            messages=messages,
        )

    async def settle(self, messages: Collection[int]) -> None:
        """These messages are owed nothing any more."""
        await self._database.change("DELETE FROM owed WHERE message IN :messages", messages=messages)

    async def still_owed(self, messages: Collection[int]) -> frozenset[int]:
        """Those of these messages that are owed an answer."""
        rows = await self._database.rows("SELECT message FROM owed WHERE message IN :messages", messages=messages)
        return frozenset(row["message"] for row in rows)

    async def promise(self, promised: Promised, *, due: datetime) -> None:
        """Remember that a command was promised an answer; another process gives it at `due`."""
        await self._database.change(_PROMISE, id=promised.id, due=due, what=json.dumps(asdict(promised)))

    async def renew_promises(self, ids: Collection[int], *, due: datetime) -> None:
        """These are still worked at."""
        await self._database.change("UPDATE promises SET due = :due WHERE id IN :ids", due=due, ids=ids)

    async def claim_promises(
        self, *, count: int, until: datetime, is_for_us: Callable[[Promised], bool]
    ) -> tuple[Promised, ...]:
        """Promises that nobody works at and that are for us, the oldest first; nobody else has them until a time."""
        rows = await self._database.rows("SELECT id, what FROM promises WHERE due <= :now ORDER BY id", now=self._now())
        ours = [promised for row in rows if is_for_us(promised := _promised(row["what"]))]
        if not ours:
            return ()
        claimed = []
        async with self._database.transaction() as connection:
            for promised in ours[:count]:
                mine = "UPDATE promises SET due = :until WHERE id = :id AND due <= :now"
                if await connection.change(mine, until=until, id=promised.id, now=self._now()):
                    claimed.append(promised)
        return tuple(claimed)

    async def promises_kept(self, ids: Collection[int]) -> None:
        """These were answered, or can be answered no more."""
        await self._database.change("DELETE FROM promises WHERE id IN :ids", ids=ids)

    async def keep_marks(self, marks: Mapping[int, tuple[int, int]]) -> None:
        """Note how far channels are done: by channel its server and the newest message up to which nothing is open."""
        rows = [{"channel": channel, "guild": guild, "message": mark} for channel, (guild, mark) in marks.items()]
        await self._database.change_each(_MARK, rows)

    async def marks(self, guilds: Collection[int]) -> dict[int, int]:
        """How far the channels of servers are done, by channel."""
        rows = await self._database.rows("SELECT channel, message FROM marks WHERE guild IN :guilds", guilds=guilds)
        return {row["channel"]: row["message"] for row in rows}

    async def answered_since(self, guild: int, oldest: int) -> dict[int, frozenset[int]]:
        """By channel of a server, the messages from this id on that have an answer."""
        # By the index over servers and times; an answer is never older than its message.
        rows = await self._database.rows(
            "SELECT source_channel, source FROM answers "
            "WHERE guild = :guild AND created >= :since AND source >= :oldest",
            guild=guild,
            since=time_of(oldest),
            oldest=oldest,
        )
        found: dict[int, set[int]] = {}
        for row in rows:
            found.setdefault(row["source_channel"], set()).add(row["source"])
        return {channel: frozenset(messages) for channel, messages in found.items()}

    async def refused(self, refusal: Refusal) -> None:
        """Remember that Discord did not take an answer, and why."""
        await self._database.change(_REFUSED, **asdict(refusal))

    async def refusal_of(self, message: int) -> Refusal | None:
        """Why Discord did not take the answer to a message, None where it took it or was not asked."""
        found = await self._refusals("message = :message", message=message)
        return found[0] if found else None

    async def refusals_in(self, channels: Collection[int], *, since: datetime) -> dict[int, Refusal]:
        """By channel, the latest answer since a time that Discord did not take."""
        found = await self._refusals("channel IN :channels AND at >= :since", channels=channels, since=since)
        return {refusal.channel: refusal for refusal in found}

    async def fact(self, name: str) -> str | None:
        """A fact of the bot as a whole, None where none was kept."""
        found: str | None = await value(self._database, "SELECT value FROM facts WHERE name = :name", name=name)
        return found

    async def keep_fact(self, name: str, value: str) -> None:
        """Keep a fact of the bot as a whole."""
        await self._database.change(_FACT, name=name, value=value)

    async def sweep(self, *, keep: timedelta) -> None:
        """Forget refusals and marks that are older."""
        oldest = self._now() - keep
        async with self._database.transaction() as connection:
            await connection.change("DELETE FROM refusals WHERE at < :oldest", oldest=oldest)
            await connection.change("DELETE FROM marks WHERE message < :oldest", oldest=id_at(oldest))

    async def _refusals(self, wanted: str, **values: object) -> list[Refusal]:
        statement = f"SELECT {columns(_REFUSAL)} FROM refusals WHERE {wanted} ORDER BY at"  # noqa: S608  # Written in this file.
        rows = await self._database.rows(statement, **values)
        return [Refusal(**row | {"at": utc(row["at"])}) for row in rows]


def _promised(what: str) -> Promised:
    """A promise as it was written down; one of an older version says less, and what was asked for is not in it."""
    told = {name: value for name, value in json.loads(what).items() if name in _PROMISED}
    return Promised(**told | {"roles": tuple(told.get("roles", ()))})
