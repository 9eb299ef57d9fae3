"""Members who speak through a webhook (PluralKit, Tupperbox): who they are, by the message that the webhook repeats.

A proxy posts a member's message anew, under a name of the member's choice, and deletes the original.
"""

import asyncio
import hashlib
import time
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TypeVar

from bot.messages.posts.post import Post
from config import limits

Value = TypeVar("Value")


@dataclass(slots=True)
class _Written:
    """A message of a member's: when it was heard, in seconds of the loop, and whether it is gone."""

    post: Post
    at: float
    gone: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def left(self) -> float:
        """Seconds in which a proxy may yet delete it."""
        return self.at + limits.PROXY_SECONDS - time.monotonic()


class Proxies:
    """Remembers for seconds what members wrote, so that a webhook which repeats it is known to speak for them."""

    def __init__(self) -> None:
        self._written: OrderedDict[int, _Written] = OrderedDict()
        self._spoken_for: OrderedDict[int, Post] = OrderedDict()
        self._users: OrderedDict[int, None] = OrderedDict()

    def wrote(self, post: Post) -> None:
        """A member wrote something that may be answered."""
        for known in list(self._written.values()):
            if known.left > 0:
                break
            self._written.popitem(last=False)
        self._written[post.id] = _Written(post, time.monotonic())

    def deleted(self, *messages: int) -> None:
        """Messages are gone."""
        for message in messages:
            if message in self._written:
                self._written[message].gone.set()

    def is_used_by(self, user: int) -> bool:
        """Whether a member has spoken through a proxy lately."""
        return user in self._users

    async def takes(self, post: Post) -> bool:
        """Whether a message is deleted within the seconds that a proxy takes."""
        written = self._written.get(post.id)
        return written is not None and await _is_gone(written)

    async def spoken(self, copy: Post) -> Post:
        """A webhook's message as its member's, where it repeats one that is deleted within seconds; else as it is."""
        original = self._spoken_for.get(copy.id) or await self._original_of(copy)
        if original is None:
            return copy
        _remember(self._spoken_for, copy.id, original)
        _remember(self._users, original.author, None)
        return replace(
            copy,
            author=original.author,
            roles=original.roles,
            may_embed=original.may_embed,
            is_bot=False,
            is_proxied=True,
        )

    async def _original_of(self, copy: Post) -> Post | None:
        for written in reversed(list(self._written.values())):
            if repeats(copy, written.post) and await _is_gone(written):
                return written.post
        return None


def repeats(copy: Post, original: Post) -> bool:
    """Whether a webhook's message says what a member's says, without the tags around it, and has the same files."""
    if copy.channel != original.channel or not (copy.texts or copy.files):
        return False
    said = original.texts[0] if original.texts else ""
    again = copy.texts[0] if copy.texts and copy.texts[0] in said else ""
    sizes, again_sizes = (sorted(file.size for file in post.files) for post in (original, copy))
    return (
        sizes == again_sizes
        and len(said) - len(again) <= limits.PROXY_TAG_CHARACTERS
        and bool(again or (sizes and not copy.texts))
    )


def name_id(webhook: int, name: str) -> int:
    """A number for a name under which a webhook speaks: below zero, where no id of Discord's is."""
    digest = hashlib.blake2b(f"{webhook}:{name}".encode(errors="surrogatepass"), digest_size=7).digest()
    return -1 - int.from_bytes(digest)


async def _is_gone(written: _Written) -> bool:
    with suppress(TimeoutError):
        await asyncio.wait_for(written.gone.wait(), max(0.0, written.left))
    return written.gone.is_set()


def _remember(known: OrderedDict[int, Value], key: int, value: Value) -> None:
    known[key] = value
    known.move_to_end(key)
    while len(known) > limits.PROXIED_REMEMBERED:
        known.popitem(last=False)
