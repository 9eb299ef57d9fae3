"""A local Discord: gateway, REST and a chat page, on which the unmodified client runs."""
