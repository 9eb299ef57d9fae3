"""Builds guilds in a local Discord, and acts there as anybody: what a test's town is asked to do."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from playground.members import People, Person, account
from playground.rules.permissions import bits
from playground.rules.state import (
    JSON,
    Attachment,
    Channel,
    ChannelKind,
    Guild,
    Interaction,
    Member,
    Message,
    Role,
    User,
)
from playground.server import LocalDiscord

# A file for a post: its name and bytes, and its content type where there is one.
File = tuple[str, bytes] | tuple[str, bytes, str]


class Acting:
    """Guilds, channels and members as they are made, and what people do there.

    Args:
        local: the local Discord.
    """

    def __init__(self, local: LocalDiscord) -> None:
        self.discord = local

    @property
    def people(self) -> People:
        """Acts as anybody; the town's own methods suffice in most tests."""
        return self.discord.people

    @property
    def bot(self) -> User:
        """The bot's account."""
        return self.discord.service.bot

    # --- building ---------------------------------------------------------------------------------------------------

    def guild(
        self,
        name: str = "Newsroom",
        *,
        channels: Iterable[str] = ("news", "general"),
        members: Iterable[str] = ("ana", "ben"),
        owner: str = "olga",
        installed: bool = True,
        shard: tuple[int, int] = (0, 1),
        locale: str = "en-US",
    ) -> Guild:
        """A guild with text channels and members; `guild.channel("news")` and `guild.member("ana")` find them.

        Args:
            name: the guild's name.
            channels: names of its text channels.
            members: names of its members, new accounts.
            owner: the name of its owner, a member too.
            installed: whether the bot is a member; False for guilds where only its users have it.
            shard: in which shard its id lies, of how many.
            locale: the guild's locale.
        """
        service = self.discord.service
        made = service.guild(name, service.user(owner), installed=installed, shard=shard, locale=locale)
        for channel in channels:
            self.channel(made, channel)
        for member in members:
            self.member(made, member)
        return made

    def channel(
        self,
        guild: Guild,
        name: str,
        kind: int = ChannelKind.TEXT,
        *,
        parent: Channel | None = None,
        nsfw: bool = False,
        spoiler: bool = False,
    ) -> Channel:
        """A new channel, age-restricted (`nsfw`) or for spoilers where it is said so."""
        number = parent.id if parent else None
        return self.discord.service.channel(guild, name, kind, parent=number, nsfw=nsfw, spoiler=spoiler)

    def member(self, guild: Guild, who: str | User, *, permissions: str = "", locale: str = "en-US") -> Member:
        """A new member, an account of its own or a known one; `permissions` by their names, separated by spaces."""
        user = self.user(who, locale=locale) if isinstance(who, str) else who
        member = self.discord.service.join(guild, user)
        if permissions:
            self.role(guild, f"{user.name}'s", permissions, member)
        return member

    def user(self, name: str, *, locale: str = "en-US", bot: bool = False) -> User:
        """A new account in no guild."""
        return self.discord.service.user(name, locale=locale, bot=bot)

    def role(self, guild: Guild, name: str, permissions: str = "", *members: Member) -> Role:
        """A new role for some members."""
        return self.discord.service.role(guild, name, bits(permissions), members)

    def empower(self, guild: Guild, permissions: str) -> Role:
        """Give the bot more than its invitation asks for, by a role."""
        return self.role(guild, "trusted", permissions, guild.members[self.bot.id])

    def permit(self, place: Channel, *, who: Member | Role | None = None, allow: str = "", deny: str = "") -> None:
        """Set what a channel allows and denies to a member or a role, by default to the bot."""
        guild = self.discord.service.guilds[place.guild_id or 0]
        target = who or guild.members[self.bot.id]
        self.discord.service.overwrite(place, target, allow=bits(allow), deny=bits(deny))

    def dm(self, who: Person) -> Channel:
        """The direct messages of a user with the bot."""
        return self.discord.service.private_channel(account(who), self.bot)

    def private(self, *people: Person) -> Channel:
        """The private channel of people among themselves, without the bot; three or more have a group."""
        kind = ChannelKind.DM if len(people) == 2 else ChannelKind.GROUP_DM
        return self.discord.service.private_channel(*map(account, people), kind=kind)

    def install_for(self, who: Person) -> None:
        """Let a user have the bot as a user install."""
        self.discord.service.installed_by.add(account(who).id)

    def file(self, name: str, data: bytes, content_type: str | None = None) -> Attachment:
        """A file, for options and modals that take one."""
        return self.people.file(name, data, content_type)

    # --- acting -----------------------------------------------------------------------------------------------------

    async def post(
        self,
        place: Channel,
        author: Person,
        content: str = "",
        *,
        attachments: Sequence[File] = (),
        embeds: Sequence[JSON] = (),
        reply_to: Message | None = None,
        ping: bool = True,
        forward: Message | None = None,
        webhook: bool | int = False,
        application: int | None = None,
        flags: int = 0,
        kind: int | None = None,
        poll: JSON | None = None,
    ) -> Message:
        """Write a message.

        Args:
            place: where.
            author: who; an account with `bot=True` for another bot's message.
            content: the text; mention somebody with `somebody.mention`.
            attachments: (name, bytes) or (name, bytes, content type).
            embeds: embeds as JSON, for webhooks and bots.
            reply_to: the message that it answers.
            ping: False answers without mentioning the author.
            forward: the message that it forwards.
            webhook: whether it comes through a webhook, or that webhook's id: one speaks under many names.
            application: the application that owns the webhook.
            flags: message flags.
            kind: a message type other than a plain message or reply, for system messages.
            poll: a poll as JSON; `poll_of` makes one.
        """
        files = [self.people.file(*entry) for entry in attachments]
        return self.people.post(
            place,
            author,
            content,
            files=files,
            embeds=list(embeds),
            reply_to=reply_to,
            ping=ping,
            forward=forward,
            webhook=webhook,
            application=application,
            flags=flags,
            kind=kind,
            poll=poll,
        )

    async def edit(self, message: Message, content: str) -> None:
        """Change a message's text."""
        self.people.edit(message, content)

    async def unfurl(self, message: Message, **embed: Any) -> None:
        """Add a link's preview to a message, as Discord does by itself: a MESSAGE_UPDATE that is no edit."""
        self.people.unfurl(message, embed)

    async def delete(self, message: Message) -> None:
        """Delete a message."""
        self.discord.service.remove(message)

    async def bulk_delete(self, *messages: Message) -> None:
        """Delete messages of one channel in one event, as a moderation bot does."""
        self.discord.service.remove_many(self.discord.service.channels[messages[0].channel_id], list(messages))

    async def delete_channel(self, place: Channel) -> None:
        """Delete a channel or thread."""
        self.discord.service.remove_channel(place)

    async def leave(self, guild: Guild) -> None:
        """Throw the bot out of a guild."""
        self.discord.service.leave(guild)

    async def invite(self, guild: Guild) -> None:
        """Let the bot come (back) to a guild."""
        self.discord.service.invite(guild)

    async def react(self, message: Message, who: Person, emoji: str, *, add: bool = True) -> None:
        """Add or take back a reaction: a character, or `name:id`."""
        self.discord.service.react(message, account(who), emoji, add=add)

    async def thread(self, start: Message | Channel, owner: Person, name: str, *, private: bool = False) -> Channel:
        """Start a thread from a message or in a channel, a private one if wanted.

        Raises:
            NotOfferedError: there are no such threads in a channel of that kind.
        """
        return self.people.thread(start, owner, name, private=private)

    async def archive(self, thread: Channel, *, locked: bool = False) -> None:
        """Archive a thread, and lock it if wanted."""
        thread.archived, thread.locked = True, locked
        self.discord.service.change_channel(thread)

    async def join_thread(self, thread: Channel, who: Person | None = None) -> None:
        """Make somebody a member of a thread, by default the bot."""
        self.discord.service.add_to_thread(thread, account(who) if who else self.bot)

    async def pin(self, message: Message, who: Person) -> Message:
        """Pin a message; gives Discord's own message that says so."""
        return self.discord.service.pin(message, account(who))

    async def publish(self, message: Message) -> list[Message]:
        """Publish an announcement; gives what the channels got that follow its channel."""
        return self.discord.service.publish(message)

    async def time_out(self, guild: Guild, who: Member | None = None, *, minutes: float = 10) -> None:
        """Time a member out, by default the bot; 0 minutes ends it."""
        until = datetime.now(UTC) + timedelta(minutes=minutes) if minutes else None
        self.discord.service.time_out(guild, who or guild.members[self.bot.id], until)

    async def outage(self, guild: Guild) -> None:
        """Hide a guild from the bot as an outage does, until `recover`."""
        self.discord.service.outage(guild)

    async def recover(self, guild: Guild) -> None:
        """End a guild's outage."""
        self.discord.service.recover(guild)

    def later(self, *, seconds: float) -> None:
        """Let time pass for the local Discord's nonces and interactions."""
        clock = self.discord.service.clock
        self.discord.service.clock = lambda: clock() + seconds

    async def forum_post(self, forum: Channel, author: Person, name: str, content: str) -> tuple[Channel, Message]:
        """Write a post in a forum: its thread and its first message, which has the thread's id."""
        thread = self.discord.service.thread(forum, name, account(author))
        return thread, self.people.post(thread, author, content, number=thread.id)

    async def slash(self, place: Channel, who: Person, words: str, /, **options: Any) -> Interaction:
        """Call a slash command: `words` is its name with groups and sub-commands, such as "config watch".

        Options are plain values, or channels, roles, members, users and `town.file(...)`.

        Raises:
            NotOfferedError: Discord's client would not let the user call it so.
        """
        return self.people.command(place, who, words, options)

    async def context_menu(
        self, who: Person, name: str, target: Message | Member, place: Channel | None = None
    ) -> Interaction:
        """Choose a context menu command on a message, or on a member in a place."""
        if isinstance(target, Message):
            return self.people.menu(who, name, target)
        assert place is not None, "a member's menu is opened in a place"
        return self.people.user_menu(place, who, name, target)

    async def press(self, message: Message, who: Person, button: str) -> Interaction:
        """Press a button, named by its label or custom id."""
        return self.people.press(message, who, button)

    async def choose(self, message: Message, who: Person, select: str, *values: Any) -> Interaction:
        """Choose in a select menu, named by its placeholder or custom id: values, labels, channels, roles, members."""
        return self.people.choose(message, who, select, list(values))
