"""The REST API as an aiohttp application: authentication, rate limits, records, and errors as Discord gives them."""

import asyncio
import json
import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from playground.rest import interactions, messages, places
from playground.rest.call import Call, Handler, read
from playground.rules.buckets import Buckets
from playground.rules.refusal import Refusal, invalid_form, unauthorized
from playground.rules.state import JSON
from playground.service import Service

# What a validator gives: the faults of a request, from its method, path and JSON body.
Validator = Callable[[str, str, Any], list[str]]

# Requests remembered: enough for any test, and bounded for a playground that is left running.
REMEMBERED = 10_000

# Routes whose token stands in the path instead of the header.
OWN_TOKEN = re.compile(r"/(?:interactions|webhooks)/")


@dataclass(frozen=True, slots=True)
class Request:
    """A request of the bot and how it was answered."""

    method: str
    path: str
    body: Any
    status: int


@dataclass(slots=True)
class Failure:
    """Requests that are to fail.

    Attributes:
        method: theirs, "*" for any.
        path: a pattern for their path.
        status: the answer's status; 0 only delays.
        times: how many.
        seconds: after how long.
        code: Discord's own error code.
    """

    method: str
    path: re.Pattern[str]
    status: int
    times: int
    seconds: float = 0.0
    code: int = 0


class Api:
    """Serves the REST API.

    Args:
        service: the state.
        token: the bot's token.
        buckets: the rate limits.
        validator: checks each request, None for no check.
    """

    def __init__(self, service: Service, *, token: str, buckets: Buckets, validator: Validator | None) -> None:
        self.service = service
        self.buckets = buckets
        self.requests: deque[Request] = deque(maxlen=REMEMBERED)
        self.violations: list[str] = []
        self.failures: list[Failure] = []
        self.in_flight = 0
        self._token = token
        self._validator = validator
        self.app = web.Application(client_max_size=30 * 1024 * 1024)
        for method, path, handler in (*places.ROUTES, *messages.ROUTES, *interactions.ROUTES):
            self.app.router.add_route(method, path, self._wrap(handler))
        self.app.router.add_route("*", "/{rest:.*}", self._wrap(_not_found))

    def _wrap(self, handler: Handler) -> Callable[[web.Request], Any]:
        async def serve(request: web.Request) -> web.Response:
            self.in_flight += 1
            try:
                return await self._serve(request, handler)
            finally:
                self.in_flight -= 1

        return serve

    async def _serve(self, request: web.Request, handler: Handler) -> web.Response:
        path = request.path.removeprefix("/api/v10")
        try:
            body, files = await read(request, self.service)
        except Refusal as refusal:
            return _answer(refusal.status, refusal.body(), {})
        verdict = self.buckets.take(request.method, path)
        if verdict.retry_after is not None:
            wait = {"message": "You are being rate limited.", "retry_after": verdict.retry_after}
            headers = verdict.headers | {"Via": "1.1 local", "Retry-After": str(int(verdict.retry_after) + 1)}
            self.requests.append(Request(request.method, path, body, 429))
            return _answer(429, wait | {"global": verdict.everywhere}, headers)
        status, answer = await self._failure(request.method, path)
        if status == 0:
            call = Call(self.service, dict(request.match_info), dict(request.query), body, files)
            status, answer = await self._handle(request, path, handler, call)
        self.requests.append(Request(request.method, path, body, status))
        return _answer(status, answer, verdict.headers)

    async def _handle(self, request: web.Request, path: str, handler: Handler, call: Call) -> tuple[int, Any]:
        try:
            self._authenticate(request, path)
            if self._validator is not None:
                found = self._validator(request.method, path, call.body)
                self.violations += [f"{request.method} {path}: {fault}" for fault in found]
            answer = await handler(call)
        except Refusal as refusal:
            return refusal.status, refusal.body()
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            # A body of another shape than the handler reads.
            misshapen = invalid_form(("", "BASE_TYPE_REQUIRED", f"{type(error).__name__}: {error}"))
            return misshapen.status, misshapen.body()
        return (204, None) if answer is None else (200, answer)

    def _authenticate(self, request: web.Request, path: str) -> None:
        if not OWN_TOKEN.match(path) and request.headers.get("Authorization") != f"Bot {self._token}":
            raise unauthorized()

    async def _failure(self, method: str, path: str) -> tuple[int, JSON | None]:
        for failure in self.failures:
            if failure.times and failure.method in {method, "*"} and failure.path.search(path):
                failure.times -= 1
                await asyncio.sleep(failure.seconds)
                if failure.status:
                    return failure.status, {"message": f"{failure.status}: on demand", "code": failure.code}
        return 0, None


async def _not_found(_: Call) -> Any:
    raise Refusal(404, 0, "404: Not Found")


def _answer(status: int, body: Any, headers: dict[str, str]) -> web.Response:
    if body is None:
        return web.Response(status=status, headers=headers)
    # Clients compare the content type with exactly this, so no charset may follow it.
    return web.Response(
        status=status, body=json.dumps(body).encode(), headers=headers | {"Content-Type": "application/json"}
    )
