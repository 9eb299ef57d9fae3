"""A draft: what an engine said; nobody sees it."""

from dataclasses import dataclass, field

from bot.domain.values.actor import Kind
from bot.domain.values.usage import Usage


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """A summary sentence.

    Attributes:
        text: what it says.
        paragraph: the number of the paragraph that supports it (from 0), where the engine named one.
        rests_on: numbers of the article's sentences (from 0, as `split_sentences` parts them) that the engine named.
    """

    text: str
    paragraph: int | None = None
    rests_on: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftActor:
    """An actor as an engine named it; `role` "" when it gave none."""

    name: str
    kind: Kind = Kind.OTHER
    role: str = ""
    aliases: tuple[str, ...] = ()
    mentions: int = 0


@dataclass(frozen=True, slots=True)
class DraftQuote:
    """A quote as an engine gave it; `start` is set when it comes from the reader with a position."""

    text: str
    speaker: str | None = None
    start: int | None = None
    translation: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What an engine said; nobody sees it. Only `check` turns it into a brief.

    `headline_rests_on` are numbers of the article's sentences, as in `DraftSentence`.
    """

    headline: str
    sentences: tuple[DraftSentence, ...]
    actors: tuple[DraftActor, ...]
    quotes: tuple[DraftQuote, ...]
    engine: str
    notes: tuple[str, ...] = ()
    usage: Usage = field(default_factory=Usage)
    language: str | None = None
    headline_rests_on: tuple[int, ...] = ()
