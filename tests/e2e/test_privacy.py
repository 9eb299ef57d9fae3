"""`/privacy`: what is kept and for how long, not to be answered, and to have deleted what is stored of oneself."""

import pytest

from bot.app.composition import open_parts
from bot.domain.values.records import Kept, QuoteQuery
from config import limits
from config.guild import Style
from playground.members import Person
from playground.rules.state import Channel, Message
from tests.support.newsroom import Newsroom
from tests.support.patience import until


async def privacy(
    newsroom: Newsroom, command: str, *, place: Channel | None = None, who: Person | None = None
) -> Message:
    """What a sub-command of /privacy answers to a member."""
    asked = await newsroom.town.slash(place or newsroom.general, who or newsroom.ana, f"privacy {command}")
    return await newsroom.answer(asked)


async def press(newsroom: Newsroom, panel: Message, label: str) -> Message:
    """ButtonId a button of the panel; gives the panel."""
    await newsroom.town.press(panel, newsroom.ana, label)
    await newsroom.town.settle()
    return panel


async def test_what_is_kept_is_told(newsroom: Newsroom) -> None:
    """What is kept, for how long, and what of the asker: in private, as it is stored."""
    await newsroom.watch()
    await newsroom.answer(await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link()))
    shown = await privacy(newsroom, "show")
    assert shown.seen_by == newsroom.ana.id
    assert f"deleted after {newsroom.parts.retention_days} days" in shown.text
    assert f"deleted {limits.LEFT_DAYS} days later" in shown.text
    assert "Never what the message says" in shown.text
    assert "no text is sent to a language model" in shown.text
    assert "1 article that I briefed for you, in 1 server" in shown.text
    assert "- nothing" in (await privacy(newsroom, "show", who=newsroom.ben)).text


async def test_nothing_of_a_message_is_kept_but_its_numbers(newsroom: Newsroom) -> None:
    """No table holds what a member wrote around the link."""
    await newsroom.watch()
    said = "nobody-else-may-know"
    await newsroom.answer(await newsroom.town.post(newsroom.news, newsroom.ana, f"{said} {newsroom.link()}"))
    folder = newsroom.process.data_folder
    stored = b"".join([file.read_bytes() for file in folder.glob("nutgraf.sqlite*")])
    assert str(newsroom.ana.id).encode() not in stored  # Numbers are stored as numbers.
    assert said.encode() not in stored
    assert b"Port Ellery" in stored or b"another winter" in stored


@pytest.mark.parametrize("trigger", ["button", "command"])
async def test_opted_out_member_is_not_answered(newsroom: Newsroom, trigger: str) -> None:
    """After an opt-out a watched link stays unanswered; after an opt-in it is answered again."""
    await newsroom.watch()
    if trigger == "button":
        panel = await press(newsroom, await privacy(newsroom, "show"), "Stop answering my links")
    else:
        panel = await privacy(newsroom, "opt-out")
    assert "I no longer answer your links" in panel.text
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link())
    assert await newsroom.town.answers_to(post) == []
    assert await newsroom.town.answers_to(await newsroom.town.post(newsroom.news, newsroom.ben, newsroom.link())) != []
    if trigger == "button":
        panel = await press(newsroom, panel, "Answer my links again")
    else:
        panel = await privacy(newsroom, "opt-in")
    assert "I answer your links again" in panel.text
    other = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link("/again"))
    assert (await newsroom.answer(other)).text


async def test_opted_out_member_can_still_ask(newsroom: Newsroom) -> None:
    """A command is a wish of its own, and is answered."""
    await privacy(newsroom, "opt-out")
    asked = await newsroom.town.slash(newsroom.general, newsroom.ana, "summarize", link=newsroom.link())
    assert "another winter" in (await newsroom.answer(asked)).text


async def test_opt_out_works_in_every_process(newsroom: Newsroom) -> None:
    """What a member tells one process holds in another on the same database, once that has looked."""
    await newsroom.watch()
    async with open_parts(newsroom.process, newsroom.desk_parts) as second:
        await second.settings_cache.opt_out(newsroom.ana.id, out=True)
        await until(lambda: newsroom.ana.id in newsroom.parts.settings_cache.opted_out)
        post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link())
        assert await newsroom.town.answers_to(post) == []
        await privacy(newsroom, "opt-in")
        await until(lambda: second.settings_cache.opted_out == frozenset())
    assert limits.SETTINGS_LOOK_SECONDS < 1


