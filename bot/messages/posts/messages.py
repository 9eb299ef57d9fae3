"""What the middle needs of Discord's messages: one by its ids, and the latest of a channel."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.domain.values.work import Owed
from bot.messages.posts.post import Heard, Post


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel or thread: its id, the channel above a thread, its newest message (0 without any), its category."""

    id: int
    parent: int | None
    newest: int
    category: int | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """A message that was read back. `answers` is the message that the bot's own answer replies to."""

    post: Post
    edited: bool = False
    answers: int | None = None


class Messages(Protocol):
    """Brings messages. Every method but `channels` raises GoneError, PassingRefusalError and DeliveryError."""

    async def fetch(self, owed: Owed) -> Heard:
        """The message that is owed an answer, with the message that it replies to."""
        ...

    def channels(self, guild: int) -> Sequence[Channel]:
        """The channels and threads of a server in which people write."""
        ...

    async def latest(self, channel: int, *, count: int) -> Sequence[Seen]:
        """The newest messages of a channel, the oldest of them first."""
        ...

    async def with_roles(self, post: Post) -> Post:
        """A message with its author's roles, which a message that is read back lacks."""
        ...
