"""Permissions as Discord computes them from roles and channel overwrites."""

from collections.abc import Iterable
from datetime import UTC, datetime

from playground.rules.state import VOICES, Channel, ChannelKind, Guild, Member

BITS = {
    "kick_members": 1 << 1,
    "ban_members": 1 << 2,
    "administrator": 1 << 3,
    "manage_channels": 1 << 4,
    "manage_guild": 1 << 5,
    "add_reactions": 1 << 6,
    "view_audit_log": 1 << 7,
    "view_channel": 1 << 10,
    "send_messages": 1 << 11,
    "manage_messages": 1 << 13,
    "embed_links": 1 << 14,
    "attach_files": 1 << 15,
    "read_message_history": 1 << 16,
    "mention_everyone": 1 << 17,
    "connect": 1 << 20,
    "use_external_emojis": 1 << 18,
    "manage_roles": 1 << 28,
    "manage_webhooks": 1 << 29,
    "use_application_commands": 1 << 31,
    "manage_threads": 1 << 34,
    "create_public_threads": 1 << 35,
    "create_private_threads": 1 << 36,
    "send_messages_in_threads": 1 << 38,
    "moderate_members": 1 << 40,
    "use_external_apps": 1 << 50,
    "pin_messages": 1 << 51,
}
EVERYTHING = (1 << 53) - 1

# What everybody may do, the bot too, and what people may do besides. At Discord a new guild gives all of this to
# @everyone; here people have it by a role of theirs, so that the bot has what its invitation asks for and no more.
EVERYONE = "view_channel read_message_history use_application_commands"
PEOPLE = (
    "add_reactions send_messages embed_links attach_files create_public_threads send_messages_in_threads "
    "use_external_apps use_external_emojis connect create_private_threads"
)


def bits(names: str | Iterable[str]) -> int:
    """The permissions of these names (a list, or one string with spaces) as one number; KeyError for an unknown one."""
    total = 0
    for name in names.split() if isinstance(names, str) else names:
        total |= BITS[name]
    return total


def names(permissions: int) -> list[str]:
    """The names of the permissions in a number."""
    return [name for name, bit in BITS.items() if permissions & bit]


def in_guild(guild: Guild, member: Member) -> int:
    """What a member may do in the guild as a whole."""
    if member.user.id == guild.owner_id:
        return EVERYTHING
    total = guild.roles[guild.id].permissions
    for role in member.roles:
        total |= guild.roles[role].permissions
    return EVERYTHING if total & BITS["administrator"] else total


def in_channel(guild: Guild, channel: Channel, member: Member) -> int:
    """What a member may do in a channel; a thread has the permissions of its parent.

    A private thread is open to its members and to moderators. A member who is timed out may only look. Without CONNECT
    a voice channel is seen, but not what is said in it.
    """
    total = in_guild(guild, member)
    if total == EVERYTHING:
        return total
    place = guild.channels.get(channel.parent_id, channel) if channel.is_thread and channel.parent_id else channel
    total = _overwritten(total, guild, place, member)
    if member.timed_out_until is not None and member.timed_out_until > datetime.now(tz=UTC):
        total &= BITS["view_channel"] | BITS["read_message_history"]
    is_moderator = bool(total & BITS["manage_threads"])
    if channel.kind == ChannelKind.PRIVATE_THREAD and member.id not in channel.thread_members and not is_moderator:
        return 0
    if place.kind in VOICES and not total & BITS["connect"]:
        total &= BITS["view_channel"]
    return total if total & BITS["view_channel"] else 0


def _overwritten(total: int, guild: Guild, place: Channel, member: Member) -> int:
    """Permissions after a channel's own: those for everybody first, then those of roles together, then the member's."""
    everyone = place.overwrites.get(guild.id)
    if everyone is not None:
        total = total & ~everyone.deny | everyone.allow
    of_roles = [place.overwrites[role] for role in member.roles if role in place.overwrites]
    for overwrite in of_roles:
        total &= ~overwrite.deny
    for overwrite in of_roles:
        total |= overwrite.allow
    own = place.overwrites.get(member.user.id)
    if own is not None:
        total = total & ~own.deny | own.allow
    return total
