"""The values that the whole program speaks in."""
