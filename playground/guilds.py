"""Accounts, guilds, members and roles of the local Discord, and what its gateway asks of them."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from playground import wire
from playground.gateway import Gateway, Intent, Session
from playground.rules import permissions
from playground.rules.snowflakes import Snowflakes
from playground.rules.state import JSON, Attachment, Channel, Guild, Interaction, Member, Role, User

Observer = Callable[[str, object], None]

# What the bot's own role may do: what its invitation asks for (`cogs.shared.client.INVITE`), which a test compares.
BOT_PERMISSIONS = "view_channel send_messages attach_files read_message_history"
BOT_PERMISSIONS += " create_public_threads send_messages_in_threads add_reactions"

# The role that people have from their joining on.
PEOPLE = "people"


class Guilds:
    """Who is there: accounts, guilds, members and roles.

    Args:
        clock: seconds, monotonic, not counting what a busy machine gives to others; for nonces and interactions.
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
        # In applications made before 2016 the bot's account has another id than the application.
        self.application = self.ids.next()
        self.bot = self.user("nutgraf", bot=True)
        self.owner = self.user("operator")
        self.installed_by: set[int] = set()
        self.commands: dict[int | None, list[JSON]] = {None: []}
        self.interactions: dict[str, Interaction] = {}
        self.observers: list[Observer] = []
        self.gateway = Gateway(
            token=token,
            allowed_intents=allowed_intents,
            ready=self._ready,
            greet=self.greet,
            members=self._send_members,
            guilds=lambda shard, shards: len(self._guilds_in(shard, shards)),
            heartbeat_seconds=heartbeat_seconds,
            identify_seconds=identify_seconds,
        )

    def bot_sees(self, place: Channel) -> bool:
        """Whether the bot sees a channel."""
        return bool(self.allowed(place, self.bot) & permissions.BITS["view_channel"])

    def allowed(self, place: Channel, who: User) -> int:
        """What a user may do in a channel; in private channels everything, elsewhere 0 for non-members."""
        if place.is_private:
            return permissions.EVERYTHING if who in place.recipients else 0
        guild = self.guilds[place.guild_id or 0]
        member = guild.members.get(who.id)
        return permissions.in_channel(guild, place, member) if member else 0

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
        return self._guilds_in(session.shard, session.shards)

    def _guilds_in(self, shard: int, shards: int) -> list[Guild]:
        return [guild for guild in self.guilds.values() if guild.installed and (guild.id >> 22) % shards == shard]

    def _ready(self, session: Session) -> JSON:
        return {
            "v": 10,
            "user": self.self_user(),
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in self._guilds_of(session)],
            "resume_gateway_url": self.base.replace("http", "ws", 1) + "/gateway/",
            "application": {"id": str(self.application), "flags": self.application_flags()},
            "private_channels": [],
        }

    def self_user(self) -> JSON:
        """The bot's own user object."""
        own = {"mfa_enabled": True, "locale": "en-US", "verified": True, "email": None, "flags": 0}
        return wire.user(self.bot) | own

    def greet(self, session: Session) -> None:
        """Send a new session its servers."""
        if not session.intents & Intent.GUILDS:
            return
        for guild in self._guilds_of(session):
            if not guild.unavailable:
                session.dispatch("GUILD_CREATE", self._whole(session, guild))

    def _whole(self, session: Session, guild: Guild) -> JSON:
        every_member = bool(session.intents & Intent.MEMBERS)
        return wire.guild(guild, self.bot, every_member=every_member, sees=self.bot_sees)

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
        guild = Guild(self.ids.next_in_shard(*shard), name, owner.id, now(), locale, installed=installed)
        guild.roles[guild.id] = Role(guild.id, "@everyone", permissions.bits(permissions.EVERYONE), position=0)
        self.guilds[guild.id] = guild
        people = Role(self.ids.next(), PEOPLE, permissions.bits(permissions.PEOPLE))
        guild.roles[people.id] = people
        self.join(guild, owner)
        if installed:
            self.invite(guild)
        return guild

    def invite(self, guild: Guild) -> None:
        """Let the bot come to a guild, with a role of its own."""
        role = Role(self.ids.next(), self.bot.name, permissions.bits(BOT_PERMISSIONS), bot_id=self.bot.id)
        guild.roles[role.id] = role
        guild.installed = True
        self.join(guild, self.bot).roles.append(role.id)
        self._announce(guild)

    def _announce(self, guild: Guild, *, joined: bool = True) -> None:
        for session in self.gateway.sessions.values():
            if guild in self._guilds_of(session) and session.intents & Intent.GUILDS:
                body = self._whole(session, guild)
                if joined:
                    del body["unavailable"]  # A guild that was just joined comes without the key.
                session.dispatch("GUILD_CREATE", body)

    def outage(self, guild: Guild) -> None:
        """Hide a guild as an outage of Discord does: the bot is still a member."""
        body = {"id": str(guild.id), "unavailable": True}
        self.gateway.dispatch("GUILD_DELETE", body, intent=Intent.GUILDS, guild_id=guild.id)
        guild.unavailable = True

    def recover(self, guild: Guild) -> None:
        """End an outage."""
        guild.unavailable = False
        self._announce(guild, joined=False)

    def join(self, guild: Guild, user: User) -> Member:
        """Make a user a member."""
        member = Member(user, guild.id, now())
        guild.members[user.id] = member
        if user is not self.bot:
            member.roles.append(guild.role(PEOPLE).id)
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
        self._member_event(guild, member)

    def time_out(self, guild: Guild, member: Member, until: datetime | None) -> None:
        """Let a member only look until a moment in UTC; None ends it at once."""
        member.timed_out_until = until
        self._member_event(guild, member)

    def _member_event(self, guild: Guild, member: Member) -> None:
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
        for role in guild.members.pop(self.bot.id).roles:
            del guild.roles[role]
        self.commands.pop(guild.id, None)


def now() -> str:
    """The time as Discord writes it."""
    return datetime.now(tz=UTC).isoformat()
