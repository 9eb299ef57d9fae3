"""What a model's server takes: its names of parameters and its formats, found out by what it refuses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

from bot.adapters.engines.model_settings import ModelSettings
from config import limits

if TYPE_CHECKING:
    import openai

Messages = list[dict[str, str]]

# Statuses by which servers refuse a response format that they do not know; one answers 500.
_REFUSING = frozenset({400, 404, 415, 422, 500, 501})
_OPENAI_HOSTS = (".openai.com", ".openai.azure.com", ".cognitiveservices.azure.com", ".services.ai.azure.com")


class Format(IntEnum):
    """How a server is asked for JSON, from the strictest down.

    A schema without bounds is for strict modes that know no lengths of strings and lists.
    """

    BOUNDED = 0
    SCHEMA = 1
    JSON = 2
    TEXT = 3


class Schema(Protocol):
    """Makes a JSON schema."""

    def __call__(self, *, bounded: bool) -> dict[str, Any]:
        """The schema; `bounded` adds lengths of strings and lists, which not every strict mode takes."""
        ...


@dataclass(frozen=True, slots=True)
class Shape:
    """What an answer must look like: the schema's name on the server, and the schema."""

    name: str
    schema: Schema


class Dialect:
    """How one server is asked. It is learnt once, from the server's refusals, and kept while the process lasts.

    OpenAI's own servers are known: their newer models take `max_completion_tokens` alone, count what they think in it,
    and refuse a temperature.
    """

    def __init__(self, settings: ModelSettings) -> None:
        self._model = settings.model
        self._max_output = settings.max_output
        host = urlsplit(settings.base_url or "https://api.openai.com").hostname or ""
        openais = settings.api_version is not None or f".{host}".endswith(_OPENAI_HOSTS)
        self._new_name = self._thinks = openais
        self._warm = not openais
        self._format = Format.SCHEMA if openais else Format.BOUNDED
        self._lessons: set[str] = set()
        self._doubted = False

    @property
    def formats(self) -> list[Format]:
        """The formats that the server may take, the strictest first."""
        return [form for form in Format if form >= self._format]

    def request(self, messages: Messages, form: Format, shape: Shape) -> dict[str, Any]:
        """The arguments of a call."""
        most = self._max_output + (limits.MODEL_THINKING if self._thinks else 0)
        request: dict[str, Any] = {"model": self._model, "messages": messages}
        request["max_completion_tokens" if self._new_name else "max_tokens"] = most
        if self._warm:
            request["temperature"] = limits.MODEL_TEMPERATURE
        if form <= Format.SCHEMA:
            schema = {"name": shape.name, "strict": True, "schema": shape.schema(bounded=form is Format.BOUNDED)}
            request["response_format"] = {"type": "json_schema", "json_schema": schema}
        elif form is Format.JSON:
            request["response_format"] = {"type": "json_object"}
        return request

    def learn(self, error: openai.APIStatusError) -> bool:
        """Whether a refusal named a parameter that the next request does without; each lesson is taken once."""
        if error.status_code not in {HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY}:
            return False
        said = f"{error.param or ''} {error.message}".lower()
        if "temperature" in said and self._warm:
            return self._take("temperature")
        if "max_tokens" not in said and "max_completion_tokens" not in said:
            return False
        if self._thinks and ("too large" in said or "at most" in said):
            return self._take("thinking")
        return self._take("name")

    def took(self, form: Format, refusals: list[int]) -> None:
        """Keep the format that the server took after it refused others with these statuses.

        A server that answers 500 may have been ill, so that is believed the second time.
        """
        if HTTPStatus.INTERNAL_SERVER_ERROR in refusals and not self._doubted:
            self._doubted = True
        else:
            self._format = form

    def _take(self, lesson: str) -> bool:
        if lesson in self._lessons:
            return False
        self._lessons.add(lesson)
        if lesson == "temperature":
            self._warm = False
        elif lesson == "thinking":
            self._thinks = False
        else:
            self._new_name = not self._new_name
        return True


def may_refuse_format(status: int) -> bool:
    """Whether a server may mean with this status that it does not know the format."""
    return status in _REFUSING
