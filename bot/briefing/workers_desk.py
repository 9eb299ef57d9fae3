"""The desk of a process that reads nothing itself: it asks the processes that do jobs, and waits for what they say.

What is asked goes as a job, texts and files by way of the cache, and what comes back by way of the cache too. A
gateway that answers commands then needs neither the tables of the reading nor a process for it.
"""

import asyncio
import json
import logging
import time
import uuid
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot import errors
from bot.behalf import Behalf, behalf, on_behalf_of
from bot.briefing.aside import aside
from bot.domain.brief import codec
from bot.domain.values.brief import Served
from bot.domain.values.source import Link, Paste, Source, Upload
from bot.domain.values.usage import Usage
from bot.domain.values.wish import EngineName, Length, Wish
from bot.ports import Briefer, Cache, Jobs, Progress
from config import limits

log = logging.getLogger(__name__)

JOB = "desk"
"""The name of the job that asks the desk."""


class WorkersDesk:
    """A `Briefer` whose work is done by other processes.

    Args:
        jobs: the job engine that they take jobs from.
        cache: the cache that they share.
    """

    def __init__(self, jobs: Jobs, cache: Cache) -> None:
        self._jobs = jobs
        self._cache = cache
        self._under_way = 0

    @property
    def under_way(self) -> int:
        """How many briefs this process waits for now."""
        return self._under_way

    async def brief(
        self, source: Source, wish: Wish, *, progress: Progress | None = None, fresh: bool = False
    ) -> Served:
        """Give the brief of `source`. Raises NutgrafError."""
        served = await self._ask(
            "brief", wish, progress=progress, source=source, fresh=fresh, patience=limits.FLIGHT_WAIT_SECONDS
        )
        if served is None:
            raise errors.ModelUnavailableError
        return served

    async def peek(self, source: Source, wish: Wish) -> Served | None:
        """The cached brief of `source`, None when there is none. Raises the NutgrafError that is remembered of it."""
        return await self._ask("peek", wish, source=source)

    async def recall(
        self, key: str, wish: Wish, *, progress: Progress | None = None, write: bool = True
    ) -> Served | None:
        """The brief of the article that `key` names, by any wish; None when the cache has let it go."""
        patience = limits.FLIGHT_WAIT_SECONDS if write else limits.DESK_SECONDS
        return await self._ask("recall", wish, progress=progress, key=key, fresh=write, patience=patience)

    async def _ask(
        self,
        what: str,
        wish: Wish,
        *,
        progress: Progress | None = None,
        source: Source | None = None,
        key: str = "",
        fresh: bool = False,
        patience: float = limits.DESK_SECONDS,
    ) -> Served | None:
        asked = uuid.uuid4().hex
        whom = behalf()
        asker = [whom.guild, whom.user] if whom is not None else None
        arguments: dict[str, Any] = {"asked": asked, "what": what, "key": key, "fresh": fresh, "asker": asker}
        arguments |= asdict(wish)
        match source:
            case Link(url):
                arguments["url"] = url
            case Paste(text):
                await self._send(asked, text.encode("utf-8", errors="replace"))
            case Upload(name, content_type, data):
                arguments |= {"name": name, "content_type": content_type}
                await self._send(asked, data)
        self._under_way += 1
        try:
            return await self._answer(asked, arguments, patience, progress)
        finally:
            self._under_way -= 1

    async def _send(self, asked: str, data: bytes) -> None:
        await self._cache.put(_sent(asked), data, seconds=limits.DESK_KEPT_SECONDS)

    async def _answer(
        self, asked: str, arguments: Mapping[str, Any], patience: float, progress: Progress | None
    ) -> Served | None:
        deadline = time.monotonic() + patience
        again = 0.0
        stage = b""
        while time.monotonic() < deadline:
            if time.monotonic() >= again:
                # The engine knows the key as long as it has the job, and takes it anew when a new Redis has lost it.
                again = time.monotonic() + limits.DESK_AGAIN_SECONDS
                with suppress(errors.QueueAwayError):
                    await self._jobs.add(JOB, f"{JOB}:{asked}", arguments)
            answer = await self._cache.get(_answered(asked))
            if answer is not None:
                await self._cache.drop(_answered(asked))
                return await aside(len(answer), _decoded, answer)
            if progress is not None:
                now = await self._cache.get(_stage(asked)) or b""
                if now and now != stage:
                    stage = now
                    progress(now.decode(), None)
            await asyncio.sleep(limits.DESK_LOOK_SECONDS)
        log.warning("no process answered for the desk within %.0f seconds", patience)
        raise errors.QueueAwayError


