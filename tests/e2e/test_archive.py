"""`/quotes` searches what has been said in a server, and shows each member what they may see."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.app.client import Nutgraf
from bot.domain.values.records import AnswerRecord, QuoteRecord
from playground.rules.state import Channel, Message
from tests.support.newsroom import Newsroom
from tests.support.town import NotOfferedError

FERRY = """\
The ferry to the islands will sail from Saltby until the spring, its owner said on Thursday after weeks of doubt.

“Our passengers lose twenty minutes, and no more than that,” said Rosa Lind, who runs the ferry with her brother.

The crossing from Saltby is longer, and the first boat of the day leaves at six in the morning instead of seven.

“I do not see how the old timetable could hold,” Lind said when she was asked about the evening boats to the islands.

The council pays for a second bus between the harbours, which runs each hour from Monday on, according to its office.
"""


async def said_here(newsroom: Newsroom, *, where: Channel | None = None) -> Message:
    """The story of the harbour is briefed in a channel, by default in #news."""
    await newsroom.watch(newsroom.news, newsroom.general, *([where] if where else []))
    return await newsroom.answer(await newsroom.town.post(where or newsroom.news, newsroom.ana, newsroom.link()))


async def asked(newsroom: Newsroom, **options: object) -> Message:
    """What /quotes answers to a member in #general."""
    who = options.pop("who", newsroom.ben)
    place = options.pop("place", newsroom.general)
    call = await newsroom.town.slash(place, who, "quotes", **options)  # type: ignore[arg-type]  # A member and a channel.
    return await newsroom.answer(call)


async def many(newsroom: Newsroom, count: int, *, speaker: str = "Ada Quill", words: str = "Word number") -> None:
    """Keep quotes as earlier briefs left them, a minute apart."""
    now = newsroom.now()
    record = AnswerRecord(
        1, newsroom.news.id, newsroom.guild.id, 2, newsroom.news.id, newsroom.ana.id, "k", "https://news.example/a",
        "Headline", now, room=newsroom.news.id,
    )  # fmt: skip
    for number in range(count):
        at = now - timedelta(minutes=number)
        quote = QuoteRecord(
            f"{words} {number}.", speaker, record.url, newsroom.guild.id, newsroom.news.id, 900 + number, at,
            room=newsroom.news.id,
        )  # fmt: skip
        await newsroom.parts.store.keep_answers([replace(record, id=900 + number, key=f"k{number}")], [quote])


async def test_quotes_of_a_brief_are_found_with_both_links(newsroom: Newsroom) -> None:
    """Each hit has its speaker, a link to the answer and one to its place in the source; only who asked sees it."""
    answer = await said_here(newsroom)
    found = await asked(newsroom)
    assert found.seen_by == newsroom.ben.id
    assert "“The quay cannot wait another winter”" in found.text
    assert "— Ada Quill" in found.text
    assert f"](https://discord.com/channels/{newsroom.guild.id}/{newsroom.news.id}/{answer.id})" in found.text
    assert "/harbour#:~:text=" in found.text


async def test_quotes_are_narrowed_by_channel(newsroom: Newsroom) -> None:
    """A channel narrows the search to it and its threads; one that the asker may not read is refused."""
    await said_here(newsroom)
    ferry = newsroom.link("/ferry", FERRY, "Ferry to the islands sails from Saltby")
    await newsroom.answer(await newsroom.town.post(newsroom.general, newsroom.ana, ferry))
    found = (await asked(newsroom, channel=newsroom.general)).text
    assert "twenty minutes" in found
    assert f"in <#{newsroom.general.id}>" in found
    assert "Quill" not in found
    await many(newsroom, 30)
    page = await asked(newsroom, channel=newsroom.news)
    turned = await newsroom.answer(await newsroom.town.press(page, newsroom.ben, "▶"))
    assert f"in <#{newsroom.news.id}>" in turned.text
    newsroom.town.permit(newsroom.news, who=newsroom.ben, deny="view_channel")
    assert "You may not read" in (await asked(newsroom, channel=newsroom.news)).text


