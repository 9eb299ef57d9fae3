"""`/digest` gives a day's or a week's briefs in one answer, and a server may have it posted daily."""

import asyncio
import logging
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.app.client import Nutgraf
from bot.app.composition import open_parts
from cogs.shared.daily_digests import DailyDigests
from config.guild import DigestPlan
from playground.rules.state import Channel, Message
from tests.support.newsroom import HEADLINE, STORY, Newsroom

FIRST = "Ferry sails from Saltby until the spring"
SECOND = "Second bus runs between the harbours"


async def brief(newsroom: Newsroom, path: str, headline: str, *, where: Channel | None = None) -> Message:
    """A story of its own is briefed in a channel, by default in #news."""
    story = STORY.replace("Port Ellery", f"Port {path.strip('/').title()}")
    url = newsroom.link(path, story, headline)
    return await newsroom.answer(await newsroom.town.post(where or newsroom.news, newsroom.ana, url))


async def digest(newsroom: Newsroom, *, where: Channel | None = None, **options: object) -> Message:
    """What /digest answers to a member."""
    return await newsroom.answer(await newsroom.town.slash(where or newsroom.news, newsroom.ben, "digest", **options))


async def test_digest_of_a_day_has_headlines_links_and_a_sentence(newsroom: Newsroom) -> None:
    """Each article once, the latest first: its headline linked, its news, its site, a jump link; in private."""
    await newsroom.watch()
    first = await brief(newsroom, "/ferry", FIRST)
    second = await brief(newsroom, "/bus", SECOND)
    await brief(newsroom, "/bus", SECOND)
    shown = await digest(newsroom)
    assert shown.seen_by == newsroom.ben.id
    assert f"Digest of <#{newsroom.news.id}>" in shown.text
    assert "2 articles" in shown.text
    assert f"[{FIRST}]({newsroom.site.url('/ferry')})" in shown.text
    assert "-# The Ellery Post (127.0.0.1) · [the brief](" in shown.text
    jump = f"https://discord.com/channels/{newsroom.guild.id}/{newsroom.news.id}"
    assert shown.text.index(f"({jump}/{second.id})") < shown.text.index(f"({jump}/{first.id})")
    news = first.text.split("- ", 1)[1].split("\n", 1)[0].split(" [↗]", 1)[0]
    assert shown.text.count(f"\n{news}\n-# ") == 1


async def test_digest_of_a_week_reaches_further(newsroom: Newsroom) -> None:
    """What is three days old is in the week's digest, not in the day's; an empty time is one sentence."""
    await newsroom.watch()
    await brief(newsroom, "/ferry", FIRST)
    newsroom.ahead = timedelta(days=3)
    assert f"Nothing was briefed in <#{newsroom.news.id}>" in (await digest(newsroom)).text
    assert FIRST in (await digest(newsroom, span="week")).text


async def test_digest_is_of_one_channel_with_its_threads(newsroom: Newsroom) -> None:
    """By default it is of this channel; another is named; threads count to their channel."""
    thread = await newsroom.town.thread(newsroom.news, newsroom.ana.user, "ferry")
    await newsroom.watch()
    await brief(newsroom, "/ferry", FIRST, where=thread)
    assert FIRST in (await digest(newsroom)).text
    assert FIRST in (await digest(newsroom, where=thread)).text
    assert "Nothing was briefed" in (await digest(newsroom, where=newsroom.general)).text
    assert FIRST in (await digest(newsroom, where=newsroom.general, channel=newsroom.news)).text


async def test_digest_of_a_hidden_channel_is_refused(newsroom: Newsroom) -> None:
    """Who may not read a channel gets no digest of it."""
    await newsroom.watch()
    await brief(newsroom, "/ferry", FIRST)
    newsroom.town.permit(newsroom.news, who=newsroom.ben, deny="read_message_history")
    await newsroom.town.settle()
    shown = await digest(newsroom, where=newsroom.general, channel=newsroom.news)
    assert shown.text == "You may not read what was said in that channel."


