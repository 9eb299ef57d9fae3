"""Quotes as they are kept and searched, in the database in both forms, SQLite and PostgreSQL."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.adapters.database.opening import connected
from bot.adapters.database.sql_store import SqlStore
from bot.domain.values.records import QuoteQuery
from tests.support.stores import CHANNEL, GUILD, OTHER, START, answer, quote


@pytest.fixture
async def archive(store: SqlStore) -> SqlStore:
    """A store with five quotes of a server and one of another."""
    await store.keep_answers(
        [answer(1)],
        [
            quote("The harbour must close", "Ada Quill"),
            quote("Гавань закриють у понеділок", "Володимир Зеленський"),
            quote("港口星期一关闭", "王明"),
            quote('It\'s 100% ours; "DROP" it_', None),
            quote("Repairs begin in March", "Ben Reed", created=START + timedelta(days=1)),
        ],
    )
    await store.keep_answers([answer(2, guild=5)], [replace(quote("The harbour is not here", to=2), guild=5)])
    return store


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        (QuoteQuery(GUILD, words="harbour"), ["The harbour must close"]),
        (QuoteQuery(GUILD, words="HARB clos"), ["The harbour must close"]),
        (QuoteQuery(GUILD, words="harbour reopen"), []),
        (QuoteQuery(GUILD, words="понеділок"), ["Гавань закриють у понеділок"]),
        (QuoteQuery(GUILD, words="星期一"), ["港口星期一关闭"]),
        (QuoteQuery(GUILD, words='"; DROP * OR ('), ['It\'s 100% ours; "DROP" it_']),
        (QuoteQuery(GUILD, words="%"), ['It\'s 100% ours; "DROP" it_']),
        (QuoteQuery(GUILD, speaker="quill"), ["The harbour must close"]),
        (QuoteQuery(GUILD, speaker="зеленський"), ["Гавань закриють у понеділок"]),
        (QuoteQuery(GUILD, speaker="%"), []),
        (QuoteQuery(GUILD, since=START + timedelta(hours=1)), ["Repairs begin in March"]),
        (QuoteQuery(GUILD, words="harbour", until=START), []),
        (QuoteQuery(GUILD, count=1), ["Repairs begin in March"]),
        (QuoteQuery(GUILD, offset=4), ['It\'s 100% ours; "DROP" it_']),
    ],
    ids=repr,
)
async def test_quotes_are_found(archive: SqlStore, query: QuoteQuery, texts: list[str]) -> None:
    """Quotes are found by words, speaker and time, within the server alone, whatever is typed."""
    if query.words == '"; DROP * OR (':  # "OR" is a word here, as any other: nothing has both.
        texts = []
    found, _ = await archive.find_quotes(query)
    assert [one.text for one in found] == texts


async def test_all_matches_are_counted(archive: SqlStore) -> None:
    """The number of all matches comes with a page of them."""
    found, total = await archive.find_quotes(QuoteQuery(GUILD, count=2))
    assert (len(found), total) == (2, 5)
    assert replace(found[0], headline="", url=None) == quote(
        "Repairs begin in March", "Ben Reed", created=START + timedelta(days=1)
    )
    assert (found[0].headline, found[0].url) == ("A headline", "https://news.example/a")


async def test_quotes_are_found_in_rooms_that_may_be_seen(store: SqlStore) -> None:
    """A search and its count are narrowed to rooms; in no room there is nothing."""
    await store.keep_answers([answer(1)], [replace(quote("Open words"), room=CHANNEL, part=1, spoiler=True)])
    await store.keep_answers([answer(2)], [replace(quote("Hidden words", to=2), room=OTHER)])
    found, total = await store.find_quotes(QuoteQuery(GUILD, words="words", rooms=frozenset({CHANNEL})))
    assert ([one.text for one in found], total) == (["Open words"], 1)
    assert (found[0].room, found[0].part, found[0].spoiler) == (CHANNEL, 1, True)
    assert await store.find_quotes(QuoteQuery(GUILD, rooms=frozenset())) == ((), 0)


async def test_quotes_of_answers_come_in_their_order(store: SqlStore) -> None:
    """The quotes of some answers are given, each answer's as they were kept."""
    await store.keep_answers([answer(1)], [quote("Zeroth"), quote("After it")])
    await store.keep_answers([answer(2)], [quote("Of another", to=2)])
    assert [one.text for one in await store.quotes_of([1])] == ["Zeroth", "After it"]
    assert await store.quotes_of([]) == ()


async def test_speakers_are_offered_most_quoted_first(archive: SqlStore) -> None:
    """Names that have what is typed in them, in any script, from the rooms that may be seen."""
    await archive.keep_answers(
        [answer(3)],
        [replace(quote("More", "Ben Reed", to=3), room=CHANNEL), replace(quote("Yet more", to=3), room=OTHER)],
    )
    everywhere = {0, CHANNEL, OTHER}
    assert (await archive.speakers(GUILD, "", rooms=everywhere, count=2)) == ("Ada Quill", "Ben Reed")
    assert (await archive.speakers(GUILD, "ЗЕЛЕН", rooms=everywhere, count=9)) == ("Володимир Зеленський",)
    assert (await archive.speakers(GUILD, "e", rooms={CHANNEL}, count=9)) == ("Ben Reed",)
    assert (await archive.speakers(GUILD, "%", rooms=everywhere, count=9)) == ()
    assert (await archive.speakers(5, "quill", rooms=everywhere, count=9)) == ("Ada Quill",)


@pytest.mark.parametrize(
    "words", ["émigrés", "EMIGRES", "emig", "Łódź", "lodz", "cafe\u0301", "strasse", "straße", "київ"]
)
async def test_accents_do_not_matter(store: SqlStore, words: str) -> None:
    """Words and names are found with their accents or without, however they are written."""
    said = "Les émigrés de Łódź au café de la Straße, Київ"
    await store.keep_answers([answer(1)], [quote(said)])
    assert (await store.find_quotes(QuoteQuery(GUILD, words=words)))[1] == 1
    assert (await store.find_quotes(QuoteQuery(GUILD, words="emigrant")))[1] == 0


async def test_words_are_searched_by_the_index(url: str, store: SqlStore) -> None:
    """The full-text index of the database in use is there and fits the question: FTS5, or GIN over a tsvector."""
    await store.keep_answers([answer(1)], [quote(f"The harbour number {number} closes") for number in range(50)])
    async with connected(url) as database, database.transaction() as connection:
        if connection.is_sqlite:
            plan = "EXPLAIN QUERY PLAN SELECT rowid FROM quotes_words WHERE quotes_words MATCH '\"harb\"*'"
        else:
            await connection.change("SET LOCAL enable_seqscan = off")
            words = "to_tsvector('simple', text_folded) @@ to_tsquery('simple', 'harb:*')"
            plan = "EXPLAIN SELECT id FROM quotes WHERE " + words  # noqa: S608  # Both are written here.
        steps = " ".join(str(row) for row in await connection.rows(plan))
    assert "quotes_words" in steps
    assert (await store.find_quotes(QuoteQuery(GUILD, words="harb", count=1)))[1] == 50
