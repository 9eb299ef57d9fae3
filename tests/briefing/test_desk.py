import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import ParamSpec, TypeVar

import pytest

from bot.adapters.caches.memory_cache import MemoryCache
from bot.adapters.metrics import PrometheusMetrics
from bot.briefing.cache_keys import cache_key, source_hash
from bot.briefing.desk import Desk
from bot.domain.brief.check import check
from bot.domain.values.draft import DraftQuote
from bot.domain.values.source import Link, Paste, Upload
from bot.domain.values.usage import Usage
from bot.domain.values.wish import EngineName, Length, Wish
from bot.errors import ConfigurationError, EngineError, ExtractionError, HttpStatusError, PaywallError
from bot.ports import Pool, Progress
from config import limits
from tests.support.fakes import STORY, FakeEngine, FakeFetcher, FakeReader, InlinePool

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
P = ParamSpec("P")
T = TypeVar("T")
LINK = Link("https://news.example/harbour")


@dataclass
class Parts:
    """A desk and what it works with."""

    desk: Desk
    fetcher: FakeFetcher
    reader: FakeReader
    engine: FakeEngine
    builtin: FakeEngine
    cache: MemoryCache
    metrics: PrometheusMetrics
    moment: float = 0.0


@pytest.fixture
async def parts() -> AsyncIterator[Parts]:
    """A desk over fakes and a real cache."""
    async with make_parts(FakeEngine("openai:some-model")) as made:
        yield made


class make_parts:  # noqa: N801  # A context manager in a function's place.
    """A desk whose engine is `engine`, open while the context lasts."""

    def __init__(self, engine: FakeEngine, *, pool: Pool | None = None) -> None:
        metrics = PrometheusMetrics()
        fetcher, reader, builtin = FakeFetcher(), FakeReader(), FakeEngine("builtin")
        cache = MemoryCache(clock=lambda: self._parts.moment)
        desk = Desk(
            fetcher=fetcher,
            reader=reader,
            engine=engine,
            builtin=builtin,
            cache=cache,
            pool=pool or InlinePool(),
            metrics=metrics,
            now=lambda: NOW,
            has_model=True,
        )
        self._parts = Parts(desk, fetcher, reader, engine, builtin, cache, metrics)

    async def __aenter__(self) -> Parts:
        await self._parts.desk.__aenter__()
        return self._parts

    async def __aexit__(self, *_: object) -> None:
        await self._parts.desk.__aexit__(None, None, None)


async def test_brief_of_a_link(parts: Parts) -> None:
    """A link is fetched once, written by the engine and checked against its text."""
    served = await parts.desk.brief(LINK, Wish())
    brief = served.brief
    assert served.cached_at is None
    assert brief.engine == "openai:some-model"
    assert [brief.article.text[quote.start : quote.end] for quote in brief.quotes] == [brief.quotes[0].text]
    assert parts.fetcher.fetched == [LINK.url]


async def test_second_brief_is_a_cache_hit(parts: Parts) -> None:
    """The second request for a link fetches nothing, asks no engine, costs nothing and says when it was written."""
    first = await parts.desk.brief(LINK, Wish())
    second = await parts.desk.brief(LINK, Wish())
    assert len(parts.fetcher.fetched) == len(parts.engine.asked) == 1
    assert [parts.metrics.value("cache", result=result) for result in ("miss", "hit")] == [1, 1]
    assert second.cached_at == NOW
    assert first.brief.usage.calls == 1
    assert second.brief.usage == Usage()
    assert second.key == first.key
    assert replace(second.brief, usage=first.brief.usage) == first.brief


async def test_article_is_read_past_the_cache(parts: Parts) -> None:
    """Who asks for the article alone has it as its page is now, and no engine is asked."""
    await parts.desk.brief(LINK, Wish())
    article = await parts.desk.read(LINK)
    assert (article.url, parts.fetcher.fetched) == (LINK.url, [LINK.url, LINK.url])
    assert len(parts.engine.asked) == 1


