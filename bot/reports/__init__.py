"""Quote search, digest, usage, privacy: what was said and what is kept."""
