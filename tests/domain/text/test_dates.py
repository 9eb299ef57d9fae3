"""Dates as pages and pastes write them."""

import pytest

from bot.domain.text.dates import is_date_line, iso_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2025-05-01", "2025-05-01"),
        ("2025-05-01T08:15:00Z", "2025-05-01T08:15:00+00:00"),
        ("2025-05-01T08:15:00.123+0530", "2025-05-01T08:15:00+05:30"),
        ("2025-05-01 08:15", "2025-05-01T08:15:00"),
        ("20250501T081500Z", "2025-05-01T08:15:00+00:00"),
        ("Thu, 01 May 2025 08:15:00 +0200", "2025-05-01T08:15:00+02:00"),
        ("01.05.2025 18:30", "2025-05-01T18:30:00"),
        ("05/28/2025", "2025-05-28"),
        ("2025年5月1日 9:15", "2025-05-01T09:15:00"),
        ("May 1, 2025", "2025-05-01"),
        ("May 1, 2025 8:15 AM EDT", "2025-05-01T08:15:00-04:00"),
        ("May 1, 2025 8:15 p.m.", "2025-05-01T20:15:00"),
        ("12:15 am PST, May 1, 2025", "2025-05-01T00:15:00-08:00"),
        ("1 May 2025, 08:15 BST", "2025-05-01T08:15:00+01:00"),
        ("1. Mai 2025, 18:30 Uhr", "2025-05-01T18:30:00"),
        ("1 травня 2025, 10:00", "2025-05-01T10:00:00"),
        ("1er mai 2025", "2025-05-01"),
        ("1 mei 2025 18.30 uur", "2025-05-01T18:30:00"),
        ("do 3 okt. 2024, 14:15", "2024-10-03T14:15:00"),
        ("3 mrt 2025", "2025-03-03"),
        ("den 1 maj 2025 kl. 18.30", "2025-05-01T18:30:00"),
        ("3 okt 2024, 14:15", "2024-10-03T14:15:00"),
        ("3 Ekim 2024, 14:15", "2024-10-03T14:15:00"),
        ("3 października 2024, 14:15", "2024-10-03T14:15:00"),
        ("24.05.2025 at 25:70", "2025-05-24"),
        ("31.02.2025", None),
        ("room 12, floor 3", None),
        ("", None),
    ],
)
def test_date_is_read(text: str, iso: str | None) -> None:
    """A date is read with its time and its zone's offset where it has them, and never made up."""
    assert iso_date(text) == iso


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Updated: Friday, 21 July 2017, 14:05 GMT", True),
        ("1 mai 2025", True),
        ("The harbour closed on 1 May 2025 after a vote of the council", False),
        ("What happened on 1 May 2025?", False),
    ],
)
def test_line_that_is_a_date(line: str, *, is_one: bool) -> None:
    """A line of a date and hardly anything else is told from a sentence with a date in it."""
    assert is_date_line(line) is is_one
