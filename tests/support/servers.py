"""Servers as the client holds them, made of what Discord sends."""

from collections.abc import Mapping, Sequence
from functools import cache

import discord
from discord.state import ConnectionState

ID = 1_000_000


def server(
    roles: Mapping[int, int], channels: Sequence[Mapping[int, tuple[int, int]]], *, everybody: int = 66_560
) -> tuple[discord.Guild, discord.Member]:
    """A server and a member with all its roles.

    Args:
        roles: what each role holds, as Discord's bits, by a number from 1; its id is `ID` and the number.
        channels: of each text channel what its overwrites allow and deny, by the number of their role, 0 for all.
        everybody: what everybody holds.
    """
    state = _state()
    colors = {"primary_color": 0, "secondary_color": None, "tertiary_color": None}
    given = [
        {"id": str(ID + number), "name": f"role {number}", "permissions": str(held), "position": number, "color": 0,
         "colors": colors, "hoist": False, "managed": False, "mentionable": False, "flags": 0}
        for number, held in {0: everybody, **roles}.items()
    ]  # fmt: skip
    places = [
        {"id": str(2 * ID + at), "type": 0, "name": f"channel-{at}", "position": at, "permission_overwrites": [
            {"id": str(ID + number), "type": 0, "allow": str(allow), "deny": str(deny)}
            for number, (allow, deny) in overwrites.items()
        ]}
        for at, overwrites in enumerate(channels)
    ]  # fmt: skip
    member = {"user": {"id": "7", "username": "ana", "discriminator": "0", "avatar": None},
              "roles": [role["id"] for role in given[1:]], "joined_at": "2026-01-01T00:00:00+00:00", "deaf": False,
              "mute": False, "flags": 0}  # fmt: skip
    data = {"id": str(ID), "name": "A server", "owner_id": "9", "roles": given, "channels": places, "members": [],
            "member_count": 2, "preferred_locale": "en-US", "features": [], "emojis": [], "stickers": [],
            "verification_level": 0, "default_message_notifications": 0, "explicit_content_filter": 0, "mfa_level": 0,
            "nsfw_level": 0, "premium_tier": 0, "system_channel_flags": 0}  # fmt: skip
    guild = discord.Guild(data=data, state=state)  # type: ignore[arg-type]  # As Discord sends it, but for what plays no part.
    return guild, discord.Member(data=member, guild=guild, state=state)  # type: ignore[arg-type]  # As above.


@cache
def _state() -> ConnectionState[discord.Client]:
    return discord.Client(intents=discord.Intents.default())._connection  # noqa: SLF001  # What a client makes servers with.
