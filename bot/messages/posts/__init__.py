"""What was posted, and whether it wants an answer."""
