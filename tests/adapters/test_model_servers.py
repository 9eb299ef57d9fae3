"""Servers differ: what they take is learnt, what they answer is read with care, and every call is on the bill."""

import json
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from bot.adapters.engines.builtin_engine import BuiltinEngine
from bot.adapters.engines.fallback_engine import Circuit, FallbackEngine
from bot.adapters.engines.model_dialect import Dialect, Format
from bot.adapters.engines.model_settings import ModelSettings
from bot.adapters.engines.openai_engine import PARTIAL, SHAPE, OpenAIEngine
from bot.adapters.metrics import PrometheusMetrics
from bot.domain.values.article import Article
from bot.domain.values.draft import Draft
from bot.domain.values.usage import Usage
from bot.domain.values.wish import Wish
from bot.errors import EngineError, ModelEmptyError, ModelUnavailableError
from config import limits
from tests.support.fakes import STORY, FakeEngine
from tests.support.model_server import JSON, Answer, ModelServer, brief_json, completion, fault

ARTICLE = Article(text=STORY, url="https://news.example/harbour", title="Harbour closes", language="en")
LONG = Article(text="\n\n".join(f"The council of Port Ellery met on day {day}." for day in range(900)), language="en")
GOOD = completion(brief_json())


def engine_of(settings: ModelSettings, metrics: PrometheusMetrics | None = None) -> OpenAIEngine:
    """An engine by these settings."""
    return OpenAIEngine(settings, reader=BuiltinEngine(None), metrics=metrics or PrometheusMetrics())


async def written(server: ModelServer, times: int = 1, **settings: Any) -> list[Draft]:
    """Drafts of the story that one engine writes one after the other."""
    async with engine_of(ModelSettings(model="m", base_url=server.base_url, **settings)) as engine:
        return [await engine.write(ARTICLE, Wish()) for _ in range(times)]


def answered(**message: object) -> Answer:
    """An answer whose first choice is changed."""
    choice: JSON = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "", **message}}
    return Answer(body=GOOD.body | {"choices": [choice]})


@pytest.mark.parametrize(
    ("reply", "kind", "says"),
    [
        (Answer(raw="<html>Welcome</html>", content_type="text/html"), ModelUnavailableError, "is not a model server"),
        (Answer(raw='{"choices": ['), ModelUnavailableError, "is not a model server"),
        (Answer(raw=""), ModelUnavailableError, "is not a model server"),
        (Answer(raw="null"), ModelUnavailableError, "is not a model server"),
        (Answer(raw="[" * 100_000), ModelUnavailableError, "is not a model server"),
        (Answer(body={"error": {"message": "upstream", "code": 502}}), ModelUnavailableError, "reports a fault"),
        (Answer(body={}), ModelEmptyError, "empty"),
        (Answer(body=GOOD.body | {"choices": {"0": 1}}), ModelEmptyError, "empty"),
        (Answer(body=GOOD.body | {"choices": [None]}), ModelEmptyError, "empty"),
        (Answer(body=GOOD.body | {"choices": [{"message": None}]}), ModelEmptyError, "empty"),
        (answered(content={"text": "x"}), ModelEmptyError, "empty"),
    ],
)
async def test_odd_answer_is_a_fault_like_others(reply: Answer, kind: type[EngineError], says: str) -> None:
    """A web page, half an answer, an error with status 200 and missing parts all end in one of our errors."""
    async with ModelServer(reply) as server:
        with pytest.raises(kind, match=says):
            await written(server)


async def test_text_in_parts_and_thinking_aloud_are_read() -> None:
    """A server that gives the text in parts, and a model that thinks before it answers, are understood."""
    thought = '<think>It must look like {"headline": …}, so</think>\n'
    parts = [{"type": "text", "text": thought}, {"type": "text", "text": brief_json()}]
    async with ModelServer(answered(content=parts)) as server:
        (draft,) = await written(server)
    assert draft.headline == "Port Ellery will close its harbour"


