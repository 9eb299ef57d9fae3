"""A search for quotes: its custom id, its days, and its pages, whatever was quoted."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.chat.view import Button, Card, Row, View
from bot.domain.values.records import QuoteQuery, QuoteRecord
from bot.errors import UsageError
from bot.i18n.words import Words
from bot.reports.quote_search import PATTERN, Search, look_up, make_search, read_search, show_quotes
from config import limits

WORDS = Words()
TODAY = date(2026, 11, 25)
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
LETTERS = st.sampled_from(
    ["港口将关闭维修。“”", "Порт зачинять, сказав мер. їєґ", "🚢🇺🇦👩‍👩‍👧 ", "a *_~|`<>[]()@:/#-\\\n\u202e"]
)
TEXTS = LETTERS.flatmap(lambda letters: st.text(alphabet=st.sampled_from(letters), max_size=60)).flatmap(
    lambda text: st.integers(1, 60).map(lambda times: text * times)
)
QUOTES = st.builds(
    QuoteRecord,
    text=TEXTS,
    speaker=st.none() | TEXTS.map(lambda text: text[:200]),
    link=st.none() | TEXTS.map(lambda text: f"https://news.example/{text}"),
    guild=st.just(10**18),
    channel=st.just(10**18),
    answer=st.just(10**18),
    created=st.just(NOON),
    spoiler=st.booleans(),
    headline=TEXTS,
    url=st.none() | TEXTS.map(lambda text: f"https://news.example/{text}"),
)


def within_limits(view: View) -> None:
    """Assert that Discord takes the view."""
    assert sum(len(text) for text in view.texts) <= limits.MESSAGE_CHARACTERS
    assert sum(len(text.encode()) for text in view.texts) <= limits.MESSAGE_BYTES
    assert view.components <= limits.MESSAGE_COMPONENTS


def presses(view: View) -> dict[str, Search]:
    """The searches of a page's buttons by their labels."""
    (card,) = view.parts
    assert isinstance(card, Card)
    rows = [part for part in card.parts if isinstance(part, Row)]
    found = {}
    for button in (button for row in rows for button in row.buttons if isinstance(button, Button)):
        match = PATTERN.fullmatch(button.custom_id)
        assert match is not None
        assert len(button.custom_id) <= 100
        found[button.label] = read_search(match)
    return found


@settings(deadline=None)
@given(
    st.none() | st.text(max_size=80),
    st.none() | st.text(max_size=80),
    st.none() | st.dates(min_value=date(1900, 1, 1)).map(str),
    st.integers(0, 10**5),
    st.tuples(st.booleans(), st.integers(0, 2**63)),
)
def test_custom_id_carries_any_search(
    speaker: str | None, words: str | None, since: str | None, mark: int, place: tuple[bool, int]
) -> None:
    """Whatever is typed, the custom id has at most 100 characters, and what is read from it is the same search."""
    backwards, channel = place
    searched = make_search(speaker, words, None, since, since, TODAY, channel=channel)
    made = replace(searched, mark=mark, backwards=backwards)
    match = PATTERN.fullmatch(made.custom_id)
    assert len(made.custom_id) <= 100
    assert match is not None
    assert read_search(match) == made


@pytest.mark.parametrize(
    ("period", "first"), [("today", date(2026, 11, 25)), ("week", date(2026, 11, 19)), ("month", date(2026, 10, 27))]
)
def test_period_is_calendar_days(period: str, first: date) -> None:
    """A period has today in it: one day, seven or thirty."""
    assert make_search(None, None, period, None, None, TODAY).since == first


@pytest.mark.parametrize("typed", ["2026-03-29", "29.03.2026", "29 March 2026", "29 березня 2026"])
def test_dates_are_read_as_people_write_them(typed: str) -> None:
    """ISO 8601, numbers with the day first, and months' names."""
    assert make_search(None, None, None, typed, None, TODAY).since == date(2026, 3, 29)


@pytest.mark.parametrize(
    ("typed", "day"),
    [("yesterday", 24), ("Gestern", 24), ("last week", 18), ("3 days ago", 22), ("monday", 23)],
)
def test_days_in_words(typed: str, day: int) -> None:
    """A day may be said as people say it, counted from today."""
    assert make_search(None, None, None, typed, None, TODAY).since == date(2026, 11, day)


@pytest.mark.parametrize(
    ("period", "since", "until"),
    [
        ("week", "2026-11-01", None),
        ("today", None, "2026-11-01"),
        (None, "soon", None),
        (None, "2026-11-02", "2026-11-01"),
    ],
)
def test_days_that_contradict_are_refused(period: str | None, since: str | None, until: str | None) -> None:
    """A period beside dates, what is no date, and an end before the beginning."""
    with pytest.raises(UsageError):
        make_search(None, None, period, since, until, TODAY)


