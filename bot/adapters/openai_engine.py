"""The engine behind OpenAI's Chat Completions API, which every common model server speaks.

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
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from http import HTTPStatus
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from bot.domain.model import Article, Draft, DraftQuote, Usage, Wish
from bot.domain.planted import without_planted
from bot.domain.prompt import (
    AnswerError,
    Part,
    Prompt,
    answer_schema,
    build_prompt,
    characters_a_token,
    join_drafts,
    read_answer,
    repair,
    split_parts,
)
from bot.errors import (
    EngineError,
    ModelAnswerError,
    ModelCutError,
    ModelEmptyError,
    ModelRefusedError,
    ModelUnavailableError,
    QuotaSpentError,
)
from bot.ports import Engine, Metrics
from config import limits

if TYPE_CHECKING:
    import openai
    from openai.types.chat import ChatCompletion

PARTIAL = "The article is longer than the model reads; the brief is of its first part."

# Statuses by which servers refuse a response format that they do not know; one answers 500.
_FORMAT_REFUSED = frozenset({400, 404, 415, 422, 500, 501})
_QUOTA_CODES = frozenset({"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"})
_PAYMENT_REQUIRED = 402
_FILTER_CODES = frozenset({"content_filter", "content_policy_violation", "ResponsibleAIPolicyViolation"})


# Statuses besides the server's own faults that may pass: time-out, conflict, too early, too many requests.
_PASSING = frozenset({408, 409, 425, 429})
_TOO_LONG = "The model took too long to answer."


class Format(IntEnum):
    """How a server is asked for JSON, from the strictest down; what a server does not know is found out once."""

    SCHEMA = 0
    JSON = 1
    TEXT = 2


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """Which model, where, and within what limits.

    Attributes:
        model: its name on the server.
        api_key: None for servers that want none.
        base_url: None for OpenAI itself; for Azure the resource's address.
        api_version: for Azure alone.
        window: tokens of one call, the answer included.
        max_output: tokens of an answer.
        seconds: of one call.
        price_in, price_out: money for a million tokens.
    """

    model: str
    api_key: str | None = None
    base_url: str | None = None
    api_version: str | None = None
    window: int = 128_000
    max_output: int = 2_500
    seconds: float = 60.0
    price_in: float = 0.0
    price_out: float = 0.0


class OpenAIEngine:
    """An `Engine` on a server that speaks OpenAI's chat API. An async context manager.

    Args:
        settings: which model, where.
        reader: the built-in engine, whose quotes are offered to the model.
        metrics: counts calls, tokens and money.
        delimiter: makes a random text that marks where the article begins and ends.
        jitter: gives a random number from 0 to 1, by which waits differ.
    """

    def __init__(
        self,
        settings: ModelSettings,
        *,
        reader: Engine,
        metrics: Metrics,
        delimiter: Callable[[], str] = lambda: f"article-{secrets.token_hex(8)}",
        jitter: Callable[[], float] = lambda: secrets.randbelow(1000) / 1000,
    ) -> None:
        self._settings = settings
        self._reader = reader
        self._metrics = metrics
        self._delimiter = delimiter
        self._jitter = jitter
        self._format = Format.SCHEMA
        self._opening = asyncio.Lock()
        self._client: openai.AsyncOpenAI | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._client is not None:
            await self._client.close()

    @property
    def name(self) -> str:
        """The engine with its model, on which its answer depends."""
        return f"openai:{self._settings.model}"

    async def write(self, article: Article, wish: Wish) -> Draft:
        """Write a draft, in parts where the article is longer than the model's window. Raises EngineError."""
        await self._open()
        article = without_planted(article)
        read = await self._reader.write(article, wish)
        characters = self._characters(article, read.quotes[: limits.OFFERED_QUOTES], wish)
        parts = split_parts(article, characters=characters, most=limits.MODEL_PARTS)
        drafts: list[Draft] = []
        usage = Usage()
        try:
            # Parts and repairs together take no longer than a chat waits.
            async with asyncio.timeout(self._settings.seconds * limits.MODEL_PATIENCE):
                for part in parts:
                    offered = _quotes_of(article, part, read.quotes)
                    drafts.append(await self._write_part(article, part, wish, offered))
                    usage += drafts[-1].usage
        except (EngineError, TimeoutError) as error:
            fault = error if isinstance(error, EngineError) else ModelUnavailableError(_TOO_LONG)
            usage += fault.usage
            if not drafts:
                fault.usage = usage
                raise fault from error
        sent = sum(len(part.paragraphs) for part in parts[: len(drafts)])
        draft = replace(join_drafts(drafts, wish) if len(drafts) > 1 else drafts[0], usage=usage)
        if sent < len(article.text.split("\n\n")):
            draft = replace(draft, notes=(*draft.notes, PARTIAL))
        return draft

    def _characters(self, article: Article, offered: tuple[DraftQuote, ...], wish: Wish) -> int:
        """How many characters of the article go into one call."""
        bare = build_prompt(article, Part(0, ()), wish, offered, delimiter="x" * 24).characters / limits.LATIN_TOKEN
        room = self._settings.window * limits.WINDOW_SHARE - self._settings.max_output - bare
        return max(limits.PARAGRAPH_OVERHEAD * 50, int(room * characters_a_token(article.text)))

    async def _write_part(self, article: Article, part: Part, wish: Wish, offered: tuple[DraftQuote, ...]) -> Draft:
        prompt = build_prompt(article, part, wish, offered, delimiter=self._delimiter())
        messages = _messages(prompt)
        usage = Usage()
        for last in (False, True):
            try:
                answer, cost = await self._ask(messages)
                usage += cost
                self._raise_for(answer)
                content = answer.choices[0].message.content or ""
                return read_answer(
                    content,
                    offered=offered,
                    engine=self.name,
                    language=wish.language or article.language,
                    usage=usage,
                )
            except AnswerError as error:
                self._metrics.count("model_calls", outcome="broken")
                broken: EngineError = ModelAnswerError()
                messages = [*_messages(prompt), _said("assistant", content), _said("user", repair(str(error)))]
            except (ModelCutError, ModelEmptyError) as error:
                broken = error
                wrong = "it was cut off; be shorter" if isinstance(error, ModelCutError) else "it was empty"
                messages = [*_messages(prompt), _said("user", repair(wrong))]
            except EngineError as error:
                error.usage = usage + error.usage
                raise
            if last:
                broken.usage = usage
                raise broken
        raise AssertionError("the loop returns or raises")

    async def _ask(self, messages: list[dict[str, Any]]) -> tuple[ChatCompletion, Usage]:
        """One call, in the strictest format that the server is known to take."""
        refused: EngineError | None = None
        for form in [form for form in Format if form >= self._format]:
            try:
                answer = await self._call(messages, form)
            except _FormatRefusedError as error:
                refused = refused or error.fault
                continue
            self._format = form
            return answer, self._cost(answer)
        # No format was taken, so it was not the format.
        self._format = Format.SCHEMA
        raise refused or ModelAnswerError()

    async def _call(self, messages: list[dict[str, Any]], form: Format) -> ChatCompletion:
        """One answer, asked for again after a while where the fault may pass."""
        tries = 1 + limits.MODEL_RETRIES
        for attempt in range(1, tries + 1):
            try:
                return await self._once(messages, form)
            except _PassingError as error:
                wait = error.wait
                if wait is None:
                    wait = limits.MODEL_BACKOFF_SECONDS * 2 ** (attempt - 1) * (0.5 + self._jitter())
                if attempt == tries or wait > limits.MODEL_WAIT_SECONDS:
                    raise error.meaning from error
                await asyncio.sleep(wait)
        raise AssertionError("the loop returns or raises")

    async def _once(self, messages: list[dict[str, Any]], form: Format) -> ChatCompletion:
        import openai  # noqa: PLC0415  # 0.8 s and 59 MB that a bot without a model never pays.

        started = time.perf_counter()
        outcome = "failed"
        try:
            client = await self._open()
            async with asyncio.timeout(self._settings.seconds):
                answer: ChatCompletion = await client.chat.completions.create(**self._request(messages, form))
            outcome = "answered"
        except openai.APIStatusError as error:
            meaning = status_fault(error)
            final = form is Format.TEXT or isinstance(meaning, (QuotaSpentError, ModelRefusedError))
            if error.status_code in _FORMAT_REFUSED and not final:
                outcome = "format refused"
                raise _FormatRefusedError(meaning) from error
            if _may_pass(error.status_code) and not isinstance(meaning, QuotaSpentError):
                raise _PassingError(meaning, _retry_after(error, meaning)) from error
            raise meaning from error
        except openai.APITimeoutError as error:
            raise fault(error) from error
        except openai.APIConnectionError as error:
            raise _PassingError(fault(error), None) from error
        except (openai.OpenAIError, TimeoutError) as error:
            raise fault(error) from error
        finally:
            self._metrics.count("model_calls", outcome=outcome)
            self._metrics.observe("model_seconds", time.perf_counter() - started)
        return answer

    async def _open(self) -> openai.AsyncOpenAI:
        """The client, made once, in a thread: importing it takes a second, for which no heartbeat can wait."""
        async with self._opening:
            if self._client is None:
                self._client = await asyncio.to_thread(self._make_client)
            return self._client

    def _make_client(self) -> openai.AsyncOpenAI:
        import openai  # noqa: PLC0415  # As in `_once`.

        timeout = openai.Timeout(self._settings.seconds, connect=limits.MODEL_CONNECT_SECONDS)
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

    def _request(self, messages: list[dict[str, Any]], form: Format) -> dict[str, Any]:
        request: dict[str, Any] = {"model": self._settings.model, "messages": messages}
        if self._settings.base_url is None or self._settings.api_version is not None:
            # OpenAI's newer models know only this name, count what they think in it, and refuse a temperature.
            request["max_completion_tokens"] = self._settings.max_output + limits.MODEL_THINKING
        else:
            request |= {"max_tokens": self._settings.max_output, "temperature": limits.MODEL_TEMPERATURE}
        if form is Format.SCHEMA:
            bounded = self._settings.base_url is not None and self._settings.api_version is None
            schema = {"name": "brief", "strict": True, "schema": answer_schema(bounded=bounded)}
            request["response_format"] = {"type": "json_schema", "json_schema": schema}
        elif form is Format.JSON:
            request["response_format"] = {"type": "json_object"}
        return request

    def _cost(self, answer: ChatCompletion) -> Usage:
        tokens_in = answer.usage.prompt_tokens if answer.usage else 0
        tokens_out = answer.usage.completion_tokens if answer.usage else 0
        cost = (tokens_in * self._settings.price_in + tokens_out * self._settings.price_out) / 1_000_000
        self._metrics.count("model_tokens", tokens_in, direction="in")
        self._metrics.count("model_tokens", tokens_out, direction="out")
        self._metrics.count("model_cost", cost)
        return Usage(tokens_in, tokens_out, cost, 1)

    def _raise_for(self, answer: ChatCompletion) -> None:
        """Tell apart the answers that hold no draft."""
        if not answer.choices:
            raise ModelEmptyError
        choice = answer.choices[0]
        if choice.message.refusal or choice.finish_reason == "content_filter":
            raise ModelRefusedError
        if choice.finish_reason == "length":
            raise ModelCutError
        if not (choice.message.content or "").strip():
            raise ModelEmptyError


