"""A command that was promised an answer has it, whatever becomes of the process that promised it."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from config import limits
from config.guild import Limits
from playground.rules.state import Interaction, Message
from tests.support.newsroom import HEADLINE, STORY, Newsroom
from tests.support.patience import PATIENCE

LONG_AGO = timedelta(seconds=limits.PROMISE_SECONDS + 60)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that is told to stop waits for nobody, and the next one looks at once."""
    monkeypatch.setattr(limits, "CLOSE_SECONDS", 0.1)
    monkeypatch.setattr(limits, "PROMISE_LOOK_SECONDS", 0.1)
    monkeypatch.setattr(limits, "PROMISE_LEASE_SECONDS", 3.0)


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


TEXT = "\n\n".join(f"{STORY} This is telling number {number}." for number in range(3))
SAID = "We have waited for nine years"


async def all_broken_off(newsroom: Newsroom, asked: Mapping[str, Interaction]) -> dict[str, Message]:
    """The process ends while Discord lets it wait with the answers; what the next one answers, once each."""
    held = newsroom.town.discord.api.failures[-1]
    await newsroom.town.until(lambda: held.times <= 0 or None, "every answer is on its way")
    await newsroom.town.stop(newsroom.bot)
    newsroom.bot = await newsroom.start()
    answers = {name: await newsroom.answer(interaction) for name, interaction in asked.items()}
    for name, interaction in asked.items():
        assert len(await newsroom.town.answers_to(interaction)) == 1, name
        assert "broken off" not in answers[name].text, name
    return answers


def hold(newsroom: Newsroom, count: int) -> None:
    """Let Discord wait with so many answers, and refuse them then: their process has ended by that time."""
    newsroom.town.fail("PATCH", "/messages/@original$", 503, times=count, seconds=2.0)


async def test_every_command_is_finished_by_the_next_process(newsroom: Newsroom) -> None:
    """Whatever shows "thinking …" is done once more: with options, texts, files, messages, and what admins ask."""
    town, ana, news = newsroom.town, newsroom.ana, newsroom.news
    await newsroom.choose(limits=Limits(user_minute=None, channel_minute=None))
    await newsroom.watch()
    url = newsroom.link()
    post = await town.post(news, ana, url)
    await newsroom.answer(post)
    file = town.file("story.txt", TEXT.encode(), "text/plain")
    other = ("other.txt", TEXT.replace("Ellery", "Norwick").encode(), "text/plain")
    uploaded = await town.post(newsroom.general, ana, "", attachments=[other])
    pasted = await town.post(newsroom.general, ana, STORY.replace("Ellery", "Hallam"))
    domains = town.file("domains.txt", b"deny gossip.example", "text/plain")
    hold(newsroom, 11)
    asked = {
        "quotes": await town.slash(news, ana, "quotes", words="waited"),
        "quotes since": await town.slash(news, ana, "quotes", speaker="Ada Quill", since="yesterday"),
        "digest": await town.slash(news, ana, "digest"),
        "text": await town.slash(news, ana, "summarize", text=TEXT, private=True),
        "file": await town.slash(newsroom.general, ana, "summarize", file=file, private=True),
        "menu of a file": await town.context_menu(ana, "Summarize", uploaded),
        "menu of a text": await town.context_menu(ana, "Summarize", pasted),
        "why": await town.slash(newsroom.general, ana, "why", what=url),
        "menu of why": await town.context_menu(ana, "Why no brief?", post),
        "check": await town.slash(newsroom.general, newsroom.olga, "config check"),
        "import": await town.slash(newsroom.general, newsroom.olga, "config domains import", file=domains),
    }
    answers = await all_broken_off(newsroom, asked)
    for name, words in {
        "quotes": SAID,
        "quotes since": SAID,
        "digest": HEADLINE,
        "text": "Port Ellery",
        "file": "Port Ellery",
        "menu of a file": "Port Norwick",
        "menu of a text": "Port Hallam",
        "why": "not watched",
        "menu of why": "answered",
        "check": "#",
        "import": "I read 1 domain",
    }.items():
        assert words in answers[name].text, (name, answers[name].text)
    public = {"menu of a file", "menu of a text"}
    assert {name for name, answer in answers.items() if not answer.ephemeral} == public


async def test_every_button_is_finished_by_the_next_process(newsroom: Newsroom) -> None:
    """Longer, More, all quotes, a link that was chosen and Share, of briefs that the cache has let go; shared once."""
    town, ana, news = newsroom.town, newsroom.ana, newsroom.news
    await newsroom.choose(limits=Limits(user_minute=None, channel_minute=None))
    await newsroom.watch()
    said = [f"“The {what} cannot wait another winter,” said the mayor, Ada Quill." for what in ("pier", "ferry", "dam")]
    answer = await newsroom.answer(await town.post(news, ana, newsroom.link(story="\n\n".join([STORY, *said]))))
    panel = await newsroom.answer(await town.press(answer, newsroom.ben, "More"))
    every = next(button["label"] for button in panel.buttons if "quotes" in button["label"])
    longer = await newsroom.answer(await town.press(panel, newsroom.ben, "Longer"))
    links = newsroom.link("/mill", headline="Mill of Port Ellery opens"), newsroom.link("/dam", headline="Dam breaks")
    which = await newsroom.answer(
        await town.context_menu(ana, "Summarize", await town.post(newsroom.general, ana, " ".join(links)))
    )
    await newsroom.forget_briefs()
    hold(newsroom, 5)
    asked = {
        "More": await town.press(answer, newsroom.ben, "More"),
        "quotes": await town.press(panel, newsroom.ben, every),
        "Longer": await town.press(panel, newsroom.ben, "Longer"),
        "Share": await town.press(longer, newsroom.ben, "Share to channel"),
        "which": await town.choose(which, ana, "Choose a link", f"o{links[1]}"),
    }
    answers = await all_broken_off(newsroom, asked)
    assert {button["label"] for button in answers["More"].buttons} == {button["label"] for button in panel.buttons}
    assert "The dam cannot wait" in answers["quotes"].text
    assert answers["Longer"].text.startswith(longer.text)  # It says besides when the page was read.
    assert HEADLINE in answers["Share"].text
    assert "Dam breaks" in answers["which"].text
    assert {name for name, shown in answers.items() if not shown.ephemeral} == {"Share", "which"}
    again = await newsroom.answer(await town.press(longer, newsroom.ben, "Share to channel"))
    assert "shared this already" in again.text


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
    """A long text stands in the cache alone: without that, who asked is told that the work was broken off."""
    readers = newsroom.readers()
    for reader in readers:
        reader.suspend()
    text = "\n\n".join(f"{STORY} This is telling number {number}." for number in range(3))
    asked = await newsroom.town.slash(newsroom.news, newsroom.ana, "summarize", text=text, private=True)
    await newsroom.town.until(lambda: newsroom.parts.desk.under_way or None, "the text is being read")
    await newsroom.town.stop(newsroom.bot)
    for reader in readers:
        reader.resume()
    await newsroom.forget()
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
    claimed = await newsroom.parts.work_store.claim_promises(
        count=5, until=newsroom.now() + timedelta(hours=1), is_for_us=lambda _: True
    )
    assert claimed == ()
    assert len(newsroom.town.requests("PATCH", ".*/webhooks/.*")) == before
