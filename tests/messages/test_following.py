"""What becomes of an answer: edits, deletions, dismissals, reading anew, and what commands show."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.briefing.limiter import Asker
from bot.domain.chat.view import View
from bot.domain.values.source import Link
from bot.domain.values.wish import Wish
from bot.errors import (
    BrokenOffError,
    DeliveryError,
    HttpStatusError,
    PassingRefusalError,
)
from bot.messages.answers.answer import Answer
from bot.messages.answers.delivering import Through
from bot.messages.answers.part import Location
from bot.messages.answers.records import answers_of
from bot.messages.following import Forgotten
from bot.messages.posts.post import Trigger, look_into
from config import limits
from config.guild import ChannelSettings
from tests.support.chat import ANA, GUILD, NEWS, Speaker, is_hidden
from tests.support.fakes import STORY
from tests.support.patience import until
from tests.support.speakers import answer_to, heard, hidden, in_threads

BEN, GENERAL = 8, 3_000
ASKER = Asker(BEN, NEWS, GUILD)


# --- edits ------------------------------------------------------------------------------------------------------------


async def test_edit_is_followed(speaker: Speaker) -> None:
    """Another link changes the answer, bars hide it, the same link changes nothing, no link ends it."""
    harbour, mill = speaker.link("harbour"), speaker.link("mill")
    post, answer = await heard(speaker, harbour)
    await speaker.edit(post, mill)
    assert "The mill closes" in speaker.shown[0]
    await speaker.edit(post, f"||{mill}||")
    assert is_hidden(speaker.chat.messages[Location(NEWS, answer.id)])
    calls = len(speaker.chat.calls)
    assert not await speaker.edit(post, f"look: ||{mill}||")
    assert len(speaker.chat.calls) == calls
    assert not await speaker.edit(post, "never mind")
    assert (speaker.chat.messages, await speaker.kept(post)) == ({}, ())


async def test_edit_in_a_thread_points_to_what_its_channel_had(speaker: Speaker) -> None:
    """A repeat is one in the channel where the messages stand, though the answers stand in threads."""
    await in_threads(speaker)
    harbour, mill = speaker.link("harbour"), speaker.link("mill")
    await heard(speaker, harbour)
    post, _ = await heard(speaker, mill)
    await speaker.edit(post, harbour)
    answer = await answer_to(speaker, post)
    assert [part.url for part in answer.pointers] == [harbour]
    assert answer.briefs == ()


async def test_edit_that_brings_a_link_is_heard(speaker: Speaker) -> None:
    """A message without an answer is heard as a new one where its links changed, but not in private."""
    url = speaker.link("harbour")
    post = speaker.post("wait for it")
    assert await speaker.edit(post, url)
    assert not await speaker.edit(post, "never mind")
    assert not await speaker.edit(replace(post, guild=None), url)
    post = speaker.post(url, author=BEN)
    await speaker.parts.settings_cache.opt_out(BEN, out=True)
    assert not await speaker.speaking.answering.wants(post, look_into(post))
    assert not await speaker.edit(post, f"look: {url}")
    assert await speaker.edit(post, speaker.link("mill"))


async def test_edit_of_a_message_from_before_the_watching_is_left_alone(speaker: Speaker) -> None:
    """Old messages are not answered because somebody mends a typo in them."""
    post = speaker.post(speaker.link("harbour"))
    since = next(speaker.chat.ids)
    first = replace(speaker.post("hello"), id=since)
    await speaker.choose(lambda old: replace(old, watched={NEWS: ChannelSettings(since=since)}))
    assert not await speaker.edit(post, speaker.link("mill"))
    assert await speaker.edit(first, speaker.link("mill"))


async def test_edit_that_discord_refuses_is_logged(speaker: Speaker, caplog: pytest.LogCaptureFixture) -> None:
    """The record stays as it was, so that the next edit is followed."""
    post, answer = await heard(speaker, speaker.link("harbour"))
    for fault in (DeliveryError(), hidden()):
        speaker.chat.faults["edit"] = [fault]
        await speaker.edit(post, speaker.link("mill"))
        assert await answer_to(speaker, post) == answer
    assert "could not be changed" in caplog.text
    await speaker.edit(post, speaker.link("mill"))
    assert "The mill closes" in speaker.shown[0]


async def test_edit_of_what_was_deleted_meanwhile_is_a_dismissal(speaker: Speaker) -> None:
    """A moderator took the answer away a moment before: it stays away."""
    post, answer = await heard(speaker, speaker.link("harbour"))
    speaker.chat.messages.clear()
    await speaker.edit(post, speaker.link("mill"))
    assert (await answer_to(speaker, post)).put_away
    assert speaker.chat.messages == {}
    assert answer.is_live


async def test_answer_that_was_asked_for_by_name_follows_where_nobody_watches(speaker: Speaker) -> None:
    """Unwatching a channel leaves its answers to their messages."""
    post, _ = await heard(speaker, speaker.link("harbour"))
    await speaker.choose(lambda old: replace(old, watched={}))
    await speaker.edit(post, speaker.link("mill"))
    assert "The mill closes" in speaker.shown[0]


async def test_edit_by_who_opted_out_ends_the_answer(speaker: Speaker) -> None:
    """What the gates stop now is not answered any more."""
    post, _ = await heard(speaker, speaker.link("harbour"))
    await speaker.parts.settings_cache.opt_out(ANA, out=True)
    await speaker.edit(post, speaker.link("mill"))
    assert speaker.chat.messages == {}


# --- ends -------------------------------------------------------------------------------------------------------------


async def test_message_that_is_deleted_while_it_is_read_has_no_answer(speaker: Speaker) -> None:
    """The answer that was on its way goes as soon as it is there."""
    speaker.fetcher.delay = 0.05
    post = speaker.post(speaker.link("harbour"))
    reading = asyncio.create_task(speaker.say(post))
    await until(lambda: speaker.fetcher.fetched)
    await speaker.speaking.following.deleted([post.id])
    await reading
    assert (speaker.chat.messages, await speaker.kept(post)) == ({}, ())


async def test_deleted_messages_are_remembered_for_a_while(speaker: Speaker, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only so many: the oldest is forgotten first."""
    monkeypatch.setattr(limits, "GONE_REMEMBERED", 1)
    posts = [speaker.post(speaker.link(name)) for name in ("harbour", "mill")]
    await speaker.speaking.following.deleted([post.id for post in posts])
    for post in posts:
        await speaker.say(post)
    assert [bool(await speaker.kept(post)) for post in posts] == [True, False]