@pytest.mark.parametrize("usage", [None, {}, {"prompt_tokens": "many", "completion_tokens": -5}])
async def test_tokens_that_a_server_does_not_count_are_estimated(usage: JSON | None) -> None:
    """Budgets hold with a server that says nothing of tokens: they are estimated on the safe side."""
    async with ModelServer(Answer(body=GOOD.body | {"usage": usage})) as server:
        (draft,) = await written(server, price_in=1.0, price_out=1.0)
    sent = sum(len(message["content"]) for message in server.asked[0]["messages"])
    assert sent / 4 < draft.usage.tokens_in < sent
    assert len(brief_json()) / 4 < draft.usage.tokens_out < len(brief_json())
    assert draft.usage.cost == (draft.usage.tokens_in + draft.usage.tokens_out) / 1_000_000


def newer(asked: JSON) -> Answer:
    """A server of OpenAI's newer models behind another address."""
    if "max_tokens" in asked:
        message = "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."
        return fault(400, message=message, param="max_tokens")
    if "temperature" in asked:
        return fault(400, message="Only the default (1) is supported.", param="temperature")
    if "maxLength" in json.dumps(asked["response_format"]):
        return fault(400, message="Invalid schema for response_format: 'maxLength' is not permitted.")
    return GOOD


async def test_parameters_that_a_server_refuses_are_left_out_from_then_on() -> None:
    """What a refusal names is learnt once, and the format stays the strictest that is taken."""
    async with ModelServer(newer) as server:
        await written(server, times=2)
    assert len(server.asked) == 5
    for asked in server.asked[-2:]:
        assert "max_completion_tokens" in asked
        assert asked["response_format"]["type"] == "json_schema"


async def test_room_to_think_is_given_up_where_a_model_has_none() -> None:
    """An older model of OpenAI's, which takes fewer tokens than are asked for, is asked for its answer alone."""

    def older(asked: JSON) -> Answer:
        most = asked["max_completion_tokens"]
        message = f"max_tokens is too large: {most}. This model supports at most 4096 completion tokens."
        return fault(400, message=message) if most > 4096 else GOOD

    async with ModelServer(older) as server:
        settings = ModelSettings(model="m", base_url=server.address, api_version="2024-10-21", max_output=2000)
        async with engine_of(settings) as engine:
            await engine.write(ARTICLE, Wish())
            await engine.write(ARTICLE, Wish())
    assert [asked["max_completion_tokens"] for asked in server.asked] == [2000 + limits.MODEL_THINKING, 2000, 2000]


async def test_server_that_refuses_everything_ends() -> None:
    """A server that blames the same parameter for ever is not asked for ever."""
    async with ModelServer(fault(400, message="temperature and max_tokens are wrong")) as server:
        with pytest.raises(EngineError):
            await written(server)
    assert len(server.asked) < 10


@pytest.mark.parametrize(
    ("base_url", "api_version", "openais"),
    [
        (None, None, True),
        ("https://api.openai.com/v1", None, True),
        ("https://eu.api.openai.com/v1", None, True),
        ("https://mine.openai.azure.com/openai/v1/", None, True),
        ("https://mine.example", "2024-10-21", True),
        ("https://openrouter.ai/api/v1", None, False),
        ("http://localhost:11434/v1", None, False),
        ("https://notopenai.com/v1", None, False),
    ],
)
def test_servers_of_openais_are_known_by_their_address(
    base_url: str | None, api_version: str | None, openais: bool
) -> None:
    """OpenAI's own servers, named or not, are asked in the words that its newer models take; others in the old ones."""
    dialect = Dialect(ModelSettings(model="m", base_url=base_url, api_version=api_version))
    request = dialect.request([], dialect.formats[0], SHAPE)
    assert ("max_completion_tokens" in request) is openais
    assert ("max_tokens" in request) is not openais
    assert ("temperature" in request) is not openais
    assert dialect.formats[0] is (Format.SCHEMA if openais else Format.BOUNDED)


async def test_server_that_was_ill_once_keeps_its_format() -> None:
    """A fault of the server's own is not taken for a format that it does not know."""
    async with ModelServer(fault(500), GOOD) as server:
        await written(server, times=2)
    assert "maxLength" in json.dumps(server.asked[-1]["response_format"])


