"""A digest: what was briefed in a day or a week, in one message; and when a scheduled one is due."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.domain.chat.links import host_of
from bot.domain.chat.render import quote_lines
from bot.domain.chat.view import Card, Space, Text, View, clip, escape, masked
from bot.domain.values.quote import Quote
from bot.domain.values.records import AnswerRecord, QuoteRecord
from bot.i18n.words import Words
from bot.messages.answers.composing import jump_link
from bot.ports import Store
from config import limits
from config.guild import DigestPlan, GuildSettings


class DigestSpan(StrEnum):
    """The time that a digest is of."""

    DAY = "day"
    WEEK = "week"

    @property
    def length(self) -> timedelta:
        """How long it is."""
        return timedelta(days=1 if self is DigestSpan.DAY else 7)


@dataclass(frozen=True, slots=True)
class Digest:
    """What a digest is made of.

    Attributes:
        channel: the channel that it is of; None for a whole server.
        since, until: the time that it is of, as days of the readers' time zone.
        briefs: the latest first, each article once.
        quotes: the quotes of the briefs, each answer's in their order.
    """

    channel: int | None
    since: date
    until: date
    briefs: tuple[AnswerRecord, ...]
    quotes: tuple[QuoteRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Due:
    """A scheduled digest: the time that it was due and that of the digest before, in UTC; its name in all processes."""

    at: datetime
    since: datetime
    claim: str


def zone_of(settings: GuildSettings) -> ZoneInfo:
    """The time zone of a server's days: its digest's, else UTC."""
    try:
        return ZoneInfo(settings.digest.zone if settings.digest else "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):  # Not the name of a zone, or that of a folder of zones.
        return ZoneInfo("UTC")


def due(guild: int, plan: DigestPlan, zone: ZoneInfo, now: datetime) -> Due | None:
    """The digest that a server is owed: the day's, from its hour on for `DIGEST_LATE_HOURS`.

    An hour that the clocks skip is the one after it, and of an hour that comes twice it is the first.
    """
    today = now.astimezone(zone).date()
    for day in (today, today - timedelta(days=1)):
        at, before = (
            datetime.combine(date_, time(plan.hour), tzinfo=zone).astimezone(UTC)
            for date_ in (day, day - timedelta(days=1))
        )
        if at <= now < at + timedelta(hours=limits.DIGEST_LATE_HOURS):
            # Named by its time, not its day: who moves the digest to a later hour gets it then too.
            # From one to the next, so that a day of 25 hours is whole and one of 23 repeats nothing.
            return Due(at, before, f"digest:{guild}:{at:%Y-%m-%dT%H:%M}")
    return None


async def gather(
    store: Store,
    guild: int,
    *,
    since: datetime,
    until: datetime,
    zone: ZoneInfo,
    channel: int | None = None,
    rooms: Collection[int] | None = None,
) -> Digest:
    """What was briefed in a channel with its public threads, or in rooms, in a time. Raises StorageError."""
    found = await store.briefs_since(guild, channel, since=since, rooms=rooms)
    latest: dict[str, AnswerRecord] = {}
    for brief in found:
        if brief.created < until:
            latest[brief.content or brief.key] = brief
    briefs = tuple(sorted(latest.values(), key=lambda brief: (brief.created, brief.id, -brief.part), reverse=True))
    quotes = await store.quotes_of([brief.id for brief in briefs])
    return Digest(channel, since.astimezone(zone).date(), until.astimezone(zone).date(), briefs, quotes)


def show_digest(digest: Digest, words: Words) -> View:
    """A digest in one message: for each story that fits its headline, a sentence and its site."""
    if not digest.briefs:
        return View((Text(_empty(digest, words)),))
    head = _head(digest, words)
    space = Space()
    space.take(head)
    # Room for the line that says how many are left out.
    space.take(_left_out(len(digest.briefs), words))
    entries: list[list[str]] = []
    for brief in digest.briefs:
        line = _entry(brief, words, named=digest.channel is None)
        if not space.take(line):
            break
        entries.append([line])
    for brief, entry in zip(digest.briefs, entries, strict=False):
        # An answer of an older version kept no sentence: its best quote stands in its place.
        quote = None if brief.sentence else _best(brief, digest.quotes)
        block = None if quote is None else "\n".join(quote_lines(quote, words, spoiler=brief.spoiler))
        if block is not None and space.take(block):
            entry.append(block)
    rest = len(digest.briefs) - len(entries)
    texts = [head, *("\n".join(entry) for entry in entries), *([_left_out(rest, words)] if rest else [])]
    # A story is a part of its own, as far as a message holds so many: the last ones stand in one.
    last = limits.DIGEST_PARTS - 1
    parts = [*texts[:last], "\n".join(texts[last:])]
    return View((Card(tuple(Text(part) for part in parts if part)),))


def _head(digest: Digest, words: Words) -> str:
    title = (
        words.say("Digest of this server")
        if digest.channel is None
        else words.say("Digest of {channel}", channel=f"<#{digest.channel}>")
    )
    count = words.count("{number} article", "{number} articles", len(digest.briefs))
    days = words.say("{first} to {last}", first=words.date(digest.since), last=words.date(digest.until))
    return f"### {title}\n-# {count} · {days}"


def _empty(digest: Digest, words: Words) -> str:
    days = {"first": words.date(digest.since), "last": words.date(digest.until)}
    if digest.channel is None:
        return words.say("Nothing was briefed in this server from {first} to {last}.", **days)
    channel = f"<#{digest.channel}>"
    return words.say("Nothing was briefed in {channel} from {first} to {last}.", channel=channel, **days)


def _left_out(number: int, words: Words) -> str:
    return f"-# {words.count('and {number} more, from before', 'and {number} more, from before', number)}"


def _entry(brief: AnswerRecord, words: Words, *, named: bool) -> str:
    """A headline with its link, the news in a sentence, where it comes from, and where its brief stands."""
    headline = escape(clip(brief.headline, limits.HEADLINE_CHARACTERS)) or words.say("Untitled")
    link = masked(headline, brief.url if brief.url and len(brief.url) <= limits.BUTTON_LINK_CHARACTERS else None)
    site = brief.site or (host_of(brief.url) if brief.url else None)
    parts = [
        escape(clip(site, limits.NAME_CHARACTERS)) if site else None,
        f"<#{brief.channel}>" if named else None,
        masked(words.say("the brief"), jump_link(brief.guild, brief.channel, brief.id)),
    ]
    shown, sentence = link, escape(brief.sentence)
    if brief.spoiler:
        shown, sentence = f"||{link}||", sentence and f"||{sentence}||"
    lines = [f"**{shown}**", sentence, f"-# {' · '.join(part for part in parts if part)}"]
    return "\n".join(line for line in lines if line)


def _best(brief: AnswerRecord, quotes: Sequence[QuoteRecord]) -> Quote | None:
    """The first quote of a brief that is short enough for a digest, rather one whose speaker is known."""
    short = [
        quote
        for quote in quotes
        if (quote.answer, quote.part) == (brief.id, brief.part) and len(quote.text) <= limits.DIGEST_QUOTE_CHARACTERS
    ]
    found = next((quote for quote in short if quote.speaker), short[0] if short else None)
    return None if found is None else Quote(found.text, found.speaker, 0, len(found.text), link=found.link)
