"""A digest as a message, and when one is due."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.values.records import AnswerRecord, QuoteRecord
from bot.i18n.words import Words
from bot.reports.digest import Digest, DigestSpan, due, gather, show_digest, zone_of
from config import limits
from config.guild import DigestPlan, GuildSettings
from tests.support.chat import GUILD, NOW, Speaker

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
LETTERS = st.sampled_from(["港口将关闭维修。", "Порт зачинять. їєґ", "🚢🇺🇦👩‍👩‍👧 ", "a *_~|`<>[]()@:/#-\\\n\u202e"])
TEXTS = LETTERS.flatmap(lambda letters: st.text(alphabet=st.sampled_from(letters), max_size=60)).flatmap(
    lambda text: st.integers(1, 20).map(lambda times: text * times)
)
BRIEFS = st.builds(
    AnswerRecord,
    id=st.integers(10**18, 10**18 + 3),
    channel=st.just(10**18),
    guild=st.just(10**18),
    source=st.none(),
    source_channel=st.none(),
    poster=st.just(1),
    key=st.just("k"),
    url=st.none() | TEXTS.map(lambda text: f"https://news.example/{text}"),
    headline=TEXTS,
    created=st.just(NOON),
    part=st.integers(0, 1),
    spoiler=st.booleans(),
    sentence=TEXTS.map(lambda text: text[: limits.SENTENCE_CHARACTERS]),
    site=st.none() | TEXTS,
)
QUOTES = st.builds(
    QuoteRecord,
    text=TEXTS,
    speaker=st.none() | TEXTS,
    link=st.none() | TEXTS.map(lambda text: f"https://news.example/{text}"),
    guild=st.just(10**18),
    channel=st.just(10**18),
    answer=st.integers(10**18, 10**18 + 3),
    created=st.just(NOON),
    part=st.integers(0, 1),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(BRIEFS, max_size=60), st.lists(QUOTES, max_size=20), st.none() | st.just(10**18))
def test_any_digest_fits_one_message(
    briefs: list[AnswerRecord], quotes: list[QuoteRecord], channel: int | None
) -> None:
    """4,000 characters, 10,000 bytes and 40 components hold; what is left out is counted."""
    view = show_digest(Digest(channel, date(2026, 11, 24), date(2026, 11, 25), tuple(briefs), tuple(quotes)), Words())
    said = "\n".join(view.texts)
    assert len(said) <= limits.MESSAGE_CHARACTERS
    assert len(said.encode()) <= limits.MESSAGE_BYTES
    assert view.components <= limits.MESSAGE_COMPONENTS
    shown = said.count("[the brief](")
    assert shown + (int(said.split("-# and ")[1].split()[0]) if "more, from before" in said else 0) == len(briefs)
    assert shown or not briefs


def plan(hour: int, zone: str) -> tuple[int, DigestPlan, ZoneInfo]:
    """The arguments of `due` for a plan."""
    made = DigestPlan(1, hour, zone)
    return 7, made, zone_of(GuildSettings(digest=made))


@pytest.mark.parametrize(
    ("hour", "zone", "at"),
    [
        (9, "UTC", "2026-11-25T09:00"),
        (9, "Europe/Bucharest", "2026-01-10T07:00"),
        (9, "Europe/Bucharest", "2026-07-10T06:00"),
        (23, "America/Los_Angeles", "2026-11-26T07:00"),
        (0, "Pacific/Kiritimati", "2026-11-24T10:00"),
        # The clocks skip 3:00 to 4:00 on 29 March 2026, and 3:00 comes twice on 25 October.
        (3, "Europe/Bucharest", "2026-03-29T01:00"),
        (3, "Europe/Bucharest", "2026-10-25T00:00"),
    ],
)
def test_digest_is_due_at_its_hour_for_some_hours(hour: int, zone: str, at: str) -> None:
    """From its hour on, by the clocks of its zone, and no longer than it may be late; its name has the time."""
    moment = datetime.fromisoformat(at).replace(tzinfo=UTC)
    found = due(*plan(hour, zone), moment)
    assert found is not None
    assert (found.at, found.claim) == (moment, f"digest:7:{at}")
    late = moment + timedelta(hours=limits.DIGEST_LATE_HOURS)
    assert due(*plan(hour, zone), moment - timedelta(seconds=1)) is None
    assert due(*plan(hour, zone), late - timedelta(seconds=1)) == found
    assert due(*plan(hour, zone), late) is None


@pytest.mark.parametrize(
    "zone", ["Europe/Bucharest", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"]
)
@pytest.mark.parametrize("hour", [0, 1, 2, 3, 23])
def test_each_day_has_one_digest_whatever_the_clocks_do(zone: str, hour: int) -> None:
    """Over a year of hours, and of quarters where the clocks change, every day's digest is due once, in one stretch."""
    claims: list[str] = []
    now, end, around = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC), timedelta(days=2)
    before = None
    while now < end:
        found = due(*plan(hour, zone), now)
        if found is not None and (not claims or claims[-1] != found.claim):
            claims.append(found.claim)
            # A day of 25 hours is whole, and of one of 23 nothing comes twice.
            assert before in {None, found.since}
            before = found.at
        offsets = {(now + aside).astimezone(ZoneInfo(zone)).utcoffset() for aside in (-around, around)}
        now += timedelta(minutes=15 if len(offsets) > 1 else 60)
    assert len(claims) == len(set(claims))
    assert len(claims) in {365, 366}


