"""Which rooms may be told of in a channel: what its roles and overwrites say of who sees them."""

import asyncio

import discord
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.shared.audience import rooms_fit_for, sees
from tests.support.servers import server

VIEW, HISTORY, ADMIN = 1 << 10, 1 << 16, 1 << 3
HELD = st.sampled_from([0, VIEW, HISTORY, VIEW | HISTORY, ADMIN])
SOME = st.sampled_from([0, VIEW, HISTORY, VIEW | HISTORY])
OVERWRITES = st.tuples(SOME, SOME).map(lambda bits: (bits[0], bits[1] & ~bits[0]))
CHANNELS = st.dictionaries(st.integers(0, 3), OVERWRITES, max_size=4)


@settings(max_examples=80)
@given(HELD, st.fixed_dictionaries({1: HELD, 2: HELD, 3: HELD}), CHANNELS, CHANNELS)
def test_room_is_told_of_only_where_all_its_readers_see_it(
    everybody: int,
    roles: dict[int, int],
    here: dict[int, tuple[int, int]],
    there: dict[int, tuple[int, int]],
) -> None:
    """A room that is told of in a channel is seen, as the library itself judges, by each role that sees the channel."""
    guild, _ = server(roles, [here, there], everybody=everybody)
    place, other = guild.text_channels
    seeing = [role for role in guild.roles if sees(place, role)]
    told = other.id in asyncio.run(rooms_fit_for(place))
    assert not told or all(sees(other, role) for role in seeing)
    shut_out = {who.id for who, overwrite in other.overwrites.items() if _shuts_out(overwrite)} - {guild.id}
    also = {who.id for who, overwrite in place.overwrites.items() if _shuts_out(overwrite)}
    assert told == (bool(seeing) and all(sees(other, role) for role in seeing) and shut_out <= also)


def _shuts_out(overwrite: discord.PermissionOverwrite) -> bool:
    return overwrite.view_channel is False or overwrite.read_message_history is False
