"""A month's usage in words."""

from datetime import date

from bot.domain.values.records import UsageRecord
from bot.i18n.words import Words
from bot.reports.usage import Sum, render_usage, total

WORDS = Words()


def record(channel: int, briefs: int, **counts: float) -> UsageRecord:
    """What a channel used on a day."""
    return UsageRecord(guild=1, channel=channel, day=date(2026, 3, 1), briefs=briefs, **counts)  # type: ignore[arg-type]  # Counts and money.


def test_sum_is_over_days_and_channels() -> None:
    """Briefs, what the cache gave, tokens both ways and money."""
    records = [
        record(1, 2, hits=1, tokens_in=100, tokens_out=10, cost=0.5),
        record(2, 1, hits=3, tokens_in=1, tokens_out=2, cost=0.25),
    ]
    assert total(records) == Sum(3, 4, 113, 0.75)
    assert total([]) == Sum()


def test_channels_come_by_their_briefs() -> None:
    """The sum first; tokens and money are told where there are any."""
    view = render_usage([record(1, 1), record(2, 2, hits=1, tokens_in=7, cost=0.5), record(1, 0, hits=4)], "May", WORDS)
    (text,) = view.texts
    head, whole, *channels = text.split("\n")
    assert head == "### Usage in May"
    assert whole == "3 briefs written · 5 from the cache · 7 tokens · $0.50 spent"
    assert channels == [
        "- <#2>: 2 briefs written · 1 from the cache · 7 tokens · $0.50 spent",
        "- <#1>: 1 brief written · 4 from the cache",
    ]


def test_nothing_is_said_to_be_nothing() -> None:
    """A month without a brief."""
    (text,) = render_usage([], "May", WORDS).texts
    assert text == "### Usage in May\nNothing was briefed in that month."
