"""Which domains a server answers: its lists of allowed and denied ones."""

from bot.i18n.marking import to_say
from bot.i18n.words import Words
from config.guild import GuildSettings

DENIED = to_say("The domain {domain} is not answered here (/config domains).")
"""What is said of a link whose domain a server does not answer."""

_WARNINGS = 3


def warnings(settings: GuildSettings, words: Words) -> list[str]:
    """Where the two lists cross: a sentence each, the first three."""
    said = []
    for denied in settings.deny:
        above = [allowed for allowed in settings.allow if _covers(allowed, denied)]
        below = [allowed for allowed in settings.allow if _covers(denied, allowed)]
        fields = {"denied": f"`{denied}`", "allowed": f"`{(below or above or [''])[0]}`"}
        if below:
            said.append(words.say("⚠ {denied} is denied, so nothing of {allowed} is answered.", **fields))
        elif above:
            said.append(words.say("⚠ {denied} is denied, though {allowed} is allowed: it is left alone.", **fields))
        elif settings.allow:
            said.append(words.say("⚠ {denied} need not be denied: only allowed domains are answered.", **fields))
        if len(said) == _WARNINGS or not settings.allow:
            break
    return said


def _covers(pattern: str, domain: str) -> bool:
    """Whether all that one entry means is meant by another too."""
    return pattern == domain or _matches(domain.replace("*", "a"), pattern)


def permits(host: str, settings: GuildSettings) -> bool:
    """Whether a server answers links of a host: it must be allowed where there is a list, and not be denied."""
    if denies(host, settings):
        return False
    return not settings.allow or any(_matches(host, pattern) for pattern in settings.allow)


def denies(host: str, settings: GuildSettings) -> bool:
    """Whether a server leaves a host alone."""
    return any(_matches(host, pattern) for pattern in settings.deny)


def _matches(host: str, pattern: str) -> bool:
    """Whether a host is of a domain: `example.org` is it and all below it, `*.example.org` what is below it.

    A star stands for any characters. Pieces are sought one after the other: a pattern of many stars takes no longer.
    """
    if "*" not in pattern:
        return host == pattern or host.endswith(f".{pattern}")
    first, *between, last = pattern.split("*")
    if not host.startswith(first):
        return False
    at = len(first)
    for piece in between:
        found = host.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return host.endswith(last) and len(host) - len(last) >= at
