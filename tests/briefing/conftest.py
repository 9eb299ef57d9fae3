"""What answers messages, on an empty database, in a chat in memory."""

from tests.support.speakers import database, empty_database, modelled, speaker

__all__ = ["database", "empty_database", "modelled", "speaker"]