def _quotes_of(article: Article, part: Part, quotes: Sequence[DraftQuote]) -> tuple[DraftQuote, ...]:
    """The best of the reader's quotes that stand in a part of the article."""
    paragraphs = article.text.split("\n\n")
    start = sum(len(paragraph) + 2 for paragraph in paragraphs[: part.first])
    end = start + sum(len(paragraph) + 2 for paragraph in paragraphs[part.first : part.first + len(part.paragraphs)])
    here = (quote for quote in quotes if quote.start is not None and start <= quote.start < end)
    return tuple(islice(here, limits.OFFERED_QUOTES))


class _PassingError(Exception):
    """A fault that may pass: `meaning` is what it is if it does not, `wait` the seconds that the server asks for."""

    def __init__(self, meaning: EngineError, wait: float | None) -> None:
        super().__init__(meaning.sentence)
        self.meaning = meaning
        self.wait = wait


class _FormatRefusedError(Exception):
    """The server may not know the response format; `fault` is what it means if that is not it."""

    def __init__(self, fault: EngineError) -> None:
        super().__init__(fault.sentence)
        self.fault = fault


def _messages(prompt: Prompt) -> list[dict[str, Any]]:
    return [_said("system", prompt.system), _said("user", prompt.user)]


def _said(role: str, content: str) -> dict[str, Any]:
    return {"role": role, "content": content}


