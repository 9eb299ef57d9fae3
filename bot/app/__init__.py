"""The composition root: settings, adapters, parts, the client; start and stop."""
