"""Whom an article calls what as it goes on: who is told to be something, and who is new and called the same."""
