"""One model on one server, asked over OpenAI's Chat Completions API, which every common model server speaks.

Foreign errors stop here. Each of the client's exceptions becomes one of `bot.errors.EngineError`'s kinds:

    APITimeoutError, APIConnectionError, InternalServerError     ModelUnavailableError
    RateLimitError                                               ModelUnavailableError, QuotaSpentError
    AuthenticationError, PermissionDeniedError, NotFoundError    ModelUnavailableError
    BadRequestError and other statuses                           ModelRefusedError, ModelAnswerError
"""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Self

from bot.adapters.engines.model_answers import Completion, read_completion
from bot.adapters.engines.model_dialect import Dialect, Format, Messages, Shape, may_refuse_format
from bot.adapters.engines.model_faults import PassingError, fault, may_pass, retry_after, status_fault
from bot.adapters.engines.model_settings import ModelSettings
from bot.domain.brief.prompt import characters_a_token
from bot.domain.values.usage import Usage
from bot.errors import EngineError, ModelAnswerError, ModelRefusedError, QuotaSpentError
from bot.ports import Metrics
from config import limits

if TYPE_CHECKING:
    import openai


@dataclass(slots=True)
class Bill:
    """What the calls for one purpose cost so far, whatever became of them."""

    usage: Usage = field(default_factory=Usage)


class ModelClient:
    """Asks one model. An async context manager.

    Args:
        settings: which model, where.
        metrics: counts calls, tokens and money.
        jitter: gives a random number from 0 to 1, by which waits differ.
    """

    def __init__(
        self,
        settings: ModelSettings,
        *,
        metrics: Metrics,
        jitter: Callable[[], float] = lambda: secrets.randbelow(1000) / 1000,
    ) -> None:
        self._settings = settings
        self._metrics = metrics
        self._jitter = jitter
        self._dialect = Dialect(settings)
        self._opening = asyncio.Lock()
        self._client: openai.AsyncOpenAI | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._client is not None:
            await self._client.close()

    async def ask(self, messages: Messages, shape: Shape, bill: Bill) -> Completion:
        """One answer of a shape, in the strictest format that the server is known to take. Raises EngineError."""
        refusals: list[int] = []
        refused: EngineError | None = None
        for form in self._dialect.formats:
            try:
                answer = await self._call(messages, form, shape, bill)
            except _FormatRefusedError as error:
                refused = refused or error.fault
                refusals.append(error.status)
                continue
            self._dialect.took(form, refusals)
            return answer
        # No format was taken, so it was not the format.
        raise refused or ModelAnswerError()

    async def _call(self, messages: Messages, form: Format, shape: Shape, bill: Bill) -> Completion:
        """One answer, asked for again after a while where the fault may pass."""
        tries = 1 + limits.MODEL_RETRIES
        attempt = 1
        while True:
            try:
                return await self._once(messages, form, shape, bill)
            except _LearntError:
                continue
            except PassingError as error:
                wait = error.wait
                if wait is None:
                    wait = limits.MODEL_BACKOFF_SECONDS * 2 ** (attempt - 1) * (0.5 + self._jitter())
                if attempt == tries or wait > limits.MODEL_WAIT_SECONDS:
                    raise error.meaning from error
                await asyncio.sleep(wait)
                attempt += 1

    async def _once(self, messages: Messages, form: Format, shape: Shape, bill: Bill) -> Completion:
        import openai  # noqa: PLC0415  # 0.8 s and 59 MB that a bot without a model never pays.

        client = await self.open()
        started = time.perf_counter()
        outcome = "failed"
        try:
            async with asyncio.timeout(self._settings.seconds):
                request = self._dialect.request(messages, form, shape)
                answer = await client.chat.completions.with_raw_response.create(**request)
                completion = read_completion(answer.content)
            outcome = "answered"
        except openai.APIStatusError as error:
            if self._dialect.learn(error):
                raise _LearntError from error
            meaning = status_fault(error)
            final = form is Format.TEXT or isinstance(meaning, (QuotaSpentError, ModelRefusedError))
            if may_refuse_format(error.status_code) and not final:
                outcome = "format refused"
                raise _FormatRefusedError(meaning, error.status_code) from error
            if may_pass(error.status_code) and not isinstance(meaning, QuotaSpentError):
                raise PassingError(meaning, retry_after(error, meaning)) from error
            raise meaning from error
        except (openai.APITimeoutError, TimeoutError, asyncio.CancelledError) as error:
            # The server may be writing still; what it read is on its bill.
            self._charge(bill, _tokens(messages), 0)
            if isinstance(error, asyncio.CancelledError):
                raise
            raise fault(error) from error
        except openai.APIConnectionError as error:
            raise PassingError(fault(error), None) from error
        except openai.OpenAIError as error:
            raise fault(error) from error
        finally:
            self._metrics.count("model_calls", outcome=outcome)
            self._metrics.observe("model_seconds", time.perf_counter() - started)
        tokens_in = _tokens(messages) if completion.tokens_in is None else completion.tokens_in
        tokens_out = completion.tokens_out
        if tokens_out is None:
            tokens_out = _tokens([said("assistant", completion.content)])
        self._charge(bill, tokens_in, tokens_out)
        return completion

    async def open(self) -> openai.AsyncOpenAI:
        """The client, made once, in a thread: importing it takes a second, for which no heartbeat can wait."""
        async with self._opening:
            if self._client is None:
                self._client = await asyncio.to_thread(self._make_client)
            return self._client

    def _make_client(self) -> openai.AsyncOpenAI:
        import openai  # noqa: PLC0415  # As in `_once`.

        seconds = self._settings.seconds
        timeout = openai.Timeout(seconds, connect=min(seconds, limits.MODEL_CONNECT_SECONDS))
        # A server that wants no key is sent a placeholder, as the client insists on one.
        key = self._settings.api_key or "none"
        if self._settings.api_version is not None:
            return openai.AsyncAzureOpenAI(
                azure_endpoint=self._settings.base_url or "",
                api_version=self._settings.api_version,
                api_key=key,
                timeout=timeout,
                max_retries=0,
            )
        return openai.AsyncOpenAI(
            base_url=self._settings.base_url or "https://api.openai.com/v1",
            api_key=key,
            timeout=timeout,
            max_retries=0,
        )

    def _charge(self, bill: Bill, tokens_in: int, tokens_out: int) -> None:
        settings = self._settings
        cost = (tokens_in * settings.price_in + tokens_out * settings.price_out) / 1_000_000
        self._metrics.count("model_tokens", tokens_in, direction="in")
        self._metrics.count("model_tokens", tokens_out, direction="out")
        self._metrics.count("model_cost", cost)
        bill.usage += Usage(tokens_in, tokens_out, cost, 1)


class _LearntError(Exception):
    """The server refused a parameter, which the next request does without."""


class _FormatRefusedError(Exception):
    """The server may not know the response format; `fault` is what its status means if that is not it."""

    def __init__(self, fault: EngineError, status: int) -> None:
        super().__init__(fault.sentence)
        self.fault = fault
        self.status = status


def said(role: str, content: str) -> dict[str, str]:
    """A message of a conversation."""
    return {"role": role, "content": content}


def _tokens(messages: Messages) -> int:
    """An estimate on the safe side of the tokens in messages."""
    return sum(round(len(message["content"]) / characters_a_token(message["content"])) for message in messages)