async def test_answer_that_somebody_deleted_was_dismissed(speaker: Speaker) -> None:
    """It is remembered, and neither an edit nor the page's new text brings it back."""
    url = speaker.link("harbour")
    post, answer = await heard(speaker, url)
    speaker.chat.messages.clear()
    await speaker.speaking.following.deleted([answer.id])
    assert "delete" not in speaker.chat.calls
    speaker.cache.clear()
    speaker.fetcher.stories[url] = STORY.replace("Monday", "Tuesday")
    await speaker.edit(post, f"{url} {speaker.link('mill')}")
    assert ["The mill closes" in text for text in speaker.shown] == [True]
    assert "Tuesday" not in speaker.shown[0]


async def test_dismissal_is_remembered(speaker: Speaker) -> None:
    """By its button; in a thread, the head and the thread go with it."""
    await in_threads(speaker)
    post, answer = await heard(speaker, speaker.link("harbour"))
    await speaker.speaking.following.dismissed(answer.id)
    assert (speaker.chat.threads, list(speaker.chat.messages)) == ({}, [])
    assert (await answer_to(speaker, post)).put_away
    await speaker.speaking.following.dismissed(answer.id)
    assert await speaker.say(post)
    assert speaker.chat.messages == {}


async def test_place_that_is_deleted_takes_its_answers(speaker: Speaker) -> None:
    """A channel's answers are forgotten; a thread of the bot's own that somebody deletes is a dismissal."""
    await in_threads(speaker)
    post, answer = await heard(speaker, speaker.link("harbour"))
    other, _ = await heard(speaker, speaker.link("mill"))
    await speaker.speaking.following.place_deleted(answer.channel)
    assert (await answer_to(speaker, post)).put_away
    assert Location(NEWS, answer.head or 0) not in speaker.chat.messages
    await speaker.speaking.following.place_deleted(NEWS)
    assert (await speaker.kept(post), await speaker.kept(other)) == ((), ())


