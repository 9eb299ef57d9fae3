"""The one use case: a source and a wish in, a brief out.

Cached? → fetch → read → write → check → keep. Whatever asks for a brief (a cog, the command line) asks the desk.

The cache holds four kinds of entry, under keys that carry `CACHE_FORMAT`:

    link:<hash of source>                        → the keys of its article and of what that says
    article:<key>                                → the article, at its address
    brief:<content>:<hash of engine and wish>    → the brief of a text, wherever that stands
    failure:<hash of source>                     → why the source gave none

A brief belongs to a text, so that copies of one text are written once; each is led to its own address.
"""

import asyncio
import json
import logging
from collections.abc import Callable, Coroutine
from contextlib import suppress
from copy import copy
from dataclasses import replace
from datetime import datetime
from types import TracebackType
from typing import Self

from bot import errors
from bot.briefing.aside import aside
from bot.briefing.cache_keys import article_key, cache_key, content_key, source_hash
from bot.briefing.checking import Checking
from bot.briefing.reading import SourceReader
from bot.briefing.reread import Reread
from bot.briefing.writing import Stopwatch, Writer
from bot.domain.brief import codec
from bot.domain.brief.relink import relinked
from bot.domain.values.article import Article
from bot.domain.values.brief import Brief, Served
from bot.domain.values.draft import Draft
from bot.domain.values.source import Source
from bot.domain.values.usage import Usage
from bot.domain.values.wish import Wish
from bot.ending import end
from bot.ports import ArticleReader, Cache, Engine, Fetcher, Metrics, Pool, Progress, RuleEngine, SecondLook
from config import limits

log = logging.getLogger(__name__)

Now = Callable[[], datetime]
"""The time in UTC."""


