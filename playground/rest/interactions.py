"""Answers to interactions: callbacks, and the webhook through which follow-ups, edits and deletions go."""

from dataclasses import replace
from typing import Any

from playground.members import CHAT, COMMAND, MESSAGE_MENU
from playground.rest.call import Call, Route
from playground.rest.messages import changed, draft_of
from playground.rules.composing import numbered
from playground.rules.limits import check_choices, check_message, check_modal
from playground.rules.refusal import Refusal, invalid_form, unknown, unknown_interaction, unknown_message
from playground.rules.state import JSON, Flag, Interaction, Message, MessageKind, flatten
from playground.service import MessageDraft

MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9

# Seconds for the first answer, and for everything through the webhook.
ANSWER_SECONDS = 3.0
TOKEN_SECONDS = 15 * 60.0

# Follow-ups of an app that only a user installed, in places where the app itself is not.
USER_INSTALL_FOLLOW_UPS = 5

# Which answers fit which interaction: commands, components, autocomplete, modals.
FITTING = {
    2: {MESSAGE, DEFERRED_MESSAGE, MODAL},
    3: {MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, MODAL},
    4: {CHOICES},
    5: {MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE},
}


async def answer(call: Call) -> Any:
    """POST /interactions/{interaction_id}/{token}/callback."""
    asked = call.service.interactions.get(call.path["token"])
    if asked is None or asked.id != call.number("interaction_id"):
        raise unknown_interaction()
    if asked.answer_type is not None:
        raise Refusal(400, 40060, "Interaction has already been acknowledged.")
    if call.service.clock() - asked.born > ANSWER_SECONDS:
        raise unknown_interaction()
    kind, data = int(call.body["type"]), call.body.get("data") or {}
    if kind not in FITTING[asked.kind] or (kind in {UPDATE, DEFERRED_UPDATE} and asked.message is None):
        raise invalid_form(("type", "INTERACTION_RESPONSE_TYPE_INVALID", "This answer does not fit the interaction."))
    shown = _apply(call, asked, kind, data)
    asked.answer_type = kind
    call.service.tell("answered", asked)
    return _response(asked, kind, shown, call)


def _apply(call: Call, asked: Interaction, kind: int, data: JSON) -> Message | None:
    if kind == MESSAGE:
        asked.original = say(call, asked, data)
    elif kind == DEFERRED_MESSAGE:
        flags = int(data.get("flags") or 0) & Flag.EPHEMERAL | Flag.LOADING
        asked.original = _show(call, asked, MessageDraft(flags=flags))
    elif kind == UPDATE:
        asked.original = asked.message
        if asked.message is not None:
            changed(call, asked.message, data)
    elif kind == DEFERRED_UPDATE:
        asked.original = asked.message
        return None
    elif kind == CHOICES:
        check_choices(data.get("choices") or [])
        asked.choices = data.get("choices") or []
    else:
        check_modal(data)
        asked.modal = data | {"components": numbered(data["components"])}
    return asked.original


def say(call: Call, asked: Interaction, data: JSON) -> Message:
    """Post a message that answers an interaction."""
    files = call.attachments(data.get("attachments"), [])
    check_message(data, files=[file.name for file in files], interaction=True)
    _moderate(asked, data)
    return _show(call, asked, draft_of(call, data, place=asked.channel))


def _moderate(asked: Interaction, data: JSON) -> None:
    """Refuse what a guild's automatic moderation blocks: bots are left alone by it, apps that a user brings are not."""
    if asked.guild is None or "0" in asked.owners:
        return
    texts = [data.get("content") or "", *(part.get("content") or "" for part in flatten(data.get("components") or []))]
    if any(word in text.casefold() for word in asked.guild.blocked_words for text in texts):
        raise Refusal(400, 200000, "Message was blocked by automatic moderation")


def _show(call: Call, asked: Interaction, draft: MessageDraft) -> Message:
    service = call.service
    private = bool(draft.flags & Flag.EPHEMERAL) or _must_be_private(call, asked)
    draft = replace(
        draft,
        flags=draft.flags | (Flag.EPHEMERAL if private else 0),
        seen_by=asked.user.id if private else None,
        application_id=service.application,
        webhook_id=service.application,
        interaction=asked.metadata,
    )
    if asked.kind == COMMAND and asked.data["type"] == CHAT and asked.original is None:
        draft = replace(draft, kind=MessageKind.COMMAND)
    elif asked.kind == COMMAND and asked.data["type"] != CHAT and asked.original is None:
        draft = replace(draft, kind=MessageKind.CONTEXT_MENU, reference=_target(asked))
    elif asked.message is not None:
        body = {"type": 0, "channel_id": str(asked.channel.id), "message_id": str(asked.message.id)}
        draft = replace(draft, kind=MessageKind.REPLY, reference=body)
    message = service.post(asked.channel, service.bot, draft)
    asked.shown.append(message.id)
    return message


