"""One request to the REST API: its parts, and the look-ups and permission checks that handlers share."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import BodyPartReader, web

from playground.rules import permissions
from playground.rules.limits import ATTACHMENT_BYTES
from playground.rules.refusal import (
    Refusal,
    invalid_form,
    missing_access,
    missing_permissions,
    unknown_channel,
    unknown_guild,
    unknown_message,
)
from playground.rules.state import JSON, VOICES, Attachment, Channel, Guild, Message
from playground.service import Service


@dataclass(slots=True)
class Call:
    """A request: the values of its path and query, its JSON body (None without one) and its files."""

    service: Service
    path: dict[str, str]
    query: dict[str, str]
    body: Any = None
    files: dict[str, Attachment] = field(default_factory=dict)

    def number(self, key: str) -> int:
        """An id of the path."""
        try:
            return int(self.path[key])
        except ValueError:
            sentence = f'Value "{self.path[key]}" is not snowflake.'
            raise invalid_form((key, "NUMBER_TYPE_COERCE", sentence)) from None

    def place(self, *needed: str) -> Channel:
        """The channel of the path, where the bot sees it and has the permissions."""
        return self.see(self.number("channel_id"), *needed)

    def see(self, channel_id: int, *needed: str) -> Channel:
        """A channel, where the bot sees it and has the permissions.

        Raises:
            Refusal: unknown channel, missing access, or missing permissions.
        """
        place = self.service.channels.get(channel_id)
        if place is None:
            raise unknown_channel()
        held = self.service.allowed(place, self.service.bot)
        if not held & permissions.BITS["view_channel"]:
            raise missing_access()
        if any(not held & permissions.BITS[name] for name in needed):
            raise missing_permissions()
        return place

    def room(self, *needed: str) -> Channel:
        """The channel of the path, where the bot sees what is said and has the permissions.

        Raises:
            Refusal: unknown channel, missing access (in voice channels without CONNECT too), or missing permissions.
        """
        place = self.place()
        if place.kind in VOICES and not self.service.allowed(place, self.service.bot) & permissions.BITS["connect"]:
            raise missing_access()
        return self.see(place.id, *needed)

    def active(self, place: Channel) -> None:
        """Refuse a change in a thread that is archived or, without Manage Threads, locked."""
        if place.locked and not self.service.allowed(place, self.service.bot) & permissions.BITS["manage_threads"]:
            raise Refusal(403, 160005, "Thread is locked")
        if place.archived:
            raise Refusal(400, 50083, "Thread is archived")

    def message(self, place: Channel) -> Message:
        """The message of the path, which everybody sees."""
        found = place.messages.get(self.number("message_id"))
        if found is None or found.ephemeral:
            raise unknown_message()
        return found

    def guild(self) -> Guild:
        """The guild of the path, where the bot is a member."""
        found = self.service.guilds.get(self.number("guild_id"))
        if found is None:
            raise unknown_guild()
        if not found.installed:
            raise missing_access()
        return found

    def attachments(self, given: list[JSON] | None, before: list[Attachment]) -> list[Attachment]:
        """The files of a message: what its body lists of old and new ones, and new ones that it does not list."""
        listed = given if given is not None else [{"id": str(file.id)} for file in before]
        known = {str(file.id): file for file in before}
        kept = []
        for entry in listed:
            file = known.get(str(entry["id"])) or self.files.get(str(entry["id"]))
            if file is None:
                sentence = "The referenced attachment was not found in the message"
                raise invalid_form(("attachments", "ATTACHMENT_NOT_FOUND", sentence))
            file.name = entry.get("filename") or file.name
            file.description = entry.get("description") or file.description
            kept.append(file)
        return kept + [file for file in self.files.values() if file not in kept]


Handler = Callable[[Call], Awaitable[Any]]
Route = tuple[str, str, Handler]


async def read(request: web.Request, service: Service) -> tuple[Any, dict[str, Attachment]]:
    """The JSON body and the files of a request.

    Raises:
        Refusal: the body is no JSON, or a file is too large.
    """
    files: dict[str, Attachment] = {}
    if not request.body_exists:
        return None, files
    if not request.content_type.startswith("multipart/"):
        return _parse(await request.text()), files
    body: Any = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            raise invalid_form(("", "BASE_TYPE", "Nested multipart bodies are not read."))
        if part.name == "payload_json":
            body = _parse(await part.text())
            continue
        data = bytes(await part.read())
        if len(data) > ATTACHMENT_BYTES:
            raise Refusal(413, 40005, "Request entity too large")
        key = (part.name or "").removeprefix("files[").removesuffix("]")
        kind = part.headers.get("Content-Type")
        files[key] = Attachment(service.ids.next(), part.filename or "file", data, _content_type(part.filename, kind))
    return body, files


def _parse(text: str) -> Any:
    if not text:
        return None
    try:
        return json.loads(text)
    except ValueError:
        raise Refusal(400, 50109, "The request body contains invalid JSON.") from None


def _content_type(name: str | None, given: str | None) -> str | None:
    if given not in {None, "application/octet-stream"}:
        return given
    return "text/plain; charset=utf-8" if (name or "").endswith((".txt", ".md", ".csv")) else given