class Desk:
    """Briefs sources. Implements `bot.ports.Briefer`; an async context manager that waits for its work at the end.

    Args:
        fetcher: brings pages.
        reader: turns pages, files and pastes into articles.
        engine: writes drafts where the wish says `auto` or `openai`.
        builtin: the engine without a model; its summary stands in for one that the check did not let through.
        cache: remembers articles, briefs and failures.
        pool: checks long drafts.
        metrics: counts what happens.
        now: the time in UTC.
        has_model: whether `engine` is a model: without one, a wish for `openai` is refused.
        second_look: looks once more at what the rules leave open of a model's draft.
    """

    def __init__(
        self,
        *,
        fetcher: Fetcher,
        reader: ArticleReader,
        engine: Engine,
        builtin: RuleEngine,
        cache: Cache,
        pool: Pool,
        metrics: Metrics,
        now: Now,
        has_model: bool,
        second_look: SecondLook | None = None,
    ) -> None:
        self._sources = SourceReader(fetcher=fetcher, reader=reader, timed=lambda stage: Stopwatch(metrics, stage))
        self._writer = Writer(
            engine=engine,
            builtin=builtin,
            checking=Checking(pool=pool, second_look=second_look),
            metrics=metrics,
            has_model=has_model,
        )
        self._cache = cache
        self._metrics = metrics
        self._now = now
        self._works: dict[str, _Work] = {}
        self._reread = Reread()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await end([work.task for work in self._works.values() if work.task is not None])

    @property
    def under_way(self) -> int:
        """How many briefs are being read or written now."""
        return len(self._works)

    async def brief(
        self, source: Source, wish: Wish, *, progress: Progress | None = None, fresh: bool = False
    ) -> Served:
        """Give the brief of `source` by `wish`.

        Args:
            source: a link, a paste or a file.
            wish: length, language, engine.
            progress: told of each stage as the work goes on.
            fresh: read and write anew, whatever is cached.

        Raises:
            NutgrafError: the source could not be had, is no article, or the wished engine is not there.
        """
        kind = self._writer.kind(wish)
        if not fresh and (served := await self.peek(source, wish)) is not None:
            self._metrics.count("cache", result="hit")
            return served
        self._metrics.count("cache", result="miss")
        name = f"{source_hash(source)}:{kind}"
        return await self._share(name, progress, lambda tell: self._work(source, wish, name, tell, fresh=fresh))

    async def peek(self, source: Source, wish: Wish) -> Served | None:
        """The cached brief of `source`, None when there is none; a remembered failure is raised again."""
        link, kind = source_hash(source), self._writer.kind(wish)
        led, kept = await self._cache.get_led(cache_key("link", link), cache_key("brief", ""), f":{kind}")
        keys = _keys(led)
        if keys is not None:
            return await self._served(kept, *keys)
        failure = _failure(await self._cache.get(cache_key("failure", link)))
        if failure is not None:
            raise failure
        return None

    async def recall(
        self, key: str, wish: Wish, *, progress: Progress | None = None, write: bool = True
    ) -> Served | None:
        """The brief of the article that `key` names, by any wish; None when the cache has let it go.

        Without `write` it gives what was written before and nothing else.
        """
        article = await self._article(key)
        if article is None:
            return None
        served = await self._cached(key, content_key(article), wish=wish)
        if served is not None:
            self._metrics.count("cache", result="hit")
        if served is not None or not write:
            return served
        name = f"{key}:{self._writer.kind(wish)}"
        return await self._share(name, progress, lambda tell: self._write_once(article, wish, tell))

    async def read(self, source: Source) -> Article:
        """The article that `source` holds, past the cache.

        Raises:
            NutgrafError: as `brief`.
        """
        return await self._sources.read(source, _nobody)

    async def draft(self, source: Source, wish: Wish) -> tuple[Draft, Brief]:
        """The engine's own draft of `source` beside the brief made of it, past the cache, to be compared.

        Raises:
            NutgrafError: as `brief`.
        """
        self._writer.kind(wish)  # Refused before anything is fetched.
        return await self._writer.write(await self._sources.read(source, _nobody), wish)

    async def _cached(self, key: str, content: str, *, wish: Wish) -> Served | None:
        """The brief of what an article says, led to that article's own address."""
        kept = await self._cache.get(cache_key("brief", content, self._writer.kind(wish)))
        return await self._served(kept, key, content)

    async def _served(self, kept: bytes | None, key: str, content: str) -> Served | None:
        if kept is None:
            return None
        try:
            head, _, data = kept.partition(b"\n")
            stamp, written_for = head.decode().split()
            brief = await self._reread.brief(data)
            if written_for != key:
                article = await self._article(key)
                if article is None:
                    return None
                brief = await aside(len(article.text), relinked, brief, article)
            return Served(brief, key, datetime.fromisoformat(stamp), content=content)
        except ValueError:
            log.warning("a cached brief could not be read: %s", content)
            return None

    async def _article(self, key: str) -> Article | None:
        kept = await self._cache.get(cache_key("article", key))
        if kept is None:
            return None
        try:
            return await aside(len(kept), codec.decode_article, kept)
        except ValueError:
            log.warning("a cached article could not be read: %s", key)
            return None

    async def _read_before(self, link: str) -> Article | None:
        """The article of a source that was read for another wish."""
        keys = _keys(await self._cache.get(cache_key("link", link)))
        return await self._article(keys[0]) if keys is not None else None

    async def _share(
        self, name: str, progress: Progress | None, start: Callable[[Progress], Coroutine[None, None, Served]]
    ) -> Served:
        """Join the work of `name` if it is under way, else start it. One caller's leaving does not stop the others'."""
        work = self._works.get(name)
        joined = work is not None and work.task is not None
        if work is None or work.task is None:
            work = _Work()
            self._works[name] = work
            work.task = asyncio.create_task(start(work.tell))
            work.task.add_done_callback(lambda done: self._finish(name, done))
        else:
            self._metrics.count("shared_flights")
        if progress is not None:
            work.listen(progress)
        try:
            served = await asyncio.shield(work.task)
        except errors.NutgrafError as error:
            if not joined:
                raise
            free = copy(error)
            free.usage = Usage()
            raise free from error
        return replace(served, shared=True) if joined else served

    def _finish(self, name: str, done: "_Job") -> None:
        self._works.pop(name, None)
        # Everybody who waited may have left; the failure is kept in the cache and needs no other witness.
        if not done.cancelled() and isinstance(error := done.exception(), Exception):
            log.debug("no brief: %s", error)

    async def _work(self, source: Source, wish: Wish, name: str, tell: Progress, *, fresh: bool) -> Served:
        async with self._cache.flight(name):
            # Another process may have done the work while this one waited.
            if not fresh and (served := await self.peek(source, wish)) is not None:
                return served
            link = source_hash(source)
            try:
                article = None if fresh else await self._read_before(link)
                if article is None:
                    article = await self._sources.read(source, tell)
            except errors.NutgrafError as error:
                self._metrics.count("failures", error=type(error).__name__)
                await self._keep_failure(link, error)
                raise
            served = await self._write_once(article, wish, tell, fresh=fresh)
            keys = f"{served.key} {served.content}".encode()
            await self._cache.put(cache_key("link", link), keys, seconds=limits.BRIEF_SECONDS)
            await self._cache.drop(cache_key("failure", link))
            return served

    async def _write_once(self, article: Article, wish: Wish, tell: Progress, *, fresh: bool = False) -> Served:
        key, content = article_key(article), content_key(article)
        encoded = await aside(len(article.text), codec.encode_article, article)
        await self._cache.put(cache_key("article", key), encoded, seconds=limits.BRIEF_SECONDS)
        # Two links to one text meet here: the second finds the first's brief.
        async with self._cache.flight(f"{content}:{self._writer.kind(wish)}"):
            if not fresh and (served := await self._cached(key, content, wish=wish)) is not None:
                return served
            tell("writing", article)
            _, brief = await self._writer.write(article, wish)
            await self._keep(key, content, brief, wish)
            return Served(brief, key, None, content=content)

    async def _keep(self, key: str, content: str, brief: Brief, wish: Wish) -> None:
        seconds = limits.STAND_IN_SECONDS if self._writer.is_stand_in(brief, wish) else limits.BRIEF_SECONDS
        free = await aside(len(brief.article.text), codec.encode_to_keep, brief)
        head = f"{self._now().isoformat(timespec='seconds')} {key}".encode()
        name = cache_key("brief", content, self._writer.kind(wish))
        await self._cache.put(name, head + b"\n" + free, seconds=seconds)

    async def _keep_failure(self, link: str, error: errors.NutgrafError) -> None:
        if isinstance(error, errors.UnreachableError):
            seconds = limits.UNREACHABLE_SECONDS
        elif isinstance(error, errors.UnreadableError) and not isinstance(error, errors.ExtractionError):
            seconds = limits.UNREADABLE_SECONDS
        else:
            return
        kept = {"class": type(error).__name__, "template": error.sentence_template, "fields": error.fields}
        with suppress(TypeError):  # A field that JSON cannot hold: such a failure is met again rather than remembered.
            await self._cache.put(cache_key("failure", link), json.dumps(kept).encode(), seconds=seconds)