@pytest.mark.parametrize("zone", ["Europe/Nowhere", "../../etc/passwd", "", "Europe"])
def test_zone_that_is_none_is_utc(zone: str) -> None:
    """A row with a zone that this machine does not know still has its digest."""
    assert zone_of(GuildSettings(digest=DigestPlan(1, 9, zone))) == ZoneInfo("UTC")


def test_a_story_is_a_headline_a_sentence_and_its_site() -> None:
    """A record with its sentence needs no quote; an older one shows its best quote; what is hidden stays hidden."""
    known = AnswerRecord(
        10**18, 2, 3, None, None, 1, "k", "https://news.example/a", "Harbour closes", NOON, sentence="It closes in May."
    )
    quote = QuoteRecord("We cannot wait,", "Ada Quill", None, 3, 2, 10**18, NOON)

    def said(record: AnswerRecord) -> str:
        return "\n".join(show_digest(Digest(2, NOON.date(), NOON.date(), (record,), (quote,)), Words()).texts)

    story = "**[Harbour closes](https://news.example/a)**\nIt closes in May.\n-# The Ellery Post (news.example) · ["
    assert story in said(replace(known, site="The Ellery Post (news.example)"))
    assert "We cannot wait" not in said(known)
    assert "> “We cannot wait” — Ada Quill" in said(replace(known, sentence=""))
    assert "\n||It closes in May.||\n" in said(replace(known, spoiler=True))


def test_stories_stand_apart() -> None:
    """Each story is a part of its own, and the many last ones of a busy day share one."""
    story = AnswerRecord(10**18, 2, 3, None, None, 1, "k", None, "H", NOON)
    for count, parts in ((3, 4), (limits.DIGEST_PARTS + 9, limits.DIGEST_PARTS)):
        view = show_digest(Digest(2, NOON.date(), NOON.date(), (story,) * count), Words())
        assert len(list(view.texts)) == parts
        assert "\n".join(view.texts).count("[the brief](") == count


def test_span_is_a_day_or_a_week() -> None:
    """What `/digest` looks back on."""
    assert (DigestSpan.DAY.length, DigestSpan.WEEK.length) == (timedelta(days=1), timedelta(days=7))


async def test_digest_is_gathered_from_what_was_briefed(speaker: Speaker) -> None:
    """The latest first, each article once, nothing from after its end, with the days of the readers' zone."""
    kept: list[AnswerRecord] = []
    for number, name in enumerate(("harbour", "mill", "harbour", "dam")):
        speaker.clock.ahead = timedelta(hours=number * 3)
        await speaker.choose(lambda old: replace(old, repeat_hours=0))
        post = speaker.post(speaker.link(name))
        assert await speaker.say(post)
        kept += await speaker.kept(post)
    zone = ZoneInfo("Pacific/Auckland")  # 13 hours ahead: its day is the next one.
    digest = await gather(
        speaker.parts.store, GUILD, since=NOW - timedelta(hours=1), until=NOW + timedelta(hours=9), zone=zone
    )
    assert [brief.headline for brief in digest.briefs] == ["The harbour closes", "The mill closes"]
    assert digest.briefs[0].id == kept[2].id
    assert {quote.answer for quote in digest.quotes} == {kept[1].id, kept[2].id}
    assert (digest.channel, digest.since, digest.until) == (None, date(2026, 3, 2), date(2026, 3, 2))
    elsewhere = await gather(
        speaker.parts.store, GUILD, since=NOW - timedelta(hours=1), until=NOW, zone=zone, channel=9
    )
    assert elsewhere.briefs == ()
    hidden = await gather(
        speaker.parts.store, GUILD, since=NOW - timedelta(hours=1), until=NOW + timedelta(hours=9), zone=zone, rooms=[9]
    )
    assert hidden.briefs == ()
