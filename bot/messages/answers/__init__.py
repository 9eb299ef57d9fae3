"""What stands in a channel: the answer and its parts, its life, its record, how it looks and how it gets there."""
