"""Nutgraf: a Discord bot that reads news articles and answers with proven briefs."""

__version__ = "1.0.0"
