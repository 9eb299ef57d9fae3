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
from dataclasses import dataclass, field, replace
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING, Self

from bot.adapters.model_answers import Completion, read_completion
from bot.adapters.model_dialect import Dialect, Format, Messages, may_refuse_format
from bot.adapters.model_faults import TOO_LONG, PassingError, fault, may_pass, retry_after, status_fault
from bot.adapters.model_settings import ModelSettings
from bot.domain.brief.prompt import (
    AnswerError,
    Part,
    Prompt,
    build_prompt,
    characters_a_token,
    join_drafts,
    read_answer,
    repair,
    split_parts,
)
from bot.domain.text.planted import without_planted
from bot.domain.values.article import Article
from bot.domain.values.draft import Draft, DraftQuote
from bot.domain.values.usage import Usage
from bot.domain.values.wish import Wish
from bot.errors import (
    EngineError,
    ModelAnswerError,
    ModelCutError,
    ModelEmptyError,
    ModelRefusedError,
    ModelUnavailableError,
    QuotaSpentError,
)
from bot.i18n.marking import to_say
from bot.ports import Engine, Metrics
from config import limits

if TYPE_CHECKING:
    import openai

PARTIAL = to_say("The article is longer than the model reads; the brief is of its first part.")


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
        bill = _Bill()
        try:
            # Parts and repairs together take no longer than a chat waits.
            async with asyncio.timeout(self._settings.seconds * limits.MODEL_PATIENCE):
                for part in parts:
                    offered = _quotes_of(article, part, read.quotes)
                    drafts.append(await self._write_part(article, part, wish, offered, bill))
        except (EngineError, TimeoutError) as error:
            if not drafts:
                failed = error if isinstance(error, EngineError) else ModelUnavailableError(TOO_LONG)
                failed.usage = bill.usage
                raise failed from error
        sent = sum(len(part.paragraphs) for part in parts[: len(drafts)])
        draft = replace(join_drafts(drafts, wish) if len(drafts) > 1 else drafts[0], usage=bill.usage)
        if sent < len(article.text.split("\n\n")):
            draft = replace(draft, notes=(*draft.notes, PARTIAL))
        return draft

    def _characters(self, article: Article, offered: tuple[DraftQuote, ...], wish: Wish) -> int:
        """How many characters of the article go into one call."""
        bare = build_prompt(article, Part(0, ()), wish, offered, delimiter="x" * 24).characters / limits.LATIN_TOKEN
        room = self._settings.window * limits.WINDOW_SHARE - self._settings.max_output - bare
        return max(limits.PARAGRAPH_OVERHEAD * 50, int(room * characters_a_token(article.text)))

    async def _write_part(
        self, article: Article, part: Part, wish: Wish, offered: tuple[DraftQuote, ...], bill: _Bill
    ) -> Draft:
        prompt = build_prompt(article, part, wish, offered, delimiter=self._delimiter())
        messages = _messages(prompt)
        for last in (False, True):
            try:
                answer = await self._ask(messages, bill)
                answer.raise_for_fault()
                language = wish.language or article.language
                return read_answer(answer.content, offered=offered, engine=self.name, language=language)
            except AnswerError as error:
                self._metrics.count("model_calls", outcome="broken")
                broken: EngineError = ModelAnswerError()
                said = _said("assistant", answer.content)
                messages = [*_messages(prompt), said, _said("user", repair(str(error)))]
            except (ModelCutError, ModelEmptyError) as error:
                broken = error
                wrong = "it was cut off; be shorter" if isinstance(error, ModelCutError) else "it was empty"
                messages = [*_messages(prompt), _said("user", repair(wrong))]
            if last:
                raise broken
        raise AssertionError("the loop returns or raises")

    async def _ask(self, messages: Messages, bill: _Bill) -> Completion:
        """One answer, in the strictest format that the server is known to take."""
        refusals: list[int] = []
        refused: EngineError | None = None
        for form in self._dialect.formats:
            try:
                answer = await self._call(messages, form, bill)
            except _FormatRefusedError as error:
                refused = refused or error.fault
                refusals.append(error.status)
                continue
            self._dialect.took(form, refusals)
            return answer
        # No format was taken, so it was not the format.
        raise refused or ModelAnswerError()

    async def _call(self, messages: Messages, form: Format, bill: _Bill) -> Completion:
        """One answer, asked for again after a while where the fault may pass."""
        tries = 1 + limits.MODEL_RETRIES
        attempt = 1
        while True:
            try:
                return await self._once(messages, form, bill)
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

    async def _once(self, messages: Messages, form: Format, bill: _Bill) -> Completion:
        import openai  # noqa: PLC0415  # 0.8 s and 59 MB that a bot without a model never pays.

        client = await self._open()
        started = time.perf_counter()
        outcome = "failed"
        try:
            async with asyncio.timeout(self._settings.seconds):
                request = self._dialect.request(messages, form)
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
            tokens_out = _tokens([_said("assistant", completion.content)])
        self._charge(bill, tokens_in, tokens_out)
        return completion

    async def _open(self) -> openai.AsyncOpenAI:
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

    def _charge(self, bill: _Bill, tokens_in: int, tokens_out: int) -> None:
        settings = self._settings
        cost = (tokens_in * settings.price_in + tokens_out * settings.price_out) / 1_000_000
        self._metrics.count("model_tokens", tokens_in, direction="in")
        self._metrics.count("model_tokens", tokens_out, direction="out")
        self._metrics.count("model_cost", cost)
        bill.usage += Usage(tokens_in, tokens_out, cost, 1)


@dataclass(slots=True)
class _Bill:
    """What the calls for one draft cost so far, whatever became of them."""

    usage: Usage = field(default_factory=Usage)


def _quotes_of(article: Article, part: Part, quotes: Sequence[DraftQuote]) -> tuple[DraftQuote, ...]:
    """The best of the reader's quotes that stand in a part of the article."""
    paragraphs = article.text.split("\n\n")
    start = sum(len(paragraph) + 2 for paragraph in paragraphs[: part.first])
    end = start + sum(len(paragraph) + 2 for paragraph in paragraphs[part.first : part.first + len(part.paragraphs)])
    here = (quote for quote in quotes if quote.start is not None and start <= quote.start < end)
    return tuple(islice(here, limits.OFFERED_QUOTES))


class _LearntError(Exception):
    """The server refused a parameter, which the next request does without."""


class _FormatRefusedError(Exception):
    """The server may not know the response format; `fault` is what its status means if that is not it."""

    def __init__(self, fault: EngineError, status: int) -> None:
        super().__init__(fault.sentence)
        self.fault = fault
        self.status = status


def _messages(prompt: Prompt) -> Messages:
    return [_said("system", prompt.system), _said("user", prompt.user)]


def _said(role: str, content: str) -> dict[str, str]:
    return {"role": role, "content": content}


def _tokens(messages: Messages) -> int:
    """An estimate on the safe side of the tokens in messages."""
    return sum(round(len(message["content"]) / characters_a_token(message["content"])) for message in messages)
