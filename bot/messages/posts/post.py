"""A message as the middle knows it: plain values, no Discord object, and what in it may be briefed."""

import hashlib
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from bot.domain.chat.links import FoundLink, scan
from bot.domain.text.characters import END_OF_SENTENCE
from bot.domain.text.wording import phrases
from config import limits


class Trigger(StrEnum):
    """What asked for a brief."""

    WATCH = "watch"
    REACTION = "reaction"
    MENTION = "mention"
    COMMAND = "command"
    MENU = "menu"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class File:
    """A file of a message. `content_type` may be None or wrong; `size` is in bytes; `read` brings the bytes."""

    name: str
    content_type: str | None
    size: int
    read: Callable[[], Awaitable[bytes]] = field(repr=False, compare=False)
    spoiler: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """A message.

    Attributes:
        id: the message's id.
        channel: where it stands, a thread's id in a thread.
        parent: the channel of the thread that it stands in, None outside threads.
        guild: None in direct messages.
        author: who wrote it; for webhooks the webhook's id.
        is_bot: whether a bot or a webhook wrote it.
        is_system: whether Discord wrote it ("… joined", "… pinned").
        roles: the author's roles.
        texts: what it says, and what the messages say that it forwards.
        files: its files, and those of what it forwards.
        locale: the server's locale, such as "en-US".
        category: the category that its channel, or its thread's, belongs to.
        room: the channel whose permissions say who sees the message, None where nobody has looked.
        is_proxied: whether a member said it through a webhook, as with PluralKit and Tupperbox.
        counted_as: whom the limits count for it where that is not its author: a name that a webhook spoke under.
        may_embed: whether its author may embed links where it stands, None where nobody has looked.
        without_previews: whether Discord shows none of its links' previews (SUPPRESS_EMBEDS).
    """

    id: int
    channel: int
    guild: int | None
    author: int
    texts: tuple[str, ...]
    files: tuple[File, ...] = ()
    parent: int | None = None
    is_bot: bool = False
    is_system: bool = False
    roles: frozenset[int] = frozenset()
    locale: str | None = None
    room: int | None = None
    category: int | None = None
    is_proxied: bool = False
    counted_as: int | None = None
    may_embed: bool | None = None
    without_previews: bool = False


@dataclass(frozen=True, slots=True)
class Findings:
    """What a message holds for a reader.

    Attributes:
        links: links that may lead to articles, in canonical form, each once.
        paste: an article pasted as text, None where there is none.
        files: files that may hold an article.
        others: further links, which lead to no article by their looks.
        suppressed: whether links were written so that nobody answers them.
        unread: files that hold no article that could be read.
    """

    links: tuple[FoundLink, ...] = ()
    paste: str | None = None
    files: tuple[File, ...] = ()
    others: tuple[str, ...] = ()
    suppressed: bool = False
    unread: tuple[File, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to brief."""
        return not self.links and self.paste is None and not self.files

    @property
    def hides_paste(self) -> bool:
        """Whether the pasted article, or a piece of it, is hidden until clicked."""
        return self.paste is not None and "||" in self.paste

    @property
    def fingerprint(self) -> str:
        """A hash of the links, files and spoilers, "" without any: it tells whether an edit changed what is asked for.

        Of a pasted article it knows whether there is one: a corrected word asks for nothing.
        """
        if self.is_empty:
            return ""
        asked = [
            *(f"link {link.url} {link.spoiler}" for link in self.links),
            *(f"file {file.name} {file.size} {file.spoiler}" for file in self.files),
        ]
        if self.paste is not None:
            asked.append(f"paste {self.hides_paste}")
        listed = "\n".join(sorted(asked))
        return hashlib.sha256(listed.encode(errors="surrogatepass")).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Heard:
    """A message as it was heard.

    Attributes:
        post: the message.
        findings: what may be briefed in it.
        replied_to: the message that it replies to.
        may_ask: whether its author may ask for briefs.
    """

    post: Post
    findings: Findings
    replied_to: Post | None = None
    may_ask: bool = True

    @classmethod
    def of(cls, post: Post, replied_to: Post | None = None, *, may_ask: bool = True) -> Self:
        """A message that is looked into now."""
        return cls(post, look_into(post), replied_to, may_ask)


def look_into(post: Post) -> Findings:
    """What may be briefed in a message. It takes time linear in the message's length."""
    found: dict[str, bool] = {}
    others: dict[str, None] = {}
    suppressed = False
    for text in post.texts:
        seen = scan(text)
        suppressed = suppressed or seen.suppressed
        articles = seen.articles
        for link in articles:
            found[link.url] = found.get(link.url, False) or link.spoiler
        if len(articles) < len(seen.links):
            others |= dict.fromkeys(link.url for link in seen.links)
    paste = next((text for text in post.texts if is_article(text)), None)
    return Findings(
        links=tuple(FoundLink(url, spoiler) for url, spoiler in found.items()),
        paste=paste,
        files=tuple(file for file in post.files if is_readable_file(file)),
        others=tuple(others),
        suppressed=suppressed,
        unread=tuple(file for file in post.files if not is_readable_file(file)),
    )


def is_article(text: str) -> bool:
    """Whether a text that somebody wrote into a chat is an article rather than a long message.

    An article has many words in several sentences and hardly speaks of itself or to its reader.
    """
    if len(text) < limits.PASTE_CHARACTERS or not _is_long(text) or text.count("```") > 1:
        return False
    if len(END_OF_SENTENCE.findall(text)) < limits.PASTE_SENTENCES:
        return False
    words = _WORD.findall(text)
    if len(words) + len(_UNSPACED.findall(text)) // 2 < limits.PASTE_WORDS:
        return False
    told = _QUOTED.sub(" ", text).lower()
    first_or_second = _personal_words()
    personal = sum(1 for word in _WORD.findall(told) if word in first_or_second)
    return personal <= len(words) * limits.PASTE_PERSONAL_SHARE


def _is_long(text: str) -> bool:
    """Whether a text may have an article's words, by what costs nothing to count: every long message is asked."""
    between = text.count(" ") + text.count("\n") + text.count("-") + text.count("\u2010")
    return between + 1 >= limits.PASTE_WORDS or not (text.isascii() or _UNSPACED.search(text) is None)


def is_readable_file(file: File) -> bool:
    """Whether a file may hold an article: by its name, or its content type where the name says nothing."""
    if file.size > limits.PDF_BYTES:
        return False
    ending = ending_of(file.name)
    if ending in _READ_ENDINGS:
        return True
    kind = (file.content_type or "").partition(";")[0].strip().lower()
    return not ending and kind in _READ_TYPES


def ending_of(name: str) -> str:
    """What follows a file name's last point, in small letters; "" without one."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def _personal_words() -> frozenset[str]:
    return frozenset(phrases("chat", "personal"))


_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
# Others' words within a text say "I" for themselves.
_QUOTED = re.compile(r"[\"“„«][^\"“”„«»]{0,2000}[\"”“»]")
_READ_ENDINGS = frozenset({"txt", "md", "markdown", "html", "htm", "pdf"})
_READ_TYPES = frozenset({"text/plain", "text/markdown", "text/html", "application/pdf"})
