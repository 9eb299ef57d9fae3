"""Signs: a reaction that says why there is no brief, and goes again."""

import asyncio

import pytest

from bot.errors import DeliveryError, LimitReachedError, NutgrafError, PaywallError, UnreachableError
from bot.messages.posts.gates import Stop
from bot.messages.signs import Sign, Signs, sign_of, sign_of_stop
from tests.support.chat import Chat
from tests.support.patience import PATIENCE, until


@pytest.mark.parametrize(
    ("error", "sign"),
    [(LimitReachedError(), Sign.LATER), (PaywallError(), Sign.CLOSED), (UnreachableError(), Sign.NOTHING)],
    ids=["limit", "wall", "away"],
)
def test_sign_of_a_fault(error: NutgrafError, sign: Sign) -> None:
    """A limit passes, a wall is shut, and all else is nothing that could be read."""
    assert sign_of(error) is sign


@pytest.mark.parametrize(
    ("stop", "sign"),
    [(Stop.ROLE, Sign.CLOSED), (Stop.DOMAIN, Sign.CLOSED), (Stop.OPTED_OUT, Sign.CLOSED), (Stop.MEDIA, Sign.NOTHING)],
    ids=["role", "domain", "opted out", "media"],
)
def test_sign_of_a_gate(stop: Stop, sign: Sign) -> None:
    """What a server or a member forbids is shut."""
    assert sign_of_stop(stop) is sign


async def test_sign_goes_again() -> None:
    """After its seconds, or when the bot stops."""
    chat = Chat()
    signs = Signs(chat, seconds=0.01)
    await signs.show(1, 2, Sign.LATER)
    assert [emoji for _, emoji in chat.reactions] == [Sign.LATER]
    await until(lambda: not chat.reactions)
    patient = Signs(chat, seconds=60)
    await patient.show(1, 2, Sign.CLOSED)
    await asyncio.sleep(0)
    assert len(chat.reactions) == 1
    async with asyncio.timeout(PATIENCE):
        await patient.stop()
    assert chat.reactions == []


async def test_sign_that_discord_refuses_is_no_fault() -> None:
    """Neither showing one nor taking it back."""
    chat = Chat()
    signs = Signs(chat, seconds=0.0)
    chat.faults["react"] = [DeliveryError()]
    await signs.show(1, 2, Sign.LATER)
    assert chat.calls == ["react"]
    chat.faults["take_back"] = [DeliveryError()]
    await signs.show(1, 2, Sign.LATER)
    await signs.stop()
    assert chat.calls == ["react", "react", "take_back"]


async def test_end_waits_for_every_sign_whatever_fails() -> None:
    """A fault that nobody foresaw keeps the bot from no orderly end, and no other sign from going."""
    chat = Chat()
    signs = Signs(chat, seconds=60)
    await signs.show(1, 2, Sign.LATER)
    await signs.show(1, 3, Sign.LATER)
    await asyncio.sleep(0)
    chat.faults["take_back"] = [RuntimeError("a library's own")]
    await signs.stop()
    assert chat.calls[-2:] == ["take_back", "take_back"]
