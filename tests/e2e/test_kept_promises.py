"""What an answer promises, whatever becomes of it: what is hidden stays hidden, and there is one answer, once.

The tests share one town with one bot; each has a channel and a member of its own.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import count

import pytest
import pytest_asyncio

from bot.app.client import Nutgraf
from bot.app.composition import open_desk, open_parts
from bot.domain.values.records import AnswerKind, AnswerRecord
from config import limits
from config.guild import ChannelSettings, GuildSettings, Style
from playground.rules.state import Channel, ChannelKind, Member, Message
from tests.support.newsroom import STORY, Newsroom, page_of

pytestmark = pytest.mark.asyncio(loop_scope="module")

NUMBERS = count(1)


@dataclass(frozen=True)
class Scene:
    """A watched channel of its own, and somebody who posts in it.

    Attributes:
        newsroom: where it is.
        place: the channel.
        ana: who posts.
        number: tells its stories from those of other scenes.
    """

    newsroom: Newsroom
    place: Channel
    ana: Member
    number: int

    def headline(self, what: str = "Harbour") -> str:
        """The headline of a story of this scene."""
        return f"{what} number {self.number} closes for the winter"

    def link(self, what: str = "Harbour") -> str:
        """Serve a story of this scene and give its address."""
        return self.newsroom.link(f"/{what.lower()}/{self.number}", headline=self.headline(what))

    async def watch(self, *, style: Style = Style.REPLY) -> None:
        """Watch the channel and no other, and choose how it is answered."""
        settings = GuildSettings(watched={self.place.id: ChannelSettings()}, style=style)
        cache = self.newsroom.parts.settings_cache
        await cache.change(self.newsroom.guild.id, self.newsroom.olga.id, "test", lambda _: settings)

    async def post(self, content: str) -> Message:
        """Post in the channel; comes back when the bot rests."""
        post = await self.newsroom.town.post(self.place, self.ana, content)
        await self.newsroom.town.settle()
        return post

    async def answered(self, content: str) -> tuple[Message, Message]:
        """A post and its answer."""
        post = await self.post(content)
        return post, await self.newsroom.answer(post)

    async def pressed(self, answer: Message, *buttons: str) -> Message:
        """What somebody gets who presses a button, and then others of what that brought."""
        for button in buttons:
            answer = await self.newsroom.answer(await self.newsroom.town.press(answer, self.newsroom.ben, button))
        return answer

    async def edit(self, post: Message, content: str) -> None:
        """Edit a post."""
        await self.newsroom.town.edit(post, content)
        await self.newsroom.town.settle()

    async def delete(self, post: Message) -> None:
        """Delete a post."""
        await self.newsroom.town.delete(post)
        await self.newsroom.town.settle()

    @property
    def said(self) -> list[Message]:
        """What the bot says here to everybody."""
        return [one for one in self.newsroom.town.messages(self.place, by=self.newsroom.town.bot) if not one.ephemeral]

    async def kept(self, post: Message) -> tuple[AnswerRecord, ...]:
        """What is on record of the answers to a post."""
        return await self.newsroom.parts.store.answers_to([post.id])

    async def tidy(self) -> None:
        """Let the bot try again what was refused, as it does after a while."""
        before = self.newsroom.ahead
        self.newsroom.ahead += timedelta(seconds=limits.DELETION_LONGEST_SECONDS)
        await self.newsroom.bot.following.tidy()
        self.newsroom.ahead = before


@pytest_asyncio.fixture(loop_scope="module")
async def scene(shared_newsroom: Newsroom) -> AsyncIterator[Scene]:
    """A scene in the newsroom of this file."""
    town, guild, number = shared_newsroom.town, shared_newsroom.guild, next(NUMBERS)
    place, ana = town.channel(guild, f"place-{number}"), town.member(guild, f"poster-{number}")
    await town.settle()
    scene = Scene(shared_newsroom, place, ana, number)
    await scene.watch()
    yield scene
    await town.settle()


def is_hidden(message: Message) -> bool:
    """Whether everything in a message that tells of its article is hidden until clicked."""
    containers = [part for part in message.components if part["type"] == 17]
    return bool(containers) and all(part.get("spoiler") for part in containers)


# --- what is hidden ---------------------------------------------------------------------------------------------------


async def test_hidden_brief_is_hidden_where_it_is_shared(scene: Scene) -> None:
    """More, Longer and Share keep the bars, after a restart too."""
    said = [f"“The {what} cannot wait another winter,” said the mayor, Ada Quill." for what in ("pier", "ferry", "dam")]
    story = "\n\n".join([STORY, *said])
    url = scene.newsroom.link(f"/quotes/{scene.number}", story=story, headline=scene.headline())
    _, answer = await scene.answered(f"||{url}||")
    panel = await scene.pressed(answer, "More")
    assert f"||[**{scene.headline()}**]" in panel.text
    every = next(button["label"] for button in panel.buttons if "quotes" in button["label"])
    assert is_hidden(await scene.pressed(panel, every))
    longer = await scene.pressed(panel, "Longer")
    assert is_hidden(longer)
    await scene.newsroom.restart()
    shared = await scene.pressed(longer, "Share to channel")
    assert not shared.ephemeral
    assert is_hidden(answer)
    assert is_hidden(shared)


async def test_hidden_brief_is_hidden_when_it_is_read_anew(scene: Scene) -> None:
    """Read anew keeps the bars, and so does what is shared after it."""
    _, answer = await scene.answered(f"||{scene.link()}||")
    scene.newsroom.link(f"/harbour/{scene.number}", headline="Harbour closes on Tuesday instead")
    await scene.pressed(answer, "More", "Read anew")
    assert "on Tuesday" in answer.text
    assert is_hidden(answer)
    assert is_hidden(await scene.pressed(answer, "More", "Longer", "Share to channel"))


async def test_pointer_tells_nothing_that_is_hidden(scene: Scene) -> None:
    """A repeat of a hidden link, open or not, has the headline within bars."""
    url = scene.link()
    await scene.answered(f"||{url}||")
    for content in (url, f"||{url}||"):
        _, pointer = await scene.answered(content)
        assert f"||**[{scene.headline()}]" in pointer.text
        assert pointer.text.count(scene.headline()) == 1


async def test_thread_of_a_hidden_brief_has_a_neutral_name(scene: Scene) -> None:
    """Neither the thread's name nor its head tells what is hidden, from the start and after an edit."""
    await scene.watch(style=Style.THREAD)
    post, head = await scene.answered(f"||{scene.link()}||")
    thread = scene.newsroom.guild.channels[head.thread_id or 0]
    assert thread.name == "A brief"
    assert is_hidden(head)
    await scene.edit(post, scene.link())
    assert thread.name == scene.headline()
    await scene.edit(post, f"||{scene.link()}||")
    assert thread.name == "A brief"
    assert is_hidden(head)


