"""What answers messages, on an empty database, in a chat in memory."""

from tests.support.speakers import database, modelled, speaker

__all__ = ["database", "modelled", "speaker"]