@pytest.mark.parametrize(
    "fault", [DeliveryError(), PassingRefusalError(), hidden()], ids=lambda error: type(error).__name__
)
async def test_refused_deletion_is_tried_again(speaker: Speaker, fault: DeliveryError) -> None:
    """What Discord refuses is kept, tried again at ever longer intervals, and forgotten with the message."""
    post, answer = await heard(speaker, speaker.link("harbour"))
    speaker.chat.faults["delete"] = [fault, fault]
    await speaker.speaking.following.deleted([post.id])
    assert (await answer_to(speaker, post)).is_removed
    await speaker.speaking.following.tidy()
    assert speaker.chat.calls.count("delete") == 1, "it is not due yet"
    speaker.clock.ahead += timedelta(seconds=limits.DELETION_SECONDS)
    await speaker.speaking.following.tidy()
    assert (await answer_to(speaker, post)).is_removed
    speaker.clock.ahead += timedelta(seconds=limits.DELETION_SECONDS * 1.5)
    await speaker.speaking.following.tidy()
    assert speaker.chat.calls.count("delete") == 2, "the second interval is twice as long"
    speaker.clock.ahead += timedelta(seconds=limits.DELETION_SECONDS * 1.5)
    await speaker.speaking.following.tidy()
    assert Location(NEWS, answer.id) not in speaker.chat.messages
    assert await speaker.kept(post) == ()


async def test_refused_deletion_is_given_up_in_the_end(speaker: Speaker) -> None:
    """After some weeks of tries nothing is kept of it."""
    post, answer = await heard(speaker, speaker.link("harbour"))
    speaker.chat.faults["delete"] = [hidden()] * 99
    await speaker.speaking.following.deleted([post.id])
    for day in range(limits.DELETION_TRIES):
        assert await speaker.kept(post) != (), f"on day {day}"
        speaker.clock.ahead += timedelta(seconds=limits.DELETION_LONGEST_SECONDS)
        await speaker.speaking.following.tidy()
    assert await speaker.kept(post) == ()
    assert Location(NEWS, answer.id) in speaker.chat.messages
    assert timedelta(weeks=3) < speaker.clock.ahead < timedelta(weeks=8)


async def test_member_is_forgotten_with_their_answers(speaker: Speaker) -> None:
    """What is gone is counted, what was dismissed before is not, and what Discord keeps is said."""
    _, dismissed = await heard(speaker, speaker.link("harbour"))
    await speaker.speaking.following.dismissed(dismissed.id)
    await heard(speaker, speaker.link("mill"))
    left, _ = await heard(speaker, speaker.link("dam"))
    other, _ = await heard(speaker, speaker.link("bank"), author=BEN)
    speaker.chat.faults["delete"] = [DeliveryError()]
    await speaker.parts.store.answers_of(ANA)
    assert await speaker.speaking.following.forget_member(ANA) == Forgotten(gone=1, left=1)
    assert await speaker.speaking.following.forget_member(ANA) == Forgotten(gone=0, left=1)
    kept = answers_of(await speaker.parts.store.answers_of(ANA))
    assert [answer.is_removed for answer in kept] == [True]
    assert await speaker.kept(other) != ()
    assert left.id != kept[0].id


