"""Catching up: what was missed while no session was open is read back, once, as far as an hour."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, cast

import pytest

from bot.domain.values.work import id_at
from bot.errors import DeliveryError, PassingRefusalError
from bot.messages.accepting import Accepting
from bot.messages.catching_up import CatchingUp
from bot.messages.owing.marks import Marks
from bot.messages.posts.messages import Channel, Seen
from bot.messages.posts.post import Heard, Post
from config import limits
from tests.support.chat import GUILD, NEWS, NOW, Speaker
from tests.support.patience import until

GENERAL = 3_000


class FakeAccepting:
    """Remembers what it heard."""

    def __init__(self) -> None:
        self.marks = Marks()
        self.heard: list[Post] = []

    async def hear(self, heard: Heard) -> None:
        """A message."""
        assert not heard.findings.is_empty
        self.heard.append(heard.post)


class FakeMessages:
    """Channels with what was said in them; `faults` come first."""

    def __init__(self) -> None:
        self.said: dict[int, list[Seen]] = {}
        self.faults: list[BaseException] = []
        self.read: list[int] = []
        self.parents: dict[int, int] = {}

    def channels(self, guild: int) -> Sequence[Channel]:
        """Every channel with its newest message."""
        assert guild == GUILD
        return [
            Channel(channel, self.parents.get(channel), max((one.post.id for one in seen), default=0))
            for channel, seen in self.said.items()
        ]

    async def latest(self, channel: int, *, count: int) -> Sequence[Seen]:
        """The newest messages."""
        self.read.append(channel)
        if self.faults:
            raise self.faults.pop(0)
        return self.said[channel][-count:]

    async def with_roles(self, post: Post) -> Post:
        """With a role."""
        return replace(post, roles=frozenset({70}), may_embed=True)


class Scene:
    """What catches up, with a speaker's parts."""

    def __init__(self, speaker: Speaker) -> None:
        self.speaker = speaker
        self.accepting = FakeAccepting()
        self.messages = FakeMessages()
        self.catching_up = CatchingUp(
            accepting=cast("Accepting", self.accepting),
            following=speaker.speaking.following,
            messages=cast("Any", self.messages),
            store=speaker.parts.store,
            work_store=speaker.parts.work_store,
            settings_cache=speaker.parts.settings_cache,
            metrics=speaker.metrics,
            now=speaker.parts.now,
        )

    def say(self, text: str, channel: int = NEWS, *, ago: timedelta = timedelta(), **seen: Any) -> Post:
        """Something that was said while nobody listened."""
        post = self.speaker.post(text, channel=channel)
        if ago:
            post = replace(post, id=id_at(NOW + self.speaker.clock.ahead - ago) + post.id % 1000)
        self.messages.said.setdefault(channel, []).append(Seen(post, **seen))
        return post

    async def mark(self, channel: int, message: int) -> None:
        """Up to which message a channel is done."""
        await self.speaker.parts.work_store.keep_marks({channel: (GUILD, message)})


@pytest.fixture
async def scene(speaker: Speaker) -> Scene:
    """A scene in which #news is watched, and done up to now."""
    scene = Scene(speaker)
    await scene.mark(NEWS, id_at(NOW))
    return scene


async def test_what_was_missed_is_heard(scene: Scene) -> None:
    """In watched channels and their threads, above the mark; with the roles that a message read back lacks."""
    url = scene.speaker.link("harbour")
    scene.say(url, ago=timedelta(minutes=5))
    missed = scene.say(url)
    scene.say("hello")
    scene.say(url, answers=1)
    scene.say(url, GENERAL)
    scene.messages.parents[4_000] = NEWS
    in_thread = scene.say(url, 4_000)
    await scene.catching_up.read_back(GUILD)
    assert [post.id for post in scene.accepting.heard] == [missed.id, in_thread.id]
    assert all(post.roles == {70} for post in scene.accepting.heard)
    assert scene.messages.read == [NEWS, 4_000]
    assert scene.speaker.metrics.value("read_back") == 5
    newest = {channel: max(one.post.id for one in seen) for channel, seen in scene.messages.said.items()}
    assert scene.accepting.marks.take() == {NEWS: (GUILD, newest[NEWS]), 4_000: (GUILD, newest[4_000])}


async def test_channel_without_anything_new_is_not_read(scene: Scene) -> None:
    """Its newest message is known from the session's beginning."""
    post = scene.say(scene.speaker.link("harbour"))
    await scene.mark(NEWS, post.id)
    await scene.catching_up.read_back(GUILD)
    assert (scene.messages.read, scene.accepting.heard) == ([], [])


