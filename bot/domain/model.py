"""The values that the whole program speaks in. Frozen, without behaviour that reaches outside.

Offsets (`start`, `end`) count Unicode code points in `Article.text`.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    OTHER = "other"


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
class Link:
    """A source to be fetched. `url` is http or https, in canonical form."""

    url: str


@dataclass(frozen=True, slots=True)
class Paste:
    """A source given as text, raw as it was pasted."""

    text: str


@dataclass(frozen=True, slots=True)
class Upload:
    """A source given as a file: its name, its declared content type (may be None or wrong) and its bytes."""

    name: str
    content_type: str | None
    data: bytes = field(repr=False)


Source = Link | Paste | Upload


@dataclass(frozen=True, slots=True)
class Page:
    """What a fetch brought.

    Attributes:
        url: the final URL after redirects.
        content_type: the media type after sniffing: `text/html`, `text/plain` or `application/pdf`.
        charset: the charset the transport named, if any, lower case.
        body: the decompressed bytes.
    """

    url: str
    content_type: str
    charset: str | None
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Article:
    r"""The readable text of a page or a paste.

    Attributes:
        text: paragraphs joined by one empty line ("\n\n"); no other line breaks, no outer space.
        url: canonical URL, None for pastes and files.
        title: the headline, None when there is none.
        site: publisher's or site's name.
        authors: names as printed.
        published: ISO 8601 date or date-time with its offset.
        language: ISO 639-1 code, None when undetermined.
        complete: False when only a part could be read.
        source: the news agency that the text names as its origin ("Reuters"), None when it names none.
        notes: sentences about how it was read, for the reader.
    """

    text: str
    url: str | None = None
    title: str | None = None
    site: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    complete: bool = True
    source: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """Number of words: runs between white space (characters / 2 in Chinese and Japanese)."""
        if self.language in {"zh", "ja"}:
            return len(self.text) // 2
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Wish:
    """What a guild or a user asks of a brief. `language` None means the article's own."""

    length: Length = Length.NORMAL
    language: str | None = None
    engine: EngineName = EngineName.AUTO


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


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """A summary sentence with the number of the paragraph that supports it (from 0), where the engine named one."""

    text: str
    paragraph: int | None = None


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
    """What an engine said; nobody sees it. Only `check` turns it into a brief."""

    headline: str
    sentences: tuple[DraftSentence, ...]
    actors: tuple[DraftActor, ...]
    quotes: tuple[DraftQuote, ...]
    engine: str
    notes: tuple[str, ...] = ()
    usage: Usage = Usage()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation, place or other body whose name stands in the article."""

    name: str
    kind: Kind
    role: str
    mentions: int
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A slice of the article: `article.text[start:end] == text`. `link` leads to its place in the source page."""

    text: str
    speaker: str | None
    start: int
    end: int
    link: str | None = None
    translation: str | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something the draft said that the check did not let through: which part, its text, and why."""

    part: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Brief:
    """A draft checked against its article; the only thing that can be rendered. Only `check` makes one."""

    headline: str
    summary: tuple[str, ...]
    actors: tuple[Actor, ...]
    quotes: tuple[Quote, ...]
    article: Article
    engine: str
    notes: tuple[str, ...] = ()
    usage: Usage = Usage()
    dropped: tuple[Dropped, ...] = ()


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
