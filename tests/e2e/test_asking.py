"""Asking about somebody's message: by a mention somewhere below it, by an edit, by a reaction."""

import pytest

from config import limits
from config.guild import ChannelSettings, Limits, Style
from playground.rules.state import Message
from tests.support.newsroom import HEADLINE, Newsroom

PAYWALL = """<!doctype html><html lang="en"><head><title>Inside the merger</title>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Inside the merger",
"isAccessibleForFree": false}</script></head><body><article><h1>Inside the merger</h1>
<p>The two shipyards had been rivals for ninety years when their owners met.</p>
<p>Subscribe to read the full article.</p></article></body></html>"""


async def test_a_mention_finds_the_article(newsroom: Newsroom) -> None:
    """In a thread of the link's message, in a reply to a reply, in one to the bot's answer, and added by an edit."""
    town, bot = newsroom.town, newsroom.town.bot
    post = await town.post(newsroom.general, newsroom.ben, newsroom.link())
    thread = await town.thread(post, newsroom.ben, "the harbour")
    await town.post(thread, newsroom.ben, "what is it about?")
    in_thread = await newsroom.answer(await town.post(thread, newsroom.ana, f"{bot.mention} please"))
    assert HEADLINE in in_thread.text
    reply = await town.post(newsroom.general, newsroom.ben, "well", reply_to=post)
    again = await town.post(newsroom.general, newsroom.ana, f"{bot.mention}?", reply_to=reply)
    answer = await newsroom.answer(again)
    assert HEADLINE in answer.text
    below = await town.post(newsroom.general, newsroom.ana, f"{bot.mention} again", reply_to=answer)
    assert HEADLINE in (await newsroom.answer(below)).text
    edited = await town.post(newsroom.general, newsroom.ana, "what is that?", reply_to=post)
    assert await town.answers_to(edited) == []
    await town.edit(edited, f"{bot.mention} what is that?")
    assert HEADLINE in (await newsroom.answer(edited)).text
    await town.edit(edited, f"{bot.mention} what is all that?")
    assert len(await town.answers_to(edited)) == 1
    thanks = await town.post(newsroom.general, newsroom.ana, f"{bot.mention} thank yuo")
    assert "Give me a link" in (await newsroom.answer(thanks)).text
    town.later(seconds=600)
    await town.edit(thanks, f"{bot.mention} thank you")
    assert len(await town.answers_to(thanks)) == 1


async def test_a_reaction_that_gets_nothing_says_why(newsroom: Newsroom) -> None:
    """Either newspaper asks; a wall, a dead link, nothing at all and a limit have their signs, which go again."""
    town = newsroom.town
    await newsroom.choose(
        watched={newsroom.news.id: ChannelSettings()}, style=Style.REACTION, limits=Limits(user_minute=3)
    )
    wall = newsroom.site.page("/wall", PAYWALL)
    post = await town.post(newsroom.news, newsroom.ana, newsroom.link())
    locked = await town.post(newsroom.news, newsroom.ana, wall)
    dead = await town.post(newsroom.news, newsroom.ana, newsroom.site.url("/nowhere"))
    empty = await town.post(newsroom.news, newsroom.ana, "good morning")
    late = await town.post(newsroom.news, newsroom.ana, newsroom.link("/mill", headline="Mill closes"))
    for asked, emoji in ((post, "🗞️"), (locked, "📰"), (dead, "📰"), (empty, "📰"), (late, "📰")):
        await town.react(asked, newsroom.ben, emoji)
        await town.settle()
    assert HEADLINE in (await newsroom.answer(post)).text
    assert [signs(newsroom, asked) for asked in (post, locked, dead, empty, late)] == [
        [],
        ["🔒"],
        ["❓"],
        ["❓"],
        ["⏳"],
    ]
    await newsroom.bot.signs.stop()
    assert [signs(newsroom, asked) for asked in (locked, dead, empty, late)] == [[], [], [], []]


async def test_signs_in_watched_channels_are_a_choice(newsroom: Newsroom) -> None:
    """A locked article in a watched channel is passed over in silence, or with a sign where the server wants it."""
    town = newsroom.town
    await newsroom.watch()
    wall = newsroom.site.page("/wall", PAYWALL)
    silent = await town.post(newsroom.news, newsroom.ana, wall)
    await town.settle()
    assert signs(newsroom, silent) == []
    said = await newsroom.config("signs", shown=True)
    assert "**Signs:** shown" in said.text
    signed = await town.post(newsroom.news, newsroom.ana, wall)
    await town.settle()
    assert signs(newsroom, signed) == ["🔒"]
    town.permit(newsroom.news, deny="add_reactions")
    unsigned = await town.post(newsroom.news, newsroom.ana, wall)
    await town.settle()
    assert signs(newsroom, unsigned) == []


async def test_a_feed_is_answered_within_the_channels_limit(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a bot posts at once is all answered, later where the channel's minute is full, whatever a member's limit."""
    monkeypatch.setattr(limits, "BUSY_SECONDS", 1.0)
    town, robot = newsroom.town, newsroom.town.user("feed", bot=True)
    await newsroom.choose(
        watched={newsroom.news.id: ChannelSettings(bots=True)}, limits=Limits(user_minute=1, channel_minute=2)
    )
    posts = [
        await town.post(newsroom.news, robot, newsroom.link(f"/{number}", headline=f"Story {number} is told"))
        for number in range(5)
    ]
    await town.until(lambda: len(_answered(newsroom, posts)) >= 2 or None, "the first answers")
    assert len(_answered(newsroom, posts)) == 2
    await newsroom.choose(limits=Limits(user_minute=1, channel_minute=20))
    await town.until(lambda: len(_answered(newsroom, posts)) >= 5 or None, "the late answers")


def signs(newsroom: Newsroom, message: Message) -> list[str]:
    """The bot's reactions to a message."""
    return [emoji for emoji, users in message.reactions.items() if newsroom.town.bot.id in users]


def _answered(newsroom: Newsroom, posts: list[Message]) -> set[int]:
    there = {m.replies_to for m in newsroom.town.messages(newsroom.news, by=newsroom.town.bot)}
    return {post.id for post in posts} & {number for number in there if number}
