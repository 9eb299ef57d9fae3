"""Rules of Discord that a bot runs into, each named by the title of the page of its documentation that says so."""

from datetime import datetime

import aiohttp
import discord
import pytest

from cogs.shared.client import INVITE
from playground.gateway import GUILDS_PER_SHARD, Close
from playground.guilds import BOT_PERMISSIONS
from playground.rules.permissions import EVERYONE, bits
from playground.rules.state import Channel, ChannelKind, Guild, Member, MessageKind
from playground.server import LocalDiscord
from tests.playground.rest import Rest
from tests.playground.simple_bot import SimpleBot
from tests.playground.test_gateway import close_code, identify
from tests.support.town import NotOfferedError, Town, poll_of

NO_CONTENT = (1 << 26) - 1 - (1 << 15)


def test_invitation() -> None:
    """Permissions: the bot's own role has what the invitation asks for; everybody has but commands beyond it."""
    assert bits(BOT_PERMISSIONS) == INVITE.value
    assert bits(EVERYONE) & ~INVITE.value == bits("use_application_commands")


# --- channels and threads -------------------------------------------------------------------------------------------


async def test_kinds_of_channels() -> None:
    """Channels Resource: voice and stage channels have a bitrate and a user limit, media channels have tags."""
    async with Town() as town:
        guild = town.guild()
        kinds = [ChannelKind.VOICE, ChannelKind.STAGE, ChannelKind.MEDIA, ChannelKind.NEWS, ChannelKind.CATEGORY]
        made = [town.channel(guild, kind.name.lower(), kind) for kind in kinds]
        bot = await town.start(SimpleBot)
        known = {channel.id: channel.type.value for channel in bot.guilds[0].channels}
        assert [known[channel.id] for channel in made] == kinds


async def test_age_restriction_and_spoilers(rest: Rest, town: Town, guild: Guild) -> None:
    """Channels Resource: a channel says that it is age-restricted, and by a flag that it is for spoilers."""
    adult = town.channel(guild, "adult", nsfw=True)
    spoilers = town.channel(guild, "spoilers", spoiler=True)
    assert (await rest("GET", f"/channels/{adult.id}"))[1]["nsfw"] is True
    assert (await rest("GET", f"/channels/{spoilers.id}"))[1]["flags"] == 1 << 21


async def test_voice_chat_needs_connect(town: Town, guild: Guild, ana: Member, rest: Rest) -> None:
    """Channels Resource, Get Channel Messages: in a voice channel CONNECT is needed too."""
    voice = town.channel(guild, "lounge", ChannelKind.VOICE)
    bot = await town.start(SimpleBot)
    await town.post(voice, ana, "unheard")
    assert (await rest.send(voice, content="a"))[1]["code"] == 50001
    assert (await rest("GET", f"/channels/{voice.id}"))[0] == 200
    town.permit(voice, allow="connect")
    await town.post(voice, ana, "heard")
    await town.settle()
    assert (await rest.send(voice, content="a"))[0] == 200
    assert bot.heard == ["heard"]


@pytest.mark.parametrize("kind", [ChannelKind.VOICE, ChannelKind.STAGE])
async def test_no_threads_in_voice(rest: Rest, town: Town, guild: Guild, ana: Member, kind: ChannelKind) -> None:
    """Threads: they are started from messages of text and announcement channels alone."""
    place = town.channel(guild, "lounge", kind)
    town.permit(place, allow="connect")
    post = await town.post(place, ana, "a")
    for path in (f"/channels/{place.id}/messages/{post.id}/threads", f"/channels/{place.id}/threads"):
        assert (await rest("POST", path, {"name": "talk"}))[1]["code"] == 50024
    with pytest.raises(NotOfferedError):
        await town.thread(post, ana, "talk")


