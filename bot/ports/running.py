"""How the work runs and reaches Discord: figures, jobs, the pace of requests, answers."""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol

from bot.domain.chat.view import View
from bot.urgency import Urgency


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