# --- reading anew and commands ----------------------------------------------------------------------------------------


async def test_refresh_changes_the_answer_and_its_pointers(speaker: Speaker) -> None:
    """The page's new text stands in the answer; a pointer still leads there, and no edit makes it another."""
    url = speaker.link("harbour")
    post, answer = await heard(speaker, f"||{url}||")
    second, _ = await heard(speaker, url)
    speaker.link("harbour", "The harbour opens")
    speaker.fetcher.stories[url] = STORY.replace("Monday", "Tuesday")
    settings = await speaker.parts.settings_cache.settings(GUILD)
    await speaker.speaking.following.refreshed(answer, answer.parts[0], ASKER, settings, through=Through())
    (part,) = (await answer_to(speaker, post)).briefs
    assert (part.headline, part.spoiler, part.trigger) == ("The harbour opens", True, Trigger.WATCH)
    assert "Tuesday" in speaker.shown[0]
    (pointer,) = (await answer_to(speaker, second)).pointers
    assert (pointer.content, pointer.target) == (part.content, Location(NEWS, answer.id))
    assert answers_of(await speaker.parts.store.dangling_pointers(count=9)) == ()
    quotes = await speaker.parts.store.quotes_of([answer.id])
    assert [quote.link for quote in quotes] != []


async def test_copy_elsewhere_does_not_follow_a_refresh(speaker: Speaker) -> None:
    """A pointer for another address is no pointer to the new text: it becomes the brief of its own page."""
    ours, theirs = speaker.link("ours", "Our own words"), speaker.link("theirs", "What they say")
    speaker.fetcher.stories.clear()
    _, answer = await heard(speaker, ours)
    second, _ = await heard(speaker, theirs)
    speaker.fetcher.stories[ours] = STORY.replace("Monday", "Tuesday")
    settings = await speaker.parts.settings_cache.settings(GUILD)
    await speaker.speaking.following.refreshed(answer, answer.parts[0], ASKER, settings, through=Through())
    (part,) = (await answer_to(speaker, second)).briefs
    assert (part.url, part.headline) == (theirs, "What they say")
    assert "Monday" in speaker.shown[1]


async def test_refresh_of_what_is_not_on_record_edits_and_keeps_nothing(speaker: Speaker) -> None:
    """An old answer that the database has let go is edited by its interaction."""
    url = speaker.link("harbour")
    _, answer = await heard(speaker, url)
    await speaker.parts.store.forget_answers([answer.id])
    shown: list[View] = []

    async def edit(view: View) -> None:
        shown.append(view)

    settings = await speaker.parts.settings_cache.settings(GUILD)
    speaker.fetcher.stories[url] = STORY.replace("Monday", "Tuesday")
    await speaker.speaking.following.refreshed(answer, answer.parts[0], ASKER, settings, through=Through(edit=edit))
    assert "Tuesday" in "\n".join(shown[0].texts)
    assert await speaker.parts.store.answer(answer.id) == ()


async def test_refresh_that_fails_leaves_the_answer(speaker: Speaker) -> None:
    """A page that is gone now changes nothing, and whoever asked is told why."""
    post, answer = await heard(speaker, speaker.link("harbour"))
    speaker.fetcher.fault = HttpStatusError(code=404)
    settings = await speaker.parts.settings_cache.settings(GUILD)
    with pytest.raises(HttpStatusError):
        await speaker.speaking.following.refreshed(answer, answer.parts[0], ASKER, settings, through=Through())
    assert await answer_to(speaker, post) == answer


