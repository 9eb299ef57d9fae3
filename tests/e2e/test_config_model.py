"""`/config` where a model writes: the briefs' language, and the limits of a day in briefs and in money."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.adapters.database.opening import open_database
from bot.adapters.database.sql_spending import SqlSpending
from bot.app.composition import database_of
from bot.briefing.budget import Budget
from bot.briefing.metered_desk import DAY_SPENT, OPERATOR_SPENT
from bot.domain.values.spending import Bounds, Scope
from config.settings import Secret
from playground.rules.state import Message
from tests.support.model_server import ModelServer, brief_json, completion
from tests.support.newsroom import STORY, Newsroom
from tests.support.site import Site
from tests.support.town import Town

BY_MODEL = "openai:scripted"


@pytest.fixture
async def with_model(tmp_path: Path) -> AsyncIterator[tuple[Newsroom, ModelServer]]:
    """A newsroom whose #news is watched and whose bot asks a model, a brief of which costs 0.003."""
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(ModelServer(completion(brief_json())))
        town = await stack.enter_async_context(Town())
        site = await stack.enter_async_context(Site())
        newsroom = Newsroom(
            town,
            site,
            tmp_path,
            openai_api_key=Secret("key"),
            openai_base_url=server.base_url,
            openai_model="scripted",
            openai_price_in=2.0,
            openai_price_out=10.0,
        )
        room = await stack.enter_async_context(newsroom)
        await room.watch()
        yield room, server
        await town.settle()
        assert town.violations == []


async def brief(newsroom: Newsroom, number: int) -> Message:
    """The answer to a story of its own."""
    url = newsroom.link(f"/story{number}", STORY.replace("nine years", f"{number + 20} years"))
    return await newsroom.answer(await newsroom.town.post(newsroom.news, newsroom.ana, url))


async def test_language_of_a_model(with_model: tuple[Newsroom, ModelServer]) -> None:
    """The model is asked for the language, and the admin is told that briefs are in it."""
    newsroom, server = with_model
    told = await newsroom.config("language", language="Romanian")
    assert "Briefs are in Romanian, and so are my own words around them." in told.text
    await brief(newsroom, 1)
    assert "in Romanian" in server.asked[0]["messages"][1]["content"]


async def test_limit_of_a_day_in_briefs(with_model: tuple[Newsroom, ModelServer]) -> None:
    """Over it the built-in engine writes and says why, the admin is told once, and a higher limit works at once."""
    newsroom, server = with_model
    told = await newsroom.config("limits", day="1")
    assert "model briefs per day: 1" in told.text
    assert "Over a limit of a day (UTC) I brief by rules" in told.text
    assert BY_MODEL in (await brief(newsroom, 1)).text
    second = await brief(newsroom, 2)
    assert BY_MODEL not in second.text
    assert DAY_SPENT in second.text
    await brief(newsroom, 3)
    assert len(server.asked) == 1
    (notice,) = newsroom.town.messages(newsroom.town.dm(newsroom.olga), by=newsroom.town.bot)
    assert "The budget of your server for today is spent." in notice.text
    await newsroom.config("limits", day="none")
    assert BY_MODEL in (await brief(newsroom, 4)).text


async def test_limit_of_a_day_in_money(with_model: tuple[Newsroom, ModelServer]) -> None:
    """Once the day has cost as much, the built-in engine writes."""
    newsroom, server = with_model
    told = await newsroom.config("limits", money="0,005")
    assert "model cost per day: $0.005" in told.text
    assert BY_MODEL in (await brief(newsroom, 1)).text
    assert BY_MODEL in (await brief(newsroom, 2)).text
    assert DAY_SPENT in (await brief(newsroom, 3)).text
    assert len(server.asked) == 2


async def test_operators_budget(with_model: tuple[Newsroom, ModelServer]) -> None:
    """Over it the built-in engine writes and says why, for a button as for a message, and `/status` tells the owner."""
    newsroom, server = with_model
    town = newsroom.town
    async with open_database(database_of(newsroom.process)) as database:
        bounds = {Scope.ALL: Bounds(briefs=1)}
        store, metrics = SqlSpending(database), newsroom.parts.metrics
        await newsroom.restart(budget=Budget(store=store, bounds=bounds, metrics=metrics, now=newsroom.now))
        first = await brief(newsroom, 1)
        assert BY_MODEL in first.text
        assert OPERATOR_SPENT in (await brief(newsroom, 2)).text
        panel = await newsroom.answer(await town.press(first, newsroom.ana, "More"))
        longer = await newsroom.answer(await town.press(panel, newsroom.ana, "Longer"))
        assert BY_MODEL not in longer.text
        assert OPERATOR_SPENT in longer.text
        assert len(server.asked) == 1
        owner = town.member(newsroom.guild, town.owner, permissions="administrator")
        shown = await newsroom.answer(await town.slash(newsroom.news, owner, "status"))
        assert "Today's budget for the model is spent" in shown.text
