"""A brief with a second look: the desk, the real openai client and a model's server that answers in every way."""

import cProfile
import pickle
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import ParamSpec, TypeVar

import pytest

from bot.adapters.caches.memory_cache import MemoryCache
from bot.adapters.engines.builtin_engine import BuiltinEngine
from bot.adapters.engines.fallback_engine import Circuit
from bot.adapters.engines.model_settings import ModelSettings
from bot.adapters.engines.openai_engine import OpenAIEngine
from bot.adapters.engines.openai_second_look import ModelSecondLook
from bot.adapters.metrics import PrometheusMetrics
from bot.app.composition import utc_now
from bot.briefing.desk import Desk
from bot.domain.claims.claims import Claims
from bot.domain.names.names import find_entities
from bot.domain.values.brief import Brief
from bot.domain.values.proof import Proof
from bot.domain.values.source import Paste
from bot.domain.values.wish import EngineName, Wish
from config import limits
from tests.support.fakes import STORY, FakeFetcher, FakeReader, InlinePool
from tests.support.model_server import Answer, ModelServer, Reply, brief_json, completion, fault
from tests.support.second_look import ALWAYS_NO, ALWAYS_YES, claims_in, is_second_look, obediently, rightly, writing

P = ParamSpec("P")
T = TypeVar("T")

OWN = "The harbour of Port Ellery will close for repairs on Monday, the town council said."
FAR = "Fishing boats must unload elsewhere while the works go on."
DENIED = "The harbour of Port Ellery will not close for repairs on Monday, the town council said."
DRAFT = completion(
    brief_json(
        headline="",
        summary=[
            {"text": OWN, "rests_on": [0]},
            {"text": FAR, "rests_on": [2]},
            {"text": DENIED, "rests_on": [0]},
        ],
        actors=[],
    )
)


class CountingPool:
    """Runs at once what is handed over as to another process, and counts how often a call looks for names."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, int]] = []

    async def run(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Call the function with copies, and give a copy of what it gives."""
        given = pickle.loads(pickle.dumps((args, kwargs)))  # noqa: S301  # Our own bytes of just now.
        profile = cProfile.Profile()
        result: T = profile.runcall(function, *given[0], **given[1])
        sought = sum(entry.callcount for entry in profile.getstats() if entry.code is find_entities.__code__)
        self.calls.append((function.__name__, sought))
        copied: T = pickle.loads(pickle.dumps(result))  # noqa: S301  # As above.
        return copied


@asynccontextmanager
async def opened(
    reply: Reply, *, seconds: float = 30.0, pool: CountingPool | None = None
) -> AsyncIterator[tuple[Desk, ModelServer]]:
    """A desk whose model writes the draft and takes the second look."""
    metrics, builtin = PrometheusMetrics(), BuiltinEngine(pool)
    async with ModelServer(reply) as server:
        settings = ModelSettings(model="m", base_url=server.base_url, price_in=2.0, price_out=10.0)
        judge = ModelSettings(model="judge", base_url=server.base_url, seconds=seconds, price_in=2.0, price_out=10.0)
        async with (
            OpenAIEngine(settings, reader=builtin, metrics=metrics) as engine,
            ModelSecondLook(judge, circuit=Circuit(clock=time.monotonic), metrics=metrics) as look,
            Desk(
                fetcher=FakeFetcher(),
                reader=FakeReader(),
                engine=engine,
                builtin=builtin,
                cache=MemoryCache(clock=time.monotonic),
                pool=pool or InlinePool(),
                metrics=metrics,
                now=utc_now,
                has_model=True,
                second_look=look,
            ) as desk,
        ):
            yield desk, server


async def briefed(look: Answer | Reply, *, seconds: float = 30.0) -> tuple[Brief, ModelServer]:
    """The brief of the story while the server looks so."""
    async with opened(writing(DRAFT, look), seconds=seconds) as (desk, server):
        return (await desk.brief(Paste(STORY), Wish())).brief, server