_Job = asyncio.Task[Served]


class _Work:
    """Work under way, with those who want to hear of its stages."""

    def __init__(self) -> None:
        self.task: _Job | None = None
        self._listeners: list[Progress] = []
        self._last: tuple[str, Article | None] | None = None

    def listen(self, progress: Progress) -> None:
        self._listeners.append(progress)
        if self._last is not None:
            progress(*self._last)

    def tell(self, stage: str, article: Article | None) -> None:
        self._last = (stage, article)
        for progress in self._listeners:
            progress(stage, article)


def _nobody(stage: str, article: Article | None) -> None:
    """A `Progress` that nobody listens to."""


def _keys(kept: bytes | None) -> tuple[str, str] | None:
    """The keys of an article and of what it says; what cannot be read is a miss."""
    words = kept.decode(errors="replace").split() if kept is not None else []
    return (words[0], words[1]) if len(words) == 2 else None  # noqa: PLR2004  # As `_work` writes them.


def _failure(kept: bytes | None) -> errors.NutgrafError | None:
    """The error that `_keep_failure` wrote; what cannot be read is a miss."""
    if kept is None:
        return None
    try:
        raw = json.loads(kept)
        kind = getattr(errors, raw["class"])
        if not issubclass(kind, errors.NutgrafError):
            return None
        made: errors.NutgrafError = kind(raw["template"], **raw["fields"])
    except (ValueError, KeyError, TypeError, AttributeError, IndexError):
        log.warning("a remembered failure could not be read")
        return None
    return made
