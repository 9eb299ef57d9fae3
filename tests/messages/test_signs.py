"""Signs of why there is no brief: which, and that they go again."""

import asyncio

import pytest

from bot.errors import (
    BusyChannelError,
    DeliveryError,
    HttpStatusError,
    LimitReachedError,
    LoginWallError,
    NutgrafError,
    PaywallError,
    TooShortError,
)
from bot.messages.posts.gates import Stop
from bot.messages.signs import Sign, Signs, sign_of, sign_of_stop


class Reactions:
    """Keeps the reactions that stand, and refuses new ones where it is told to."""

    def __init__(self) -> None:
        self.standing: list[tuple[int, int, str]] = []
        self.refuses = False

    async def react(self, channel: int, message: int, emoji: str) -> None:
        """Add one."""
        if self.refuses:
            raise DeliveryError
        self.standing.append((channel, message, emoji))

    async def take_back(self, channel: int, message: int, emoji: str) -> None:
        """Take one back."""
        self.standing.remove((channel, message, emoji))


@pytest.mark.parametrize(
    ("error", "sign"),
    [
        (LimitReachedError(), Sign.LATER),
        (BusyChannelError(), Sign.LATER),
        (PaywallError(), Sign.CLOSED),
        (LoginWallError(), Sign.CLOSED),
        (HttpStatusError(code=404), Sign.NOTHING),
        (TooShortError(), Sign.NOTHING),
    ],
)
def test_sign_of_a_fault(error: NutgrafError, sign: Sign) -> None:
    """A limit passes, a wall is locked, and of all else nothing could be read."""
    assert sign_of(error) is sign


def test_sign_of_a_gate() -> None:
    """What may not be briefed is locked; what is nothing to brief is a question."""
    assert [sign_of_stop(stop) for stop in (Stop.ROLE, Stop.DOMAIN, Stop.NOTHING)] == [
        Sign.CLOSED,
        Sign.CLOSED,
        Sign.NOTHING,
    ]


async def test_signs_go_again() -> None:
    """After their time, and at once where the bot stops; where the bot may not react there is none."""
    reactions = Reactions()
    brief, lasting = Signs(reactions, seconds=0.01), Signs(reactions, seconds=600)
    await brief.show(1, 2, Sign.CLOSED)
    await lasting.show(1, 3, Sign.LATER)
    assert len(reactions.standing) == 2
    await asyncio.sleep(0.2)
    assert reactions.standing == [(1, 3, "⏳")]
    await lasting.stop()
    assert reactions.standing == []
    reactions.refuses = True
    await brief.show(1, 2, Sign.CLOSED)
    assert reactions.standing == []
