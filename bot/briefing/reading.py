"""From a source to its article: fetched, read, followed to where it leads, its pages joined."""

import logging
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import TypeVar

from bot.domain.text.context import SOME_PAGES
from bot.domain.values.article import Article
from bot.domain.values.source import Link, Page, Paste, Source, Upload
from bot.errors import (
    AddressRefusedError,
    BusyError,
    ElsewhereError,
    HttpStatusError,
    NutgrafError,
    SiteNotFoundError,
    SoftNotFoundError,
)
from bot.ports import ArticleReader, Fetcher, Progress
from config import limits

log = logging.getLogger(__name__)
T = TypeVar("T", Page, Upload, str)

ARCHIVE = "https://web.archive.org/web/"
_GONE = frozenset({404, 410})


class SourceReader:
    """Reads links, pastes and files.

    1. A link is fetched. What fails because the page is gone carries the address of a copy in the Wayback Machine.
    2. The page is read. One that sends its readers on at once, and one that is a shell beside a version for phones or
       for printing, is followed, twice at most; where that fails, the first page's own fault stands.
    3. Where the article goes on on further pages they are fetched, each under the same guard, and joined. A page that
       fails, or one beyond the limits of pages and characters, leaves the article partial, and it says so.
    4. Where others' pages are being read for too long, whoever waits is told so, and it is tried again.

    Args:
        fetcher: brings pages.
        reader: reads them.
        timed: opens a context that times a stage, by the stage's name.
    """

    def __init__(
        self, *, fetcher: Fetcher, reader: ArticleReader, timed: Callable[[str], AbstractContextManager[object]]
    ) -> None:
        self._fetcher = fetcher
        self._reader = reader
        self._timed = timed

    async def read(self, source: Source, tell: Progress) -> Article:
        """The article of a source.

        Raises:
            NutgrafError: it cannot be had, or is no article.
        """
        match source:
            case Link(url):
                try:
                    return await self._read_link(url, tell)
                except (HttpStatusError, SiteNotFoundError, SoftNotFoundError) as error:
                    if not isinstance(error, HttpStatusError) or error.fields.get("code") in _GONE:
                        error.fields = {**error.fields, "copy": f"{ARCHIVE}{url}"}
                    raise
            case Paste(text):
                return await self._patiently(self._timed_read(self._reader.read_paste, text), tell)
            case Upload():
                return await self._patiently(self._timed_read(self._reader.read_upload, source), tell)

    async def _read_link(self, url: str, tell: Progress) -> Article:
        tell("fetching", None)
        page = await self._fetch(url)
        article = await self._patiently(lambda: self._read_followed(page, moves=limits.MOVES), tell)
        return await self._joined(article, tell) if article.continues is not None else article

    async def _read_followed(self, page: Page, *, moves: int) -> Article:
        try:
            return await self._read_page(page)
        except ElsewhereError as here:
            if not moves:
                raise here.otherwise from here
            try:
                return await self._read_followed(await self._fetch(here.url), moves=moves - 1)
            except AddressRefusedError:
                raise
            except NutgrafError as there:
                log.debug("what %s leads to could not be read: %s", page.url, there)
                raise here.otherwise from there

    async def _joined(self, first: Article, tell: Progress) -> Article:
        """An article with its further pages, as far as they can be had."""
        paragraphs = first.text.split("\n\n")
        seen, following = {first.url}, first.continues
        read = 1
        while following is not None and following not in seen and read < limits.ARTICLE_PAGES:
            seen.add(following)
            try:
                part = await self._patiently(
                    self._timed_read(self._reader.read_page, await self._fetch(following)), tell
                )
            except (NutgrafError, ElsewhereError) as error:
                log.debug("page %d of %s could not be read: %s", read + 1, first.url, error)
                break
            if sum(map(len, paragraphs)) + len(part.text) > limits.PAGE_CHARACTERS:
                break
            known = set(paragraphs)
            paragraphs += [paragraph for paragraph in part.text.split("\n\n") if paragraph not in known]
            following, read = part.continues, read + 1
        whole = following is None
        notes = tuple(note for note in first.notes if note != SOME_PAGES)
        return replace(
            first,
            text="\n\n".join(paragraphs),
            complete=whole and first.notes in {(), (SOME_PAGES,)},
            continues=None,
            notes=notes if whole else (*notes, SOME_PAGES),
        )

    async def _patiently(self, read: Callable[[], Awaitable[Article]], tell: Progress) -> Article:
        """What `read` gives, tried again where the bot is busy with others' pages. Raises BusyError in the end."""
        tell("reading", None)
        for _ in range(limits.BUSY_TRIES - 1):
            try:
                return await read()
            except BusyError:
                tell("busy", None)
        return await read()

    async def _fetch(self, url: str) -> Page:
        with self._timed("fetch"):
            return await self._fetcher.fetch(url)

    async def _read_page(self, page: Page) -> Article:
        return await self._timed_read(self._reader.read_page, page)()

    def _timed_read(self, read: Callable[[T], Awaitable[Article]], source: T) -> Callable[[], Awaitable[Article]]:
        async def timed() -> Article:
            with self._timed("read"):
                return await read(source)

        return timed
