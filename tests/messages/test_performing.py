"""Performing: a job gives the answer that is owed, or puts it off, or leaves it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.values.work import Owed
from bot.errors import (
    BrokenOffError,
    BusyError,
    DeliveryError,
    GoneError,
    PassingRefusalError,
    PaywallError,
    StorageError,
    UnreachableError,
)
from bot.messages.performing import Performing
from bot.messages.posts.post import Heard, Post
from config import limits
from tests.support.chat import GUILD, NEWS, NOW, Speaker, is_hidden


class FakeMessages:
    """Brings messages that are known, and else says that they are gone."""

    def __init__(self, *posts: Post) -> None:
        self.posts = {post.id: post for post in posts}
        self.fault: BaseException | None = None
        self.replied_to: Post | None = None

    async def fetch(self, owed: Owed) -> Heard:
        """The message that is owed an answer."""
        if self.fault is not None:
            raise self.fault
        if owed.message not in self.posts:
            raise GoneError
        return Heard.of(self.posts[owed.message], self.replied_to)


class Scene:
    """A speaker whose jobs are done here."""

    def __init__(self, speaker: Speaker) -> None:
        self.speaker = speaker
        self.post = speaker.post(speaker.link("harbour"))
        self.messages = FakeMessages(self.post)
        self.ended: list[int] = []
        self.performing = Performing(
            answering=speaker.speaking.answering,
            messages=self.messages,  # type: ignore[arg-type]  # The rest of the protocol is for reading back.
            work_store=speaker.parts.work_store,
            delivery=speaker.chat,
            metrics=speaker.metrics,
            now=speaker.parts.now,
        )
        self.performing.on_end(self.ended.append)

    def owed(self, *, trigger: str = "watch", tries: int = 0) -> Owed:
        """What is owed to the message."""
        return Owed(self.post.id, NEWS, GUILD, trigger, tries=tries)

    async def perform(self, owed: Owed | None = None) -> bool:
        """Do the job; says whether the answer is still owed."""
        owed = owed or self.owed()
        await self.speaker.parts.work_store.owe([owed], due=NOW)
        await self.performing.perform(owed)
        assert self.ended.pop() == owed.message
        return bool(await self.speaker.parts.work_store.still_owed([owed.message]))

    def outcome(self, name: str) -> float:
        """How often a job ended so."""
        return self.speaker.metrics.value("owed", outcome=name)


@pytest.fixture
def scene(speaker: Speaker) -> Scene:
    """A scene with a message that is owed an answer."""
    return Scene(speaker)


async def test_what_the_gateway_knows_of_a_channel_comes_along(scene: Scene) -> None:
    """A worker need not ask whether a channel hides what stands in it."""
    assert not await scene.perform(replace(scene.owed(), hides=True))
    assert scene.speaker.chat.hidden == {NEWS}
    assert is_hidden(next(iter(scene.speaker.chat.messages.values())))


@pytest.mark.parametrize("trigger", ["watch", "reaction", "mention"])
async def test_answer_is_given_and_settled(scene: Scene, trigger: str) -> None:
    """Whatever asked for it; the arguments of a job are those of what is owed."""
    assert not await scene.perform(scene.owed(trigger=trigger))
    assert "Ada Quill" in scene.speaker.shown[0]
    assert scene.outcome("done") == 1
    await scene.performing.run({"message": scene.post.id, "channel": NEWS, "guild": GUILD, "trigger": trigger})
    assert len(scene.speaker.shown) == 1


async def test_what_is_too_old_is_left(scene: Scene) -> None:
    """An answer that comes an hour late helps nobody."""
    scene.speaker.clock.ahead = timedelta(seconds=limits.OWED_SECONDS + 60)
    assert not await scene.perform()
    assert (scene.speaker.shown, scene.outcome("too old")) == ([], 1)


async def test_message_that_is_gone_needs_no_answer(scene: Scene) -> None:
    """Nothing is remembered of it."""
    scene.messages.posts.clear()
    assert not await scene.perform()
    assert await scene.speaker.parts.work_store.refusal_of(scene.post.id) is None


async def test_refusal_that_stays_is_remembered_with_its_reason(scene: Scene) -> None:
    """`/why` tells it in Discord's own words, or in ours where Discord gave none."""
    for reason, told in (
        ("Missing Permissions (50013)", "Missing Permissions (50013)"),
        ("", DeliveryError().sentence),
    ):
        fault = DeliveryError()
        fault.reason = reason
        scene.speaker.chat.faults["reply"] = [fault]
        assert not await scene.perform()
        refusal = await scene.speaker.parts.work_store.refusal_of(scene.post.id)
        assert refusal is not None
        assert (refusal.reason, refusal.channel, refusal.guild) == (told, NEWS, GUILD)
    assert scene.speaker.metrics.value("refused") == 2


