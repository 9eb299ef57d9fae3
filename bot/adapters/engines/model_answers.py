"""What a model's server answered, read with care: servers differ from OpenAI's in what they leave out."""

import json
from dataclasses import dataclass
from typing import Any

from bot.adapters.engines.model_faults import PassingError
from bot.errors import ModelCutError, ModelEmptyError, ModelRefusedError, ModelUnavailableError


@dataclass(frozen=True, slots=True)
class Completion:
    """An answer of the chat API.

    Attributes:
        content: what the model wrote, "" when it wrote nothing.
        finish: why it stopped.
        refusal: whether it said that it will not.
        tokens_in, tokens_out: None where the server does not count them.
    """

    content: str
    finish: str
    refusal: bool
    tokens_in: int | None
    tokens_out: int | None

    def raise_for_fault(self) -> None:
        """Tell apart the answers that hold no draft. Raises EngineError."""
        if self.refusal or self.finish == "content_filter":
            raise ModelRefusedError
        if self.finish == "length":
            raise ModelCutError
        if not self.content.strip():
            raise ModelEmptyError


def read_completion(body: bytes) -> Completion:
    """The answer in a body that came with status 200.

    Raises:
        ModelUnavailableError: it is none of the chat API's; another kind of server answers at that address.
        PassingError: it is an error that came with status 200, as of a proxy whose own server failed.
    """
    try:
        raw = json.loads(body)
    except (ValueError, RecursionError):
        raw = None
    if not isinstance(raw, dict):
        raise ModelUnavailableError("What answers at the model server's address is not a model server.")
    choices = raw.get("choices")
    if raw.get("error") and not choices:
        raise PassingError(ModelUnavailableError("The model's server reports a fault."), None)
    choice = _dict(choices[0] if isinstance(choices, list) and choices else None)
    message = _dict(choice.get("message"))
    usage = _dict(raw.get("usage"))
    return Completion(
        content=_content(message.get("content")),
        finish=str(choice.get("finish_reason") or ""),
        refusal=bool(message.get("refusal")),
        tokens_in=_count(usage.get("prompt_tokens")),
        tokens_out=_count(usage.get("completion_tokens")),
    )


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _content(value: Any) -> str:
    """The text of a message, which some servers give in parts."""
    if isinstance(value, list):
        return "".join(part["text"] for part in map(_dict, value) if isinstance(part.get("text"), str))
    return value if isinstance(value, str) else ""


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
