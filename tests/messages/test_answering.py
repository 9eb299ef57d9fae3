"""Answering: from a message that was heard to what stands in its channel."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.briefing.limiter import Asker
from bot.domain.values.records import AnswerKind
from bot.domain.values.wish import Wish
from bot.errors import (
    BrokenOffError,
    DeliveryError,
    GoneError,
    HttpStatusError,
    PassingRefusalError,
    PaywallError,
)
from bot.messages.answers.delivering import Through
from bot.messages.answers.part import Location
from bot.messages.answers.records import answers_of, records_of
from bot.messages.asking import answer_asker
from bot.messages.posts.post import File, Heard, Trigger, look_into
from bot.messages.signs import Sign
from config import limits
from config.guild import ChannelSettings, Style
from tests.support.chat import ANA, GUILD, NEWS, Speaker, is_hidden, labels, open_speaker
from tests.support.fakes import STORY
from tests.support.speakers import answer_to, heard, hidden, in_threads

BEN, GENERAL = 8, 3_000
ASKER = Asker(BEN, NEWS, GUILD)


# --- hearing ----------------------------------------------------------------------------------------------------------


async def test_message_is_answered_once(speaker: Speaker) -> None:
    """The reply has the brief, the record has its numbers, and hearing the message again changes nothing."""
    post, answer = await heard(speaker, speaker.link("harbour"))
    assert list(speaker.chat.messages) == [Location(NEWS, answer.id)]
    assert speaker.chat.replies == {answer.id: post.id}
    assert speaker.chat.typed == [NEWS]
    assert labels(speaker.chat.messages[Location(NEWS, answer.id)]) == ["More", "Dismiss"]
    assert (answer.poster, answer.guild, answer.room, answer.locale) == (ANA, GUILD, NEWS, "en")
    before = await speaker.kept(post)
    assert await speaker.say(post)
    assert (await speaker.kept(post), len(speaker.chat.messages)) == (before, 1)
    assert speaker.metrics.value("answers", trigger="watch") == 1


async def test_two_processes_answer_once(speaker: Speaker, database: str) -> None:
    """Without a common cache the first record wins, and what was posted beside it goes."""
    url = speaker.link("harbour")
    post = speaker.post(url)
    async with open_speaker(database) as second:
        second.link("harbour")
        second.chat.ids = iter(range(10**18, 10**18 + 9))  # type: ignore[assignment]  # Numbers of its own.
        assert all(await asyncio.gather(speaker.say(post), second.say(post)))
        (row,) = await speaker.kept(post)
        stands = [at.message for chat in (speaker.chat, second.chat) for at in chat.messages]
    assert stands == [row.id]


@pytest.mark.parametrize("style", [Style.REPLY, Style.THREAD])
async def test_answer_that_nobody_noted_is_found_again(speaker: Speaker, style: Style) -> None:
    """Who posted may die before the answer is noted; later than Discord knows a nonce, the next one looks first."""
    await speaker.choose(lambda old: replace(old, style=style))
    post, answer = await heard(speaker, speaker.link("harbour"))
    stands = list(speaker.chat.messages)
    await speaker.parts.store.forget_answers([row.id for row in await speaker.kept(post)])
    speaker.chat.nonces = [(nonce, id_) for nonce, id_ in speaker.chat.nonces if nonce.startswith("t")]
    speaker.clock.ahead += timedelta(seconds=limits.NONCE_SECONDS + 1)
    assert await speaker.say(post)
    assert list(speaker.chat.messages) == stands
    assert (await answer_to(speaker, post)).id == answer.id


async def test_answer_of_the_moment_is_not_looked_for(speaker: Speaker) -> None:
    """A fresh message costs no request more: the nonce keeps it from being answered twice."""
    await heard(speaker, speaker.link("harbour"))
    assert "own_reply" not in speaker.chat.calls


async def test_nothing_readable_is_no_answer(speaker: Speaker) -> None:
    """A watched link that cannot be read is passed over in silence."""
    speaker.fetcher.fault = PaywallError()
    post = speaker.post(speaker.link("harbour"))
    assert not await speaker.say(post)
    assert (speaker.chat.messages, await speaker.kept(post)) == ({}, ())


async def test_link_that_fails_makes_room_for_the_next(speaker: Speaker) -> None:
    """Of three links the first is unread: the other two are briefed, and one is said to be left out."""
    links = [speaker.link(name) for name in ("harbour", "mill", "dam")]
    speaker.fetcher.failing.add(links[0])
    await heard(speaker, " ".join(links))
    assert "The mill closes" in speaker.shown[0]
    assert "The dam closes" in speaker.shown[0]
    assert "2 of 3 links" in speaker.shown[0]


async def test_link_that_makes_room_lets_no_third_in(speaker: Speaker) -> None:
    """Of four links the second is unread: the third takes its place, and the fourth has none."""
    links = [speaker.link(name) for name in ("harbour", "mill", "dam", "ferry")]
    speaker.fetcher.failing.add(links[1])
    _, answer = await heard(speaker, " ".join(links))
    assert [part.url for part in answer.briefs] == [links[0], links[2]]
    assert "2 of 4 links" in speaker.shown[0]


async def test_file_is_read_where_there_is_no_link(speaker: Speaker) -> None:
    """A file's bytes are its article; it has no address, and so nothing opens it."""

    async def read() -> bytes:
        return STORY.encode()

    file = File("harbour.txt", "text/plain", len(STORY), read, spoiler=True)
    _, answer = await heard(speaker, files=(file,))
    assert [part.url for part in answer.parts] == [None]
    assert is_hidden(next(iter(speaker.chat.messages.values())))


