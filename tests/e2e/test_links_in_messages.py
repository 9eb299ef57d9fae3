"""Which links of a message are answered: as Discord renders them, and where they stand.

The tests share one town with one bot; each has a channel and a member of its own.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from itertools import count

import pytest
import pytest_asyncio

from config import limits
from config.guild import ChannelSettings, GuildSettings, Limits, Style
from playground.rules.state import Channel, Flag, Member
from tests.support.newsroom import HEADLINE, STORY, Newsroom
from tests.support.pdf import pdf_of

pytestmark = pytest.mark.asyncio(loop_scope="module")

NUMBERS = count(1)


@dataclass(frozen=True)
class Corner:
    """A watched channel of its own, and somebody who posts in it.

    Attributes:
        room: where it is.
        news: the channel.
        ana: who posts.
        number: tells its pages from those of other corners.
    """

    room: Newsroom
    news: Channel
    ana: Member
    number: int

    def url(self, path: str) -> str:
        """The address of a page of this corner."""
        return self.room.site.url(f"/{self.number}{path}")

    def link(self, path: str = "/harbour", story: str = STORY, headline: str = HEADLINE) -> str:
        """Serve a story and give its address."""
        return self.room.link(f"/{self.number}{path}", story, headline)

    def hits(self, path: str) -> int:
        """How often a page of this corner was asked for."""
        return self.room.site.hits[f"/{self.number}{path}"]


@pytest_asyncio.fixture(loop_scope="module")
async def corner(shared_newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Corner]:
    """A corner of the newsroom of this file; its channel alone is watched, and nothing else is chosen."""
    monkeypatch.setattr(limits, "PROXY_SECONDS", 0.2)  # Nobody here speaks through a proxy.
    town, guild, number = shared_newsroom.town, shared_newsroom.guild, next(NUMBERS)
    corner = Corner(shared_newsroom, town.channel(guild, f"news-{number}"), town.member(guild, f"ana-{number}"), number)
    settings = GuildSettings(watched={corner.news.id: ChannelSettings()})
    await town.settle()
    await shared_newsroom.parts.settings_cache.change(guild.id, shared_newsroom.olga.id, "test", lambda _: settings)
    yield corner
    await town.settle()


async def texts(corner: Corner, content: str) -> list[str]:
    """The texts of the answers to a message of Ana's."""
    post = await corner.room.town.post(corner.news, corner.ana, content)
    return [answer.text for answer in await corner.room.town.answers_to(post)]


@pytest.mark.parametrize(
    "content",
    ["<{url}>", "`{url}`", "```\n{url}\n```", "> {url}", ">>> somebody said\n{url}", "[text](<{url}>)"],
)
async def test_suppressed_links_are_left_alone(corner: Corner, content: str) -> None:
    """Angle brackets, code and quoted messages say: do not answer."""
    assert await texts(corner, content.format(url=corner.link())) == []
    assert corner.hits("/harbour") == 0


@pytest.mark.parametrize(
    "content",
    ["{url}", "read ({url}).", "[the harbour]({url})", "**{url}**", "{url}?utm_source=chat&fbclid=1#top", "see {url}!"],
)
async def test_links_are_found_as_discord_renders_them(corner: Corner, content: str) -> None:
    """Punctuation, parentheses, masks, emphasis and tracking parameters are no part of the article's address."""
    (answer,) = await texts(corner, content.format(url=corner.link()))
    assert f"[{HEADLINE}]({corner.url('/harbour')})" in answer


async def test_balanced_parentheses_belong_to_the_link(corner: Corner) -> None:
    """An address may hold a pair of parentheses itself."""
    url = corner.link("/Harbour_(Ellery)")
    (answer,) = await texts(corner, f"(see {url})")
    assert HEADLINE in answer
    assert corner.hits("/Harbour_(Ellery)") == 1


async def test_spoiler_is_answered_in_a_spoiler(corner: Corner) -> None:
    """A hidden link gets a hidden brief."""
    post = await corner.room.town.post(corner.news, corner.ana, f"||{corner.link()}||")
    answer = await corner.room.answer(post)
    assert [part["spoiler"] for part in answer.parts if part["type"] == 17] == [True]


