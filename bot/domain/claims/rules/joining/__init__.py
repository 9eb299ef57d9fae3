"""Verbs that are joined to another."""