async def test_paste_is_hidden_where_it_has_bars(speaker: Speaker) -> None:
    """An article that is pasted within bars is briefed within a spoiler."""
    await heard(speaker, f"||{STORY * 4}||")
    assert is_hidden(next(iter(speaker.chat.messages.values())))


async def test_file_that_cannot_be_had_is_no_answer(speaker: Speaker) -> None:
    """Discord's server of files fails: nothing is said."""

    async def read() -> bytes:
        raise HttpStatusError(code=404)

    assert not await speaker.say(speaker.post(files=(File("harbour.txt", None, 10, read),)))


@pytest.mark.parametrize("case", ["opted out", "not watched", "permission", "wanted"])
async def test_who_is_answered(speaker: Speaker, case: str) -> None:
    """The gates and the bot's permissions decide, and each stop is counted."""
    post = speaker.post(speaker.link("harbour"), channel=GENERAL if case == "not watched" else NEWS)
    if case == "opted out":
        await speaker.parts.settings_cache.opt_out(ANA, out=True)
    if case == "permission":
        speaker.chat.lacking = ("send_messages",)
    wanted = await speaker.speaking.answering.wants(post, look_into(post))
    assert wanted is (case == "wanted")
    assert speaker.metrics.value("stopped", gate=case) == (not wanted)
    assert speaker.fetcher.fetched == []


@pytest.mark.parametrize("out", [True, False])
async def test_reaction_asks_nothing_about_who_opted_out(speaker: Speaker, out: bool) -> None:
    """A newspaper under somebody's message counts only where they may be answered."""
    await speaker.parts.settings_cache.opt_out(ANA, out=out)
    post = speaker.post(speaker.link("harbour"))
    assert await speaker.speaking.answering.wants(post, look_into(post), Trigger.REACTION) is not out


async def test_discord_that_is_away_is_told_of(speaker: Speaker) -> None:
    """A refusal that passes, or has a reason, reaches the caller; a message that is gone needs no answer."""
    post = speaker.post(speaker.link("harbour"))
    for fault in (PassingRefusalError(), hidden(), DeliveryError()):
        speaker.chat.faults["reply"] = [fault]
        with pytest.raises(type(fault)):
            await speaker.say(post)
        assert await speaker.kept(post) == ()
    speaker.chat.faults["reply"] = [GoneError(), GoneError()]
    assert not await speaker.say(post)
    assert await speaker.say(post)


async def test_answer_that_was_deleted_meanwhile_is_posted_under_another_nonce(speaker: Speaker) -> None:
    """Discord holds a nonce for some minutes: a link that was taken away and comes back is answered again."""
    url = speaker.link("harbour")
    post, _ = await heard(speaker, url)
    await speaker.edit(post, "never mind")
    assert speaker.chat.messages == {}
    assert await speaker.edit(post, url)
    assert await speaker.say(replace(post, texts=(url,)))
    (first, _), (second, _) = speaker.chat.nonces
    assert (first[0], second[0]) == ("n", "m")
    assert first[1:] == second[1:] == f"{post.id}{look_into(post).fingerprint[:4]}"