async def test_two_links_get_one_answer(corner: Corner) -> None:
    """Several links get one answer, with the first two of them."""
    urls = [corner.link(f"/{name}", headline=f"{name} closes for good") for name in ("Harbour", "Mill", "School")]
    (answer,) = await texts(corner, " ".join(urls))
    assert "Harbour closes" in answer
    assert "Mill closes" in answer
    assert "School closes" not in answer
    assert corner.hits("/School") == 0


async def test_forwarded_message_is_read(corner: Corner) -> None:
    """The link of a forwarded message counts."""
    origin = await corner.room.town.post(corner.room.general, corner.room.ben, corner.link())
    post = await corner.room.town.post(corner.news, corner.ana, forward=origin)
    assert HEADLINE in (await corner.room.answer(post)).text


async def test_text_file_without_a_content_type_is_read(corner: Corner) -> None:
    """Discord makes message.txt of a long paste."""
    post = await corner.room.town.post(corner.news, corner.ana, attachments=[("message.txt", STORY.encode())])
    assert "Ada Quill" in (await corner.room.answer(post)).text


async def test_pdf_is_read(corner: Corner) -> None:
    """A PDF is read."""
    data = pdf_of(STORY)
    post = await corner.room.town.post(corner.news, corner.ana, attachments=[("harbour.pdf", data)])
    assert "Ada Quill" in (await corner.room.answer(post)).text


async def test_pictures_are_left_alone(corner: Corner) -> None:
    """A picture holds no article."""
    post = await corner.room.town.post(corner.news, corner.ana, attachments=[("harbour.png", b"\x89PNG", "image/png")])
    assert await corner.room.town.answers_to(post) == []


@pytest.mark.parametrize(
    "content",
    [
        "https://discord.com/channels/1/2/3",
        "https://www.youtube.com/watch?v=abcdefg",
        "https://news.example/",
        "https://cdn.example/picture.png",
        "good morning, has anybody news of the harbour?",
        "http://127.0.0.1:1/nobody-listens-here",
    ],
)
async def test_what_is_no_article_is_left_alone(corner: Corner, content: str) -> None:
    """Discord's own links, media, front pages, talk, and pages that fail: watching posts no error."""
    assert await texts(corner, content) == []


async def test_long_message_is_no_article(corner: Corner) -> None:
    """Who writes at length of himself is talking, not pasting."""
    rant = " ".join(
        f"I think my idea number {number} is better than yours. You know I am right." for number in range(12)
    )
    assert await texts(corner, rant) == []


async def test_bots_and_webhooks_are_skipped(corner: Corner) -> None:
    """Another bot's link and a webhook's stay unanswered where the channel does not want them."""
    url, robot = corner.link(), corner.room.town.user("robot", bot=True)
    by_bot = await corner.room.town.post(corner.news, robot, url)
    by_webhook = await corner.room.town.post(corner.news, robot, url, webhook=True)
    assert await corner.room.town.answers_to(by_bot) == []
    assert await corner.room.town.answers_to(by_webhook) == []


async def test_links_that_cannot_be_read_make_room(corner: Corner) -> None:
    """Two articles are briefed where two links before them lead nowhere."""
    dead = [corner.url(f"/nowhere/{number}") for number in range(2)]
    mill = corner.link("/mill", headline="Mill closes for good")
    post = await corner.room.town.post(corner.news, corner.ana, " ".join([*dead, corner.link(), mill]))
    answer = await corner.room.answer(post)
    assert HEADLINE in answer.text
    assert "Mill closes for good" in answer.text
    assert "2 of 4 links; ask for the others with /summarize." in answer.text


async def test_links_without_room_are_told(corner: Corner) -> None:
    """Of more links than an answer has room for, it says how many it briefs and how to have the others."""
    links = [corner.link(), *(corner.link(f"/mill/{number}", headline=f"Mill {number}") for number in range(7))]
    post = await corner.room.town.post(corner.news, corner.ana, " ".join(links))
    answer = await corner.room.answer(post)
    assert "2 of 8 links; ask for the others with /summarize." in answer.text
    await corner.room.town.edit(post, " ".join(links[:2]))
    await corner.room.town.settle()
    assert "ask for the others" not in answer.text
    # The same in answer to a mention, and where answers stand in threads.
    mention = f"{corner.room.town.bot.mention} {' '.join(links[2:5])}"
    asked = await corner.room.town.post(corner.room.general, corner.ana, mention)
    assert "2 of 3 links; ask for the others with /summarize." in (await corner.room.answer(asked)).text
    await corner.room.choose(style=Style.THREAD)
    threaded = await corner.room.town.post(corner.news, corner.ana, " ".join(links[4:]))
    head = await corner.room.answer(threaded)
    thread = corner.room.guild.channels[head.thread_id or 0]
    within = corner.room.town.messages(thread, by=corner.room.town.bot)
    told = [message for message in (head, *within) if "2 of 4 links; ask for the others" in message.text]
    assert len(told) == 1