@pytest.mark.parametrize(
    "wish", [Wish(length=Length.LONG), Wish(language="fr"), Wish(engine=EngineName.BUILTIN)], ids=str
)
async def test_other_wish_is_written_anew(parts: Parts, wish: Wish) -> None:
    """Length, language and engine are part of what a cached brief answers."""
    await parts.desk.brief(LINK, Wish())
    served = await parts.desk.brief(LINK, wish)
    assert served.cached_at is None


async def test_two_links_to_one_text_share_a_brief(parts: Parts) -> None:
    """A second link that leads to the same article is fetched, but asks no engine."""
    first = await parts.desk.brief(LINK, Wish())
    second = await parts.desk.brief(Link(LINK.url + "?edition=uk"), Wish())
    assert len(parts.fetcher.fetched) == 2
    assert len(parts.engine.asked) == 1
    assert second.content == first.content


async def test_copy_of_a_text_is_led_to_its_own_address(parts: Parts) -> None:
    """A copy at another address shares the brief, and its headline and quotes lead to that address."""
    copy = Link("https://other.example/harbour")
    first = await parts.desk.brief(LINK, Wish())
    second = await parts.desk.brief(copy, Wish())
    again = await parts.desk.peek(copy, Wish())
    assert again is not None
    assert len(parts.engine.asked) == 1
    assert second.content == again.content == first.content
    assert second.brief.article.url == again.brief.article.url == copy.url
    assert [(quote.link or "").partition("#")[0] for quote in again.brief.quotes] == [copy.url]
    recalled = await parts.desk.recall(second.key, Wish())
    assert recalled is not None
    assert recalled.brief.article.url == copy.url


async def test_headline_of_one_page_never_stands_under_another(parts: Parts) -> None:
    """A copy of a text under another title has a headline of its own, and a file with that text shares nothing."""
    await parts.desk.brief(LINK, Wish())
    sentence = "The quay cannot wait another winter"
    parts.reader.titles = {"https://other.example/harbour": sentence}
    copy = await parts.desk.brief(Link("https://other.example/harbour"), Wish())
    assert copy.brief.headline == sentence
    assert (await parts.desk.brief(LINK, Wish())).brief.headline != sentence
    upload = await parts.desk.brief(Upload("a.txt", "text/plain", STORY.encode()), Wish())
    assert upload.content != copy.content
    assert len(parts.engine.asked) == 2


async def test_many_at_once_share_one_flight(parts: Parts) -> None:
    """Sixty requests for one link at once make one fetch and one engine call, and each hears of the stages."""
    parts.fetcher.delay = 0.05
    stages: list[list[str]] = [[] for _ in range(60)]

    def listener(number: int) -> Progress:
        return lambda stage, _: stages[number].append(stage)

    served = await asyncio.gather(*(parts.desk.brief(LINK, Wish(), progress=listener(number)) for number in range(60)))
    assert len(parts.fetcher.fetched) == len(parts.engine.asked) == 1
    assert len({one.brief for one in served}) == 1
    assert all(heard[-2:] == ["reading", "writing"] for heard in stages)


async def test_fault_after_a_paid_call_is_paid_by_one() -> None:
    """What a model cost before a fault goes with the fault to the one who started the work, and to none who joined."""
    engine = FakeEngine("openai:m")
    engine.fault = EngineError()
    engine.fault.usage = Usage(100, 20, 0.5, 2)
    async with make_parts(engine) as parts:
        parts.fetcher.delay = 0.02
        faults = await asyncio.gather(*(parts.desk.brief(LINK, Wish()) for _ in range(5)), return_exceptions=True)
    assert all(isinstance(fault, EngineError) for fault in faults)
    assert [fault.usage.cost for fault in faults if isinstance(fault, EngineError)] == [0.5, 0, 0, 0, 0]