async def test_kind_of_thread(rest: Rest, town: Town, guild: Guild, news: Channel, ana: Member) -> None:
    """Threads: a thread of an announcement channel has a type of its own; one without a message is private."""
    announcements = town.channel(guild, "announcements", ChannelKind.NEWS)
    post = await town.post(announcements, ana, "a")
    _, made = await rest("POST", f"/channels/{announcements.id}/messages/{post.id}/threads", {"name": "talk"})
    assert made["type"] == ChannelKind.NEWS_THREAD
    path = f"/channels/{news.id}/threads"
    assert (await rest("POST", path, {"name": "quiet"}))[1]["code"] == 50013
    town.empower(guild, "create_private_threads")
    assert (await rest("POST", path, {"name": "quiet"}))[1]["type"] == ChannelKind.PRIVATE_THREAD


async def test_private_thread(town: Town, news: Channel, ana: Member, rest: Rest) -> None:
    """Threads: a private thread reaches its members alone; a mention in it makes one a member."""
    bot = await town.start(SimpleBot)
    thread = await town.thread(news, ana, "quiet", private=True)
    await town.post(thread, ana, "among us")
    await town.settle()
    assert (bot.heard, bot.get_channel(thread.id)) == ([], None)
    assert (await rest("GET", f"/channels/{thread.id}"))[1]["code"] == 50001
    await town.post(thread, ana, f"come in {town.bot.mention}")
    await town.settle()
    assert bot.heard == [f"come in {town.bot.mention}"]
    assert bot.get_channel(thread.id) is not None


async def test_archived_thread(rest: Rest, town: Town, guild: Guild, news: Channel, ana: Member) -> None:
    """Threads: in an archived thread messages can be deleted and nothing else; a new message opens it again."""
    town.empower(guild, "add_reactions")
    thread = await town.thread(news, ana, "talk")
    _, first = await rest.send(thread, content="a")
    _, second = await rest.send(thread, content="b")
    await town.archive(thread)
    path = f"/channels/{thread.id}/messages"
    assert (await rest("PATCH", f"{path}/{first['id']}", {"content": "c"}))[1]["code"] == 50083
    assert (await rest("PUT", f"{path}/{first['id']}/reactions/%F0%9F%91%8D/@me"))[1]["code"] == 50083
    assert (await rest("PUT", f"/channels/{thread.id}/thread-members/@me"))[1]["code"] == 50083
    with pytest.raises(NotOfferedError):
        await town.slash(thread, ana, "say", text="a")
    assert (await rest("DELETE", f"{path}/{second['id']}"))[0] == 204
    assert thread.archived
    assert (await rest.send(thread, content="d"))[0] == 200
    assert not thread.archived


async def test_locked_thread(rest: Rest, town: Town, guild: Guild, news: Channel, ana: Member) -> None:
    """Threads: in a locked thread only moderators write; once it is archived, nobody else deletes either."""
    thread = await town.thread(news, ana, "talk")
    _, first = await rest.send(thread, content="a")
    path = f"/channels/{thread.id}/messages"
    await town.archive(thread, locked=True)
    assert (await rest.send(thread, content="b"))[1]["code"] == 160005
    assert (await rest("PATCH", f"{path}/{first['id']}", {"content": "c"}))[1]["code"] == 160005
    assert (await rest("DELETE", f"{path}/{first['id']}"))[1]["code"] == 160005
    town.empower(guild, "manage_threads")
    assert (await rest.send(thread, content="b"))[0] == 200


async def test_active_threads(rest: Rest, town: Town, news: Channel, ana: Member) -> None:
    """Opcodes and Status Codes: a guild has at most a thousand active threads (160006)."""
    for number in range(1000):
        await town.thread(news, ana, f"{number}")
    post = await town.post(news, ana, "a")
    answer = await rest("POST", f"/channels/{news.id}/messages/{post.id}/threads", {"name": "one more"})
    assert answer[1]["code"] == 160006


async def test_resolved_thread(town: Town, news: Channel, ana: Member) -> None:
    """Receiving and Responding to Interactions: a thread among the options comes with its metadata, not its owner."""
    thread = await town.thread(news, ana, "talk")
    resolved: dict[str, dict[str, dict[str, object]]] = {}
    town.people.resolve(news, thread, resolved)
    given = resolved["channels"][str(thread.id)]
    assert {"id", "name", "type", "permissions", "parent_id", "thread_metadata"} <= set(given)
    assert not {"owner_id", "member_count", "message_count"} & set(given)