async def test_quotes_are_narrowed_by_speaker_and_words(newsroom: Newsroom) -> None:
    """A speaker and words narrow the search, both together too."""
    await said_here(newsroom)
    ferry = newsroom.link("/ferry", FERRY, "Ferry to the islands sails from Saltby")
    await newsroom.answer(await newsroom.town.post(newsroom.news, newsroom.ana, ferry))
    by_lind = (await asked(newsroom, speaker="lind")).text
    assert "twenty minutes" in by_lind
    assert "Quill" not in by_lind
    by_word = (await asked(newsroom, words="timetable")).text
    assert "old timetable" in by_word
    assert "twenty minutes" not in by_word
    assert "No matching quotes" in (await asked(newsroom, speaker="Lind", words="winter")).text


async def test_quotes_are_narrowed_by_time(newsroom: Newsroom) -> None:
    """Today, the last days and dates narrow the search by when it was briefed."""
    await said_here(newsroom)
    newsroom.ahead = timedelta(days=3)
    assert "No matching quotes" in (await asked(newsroom, when="today")).text
    assert "another winter" in (await asked(newsroom, when="week")).text
    first = (newsroom.now() - timedelta(days=4)).date()
    assert "another winter" in (await asked(newsroom, since=f"{first}", until=f"{first + timedelta(days=2)}")).text
    assert "No matching quotes" in (await asked(newsroom, until=f"{first - timedelta(days=1)}")).text
    assert "No matching quotes" in (await asked(newsroom, since=f"{newsroom.now():%d.%m.%Y}")).text


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"since": "soon"}, "I cannot read the date “soon”"),
        ({"since": "2026-11-02", "until": "2026-11-01"}, "must not come after"),
        ({"when": "week", "since": "2026-11-02"}, "not both"),
    ],
)
async def test_dates_that_make_no_sense_are_told(newsroom: Newsroom, options: dict[str, str], sentence: str) -> None:
    """What cannot be read is said in private."""
    told = await asked(newsroom, **options)
    assert sentence in told.text
    assert told.seen_by == newsroom.ben.id


async def test_pages_are_turned_after_a_restart(newsroom: Newsroom) -> None:
    """The buttons carry the search: forth and back, in the same message, with nothing left out, after a restart."""
    await many(newsroom, 20)
    page = await asked(newsroom, speaker="Quill", words="number", when="week")
    seen = [page.text]
    assert "1 to 8 of 20" in page.text
    await newsroom.restart()
    while "▶" in [button.get("label") for button in page.buttons]:
        await newsroom.town.press(page, newsroom.ben, "▶")
        await newsroom.town.settle()
        seen.append(page.text)
    assert [f"Word number {number}." in "\n".join(seen) for number in range(20)] == [True] * 20
    assert "17 to 20 of 20" in page.text
    await newsroom.town.press(page, newsroom.ben, "◀")
    await newsroom.town.settle()
    assert page.text == seen[1]


async def test_longest_search_fits_its_buttons(newsroom: Newsroom) -> None:
    """The longest speaker and words with both dates and a channel turn a page; longer ones Discord does not take."""
    speaker, words = "Ada Maria Quill of Port Ellery Harbour", "Word number of a long and careful search"
    await many(newsroom, 9, speaker=speaker, words=words)
    days = {"since": "2020-01-01", "until": "2700-12-31"}
    page = await asked(newsroom, speaker=speaker[:28], words=words[:30], channel=newsroom.news, **days)
    assert "1 to 8 of 9" in page.text
    await newsroom.town.press(page, newsroom.ben, "▶")
    await newsroom.town.settle()
    assert "9 to 9 of 9" in page.text


async def test_hidden_channel_is_not_searched(newsroom: Newsroom) -> None:
    """A member finds nothing of a channel that they may not see or not read back in, by any trigger."""
    await said_here(newsroom)
    page = await asked(newsroom)
    assert "another winter" in page.text
    for lost in ("view_channel", "read_message_history"):
        newsroom.town.permit(newsroom.news, who=newsroom.ben, deny=lost)
        await newsroom.town.settle()
        assert "No matching quotes" in (await asked(newsroom)).text
        assert "another winter" in (await asked(newsroom, who=newsroom.ana)).text


