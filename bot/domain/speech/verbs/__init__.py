"""Verbs that no list knows, told as verbs of speech by where they stand."""