# --- threads ----------------------------------------------------------------------------------------------------------


async def test_thread_has_the_brief_and_the_reply_its_headline(speaker: Speaker) -> None:
    """Head and brief have nonces of their own; with the message both go, and the thread."""
    await in_threads(speaker)
    post, answer = await heard(speaker, speaker.link("harbour"))
    head, brief = speaker.shown
    assert "Ada Quill" not in head
    assert "Ada Quill" in brief
    assert answer.head == answer.channel
    assert speaker.chat.threads == {answer.head: "The harbour closes"}
    assert len({nonce for nonce, _ in speaker.chat.nonces}) == 2
    await speaker.edit(post, speaker.link("mill"))
    assert speaker.chat.threads == {answer.head: "The mill closes"}
    assert all("The mill closes" in text for text in speaker.shown)
    await speaker.speaking.following.deleted([post.id])
    assert (speaker.chat.messages, speaker.chat.threads, await speaker.kept(post)) == ({}, {}, ())


async def test_thread_that_keeps_its_name_is_no_fault(speaker: Speaker) -> None:
    """Discord renames a thread twice in ten minutes and no more: the brief in it is the new one all the same."""
    await in_threads(speaker)
    post, _ = await heard(speaker, speaker.link("harbour"))
    speaker.chat.faults["rename_thread"] = [DeliveryError()]
    await speaker.edit(post, speaker.link("mill"))
    assert all("The mill closes" in text for text in speaker.shown)


@pytest.mark.parametrize("case", ["no threads", "refused", "sending refused", "in a thread", "a pointer"])
async def test_brief_is_the_reply_where_there_is_no_thread(speaker: Speaker, case: str) -> None:
    """Where no thread can be opened, or there is no use in one, one message says it all."""
    await in_threads(speaker)
    url = speaker.link("harbour")
    if case == "no threads":
        speaker.chat.threadless = {NEWS}
    if case == "refused":
        speaker.chat.faults["open_thread"] = [DeliveryError()]
    if case == "sending refused":
        speaker.chat.faults["send"] = [DeliveryError()]
    if case == "a pointer":
        await heard(speaker, url)
        speaker.chat.messages.clear()
    changes: dict[str, Any] = {"channel": GENERAL, "parent": NEWS} if case == "in a thread" else {}
    _, answer = await heard(speaker, url, **changes)
    assert answer.head is None
    assert len(speaker.chat.messages) == 1
    assert "The harbour closes" in speaker.shown[0]
    assert ("Ada Quill" in speaker.shown[0]) is (case != "a pointer")


async def test_process_that_died_before_its_thread_is_succeeded(speaker: Speaker) -> None:
    """A head that stands alone is no whole answer: the next process uses it and opens the thread."""
    await in_threads(speaker)
    speaker.chat.faults["open_thread"] = [KilledError()]
    post = speaker.post(speaker.link("harbour"))
    with pytest.raises(KilledError):
        await speaker.say(post)
    (row,) = await speaker.kept(post)
    assert row.id == row.head
    assert await speaker.say(post)
    answer = await answer_to(speaker, post)
    assert (answer.head, len(speaker.chat.messages)) == (row.id, 2)


class KilledError(BaseException):
    """The process ends here."""


# --- repeats ----------------------------------------------------------------------------------------------------------


async def test_repeat_is_a_pointer_within_its_window(speaker: Speaker) -> None:
    """A day later by default it is a pointer; when the window is over, or there is none, a brief."""
    url = speaker.link("harbour")
    _, first = await heard(speaker, f"||{url}||")
    _, again = await heard(speaker, url)
    (part,) = again.pointers
    assert part.target == Location(NEWS, first.id)
    assert f"/{GUILD}/{NEWS}/{first.id}" in speaker.shown[1]
    assert "||**[The harbour closes]" in speaker.shown[1]
    await speaker.choose(lambda old: replace(old, repeat_hours=0))
    assert (await heard(speaker, url))[1].briefs
    await speaker.choose(lambda old: replace(old, repeat_hours=1))
    speaker.clock.ahead = timedelta(hours=2)
    assert (await heard(speaker, url))[1].briefs


