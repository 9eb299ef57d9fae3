"""Sentences of several statements, each told by itself."""
