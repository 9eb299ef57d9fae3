"""Runs every benchmark: `python -m benchmarks [NAME ...]`. Each prints its figures beside a named peer's."""

import importlib
import sys

NAMES = ("reader", "check", "extraction", "cached", "messages", "memory")


def main() -> None:
    """Run the benchmarks that the command line names, all of them by default."""
    for name in sys.argv[1:] or NAMES:
        print(f"\n== {name}", flush=True)
        importlib.import_module(f"benchmarks.{name}").main()


if __name__ == "__main__":
    main()
