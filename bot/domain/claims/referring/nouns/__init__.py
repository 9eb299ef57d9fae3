"""Nouns by which an article tells of more than one."""
