"""What an article's sentences call a deed that others tell of."""
