"""A second look at claims, by a model behind OpenAI's chat API. It never fails: what it does not say is left out."""

import asyncio
import logging
import secrets
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self

from bot.adapters.engines.fallback_engine import Circuit
from bot.adapters.engines.model_client import Bill, ModelClient, said
from bot.adapters.engines.model_dialect import Shape
from bot.adapters.engines.model_settings import ModelSettings
from bot.domain.brief.prompt import AnswerError
from bot.domain.brief.second_look import build_questions, read_verdicts, verdicts_schema
from bot.domain.values.proof import Answers, Question
from bot.errors import EngineError
from bot.ports import Metrics
from config import limits

log = logging.getLogger(__name__)

SHAPE = Shape("verdicts", verdicts_schema)


class ModelSecondLook:
    """A `SecondLook` by a model. An async context manager.

    Args:
        settings: which model, where.
        circuit: keeps calls from a model that is down.
        metrics: counts calls, tokens and money.
        delimiter: makes a random text that marks where the claims begin and end.
    """

    def __init__(
        self,
        settings: ModelSettings,
        *,
        circuit: Circuit,
        metrics: Metrics,
        delimiter: Callable[[], str] = lambda: f"claims-{secrets.token_hex(8)}",
    ) -> None:
        self._model = settings.model
        self._seconds = min(settings.seconds, limits.SECOND_LOOK_SECONDS)
        self._circuit = circuit
        self._delimiter = delimiter
        self._client = ModelClient(settings, metrics=metrics)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.__aexit__(kind, error, trace)

    @property
    def name(self) -> str:
        """The model's name, on which the answers depend."""
        return self._model

    async def ask(self, questions: Sequence[Question]) -> Answers:
        """What the model says of these questions, asked in one call; nothing where it is away, slow or wrong."""
        asked = questions[: limits.SECOND_LOOK_CLAIMS]
        if not asked or not self._circuit.admits():
            return Answers()
        bill = Bill()
        prompt = build_questions(asked, delimiter=self._delimiter())
        messages = [said("system", prompt.system), said("user", prompt.user)]
        try:
            async with asyncio.timeout(self._seconds):
                answer = await self._client.ask(messages, SHAPE, bill)
        except (EngineError, TimeoutError) as error:
            self._circuit.failed()
            log.warning("there was no second look: %s", error)
            return Answers(usage=bill.usage)
        except BaseException:
            self._circuit.failed()
            raise
        self._circuit.succeeded()
        try:
            answer.raise_for_fault()
            return Answers(read_verdicts(answer.content, asked), bill.usage)
        except (EngineError, AnswerError) as error:
            # The server answered: what it said is no reason to stop asking.
            log.warning("a second look could not be used: %s", error)
        return Answers(usage=bill.usage)
