"""Guilds, channels, members and messages as the local Discord keeps them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, IntFlag
from typing import Any, TypeVar

JSON = dict[str, Any]
Thing = TypeVar("Thing")


class ChannelKind(IntEnum):
    """Discord's channel types that are spoken here."""

    TEXT = 0
    DM = 1
    VOICE = 2
    GROUP_DM = 3
    CATEGORY = 4
    NEWS = 5
    NEWS_THREAD = 10
    PUBLIC_THREAD = 11
    PRIVATE_THREAD = 12
    STAGE = 13
    FORUM = 15
    MEDIA = 16


# Channels whose messages are read and written by those alone who may connect.
VOICES = frozenset({ChannelKind.VOICE, ChannelKind.STAGE})

# Channels that hold posts, each a thread, and no messages.
THREADS_ONLY = frozenset({ChannelKind.FORUM, ChannelKind.MEDIA})


class ChannelFlag(IntFlag):
    """Channel flags."""

    SPOILER = 1 << 21


class Flag(IntFlag):
    """Message flags."""

    CROSSPOSTED = 1 << 0
    IS_CROSSPOST = 1 << 1
    SUPPRESS_EMBEDS = 1 << 2
    HAS_THREAD = 1 << 5
    EPHEMERAL = 1 << 6
    LOADING = 1 << 7
    SUPPRESS_NOTIFICATIONS = 1 << 12
    HAS_SNAPSHOT = 1 << 14
    COMPONENTS_V2 = 1 << 15


class MessageKind(IntEnum):
    """Message types."""

    DEFAULT = 0
    PINNED = 6
    REPLY = 19
    COMMAND = 20
    THREAD_STARTER = 21
    CONTEXT_MENU = 23
    AUTOMOD = 24


class Part(IntEnum):
    """Component types."""

    ACTION_ROW = 1
    BUTTON = 2
    STRING_SELECT = 3
    TEXT_INPUT = 4
    USER_SELECT = 5
    ROLE_SELECT = 6
    MENTIONABLE_SELECT = 7
    CHANNEL_SELECT = 8
    SECTION = 9
    TEXT_DISPLAY = 10
    THUMBNAIL = 11
    MEDIA_GALLERY = 12
    FILE = 13
    SEPARATOR = 14
    CONTAINER = 17
    LABEL = 18
    FILE_UPLOAD = 19
    RADIO_GROUP = 21
    CHECKBOX_GROUP = 22
    CHECKBOX = 23


SELECTS = frozenset(
    {Part.STRING_SELECT, Part.USER_SELECT, Part.ROLE_SELECT, Part.MENTIONABLE_SELECT, Part.CHANNEL_SELECT}
)


def children(component: JSON) -> Iterator[JSON]:
    """The components directly within one."""
    yield from component.get("components") or ()
    for key in ("accessory", "component"):
        if isinstance(component.get(key), dict):
            yield component[key]


def flatten(components: list[JSON]) -> Iterator[JSON]:
    """Every component, nested ones included, in reading order."""
    for component in components:
        yield component
        yield from flatten(list(children(component)))


@dataclass(slots=True, eq=False)
class User:
    """An account: a person's or a bot's."""

    id: int
    name: str
    bot: bool = False
    locale: str = "en-US"

    @property
    def mention(self) -> str:
        """The text that mentions the account in a message."""
        return f"<@{self.id}>"


@dataclass(slots=True, eq=False)
class Role:
    """A role of a guild; the one with the guild's id is @everyone, one with `bot_id` a bot's own."""

    id: int
    name: str
    permissions: int = 0
    position: int = 1
    bot_id: int | None = None

    @property
    def mention(self) -> str:
        """The text that mentions the role in a message."""
        return f"<@&{self.id}>"


@dataclass(slots=True, eq=False)
class Member:
    """A user in a guild; `timed_out_until` is in UTC."""

    user: User
    guild_id: int
    joined_at: str
    roles: list[int] = field(default_factory=list)
    nick: str | None = None
    timed_out_until: datetime | None = None

    @property
    def id(self) -> int:
        """The user's id."""
        return self.user.id

    @property
    def mention(self) -> str:
        """The text that mentions the member in a message."""
        return self.user.mention


@dataclass(slots=True, eq=False)
class Overwrite:
    """What a channel allows and denies to a role (kind 0) or a member (kind 1)."""

    id: int
    kind: int
    allow: int = 0
    deny: int = 0


@dataclass(slots=True, eq=False)
class Attachment:
    """A file of a message. `content_type` is None where Discord would leave it out."""

    id: int
    name: str
    data: bytes = field(repr=False)
    content_type: str | None = None
    description: str | None = None
    channel_id: int = 0


