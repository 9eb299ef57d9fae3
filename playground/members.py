"""What people do in the local Discord: write, press, choose, call commands. The page and the tests act through it."""

import secrets
from dataclasses import replace
from typing import Any

from playground import wire
from playground.options import SUB_COMMAND, SUB_GROUP, NotOfferedError, option_of, option_type, option_values, written
from playground.rules import permissions
from playground.rules.state import (
    JSON,
    SELECTS,
    THREADS_ONLY,
    Attachment,
    Channel,
    ChannelKind,
    Flag,
    Guild,
    Interaction,
    Member,
    Message,
    MessageKind,
    Part,
    Role,
    User,
    flatten,
)
from playground.service import MessageDraft, Service

Person = Member | User
CHAT, USER_MENU, MESSAGE_MENU = 1, 2, 3
COMMAND, COMPONENT, AUTOCOMPLETE, MODAL = 2, 3, 4, 5
GUILD, BOT_DM, PRIVATE = 0, 1, 2


def account(who: Person) -> User:
    """The account of a member or user."""
    return who.user if isinstance(who, Member) else who


class People:
    """Acts as any member or user; what Discord's own client refuses raises NotOfferedError."""

    def __init__(self, service: Service) -> None:
        self.service = service

    # --- messages ---------------------------------------------------------------------------------------------------

    def post(
        self,
        place: Channel,
        author: Person,
        content: str = "",
        *,
        files: list[Attachment] | None = None,
        embeds: list[JSON] | None = None,
        reply_to: Message | None = None,
        ping: bool = True,
        forward: Message | None = None,
        webhook: bool | int = False,
        application: int | None = None,
        flags: int = 0,
        kind: int | None = None,
        number: int | None = None,
        poll: JSON | None = None,
    ) -> Message:
        """Write a message; see `Town.post` for the arguments."""
        who = account(author)
        self._moderate(place, who, content)
        draft = MessageDraft(
            content, attachments=files or [], embeds=embeds or [], flags=flags, ping=ping, number=number, poll=poll
        )
        if reply_to is not None:
            draft = replace(draft, kind=MessageKind.REPLY, reference=_reference(reply_to, 0))
        if forward is not None:
            shot = wire.snapshot(forward, self.service.base)
            flags |= Flag.HAS_SNAPSHOT
            draft = replace(draft, reference=_reference(forward, 1), snapshots=[shot], flags=flags)
        if webhook:
            number_of_webhook = who.id if webhook is True else int(webhook)
            draft = replace(draft, webhook_id=number_of_webhook, application_id=application)
        if kind is not None:
            draft = replace(draft, kind=kind)
        return self.service.post(place, who, draft)

    def _moderate(self, place: Channel, who: User, content: str) -> None:
        """Block what a guild's automatic moderation lets no member write; its moderators are shown it."""
        guild = self.service.guilds.get(place.guild_id or 0)
        if guild is None or who.bot or not any(word in content.casefold() for word in guild.blocked_words):
            return
        if guild.updates_channel is not None:
            embed: JSON = {"type": "auto_moderation_message", "description": content}
            shown = MessageDraft(embeds=[embed], kind=MessageKind.AUTOMOD)
            self.service.post(self.service.channels[guild.updates_channel], who, shown)
        raise NotOfferedError("the message was blocked by automatic moderation")

    def edit(self, message: Message, content: str) -> None:
        """Change a message's text."""
        message.content = content.strip()
        self.service.change(message)

    def thread(self, start: Message | Channel, owner: Person, name: str, *, private: bool = False) -> Channel:
        """Start a thread from a message or in a channel, a private one if wanted."""
        place = start if isinstance(start, Channel) else self.service.channels[start.channel_id]
        if place.kind not in {ChannelKind.TEXT, *THREADS_ONLY} and (private or place.kind != ChannelKind.NEWS):
            raise NotOfferedError("there are no such threads in a channel of that kind")
        of = start if isinstance(start, Message) else None
        return self.service.thread(place, name, account(owner), of=of, private=private)

    def unfurl(self, message: Message, embed: JSON) -> None:
        """Add a link's preview, as Discord does by itself some moments after a post: an update that is no edit."""
        message.embeds = [*message.embeds, embed]
        self.service.change(message, edited=False)

    def file(self, name: str, data: bytes, content_type: str | None = None) -> Attachment:
        """A file to be attached."""
        file = Attachment(self.service.ids.next(), name, data, content_type)
        self.service.files[file.id] = file
        return file

    # --- commands ---------------------------------------------------------------------------------------------------

    def offered(self, place: Channel, who: Person, kind: int = CHAT) -> list[JSON]:
        """The commands of a type that Discord's client offers a user in a channel."""
        guild = self.service.guilds.get(place.guild_id or 0)
        local = self.service.commands.get(guild.id, []) if guild else []
        shadowed = {(entry["type"], entry["name"]) for entry in local}
        everywhere = [c for c in self.service.commands[None] if (c["type"], c["name"]) not in shadowed]
        return [c for c in (*local, *everywhere) if c["type"] == kind and self._is_offered(c, place, account(who))]

    def _is_offered(self, command: JSON, place: Channel, who: User) -> bool:
        context, owners = self._context(place, who)
        contexts = command.get("contexts")
        if contexts is not None and context not in contexts:
            return False
        kinds = {str(kind) for kind in command.get("integration_types") or [0]}
        if not kinds & set(owners):
            return False
        held = self.service.allowed(place, who)
        if place.archived or not held & permissions.BITS["use_application_commands"]:
            return False
        needed = command.get("default_member_permissions")
        if needed is None or place.guild_id is None or "0" not in owners:
            return True
        return bool(held & permissions.BITS["administrator"]) or (
            int(needed) != 0 and held & int(needed) == int(needed)
        )

    def _context(self, place: Channel, who: User) -> tuple[int, dict[str, str]]:
        owners: dict[str, str] = {}
        guild = self.service.guilds.get(place.guild_id or 0)
        if guild is not None:
            context = GUILD
            if guild.installed:
                owners["0"] = str(guild.id)
        elif self.service.bot in place.recipients:
            context = BOT_DM
            owners["0"] = "0"
        else:
            context = PRIVATE
        if who.id in self.service.installed_by:
            owners["1"] = str(who.id)
        return context, owners

    def command(self, place: Channel, who: Person, words: str, options: dict[str, Any]) -> Interaction:
        """Call a slash command: `words` is its name with groups and sub-commands ("config watch")."""
        name, *path = words.split()
        command = self._find(place, who, name, CHAT)
        definition: JSON = command
        for word in path:
            definition = option_of(definition, word)
        resolved: JSON = {}
        leaf = option_values(definition, options, lambda value: self.resolve(place, value, resolved))
        for word in reversed(path):
            leaf = [{"name": word, "type": option_type(command, path, word), "options": leaf}]
        data = {"id": command["id"], "name": name, "type": CHAT, "options": leaf}
        if resolved:
            data["resolved"] = resolved
        return self._ask(COMMAND, place, who, data | _guild_id(command), command=command)

    def complete(self, place: Channel, who: Person, words: str, option: str, typed: str) -> Interaction:
        """Type into an option that completes itself."""
        name, *path = words.split()
        command = self._find(place, who, name, CHAT)
        definition: JSON = command
        for word in path:
            definition = option_of(definition, word)
        entry = option_of(definition, option)
        if not entry.get("autocomplete"):
            raise NotOfferedError(f"{option} does not complete itself")
        leaf: list[JSON] = [{"name": option, "type": entry["type"], "value": typed, "focused": True}]
        for word in reversed(path):
            leaf = [{"name": word, "type": option_type(command, path, word), "options": leaf}]
        data = {"id": command["id"], "name": name, "type": CHAT, "options": leaf}
        return self._ask(AUTOCOMPLETE, place, who, data | _guild_id(command), command=command)

    def menu(self, who: Person, name: str, target: Message | Member) -> Interaction:
        """Choose a context menu command on a message or a member."""
        if isinstance(target, Member):
            raise NotOfferedError("user menus need a channel; call user_menu")
        place = self.service.channels[target.channel_id]
        command = self._find(place, who, name, MESSAGE_MENU)
        body = self.service.message_json(target)
        data = {"id": command["id"], "name": name, "type": MESSAGE_MENU, "target_id": str(target.id)}
        data |= {"resolved": {"messages": {str(target.id): body}}} | _guild_id(command)
        return self._ask(COMMAND, place, who, data, command=command, target=target)

    def user_menu(self, place: Channel, who: Person, name: str, target: Member) -> Interaction:
        """Choose a context menu command on a member."""
        command = self._find(place, who, name, USER_MENU)
        number = str(target.id)
        resolved = {"users": {number: wire.user(target.user)}, "members": {number: self._member(place, target)}}
        data = {"id": command["id"], "name": name, "type": USER_MENU, "target_id": number, "resolved": resolved}
        return self._ask(COMMAND, place, who, data | _guild_id(command), command=command)

    def _find(self, place: Channel, who: Person, name: str, kind: int) -> JSON:
        for command in self.offered(place, who, kind):
            if command["name"] == name:
                return command
        raise NotOfferedError(f"{name!r} is not offered to {account(who).name} here")

    # --- components -------------------------------------------------------------------------------------------------

    def press(self, message: Message, who: Person, custom_id: str) -> Interaction:
        """Press a button, by its custom id or its label."""
        for part in message.buttons:
            if custom_id in {part.get("custom_id"), part.get("label")}:
                if part.get("disabled") or "custom_id" not in part:
                    raise NotOfferedError(f"the button {custom_id!r} cannot be pressed")
                return self._use(message, who, part, {})
        raise NotOfferedError(f"there is no button {custom_id!r}")

    def choose(self, message: Message, who: Person, custom_id: str, values: list[Any]) -> Interaction:
        """Choose in a select menu: option values, or channels, roles and members in the native ones."""
        for part in message.selects:
            if custom_id in {part["custom_id"], part.get("placeholder")}:
                if part.get("disabled") or not part.get("min_values", 1) <= len(values) <= part.get("max_values", 1):
                    raise NotOfferedError(f"{len(values)} values cannot be chosen in {custom_id!r}")
                resolved: JSON = {}
                place = self.service.channels[message.channel_id]
                chosen = [self._choice(place, part, value, resolved) for value in values]
                data: JSON = {"values": chosen}
                return self._use(message, who, part, data | ({"resolved": resolved} if resolved else {}))
        raise NotOfferedError(f"there is no select menu {custom_id!r}")

    def _choice(self, place: Channel, part: JSON, value: Any, resolved: JSON) -> str:
        if part["type"] != Part.STRING_SELECT:
            return self.resolve(place, value, resolved)
        for option in part["options"]:
            if value in {option["value"], option["label"]}:
                return str(option["value"])
        raise NotOfferedError(f"there is no choice {value!r}")

    def _use(self, message: Message, who: Person, part: JSON, extra: JSON) -> Interaction:
        if message.seen_by not in {None, account(who).id}:
            raise NotOfferedError("the message is not seen by that user")
        place = self.service.channels[message.channel_id]
        data = {"custom_id": part["custom_id"], "component_type": part["type"], "id": part["id"], **extra}
        return self._ask(COMPONENT, place, who, data, message=message)

    def submit(self, asked: Interaction, fields: dict[str, Any]) -> Interaction:
        """Submit the modal that answered an interaction; fields by custom id or label."""
        if asked.modal is None:
            raise NotOfferedError("the interaction was not answered with a modal")
        modal, asked.modal = asked.modal, None
        known = {key for part in flatten(modal["components"]) for key in (part.get("custom_id"), part.get("label"))}
        if set(fields) - known:
            raise NotOfferedError(f"the modal has no fields {sorted(set(fields) - known)}")
        resolved: JSON = {}
        rows = [self._row(asked.channel, row, fields, resolved) for row in modal["components"]]
        data: JSON = {"custom_id": modal["custom_id"], "components": rows}
        if resolved:
            data["resolved"] = resolved
        return self._ask(MODAL, asked.channel, asked.user, data, message=asked.message)

    def _row(self, place: Channel, row: JSON, fields: dict[str, Any], resolved: JSON) -> JSON:
        if row["type"] == Part.TEXT_DISPLAY:
            return {"type": row["type"], "id": row["id"]}
        if row["type"] == Part.LABEL:
            inner = self._field(place, row["component"], fields, resolved, row.get("label"))
            return {"type": row["type"], "id": row["id"], "component": inner}
        inner_rows = [self._field(place, part, fields, resolved, part.get("label")) for part in row["components"]]
        return {"type": row["type"], "id": row["id"], "components": inner_rows}

    def _field(self, place: Channel, part: JSON, fields: dict[str, Any], resolved: JSON, label: str | None) -> JSON:
        given = fields.get(part["custom_id"], fields.get(label or ""))
        body = {"type": part["type"], "id": part["id"], "custom_id": part["custom_id"]}
        if part["type"] == Part.TEXT_INPUT:
            return body | {"value": written(part, given)}
        if part["type"] in {Part.CHECKBOX, Part.RADIO_GROUP}:
            return body | {"value": given}
        values = [] if given is None else list(given) if isinstance(given, (list, tuple)) else [given]
        if part["type"] in SELECTS or part["type"] == Part.FILE_UPLOAD:
            native = part["type"] != Part.STRING_SELECT
            return body | {"values": [self.resolve(place, v, resolved) if native else str(v) for v in values]}
        return body | {"values": [str(value) for value in values]}

    # --- what interactions carry ------------------------------------------------------------------------------------

    def resolve(self, place: Channel, value: Any, resolved: JSON) -> str:
        """Put a channel, role, person or file among the resolved things and give its id."""
        number = str(value.id)
        if isinstance(value, Channel):
            body = wire.resolved_channel(value)
            body["permissions"] = str(permissions.EVERYTHING)
            resolved.setdefault("channels", {})[number] = body
        elif isinstance(value, Role):
            resolved.setdefault("roles", {})[number] = wire.role(value)
        elif isinstance(value, Attachment):
            resolved.setdefault("attachments", {})[number] = wire.attachment(value, self.service.base)
        elif isinstance(value, Member):
            resolved.setdefault("users", {})[number] = wire.user(value.user)
            resolved.setdefault("members", {})[number] = self._member(place, value)
        else:
            resolved.setdefault("users", {})[number] = wire.user(value)
        return number

    def _member(self, place: Channel, who: Member) -> JSON:
        return wire.member(who, with_user=False) | {"permissions": str(self.service.allowed(place, who.user))}

    def _ask(
        self,
        kind: int,
        place: Channel,
        person: Person,
        data: JSON,
        *,
        message: Message | None = None,
        command: JSON | None = None,
        target: Message | None = None,
    ) -> Interaction:
        service, who = self.service, account(person)
        context, owners = self._context(place, who)
        if command is not None:
            kinds = {str(entry) for entry in command.get("integration_types") or [0]}
            owners = {key: value for key, value in owners.items() if key in kinds}
        guild: Guild | None = service.guilds.get(place.guild_id or 0)
        asked = Interaction(
            id=service.ids.next(),
            token=secrets.token_urlsafe(32),
            kind=kind,
            born=service.clock(),
            user=who,
            channel=place,
            guild=guild,
            data=data,
            owners=owners,
            context=context,
            message=message,
            edited_before=message.edited_at if message else None,
        )
        asked.metadata = {"id": str(asked.id), "type": kind, "user": wire.user(who)}
        asked.metadata["authorizing_integration_owners"] = owners
        if command is not None and kind == COMMAND:
            asked.metadata["name"] = _shown_name(data)
        if target is not None:
            asked.metadata["target_message_id"] = str(target.id)
        if message is not None:
            asked.metadata["interacted_message_id"] = str(message.id)
        service.interactions[asked.token] = asked
        attached = service.message_json(message) if message is not None else None
        body = wire.interaction(asked, service.bot, service.application, attached)
        service.tell("interaction", asked)
        service.gateway.dispatch("INTERACTION_CREATE", body, guild_id=place.guild_id)
        return asked


def _reference(message: Message, kind: int) -> JSON:
    body: JSON = {"type": kind, "channel_id": str(message.channel_id), "message_id": str(message.id)}
    return body | {"guild_id": str(message.guild_id)} if message.guild_id else body


def _guild_id(command: JSON) -> JSON:
    return {"guild_id": command["guild_id"]} if command.get("guild_id") else {}


def _shown_name(data: JSON) -> str:
    """A called command as Discord's client shows it: "/config watch", or a menu's name."""
    words, options = [data["name"]], data.get("options") or []
    while options and options[0]["type"] in {SUB_COMMAND, SUB_GROUP}:
        words.append(options[0]["name"])
        options = options[0].get("options") or []
    return f"/{' '.join(words)}" if data["type"] == CHAT else str(data["name"])
