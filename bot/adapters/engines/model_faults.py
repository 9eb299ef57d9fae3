"""What the faults of a model's server mean: statuses, lost connections and waits, in `bot.errors`' words."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

from bot.errors import EngineError, ModelAnswerError, ModelRefusedError, ModelUnavailableError, QuotaSpentError
from bot.i18n.marking import to_say

if TYPE_CHECKING:
    import openai

TOO_LONG = to_say("The model took too long to answer.")

_QUOTA_CODES = frozenset({"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"})
_PAYMENT_REQUIRED = 402
_FILTER_CODES = frozenset({"content_filter", "content_policy_violation", "ResponsibleAIPolicyViolation"})
# Statuses besides the server's own faults that may pass: time-out, conflict, too early, too many requests.
_PASSING = frozenset({408, 409, 425, 429})


class PassingError(Exception):
    """A fault that may pass: `meaning` is what it is if it does not, `wait` the seconds that the server asks for."""

    def __init__(self, meaning: EngineError, wait: float | None) -> None:
        super().__init__(meaning.sentence)
        self.meaning = meaning
        self.wait = wait


def fault(error: Exception) -> EngineError:
    """What a failure without an HTTP status means."""
    import openai  # noqa: PLC0415  # 0.8 s and 59 MB that a bot without a model never pays.

    if isinstance(error, (openai.APITimeoutError, TimeoutError)):
        return ModelUnavailableError(TOO_LONG)
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
        401: to_say("The model's server refuses the key."),
        403: to_say("The model's server refuses the key."),
        404: to_say("The model's server does not know the model."),
        408: TOO_LONG,
        429: to_say("The model's server is busy."),
    }.get(error.status_code)
    if sentence is not None or error.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return ModelUnavailableError(sentence)
    return ModelAnswerError("The model's server does not take the request (HTTP {code}).", code=error.status_code)


def may_pass(status: int) -> bool:
    """Whether a fault with this status may be gone at the next try."""
    return status in _PASSING or status >= HTTPStatus.INTERNAL_SERVER_ERROR


def retry_after(error: openai.APIStatusError, meaning: EngineError) -> float | None:
    """The seconds that a server asks for before it is asked again, None where it does not say; `meaning` keeps them."""
    headers = error.response.headers
    wait = _number(headers.get("retry-after-ms"), 1000) or _number(headers.get("retry-after"), 1)
    if wait is None:
        wait = _seconds_until(headers.get("retry-after"))
    if wait is not None and isinstance(meaning, ModelUnavailableError):
        meaning.retry_after = wait
    return wait


def _number(value: str | None, parts: int) -> float | None:
    try:
        wait = float(value or "") / parts
    except ValueError:
        return None
    return wait if 0 <= wait < float("inf") else None


def _seconds_until(value: str | None) -> float | None:
    """The seconds until a date as HTTP writes it."""
    try:
        date = parsedate_to_datetime(value or "")
    except ValueError:
        return None
    return max(0.0, (date.replace(tzinfo=date.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
