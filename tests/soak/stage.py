"""The stage of a trial: a local Discord, a news site, real stores, and the bot as processes of its own."""

import asyncio
import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import aiohttp
import psutil
from aiohttp import web

from bot.adapters.database.opening import database_url, migrate, open_database
from bot.adapters.database.sql_store import SqlStore
from bot.adapters.database.sql_work import SqlWorkStore
from bot.app.composition import utc_now
from config.guild import ChannelSettings, GuildSettings, Limits
from playground.rules.state import Channel, Guild, Interaction, Message
from playground.server import LocalDiscord
from tests.support.postgres import PostgresServer
from tests.support.redis_server import RedisServer, free_port
from tests.support.site import Site

# Hosts that the stories are spread over.
HOSTS = 20

# Stories that the site has; what commands ask for begins at the end.
STORIES = 2_000

ROOT = Path(__file__).resolve().parents[2]

PEOPLE = ("Ada Quill", "Tomas Brandt", "Maria Santos", "Ivan Petrov", "Lena Vogt")
PLACES = ("Saltby", "Ellery", "Norwick", "Hallam")


def story(number: int) -> str:
    """A news page, one of its own for each number."""
    headline, paragraphs = _written(number)
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><title>{headline}</title></head>'
        f"<body><article><h1>{headline}</h1>{body}</article></body></html>"
    )


def told(number: int) -> str:
    """The text of a story, as a member pastes it."""
    _, paragraphs = _written(number)
    return "\n\n".join(paragraphs)


def _written(number: int) -> tuple[str, list[str]]:
    draw = random.Random(number)  # Stories, not secrets.
    who, where = draw.choice(PEOPLE), draw.choice(PLACES)
    paragraphs = [
        f"The council of {where} approved plan number {number} for the harbour on Friday, after a long debate.",
        f"“We have waited {draw.randint(3, 40)} years for plan {number},” said {who}, the mayor. “It is time.”",
        *(
            f"Paragraph {part} of story {number}: the repairs of quay {draw.randint(1, 999)} cost "
            f"{draw.randint(2, 90)} million crowns, of which the Ministry of Transport pays half, the council said."
            for part in range(6)
        ),
    ]
    return f"{where} approves plan {number}", paragraphs


