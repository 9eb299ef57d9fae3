"""Searches what has been said in the articles of a server, and shows it a page at a time.

A page is turned by buttons that carry the whole search in their custom id, so that they work after a restart and in any
process, with nothing remembered for them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.domain.chat.render import quote_lines, too_long_line
from bot.domain.chat.view import Button, Card, Space, Text, View, clip, escape, masked
from bot.domain.text.dates import iso_date
from bot.domain.values.quote import Quote
from bot.domain.values.records import QuoteQuery, QuoteRecord
from bot.errors import UsageError
from bot.i18n.words import Words
from bot.messages.answers.composing import jump_link
from config import limits

# Characters of a day in words that are read, and the languages in which they are: those that the bot speaks.
DAY_CHARACTERS = 40
LANGUAGES_OF_DAYS = ["en", "de", "es", "fr", "it", "nl", "pl", "pt", "ro", "ru", "sv", "tr", "uk"]


class QuoteFinder(Protocol):
    """What a search needs of a store."""

    async def find_quotes(self, query: QuoteQuery) -> tuple[tuple[QuoteRecord, ...], int]:
        """The matching quotes, latest first, and how many match in all."""
        ...


class Period(StrEnum):
    """A time that a search is narrowed to, by calendar days."""

    TODAY = "today"
    WEEK = "week"
    MONTH = "month"

    @property
    def days(self) -> int:
        """How many days it has, today included."""
        return {Period.TODAY: 1, Period.WEEK: 7, Period.MONTH: 30}[self]


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for, and which page is shown.

    Attributes:
        speaker, words: as they were typed, within the limits of a custom id.
        since, until: the first and the last day.
        mark: the number of the quote at which the page begins, or before which it ends.
        backwards: whether it ends there.
        channel: the channel or thread that it is narrowed to, 0 for none.
    """

    speaker: str = ""
    words: str = ""
    since: date | None = None
    until: date | None = None
    mark: int = 0
    backwards: bool = False
    channel: int = 0

    @property
    def custom_id(self) -> str:
        """The custom id that stands for it, within 100 characters."""
        days = "|".join("" if day is None else f"{day.toordinal():x}" for day in (self.since, self.until))
        where = f"|{self.channel:x}" if self.channel else ""
        return f"said|{self.speaker}|{self.words}|{days}|{'b' if self.backwards else 'f'}{self.mark:x}{where}"

    def query(self, guild: int, rooms: frozenset[int], zone: ZoneInfo) -> QuoteQuery:
        """The question to the store, with the days of a time zone."""
        return QuoteQuery(
            guild,
            speaker=self.speaker,
            words=self.words,
            since=None if self.since is None else _midnight(self.since, zone),
            until=None if self.until is None else _midnight(self.until + timedelta(days=1), zone),
            rooms=rooms,
            channel=self.channel or None,
        )


PATTERN = re.compile(
    r"said\|(?P<speaker>[^|]*)\|(?P<words>[^|]*)\|(?P<since>[0-9a-f]{0,6})\|(?P<until>[0-9a-f]{0,6})"
    r"\|(?P<way>[bf])(?P<mark>[0-9a-f]{1,6})(?:\|(?P<channel>[0-9a-f]{1,16}))?"
)
"""The custom ids of searches."""


def read_search(match: re.Match[str]) -> Search:
    """The search that a custom id stands for, which `PATTERN` matched."""
    since, until = (date.fromordinal(int(match[name], 16)) if match[name] else None for name in ("since", "until"))
    return Search(
        match["speaker"],
        match["words"],
        since,
        until,
        mark=int(match["mark"], 16),
        backwards=match["way"] == "b",
        channel=int(match["channel"] or "0", 16),
    )


def make_search(  # noqa: PLR0917  # As the options of a command come.
    speaker: str | None,
    words: str | None,
    period: str | None,
    since: str | None,
    until: str | None,
    today: date,
    *,
    channel: int = 0,
) -> Search:
    """The search that somebody typed.

    Raises:
        UsageError: a date cannot be read, or the days contradict each other.
    """
    if period and (since or until):
        raise UsageError("Give me either a period or dates, not both.")
    first, last = _day(since, today), _day(until, today)
    if period:
        first = today - timedelta(days=Period(period).days - 1)
    if first is not None and last is not None and first > last:
        raise UsageError("The first day must not come after the last.")
    return Search(
        _typed(speaker, limits.SEARCH_SPEAKER_CHARACTERS),
        _typed(words, limits.SEARCH_WORDS_CHARACTERS),
        first,
        last,
        channel=channel,
    )


async def look_up(
    search: Search, store: QuoteFinder, words: Words, *, guild: int, rooms: frozenset[int], zone: ZoneInfo
) -> View:
    """The page of a search, of what may be seen in these rooms, with buttons to the pages before and after."""
    query = search.query(guild, rooms, zone)
    offset, count = search.mark, limits.PAGE_QUOTES
    if search.backwards:
        offset = max(0, search.mark - limits.PAGE_QUOTES)
        count = search.mark - offset
    quotes, total = await store.find_quotes(replace(query, offset=offset, count=count))
    if not quotes and total:  # The archive shrank under the reader's page.
        offset, search = 0, replace(search, mark=0, backwards=False)
        quotes, total = await store.find_quotes(replace(query, count=limits.PAGE_QUOTES))
    return show_quotes(search, quotes, total, words, offset=offset)


