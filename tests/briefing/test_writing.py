"""What tells briefs apart, and what is measured as they are written."""

import time
from collections.abc import Sequence

import pytest

from bot.adapters.engines.fallback_engine import Circuit
from bot.adapters.engines.model_settings import ModelSettings
from bot.adapters.engines.openai_second_look import ModelSecondLook
from bot.adapters.metrics import PrometheusMetrics
from bot.briefing.checking import Checking
from bot.briefing.writing import Writer
from bot.domain.values.article import Article
from bot.domain.values.wish import EngineName, Wish
from tests.support.fakes import STORY, FakeEngine, InlinePool

AUTO, BY_RULES = Wish(), Wish(engine=EngineName.BUILTIN)
ARTICLE = Article(STORY, title="Harbour closes", language="en")


class Stages(PrometheusMetrics):
    """Metrics that keep which stages were timed."""

    def __init__(self) -> None:
        super().__init__()
        self.timed: dict[str, float] = {}

    def observe(self, name: str, seconds: float, **labels: str) -> None:
        """As the metrics do."""
        super().observe(name, seconds, **labels)
        self.timed[labels["stage"]] = seconds


def writer(metrics: PrometheusMetrics, *, judge: str | None = None, writes_as: str | None = None) -> Writer:
    """A writer with a model, whose drafts another model judges where it is named."""
    look = None
    if judge is not None:
        settings = ModelSettings(model=judge, base_url="http://127.0.0.1:9")
        look = ModelSecondLook(settings, circuit=Circuit(clock=time.monotonic), metrics=metrics)
    checking = Checking(pool=InlinePool(), second_look=look)
    model = FakeEngine("openai:m", writes_as=writes_as)
    return Writer(engine=model, builtin=FakeEngine("builtin"), checking=checking, metrics=metrics, has_model=True)


def test_brief_that_a_model_judged_is_another() -> None:
    """Who takes the second look is part of a model's brief, and of none by rules."""
    judges: Sequence[str | None] = (None, "one", "another")
    by = [writer(PrometheusMetrics(), judge=judge) for judge in judges]
    assert len({each.kind(AUTO) for each in by}) == len(judges)
    assert len({each.kind(BY_RULES) for each in by}) == 1


@pytest.mark.parametrize(
    ("writes_as", "wish", "stands_in"),
    [(None, AUTO, False), ("builtin", AUTO, True), (None, BY_RULES, False)],
)
async def test_brief_by_rules_stands_in_for_a_models_alone(writes_as: str | None, wish: Wish, stands_in: bool) -> None:
    """Where the model wrote, or nobody asked for it, nothing stands in."""
    one = writer(PrometheusMetrics(), writes_as=writes_as)
    _, brief = await one.write(ARTICLE, wish)
    assert one.is_stand_in(brief, wish) is stands_in


@pytest.mark.parametrize(("wish", "stages"), [(AUTO, ["write", "check"]), (BY_RULES, ["write"])])
async def test_stages_are_timed(wish: Wish, stages: list[str]) -> None:
    """A model's draft is written and then checked; one by rules is written and checked in one."""
    metrics = Stages()
    begun = time.perf_counter()
    await writer(metrics).write(ARTICLE, wish)
    assert list(metrics.timed) == stages
    assert 0 < sum(metrics.timed.values()) <= time.perf_counter() - begun
