"""What numbers count."""
