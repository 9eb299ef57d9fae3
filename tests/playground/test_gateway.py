"""The gateway: what it refuses, and resume, shards and intents with the real client."""

import asyncio
import json
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

import aiohttp
import discord
import pytest

from playground.connect import point_at
from playground.gateway import ALL_INTENTS, Close, Intent, Op
from playground.rules.state import ChannelKind
from playground.server import LocalDiscord
from tests.playground.simple_bot import SimpleBot
from tests.support.patience import PATIENCE, measured_again
from tests.support.town import Town


@asynccontextmanager
async def line(server: LocalDiscord, query: str = "") -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    """A bare connection to the gateway, its HELLO still to be read."""
    async with aiohttp.ClientSession() as session, session.ws_connect(server.gateway_url + query) as socket:
        yield socket


def identify(server: LocalDiscord, **changes: Any) -> dict[str, Any]:
    """An IDENTIFY frame."""
    data: dict[str, Any] = {"token": server.token, "intents": 1, "properties": {}, **changes}
    return {"op": Op.IDENTIFY, "d": data}


async def close_code(server: LocalDiscord, frame: Any) -> int | None:
    """The code with which a first frame closes the connection, None when it does not."""
    async with line(server) as socket:
        assert (await socket.receive_json())["op"] == Op.HELLO
        await (socket.send_str(frame) if isinstance(frame, str) else socket.send_json(frame))
        while True:
            message = await socket.receive(timeout=PATIENCE)
            if message.type == aiohttp.WSMsgType.CLOSE:
                return int(message.data)
            if message.type == aiohttp.WSMsgType.TEXT:
                return None


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ({"token": "wrong"}, Close.AUTHENTICATION_FAILED),
        ({"intents": 1 | Intent.MESSAGE_CONTENT}, Close.DISALLOWED_INTENTS),
        ({"intents": 1 << 40}, Close.INVALID_INTENTS),
        ({"shard": [2, 2]}, Close.INVALID_SHARD),
        ({}, None),
    ],
)
async def test_identify(frame: dict[str, Any], code: Close | None) -> None:
    """A wrong token, a privileged intent that is not allowed, unknown intents and shards close with Discord's codes."""
    async with LocalDiscord(allowed_intents=ALL_INTENTS & ~Intent.MESSAGE_CONTENT) as server:
        assert await close_code(server, identify(server, **frame)) == code


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ("no JSON", Close.DECODE),
        ({"op": 99}, Close.UNKNOWN_OP),
        ({"op": Op.PRESENCE, "d": {}}, Close.NOT_AUTHENTICATED),
        ({"op": Op.RESUME, "d": {"token": "wrong", "session_id": "x", "seq": 1}}, Close.AUTHENTICATION_FAILED),
    ],
)
async def test_first_frame(frame: Any, code: Close) -> None:
    """Frames that are no JSON, of an unknown kind or before IDENTIFY close the connection."""
    async with LocalDiscord() as server:
        assert await close_code(server, frame) == code


async def test_identifies_need_a_pause() -> None:
    """A second IDENTIFY within the pause makes the session invalid."""
    async with LocalDiscord(identify_seconds=60) as server:
        for expected in (Op.DISPATCH, Op.INVALID_SESSION):
            async with line(server) as socket:
                await socket.receive_json()
                await socket.send_json(identify(server))
                assert (await socket.receive_json())["op"] == expected


async def test_too_many_frames() -> None:
    """More than 120 frames in a minute close the connection."""
    async with LocalDiscord() as server, line(server) as socket:
        for _ in range(121):
            await socket.send_json({"op": Op.HEARTBEAT, "d": None})
        while (message := await socket.receive(timeout=PATIENCE)).type == aiohttp.WSMsgType.TEXT:
            pass
        assert message.data == Close.RATE_LIMITED


@measured_again
async def test_heartbeats_are_acknowledged_and_missed() -> None:
    """A heartbeat is acknowledged; without any the connection is closed."""
    async with LocalDiscord(heartbeat_seconds=0.5) as server, line(server) as socket:
        assert (await socket.receive_json())["d"] == {"heartbeat_interval": 500}
        await socket.send_json({"op": Op.HEARTBEAT, "d": None})
        assert (await socket.receive_json())["op"] == Op.HEARTBEAT_ACK
        assert (await socket.receive(timeout=PATIENCE)).data == Close.TIMED_OUT


