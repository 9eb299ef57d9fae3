"""Discord's ids: milliseconds since 2015 in the high bits, so that they sort by time and place a guild in its shard."""

import time

EPOCH_MS = 1_420_070_400_000


class Snowflakes:
    """Gives ids, each greater than the one before."""

    def __init__(self) -> None:
        self._last = 0

    def next(self) -> int:
        """A new id."""
        fresh = (int(time.time() * 1000) - EPOCH_MS) << 22
        self._last = max(fresh, self._last + 1)
        return self._last

    def next_in_shard(self, shard: int, shards: int) -> int:
        """A new id that lies in the given shard of so many, for guilds."""
        stamp = (self.next() >> 22) + 1
        while stamp % shards != shard:
            stamp += 1
        self._last = stamp << 22
        return self._last


def created_ms(snowflake: int) -> int:
    """When an id was given, in milliseconds since 1970."""
    return (snowflake >> 22) + EPOCH_MS
