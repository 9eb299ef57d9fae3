"""A model server of the project's own: OpenAI's chat API over real HTTP on loopback, with a script of its answers."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

from aiohttp import web

JSON = dict[str, Any]
Reply = Callable[[JSON], "Answer"]


@dataclass(frozen=True)
class Answer:
    """What the server answers: a status with a body, or nothing at all.

    Attributes:
        status: of HTTP.
        body: sent as JSON.
        headers: sent besides.
        delay: seconds before it answers.
        hang_up: close the connection instead.
        raw: sent in the body's place.
        content_type: of what is sent raw.
    """

    status: int = 200
    body: JSON = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    hang_up: bool = False
    raw: str | None = None
    content_type: str = "application/json"


def completion(content: str | None, *, finish: str = "stop", refusal: str | None = None) -> Answer:
    """An ordinary answer of the chat API with these words."""
    message = {"role": "assistant", "content": content, "refusal": refusal}
    return Answer(
        body={
            "id": "chat-1",
            "object": "chat.completion",
            "created": 1,
            "model": "scripted",
            "choices": [{"index": 0, "message": message, "finish_reason": finish}],
            "usage": {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100},
        }
    )


def fault(
    status: int,
    *,
    code: str | None = None,
    retry_after: float | None = None,
    message: str = "scripted fault",
    param: str | None = None,
) -> Answer:
    """An error as the chat API words it."""
    headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
    return Answer(status, {"error": {"message": message, "type": "error", "code": code, "param": param}}, headers)


class ModelServer:
    """The server, a context manager. `replies` are taken in turn, the last again and again; `asked` is its history."""

    def __init__(self, *replies: Answer | Reply) -> None:
        self.replies = list(replies)
        self.asked: list[JSON] = []
        self.times: list[float] = []
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=50_000_000)
        app.add_routes([web.post("/v1/chat/completions", self._answer)])
        app.add_routes([web.post("/openai/deployments/{model}/chat/completions", self._answer)])
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._runner is not None
        await self._runner.cleanup()

    @property
    def address(self) -> str:
        """The server's address without a path."""
        assert self._runner is not None
        return f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    @property
    def base_url(self) -> str:
        """The base URL for a client."""
        return f"{self.address}/v1"

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        asked = await request.json()
        self.asked.append(asked | {"_path": request.path_qs, "_headers": dict(request.headers)})
        self.times.append(asyncio.get_running_loop().time())
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        answer = reply if isinstance(reply, Answer) else reply(asked)
        await asyncio.sleep(answer.delay)
        if answer.hang_up:
            assert request.transport is not None
            request.transport.close()
        text = json.dumps(answer.body) if answer.raw is None else answer.raw
        return web.Response(
            text=text, status=answer.status, headers=answer.headers, content_type=answer.content_type, charset="utf-8"
        )


def brief_json(**changes: Any) -> str:
    """An answer of the described shape for the tests' story, with some of its parts changed."""
    made: JSON = {
        "headline": "Port Ellery will close its harbour",
        "headline_rests_on": [0],
        "summary": [
            {"text": "The harbour of Port Ellery will close for repairs on Monday.", "rests_on": [0]},
            {"text": "Fishing crews will land their catch at Saltby until the spring.", "rests_on": [2]},
        ],
        "actors": [{"name": "Quill", "kind": "person", "role": "the mayor"}],
        "quotes": [{"number": 1, "text": "", "speaker": "Ada Quill", "translation": ""}],
    }
    return json.dumps(made | changes)
