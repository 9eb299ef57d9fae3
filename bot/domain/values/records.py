"""What the database keeps: rows as values. Times are in UTC. Of a message only ids are kept, never its content."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.domain.values.wish import EngineName, Length


class AnswerKind(StrEnum):
    """A brief, a pointer to an earlier one, a brief that was dismissed, or one that Discord has yet to delete."""

    BRIEF = "brief"
    POINTER = "pointer"
    DISMISSED = "dismissed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class AnswerRecord:
    """An answer of the bot, or one of the parts of an answer to several links, and the message that it answers.

    Attributes:
        id: the answer's message id.
        part: which of its briefs, from 0.
        channel: where the answer stands.
        guild: None in direct messages and as a user install.
        source: id of the message that is answered, None for a command's answer.
        source_channel: where that message stands.
        poster: the member who is answered.
        key: `Served.key` of the article.
        content: `Served.content`, by which a repeat is known.
        url: the article's address, None for pastes and files.
        headline: the brief's headline, for digests.
        kind: what the part is.
        length, language, engine: the wish.
        created: when the part came to stand there.
        links: a hash of what the answered message asks for, "" where that is nothing.
        room: whoever may see this channel may see the answer: the channel, or that of a public thread; 0 for nobody.
        spoiler: whether it is hidden until clicked.
        trigger: what asked for it, a `bot.messages.posts.post.Trigger`.
        head: the reply whose thread it stands in, None outside such threads.
        target, target_channel: the message that a pointer leads to, and where that stands.
        locale: the language that the answer is in.
        sentence: the brief's first sentence, for digests; "" where it was not kept.
        site: the name of the article's site, with its host where they differ.
    """

    id: int
    channel: int
    guild: int | None
    source: int | None
    source_channel: int | None
    poster: int
    key: str
    url: str | None
    headline: str
    created: datetime
    kind: AnswerKind = AnswerKind.BRIEF
    length: Length = Length.NORMAL
    language: str | None = None
    part: int = 0
    content: str = ""
    links: str = ""
    room: int = 0
    spoiler: bool = False
    engine: EngineName = EngineName.AUTO
    trigger: str = "watch"
    head: int | None = None
    target: int | None = None
    target_channel: int | None = None
    locale: str | None = None
    sentence: str = ""
    site: str | None = None


@dataclass(frozen=True, slots=True)
class DeletionRecord:
    """A message of the bot that is to be deleted, and Discord has not done it yet.

    Attributes:
        message, channel: which message, and where it stands.
        thread: whether the thread goes too that was opened from it.
        answer: the answer that it belongs to, which is forgotten with the last of its messages.
        tries: how often Discord refused.
        due: when it is tried again.
    """

    message: int
    channel: int
    thread: bool
    answer: int
    tries: int
    due: datetime


@dataclass(frozen=True, slots=True)
class QuoteRecord:
    """A quote of a brief that was posted in a server: what was said, by whom, and where both stand.

    `channel`, `answer`, `part`, `room` and `spoiler` are those of its `AnswerRecord`, as are `headline` and `url` where
    quotes are searched.
    """

    text: str
    speaker: str | None
    link: str | None
    guild: int
    channel: int
    answer: int
    created: datetime
    room: int = 0
    spoiler: bool = False
    part: int = 0
    headline: str = ""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class QuoteQuery:
    """A search among a server's quotes; what is None or empty does not narrow it. `until` is exclusive.

    `rooms` are those that the reader may see, all for None; `channel` is one channel with its threads, or one thread.
    """

    guild: int
    speaker: str = ""
    words: str = ""
    since: datetime | None = None
    until: datetime | None = None
    offset: int = 0
    count: int = 10
    rooms: frozenset[int] | None = None
    channel: int | None = None


@dataclass(frozen=True, slots=True)
class UsageRecord:
    """What a channel used in a day (UTC): briefs written, those of them by a model, cache hits, tokens and money."""

    guild: int
    channel: int
    day: date
    briefs: int = 0
    model_briefs: int = 0
    hits: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float = 0.0


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """A change of a server's settings: who, when, what, from, to."""

    guild: int
    user: int
    at: datetime
    setting: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a user: how many answers to their messages, how many changes of settings, and an opt-out."""

    answers: int = 0
    changes: int = 0
    opted_out: bool = False
    guilds: tuple[int, ...] = field(default=())