async def test_newest_pointer_becomes_the_brief(speaker: Speaker) -> None:
    """When the brief goes, the newest pointer becomes it and the older one leads there; what was hidden stays so."""
    url = speaker.link("harbour")
    post, first = await heard(speaker, f"||{url}||")
    (_, older), (newest_post, newest) = await heard(speaker, url), await heard(speaker, url)
    await speaker.speaking.following.deleted([post.id])
    assert Location(NEWS, first.id) not in speaker.chat.messages
    assert (await answer_to(speaker, newest_post)).briefs[0].spoiler
    assert is_hidden(speaker.chat.messages[Location(NEWS, newest.id)])
    (kept,) = answers_of(await speaker.parts.store.answer(older.id))
    assert kept.pointers[0].target == Location(NEWS, newest.id)
    assert f"{GUILD}/{NEWS}/{newest.id}" in "\n".join(speaker.chat.messages[Location(NEWS, older.id)].texts)


async def test_pointer_whose_article_is_lost_goes(speaker: Speaker) -> None:
    """When the brief goes, the cache has forgotten it and its page is gone, the pointer goes too."""
    url = speaker.link("harbour")
    post, _ = await heard(speaker, url)
    second, _ = await heard(speaker, url)
    speaker.cache.clear()
    speaker.fetcher.fault = HttpStatusError(code=404)
    await speaker.speaking.following.deleted([post.id])
    assert speaker.chat.messages == {}
    assert await speaker.kept(second) == ()


async def test_pointer_that_becomes_a_brief_has_its_pages_headline(speaker: Speaker) -> None:
    """A copy at another address says what its own page says, also where that says something else by now."""
    ours, theirs = speaker.link("ours", "Our own words"), speaker.link("theirs", "What they say")
    speaker.fetcher.stories.clear()
    post, _ = await heard(speaker, ours)
    second, _ = await heard(speaker, theirs)
    assert (await answer_to(speaker, second)).pointers[0].headline == "Our own words"
    await speaker.speaking.following.deleted([post.id])
    (part,) = (await answer_to(speaker, second)).briefs
    assert (part.headline, part.url) == ("What they say", theirs)
    assert "Our own words" not in speaker.shown[0]


async def test_pointer_that_becomes_a_brief_of_another_text_knows_it(speaker: Speaker) -> None:
    """The page was rewritten and the cache is empty: the record has the text that is shown."""
    url = speaker.link("harbour")
    post, first = await heard(speaker, url)
    second, _ = await heard(speaker, url)
    speaker.cache.clear()
    speaker.link("harbour", "The harbour opens")
    speaker.fetcher.stories[url] = STORY.replace("Monday", "Tuesday")
    await speaker.speaking.following.deleted([post.id])
    (part,) = (await answer_to(speaker, second)).briefs
    assert part.headline == "The harbour opens"
    assert part.content != first.parts[0].content
    assert "Tuesday" in speaker.shown[0]


async def test_pointer_to_what_goes_meanwhile_is_told(speaker: Speaker) -> None:
    """The brief is deleted while a pointer to it is on its way: it becomes the brief at once."""
    url = speaker.link("harbour")
    _, first = await heard(speaker, url)
    await speaker.parts.store.forget_answers([first.id])
    await speaker.parts.store.keep_answers(
        [replace(row, id=first.id, kind=AnswerKind.BRIEF) for row in records_of(first)]
    )
    post = speaker.post(url)
    deleting = speaker.speaking.following.deleted([first.source or 0])
    await asyncio.gather(speaker.say(post), deleting)
    assert (await answer_to(speaker, post)).briefs
    assert "Ada Quill" in speaker.shown[-1]


async def test_dangling_pointer_is_mended(speaker: Speaker) -> None:
    """A process died between a brief and its pointers: looking after them makes one the brief, later if need be."""
    url = speaker.link("harbour")
    _, first = await heard(speaker, url)
    second, pointer = await heard(speaker, url)
    await speaker.parts.store.forget_answers([first.id])
    speaker.chat.faults["edit"] = [DeliveryError()]
    await speaker.speaking.following.tidy()
    assert (await answer_to(speaker, second)).pointers
    await speaker.speaking.following.tidy()
    assert (await answer_to(speaker, second)).briefs
    assert "Ada Quill" in "\n".join(speaker.chat.messages[Location(NEWS, pointer.id)].texts)


# --- mentions ---------------------------------------------------------------------------------------------------------