async def test_draft_that_cannot_be_checked_is_paid_for() -> None:
    """Where the check of a long draft is killed there is no brief, and the error says what the draft cost."""

    class TiredPool(InlinePool):
        async def run(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
            assert function is check
            assert args
            assert "fallback" in kwargs
            raise ExtractionError

    async with make_parts(FakeEngine("openai:m"), pool=TiredPool()) as parts:
        with pytest.raises(ExtractionError) as caught:
            await parts.desk.brief(Paste(STORY * 40), Wish())
    assert caught.value.usage == Usage(100, 20, 0.5, 1)


async def test_models_draft_stands_alone_where_nothing_stands_by() -> None:
    """A built-in engine that cannot read an article takes no brief from the model's."""
    async with make_parts(FakeEngine("openai:m")) as parts:
        parts.builtin.fault = EngineError()
        served = await parts.desk.brief(LINK, Wish())
    assert served.brief.engine == "openai:m"
    assert served.brief.summary


async def test_one_leaves_and_the_others_are_served(parts: Parts) -> None:
    """A caller that is cancelled takes nothing from those who wait for the same work."""
    parts.fetcher.delay = 0.05
    leaving = asyncio.create_task(parts.desk.brief(LINK, Wish()))
    staying = asyncio.create_task(parts.desk.brief(LINK, Wish()))
    await asyncio.sleep(0.01)
    leaving.cancel()
    assert (await staying).brief.summary
    assert len(parts.fetcher.fetched) == 1


async def test_dead_cache_still_shares_a_flight() -> None:
    """Without any working cache, requests at once still share one fetch."""

    class DeadCache(MemoryCache):
        async def get(self, key: str) -> bytes | None:
            assert key
            return None

    fetcher, engine = FakeFetcher(), FakeEngine("builtin")
    fetcher.delay = 0.02
    desk = Desk(
        fetcher=fetcher,
        reader=FakeReader(),
        engine=engine,
        builtin=engine,
        cache=DeadCache(clock=time.monotonic),
        pool=InlinePool(),
        metrics=PrometheusMetrics(),
        now=lambda: NOW,
        has_model=False,
    )
    async with desk:
        await asyncio.gather(*(desk.brief(LINK, Wish()) for _ in range(10)))
    assert len(fetcher.fetched) == len(engine.asked) == 1


async def test_fresh_reads_and_writes_anew(parts: Parts) -> None:
    """A refresh fetches and writes again, and what it wrote replaces what was cached."""
    await parts.desk.brief(LINK, Wish())
    served = await parts.desk.brief(LINK, Wish(), fresh=True)
    assert served.cached_at is None
    assert len(parts.fetcher.fetched) == len(parts.engine.asked) == 2
    assert (await parts.desk.brief(LINK, Wish())).cached_at == NOW


async def test_failure_is_remembered_for_a_while(parts: Parts) -> None:
    """A dead link is asked once within its time, with the same sentence to all, and again after it."""
    parts.fetcher.fault = HttpStatusError(code=404)
    for _ in range(3):
        with pytest.raises(HttpStatusError, match="HTTP 404"):
            await parts.desk.brief(LINK, Wish())
    assert len(parts.fetcher.fetched) == 1
    parts.moment += limits.UNREACHABLE_SECONDS
    parts.fetcher.fault = None
    assert (await parts.desk.brief(LINK, Wish())).brief.summary


async def test_page_that_can_be_read_again_is_no_failure_any_more(parts: Parts) -> None:
    """Once it was read anew, nothing of its failure is remembered, though its brief is forgotten."""
    parts.fetcher.fault = HttpStatusError(code=404)
    with pytest.raises(HttpStatusError):
        await parts.desk.brief(LINK, Wish())
    parts.fetcher.fault = None
    await parts.desk.brief(LINK, Wish(), fresh=True)
    kept = [key for key in parts.cache.keys if key.startswith(cache_key("failure", ""))]
    assert kept == []


async def test_failure_does_not_hide_what_is_cached(parts: Parts) -> None:
    """A refresh that fails leaves the cached brief to be served."""
    await parts.desk.brief(LINK, Wish())
    parts.fetcher.fault = PaywallError()
    with pytest.raises(PaywallError):
        await parts.desk.brief(LINK, Wish(), fresh=True)
    assert (await parts.desk.brief(LINK, Wish())).cached_at == NOW


async def test_recall_gives_another_wish_without_a_fetch(parts: Parts) -> None:
    """An article's key brings its brief by another wish: written once, then cached, never fetched again."""
    served = await parts.desk.brief(LINK, Wish())
    longer = Wish(length=Length.LONG)
    first = await parts.desk.recall(served.key, longer)
    second = await parts.desk.recall(served.key, longer)
    assert first is not None
    assert second is not None
    assert (first.cached_at, second.cached_at) == (None, NOW)
    assert len(parts.fetcher.fetched) == 1
    assert len(parts.engine.asked) == 2


async def test_recalls_by_two_wishes_at_once_are_two_briefs(parts: Parts) -> None:
    """Each is written by its own wish."""
    key = (await parts.desk.brief(LINK, Wish())).key
    wishes = (Wish(length=Length.LONG), Wish(length=Length.SHORT, engine=EngineName.BUILTIN))
    recalled = await asyncio.gather(*(parts.desk.recall(key, wish) for wish in wishes))
    assert [served and served.brief.engine for served in recalled] == ["openai:some-model", "builtin"]


async def test_recall_of_what_the_cache_let_go_is_none(parts: Parts) -> None:
    """A key that nobody remembers is None."""
    assert await parts.desk.recall("0" * 32, Wish()) is None


async def test_peek_never_works(parts: Parts) -> None:
    """A look into the cache neither fetches nor asks an engine."""
    assert await parts.desk.peek(LINK, Wish()) is None
    assert parts.fetcher.fetched == []
    await parts.desk.brief(LINK, Wish())
    assert await parts.desk.peek(LINK, Wish()) is not None


async def test_paste_and_file_are_briefed(parts: Parts) -> None:
    """A paste and a file with the same words share one article."""
    paste = await parts.desk.brief(Paste(STORY), Wish())
    file = await parts.desk.brief(Upload("story.txt", None, STORY.encode()), Wish())
    assert paste.key == file.key
    assert len(parts.engine.asked) == 1


async def test_stand_in_is_kept_briefly() -> None:
    """A brief that the built-in engine wrote in the model's place is served, and the model asked again soon."""
    async with make_parts(FakeEngine("openai:some-model", writes_as="builtin")) as parts:
        await parts.desk.brief(LINK, Wish())
        assert (await parts.desk.brief(LINK, Wish())).cached_at == NOW
        parts.moment += limits.STAND_IN_SECONDS
        await parts.desk.brief(LINK, Wish())
        assert len(parts.engine.asked) == 2


async def test_damaged_entry_is_a_miss(parts: Parts) -> None:
    """A cached brief that is no brief any more is written again."""
    served = await parts.desk.brief(LINK, Wish())
    for name in parts.cache.keys:
        if name.startswith("brief:"):
            await parts.cache.put(name, b"2026-03-01T12:00:00+00:00\n{}", seconds=60)
    again = await parts.desk.brief(LINK, Wish())
    assert again.cached_at is None
    assert again.brief == served.brief


@pytest.mark.parametrize("kind", ["link:", "failure:", "article:"])
@pytest.mark.parametrize("damage", [b"", b"one", b"\xff\xfe\xfa", b'{"class": "Usage"}', b"[]", b"a b c"])
async def test_damaged_entry_of_any_kind_is_a_miss(parts: Parts, kind: str, damage: bytes) -> None:
    """Whatever a damaged server gives back for a link, a failure or an article, the page is read anew."""
    served = await parts.desk.brief(LINK, Wish())
    link = source_hash(LINK)
    if kind == "failure:":
        await parts.cache.drop(cache_key("link", link))
        await parts.cache.put(cache_key("failure", link), damage, seconds=60)
    for name in parts.cache.keys:
        if name.startswith(kind):
            await parts.cache.put(name, damage, seconds=60)
    assert (await parts.desk.brief(LINK, Wish())).brief.headline == served.brief.headline


async def test_model_that_is_not_there_is_said() -> None:
    """A wish for the model where none is configured is a fault in the configuration."""
    engine = FakeEngine("builtin")
    desk = Desk(
        fetcher=FakeFetcher(),
        reader=FakeReader(),
        engine=engine,
        builtin=engine,
        cache=MemoryCache(clock=time.monotonic),
        pool=InlinePool(),
        metrics=PrometheusMetrics(),
        now=lambda: NOW,
        has_model=False,
    )
    async with desk:
        with pytest.raises(ConfigurationError, match="OPENAI_API_KEY"):
            await desk.brief(LINK, Wish(engine=EngineName.OPENAI))


async def test_briefs_are_counted_by_who_wrote_them(parts: Parts) -> None:
    """By the engine's name without its model's."""
    await parts.desk.brief(LINK, Wish())
    await parts.desk.brief(LINK, Wish(engine=EngineName.BUILTIN))
    counted = {name: parts.metrics.value("briefs", engine=name) for name in ("openai", "builtin", "")}
    assert counted == {"openai": 1, "builtin": 1, "": 0}


async def test_draft_is_shown_beside_its_brief(parts: Parts) -> None:
    """An operator sees what the engine said and what stood."""
    draft, brief = await parts.desk.draft(LINK, Wish())
    assert draft.quotes[0].text in brief.article.text
    assert brief.engine == draft.engine


async def test_what_the_check_drops_is_counted_and_logged(parts: Parts, caplog: pytest.LogCaptureFixture) -> None:
    """A quote that the article has not is in no brief; the operator's log and figures tell of it."""
    parts.engine.invents = (DraftQuote("Nobody ever said this about the quay.", "Ada Quill"),)
    with caplog.at_level(logging.INFO, logger="bot.briefing.writing"):
        served = await parts.desk.brief(LINK, Wish())
    assert [quote.text for quote in served.brief.quotes] == ["The quay cannot wait another winter,"]
    assert parts.metrics.value("dropped", part="quote") == 1
    assert [record.message for record in caplog.records] == [f"dropped quote: {served.brief.dropped[0].reason}"]


async def test_another_wish_reads_no_page_again(parts: Parts) -> None:
    """A link that was read for one wish is not fetched for another."""
    await parts.desk.brief(LINK, Wish())
    served = await parts.desk.brief(LINK, Wish(length=Length.LONG))
    assert served.cached_at is None
    assert parts.fetcher.fetched == [LINK.url]
    assert len(parts.engine.asked) == 2


async def test_who_joins_work_pays_nothing(parts: Parts) -> None:
    """Of two who ask at once one has the cost, and the other is told that the work was shared."""
    parts.fetcher.delay = 0.05
    both = await asyncio.gather(parts.desk.brief(LINK, Wish()), parts.desk.brief(LINK, Wish()))
    assert sorted(served.shared for served in both) == [False, True]


async def test_article_is_read_by_rules_once() -> None:
    """The built-in engine reads once for one brief; the model's engine is handed what it read."""
    async with make_parts(FakeEngine("openai:m")) as parts:
        await parts.desk.brief(Paste(STORY), Wish())
        assert len(parts.builtin.asked) == 1
        (given,) = parts.engine.given
        assert given is not None
        assert given.engine == "builtin"


async def test_recall_without_writing_writes_nothing(parts: Parts) -> None:
    """It gives what was written by that wish, and None for another; what is there is never written again."""
    served = await parts.desk.brief(LINK, Wish())
    other = Wish(length=Length.LONG)
    assert await parts.desk.recall(served.key, other, write=False) is None
    assert len(parts.engine.asked) == 1
    for write in (False, True):
        recalled = await parts.desk.recall(served.key, Wish(), write=write)
        assert recalled is not None
        assert recalled.cached_at == NOW
    assert len(parts.engine.asked) == 1
    written = await parts.desk.recall(served.key, other)
    assert written is not None
    assert len(parts.engine.asked) == 2
    assert await parts.desk.recall("no such key", Wish()) is None
