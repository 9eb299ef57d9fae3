"""What is remembered of messages for a while: which links they had, and which of them were deleted."""

from collections import OrderedDict
from collections.abc import Iterable

from bot.messages.posts.post import Findings, Post
from bot.ports import Cache
from config import limits


class RecentMessages:
    """Remembers messages that were heard lately.

    Args:
        cache: remembers for a day which links a message had.
    """

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        # An answer that is being posted to a message which is deleted meanwhile must go too.
        self._deleted: OrderedDict[int, None] = OrderedDict()

    async def heard(self, post: Post, findings: Findings) -> None:
        """Remember what a message asks for, by its fingerprint."""
        await self._cache.put(_seen(post.id), findings.fingerprint.encode(), seconds=limits.SEEN_SECONDS)

    async def asks_anew(self, post: Post, findings: Findings) -> bool:
        """Whether a message asks for something else than it did, or nothing is remembered of it."""
        seen = await self._cache.get(_seen(post.id))
        return seen is None or seen.decode() != findings.fingerprint

    def deleted(self, messages: Iterable[int]) -> None:
        """Messages were deleted."""
        for message in messages:
            self._deleted[message] = None
        while len(self._deleted) > limits.GONE_REMEMBERED:
            self._deleted.popitem(last=False)

    def is_deleted(self, message: int) -> bool:
        """Whether a message is known to be deleted."""
        return message in self._deleted


def _seen(message: int) -> str:
    return f"seen:{message}"
