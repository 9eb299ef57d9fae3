"""What the bot keeps of servers and members, in a database: SQLite in a file, or PostgreSQL that processes share."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, fields
from datetime import date, datetime, timedelta
from typing import Any

from bot.adapters.database.connections import Connection, lock, utc, value
from bot.adapters.database.folding import folded
from bot.adapters.database.sql_answers import QUOTE, SqlAnswers, answers_where, forget
from bot.adapters.database.statements import columns, insert_into, within
from bot.domain.values.records import AnswerKind, AnswerRecord, AuditRecord, Kept, QuoteQuery, QuoteRecord, UsageRecord
from config import guild as guild_config
from config import limits
from config.guild import GuildSettings

_WORDS = re.compile(r"\w+")
# Scripts without spaces between words: a full-text index sees one word where there are many.
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")

_IN_ORDER = "ORDER BY created, id, part"

_KEEP_SETTINGS = insert_into("guild_settings", ("guild", "data"), conflict="(guild) DO UPDATE SET data = excluded.data")
_AUDIT = insert_into("audit", ("guild", "user", "at", "setting", "before", "after"))
_OPT_OUT = insert_into("opt_outs", ("user", "at"), conflict='("user") DO UPDATE SET at = excluded.at')
_DEPART = insert_into("departures", ("guild", "at"), conflict="DO NOTHING")
_CLAIM = insert_into(
    "claims",
    ("name", "at", "done"),
    conflict="(name) DO UPDATE SET at = excluded.at WHERE NOT claims.done AND claims.at <= :lapsed",
)

_USAGE = tuple(field.name for field in fields(UsageRecord))
_COUNTED = ", ".join(
    f"{name} = usage.{name} + excluded.{name}" for name in _USAGE if name not in {"guild", "channel", "day"}
)
_USE = insert_into("usage", _USAGE, conflict=f"(guild, channel, day) DO UPDATE SET {_COUNTED}")

# What the daily sweep deletes: what is old, and whatever is of servers that were left.
_SWEEP = (
    "DELETE FROM quotes WHERE created < :oldest OR guild IN :left",
    "DELETE FROM answers WHERE created < :oldest OR guild IN :left",
    "DELETE FROM usage WHERE day < :day OR guild IN :left",
    "DELETE FROM audit WHERE at < :oldest OR guild IN :left",
    "DELETE FROM claims WHERE at < :oldest",
    "DELETE FROM guild_settings WHERE guild IN :left",
)


class SqlStore(SqlAnswers):
    """A `Store` on SQLite or PostgreSQL.

    Args:
        database: an open database; who opened it closes it.
        now: the time in UTC.
    """

    # --- settings ---------------------------------------------------------------------------------------------------

    async def settings(self, guild: int) -> GuildSettings:
        """A server's settings, the defaults where it chose none."""
        return await _settings(self._database, guild)

    async def change_settings(
        self, guild: int, user: int, setting: str, change: Callable[[GuildSettings], GuildSettings]
    ) -> GuildSettings:
        """Change a server's settings in one transaction and audit the change; gives the resulting settings."""
        async with self._database.transaction() as connection:
            await lock(connection, guild)
            before = await _settings(connection, guild)
            after = change(before)
            if after == before:
                return after
            told = {"before": guild_config.to_json(before), "after": guild_config.to_json(after)}
            await connection.change(_KEEP_SETTINGS, guild=guild, data=told["after"])
            await _announce(connection, guild)
            await connection.change(_AUDIT, guild=guild, user=user, at=self._now(), setting=setting, **told)
            return after

    async def settings_changes(self, after: int) -> tuple[int, frozenset[int]]:
        """The servers whose settings changed after a mark, and the new mark; `after` -1 gives the mark alone."""
        if after < 0:
            return await value(self._database, "SELECT max(id) FROM settings_changes") or 0, frozenset()
        rows = await self._database.rows("SELECT id, guild FROM settings_changes WHERE id > :after", after=after)
        return max((row["id"] for row in rows), default=after), frozenset(row["guild"] for row in rows)

    async def audit(self, guild: int, *, count: int) -> tuple[AuditRecord, ...]:
        """The latest changes of a server's settings, latest first."""
        rows = await self._database.rows(
            'SELECT guild, "user", at, setting, before, after FROM audit WHERE guild = :guild '
            "ORDER BY id DESC LIMIT :count",
            guild=guild,
            count=count,
        )
        return tuple(AuditRecord(**row | {"at": utc(row["at"])}) for row in rows)

    async def servers_with_digest(self) -> tuple[tuple[int, GuildSettings], ...]:
        """Every server with a scheduled digest, and its settings."""
        # Most servers have none: they are left in the database, and only what may have one is read.
        rows = await self._database.rows(
            "SELECT guild, data FROM guild_settings WHERE data LIKE :pattern ESCAPE '/'", pattern=within('"digest": {')
        )
        read = [(row["guild"], guild_config.from_json(row["data"])) for row in rows]
        return tuple((guild, settings) for guild, settings in read if settings.digest is not None)

    # --- answers and quotes -----------------------------------------------------------------------------------------

    async def answer(self, id_: int) -> tuple[AnswerRecord, ...]:
        """The parts of the answer with this message id."""
        return await self._answers("id = :id", id=id_)

    async def answers_to(self, sources: Collection[int]) -> tuple[AnswerRecord, ...]:
        """The answers to these messages."""
        return await self._answers("source IN :sources", sources=sources) if sources else ()

    async def answers_touching(self, messages: Collection[int]) -> tuple[AnswerRecord, ...]:
        """The answers to these messages, and those that are these messages or stand in threads of them."""
        return await self._answers("(source IN :ids OR id IN :ids OR head IN :ids)", ids=messages) if messages else ()

    async def answered_channels(self, guild: int) -> frozenset[int]:
        """The channels of a server in which answers stand, or the messages that they answer."""
        rows = await self._database.rows(
            "SELECT DISTINCT channel, source_channel FROM answers WHERE guild = :guild", guild=guild
        )
        return frozenset(channel for row in rows for channel in row.values() if channel is not None)

    async def answers_in(self, channel: int) -> tuple[AnswerRecord, ...]:
        """The answers to messages of a channel or in it."""
        return await self._answers("(channel = :channel OR source_channel = :channel)", channel=channel)

    async def earlier_answer(
        self, channel: int, content: str, *, since: datetime, but: int | None = None
    ) -> AnswerRecord | None:
        """The first brief of an article in a channel since a time; none that answers the message `but`."""
        wanted = (
            "(channel = :channel OR source_channel = :channel) AND kind = :brief AND content = :content "
            "AND created >= :since"
        )
        values: dict[str, object] = {"channel": channel, "content": content, "since": since}
        if but is not None:
            wanted += " AND (source IS NULL OR source <> :but)"
            values["but"] = but
        found = await answers_where(
            self._database, f"{wanted} {_IN_ORDER} LIMIT 1", brief=AnswerKind.BRIEF.value, **values
        )
        return found[0] if found else None

    async def answers_of(self, user: int) -> tuple[AnswerRecord, ...]:
        """The answers to a user's messages and commands."""
        return await self._answers("poster = :user", user=user)

    async def briefs_since(
        self, guild: int, channel: int | None, *, since: datetime, rooms: Collection[int] | None = None
    ) -> tuple[AnswerRecord, ...]:
        """A server's briefs since a time, oldest first: in one channel with its public threads, in rooms, or in all."""
        wanted = "guild = :guild AND kind = :brief AND created >= :since"
        values: dict[str, object] = {"guild": guild, "since": since}
        if channel is not None:
            wanted += " AND (channel = :channel OR source_channel = :channel OR room = :channel)"
            values["channel"] = channel
        if rooms is not None:
            wanted += " AND room IN :rooms"
            values["rooms"] = rooms
        return await self._answers(wanted, brief=AnswerKind.BRIEF.value, **values)

    async def forget_answers(self, ids: Collection[int]) -> None:
        """Forget answers and their quotes."""
        async with self._database.transaction() as connection:
            await forget(connection, ids)

    async def find_quotes(self, query: QuoteQuery) -> tuple[tuple[QuoteRecord, ...], int]:
        """The matching quotes, latest first, and how many match in all."""
        wanted, values = self._wanted_quotes(query)
        # Every condition is written in this file; what is looked for travels beside the statement.
        counted = f"SELECT count(*) FROM quotes WHERE {wanted}"  # noqa: S608  # As above.
        found = (
            f"SELECT {columns(QUOTE, of='quotes')}, answers.headline, answers.url FROM quotes "  # noqa: S608  # As above.
            "LEFT JOIN answers ON answers.id = quotes.answer AND answers.part = quotes.part "
            f"WHERE {wanted} ORDER BY quotes.created DESC, quotes.id LIMIT :count OFFSET :offset"
        )
        total = await value(self._database, counted, **values)
        rows = await self._database.rows(found, **values, count=query.count, offset=query.offset)
        return tuple(_quote(row) for row in rows), total

    async def quotes_of(self, answers: Collection[int]) -> tuple[QuoteRecord, ...]:
        """The quotes of answers, each answer's in their order."""
        statement = f"SELECT {columns(QUOTE)} FROM quotes WHERE answer IN :answers ORDER BY id"  # noqa: S608  # Names of fields.
        return tuple(_quote(row) for row in await self._database.rows(statement, answers=answers))

    async def speakers(self, guild: int, typed: str, *, rooms: Collection[int], count: int) -> tuple[str, ...]:
        """Who is quoted in these rooms of a server and has `typed` in the name, who is quoted most first."""
        rows = await self._database.rows(
            "SELECT speaker FROM quotes WHERE guild = :guild AND speaker IS NOT NULL AND room IN :rooms "
            "AND speaker_folded LIKE :typed ESCAPE '/' GROUP BY speaker ORDER BY count(*) DESC, speaker LIMIT :count",
            guild=guild,
            rooms=rooms,
            typed=within(folded(typed)),
            count=count,
        )
        return tuple(row["speaker"] for row in rows)

    def _wanted_quotes(self, query: QuoteQuery) -> tuple[str, dict[str, object]]:
        """The condition that a search means, and its values."""
        asked: tuple[tuple[object, str, str, object], ...] = (
            (query.rooms is not None, "quotes.room IN :rooms", "rooms", query.rooms),
            (query.channel, "(quotes.channel = :channel OR quotes.room = :channel)", "channel", query.channel),
            (query.speaker, "speaker_folded LIKE :speaker ESCAPE '/'", "speaker", within(folded(query.speaker))),
            (query.words, *self._says(query.words)),
            (query.since, "quotes.created >= :since", "since", query.since),
            (query.until, "quotes.created < :until", "until", query.until),
        )
        given = [(condition, name, found) for is_asked, condition, name, found in asked if is_asked]
        wanted = " AND ".join(["quotes.guild = :guild", *(condition for condition, _, _ in given)])
        return wanted, {"guild": query.guild} | {name: found for _, name, found in given}

    def _says(self, words: str) -> tuple[str, str, str]:
        """A condition that a quote has every one of the words, as a word's beginning; a value and its name."""
        words = folded(words)
        found = _WORDS.findall(words)
        if not found or _UNSPACED.search(words):
            return "text_folded LIKE :words ESCAPE '/'", "words", within(words.strip())
        if self._database.is_sqlite:
            match = " AND ".join(f'"{word}"*' for word in found)
            return "quotes.id IN (SELECT rowid FROM quotes_words WHERE quotes_words MATCH :words)", "words", match
        match = " & ".join(f"{word}:*" for word in found)
        return "to_tsvector('simple', text_folded) @@ to_tsquery('simple', :words)", "words", match

    async def _answers(self, wanted: str, **values: object) -> tuple[AnswerRecord, ...]:
        return await answers_where(self._database, f"{wanted} {_IN_ORDER}", **values)

    # --- usage ------------------------------------------------------------------------------------------------------

    async def record_usage(self, usage: UsageRecord) -> None:
        """Add to what a channel used in a day."""
        await self._database.change(_USE, **asdict(usage))

    async def usage(self, guild: int, *, since: date, until: date) -> tuple[UsageRecord, ...]:
        """What a server used from one day to another, both included, by channel and day."""
        statement = (
            f"SELECT {columns(_USAGE)} FROM usage WHERE guild = :guild AND day BETWEEN :since AND :until ORDER BY day"  # noqa: S608  # Names of fields.
        )
        rows = await self._database.rows(statement, guild=guild, since=since, until=until)
        return tuple(UsageRecord(**row | {"day": _day(row["day"])}) for row in rows)

    # --- users ------------------------------------------------------------------------------------------------------

    async def opt_out(self, user: int, *, out: bool) -> None:
        """Answer a user's messages no more, or again."""
        async with self._database.transaction() as connection:
            if out:
                await connection.change(_OPT_OUT, user=user, at=self._now())
            else:
                await connection.change('DELETE FROM opt_outs WHERE "user" = :user', user=user)
            # No server has this number: it tells every process that somebody's wish changed.
            await _announce(connection, 0)

    async def opted_out(self) -> frozenset[int]:
        """Everybody who opted out."""
        return frozenset(row["user"] for row in await self._database.rows('SELECT "user" FROM opt_outs'))

    async def kept_of(self, user: int) -> Kept:
        """What is kept of a user."""
        (counted,) = await self._database.rows(
            "SELECT (SELECT count(*) FROM answers WHERE poster = :user) AS answers, "
            '(SELECT count(*) FROM audit WHERE "user" = :user) AS changes, '
            '(SELECT count(*) FROM opt_outs WHERE "user" = :user) AS outs',
            user=user,
        )
        guilds = await self._database.rows(
            "SELECT DISTINCT guild FROM answers WHERE poster = :user AND guild IS NOT NULL ORDER BY guild", user=user
        )
        return Kept(
            answers=counted["answers"],
            changes=counted["changes"],
            opted_out=bool(counted["outs"]),
            guilds=tuple(row["guild"] for row in guilds),
        )

    async def forget_user(self, user: int) -> None:
        """Forget everything kept of a user but an opt-out, which is their own wish."""
        async with self._database.transaction() as connection:
            await connection.change(
                "DELETE FROM quotes WHERE answer IN (SELECT id FROM answers WHERE poster = :user)", user=user
            )
            # What Discord has yet to delete is forgotten when it is deleted.
            await connection.change(
                "DELETE FROM answers WHERE poster = :user AND kind <> :removed",
                user=user,
                removed=AnswerKind.REMOVED.value,
            )
            # A change of settings stays in a server's books without who made it.
            await connection.change('UPDATE audit SET "user" = 0 WHERE "user" = :user', user=user)

    # --- servers and housekeeping -----------------------------------------------------------------------------------

    async def claim(self, name: str) -> bool:
        """Whether this process may do `name`: nobody did it, and nobody claimed it within the lease of a claim."""
        lapsed = self._now() - timedelta(seconds=limits.CLAIM_SECONDS)
        return await self._database.change(_CLAIM, name=name, at=self._now(), done=False, lapsed=lapsed) == 1

    async def finish(self, name: str) -> None:
        """What was claimed is done; nobody does it again."""
        await self._database.change("UPDATE claims SET done = :done WHERE name = :name", done=True, name=name)

    async def guild_left(self, guild: int) -> None:
        """Note that the bot left a server."""
        await self._database.change(_DEPART, guild=guild, at=self._now())

    async def guild_joined(self, guild: int) -> None:
        """Note that the bot is in a server (again): its data stays."""
        await self._database.change("DELETE FROM departures WHERE guild = :guild", guild=guild)

    async def note_servers(self, here: Collection[int], is_ours: Callable[[int], bool]) -> None:
        """Note, of the servers of which something is kept and that `is_ours` says yes to, which the bot is still in."""
        async with self._database.transaction() as connection:
            kept = await connection.rows(
                "SELECT guild FROM answers WHERE guild > 0 UNION SELECT guild FROM guild_settings WHERE guild > 0 "
                "UNION SELECT guild FROM usage WHERE guild > 0 UNION SELECT guild FROM departures WHERE guild > 0"
            )
            ours = {row["guild"] for row in kept if is_ours(row["guild"])}
            await connection.change("DELETE FROM departures WHERE guild IN :back", back=ours & set(here))
            gone = [{"guild": guild, "at": self._now()} for guild in sorted(ours - set(here))]
            if gone:
                await connection.change_each(_DEPART, gone)

    async def sweep(self, *, keep_days: int, left_days: int) -> int:
        """Delete what is older than `keep_days`, and servers that were left `left_days` ago; gives how many rows."""
        oldest = self._now() - timedelta(days=keep_days)
        gone = 0
        async with self._database.transaction() as connection:
            rows = await connection.rows(
                "SELECT guild FROM departures WHERE at <= :since", since=self._now() - timedelta(days=left_days)
            )
            values = {"left": [row["guild"] for row in rows], "oldest": oldest, "day": oldest.date()}
            for deletion in _SWEEP:
                gone += await connection.change(deletion, **values)
            await connection.change("DELETE FROM departures WHERE guild IN :left", **values)
            await connection.change("DELETE FROM deletions WHERE due < :oldest", **values)
            # Every process has seen these long ago; without this the list of changes would grow for ever.
            await connection.change(
                "DELETE FROM settings_changes WHERE id < (SELECT max(id) FROM settings_changes) - :kept",
                kept=limits.CHANGES_KEPT,
            )
        return gone


async def _announce(connection: Connection, guild: int) -> None:
    """Tell other processes of a change. Changes are numbered one transaction after the other.

    Without the lock a number could be committed after a higher one, when every process has looked past it.
    """
    await lock(connection, limits.CHANGES_LOCK)
    await connection.change("INSERT INTO settings_changes (guild) VALUES (:guild)", guild=guild)


async def _settings(connection: Connection, guild: int) -> GuildSettings:
    data = await value(connection, "SELECT data FROM guild_settings WHERE guild = :guild", guild=guild)
    return GuildSettings() if data is None else guild_config.from_json(data)


def _day(given: date | str) -> date:
    return date.fromisoformat(given) if isinstance(given, str) else given


def _quote(row: Mapping[str, Any]) -> QuoteRecord:
    """A quote; its headline is that of its answer, where that is there."""
    told = {"created": utc(row["created"]), "spoiler": bool(row["spoiler"]), "headline": row.get("headline") or ""}
    return QuoteRecord(**dict(row) | told)
