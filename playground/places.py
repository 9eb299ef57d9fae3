"""Channels and threads of the local Discord, and who sees what happens in them."""

from playground import wire
from playground.gateway import Intent
from playground.guilds import Guilds
from playground.rules import permissions
from playground.rules.state import (
    JSON,
    VOICES,
    Channel,
    ChannelFlag,
    ChannelKind,
    Flag,
    Guild,
    Member,
    Message,
    Overwrite,
    Role,
    User,
)


class Places(Guilds):
    """Adds channels and threads."""

    def channel(
        self,
        guild: Guild,
        name: str,
        kind: int = ChannelKind.TEXT,
        *,
        parent: int | None = None,
        nsfw: bool = False,
        spoiler: bool = False,
    ) -> Channel:
        """A new channel, age-restricted or for spoilers where it is said so."""
        place = Channel(self.ids.next(), kind, guild.id, name, parent, position=len(guild.channels), nsfw=nsfw)
        place.flags = ChannelFlag.SPOILER if spoiler else 0
        self._add_channel(guild, place)
        return place

    def _add_channel(self, guild: Guild, place: Channel) -> None:
        guild.channels[place.id] = place
        self.channels[place.id] = place
        self.place_event("CHANNEL_CREATE", place, wire.channel(place))
        self.tell("channel", place)

    def thread(
        self,
        parent: Channel,
        name: str,
        owner: User,
        *,
        of: Message | None = None,
        private: bool = False,
    ) -> Channel:
        """A new thread, from a message or on its own (a forum post); in announcement channels one of their kind."""
        of_news = parent.kind == ChannelKind.NEWS
        kind = ChannelKind.NEWS_THREAD if of_news else ChannelKind.PUBLIC_THREAD
        kind = ChannelKind.PRIVATE_THREAD if private else kind
        guild = self.guilds[parent.guild_id or 0]
        number = of.id if of is not None else self.ids.next()
        place = Channel(number, kind, guild.id, name, parent.id, owner_id=owner.id)
        place.thread_members.append(owner.id)
        guild.channels[place.id] = place
        self.channels[place.id] = place
        if of is not None:
            of.flags |= Flag.HAS_THREAD
            of.thread_id = place.id
        body = wire.channel(place) | {"newly_created": True}
        if owner is self.bot:
            body["member"] = wire.thread_member(place, owner.id)
        self.place_event("THREAD_CREATE", place, body)
        self.tell("channel", place)
        return place

    def add_to_thread(self, place: Channel, who: User) -> None:
        """Make somebody a member of a thread; the bot is told of its own membership and of the thread."""
        if who.id in place.thread_members:
            return
        place.thread_members.append(who.id)
        if who is self.bot:
            member = wire.thread_member(place, who.id)
            self.place_event("THREAD_CREATE", place, wire.channel(place) | {"member": member})
            body: JSON = {"id": str(place.id), "guild_id": str(place.guild_id), "added_members": [member]}
            body |= {"member_count": len(place.thread_members), "removed_member_ids": []}
            self.place_event("THREAD_MEMBERS_UPDATE", place, body)

    def active_threads(self, guild: Guild) -> int:
        """How many threads of a guild are active."""
        return sum(place.is_thread and not place.archived for place in guild.channels.values())

    def change_channel(self, place: Channel) -> None:
        """Tell that a channel was changed."""
        self.place_event("THREAD_UPDATE" if place.is_thread else "CHANNEL_UPDATE", place, wire.channel(place))
        self.tell("channel", place)

    def overwrite(self, place: Channel, target: Member | Role, *, allow: int = 0, deny: int = 0) -> None:
        """Set what a channel allows and denies to a member or a role."""
        kind = 1 if isinstance(target, Member) else 0
        place.overwrites[target.id] = Overwrite(target.id, kind, allow, deny)
        # A channel that the bot may no longer see still tells it of this last change, as Discord does.
        body = wire.channel(place)
        self.gateway.dispatch("CHANNEL_UPDATE", body, intent=Intent.GUILDS, guild_id=place.guild_id)

    def remove_channel(self, place: Channel) -> None:
        """Delete a channel with its threads."""
        guild = self.guilds[place.guild_id or 0]
        gone = [place, *(c for c in guild.channels.values() if c.is_thread and c.parent_id == place.id)]
        event = "THREAD_DELETE" if place.is_thread else "CHANNEL_DELETE"
        self.place_event(event, place, wire.channel(place))
        for entry in gone:
            guild.channels.pop(entry.id, None)
            self.channels.pop(entry.id, None)
        self.tell("channel gone", place)

    def private_channel(self, *people: User, kind: int = ChannelKind.DM) -> Channel:
        """The private channel of these people; there is one of each."""
        wanted = {who.id for who in people}
        for place in self.channels.values():
            if place.kind == kind and {who.id for who in place.recipients} == wanted:
                return place
        place = Channel(self.ids.next(), kind, recipients=list(people), owner_id=people[0].id)
        self.channels[place.id] = place
        self.tell("channel", place)
        return place

    # --- who sees what ----------------------------------------------------------------------------------------------

    def bot_hears(self, place: Channel) -> bool:
        """Whether the bot is told of a channel's messages: it may connect where it must, and there is no outage."""
        guild = self.guilds.get(place.guild_id or 0)
        if guild is not None and guild.unavailable:
            return False
        needed = permissions.BITS["connect" if place.kind in VOICES else "view_channel"]
        return bool(self.allowed(place, self.bot) & needed)

    def place_event(self, event: str, place: Channel, body: JSON, intent: int = Intent.GUILDS) -> None:
        """Tell the bot of something in a channel, where it sees it."""
        seen = self.bot_sees(place) if intent == Intent.GUILDS else self.bot_hears(place)
        guild = self.guilds.get(place.guild_id or 0)
        if seen and not (guild is not None and guild.unavailable):
            self.gateway.dispatch(event, body, intent=intent, guild_id=place.guild_id)
