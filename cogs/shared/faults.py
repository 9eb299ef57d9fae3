"""Discord's faults as the program's own."""

from collections.abc import Iterator
from contextlib import contextmanager

import aiohttp
import discord

from bot.errors import DeliveryError, GoneError

# Discord's error codes for a message, channel or thread that is gone or hidden, and for a reply to such a one.
_GONE = frozenset({10003, 10008, 50001})
_INVALID_FORM = 50035


@contextmanager
def discord_faults() -> Iterator[None]:
    """Turn what discord.py raises into GoneError and DeliveryError."""
    try:
        yield
    except discord.HTTPException as error:
        unknown_reference = error.code == _INVALID_FORM and "message_reference" in error.text
        raise (GoneError if error.code in _GONE or unknown_reference else DeliveryError) from error
    except (discord.DiscordException, aiohttp.ClientError, TimeoutError, OSError) as error:
        raise DeliveryError from error