async def test_edit_of_bars_alone_is_followed(scene: Scene) -> None:
    """Bars that are added hide the answer, bars that are taken away show it; the page is read once."""
    url = scene.link()
    post, answer = await scene.answered(url)
    for content, hidden in ((f"||{url}||", True), (url, False)):
        await scene.edit(post, content)
        assert is_hidden(answer) is hidden
        assert [part.spoiler for part in await scene.kept(post)] == [hidden]
    assert scene.newsroom.site.hits[f"/harbour/{scene.number}"] == 1


# --- one of each ------------------------------------------------------------------------------------------------------


async def test_share_is_done_once(scene: Scene) -> None:
    """Of three presses, two of them at once, one brings the brief to the channel; the others are told so."""
    _, answer = await scene.answered(scene.link())
    private = await scene.pressed(answer, "More", "Longer")
    town, ben = scene.newsroom.town, scene.newsroom.ben
    pressed = await asyncio.gather(*(town.press(private, ben, "Share to channel") for _ in range(2)))
    pressed.append(await town.press(private, ben, "Share to channel"))
    given = [await scene.newsroom.answer(asked) for asked in pressed]
    assert len(scene.said) == 2
    assert sorted(message.ephemeral for message in given) == [False, True, True]
    assert {message.text for message in given if message.ephemeral} == {"You have shared this already."}


