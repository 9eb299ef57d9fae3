"""What was posted, edited and deleted while nobody heard it, and answers that were owed when the process ended."""

import asyncio
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest

from bot.app.composition import database_of
from bot.domain.values.brief import Served
from bot.domain.values.source import Source
from bot.domain.values.wish import Wish
from bot.errors import BusyError
from bot.ports import Briefer, Progress
from config import limits
from config.guild import Limits
from playground.gateway import Session
from playground.rules.state import ChannelKind, Message
from tests.support.newsroom import HEADLINE, Newsroom
from tests.support.stores import owed_count
from tests.support.town import GUILD_READY_SECONDS


async def stopped(newsroom: Newsroom) -> None:
    """#news is watched, and no client runs."""
    await newsroom.watch()
    await newsroom.town.settle()
    await newsroom.town.stop(newsroom.bot)


async def started(newsroom: Newsroom) -> None:
    """A client runs again, and has read back what it missed."""
    newsroom.bot = await newsroom.start()
    await newsroom.town.settle()


async def answers(newsroom: Newsroom, *posts: Message) -> list[int]:
    """How many answers each post has."""
    return [len(await newsroom.town.answers_to(post)) for post in posts]


async def test_posts_of_the_time_away_are_answered_once(newsroom: Newsroom) -> None:
    """What people post while no process runs is answered after the start; chatter and old answers are left alone."""
    town = newsroom.town
    await newsroom.watch()
    before = await town.post(newsroom.news, newsroom.ana, newsroom.link("/before", headline="Before"))
    await newsroom.answer(before)
    await town.stop(newsroom.bot)
    chat = await town.post(newsroom.news, newsroom.ben, "good morning")
    missed = await town.post(newsroom.news, newsroom.ana, newsroom.link("/missed", headline="Missed"))
    elsewhere = await town.post(newsroom.general, newsroom.ana, newsroom.link("/elsewhere", headline="Elsewhere"))
    await started(newsroom)
    assert await answers(newsroom, before, chat, missed, elsewhere) == [1, 0, 1, 0]
    await newsroom.restart()
    await town.settle()
    assert await answers(newsroom, before, chat, missed, elsewhere) == [1, 0, 1, 0]


async def test_limits_of_a_minute_do_not_swallow_what_was_missed(newsroom: Newsroom) -> None:
    """What a member posted over many minutes is answered, although it is all read back in one."""
    await newsroom.choose(limits=Limits(user_minute=1, channel_minute=1))
    await stopped(newsroom)
    links = [newsroom.link(f"/{number}", headline=f"Story {number}") for number in range(3)]
    posts = [await newsroom.town.post(newsroom.news, newsroom.ana, link) for link in links]
    newsroom.ahead = timedelta(minutes=5)
    await started(newsroom)
    assert await answers(newsroom, *posts) == [1, 1, 1]


async def test_threads_of_a_watched_channel_are_read_back(newsroom: Newsroom) -> None:
    """A thread that was opened, and a forum post that was written, while nobody heard."""
    forum = newsroom.town.channel(newsroom.guild, "stories", ChannelKind.FORUM)
    await newsroom.watch(newsroom.news, forum)
    await newsroom.town.settle()
    await newsroom.town.stop(newsroom.bot)
    thread = await newsroom.town.thread(newsroom.news, newsroom.ana.user, "ferry")
    first = await newsroom.town.post(thread, newsroom.ana, newsroom.link("/first", headline="First"))
    url = newsroom.link("/second", headline="Second")
    _, second = await newsroom.town.forum_post(forum, newsroom.ana.user, "bus", url)
    await started(newsroom)
    assert await answers(newsroom, first, second) == [1, 1]


async def test_what_is_older_than_an_hour_is_left_alone(newsroom: Newsroom) -> None:
    """A chat has moved on after an hour."""
    await stopped(newsroom)
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link())
    newsroom.ahead = timedelta(seconds=limits.CATCH_UP_SECONDS + 60)
    await started(newsroom)
    assert await answers(newsroom, post) == [0]


