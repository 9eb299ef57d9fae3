"""Who may see what was said where: rooms are channels whose permissions decide about all that stands in them."""

import discord
from discord import app_commands

from cogs.shared.client import Asked

Room = discord.abc.GuildChannel | discord.Thread


def rooms_for(interaction: Asked) -> frozenset[int]:
    """The rooms of its server that who asks may see and read back in.

    A private thread is one for who asks in it, as its members alone can, and for those who manage threads.
    """
    guild, member, here = interaction.guild, interaction.user, interaction.channel
    if guild is None or not isinstance(member, discord.Member):
        return frozenset()
    rooms = {place.id for place in guild.channels if sees(place, member)}
    private = [thread for thread in guild.threads if thread.is_private() and thread.parent is not None]
    rooms |= {thread.id for thread in private if thread.permissions_for(member).manage_threads and sees(thread, member)}
    if isinstance(here, discord.Thread) and here.is_private():
        rooms.add(here.id)
    return frozenset(rooms)


def sees(place: Room, who: discord.Member | discord.Role) -> bool:
    """Whether a member or a role may see a channel and what was said in it."""
    held = place.permissions_for(who)
    return held.view_channel and held.read_message_history


def room_of(place: Room | app_commands.AppCommandChannel | app_commands.AppCommandThread) -> int:
    """The room of a channel: a public thread's channel, else itself."""
    if isinstance(place, (discord.Thread, app_commands.AppCommandThread)):
        return place.id if place.type is discord.ChannelType.private_thread else place.parent_id
    return place.id


def rooms_fit_for(place: Room) -> frozenset[int]:
    """The rooms of which may be told in a channel: itself, and those that everybody sees who sees the channel."""
    channel = place.parent if isinstance(place, discord.Thread) else place
    if channel is None or (isinstance(place, discord.Thread) and place.is_private()):
        return frozenset({place.id})
    return frozenset({channel.id}) | {other.id for other in place.guild.channels if _is_as_open(other, channel)}


def _is_as_open(other: discord.abc.GuildChannel, place: discord.abc.GuildChannel) -> bool:
    """Whether everybody who sees a place sees the other channel too, as far as roles and overwrites tell."""
    seeing = [role for role in place.guild.roles if sees(place, role)]
    invited = [who for who, overwrite in place.overwrites.items() if overwrite.view_channel]
    members = [who for who in invited if not isinstance(who, discord.Role)]
    if members and not sees(other, place.guild.default_role):
        # Single members may see the place, and whether they see the other is theirs to know.
        return False
    shut_out = {who.id for who, overwrite in other.overwrites.items() if _shuts_out(overwrite)}
    also_shut_out = {who.id for who, overwrite in place.overwrites.items() if _shuts_out(overwrite)}
    everyone = {place.guild.default_role.id}
    return bool(seeing) and all(sees(other, role) for role in seeing) and shut_out - everyone <= also_shut_out


def _shuts_out(overwrite: discord.PermissionOverwrite) -> bool:
    return overwrite.view_channel is False or overwrite.read_message_history is False
