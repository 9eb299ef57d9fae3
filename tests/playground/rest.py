"""A bare REST client for the tests of the local Discord: what a bot could send that no library would."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from playground.rules.state import Channel
from tests.support.town import Town

Answer = tuple[int, Any]


class Rest:
    """Sends requests as the bot."""

    def __init__(self, town: Town, session: aiohttp.ClientSession) -> None:
        self._town = town
        self._session = session

    async def __call__(self, method: str, path: str, body: Any = None, *, token: str | None = None) -> Answer:
        """The status and the JSON body of an answer."""
        headers = {"Authorization": f"Bot {token or self._town.token}"}
        url = self._town.discord.api_url + path
        async with self._session.request(method, url, json=body, headers=headers) as answer:
            return answer.status, await answer.json() if answer.status != 204 else None

    async def send(self, place: Channel, **body: Any) -> Answer:
        """Post a message."""
        return await self("POST", f"/channels/{place.id}/messages", body)


@asynccontextmanager
async def rest_of(town: Town) -> AsyncIterator[Rest]:
    """A client for a town."""
    async with aiohttp.ClientSession() as session:
        yield Rest(town, session)


def v2(*components: dict[str, Any]) -> dict[str, Any]:
    """A message of Components V2."""
    return {"flags": 1 << 15, "components": list(components)}


def text(content: str) -> dict[str, Any]:
    """A text display."""
    return {"type": 10, "content": content}


def button(custom_id: str = "a", **more: Any) -> dict[str, Any]:
    """A button."""
    return {"type": 2, "style": 1, "label": "A", "custom_id": custom_id, **more}


def row(*parts: dict[str, Any]) -> dict[str, Any]:
    """An action row."""
    return {"type": 1, "components": list(parts)}


def select(**more: Any) -> dict[str, Any]:
    """A select menu of two options."""
    options = [{"label": "A", "value": "a"}, {"label": "B", "value": "b"}]
    return {"type": 3, "custom_id": "s", "options": options, **more}
