"""Sentences as rows of tokens: what each word may be where speech is reported."""
