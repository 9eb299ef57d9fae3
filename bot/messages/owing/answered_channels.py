"""In which channels there are answers, so that what happens anywhere else costs no question to the database."""

from bot.ports import Store


class AnsweredChannels:
    """Knows the channels of a server in which an answer stands, or the message of one.

    A server's channels are asked for once, when something first happens there; after that the bot's own messages, which
    the gateway tells of whichever process sent them, keep them up to date.

    Args:
        store: knows all answers.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._channels: dict[int, set[int]] = {}

    def heard_own(self, guild: int | None, channel: int) -> None:
        """The bot has written in a channel."""
        if guild in self._channels:
            self._channels[guild].add(channel)

    async def may_hold(self, guild: int | None, channel: int) -> bool:
        """Whether an answer may stand in a channel, or answer a message there. Raises StorageError."""
        if guild is None:
            return True
        if guild not in self._channels:
            known = self._channels.setdefault(guild, set())
            try:
                known |= await self._store.answered_channels(guild)
            except BaseException:
                del self._channels[guild]
                raise
        return channel in self._channels[guild]