async def test_two_links_to_one_article_are_one_part(scene: Scene) -> None:
    """A shortener and the address itself get one brief, and one row on record."""
    url = scene.link()
    short = scene.newsroom.site.redirect(f"/s/{scene.number}", url)
    post, answer = await scene.answered(f"{short} {url}")
    assert answer.text.count(f"[{scene.headline()}]") == 1
    assert [button["label"] for button in answer.buttons] == ["More", "Open", "Dismiss"]
    assert [part.url for part in await scene.kept(post)] == [url]


async def test_edited_link_changes_head_name_and_brief_of_a_thread(scene: Scene) -> None:
    """In thread style all three tell of the new article, in the messages that stand already."""
    await scene.watch(style=Style.THREAD)
    post, head = await scene.answered(scene.link())
    thread = scene.newsroom.guild.channels[head.thread_id or 0]
    (brief,) = scene.newsroom.town.messages(thread, by=scene.newsroom.town.bot)
    assert thread.name == scene.headline()
    await scene.edit(post, scene.link("Mill"))
    assert scene.said == [head]
    assert thread.name == scene.headline("Mill")
    for message in (head, brief):
        assert scene.headline("Mill") in message.text
        assert scene.headline() not in message.text


async def test_thread_and_head_have_nonces_of_their_own(scene: Scene) -> None:
    """Discord may hold a nonce by its author alone, so that one nonce for both would give the head twice."""
    await scene.watch(style=Style.THREAD)
    post, head = await scene.answered(scene.link())
    sent = scene.newsroom.town.requests("POST", rf"/channels/({scene.place.id}|{head.thread_id})/messages")
    nonces = [request.body["nonce"] for request in sent]
    assert len(set(nonces)) == 2
    assert all(str(post.id) in nonce and len(nonce) <= 25 for nonce in nonces)


@pytest.mark.parametrize("why", ["voice", "permission", "refusal"])
async def test_brief_comes_as_a_reply_where_there_is_no_thread(scene: Scene, why: str) -> None:
    """There are none in voice channels, a permission may be lacking, Discord may refuse: the brief is the reply."""
    town, place = scene.newsroom.town, scene.place
    if why == "voice":
        place = town.channel(scene.newsroom.guild, f"voice-{scene.number}", ChannelKind.VOICE)
        town.permit(place, allow="connect")
    elif why == "permission":
        town.permit(place, deny="create_public_threads")
    else:
        town.fail("POST", rf"/channels/{place.id}/messages/\d+/threads", 403)
    await town.settle()
    scene = Scene(scene.newsroom, place, scene.ana, scene.number)
    await scene.watch(style=Style.THREAD)
    post, answer = await scene.answered(scene.link())
    assert answer.channel_id == place.id
    assert "Ada Quill" in answer.text
    assert [(part.id, part.head, part.channel) for part in await scene.kept(post)] == [(answer.id, None, place.id)]
    await scene.delete(post)
    assert scene.said == []


@pytest.mark.parametrize("again", ["twice", "resume"])
async def test_event_that_comes_again_changes_nothing(scene: Scene, again: str) -> None:
    """The same event twice, and a replay after a resume: one answer, and the record is as it was."""
    town = scene.newsroom.town
    post, _ = await scene.answered(scene.link())
    before = await scene.kept(post)
    (session,) = town.discord.service.gateway.sessions.values()
    number, event = next(
        (seq, frame) for seq, frame in session.sent if '"MESSAGE_CREATE"' in frame and str(post.id) in frame
    )
    if again == "twice":
        session.dispatch("MESSAGE_CREATE", json.loads(event)["d"])
    else:
        line = scene.newsroom.bot.shards[0]._parent.ws  # noqa: SLF001  # What it heard last is told nowhere else.
        line.sequence = number - 1
        await town.drop_sockets()
    await town.settle()
    assert len(scene.said) == 1
    assert await scene.kept(post) == before


