"""Messages, typing and reactions."""

from typing import Any
from urllib.parse import unquote

from playground import wire
from playground.rest.call import Call, Route
from playground.rules import permissions
from playground.rules.limits import BULK_DELETE, check_message
from playground.rules.refusal import Refusal, invalid_form, unknown
from playground.rules.state import JSON, THREADS_ONLY, Channel, ChannelKind, Flag, Message, MessageKind
from playground.service import MessageDraft

# Fourteen days: older messages cannot be deleted in bulk.
BULK_AGE_MS = 14 * 24 * 3600 * 1000
PAGE = 100
THREAD_NAME = 100
UNPOSTABLE = frozenset({*THREADS_ONLY, ChannelKind.CATEGORY})

# Where a thread can be started from a message.
THREADED = frozenset({ChannelKind.TEXT, ChannelKind.NEWS})

# Active threads that a guild may have.
ACTIVE_THREADS = 1_000

# Milliseconds after which a message is old, and how many edits of old messages Discord takes within that time.
OLD_MS = 3_600_000
OLD_EDITS = 30


def may_send(call: Call, place: Channel, body: JSON, *, files: bool) -> None:
    """Refuse what the bot may not send there."""
    needed = ["send_messages_in_threads" if place.is_thread else "send_messages"]
    if files:
        needed.append("attach_files")
    if body.get("message_reference") and body["message_reference"].get("type", 0) == 0:
        held = call.service.allowed(place, call.service.bot)
        if not held & permissions.BITS["read_message_history"]:
            raise Refusal(403, 160002, "Cannot reply without permission to read message history")
    call.see(place.id, *needed)
    if place.kind in UNPOSTABLE:
        raise Refusal(400, 50008, "Cannot send messages in a non-text channel")
    moderates = call.service.allowed(place, call.service.bot) & permissions.BITS["manage_threads"]
    if place.locked and not moderates:
        raise Refusal(403, 160005, "Thread is locked")


def draft_of(call: Call, body: JSON, *, place: Channel) -> MessageDraft:
    """The message that a body describes; EPHEMERAL and whom it is for are the caller's matter."""
    files = call.attachments(body.get("attachments"), [])
    reference, kind = _reference(call, place, body.get("message_reference"))
    return MessageDraft(
        content=body.get("content") or "",
        embeds=[entry | {"type": "rich"} for entry in body.get("embeds") or []],
        components=body.get("components") or [],
        attachments=files,
        flags=int(body.get("flags") or 0),
        kind=kind,
        reference=reference,
        allowed=body.get("allowed_mentions") if body.get("allowed_mentions") is not None else {"parse": _EVERY},
        nonce=str(body["nonce"]) if body.get("nonce") is not None else None,
    )


# What a body without `allowed_mentions` notifies.
_EVERY = ["users", "roles", "everyone"]


def _reference(call: Call, place: Channel, given: JSON | None) -> tuple[JSON | None, int]:
    if not given:
        return None, MessageKind.DEFAULT
    number = int(given["message_id"])
    source = call.service.channels.get(int(given.get("channel_id") or place.id))
    origin = source.messages.get(number) if source else None
    if origin is None or origin.ephemeral:
        if given.get("fail_if_not_exists", True):
            raise invalid_form(("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message"))
        return None, MessageKind.DEFAULT
    if origin.channel_id != place.id:
        raise invalid_form(("message_reference", "REPLIES_CANNOT_REFERENCE_OTHER_CHANNEL", "Cannot reply there"))
    reference = {"type": 0, "channel_id": str(origin.channel_id), "message_id": str(number)}
    return reference | ({"guild_id": str(place.guild_id)} if place.guild_id else {}), MessageKind.REPLY


async def create(call: Call) -> Any:
    """POST /channels/{channel_id}/messages."""
    place, body = call.room(), call.body or {}
    may_send(call, place, body, files=bool(call.files))
    files = call.attachments(body.get("attachments"), [])
    check_message(body, files=[file.name for file in files])
    if place.archived:
        place.archived = False
        call.service.change_channel(place)
    draft = draft_of(call, body, place=place)
    message = call.service.post(place, call.service.bot, draft, enforce_nonce=bool(body.get("enforce_nonce")))
    return call.service.message_json(message)


