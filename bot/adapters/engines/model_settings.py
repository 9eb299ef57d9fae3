"""Which model writes, where it is, and within what limits it is asked."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """Which model, where, and within what limits.

    Attributes:
        model: its name on the server.
        api_key: None for servers that want none.
        base_url: None for OpenAI itself; for Azure the resource's address.
        api_version: for Azure alone.
        window: tokens of one call, the answer included.
        brief_tokens: tokens of an article that are sent for one brief; None for what one call holds.
        max_output: tokens of an answer.
        seconds: of one call.
        price_in, price_out: money for a million tokens.
    """

    model: str
    api_key: str | None = field(default=None, repr=False)
    base_url: str | None = field(default=None, repr=False)
    api_version: str | None = None
    window: int = 128_000
    brief_tokens: int | None = None
    max_output: int = 2_500
    seconds: float = 60.0
    price_in: float = 0.0
    price_out: float = 0.0