@dataclass
class Bot:
    """A process of the bot: its command, its log, and how often it was started."""

    name: str
    command: tuple[str, ...]
    settings: dict[str, str]
    log: Path
    ready: str
    port: int
    starts: int = 0
    process: subprocess.Popen[bytes] | None = None
    ending: asyncio.Lock = field(default_factory=asyncio.Lock)

    def start(self) -> None:
        """Start it."""
        self.starts += 1
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(self.command, env=self.settings, cwd=ROOT, stdout=log, stderr=log)

    def end(self, sign: signal.Signals) -> None:
        """Send a signal."""
        if self.process is not None:
            self.process.send_signal(sign)

    async def wait(self) -> None:
        """Wait until it has ended; one that will not is killed."""
        assert self.process is not None
        try:
            await asyncio.to_thread(self.process.wait, 30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            await asyncio.to_thread(self.process.wait)

    async def until_ready(self, *, seconds: float = 90.0) -> None:
        """Wait until its latest start is ready."""
        async with asyncio.timeout(seconds):
            while self.text().count(self.ready) < self.starts:
                if self.process is not None and self.process.poll() is not None:
                    raise RuntimeError(f"{self.name} ended: {self.text()[-2000:]}")
                await asyncio.sleep(0.1)

    def text(self) -> str:
        """What it logged."""
        return self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""

    async def begin_anew(self, sign: signal.Signals, *, after: float) -> None:
        """Send a signal, and start it again some seconds after it has ended. One at a time."""
        async with self.ending:
            self.end(sign)
            await self.wait()
            await asyncio.sleep(after)
            self.start()

    async def weight(self) -> dict[str, int]:
        """Its memory in megabytes, with its children's and without, its descriptors, threads and tasks.

        Connections to Redis are counted apart: pools keep them.
        """
        if self.process is None:
            return {}
        with contextlib.suppress(psutil.Error, aiohttp.ClientError, OSError):
            head = psutil.Process(self.process.pid)
            family = [head, *head.children(recursive=True)]
            tasks = await _gauge(f"http://127.0.0.1:{self.port}/metrics", "nutgraf_tasks")
            to_redis = self._to_redis(head)
            return {
                "megabytes": sum(one.memory_info().rss for one in family) // 1_000_000,
                "megabytes_of_its_own": head.memory_info().rss // 1_000_000,
                "descriptors": head.num_fds() - to_redis,
                "to_redis": to_redis,
                "threads": head.num_threads(),
                "tasks": tasks,
                "starts": self.starts,
                "processor_seconds": round(sum(sum(one.cpu_times()[:2]) for one in family)),
            }
        return {}

    def _to_redis(self, process: psutil.Process) -> int:
        """Connections to Redis, and those that a Redis which was killed has broken.

        A pool opens a broken one again when its turn comes; until then the system knows nothing of it but its number.
        """
        _, _, port = self.settings.get("REDIS_URL", "").rpartition(":")
        wanted = port.partition("/")[0]
        connections = process.net_connections("all")
        known = {one.fd for one in connections}
        links = ((int(link.name), link) for link in Path(f"/proc/{process.pid}/fd").iterdir())
        broken = sum(fd not in known and _leads_to(link).startswith("socket:") for fd, link in links)
        ports = [str(one.raddr.port) for one in connections if one.raddr and not isinstance(one.raddr, str)]
        return broken + ports.count(wanted)

    def descriptors(self) -> dict[str, int]:
        """Its descriptors by what they lead to."""
        found: Counter[str] = Counter()
        if self.process is not None:
            folder = Path(f"/proc/{self.process.pid}/fd")
            for link in folder.iterdir():
                with contextlib.suppress(OSError):
                    found[link.readlink().as_posix().partition(":")[0]] += 1
            with contextlib.suppress(psutil.Error):
                for connection in psutil.Process(self.process.pid).net_connections():
                    found[f"to {connection.raddr.port if connection.raddr else 'none'} {connection.status}"] += 1
        return dict(found)


@dataclass
class Stage:
    """Everything that a trial needs, open."""

    discord: LocalDiscord
    site: Site
    redis: RedisServer | None
    postgres: PostgresServer | None
    database: str
    bots: list[Bot]
    places: list[tuple[Guild, Channel]] = field(default_factory=list)
    posts: list[tuple[Channel, Message]] = field(default_factory=list)
    commands: list[Interaction] = field(default_factory=list)

    def post(self, number: int) -> Message:
        """Ana posts a link to a story of its own, in the servers' turn."""
        guild, channel = self.places[number % len(self.places)]
        # A host of its own for some of them, as news comes from many: each is asked for two pages at a time.
        host = f"127.0.0.{number % HOSTS + 1}"
        url = f"http://{host}:{self.site.port}/story/{number}"
        message = self.discord.people.post(channel, guild.member("ana"), f"look: {url}")
        self.posts.append((channel, message))
        return message

    def command(self, number: int) -> None:
        """Ana asks for the brief of a story that nobody posts, by its link or with its text, for quotes or a digest."""
        guild, channel = self.places[number % len(self.places)]
        asked = STORIES - 1 - len(self.commands)
        words, options = (
            ("summarize", {"link": f"http://127.0.0.1:{self.site.port}/story/{asked}"}),
            ("quotes", {"words": "waited"}),
            ("summarize", {"text": told(asked), "private": True}),
            ("digest", {}),
        )[len(self.commands) % 4]
        self.commands.append(self.discord.people.command(channel, guild.member("ana"), words, options))

    @property
    def broken_off(self) -> int:
        """How many commands were told that their work was broken off."""
        shown = (asked.channel.messages.get(id_) for asked in self.commands for id_ in asked.shown)
        return sum("broken off" in message.text for message in shown if message is not None)

    @property
    def unfinished(self) -> list[int]:
        """The commands that show "thinking …", by their order; what no process heard is Discord's to say."""
        return [
            number
            for number, asked in enumerate(self.commands)
            if asked.original is not None
            and asked.original.loading
            and asked.original.id in asked.channel.messages  # One that was refused in words is gone.
        ]

    def answers(self) -> dict[int, int]:
        """How many answers each post has that has any."""
        found: dict[int, int] = {}
        for channel in {channel.id: channel for channel, _ in self.posts}.values():
            for message in list(channel.messages.values()):
                if message.author.id == self.discord.service.bot.id and message.replies_to:
                    found[message.replies_to] = found.get(message.replies_to, 0) + 1
        return found

    async def until_answered(self, *, seconds: float) -> None:
        """Wait until every post has an answer, or for so many seconds after the last new one came."""
        before, quiet = -1, 0.0
        while quiet < seconds:
            answers = self.answers()
            if all(message.id in answers for _, message in self.posts) and not self.unfinished:
                return
            quiet = 0.0 if len(answers) != before else quiet + 0.25
            before = len(answers)
            await asyncio.sleep(0.25)

    @property
    def lost(self) -> list[int]:
        """The posts without an answer, by their order."""
        answers = self.answers()
        return [number for number, (_, message) in enumerate(self.posts) if message.id not in answers]

    async def told_of(self, lost: Sequence[int]) -> list[dict[str, Any]]:
        """What the database and the logs say of posts, by their order."""
        told = []
        async with open_database(self.database) as database:
            work_store = SqlWorkStore(database, now=utc_now)
            for number in lost:
                channel, message = self.posts[number]
                marks = await work_store.marks([guild.id for guild, place in self.places if place is channel])
                lines = [
                    f"{bot.name}: {line[:300]}"
                    for bot in self.bots
                    for line in bot.text().splitlines()
                    if str(message.id) in line or f"/story/{number} " in line
                ]
                owed = bool(await work_store.still_owed([message.id]))
                told.append({"number": number, "id": message.id, "owed": owed, "marks": marks, "log": lines[-20:]})
        return told

    def told_of_commands(self, unfinished: Sequence[int]) -> list[dict[str, Any]]:
        """What the logs say of commands, by their order."""
        return [
            {
                "number": number,
                "id": asked.id,
                "log": [
                    f"{bot.name}: {line[:300]}"
                    for bot in self.bots
                    for line in bot.text().splitlines()
                    if str(asked.id) in line or f"/story/{STORIES - 1 - number} " in line
                ],
            }
            for number in unfinished
            for asked in [self.commands[number]]
        ]

    @property
    def doubled(self) -> list[int]:
        """The posts with more than one answer, by their order."""
        answers = self.answers()
        return [number for number, (_, message) in enumerate(self.posts) if answers.get(message.id, 0) > 1]


@asynccontextmanager
async def set_stage(
    *,
    servers: int,
    shared_stores: bool,
    workers: int,
    latency: float,
    rate_limits: bool = True,
    tuned: Mapping[str, float] | None = None,
) -> AsyncIterator[Stage]:
    """Set a stage with servers whose #news is watched; no process of the bot runs yet.

    Args:
        servers: how many servers.
        shared_stores: Redis and PostgreSQL; else SQLite and this process's memory.
        workers: processes that do jobs; 0 for one process that does all.
        latency: seconds that the news site takes.
        rate_limits: whether the local Discord refuses what comes too fast.
        tuned: numbers of `config.limits` that the processes have others of.
    """
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="nutgraf-trial-")))
        redis = stack.enter_context(RedisServer()) if shared_stores else None
        postgres: PostgresServer | None = None
        given: str | None = None
        if shared_stores:
            postgres = PostgresServer()
            await asyncio.to_thread(postgres.__enter__)
            stack.callback(postgres.__exit__, None, None, None)
            given = await asyncio.to_thread(postgres.new_database)
        site = await stack.enter_async_context(Site("0.0.0.0"))  # noqa: S104  # For all of 127.0.0.0/8.
        discord = await stack.enter_async_context(LocalDiscord(identify_seconds=0.0, rate_limits=rate_limits))
        database = database_url(given, folder)
        await migrate(database)
        settings = _settings(folder, site, discord, redis, given)
        bots = _bots(folder, discord, settings, workers, tuned or {})
        made = Stage(discord, site, redis, postgres, database, bots)
        await _build(made, servers, latency)
        try:
            yield made
        finally:
            for bot in bots:
                if bot.process is not None and bot.process.poll() is None:
                    bot.process.terminate()
            for bot in bots:
                if bot.process is not None:
                    await bot.wait()


