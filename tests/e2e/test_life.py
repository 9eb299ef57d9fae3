"""The life of an answer: it follows its message, is never given twice, and survives a restart."""

import asyncio
import json

import discord
import pytest

from bot.adapters.database.connections import Sqlite
from bot.adapters.database.sql_store import SqlStore
from bot.domain.values.records import AnswerKind
from bot.urgency import Urgency
from config.guild import Style
from playground.rules.state import Message
from tests.support.newsroom import HEADLINE, STORY, Newsroom


@pytest.fixture(autouse=True)
async def _watched(newsroom: Newsroom) -> None:
    await newsroom.watch()


async def answered(newsroom: Newsroom, url: str | None = None) -> tuple[Message, Message]:
    """A post of Ana's and its answer."""
    post = await newsroom.town.post(newsroom.news, newsroom.ana, url or newsroom.link())
    return post, await newsroom.answer(post)


def said(newsroom: Newsroom) -> list[Message]:
    """The bot's messages in #news."""
    return newsroom.town.messages(newsroom.news, by=newsroom.town.bot)


async def test_source_deleted(newsroom: Newsroom) -> None:
    """A deleted message takes its answer with it, and nothing of it is kept."""
    post, answer = await answered(newsroom)
    await newsroom.town.delete(post)
    await newsroom.town.settle()
    assert said(newsroom) == []
    assert await newsroom.parts.store.answer(answer.id) == ()


async def test_source_deleted_after_a_restart(newsroom: Newsroom) -> None:
    """The map from message to answer is in the database."""
    post, _ = await answered(newsroom)
    await newsroom.restart()
    await newsroom.town.delete(post)
    await newsroom.town.settle()
    assert said(newsroom) == []


async def test_sources_deleted_in_bulk(newsroom: Newsroom) -> None:
    """Messages deleted at once take their answers with them."""
    posts = [(await answered(newsroom, newsroom.link(f"/{n}", headline=f"Pier {n} closes")))[0] for n in range(3)]
    await newsroom.town.bulk_delete(*posts)
    await newsroom.town.settle()
    assert said(newsroom) == []


async def test_source_deleted_while_it_is_read(newsroom: Newsroom) -> None:
    """A message that goes while its page is on the way gets no answer."""
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.slow("/harbour", seconds=0.5))
    await newsroom.town.until(lambda: True if newsroom.site.hits["/harbour"] else None)
    await newsroom.town.delete(post)
    await newsroom.town.settle()
    assert said(newsroom) == []


async def test_channel_deleted(newsroom: Newsroom) -> None:
    """With a channel its answers go from the database."""
    _, answer = await answered(newsroom)
    await newsroom.town.delete_channel(newsroom.news)
    await newsroom.town.settle()
    assert await newsroom.parts.store.answer(answer.id) == ()


async def test_answer_deleted_by_a_moderator(newsroom: Newsroom) -> None:
    """An answer that somebody deleted is forgotten, and the same article is briefed anew, not pointed to."""
    _, answer = await answered(newsroom)
    await newsroom.town.delete(answer)
    await newsroom.town.settle()
    _, again = await answered(newsroom)
    assert "to read" in again.text


async def test_edit_that_changes_the_links(newsroom: Newsroom) -> None:
    """The new link is read and the same answer edited; there is never a second."""
    post, answer = await answered(newsroom)
    await newsroom.town.edit(post, f"rather {newsroom.link('/mill', headline='Mill closes for good')}")
    await newsroom.town.settle()
    assert [message.id for message in said(newsroom)] == [answer.id]
    assert "Mill closes" in answer.text


async def test_edit_that_keeps_the_links(newsroom: Newsroom) -> None:
    """Other words around the same link change nothing and read nothing."""
    url = newsroom.link()
    post, answer = await answered(newsroom, url)
    before = answer.edited_at
    await newsroom.town.edit(post, f"look at this: {url}")
    await newsroom.town.settle()
    assert answer.edited_at == before
    assert newsroom.site.hits["/harbour"] == 1


async def test_edit_that_takes_the_link_away(newsroom: Newsroom) -> None:
    """An answer that has nothing to answer any more goes."""
    post, _ = await answered(newsroom)
    await newsroom.town.edit(post, "never mind")
    await newsroom.town.settle()
    assert said(newsroom) == []


async def test_edit_that_brings_a_link(newsroom: Newsroom) -> None:
    """A link that is added later is answered."""
    post = await newsroom.town.post(newsroom.news, newsroom.ana, "wait for it")
    await newsroom.town.edit(post, newsroom.link())
    assert HEADLINE in (await newsroom.answer(post)).text


async def test_edit_while_it_is_read(newsroom: Newsroom) -> None:
    """An edit that comes while the first link is on the way ends in one answer, to the new link."""
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.slow("/harbour", seconds=0.5))
    await newsroom.town.until(lambda: True if newsroom.site.hits["/harbour"] else None)
    await newsroom.town.edit(post, newsroom.link("/mill", headline="Mill closes for good"))
    await newsroom.town.settle()
    (answer,) = said(newsroom)
    assert "Mill closes" in answer.text


