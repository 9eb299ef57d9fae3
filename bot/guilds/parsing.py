"""Reads what admins type: domains and lists of them, limits and hours; explains what is wrong with the rest."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from ipaddress import ip_address

from babel import Locale
from babel.numbers import get_currency_symbol

from bot.domain.chat.links import canonical, host_of
from bot.domain.chat.view import clip, escape
from bot.errors import UsageError
from config import limits
from config.guild import EVERYWHERE, GuildSettings, Limits, Section

NONE = "none"
"""What stands for no limit."""

# Other words that admins type for it.
_NO_LIMIT = frozenset({NONE, "no", "no limit", "unlimited", "off", "∞", "-", "–"})

# Characters of somebody's input that an error repeats.
SHOWN_CHARACTERS = 60


# --- domains --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DomainLists:
    """Domains to be answered and not to be answered."""

    allow: tuple[str, ...] = ()
    deny: tuple[str, ...] = ()


def read_domain(typed: str) -> str:
    """A domain as the gates compare it: a host in lower case, with `*` for any characters; an address gives its host.

    Raises:
        UsageError: it is not one.
    """
    wanted = typed.strip().strip("<>").lower()
    host = _pattern(wanted) if "*" in wanted else _host(wanted)
    if not _is_domain(host):
        raise UsageError(
            "“{typed}” is not a domain name; write one such as example.org, or *.example.org for what is below it.",
            typed=_shown(typed),
        )
    return host


def read_domain_list(typed: str) -> tuple[str, ...]:
    """Domains with spaces or commas between them. Raises UsageError for anything else."""
    return _each_once(read_domain(part) for part in re.split(r"[\s,;]+", typed.strip()) if part) or (
        read_domain(typed),
    )


def read_domains(data: bytes) -> DomainLists:
    """The lists of a file: a line each, "allow example.org" or "deny *.example.org"; "#" begins a comment.

    Raises:
        UsageError: the file is no such list; names the first line that is off.
    """
    if len(data) > limits.DOMAINS_FILE_BYTES:
        raise too_large()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError("That file is not a list of domains: it is not UTF-8 text.") from None
    found: dict[str, list[str]] = {"allow": [], "deny": []}
    for number, line in enumerate(text.splitlines(), start=1):
        words = line.partition("#")[0].split()
        if words:
            kind, domain = _entry(number, words, line)
            found[kind].append(domain)
    if not any(found.values()):
        raise UsageError("There is no domain in that file.")
    return DomainLists(_each_once(found["allow"]), _each_once(found["deny"]))


def too_large() -> UsageError:
    """That a file is no list because of its size."""
    return UsageError(
        "That file is too large for a list of domains; at most {kilobytes} kB.",
        kilobytes=limits.DOMAINS_FILE_BYTES // 1000,
    )


def write_domains(settings: GuildSettings) -> bytes:
    """The lists of a server as `read_domains` reads them."""
    lines = [f"allow {domain}" for domain in settings.allow] + [f"deny {domain}" for domain in settings.deny]
    return "".join(f"{line}\n" for line in lines).encode()


def allowing(settings: GuildSettings, *domains: str) -> GuildSettings:
    """These settings with domains allowed, and no longer denied. Raises UsageError for more than a server may have."""
    named = frozenset(domains)
    deny = tuple(kept for kept in settings.deny if kept not in named)
    return _bounded(replace(settings, allow=_each_once([*settings.allow, *domains]), deny=deny))


def denying(settings: GuildSettings, *domains: str) -> GuildSettings:
    """These settings with domains denied, and no longer allowed. Raises UsageError for more than a server may have."""
    named = frozenset(domains)
    allow = tuple(kept for kept in settings.allow if kept not in named)
    return _bounded(replace(settings, deny=_each_once([*settings.deny, *domains]), allow=allow))


def without_domain(settings: GuildSettings, *domains: str) -> GuildSettings:
    """These settings with domains in neither list. Raises UsageError where one is in none."""
    named, listed = frozenset(domains), {*settings.allow, *settings.deny}
    for domain in domains:
        if domain not in listed:
            raise UsageError("{domain} is in neither list; /config show shows what is.", domain=f"`{domain}`")
    return replace(
        settings,
        allow=tuple(kept for kept in settings.allow if kept not in named),
        deny=tuple(kept for kept in settings.deny if kept not in named),
    )


def with_lists(settings: GuildSettings, lists: DomainLists, *, instead: bool) -> GuildSettings:
    """These settings with lists added to what is there, or in its place. Raises UsageError as `allowing`."""
    if instead:
        settings = replace(settings, allow=(), deny=())
    # What a file both allows and denies is denied: the deny list wins in the gates too.
    return denying(allowing(settings, *lists.allow), *lists.deny)


def _entry(number: int, words: list[str], line: str) -> tuple[str, str]:
    try:
        kind, typed = words
        domain = read_domain(typed)
    except (ValueError, UsageError):
        kind, domain = "", ""
    if kind.lower() not in {"allow", "deny"}:
        raise UsageError(
            "That file is not a list of domains: line {line} is “{text}”, and I expect lines such as “deny "
            "example.org”.",
            line=number,
            text=_shown(line),
        ) from None
    return kind.lower(), domain


def _bounded(settings: GuildSettings) -> GuildSettings:
    if max(len(settings.allow), len(settings.deny)) > limits.DOMAINS:
        raise UsageError("A list holds at most {most} domains.", most=limits.DOMAINS)
    return settings


def _host(typed: str) -> str:
    """The host of an address or a bare domain, in the form that links have; "www." says nothing of the site."""
    if "@" in typed or "?" in typed.rpartition("://")[2].partition("/")[0] or any(sign.isspace() for sign in typed):
        return ""
    return host_of(canonical(typed if "://" in typed else f"http://{typed}/")).removeprefix("www.")


def _pattern(typed: str) -> str:
    host = typed.rpartition("://")[2].partition("/")[0].strip(".")
    try:
        return ".".join(
            label.encode().decode("idna") if label.startswith("xn--") else label for label in host.split(".")
        )
    except UnicodeError:
        return ""


def _is_domain(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return len(host) <= 253 and bool(_DOMAIN.fullmatch(host)) and not host.rpartition(".")[2].isdecimal()  # noqa: PLR2004  # The longest name of the DNS.
    return True


# Labels of at most 63 letters, digits, hyphens and stars, at least two of them, with a letter or digit somewhere.
_DOMAIN = re.compile(r"(?=.*[^\W_])(?:(?!-)[\w*-]{1,63}(?<!-)\.)+(?!-)[\w*-]{1,63}(?<!-)")


# --- numbers --------------------------------------------------------------------------------------------------------


def read_count(typed: str, *, least: int) -> int | None:
    """A limit as a whole number of at least `least`; None for "none". Raises UsageError."""
    wanted = typed.strip().lower()
    if wanted in _NO_LIMIT:
        return None
    if not re.fullmatch(r"[0-9]{1,6}", wanted) or int(wanted) < least:
        raise UsageError(
            "I cannot read “{typed}”. Enter a whole number from {least} up, or “none” for no limit.",
            typed=_shown(typed),
            least=least,
        )
    return int(wanted)


def read_money(typed: str, currency: str) -> float | None:
    """A limit in money, with the sign or code of the currency or without; None for "none". Raises UsageError.

    Args:
        typed: such as "2.50", "$5" or "5 EUR".
        currency: the code of the currency in which money is counted here.
    """
    wanted = typed.strip().lower().replace(",", ".")
    if wanted in _NO_LIMIT:
        return None
    found = re.fullmatch(r"(?P<before>[^\d\s.]*)\s*(?P<sum>\d{1,6}(?:\.\d{1,4})?)\s*(?P<after>[^\d\s.]*)", wanted)
    if found is None:
        raise UsageError(
            "I cannot read “{typed}” as money. Enter a sum such as 2.50, or “none” for no limit.", typed=_shown(typed)
        )
    if (named := found["before"] or found["after"]) and named not in _signs(currency):
        raise UsageError("Money is counted in {currency} here; enter the sum without another sign.", currency=currency)
    return float(found["sum"])


def _signs(currency: str) -> frozenset[str]:
    """How a currency is written: its code, and its signs, such as "us$" and "$"."""
    locale = Locale("en")
    symbol = get_currency_symbol(currency, locale).lower()
    return frozenset({currency.lower(), symbol, symbol[-1]})


def checked_repeat(hours: int) -> int:
    """A window in which an article is a repeat. Raises UsageError."""
    if not 0 <= hours <= limits.REPEAT_HOURS:
        raise UsageError("Give me hours from 0 (never a pointer) to {most}.", most=limits.REPEAT_HOURS)
    return hours


def read_hour(typed: str) -> int:
    """An hour of the day. Raises UsageError."""
    wanted = typed.strip().removesuffix(":00")
    if not re.fullmatch(r"[0-9]{1,2}", wanted) or int(wanted) not in range(24):
        raise UsageError("{typed} is not an hour of the day; give one from 0 to 23.", typed=_shown(typed))
    return int(wanted)


def with_limits(
    settings: GuildSettings,
    *,
    member: str | None,
    channel: str | None,
    day: str | None,
    money: str | None,
    currency: str,
) -> GuildSettings:
    """These settings with the limits that an admin named; None leaves one as it is. `currency` is that of `money`.

    Raises:
        UsageError: one of them is no limit, or nothing was named.
    """
    if member is channel is day is money is None:
        raise UsageError("Name at least one limit: a number, or “none” for no limit.")
    most = settings.limits
    return replace(
        settings,
        limits=Limits(
            user_minute=most.user_minute if member is None else read_count(member, least=1),
            channel_minute=most.channel_minute if channel is None else read_count(channel, least=1),
            day_briefs=most.day_briefs if day is None else read_count(day, least=0),
            day_money=most.day_money if money is None else read_money(money, currency),
        ),
    )


# --- channels, roles and sections -----------------------------------------------------------------------------------


def not_watching(settings: GuildSettings, channel: int, *wider: int | None) -> GuildSettings:
    """These settings with a channel left alone. Raises UsageError where it is not watched.

    Args:
        settings: a server's.
        channel: the channel, or `EVERYWHERE`.
        wider: what it is part of, the nearest first: a channel, a category.
    """
    if settings.watched_at(channel, *wider) is None:
        if channel == EVERYWHERE:
            raise UsageError("I do not watch every channel; /config show lists those that I watch.")
        raise UsageError("<#{channel}> is not watched; /config show shows what is.", channel=channel)
    without = settings.not_watching(channel)
    return without if without.watched_at(*wider) is None else without.leaving_alone(channel)


def with_bots(settings: GuildSettings, channel: int, *wider: int | None, answered: bool) -> GuildSettings:
    """These settings with bots answered in a channel, or not; `wider` as above. Raises UsageError if nobody watches."""
    if settings.watched_at(channel, *wider) is None:
        raise UsageError("<#{channel}> is not watched; watch it first with /config watch.", channel=channel)
    return settings.with_bots(channel, answered=answered)


def with_proxies(settings: GuildSettings, channel: int, *wider: int | None, answered: bool) -> GuildSettings:
    """These settings with members answered who speak through a proxy in a channel, or not. Raises as `with_bots`."""
    if settings.watched_at(channel, *wider) is None:
        raise UsageError("<#{channel}> is not watched; watch it first with /config watch.", channel=channel)
    return settings.with_proxies(channel, answered=answered)


def with_sections(settings: GuildSettings, wanted: Mapping[Section, bool | None]) -> GuildSettings:
    """These settings with sections shown or hidden; None leaves one. Raises UsageError where none would be left."""
    shown = tuple(
        section for section in Section if (section in settings.sections if wanted[section] is None else wanted[section])
    )
    if not shown:
        raise UsageError("A brief needs at least one of its parts: summary, actors or quotes.")
    return replace(settings, sections=shown)


def with_role(settings: GuildSettings, role: int) -> GuildSettings:
    """These settings with a role that may ask. Raises UsageError for more than a server may have."""
    roles = tuple(dict.fromkeys([*settings.roles, role]))
    if len(roles) > limits.ROLES:
        raise UsageError("At most {most} roles can be chosen.", most=limits.ROLES)
    return replace(settings, roles=roles)


def without_role(settings: GuildSettings, role: int) -> GuildSettings:
    """These settings without a role. Raises UsageError where it is not among them."""
    if role not in settings.roles:
        raise UsageError("That role is not among those who may ask; /config show shows them.")
    return replace(settings, roles=tuple(kept for kept in settings.roles if kept != role))


def _each_once(domains: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(domains))


def _shown(typed: str) -> str:
    return escape(clip(typed.strip(), SHOWN_CHARACTERS))
