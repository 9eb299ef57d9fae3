"""`/why`, `/usage` and `/status`."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.domain.values.records import UsageRecord
from config.guild import ChannelSettings, Limits, Style
from playground.options import NotOfferedError
from playground.rules.state import Message
from tests.support.newsroom import HEADLINE, STORY, Newsroom


async def why(newsroom: Newsroom, what: str) -> str:
    """What `/why` says to Ben in #news."""
    told = await newsroom.answer(await newsroom.town.slash(newsroom.news, newsroom.ben, "why", what=what))
    assert told.ephemeral
    return told.text


async def why_of(newsroom: Newsroom, message: Message) -> str:
    """What the menu "Why no brief?" says to Ben of a message."""
    told = await newsroom.answer(await newsroom.town.context_menu(newsroom.ben, "Why no brief?", message))
    assert told.ephemeral
    return told.text


async def test_why_not_watched(newsroom: Newsroom) -> None:
    """An unwatched channel."""
    assert "not watched" in await why(newsroom, newsroom.link())


async def test_why_opted_out(newsroom: Newsroom) -> None:
    """An author who asked not to be answered."""
    await newsroom.watch()
    await newsroom.parts.settings_cache.opt_out(newsroom.ana.id, out=True)
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link())
    assert await newsroom.town.answers_to(post) == []
    assert "asked not to be answered" in await why_of(newsroom, post)


async def test_why_domain_denied(newsroom: Newsroom) -> None:
    """A domain that the server denies."""
    await newsroom.watch()
    await newsroom.choose(deny=("*.0.0.1",))
    assert "is not answered here (/config domains)" in await why(newsroom, newsroom.link())


async def test_why_limit(newsroom: Newsroom) -> None:
    """A member's limit that is reached."""
    await newsroom.watch()
    await newsroom.choose(limits=Limits(user_minute=1))
    await newsroom.answer(await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link()))
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link("/mill", headline="Mill closes"))
    assert await newsroom.town.answers_to(post) == []
    assert "A limit of this server was reached" in await why_of(newsroom, post)


async def test_why_repeat(newsroom: Newsroom) -> None:
    """An article that was briefed in the channel."""
    await newsroom.watch()
    answer = await newsroom.answer(await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link()))
    told = await why(newsroom, newsroom.link())
    assert "briefed here already" in told
    assert str(answer.id) in told


async def test_why_permission_missing(newsroom: Newsroom) -> None:
    """A permission that the bot lacks, in Discord's own name."""
    await newsroom.watch()
    newsroom.town.permit(newsroom.news, deny="read_message_history")
    await newsroom.town.settle()
    assert "I lack a permission in this channel: Read Message History." in await why(newsroom, newsroom.link())


async def test_why_page_unreadable(newsroom: Newsroom) -> None:
    """A page that cannot be had."""
    await newsroom.watch()
    assert "HTTP 404" in await why(newsroom, newsroom.site.url("/nowhere"))


async def test_why_it_would_be_answered_now(newsroom: Newsroom) -> None:
    """No gate stops it; nothing is posted, and no model is asked."""
    await newsroom.watch()
    assert await why(newsroom, newsroom.link()) == "It would be answered now."
    assert newsroom.town.messages(newsroom.news, seen_by=newsroom.ana) == []


async def test_why_of_what_people_paste(newsroom: Newsroom) -> None:
    """A link in marks, among words or without its scheme is the link; what has none is told so."""
    await newsroom.watch()
    url = newsroom.link()
    for what in (f"<{url}>", f"[the harbour]({url}).", f"Harbour closes {url}", f"||{url}||"):
        assert await why(newsroom, what) == "It would be answered now."
    for what in ("the harbour closes", "hello."):
        assert await why(newsroom, what) == "There is no link and no article in it."


async def test_why_it_was_answered(newsroom: Newsroom) -> None:
    """A message that has its answer, by its link and by its number."""
    await newsroom.watch()
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link())
    answer = await newsroom.answer(post)
    link = f"https://discord.com/channels/{newsroom.guild.id}/{newsroom.news.id}/{post.id}"
    for what in (link, str(post.id)):
        told = await why(newsroom, what)
        assert told.startswith("It was answered: ")
        assert told.endswith(str(answer.id))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("<{url}>", "angle brackets"),
        ("hello", "no link and no article"),
        ("https://discord.com/channels/1/2/3", "Discord itself"),
        ("https://news.example/", "front page"),
        ("https://news.example/a.png", "pictures"),
    ],
)
async def test_why_by_its_contents(newsroom: Newsroom, content: str, says: str) -> None:
    """What the message holds."""
    await newsroom.watch()
    post = await newsroom.town.post(newsroom.news, newsroom.ana, content.format(url=newsroom.link()))
    assert says in await why_of(newsroom, post)


async def test_why_a_file_is_not_read(newsroom: Newsroom) -> None:
    """`/why`, the menu "Summarize" and `/summarize` give the same reason, and Markdown is read as text."""
    await newsroom.watch()
    town = newsroom.town
    post = await town.post(newsroom.news, newsroom.ana, attachments=[("story.docx", b"PK\x03\x04")])
    says = "“story.docx” is a text processor's document; I read plain text, Markdown, HTML and PDF."
    assert says in await why_of(newsroom, post)
    asked = await town.context_menu(newsroom.ben, "Summarize", post)
    assert says in (await newsroom.answer(asked)).text
    given = town.file("story.docx", b"PK\x03\x04", None)
    asked = await town.slash(newsroom.news, newsroom.ben, "summarize", file=given)
    assert says in (await newsroom.answer(asked)).text
    plain = await town.post(newsroom.news, newsroom.ana, attachments=[("story.md", STORY.encode())])
    assert "Ada Quill" in (await newsroom.answer(plain)).text


