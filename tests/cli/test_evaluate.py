from itertools import count

import pytest

from bot.adapters.caches.memory_cache import MemoryCache
from bot.adapters.engines.builtin_engine import BuiltinEngine
from bot.adapters.engines.fallback_engine import STOOD_IN
from bot.adapters.metrics import PrometheusMetrics
from bot.briefing.desk import Desk
from bot.cli.evaluate import evaluate, table
from bot.domain.values.article import Article
from bot.domain.values.draft import Draft, DraftActor, DraftQuote, DraftSentence
from bot.domain.values.source import Upload
from bot.domain.values.usage import Usage
from bot.domain.values.wish import EngineName, Wish
from bot.errors import TooShortError
from tests.support.fakes import STORY, FakeEngine, FakeFetcher, FakeReader, InlinePool


class LyingEngine(FakeEngine):
    """Says one true and one false thing of each kind."""

    async def write(self, article: Article, wish: Wish, *, read: Draft | None = None) -> Draft:
        """A draft half of which falls."""
        assert article.text
        assert read is not None
        assert wish.engine is EngineName.OPENAI
        return Draft(
            headline="Harbour closes",
            sentences=(DraftSentence(STORY.split("\n\n")[0]), DraftSentence("Macron closed the harbour.")),
            actors=(DraftActor("Ada Quill"), DraftActor("Emmanuel Macron")),
            quotes=(DraftQuote("The quay cannot wait another winter,"), DraftQuote("We lied")),
            engine="openai:liar",
            notes=(STOOD_IN,) if "Saltby" not in article.text else (),
            usage=Usage(100, 20, 0.5, 1),
        )


class FussyReader(FakeReader):
    """Refuses short texts, as the real one does."""

    async def read_upload(self, upload: Upload) -> Article:
        """The file's text as an article. Raises TooShortError."""
        if len(upload.data) < 20:
            raise TooShortError
        return await super().read_upload(upload)


@pytest.fixture
def desk() -> Desk:
    """A desk whose model lies half of the time."""
    tick = count().__next__
    return Desk(
        fetcher=FakeFetcher(),
        reader=FussyReader(),
        engine=LyingEngine("openai:liar"),
        builtin=BuiltinEngine(None),
        cache=MemoryCache(clock=lambda: float(tick())),
        pool=InlinePool(),
        metrics=PrometheusMetrics(),
        now=lambda: pytest.fail("the evaluation goes past the cache"),
        has_model=True,
    )


async def test_figures_say_what_stood_and_what_it_cost(desk: Desk) -> None:
    """Quotes, actors and sentences that fell, tokens, money and time are counted over the folder; faults are named."""
    files = [Upload("a.txt", "text/plain", STORY.encode()), Upload("b.txt", "text/plain", STORY.encode())]
    files.append(Upload("short.txt", "text/plain", b"too short"))
    ticks = count()
    said = {
        "a.txt": {"“The quay cannot wait another winter,”": "Quill"},
        "b.txt": {"The quay cannot wait another winter": "Bo"},
    }
    figures = await evaluate(
        desk, files, Wish(engine=EngineName.OPENAI), clock=lambda: float(next(ticks)), speakers=said
    )
    assert (figures.articles, figures.quotes, figures.quotes_dropped) == (2, 4, 2)
    assert (figures.actors, figures.actors_dropped, figures.sentences, figures.sentences_dropped) == (4, 2, 4, 2)
    assert (figures.tokens_in, figures.tokens_out, figures.cost, figures.seconds) == (200, 40, 1.0, 2.0)
    assert list(figures.failed) == ["short.txt"]
    assert figures.engine == "openai:liar"
    shown = table(figures)
    assert (figures.speakers, figures.wrong_speakers) == (2, 1)
    assert sum(figures.proofs.values()) >= 2
    assert "quotes word for word    0.500 (2 of 4)" in shown
    assert "wrong speakers          1 of 2" in shown
    assert "sentences by proof      " in shown
    assert "short.txt: There is too little text" in shown


async def test_what_the_builtin_engine_wrote_instead_is_counted(desk: Desk) -> None:
    """An article that the model could not write about is no merit of the model's; what it cost all the same is told."""
    other = STORY.replace("Saltby", "Seaby")
    figures = await evaluate(
        desk, [Upload("a.txt", "text/plain", other.encode())], Wish(engine=EngineName.OPENAI), clock=lambda: 0.0
    )
    assert (figures.articles, figures.stood_in, figures.tokens_in) == (1, 1, 100)
    assert (figures.sentences, figures.actors, figures.quotes) == (0, 0, 0)
    assert "quotes word for word    none given" in table(figures)
    assert "wrong speakers          not known" in table(figures)


async def test_each_article_is_told_as_it_is_reached(desk: Desk) -> None:
    """A long folder shows where it is, also at an article that fails, and a file's name cannot draw on the terminal."""
    told: list[str] = []
    files = [Upload("short.txt", "text/plain", b"too short"), Upload("b\x1b[2J.txt", "text/plain", STORY.encode())]
    wish = Wish(engine=EngineName.OPENAI)
    await evaluate(desk, files, wish, clock=lambda: 0.0, tell=lambda stage, _: told.append(stage))
    assert [line.partition(":")[0] for line in told] == ["Article 1 of 2", "Article 2 of 2"]
    assert not any("\x1b" in line for line in told)