async def test_newest_of_a_channel_are_read_back(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """A channel is read back with one request, whatever was posted in it."""
    monkeypatch.setattr(limits, "CATCH_UP_MESSAGES", 3)
    await stopped(newsroom)
    links = [newsroom.link(f"/{number}", headline=f"Story {number}") for number in range(4)]
    posts = [await newsroom.town.post(newsroom.news, newsroom.ana, link) for link in links]
    asked = len(newsroom.town.requests("GET", ".*/messages"))
    await started(newsroom)
    assert await answers(newsroom, *posts) == [0, 1, 1, 1]
    assert len(newsroom.town.requests("GET", ".*/messages")) == asked + 1


def at_once(newsroom: Newsroom, session: Session) -> None:
    """The servers come with the session."""
    newsroom.town.discord.service.greet(session)


def as_the_wait_ends(newsroom: Newsroom, session: Session) -> None:
    """The servers come in the moment in which the library stops waiting for late ones."""
    loop = asyncio.get_running_loop()
    loop.call_later(0.01, newsroom.town.discord.service.greet, session)
    loop.call_later(0.0102, time.sleep, GUILD_READY_SECONDS + 0.05)  # What they were sent in is read after the wait.


def late(newsroom: Newsroom, session: Session) -> None:
    """The servers come long after the library stopped waiting."""
    asyncio.get_running_loop().call_later(GUILD_READY_SECONDS * 3, newsroom.town.discord.service.greet, session)


@pytest.mark.parametrize("come", [at_once, as_the_wait_ends, late])
async def test_lost_session_is_read_back(newsroom: Newsroom, come: Callable[[Newsroom, Session], None]) -> None:
    """What is posted between a session that cannot be resumed and the next one is answered, whenever servers come."""
    await newsroom.watch()
    await newsroom.town.settle()
    gateway = newsroom.town.discord.service.gateway
    gateway.greet = partial(come, newsroom)
    gateway.ask_reconnect()
    gateway.sessions.clear()
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link())
    await newsroom.answer(post)
    assert await answers(newsroom, post) == [1]


async def test_post_before_its_server_comes_is_answered(newsroom: Newsroom) -> None:
    """In a new session a message may come before its server, whose channels are unknown until then."""
    town, gateway = newsroom.town, newsroom.town.discord.service.gateway
    await newsroom.watch()
    thread = await town.thread(newsroom.news, newsroom.ana.user, "ferry")
    await town.settle()
    begun: list[Session] = []
    gateway.greet = begun.append
    gateway.ask_reconnect()
    gateway.sessions.clear()
    await town.until(lambda: begun or None, "a new session")
    posts = [
        await town.post(newsroom.news, newsroom.ana, newsroom.link("/first", headline="First")),
        await town.post(thread, newsroom.ana, newsroom.link("/second", headline="Second")),
    ]
    await town.settle()
    town.discord.service.greet(begun[0])
    for post in posts:
        await newsroom.answer(post)
    assert await answers(newsroom, *posts) == [1, 1]


async def test_deletions_and_edits_of_the_time_away_are_followed(newsroom: Newsroom) -> None:
    """An answer whose message is gone goes too, and one whose message has another link now is about that."""
    town = newsroom.town
    await newsroom.watch()
    gone = await town.post(newsroom.news, newsroom.ana, newsroom.link("/gone", headline="Gone"))
    edited = await town.post(newsroom.news, newsroom.ana, newsroom.link("/first", headline="First"))
    kept = await town.post(newsroom.news, newsroom.ben, newsroom.link("/kept", headline="Kept"))
    for post in (gone, edited, kept):
        await newsroom.answer(post)
    await town.stop(newsroom.bot)
    await town.delete(gone)
    await town.edit(edited, newsroom.link("/second", headline="Second"))
    await started(newsroom)
    assert await answers(newsroom, gone, edited, kept) == [0, 1, 1]
    assert "Second" in (await town.answer_to(edited)).text


