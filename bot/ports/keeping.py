"""What is kept: the cache and the databases."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import date, datetime, timedelta
from typing import Protocol

from bot.domain.values.records import (
    AnswerRecord,
    AuditRecord,
    DeletionRecord,
    Kept,
    QuoteQuery,
    QuoteRecord,
    UsageRecord,
)
from bot.domain.values.spending import Holder, Spent
from bot.domain.values.work import Owed, Promised, Refusal
from config.guild import GuildSettings


class Cache(Protocol):
    """Remembers bytes for a while. A failing cache is a miss, never an error."""

    async def get(self, key: str) -> bytes | None:
        """The value kept under `key`, or None."""
        ...

    async def get_led(self, key: str, before: str, after: str) -> tuple[bytes | None, bytes | None]:
        """The value under `key`, and the one to which it leads: its second word stands between `before` and `after`."""
        ...

    async def put(self, key: str, value: bytes, *, seconds: int) -> None:
        """Keep `value` under `key` for `seconds`."""
        ...

    async def drop(self, key: str) -> None:
        """Forget `key`."""
        ...

    async def increment(self, key: str, *, seconds: int, by: int = 1) -> int:
        """Count `by` more under `key` in a window of `seconds` that opens with the first count.

        Returns the count so far, these included; `by` 0 asks for it alone. 0 when the cache fails, so that a limit then
        lets through.
        """
        ...

    def flight(self, key: str) -> AbstractAsyncContextManager[None]:
        """Hold the right to do the work of `key`: one holder at a time across everything that shares the cache.

        A failing cache lets the holder through: work done twice is better than work not done.
        """
        ...


class Store(Protocol):
    """Remembers what must outlive a restart. Every method raises StorageError when the database does not answer."""

    async def settings(self, guild: int) -> GuildSettings:
        """A server's settings, the defaults where it chose none."""
        ...

    async def change_settings(
        self, guild: int, user: int, setting: str, change: Callable[[GuildSettings], GuildSettings]
    ) -> GuildSettings:
        """Change a server's settings in one transaction and audit the change; gives the resulting settings."""
        ...

    async def settings_changes(self, after: int) -> tuple[int, frozenset[int]]:
        """The servers whose settings changed after a mark, and the new mark; `after` -1 gives the mark alone.

        A member's opting out or in counts as a change of server 0.
        """
        ...

    async def audit(self, guild: int, *, count: int) -> tuple[AuditRecord, ...]:
        """The latest changes of a server's settings, latest first."""
        ...

    async def servers_with_digest(self) -> tuple[tuple[int, GuildSettings], ...]:
        """Every server with a scheduled digest, and its settings."""
        ...

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
        ...

    async def keep_first(
        self, answers: Sequence[AnswerRecord], quotes: Sequence[QuoteRecord] = ()
    ) -> tuple[AnswerRecord, ...]:
        """Remember the parts of an answer to a message, unless another was kept first; gives what is kept."""
        ...

    async def answers_pointing(self, target: int) -> tuple[AnswerRecord, ...]:
        """The answers that have a pointer to another, whole, the newest first."""
        ...

    async def dangling_pointers(self, *, count: int) -> tuple[AnswerRecord, ...]:
        """Pointers to what is no brief any more, as rows of their own, the newest first."""
        ...

    async def remove_answers(self, ids: Collection[int]) -> None:
        """Note that answers are to be deleted: they count for nothing, and are forgotten when they are gone."""
        ...

    async def keep_deletion(self, deletion: DeletionRecord) -> None:
        """Remember that a message is to be deleted; what was kept of it before is replaced."""
        ...

    async def claim_deletions(self, *, count: int, until: datetime) -> tuple[DeletionRecord, ...]:
        """Deletions that are due, the oldest first; nobody else is given them until a time."""
        ...

    async def deletion_done(self, message: int) -> None:
        """A message is gone; with the last message of a removed answer the answer is forgotten."""
        ...

    async def answer(self, id_: int) -> tuple[AnswerRecord, ...]:
        """The parts of the answer with this message id."""
        ...

    async def answers_to(self, sources: Collection[int]) -> tuple[AnswerRecord, ...]:
        """The answers to these messages."""
        ...

    async def answers_touching(self, messages: Collection[int]) -> tuple[AnswerRecord, ...]:
        """The answers to these messages, and those that are these messages or stand in threads of them."""
        ...

    async def answered_channels(self, guild: int) -> frozenset[int]:
        """The channels of a server in which answers stand, or the messages that they answer."""
        ...

    async def answers_in(self, channel: int) -> tuple[AnswerRecord, ...]:
        """The answers to messages of a channel or in it."""
        ...

    async def earlier_answer(
        self, channel: int, content: str, *, since: datetime, but: int | None = None
    ) -> AnswerRecord | None:
        """The first brief of an article in a channel since a time; none that answers the message `but`."""
        ...

    async def answers_of(self, user: int) -> tuple[AnswerRecord, ...]:
        """The answers to a user's messages and commands."""
        ...

    async def briefs_since(
        self, guild: int, channel: int | None, *, since: datetime, rooms: Collection[int] | None = None
    ) -> tuple[AnswerRecord, ...]:
        """A server's briefs since a time, oldest first: in one channel with its public threads, in rooms, or in all."""
        ...

    async def forget_answers(self, ids: Collection[int]) -> None:
        """Forget answers and their quotes."""
        ...

    async def find_quotes(self, query: QuoteQuery) -> tuple[tuple[QuoteRecord, ...], int]:
        """The matching quotes, latest first, and how many match in all."""
        ...

    async def quotes_of(self, answers: Collection[int]) -> tuple[QuoteRecord, ...]:
        """The quotes of answers, each answer's in their order."""
        ...

    async def speakers(self, guild: int, typed: str, *, rooms: Collection[int], count: int) -> tuple[str, ...]:
        """Who is quoted in these rooms of a server and has `typed` in the name, who is quoted most first."""
        ...

    async def record_usage(self, usage: UsageRecord) -> None:
        """Add to what a channel used in a day."""
        ...

    async def usage(self, guild: int, *, since: date, until: date) -> tuple[UsageRecord, ...]:
        """What a server used from one day to another, both included, by channel and day."""
        ...

    async def opt_out(self, user: int, *, out: bool) -> None:
        """Answer a user's messages no more, or again."""
        ...

    async def opted_out(self) -> frozenset[int]:
        """Everybody who opted out."""
        ...

    async def kept_of(self, user: int) -> Kept:
        """What is kept of a user."""
        ...

    async def forget_user(self, user: int) -> None:
        """Forget everything kept of a user but an opt-out, which is their own wish."""
        ...

    async def claim(self, name: str) -> bool:
        """Whether this process may do `name`: nobody did it, and nobody claimed it within the lease of a claim."""
        ...

    async def finish(self, name: str) -> None:
        """What was claimed is done; nobody does it again. Without this another process takes it over."""
        ...

    async def guild_left(self, guild: int) -> None:
        """Note that the bot left a server."""
        ...

    async def guild_joined(self, guild: int) -> None:
        """Note that the bot is in a server (again): its data stays."""
        ...

    async def note_servers(self, here: Collection[int], is_ours: Callable[[int], bool]) -> None:
        """Note, of the servers of which something is kept and that `is_ours` says yes to, which the bot is still in."""
        ...

    async def sweep(self, *, keep_days: int, left_days: int) -> int:
        """Delete what is older than `keep_days`, and servers that were left `left_days` ago; gives how many rows."""
        ...