def outer_settings() -> dict[str, str]:
    """What a process of a trial has of the environment."""
    return {"PYTHONUTF8": "1"} | {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}


def _settings(
    folder: Path, site: Site, discord: LocalDiscord, redis: RedisServer | None, database: str | None
) -> dict[str, str]:
    settings = outer_settings() | {
        "DATA_FOLDER": str(folder),
        "DISCORD_TOKEN": discord.token,
        "FETCH_ALLOW": ",".join(f"127.0.0.{host + 1}:{site.port}" for host in range(HOSTS)),
        "HOST": "127.0.0.1",
    }
    if redis is not None and database is not None:
        settings |= {"REDIS_URL": redis.url, "DATABASE_URL": database}
    return settings


def _bots(
    folder: Path, discord: LocalDiscord, settings: dict[str, str], workers: int, tuned: Mapping[str, float]
) -> list[Bot]:
    launch = ("-m", "tests.soak.launch", discord.api_url, discord.gateway_url, json.dumps(dict(tuned)))

    def made(name: str, ready: str, *command: str) -> Bot:
        launched = (sys.executable, *launch, *command)
        port = free_port()
        return Bot(name, launched, settings | {"PORT": str(port)}, folder / f"{name}.log", ready, port)

    if not workers:
        return [made("bot", "ready as", "run")]
    gateway = made("gateway", "ready as", "run", "--gateway-only")
    return [gateway, *(made(f"worker-{number}", "ready for jobs", "work") for number in range(workers))]


