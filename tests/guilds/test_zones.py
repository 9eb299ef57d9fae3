"""Time zones as admins type them."""

from datetime import UTC, datetime

import pytest

from bot.errors import UsageError
from bot.guilds.zones import find_zones, next_digest, read_zone, zone_name
from config.guild import DigestPlan


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("CET", "CET"),
        ("Berlin", "Europe/Berlin"),
        ("new york", "America/New_York"),
        ("UTC+2", "Etc/GMT-2"),
        ("gmt -05:00", "Etc/GMT+5"),
        ("+0", "UTC"),
    ],
)
def test_zone_in_short(typed: str, zone: str) -> None:
    """A city, an abbreviation or an offset stands for its zone."""
    assert read_zone(typed) == zone


def test_near_zone() -> None:
    """A misspelt city is not taken for another, but the near one is named; half hours need a city."""
    with pytest.raises(UsageError) as refused:
        read_zone("Bukarest")
    assert refused.value.fields["zone"] == "Europe/Bucharest"
    with pytest.raises(UsageError, match="half hours"):
        read_zone("UTC+5:30")


def test_name_of_an_offset() -> None:
    """An offset is shown with the sign that readers know."""
    assert [zone_name(zone) for zone in ("Etc/GMT-2", "Etc/GMT+5", "Europe/Berlin")] == [
        "UTC+2",
        "UTC-5",
        "Europe/Berlin",
    ]


def test_zone() -> None:
    """A zone by its name, however it is written; what is none is refused."""
    assert read_zone("europe/bucharest") == "Europe/Bucharest"
    assert read_zone(" America/New York ") == "America/New_York"
    assert read_zone("utc") == "UTC"
    for typed in ("", "Mars/Olympus", "../etc/passwd", "posixrules"):
        with pytest.raises(UsageError, match="I do not know the time zone"):
            read_zone(typed)


def test_zones_are_found_by_their_cities() -> None:
    """What is typed may be a continent's beginning or a city's; at most so many are found."""
    assert find_zones("buch", count=25) == ["Europe/Bucharest"]
    assert find_zones("new york", count=25) == ["America/New_York"]
    assert len(find_zones("", count=25)) == 25
    assert find_zones("europe/b", count=2) == ["Europe/Belfast", "Europe/Belgrade"]
    assert find_zones("nowhere", count=25) == []


@pytest.mark.parametrize(
    ("now", "plan", "first"),
    [
        ("2026-11-25T12:00", DigestPlan(1, 18, "UTC"), "2026-11-25T18:00"),
        ("2026-11-25T18:00", DigestPlan(1, 18, "UTC"), "2026-11-26T18:00"),
        ("2026-11-25T16:30", DigestPlan(1, 18, "Europe/Bucharest"), "2026-11-26T16:00"),
        # The clocks go back in the night between: the hour there is the same, the hour in UTC is not.
        ("2026-10-24T17:00", DigestPlan(1, 18, "Europe/Bucharest"), "2026-10-25T16:00"),
    ],
)
def test_next_digest(now: str, plan: DigestPlan, first: str) -> None:
    """The next time that it is that hour there."""
    told = next_digest(plan, datetime.fromisoformat(now).replace(tzinfo=UTC))
    assert told == datetime.fromisoformat(first).replace(tzinfo=UTC)
