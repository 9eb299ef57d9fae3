"""What of a page a reader sees, by its own styles."""
