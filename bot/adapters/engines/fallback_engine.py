"""The model with the built-in engine behind it: whatever fails, a draft is written, and it says who wrote it."""

import logging
from dataclasses import replace

from bot.adapters.caches.memory_cache import Clock
from bot.domain.values.article import Article
from bot.domain.values.draft import Draft
from bot.domain.values.wish import Wish
from bot.errors import EngineError, ModelUnavailableError, QuotaSpentError
from bot.i18n.marking import to_say
from bot.ports import Engine, Metrics
from config import limits

log = logging.getLogger(__name__)

STOOD_IN = to_say("The built-in reader stands in for the model.")


class Circuit:
    """A circuit breaker: closed, open after repeated failures, and half-open for one try once it rested.

    Args:
        clock: monotonic seconds.
    """

    def __init__(self, *, clock: Clock) -> None:
        self._clock = clock
        self._failures = 0
        self._open_until = 0.0
        self._trying = False

    def admits(self) -> bool:
        """Whether a call may be made now. While the circuit is half-open it admits one at a time."""
        if self._failures < limits.CIRCUIT_FAILURES:
            return True
        if self._clock() < self._open_until or self._trying:
            return False
        self._trying = True
        return True

    def succeeded(self) -> None:
        """A call succeeded: the circuit is closed."""
        self._failures = 0
        self._trying = False

    def failed(self, *, rest: float = limits.CIRCUIT_SECONDS, at_once: bool = False) -> None:
        """A call failed; `at_once` opens the circuit without waiting for more, for `rest` seconds."""
        self._failures = limits.CIRCUIT_FAILURES if at_once else self._failures + 1
        self._trying = False
        if self._failures >= limits.CIRCUIT_FAILURES:
            self._open_until = self._clock() + rest


class FallbackEngine:
    """An `Engine` that never fails where the built-in one does not.

    Args:
        model: the engine that is asked first.
        builtin: the engine that writes when the model cannot.
        circuit: keeps calls from a model that is down.
        metrics: counts.
    """

    def __init__(self, model: Engine, builtin: Engine, *, circuit: Circuit, metrics: Metrics) -> None:
        self._model = model
        self._builtin = builtin
        self._circuit = circuit
        self._metrics = metrics

    @property
    def name(self) -> str:
        """The model's name."""
        return self._model.name

    async def write(self, article: Article, wish: Wish, *, read: Draft | None = None) -> Draft:
        """Write a draft, by the built-in engine where the model cannot."""
        if not self._circuit.admits():
            self._metrics.count("model_calls", outcome="circuit open")
            return await self._stand_in(article, wish, read, ModelUnavailableError())
        try:
            draft = await self._model.write(article, wish, read=read)
        except QuotaSpentError as error:
            self._circuit.failed(rest=limits.QUOTA_SECONDS, at_once=True)
            return await self._stand_in(article, wish, read, error)
        except ModelUnavailableError as error:
            # A server that says how long it wants to be left alone is.
            asked = min(error.retry_after, limits.QUOTA_SECONDS)
            self._circuit.failed(rest=max(asked, limits.CIRCUIT_SECONDS), at_once=asked > limits.MODEL_WAIT_SECONDS)
            return await self._stand_in(article, wish, read, error)
        except EngineError as error:
            # The server answered: what it said is no reason to stop asking.
            self._circuit.succeeded()
            return await self._stand_in(article, wish, read, error)
        except BaseException:
            self._circuit.failed()
            raise
        self._circuit.succeeded()
        return draft

    async def _stand_in(self, article: Article, wish: Wish, read: Draft | None, error: EngineError) -> Draft:
        log.warning("the built-in engine writes in the model's place: %s", error.sentence)
        try:
            draft = await self._builtin.write(article, wish, read=read)
        except EngineError as failed:
            failed.usage += error.usage
            raise
        # A note is a template without fields: what stands in an error's fields is for the log.
        notes = (*draft.notes, error.template if error.fields else error.sentence_template, STOOD_IN)
        return replace(draft, notes=notes, usage=draft.usage + error.usage)
