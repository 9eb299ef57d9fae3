"""What the desk and the cogs need from the world. Adapters implement these; tests hold each to one contract."""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, ParamSpec, Protocol, TypeVar

from bot.domain.chat.view import View
from bot.domain.values.article import Article
from bot.domain.values.brief import Brief, Served
from bot.domain.values.draft import Draft
from bot.domain.values.proof import Answers, Question
from bot.domain.values.records import (
    AnswerRecord,
    AuditRecord,
    DeletionRecord,
    Kept,
    QuoteQuery,
    QuoteRecord,
    UsageRecord,
)
from bot.domain.values.source import Page, Source, Upload
from bot.domain.values.spending import Holder, Spent
from bot.domain.values.wish import Wish
from bot.domain.values.work import Owed, Promised, Refusal
from bot.urgency import Urgency
from config.guild import GuildSettings

if TYPE_CHECKING:  # It brings the tables of the reading, which a gateway with workers does without.
    from bot.domain.claims.comparing.reading import Reading

P = ParamSpec("P")
T = TypeVar("T")


class Fetcher(Protocol):
    """Brings a page."""

    async def fetch(self, url: str) -> Page:
        """Fetch `url`, following redirects.

        Raises:
            UnreachableError: the page could not be had (address refused, status, time-out, size).
            UnsupportedTypeError: what came is no HTML, plain text or PDF.
        """
        ...


class Reader(Protocol):
    """Turns pages, files and pastes into articles, off the event loop, within limits of time and memory."""

    async def read_page(self, page: Page) -> Article:
        """Extract the article of a page. Raises UnreadableError when there is none."""
        ...

    async def read_upload(self, upload: Upload) -> Article:
        """Extract the article of a file. Raises UnreadableError when there is none."""
        ...

    async def read_paste(self, text: str) -> Article:
        """Clean a pasted article. Raises UnreadableError when it is not an article."""
        ...


class Engine(Protocol):
    """Writes a draft from an article."""

    @property
    def name(self) -> str:
        """The engine's name with whatever its answer depends on, such as its model: part of the cache's key."""
        ...

    async def write(self, article: Article, wish: Wish, *, read: Draft | None = None) -> Draft:
        """Write a draft. Raises EngineError.

        `read` is what the built-in engine read of the article for this wish, where that is known already.
        """
        ...


class RuleEngine(Engine, Protocol):
    """The engine that writes by rules, whose reading of an article serves the check as well."""

    async def read(self, article: Article, wish: Wish) -> tuple[Draft, "Reading"]:
        """Write a draft, and give what was read of the article beside it. Raises EngineError."""
        ...

    async def brief(self, article: Article, wish: Wish) -> tuple[Draft, Brief]:
        """Write a draft and check it, in one go. Raises EngineError."""
        ...


class SecondLook(Protocol):
    """Has a model look once more at claims that the rules leave open."""

    @property
    def name(self) -> str:
        """What the answers depend on, such as the model: part of the cache's key."""
        ...

    async def ask(self, questions: Sequence[Question]) -> Answers:
        """What it says of these questions. It never fails: what it does not answer is left out."""
        ...


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


class Metrics(Protocol):
    """Counts what happens."""

    def count(self, name: str, amount: float = 1, **labels: str) -> None:
        """Add to a counter. `name` and label names are declared in `bot/adapters/metrics.py`."""
        ...

    def observe(self, name: str, seconds: float, **labels: str) -> None:
        """Record a duration in seconds."""
        ...

    def watch(self, name: str, read: Callable[[], float]) -> None:
        """Show what `read` gives whenever somebody asks for the figures."""
        ...


Progress = Callable[[str, Article | None], None]
"""Called as work goes on, with a stage ("fetching", "reading", "busy", "writing") and the article once there is one."""


