"""Whom a pronoun may not mean."""
