"""The database by SQLAlchemy: SQLite in a file, or PostgreSQL where several processes share it."""

import re
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.database import sql_schema as schema
from bot.adapters.database.folding import folded
from bot.adapters.database.sql_answers import Now, SqlAnswers, answer_of, utc
from bot.adapters.database.sql_engine import batches, open_engine, reading, writing
from bot.domain.values.records import AnswerKind, AnswerRecord, AuditRecord, Kept, QuoteQuery, QuoteRecord, UsageRecord
from config import guild as guild_config
from config import limits
from config.guild import GuildSettings

_WORDS = re.compile(r"\w+")
# Scripts without spaces between words: a full-text index sees one word where there are many.
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


@asynccontextmanager
async def open_store(url: str, *, now: Now) -> AsyncIterator["SqlStore"]:
    """A store on the database at `url`. Raises as `open_engine`."""
    async with open_engine(url) as engine:
        yield SqlStore(engine, now=now)


class SqlStore(SqlAnswers):
    """A `Store` on SQLite or PostgreSQL.

    Args:
        engine: SQLAlchemy's engine; who made it disposes of it.
        now: the time in UTC.
    """

    # --- settings ---------------------------------------------------------------------------------------------------

    async def settings(self, guild: int) -> GuildSettings:
        """A server's settings, the defaults where it chose none."""
        async with self._reading() as connection:
            return await _settings(connection, guild)

    async def change_settings(
        self, guild: int, user: int, setting: str, change: Callable[[GuildSettings], GuildSettings]
    ) -> GuildSettings:
        """Change a server's settings in one transaction and audit the change; gives the resulting settings."""
        async with self._writing() as connection:
            if not self._is_sqlite:  # SQLite's write lock is taken when the transaction begins.
                await connection.execute(sa.select(sa.func.pg_advisory_xact_lock(guild)))
            before = await _settings(connection, guild)
            after = change(before)
            if after == before:
                return after
            row = {"guild": guild, "data": guild_config.to_json(after)}
            await connection.execute(self._upsert(schema.guild_settings, row, ["guild"]))
            await self._announce(connection, guild)
            await connection.execute(
                schema.audit.insert().values(
                    guild=guild,
                    user=user,
                    at=self._now(),
                    setting=setting,
                    before=guild_config.to_json(before),
                    after=guild_config.to_json(after),
                )
            )
            return after

    async def settings_changes(self, after: int) -> tuple[int, frozenset[int]]:
        """The servers whose settings changed after a mark, and the new mark; `after` -1 gives the mark alone."""
        table = schema.settings_changes
        async with self._reading() as connection:
            if after < 0:
                return (await connection.execute(sa.select(sa.func.max(table.c.id)))).scalar() or 0, frozenset()
            found = sa.select(table.c.id, table.c.guild).where(table.c.id > after)
            rows = (await connection.execute(found)).all()
        return max((row.id for row in rows), default=after), frozenset(row.guild for row in rows)

    async def _announce(self, connection: AsyncConnection, guild: int) -> None:
        """Tell other processes of a change. Changes are numbered one transaction after the other.

        Without the lock a number could be committed after a higher one, when every process has looked past it.
        """
        if not self._is_sqlite:
            await connection.execute(sa.select(sa.func.pg_advisory_xact_lock(limits.CHANGES_LOCK)))
        await connection.execute(schema.settings_changes.insert().values(guild=guild))

    async def audit(self, guild: int, *, count: int) -> tuple[AuditRecord, ...]:
        """The latest changes of a server's settings, latest first."""
        table = schema.audit
        found = sa.select(table).where(table.c.guild == guild).order_by(table.c.id.desc()).limit(count)
        async with self._reading() as connection:
            rows = (await connection.execute(found)).all()
        return tuple(AuditRecord(row.guild, row.user, utc(row.at), row.setting, row.before, row.after) for row in rows)

    async def servers_with_digest(self) -> tuple[tuple[int, GuildSettings], ...]:
        """Every server that has a digest posted by itself, with its settings."""
        table = schema.guild_settings
        # Most servers have none: they are left in the database, and only what may have one is read.
        found = sa.select(table).where(table.c.data.contains('"digest": {'))
        async with self._reading() as connection:
            rows = (await connection.execute(found)).all()
        read = [(row.guild, guild_config.from_json(row.data)) for row in rows]
        return tuple((guild, settings) for guild, settings in read if settings.digest is not None)

    # --- answers and quotes -----------------------------------------------------------------------------------------

    async def answer(self, id_: int) -> tuple[AnswerRecord, ...]:
        """The parts of the answer with this message id."""
        return await self._answers(schema.answers.c.id == id_)

    async def answers_to(self, sources: Collection[int]) -> tuple[AnswerRecord, ...]:
        """The answers to these messages."""
        found = [await self._answers(schema.answers.c.source.in_(batch)) for batch in batches(sources)]
        return tuple(answer for part in found for answer in part)

    async def answers_touching(self, messages: Collection[int]) -> tuple[AnswerRecord, ...]:
        """The answers to these messages, and those that are these messages or stand in threads of them."""
        table = schema.answers
        found: dict[tuple[int, int], AnswerRecord] = {}
        for batch in batches(messages):
            touched = await self._answers(table.c.source.in_(batch) | table.c.id.in_(batch) | table.c.head.in_(batch))
            found |= {(answer.id, answer.part): answer for answer in touched}
        return tuple(found.values())

    async def answered_channels(self, guild: int) -> frozenset[int]:
        """The channels of a server in which answers stand, or the messages that they answer."""
        table = schema.answers
        asked = sa.select(table.c.channel, table.c.source_channel).where(table.c.guild == guild).distinct()
        async with self._reading() as connection:
            rows = (await connection.execute(asked)).all()
        return frozenset(channel for row in rows for channel in row if channel is not None)

    async def answers_in(self, channel: int) -> tuple[AnswerRecord, ...]:
        """The answers to messages of a channel or in it."""
        table = schema.answers
        return await self._answers((table.c.channel == channel) | (table.c.source_channel == channel))

    async def earlier_answer(
        self, channel: int, content: str, *, since: datetime, but: int | None = None
    ) -> AnswerRecord | None:
        """The first brief of an article in a channel since a time; none that answers the message `but`."""
        table = schema.answers
        place = (table.c.channel == channel) | (table.c.source_channel == channel)
        wanted = place & (table.c.kind == AnswerKind.BRIEF.value) & (table.c.content == content)
        wanted &= table.c.created >= since
        if but is not None:
            wanted &= sa.or_(table.c.source.is_(None), table.c.source != but)
        found = await self._answers(wanted, count=1)
        return found[0] if found else None

    async def answers_of(self, user: int) -> tuple[AnswerRecord, ...]:
        """The answers to a user's messages and commands."""
        return await self._answers(schema.answers.c.poster == user)

    async def briefs_since(
        self, guild: int, channel: int | None, *, since: datetime, rooms: Collection[int] | None = None
    ) -> tuple[AnswerRecord, ...]:
        """A server's briefs since a time, oldest first: in one channel with its public threads, in rooms, or in all."""
        table = schema.answers
        wanted = (table.c.guild == guild) & (table.c.kind == AnswerKind.BRIEF.value) & (table.c.created >= since)
        if channel is not None:
            wanted &= (table.c.channel == channel) | (table.c.source_channel == channel) | (table.c.room == channel)
        if rooms is not None:
            wanted &= table.c.room.in_(rooms)
        return await self._answers(wanted)

    async def forget_answers(self, ids: Collection[int]) -> None:
        """Forget answers and their quotes."""
        async with self._writing() as connection:
            for batch in batches(ids):
                await connection.execute(schema.quotes.delete().where(schema.quotes.c.answer.in_(batch)))
                await connection.execute(schema.answers.delete().where(schema.answers.c.id.in_(batch)))

    async def find_quotes(self, query: QuoteQuery) -> tuple[tuple[QuoteRecord, ...], int]:
        """The matching quotes, latest first, and how many match in all."""
        table = schema.quotes
        wanted = table.c.guild == query.guild
        if query.rooms is not None:
            wanted &= table.c.room.in_(query.rooms)
        if query.channel is not None:
            wanted &= (table.c.channel == query.channel) | (table.c.room == query.channel)
        if query.speaker:
            wanted &= table.c.speaker_folded.contains(folded(query.speaker), autoescape=True)
        if query.words:
            wanted &= self._says(query.words)
        if query.since is not None:
            wanted &= table.c.created >= query.since
        if query.until is not None:
            wanted &= table.c.created < query.until
        told = schema.answers
        its = (told.c.id == table.c.answer) & (told.c.part == table.c.part)
        found = sa.select(table, told.c.headline, told.c.url).select_from(table.outerjoin(told, its)).where(wanted)
        newest = found.order_by(table.c.created.desc(), table.c.id)
        async with self._reading() as connection:
            total = (await connection.execute(sa.select(sa.func.count()).select_from(table).where(wanted))).scalar_one()
            rows = (await connection.execute(newest.offset(query.offset).limit(query.count))).all()
        return tuple(_quote(row) for row in rows), total

    async def quotes_of(self, answers: Collection[int]) -> tuple[QuoteRecord, ...]:
        """The quotes of answers, each answer's in their order."""
        table = schema.quotes
        rows: list[sa.Row[Any]] = []
        async with self._reading() as connection:
            for batch in batches(answers):
                found = sa.select(table).where(table.c.answer.in_(batch)).order_by(table.c.id)
                rows += (await connection.execute(found)).all()
        return tuple(_quote(row) for row in rows)

    async def speakers(self, guild: int, typed: str, *, rooms: Collection[int], count: int) -> tuple[str, ...]:
        """Who is quoted in these rooms of a server and has `typed` in the name, who is quoted most first."""
        table = schema.quotes
        wanted = (table.c.guild == guild) & table.c.speaker.is_not(None) & table.c.room.in_(rooms)
        if typed:
            wanted &= table.c.speaker_folded.contains(folded(typed), autoescape=True)
        found = sa.select(table.c.speaker).where(wanted).group_by(table.c.speaker)
        most = found.order_by(sa.func.count().desc(), table.c.speaker).limit(count)
        async with self._reading() as connection:
            return tuple((await connection.execute(most)).scalars())

    def _says(self, words: str) -> sa.ColumnElement[bool]:
        """Whether a quote has every one of the words, each as a word's beginning."""
        table, words = schema.quotes, folded(words)
        found = _WORDS.findall(words)
        if not found or _UNSPACED.search(words):
            return table.c.text_folded.contains(words.strip(), autoescape=True)
        if self._is_sqlite:
            match = " AND ".join(f'"{word}"*' for word in found)
            rows = sa.text("SELECT rowid FROM quotes_words WHERE quotes_words MATCH :match").bindparams(match=match)
            return table.c.id.in_(rows.columns(sa.column("rowid", sa.Integer)))
        match = " & ".join(f"{word}:*" for word in found)
        vector = sa.func.to_tsvector(sa.literal_column("'simple'"), table.c.text_folded)
        return vector.op("@@")(sa.func.to_tsquery(sa.literal_column("'simple'"), match))

    async def _answers(self, wanted: sa.ColumnElement[bool], *, count: int | None = None) -> tuple[AnswerRecord, ...]:
        table = schema.answers
        found = sa.select(table).where(wanted).order_by(table.c.created, table.c.id, table.c.part).limit(count)
        async with self._reading() as connection:
            rows = (await connection.execute(found)).mappings().all()
        return tuple(answer_of(row) for row in rows)

    # --- usage ------------------------------------------------------------------------------------------------------

    async def record_usage(self, usage: UsageRecord) -> None:
        """Add to what a channel used in a day."""
        table = schema.usage
        row = asdict(usage)
        counted = [name for name in row if name not in {"guild", "channel", "day"}]
        insert = self._insert(table).values(row)
        added = {name: table.c[name] + insert.excluded[name] for name in counted}
        async with self._writing() as connection:
            await connection.execute(
                insert.on_conflict_do_update(index_elements=["guild", "channel", "day"], set_=added)
            )

    async def usage(self, guild: int, *, since: date, until: date) -> tuple[UsageRecord, ...]:
        """What a server used from one day to another, both included, by channel and day."""
        table = schema.usage
        wanted = (table.c.guild == guild) & table.c.day.between(since, until)
        async with self._reading() as connection:
            rows = (await connection.execute(sa.select(table).where(wanted).order_by(table.c.day))).mappings().all()
        return tuple(UsageRecord(**dict(row)) for row in rows)

    # --- users ------------------------------------------------------------------------------------------------------

    async def opt_out(self, user: int, *, out: bool) -> None:
        """Answer a user's messages no more, or again."""
        table = schema.opt_outs
        async with self._writing() as connection:
            if out:
                await connection.execute(self._upsert(table, {"user": user, "at": self._now()}, ["user"]))
            else:
                await connection.execute(table.delete().where(table.c.user == user))
            # No server has this number: it tells every process that somebody's wish changed.
            await self._announce(connection, 0)

    async def opted_out(self) -> frozenset[int]:
        """Everybody who opted out."""
        async with self._reading() as connection:
            return frozenset((await connection.execute(sa.select(schema.opt_outs.c.user))).scalars())

    async def kept_of(self, user: int) -> Kept:
        """What is kept of a user."""
        answers, audit, outs = schema.answers, schema.audit, schema.opt_outs
        async with self._reading() as connection:

            async def number(table: sa.Table, wanted: sa.ColumnElement[bool]) -> int:
                counted = sa.select(sa.func.count()).select_from(table).where(wanted)
                return int((await connection.execute(counted)).scalar_one())

            guilds = sa.select(answers.c.guild).where(answers.c.poster == user, answers.c.guild.is_not(None)).distinct()
            return Kept(
                answers=await number(answers, answers.c.poster == user),
                changes=await number(audit, audit.c.user == user),
                opted_out=bool(await number(outs, outs.c.user == user)),
                guilds=tuple(sorted((await connection.execute(guilds)).scalars())),
            )

    async def forget_user(self, user: int) -> None:
        """Forget everything kept of a user but an opt-out, which is their own wish."""
        answers = schema.answers
        async with self._writing() as connection:
            theirs = sa.select(answers.c.id).where(answers.c.poster == user)
            await connection.execute(schema.quotes.delete().where(schema.quotes.c.answer.in_(theirs)))
            # What Discord has yet to delete is forgotten when it is deleted.
            gone = (answers.c.poster == user) & (answers.c.kind != AnswerKind.REMOVED.value)
            await connection.execute(answers.delete().where(gone))
            # A change of settings stays in a server's books without who made it.
            await connection.execute(schema.audit.update().where(schema.audit.c.user == user).values(user=0))

    # --- servers and housekeeping -----------------------------------------------------------------------------------

    async def claim(self, name: str) -> bool:
        """Whether this process may do `name`: nobody did it, and nobody claimed it within the lease of a claim."""
        table = schema.claims
        insert = self._insert(table).values(name=name, at=self._now(), done=False)
        lapsed = self._now() - timedelta(seconds=limits.CLAIM_SECONDS)
        taken_over = insert.on_conflict_do_update(
            index_elements=["name"],
            set_={"at": insert.excluded.at},
            where=table.c.done.is_(False) & (table.c.at <= lapsed),
        )
        async with self._writing() as connection:
            return (await connection.execute(taken_over)).rowcount == 1

    async def finish(self, name: str) -> None:
        """What was claimed is done; nobody does it again."""
        table = schema.claims
        async with self._writing() as connection:
            await connection.execute(table.update().where(table.c.name == name).values(done=True))

    async def guild_left(self, guild: int) -> None:
        """Note that the bot left a server."""
        insert = self._insert(schema.departures).values(guild=guild, at=self._now()).on_conflict_do_nothing()
        async with self._writing() as connection:
            await connection.execute(insert)

    async def guild_joined(self, guild: int) -> None:
        """Note that the bot is in a server (again): its data stays."""
        async with self._writing() as connection:
            await connection.execute(schema.departures.delete().where(schema.departures.c.guild == guild))

    async def note_servers(self, here: Collection[int], is_ours: Callable[[int], bool]) -> None:
        """Note, of the servers of which something is kept and that `is_ours` says yes to, which the bot is still in."""
        tables = (schema.answers, schema.guild_settings, schema.usage, schema.departures)
        kept = sa.union(*(sa.select(table.c.guild).where(table.c.guild > 0) for table in tables))
        async with self._writing() as connection:
            ours = {guild for guild in (await connection.execute(kept)).scalars() if is_ours(guild)}
            back = schema.departures.delete().where(schema.departures.c.guild.in_(ours & set(here)))
            await connection.execute(back)
            rows = [{"guild": guild, "at": self._now()} for guild in sorted(ours - set(here))]
            if rows:
                await connection.execute(self._insert(schema.departures).values(rows).on_conflict_do_nothing())

    async def sweep(self, *, keep_days: int, left_days: int) -> int:
        """Delete what is older than `keep_days`, and servers that were left `left_days` ago; gives how many rows."""
        oldest = self._now() - timedelta(days=keep_days)
        gone = 0
        async with self._writing() as connection:
            left = sa.select(schema.departures.c.guild).where(
                schema.departures.c.at <= self._now() - timedelta(days=left_days)
            )
            doomed = [
                schema.quotes.delete().where((schema.quotes.c.created < oldest) | schema.quotes.c.guild.in_(left)),
                schema.answers.delete().where((schema.answers.c.created < oldest) | schema.answers.c.guild.in_(left)),
                schema.usage.delete().where((schema.usage.c.day < oldest.date()) | schema.usage.c.guild.in_(left)),
                schema.audit.delete().where((schema.audit.c.at < oldest) | schema.audit.c.guild.in_(left)),
                schema.claims.delete().where(schema.claims.c.at < oldest),
                schema.guild_settings.delete().where(schema.guild_settings.c.guild.in_(left)),
            ]
            for deletion in doomed:
                gone += (await connection.execute(deletion)).rowcount
            await connection.execute(schema.departures.delete().where(schema.departures.c.guild.in_(left)))
            await connection.execute(schema.deletions.delete().where(schema.deletions.c.due < oldest))
            # Every process has seen these long ago; without this the list of changes would grow for ever.
            changes = schema.settings_changes
            newest = sa.select(sa.func.max(changes.c.id)).scalar_subquery()
            await connection.execute(changes.delete().where(changes.c.id < newest - limits.CHANGES_KEPT))
        return gone

    # --- how -------------------------------------------------------------------------------------------------------

    def _reading(self) -> AbstractAsyncContextManager[AsyncConnection]:
        return reading(self._engine)

    def _writing(self) -> AbstractAsyncContextManager[AsyncConnection]:
        return writing(self._engine)

    def _insert(self, table: sa.Table) -> sqlite.Insert | postgresql.Insert:
        return sqlite.insert(table) if self._is_sqlite else postgresql.insert(table)

    def _upsert(self, table: sa.Table, row: dict[str, Any], keys: list[str]) -> sqlite.Insert | postgresql.Insert:
        insert = self._insert(table).values(row)
        changed = {name: insert.excluded[name] for name in row if name not in keys}
        return insert.on_conflict_do_update(index_elements=keys, set_=changed)


async def _settings(connection: AsyncConnection, guild: int) -> GuildSettings:
    table = schema.guild_settings
    data = (await connection.execute(sa.select(table.c.data).where(table.c.guild == guild))).scalar()
    return GuildSettings() if data is None else guild_config.from_json(data)


def _quote(row: sa.Row[Any]) -> QuoteRecord:
    return QuoteRecord(
        text=row.text,
        speaker=row.speaker,
        link=row.link,
        guild=row.guild,
        channel=row.channel,
        answer=row.answer,
        created=utc(row.created),
        room=row.room,
        spoiler=row.spoiler,
        part=row.part,
        headline=getattr(row, "headline", None) or "",
        url=getattr(row, "url", None),
    )