class Pool(Protocol):
    """Runs pure functions in processes that can be killed."""

    async def run(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Call a module-level `function` with picklable arguments in a process of the pool.

        Raises:
            ExtractionError: the call broke its limit of time or memory.
            BrokenOffError: its process ended for another reason, or it had no turn.
            BusyError: others' calls came first for too long.
            Exception: whatever the function itself raised.
        """
        ...


class Briefer(Protocol):
    """The one use case: a source and a wish in, a served brief out (`bot.briefing.desk.Desk`)."""

    @property
    def under_way(self) -> int:
        """How many briefs are being read or written now."""
        ...

    async def brief(
        self, source: Source, wish: Wish, *, progress: Progress | None = None, fresh: bool = False
    ) -> Served:
        """Give the brief of `source`. `fresh` reads and writes anew, whatever is cached. Raises NutgrafError."""
        ...

    async def peek(self, source: Source, wish: Wish) -> Served | None:
        """The cached brief of `source`, None when there is none: never fetches, reads a page or asks an engine."""
        ...

    async def recall(
        self, key: str, wish: Wish, *, progress: Progress | None = None, write: bool = True
    ) -> Served | None:
        """The brief of the article that a `Served.key` names, by any wish; None when the cache has let it go.

        It never fetches; an engine writes only where this wish was not written before, and never without `write`.
        Raises NutgrafError.
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


class Jobs(Protocol):
    """The job engine: runs each job once, in whichever process takes it."""

    @property
    def is_embedded(self) -> bool:
        """Whether the engine lives in this process alone."""
        ...

    @property
    def works_here(self) -> bool:
        """Whether this process does jobs."""
        ...

    async def add(self, job: str, key: str, arguments: Mapping[str, Any]) -> None:
        """Add a job; nothing happens where one under this key waits or runs.

        Args:
            job: the name under which it is known to the processes that do jobs.
            key: whatever is one job.
            arguments: numbers, strings and None, never a word of a message.

        Raises:
            QueueAwayError: the engine did not answer.
        """
        ...

    def know(self, job: str, do: Callable[[Mapping[str, Any]], Awaitable[None]]) -> None:
        """Let this process do jobs of a name."""
        ...

    async def start(self) -> None:
        """Begin to do jobs, where this process does any."""
        ...

    async def stop(self) -> None:
        """Take no more jobs, and end those under way; who comes next does them."""
        ...


class RequestBudget(Protocol):
    """Lets requests to Discord pass at the pace that it takes them."""

    @property
    def is_tight(self) -> bool:
        """Whether requests had to wait just now, so that what is not needed should be left out."""
        ...

    async def take(self, method: str, path: str, level: Urgency) -> None:
        """Wait until a request may be sent."""
        ...

    async def answered(self, method: str, path: str, status: int, headers: Mapping[str, str]) -> None:
        """Learn from Discord's answer to a request."""
        ...

    async def identify(self, shard: int, *, at_once: int) -> None:
        """Wait until a shard may identify; `at_once` may do so in the same five seconds, by their numbers."""
        ...


class Delivery(Protocol):
    """Puts answers into Discord. Every method raises GoneError or DeliveryError where Discord does not take them."""

    def lacks(self, channel: int, *, threads: bool = False) -> tuple[str, ...]:
        """The permissions, in Discord's own names, that the bot lacks to answer in a channel.

        Args:
            channel: a channel or thread of a server.
            threads: whether answers open threads.
        """
        ...

    def room(self, channel: int) -> int:
        """The channel whose permissions say who sees what stands in a channel: a public thread's own, else itself."""
        ...

    async def hides(self, channel: int) -> bool:
        """Whether what stands in a channel is hidden until clicked: a channel for spoilers, and its threads."""
        ...

    def is_known_to_hide(self, channel: int) -> bool | None:
        """As `hides`, by what the gateway told; None where only Discord knows."""
        ...

    def learn(self, channel: int, *, hides: bool) -> None:
        """Another process knows whether a channel hides what stands in it."""
        ...

    async def react(self, channel: int, message: int, emoji: str) -> None:
        """Add a reaction to a message."""
        ...

    async def take_back(self, channel: int, message: int, emoji: str) -> None:
        """Take a reaction of the bot's back; one that is gone already is no fault."""
        ...

    def typing(self, channel: int) -> AbstractAsyncContextManager[None]:
        """Show that an answer is being written. Failing to show it is no fault."""
        ...

    async def reply(self, channel: int, to: int, view: View, *, nonce: str) -> int:
        """Reply to a message without a ping; gives the answer's id. The same nonce again posts no second answer."""
        ...

    async def own_reply(self, channel: int, to: int, view: View) -> int | None:
        """The bot's reply to a message that shows what `view` does, None where there is none soon after the message."""
        ...

    async def send(self, channel: int, view: View, *, nonce: str | None = None) -> int:
        """Post a message that replies to none; gives its id."""
        ...

    async def edit(self, channel: int, message: int, view: View) -> None:
        """Change an answer."""
        ...

    async def delete(self, channel: int, message: int) -> None:
        """Delete an answer; one that is gone already is no fault."""
        ...

    async def open_thread(self, channel: int, message: int, name: str) -> int:
        """Open a thread from an answer; gives its id."""
        ...

    def opens_threads(self, channel: int) -> bool:
        """Whether Discord lets the bot open threads from messages of a channel: not in voice channels and threads."""
        ...

    async def rename_thread(self, thread: int, name: str) -> None:
        """Change the name of a thread that the bot opened."""
        ...

    async def delete_thread(self, thread: int) -> None:
        """Delete a thread that the bot opened, or close it where that is not permitted."""
        ...

    async def tell_admins(self, guild: int, view: View) -> bool:
        """Bring a word to a server's admins, in private; whether anybody was reached."""
        ...
