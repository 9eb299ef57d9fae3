import aiohttp

from bot.adapters.health import health_server
from bot.adapters.metrics import PrometheusMetrics


async def test_health_follows_readiness_and_metrics_are_served() -> None:
    """The probe answers 503 until ready and 200 after; metrics carry their counts."""
    metrics = PrometheusMetrics()
    metrics.count("answers", trigger="watch")
    waits = 2.0
    metrics.watch("oldest_waiting_seconds", lambda: waits)
    ready = False
    async with (
        health_server(host="127.0.0.1", port=0, metrics=metrics, is_ready=lambda: ready) as port,
        aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session,
    ):
        async with session.get("/healthz") as answer:
            assert answer.status == 503
        ready = True
        async with session.get("/healthz") as answer:
            assert answer.status == 200
        waits = 7.0
        async with session.get("/metrics") as answer:
            figures = await answer.text()
    assert 'nutgraf_answers_total{trigger="watch"} 1.0' in figures
    assert "nutgraf_oldest_waiting_seconds 7.0" in figures
    assert "process_open_fds" in figures