async def test_compression() -> None:
    """With `compress=zlib-stream` the frames are one zlib stream."""
    async with LocalDiscord() as server, line(server, "?compress=zlib-stream") as socket:
        stream = zlib.decompressobj()
        for expected in (Op.HELLO, Op.HEARTBEAT_ACK):
            assert json.loads(stream.decompress(await socket.receive_bytes()))["op"] == expected
            await socket.send_json({"op": Op.HEARTBEAT, "d": None})


async def test_resume_replays_what_was_missed() -> None:
    """After a cut line the client resumes its session and hears what was said meanwhile, in order, once."""
    async with Town() as town:
        guild = town.guild()
        bot = await town.start(SimpleBot)
        news, ana = guild.channel("news"), guild.member("ana")
        await town.post(news, ana, "before")
        await town.settle()
        town.discord.service.gateway.drop()
        for number in range(3):
            await town.post(news, ana, f"meanwhile {number}")
        await town.until(lambda: len(bot.heard) >= 4 or None, "the replay")
        await town.post(news, ana, "after")
        await town.settle()
        assert bot.heard == ["before", "meanwhile 0", "meanwhile 1", "meanwhile 2", "after"]
        assert len(town.discord.service.gateway.identified) == 1
        assert town.discord.service.gateway.resumed == 1


async def test_invalid_session_identifies_anew() -> None:
    """A client whose session is invalid identifies anew and goes on."""
    async with Town() as town:
        guild = town.guild()
        bot = await town.start(SimpleBot)
        town.discord.service.gateway.invalidate()
        await town.until(lambda: len(town.discord.service.gateway.sessions) == 1 or None, "a new session")
        await town.post(guild.channel("news"), guild.member("ana"), "hello")
        await town.until(lambda: bot.heard or None, "the message")
        assert len(town.discord.service.gateway.identified) == 2


async def test_asked_to_reconnect() -> None:
    """A client that is asked to reconnect resumes."""
    async with Town() as town:
        guild = town.guild()
        bot = await town.start(SimpleBot)
        town.discord.service.gateway.ask_reconnect()
        await town.until(lambda: town.discord.service.gateway.resumed or None, "a resume")
        await town.post(guild.channel("news"), guild.member("ana"), "hello")
        await town.settle()
        assert bot.heard == ["hello"]


async def test_two_shards() -> None:
    """With two shards each guild's events come over its own, and private ones over the first."""
    async with Town(shards=2) as town:
        even, odd = town.guild("Even", shard=(0, 2)), town.guild("Odd", shard=(1, 2))
        bot = await town.start(SimpleBot)
        assert [data["shard"] for data in town.discord.service.gateway.identified] == [[0, 2], [1, 2]]
        assert {guild.name: guild.shard_id for guild in bot.guilds} == {"Even": 0, "Odd": 1}
        sessions = {session.shard: session for session in town.discord.service.gateway.sessions.values()}
        for guild, own, other in ((even, 0, 1), (odd, 1, 0)):
            before = sessions[other].seq
            answer = await town.answer_to(await town.post(guild.channel("news"), guild.member("ana"), "echo a"))
            assert answer.text == "a"
            assert sessions[other].seq == before
            assert sessions[own].seq > 0
        ana = odd.member("ana")
        before = sessions[1].seq
        assert (await town.answer_to(await town.post(town.dm(ana), ana, "echo b"))).text == "b"
        assert sessions[1].seq == before


