"""Which links of a message are answered: as Discord renders them, and where they stand."""

import pytest

from config.guild import ChannelSettings, Limits, Style
from playground.rules.state import Flag
from tests.support.newsroom import HEADLINE, STORY, Newsroom
from tests.support.pdf import pdf_of


@pytest.fixture(autouse=True)
async def _watched(newsroom: Newsroom) -> None:
    await newsroom.watch()


async def texts(newsroom: Newsroom, content: str) -> list[str]:
    """The texts of the answers to a message of Ana's."""
    post = await newsroom.town.post(newsroom.news, newsroom.ana, content)
    return [answer.text for answer in await newsroom.town.answers_to(post)]


@pytest.mark.parametrize(
    "content",
    ["<{url}>", "`{url}`", "```\n{url}\n```", "> {url}", ">>> somebody said\n{url}", "[text](<{url}>)"],
)
async def test_suppressed_links_are_left_alone(newsroom: Newsroom, content: str) -> None:
    """Angle brackets, code and quoted messages say: do not answer."""
    assert await texts(newsroom, content.format(url=newsroom.link())) == []
    assert newsroom.site.hits["/harbour"] == 0


@pytest.mark.parametrize(
    "content",
    ["{url}", "read ({url}).", "[the harbour]({url})", "**{url}**", "{url}?utm_source=chat&fbclid=1#top", "see {url}!"],
)
async def test_links_are_found_as_discord_renders_them(newsroom: Newsroom, content: str) -> None:
    """Punctuation, parentheses, masks, emphasis and tracking parameters are no part of the article's address."""
    (answer,) = await texts(newsroom, content.format(url=newsroom.link()))
    assert f"[{HEADLINE}]({newsroom.site.url('/harbour')})" in answer


async def test_balanced_parentheses_belong_to_the_link(newsroom: Newsroom) -> None:
    """An address may hold a pair of parentheses itself."""
    url = newsroom.link("/Harbour_(Ellery)")
    (answer,) = await texts(newsroom, f"(see {url})")
    assert HEADLINE in answer
    assert newsroom.site.hits["/Harbour_(Ellery)"] == 1


async def test_spoiler_is_answered_in_a_spoiler(newsroom: Newsroom) -> None:
    """A hidden link gets a hidden brief."""
    post = await newsroom.town.post(newsroom.news, newsroom.ana, f"||{newsroom.link()}||")
    answer = await newsroom.answer(post)
    assert [part["spoiler"] for part in answer.parts if part["type"] == 17] == [True]


async def test_two_links_get_one_answer(newsroom: Newsroom) -> None:
    """Several links get one answer, with the first two of them."""
    urls = [newsroom.link(f"/{name}", headline=f"{name} closes for good") for name in ("Harbour", "Mill", "School")]
    (answer,) = await texts(newsroom, " ".join(urls))
    assert "Harbour closes" in answer
    assert "Mill closes" in answer
    assert "School closes" not in answer
    assert newsroom.site.hits["/School"] == 0


async def test_forwarded_message_is_read(newsroom: Newsroom) -> None:
    """The link of a forwarded message counts."""
    origin = await newsroom.town.post(newsroom.general, newsroom.ben, newsroom.link())
    post = await newsroom.town.post(newsroom.news, newsroom.ana, forward=origin)
    assert HEADLINE in (await newsroom.answer(post)).text


async def test_text_file_without_a_content_type_is_read(newsroom: Newsroom) -> None:
    """Discord makes message.txt of a long paste."""
    post = await newsroom.town.post(newsroom.news, newsroom.ana, attachments=[("message.txt", STORY.encode())])
    assert "Ada Quill" in (await newsroom.answer(post)).text


async def test_pdf_is_read(newsroom: Newsroom) -> None:
    """A PDF is read."""
    data = pdf_of(STORY)
    post = await newsroom.town.post(newsroom.news, newsroom.ana, attachments=[("harbour.pdf", data)])
    assert "Ada Quill" in (await newsroom.answer(post)).text


async def test_pictures_are_left_alone(newsroom: Newsroom) -> None:
    """A picture holds no article."""
    post = await newsroom.town.post(newsroom.news, newsroom.ana, attachments=[("harbour.png", b"\x89PNG", "image/png")])
    assert await newsroom.town.answers_to(post) == []


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
async def test_what_is_no_article_is_left_alone(newsroom: Newsroom, content: str) -> None:
    """Discord's own links, media, front pages, talk, and pages that fail: watching posts no error."""
    assert await texts(newsroom, content) == []


async def test_long_message_is_no_article(newsroom: Newsroom) -> None:
    """Who writes at length of himself is talking, not pasting."""
    rant = " ".join(
        f"I think my idea number {number} is better than yours. You know I am right." for number in range(12)
    )
    assert await texts(newsroom, rant) == []


async def test_bots_and_webhooks_are_skipped(newsroom: Newsroom) -> None:
    """Another bot's link and a webhook's stay unanswered where the channel does not want them."""
    url, robot = newsroom.link(), newsroom.town.user("robot", bot=True)
    by_bot = await newsroom.town.post(newsroom.news, robot, url)
    by_webhook = await newsroom.town.post(newsroom.news, robot, url, webhook=True)
    assert await newsroom.town.answers_to(by_bot) == []
    assert await newsroom.town.answers_to(by_webhook) == []


async def test_links_that_cannot_be_read_make_room(newsroom: Newsroom) -> None:
    """Two articles are briefed where two links before them lead nowhere."""
    dead = [newsroom.site.url(f"/nowhere/{number}") for number in range(2)]
    mill = newsroom.link("/mill", headline="Mill closes for good")
    post = await newsroom.town.post(newsroom.news, newsroom.ana, " ".join([*dead, newsroom.link(), mill]))
    answer = await newsroom.answer(post)
    assert HEADLINE in answer.text
    assert "Mill closes for good" in answer.text
    assert "2 of 4 links; ask for the others with /summarize." in answer.text


