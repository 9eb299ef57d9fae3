"""Updates of messages: an edit of these seconds counts, a pin, a preview and an old edit do not."""

from datetime import UTC, datetime, timedelta

from playground.rules.state import Message
from tests.support.newsroom import HEADLINE, Newsroom


async def test_what_was_there_before_the_watching_is_left_alone(newsroom: Newsroom) -> None:
    """A pin, Discord's preview and a corrected word of an older link bring no brief."""
    town, url = newsroom.town, newsroom.link()
    old = await town.post(newsroom.news, newsroom.ana, f"teh harbour {url}")
    await newsroom.config("watch", channel=newsroom.news)
    await town.unfurl(old, type="article", url=url, title="The harbour")
    await town.edit(old, f"the harbour {url}")
    await town.pin(old, newsroom.ben)
    assert await town.answers_to(old) == []
    assert newsroom.site.hits["/harbour"] == 0


async def test_an_update_that_nobody_made_now_is_no_edit(newsroom: Newsroom) -> None:
    """A pin of a message whose last edit is old, and a preview, change nothing, though it was never answered."""
    await newsroom.watch()
    town, url = newsroom.town, newsroom.link()
    post = await town.post(newsroom.news, newsroom.ana, "the harbour")
    await town.settle()
    _edited_long_ago(post, f"the harbour {url}")
    await town.unfurl(post, type="article", url=url)
    await town.pin(post, newsroom.ben)
    assert await town.answers_to(post) == []
    await town.edit(post, f"the harbour {url} closes")
    assert HEADLINE in (await newsroom.answer(post)).text


def _edited_long_ago(message: Message, content: str) -> None:
    """Let a message have been edited an hour ago, while the bot heard nothing of it."""
    message.content = content
    message.edited_at = (datetime.now(UTC) - timedelta(hours=1)).isoformat()
