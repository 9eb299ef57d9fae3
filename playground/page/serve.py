"""Serves the chat page: one document, its style and script, and a WebSocket for what happens."""

import asyncio
import json
from html import escape
from importlib import resources
from urllib.parse import urlsplit

from aiohttp import WSMsgType, web

from playground.members import MESSAGE_MENU
from playground.newsroom import STORIES, Newsroom, Story, text_of
from playground.options import NotOfferedError
from playground.page.actions import Actions, said
from playground.page.render import Renderer
from playground.page.visitor import Visitor
from playground.rest.interactions import ANSWER_SECONDS
from playground.rules.state import JSON, Channel, Interaction, Message, User
from playground.server import HOST, LocalDiscord

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
ASSETS = {
    "app.js": "text/javascript",
    "forms.js": "text/javascript",
    "style.css": "text/css",
    "icon.svg": "image/svg+xml",
}

# A file of 10 MB in base64, and what stands around it.
FRAME_BYTES = 15 * 1024 * 1024

# Messages shown when a channel is opened.
SHOWN = 100


class ChatPage:
    """The chat page of a local Discord; make it before the server is entered.

    Args:
        local: the server.
        newsroom: the demo guild and those who may be played.
    """

    def __init__(self, local: LocalDiscord, newsroom: Newsroom) -> None:
        self._local = local
        self._service = local.service
        self._newsroom = newsroom
        self._actions = Actions(local.people)
        self._visitors: list[Visitor] = []
        local.service.observers.append(self._observe)
        local.app.router.add_get("/", self._document)
        local.app.router.add_get("/page/socket", self._socket)
        local.app.router.add_get("/page/{name}", self._asset)
        local.app.on_shutdown.append(self._close)

    # --- what is served -----------------------------------------------------------------------------------------------

    def _check_host(self, request: web.Request) -> None:
        """Refuse pages of other sites that had their name resolve to this machine."""
        own = {f"{HOST}:{self._local.port}", f"localhost:{self._local.port}"}
        origin = request.headers.get("Origin")
        if request.host not in own or (origin is not None and urlsplit(origin).netloc not in own):
            raise web.HTTPForbidden(text="This page is for this machine alone.")

    async def _document(self, request: web.Request) -> web.Response:
        self._check_host(request)
        page = _file("index.html")
        people = "".join(
            f'<option value="{member.id}">{escape(member.user.name)}</option>' for member in self._newsroom.people
        )
        stories = "".join(self._story(story) for story in STORIES)
        page = page.replace("<!-- people -->", people).replace("<!-- stories -->", stories)
        return web.Response(text=page, content_type="text/html", headers=HEADERS)

    def _story(self, story: Story) -> str:
        link = f"{self._service.base}/articles/{story.file}"
        words = text_of(story) if story.is_text else link
        verb = "Paste this article" if story.is_text else "Post this link"
        return (
            f'<li><a href="{escape(link)}" target="_blank" rel="noopener noreferrer">{escape(story.headline)}</a>'
            f'<p>{escape(story.shows)}</p><button type="button" class="button secondary" data-story="{escape(words)}">'
            f"{verb}</button></li>"
        )

    async def _asset(self, request: web.Request) -> web.Response:
        self._check_host(request)
        name = request.match_info["name"]
        if name not in ASSETS:
            raise web.HTTPNotFound
        return web.Response(text=_file(name), content_type=ASSETS[name], charset="utf-8", headers=HEADERS)

    async def _close(self, _: web.Application) -> None:
        for visitor in list(self._visitors):
            await visitor.socket.close()

    # --- the socket ---------------------------------------------------------------------------------------------------

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        self._check_host(request)
        socket = web.WebSocketResponse(max_msg_size=FRAME_BYTES, heartbeat=30)
        await socket.prepare(request)
        visitor = Visitor(socket, self._newsroom.people[0], self._newsroom.guild.channel("news"))
        self._visitors.append(visitor)
        writer = asyncio.create_task(visitor.write(), name="local Discord: page writer")
        try:
            async for frame in socket:
                if frame.type is WSMsgType.TEXT:
                    self._receive(visitor, frame.data)
        finally:
            self._visitors.remove(visitor)
            writer.cancel()
            await asyncio.gather(writer, return_exceptions=True)
        return socket

    def _receive(self, visitor: Visitor, frame: str) -> None:
        try:
            wanted = json.loads(frame)
            if wanted.get("do") == "open":
                self._open(visitor, wanted)
                return
            asked = self._actions.do(visitor, wanted)
        except NotOfferedError as refusal:
            visitor.show("problem", text=str(refusal))
        except (ValueError, AttributeError):
            visitor.show("problem", text="The page sent something that could not be read.")
        else:
            if asked is not None:
                loop = asyncio.get_running_loop()
                loop.call_later(ANSWER_SECONDS, self._too_late, visitor, asked)

    def _too_late(self, visitor: Visitor, asked: Interaction) -> None:
        if asked.answer_type is None:
            visitor.show("problem", text="The application did not respond.")

    def _open(self, visitor: Visitor, wanted: JSON) -> None:
        played = {str(member.id): member for member in self._newsroom.people}
        visitor.who = played.get(str(wanted.get("as")), visitor.who)
        place = self._service.channels.get(int(wanted.get("channel") or visitor.place.id), visitor.place)
        if not self._service.allowed(place, visitor.who.user) & 1 << 10:
            place = self._newsroom.guild.channel("news")
        visitor.place = place
        self._show_channel(visitor)

    def _show_channel(self, visitor: Visitor) -> None:
        place, renderer = visitor.place, self._renderer(visitor)
        seen = [m for m in place.messages.values() if m.seen_by in {None, visitor.who.id}][-SHOWN:]
        guild = self._newsroom.guild
        visitor.show(
            "channel",
            id=str(place.id),
            channels=visitor.channels(self._service),
            messages=[renderer.message(message) for message in seen],
            writable=True,
            commands=self._actions.commands(visitor),
            members=[{"id": str(m.id), "name": m.user.name} for m in guild.members.values()],
            roles=[{"id": str(r.id), "name": r.name} for r in guild.roles.values()],
        )

    def _renderer(self, visitor: Visitor) -> Renderer:
        offered = self._local.people.offered(visitor.place, visitor.who, MESSAGE_MENU)
        menus = {entry["name"]: said(entry, "name", visitor.who.user.locale) for entry in offered}
        return Renderer(self._service, visitor.who.user, menus)

    # --- what happens -------------------------------------------------------------------------------------------------

    def _observe(self, event: str, subject: object) -> None:
        for visitor in self._visitors:
            if isinstance(subject, Message):
                self._show_message(visitor, event, subject)
            elif isinstance(subject, Interaction):
                self._show_answer(visitor, event, subject)
            elif isinstance(subject, Channel):
                if visitor.place is subject and event == "channel gone":
                    visitor.place = self._newsroom.guild.channel("general")
                    self._show_channel(visitor)
                visitor.show("channels", channels=visitor.channels(self._service))
            elif event == "commands":
                visitor.show("commands", commands=self._actions.commands(visitor))
            elif isinstance(subject, tuple):
                self._show_typing(visitor, *subject)

    def _show_message(self, visitor: Visitor, event: str, message: Message) -> None:
        if message.seen_by not in {None, visitor.who.id}:
            return
        if message.channel_id != visitor.place.id:
            if event == "message":
                visitor.show("unread", channel=str(message.channel_id))
        elif event == "delete":
            visitor.show("gone", id=str(message.id))
        else:
            visitor.show("message", id=str(message.id), html=self._renderer(visitor).message(message))

    def _show_answer(self, visitor: Visitor, event: str, asked: Interaction) -> None:
        if event != "answered" or asked.user is not visitor.who.user:
            return
        visitor.show("answered")
        if asked.modal is not None:
            guild_id = asked.guild.id if asked.guild else None
            visitor.show("modal", html=self._renderer(visitor).modal(asked.modal, asked.token, guild_id))
        if asked.choices is not None:
            visitor.show("choices", choices=asked.choices)

    def _show_typing(self, visitor: Visitor, place: Channel, who: User) -> None:
        if place is visitor.place and who is not visitor.who.user:
            visitor.show("typing", name=who.name)


def _file(name: str) -> str:
    return (resources.files("playground.page") / "static" / name).read_text(encoding="utf-8")