async def test_links_without_room_are_told(newsroom: Newsroom) -> None:
    """Of more links than an answer has room for, it says how many it briefs and how to have the others."""
    links = [newsroom.link(), *(newsroom.link(f"/mill/{number}", headline=f"Mill {number}") for number in range(7))]
    post = await newsroom.town.post(newsroom.news, newsroom.ana, " ".join(links))
    answer = await newsroom.answer(post)
    assert "2 of 8 links; ask for the others with /summarize." in answer.text
    await newsroom.town.edit(post, " ".join(links[:2]))
    await newsroom.town.settle()
    assert "ask for the others" not in answer.text
    # The same in answer to a mention, and where answers stand in threads.
    mention = f"{newsroom.town.bot.mention} {' '.join(links[2:5])}"
    asked = await newsroom.town.post(newsroom.general, newsroom.ana, mention)
    assert "2 of 3 links; ask for the others with /summarize." in (await newsroom.answer(asked)).text
    await newsroom.choose(style=Style.THREAD)
    threaded = await newsroom.town.post(newsroom.news, newsroom.ana, " ".join(links[4:]))
    head = await newsroom.answer(threaded)
    thread = newsroom.guild.channels[head.thread_id or 0]
    within = newsroom.town.messages(thread, by=newsroom.town.bot)
    told = [message for message in (head, *within) if "2 of 4 links; ask for the others" in message.text]
    assert len(told) == 1


async def test_links_in_a_feed_bots_embed(newsroom: Newsroom) -> None:
    """A feed bot's link counts in whichever part of its embed it stands, and in a forward of that message."""
    town, robot = newsroom.town, newsroom.town.user("robot", bot=True)
    await newsroom.choose(watched={newsroom.news.id: ChannelSettings(bots=True)}, repeat_hours=0)
    url, *others = (
        newsroom.link(f"/harbour-{number}", f"{STORY}\nSo it is, for {number} days.") for number in range(3)
    )
    for embed in (
        {"description": f"Harbour closes: {others[0]}"},
        {"title": "Harbour", "fields": [{"name": "Story", "value": f"[read]({others[1]})"}]},
        {"author": {"name": "The Post", "url": url}},
    ):
        post = await town.post(newsroom.news, robot, embeds=[{"type": "rich", **embed}])
        assert HEADLINE in (await newsroom.answer(post)).text
    forward = await town.post(newsroom.news, newsroom.ana, forward=post)
    assert HEADLINE in (await newsroom.answer(forward)).text
    preview = await town.post(newsroom.news, newsroom.ana, "hm", embeds=[{"type": "article", "url": url}])
    assert await town.answers_to(preview) == []


async def test_system_messages_are_skipped(newsroom: Newsroom) -> None:
    """What Discord writes itself, such as a pin, is nobody's post."""
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link(), kind=6)
    assert await newsroom.town.answers_to(post) == []


async def test_threads_and_forum_posts_of_watched_channels_count(newsroom: Newsroom) -> None:
    """A thread is watched with its channel, and a forum's posts with the forum."""
    town = newsroom.town
    start = await town.post(newsroom.news, newsroom.ben, "harbour talk")
    thread = await town.thread(start, newsroom.ben, "harbour")
    assert HEADLINE in (await newsroom.answer(await town.post(thread, newsroom.ana, newsroom.link()))).text
    forum = town.channel(newsroom.guild, "ideas", 15)
    await newsroom.watch(newsroom.news, forum)
    url = newsroom.link("/mill", headline="Mill closes for good")
    _, post = await town.forum_post(forum, newsroom.ana, "the mill", url)
    assert "Mill closes" in (await newsroom.answer(post)).text


async def test_answer_never_pings(newsroom: Newsroom) -> None:
    """An answer mentions nobody, not even who is answered, makes no sound, and its text cannot ping."""
    story = STORY.replace("Ada Quill", "Ada @everyone Quill").replace("a long debate", "a debate with <@123>")
    url = newsroom.link("/ping", story, "Harbour @here closes <@&5>")
    answer = await newsroom.answer(await newsroom.town.post(newsroom.news, newsroom.ana, url))
    assert answer.pings == []
    assert answer.flags & Flag.SUPPRESS_NOTIFICATIONS
    (request,) = newsroom.town.requests("POST", f"/channels/{newsroom.news.id}/messages")
    assert request.body["allowed_mentions"] == {"parse": [], "replied_user": False}


@pytest.mark.parametrize("hours", [48, 0])
async def test_two_bots_that_answer_each_other_stop(newsroom: Newsroom, hours: int) -> None:
    """A bot that answers each answer with the same link, by name, in a reply and plainly, gets one answer in all."""
    town = newsroom.town
    await newsroom.choose(
        watched={newsroom.news.id: ChannelSettings(bots=True)},
        repeat_hours=hours,
        limits=Limits(None, None, None, None),
    )
    echo = town.user("echo", bot=True)
    url = newsroom.link()
    answered = await newsroom.answer(await town.post(newsroom.news, echo, url))
    assert HEADLINE in answered.text
    for _ in range(3):
        for said in town.messages(newsroom.news, by=town.bot):
            await town.post(newsroom.news, echo, f"{town.bot.mention} {url}", reply_to=said)
            await town.post(newsroom.news, echo, url, webhook=True)
        await town.settle()
    assert [said.id for said in town.messages(newsroom.news, by=town.bot)] == [answered.id]
    by_member = await town.post(newsroom.news, newsroom.ana, url)
    assert await town.answers_to(by_member) != []
