"""Verbs and what parts of them stand apart."""
