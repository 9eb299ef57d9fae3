"""What is under way, as values: ids and times, never a word of a message. Times are in UTC."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

# Milliseconds since 1970 at which Discord's ids begin, and the bits of an id below its time.
_EPOCH = 1_420_070_400_000
_TIME_SHIFT = 22


@dataclass(frozen=True, slots=True)
class Owed:
    """An answer that was promised to a message and has not been given.

    Attributes:
        message: the message's id.
        channel: where it stands, a thread's id in a thread.
        guild: None in direct messages.
        parent: the channel of the thread that it stands in, None outside threads.
        room: the channel whose permissions say who sees it.
        locale: the server's locale, such as "en-US".
        trigger: how the answer was asked for, a `Trigger`.
        tries: how often it was tried.
        hides: whether all that stands there is hidden until clicked; None where Discord is to be asked.
    """

    message: int
    channel: int
    guild: int | None
    trigger: str
    parent: int | None = None
    room: int | None = None
    locale: str | None = None
    tries: int = 0
    hides: bool | None = None


@dataclass(frozen=True, slots=True)
class Promised:
    """An answer that was promised to a command ("thinking …") and has not been given.

    Attributes:
        id, token: of the interaction; with them its answer can be given for fifteen minutes, by any process.
        channel, channel_type, guild, user: where it was given, and by whom.
        locale, guild_locale: the languages of the member who asked and of the server.
        installed: whether the server has the bot, and not its user alone.
        private: whether only the member who asked sees the answer.
        kind: what was used, a command or a button, by Discord's number; 0 where it cannot be done again.
        data: what was asked for, as Discord tells it: names, ids and options. Long words are kept in the cache alone.
        parent: the channel of the thread that it was used in, None outside threads.
        roles, permissions, app_permissions: what the member and the bot may do there.
        message, message_flags: of the message with the button, None for commands.
    """

    id: int
    token: str
    channel: int
    channel_type: int
    guild: int | None
    user: int
    locale: str
    guild_locale: str | None
    installed: bool
    private: bool
    kind: int = 0
    data: Mapping[str, Any] = field(default_factory=dict)
    parent: int | None = None
    roles: tuple[int, ...] = ()
    permissions: int = 0
    app_permissions: int = 0
    message: int | None = None
    message_flags: int = 0


@dataclass(frozen=True, slots=True)
class Refusal:
    """An answer that Discord did not take: to which message, where, when, and why in Discord's own words."""

    message: int
    channel: int
    guild: int | None
    reason: str
    at: datetime


def time_of(id_: int) -> datetime:
    """When something with this id was made at Discord."""
    return datetime.fromtimestamp(((id_ >> _TIME_SHIFT) + _EPOCH) / 1000, tz=UTC)


def id_at(moment: datetime) -> int:
    """The lowest id that something made at this time can have; 0 before Discord began."""
    return max(0, int(moment.timestamp() * 1000) - _EPOCH) << _TIME_SHIFT