async def answer_for(desk: Briefer, cache: Cache, arguments: Mapping[str, Any]) -> None:
    """Do a job of `WorkersDesk`: ask the desk of this process, and put what it says where it is waited for."""
    asked, what = arguments["asked"], arguments["what"]
    wish = Wish(Length(arguments["length"]), arguments["language"], EngineName(arguments["engine"]))
    telling: set[asyncio.Task[None]] = set()

    def tell(stage: str, _: object) -> None:
        task = asyncio.create_task(cache.put(_stage(asked), stage.encode(), seconds=limits.DESK_KEPT_SECONDS))
        telling.add(task)
        task.add_done_callback(telling.discard)

    asker = arguments.get("asker")
    try:
        with on_behalf_of(Behalf(*asker) if asker else None):
            if what == "recall":
                served = await desk.recall(arguments["key"], wish, progress=tell, write=arguments["fresh"])
            elif what == "peek":
                served = await desk.peek(await _source(cache, arguments), wish)
            else:
                source = await _source(cache, arguments)
                served = await desk.brief(source, wish, progress=tell, fresh=arguments["fresh"])
    except errors.NutgrafError as error:
        answer = _encoded_error(error)
    else:
        answer = await aside(len(served.brief.article.text) if served else 0, _encoded, served)
    await asyncio.gather(*telling, return_exceptions=True)
    await cache.put(_answered(asked), answer, seconds=limits.DESK_KEPT_SECONDS)


async def _source(cache: Cache, arguments: Mapping[str, Any]) -> Source:
    if "url" in arguments:
        return Link(arguments["url"])
    data = await cache.get(_sent(arguments["asked"]))
    if data is None:
        raise errors.QueueAwayError
    if "name" in arguments:
        return Upload(arguments["name"], arguments["content_type"], data)
    return Paste(data.decode("utf-8", errors="replace"))


def _sent(asked: str) -> str:
    return f"desk-sent:{asked}"


def _stage(asked: str) -> str:
    return f"desk-stage:{asked}"


def _answered(asked: str) -> str:
    return f"desk-answered:{asked}"


def _encoded(served: Served | None) -> bytes:
    if served is None:
        return b"{}"
    head = {
        "key": served.key,
        "cached_at": served.cached_at.isoformat() if served.cached_at else None,
        "content": served.content,
        "shared": served.shared,
    }
    return json.dumps(head).encode() + b"\n" + codec.encode_brief(served.brief)


def _encoded_error(error: errors.NutgrafError) -> bytes:
    fields = {name: value if isinstance(value, int) else str(value) for name, value in error.fields.items()}
    told = {"error": type(error).__name__, "template": error.sentence_template, "fields": fields}
    return json.dumps(told | {"usage": asdict(error.usage)}).encode()


def _decoded(answer: bytes) -> Served | None:
    """What a worker said. Raises the error that it tells of."""
    head, _, brief = answer.partition(b"\n")
    told = json.loads(head)
    if not told:
        return None
    if "error" in told:
        kind = getattr(errors, told["error"], errors.NutgrafError)
        error: errors.NutgrafError = kind(told["template"], **told["fields"])
        error.usage = Usage(**told["usage"])
        raise error
    cached_at = datetime.fromisoformat(told["cached_at"]) if told["cached_at"] else None
    return Served(codec.decode_brief(brief), told["key"], cached_at, content=told["content"], shared=told["shared"])