async def _build(stage: Stage, servers: int, latency: float) -> None:
    service = stage.discord.service
    owner, ana = service.user("olga"), service.user("ana")
    async with open_database(stage.database) as database:
        store = SqlStore(database, now=utc_now)
        for number in range(servers):
            guild = service.guild(f"Server {number}", owner)
            service.join(guild, ana)
            channel = service.channel(guild, "news")
            stage.places.append((guild, channel))
            await store.change_settings(guild.id, owner.id, "trial", _watching(channel))

    async def page(request: web.Request) -> web.StreamResponse:
        await asyncio.sleep(latency)
        return web.Response(text=story(int(request.path.rpartition("/")[2])), content_type="text/html")

    for number in range(STORIES):
        stage.site.handle(f"/story/{number}", page)


def _leads_to(link: Path) -> str:
    try:
        return str(link.readlink())
    except OSError:
        return ""


def _watching(channel: Channel) -> Callable[[GuildSettings], GuildSettings]:
    """A channel is watched, and one member may post all that a trial does."""
    free = Limits(user_minute=None, channel_minute=None)
    return lambda old: replace(old, watched={channel.id: ChannelSettings()}, limits=free)


async def _gauge(url: str, name: str) -> int:
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        for line in (await answer.text()).splitlines():
            if line.startswith(f"{name} "):
                return int(float(line.split()[1]))
    return 0


def figures(stage: Stage, **more: Any) -> dict[str, Any]:
    """What came of a trial."""
    refused: dict[str, int] = {}
    for request in stage.discord.api.requests:
        if request.status >= 400:  # From here on HTTP statuses are refusals.
            refused[str(request.status)] = refused.get(str(request.status), 0) + 1
    return {
        "posts": len(stage.posts),
        "lost": len(stage.lost),
        "doubled": len(stage.doubled),
        "commands": sum(asked.original is not None for asked in stage.commands),
        "unfinished": len(stage.unfinished),
        "broken_off": stage.broken_off,
        "429": stage.discord.too_many_requests,
        "429_at": stage.discord.api.buckets.refused[:5],
        "unfinished_at": stage.told_of_commands(stage.unfinished[:5]),
        "refused": refused,
        **more,
    }