@pytest.mark.parametrize("trigger", [Trigger.COMMAND, Trigger.MENU, Trigger.SHARE])
async def test_command_posts_an_answer_that_is_remembered(speaker: Speaker, trigger: Trigger) -> None:
    """It is posted by its interaction, and neither repeats nor watching change that."""
    url = speaker.link("harbour")
    await heard(speaker, url)
    posted: list[View] = []

    async def post(view: View) -> int:
        posted.append(view)
        return 99

    settings = await speaker.parts.settings_cache.settings(GUILD)
    item = await speaker.speaking.metered_desk.brief(Link(url), Wish(), ASKER, settings, spoiler=True)
    new = Answer(channel=GENERAL, guild=GUILD, poster=BEN)
    done = await speaker.speaking.answering.commanded(new, [item], trigger, Through(post=post))
    assert is_hidden(posted[0])
    (kept,) = answers_of(await speaker.parts.store.answer(99))
    assert (kept, kept.room, kept.briefs[0].trigger) == (done, GENERAL, trigger)
    assert speaker.metrics.value("answers", trigger=trigger.value) == 1


async def test_answer_of_a_command_follows_one_link(speaker: Speaker) -> None:
    """Somebody asked for one brief of a message: an edit that brings two links changes it to the first of them."""
    urls = [speaker.link(name) for name in ("harbour", "mill", "bank")]
    said = speaker.post(urls[0])
    settings = await speaker.parts.settings_cache.settings(GUILD)
    item = await speaker.speaking.metered_desk.brief(Link(urls[0]), Wish(), ASKER, settings)
    new = Answer(channel=NEWS, guild=GUILD, poster=BEN, source=said.id, source_channel=NEWS)
    through = Through(post=lambda view: speaker.chat.send(NEWS, view))
    await speaker.speaking.answering.commanded(new, [item], Trigger.MENU, through)
    await speaker.edit(said, *urls[1:])
    (answer,) = answers_of(await speaker.kept(said))
    assert [part.url for part in answer.briefs] == [urls[1]]


# --- where anything can matter ----------------------------------------------------------------------------------------


async def test_edit_matters_where_somebody_watches_or_an_answer_stands(speaker: Speaker) -> None:
    """Elsewhere an edit costs no look at the message; an answer that a command brings changes that."""
    following = speaker.speaking.following
    watched, elsewhere = speaker.post("hello"), speaker.post("hello", channel=GENERAL)
    assert await following.concerns(watched)
    assert not await following.concerns(elsewhere)
    assert await following.concerns(replace(elsewhere, guild=None))
    following.heard_own(GUILD, GENERAL)
    assert await following.concerns(elsewhere)
    assert not await following.concerns(replace(elsewhere, channel=9))


async def test_own_message_in_a_server_that_nobody_asked_about_is_found_on_record(speaker: Speaker) -> None:
    """What was answered before this process began is asked for once, when something first happens in the server."""
    post, _ = await heard(speaker, speaker.link("harbour"))
    speaker.speaking.following.heard_own(GUILD, GENERAL)
    await speaker.choose(lambda old: replace(old, watched={}))
    assert await speaker.speaking.following.concerns(post)
    assert not await speaker.speaking.following.concerns(replace(post, channel=GENERAL))


async def test_deletion_elsewhere_asks_nothing_and_is_remembered(speaker: Speaker) -> None:
    """In a channel without answers nothing is sought; an answer that is being posted meanwhile goes all the same."""
    post, _ = await heard(speaker, speaker.link("harbour"))
    await speaker.speaking.following.deleted([post.id], place=(GUILD, GENERAL))
    assert len(speaker.chat.messages) == 1
    await speaker.speaking.following.deleted([post.id], place=(GUILD, NEWS))
    assert speaker.chat.messages == {}
    late = speaker.post(speaker.link("mill"))
    await speaker.speaking.following.deleted([late.id], place=(GUILD, GENERAL))
    assert await speaker.say(late)
    assert speaker.chat.messages == {}


