"""Answers as they are kept, found and forgotten, in the database in both forms, SQLite and PostgreSQL."""

import asyncio
from datetime import timedelta

from bot.adapters.database.sql_store import SqlStore
from bot.domain.values.records import AnswerKind, DeletionRecord, QuoteQuery
from tests.support.stores import CHANNEL, GUILD, OTHER, START, answer, quote


async def test_answer_is_found_by_each_of_its_ids(store: SqlStore) -> None:
    """An answer is found by its own id, by the message it answers, and by the channel."""
    await store.keep_answers([answer(1)])
    assert await store.answer(1) == (answer(1),)
    assert await store.answers_to([501, 999]) == (answer(1),)
    assert await store.answers_in(CHANNEL) == (answer(1),)
    assert await store.answer(2) == ()
    assert await store.answers_to([]) == ()


async def test_answer_kept_again_replaces_itself(store: SqlStore) -> None:
    """An edited answer keeps its id and changes the rest."""
    await store.keep_answers([answer(1)], [quote("The first words")])
    await store.keep_answers([answer(1, key="k2", headline="Another")], [quote("The second words")])
    assert await store.answer(1) == (answer(1, key="k2", headline="Another"),)
    found, total = await store.find_quotes(QuoteQuery(GUILD))
    assert (total, [one.text for one in found]) == (1, ["The second words"])


async def test_earlier_answer_is_the_first_brief_in_the_channel(store: SqlStore) -> None:
    """A repeat is told by article, channel and time, and never points to a pointer."""
    await store.keep_answers([answer(3, kind=AnswerKind.POINTER, created=START - timedelta(hours=2))])
    await store.keep_answers([answer(1, created=START - timedelta(hours=1))])
    await store.keep_answers([answer(2)])
    earlier = await store.earlier_answer(CHANNEL, "k1", since=START - timedelta(hours=3))
    assert earlier is not None
    assert earlier.id == 1
    assert await store.earlier_answer(CHANNEL, "k1", since=START + timedelta(hours=1)) is None
    assert await store.earlier_answer(OTHER, "k1", since=START - timedelta(hours=3)) is None
    assert await store.earlier_answer(CHANNEL, "k9", since=START - timedelta(hours=3)) is None


async def test_briefs_of_a_digest_come_in_order(store: SqlStore) -> None:
    """A digest has a channel's or a server's briefs since a time, oldest first, without pointers."""
    await store.keep_answers([answer(2, created=START + timedelta(hours=2))])
    await store.keep_answers([answer(1, created=START + timedelta(hours=1))])
    await store.keep_answers([answer(3, channel=OTHER, source_channel=OTHER, created=START + timedelta(hours=3))])
    await store.keep_answers([answer(4, kind=AnswerKind.POINTER)])
    assert [one.id for one in await store.briefs_since(GUILD, CHANNEL, since=START)] == [1, 2]
    assert [one.id for one in await store.briefs_since(GUILD, None, since=START)] == [1, 2, 3]


async def test_briefs_of_rooms_are_those_that_may_be_seen_there(store: SqlStore) -> None:
    """A thread's brief is of its channel's room, and a digest of rooms has no others."""
    await store.keep_answers([answer(1, channel=77, source_channel=77, room=CHANNEL)])
    await store.keep_answers([answer(2, channel=OTHER, source_channel=OTHER, room=OTHER)])
    assert [one.id for one in await store.briefs_since(GUILD, CHANNEL, since=START)] == [1]
    assert [one.id for one in await store.briefs_since(GUILD, None, since=START, rooms={OTHER})] == [2]
    assert await store.briefs_since(GUILD, None, since=START, rooms=()) == ()


async def test_forgotten_answers_take_their_quotes(store: SqlStore) -> None:
    """A forgotten answer and its quotes are gone."""
    await store.keep_answers([answer(1)], [quote("Gone with it")])
    await store.forget_answers([1])
    assert await store.answer(1) == ()
    assert await store.find_quotes(QuoteQuery(GUILD)) == ((), 0)
    assert await store.find_quotes(QuoteQuery(GUILD, words="gone")) == ((), 0)


