"""What the local Discord keeps, and what Discord refuses, counts and works out about it."""