async def ask(speaker: Speaker, heard: Heard, *, reads_messages: bool = True) -> str:
    """What somebody gets who mentions the bot: the text of the newest message."""
    await answer_asker(speaker.speaking.answering, speaker.chat, heard, reads_messages=reads_messages)
    return speaker.shown[-1]


async def test_mention_is_answered_about_what_it_holds_or_replies_to(speaker: Speaker) -> None:
    """In a channel that nobody watches, about a message of somebody who opted out, once."""
    await speaker.parts.settings_cache.opt_out(ANA, out=True)
    other = speaker.post(speaker.link("harbour"), channel=GENERAL)
    asking = speaker.post("what is this?", channel=GENERAL, author=BEN)
    for _ in range(2):
        assert "The harbour closes" in await ask(speaker, Heard.of(asking, other))
    assert len(speaker.chat.messages) == 1
    assert (await answer_to(speaker, asking)).poster == BEN
    assert "The mill closes" in await ask(speaker, Heard.of(speaker.post(speaker.link("mill"), channel=GENERAL), other))


@pytest.mark.parametrize(
    ("case", "says"),
    [
        ("role", "Only certain roles may ask here"),
        ("nothing", "Give me a link, an article or a file"),
        ("intent", "Message Content Intent"),
        ("paywall", "paywall"),
    ],
)
async def test_mention_without_a_brief_is_told_why(speaker: Speaker, case: str, says: str) -> None:
    """In one small sentence."""
    post = speaker.post(speaker.link("harbour") if case in {"paywall", "role"} else "", channel=GENERAL)
    if case == "intent":
        post = replace(post, texts=())
    if case == "paywall":
        speaker.fetcher.fault = PaywallError()
    told = await ask(speaker, Heard.of(post, may_ask=case != "role"), reads_messages=case != "intent")
    assert told.startswith("-# ")
    assert says.lower() in told.lower()
    assert await speaker.kept(post) == ()


async def test_mention_is_tried_again_where_discord_is_away(speaker: Speaker) -> None:
    """A refusal that passes is no answer of its own."""
    speaker.chat.faults["reply"] = [PassingRefusalError()]
    with pytest.raises(PassingRefusalError):
        await ask(speaker, Heard.of(speaker.post(speaker.link("harbour"))))
    assert speaker.chat.messages == {}


# --- what is counted and shown ----------------------------------------------------------------------------------------


async def test_brief_that_is_had_again_is_counted_where_its_answer_stands(speaker: Speaker) -> None:
    """Its page is read anew on its channel's account, and what was asked for stays on record."""
    url = speaker.link("harbour")
    post, _ = await heard(speaker, url)
    await heard(speaker, url)
    speaker.cache.clear()
    await speaker.speaking.following.deleted([post.id])
    today = speaker.parts.now().date()
    used = await speaker.parts.store.usage(GUILD, since=today, until=today)
    assert {(record.channel, record.briefs) for record in used} == {(NEWS, 2)}


async def test_refresh_of_one_brief_shows_the_other_as_it_was(speaker: Speaker) -> None:
    """Of two briefs in one message the second is had again, though the cache has forgotten it."""
    harbour, mill = speaker.link("harbour"), speaker.link("mill")
    post, answer = await heard(speaker, f"{harbour} {mill}")
    settings = await speaker.parts.settings_cache.settings(GUILD)
    for part, other in zip(answer.parts, reversed(answer.parts), strict=True):
        speaker.cache.clear()
        await speaker.speaking.following.refreshed(answer, part, ASKER, settings, through=Through())
        assert part.headline in speaker.shown[0]
        assert other.headline in speaker.shown[0]
    assert len((await answer_to(speaker, post)).briefs) == 2


async def test_wish_stays_on_record_where_rules_stand_in(database: str) -> None:
    """A brief that comes back on a day whose budget is spent is written by rules; the next one is a model's again."""
    async with open_speaker(database, has_model=True) as speaker:
        url = speaker.link("harbour")
        post, _ = await heard(speaker, url)
        second, _ = await heard(speaker, url)
        await speaker.choose(lambda old: replace(old, limits=replace(old.limits, day_briefs=1)))
        speaker.cache.clear()
        speaker.fetcher.stories[url] = STORY.replace("Monday", "Tuesday")
        await speaker.speaking.following.deleted([post.id])
        (part,) = (await answer_to(speaker, second)).briefs
        assert part.wish == Wish()
        assert "budget" in speaker.shown[0]


