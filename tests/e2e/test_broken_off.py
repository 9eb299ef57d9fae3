"""Work that is broken off says nothing of a page: what was being read is read again, and answered once."""

import asyncio
import signal
from collections import Counter
from contextlib import suppress

import psutil
import pytest

from bot.app.composition import database_of
from bot.domain.values.brief import Served
from bot.domain.values.source import Link, Source
from bot.domain.values.wish import Wish
from bot.domain.values.work import Owed
from bot.errors import (
    AddressRefusedError,
    BrokenOffError,
    FetchTimeoutError,
    HttpStatusError,
    ModelUnavailableError,
    NutgrafError,
    PaywallError,
    QueueAwayError,
    SiteNotFoundError,
    StorageError,
    TooLargeError,
    UnreachableError,
)
from bot.messages.posts.post import Trigger
from bot.ports import Briefer, Progress
from config import limits
from config.guild import Limits
from tests.support.newsroom import Newsroom
from tests.support.patience import until
from tests.support.stores import owed_count

PASSING: tuple[Exception, ...] = (
    BrokenOffError(),
    StorageError(),
    QueueAwayError(),
    ModelUnavailableError(),
    UnreachableError("The site broke off in the middle of the page."),
    FetchTimeoutError(),
    SiteNotFoundError(),
    HttpStatusError(code=503),
    RuntimeError("nobody foresaw this"),
    TimeoutError(),
)
FINAL: tuple[NutgrafError, ...] = (
    PaywallError(),
    HttpStatusError(code=404),
    AddressRefusedError(),
    TooLargeError(limit_mb=5),
)


class FailingDesk:
    """A desk that fails for some links a number of times before it does its work."""

    def __init__(self, behind: Briefer) -> None:
        self.asked: Counter[str] = Counter()
        self._faults: dict[str, tuple[Exception, int]] = {}
        self._behind = behind

    def fail(self, url: str, fault: Exception, times: int) -> None:
        """Fail for a link."""
        self._faults[url] = (fault, times)

    @property
    def under_way(self) -> int:
        """As the desk behind says."""
        return self._behind.under_way

    async def brief(
        self, source: Source, wish: Wish, *, progress: Progress | None = None, fresh: bool = False
    ) -> Served:
        """Fail, or give the brief."""
        assert isinstance(source, Link)
        self.asked[source.url] += 1
        fault, times = self._faults.get(source.url, (BrokenOffError(), 0))
        if self.asked[source.url] <= times:
            raise fault
        return await self._behind.brief(source, wish, progress=progress, fresh=fresh)

    async def peek(self, source: Source, wish: Wish) -> Served | None:
        """As the desk behind says."""
        return await self._behind.peek(source, wish)

    async def recall(
        self, key: str, wish: Wish, *, progress: Progress | None = None, write: bool = True
    ) -> Served | None:
        """As the desk behind says."""
        return await self._behind.recall(key, wish, progress=progress, write=write)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """New tries come after moments."""
    monkeypatch.setattr(limits, "OWED_FIRST_WAIT", 0.05)
    monkeypatch.setattr(limits, "OWED_LONGEST_WAIT", 0.1)
    monkeypatch.setattr(limits, "UNREACHABLE_SECONDS", 0)


async def failing(newsroom: Newsroom) -> FailingDesk:
    """A client whose desk fails as the test says; #news is watched."""
    desk = FailingDesk(newsroom.parts.desk)
    await newsroom.restart(desk=desk)
    await newsroom.watch()
    # A try that is broken off counts once with the others.
    await newsroom.choose(limits=Limits(user_minute=None, channel_minute=len(PASSING)))
    return desk


async def owes_nothing(newsroom: Newsroom) -> None:
    """Wait until no answer is owed any more."""
    database = database_of(newsroom.process)

    async def is_settled() -> bool:
        return not await owed_count(database)

    await until(is_settled, "an answer that is owed", every=0.05)


@pytest.mark.usefixtures("quick")
async def test_what_passes_is_tried_again(newsroom: Newsroom) -> None:
    """A fault of the bot's own, or of a site that has trouble now, never costs a message its answer."""
    desk = await failing(newsroom)
    channels = (newsroom.news, newsroom.general, newsroom.town.channel(newsroom.guild, "more"))  # Answers have windows.
    await newsroom.watch(*channels)
    posts = []
    for number, fault in enumerate(PASSING):
        url = newsroom.link(f"/{number}", headline=f"Story {number}")
        desk.fail(url, fault, 2)
        posts.append(await newsroom.town.post(channels[number % len(channels)], newsroom.ana, url))
    for post, fault in zip(posts, PASSING, strict=True):
        await newsroom.town.answer_to(post)
        assert len(await newsroom.town.answers_to(post)) == 1, fault
    await owes_nothing(newsroom)


