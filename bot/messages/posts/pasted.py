"""What people paste where a link is asked for: a link among other words, in marks, or a link to a message."""

import re
from dataclasses import dataclass

from bot.domain.chat.links import FoundLink, canonical, is_article_link, scan


@dataclass(frozen=True, slots=True)
class MessageLink:
    """A message of Discord's that a link leads to; `guild` is None in direct messages."""

    guild: int | None
    channel: int
    message: int


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was found.

    Attributes:
        links: links that may lead to articles, in canonical form, each once.
        others: links that lead to no article by their looks, as they were written.
        message: the message that the first link to one leads to.
    """

    links: tuple[FoundLink, ...] = ()
    others: tuple[str, ...] = ()
    message: MessageLink | None = None


def read_pasted(text: str) -> Pasted:
    """Find the links of a text that somebody typed where one was asked for; he means them, whatever marks they are in.

    A bare address without "https://" counts where it has a path, or is all there is.
    """
    found = scan(_unquoted(text), also_suppressed=True)
    written = [link for link in found.links if message_link(link.url) is None]
    messages = [place for link in found.links if (place := message_link(link.url)) is not None]
    addresses = written or _bare_addresses(text, hidden="||" in text)
    links: dict[str, bool] = {}
    for link in addresses:
        if is_article_link(link.url):
            url = canonical(link.url)
            links[url] = links.get(url, False) or link.spoiler
    return Pasted(
        links=tuple(FoundLink(url, spoiler) for url, spoiler in links.items()),
        others=tuple(link.url for link in addresses if not is_article_link(link.url)),
        message=messages[0] if messages else None,
    )


def message_link(url: str) -> MessageLink | None:
    """The message that an address of Discord's leads to; None for any other address."""
    found = _MESSAGE.fullmatch(url)
    if found is None:
        return None
    guild = None if found["guild"] == "@me" else int(found["guild"])
    return MessageLink(guild, int(found["channel"]), int(found["message"]))


def _unquoted(text: str) -> str:
    """A text without the marks of block quotes and code, in which a link is left alone as a message's."""
    return re.sub(r"(?m)^>(?:>>)? |`", " ", text)


def _bare_addresses(text: str, *, hidden: bool) -> list[FoundLink]:
    if "://" in text:
        return []
    words = [word.strip("<>|()[]\"'“”„«».,:;!?") for word in text.split()]
    whole = len(words) == 1
    return [
        FoundLink(f"https://{word}", hidden)
        for word in words
        if (found := _ADDRESS.fullmatch(word)) and (whole or found["path"])
    ]


_MESSAGE = re.compile(
    r"https://(?:\w+\.)?discord(?:app)?\.com/channels/(?P<guild>\d{1,20}|@me)/(?P<channel>\d{1,20})/(?P<message>\d{1,20})/?",
    re.IGNORECASE,
)
# A host's labels, the last one of letters, and a path.
_ADDRESS = re.compile(r"(?:[\w-]{1,63}\.)+[^\W\d_]{2,63}(?::\d{1,5})?(?P<path>/\S*)?")
