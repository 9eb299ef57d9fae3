"""Who may see what was said where: rooms are channels whose permissions decide about all that stands in them."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import discord
from discord import app_commands
from discord.abc import _Overwrites as Overwrite

from cogs.shared.client import Asked

Room = discord.abc.GuildChannel | discord.Thread
Place = TypeVar("Place", discord.abc.GuildChannel, discord.Thread)


async def rooms_for(interaction: Asked) -> frozenset[int]:
    """Channels whose history the member may read. It gives way to other work between channels.

    A private thread counts for a member who asks in it, as only its members can, and for those who manage threads. What
    stands in an age-restricted channel is shown in age-restricted ones alone.
    """
    guild, member, here = interaction.guild, interaction.user, interaction.channel
    if guild is None or not isinstance(member, discord.Member):
        return frozenset()
    open_here = [place for place in guild.channels if may_be_told_in(here, of=place)]
    rooms = {place.id async for place in _one_by_one(open_here) if sees(place, member)}
    private = [thread for thread in guild.threads if thread.is_private() and may_be_told_in(here, of=thread.parent)]
    async for thread in _one_by_one(private):
        if thread.permissions_for(member).manage_threads and sees(thread, member):
            rooms.add(thread.id)
    if isinstance(here, discord.Thread) and here.is_private():
        rooms.add(here.id)
    return frozenset(rooms)


def sees(place: Room, who: discord.Member | discord.Role) -> bool:
    """Whether a member or a role may see a channel and what was said in it."""
    held = place.permissions_for(who)
    return held.view_channel and held.read_message_history


def may_be_told_in(here: object, *, of: object) -> bool:
    """Whether what stands in one channel may be shown in another: of an age-restricted one in such a one alone."""
    return of is not None and (not is_age_restricted(of) or is_age_restricted(here))


def is_hidden_from(interaction: Asked, room: int) -> bool:
    """Whether a room is not shown where somebody asks because it is age-restricted."""
    place = interaction.guild.get_channel_or_thread(room) if interaction.guild else None
    return place is not None and not may_be_told_in(interaction.channel, of=place)


def is_age_restricted(place: object) -> bool:
    """Whether a channel, or a thread by its channel, is only for those who are old enough."""
    if isinstance(place, discord.Thread):
        place = place.parent
    return bool(getattr(place, "nsfw", False)) and not isinstance(place, discord.CategoryChannel)


Told = Room | app_commands.AppCommandChannel | app_commands.AppCommandThread
"""A channel or thread as the client knows it, or as an option brings it."""


def room_of(place: Told) -> int:
    """The room of a channel: a public thread's channel, else itself."""
    if isinstance(place, (discord.Thread, app_commands.AppCommandThread)):
        return place.id if place.type is discord.ChannelType.private_thread else place.parent_id
    return place.id


async def rooms_fit_for(place: Room) -> frozenset[int]:
    """The rooms of which may be told in a channel: itself, and those that everybody sees who sees the channel.

    It gives way to other work between channels.
    """
    channel = place.parent if isinstance(place, discord.Thread) else place
    if channel is None or (isinstance(place, discord.Thread) and place.is_private()):
        return frozenset({place.id})
    audience = _Audience.of(channel)
    others = _one_by_one([other for other in channel.guild.channels if may_be_told_in(channel, of=other)])
    return frozenset({channel.id}) | {other.id async for other in others if audience.is_shared_by(_Audience.of(other))}


async def _one_by_one(places: Sequence[Place]) -> AsyncIterator[Place]:
    """Channels one after the other; a server has 500 of them, with an overwrite for each of 250 roles."""
    for place in tuple(places):
        yield place
        await asyncio.sleep(0)


@dataclass(frozen=True, slots=True)
class _Audience:
    """Who sees a channel and what was said in it, as far as roles and overwrites tell.

    Attributes:
        roles: the roles that see it, by id.
        open_to_all: whether everybody does.
        invites: whether single members are let in.
        shut_out: members and roles that are kept out.
    """

    roles: frozenset[int]
    open_to_all: bool
    invites: bool
    shut_out: frozenset[int]

    @staticmethod
    def of(place: discord.abc.GuildChannel) -> "_Audience":
        """Of a channel. Its time grows with its roles plus its overwrites, not with their product."""
        everybody = place.guild.default_role
        overwrites = place._overwrites  # noqa: SLF001  # Its public form is made anew each time, which takes 20 ms for 250.
        of_roles = {overwrite.id: overwrite for overwrite in overwrites if overwrite.is_role()}
        for_all = of_roles.get(everybody.id)
        roles = frozenset(
            role.id
            for role in place.guild.roles
            if _role_sees(everybody.permissions.value | role.permissions.value, for_all, of_roles.get(role.id))
        )
        invites = any(overwrite.allow & _VIEW for overwrite in overwrites if overwrite.is_member())
        shut_out = frozenset(overwrite.id for overwrite in overwrites if overwrite.deny & _SEE)
        return _Audience(roles, everybody.id in roles, invites, shut_out - {everybody.id})

    def is_shared_by(self, other: "_Audience") -> bool:
        """Whether everybody who sees this channel sees the other one too."""
        if self.invites and not other.open_to_all:
            # Whether a member who was let in here alone sees the other channel is not told by its roles.
            return False
        return bool(self.roles) and self.roles <= other.roles and other.shut_out <= self.shut_out


def _role_sees(held: int, *overwrites: Overwrite | None) -> bool:
    """Whether a role sees a channel: what it holds in the server, after the overwrites for all and for itself."""
    if held & _ADMINISTRATOR:
        return True
    for overwrite in overwrites:
        if overwrite is not None:
            held = held & ~overwrite.deny | overwrite.allow
    return held & _SEE == _SEE


_VIEW = discord.Permissions(view_channel=True).value
_SEE = discord.Permissions(view_channel=True, read_message_history=True).value
_ADMINISTRATOR = discord.Permissions(administrator=True).value