async def test_preview_is_no_edit(newsroom: Newsroom) -> None:
    """Discord's own preview of a link comes as an update and changes nothing."""
    post, answer = await answered(newsroom)
    await newsroom.town.unfurl(post, title="Harbour", url=post.content)
    await newsroom.town.settle()
    assert [message.id for message in said(newsroom)] == [answer.id]
    assert newsroom.site.hits["/harbour"] == 1


async def test_same_article_again_gets_a_pointer(newsroom: Newsroom) -> None:
    """The second post in the channel gets a quiet line with a jump link; another address of the same text too."""
    _, answer = await answered(newsroom)
    _, pointer = await answered(newsroom, f"{newsroom.site.url('/harbour')}?utm_source=x")
    assert f"/channels/{newsroom.guild.id}/{newsroom.news.id}/{answer.id}" in pointer.text
    assert "to read" not in pointer.text
    assert newsroom.site.hits["/harbour"] == 1


async def test_copy_of_an_article_gets_a_pointer(newsroom: Newsroom) -> None:
    """The same text at another address is the same article: what links do not join, the content does."""
    _, answer = await answered(newsroom)
    _, pointer = await answered(newsroom, newsroom.link("/copy-of-the-harbour"))
    assert str(answer.id) in pointer.text
    assert newsroom.desk_parts.metrics.value("briefs") == 1


async def test_pointer_after_a_restart(newsroom: Newsroom) -> None:
    """The window of repeats is in the database."""
    _, answer = await answered(newsroom)
    await newsroom.restart()
    _, pointer = await answered(newsroom)
    assert str(answer.id) in pointer.text


async def test_repeat_beside_a_new_link(newsroom: Newsroom) -> None:
    """Of two links, the new one gets its brief and the known one a pointer below it, in one answer."""
    await answered(newsroom)
    mill = newsroom.link("/mill", headline="Mill closes for good")
    _, answer = await answered(newsroom, f"{newsroom.site.url('/harbour')} {mill}")
    assert "Mill closes" in answer.text
    assert "Briefed here" in answer.text
    kinds = {part.kind for part in await newsroom.parts.store.answer(answer.id)}
    assert kinds == {AnswerKind.BRIEF, AnswerKind.POINTER}


async def test_resend_is_harmless(newsroom: Newsroom) -> None:
    """Every answer carries a nonce that Discord is asked to enforce, so that a request sent twice posts once."""
    newsroom.town.fail("POST", rf"/channels/{newsroom.news.id}/messages", 502)
    post, _ = await answered(newsroom)
    assert len(said(newsroom)) == 1
    bodies = [request.body for request in newsroom.town.requests("POST", f"/channels/{newsroom.news.id}/messages")]
    assert len(bodies) == 2
    assert {body["nonce"] for body in bodies} == {bodies[0]["nonce"]}
    assert str(post.id) in bodies[0]["nonce"]
    assert all(body["enforce_nonce"] for body in bodies)


async def test_answer_in_a_thread(newsroom: Newsroom) -> None:
    """By style the brief stands in a thread of the bot's own reply; with the message both go."""
    await newsroom.choose(style=Style.THREAD)
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link())
    await newsroom.town.settle()
    (head,) = said(newsroom)
    assert head.replies_to == post.id
    thread = newsroom.town.discord.service.channels[head.thread_id or 0]
    (brief,) = newsroom.town.messages(thread, by=newsroom.town.bot)
    assert "Ada Quill" in brief.text
    await newsroom.town.delete(post)
    await newsroom.town.settle()
    assert said(newsroom) == []
    assert brief.id not in thread.messages


async def test_answer_to_a_reaction(newsroom: Newsroom) -> None:
    """By style the bot waits until somebody adds 📰, and answers once however many do."""
    await newsroom.choose(style=Style.REACTION)
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link())
    assert await newsroom.town.answers_to(post) == []
    await newsroom.town.react(post, newsroom.ben, "👍")
    assert await newsroom.town.answers_to(post) == []
    await asyncio.gather(*(newsroom.town.react(post, who, "📰") for who in (newsroom.ana, newsroom.ben, newsroom.olga)))
    await newsroom.town.settle()
    assert [HEADLINE in message.text for message in said(newsroom)] == [True]


async def test_typing_shows_slow_work(newsroom: Newsroom) -> None:
    """While a slow page is read, the bot is seen typing."""
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.slow("/harbour", seconds=1.0))
    await newsroom.answer(post)
    assert (newsroom.news, newsroom.town.bot) in newsroom.town.typings