async def _by_a_bot(newsroom: Newsroom) -> Message:
    return await newsroom.town.post(newsroom.news, newsroom.town.user("robot", bot=True), newsroom.link())


async def _by_discord(newsroom: Newsroom) -> Message:
    return await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link(), kind=6)


async def _where_one_reacts(newsroom: Newsroom) -> Message:
    await newsroom.choose(style=Style.REACTION, watched={newsroom.news.id: ChannelSettings()})
    return await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link())


async def _without_the_role(newsroom: Newsroom) -> Message:
    role = newsroom.town.role(newsroom.guild, "readers")
    await newsroom.choose(roles=(role.id,))
    return await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link())


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (_by_a_bot, "A bot or a webhook"),
        (_by_discord, "Discord's own"),
        (_where_one_reacts, "adds 📰"),
        (_without_the_role, "Only certain roles"),
    ],
)
async def test_why_by_its_author(newsroom: Newsroom, make: Callable[[Newsroom], Awaitable[Message]], says: str) -> None:
    """Who posted it, and how the server wants to be asked."""
    await newsroom.watch()
    assert says in await why_of(newsroom, await make(newsroom))


async def test_why_shows_no_message_that_the_asker_may_not_read(newsroom: Newsroom) -> None:
    """A hidden channel's message is as good as gone."""
    town = newsroom.town
    hidden = town.channel(newsroom.guild, "hidden")
    town.permit(hidden, who=newsroom.guild.roles[newsroom.guild.id], deny="view_channel")
    town.permit(hidden, allow="view_channel")
    await town.settle()
    post = await town.post(hidden, newsroom.olga, newsroom.link())
    link = f"https://discord.com/channels/{newsroom.guild.id}/{hidden.id}/{post.id}"
    assert "not there any more, or I may not see it" in await why(newsroom, link)


async def test_usage_shows_the_month_by_channel(newsroom: Newsroom) -> None:
    """Briefs, cache hits, tokens and money, by channel; another month by its name."""
    await newsroom.watch(newsroom.news, newsroom.general)
    url = newsroom.link()
    await newsroom.answer(await newsroom.town.post(newsroom.news, newsroom.ana, url))
    await newsroom.answer(await newsroom.town.post(newsroom.general, newsroom.ana, url))
    today = newsroom.parts.now().date()
    spent = UsageRecord(newsroom.guild.id, newsroom.news.id, today, 2, 2, 0, 1000, 234, 1.5)
    await newsroom.parts.store.record_usage(spent)
    shown = await newsroom.answer(await newsroom.town.slash(newsroom.news, newsroom.olga, "usage"))
    assert shown.ephemeral
    assert "3 briefs written · 1 from the cache · 1,234 tokens · $1.50 spent" in shown.text
    assert f"<#{newsroom.news.id}>: 3 briefs written · 0 from the cache" in shown.text
    assert f"<#{newsroom.general.id}>: 0 briefs written · 1 from the cache" in shown.text
    before = (today.replace(day=1) - timedelta(days=1)).strftime("%Y-%m")
    other = await newsroom.answer(await newsroom.town.slash(newsroom.news, newsroom.olga, "usage", month=before))
    assert "Nothing was briefed in that month." in other.text
    refused = await newsroom.answer(await newsroom.town.slash(newsroom.news, newsroom.olga, "usage", month="May"))
    assert refused.text == "I read months such as 2026-11."


async def test_usage_is_for_admins(newsroom: Newsroom) -> None:
    """A member is not offered the command."""
    with pytest.raises(NotOfferedError):
        await newsroom.town.slash(newsroom.news, newsroom.ana, "usage")


async def test_status_is_for_the_owner(newsroom: Newsroom) -> None:
    """The owner of the bot sees servers, shards, cache, engine and version; administrators are refused."""
    town = newsroom.town
    owner = town.member(newsroom.guild, town.owner, permissions="administrator")
    shown = await newsroom.answer(await town.slash(newsroom.news, owner, "status"))
    for line in (
        "Nutgraf 1.0.0",
        "1 server",
        "Shards: 0: ",
        "Briefs under way: 0",
        "Messages waiting for an answer: 0",
        "Cache: memory",
        "Engine: builtin",
    ):
        assert line in shown.text
    refused = await newsroom.answer(await town.slash(newsroom.news, newsroom.olga, "status"))
    assert refused.text == "Only the owner of the bot can ask that."
    with pytest.raises(NotOfferedError):
        await town.slash(newsroom.news, newsroom.ana, "status")
    with pytest.raises(NotOfferedError):
        await town.slash(town.dm(newsroom.ana), newsroom.ana, "status")


async def test_limits_of_a_minute(newsroom: Newsroom) -> None:
    """A member who asks too often is told so in private; what is cached stays free."""
    await newsroom.choose(limits=Limits(user_minute=1))
    first, second = newsroom.link(), newsroom.link("/mill", headline="Mill closes for good")

    async def summarize(link: str) -> Message:
        return await newsroom.answer(await newsroom.town.slash(newsroom.news, newsroom.ana, "summarize", link=link))

    assert HEADLINE in (await summarize(first)).text
    refused = await summarize(second)
    assert refused.ephemeral
    assert refused.text == "That is enough for this minute here; try again in a moment."
    assert HEADLINE in (await summarize(first)).text
