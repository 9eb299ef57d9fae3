"""Discord's messages for the middle: one by its ids, and the latest of a channel (`bot.messages.posts.messages`)."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import discord

from bot.domain.values.work import Owed
from bot.errors import DeliveryError, PassingRefusalError
from bot.messages.posts.messages import Seen, Spot
from bot.messages.posts.post import Heard, Post
from cogs.shared.faults import discord_faults
from cogs.shared.messages import post_of


class DiscordMessages:
    """Brings messages.

    Args:
        client: the client; a worker's knows no servers.
        remembered: messages that this process heard itself and still owes, by their ids.
    """

    def __init__(self, client: discord.Client, remembered: Callable[[int], Heard | None]) -> None:
        self._client = client
        self._remembered = remembered

    async def fetch(self, owed: Owed) -> Heard:
        """The message that is owed an answer, as it was heard here, or as it stands at Discord now."""
        known = self._remembered(owed.message)
        if known is not None:
            return known
        place = self._client.get_partial_messageable(owed.channel, guild_id=owed.guild)
        with discord_faults():
            message = await place.fetch_message(owed.message)
        replied_to = reply_of(message)
        return Heard(
            _as_it_was_heard(post_of(message), owed), _as_it_was_heard(replied_to, owed) if replied_to else None
        )

    def spots(self, guild: int) -> Sequence[Spot]:
        """The channels and threads of a server in which people write and whose history the bot reads."""
        server = self._client.get_guild(guild)
        if server is None:
            return ()
        spots = []
        places: tuple[discord.TextChannel | discord.VoiceChannel | discord.Thread, ...]
        places = (*server.text_channels, *server.voice_channels, *server.threads)
        for place in places:
            held = place.permissions_for(server.me)
            if held.view_channel and held.read_message_history:
                parent = place.parent_id if isinstance(place, discord.Thread) else None
                spots.append(Spot(place.id, parent, place.last_message_id or 0, getattr(place, "category_id", None)))
        return spots

    async def latest(self, channel: int, *, count: int) -> Sequence[Seen]:
        """The newest messages of a channel, the oldest of them first."""
        place = self._client.get_channel(channel)
        if not isinstance(place, discord.abc.Messageable):
            return ()
        with discord_faults():
            found = [message async for message in place.history(limit=count)]
        return [self._seen(message) for message in reversed(found)]

    async def with_roles(self, post: Post) -> Post:
        """A message with its author's roles; one who left has none."""
        server = self._client.get_guild(post.guild or 0)
        if server is None or post.is_bot:
            return post
        try:
            with discord_faults():
                member = await server.fetch_member(post.author)
        except PassingRefusalError:
            raise
        except DeliveryError:
            return post
        return replace(post, roles=frozenset(role.id for role in member.roles))

    def _seen(self, message: discord.Message) -> Seen:
        is_mine = self._client.user is not None and message.author.id == self._client.user.id
        reference = message.reference
        return Seen(
            post=post_of(message),
            edited=message.edited_at is not None and not is_mine,
            answers=reference.message_id if is_mine and reference is not None else None,
        )


def _as_it_was_heard(post: Post, owed: Owed) -> Post:
    """A message with what only a client on the gateway knows, as it was written down when the message was heard."""
    return replace(post, guild=owed.guild, parent=owed.parent, room=owed.room, locale=owed.locale)


def reply_of(message: discord.Message) -> Post | None:
    """The message that a message replies to, where Discord gave it along."""
    resolved = message.reference.resolved if isinstance(message.reference, discord.MessageReference) else None
    return post_of(resolved) if isinstance(resolved, discord.Message) else None
