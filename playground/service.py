"""What the local Discord knows, and every change of it; each change is told to the bot's gateway and to observers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from playground import permissions, wire
from playground.composing import mentions_in, numbered
from playground.gateway import Gateway, Intent, Session
from playground.snowflakes import Snowflakes
from playground.state import (
    JSON,
    Attachment,
    Channel,
    ChannelKind,
    Flag,
    Guild,
    Interaction,
    Member,
    Message,
    MessageKind,
    Overwrite,
    Part,
    Role,
    User,
)

Observer = Callable[[str, object], None]

# What the bot's role may do where nothing else is said: what the invitation of a link-answering bot asks for.
BOT_PERMISSIONS = "view_channel send_messages embed_links attach_files read_message_history add_reactions"
BOT_PERMISSIONS += " create_public_threads send_messages_in_threads manage_messages"

# Seconds within which a nonce is remembered; Discord says "a few minutes".
NONCE_SECONDS = 180.0


@dataclass(frozen=True, slots=True)
class Draft:
    """A message on its way in.

    Attributes:
        allowed: `allowed_mentions` as JSON; None lets every mention notify.
        ping: False where a person answers without notifying the author.
        number: its id where that is given: a forum post's first message has its thread's.
    """

    content: str = ""
    embeds: list[JSON] = field(default_factory=list)
    components: list[JSON] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    flags: int = 0
    kind: int = MessageKind.DEFAULT
    reference: JSON | None = None
    snapshots: list[JSON] = field(default_factory=list)
    allowed: JSON | None = None
    nonce: str | None = None
    webhook_id: int | None = None
    application_id: int | None = None
    interaction: JSON | None = None
    seen_by: int | None = None
    ping: bool = True
    number: int | None = None


class Service:
    """The state and its changes.

    Args:
        clock: seconds, monotonic; for nonces and interactions.
        base: the address of the file server, without a slash at its end.
        token: the bot's token.
        allowed_intents: the intents that the application may ask for.
        heartbeat_seconds: the interval that HELLO names.
        identify_seconds: the pause that must lie between two IDENTIFYs.
    """

    def __init__(
        self,
        *,
        clock: Callable[[], float],
        base: str,
        token: str,
        allowed_intents: int,
        heartbeat_seconds: float,
        identify_seconds: float,
    ) -> None:
        self.clock = clock
        self.base = base
        self.shards = 1
        self.ids = Snowflakes()
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.users: dict[int, User] = {}
        self.files: dict[int, Attachment] = {}
        self.bot = self.user("nutgraf", bot=True)
        self.owner = self.user("operator")
        self.installed_by: set[int] = set()
        self.commands: dict[int | None, list[JSON]] = {None: []}
        self.interactions: dict[str, Interaction] = {}
        self.observers: list[Observer] = []
        self._nonces: dict[tuple[int, int, str], tuple[float, int]] = {}
        self.gateway = Gateway(
            token=token,
            allowed_intents=allowed_intents,
            ready=self._ready,
            greet=self._greet,
            members=self._send_members,
            heartbeat_seconds=heartbeat_seconds,
            identify_seconds=identify_seconds,
        )

    def tell(self, event: str, subject: object) -> None:
        """Tell every observer."""
        for observer in list(self.observers):
            observer(event, subject)

    # --- the gateway's questions ------------------------------------------------------------------------------------

    def application_flags(self) -> int:
        """The flags that say which privileged intents the application has (the forms for small bots)."""
        allowed = self.gateway.allowed_intents
        pairs = ((Intent.PRESENCES, 1 << 13), (Intent.MEMBERS, 1 << 15), (Intent.MESSAGE_CONTENT, 1 << 19))
        return sum(flag for intent, flag in pairs if allowed & intent)

    def _guilds_of(self, session: Session) -> list[Guild]:
        return [g for g in self.guilds.values() if g.installed and (g.id >> 22) % session.shards == session.shard]

    def _ready(self, session: Session) -> JSON:
        return {
            "v": 10,
            "user": self.self_user(),
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in self._guilds_of(session)],
            "resume_gateway_url": self.base.replace("http", "ws", 1) + "/gateway/",
            "application": {"id": str(self.bot.id), "flags": self.application_flags()},
            "private_channels": [],
        }

    def self_user(self) -> JSON:
        """The bot's own user object."""
        own = {"mfa_enabled": True, "locale": "en-US", "verified": True, "email": None, "flags": 0}
        return wire.user(self.bot) | own

    def _greet(self, session: Session) -> None:
        if not session.intents & Intent.GUILDS:
            return
        for guild in self._guilds_of(session):
            every_member = bool(session.intents & Intent.MEMBERS)
            session.dispatch("GUILD_CREATE", wire.guild(guild, self.bot, every_member=every_member))

    def _send_members(self, session: Session, data: JSON) -> None:
        guild = self.guilds[int(data["guild_id"])]
        wanted = {int(who) for who in data.get("user_ids") or ()}
        start = str(data.get("query") or "").lower()
        found = [m for m in guild.members.values() if (m.id in wanted if wanted else m.user.name.startswith(start))]
        body: JSON = {"guild_id": str(guild.id), "members": [wire.member(m) for m in found]}
        body |= {"chunk_index": 0, "chunk_count": 1, "not_found": []}
        if data.get("nonce") is not None:
            body["nonce"] = data["nonce"]
        session.dispatch("GUILD_MEMBERS_CHUNK", body)

    # --- people, guilds, channels -----------------------------------------------------------------------------------

    def user(self, name: str, *, bot: bool = False, locale: str = "en-US") -> User:
        """A new account."""
        who = User(self.ids.next(), name, bot=bot, locale=locale)
        self.users[who.id] = who
        return who

    def guild(
        self,
        name: str,
        owner: User,
        *,
        installed: bool = True,
        shard: tuple[int, int] = (0, 1),
        locale: str = "en-US",
    ) -> Guild:
        """A new guild with its owner and, where installed, the bot; `shard` is where its id lies, of how many."""
        guild = Guild(self.ids.next_in_shard(*shard), name, owner.id, _now(), locale, installed=installed)
        guild.roles[guild.id] = Role(guild.id, "@everyone", permissions.bits(permissions.EVERYONE), position=0)
        self.guilds[guild.id] = guild
        self.join(guild, owner)
        if installed:
            self.invite(guild)
        return guild

    def invite(self, guild: Guild) -> None:
        """Let the bot come to a guild, with a role of its own."""
        role = Role(self.ids.next(), self.bot.name, permissions.bits(BOT_PERMISSIONS))
        guild.roles[role.id] = role
        guild.installed = True
        self.join(guild, self.bot).roles.append(role.id)
        self._announce(guild)

    def _announce(self, guild: Guild) -> None:
        for session in self.gateway.sessions.values():
            if guild in self._guilds_of(session) and session.intents & Intent.GUILDS:
                every_member = bool(session.intents & Intent.MEMBERS)
                body = wire.guild(guild, self.bot, every_member=every_member)
                del body["unavailable"]  # A guild that was just joined comes without the key.
                session.dispatch("GUILD_CREATE", body)

    def join(self, guild: Guild, user: User) -> Member:
        """Make a user a member."""
        member = Member(user, guild.id, _now())
        guild.members[user.id] = member
        if user is not self.bot:
            body = wire.member(member) | {"guild_id": str(guild.id)}
            self.gateway.dispatch("GUILD_MEMBER_ADD", body, intent=Intent.MEMBERS, guild_id=guild.id)
        return member

    def role(self, guild: Guild, name: str, granted: int = 0, members: Iterable[Member] = ()) -> Role:
        """A new role for some members."""
        role = Role(self.ids.next(), name, granted)
        guild.roles[role.id] = role
        body = {"guild_id": str(guild.id), "role": wire.role(role)}
        self.gateway.dispatch("GUILD_ROLE_CREATE", body, intent=Intent.GUILDS, guild_id=guild.id)
        for member in members:
            self.grant(guild, member, role)
        return role

    def grant(self, guild: Guild, member: Member, role: Role) -> None:
        """Give a member a role; the bot is always told of its own."""
        member.roles.append(role.id)
        body = wire.member(member) | {"guild_id": str(guild.id)}
        intent = 0 if member.user is self.bot else Intent.MEMBERS
        self.gateway.dispatch("GUILD_MEMBER_UPDATE", body, intent=intent, guild_id=guild.id)

    def set_role(self, guild: Guild, role: Role, granted: int) -> None:
        """Change what a role may do."""
        role.permissions = granted
        body = {"guild_id": str(guild.id), "role": wire.role(role)}
        self.gateway.dispatch("GUILD_ROLE_UPDATE", body, intent=Intent.GUILDS, guild_id=guild.id)

    def leave(self, guild: Guild) -> None:
        """Remove the bot from a guild."""
        guild.installed = False
        self.gateway.dispatch("GUILD_DELETE", {"id": str(guild.id)}, intent=Intent.GUILDS, guild_id=guild.id)
        del guild.members[self.bot.id]
        self.commands.pop(guild.id, None)

    def channel(self, guild: Guild, name: str, kind: int = ChannelKind.TEXT, *, parent: int | None = None) -> Channel:
        """A new channel."""
        place = Channel(self.ids.next(), kind, guild.id, name, parent, position=len(guild.channels))
        self._add_channel(guild, place)
        return place

    def _add_channel(self, guild: Guild, place: Channel) -> None:
        guild.channels[place.id] = place
        self.channels[place.id] = place
        self.place_event("CHANNEL_CREATE", place, wire.channel(place))
        self.tell("channel", place)

    def thread(
        self,
        parent: Channel,
        name: str,
        owner: User,
        *,
        of: Message | None = None,
        kind: ChannelKind = ChannelKind.PUBLIC_THREAD,
    ) -> Channel:
        """A new thread, from a message or on its own (a forum post)."""
        guild = self.guilds[parent.guild_id or 0]
        number = of.id if of is not None else self.ids.next()
        place = Channel(number, kind, guild.id, name, parent.id, owner_id=owner.id)
        place.thread_members.append(owner.id)
        guild.channels[place.id] = place
        self.channels[place.id] = place
        if of is not None:
            of.flags |= Flag.HAS_THREAD
            of.thread_id = place.id
        body = wire.channel(place) | {"newly_created": True}
        if owner is self.bot:
            body["member"] = wire.thread_member(place, owner.id)
        self.place_event("THREAD_CREATE", place, body)
        self.tell("channel", place)
        return place

    def change_channel(self, place: Channel) -> None:
        """Tell that a channel was changed."""
        self.place_event("THREAD_UPDATE" if place.is_thread else "CHANNEL_UPDATE", place, wire.channel(place))
        self.tell("channel", place)

    def overwrite(self, place: Channel, target: Member | Role, *, allow: int = 0, deny: int = 0) -> None:
        """Set what a channel allows and denies to a member or a role."""
        kind = 1 if isinstance(target, Member) else 0
        place.overwrites[target.id] = Overwrite(target.id, kind, allow, deny)
        # A channel that the bot may no longer see still tells it of this last change, as Discord does.
        body = wire.channel(place)
        self.gateway.dispatch("CHANNEL_UPDATE", body, intent=Intent.GUILDS, guild_id=place.guild_id)

    def remove_channel(self, place: Channel) -> None:
        """Delete a channel with its threads."""
        guild = self.guilds[place.guild_id or 0]
        gone = [place, *(c for c in guild.channels.values() if c.is_thread and c.parent_id == place.id)]
        event = "THREAD_DELETE" if place.is_thread else "CHANNEL_DELETE"
        self.place_event(event, place, wire.channel(place))
        for entry in gone:
            guild.channels.pop(entry.id, None)
            self.channels.pop(entry.id, None)
        self.tell("channel gone", place)

    def private_channel(self, *people: User, kind: int = ChannelKind.DM) -> Channel:
        """The private channel of these people; there is one of each."""
        wanted = {who.id for who in people}
        for place in self.channels.values():
            if place.kind == kind and {who.id for who in place.recipients} == wanted:
                return place
        place = Channel(self.ids.next(), kind, recipients=list(people), owner_id=people[0].id)
        self.channels[place.id] = place
        self.tell("channel", place)
        return place

    # --- who sees what ----------------------------------------------------------------------------------------------

    def allowed(self, place: Channel, who: User) -> int:
        """What a user may do in a channel; in private channels everything, elsewhere 0 for non-members."""
        if place.is_private:
            return permissions.EVERYTHING if who in place.recipients else 0
        guild = self.guilds[place.guild_id or 0]
        member = guild.members.get(who.id)
        return permissions.in_channel(guild, place, member) if member else 0

    def bot_sees(self, place: Channel) -> bool:
        """Whether the bot is told of what happens in a channel."""
        return bool(self.allowed(place, self.bot) & permissions.BITS["view_channel"])

    def place_event(self, event: str, place: Channel, body: JSON, intent: int = Intent.GUILDS) -> None:
        """Tell the bot of something in a channel, where it sees it."""
        if self.bot_sees(place):
            self.gateway.dispatch(event, body, intent=intent, guild_id=place.guild_id)

    def message_json(self, message: Message, *, me: int | None = None) -> JSON:
        """A message with what it answers and its thread."""
        body = wire.message(message, self.base, self.users, me=me or self.bot.id)
        reference = message.reference
        if reference is not None and message.kind in {MessageKind.REPLY, MessageKind.CONTEXT_MENU}:
            place = self.channels.get(int(reference["channel_id"]))
            origin = place.messages.get(int(reference["message_id"])) if place else None
            body["referenced_message"] = (
                wire.message(origin, self.base, self.users, me=me or self.bot.id) if origin else None
            )
        thread = self.channels.get(message.thread_id or 0)
        return body | {"thread": wire.channel(thread)} if thread else body

    def message_event(self, event: str, message: Message) -> None:
        """Tell the bot of a message, unless it is ephemeral."""
        place = self.channels[message.channel_id]
        if message.ephemeral or not self.bot_sees(place):
            return
        body = self.message_json(message) | {"channel_type": int(place.kind)}
        if place.guild_id is not None:
            body["guild_id"] = str(place.guild_id)
            member = self.guilds[place.guild_id].members.get(message.author.id)
            if member is not None and message.webhook_id is None:
                body["member"] = wire.member(member, with_user=False)
        own = message.author is self.bot or message.application_id == self.bot.id
        readable = own or place.is_private or self.bot.id in message.mentions
        intent = Intent.DIRECT_MESSAGES if place.is_private else Intent.MESSAGES
        self.gateway.dispatch(event, body, intent=intent, guild_id=place.guild_id, readable=readable)

    # --- messages ---------------------------------------------------------------------------------------------------

    def post(self, place: Channel, author: User, draft: Draft, *, enforce_nonce: bool = False) -> Message:
        """Create a message; with `enforce_nonce` the one that the author sent before with the same nonce is given."""
        key = (place.id, author.id, draft.nonce or "")
        before = self._nonces.get(key)
        if enforce_nonce and draft.nonce and before and self.clock() - before[0] < NONCE_SECONDS:
            known = place.messages.get(before[1])
            if known is not None:
                return known
        message = Message(
            id=draft.number or self.ids.next(),
            channel_id=place.id,
            guild_id=place.guild_id,
            author=author,
            content=draft.content.strip(),  # Discord trims what is written.
            kind=draft.kind,
            flags=draft.flags,
            embeds=draft.embeds,
            components=numbered(draft.components),
            attachments=draft.attachments,
            snapshots=draft.snapshots,
            reference=draft.reference,
            nonce=draft.nonce,
            webhook_id=draft.webhook_id,
            application_id=draft.application_id,
            interaction=draft.interaction,
            seen_by=draft.seen_by,
            silent_mentions=not draft.ping,
        )
        self._mention(message, draft.allowed)
        self._keep_files(message)
        place.messages[message.id] = message
        if draft.nonce:
            self._nonces[key] = (self.clock(), message.id)
        self.message_event("MESSAGE_CREATE", message)
        self.tell("message", message)
        return message

    def change(self, message: Message, *, allowed: JSON | None = None, edited: bool = True) -> None:
        """Tell that a message was changed; an unfurled link changes one without an edit."""
        if edited:
            message.edited_at = _now()
        message.components = numbered(message.components)
        self._mention(message, allowed, quiet=True)
        self._keep_files(message)
        self.message_event("MESSAGE_UPDATE", message)
        self.tell("edit", message)

    def remove(self, message: Message) -> None:
        """Delete a message."""
        place = self.channels[message.channel_id]
        place.messages.pop(message.id, None)
        if not message.ephemeral:
            body = {"id": str(message.id), "channel_id": str(place.id)}
            if place.guild_id is not None:
                body["guild_id"] = str(place.guild_id)
            intent = Intent.DIRECT_MESSAGES if place.is_private else Intent.MESSAGES
            self.place_event("MESSAGE_DELETE", place, body, intent)
        self.tell("delete", message)

    def remove_many(self, place: Channel, messages: list[Message]) -> None:
        """Delete messages in one event."""
        for message in messages:
            place.messages.pop(message.id, None)
        body = {"ids": [str(message.id) for message in messages], "channel_id": str(place.id)}
        if place.guild_id is not None:
            body["guild_id"] = str(place.guild_id)
        self.place_event("MESSAGE_DELETE_BULK", place, body, Intent.MESSAGES)
        for message in messages:
            self.tell("delete", message)

    def react(self, message: Message, who: User, emoji: str, *, add: bool = True) -> None:
        """Add or take back a reaction; doing it twice changes nothing."""
        users = message.reactions.setdefault(emoji, [])
        if (who.id in users) == add:
            return
        if add:
            users.append(who.id)
        else:
            users.remove(who.id)
        if not users:
            del message.reactions[emoji]
        place = self.channels[message.channel_id]
        body: JSON = {"user_id": str(who.id), "channel_id": str(place.id), "message_id": str(message.id)}
        body |= {"emoji": wire.partial_emoji(emoji), "burst": False, "type": 0}
        if place.guild_id is not None:
            body["guild_id"] = str(place.guild_id)
            member = self.guilds[place.guild_id].members.get(who.id)
            if add and member is not None:
                body |= {"member": wire.member(member), "message_author_id": str(message.author.id)}
        intent = Intent.DIRECT_REACTIONS if place.is_private else Intent.REACTIONS
        self.place_event("MESSAGE_REACTION_ADD" if add else "MESSAGE_REACTION_REMOVE", place, body, intent)
        self.tell("edit", message)

    def typing(self, place: Channel, who: User) -> None:
        """Tell that somebody types."""
        body: JSON = {"channel_id": str(place.id), "user_id": str(who.id), "timestamp": int(self.clock())}
        if place.guild_id is not None:
            body |= {"guild_id": str(place.guild_id)}
            body["member"] = wire.member(self.guilds[place.guild_id].members[who.id])
        intent = Intent.DIRECT_TYPING if place.is_private else Intent.TYPING
        self.place_event("TYPING_START", place, body, intent)
        self.tell("typing", (place, who))

    def _keep_files(self, message: Message) -> None:
        for file in message.attachments:
            file.channel_id = message.channel_id
            self.files[file.id] = file

    def _mention(self, message: Message, allowed: JSON | None, *, quiet: bool = False) -> None:
        """Work out whom a message mentions and, unless it is an edit, whom it notifies."""
        texts = [message.content] if message.content else []
        texts += [part["content"] for part in message.parts if part["type"] == Part.TEXT_DISPLAY]
        found = mentions_in(texts, allowed)
        users = [number for number in found.users if number in self.users]
        answered = self._answered(message)
        if answered is not None and (allowed is None or allowed.get("replied_user")) and not message.silent_mentions:
            users = list(dict.fromkeys([*users, answered.id]))
        message.mentions, message.mention_roles, message.mention_everyone = users, found.roles, found.everyone
        if not quiet:
            everyone = [message.guild_id] if found.everyone and message.guild_id else []
            message.pings = [*users, *found.roles, *everyone]

    def _answered(self, message: Message) -> User | None:
        place = self.channels.get(message.channel_id)
        number = message.replies_to
        origin = place.messages.get(number) if place and number else None
        return origin.author if origin else None


def _now() -> str:
    return datetime.now(tz=UTC).isoformat()
