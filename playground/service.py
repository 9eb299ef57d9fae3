"""What the local Discord knows, and every change of it; each change is told to the bot's gateway and to observers."""

from dataclasses import dataclass, field
from typing import Any

from playground import wire
from playground.gateway import Intent
from playground.guilds import now
from playground.places import Places
from playground.rules.composing import mentions_in, numbered
from playground.rules.refusal import unknown_message
from playground.rules.state import JSON, Attachment, Channel, Flag, Message, MessageKind, Part, User

# Seconds within which a nonce is remembered; Discord says "a few minutes".
NONCE_SECONDS = 180.0


@dataclass(frozen=True, slots=True)
class MessageDraft:
    """A message on its way in.

    Attributes:
        allowed: `allowed_mentions` as JSON; None lets every mention notify.
        ping: False where a person answers without notifying the author.
        number: its id where that is given: a forum post's first message has its thread's.
    """

    content: str = ""
    embeds: list[JSON] = field(default_factory=list)
    components: list[JSON] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    flags: int = 0
    kind: int = MessageKind.DEFAULT
    reference: JSON | None = None
    snapshots: list[JSON] = field(default_factory=list)
    allowed: JSON | None = None
    nonce: str | None = None
    webhook_id: int | None = None
    application_id: int | None = None
    interaction: JSON | None = None
    seen_by: int | None = None
    ping: bool = True
    number: int | None = None
    poll: JSON | None = None


