"""From a draft to a brief: the rules judge, a second look is had of what they leave open, the check makes the brief.

    1. undecided    which claims the rules neither prove nor speak against; none of the built-in engine's is asked about
    2. look         one call to a model for all of them; away, slow or wrong, it decides nothing
    3. check        makes the brief of what stands; what stood by the look alone is told from what the rules proved

A short article is read once for both judgements. A long one is judged in a process of the pool, so that no heartbeat
waits for it.
"""

from dataclasses import dataclass, field, replace

from bot.domain.brief.check import check, undecided
from bot.domain.claims.claims import Claims
from bot.domain.values.article import Article
from bot.domain.values.brief import Brief
from bot.domain.values.draft import Draft
from bot.domain.values.proof import Answers
from bot.ports import Pool, SecondLook
from config import limits


@dataclass(frozen=True, slots=True)
class Look:
    """A draft with what a second look says of it, and the article as it was read for that, None where it was not."""

    draft: Draft
    answers: Answers = field(default_factory=Answers)
    claims: Claims | None = None


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

    async def look(self, draft: Draft, article: Article) -> Look:
        """A second look at a model's draft, which is given back with what the look cost on its bill."""
        if self._second_look is None:
            return Look(draft)
        short = len(article.text) <= limits.CHECK_IN_LOOP_CHARACTERS
        claims = Claims(article) if short else None
        asked = undecided(draft, article, claims) if short else await self._pool.run(undecided, draft, article)
        answers = await self._second_look.ask(asked) if asked else Answers()
        return Look(replace(draft, usage=draft.usage + answers.usage), answers, claims)

    async def check(self, look: Look, article: Article, *, fallback: Draft) -> Brief:
        """The brief of what stands."""
        draft, carried = look.draft, look.answers.carried
        if len(article.text) <= limits.CHECK_IN_LOOP_CHARACTERS:
            return check(draft, article, fallback=fallback, carried=carried, claims=look.claims)
        return await self._pool.run(check, draft, article, fallback=fallback, carried=carried)
