"""Discord's buckets are enforced, and the real client lives with 429 and 502."""

import asyncio

import pytest

from playground.rules.buckets import Buckets
from playground.rules.state import Channel
from tests.playground.rest import Rest, rest_of
from tests.playground.simple_bot import SimpleBot
from tests.support.patience import measured_again
from tests.support.town import Town


class Clock:
    """A clock that stands until it is set."""

    now = 0.0

    def __call__(self) -> float:
        """The time, seconds."""
        return self.now


MESSAGES = "/channels/1/messages"


def test_bucket_of_messages() -> None:
    """Five messages in five seconds pass in a channel; the sixth waits for the window's end; other channels do not."""
    clock = Clock()
    buckets = Buckets(clock)
    verdicts = [buckets.take("POST", MESSAGES) for _ in range(5)]
    assert [verdict.headers["X-RateLimit-Remaining"] for verdict in verdicts] == ["4", "3", "2", "1", "0"]
    clock.now = 2.0
    assert buckets.take("POST", MESSAGES).retry_after == pytest.approx(3.0)
    assert buckets.take("POST", "/channels/2/messages").retry_after is None
    clock.now = 5.0
    assert buckets.take("POST", MESSAGES).retry_after is None
    assert buckets.refused == [f"POST {MESSAGES}"]


def test_global_limit() -> None:
    """Fifty requests a second pass over all routes; answers to interactions do not count."""
    buckets = Buckets(Clock())
    for number in range(50):
        assert buckets.take("POST", f"/channels/{number}/messages").retry_after is None
    verdict = buckets.take("POST", "/channels/99/messages")
    assert verdict.everywhere
    assert buckets.take("POST", "/interactions/1/token/callback").retry_after is None


@pytest.mark.parametrize(
    ("method", "path", "requests"),
    [
        ("PUT", "/channels/1/messages/2/reactions/x/@me", 1),
        ("DELETE", "/channels/1/messages/2", 5),
        ("POST", "/webhooks/1/token", 5),
        ("POST", "/channels/1/typing", 5),
    ],
)
def test_other_buckets(method: str, path: str, requests: int) -> None:
    """Reactions, deletions, webhooks and typing have buckets of their own."""
    buckets = Buckets(Clock())
    for _ in range(requests):
        assert buckets.take(method, path).retry_after is None
    assert buckets.take(method, path).retry_after is not None


@measured_again
async def test_refusal_is_one_that_the_client_waits_for() -> None:
    """A 429 names its wait and comes through a proxy, as clients expect of Discord's own."""
    async with Town() as town, rest_of(town) as rest:
        news = town.guild().channel("news")
        answers = [await rest.send(news, content=str(number)) for number in range(6)]
        status, body = answers[-1]
        assert status == 429
        assert 0 < body["retry_after"] <= 5
        assert town.too_many_requests == 1
        assert len(town.messages(news)) == 5


@measured_again
async def test_client_keeps_within_the_buckets() -> None:
    """The client that answers twelve messages at once is never refused: it waits by the headers."""
    async with Town() as town:
        guild = town.guild(channels=[f"c{number}" for number in range(4)])
        await town.start(SimpleBot)
        ana = guild.member("ana")
        places = [guild.channel(f"c{number}") for number in range(4)]
        posts = [await town.post(place, ana, f"echo {number}") for place in places for number in range(3)]
        await asyncio.gather(*(town.answer_to(post) for post in posts))
        assert town.too_many_requests == 0


@measured_again
async def test_client_waits_after_a_429() -> None:
    """A client that runs into a full bucket waits and sends once more, to success."""
    async with Town() as town, rest_of(town) as rest:
        guild = town.guild()
        town.empower(guild, "add_reactions")
        bot = await town.start(SimpleBot)
        news, ana = guild.channel("news"), guild.member("ana")
        post = await town.post(news, ana, "a")
        path = f"/channels/{news.id}/messages/{post.id}/reactions/%F0%9F%91%8D/@me"
        assert (await rest("PUT", path))[0] == 204
        channel = bot.get_channel(news.id)
        assert channel is not None
        assert await _reacted(bot, town, news, post.id)
        assert town.too_many_requests == 1


async def _reacted(bot: SimpleBot, town: Town, news: Channel, number: int) -> bool:
    await bot.http.add_reaction(news.id, number, "👎")
    return bool(news.messages[number].reactions["👎"]) and town.bot.id in news.messages[number].reactions["👎"]


@pytest.mark.parametrize("status", [500, 502])
async def test_client_tries_again_after_a_server_error(status: int) -> None:
    """A 500 or 502 is tried again, and the message is posted once."""
    async with Town() as town:
        guild = town.guild()
        await town.start(SimpleBot)
        news = guild.channel("news")
        town.fail("POST", f"/channels/{news.id}/messages", status)
        answer = await town.answer_to(await town.post(news, guild.member("ana"), "echo a"))
        assert answer.text == "a"
        assert [request.status for request in town.requests("POST", ".*/messages")] == [status, 200]


async def test_answer_to_an_interaction_is_tried_again() -> None:
    """An answer to an interaction that meets a 502 is given once more, within its three seconds."""
    async with Town() as town:
        guild = town.guild()
        await town.start(SimpleBot)
        town.fail("POST", "/interactions/", 502)
        asked = await town.slash(guild.channel("news"), guild.member("ana"), "say", text="at last")
        assert (await town.answer_to(asked)).text == "at last"


async def test_limits_can_be_switched_off(rest: Rest, town: Town, news: Channel) -> None:
    """Without rate limits nothing is refused."""
    for number in range(8):
        assert (await rest.send(news, content=str(number)))[0] == 200
    assert town.too_many_requests == 0