async def test_so_many_deletions_are_remembered(speaker: Speaker, monkeypatch: pytest.MonkeyPatch) -> None:
    """A purge of thousands of messages leaves the memory as it was; the newest are the ones that matter."""
    monkeypatch.setattr(limits, "GONE_REMEMBERED", 1)
    first, second = speaker.post(speaker.link("harbour")), speaker.post(speaker.link("mill"))
    await speaker.speaking.following.deleted([first.id, second.id])
    for post in (first, second):
        assert await speaker.say(post)
    assert ["harbour" in text for text in speaker.shown] == [True]


async def test_edit_of_a_private_message_is_left_alone(speaker: Speaker) -> None:
    """In private messages each message stands for itself."""
    post = speaker.post(speaker.link("harbour"), guild=None)
    assert not await speaker.edit(post, speaker.link("mill"))


@pytest.mark.parametrize("lasts", [False, True])
async def test_edit_whose_reading_is_broken_off_is_read_again(
    speaker: Speaker, monkeypatch: pytest.MonkeyPatch, lasts: bool
) -> None:
    """Until the new link is read the answer stands as it was; a fault that lasts reaches whoever logs it."""
    monkeypatch.setattr(limits, "OWED_FIRST_WAIT", 0.05 if lasts else 0.5)
    post, answer = await heard(speaker, speaker.link("harbour"))
    speaker.fetcher.fault = BrokenOffError()
    new = speaker.link("mill")
    editing = asyncio.create_task(speaker.edit(post, new))
    await until(lambda: new in speaker.fetcher.fetched)
    assert "harbour" in speaker.shown[0]
    if lasts:
        with pytest.raises(BrokenOffError):
            await editing
        assert await answer_to(speaker, post) == answer
        return
    speaker.fetcher.fault = None
    speaker.cache.clear()
    assert not await editing
    assert "mill" in speaker.shown[0]


@pytest.mark.parametrize("first", [0, 1])
async def test_pointers_to_pages_that_say_the_same_now_become_one(speaker: Speaker, first: int) -> None:
    """An answer that points to two stories has one part once either page says what the other says."""
    urls = [speaker.link("harbour"), speaker.link("mill")]
    answers = [(await heard(speaker, url))[1] for url in urls]
    post, before = await heard(speaker, " ".join(urls))
    assert len(before.pointers) == 2
    settings = await speaker.parts.settings_cache.settings(GUILD)
    one, other = urls[first], urls[1 - first]
    speaker.fetcher.stories[one] = speaker.fetcher.stories[other]
    changed = answers[first]
    await speaker.speaking.following.refreshed(changed, changed.parts[0], ASKER, settings, through=Through())
    (part,) = (await answer_to(speaker, post)).shown
    there = {answer.id for answer in answers}
    assert part.target is not None
    assert part.target.message in there
    shown = speaker.chat.messages[Location(NEWS, before.id)]
    assert len(list(shown.texts)) == 1


async def test_edit_waits_for_the_answer_that_is_being_written(speaker: Speaker) -> None:
    """A link that is changed while the first one is read ends in one answer, to the new link."""
    speaker.fetcher.delay = 0.05
    post = speaker.post(speaker.link("harbour"))
    new = speaker.link("mill")
    saying = asyncio.create_task(speaker.say(post))
    await until(lambda: speaker.fetcher.fetched)
    assert not await speaker.edit(post, new)
    assert await saying
    assert ["mill" in text for text in speaker.shown] == [True]


async def test_link_that_is_added_after_a_dismissal_gets_a_thread(speaker: Speaker) -> None:
    """The style of the server holds for what an edit brings."""
    await in_threads(speaker)
    url = speaker.link("harbour")
    post, answer = await heard(speaker, url)
    await speaker.speaking.following.dismissed(answer.id)
    speaker.chat.messages.clear()
    await speaker.edit(post, f"{url} {speaker.link('mill')}")
    fresh = await answer_to(speaker, post)
    assert fresh.head is not None
    assert speaker.chat.threads[fresh.head] == "The mill closes"
