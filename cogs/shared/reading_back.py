"""Discord's messages for the middle: one by its ids, and the latest of a channel (`bot.messages.posts.messages`)."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import discord

from bot.domain.values.work import Owed
from bot.errors import DeliveryError, PassingRefusalError
from bot.messages.posts.messages import Channel, Seen
from bot.messages.posts.pasted import read_pasted
from bot.messages.posts.post import Heard, Post, Trigger, look_into
from cogs.shared.faults import discord_faults
from cogs.shared.messages import may_embed, post_of, texts_of
from config import limits


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
        heard = Heard.of(_as_it_was_heard(post_of(message), owed))
        if Trigger(owed.trigger) is not Trigger.MENTION or not heard.findings.is_empty:
            return heard
        replied_to = await subject_of(self._client, message, owed.parent)
        return heard if replied_to is None else replace(heard, replied_to=_as_it_was_heard(replied_to, owed))

    def channels(self, guild: int) -> Sequence[Channel]:
        """The channels and threads of a server in which people write and whose history the bot reads."""
        server = self._client.get_guild(guild)
        if server is None:
            return ()
        channels = []
        places: tuple[discord.TextChannel | discord.VoiceChannel | discord.Thread, ...]
        places = (*server.text_channels, *server.voice_channels, *server.threads)
        for place in places:
            held = place.permissions_for(server.me)
            if held.view_channel and held.read_message_history:
                parent = place.parent_id if isinstance(place, discord.Thread) else None
                channels.append(
                    Channel(place.id, parent, place.last_message_id or 0, getattr(place, "category_id", None))
                )
        return channels

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
        place = server.get_channel_or_thread(post.channel)
        embeds = may_embed(place, member) if isinstance(place, discord.abc.Messageable) else None
        return replace(post, roles=frozenset(role.id for role in member.roles), may_embed=embeds)

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


async def subject_of(client: discord.Client, message: discord.Message, parent: int | None) -> Post | None:
    """What somebody asks about whose own message has nothing to brief.

    The first message with something to brief: up the replies, where a link to a message of the channel counts as one,
    as proxies write replies, and above the beginning of the thread in which it stands.
    Where none has anything, the message that is replied to.

    Args:
        client: asks Discord for messages.
        message: what was written.
        parent: the channel above the thread in which it stands, None outside threads.

    Raises:
        PassingRefusalError: Discord is to be asked again.
    """
    first: Post | None = None
    above = await _above(client, message, parent)
    for _ in range(limits.REPLY_CHAIN):
        if above is None:
            break
        post = post_of(above)
        first = first or post
        if not look_into(post).is_empty:
            return post
        above = await _above(client, above, parent)
    return first


async def _above(client: discord.Client, message: discord.Message, parent: int | None) -> discord.Message | None:
    """The message that a message replies to; of others in a thread the one from which it was opened."""
    reference, place = message.reference, message.channel.id
    if reference is not None and reference.message_id is not None:
        if isinstance(reference.resolved, discord.Message):
            return reference.resolved
        return await _fetched(client, message.guild, reference.channel_id, reference.message_id)
    linked = next((where for text in texts_of(message) if (where := read_pasted(text).message)), None)
    if linked is not None and linked.channel in {place, parent} and linked.message != message.id:
        return await _fetched(client, message.guild, linked.channel, linked.message)
    if parent is None or place in {message.id, parent}:
        return None
    # A thread has the id of the message from which it was opened; a forum's post stands in the thread itself.
    found = await _fetched(client, message.guild, parent, place)
    return found or await _fetched(client, message.guild, place, place)


async def _fetched(
    client: discord.Client, guild: discord.Guild | None, channel: int, message: int
) -> discord.Message | None:
    known = client.get_channel(channel)
    place: discord.abc.Messageable = client.get_partial_messageable(channel, guild_id=guild.id if guild else None)
    if isinstance(known, discord.abc.Messageable):
        place = known
    try:
        with discord_faults():
            return await place.fetch_message(message)
    except PassingRefusalError:
        raise
    except DeliveryError:
        return None
