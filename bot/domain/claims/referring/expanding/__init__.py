"""Sentences told in full: what their words stand for in the place of these."""
