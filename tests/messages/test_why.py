"""`/why`: what became of a message, or what would stop it now."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.values.wish import EngineName, Length
from bot.domain.values.work import Owed, Refusal
from bot.errors import DeliveryError, PaywallError
from bot.i18n.words import Words
from bot.messages.answers.records import answers_of
from bot.messages.posts.gates import Stop
from bot.messages.posts.post import Post
from bot.messages.why import Why
from tests.support.chat import GUILD, NEWS, NOW, Speaker

WORDS = Words()


async def why(speaker: Speaker, post: Post) -> tuple[Stop | None, str]:
    """The gate, and what is said."""
    verdict = await speaker.speaking.why.explain(post, WORDS)
    return verdict.stop, verdict.sentence(WORDS)


async def test_what_became_of_it(speaker: Speaker) -> None:
    """Answered, dismissed, being deleted, refused, waiting."""
    post = speaker.post(speaker.link("harbour"))
    store, work = speaker.parts.store, speaker.parts.work_store
    await work.owe([Owed(post.id, NEWS, GUILD, "watch")], due=NOW)
    assert await why(speaker, post) == (None, "It is waiting for its answer.")
    await work.settle([post.id])
    await work.refused(Refusal(post.id, NEWS, GUILD, "Missing *Access*", NOW))
    assert (await why(speaker, post))[1].endswith(r"Its own words: Missing \*Access\*")
    await speaker.say(post)
    (answer,) = answers_of(await speaker.kept(post))
    assert await why(speaker, post) == (
        None,
        f"It was answered: https://discord.com/channels/{GUILD}/{NEWS}/{answer.id}",
    )
    other = speaker.post(speaker.link("mill"))
    await speaker.say(other)
    await speaker.speaking.following.dismissed(answers_of(await speaker.kept(other))[0].id)
    assert (await why(speaker, other))[0] is Stop.DISMISSED
    speaker.chat.faults["delete"] = [DeliveryError()]
    await speaker.speaking.following.deleted([post.id])
    assert (await store.answers_to([post.id]))[0].kind == "removed"
    assert (await why(speaker, post))[1].startswith("Discord did not take")


@pytest.mark.parametrize("case", ["gate", "intent", "permission", "limit", "paywall", "denied on the way", "repeat"])
async def test_what_would_stop_it_now(speaker: Speaker, case: str) -> None:
    """The gates, the bot's own permissions, the limits, the page and what was briefed here already."""
    post = speaker.post(speaker.link("harbour"))
    expected = {
        "gate": Stop.NOT_WATCHED,
        "intent": Stop.INTENT,
        "permission": Stop.PERMISSION,
        "limit": Stop.LIMIT,
        "paywall": Stop.UNREADABLE,
        "denied on the way": Stop.DOMAIN,
        "repeat": Stop.REPEAT,
    }
    if case == "gate":
        post = replace(post, channel=NEWS + 1)
    if case == "intent":
        parts = speaker.parts
        blind = Why(
            metered_desk=speaker.speaking.metered_desk,
            store=parts.store,
            work_store=parts.work_store,
            settings_cache=parts.settings_cache,
            limiter=speaker.speaking.limiter,
            delivery=speaker.chat,
            now=parts.now,
            reads_messages=False,
        )
        assert (await blind.explain(post, WORDS)).stop is Stop.INTENT
        return
    if case == "permission":
        speaker.chat.lacking = ("Send Messages", "Embed Links")
    if case == "limit":
        await speaker.choose(lambda old: replace(old, limits=replace(old.limits, user_minute=0)))
    if case == "paywall":
        speaker.fetcher.fault = PaywallError()
    if case == "denied on the way":
        post = replace(post, texts=("https://short.example/read/x",))
        speaker.reader.leads["https://short.example/read/x"] = speaker.link("harbour")
        await speaker.say(post)
        await speaker.choose(lambda old: replace(old, deny=("news.example",)))
        post = replace(post, id=0)
    if case == "repeat":
        await speaker.say(speaker.post(post.texts[0]))
    stop, said = await why(speaker, post)
    assert stop is expected[case]
    assert "{" not in said
    if case == "permission":
        assert "Send Messages, Embed Links" in said
    if case == "repeat":
        (earlier,) = speaker.chat.messages
        assert f"/channels/{GUILD}/{NEWS}/{earlier.message}" in said


async def test_it_would_be_answered_now(speaker: Speaker) -> None:
    """The page is read once and by rules; a repeat counts within its window alone; no limit is used up."""
    await speaker.choose(lambda old: replace(old, limits=replace(old.limits, user_minute=1), repeat_hours=1))
    post = speaker.post(speaker.link("harbour"))
    for _ in range(3):
        assert await why(speaker, replace(post, id=0)) == (None, "It would be answered now.")
    assert len(speaker.fetcher.fetched) == 1
    assert {wish.engine for _, wish in speaker.builtin.asked} == {EngineName.BUILTIN}
    await speaker.say(post)
    assert (await why(speaker, speaker.post(post.texts[0])))[0] is Stop.REPEAT
    speaker.clock.ahead = timedelta(hours=2)
    assert (await why(speaker, speaker.post(post.texts[0])))[0] is None
    await speaker.choose(lambda old: replace(old, repeat_hours=0))
    speaker.clock.ahead = timedelta()
    assert (await why(speaker, speaker.post(post.texts[0])))[0] is None


async def test_limit_of_the_minute_counts_whenever_it_was_posted(speaker: Speaker) -> None:
    """Asked about later, a message is judged as one that is posted now."""
    await speaker.choose(lambda old: replace(old, limits=replace(old.limits, user_minute=0)))
    post = speaker.post(speaker.link("harbour"))
    speaker.clock.ahead = timedelta(minutes=5)
    assert (await why(speaker, post))[0] is Stop.LIMIT


async def test_brief_that_is_cached_is_not_written_again(speaker: Speaker) -> None:
    """It is looked for by the server's own wish; the sentence names a domain that was denied since."""
    await speaker.choose(lambda old: replace(old, language="de", repeat_hours=0))
    url = speaker.link("harbour")
    await speaker.say(speaker.post(url))
    written = len(speaker.builtin.asked)
    assert (await why(speaker, speaker.post(url)))[0] is None
    assert len(speaker.builtin.asked) == written
    speaker.reader.leads["https://short.example/read/x"] = url
    post = speaker.post("https://short.example/read/x")
    await speaker.say(post)
    await speaker.choose(lambda old: replace(old, deny=("news.example",)))
    assert "news.example" in (await why(speaker, replace(post, id=0)))[1]


async def test_sentence_names_what_stopped_it(speaker: Speaker) -> None:
    """Of a domain that is denied its name is told."""
    await speaker.choose(lambda old: replace(old, deny=("news.example",)))
    assert "news.example" in (await why(speaker, speaker.post(speaker.link("harbour"))))[1]


async def test_what_is_remembered_by_the_servers_wish_meets_no_limit(speaker: Speaker) -> None:
    """A brief of the server's own length that is cached is free, and so it would be given."""
    await speaker.choose(lambda old: replace(old, length=Length.SHORT, repeat_hours=0))
    post = speaker.post(speaker.link("harbour"))
    await speaker.say(post)
    await speaker.choose(lambda old: replace(old, limits=replace(old.limits, user_minute=0)))
    assert await why(speaker, replace(post, id=0)) == (None, "It would be answered now.")