async def test_spoiler_stays_one_in_a_digest(newsroom: Newsroom) -> None:
    """What was answered in a spoiler is hidden in the digest too."""
    await newsroom.watch()
    await newsroom.answer(await newsroom.town.post(newsroom.news, newsroom.ana, f"||{newsroom.link()}||"))
    assert f"**||[{HEADLINE}](" in (await digest(newsroom)).text


# --- posted daily ---------------------------------------------------------------------------------------------------


# Their full hours are half an hour apart, so that one of them is near: a bot answers no post of an hour ago.
ZONES = ("Europe/Bucharest", "Asia/Kolkata")


async def plan(newsroom: Newsroom, channel: Channel) -> datetime:
    """Have the digest posted in a channel at the next full hour of a zone, over a minute away; gives that time."""
    hours = {zone: _next_hour(newsroom.now() + timedelta(minutes=1), zone) for zone in ZONES}
    zone = min(hours, key=hours.__getitem__)
    await newsroom.choose(digest=DigestPlan(channel.id, hours[zone].hour, zone))
    return hours[zone].astimezone(UTC)


def _next_hour(now: datetime, zone: str) -> datetime:
    return (now + timedelta(hours=1)).astimezone(ZoneInfo(zone)).replace(minute=0, second=0, microsecond=0)


async def look(newsroom: Newsroom, at: datetime) -> list[Message]:
    """Move the time, let the bot look for digests once, and give what is in #general of the bot then."""
    newsroom.ahead = at - datetime.now(UTC)
    await DailyDigests(newsroom.bot).look()
    await newsroom.town.settle()
    return newsroom.town.messages(newsroom.general, by=newsroom.town.bot)


async def test_digest_is_posted_daily_at_its_hour(newsroom: Newsroom) -> None:
    """It comes at its hour and not before, once a day, for everybody to see, silently and without a ping."""
    await newsroom.watch()
    await brief(newsroom, "/ferry", FIRST)
    at = await plan(newsroom, newsroom.general)
    assert await look(newsroom, at - timedelta(seconds=2)) == []
    (posted,) = await look(newsroom, at + timedelta(seconds=2))
    assert "Digest of this server" in posted.text
    assert FIRST in posted.text
    assert f"<#{newsroom.news.id}>" in posted.text
    assert posted.seen_by is None
    assert posted.pings == []
    assert len(await look(newsroom, at + timedelta(minutes=1))) == 1
    await brief(newsroom, "/bus", SECOND)
    posts = await look(newsroom, at + timedelta(days=1, minutes=1))
    assert len(posts) == 2
    assert SECOND in posts[1].text
    assert FIRST not in posts[1].text


async def test_digest_that_was_missed_is_posted_after_a_restart(newsroom: Newsroom) -> None:
    """A bot that was away at the hour posts the digest by itself when it is back, and no second one later."""
    await newsroom.watch()
    await brief(newsroom, "/ferry", FIRST)
    at = await plan(newsroom, newsroom.general)
    newsroom.ahead = at + timedelta(hours=2) - datetime.now(UTC)
    mark = newsroom.town.discord.service.ids.next()
    await newsroom.restart()
    posted = await newsroom.town.until(
        lambda: next(
            (m for m in newsroom.general.messages.values() if m.id > mark and m.author is newsroom.town.bot), None
        )
    )
    assert FIRST in posted.text
    await newsroom.restart()
    assert len(await look(newsroom, at + timedelta(hours=3))) == 1


async def test_plan_that_is_made_after_its_hour_begins_the_next_day(newsroom: Newsroom) -> None:
    """Whoever plans a digest for an hour that is past gets none at once: /config said that the first comes tomorrow."""
    await newsroom.watch()
    newsroom.ahead = datetime.now(UTC).replace(minute=30) - datetime.now(UTC)
    await brief(newsroom, "/ferry", FIRST)
    hour = newsroom.now().replace(minute=0, second=0, microsecond=0)
    await newsroom.choose(digest=DigestPlan(newsroom.general.id, hour.hour, "UTC"))
    assert await look(newsroom, newsroom.now() + timedelta(minutes=1)) == []
    (posted,) = await look(newsroom, hour + timedelta(days=1, seconds=2))
    assert FIRST in posted.text