# --- messages -------------------------------------------------------------------------------------------------------


async def test_answered_message_without_the_intent() -> None:
    """Gateway, Message Content Intent: a message that mentions the bot is read, the one that it answers is not."""
    async with Town(allowed_intents=NO_CONTENT) as town:
        guild = town.guild()
        news, ana = guild.channel("news"), guild.member("ana")
        bot = await town.start(lambda: SimpleBot(intents=discord.Intents.default()))
        origin = await town.post(news, ana, "https://example.org/story")
        await town.post(news, ana, f"{town.bot.mention} this", reply_to=origin)
        await town.settle()
        assert bot.heard == ["", f"{town.bot.mention} this"]
        assert bot.answered == [""]


async def test_nonce_by_author(rest: Rest, town: Town, guild: Guild, news: Channel) -> None:
    """Message Resource, Create Message: an enforced nonce is held against all messages of its author."""
    _, first = await rest.send(news, content="a", nonce="n1", enforce_nonce=True)
    _, again = await rest.send(guild.channel("general"), content="b", nonce="n1", enforce_nonce=True)
    assert (again["id"], again["channel_id"]) == (first["id"], str(news.id))
    assert town.messages(guild.channel("general")) == []


async def test_nonce_of_a_deleted_message(rest: Rest, town: Town, news: Channel) -> None:
    """Message Resource, Create Message: what has the nonce of a message that is gone is refused, for some minutes."""
    _, first = await rest.send(news, content="a", nonce="n1", enforce_nonce=True)
    await town.delete(news.messages[int(first["id"])])
    assert (await rest.send(news, content="a", nonce="n1", enforce_nonce=True))[1]["code"] == 10008
    town.later(seconds=600)
    assert (await rest.send(news, content="a", nonce="n1", enforce_nonce=True))[0] == 200


async def test_edits_of_an_old_message(rest: Rest, town: Town, news: Channel) -> None:
    """Opcodes and Status Codes: a message older than an hour is edited so often and no more (30046)."""
    number = town.discord.service.ids.next() - (2 * 3_600_000 << 22)
    message = town.people.post(news, town.bot, "old", number=number)
    path = f"/channels/{news.id}/messages/{message.id}"
    codes = [(await rest("PATCH", path, {"content": f"{n}"}))[1].get("code") for n in range(31)]
    assert codes == [None] * 30 + [30046]


async def test_failure_has_its_code(rest: Rest, town: Town, news: Channel) -> None:
    """Opcodes and Status Codes: a refusal that a test asks for carries Discord's own code."""
    town.fail("POST", "/messages", 400, code=200000)
    status, answer = await rest.send(news, content="a")
    assert (status, answer["code"]) == (400, 200000)


async def test_pin(town: Town, news: Channel, ana: Member) -> None:
    """Message Resource: a pin updates its message without an edit, and Discord says so in a message of its own."""
    bot = await town.start(SimpleBot)
    post = await town.post(news, ana, "a")
    await town.edit(post, "b")
    edited = post.edited_at
    notice = await town.pin(post, ana)
    await town.settle()
    assert (notice.kind, notice.content) == (MessageKind.PINNED, "")
    assert bot.edits == [(post.id, edited), (post.id, edited)]


async def test_poll(town: Town, news: Channel, ana: Member) -> None:
    """Poll Resource: a poll comes with its question and answers, and no content."""
    bot = await town.start(SimpleBot)
    await town.post(news, ana, poll=poll_of("Read https://example.org/story?", "yes", "no"))
    await town.settle()
    assert bot.heard == [""]
    (poll,) = bot.polls
    assert poll == "Read https://example.org/story?"


async def test_publishing(town: Town, guild: Guild, news: Channel, ana: Member) -> None:
    """Message Resource, Crosspost Message: an announcement is marked, and followers get it by a webhook."""
    bot = await town.start(SimpleBot)
    announcements = town.channel(guild, "announcements", ChannelKind.NEWS)
    announcements.followers.append(news)
    post = await town.post(announcements, ana, "read all about it")
    (copy,) = await town.publish(post)
    await town.settle()
    assert bot.heard == ["read all about it"] * 2
    assert (post.flags & 1, copy.flags & 2, copy.webhook_id is not None) == (1, 2, True)
    assert bot.edits == [(post.id, None)]


