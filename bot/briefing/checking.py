"""From a draft to a brief: the rules judge, a second look is had of what they leave open, the check makes the brief.

    1. undecided    which claims the rules neither prove nor speak against; none of the built-in engine's is asked about
    2. look         one call to a model for all of them; away, slow or wrong, it decides nothing
    3. check        makes the brief of what stands; what stood by the look alone is told from what the rules proved

A long article is judged in a process of the pool, so that no heartbeat waits for it.
"""

from dataclasses import replace

from bot.domain.brief.check import check, undecided
from bot.domain.values.article import Article
from bot.domain.values.brief import Brief
from bot.domain.values.draft import Draft
from bot.domain.values.proof import Answers, Question
from bot.ports import Pool, SecondLook
from config import limits


class Checking:
    """Makes briefs of drafts.

    Args:
        pool: judges long articles.
        second_look: looks once more at what the rules leave open; None where no model is configured.
    """

    def __init__(self, *, pool: Pool, second_look: SecondLook | None) -> None:
        self._pool = pool
        self._second_look = second_look

    @property
    def name(self) -> str:
        """What a brief depends on besides its engine: the model that looks; "" for none."""
        return "" if self._second_look is None else self._second_look.name

    async def look(self, draft: Draft, article: Article) -> tuple[Draft, Answers]:
        """A second look at a model's draft; the draft is given back with what the look cost on its bill."""
        if self._second_look is None:
            return draft, Answers()
        questions = await self._undecided(draft, article)
        answers = await self._second_look.ask(questions) if questions else Answers()
        return replace(draft, usage=draft.usage + answers.usage), answers

    async def check(self, draft: Draft, article: Article, *, fallback: Draft, answers: Answers) -> Brief:
        """The brief of what stands."""
        if len(article.text) <= limits.CHECK_IN_LOOP_CHARACTERS:
            return check(draft, article, fallback=fallback, carried=answers.carried)
        return await self._pool.run(check, draft, article, fallback=fallback, carried=answers.carried)

    async def _undecided(self, draft: Draft, article: Article) -> tuple[Question, ...]:
        if len(article.text) <= limits.CHECK_IN_LOOP_CHARACTERS:
            return undecided(draft, article)
        return await self._pool.run(undecided, draft, article)