def changed(call: Call, message: Message, body: JSON) -> None:
    """Change a message as a body says; fields that it does not name stay.

    Raises:
        Refusal: the message would not be allowed as it would be then.
    """
    flags = message.flags
    if body.get("flags") is not None:
        keeps = Flag.COMPONENTS_V2 & flags
        wanted = Flag(int(body["flags"])) & (Flag.SUPPRESS_EMBEDS | Flag.COMPONENTS_V2)
        flags = flags & ~Flag.SUPPRESS_EMBEDS | wanted | keeps
    files = call.attachments(body.get("attachments"), message.attachments)
    old: JSON = {"content": message.content, "embeds": message.embeds, "components": message.components}
    new = old | {key: body[key] or ([] if key != "content" else "") for key in old if key in body}
    check_message(new, files=[file.name for file in files], flags=flags, interaction=True)
    message.content = new["content"].strip()
    message.embeds, message.components = new["embeds"], new["components"]
    message.attachments, message.flags = files, flags
    call.service.change(message, allowed=body.get("allowed_mentions") or {"parse": _EVERY})


async def edit(call: Call) -> Any:
    """PATCH /channels/{channel_id}/messages/{message_id}."""
    place = call.room()
    message = call.message(place)
    call.active(place)
    _count_edit(call, message)
    if message.author is not call.service.bot:
        if set(call.body or {}) != {"flags"}:
            raise Refusal(403, 50005, "Cannot edit a message authored by another user")
        call.see(place.id, "manage_messages")
        wanted = int(call.body["flags"]) & Flag.SUPPRESS_EMBEDS
        message.flags = message.flags & ~Flag.SUPPRESS_EMBEDS | wanted
        call.service.change(message, edited=False)
    else:
        changed(call, message, call.body or {})
    return call.service.message_json(message)


def _count_edit(call: Call, message: Message) -> None:
    """Refuse an edit of an old message when there were many in the last hour."""
    now = call.service.ids.next() >> 22
    if now - (message.id >> 22) < OLD_MS:
        return
    edits = [moment for moment in message.old_edits if now - moment < OLD_MS]
    if len(edits) >= OLD_EDITS:
        raise Refusal(400, 30046, "Maximum number of edits to messages older than 1 hour reached. Try again later.")
    message.old_edits = [*edits, now]


async def get(call: Call) -> Any:
    """GET /channels/{channel_id}/messages/{message_id}."""
    return _readable(call, call.message(call.room("read_message_history")))


def _readable(call: Call, message: Message) -> JSON:
    """A message as the bot may read it: the REST API respects the message-content intent too."""
    body = call.service.message_json(message)
    return body if call.service.application_flags() & (1 << 19) else call.service.unread(body)


async def history(call: Call) -> Any:
    """GET /channels/{channel_id}/messages."""
    place = call.room()
    if not call.service.allowed(place, call.service.bot) & permissions.BITS["read_message_history"]:
        return []
    limit = int(call.query.get("limit", 50))
    if not 1 <= limit <= PAGE:
        raise invalid_form(("limit", "NUMBER_TYPE_MAX", "int value should be between 1 and 100."))
    shown = [message for message in place.messages.values() if not message.ephemeral]
    if "after" in call.query:
        shown = [message for message in shown if message.id > int(call.query["after"])][:limit]
    elif "around" in call.query:
        middle = int(call.query["around"])
        shown = sorted(sorted(shown, key=lambda message: abs(message.id - middle))[:limit], key=lambda m: m.id)
    else:
        before = int(call.query.get("before", 2**63))
        shown = [message for message in shown if message.id < before][-limit:]
    return [_readable(call, message) for message in reversed(shown)]


async def delete(call: Call) -> Any:
    """DELETE /channels/{channel_id}/messages/{message_id}."""
    place = call.room()
    message = call.message(place)
    if message.author is not call.service.bot:
        if place.is_private:
            raise Refusal(403, 50003, "Cannot execute action on a DM channel")
        call.see(place.id, "manage_messages")
    if place.archived and place.locked:
        call.active(place)
    call.service.remove(message)


