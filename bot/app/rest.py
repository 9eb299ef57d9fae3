"""What the clients of the gateway and of the workers share: every request to Discord passes the budget."""

from types import SimpleNamespace

import aiohttp

from bot.ports import RequestBudget
from bot.urgency import urgency


def tracing(budget: RequestBudget) -> aiohttp.TraceConfig:
    """A trace of a client's HTTP session that lets requests wait for their turn; discord.py's argument `http_trace`."""

    async def begin(_: aiohttp.ClientSession, __: SimpleNamespace, request: aiohttp.TraceRequestStartParams) -> None:
        if _is_api(request.url.path):
            await budget.take(request.method, request.url.path, urgency())

    async def end(_: aiohttp.ClientSession, __: SimpleNamespace, request: aiohttp.TraceRequestEndParams) -> None:
        if _is_api(request.url.path):
            await budget.answered(request.method, request.url.path, request.response.status, request.response.headers)

    trace = aiohttp.TraceConfig()
    trace.on_request_start.append(begin)
    trace.on_request_end.append(end)
    return trace


def _is_api(path: str) -> bool:
    """Whether an address belongs to the REST API, and is no file and no gateway."""
    return path.startswith("/api/")
