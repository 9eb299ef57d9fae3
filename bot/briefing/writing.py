"""From an article and a wish to a brief: an engine writes a draft, the rules make a brief of what stands of it.

built-in engine    one call: the article is read once, for the draft and for its check
a model            the built-in engine reads the article; the model writes; a second look is had; the draft is
checked, by what the built-in engine read, whose own draft stands by
"""

import logging
import time

from bot import errors
from bot.briefing.cache_keys import wish_hash
from bot.briefing.checking import Checking, Look
from bot.domain.claims.comparing.reading import Reading
from bot.domain.values.article import Article
from bot.domain.values.brief import Brief
from bot.domain.values.draft import Draft
from bot.domain.values.wish import EngineName, Wish
from bot.ports import Engine, Metrics, RuleEngine

log = logging.getLogger(__name__)


class Stopwatch:
    """Records how long a stage took."""

    def __init__(self, metrics: Metrics, stage: str) -> None:
        self._metrics = metrics
        self._stage = stage

    def __enter__(self) -> None:
        self._started = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        self._metrics.observe("stage_seconds", time.perf_counter() - self._started, stage=self._stage)


class Writer:
    """Writes by the engine that a wish asks for.

    Args:
        engine: writes where the wish says `auto` or `openai`.
        builtin: the engine without a model; its summary stands in for one that the check did not let through.
        checking: makes briefs of a model's drafts.
        metrics: counts what happens.
        has_model: whether `engine` is a model: without one, a wish for `openai` is refused.
    """

    def __init__(
        self, *, engine: Engine, builtin: RuleEngine, checking: Checking, metrics: Metrics, has_model: bool
    ) -> None:
        self._engine = engine
        self._builtin = builtin
        self._checking = checking
        self._metrics = metrics
        self._has_model = has_model

    def kind(self, wish: Wish) -> str:
        """What tells the briefs of one article apart: a hash of the wish and of all that writes by it.

        Raises:
            ConfigurationError: the wished engine is not there.
        """
        engine = self._engine_for(wish)
        return wish_hash(engine, wish, looks="" if engine is self._builtin else self._checking.name)

    def is_stand_in(self, brief: Brief, wish: Wish) -> bool:
        """Whether the built-in engine wrote a brief in a model's place."""
        return brief.engine == self._builtin.name and self._engine_for(wish) is not self._builtin

    async def write(self, article: Article, wish: Wish) -> tuple[Draft, Brief]:
        """An engine's draft of an article, and the brief of what stands of it.

        Raises:
            NutgrafError: no engine wrote, or the check was broken off; what a model cost is on the error's bill.
        """
        engine = self._engine_for(wish)
        if engine is self._builtin:
            with Stopwatch(self._metrics, "write"):
                draft, brief = await self._builtin.brief(article, wish)
        else:
            draft, brief = await self._by_model(engine, article, wish)
        for dropped in brief.dropped:
            self._metrics.count("dropped", part=dropped.part)
            log.info("dropped %s: %s", dropped.part, dropped.reason)
        self._metrics.count("briefs", engine=brief.engine.partition(":")[0])
        return draft, brief

    async def _by_model(self, engine: Engine, article: Article, wish: Wish) -> tuple[Draft, Brief]:
        with Stopwatch(self._metrics, "write"):
            read, reading = await self._read_by_rules(article, wish)
            draft = await engine.write(article, wish, read=read)
            look = Look(draft)
            if draft.engine != self._builtin.name:
                look = await self._checking.look(draft, article, reading)
                draft = look.draft
        try:
            with Stopwatch(self._metrics, "check"):
                return draft, await self._checking.check(look, article, reading, fallback=read or draft)
        except errors.NutgrafError as error:
            error.usage += draft.usage  # There is no brief, but the model is paid.
            raise

    async def _read_by_rules(self, article: Article, wish: Wish) -> tuple[Draft | None, Reading | None]:
        """What the built-in engine reads, once for all who need it; nothing where it cannot."""
        try:
            return await self._builtin.read(article, wish)
        except errors.EngineError as error:
            log.warning("nothing stands by for the model's draft: %s", error.sentence)
            return None, None

    def _engine_for(self, wish: Wish) -> Engine:
        if wish.engine is EngineName.BUILTIN:
            return self._builtin
        if wish.engine is EngineName.OPENAI and not self._has_model:
            raise errors.ConfigurationError(
                "No model is configured: set OPENAI_API_KEY or OPENAI_BASE_URL, or ask for the built-in engine."
            )
        return self._engine