def show_quotes(search: Search, quotes: Sequence[QuoteRecord], total: int, words: Words, *, offset: int) -> View:
    """Quotes as a page, those of one article under its headline: as many as fit whole.

    They are counted from the first on, or from the last where the page is turned back.

    Args:
        search: what was looked for.
        quotes: at most `PAGE_QUOTES` of what was found.
        total: how many were found in all.
        words: the reader's language.
        offset: the number of the first of `quotes`, from 0.
    """
    if not quotes:
        return View((Text(words.say("No matching quotes in the briefs you can see.")),))
    about = _about(search, words)
    # The longest head that the page may get, for the numbers are known only at the end.
    space = Space()
    space.take(_head(total, total, total, about, words))
    blocks: list[tuple[str, str]] = []
    for quote in reversed(quotes) if search.backwards else quotes:
        article, said = _article(quote, words), "\n".join(quote_lines(_as_said(quote), words, spoiler=quote.spoiler))
        new = not blocks or blocks[-1][0] != article
        if not space.take(f"{article}\n{said}" if new else said):
            if blocks:
                break
            # No page holds it: it is named, not cut.
            said = too_long_line(_as_said(quote), words)
        blocks.append((article, said))
    if search.backwards:
        blocks.reverse()
        offset += len(quotes) - len(blocks)
    end = offset + len(blocks)
    texts = [
        "\n".join([article, *(said for _, said in group)])
        for article, group in groupby(blocks, key=lambda block: block[0])
    ]
    content = tuple(map(Text, [_head(offset + 1, end, total, about, words), *texts]))
    before = replace(search, mark=offset, backwards=True)
    after = replace(search, mark=end, backwards=False)
    return View((Card(content),)).with_buttons(
        Button("◀", before.custom_id) if offset > 0 else None, Button("▶", after.custom_id) if end < total else None
    )


def _head(first: int, last: int, total: int, about: str, words: Words) -> str:
    place = words.say(
        "{first} to {last} of {total}", first=words.number(first), last=words.number(last), total=words.number(total)
    )
    return f"### {words.say('Quotes')}\n-# {place}{about}"


def _about(search: Search, words: Words) -> str:
    """What was looked for, for the head of a page."""
    parts = [
        f"“{escape(search.words)}”" if search.words else None,
        words.say("by “{name}”", name=escape(search.speaker)) if search.speaker else None,
        words.say("in {channel}", channel=f"<#{search.channel}>") if search.channel else None,
        words.say("since {day}", day=words.date(search.since)) if search.since else None,
        words.say("until {day}", day=words.date(search.until)) if search.until else None,
    ]
    return "".join(f" · {part}" for part in parts if part)


def _as_said(quote: QuoteRecord) -> Quote:
    return Quote(quote.text, quote.speaker, 0, len(quote.text), link=quote.link)


def _article(quote: QuoteRecord, words: Words) -> str:
    """The headline of a quote's article; below it when it was briefed, and where its brief stands."""
    url = quote.url if quote.url and len(quote.url) <= limits.BUTTON_LINK_CHARACTERS else None
    headline = masked(escape(clip(quote.headline, limits.HEADLINE_CHARACTERS)), url)
    brief = masked(words.say("the brief"), jump_link(quote.guild, quote.channel, quote.answer))
    shown = f"**{headline or words.say('Untitled')}**"
    if quote.spoiler:
        shown = f"||{shown}||"
    return f"{shown}\n-# {words.date(quote.created.date())} · <#{quote.channel}> · {brief}"


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), tzinfo=zone).astimezone(UTC)


# A day in a custom id has five hexadecimal digits; all that was ever posted lies well within.
_FIRST_DAY, _LAST_DAY = date(2000, 1, 1), date(2800, 1, 1)


def _day(typed: str | None, today: date) -> date | None:
    """A day as it is typed: a date, or words such as "yesterday" and "last week" in any language of the bot's."""
    if not typed or not typed.strip():
        return None
    found = iso_date(typed)
    day = datetime.fromisoformat(found).date() if found is not None else _spoken_day(typed, today)
    if day is None:
        raise UsageError(
            "I cannot read the date “{value}”; write it as 2026-11-24, or “yesterday”.", value=escape(clip(typed, 40))
        )
    return min(max(day, _FIRST_DAY), _LAST_DAY)


def _spoken_day(typed: str, today: date) -> date | None:
    import dateparser  # noqa: PLC0415  # It takes half a second to load, and few searches need it.

    base = datetime.combine(today, time(12))
    words = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    found = dateparser.parse(typed[:DAY_CHARACTERS], languages=LANGUAGES_OF_DAYS, settings=words)
    return None if found is None else found.date()


def _typed(text: str | None, characters: int) -> str:
    """What was typed, in one line, without what parts the fields of a custom id."""
    plain = "".join(sign if sign.isprintable() and sign != "|" else " " for sign in text or "")
    return " ".join(plain.split())[:characters].strip()
