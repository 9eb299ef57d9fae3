"""Why Discord cannot be reached, in a sentence."""

import contextlib
import logging
from collections.abc import Iterator

import discord

from bot.errors import ConfigurationError, ExitStatus, NutgrafError

log = logging.getLogger(__name__)

REFUSED = (
    "Discord does not take DISCORD_TOKEN: copy the token anew, under Bot, on "
    "https://discord.com/developers/applications (it is not the client secret and not the public key)."
)
UNREACHABLE = "Discord could not be reached; check the network and https://discordstatus.com, and try again."


class _UnreachableError(NutgrafError):
    template = UNREACHABLE
    status = ExitStatus.UNREACHABLE


@contextlib.contextmanager
def reaching_discord() -> Iterator[None]:
    """Turn what a start on Discord raises into ConfigurationError and NutgrafError, but for refused intents."""
    try:
        yield
    except discord.LoginFailure:
        raise ConfigurationError(REFUSED) from None
    except discord.PrivilegedIntentsRequired:
        raise
    except (discord.GatewayNotFound, OSError) as error:
        log.debug("Discord could not be reached", exc_info=error)
        raise _UnreachableError from error
