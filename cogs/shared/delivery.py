"""Puts answers into Discord: `bot.ports.Delivery` on a client."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from time import monotonic
from typing import Any

import discord

from bot.domain.chat.view import View
from bot.ending import end
from bot.errors import DeliveryError, GoneError, PassingRefusalError
from bot.ports import RequestBudget, Store
from bot.urgency import Urgency, urgent
from cogs.shared.components import layout
from cogs.shared.faults import discord_faults
from cogs.shared.permissions import lacking
from config import limits

log = logging.getLogger(__name__)

# Seconds between two signs of typing: Discord shows one for ten.
TYPING_SECONDS = 8.0

# Discord's error code where a message has its thread already.
THREAD_EXISTS = 160004

# The types of threads.
THREADS = frozenset({10, 11, 12})

# The flag of a channel whose messages are hidden until clicked.
SPOILER_CHANNEL = 1 << 21

_NONE = discord.AllowedMentions.none()


def _first_line(texts: Iterable[str]) -> str | None:
    """The first line of a message: of an answer the headline with its link, of a pointer where it leads."""
    return next((text.strip().partition("\n")[0] for text in texts), None)


class DiscordDelivery:
    """A `Delivery` on a client of discord.py.

    Args:
        client: the client; channels need not be in its cache.
        store: knows which admin changed a server's settings last.
        budget: says when signs of typing are to be left out.
    """

    def __init__(self, client: discord.Client, store: Store, budget: RequestBudget) -> None:
        self._client = client
        self._store = store
        self._budget = budget
        self._spoilers: dict[int, tuple[float, bool]] = {}
        self._told: set[int] | None = None

    def lacks(self, channel: int, *, threads: bool = False) -> tuple[str, ...]:
        """The permissions that the bot lacks to answer in a channel; none in one that the client does not know."""
        place = self._client.get_channel(channel)
        if not isinstance(place, (discord.abc.GuildChannel, discord.Thread)):
            return ()
        return lacking(place, threads=threads)

    def room(self, channel: int) -> int:
        """The channel whose permissions say who sees what stands in one; a private thread is a room of its own."""
        place = self._client.get_channel(channel)
        return place.parent_id if isinstance(place, discord.Thread) and not place.is_private() else channel

    async def hides(self, channel: int) -> bool:
        """Whether a channel is one for spoilers, or the thread is one of such a channel."""
        known = self.is_known_to_hide(channel)
        if known is not None:
            return known
        until, hides = self._spoilers.get(channel, (0.0, False))
        if until < monotonic():
            hides = await self._is_for_spoilers(channel)
            self.learn(channel, hides=hides)
        return hides

    def is_known_to_hide(self, channel: int) -> bool | None:
        """As `hides`, by what the gateway told; None where only Discord knows."""
        place = self._client.get_channel(channel)
        if isinstance(place, discord.abc.PrivateChannel):
            return False
        room = place.parent_id if isinstance(place, discord.Thread) else channel
        if self._told is None or self._client.get_channel(room) is None:
            return None
        return room in self._told

    def learn(self, channel: int, *, hides: bool) -> None:
        """Another process knows whether a channel hides what stands in it."""
        self._spoilers[channel] = (monotonic() + limits.SPOILERS_SECONDS, hides)

    def told_of(self, channels: Iterable[Mapping[str, Any]]) -> None:
        """The gateway told of channels, as it sends them: the library drops the flag of those for spoilers."""
        told = self._told = self._told or set()
        for channel in channels:
            hides = int(channel.get("flags") or 0) & SPOILER_CHANNEL
            (told.add if hides else told.discard)(int(channel["id"]))

    async def _is_for_spoilers(self, channel: int) -> bool:
        """Ask Discord: a worker knows no channels."""
        try:
            with discord_faults():
                found: Any = await self._client.http.get_channel(channel)
                if found["type"] in THREADS:
                    found = await self._client.http.get_channel(found["parent_id"])
        except PassingRefusalError:
            raise
        except DeliveryError:
            return False
        return bool(found.get("flags", 0) & SPOILER_CHANNEL)

    async def react(self, channel: int, message: int, emoji: str) -> None:
        """Add a reaction to a message."""
        with discord_faults():
            await self._message(channel, message).add_reaction(emoji)

    async def take_back(self, channel: int, message: int, emoji: str) -> None:
        """Take a reaction of the bot's back."""
        try:
            with discord_faults():
                await self._client.http.remove_own_reaction(channel, message, emoji)
        except GoneError:
            log.debug("a message with a sign in %s was gone already", channel)

    @asynccontextmanager
    async def typing(self, channel: int) -> AsyncIterator[None]:
        """Show that an answer is being written, from the moment on that it takes longer than a blink."""
        task = asyncio.create_task(self._type(channel), name="typing")
        try:
            yield
        finally:
            await end([task])

    async def _type(self, channel: int) -> None:
        place = self._client.get_partial_messageable(channel)
        # What is cached is answered sooner than a sign could be seen.
        await asyncio.sleep(0.3)
        while True:
            try:
                with discord_faults(), urgent(Urgency.TYPING):
                    if not self._budget.is_tight:
                        await place.typing()
            except DeliveryError as error:
                log.debug("typing was not shown in %s: %s", channel, error)
                return
            await asyncio.sleep(TYPING_SECONDS)

    async def reply(self, channel: int, to: int, view: View, *, nonce: str) -> int:
        """Reply to a message without a ping."""
        place = self._client.get_partial_messageable(channel)
        with discord_faults():
            sent = await place.send(
                view=layout(view),
                reference=discord.MessageReference(message_id=to, channel_id=channel, fail_if_not_exists=True),
                mention_author=False,
                allowed_mentions=_NONE,
                silent=True,
                nonce=nonce,
            )
        return sent.id

    async def own_reply(self, channel: int, to: int, view: View) -> int | None:
        """The bot's reply to a message that shows what a view does."""
        client = self._client
        place = client.get_partial_messageable(channel)
        wanted = _first_line(view.texts)
        with discord_faults():
            async for message in place.history(after=discord.Object(to), limit=limits.OWN_REPLY_LOOK):
                is_mine = client.user is not None and message.author.id == client.user.id
                if is_mine and message.reference is not None and message.reference.message_id == to:
                    shown = discord.ui.LayoutView.from_message(message, timeout=None)
                    texts = (item.content for item in shown.walk_children() if isinstance(item, discord.ui.TextDisplay))
                    if _first_line(texts) == wanted:
                        return message.id
        return None

    async def send(self, channel: int, view: View, *, nonce: str | None = None) -> int:
        """Post a message that replies to none."""
        place = self._client.get_partial_messageable(channel)
        with discord_faults():
            if nonce is None:
                return (await place.send(view=layout(view), allowed_mentions=_NONE, silent=True)).id
            return (await place.send(view=layout(view), allowed_mentions=_NONE, silent=True, nonce=nonce)).id

    async def edit(self, channel: int, message: int, view: View) -> None:
        """Change an answer."""
        with discord_faults():
            await self._message(channel, message).edit(view=layout(view), allowed_mentions=_NONE)

    async def delete(self, channel: int, message: int) -> None:
        """Delete an answer; one that is gone already is no fault."""
        try:
            with discord_faults():
                await self._message(channel, message).delete()
        except GoneError as error:
            if error.reason:  # It is hidden from the bot, and stands.
                raise
            log.debug("an answer in %s was gone already", channel)

    async def open_thread(self, channel: int, message: int, name: str) -> int:
        """Open a thread from an answer; where there is one already, that is it."""
        try:
            with discord_faults():
                await self._client.http.start_thread_with_message(
                    channel, message, name=name, auto_archive_duration=1440
                )
        except DeliveryError as error:
            cause = error.__cause__
            if not isinstance(cause, discord.HTTPException) or cause.code != THREAD_EXISTS:
                raise
        # A thread has the id of the message that it was opened from.
        return message

    def opens_threads(self, channel: int) -> bool:
        """Whether Discord lets the bot open threads from messages of a channel: of text and announcement channels."""
        place = self._client.get_channel(channel)
        if not isinstance(place, discord.abc.GuildChannel):
            # What the client does not know is tried.
            return place is None
        return isinstance(place, discord.TextChannel) and not lacking(place, threads=True)

    async def rename_thread(self, thread: int, name: str) -> None:
        """Change the name of a thread that the bot opened."""
        with discord_faults():
            await self._client.http.edit_channel(thread, name=name)

    async def delete_thread(self, thread: int) -> None:
        """Delete a thread that the bot opened, or close it where that is not permitted."""
        try:
            with discord_faults():
                place = self._client.get_channel(thread) or await self._client.fetch_channel(thread)
                if not isinstance(place, discord.Thread):
                    return
                if place.permissions_for(place.guild.me).manage_threads:
                    await place.delete()
                else:
                    await place.edit(archived=True)
        except GoneError as error:
            if error.reason:  # As above.
                raise
            log.debug("the thread %s was gone already", thread)

    async def tell_admins(self, guild: int, view: View) -> bool:
        """Tell the moderators' channel of a community; else the admin who changed the settings last, or the owner."""
        server = self._client.get_guild(guild)
        if server is None:
            return False
        room = server.public_updates_channel
        if room is not None and not lacking(room):
            await self.send(room.id, view)
            return True
        changes = await self._store.audit(guild, count=1)
        for user in dict.fromkeys([*(change.user for change in changes if change.user), server.owner_id]):
            if user is not None and await self._tell(user, view):
                return True
        return False

    async def _tell(self, user: int, view: View) -> bool:
        try:
            with discord_faults():
                room = await self._client.create_dm(discord.Object(user))
                await room.send(view=layout(view), allowed_mentions=_NONE)
        except DeliveryError as error:
            # Who takes no private messages is not told; the next in line is.
            log.info("no private message to %s: %s", user, error)
            return False
        return True

    def _message(self, channel: int, message: int) -> discord.PartialMessage:
        return self._client.get_partial_messageable(channel).get_partial_message(message)
