"""From a draft to a brief: the rules judge, a second look is had of what they leave open, the check makes the brief.

    1. undecided    which claims the rules neither prove nor speak against; none of the built-in engine's is asked about
    2. look         one call to a model for all of them; away, slow or wrong, it decides nothing
    3. check        makes the brief of what stands; what stood by the look alone is told from what the rules proved

Both judge by what the built-in engine read of the article, and the rules judge each claim once for both. A short
article is compared once as well; a long one is judged in a process of the pool, so that no heartbeat waits for it.
"""

from dataclasses import dataclass, field, replace

from bot.domain.brief.check import Verdicts, check, undecided
from bot.domain.claims.claims import Claims
from bot.domain.claims.comparing.reading import Reading
from bot.domain.values.article import Article
from bot.domain.values.brief import Brief
from bot.domain.values.draft import Draft
from bot.domain.values.proof import Answers
from bot.ports import Pool, SecondLook
from config import limits


@dataclass(frozen=True, slots=True)
class Look:
    """A draft, and what a second look says of it.

    Attributes:
        claims: the article as it was compared for the look, None where it was not.
        verdicts: what the rules said of the draft's claims for it.
    """

    draft: Draft
    answers: Answers = field(default_factory=Answers)
    claims: Claims | None = None
    verdicts: Verdicts = field(default_factory=dict)


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

    async def look(self, draft: Draft, article: Article, reading: Reading | None) -> Look:
        """A second look at a model's draft, which is given back with what the look cost on its bill.

        `reading` is what was read of the article, None where nothing was.
        """
        if self._second_look is None:
            return Look(draft)
        claims = Claims(article, reading) if _is_short(article) else None
        if claims is not None:
            left = undecided(draft, article, claims=claims)
        else:
            left = await self._pool.run(undecided, draft, article, reading=reading)
        answers = await self._second_look.ask(left.questions) if left.questions else Answers()
        return Look(replace(draft, usage=draft.usage + answers.usage), answers, claims, left.verdicts)

    async def check(self, look: Look, article: Article, reading: Reading | None, *, fallback: Draft) -> Brief:
        """The brief of what stands."""
        draft, carried, verdicts = look.draft, look.answers.carried, look.verdicts
        if _is_short(article):
            known = look.claims or Claims(article, reading)
            return check(draft, article, fallback=fallback, carried=carried, claims=known, verdicts=verdicts)
        return await self._pool.run(
            check, draft, article, fallback=fallback, carried=carried, reading=reading, verdicts=verdicts
        )


def _is_short(article: Article) -> bool:
    return len(article.text) <= limits.CHECK_IN_LOOP_CHARACTERS
