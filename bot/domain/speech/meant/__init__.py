"""Whom a word that points back means: the possessive of "in his view"."""
