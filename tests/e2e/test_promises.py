"""A command that was promised an answer has it, whatever becomes of the process that promised it."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from config import limits
from playground.rules.state import Interaction
from tests.support.newsroom import STORY, Newsroom
from tests.support.patience import PATIENCE

LONG_AGO = timedelta(seconds=limits.PROMISE_SECONDS + 60)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that is told to stop waits for nobody, and the next one looks at once."""
    monkeypatch.setattr(limits, "CLOSE_SECONDS", 0.1)
    monkeypatch.setattr(limits, "PROMISE_LOOK_SECONDS", 0.1)


async def broken_off(newsroom: Newsroom, **options: Any) -> Interaction:
    """Ask for the brief of a page; the process ends as soon as it has promised an answer and begun to read."""
    url, go_on = newsroom.held("/slow")
    asked = await newsroom.town.slash(newsroom.news, newsroom.ana, "summarize", link=url, **options)
    await newsroom.town.until(lambda: newsroom.site.hits["/slow"] or None, "the page is asked for")
    await newsroom.town.stop(newsroom.bot)
    assert all(answer.loading for answer in await newsroom.town.answers_to(asked))
    go_on.set()
    return asked


@pytest.mark.parametrize("private", [True, False])
async def test_command_is_finished_by_the_next_process(newsroom: Newsroom, private: bool) -> None:  # A case.
    """What was asked with a link is answered in the place of its placeholder, once."""
    asked = await broken_off(newsroom, private=private)
    newsroom.bot = await newsroom.start()
    answer = await newsroom.answer(asked)
    assert "Harbour" in answer.text
    assert answer.ephemeral is private
    assert len(await newsroom.town.answers_to(asked)) == 1
    kept = await newsroom.parts.store.answer(answer.id)
    assert bool(kept) is not private
    await newsroom.restart()
    await newsroom.town.settle()
    assert newsroom.site.hits["/slow"] <= 2


async def test_process_that_stops_waits_for_what_begins_meanwhile(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A command that comes while a process lets another one end is answered by that process too."""
    monkeypatch.setattr(limits, "CLOSE_SECONDS", PATIENCE)
    first, go_on = newsroom.held("/slow")
    second, go_on_later = newsroom.held("/later")
    early = await newsroom.town.slash(newsroom.news, newsroom.ana, "summarize", link=first, private=True)
    await newsroom.town.until(lambda: newsroom.site.hits["/slow"] or None, "the page is asked for")
    stopping = asyncio.create_task(newsroom.town.stop(newsroom.bot))
    await asyncio.sleep(0.1)
    late = await newsroom.town.slash(newsroom.news, newsroom.ana, "summarize", link=second, private=True)
    go_on.set()
    await newsroom.town.until(lambda: newsroom.site.hits["/later"] or None, "the later page is asked for")
    go_on_later.set()
    await stopping
    for asked in (early, late):
        assert "Harbour" in (await newsroom.answer(asked)).text
    newsroom.bot = await newsroom.start()


async def test_what_went_with_the_process_is_said(newsroom: Newsroom) -> None:
    """A pasted text is kept nowhere: who asked is told that the work was broken off."""
    readers = newsroom.readers()
    for reader in readers:
        reader.suspend()
    text = "\n\n".join(f"{STORY} This is telling number {number}." for number in range(3))
    asked = await newsroom.town.slash(newsroom.news, newsroom.ana, "summarize", text=text, private=True)
    await newsroom.town.until(lambda: newsroom.parts.desk.under_way or None, "the text is being read")
    await newsroom.town.stop(newsroom.bot)
    for reader in readers:
        reader.resume()
    newsroom.bot = await newsroom.start()
    answer = await newsroom.answer(asked)
    assert "broken off" in answer.text


async def test_nothing_is_shown_once_discord_takes_no_answer(newsroom: Newsroom) -> None:
    """After fifteen minutes a promise is let go: Discord would take no answer, and nobody is told anything false."""
    await broken_off(newsroom)
    newsroom.ahead = LONG_AGO
    before = len(newsroom.town.requests("PATCH", ".*/webhooks/.*"))
    newsroom.bot = await newsroom.start()
    await newsroom.town.settle()
    claimed = await newsroom.parts.work_store.claim_promises(count=5, until=newsroom.now() + timedelta(hours=1))
    assert claimed == ()
    assert len(newsroom.town.requests("PATCH", ".*/webhooks/.*")) == before