async def test_links_in_a_feed_bots_embed(corner: Corner) -> None:
    """A feed bot's link counts in whichever part of its embed it stands, and in a forward of that message."""
    town, robot = corner.room.town, corner.room.town.user("robot", bot=True)
    await corner.room.choose(watched={corner.news.id: ChannelSettings(bots=True)}, repeat_hours=0)
    url, *others = (corner.link(f"/harbour-{number}", f"{STORY}\nSo it is, for {number} days.") for number in range(3))
    for embed in (
        {"description": f"Harbour closes: {others[0]}"},
        {"title": "Harbour", "fields": [{"name": "Story", "value": f"[read]({others[1]})"}]},
        {"author": {"name": "The Post", "url": url}},
    ):
        post = await town.post(corner.news, robot, embeds=[{"type": "rich", **embed}])
        assert HEADLINE in (await corner.room.answer(post)).text
    forward = await town.post(corner.news, corner.ana, forward=post)
    assert HEADLINE in (await corner.room.answer(forward)).text
    preview = await town.post(corner.news, corner.ana, "hm", embeds=[{"type": "article", "url": url}])
    assert await town.answers_to(preview) == []


async def test_system_messages_are_skipped(corner: Corner) -> None:
    """What Discord writes itself, such as a pin, is nobody's post."""
    post = await corner.room.town.post(corner.news, corner.ana, corner.link(), kind=6)
    assert await corner.room.town.answers_to(post) == []


async def test_threads_and_forum_posts_of_watched_channels_count(corner: Corner) -> None:
    """A thread is watched with its channel, and a forum's posts with the forum."""
    town = corner.room.town
    start = await town.post(corner.news, corner.room.ben, "harbour talk")
    thread = await town.thread(start, corner.room.ben, "harbour")
    assert HEADLINE in (await corner.room.answer(await town.post(thread, corner.ana, corner.link()))).text
    forum = town.channel(corner.room.guild, "ideas", 15)
    await corner.room.watch(corner.news, forum)
    url = corner.link("/mill", headline="Mill closes for good")
    _, post = await town.forum_post(forum, corner.ana, "the mill", url)
    assert "Mill closes" in (await corner.room.answer(post)).text


async def test_answer_never_pings(corner: Corner) -> None:
    """An answer mentions nobody, not even who is answered, makes no sound, and its text cannot ping."""
    story = STORY.replace("Ada Quill", "Ada @everyone Quill").replace("a long debate", "a debate with <@123>")
    url = corner.link("/ping", story, "Harbour @here closes <@&5>")
    answer = await corner.room.answer(await corner.room.town.post(corner.news, corner.ana, url))
    assert answer.pings == []
    assert answer.flags & Flag.SUPPRESS_NOTIFICATIONS
    (request,) = corner.room.town.requests("POST", f"/channels/{corner.news.id}/messages")
    assert request.body["allowed_mentions"] == {"parse": [], "replied_user": False}


@pytest.mark.parametrize("hours", [48, 0])
async def test_two_bots_that_answer_each_other_stop(corner: Corner, hours: int) -> None:
    """A bot that answers each answer with the same link, by name, in a reply and plainly, gets one answer in all."""
    town = corner.room.town
    await corner.room.choose(
        watched={corner.news.id: ChannelSettings(bots=True)},
        repeat_hours=hours,
        limits=Limits(None, None, None, None),
    )
    echo = town.user("echo", bot=True)
    url = corner.link()
    answered = await corner.room.answer(await town.post(corner.news, echo, url))
    assert HEADLINE in answered.text
    for _ in range(3):
        for said in town.messages(corner.news, by=town.bot):
            await town.post(corner.news, echo, f"{town.bot.mention} {url}", reply_to=said)
            await town.post(corner.news, echo, url, webhook=True)
        await town.settle()
    assert [said.id for said in town.messages(corner.news, by=town.bot)] == [answered.id]
    by_member = await town.post(corner.news, corner.ana, url)
    assert await town.answers_to(by_member) != []
