"""Time zones as admins type them: by name, city, abbreviation or offset."""

import re
from datetime import UTC, datetime, timedelta
from difflib import get_close_matches
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bot.domain.chat.view import clip, escape
from bot.errors import UsageError
from config.guild import DigestPlan

# Characters of somebody's input that an error repeats.
SHOWN_CHARACTERS = 60

# How near a name must be to be offered for one that is not known: "Bukarest" is as near to "Bucharest" as this.
NEAR = 0.7


def read_zone(typed: str) -> str:
    """The name of a time zone from its own name, a city, an abbreviation such as CET, or an offset such as UTC+2.

    Raises:
        UsageError: there is no such zone; names a near one where there is one.
    """
    wanted = _key(typed)
    zone = _zones().get(wanted) or _cities().get(wanted) or _by_offset(typed)
    if zone is not None:
        return zone
    near = get_close_matches(wanted, [*_cities(), *_zones()], n=1, cutoff=NEAR) if len(wanted) > 3 else []  # noqa: PLR2004  # Every three letters are near to others.
    shown = escape(clip(typed.strip(), SHOWN_CHARACTERS))
    if near:
        zone = _cities().get(near[0]) or _zones()[near[0]]
        raise UsageError("I do not know the time zone “{typed}”. Did you mean {zone}?", typed=shown, zone=zone)
    raise UsageError(
        "I do not know the time zone “{typed}”; choose one from the list, such as Europe/Bucharest.", typed=shown
    )


def zone_name(zone: str) -> str:
    """A time zone as a reader knows it: the database writes the signs of plain offsets the other way round."""
    found = re.fullmatch(r"Etc/GMT([+-])(\d{1,2})", zone)
    return zone if found is None else f"UTC{'-' if found[1] == '+' else '+'}{found[2]}"


def find_zones(typed: str, *, count: int) -> list[str]:
    """Time zones with what is typed in their names, those first whose name or city begins with it."""
    wanted = _key(typed)
    found = [key for key in _zones() if wanted in key]
    found.sort(key=lambda key: (not key.startswith(wanted), f"/{wanted}" not in key, key))
    return [_zones()[key] for key in found[:count]]


def next_digest(plan: DigestPlan, now: datetime) -> datetime:
    """When a digest is posted next, in UTC."""
    there = now.astimezone(ZoneInfo(plan.zone))
    planned = there.replace(hour=plan.hour, minute=0, second=0, microsecond=0)
    # Days are counted on the zone's own clock, which may be put back or forward between.
    return (planned if planned > there else planned + timedelta(days=1)).astimezone(UTC)


def _key(typed: str) -> str:
    return typed.strip().casefold().replace(" ", "_")


def _by_offset(typed: str) -> str | None:
    """The zone of a whole number of hours from UTC."""
    found = re.fullmatch(r"(?:utc|gmt)?\s*([+-−])\s*(\d{1,2})(?::?(\d\d))?", typed.strip(), re.IGNORECASE)
    if found is None:
        return None
    hours = int(found[2])
    if found[3] not in {None, "00"}:
        raise UsageError("For a zone with half hours name a city of it, such as Asia/Kolkata.")
    if not hours:
        return "UTC"
    zone = f"Etc/GMT{'-' if found[1] == '+' else '+'}{hours}"
    return zone if zone in available_timezones() else None


@cache
def _zones() -> dict[str, str]:
    """Names of time zones by their small letters: those of places, and UTC, CET and the like."""
    return {zone.casefold(): zone for zone in sorted(available_timezones()) if "/" in zone or _ABBREVIATION(zone)}


@cache
def _cities() -> dict[str, str]:
    """Time zones by their city; of several of one city the shortest name, which is the usual one."""
    found: dict[str, str] = {}
    for zone in sorted(available_timezones(), key=lambda name: (len(name), name), reverse=True):
        area, _, city = zone.rpartition("/")
        if area and area != "Etc":
            found[city.casefold()] = zone
    return found


_ABBREVIATION = re.compile(r"[A-Z]{3,4}").fullmatch