async def test_unreadable_page_is_no_answer(scene: Scene) -> None:
    """A wall stays a wall: it is not tried again."""
    scene.speaker.fetcher.fault = PaywallError()
    assert not await scene.perform()
    assert (scene.speaker.shown, scene.outcome("put off")) == ([], 0)


@pytest.mark.parametrize(
    ("fault", "tries", "wait"),
    [
        (PassingRefusalError(), 0, limits.OWED_FIRST_WAIT),
        (PassingRefusalError(), 1, limits.OWED_FIRST_WAIT * 2),
        (PassingRefusalError(), 60, limits.OWED_LONGEST_WAIT),
        (StorageError(), 60, limits.OWED_LONGEST_WAIT),
        (BusyError(), 60, limits.OWED_LONGEST_WAIT),
        (BrokenOffError(), 0, limits.OWED_FIRST_WAIT),
        (UnreachableError(), 0, limits.OWED_FIRST_WAIT + limits.UNREACHABLE_SECONDS),
        (ValueError("nobody foresaw it"), 0, limits.OWED_FIRST_WAIT),
        (BrokenOffError(), 60, None),
        (ValueError("nobody foresaw it"), 60, None),
    ],
    ids=str,
)
async def test_what_passes_is_put_off(scene: Scene, fault: Exception, tries: int, wait: float | None) -> None:
    """Longer with each try, at most so long; what may be wrong with the message itself is given up in the end."""
    scene.messages.fault = fault
    owed = scene.owed(tries=tries)
    if wait is None:
        scene.speaker.clock.ahead = timedelta(seconds=limits.OWED_PATIENCE_SECONDS + 1)
    assert await scene.perform(owed) is (wait is not None)
    if wait is None:
        assert scene.outcome("given up") == 1
        return
    assert scene.outcome("put off") == 1
    store = scene.speaker.parts.work_store
    scene.speaker.clock.ahead = timedelta(seconds=wait - 0.5)
    assert await store.overdue(count=9) == ()
    scene.speaker.clock.ahead = timedelta(seconds=wait + 0.5)
    assert [one.tries for one in await store.overdue(count=9)] == [tries + 1]


async def test_full_channel_waits_for_its_next_minute(scene: Scene) -> None:
    """Its briefs of this minute are given; the message is answered in the next."""
    await scene.speaker.choose(lambda old: replace(old, limits=replace(old.limits, channel_minute=0)))
    assert await scene.perform(scene.owed(tries=60))
    scene.speaker.clock.ahead = timedelta(seconds=limits.BUSY_SECONDS + 1)
    assert len(await scene.speaker.parts.work_store.overdue(count=9)) == 1


async def test_mention_that_asks_about_another_message(scene: Scene) -> None:
    """A reply that mentions the bot gets the brief of the message that it replies to, for a process that reads all."""
    subject = scene.speaker.post(scene.speaker.link("mill"))
    scene.messages.posts[scene.post.id] = replace(scene.post, texts=("what?",))
    scene.messages.replied_to = subject
    assert not await scene.perform(scene.owed(trigger="mention"))
    assert "The mill closes" in scene.speaker.shown[0]


async def test_mention_waits_for_work_that_was_broken_off(scene: Scene) -> None:
    """Nothing is said while it may be tried again; the last time the reason is."""
    scene.speaker.fetcher.fault = BrokenOffError()
    assert await scene.perform(scene.owed(trigger="mention"))
    assert scene.speaker.shown == []
    scene.speaker.clock.ahead = timedelta(seconds=limits.OWED_PATIENCE_SECONDS + 1)
    assert not await scene.perform(scene.owed(trigger="mention", tries=60))
    assert BrokenOffError().sentence in scene.speaker.shown[0]


async def test_mention_about_nothing_is_told_how_to_ask(scene: Scene) -> None:
    """A process that reads all messages knows that there is nothing, and does not blame what it may not read."""
    scene.messages.posts[scene.post.id] = replace(scene.post, texts=())
    scene.messages.replied_to = scene.speaker.post("hello")
    assert not await scene.perform(scene.owed(trigger="mention"))
    assert "Give me a link" in scene.speaker.shown[0]


@pytest.mark.parametrize(("tries", "waits"), [(0, False), (1, True)])
async def test_late_message_is_counted_where_its_channel_put_it_off(scene: Scene, tries: int, waits: bool) -> None:
    """What is read back late was posted within its own minute's limit; what a full channel put off was not."""
    await scene.speaker.choose(lambda old: replace(old, limits=replace(old.limits, channel_minute=0)))
    scene.speaker.clock.ahead = timedelta(seconds=120)
    assert await scene.perform(scene.owed(tries=tries)) is waits
