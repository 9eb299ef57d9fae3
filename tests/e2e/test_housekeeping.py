"""The daily sweep: by the retention of the settings, once over all processes, and servers that were left."""

import asyncio
import logging
from datetime import datetime, timedelta

import pytest

from bot.app.composition import open_parts
from bot.domain.values.records import QuoteQuery
from config.guild import GuildSettings
from tests.support.newsroom import Newsroom


async def swept(newsroom: Newsroom, caplog: pytest.LogCaptureFixture, *, days: int, is_off: bool = False) -> None:
    """Move the time and start the bot anew, or at all where it is off; its first round sweeps."""
    newsroom.ahead += timedelta(days=days)
    caplog.clear()
    with caplog.at_level(logging.INFO, logger="cogs.housekeeping"):
        if is_off:
            newsroom.bot = await newsroom.start()
        else:
            await newsroom.restart()
        await newsroom.town.until(lambda: True if "the daily sweep deleted" in caplog.text else None, "the sweep")


async def test_old_answers_and_quotes_are_deleted(newsroom: Newsroom, caplog: pytest.LogCaptureFixture) -> None:
    """What is older than the retention is gone, and what is younger stays."""
    await newsroom.watch()
    old = await newsroom.answer(await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link("/old")))
    await swept(newsroom, caplog, days=newsroom.parts.retention_days - 1)
    assert await newsroom.parts.store.answer(old.id) != ()
    # A posted message would be older than the bot's time allows to answer it; a command is of this moment.
    link = newsroom.link("/young", headline="A younger story")
    young = await newsroom.answer(await newsroom.town.slash(newsroom.news, newsroom.ana, "summarize", link=link))
    await swept(newsroom, caplog, days=2)
    assert await newsroom.parts.store.answer(old.id) == ()
    assert await newsroom.parts.store.answer(young.id) != ()
    found, _ = await newsroom.parts.store.find_quotes(QuoteQuery(newsroom.guild.id))
    assert {quote.answer for quote in found} == {young.id}


async def test_sweep_is_done_once_a_day_over_all_processes(
    newsroom: Newsroom, caplog: pytest.LogCaptureFixture
) -> None:
    """The first process sweeps the day; another, and a restart, leave it at that."""
    await swept(newsroom, caplog, days=1)
    async with open_parts(newsroom.process, newsroom.desk_parts, now=newsroom.now) as second:
        assert not await second.store.claim(f"sweep:{newsroom.now().date()}")
    caplog.clear()
    with caplog.at_level(logging.INFO, logger="cogs.housekeeping"):
        await newsroom.restart()
        await asyncio.sleep(0.2)
    assert "the daily sweep" not in caplog.text


async def test_left_server_is_deleted_after_its_days(newsroom: Newsroom, caplog: pytest.LogCaptureFixture) -> None:
    """Thirty days after the bot was thrown out, settings, answers and quotes of the server are gone."""
    await newsroom.watch()
    answer = await newsroom.answer(await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link()))
    await newsroom.town.leave(newsroom.guild)
    await newsroom.town.settle()
    await swept(newsroom, caplog, days=29)
    assert await newsroom.parts.store.answer(answer.id) != ()
    await swept(newsroom, caplog, days=1)
    assert await newsroom.parts.store.answer(answer.id) == ()
    assert await newsroom.parts.store.settings(newsroom.guild.id) == GuildSettings()
    assert (await newsroom.parts.store.find_quotes(QuoteQuery(newsroom.guild.id)))[1] == 0


async def test_server_that_comes_back_keeps_its_data(newsroom: Newsroom, caplog: pytest.LogCaptureFixture) -> None:
    """An admin who invites the bot again within the month finds everything as it was."""
    await newsroom.watch()
    await newsroom.town.leave(newsroom.guild)
    await newsroom.town.settle()
    await swept(newsroom, caplog, days=20)
    await newsroom.town.invite(newsroom.guild)
    await newsroom.town.settle()
    await swept(newsroom, caplog, days=20)
    assert newsroom.news.id in (await newsroom.parts.store.settings(newsroom.guild.id)).watched


@pytest.mark.parametrize("comes_back", [False, True])
async def test_server_that_was_left_while_the_bot_was_away_is_noticed(
    newsroom: Newsroom, caplog: pytest.LogCaptureFixture, *, comes_back: bool
) -> None:
    """Nobody tells the bot of a server that it lost, or regained, while it was off: it looks for itself."""
    await newsroom.watch()
    await newsroom.town.stop(newsroom.bot)
    await newsroom.town.leave(newsroom.guild)
    await swept(newsroom, caplog, days=1, is_off=True)
    if comes_back:
        await newsroom.town.stop(newsroom.bot)
        await newsroom.town.invite(newsroom.guild)
    await swept(newsroom, caplog, days=20, is_off=comes_back)
    await swept(newsroom, caplog, days=20)
    watched = (await newsroom.parts.store.settings(newsroom.guild.id)).watched
    assert bool(watched) == comes_back


async def test_failing_round_is_logged_and_the_bot_goes_on(
    newsroom: Newsroom, caplog: pytest.LogCaptureFixture
) -> None:
    """A clock that fails once breaks one round; the bot still answers."""

    def broken() -> datetime:
        raise OverflowError("no such day")

    now = newsroom.parts.now
    await newsroom.restart(now=broken)
    await newsroom.town.until(lambda: True if "a round of housekeeping failed" in caplog.text else None, "the line")
    await newsroom.restart(now=now)
    await newsroom.watch()
    assert (await newsroom.answer(await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link()))).text
