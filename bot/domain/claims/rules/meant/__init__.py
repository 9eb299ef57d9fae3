"""What a sentence only has as meant: why somebody does a thing, not what comes of it."""
