"""The built-in engine behind the port: rules over text, run where they cannot delay a heartbeat."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from bot.domain.brief.builtin import NAME, read_article, write_brief, write_draft
from bot.domain.claims.comparing.reading import Reading
from bot.domain.values.article import Article
from bot.domain.values.brief import Brief
from bot.domain.values.draft import Draft
from bot.domain.values.wish import Wish
from bot.errors import EngineError, UnreadableError
from bot.ports import Pool

T = TypeVar("T")


class BuiltinEngine:
    """Writes drafts and briefs by rules (`bot.ports.RuleEngine`), in a process of `pool` or in a thread."""

    def __init__(self, pool: Pool | None = None) -> None:
        self._pool = pool

    @property
    def name(self) -> str:
        """The engine's name; its answer depends on nothing else."""
        return NAME

    async def write(self, article: Article, wish: Wish, *, read: Draft | None = None) -> Draft:
        """Write a draft, or give `read`. Raises EngineError when the pool's limits of time or memory were broken."""
        return await self._run(write_draft, article, wish) if read is None else read

    async def read(self, article: Article, wish: Wish) -> tuple[Draft, Reading]:
        """Write a draft, and give what was read of the article beside it. Raises EngineError as `write`."""
        return await self._run(read_article, article, wish)

    async def brief(self, article: Article, wish: Wish) -> tuple[Draft, Brief]:
        """Write a draft and check it, by one reading of the article and in one turn. Raises EngineError as `write`."""
        return await self._run(write_brief, article, wish)

    async def _run(self, function: Callable[[Article, Wish], T], article: Article, wish: Wish) -> T:
        if self._pool is None:
            return await asyncio.to_thread(function, article, wish)
        try:
            return await self._pool.run(function, article, wish)
        except UnreadableError as error:
            raise EngineError("The article could not be read within the limits of time and memory.") from error
