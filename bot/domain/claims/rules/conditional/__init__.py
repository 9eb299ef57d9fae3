"""Conditions: what depends on what."""