async def test_page_turned_later_shows_what_may_be_seen_then(newsroom: Newsroom) -> None:
    """Whoever lost a channel since turns to an empty page."""
    await many(newsroom, 9)
    page = await asked(newsroom)
    newsroom.town.permit(newsroom.news, who=newsroom.ben, deny="view_channel")
    await newsroom.town.settle()
    await newsroom.town.press(page, newsroom.ben, "▶")
    await newsroom.town.settle()
    assert "No matching quotes" in page.text


async def test_thread_is_searched_by_those_who_see_its_channel(newsroom: Newsroom) -> None:
    """What was said in a thread belongs to its channel, also after the bot has forgotten the thread."""
    thread = await newsroom.town.thread(newsroom.news, newsroom.ana.user, "harbour")
    answer = await said_here(newsroom, where=thread)
    assert f"/{thread.id}/{answer.id})" in (await asked(newsroom)).text
    thread.archived = True
    await newsroom.restart()
    assert f"/{thread.id}/{answer.id})" in (await asked(newsroom)).text
    newsroom.town.permit(newsroom.news, who=newsroom.ben, deny="view_channel")
    await newsroom.town.settle()
    assert "No matching quotes" in (await asked(newsroom)).text


async def test_private_thread_is_searched_from_within_alone(newsroom: Newsroom) -> None:
    """What was said in a private thread is found in it and by those who manage threads, by nobody else."""
    thread = newsroom.town.discord.service.thread(newsroom.news, "quiet", newsroom.ana.user, private=True)
    await newsroom.town.join_thread(thread)
    await said_here(newsroom, where=thread)
    assert "No matching quotes" in (await asked(newsroom)).text
    assert "another winter" in (await asked(newsroom, place=thread, who=newsroom.ana)).text
    assert "another winter" in (await asked(newsroom, who=newsroom.olga)).text


async def test_deleted_channel_takes_its_quotes(newsroom: Newsroom) -> None:
    """What stood in a channel that was deleted is found no more, also when the bot was away meanwhile."""
    await said_here(newsroom)
    await newsroom.town.stop(newsroom.bot)
    await newsroom.town.delete_channel(newsroom.news)
    newsroom.bot = await newsroom.town.start(lambda: Nutgraf(newsroom.parts))
    assert "No matching quotes" in (await asked(newsroom, who=newsroom.olga)).text


async def test_dismissed_answer_takes_its_quotes(newsroom: Newsroom) -> None:
    """A quote whose answer is gone is found no more."""
    answer = await said_here(newsroom)
    await newsroom.town.press(answer, newsroom.ana, "Dismiss")
    await newsroom.town.settle()
    assert "No matching quotes" in (await asked(newsroom)).text


async def test_spoiler_stays_one(newsroom: Newsroom) -> None:
    """What was answered in a spoiler is hidden in the archive too."""
    await newsroom.watch()
    await newsroom.answer(await newsroom.town.post(newsroom.news, newsroom.ana, f"||{newsroom.link()}||"))
    assert "> ||“The quay cannot wait another winter”" in (await asked(newsroom)).text


async def test_speakers_are_offered_as_they_are_typed(newsroom: Newsroom) -> None:
    """Who was quoted is offered, to those who may see it."""
    await said_here(newsroom)
    offered = await newsroom.town.complete(newsroom.general, newsroom.ben, "quotes", "speaker", "qu")
    assert [choice["value"] for choice in offered] == ["Ada Quill"]
    newsroom.town.permit(newsroom.news, who=newsroom.ben, deny="view_channel")
    await newsroom.town.settle()
    assert await newsroom.town.complete(newsroom.general, newsroom.ben, "quotes", "speaker", "qu") == []


async def test_quotes_are_for_servers(newsroom: Newsroom) -> None:
    """Direct messages have no archive, so the command is not offered there."""
    newsroom.town.install_for(newsroom.ana)
    with pytest.raises(NotOfferedError):
        await newsroom.town.slash(newsroom.town.dm(newsroom.ana), newsroom.ana, "quotes")


async def test_other_servers_are_not_searched(newsroom: Newsroom) -> None:
    """A server's archive holds what was briefed in it alone."""
    await said_here(newsroom)
    other = newsroom.town.guild("Elsewhere", members=[])
    await newsroom.town.settle()
    assert "No matching quotes" in (await asked(newsroom, place=other.channel("news"), who=other.member("olga"))).text
