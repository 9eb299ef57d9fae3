"""Which domains a server answers: its lists of allowed and denied ones."""

from fnmatch import fnmatchcase

from bot.i18n.marking import to_say
from config.guild import GuildSettings

DENIED = to_say("The domain {domain} is not answered here (/config domains).")
"""What is said of a link whose domain a server does not answer."""


def permits(host: str, settings: GuildSettings) -> bool:
    """Whether a server answers links of a host: it must be allowed where there is a list, and not be denied."""
    if denies(host, settings):
        return False
    return not settings.allow or any(_matches(host, pattern) for pattern in settings.allow)


def denies(host: str, settings: GuildSettings) -> bool:
    """Whether a server leaves a host alone."""
    return any(_matches(host, pattern) for pattern in settings.deny)


def _matches(host: str, pattern: str) -> bool:
    """Whether a host is of a domain: `example.org` is it and all below it, `*.example.org` what is below it."""
    if "*" in pattern:
        return fnmatchcase(host, pattern)
    return host == pattern or host.endswith(f".{pattern}")
