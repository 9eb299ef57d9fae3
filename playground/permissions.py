"""Permissions as Discord computes them from roles and channel overwrites."""

from collections.abc import Iterable

from playground.state import Channel, Guild, Member

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
}
EVERYTHING = (1 << 53) - 1

# What @everyone may do in a guild that nobody has configured.
EVERYONE = (
    "add_reactions view_channel send_messages embed_links attach_files read_message_history "
    "use_application_commands create_public_threads send_messages_in_threads use_external_apps use_external_emojis"
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
    """What a member may do in a channel; a thread has the permissions of its parent."""
    total = in_guild(guild, member)
    if total == EVERYTHING:
        return total
    place = guild.channels.get(channel.parent_id, channel) if channel.is_thread and channel.parent_id else channel
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
    return total if total & BITS["view_channel"] else 0
