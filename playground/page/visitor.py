"""An open page: whom the visitor plays, where they look, and the frames that wait to be sent to the browser."""

import asyncio
import json

from aiohttp import web

from playground.rules import permissions
from playground.rules.state import JSON, Channel, Member
from playground.service import Service

# Frames that may wait for a browser before it is taken for gone.
PATIENCE = 2000


class Visitor:
    """One browser."""

    def __init__(self, socket: web.WebSocketResponse, who: Member, place: Channel) -> None:
        self.socket = socket
        self.who = who
        self.place = place
        self._queue: asyncio.Queue[str] = asyncio.Queue(PATIENCE)

    def show(self, what: str, **more: object) -> None:
        """Queue a frame; a browser that stopped reading loses the newest."""
        if not self._queue.full():
            self._queue.put_nowait(json.dumps({"show": what, **more}))

    async def write(self) -> None:
        """Send what is queued until the socket closes."""
        while not self.socket.closed:
            await self.socket.send_str(await self._queue.get())

    def moderates(self, service: Service) -> bool:
        """Whether the visitor may delete others' messages here."""
        held = 0 if self.place.is_private else service.allowed(self.place, self.who.user)
        return bool(held & permissions.BITS["manage_messages"])

    def channels(self, service: Service) -> list[JSON]:
        """The channels that the visitor sees, private ones last."""
        shown = [place for place in service.channels.values() if service.allowed(place, self.who.user) & 1 << 10]
        shown.sort(key=lambda place: (place.is_private, place.position, place.id))
        return [
            {
                "id": str(place.id),
                "name": _title(place, self.who),
                "kind": int(place.kind),
                "topic": place.topic or "",
                "under": str(place.parent_id or ""),
            }
            for place in shown
        ]


def _title(place: Channel, viewer: Member) -> str:
    return place.name or ", ".join(who.name for who in place.recipients if who is not viewer.user)