async def test_content_without_the_intent() -> None:
    """Without the message-content intent the bot reads direct messages and mentions of itself, nothing else."""
    async with Town(allowed_intents=ALL_INTENTS & ~Intent.MESSAGE_CONTENT) as town:
        guild = town.guild()
        with pytest.raises(discord.PrivilegedIntentsRequired):
            await town.start(SimpleBot)
        bot = await town.start(lambda: SimpleBot(intents=discord.Intents.default()))
        news, ana = guild.channel("news"), guild.member("ana")
        await town.post(news, ana, "a secret", attachments=[("a.txt", b"a")])
        await town.post(news, ana, f"{town.bot.mention} echo mention")
        dm = await town.post(town.dm(ana), ana, "echo private")
        assert (await town.answer_to(dm)).text == "private"
        mine = town.messages(town.dm(ana), by=town.bot)[0]
        await town.post(news, ana, "again a secret", reply_to=None)
        await town.settle()
        assert bot.heard == ["", f"{town.bot.mention} echo mention", "echo private", ""]
        assert mine.text == "private"


async def test_events_need_their_intents() -> None:
    """A bot without the reactions intent is not told of reactions."""
    async with Town() as town:
        guild = town.guild()
        intents = discord.Intents(guilds=True, guild_messages=True)
        bot = await town.start(lambda: SimpleBot(intents=intents))
        post = await town.post(guild.channel("news"), guild.member("ana"), "a")
        await town.react(post, guild.member("ben"), "👍")
        await town.settle()
        assert (len(bot.heard), bot.reactions) == (1, [])


async def test_hidden_channel_is_silent() -> None:
    """Nothing is told of a channel that the bot does not see."""
    async with Town() as town:
        guild = town.guild()
        bot = await town.start(SimpleBot)
        town.permit(guild.channel("news"), deny="view_channel")
        await town.post(guild.channel("news"), guild.member("ana"), "unheard")
        await town.settle()
        assert bot.heard == []


async def test_life_of_messages_and_channels() -> None:
    """Edits, previews, deletions, reactions, threads, forum posts, gone channels and guilds reach the client."""
    async with Town() as town:
        guild = town.guild()
        bot = await town.start(SimpleBot)
        news, ana = guild.channel("news"), guild.member("ana")
        one, two, three = [await town.post(news, ana, str(number)) for number in range(3)]
        await town.edit(one, "edited")
        await town.unfurl(one, title="A preview")
        await town.react(one, ana, "👍")
        await town.react(one, ana, "👍", add=False)
        thread = await town.thread(one, ana, "talk")
        assert (await town.answer_to(await town.post(thread, ana, "echo in the thread"))).text == "in the thread"
        forum = town.channel(guild, "forum", ChannelKind.FORUM)
        _, post = await town.forum_post(forum, ana, "topic", "echo in the forum")
        assert (await town.answer_to(post)).text == "in the forum"
        await town.delete(one)
        await town.bulk_delete(two, three)
        await town.delete_channel(forum)
        await town.leave(guild)
        await town.settle()
        assert bot.edits == [(one.id, one.edited_at), (one.id, one.edited_at)]
        assert bot.reactions == ["+👍", "-👍"]
        assert bot.deleted == [one.id, two.id, three.id]
        assert bot.channels_gone == [forum.id]
        assert bot.guilds_left == [guild.id]


async def test_new_guild_is_joined() -> None:
    """A guild that the bot comes to while it runs is known at once."""
    async with Town() as town:
        bot = await town.start(SimpleBot)
        guild = town.guild("Late")
        post = await town.post(guild.channel("news"), guild.member("ana"), "echo late")
        assert (await town.answer_to(post)).text == "late"
        assert [known.name for known in bot.guilds] == ["Late"]


async def test_forwards_and_webhooks() -> None:
    """A forward carries its snapshot, and a webhook's message its id, to the client."""
    async with Town() as town:
        guild = town.guild()
        heard: list[discord.Message] = []

        class Listener(SimpleBot):
            async def on_message(self, message: discord.Message) -> None:
                heard.append(message)

        await town.start(Listener)
        news, ana = guild.channel("news"), guild.member("ana")
        post = await town.post(news, ana, "original")
        await town.post(guild.channel("general"), ana, forward=post)
        await town.post(news, town.user("hook", bot=True), "from a hook", webhook=True)
        await town.settle()
        assert [snapshot.content for snapshot in heard[1].message_snapshots] == ["original"]
        assert heard[2].webhook_id is not None


