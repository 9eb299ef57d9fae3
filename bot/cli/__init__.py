"""The commands of the terminal."""

from bot.cli.commands import main

__all__ = ["main"]
