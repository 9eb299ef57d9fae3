"""What a model call cost."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Usage:
    """What a model call cost: tokens in and out, and money in `currency` units where prices are configured."""

    tokens_in: int = 0
    tokens_out: int = 0
    cost: float = 0.0
    calls: int = 0

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(
            self.tokens_in + other.tokens_in,
            self.tokens_out + other.tokens_out,
            self.cost + other.cost,
            self.calls + other.calls,
        )