async def test_more_answers_than_a_statement_takes_are_forgotten(store: SqlStore) -> None:
    """PostgreSQL takes 32,767 parameters in a statement; 40,000 ids are found and forgotten all the same."""
    await store.keep_answers([answer(1)])
    many = range(1, 40_001)
    assert await store.answers_to(many) == await store.answers_touching(many) == await store.answer(1)
    await store.forget_answers(many)
    assert await store.answer(1) == ()


async def test_answers_of_a_user_are_found(store: SqlStore) -> None:
    """The answers to one user's messages are given, others' not."""
    await store.keep_answers([answer(1), answer(2, poster=8)])
    assert [one.id for one in await store.answers_of(7)] == [1]


async def test_answer_has_several_parts(store: SqlStore) -> None:
    """An answer to two links keeps a part for each, and forgetting it forgets both with their quotes."""
    parts = [answer(1, links="two"), answer(1, part=1, key="k2", links="two")]
    await store.keep_answers(parts, [quote("Of the first"), quote("Of the second")])
    assert await store.answer(1) == tuple(parts)
    assert await store.answers_to([parts[0].source or 0]) == tuple(parts)
    await store.forget_answers([1])
    assert await store.answer(1) == ()
    assert await store.find_quotes(QuoteQuery(GUILD)) == ((), 0)


async def test_first_answer_to_a_message_is_the_one_that_is_kept(store: SqlStore) -> None:
    """Of two processes that answer one message the first wins; a dismissed answer and a command's are no answers."""
    await store.keep_answers([answer(9, source=501, trigger="menu"), answer(8, source=501, kind=AnswerKind.DISMISSED)])
    results = await asyncio.gather(*(store.keep_first([answer(id_, source=501)]) for id_ in (1, 2)))
    assert len({kept[0].id for kept in results}) == 1
    assert len(await store.answers_to([501])) == 3


async def test_pointers_are_found_by_where_they_lead(store: SqlStore) -> None:
    """The newest comes first; a pointer dangles whose brief is not there any more."""
    pointers = [answer(id_, kind=AnswerKind.POINTER, target=1, target_channel=CHANNEL, content="c") for id_ in (2, 3)]
    await store.keep_answers([answer(1, content="c"), *pointers])
    assert [row.id for row in await store.answers_pointing(1)] == [3, 2]
    assert await store.dangling_pointers(count=9) == ()
    await store.keep_answers([answer(1, content="d")])
    assert [row.id for row in await store.dangling_pointers(count=9)] == [3, 2]


async def test_refused_deletion_is_kept_until_it_is_done(store: SqlStore) -> None:
    """It is given out when it is due, to one process; the record goes with the last message of the answer."""
    await store.keep_answers([answer(1, head=4)], [quote("The first words")])
    await store.remove_answers([1])
    for message in (1, 4):
        await store.keep_deletion(DeletionRecord(message, CHANNEL, message == 4, 1, 1, START))
    later = START + timedelta(hours=1)
    assert {one.message for one in await store.claim_deletions(count=9, until=later)} == {1, 4}
    assert await store.claim_deletions(count=9, until=later) == ()
    assert (await store.answer(1))[0].kind is AnswerKind.REMOVED
    assert await store.quotes_of([1]) == ()
    await store.deletion_done(1)
    await store.forget_user(7)
    assert len(await store.answers_touching([4])) == 1
    await store.deletion_done(4)
    assert await store.answer(1) == ()


async def test_answer_takes_the_place_of_another_and_may_leave_its_quotes(store: SqlStore) -> None:
    """What stood in for it is forgotten; without quotes those that are kept stay."""
    await store.keep_answers([answer(1)], [quote("The first words")])
    await store.keep_answers([answer(1, links="x")], None)
    assert [one.text for one in await store.quotes_of([1])] == ["The first words"]
    await store.keep_answers([answer(2)], instead_of=[1])
    assert (await store.answer(1), await store.quotes_of([1])) == ((), ())