async def test_digest_that_is_hours_late_is_left_out(newsroom: Newsroom) -> None:
    """A digest of the morning is not posted at night."""
    await newsroom.watch()
    await brief(newsroom, "/ferry", FIRST)
    at = await plan(newsroom, newsroom.general)
    assert await look(newsroom, at + timedelta(hours=5)) == []


async def test_one_process_of_several_posts_a_digest(newsroom: Newsroom) -> None:
    """A second process on the same database, with the same server, posts none."""
    await newsroom.watch()
    await brief(newsroom, "/ferry", FIRST)
    at = await plan(newsroom, newsroom.general)
    async with open_parts(newsroom.process, newsroom.desk_parts, now=newsroom.now) as second:
        other = await newsroom.town.start(lambda: Nutgraf(second))
        newsroom.ahead = at + timedelta(seconds=2) - datetime.now(UTC)
        await asyncio.gather(DailyDigests(newsroom.bot).look(), DailyDigests(other).look())
        assert len(await look(newsroom, at + timedelta(minutes=2))) == 1
        await newsroom.town.stop(other)


async def test_nothing_to_report_is_no_message(newsroom: Newsroom) -> None:
    """A day without briefs has no digest."""
    at = await plan(newsroom, newsroom.general)
    assert await look(newsroom, at + timedelta(seconds=2)) == []


async def test_posted_digest_tells_nothing_of_hidden_channels(newsroom: Newsroom) -> None:
    """A channel that not everybody sees who sees the digest's is left out of it."""
    await newsroom.watch()
    await brief(newsroom, "/ferry", FIRST)
    everyone = newsroom.guild.roles[newsroom.guild.id]
    newsroom.town.permit(newsroom.news, who=everyone, deny="view_channel")
    newsroom.town.permit(newsroom.news, allow="view_channel")
    await newsroom.town.settle()
    at = await plan(newsroom, newsroom.general)
    assert await look(newsroom, at + timedelta(seconds=2)) == []


async def test_posted_digest_tells_nothing_of_age_restricted_channels(newsroom: Newsroom) -> None:
    """What stands in an age-restricted channel is left out of a digest that is posted elsewhere."""
    adult = newsroom.town.channel(newsroom.guild, "adult", nsfw=True)
    await newsroom.watch(newsroom.news, adult)
    await brief(newsroom, "/ferry", FIRST, where=adult)
    await brief(newsroom, "/bus", SECOND)
    at = await plan(newsroom, newsroom.general)
    (posted,) = await look(newsroom, at + timedelta(seconds=2))
    assert SECOND in posted.text
    assert FIRST not in posted.text


async def test_digest_without_its_channel_is_a_line_in_the_log(
    newsroom: Newsroom, caplog: pytest.LogCaptureFixture
) -> None:
    """A deleted channel, or a permission that the bot lacks, is logged, and the bot goes on."""
    await newsroom.watch()
    await brief(newsroom, "/ferry", FIRST)
    at = await plan(newsroom, newsroom.general)
    newsroom.town.permit(newsroom.general, deny="send_messages")
    await newsroom.town.settle()
    with caplog.at_level(logging.WARNING):
        assert await look(newsroom, at + timedelta(seconds=2)) == []
        assert "Send Messages" in caplog.text
        plan_now = (await newsroom.parts.settings_cache.settings(newsroom.guild.id)).digest
        assert plan_now is not None
        await newsroom.choose(digest=replace(plan_now, channel=5))
        await look(newsroom, at + timedelta(days=1, seconds=2))
    assert "channel 5 is not there" in caplog.text