async def test_two_processes_for_a_moment_answer_once(scene: Scene) -> None:
    """During a deploy both hear a message: one brief, one record, once in the digest, and both follow an edit."""
    newsroom, town = scene.newsroom, scene.newsroom.town
    async with open_desk(newsroom.process) as desk, open_parts(newsroom.process, desk, now=newsroom.now) as parts:
        second = await town.start(lambda: Nutgraf(parts, reads_messages=True))
        town.also_busy.append(lambda: second.accepting.is_busy)
        try:
            post, answer = await scene.answered(scene.link())
            assert scene.said == [answer]
            assert [(part.id, part.kind) for part in await scene.kept(post)] == [(answer.id, AnswerKind.BRIEF)]
            await scene.edit(post, scene.link("Mill"))
            assert scene.said == [answer]
            assert scene.headline("Mill") in answer.text
            assert [part.headline for part in await scene.kept(post)] == [scene.headline("Mill")]
        finally:
            town.also_busy.pop()
            await town.stop(second)
    asked = await town.slash(scene.place, newsroom.ben, "digest")
    assert (await newsroom.answer(asked)).text.count(scene.headline("Mill")) == 1


# --- what is put away -------------------------------------------------------------------------------------------------


async def test_dismissed_stays_dismissed_for_weeks(scene: Scene) -> None:
    """A week later, with no cache and another text on the page, an edit brings a new link's brief and no other."""
    url = scene.link()
    post, answer = await scene.answered(url)
    await scene.newsroom.town.press(answer, scene.ana, "Dismiss")
    await scene.newsroom.town.settle()
    before, scene.newsroom.ahead = scene.newsroom.ahead, timedelta(days=7)
    await scene.newsroom.forget()
    await scene.edit(post, f"look at this: {url}")
    assert scene.said == []
    scene.newsroom.link(f"/harbour/{scene.number}", headline="Harbour closes on Tuesday instead")
    await scene.edit(post, f"look at this: {url} {scene.link('Mill')}")
    scene.newsroom.ahead = before
    (fresh,) = scene.said
    assert scene.headline("Mill") in fresh.text
    assert "on Tuesday" not in fresh.text


async def test_page_that_says_what_was_dismissed_is_put_away_too(scene: Scene) -> None:
    """Beside a dismissed article another is read anew, and says the same now: it goes."""
    post, answer = await scene.answered(scene.link())
    await scene.newsroom.town.press(answer, scene.ana, "Dismiss")
    await scene.newsroom.town.settle()
    await scene.edit(post, f"{scene.link()} {scene.link('Mill')}")
    (fresh,) = scene.said
    scene.newsroom.site.page(f"/mill/{scene.number}", page_of(told(scene.headline()), scene.headline()))
    await scene.pressed(fresh, "More", "Read anew")
    assert scene.said == []


@pytest.mark.parametrize(("status", "code"), [(503, 0), (400, 50083), (403, 50001)])
async def test_refused_deletion_is_done_later(scene: Scene, status: int, code: int) -> None:
    """Discord is broken, the thread is archived, the channel is closed: it is tried again, and the record goes then."""
    post, answer = await scene.answered(scene.link())
    scene.newsroom.town.fail("DELETE", rf"/messages/{answer.id}$", status, code=code)
    await scene.delete(post)
    assert scene.said == [answer]
    assert [part.kind for part in await scene.kept(post)] == [AnswerKind.REMOVED]
    await scene.tidy()
    assert scene.said == []
    assert await scene.kept(post) == ()