def _must_be_private(call: Call, asked: Interaction) -> bool:
    """An app that only its user installed speaks in private where the member may not use external apps."""
    if asked.guild is None or "0" in asked.owners:
        return False
    return not call.service.allowed(asked.channel, asked.user) & (1 << 50)


def _target(asked: Interaction) -> JSON | None:
    if asked.data["type"] != MESSAGE_MENU:
        return None
    return {"type": 0, "channel_id": str(asked.channel.id), "message_id": asked.data["target_id"]}


def _response(asked: Interaction, kind: int, shown: Message | None, call: Call) -> JSON:
    body: JSON = {"interaction": {"id": str(asked.id), "type": asked.kind}, "resource": {"type": kind}}
    if shown is not None and kind in {MESSAGE, DEFERRED_MESSAGE, UPDATE}:
        body["interaction"] |= {
            "response_message_id": str(shown.id),
            "response_message_loading": shown.loading,
            "response_message_ephemeral": shown.ephemeral,
        }
        if kind != DEFERRED_MESSAGE:
            body["resource"]["message"] = call.service.message_json(shown)
    return body


# --- the webhook ----------------------------------------------------------------------------------------------------


def _asked(call: Call) -> Interaction:
    asked = call.service.interactions.get(call.path["token"])
    if asked is None or call.number("webhook_id") != call.service.application or asked.answer_type is None:
        raise unknown("Webhook", 10015)
    if call.service.clock() - asked.born > TOKEN_SECONDS:
        raise Refusal(401, 50027, "Invalid Webhook Token")
    return asked


def _message(call: Call, asked: Interaction) -> Message:
    if call.path["message_id"] == "@original":
        found = asked.original
    else:
        number = call.number("message_id")
        found = asked.channel.messages.get(number) if number in asked.shown else None
        if found is None and asked.message is not None and asked.message.id == number:
            found = asked.message
    if found is None or found.id not in asked.channel.messages:
        raise unknown_message()
    return found


async def follow_up(call: Call) -> Any:
    """POST /webhooks/{application_id}/{token}; the first one after a deferral fills its placeholder."""
    asked = _asked(call)
    body = call.body or {}
    if asked.original is not None and asked.original.loading and asked.original.id in asked.channel.messages:
        _fill(call, asked, asked.original, body)
        return call.service.message_json(asked.original)
    if "0" not in asked.owners and len(asked.shown) > USER_INSTALL_FOLLOW_UPS:
        raise Refusal(400, 40094, "This interaction has reached the maximum number of follow-up messages")
    return call.service.message_json(say(call, asked, body))


def _fill(call: Call, asked: Interaction, message: Message, body: JSON) -> None:
    """Put an answer in the place of its placeholder, which stays as private or public as it was."""
    _moderate(asked, body)
    before = message.flags
    message.flags &= ~Flag.LOADING
    try:
        given = Flag(int(body.get("flags") or 0)) & (Flag.SUPPRESS_EMBEDS | Flag.COMPONENTS_V2)
        changed(call, message, {**body, "flags": int(given)})
    except Refusal:
        message.flags = before
        raise


async def get_answer(call: Call) -> Any:
    """GET /webhooks/{application_id}/{token}/messages/{message_id}."""
    return call.service.message_json(_message(call, _asked(call)))


async def edit_answer(call: Call) -> Any:
    """PATCH /webhooks/{application_id}/{token}/messages/{message_id}."""
    asked = _asked(call)
    message = _message(call, asked)
    if message.loading:
        _fill(call, asked, message, call.body or {})
    else:
        _moderate(asked, call.body or {})
        changed(call, message, call.body or {})
    return call.service.message_json(message)


async def delete_answer(call: Call) -> Any:
    """DELETE /webhooks/{application_id}/{token}/messages/{message_id}."""
    call.service.remove(_message(call, _asked(call)))


WEBHOOK = "/webhooks/{webhook_id}/{token}"
ROUTES: tuple[Route, ...] = (
    ("POST", "/interactions/{interaction_id}/{token}/callback", answer),
    ("POST", WEBHOOK, follow_up),
    ("GET", WEBHOOK + "/messages/{message_id}", get_answer),
    ("PATCH", WEBHOOK + "/messages/{message_id}", edit_answer),
    ("DELETE", WEBHOOK + "/messages/{message_id}", delete_answer),
)
