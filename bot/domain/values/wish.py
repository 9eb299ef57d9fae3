"""What a server or a member asks of a brief."""

from dataclasses import dataclass
from enum import StrEnum


class Length(StrEnum):
    """How long a summary is wished: two, three or four sentences."""

    SHORT = "short"
    NORMAL = "normal"
    LONG = "long"


class EngineName(StrEnum):
    """Which engine is wished; `auto` is the model where one is configured, else the built-in engine."""

    AUTO = "auto"
    OPENAI = "openai"
    BUILTIN = "builtin"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a guild or a user asks of a brief. `language` None means the article's own."""

    length: Length = Length.NORMAL
    language: str | None = None
    engine: EngineName = EngineName.AUTO