async def test_server_that_answers_500_to_a_format_is_believed_the_second_time() -> None:
    """One server says so that it does not know JSON schema; after two drafts it is asked for what it takes."""

    def ill(asked: JSON) -> Answer:
        return fault(500) if asked["response_format"]["type"] == "json_schema" else GOOD

    async with ModelServer(ill) as server:
        await written(server, times=3)
    assert [asked["response_format"]["type"] for asked in server.asked[-2:]] == ["json_object", "json_object"]
    assert len(server.asked) == 7


@pytest.mark.parametrize("form", ["milliseconds", "date"])
async def test_wait_is_understood_in_each_form(form: str) -> None:
    """A server may ask for a wait in milliseconds or until a date."""

    def busy(asked: JSON) -> Answer:
        assert asked["messages"]
        soon = format_datetime(datetime.now(UTC) + timedelta(seconds=3), usegmt=True)
        headers = {"Retry-After-Ms": "1500"} if form == "milliseconds" else {"Retry-After": soon}
        return Answer(429, {"error": {"message": "busy"}}, headers)

    async with ModelServer(busy, GOOD) as server:
        await written(server)
    assert server.times[1] - server.times[0] >= 1.4


async def test_calls_that_failed_are_on_the_bill_of_the_brief_by_rules() -> None:
    """A broken answer and one that never came are both paid for, and the draft that stands in says so."""
    metrics = PrometheusMetrics()
    async with ModelServer(completion("no"), Answer(delay=60)) as server:
        settings = ModelSettings(model="m", base_url=server.base_url, seconds=6, price_in=2.0, price_out=10.0)
        async with engine_of(settings, metrics) as model:
            circuit = Circuit(clock=lambda: 0.0)
            engine = FallbackEngine(model, BuiltinEngine(None), circuit=circuit, metrics=metrics)
            draft = await engine.write(ARTICLE, Wish())
    usage = draft.usage
    assert (draft.engine, usage.calls, usage.tokens_out) == ("builtin", 2, 100)
    assert usage.tokens_in > 1000
    assert usage.cost == pytest.approx((usage.tokens_in * 2 + 100 * 10) / 1_000_000)
    assert metrics.value("model_tokens", direction="in") == usage.tokens_in


async def test_parts_that_came_in_time_are_kept_and_all_are_on_the_bill() -> None:
    """When the time for a long article is up, its first parts are the brief, and the call that was cut is paid too."""
    async with ModelServer(GOOD, Answer(body=GOOD.body, delay=60)) as server:
        settings = ModelSettings(
            model="m", base_url=server.base_url, window=3000, brief_tokens=10**6, max_output=300, seconds=6
        )
        async with engine_of(settings) as engine:
            draft = await engine.write(LONG, Wish())
    assert PARTIAL in draft.notes
    assert 1 < draft.usage.calls == len(server.asked) < limits.MODEL_PARTS
    assert draft.usage.tokens_out == 100 * (draft.usage.calls - 1)


async def test_bill_is_kept_where_nobody_can_write() -> None:
    """Where the built-in engine fails too, the error carries what the model had cost."""
    builtin = FakeEngine("builtin")
    builtin.fault = EngineError()
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(ModelServer(completion(None, refusal="no")))
        model = await stack.enter_async_context(engine_of(ModelSettings(model="m", base_url=server.base_url)))
        circuit = Circuit(clock=lambda: 0.0)
        engine = FallbackEngine(model, builtin, circuit=circuit, metrics=PrometheusMetrics())
        with pytest.raises(EngineError) as caught:
            await engine.write(ARTICLE, Wish())
    assert caught.value.usage == Usage(1000, 100, 0.0, 1)


async def test_refused_and_empty_answers_are_on_the_bill() -> None:
    """An error carries what its calls cost, whatever they brought."""
    for reply, calls in ((completion(None, refusal="no"), 1), (completion(""), 2), (fault(401), 0)):
        async with ModelServer(reply) as server:
            with pytest.raises(EngineError) as caught:
                await written(server)
        assert caught.value.usage == Usage(1000 * calls, 100 * calls, 0.0, calls)
