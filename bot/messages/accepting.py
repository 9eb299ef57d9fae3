"""Takes messages that want an answer, and sees to it that each gets one whatever dies in between."""

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from bot.domain.values.work import Owed, time_of
from bot.ending import end
from bot.errors import QueueAwayError, StorageError
from bot.guilds.settings_cache import SettingsCache
from bot.messages.answering import Answering
from bot.messages.owing.batching import Batching
from bot.messages.owing.fair_queue import FairQueue, QueueBounds
from bot.messages.owing.marks import Marks
from bot.messages.performing import Performing
from bot.messages.posts.post import Heard, Post, Trigger
from bot.ports import Jobs, Metrics, WorkStore
from config import limits

log = logging.getLogger(__name__)

JOB = "answer"
"""The name of the job that gives an answer."""

BOUNDS = QueueBounds(
    waiting=limits.WAITING_PER_SERVER,
    waiting_in_all=limits.WAITING_IN_ALL,
    at_once=limits.AT_ONCE_PER_SERVER,
    at_once_in_all=limits.AT_ONCE_IN_ALL,
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for an answer: how many, how many of them with the job engine, and seconds that the oldest waits."""

    count: int
    under_way: int
    oldest: float


class Accepting:
    """From a message that was heard to a job that answers it.

    1. The gates say whether the message wants an answer. Where the database does not know, it is asked again.
    2. What is owed is written down: the message's ids. From here on it survives the process.
    3. It waits in a queue that gives every server its turn; a server's queue that is full refuses more.
    4. It becomes a job under a key of its own, which the engine runs once. An engine that is away is done without.
    5. What is overdue, in this process or in one that died, is looked after again.

    Args:
        answering: knows the gates.
        performing: does jobs here when the engine is away, and tells which are done; messages stay in its reach.
        jobs: the job engine.
        work_store: keeps what is owed, and the marks.
        settings_cache: the servers' settings.
        marks: how far channels are done.
        metrics: counts what is refused.
        now: the time in UTC.
        is_ours: whether a server belongs to this process.
        hides: whether a channel is known to hide what stands in it.
    """

    def __init__(
        self,
        *,
        answering: Answering,
        performing: Performing,
        jobs: Jobs,
        work_store: WorkStore,
        settings_cache: SettingsCache,
        marks: Marks,
        metrics: Metrics,
        now: Callable[[], datetime],
        is_ours: Callable[[int | None], bool],
        hides: Callable[[int], bool | None],
    ) -> None:
        self.heard_here: dict[int, Heard] = {}
        self.marks = marks
        self._answering = answering
        self._performing = performing
        self._jobs = jobs
        self._work_store = work_store
        self._settings_cache = settings_cache
        self._metrics = metrics
        self._now = now
        self._is_ours = is_ours
        self._hides = hides
        self._queue = FairQueue[Owed](BOUNDS)
        self._since: dict[int, float] = {}
        self._chased: Counter[int] = Counter()
        self._owing = Batching[Owed](self._owe)
        self._undecided: list[tuple[Heard, Trigger]] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._stopping = asyncio.Event()
        self._woken = asyncio.Event()
        self._one_ended = asyncio.Event()
        performing.on_end(self._ended)

    @property
    def is_busy(self) -> bool:
        """Whether something waits or is under way."""
        return bool(len(self._queue) or self._queue.under_way or self._undecided)

    @property
    def waiting(self) -> Waiting:
        """What waits, for `/status` and the metrics."""
        oldest = min(self._since.values(), default=time.monotonic())
        under_way = len(self._queue.under_way)
        return Waiting(len(self._queue) + under_way, under_way, time.monotonic() - oldest)

    # --- taking -----------------------------------------------------------------------------------------------------

    async def hear(self, heard: Heard, trigger: Trigger = Trigger.WATCH) -> None:
        """A message in which there may be something for an answer."""
        post = heard.post
        if post.guild is not None:
            self.marks.begin(post.channel, post.guild, post.id)
        try:
            watched = await self._take(heard, trigger)
        except StorageError:
            if len(self._undecided) < limits.WAITING_IN_ALL:
                self._undecided.append((heard, trigger))
            return  # Open: after a restart it is read back.
        self.marks.end(post.channel, post.id, watched=watched)

    async def pass_over(self, post: Post) -> None:
        """A message about which nothing is to be done, whether or not it was taken for open."""
        self.marks.heard(post.channel, post.id)
        with suppress(StorageError):
            settings = await self._settings_cache.settings(post.guild)
            self.marks.end(post.channel, post.id, watched=settings.watches(post.channel, post.parent, post.category))

    async def _take(self, heard: Heard, trigger: Trigger) -> bool:
        """Owe an answer where one is wanted; says whether the channel is watched."""
        post = heard.post
        settings = await self._settings_cache.settings(post.guild)
        if trigger is Trigger.MENTION or await self._answering.wants(post, heard.findings, trigger):
            owed = Owed(
                post.id,
                post.channel,
                post.guild,
                trigger.value,
                parent=post.parent,
                room=post.room,
                locale=post.locale,
                hides=self._hides(post.channel),
            )
            if not self._queue.has_room(_server(owed), owed.message):
                self._metrics.count("stopped", gate="busy")
                log.warning("not answered in %s: too much is waiting", post.channel)
            else:
                # Written down first: a job that is done at once strikes out what is there.
                await self._owing.put(owed)
                self._enqueue(owed, heard)
        return settings.watches(post.channel, post.parent, post.category)

    def _enqueue(self, owed: Owed, heard: Heard | None) -> None:
        if not self._queue.put(_server(owed), owed.message, owed):
            return  # It is written down, and is looked after again.
        if heard is not None:
            self.heard_here[owed.message] = heard
        self._since.setdefault(owed.message, time.monotonic())
        self._woken.set()

    async def _owe(self, owed: Sequence[Owed]) -> None:
        await self._work_store.owe(owed, due=self._now() + timedelta(seconds=limits.OWED_LOOK_SECONDS))

    # --- giving out -------------------------------------------------------------------------------------------------

    async def start(self) -> None:
        """Begin to give out jobs and to look after them."""
        self._stopping.clear()
        self._spawn(self._give_out())
        for work, seconds in (
            (self._decide, limits.OWED_FIRST_WAIT),
            (self._chase, limits.OWED_FIRST_WAIT),
            (self._look_for_ended, limits.ENDED_LOOK_SECONDS),
            (self._note_marks, limits.MARKS_SECONDS),
        ):
            self._spawn(self._again_and_again(work, seconds))

    async def stop(self, *, seconds: float) -> None:
        """Wait for what is under way, for a while; what is not done then is done by who comes next."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while self._queue.under_way:
                    self._one_ended.clear()
                    await self._one_ended.wait()
        self._stopping.set()
        self._woken.set()
        _, late = await asyncio.wait(self._tasks, timeout=1.0) if self._tasks else (set(), set())
        await end(late)
        with suppress(StorageError):
            await self._work_store.keep_marks(self.marks.take())

    async def _give_out(self) -> None:
        while not self._stopping.is_set():
            await self._woken.wait()
            self._woken.clear()
            while not self._stopping.is_set() and (taken := self._queue.take()) is not None:
                self._spawn(self._give(taken[1]))

    async def _give(self, owed: Owed) -> None:
        try:
            await self._jobs.add(JOB, self._key(owed.message), asdict(owed))
        except QueueAwayError:
            # The answer is worth more than the engine: this process gives it, if it can read.
            if self._jobs.works_here:
                await self._performing.perform(owed)
            else:
                await self._wait(limits.OWED_FIRST_WAIT)
                self._requeue(owed)

    def _key(self, message: int) -> str:
        """A job's key. One that the engine has held for long without an end is left to it, and a new one taken."""
        anew = self._chased.get(message, 0) // limits.OWED_LOOKS
        return f"{JOB}:{message}:{anew}" if anew else f"{JOB}:{message}"

    def _requeue(self, owed: Owed) -> None:
        self._queue.end(owed.message)
        self._queue.put(_server(owed), owed.message, owed)
        self._woken.set()

    def _ended(self, message: int) -> None:
        """A job ended, here or elsewhere."""
        if self._queue.end(message):
            self._woken.set()
            self._one_ended.set()
        if message not in self._queue:
            self.heard_here.pop(message, None)
            self._since.pop(message, None)
            self._chased.pop(message, None)

    # --- looking after ----------------------------------------------------------------------------------------------

    async def _again_and_again(self, work: Callable[[], Awaitable[None]], seconds: float) -> None:
        """Do something every so many seconds until the process stops, whatever it meets."""
        while await self._wait(seconds):
            try:
                await work()
            except StorageError:
                log.warning("the database did not answer when asked for what is owed")
            except asyncio.CancelledError:
                task = asyncio.current_task()
                if task is None or task.cancelling():
                    raise
                # A driver lost its own time limit: nobody told this task to end.
                log.warning("%s was broken off", work.__name__)
            except Exception:
                log.exception("%s failed", work.__name__)
                self._metrics.count("errors", where="owed")

    async def _look_for_ended(self) -> None:
        """Ask the database which jobs other processes have ended."""
        under_way = self._queue.under_way
        if not under_way or self._jobs.is_embedded:
            return
        owed = await self._work_store.still_owed(under_way)
        for message in set(under_way) - owed:
            self._ended(message)

    async def _decide(self) -> None:
        """Decide on what could not be decided."""
        undecided, self._undecided = self._undecided, []
        for heard, trigger in undecided:
            if self._now() - time_of(heard.post.id) < timedelta(seconds=limits.OWED_SECONDS):
                await self.hear(heard, trigger)

    async def _chase(self) -> None:
        """Give out anew what is overdue."""
        overdue = [
            one for one in await self._work_store.overdue(count=limits.WAITING_PER_SERVER) if self._is_ours(one.guild)
        ]
        if not overdue:
            return
        await self._work_store.put_off(
            [one.message for one in overdue], due=self._now() + timedelta(seconds=limits.OWED_LOOK_SECONDS)
        )
        for owed in overdue:
            if owed.message in self._queue.under_way:
                # The engine knows the key as long as it has the job, and takes it anew when it has lost it.
                self._chased[owed.message] += 1
                self._spawn(self._give(owed))
            else:
                self._enqueue(owed, None)

    async def _note_marks(self) -> None:
        marks = self.marks.take()
        if not marks:
            return
        try:
            await self._work_store.keep_marks(marks)
        except BaseException:
            self.marks.put_back(marks)
            raise

    async def _wait(self, seconds: float) -> bool:
        """Wait; False where the process stops."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)
        return not self._stopping.is_set()

    def _spawn(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work, name="owed answers")
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if task.cancelled():
            if not self._stopping.is_set():
                log.error("%s was cancelled by nobody", task.get_coro())
        elif (error := task.exception()) is not None:
            log.error("looking after owed answers failed", exc_info=error)
            self._metrics.count("errors", where="owed")


def _server(owed: Owed) -> int:
    """Whose turn an answer takes; private messages are a server by their channel."""
    return owed.guild or owed.channel