async def test_answer_under_way_survives_its_process(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that ends while it reads owes the answer, and the next one gives it, once."""
    monkeypatch.setattr(limits, "CLOSE_SECONDS", 0.1)
    monkeypatch.setattr(limits, "OWED_LOOK_SECONDS", 0.1)
    await newsroom.watch()
    first, second = newsroom.held("/slow"), newsroom.held("/asked")
    post = await newsroom.town.post(newsroom.news, newsroom.ana, first[0])
    asked = await newsroom.town.post(newsroom.general, newsroom.ana, f"{newsroom.town.bot.mention} {second[0]}")
    hits = newsroom.site.hits
    await newsroom.town.until(lambda: (hits["/slow"] and hits["/asked"]) or None, "two pages are asked for")
    await newsroom.town.stop(newsroom.bot)
    assert await answers(newsroom, post, asked) == [0, 0]
    assert await owed_count(database_of(newsroom.process)) == 2
    for _, go_on in (first, second):
        go_on.set()
    await started(newsroom)
    await newsroom.answer(post)
    await newsroom.answer(asked)
    assert await answers(newsroom, post, asked) == [1, 1]
    assert await owed_count(database_of(newsroom.process)) == 0


@pytest.mark.parametrize(("status", "times"), [(503, 3), (500, 1)])
async def test_refusal_that_passes_is_tried_again(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, status: int, times: int
) -> None:
    """Discord is broken for a moment: the answer comes, once, under the nonce that it had before."""
    monkeypatch.setattr(limits, "OWED_FIRST_WAIT", 0.1)
    await newsroom.watch()
    # The client itself tries again after a 500, each time a second or two later, and not at all after a 503.
    newsroom.town.fail("POST", r"/channels/\d+/messages$", status, times=times)
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link())
    await newsroom.answer(post)
    assert await answers(newsroom, post) == [1]
    sent = newsroom.town.requests("POST", r"/channels/\d+/messages")
    assert len(sent) == times + 1
    assert len({request.body["nonce"] for request in sent}) == 1


async def test_refusal_that_stays_is_remembered(newsroom: Newsroom) -> None:
    """What Discord refuses for good is not tried again, and /why says it in Discord's own terms."""
    await newsroom.watch()
    newsroom.town.fail("POST", r"/channels/\d+/messages$", 403)
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link())
    await newsroom.town.settle()
    assert await answers(newsroom, post) == [0]
    assert len(newsroom.town.requests("POST", r"/channels/\d+/messages")) == 1
    refusal = await newsroom.parts.work_store.refusal_of(post.id)
    assert refusal is not None
    asked = await newsroom.town.slash(newsroom.news, newsroom.ana, "why", what=str(post.id))
    assert refusal.reason in (await newsroom.answer(asked)).text
    assert refusal.reason in (await newsroom.config("check")).text


class BusyFirst:
    """A desk that is too busy for its first brief, and another desk from then on (`bot.ports.Briefer`)."""

    def __init__(self, desk: Briefer) -> None:
        self._desk = desk
        self.refused = 0
        self.peek, self.recall = desk.peek, desk.recall

    @property
    def under_way(self) -> int:
        """As the desk behind."""
        return self._desk.under_way

    async def brief(
        self, source: Source, wish: Wish, *, progress: Progress | None = None, fresh: bool = False
    ) -> Served:
        """Busy once, then the desk's."""
        if not self.refused:
            self.refused += 1
            raise BusyError
        return await self._desk.brief(source, wish, progress=progress, fresh=fresh)


async def test_answer_for_which_the_bot_was_too_busy_is_tried_again(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A link whose reading had to wait too long for others' is still owed its answer, and gets it."""
    monkeypatch.setattr(limits, "OWED_FIRST_WAIT", 0.05)
    desk = BusyFirst(newsroom.parts.desk)
    await newsroom.restart(desk=desk)
    await newsroom.watch()
    posted = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link())
    answer = await newsroom.answer(posted)
    assert desk.refused == 1
    assert HEADLINE in answer.text
