"""How pages become briefs: what the desk needs from the world, and what it is to others."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ParamSpec, Protocol, TypeVar

from bot.domain.values.article import Article
from bot.domain.values.brief import Brief, Served
from bot.domain.values.draft import Draft
from bot.domain.values.proof import Answers, Question
from bot.domain.values.source import Page, Source, Upload
from bot.domain.values.wish import Wish

if TYPE_CHECKING:  # It brings the tables of the reading, which a gateway with workers does without.
    from bot.domain.claims.comparing.reading import Reading

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


class ArticleReader(Protocol):
    """Turns pages, files and pastes into articles, off the event loop, within limits of time and memory."""

    async def read_page(self, page: Page) -> Article:
        """Extract the article of a page. Raises UnreadableError when there is none."""
        ...

    async def read_upload(self, upload: Upload) -> Article:
        """Extract the article of a file. Raises UnreadableError when there is none."""
        ...

    async def read_paste(self, text: str) -> Article:
        """Clean a pasted article. Raises UnreadableError when it is not an article."""
        ...


class Engine(Protocol):
    """Writes a draft from an article."""

    @property
    def name(self) -> str:
        """The engine's name with whatever its answer depends on, such as its model: part of the cache's key."""
        ...

    async def write(self, article: Article, wish: Wish, *, read: Draft | None = None) -> Draft:
        """Write a draft. Raises EngineError.

        `read` is what the built-in engine read of the article for this wish, where that is known already.
        """
        ...


class RuleEngine(Engine, Protocol):
    """The engine that writes by rules, whose reading of an article serves the check as well."""

    async def read(self, article: Article, wish: Wish) -> tuple[Draft, "Reading"]:
        """Write a draft, and give what was read of the article beside it. Raises EngineError."""
        ...

    async def brief(self, article: Article, wish: Wish) -> tuple[Draft, Brief]:
        """Write a draft and check it, in one go. Raises EngineError."""
        ...


class SecondLook(Protocol):
    """Has a model look once more at claims that the rules leave open."""

    @property
    def name(self) -> str:
        """What the answers depend on, such as the model: part of the cache's key."""
        ...

    async def ask(self, questions: Sequence[Question]) -> Answers:
        """What it says of these questions. It never fails: what it does not answer is left out."""
        ...


Progress = Callable[[str, Article | None], None]
"""Called as work goes on, with a stage ("fetching", "reading", "busy", "writing") and the article once there is one."""


class Pool(Protocol):
    """Runs pure functions in processes that can be killed."""

    async def run(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Call a module-level `function` with picklable arguments in a process of the pool.

        Raises:
            ExtractionError: the call broke its limit of time or memory.
            BrokenOffError: its process ended for another reason, or it had no turn.
            BusyError: others' calls came first for too long.
            Exception: whatever the function itself raised.
        """
        ...


class Briefer(Protocol):
    """The one use case: a source and a wish in, a served brief out (`bot.briefing.desk.Desk`)."""

    @property
    def under_way(self) -> int:
        """How many briefs are being read or written now."""
        ...

    async def brief(
        self, source: Source, wish: Wish, *, progress: Progress | None = None, fresh: bool = False
    ) -> Served:
        """Give the brief of `source`. `fresh` reads and writes anew, whatever is cached. Raises NutgrafError."""
        ...

    async def peek(self, source: Source, wish: Wish) -> Served | None:
        """The cached brief of `source`, None when there is none: never fetches, reads a page or asks an engine."""
        ...

    async def recall(
        self, key: str, wish: Wish, *, progress: Progress | None = None, write: bool = True
    ) -> Served | None:
        """The brief of the article that a `Served.key` names, by any wish; None when the cache has let it go.

        It never fetches; an engine writes only where this wish was not written before, and never without `write`.
        Raises NutgrafError.
        """
        ...
