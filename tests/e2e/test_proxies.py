"""Members who speak through a proxy (PluralKit, Tupperbox): a webhook repeats their message, which is deleted."""

import asyncio

from config.guild import ChannelSettings, Limits
from playground.rules.state import Member, Message
from tests.support.newsroom import HEADLINE, Newsroom

WEBHOOK = 77
PLURALKIT = 466378653216014359


async def proxied(
    newsroom: Newsroom, who: Member, said: str, *, name: str = "River", again: str | None = None, first: bool = False
) -> Message:
    """Say something through a proxy, which deletes the original first, or a moment after its own message."""
    town = newsroom.town
    original = await town.post(newsroom.news, who, f"r: {said}")
    if first:
        await town.delete(original)
    copy = await town.post(newsroom.news, town.user(name, bot=True), again or said, webhook=WEBHOOK)
    if not first:
        await asyncio.sleep(0.2)
        await town.delete(original)
    await town.settle()
    return copy


async def test_proxied_messages_are_their_members(newsroom: Newsroom) -> None:
    """Each is answered once, as its member's: with Dismiss, limits by name, mentions, opt-outs, a channel's switch."""
    town = newsroom.town
    await newsroom.watch()
    first = await proxied(newsroom, newsroom.ana, newsroom.link())
    (answer,) = await town.answers_to(first)
    assert HEADLINE in answer.text
    assert town.messages(newsroom.news, by=town.bot) == [answer]
    await town.press(answer, newsroom.ben, "Dismiss")
    assert await town.answers_to(first) == [answer]
    await town.press(answer, newsroom.ana, "Dismiss")
    assert await town.answers_to(first) == []
    asked = len(town.requests("POST", f"/channels/{newsroom.news.id}/messages"))
    # Who is known to use a proxy is waited for: nothing is posted that would have to go.
    second = await proxied(newsroom, newsroom.ana, newsroom.link("/mill", headline="Mill closes"), first=True)
    assert len(await town.answers_to(second)) == 1
    assert len(town.requests("POST", f"/channels/{newsroom.news.id}/messages")) == asked + 1
    # A mention in such a message, in a channel that nobody watches.
    await newsroom.choose(watched={})
    mention = f"{town.bot.mention} {newsroom.link('/school', headline='School closes')}"
    third = await proxied(newsroom, newsroom.ana, mention)
    assert "School closes" in (await town.answers_to(third))[0].text
    # Limits count each name by itself.
    await newsroom.watch()
    await newsroom.choose(limits=Limits(user_minute=1, channel_minute=None))
    await newsroom.forget()
    copies = [
        await proxied(newsroom, newsroom.ana, newsroom.link(f"/story/{name}", headline=f"{name} closes"), name=name)
        for name in ("Sky", "Rain")
    ]
    assert [len(await town.answers_to(copy)) for copy in copies] == [1, 1]
    # Who does not want to be answered is not, and a channel may leave proxies alone.
    await newsroom.choose(limits=Limits())
    await newsroom.parts.settings_cache.opt_out(newsroom.ana.id, out=True)
    unwanted = await proxied(newsroom, newsroom.ana, newsroom.link("/a", headline="A closes"))
    assert await town.answers_to(unwanted) == []
    await newsroom.parts.settings_cache.opt_out(newsroom.ana.id, out=False)
    said = await newsroom.config("proxies", channel=newsroom.news, answered=False)
    assert "through a proxy is left alone" in said.text
    left = await proxied(newsroom, newsroom.ana, newsroom.link("/b", headline="B closes"))
    assert await town.answers_to(left) == []


async def test_other_webhooks_are_no_members(newsroom: Newsroom) -> None:
    """A webhook that repeats nothing is a bot; a proxy's own application speaks for members whom nobody knows."""
    town = newsroom.town
    await newsroom.watch()
    url = newsroom.link()
    feed = town.user("feed", bot=True)
    kept = await town.post(newsroom.news, newsroom.ben, "good morning")
    other = await proxied(newsroom, newsroom.ben, "good morning to all", again=f"news: {url}")
    assert await town.answers_to(other) == []
    assert await town.answers_to(kept) == []
    known = await town.post(newsroom.news, feed, url, webhook=WEBHOOK, application=PLURALKIT)
    assert HEADLINE in (await newsroom.answer(known)).text
    where = f"https://discord.com/channels/{newsroom.guild.id}/{newsroom.news.id}/{known.id}"
    reply = {"type": "rich", "author": {"name": "river"}, "description": f"[Reply to:]({where}) look"}
    asked = await town.post(
        newsroom.news, feed, f"{town.bot.mention}?", webhook=WEBHOOK, application=PLURALKIT, embeds=[reply]
    )
    assert HEADLINE in (await newsroom.answer(asked)).text
    await town.edit(known, f"look: {newsroom.link('/mill', headline='Mill closes')}")
    await town.settle()
    assert "Mill closes" in (await newsroom.answer(known)).text
    await newsroom.choose(watched={newsroom.news.id: ChannelSettings(bots=True)})
    answered = await town.post(newsroom.news, feed, newsroom.link("/school", headline="School closes"), webhook=WEBHOOK)
    assert "School closes" in (await newsroom.answer(answered)).text
