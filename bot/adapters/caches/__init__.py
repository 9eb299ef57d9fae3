"""What was read, kept for a while: in memory or on Redis."""