def test_day_is_of_the_servers_time_zone() -> None:
    """The first day begins and the last day ends at midnight there, also when the clocks change that day."""
    search = Search(since=date(2026, 3, 29), until=date(2026, 3, 29))
    query = search.query(1, frozenset(), ZoneInfo("Europe/Bucharest"))
    assert query.since == datetime(2026, 3, 28, 22, tzinfo=UTC)
    assert query.until == datetime(2026, 3, 29, 21, tzinfo=UTC)


@settings(max_examples=80, deadline=None)
@given(st.lists(QUOTES, min_size=1, max_size=limits.PAGE_QUOTES), st.booleans(), st.integers(0, 5000))
def test_any_page_fits_one_message(quotes: list[QuoteRecord], backwards: bool, offset: int) -> None:
    """4,000 characters, 10,000 bytes and 40 components hold whatever was quoted; at least one quote is shown."""
    search = Search("Speaker " * 4, "words", TODAY, TODAY, mark=offset, backwards=backwards)
    view = show_quotes(search, quotes, offset + len(quotes), WORDS, offset=offset)
    within_limits(view)
    turns = presses(view)
    first = turns["◀"].mark if "◀" in turns else 0
    last = turns["▶"].mark if "▶" in turns else offset + len(quotes)
    assert first < last
    assert (last == offset + len(quotes)) if backwards else (first == offset)


class Archive:
    """What of a store a search asks: keeps quotes in a list, latest first."""

    def __init__(self, quotes: list[QuoteRecord]) -> None:
        self.quotes = quotes

    async def find_quotes(self, query: QuoteQuery) -> tuple[tuple[QuoteRecord, ...], int]:
        """A stretch of them."""
        return tuple(self.quotes[query.offset : query.offset + query.count]), len(self.quotes)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(1, 2600), min_size=1, max_size=40))
async def test_turning_pages_shows_every_quote_once(lengths: list[int]) -> None:
    """Forth to the end and back to the beginning, each page begins where the one before ended."""
    quotes = [
        QuoteRecord("x" * length, f"S{number}e", None, 1, 2, 3, NOON - timedelta(minutes=number))
        for number, length in enumerate(lengths)
    ]
    archive = Archive(quotes)

    async def page(search: Search) -> View:
        return await look_up(search, archive, WORDS, guild=1, rooms=frozenset(), zone=ZoneInfo("UTC"))

    for way in ("▶", "◀"):
        view = await page(Search() if way == "▶" else Search(mark=len(quotes), backwards=True))
        seen = ["\n".join(view.texts)]
        while way in presses(view) if len(seen) < 100 else False:
            view = await page(presses(view)[way])
            seen.append("\n".join(view.texts))
        shown = "\n".join(seen)
        assert [shown.count(f"S{number}e") for number in range(len(quotes))] == [1] * len(quotes)


async def test_page_beyond_the_end_is_the_first() -> None:
    """When quotes were deleted meanwhile, a button to a page that is no more leads to the first."""
    archive = Archive([QuoteRecord("Words", "Ada", None, 1, 2, 3, NOON)])
    view = await look_up(Search(mark=80), archive, WORDS, guild=1, rooms=frozenset(), zone=ZoneInfo("UTC"))
    assert "1 to 1 of 1" in "\n".join(view.texts)


async def test_nothing_found_is_one_sentence() -> None:
    """An empty archive has no page and no buttons."""
    view = await look_up(Search(), Archive([]), WORDS, guild=1, rooms=frozenset(), zone=ZoneInfo("UTC"))
    assert "No matching quotes" in "\n".join(view.texts)
    assert view.components == 1


def test_quotes_stand_below_their_article() -> None:
    """An article's headline, when it was briefed and where come once, then its quotes, each with who said it."""
    quote = QuoteRecord(
        *("We cannot wait,", "Ada Quill", None, 3, 2, 5, NOON), headline="Harbour closes", url="https://news.example/a"
    )
    second, other = replace(quote, text="Nobody asked us."), replace(quote, answer=6, headline="Mill opens", url=None)
    for search in (Search(), Search(mark=3, backwards=True)):
        head, first, last = show_quotes(search, [quote, second, other], 3, WORDS, offset=0).texts
        assert head == "### Quotes\n-# 1 to 3 of 3"
        assert first.startswith("**[Harbour closes](https://news.example/a)**\n-# Nov 25, 2026 · <#2> · [the brief](")
        assert first.endswith("\n> “We cannot wait” — Ada Quill\n> “Nobody asked us.” — Ada Quill")
        assert last.startswith("**Mill opens**\n-# Nov 25, 2026")
    _, hidden = show_quotes(Search("", ""), [replace(quote, spoiler=True)], 1, WORDS, offset=0).texts
    assert hidden.startswith("||**[Harbour closes](https://news.example/a)**||\n-# Nov")
