"""A queue that is fair to servers and bounded. Pure."""

from collections import OrderedDict, deque
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")

# A server's id; direct messages are a server by their channel.
Server = int


@dataclass(frozen=True, slots=True)
class QueueBounds:
    """How much may wait for one server and in all, and how much of each may be under way at once."""

    waiting: int
    waiting_in_all: int
    at_once: int
    at_once_in_all: int


class FairQueue(Generic[Item]):
    """Gives servers their turns one after the other, whatever one of them has waiting.

    Args:
        bounds: its bounds.
    """

    def __init__(self, bounds: QueueBounds) -> None:
        self._bounds = bounds
        self._waiting: OrderedDict[Server, deque[tuple[int, Item]]] = OrderedDict()
        self._servers: dict[int, Server] = {}
        self._under_way: dict[int, Server] = {}
        self._busy: dict[Server, int] = {}
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def __contains__(self, key: int) -> bool:
        return key in self._servers or key in self._under_way

    @property
    def under_way(self) -> tuple[int, ...]:
        """The keys of what was given out and has not ended, the oldest first."""
        return tuple(self._under_way)

    def put(self, server: Server, key: int, item: Item) -> bool:
        """Let something wait; False where the server's queue or the whole is full. What is known is not put twice."""
        if key in self:
            return True
        if not self.has_room(server, key):
            return False
        self._waiting.setdefault(server, deque()).append((key, item))
        self._servers[key] = server
        self._count += 1
        return True

    def has_room(self, server: Server, key: int) -> bool:
        """Whether something may wait for a server; what is known has its place."""
        line = self._waiting.get(server, ())
        return key in self or (self._count < self._bounds.waiting_in_all and len(line) < self._bounds.waiting)

    def take(self) -> tuple[int, Item] | None:
        """The next in turn, now under way; None where nothing waits or nothing more may be under way."""
        if len(self._under_way) >= self._bounds.at_once_in_all:
            return None
        for server in self._waiting:
            if self._busy.get(server, 0) < self._bounds.at_once:
                break
        else:
            return None
        key, item = self._waiting[server].popleft()
        if self._waiting[server]:
            self._waiting.move_to_end(server)
        else:
            del self._waiting[server]
        self._servers.pop(key)
        self._count -= 1
        self._under_way[key] = server
        self._busy[server] = self._busy.get(server, 0) + 1
        return key, item

    def end(self, key: int) -> bool:
        """Something under way has ended; False where it was not under way."""
        server = self._under_way.pop(key, None)
        if server is None:
            return False
        self._busy[server] -= 1
        if not self._busy[server]:
            del self._busy[server]
        return True
