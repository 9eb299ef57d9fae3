"""The small HTTP server for a host's probes and Prometheus: /healthz and /metrics."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from aiohttp import web

from bot.adapters.metrics import PrometheusMetrics


@asynccontextmanager
async def health_server(
    *, host: str, port: int, metrics: PrometheusMetrics, is_ready: Callable[[], bool]
) -> AsyncIterator[int]:
    """Serve probes while the context lasts; gives the port, which matters when 0 was asked for.

    GET /healthz answers 200 "ready" or 503 "starting" by `is_ready`; GET /metrics answers in Prometheus' text format.
    """

    async def healthz(_: web.Request) -> web.Response:
        ready = is_ready()
        return web.Response(status=200 if ready else 503, text="ready\n" if ready else "starting\n")

    async def exposition(_: web.Request) -> web.Response:
        return web.Response(body=metrics.exposition(), headers={"Content-Type": "text/plain; version=0.0.4"})

    app = web.Application()
    app.add_routes([web.get("/healthz", healthz), web.get("/metrics", exposition)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, host, port)
    await site.start()
    try:
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()
