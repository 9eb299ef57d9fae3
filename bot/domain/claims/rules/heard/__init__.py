"""Who says a thing, and who only hears, disputes or repeats it."""
