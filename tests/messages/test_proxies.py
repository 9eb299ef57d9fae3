"""Whether a webhook's message repeats a member's."""

import asyncio
from dataclasses import replace

import pytest

from bot.messages.posts.post import File, Post
from bot.messages.proxies import Proxies, name_id, repeats
from config import limits
from tests.support.patience import PATIENCE


async def _nothing() -> bytes:
    return b""


WRITTEN = Post(id=1, channel=5, guild=2, author=3, texts=("r: see https://news.example/a",))
COPY = Post(id=9, channel=5, guild=2, author=77, texts=("see https://news.example/a",), is_bot=True)
PICTURE = File("a.pdf", None, 20, _nothing)


@pytest.mark.parametrize(
    ("copy", "original", "same"),
    [
        (COPY, WRITTEN, True),
        (replace(COPY, texts=("see https://news.example/a", "an embed's text")), WRITTEN, True),
        (replace(COPY, channel=6), WRITTEN, False),
        (replace(COPY, texts=("see https://news.example/b",)), WRITTEN, False),
        (COPY, replace(WRITTEN, texts=(WRITTEN.texts[0] + " and more" * 30,)), False),
        (replace(COPY, texts=(), files=(PICTURE,)), replace(WRITTEN, texts=("r:",), files=(PICTURE,)), True),
        (replace(COPY, texts=(), files=(PICTURE,)), WRITTEN, False),
        (replace(COPY, texts=()), WRITTEN, False),
    ],
)
def test_repeats(copy: Post, original: Post, same: bool) -> None:
    """The same words but for a proxy's tags, and the same files, in the same channel."""
    assert repeats(copy, original) is same


async def test_spoken() -> None:
    """A copy is its member's once the original is gone, also when it is edited later."""
    proxies = Proxies()
    proxies.wrote(replace(WRITTEN, roles=frozenset({8}), may_embed=True))
    proxies.deleted(WRITTEN.id)
    spoken = await proxies.spoken(COPY)
    assert (spoken.author, spoken.is_bot, spoken.is_proxied) == (3, False, True)
    assert (spoken.roles, spoken.may_embed, spoken.texts) == (frozenset({8}), True, COPY.texts)
    assert proxies.is_used_by(3)
    edited = replace(COPY, texts=("something else",))
    assert (await proxies.spoken(edited)).author == 3


async def test_each_of_several_messages_may_be_repeated() -> None:
    """What is written meanwhile is known as well."""
    proxies = Proxies()
    other = replace(WRITTEN, id=2, author=4, texts=("l: and https://news.example/b",))
    for written in (WRITTEN, other):
        proxies.wrote(written)
        proxies.deleted(written.id)
    assert (await proxies.spoken(replace(COPY, texts=("and https://news.example/b",)))).author == 4


def test_names_are_counted_apart() -> None:
    """Each name of a webhook has a number of its own, which is no id of Discord's."""
    assert name_id(1, "Sky") == name_id(1, "Sky") < 0
    assert len({name_id(1, "Sky"), name_id(1, "Rain"), name_id(2, "Sky")}) == 3


async def test_member_who_waits_for_a_proxy_is_answered_when_none_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A message that nobody deletes within seconds is its member's own, and a copy of it is the webhook's."""
    monkeypatch.setattr(limits, "PROXY_SECONDS", 0.02)
    proxies = Proxies()
    proxies.wrote(WRITTEN)
    async with asyncio.timeout(PATIENCE):
        assert not await proxies.takes(WRITTEN)
        assert await proxies.spoken(COPY) is COPY
    assert not proxies.is_used_by(WRITTEN.author)


async def test_message_that_a_proxy_takes() -> None:
    """A message that is deleted while it is waited for is left to its copy; one that nobody wrote here is not."""
    proxies = Proxies()
    proxies.wrote(WRITTEN)
    asyncio.get_running_loop().call_later(0.01, proxies.deleted, 5, WRITTEN.id)
    assert await proxies.takes(WRITTEN)
    assert not await proxies.takes(COPY)


async def test_what_was_written_is_forgotten_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """After seconds no message counts as an original any more, and of speakers so many are remembered."""
    monkeypatch.setattr(limits, "PROXY_SECONDS", 0.0)
    monkeypatch.setattr(limits, "PROXIED_REMEMBERED", 1)
    proxies = Proxies()
    proxies.wrote(WRITTEN)
    proxies.deleted(WRITTEN.id)
    proxies.wrote(replace(WRITTEN, id=2, author=4))
    assert await proxies.spoken(COPY) is COPY
    proxies.deleted(2)
    assert (await proxies.spoken(COPY)).author == 4
    proxies.wrote(replace(WRITTEN, id=6, author=8))
    proxies.deleted(6)
    assert (await proxies.spoken(replace(COPY, id=10))).author == 8
    assert not proxies.is_used_by(4)
    assert proxies.is_used_by(8)


def test_numbers_of_names_have_seven_bytes() -> None:
    """They fit into what a database keeps of an id."""
    assert all(-(2**56) <= name_id(webhook, "Sky") < 0 for webhook in range(300))


def test_name_of_broken_characters_has_a_number() -> None:
    """Discord lets a name hold half of a pair of surrogates."""
    assert name_id(1, "Sky \ud83d") < 0
