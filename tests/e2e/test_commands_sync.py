"""Discord is told of the commands when they changed."""

from bot.adapters.database.sql_work import SqlWorkStore
from bot.errors import StorageError
from tests.support.newsroom import Newsroom


class AwayAtFirst(SqlWorkStore):
    """A database that does not answer when it is asked for the first time what Discord was told."""

    asked = 0

    async def fact(self, name: str) -> str | None:
        """Fail once."""
        self.asked += 1
        if self.asked == 1:
            raise StorageError
        return await super().fact(name)


async def test_commands_are_sent_when_they_changed(newsroom: Newsroom) -> None:
    """A second start with the same commands sends nothing; after a change they are sent again."""
    sent = newsroom.town.requests("PUT", ".*/commands")
    assert len(sent) == 1
    await newsroom.restart()
    assert len(newsroom.town.requests("PUT", ".*/commands")) == 1
    await newsroom.parts.work_store.keep_fact(f"commands:{newsroom.bot.application_id}", "those of another version")
    await newsroom.restart()
    assert len(newsroom.town.requests("PUT", ".*/commands")) == 2


async def test_start_goes_on_when_the_database_is_back(newsroom: Newsroom) -> None:
    """A database that ends just as the commands are looked at ends no start: it is asked again."""
    known = newsroom.parts.work_store
    assert isinstance(known, SqlWorkStore)
    away = AwayAtFirst(known._database, now=newsroom.now)  # noqa: SLF001  # The same one, which fails at first.
    await newsroom.restart(work_store=away)
    assert newsroom.bot.is_ready()
    assert away.asked == 2
