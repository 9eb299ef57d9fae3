"""Hand-written fakes of the middle's ports. They obey the real interfaces and keep a history of what was asked."""

import asyncio
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from bot.domain.brief.check import check
from bot.domain.claims.comparing.reading import Reading
from bot.domain.values.article import Article
from bot.domain.values.brief import Brief
from bot.domain.values.draft import Draft, DraftQuote, DraftSentence
from bot.domain.values.source import Page, Upload
from bot.domain.values.usage import Usage
from bot.domain.values.wish import Wish
from bot.errors import HttpStatusError, NutgrafError

P = ParamSpec("P")
T = TypeVar("T")

STORY = (
    "The harbour of Port Ellery will close for repairs on Monday, the town council said.\n\n"
    "“The quay cannot wait another winter,” said the mayor, Ada Quill, after the vote.\n\n"
    "Fishing crews will land their catch at Saltby until the spring."
)


class FakeFetcher:
    """Brings a page of any address; raises `fault` where one is set; `delay` seconds pass first.

    `stories` are what pages say other than `story`, by their addresses; those in `failing` cannot be had, and those
    in `faults` raise what stands there.
    """

    def __init__(self) -> None:
        self.story = STORY
        self.stories: dict[str, str] = {}
        self.failing: set[str] = set()
        self.fetched: list[str] = []
        self.fault: NutgrafError | None = None
        self.faults: dict[str, NutgrafError] = {}
        self.delay = 0.0

    async def fetch(self, url: str) -> Page:
        """A page whose body is the story."""
        self.fetched.append(url)
        await asyncio.sleep(self.delay)
        fault = self.fault or self.faults.get(url)
        if fault is not None:
            raise fault
        if url in self.failing:
            raise HttpStatusError(code=404)
        body = self.stories.get(url.partition("?")[0], self.story)
        return Page(url=url, content_type="text/plain", charset="utf-8", body=body.encode())


class FakeReader:
    """Takes any text as an article's; `titles` are those of pages by their addresses, `leads` where addresses lead."""

    def __init__(self) -> None:
        self.titles: dict[str, str] = {}
        self.leads: dict[str, str] = {}

    async def read_page(self, page: Page) -> Article:
        """The body as an article whose canonical address has no query."""
        url = page.url.partition("?")[0]
        url = self.leads.get(url, url)
        return Article(text=page.body.decode(), url=url, title=self.titles.get(url, "Harbour closes"), language="en")

    async def read_upload(self, upload: Upload) -> Article:
        """The file's bytes as an article."""
        return Article(text=upload.data.decode(), language="en")

    async def read_paste(self, text: str) -> Article:
        """The text as an article."""
        return Article(text=text, language="en")


class FakeEngine:
    """Writes the first two paragraphs and the quote of the story; keeps what it was asked."""

    def __init__(self, name: str, *, writes_as: str | None = None) -> None:
        self._name = name
        self._writes_as = writes_as or name
        self.asked: list[tuple[Article, Wish]] = []
        self.given: list[Draft | None] = []
        self.fault: NutgrafError | None = None
        self.invents: tuple[DraftQuote, ...] = ()

    @property
    def name(self) -> str:
        """The name given."""
        return self._name

    async def write(self, article: Article, wish: Wish, *, read: Draft | None = None) -> Draft:
        """A draft of the article's own paragraphs, at a cost."""
        self.asked.append((article, wish))
        self.given.append(read)
        if self.fault is not None:
            raise self.fault
        paragraphs = article.text.split("\n\n")
        return Draft(
            headline=article.title or paragraphs[0],
            sentences=tuple(DraftSentence(text, number) for number, text in enumerate(paragraphs) if "“" not in text),
            actors=(),
            quotes=(DraftQuote("The quay cannot wait another winter,", "Ada Quill"), *self.invents),
            engine=self._writes_as,
            usage=Usage() if self._writes_as == "builtin" else Usage(tokens_in=100, tokens_out=20, cost=0.5, calls=1),
        )

    async def read(self, article: Article, wish: Wish) -> tuple[Draft, Reading]:
        """A draft as `write` writes it, and the article read."""
        return await self.write(article, wish), Reading.of(article)

    async def brief(self, article: Article, wish: Wish) -> tuple[Draft, Brief]:
        """A draft as `write` writes it, and what stands of it."""
        draft = await self.write(article, wish)
        return draft, check(draft, article, fallback=draft)


class InlinePool:
    """Runs at once, in the process."""

    async def run(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Call the function here and now."""
        return function(*args, **kwargs)
