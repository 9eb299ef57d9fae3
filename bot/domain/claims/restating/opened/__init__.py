"""Claims that open with another part than who does it."""
