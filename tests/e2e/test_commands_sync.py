"""Discord is told of the commands when they changed."""

from tests.support.newsroom import Newsroom


async def test_commands_are_sent_when_they_changed(newsroom: Newsroom) -> None:
    """A second start with the same commands sends nothing; after a change they are sent again."""
    sent = newsroom.town.requests("PUT", ".*/commands")
    assert len(sent) == 1
    await newsroom.restart()
    assert len(newsroom.town.requests("PUT", ".*/commands")) == 1
    await newsroom.parts.work_store.keep_fact(f"commands:{newsroom.bot.application_id}", "those of another version")
    await newsroom.restart()
    assert len(newsroom.town.requests("PUT", ".*/commands")) == 2
