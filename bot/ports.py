"""What the desk and the cogs need from the world. Adapters implement these; tests hold each to one contract."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import ParamSpec, Protocol, TypeVar

from bot.domain.model import Article, Draft, Page, Served, Source, Upload, Wish

P = ParamSpec("P")
T = TypeVar("T")


class Fetcher(Protocol):
    """Brings a page."""

    async def fetch(self, url: str) -> Page:
        """Fetch `url`, following redirects.

        Raises:
            UnreachableError: the page could not be had (address refused, status, time-out, size).
            UnsupportedTypeError: what came is no HTML, plain text or PDF.
        """
        ...


class Reader(Protocol):
    """Turns pages, files and pastes into articles, off the event loop, within limits of time and memory."""

    async def read_page(self, page: Page) -> Article:
        """Extract the article of a page. Raises UnreadableError when there is none."""
        ...

    async def read_upload(self, upload: Upload) -> Article:
        """Extract the article of a file. Raises UnreadableError when there is none."""
        ...

    async def read_paste(self, text: str) -> Article:
        """Clean a pasted article. Raises UnreadableError when it is none."""
        ...


class Engine(Protocol):
    """Writes a draft from an article."""

    @property
    def name(self) -> str:
        """The engine's name with whatever its answer depends on, such as its model: part of the cache's key."""
        ...

    async def write(self, article: Article, wish: Wish) -> Draft:
        """Write a draft. Raises EngineError."""
        ...


class Cache(Protocol):
    """Remembers bytes for a while. A failing cache is a miss, never an error."""

    async def get(self, key: str) -> bytes | None:
        """The value kept under `key`, or None."""
        ...

    async def put(self, key: str, value: bytes, *, seconds: int) -> None:
        """Keep `value` under `key` for `seconds`."""
        ...

    async def drop(self, key: str) -> None:
        """Forget `key`."""
        ...

    async def increment(self, key: str, *, seconds: int) -> int:
        """Count one more under `key` in a window of `seconds` that opens with the first count.

        Returns the count so far, this one included; 0 when the cache fails, so that a limit then lets through.
        """
        ...

    def flight(self, key: str) -> AbstractAsyncContextManager[None]:
        """Hold the right to do the work of `key`: one holder at a time across everything that shares the cache.

        A failing cache lets the holder through: work done twice is better than work not done.
        """
        ...


class Metrics(Protocol):
    """Counts what happens."""

    def count(self, name: str, amount: float = 1, **labels: str) -> None:
        """Add to a counter. `name` and label names are declared in `bot/adapters/metrics.py`."""
        ...

    def observe(self, name: str, seconds: float, **labels: str) -> None:
        """Record a duration in seconds."""
        ...


Progress = Callable[[str, Article | None], None]
"""Called as work goes on, with a stage ("fetching", "reading", "writing") and the article once there is one."""


class Pool(Protocol):
    """Runs pure functions in processes that can be killed."""

    async def run(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Call a module-level `function` with picklable arguments in a process of the pool.

        Raises:
            ExtractionError: the call broke a limit of time or memory, or its process died.
            Exception: whatever the function itself raised.
        """
        ...


class Briefer(Protocol):
    """The one use case: a source and a wish in, a served brief out (`bot.desk.Desk`)."""

    async def brief(
        self, source: Source, wish: Wish, *, progress: Progress | None = None, fresh: bool = False
    ) -> Served:
        """Give the brief of `source`. `fresh` reads and writes anew, whatever is cached. Raises NutgrafError."""
        ...

    async def peek(self, source: Source, wish: Wish) -> Served | None:
        """The cached brief of `source`, None when there is none: never fetches, reads a page or asks an engine."""
        ...

    async def recall(self, key: str, wish: Wish, *, progress: Progress | None = None) -> Served | None:
        """The brief of the article that a `Served.key` names, by any wish; None when the cache has let it go.

        It never fetches; an engine writes only where this wish was not written before. Raises NutgrafError.
        """
        ...
