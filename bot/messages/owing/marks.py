"""How far each watched channel is done: the message up to which nothing is open. Pure."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class _Channel:
    guild: int
    newest: int
    open: set[int] = field(default_factory=set)

    @property
    def mark(self) -> int:
        """The newest message with none open before it."""
        return min(self.open) - 1 if self.open else self.newest


class Marks:
    """Follows what was heard in watched channels, so that after a stop it is known from where to read back.

    A message is open from the moment it is heard until it is known to want no answer, or its answer is written down as
    owed. While a server is held, because what was missed there has yet to be read back, its marks stay where they are.
    """

    def __init__(self) -> None:
        self._channels: dict[int, _Channel] = {}
        self._changed: set[int] = set()
        self._held: set[int] = set()

    def heard(self, channel: int, message: int) -> None:
        """An ordinary message: nothing is to be done about it."""
        known = self._channels.get(channel)
        if known is not None and message > known.newest:
            known.newest = message
            self._changed.add(channel)

    def begin(self, channel: int, guild: int, message: int) -> None:
        """Something may have to be done about a message."""
        known = self._channels.setdefault(channel, _Channel(guild, message))
        known.newest = max(known.newest, message)
        known.open.add(message)

    def end(self, channel: int, message: int, *, watched: bool) -> None:
        """A message is done, or written down as owed. Channels that nobody watches are not followed."""
        known = self._channels.get(channel)
        if known is None:
            return
        known.open.discard(message)
        if watched or known.open:
            self._changed.add(channel)
        else:
            self._channels.pop(channel)
            self._changed.discard(channel)

    def reached(self, channel: int, guild: int, message: int) -> None:
        """A channel was read back up to a message."""
        known = self._channels.setdefault(channel, _Channel(guild, message))
        known.newest = max(known.newest, message)
        self._changed.add(channel)

    def hold(self, guild: int) -> None:
        """Keep a server's marks where they are until what was missed there has been read back."""
        self._held.add(guild)

    def release(self, guild: int) -> None:
        """What was missed in a server has been read back."""
        self._held.discard(guild)

    def take(self) -> dict[int, tuple[int, int]]:
        """What changed since the last time: by channel its server and its mark."""
        ready = {channel for channel in self._changed if self._channels[channel].guild not in self._held}
        self._changed -= ready
        return {channel: (self._channels[channel].guild, self._channels[channel].mark) for channel in ready}

    def put_back(self, marks: dict[int, tuple[int, int]]) -> None:
        """These could not be written down: give them again the next time."""
        self._changed |= marks.keys() & self._channels.keys()
