"""The engine that has a model write the draft: in parts where the article is long, mended once where it is broken."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice
from types import TracebackType
from typing import Self

from bot.adapters.engines.model_client import Bill, ModelClient, said
from bot.adapters.engines.model_dialect import Messages, Shape
from bot.adapters.engines.model_faults import TOO_LONG
from bot.adapters.engines.model_settings import ModelSettings
from bot.domain.brief.prompt import (
    AnswerError,
    Excerpt,
    Prompt,
    answer_schema,
    build_prompt,
    characters_a_token,
    join_drafts,
    read_answer,
    repair,
    split_parts,
)
from bot.domain.text.planted import BLANK, without_planted
from bot.domain.values.article import Article
from bot.domain.values.draft import Draft, DraftQuote
from bot.domain.values.wish import Wish
from bot.errors import (
    EngineError,
    ModelAnswerError,
    ModelCutError,
    ModelEmptyError,
    ModelUnavailableError,
)
from bot.i18n.marking import to_say
from bot.ports import Engine, Metrics
from config import limits

SHAPE = Shape("brief", answer_schema)

PARTIAL = to_say("The model read the first part of this long article; the rest was read by rules.")


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
        self._client = ModelClient(settings, metrics=metrics, jitter=jitter)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.__aexit__(kind, error, trace)

    @property
    def name(self) -> str:
        """The engine with its model, on which its answer depends."""
        return f"openai:{self._settings.model}"

    async def write(self, article: Article, wish: Wish, *, read: Draft | None = None) -> Draft:
        """Write a draft, in parts where the article is longer than the model's window. Raises EngineError."""
        await self._client.open()
        # A long text is prepared in a thread: half a second of work would hold up a heartbeat.
        long = len(article.text) > limits.IN_LOOP_CHARACTERS
        article = await asyncio.to_thread(without_planted, article) if long else without_planted(article)
        read = read or await self._reader.write(article, wish)
        given = (article, read.quotes[: limits.OFFERED_QUOTES], wish)
        parts = await asyncio.to_thread(self._parts, *given) if long else self._parts(*given)
        drafts: list[Draft] = []
        bill = Bill()
        try:
            # Parts and repairs together take no longer than a chat waits.
            async with asyncio.timeout(self._settings.seconds * limits.MODEL_PATIENCE):
                for part in parts:
                    offered = _quotes_of(part, read.quotes)
                    drafts.append(await self._write_part(article, part, wish, offered, bill))
        except (EngineError, TimeoutError) as error:
            if not drafts:
                failed = error if isinstance(error, EngineError) else ModelUnavailableError(TOO_LONG)
                failed.usage = bill.usage
                raise failed from error
        draft = replace(join_drafts(drafts, wish) if len(drafts) > 1 else drafts[0], usage=bill.usage)
        end = parts[len(drafts) - 1].end
        return _with_rest(draft, read, end) if article.text[end:].strip(f"{BLANK} \n") else draft

    def _parts(self, article: Article, offered: tuple[DraftQuote, ...], wish: Wish) -> tuple[Excerpt, ...]:
        """What of the article is sent, a call each: within the bound of a brief, and the first part in any case."""
        characters = most = self._characters(article, offered, wish)
        if self._settings.brief_tokens is not None:
            most = max(limits.FEWEST_CHARACTERS, int(self._settings.brief_tokens * characters_a_token(article.text)))
        parts = split_parts(article, characters=min(characters, most), most=limits.MODEL_PARTS)
        return (parts[0], *(part for part in parts[1:] if part.end - parts[0].start <= most and most > characters))

    def _characters(self, article: Article, offered: tuple[DraftQuote, ...], wish: Wish) -> int:
        """How many characters of the article go into one call."""
        bare = build_prompt(article, Excerpt(), wish, offered, delimiter="x" * 24).characters / limits.LATIN_TOKEN
        room = self._settings.window * limits.WINDOW_SHARE - self._settings.max_output - bare
        return max(limits.FEWEST_CHARACTERS, int(room * characters_a_token(article.text)))

    async def _write_part(
        self, article: Article, part: Excerpt, wish: Wish, offered: tuple[DraftQuote, ...], bill: Bill
    ) -> Draft:
        prompt = build_prompt(article, part, wish, offered, delimiter=self._delimiter())
        messages = _messages(prompt)
        for last in (False, True):
            try:
                answer = await self._client.ask(messages, SHAPE, bill)
                answer.raise_for_fault()
                # A region changes how a language is written, not how it is read.
                language = (wish.language or article.language or "").partition("-")[0] or None
                return read_answer(answer.content, part=part, offered=offered, engine=self.name, language=language)
            except AnswerError as error:
                self._metrics.count("model_calls", outcome="broken")
                broken: EngineError = ModelAnswerError()
                answered = said("assistant", answer.content)
                messages = [*_messages(prompt), answered, said("user", repair(str(error)))]
            except (ModelCutError, ModelEmptyError) as error:
                broken = error
                wrong = "it was cut off; be shorter" if isinstance(error, ModelCutError) else "it was empty"
                messages = [*_messages(prompt), said("user", repair(wrong))]
            if last:
                raise broken
        raise AssertionError("the loop returns or raises")


def _with_rest(draft: Draft, read: Draft, end: int) -> Draft:
    """The model's draft of a first part, with the quotes and names that the built-in reader found behind it."""
    quotes = tuple(quote for quote in read.quotes if quote.start is not None and quote.start >= end)
    return replace(
        draft,
        actors=(*draft.actors, *read.actors),
        quotes=(*draft.quotes, *quotes),
        notes=(*draft.notes, PARTIAL),
    )


def _quotes_of(part: Excerpt, quotes: Sequence[DraftQuote]) -> tuple[DraftQuote, ...]:
    """The best of the reader's quotes that stand in a part of the article."""
    here = (quote for quote in quotes if quote.start is not None and part.start <= quote.start < part.end)
    return tuple(islice(here, limits.OFFERED_QUOTES))


def _messages(prompt: Prompt) -> Messages:
    return [said("system", prompt.system), said("user", prompt.user)]