async def test_client_and_server_agree_on_addresses() -> None:
    """`point_at` sets the client's addresses within its block and restores them after it."""
    before = discord.http.Route.BASE
    with point_at("http://127.0.0.1:1/api/v10", "ws://127.0.0.1:1/gateway/"):
        assert discord.http.Route.BASE == "http://127.0.0.1:1/api/v10"
    assert before == discord.http.Route.BASE


async def test_failed_start_is_told() -> None:
    """A bot with a wrong token fails to start with its own error, and nothing hangs."""
    async with Town() as town:

        class Stranger(SimpleBot):
            async def login(self, _: str) -> None:
                await super().login("wrong")

        async with asyncio.timeout(PATIENCE):
            with pytest.raises(discord.LoginFailure):
                await town.start(Stranger)


async def test_members_are_told_with_their_intent() -> None:
    """With the members intent the client chunks its guilds and hears who joins."""
    async with Town() as town:
        guild = town.guild()
        intents = discord.Intents.default() | discord.Intents(members=True)

        class Chunking(discord.Client):
            def __init__(self) -> None:
                super().__init__(intents=intents)

        bot = await town.start(Chunking)
        town.member(guild, "late")
        await town.settle()
        names = {member.name for member in bot.guilds[0].members}
        assert names == {"olga", "ana", "ben", "late", town.bot.name}


async def test_two_processes_share_the_shards() -> None:
    """Two clients with a shard each answer their own guilds, each message once."""
    async with Town(shards=2) as town:
        guilds = [town.guild("Even", shard=(0, 2)), town.guild("Odd", shard=(1, 2))]
        bots = [await town.start(partial(SimpleBot, shard_ids=[n], shard_count=2)) for n in range(2)]
        for number, guild in enumerate(guilds):
            post = await town.post(guild.channel("news"), guild.member("ana"), f"echo {guild.name}")
            (answer,) = await town.answers_to(post)
            assert answer.text == guild.name
            assert bots[number].heard == [f"echo {guild.name}"]


async def test_bot_comes_back() -> None:
    """A guild that threw the bot out can invite it again."""
    async with Town() as town:
        guild = town.guild()
        bot = await town.start(SimpleBot)
        await town.leave(guild)
        await town.invite(guild)
        post = await town.post(guild.channel("news"), guild.member("ana"), "echo again")
        assert (await town.answer_to(post)).text == "again"
        assert bot.guilds_left == [guild.id]


async def test_settling_often_is_no_flood() -> None:
    """A town that settles more often than a client may send frames keeps its line."""
    async with Town() as town:
        guild = town.guild()
        bot = await town.start(SimpleBot)
        for number in range(130):
            await town.post(guild.channel("news"), guild.member("ana"), str(number))
            await town.settle()
        assert len(bot.heard) == 130
        assert town.discord.service.gateway.resumed == 0


async def test_restart() -> None:
    """A bot that is stopped and started again finds its commands and old buttons at work."""
    async with Town() as town:
        guild = town.guild()
        news, ana = guild.channel("news"), guild.member("ana")
        bot = await town.start(SimpleBot)
        card = await town.answer_to(await town.post(news, ana, "card"))
        await town.stop(bot)
        await town.start(SimpleBot)
        assert (await town.answer_to(await town.press(card, ana, "Again"))).text == "again, in private"


async def test_dropped_sockets_are_resumed() -> None:
    """The town cuts the lines and waits until the bot has resumed on every shard."""
    async with Town(shards=2) as town:
        town.guild()
        await town.start(SimpleBot)
        await town.drop_sockets()
        assert town.discord.service.gateway.resumed == 2


async def test_next_message_and_typing() -> None:
    """The next message of the bot in a channel is waited for, and who typed is kept."""
    async with Town() as town:
        guild = town.guild()
        news, ana = guild.channel("news"), guild.member("ana")

        class Typist(SimpleBot):
            async def on_message(self, message: discord.Message) -> None:
                if message.author != self.user:
                    async with message.channel.typing():
                        await message.channel.send("typed")

        await town.start(Typist)
        post = await town.post(news, ana, "go")
        assert (await town.next_message(news, after=post)).text == "typed"
        assert town.typings == [(news, town.bot)]
