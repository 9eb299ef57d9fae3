"""Metrics that nobody reads: a command of the terminal has ended before anybody could ask for them."""

from collections.abc import Callable


class Uncounted:
    """A `Metrics` that counts nothing, and loads no library for it."""

    def count(self, name: str, amount: float = 1, **labels: str) -> None:
        """Nothing is added."""

    def observe(self, name: str, seconds: float, **labels: str) -> None:
        """Nothing is recorded."""

    def watch(self, name: str, read: Callable[[], float]) -> None:
        """Nothing is looked at."""
