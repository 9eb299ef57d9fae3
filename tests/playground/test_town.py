"""The harness itself: a real client from login to a button press."""

from collections.abc import AsyncIterator

import pytest

from playground.rules.state import Channel, ChannelKind, Guild, Member
from tests.playground.simple_bot import SimpleBot
from tests.support.town import Town


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    """A town that the bot has just come to; at its end no request broke Discord's description."""
    async with Town() as made:
        made.guild()
        await made.start(SimpleBot)
        yield made
        assert made.violations == []


@pytest.fixture
def guild(town: Town) -> Guild:
    """Its guild."""
    return next(iter(town.discord.service.guilds.values()))


@pytest.fixture
def news(guild: Guild) -> Channel:
    """Its channel for news."""
    return guild.channel("news")


@pytest.fixture
def ana(guild: Guild) -> Member:
    """A member."""
    return guild.member("ana")


async def test_reply(town: Town, news: Channel, ana: Member) -> None:
    """A message is answered with a reply that mentions nobody."""
    post = await town.post(news, ana, "echo hello")
    answer = await town.answer_to(post)
    assert answer.text == "hello"
    assert answer.pings == []


async def test_silence_is_seen_without_waiting(town: Town, news: Channel, ana: Member) -> None:
    """A message that the bot ignores has no answers after settling."""
    assert await town.answers_to(await town.post(news, ana, "nothing to say")) == []


async def test_button(town: Town, news: Channel, ana: Member) -> None:
    """A pressed button is answered in private, through a deferral."""
    card = await town.answer_to(await town.post(news, ana, "card"))
    assert [button.get("label") for button in card.buttons] == ["Again", "Ask", "Source"]
    answer = await town.answer_to(await town.press(card, ana, "Again"))
    assert (answer.text, answer.seen_by) == ("again, in private", ana.id)
    assert town.ephemerals(news, ana) == [answer]


async def test_select(town: Town, news: Channel, ana: Member) -> None:
    """A choice edits the message that holds the menu."""
    card = await town.answer_to(await town.post(news, ana, "card"))
    answer = await town.answer_to(await town.choose(card, ana, "Length", "Long"))
    assert answer is card
    assert card.text == "chosen: l"


async def test_modal(town: Town, news: Channel, ana: Member) -> None:
    """A modal is filled in and submitted."""
    card = await town.answer_to(await town.post(news, ana, "card"))
    submitted = await town.submit(await town.press(card, ana, "Ask"), word="nutgraf")
    assert (await town.answer_to(submitted)).text == "the word is nutgraf"


async def test_slash_command(town: Town, news: Channel, ana: Member) -> None:
    """A slash command with options is answered."""
    answer = await town.answer_to(await town.slash(news, ana, "say", text="good day"))
    assert answer.text == "good day"
    assert not answer.ephemeral


async def test_deferred_command_with_a_file(town: Town, news: Channel, ana: Member) -> None:
    """A deferred answer takes its placeholder's place; a follow-up may be private."""
    asked = await town.slash(news, ana, "slow", file=town.file("notes.txt", b"12345"))
    assert (await town.answer_to(asked)).text == "done 5"
    first, second = await town.answers_to(asked)
    assert (first.ephemeral, second.ephemeral) == (False, True)


async def test_sub_command_with_a_channel(town: Town, guild: Guild, news: Channel) -> None:
    """A sub-command takes a channel."""
    asked = await town.slash(news, guild.member("olga"), "config watch", channel=news)
    assert (await town.answer_to(asked)).text == "watching news"


async def test_autocomplete(town: Town, news: Channel, ana: Member) -> None:
    """An option that completes itself offers the bot's choices."""
    choices = await town.complete(news, ana, "colour", "name", "gr")
    assert [choice["value"] for choice in choices] == ["green", "grey"]


async def test_message_menu(town: Town, news: Channel, ana: Member) -> None:
    """A context menu command gets its message."""
    post = await town.post(news, ana, "abc")
    assert (await town.answer_to(await town.context_menu(ana, "Count letters", post))).text == "3 letters"


async def test_member_menu(town: Town, guild: Guild, news: Channel, ana: Member) -> None:
    """A context menu command gets its member."""
    asked = await town.context_menu(ana, "Greet", guild.member("ben"), news)
    assert (await town.answer_to(asked)).text == "hello ben"


async def test_attachments_go_both_ways(town: Town, news: Channel, ana: Member) -> None:
    """The bot reads a member's file and posts one."""
    answer = await town.answer_to(await town.post(news, ana, "file", attachments=[("a.txt", b"1234")]))
    assert answer.text == "4 bytes"
    assert answer.attachments[0].name == "code.txt"
    assert b"SimpleBot" in answer.attachments[0].data


async def test_user_install(town: Town) -> None:
    """A user who installed the bot calls it in a server without it, and among friends."""
    elsewhere = town.guild("Elsewhere", installed=False, members=["zoe"])
    zoe, place = elsewhere.member("zoe"), elsewhere.channel("general")
    town.install_for(zoe)
    asked = await town.slash(place, zoe, "say", text="from afar")
    assert (await town.answer_to(asked)).text == "from afar"
    among = town.private(zoe, town.user("yan"))
    assert (await town.answer_to(await town.slash(among, zoe, "say", text="among us", private=True))).ephemeral


async def test_direct_messages(town: Town, ana: Member) -> None:
    """The bot answers messages and commands in direct messages."""
    place = town.dm(ana)
    assert (await town.answer_to(await town.post(place, ana, "echo hello"))).text == "hello"
    assert (await town.answer_to(await town.slash(place, ana, "say", text="good day"))).text == "good day"


async def test_forum_post(town: Town, guild: Guild, ana: Member) -> None:
    """A forum post's first message has its thread's id."""
    forum = town.channel(guild, "forum", ChannelKind.FORUM)
    thread, post = await town.forum_post(forum, ana, "topic", "echo first")
    assert thread.id == post.id
    assert (await town.answer_to(post)).text == "first"