@pytest.mark.parametrize("trigger", [Trigger.WATCH, Trigger.REACTION])
async def test_sign_of_a_gate_is_for_who_asked(speaker: Speaker, trigger: Trigger) -> None:
    """A newspaper under a denied link gets a sign; an unasked message and an unwatched channel get none."""
    await speaker.choose(lambda old: replace(old, deny=("news.example",)))
    post = speaker.post(speaker.link("harbour"))
    elsewhere = replace(post, channel=GENERAL)
    for each in (post, elsewhere):
        assert not await speaker.speaking.answering.wants(each, look_into(each), trigger)
    expected = [] if trigger is Trigger.WATCH else [Location(NEWS, post.id)]
    assert [at for at, _ in speaker.chat.reactions] == expected


async def test_edit_in_a_category_that_is_watched_since(speaker: Speaker) -> None:
    """What is older than the watching of its category is left alone too, and what is newer is not."""
    old = speaker.post(speaker.link("harbour"), channel=GENERAL, category=9_000)
    since = next(speaker.chat.ids)
    await speaker.choose(lambda settings: replace(settings, watched={9_000: ChannelSettings(since=since)}))
    assert not await speaker.edit(old, speaker.link("mill"))
    assert await speaker.edit(speaker.post("hello", channel=GENERAL, category=9_000), speaker.link("mill"))


async def test_mention_is_counted_for_who_asks_in_their_server(speaker: Speaker) -> None:
    """The asker's limit holds, not the author's; the answer speaks the server's language and has its length."""
    await speaker.choose(lambda old: replace(old, limits=replace(old.limits, user_minute=1), language="de"))
    subject = speaker.post(speaker.link("harbour"))
    assert "Ada Quill" in await ask(speaker, Heard.of(speaker.post("what?", author=BEN), subject))
    assert speaker.builtin.asked[0][1].language == "de"
    subject = replace(subject, texts=(speaker.link("mill"),))
    told = await ask(speaker, Heard.of(speaker.post("what?", author=BEN), subject))
    assert "Ada Quill" not in told
    assert "Ada Quill" in await ask(speaker, Heard.of(speaker.post("what?", author=9), subject))


async def test_mention_that_may_be_tried_again_says_nothing_yet(speaker: Speaker) -> None:
    """Reading that was broken off is taken up again; the last time it is said."""
    speaker.fetcher.fault = BrokenOffError()
    heard = Heard.of(speaker.post(speaker.link("harbour")))
    with pytest.raises(BrokenOffError):
        await answer_asker(speaker.speaking.answering, speaker.chat, heard, reads_messages=True, patient=True)
    assert speaker.chat.messages == {}
    speaker.cache.clear()
    await answer_asker(speaker.speaking.answering, speaker.chat, heard, reads_messages=True, patient=False)
    assert BrokenOffError().sentence in speaker.shown[0]


async def test_bot_that_repeats_an_article_gets_no_answer(speaker: Speaker) -> None:
    """Two bots that answer each other would go on for ever: a repeat gets neither a pointer nor a second brief."""
    await speaker.choose(lambda old: replace(old, watched={NEWS: ChannelSettings(bots=True)}, repeat_hours=0))
    url, other = speaker.link("harbour"), speaker.link("mill")
    await heard(speaker, url, author=BEN, is_bot=True)
    assert not await speaker.say(speaker.post(url, author=BEN, is_bot=True))
    _, answer = await heard(speaker, f"{url} {other}", author=BEN, is_bot=True)
    assert [part.headline for part in answer.parts] == ["The mill closes"]
    await heard(speaker, url)
    speaker.clock.ahead = timedelta(hours=limits.BOT_REPEAT_HOURS + 1)
    await heard(speaker, url, author=BEN, is_bot=True)


async def test_page_whose_text_was_dismissed_is_put_away_too(speaker: Speaker) -> None:
    """Another address of the text that somebody dismissed is not shown in answer to the same message."""
    url, copy = speaker.link("harbour"), "https://copies.example/harbour"
    speaker.fetcher.stories[copy] = speaker.fetcher.stories[url]
    post, answer = await heard(speaker, url)
    await speaker.speaking.following.dismissed(answer.id)
    speaker.cache.clear()
    await speaker.edit(post, copy)
    assert speaker.chat.messages == {Location(NEWS, answer.id): speaker.chat.messages[Location(NEWS, answer.id)]}
    await speaker.edit(post, f"{copy} {speaker.link('mill')}")
    assert [part.headline for part in (await answer_to(speaker, post)).shown] == ["The mill closes"]