def fault(error: Exception) -> EngineError:
    """What a failure without an HTTP status means."""
    import openai  # noqa: PLC0415  # As in `OpenAIEngine._call`.

    if isinstance(error, (openai.APITimeoutError, TimeoutError)):
        return ModelUnavailableError(_TOO_LONG)
    if isinstance(error, openai.APIConnectionError):
        return ModelUnavailableError()
    return ModelAnswerError()


def status_fault(error: openai.APIStatusError) -> EngineError:
    """What an HTTP status of the server means."""
    code = str(error.code or "")
    if code in _QUOTA_CODES or error.status_code == _PAYMENT_REQUIRED:
        return QuotaSpentError()
    if code in _FILTER_CODES:
        return ModelRefusedError()
    sentence = {
        401: "The model's server refuses the key.",
        403: "The model's server refuses the key.",
        404: "The model's server does not know the model.",
        408: _TOO_LONG,
        429: "The model's server is busy.",
    }.get(error.status_code)
    if sentence is not None or error.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return ModelUnavailableError(sentence)
    return ModelAnswerError("The model's server does not take the request (HTTP {code}).", code=error.status_code)


def _may_pass(status: int) -> bool:
    return status in _PASSING or status >= HTTPStatus.INTERNAL_SERVER_ERROR


def _retry_after(error: openai.APIStatusError, meaning: EngineError) -> float | None:
    """The seconds that a server asks for before it is asked again, None where it does not say; `meaning` keeps them."""
    try:
        wait = float(error.response.headers.get("retry-after", ""))
    except ValueError:  # A date, or nothing: servers of models send seconds.
        return None
    if not 0 <= wait < float("inf"):
        return None
    if isinstance(meaning, ModelUnavailableError):
        meaning.retry_after = wait
    return wait
