"""What is under way, as values: ids and times, never a word of a message. Times are in UTC."""

from dataclasses import dataclass
from datetime import UTC, datetime

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
class PromisedBrief:
    """What a command asked for, where that can be had again: an address, and the message that it stood in.

    Attributes:
        url: the article's address.
        length, language: of the wish.
        spoiler: whether it is hidden.
        message, channel, links: of the message that the command is about, as in `cogs.shared.commands.briefs.About`.
    """

    url: str
    length: str
    language: str | None
    spoiler: bool = False
    message: int | None = None
    channel: int | None = None
    links: str = ""


@dataclass(frozen=True, slots=True)
class Promised:
    """An answer that was promised to a command ("thinking …") and has not been given.

    Attributes:
        id, token: of the interaction; with them its answer can be given for fifteen minutes, by any process.
        channel, channel_type, guild, user: where it was given, and by whom.
        locale, guild_locale: the languages of the member who asked and of the server.
        installed: whether the server has the bot, and not its user alone.
        private: whether only the member who asked sees the answer.
        brief: what was asked for; None where that cannot be had again, and the member is told so.
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
    brief: PromisedBrief | None = None


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
