"""A brief: a draft checked against its article; the only thing that can be rendered."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.values.actor import Actor
from bot.domain.values.article import Article
from bot.domain.values.proof import Evidence, Proof
from bot.domain.values.quote import Quote
from bot.domain.values.usage import Usage


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something the draft said that the check did not let through: which part, its text, and why."""

    part: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Brief:
    """A draft checked against its article; the only thing that can be rendered. Only `check` makes one.

    `evidence` and `proof` hold, for each sentence of `summary`, the sentences of the article that carry it, and how.
    """

    headline: str
    summary: tuple[str, ...]
    actors: tuple[Actor, ...]
    quotes: tuple[Quote, ...]
    article: Article
    engine: str
    notes: tuple[str, ...] = ()
    usage: Usage = field(default_factory=Usage)
    dropped: tuple[Dropped, ...] = ()
    evidence: tuple[tuple[Evidence, ...], ...] = ()
    proof: tuple[Proof, ...] = ()

    @property
    def is_by_rules(self) -> bool:
        """Whether no model wrote it."""
        return self.engine.startswith("builtin")


@dataclass(frozen=True, slots=True)
class Served:
    """A brief as the desk hands it on.

    Attributes:
        brief: the brief.
        key: names the article, whatever the wish, for `Briefer.recall`: 32 hexadecimal digits.
        cached_at: when it was written, in UTC; None when that was just now.
        content: names what the article says, wherever it stands: copies of one text share it.
        shared: whether it is another's work that this one joined: what it cost is the other's.
    """

    brief: Brief
    key: str
    cached_at: datetime | None = None
    content: str = ""
    shared: bool = False