async def test_automatic_moderation(town: Town, guild: Guild, news: Channel, ana: Member) -> None:
    """Auto Moderation: what it blocks is not posted, and its alert is a message of Discord's own."""
    guild.blocked_words, guild.updates_channel = ("swindle",), guild.channel("general").id
    with pytest.raises(NotOfferedError):
        await town.post(news, ana, "a Swindle: https://example.org/")
    (alert,) = town.messages(guild.channel("general"))
    assert (alert.kind, alert.content) == (MessageKind.AUTOMOD, "")


async def test_automatic_moderation_of_a_users_app() -> None:
    """Auto Moderation, Opcodes and Status Codes: it leaves a guild's bots alone, but not an app that a user brings."""
    async with Town() as town:
        guild = town.guild(installed=False)
        guild.blocked_words = ("swindle",)
        ana = guild.member("ana")
        town.install_for(ana)
        await town.start(SimpleBot)
        asked = await town.slash(guild.channel("news"), ana, "say", text="a swindle")
        await town.settle()
        assert (asked.answer_type, town.requests("POST", ".*/callback")[-1].status) == (None, 400)


# --- members, guilds and shards -------------------------------------------------------------------------------------


async def test_time_out(rest: Rest, town: Town, guild: Guild, news: Channel) -> None:
    """Permissions, Permissions for Timed Out Members: such a member may look and read, and nothing else."""
    bot = await town.start(SimpleBot)
    await town.time_out(guild)
    await town.settle()
    assert (await rest.send(news, content="a"))[1]["code"] == 50013
    assert (await rest("GET", f"/channels/{news.id}/messages"))[0] == 200
    me = bot.guilds[0].me
    assert me.timed_out_until is not None
    assert me.timed_out_until > datetime.now(me.timed_out_until.tzinfo)
    await town.time_out(guild, minutes=0)
    assert (await rest.send(news, content="a"))[0] == 200


async def test_outage(town: Town, guild: Guild, news: Channel, ana: Member) -> None:
    """Gateway Events, Guild Delete: in an outage a guild is unavailable, which is no farewell."""
    bot = await town.start(SimpleBot)
    await town.outage(guild)
    await town.post(news, ana, "unheard")
    await town.settle()
    assert (bot.unavailable, bot.guilds_left, bot.heard) == ([guild.id], [], [])
    await town.recover(guild)
    await town.post(news, ana, "heard")
    await town.settle()
    assert bot.heard == ["heard"]


async def test_guilds_of_a_shard() -> None:
    """Gateway, Sharding: a shard has at most 2,500 guilds; with more, IDENTIFY is closed with 4011."""
    async with LocalDiscord() as server:
        owner = server.service.user("olga")
        for _ in range(GUILDS_PER_SHARD + 1):
            server.service.guild("one of many", owner)
        assert await close_code(server, identify(server)) == Close.SHARDING_REQUIRED
        headers = {"Authorization": f"Bot {server.token}"}
        async with (
            aiohttp.ClientSession(headers=headers) as client,
            client.get(f"{server.api_url}/gateway/bot") as answer,
        ):
            assert (await answer.json())["shards"] == 3


async def test_interaction_tokens_end() -> None:
    """Receiving and Responding to Interactions: a token is good for fifteen minutes, then it is 50027."""
    async with Town() as town, aiohttp.ClientSession() as client:
        guild = town.guild()
        await town.start(SimpleBot)
        asked = await town.slash(guild.channel("news"), guild.member("ana"), "say", text="a")
        await town.answer_to(asked)
        url = f"{town.discord.api_url}/webhooks/{town.discord.service.application}/{asked.token}/messages/@original"
        for seconds, expected in ((14 * 60, (200, None)), (2 * 60, (401, 50027))):
            town.later(seconds=seconds)
            async with client.patch(url, json={"content": "b"}) as answer:
                assert (answer.status, (await answer.json()).get("code")) == expected
