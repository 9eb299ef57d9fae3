"""What models wrote and cost in a day: who is counted, and how much there was."""

from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    """Whose budget: that of all, of a server, of a user, of a user in direct messages and user installs."""

    ALL = "all"
    GUILD = "guild"
    USER = "user"
    DIRECT = "direct"


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who has a budget; the id is 0 for all."""

    scope: Scope
    id: int = 0


@dataclass(frozen=True, slots=True)
class Spent:
    """Briefs that a model wrote, and the money that they cost, in units of the configured currency."""

    briefs: int = 0
    money: float = 0.0


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most of a day; None for no limit."""

    briefs: int | None = None
    money: float | None = None

    def forbid(self, spent: Spent) -> bool:
        """Whether another brief is one too many after these."""
        return (self.briefs is not None and spent.briefs >= self.briefs) or (
            self.money is not None and spent.money >= self.money
        )