async def delete_many(call: Call) -> Any:
    """POST /channels/{channel_id}/messages/bulk-delete."""
    place = call.room("manage_messages")
    if place.is_private:
        raise Refusal(403, 50003, "Cannot execute action on a DM channel")
    numbers = [int(number) for number in call.body["messages"]]
    if not BULK_DELETE[0] <= len(set(numbers)) <= BULK_DELETE[1]:
        raise Refusal(400, 50016, "Provided too few or too many messages to delete. Must provide at least 2 and fewer")
    if any((call.service.ids.next() >> 22) - (number >> 22) > BULK_AGE_MS for number in numbers):
        raise Refusal(400, 50034, "You can only bulk delete messages that are under 14 days old.")
    call.service.remove_many(place, [place.messages[n] for n in numbers if n in place.messages])


async def typing(call: Call) -> Any:
    """POST /channels/{channel_id}/typing."""
    place = call.room()
    may_send(call, place, {}, files=False)
    call.service.typing(place, call.service.bot)


def _emoji(call: Call) -> str:
    emoji = unquote(call.path["emoji"]).removesuffix("\ufe0f")
    if not emoji or (emoji.isascii() and ":" not in emoji):
        raise unknown("Emoji", 10014)
    return emoji


async def react(call: Call) -> Any:
    """PUT /channels/{channel_id}/messages/{message_id}/reactions/{emoji}/@me."""
    place = call.room("read_message_history")
    message, emoji = call.message(place), _emoji(call)
    if place.archived:
        call.active(place)
    if emoji not in message.reactions:
        call.see(place.id, "add_reactions")
    call.service.react(message, call.service.bot, emoji)


async def take_back(call: Call) -> Any:
    """DELETE /channels/{channel_id}/messages/{message_id}/reactions/{emoji}/@me."""
    call.service.react(call.message(call.room()), call.service.bot, _emoji(call), add=False)


async def take_away(call: Call) -> Any:
    """DELETE /channels/{channel_id}/messages/{message_id}/reactions/{emoji}/{user_id}."""
    place = call.room("manage_messages")
    who = call.service.users.get(call.number("user_id"))
    if who is None:
        raise unknown("User", 10013)
    call.service.react(call.message(place), who, _emoji(call), add=False)


async def clear_reactions(call: Call) -> Any:
    """DELETE /channels/{channel_id}/messages/{message_id}/reactions."""
    message = call.message(call.room("manage_messages"))
    for emoji, users in list(message.reactions.items()):
        for number in list(users):
            call.service.react(message, call.service.users[number], emoji, add=False)


async def reactors(call: Call) -> Any:
    """GET /channels/{channel_id}/messages/{message_id}/reactions/{emoji}."""
    message = call.message(call.room("read_message_history"))
    return [wire.user(call.service.users[number]) for number in message.reactions.get(_emoji(call), [])]


async def thread(call: Call) -> Any:
    """POST /channels/{channel_id}/messages/{message_id}/threads."""
    place = call.room("create_public_threads")
    if place.kind not in THREADED:
        raise Refusal(400, 50024, "Cannot execute action on this channel type")
    message = call.message(place)
    if call.service.active_threads(call.service.guilds[place.guild_id or 0]) >= ACTIVE_THREADS:
        raise Refusal(400, 160006, "Maximum number of active threads reached")
    if message.thread_id is not None:
        raise Refusal(400, 160004, "A thread has already been created for this message")
    name = call.body.get("name") or ""
    if not 1 <= len(name) <= THREAD_NAME:
        raise invalid_form(("name", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length."))
    made = call.service.thread(place, name, call.service.bot, of=message)
    call.service.change(message, edited=False)
    return wire.channel(made) | {"member": wire.thread_member(made, call.service.bot.id)}


MESSAGE = "/channels/{channel_id}/messages/{message_id}"
REACTION = MESSAGE + "/reactions/{emoji}"
ROUTES: tuple[Route, ...] = (
    ("POST", "/channels/{channel_id}/messages", create),
    ("GET", "/channels/{channel_id}/messages", history),
    ("POST", "/channels/{channel_id}/messages/bulk-delete", delete_many),
    ("GET", MESSAGE, get),
    ("PATCH", MESSAGE, edit),
    ("DELETE", MESSAGE, delete),
    ("POST", MESSAGE + "/threads", thread),
    ("POST", "/channels/{channel_id}/typing", typing),
    ("PUT", REACTION + "/@me", react),
    ("DELETE", REACTION + "/@me", take_back),
    ("DELETE", REACTION + "/{user_id}", take_away),
    ("GET", REACTION, reactors),
    ("DELETE", MESSAGE + "/reactions", clear_reactions),
)