class Service(Places):
    """Adds messages, reactions and typing."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._nonces: dict[tuple[int, str], tuple[float, int, int]] = {}

    def message_json(self, message: Message, *, me: int | None = None) -> JSON:
        """A message with what it answers and its thread."""
        return self._with_thread(message, wire.message(message, self.base, self.users, me=me or self.bot.id), me)

    def _with_thread(self, message: Message, body: JSON, me: int | None) -> JSON:
        reference = message.reference
        if reference is not None and message.kind in {MessageKind.REPLY, MessageKind.CONTEXT_MENU}:
            place = self.channels.get(int(reference["channel_id"]))
            origin = place.messages.get(int(reference["message_id"])) if place else None
            body["referenced_message"] = (
                wire.message(origin, self.base, self.users, me=me or self.bot.id) if origin else None
            )
        thread = self.channels.get(message.thread_id or 0)
        return body | {"thread": wire.channel(thread)} if thread else body

    def message_event(self, event: str, message: Message) -> None:
        """Tell the bot of a message, unless it is ephemeral."""
        place = self.channels[message.channel_id]
        if message.ephemeral or not self.bot_hears(place):
            return
        body = self.message_json(message) | {"channel_type": int(place.kind)}
        if place.guild_id is not None:
            body["guild_id"] = str(place.guild_id)
            member = self.guilds[place.guild_id].members.get(message.author.id)
            if member is not None and message.webhook_id is None:
                body["member"] = wire.member(member, with_user=False)
        intent = Intent.DIRECT_MESSAGES if place.is_private else Intent.MESSAGES
        self.gateway.dispatch(event, body, intent=intent, guild_id=place.guild_id, hidden=self.unread(body))

    def unread(self, body: JSON) -> JSON:
        """A message as the bot is given it without the message-content intent, each message judged by itself.

        What the bot wrote, what mentions it and what stands in private is given whole.
        """
        if isinstance(body.get("referenced_message"), dict):
            body = body | {"referenced_message": self.unread(body["referenced_message"])}
        me = str(self.bot.id)
        own = body["author"]["id"] == me or body.get("application_id") == str(self.application)
        mentioned = any(who["id"] == me for who in body["mentions"])
        place = self.channels.get(int(body["channel_id"]))
        return body if own or mentioned or place is None or place.is_private else wire.without_content(body)

    # --- messages ---------------------------------------------------------------------------------------------------

    def post(self, place: Channel, author: User, draft: MessageDraft, *, enforce_nonce: bool = False) -> Message:
        """Create a message; with `enforce_nonce` the one that the author sent before with the same nonce is given.

        Raises:
            Refusal: the author sent one with that nonce before, and it is deleted.
        """
        key = (author.id, draft.nonce or "")
        before = self._nonces.get(key)
        if enforce_nonce and draft.nonce and before and self.clock() - before[0] < NONCE_SECONDS:
            return self._sent_before(*before[1:])
        message = Message(
            id=draft.number or self.ids.next(),
            channel_id=place.id,
            guild_id=place.guild_id,
            author=author,
            content=draft.content.strip(),  # Discord trims what is written.
            kind=draft.kind,
            flags=draft.flags,
            embeds=draft.embeds,
            components=numbered(draft.components),
            attachments=draft.attachments,
            snapshots=draft.snapshots,
            reference=draft.reference,
            nonce=draft.nonce,
            webhook_id=draft.webhook_id,
            application_id=draft.application_id,
            interaction=draft.interaction,
            seen_by=draft.seen_by,
            silent_mentions=not draft.ping,
            poll=draft.poll,
        )
        self._mention(message, draft.allowed)
        self._keep_files(message)
        place.messages[message.id] = message
        if draft.nonce:
            self._nonces[key] = (self.clock(), place.id, message.id)
        if place.is_thread:
            self._join_mentioned(place, message)
        self.message_event("MESSAGE_CREATE", message)
        self.tell("message", message)
        return message

    def _sent_before(self, channel: int, number: int) -> Message:
        place = self.channels.get(channel)
        known = place.messages.get(number) if place else None
        if known is None:
            raise unknown_message()
        return known

    def _join_mentioned(self, place: Channel, message: Message) -> None:
        """A mention in a thread makes those who can see its channel its members."""
        guild = self.guilds[place.guild_id or 0]
        for number in [message.author.id, *message.mentions]:
            if number in guild.members:
                self.add_to_thread(place, self.users[number])

    def pin(self, message: Message, who: User) -> Message:
        """Pin a message: an update that is no edit, and a message of Discord's own that says so; gives that one."""
        message.pinned = True
        self.change(message, edited=False)
        place = self.channels[message.channel_id]
        body: JSON = {"channel_id": str(place.id), "last_pin_timestamp": now()}
        if place.guild_id is not None:
            body["guild_id"] = str(place.guild_id)
        self.place_event("CHANNEL_PINS_UPDATE", place, body, Intent.GUILDS if place.guild_id else 0)
        reference = {"type": 0, "channel_id": str(place.id), "message_id": str(message.id)}
        return self.post(place, who, MessageDraft(kind=MessageKind.PINNED, reference=reference))

    def publish(self, message: Message) -> list[Message]:
        """Publish an announcement: the channels that follow get it by a webhook; gives what they got."""
        message.flags |= Flag.CROSSPOSTED
        self.change(message, edited=False)
        place = self.channels[message.channel_id]
        reference = {"type": 0, "channel_id": str(place.id), "message_id": str(message.id)}
        reference["guild_id"] = str(place.guild_id)
        sender = self.user(f"{self.guilds[place.guild_id or 0].name} #{place.name}", bot=True)
        copy = MessageDraft(
            message.content,
            embeds=message.embeds,
            flags=Flag.IS_CROSSPOST,
            reference=reference,
            webhook_id=sender.id,
        )
        return [self.post(follower, sender, copy) for follower in place.followers]

    def change(self, message: Message, *, allowed: JSON | None = None, edited: bool = True) -> None:
        """Tell that a message was changed; an unfurled link changes one without an edit."""
        if edited:
            message.edited_at = now()
        message.components = numbered(message.components)
        self._mention(message, allowed, quiet=True)
        self._keep_files(message)
        self.message_event("MESSAGE_UPDATE", message)
        self.tell("edit", message)

    def remove(self, message: Message) -> None:
        """Delete a message."""
        place = self.channels[message.channel_id]
        place.messages.pop(message.id, None)
        if not message.ephemeral:
            body = {"id": str(message.id), "channel_id": str(place.id)}
            if place.guild_id is not None:
                body["guild_id"] = str(place.guild_id)
            intent = Intent.DIRECT_MESSAGES if place.is_private else Intent.MESSAGES
            self.place_event("MESSAGE_DELETE", place, body, intent)
        self.tell("delete", message)

    def remove_many(self, place: Channel, messages: list[Message]) -> None:
        """Delete messages in one event."""
        for message in messages:
            place.messages.pop(message.id, None)
        body = {"ids": [str(message.id) for message in messages], "channel_id": str(place.id)}
        if place.guild_id is not None:
            body["guild_id"] = str(place.guild_id)
        self.place_event("MESSAGE_DELETE_BULK", place, body, Intent.MESSAGES)
        for message in messages:
            self.tell("delete", message)

    def react(self, message: Message, who: User, emoji: str, *, add: bool = True) -> None:
        """Add or take back a reaction; doing it twice changes nothing."""
        users = message.reactions.setdefault(emoji, [])
        if (who.id in users) == add:
            return
        if add:
            users.append(who.id)
        else:
            users.remove(who.id)
        if not users:
            del message.reactions[emoji]
        place = self.channels[message.channel_id]
        body: JSON = {"user_id": str(who.id), "channel_id": str(place.id), "message_id": str(message.id)}
        body |= {"emoji": wire.partial_emoji(emoji), "burst": False, "type": 0}
        if place.guild_id is not None:
            body["guild_id"] = str(place.guild_id)
            member = self.guilds[place.guild_id].members.get(who.id)
            if add and member is not None:
                body |= {"member": wire.member(member), "message_author_id": str(message.author.id)}
        intent = Intent.DIRECT_REACTIONS if place.is_private else Intent.REACTIONS
        self.place_event("MESSAGE_REACTION_ADD" if add else "MESSAGE_REACTION_REMOVE", place, body, intent)
        self.tell("edit", message)

    def typing(self, place: Channel, who: User) -> None:
        """Tell that somebody types."""
        body: JSON = {"channel_id": str(place.id), "user_id": str(who.id), "timestamp": int(self.clock())}
        if place.guild_id is not None:
            body |= {"guild_id": str(place.guild_id)}
            body["member"] = wire.member(self.guilds[place.guild_id].members[who.id])
        intent = Intent.DIRECT_TYPING if place.is_private else Intent.TYPING
        self.place_event("TYPING_START", place, body, intent)
        self.tell("typing", (place, who))

    def _keep_files(self, message: Message) -> None:
        for file in message.attachments:
            file.channel_id = message.channel_id
            self.files[file.id] = file

    def _mention(self, message: Message, allowed: JSON | None, *, quiet: bool = False) -> None:
        """Work out whom a message mentions and, unless it is an edit, whom it notifies."""
        texts = [message.content] if message.content else []
        texts += [part["content"] for part in message.parts if part["type"] == Part.TEXT_DISPLAY]
        found = mentions_in(texts, allowed)
        users = [number for number in found.users if number in self.users]
        answered = self._answered(message)
        if answered is not None and (allowed is None or allowed.get("replied_user")) and not message.silent_mentions:
            users = list(dict.fromkeys([*users, answered.id]))
        message.mentions, message.mention_roles, message.mention_everyone = users, found.roles, found.everyone
        if not quiet:
            everyone = [message.guild_id] if found.everyone and message.guild_id else []
            message.pings = [*users, *found.roles, *everyone]

    def _answered(self, message: Message) -> User | None:
        place = self.channels.get(message.channel_id)
        number = message.replies_to
        origin = place.messages.get(number) if place and number else None
        return origin.author if origin else None