async def test_third_link_is_not_read(speaker: Speaker) -> None:
    """Two links of a message are briefed; the others cost nothing and are counted."""
    await heard(speaker, " ".join(speaker.link(name) for name in ("harbour", "mill", "dam")))
    assert len(speaker.fetcher.fetched) == 2
    assert "2 of 3 links" in speaker.shown[0]


async def test_answer_that_is_tried_again_is_counted_once(speaker: Speaker) -> None:
    """A page that was away for a moment does not use up its member's minute."""
    await speaker.choose(lambda old: replace(old, limits=replace(old.limits, user_minute=1)))
    post = speaker.post(speaker.link("harbour"))
    speaker.fetcher.fault = BrokenOffError()
    with pytest.raises(BrokenOffError):
        await speaker.say(post)
    speaker.fetcher.fault = None
    assert await speaker.say(post)
    assert not await speaker.say(speaker.post(speaker.link("mill")))


@pytest.mark.parametrize("trigger", [Trigger.WATCH, Trigger.REACTION])
async def test_sign_of_a_page_that_cannot_be_read(speaker: Speaker, trigger: Trigger) -> None:
    """Whoever asks by a reaction sees what kind of reason there is; an unasked link is passed over in silence."""
    speaker.fetcher.fault = PaywallError()
    post = speaker.post(speaker.link("harbour"))
    assert not await speaker.say(post, trigger)
    expected = [] if trigger is Trigger.WATCH else [(Location(NEWS, post.id), Sign.CLOSED)]
    assert speaker.chat.reactions == expected


async def test_quotes_are_archived_with_speaker_and_bars(speaker: Speaker) -> None:
    """What `/quotes` finds is who said it, where, and whether it was hidden."""
    _, answer = await heard(speaker, f"||{speaker.link('harbour')}||")
    (quote,) = await speaker.parts.store.quotes_of([answer.id])
    assert (quote.speaker, quote.spoiler, quote.channel, quote.room) == ("Ada Quill", True, NEWS, NEWS)


@pytest.mark.parametrize("patient", [True, False])
async def test_mention_waits_for_all_its_links_while_that_helps(speaker: Speaker, patient: bool) -> None:
    """Of two links one was broken off: it is tried again as long as it may be, and then the other is shown."""
    broken = speaker.link("mill")
    speaker.fetcher.faults[broken] = BrokenOffError()
    asked = Heard.of(speaker.post(f"{speaker.link('harbour')} {broken}"))
    asking = answer_asker(speaker.speaking.answering, speaker.chat, asked, reads_messages=True, patient=patient)
    if patient:
        with pytest.raises(BrokenOffError):
            await asking
        assert speaker.shown == []
    else:
        await asking
        assert "The harbour closes" in speaker.shown[0]


async def test_refusal_is_said_once(speaker: Speaker) -> None:
    """A mention that is heard twice is told once why there is no brief."""
    asked = Heard.of(speaker.post("hello"))
    for _ in range(2):
        await answer_asker(speaker.speaking.answering, speaker.chat, asked, reads_messages=True)
    assert len(speaker.chat.messages) == 1


async def test_bot_with_two_new_articles_gets_both(speaker: Speaker) -> None:
    """Only what it repeats is left out."""
    await speaker.choose(lambda old: replace(old, watched={NEWS: ChannelSettings(bots=True)}))
    _, answer = await heard(speaker, f"{speaker.link('harbour')} {speaker.link('mill')}", author=BEN, is_bot=True)
    assert [part.headline for part in answer.parts] == ["The harbour closes", "The mill closes"]


async def test_bot_that_adds_a_link_keeps_its_first_brief(speaker: Speaker) -> None:
    """What the same message's answer shows already is no repeat."""
    await speaker.choose(lambda old: replace(old, watched={NEWS: ChannelSettings(bots=True)}))
    url = speaker.link("harbour")
    post, _ = await heard(speaker, url, author=BEN, is_bot=True)
    await speaker.edit(post, f"{url} {speaker.link('mill')}")
    answer = await answer_to(speaker, post)
    assert [part.headline for part in answer.briefs] == ["The harbour closes", "The mill closes"]
