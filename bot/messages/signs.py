"""Signs of why there is no brief: a reaction to the message, which goes again."""

import asyncio
import logging
from enum import StrEnum
from typing import Protocol

from bot.errors import (
    AgeGateError,
    CaptchaError,
    ConsentWallError,
    DeliveryError,
    LimitReachedError,
    LoginWallError,
    NutgrafError,
    PaywallError,
)
from bot.messages.posts.gates import Stop

log = logging.getLogger(__name__)


class Sign(StrEnum):
    """Why there is no brief, in one emoji."""

    LATER = "\N{HOURGLASS WITH FLOWING SAND}"
    CLOSED = "\N{LOCK}"
    NOTHING = "\N{BLACK QUESTION MARK ORNAMENT}"


_WALLS = (PaywallError, LoginWallError, ConsentWallError, CaptchaError, AgeGateError)
_FORBIDDEN = frozenset({Stop.ROLE, Stop.DOMAIN, Stop.OPTED_OUT})


def sign_of(error: NutgrafError) -> Sign:
    """The sign of a fault: a limit that passes, a page that is closed, or nothing there that could be read."""
    if isinstance(error, LimitReachedError):
        return Sign.LATER
    return Sign.CLOSED if isinstance(error, _WALLS) else Sign.NOTHING


def sign_of_stop(stop: Stop) -> Sign:
    """The sign of a gate."""
    return Sign.CLOSED if stop in _FORBIDDEN else Sign.NOTHING


class Reacting(Protocol):
    """What signs need of Discord; each raises DeliveryError."""

    async def react(self, channel: int, message: int, emoji: str) -> None:
        """Add a reaction to a message."""
        ...

    async def take_back(self, channel: int, message: int, emoji: str) -> None:
        """Take a reaction of the bot's back."""
        ...


class Signs:
    """Shows signs, and takes each back after a while.

    Args:
        delivery: reacts to messages.
        seconds: how long a sign stands.
    """

    def __init__(self, delivery: Reacting, *, seconds: float) -> None:
        self._delivery = delivery
        self._seconds = seconds
        self._tasks: set[asyncio.Task[None]] = set()
        self._stopping = asyncio.Event()

    async def show(self, channel: int, message: int, sign: Sign) -> None:
        """Show a sign; where the bot may not react, there is none."""
        try:
            await self._delivery.react(channel, message, sign)
        except DeliveryError as error:
            log.debug("no sign in %s: %s", channel, error.reason or error)
            return
        task = asyncio.create_task(self._take_back(channel, message, sign), name="taking back a sign")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def stop(self) -> None:
        """Take back what is still shown."""
        self._stopping.set()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._stopping.clear()

    async def _take_back(self, channel: int, message: int, sign: Sign) -> None:
        try:
            async with asyncio.timeout(self._seconds):
                await self._stopping.wait()
        except TimeoutError:
            pass
        try:
            await self._delivery.take_back(channel, message, sign)
        except DeliveryError as error:
            log.debug("a sign in %s was not taken back: %s", channel, error.reason or error)