async def test_typing_is_left_out_when_requests_have_to_wait(newsroom: Newsroom) -> None:
    """A sign of typing takes no answer's place in the budget of requests."""
    budget = newsroom.bot.parts.request_budget
    path = "/api/v10/channels/1/messages"

    async def keep_taking() -> None:
        while True:
            await budget.take("POST", path, Urgency.ANSWER)

    flood = [asyncio.create_task(keep_taking()) for _ in range(30)]
    await newsroom.town.until(lambda: budget.is_tight or None, "a tight budget")
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.slow("/harbour", seconds=1.0))
    await newsroom.answer(post)
    for task in flood:
        task.cancel()
    await asyncio.gather(*flood, return_exceptions=True)
    assert newsroom.town.typings == []


async def test_missing_permission_is_no_noise(newsroom: Newsroom) -> None:
    """Where the bot may not answer it asks for nothing, and fetches nothing."""
    newsroom.town.permit(newsroom.news, deny="send_messages")
    await newsroom.town.settle()
    post = await newsroom.town.post(newsroom.news, newsroom.ana, newsroom.link())
    assert await newsroom.town.answers_to(post) == []
    assert newsroom.site.hits["/harbour"] == 0


async def test_of_a_message_its_ids_are_kept(newsroom: Newsroom) -> None:
    """No word of a member's message stands in the database."""
    aside = "between us the mayor is a walrus"
    post, answer = await answered(newsroom, f"{aside} {newsroom.link()}")
    (part,) = await newsroom.parts.store.answer(answer.id)
    assert part.source == post.id
    files = [path.read_bytes() for path in newsroom.process.data_folder.iterdir() if path.is_file()]
    assert any(STORY.split("“")[1][:20].encode() in data for data in files)
    assert not any(aside.encode() in data for data in files)
    assert aside not in json.dumps([request.body for request in newsroom.town.requests()], default=str)


async def test_pointer_becomes_the_brief_when_its_brief_goes(newsroom: Newsroom) -> None:
    """The newest pointer becomes the brief and the older one leads to it; what was hidden stays hidden."""
    post, answer = await answered(newsroom, f"||{newsroom.link()}||")
    _, older = await answered(newsroom, newsroom.site.url("/harbour"))
    _, newest = await answered(newsroom, newsroom.site.url("/harbour"))
    assert f"||**[{HEADLINE}]" in older.text
    await newsroom.town.delete(post)
    await newsroom.town.settle()
    assert answer not in said(newsroom)
    assert "Ada Quill" in newest.text
    assert newest.components[0]["spoiler"]
    assert str(newest.id) in older.text


async def test_dismissed_brief_stays_dismissed(newsroom: Newsroom) -> None:
    """A corrected word brings it back neither at once nor when the cache has forgotten everything."""
    url = newsroom.link()
    post, answer = await answered(newsroom, url)
    await newsroom.town.press(answer, newsroom.ana, "Dismiss")
    await newsroom.town.settle()
    await newsroom.forget()
    await newsroom.town.edit(post, f"look at this: {url}")
    await newsroom.town.settle()
    assert said(newsroom) == []


async def test_what_happens_elsewhere_asks_the_database_nothing(newsroom: Newsroom) -> None:
    """Edits and deletions in channels without an answer cost one question a server; in others they are followed."""
    town, asked = newsroom.town, []
    store = newsroom.parts.store
    assert isinstance(store, SqlStore)
    database = store._database  # noqa: SLF001  # What reaches the database is seen nowhere else.
    assert isinstance(database, Sqlite)

    def note(statement: str) -> None:
        if "FROM answers" in statement and statement.startswith("SELECT"):  # The sweep of the start deletes.
            asked.append(statement)

    posts = [await town.post(newsroom.general, newsroom.ana, f"number {number}") for number in range(6)]
    await town.delete(posts[0])
    await town.settle()
    for connection in (database._reader, database._writer):  # noqa: SLF001  # As above.
        await connection.set_trace_callback(note)
    for post in posts[1:3]:
        await town.edit(post, "look: https://news.example/later")
    for post in posts[1:]:
        await town.delete(post)
    await town.settle()
    for connection in (database._reader, database._writer):  # noqa: SLF001  # As above.
        await connection.set_trace_callback(lambda _: None)
    assert asked == []
    # The first answer in that channel is heard of, and then followed.
    here = await town.post(newsroom.general, newsroom.ana, f"{town.bot.mention} {newsroom.link()}")
    answer = await newsroom.answer(here)
    await town.delete(here)
    await town.settle()
    assert answer not in town.messages(newsroom.general)


async def test_servers_share_what_is_the_same(newsroom: Newsroom) -> None:
    """The name of a channel is in memory once, however many servers have a channel of that name."""
    service = newsroom.town.discord.service
    other = service.channel(service.guild("Another server", newsroom.town.owner), newsroom.news.name)
    await newsroom.restart()
    here, there = newsroom.bot.get_channel(newsroom.news.id), newsroom.bot.get_channel(other.id)
    assert isinstance(here, discord.TextChannel)
    assert isinstance(there, discord.TextChannel)
    assert here.name is there.name
    assert here.overwrites == there.overwrites == {}
