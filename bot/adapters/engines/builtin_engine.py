"""The built-in engine behind the port: rules over text, run where they cannot delay a heartbeat."""

import asyncio

from bot.domain.brief.builtin import NAME, write_draft
from bot.domain.values.article import Article
from bot.domain.values.draft import Draft
from bot.domain.values.wish import Wish
from bot.errors import EngineError, UnreadableError
from bot.ports import Pool


class BuiltinEngine:
    """Writes drafts by rules, in a process of `pool`, or in a thread of this process where there is no pool."""

    def __init__(self, pool: Pool | None = None) -> None:
        self._pool = pool

    @property
    def name(self) -> str:
        """The engine's name; its answer depends on nothing else."""
        return NAME

    async def write(self, article: Article, wish: Wish, *, read: Draft | None = None) -> Draft:
        """Write a draft, or give `read`. Raises EngineError when the pool's limits of time or memory were broken."""
        if read is not None:
            return read
        if self._pool is None:
            return await asyncio.to_thread(write_draft, article, wish)
        try:
            return await self._pool.run(write_draft, article, wish)
        except UnreadableError as error:
            raise EngineError("The article could not be read within the limits of time and memory.") from error