async def test_privacy_tells_what_is_gone_and_what_is_not(scene: Scene) -> None:
    """Of three answers one is gone, one was dismissed before and counts for nothing, and one is still to be deleted."""
    newsroom, town = scene.newsroom, scene.newsroom.town
    _, dismissed = await scene.answered(scene.link("Dam"))
    await town.press(dismissed, scene.ana, "Dismiss")
    await scene.answered(scene.link())
    left, answer = await scene.answered(scene.link("Mill"))
    town.fail("DELETE", rf"/messages/{answer.id}$", 503)
    panel = await newsroom.answer(await town.slash(scene.place, scene.ana, "privacy delete"))
    await town.press(panel, scene.ana, "Delete it")
    await town.settle()
    assert "Your data and my 1 answer to you are deleted. Discord did not let me delete 1 answer" in panel.text
    assert scene.said == [answer]
    again = await newsroom.answer(await town.slash(scene.place, scene.ana, "privacy delete"))
    await town.press(again, scene.ana, "Delete it")
    await town.settle()
    assert "my 0 answers to you are deleted. Discord did not let me delete 1 answer" in again.text
    assert [part.kind for part in await scene.kept(left)] == [AnswerKind.REMOVED]
    await scene.tidy()
    assert scene.said == []
    assert await newsroom.parts.store.answers_of(scene.ana.id) == ()


# --- whose words they are ---------------------------------------------------------------------------------------------


def told(headline: str) -> str:
    """A story of a scene, as `Newsroom.link` tells it."""
    return f"{STORY}\n\n{headline}, the council said on Friday evening."


def signed(headline: str, site: str, author: str, day: int, story: str) -> str:
    """A page that says who wrote it, when and where."""
    head = (
        f'<meta name="author" content="{author}">'
        f'<meta property="article:published_time" content="2026-03-{day:02}T10:00:00Z">'
    )
    return page_of(story, headline, site=site, head=head)


async def test_page_of_another_site_speaks_for_itself(scene: Scene) -> None:
    """Two pages with one text, a file with a false title and a private brief: none lends the others its headline."""
    newsroom, town = scene.newsroom, scene.newsroom.town
    story = told(scene.headline())
    false = page_of(story, f"A false title {scene.number}", site="The False Post")
    ours = newsroom.site.page(f"/ours/{scene.number}", signed("Our own words", "The Post", "Mara Lind", 3, story))
    theirs = newsroom.site.page(f"/theirs/{scene.number}", signed("What they say", "The Wire", "Jonas Falk", 5, story))
    asked = await town.slash(
        newsroom.general, scene.ana, "summarize", file=town.file("x.html", false.encode(), "text/html")
    )
    assert "A false title" in (await newsroom.answer(asked)).text
    asked = await town.slash(newsroom.general, scene.ana, "summarize", link=theirs, private=True)
    private = await newsroom.answer(asked)
    assert "What they say" in private.text
    post, answer = await scene.answered(ours)
    assert f"[Our own words]({ours})" in answer.text
    assert "The Post" in answer.text
    for foreign in ("What they say", "The Wire", "Jonas Falk", "5 March", "A false title", "The False Post"):
        assert foreign not in answer.text
    assert [(part.headline, part.url) for part in await scene.kept(post)] == [("Our own words", ours)]


async def test_pointer_that_becomes_a_brief_has_its_own_headline(scene: Scene) -> None:
    """A copy at another address pointed to the first; when that goes, it says what its own page says."""
    story = told(scene.headline())
    ours, theirs = (
        scene.newsroom.site.page(f"/{name}/{scene.number}", page_of(story, headline, site=site))
        for name, headline, site in (("one", "Our own words", "The Post"), ("two", "What they say", "The Wire"))
    )
    first, _ = await scene.answered(ours)
    second, answer = await scene.answered(theirs)
    assert "Our own words" in answer.text
    await scene.delete(first)
    assert f"[What they say]({theirs})" in answer.text
    assert "Our own words" not in answer.text
    assert [(part.headline, part.url) for part in await scene.kept(second)] == [("What they say", theirs)]