@dataclass(slots=True, eq=False)
class Message:
    """A message, its components as JSON with their numeric ids.

    Attributes:
        seen_by: the id of the only user who sees it, for ephemeral messages; None for all others.
        reactions: the ids of the users who reacted, by emoji (a character, or `name:id`).
        snapshots: forwarded messages, as JSON.
        interaction: the interaction metadata, as JSON, for answers to interactions.
        old_edits: when it was edited while it was old, in milliseconds of the clock that gives ids.
    """

    id: int
    channel_id: int
    guild_id: int | None
    author: User
    content: str = ""
    kind: int = MessageKind.DEFAULT
    flags: int = 0
    embeds: list[JSON] = field(default_factory=list)
    components: list[JSON] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    reactions: dict[str, list[int]] = field(default_factory=dict)
    snapshots: list[JSON] = field(default_factory=list)
    reference: JSON | None = None
    mentions: list[int] = field(default_factory=list)
    mention_roles: list[int] = field(default_factory=list)
    mention_everyone: bool = False
    pinned: bool = False
    poll: JSON | None = None
    old_edits: list[int] = field(default_factory=list)
    silent_mentions: bool = False
    edited_at: str | None = None
    nonce: str | None = None
    webhook_id: int | None = None
    application_id: int | None = None
    interaction: JSON | None = None
    seen_by: int | None = None
    thread_id: int | None = None
    pings: list[int] = field(default_factory=list)

    @property
    def ephemeral(self) -> bool:
        """Whether only one user sees it."""
        return self.seen_by is not None

    @property
    def loading(self) -> bool:
        """Whether it is the placeholder of a deferred answer."""
        return bool(self.flags & Flag.LOADING)

    @property
    def parts(self) -> list[JSON]:
        """Every component, nested ones included, in reading order."""
        return list(flatten(self.components))

    @property
    def text(self) -> str:
        """What is to be read: the content, then every text display and embed, a line each."""
        lines = [self.content] if self.content else []
        lines += [part["content"] for part in self.parts if part["type"] == Part.TEXT_DISPLAY]
        for embed in self.embeds:
            lines += [embed[key] for key in ("title", "description") if embed.get(key)]
            lines += [f"{row['name']}: {row['value']}" for row in embed.get("fields") or ()]
        return "\n".join(lines)

    @property
    def buttons(self) -> list[JSON]:
        """Its buttons, link buttons included."""
        return [part for part in self.parts if part["type"] == Part.BUTTON]

    @property
    def selects(self) -> list[JSON]:
        """Its select menus."""
        return [part for part in self.parts if part["type"] in SELECTS]

    @property
    def replies_to(self) -> int | None:
        """The id of the message that it answers as a reply."""
        if self.reference is None or self.reference.get("type", 0) != 0 or self.kind != MessageKind.REPLY:
            return None
        return int(self.reference["message_id"])


@dataclass(slots=True, eq=False)
class Channel:
    """A channel, thread, forum or private channel.

    Attributes:
        messages: by id, in order of time, ephemeral ones included.
        recipients: the other people of a private channel, the bot included where it takes part.
        followers: for announcement channels the channels that get what is published.
    """

    id: int
    kind: int
    guild_id: int | None = None
    name: str = ""
    parent_id: int | None = None
    position: int = 0
    nsfw: bool = False
    topic: str | None = None
    owner_id: int | None = None
    archived: bool = False
    locked: bool = False
    flags: int = 0
    overwrites: dict[int, Overwrite] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    recipients: list[User] = field(default_factory=list)
    thread_members: list[int] = field(default_factory=list)
    followers: list["Channel"] = field(default_factory=list)

    @property
    def is_thread(self) -> bool:
        """Whether it is a thread or a forum post."""
        return self.kind in {ChannelKind.NEWS_THREAD, ChannelKind.PUBLIC_THREAD, ChannelKind.PRIVATE_THREAD}

    @property
    def is_private(self) -> bool:
        """Whether it is a direct message or a group."""
        return self.kind in {ChannelKind.DM, ChannelKind.GROUP_DM}

    @property
    def mention(self) -> str:
        """The text that links to the channel in a message."""
        return f"<#{self.id}>"

    @property
    def last_message_id(self) -> int | None:
        """The id of the newest message that everybody sees."""
        return next((m.id for m in reversed(self.messages.values()) if not m.ephemeral), None)


@dataclass(slots=True, eq=False)
class Guild:
    """A server.

    Attributes:
        installed: False where the bot is not a member.
        unavailable: whether an outage hides it.
        blocked_words: what its automatic moderation lets no member write.
        system_channel: the channel that Discord greets new members in.
        updates_channel: where a community's moderators hear from Discord.
    """

    id: int
    name: str
    owner_id: int
    joined_at: str
    locale: str = "en-US"
    installed: bool = True
    unavailable: bool = False
    blocked_words: tuple[str, ...] = ()
    system_channel: int | None = None
    updates_channel: int | None = None
    channels: dict[int, Channel] = field(default_factory=dict)
    roles: dict[int, Role] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)

    def channel(self, name: str) -> Channel:
        """The channel or thread of that name; KeyError when there is none."""
        return _first(place for place in self.channels.values() if place.name == name)

    def member(self, name: str) -> Member:
        """The member whose account has that name; KeyError when there is none."""
        return _first(member for member in self.members.values() if member.user.name == name)

    def role(self, name: str) -> Role:
        """The role of that name; KeyError when there is none."""
        return _first(role for role in self.roles.values() if role.name == name)


def _first(things: Iterator[Thing]) -> Thing:
    for thing in things:
        return thing
    raise KeyError("there is none of that name")


@dataclass(slots=True, eq=False)
class Interaction:
    """A command, component, autocomplete or modal of a user, and how the bot answered it.

    Attributes:
        born: when it was sent, on the service's clock, seconds.
        answer_type: the type of the bot's first answer, None before it.
        original: the message that `@original` means, once there is one.
        shown: the ids of all messages that answer it, in order.
        modal: what the bot asked in a modal, as JSON.
        choices: what the bot offered as autocomplete choices.
        metadata: the interaction metadata that its messages carry, as JSON.
        edited_before: when the message of a component had last been edited.
    """

    id: int
    token: str
    kind: int
    born: float
    user: User
    channel: Channel
    guild: Guild | None
    data: JSON
    owners: dict[str, str]
    context: int
    message: Message | None = None
    answer_type: int | None = None
    original: Message | None = None
    shown: list[int] = field(default_factory=list)
    modal: JSON | None = None
    choices: list[JSON] | None = None
    metadata: JSON = field(default_factory=dict)
    edited_before: str | None = None
