"""From a message to its answer, without Discord's objects."""