@pytest.mark.parametrize("trigger", ["button", "command"])
async def test_what_is_stored_is_deleted_with_the_answers(newsroom: Newsroom, trigger: str) -> None:
    """After a second question all answers to the member go, with what is known of them, and nobody else's."""
    await newsroom.watch()
    mine = await newsroom.answer(await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link()))
    other = newsroom.link("/other", headline="Another story of the harbour")
    theirs = await newsroom.answer(
        await newsroom.town.post(newsroom.general, newsroom.ben, f"{newsroom.town.bot.mention} {other}")
    )
    if trigger == "button":
        panel = await press(newsroom, await privacy(newsroom, "show"), "Delete what is stored about me")
    else:
        panel = await privacy(newsroom, "delete")
    assert "cannot be undone" in panel.text
    assert mine.id in newsroom.news.messages
    await press(newsroom, panel, "Delete it")
    assert "Done. Your data and my 1 answer to you are deleted." in panel.text
    assert "- nothing" in panel.text
    assert mine.id not in newsroom.news.messages
    assert theirs.id in newsroom.general.messages
    store = newsroom.parts.store
    assert await store.kept_of(newsroom.ana.id) == Kept()
    found, _ = await store.find_quotes(QuoteQuery(newsroom.guild.id))
    assert {quote.answer for quote in found} == {theirs.id}


async def test_deletion_that_is_not_meant_deletes_nothing(newsroom: Newsroom) -> None:
    """The button to keep it leaves everything as it was."""
    await newsroom.watch()
    mine = await newsroom.answer(await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link()))
    panel = await press(newsroom, await privacy(newsroom, "delete"), "Keep it")
    assert "1 article that I briefed for you" in panel.text
    assert mine.id in newsroom.news.messages


async def test_deletion_takes_threads_and_private_answers(newsroom: Newsroom) -> None:
    """An answer in a thread goes with its thread, and one in direct messages goes too."""
    await newsroom.watch()
    await newsroom.choose(style=Style.THREAD)
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link())
    await newsroom.town.settle()
    dm = newsroom.town.dm(newsroom.ana)
    private = await newsroom.answer(await newsroom.town.post(dm, newsroom.ana, newsroom.link("/second")))
    assert (await newsroom.parts.store.kept_of(newsroom.ana.id)).answers == 2
    await press(newsroom, await privacy(newsroom, "delete"), "Delete it")
    assert await newsroom.town.answers_to(post) == []
    assert private.id not in dm.messages
    assert await newsroom.parts.store.kept_of(newsroom.ana.id) == Kept()


async def test_nothing_stored_is_said(newsroom: Newsroom) -> None:
    """Who was never answered has nothing to delete."""
    assert "Nothing is stored about you" in (await privacy(newsroom, "delete")).text


async def test_admins_changes_stay_without_them(newsroom: Newsroom) -> None:
    """A change of settings stays in the books, and does not say who made it."""
    await newsroom.watch()
    assert "1 change of settings" in (await privacy(newsroom, "show", who=newsroom.olga)).text
    panel = await privacy(newsroom, "delete", who=newsroom.olga)
    await newsroom.town.press(panel, newsroom.olga, "Delete it")
    await newsroom.town.settle()
    assert {change.user for change in await newsroom.parts.store.audit(newsroom.guild.id, count=9)} == {0}
    assert newsroom.news.id in (await newsroom.parts.settings_cache.settings(newsroom.guild.id)).watched


async def test_privacy_is_offered_everywhere(newsroom: Newsroom) -> None:
    """In direct messages, and where only its user has the bot, the same is told, in private."""
    newsroom.town.install_for(newsroom.ana)
    elsewhere = newsroom.town.guild("Elsewhere", installed=False, members=[])
    visitor = newsroom.town.member(elsewhere, newsroom.ana.user)
    for place, who in (
        (newsroom.town.dm(newsroom.ana), newsroom.ana),
        (newsroom.town.private(newsroom.ana, newsroom.ben), newsroom.ana),
        (elsewhere.channel("general"), visitor),
    ):
        shown = await privacy(newsroom, "show", place=place, who=who)
        assert "What I keep" in shown.text
        assert shown.seen_by == newsroom.ana.id


async def test_buttons_work_after_a_restart(newsroom: Newsroom) -> None:
    """The panel of yesterday still does what it says."""
    panel = await privacy(newsroom, "show")
    await newsroom.restart()
    await press(newsroom, panel, "Stop answering my links")
    assert newsroom.ana.id in newsroom.parts.settings_cache.opted_out
