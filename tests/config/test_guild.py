import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.values.wish import Length
from config.guild import ChannelSettings, DigestPlan, GuildSettings, Limits, Section, Style, from_json, to_json

CHOSEN = GuildSettings(
    watched={7: ChannelSettings(bots=True), 8: ChannelSettings()},
    language="ro",
    length=Length.LONG,
    sections=(Section.SUMMARY, Section.QUOTES),
    style=Style.THREAD,
    allow=("*.example.org",),
    deny=("spam.example",),
    roles=(3, 4),
    limits=Limits(user_minute=None, day_money=1.5),
    repeat_hours=0,
    digest=DigestPlan(7, 18, "Europe/Bucharest"),
)


def test_settings_come_back_whole() -> None:
    """Settings read back from their row equal those that were written."""
    assert from_json(to_json(CHOSEN)) == CHOSEN


def test_row_of_an_older_version_loads() -> None:
    """A row that an older version wrote, with fewer keys, takes defaults for the rest."""
    row = json.dumps({"version": 0, "watched": {"7": {}}, "language": "fr"})
    assert from_json(row) == GuildSettings(watched={7: ChannelSettings()}, language="fr")


def test_row_of_a_newer_version_loads() -> None:
    """Keys that this version does not know are left out, at the top and within."""
    raw = json.loads(to_json(CHOSEN))
    raw["colour"] = "blue"
    raw["limits"]["per_week"] = 3
    assert from_json(json.dumps(raw)) == CHOSEN


@pytest.mark.parametrize("row", ["", "null", "[]", "not json", '{"length": "epic", "limits": 3, "watched": {"x": 1}}'])
def test_unusable_values_take_their_defaults(row: str) -> None:
    """What cannot be read is a default, not an error."""
    assert from_json(row) == GuildSettings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("limits", {"user_minute": "six"}),
        ("limits", {"day_money": [1]}),
        ("digest", {"channel": 7, "hour": 25}),
        ("digest", {"channel": "news", "hour": 8}),
        ("digest", {"channel": 7, "hour": 8, "zone": None}),
        ("language", 3),
        ("allow", [None]),
        ("deny", 5),
    ],
)
def test_values_that_a_gate_could_not_use_take_their_defaults(name: str, value: object) -> None:
    """What would fail later, when a message is looked at, is a default from the start."""
    assert from_json(json.dumps({name: value})) == GuildSettings()


@given(st.dictionaries(st.sampled_from(sorted(json.loads(to_json(CHOSEN)))), st.none() | st.integers() | st.text()))
def test_any_row_loads(raw: dict[str, object]) -> None:
    """No row keeps a server from its settings."""
    assert isinstance(from_json(json.dumps(raw)), GuildSettings)


def test_watching_and_not_watching() -> None:
    """A watched channel keeps its own settings, and is gone when it is watched no more."""
    settings = CHOSEN.watching(7).watching(9)
    assert settings.watched[7].bots
    assert set(settings.not_watching(7).watched) == {8, 9}