class WorkStore(Protocol):
    """Remembers what is under way. Every method raises StorageError when the database does not answer."""

    async def owe(self, owed: Collection[Owed], *, due: datetime) -> None:
        """Remember that these messages are owed answers, to be looked after again at `due`. Known ones stay."""
        ...

    async def overdue(self, *, count: int) -> tuple[Owed, ...]:
        """Answers that should have been given by now, the oldest first."""
        ...

    async def put_off(self, messages: Collection[int], *, due: datetime, tried: bool = False) -> None:
        """Look after these again at `due`; `tried` counts a try."""
        ...

    async def settle(self, messages: Collection[int]) -> None:
        """These messages are owed nothing any more."""
        ...

    async def still_owed(self, messages: Collection[int]) -> frozenset[int]:
        """Those of these messages that are owed an answer."""
        ...

    async def promise(self, promised: Promised, *, due: datetime) -> None:
        """Remember that a command was promised an answer; another process gives it at `due`."""
        ...

    async def renew_promises(self, ids: Collection[int], *, due: datetime) -> None:
        """These are still worked at."""
        ...

    async def claim_promises(
        self, *, count: int, until: datetime, is_for_us: Callable[[Promised], bool]
    ) -> tuple[Promised, ...]:
        """Promises that nobody works at and that are for us, the oldest first; nobody else has them until a time."""
        ...

    async def promises_kept(self, ids: Collection[int]) -> None:
        """These were answered, or can be answered no more."""
        ...

    async def keep_marks(self, marks: Mapping[int, tuple[int, int]]) -> None:
        """Note how far channels are done: by channel its server and the newest message up to which nothing is open."""
        ...

    async def marks(self, guilds: Collection[int]) -> dict[int, int]:
        """How far the channels of servers are done, by channel."""
        ...

    async def answered_since(self, guild: int, oldest: int) -> dict[int, frozenset[int]]:
        """By channel of a server, the messages from this id on that have an answer."""
        ...

    async def refused(self, refusal: Refusal) -> None:
        """Remember that Discord did not take an answer, and why."""
        ...

    async def refusal_of(self, message: int) -> Refusal | None:
        """Why Discord did not take the answer to a message, None where it took it or was not asked."""
        ...

    async def refusals_in(self, channels: Collection[int], *, since: datetime) -> dict[int, Refusal]:
        """By channel, the latest answer since a time that Discord did not take."""
        ...

    async def fact(self, name: str) -> str | None:
        """A fact of the bot as a whole, None where none was kept."""
        ...

    async def keep_fact(self, name: str, value: str) -> None:
        """Keep a fact of the bot as a whole."""
        ...

    async def sweep(self, *, keep: timedelta) -> None:
        """Forget refusals and marks that are older."""
        ...


class SpendingStore(Protocol):
    """Counts what models wrote and cost, for all processes together."""

    async def spend(self, day: date, holders: Collection[Holder], spent: Spent) -> dict[Holder, Spent]:
        """Add to what each holder spent in a day; gives what it is then. Negative numbers give back."""
        ...

    async def spent(self, day: date, holders: Collection[Holder]) -> dict[Holder, Spent]:
        """What each holder spent in a day; those that spent nothing are left out."""
        ...

    async def forget(self, before: date) -> None:
        """Delete what was spent before a day."""
        ...