@pytest.mark.usefixtures("quick")
async def test_answer_that_nobody_noted_stays_alone(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer whose process died before it was noted is found in its channel when Discord knows the nonce no more."""
    monkeypatch.setattr(limits, "NONCE_SECONDS", -1)
    await newsroom.watch()
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link())
    answer = await newsroom.answer(post)
    await owes_nothing(newsroom)
    store, service = newsroom.parts.store, newsroom.town.discord.service
    await store.forget_answers([answer.id])
    clock = service.clock
    service.clock = lambda: clock() + 3_600
    owed = Owed(post.id, newsroom.news.id, newsroom.guild.id, Trigger.WATCH.value)
    await newsroom.parts.work_store.owe([owed], due=newsroom.now())
    await owes_nothing(newsroom)
    assert await newsroom.town.answers_to(post) == [answer]
    assert [row.id for row in await store.answers_to([post.id])] == [answer.id]


@pytest.mark.usefixtures("quick")
async def test_edit_that_is_broken_off_is_followed_later(newsroom: Newsroom) -> None:
    """While the new link cannot be read for no fault of its page, the answer stands; then it is about that link."""
    desk = await failing(newsroom)
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link("/first", headline="First"))
    answer = await newsroom.answer(post)
    url = newsroom.link("/second", headline="Second")
    desk.fail(url, BrokenOffError(), 2)
    await newsroom.town.edit(post, url)
    await newsroom.town.settle()
    (there,) = await newsroom.town.answers_to(post)
    assert there.id == answer.id
    assert "Second" in there.text
    assert desk.asked[url] == 3


@pytest.mark.usefixtures("quick")
async def test_what_is_wrong_with_the_page_is_final(newsroom: Newsroom) -> None:
    """A page that is gone, walled or forbidden is asked for once."""
    desk = await failing(newsroom)
    for number, fault in enumerate(FINAL):
        url = newsroom.link(f"/{number}")
        desk.fail(url, fault, 1)
        await newsroom.town.post(newsroom.news, newsroom.ana, url)
    await newsroom.town.until(lambda: len(desk.asked) == len(FINAL) or None, "the desk was asked")
    await newsroom.town.settle()
    assert await owed_count(database_of(newsroom.process)) == 0
    assert set(desk.asked.values()) == {1}
    assert newsroom.town.messages(newsroom.news, by=newsroom.town.bot) == []


@pytest.mark.usefixtures("quick")
async def test_what_never_passes_is_given_up(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that ends its process each time is left alone after some tries; its neighbour is answered then."""
    monkeypatch.setattr(limits, "OWED_PATIENCE_SECONDS", 0)
    desk = await failing(newsroom)
    whole, broken = newsroom.link("/one", headline="One"), newsroom.link("/two", headline="Two")
    desk.fail(broken, BrokenOffError(), 1_000)
    alone = await newsroom.town.post(newsroom.news, newsroom.ben, broken)
    both = await newsroom.town.post(newsroom.news, newsroom.ana, f"{whole} {broken}")
    assert "One" in (await newsroom.town.answer_to(both)).text
    await owes_nothing(newsroom)
    assert await newsroom.town.answers_to(alone) == []
    assert desk.asked == {whole: 1, broken: 2 * (limits.OWED_TRIES + 1)}


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGKILL])
async def test_reading_process_that_is_stopped_is_no_last_word(newsroom: Newsroom, sign: signal.Signals) -> None:
    """A host signals all processes of a service that it stops; the message is answered all the same."""
    await newsroom.watch()
    readers = newsroom.readers()
    assert readers
    for reader in readers:
        reader.suspend()  # So that the page is surely under its hands when it ends.
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link())
    asked = await newsroom.town.post(newsroom.general, newsroom.ana, f"{newsroom.town.bot.mention} {newsroom.link()}")
    await newsroom.town.until(lambda: newsroom.site.hits["/harbour"] or None, "the page was fetched")
    await asyncio.sleep(0.3)
    for reader in readers:
        reader.send_signal(sign)
        with suppress(psutil.NoSuchProcess):  # What is killed may be gone.
            reader.resume()
    for message in (post, asked):
        await newsroom.answer(message)
        assert len(await newsroom.town.answers_to(message)) == 1
