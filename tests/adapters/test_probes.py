from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from aiohttp import web

from bot.adapters.probes import ProbeVerdict, probe_database, probe_discord, probe_model, probe_packages, probe_redis
from cogs.shared.client import INVITE, invitation
from tests.support.redis_server import RedisServer

Handler = Callable[[web.Request], Awaitable[web.Response]]


@asynccontextmanager
async def serving(routes: dict[str, Handler]) -> AsyncIterator[str]:
    """A loopback server of these GET routes; gives its address."""
    app = web.Application()
    app.add_routes([web.get(path, handler) for path, handler in routes.items()])
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


def discord_of(token: str, flags: int) -> dict[str, Handler]:
    """Discord's two answers for one good token."""

    async def me(request: web.Request) -> web.Response:
        if request.headers["Authorization"] != f"Bot {token}":
            return web.json_response({"message": "401: Unauthorized", "code": 0}, status=401)
        return web.json_response({"id": "1", "username": "nutgraf"})

    async def application(_: web.Request) -> web.Response:
        return web.json_response({"id": "1", "flags": flags})

    return {"/users/@me": me, "/applications/@me": application}


async def test_missing_token_says_where_to_get_one() -> None:
    """Without a token the finding leads to Discord's developer page."""
    (finding,) = await probe_discord(None, invite=str)
    assert finding.verdict is ProbeVerdict.FAULT
    assert "discord.com/developers" in finding.sentence


async def test_bad_token_says_how_to_mend_it() -> None:
    """A token that Discord refuses is to be reset."""
    async with serving(discord_of("good", 0)) as api:
        (finding,) = await probe_discord("bad", invite=str, api=api)
    assert finding.verdict is ProbeVerdict.FAULT
    assert "reset it" in finding.sentence


@pytest.mark.parametrize(
    ("flags", "verdict"), [(0, ProbeVerdict.NOTE), (1 << 18, ProbeVerdict.OK), (1 << 19, ProbeVerdict.OK)]
)
async def test_intents_are_read_off_the_application(flags: int, verdict: ProbeVerdict) -> None:
    """The message-content intent stands in the application's flags, in full or for small bots."""
    async with serving(discord_of("good", flags)) as api:
        token, intents, _ = await probe_discord("good", invite=str, api=api)
    assert token.verdict is ProbeVerdict.OK
    assert intents.verdict is verdict


async def test_a_good_token_gives_the_invitation() -> None:
    """With a good token the application's invitation is told: its address, and what it asks for."""
    async with serving(discord_of("good", 0)) as api:
        *_, invite = await probe_discord("good", invite=invitation, api=api)
    assert "client_id=1&" in invite.sentence
    assert f"permissions={INVITE.value}" in invite.sentence
    assert "View Channels, " in invite.sentence


def test_a_package_of_the_same_name_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another distribution that brings a package called config is named; this program's own is not."""
    assert probe_packages(packages_distributions()).verdict is ProbeVerdict.OK
    for name, package in (("nutgraf", "bot"), ("settings-of-others", "config")):
        (tmp_path / f"{name}-1.dist-info").mkdir()
        (tmp_path / f"{name}-1.dist-info" / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n")
        (tmp_path / f"{name}-1.dist-info" / "top_level.txt").write_text(f"{package}\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    finding = probe_packages(packages_distributions())
    assert finding.verdict is ProbeVerdict.FAULT
    assert "config (settings-of-others)" in finding.sentence
    assert "pipx" in finding.sentence


async def test_unreachable_discord_is_a_fault() -> None:
    """A Discord that cannot be reached is told in one sentence."""
    (finding,) = await probe_discord("good", invite=str, api="http://127.0.0.1:9")
    assert finding.verdict is ProbeVerdict.FAULT
    assert "reached" in finding.sentence


async def test_redis_that_answers_and_one_that_does_not() -> None:
    """A running Redis gives its version; a stopped one is a fault; none is a note."""
    with RedisServer() as server:
        finding = await probe_redis(server.url)
        assert finding.verdict is ProbeVerdict.OK
        server.stop()
        assert (await probe_redis(server.url)).verdict is ProbeVerdict.FAULT
    assert (await probe_redis(None)).verdict is ProbeVerdict.NOTE


async def test_database_that_answers_and_one_that_does_not(tmp_path: Path) -> None:
    """A database that is there or can be made is fine; a file in no folder and a server that is away are faults."""
    path = tmp_path / "new" / "x.sqlite"
    unmade = await probe_database(f"sqlite:///{path}")
    assert "first runs" in unmade.sentence
    assert not path.parent.exists()
    path.parent.mkdir()
    path.touch()
    made = await probe_database(f"sqlite:///{path}")
    (tmp_path / "file").touch()
    nowhere = await probe_database(f"sqlite:///{tmp_path / 'file' / 'x.sqlite'}")
    assert "DATA_FOLDER" in nowhere.sentence
    away = await probe_database("postgresql://nobody@127.0.0.1:9/nothing")
    assert "DATABASE_URL" in away.sentence
    verdicts = [finding.verdict for finding in (unmade, made, nowhere, away)]
    assert verdicts == [ProbeVerdict.OK, ProbeVerdict.OK, ProbeVerdict.FAULT, ProbeVerdict.FAULT]


async def test_model_server_is_asked_for_its_models() -> None:
    """A model that the server lists is fine, another one is noted, a refused key is a fault."""

    async def models(request: web.Request) -> web.Response:
        if request.headers["Authorization"] != "Bearer key":
            return web.json_response({"error": {"message": "no"}}, status=401)
        return web.json_response({"object": "list", "data": [{"id": "small", "object": "model"}]})

    async with serving({"/v1/models": models}) as address:
        base = f"{address}/v1"
        listed = await probe_model(base_url=base, api_key="key", model="small")
        other = await probe_model(base_url=base, api_key="key", model="large")
        refused = await probe_model(base_url=base, api_key="wrong", model="small")
    away = await probe_model(base_url="http://127.0.0.1:9/v1", api_key=None, model="small")
    none = await probe_model(base_url=None, api_key=None, model="small")
    verdicts = [finding.verdict for finding in (listed, other, refused, away, none)]
    assert verdicts == [ProbeVerdict.OK, ProbeVerdict.NOTE, ProbeVerdict.FAULT, ProbeVerdict.FAULT, ProbeVerdict.NOTE]