async def test_post_of_the_moment_in_which_its_channel_is_watched_is_heard(scene: Scene) -> None:
    """A channel without a mark is read back from the settings' last change on, that millisecond included."""
    await scene.speaker.choose(lambda old: replace(old, watched={**old.watched, GENERAL: old.watched[NEWS]}))
    (change,) = await scene.speaker.parts.store.audit(GUILD, count=1)
    url = scene.speaker.link("harbour")
    before, at_once = (
        replace(scene.speaker.post(url, channel=GENERAL), id=number)
        for number in (id_at(change.at) - 1, id_at(change.at))
    )
    scene.messages.said[GENERAL] = [Seen(before), Seen(at_once)]
    await scene.catching_up.read_back(GUILD)
    assert [post.id for post in scene.accepting.heard] == [at_once.id]


async def test_an_hour_is_read_back_at_the_most(scene: Scene) -> None:
    """What is older than that helps nobody, whatever the mark says."""
    await scene.speaker.choose(lambda old: replace(old, watched={**old.watched, GENERAL: old.watched[NEWS]}))
    await scene.mark(GENERAL, 1)
    hour = timedelta(seconds=limits.CATCH_UP_SECONDS)
    scene.say(scene.speaker.link("harbour"), GENERAL, ago=hour + timedelta(minutes=1))
    new = scene.say(scene.speaker.link("mill"), GENERAL, ago=hour - timedelta(minutes=1))
    await scene.catching_up.read_back(GUILD)
    assert [post.id for post in scene.accepting.heard] == [new.id]


async def test_channel_without_a_mark_counts_from_its_watching(scene: Scene) -> None:
    """The settings changed a moment ago: what was said before is none of the bot's business."""
    scene.speaker.clock.ahead = timedelta(minutes=10)
    await scene.speaker.choose(lambda old: replace(old, watched={**old.watched, GENERAL: old.watched[NEWS]}))
    scene.say(scene.speaker.link("harbour"), GENERAL, ago=timedelta(minutes=5))
    scene.speaker.clock.ahead = timedelta(minutes=20)
    new = scene.say(scene.speaker.link("harbour"), GENERAL, ago=timedelta(minutes=5))
    await scene.catching_up.read_back(GUILD)
    assert [post.id for post in scene.accepting.heard] == [new.id]


async def test_deletions_and_edits_are_followed(scene: Scene) -> None:
    """Answers whose message is gone go; an edited message is taken as it is now."""
    speaker = scene.speaker
    gone, edited = speaker.post(speaker.link("harbour")), speaker.post(speaker.link("mill"))
    for post in (gone, edited):
        await speaker.say(post)
    waiting = speaker.post("wait for it")
    scene.messages.said[NEWS] = [
        Seen(replace(edited, texts=(speaker.link("dam"),)), edited=True),
        Seen(replace(waiting, texts=(speaker.link("bank"),)), edited=True),
    ]
    await scene.mark(NEWS, waiting.id)
    await scene.catching_up.read_back(GUILD)
    (text,) = speaker.shown
    assert "The dam closes" in text
    assert [post.id for post in scene.accepting.heard] == [waiting.id]


async def test_what_lies_beyond_the_page_is_left_alone(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a full page nobody knows whether an older message is gone."""
    monkeypatch.setattr(limits, "CATCH_UP_MESSAGES", 1)
    post = scene.speaker.post(scene.speaker.link("harbour"))
    await scene.speaker.say(post)
    scene.say("hello")
    await scene.catching_up.read_back(GUILD)
    assert len(scene.speaker.shown) == 1


async def test_channel_that_cannot_be_read_is_passed_over(scene: Scene) -> None:
    """Its permissions are gone; a refusal that passes holds up the whole server."""
    scene.say(scene.speaker.link("harbour"))
    scene.messages.faults = [DeliveryError(), PassingRefusalError()]
    await scene.catching_up.read_back(GUILD)
    assert scene.accepting.heard == []
    with pytest.raises(PassingRefusalError):
        await scene.catching_up.read_back(GUILD)


async def test_server_is_read_back_when_it_comes(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its marks are held until then; where Discord is away it is read back later, and a fault stops nobody else."""
    monkeypatch.setattr(limits, "OWED_FIRST_WAIT", 0.01)
    post = scene.say(scene.speaker.link("harbour"))
    scene.messages.faults = [PassingRefusalError()]
    scene.catching_up.session_began([GUILD])
    scene.accepting.marks.reached(NEWS, GUILD, post.id)
    assert scene.accepting.marks.take() == {}
    await scene.catching_up.start()
    try:
        scene.catching_up.guild_came(GUILD)
        await until(lambda: scene.accepting.heard and not scene.catching_up.is_busy)
        scene.messages.faults = [ValueError("nobody foresaw it")]
        await scene.mark(NEWS, id_at(NOW))
        scene.catching_up.guild_came(GUILD)
        await until(lambda: not scene.catching_up.is_busy)
    finally:
        await scene.catching_up.stop()
    assert [heard.id for heard in scene.accepting.heard] == [post.id]
    assert scene.messages.read == [NEWS, NEWS, NEWS]
    assert scene.speaker.metrics.value("errors", where="catching up") == 1
