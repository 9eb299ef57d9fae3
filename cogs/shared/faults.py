"""Discord's faults as the program's own."""

from collections.abc import Iterator
from contextlib import contextmanager

import aiohttp
import discord

from bot.errors import DeliveryError, GoneError, PassingRefusalError

# Discord's error codes for a message, channel or thread that is gone or hidden, and for a reply to such a one.
_HIDDEN = 50001
_GONE = frozenset({10003, 10008, _HIDDEN})
_INVALID_FORM = 50035
_TOO_MANY_REQUESTS = 429
_SERVER_ERROR = 500


@contextmanager
def discord_faults() -> Iterator[None]:
    """Turn what discord.py raises into GoneError, PassingRefusalError and DeliveryError."""
    try:
        yield
    except discord.RateLimited as error:
        raise PassingRefusalError from error
    except discord.HTTPException as error:
        raise _of(error) from error
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise PassingRefusalError from error
    except discord.DiscordException as error:
        raise DeliveryError from error


def _of(error: discord.HTTPException) -> DeliveryError:
    unknown_reference = error.code == _INVALID_FORM and "message_reference" in error.text
    if error.status == _TOO_MANY_REQUESTS or error.status >= _SERVER_ERROR:
        return PassingRefusalError()
    refused = GoneError() if error.code in _GONE or unknown_reference else DeliveryError()
    if error.code == _HIDDEN or not isinstance(refused, GoneError):
        said = error.text.splitlines()[0] if error.text else f"HTTP {error.status}"
        refused.reason = f"{said} ({error.code})"
    return refused
