"""Briefs that were read back from the cache a moment ago: a link that goes round is read and verified once."""

from collections import OrderedDict

from bot.briefing.aside import aside
from bot.domain.brief import codec
from bot.domain.values.brief import Brief
from config import limits


class Reread:
    """Reads cached briefs, and keeps the last of them by their bytes; a change of a byte is read and verified anew."""

    def __init__(self) -> None:
        self._briefs: OrderedDict[bytes, Brief] = OrderedDict()
        self._bytes = 0

    async def brief(self, data: bytes) -> Brief:
        """The brief that `data` holds. Raises ValueError as `codec.decode_brief`."""
        known = self._briefs.get(data)
        if known is not None:
            self._briefs.move_to_end(data)
            return known
        brief = await aside(len(data), codec.decode_brief, data)
        if data not in self._briefs:
            self._briefs[data] = brief
            self._bytes += len(data)
        while self._bytes > limits.REREAD_BYTES:
            oldest, _ = self._briefs.popitem(last=False)
            self._bytes -= len(oldest)
        return brief