async def test_second_look_proves_what_the_rules_leave_open() -> None:
    """It is asked once, of the open claims alone, and its cost is on the brief's bill."""
    brief, server = await briefed(rightly({FAR}))
    assert FAR in brief.summary
    assert brief.proof[brief.summary.index(FAR)] is Proof.SECOND_LOOK
    assert DENIED not in brief.summary
    assert [is_second_look(asked) for asked in server.asked] == [False, True]
    assert (brief.usage.calls, brief.usage.tokens_in, brief.usage.cost) == (2, 2000, 0.006)


async def test_second_look_sees_claims_and_evidence_and_no_article() -> None:
    """What is not evidence of an open claim is not sent, and what a rule speaks against is not asked."""
    _, server = await briefed(ALWAYS_YES)
    asked = server.asked[1]
    assert set(claims_in(asked).values()) == {FAR}
    assert "Ada Quill" not in asked["messages"][1]["content"]
    assert asked["model"] == "judge"


@pytest.mark.parametrize("reply", [ALWAYS_NO, obediently, completion("no"), fault(401), Answer(delay=3)])
async def test_without_a_yes_the_rules_decide(reply: Answer | Reply) -> None:
    """A look that says no, obeys nobody, is no answer, fails or is slow proves nothing, and the brief is made."""
    brief, _ = await briefed(reply, seconds=0.5)
    assert OWN in brief.summary
    assert FAR not in brief.summary
    assert DENIED not in brief.summary


async def test_always_yes_saves_nothing_that_a_rule_speaks_against() -> None:
    """A model that says yes to everything lets through no lie that the rules know."""
    brief, _ = await briefed(ALWAYS_YES)
    assert DENIED not in brief.summary


async def test_what_was_looked_at_once_is_cached() -> None:
    """The same article again asks no model."""
    async with opened(writing(DRAFT, ALWAYS_YES)) as (desk, server):
        first = await desk.brief(Paste(STORY), Wish())
        again = await desk.brief(Paste(STORY), Wish())
        assert len(server.asked) == 2
    assert again.brief.summary == first.brief.summary
    assert again.brief.proof == first.brief.proof


async def test_a_long_article_is_read_once_for_a_models_brief() -> None:
    """What the built-in engine read of it goes along to the processes that judge the model's draft."""
    pool = CountingPool()
    story = f"{STORY}\n\n" + "The boats of the town lay at the quay for most of the day. " * 40
    assert len(story) > limits.CHECK_IN_LOOP_CHARACTERS
    async with opened(writing(DRAFT, ALWAYS_YES), pool=pool) as (desk, _):
        served = await desk.brief(Paste(story), Wish())
        assert served.brief.proof[served.brief.summary.index(FAR)] is Proof.SECOND_LOOK
        assert pool.calls == [("read_article", 1), ("undecided", 0), ("check", 0)]


async def test_a_short_article_is_laid_out_once_for_a_models_brief() -> None:
    """What is undecided is asked, and the draft is checked, by the same claims of the article."""
    profile = cProfile.Profile()
    async with opened(writing(DRAFT, ALWAYS_YES)) as (desk, _):
        profile.enable()
        await desk.brief(Paste(STORY), Wish())
        profile.disable()
    made = [entry.callcount for entry in profile.getstats() if entry.code is Claims.__init__.__code__]
    assert made == [1]


async def test_draft_without_a_true_sentence_gives_way_to_the_readers() -> None:
    """The brief's summary is then what the built-in engine wrote of the article."""
    lie = completion(brief_json(headline="", summary=[{"text": DENIED, "rests_on": [0]}], actors=[]))
    async with opened(writing(lie, ALWAYS_NO)) as (desk, _):
        brief = (await desk.brief(Paste(STORY), Wish())).brief
    assert brief.summary
    assert all(sentence in STORY for sentence in brief.summary)


async def test_a_brief_by_rules_is_one_call() -> None:
    """The built-in engine's draft is made and checked in one turn, of one reading."""
    pool = CountingPool()
    async with opened(writing(DRAFT, ALWAYS_YES), pool=pool) as (desk, server):
        await desk.brief(Paste(STORY), Wish(engine=EngineName.BUILTIN))
    assert pool.calls == [("write_brief", 1)]
    assert server.asked == []
