"""`make fuzz`: each harness for a while with inputs that no run had before; prints how many, and what failed."""

import argparse
import asyncio
import sys
import time

from hypothesis import HealthCheck, Phase, given, settings

from tests.fuzz.gateway import fuzz_gateway
from tests.fuzz.harnesses import HARNESSES, Harness

_BATCH = 200
GATEWAY = "payloads of the gateway"


def main() -> int:
    """Fuzz; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0, help="for each harness (default: 60)")
    parser.add_argument("--only", help="the harnesses whose name holds this")
    options = parser.parse_args()
    failed, inputs = 0, 0
    for harness in HARNESSES:
        if options.only and options.only not in harness.name:
            continue
        count, fault = fuzz(harness, options.seconds)
        inputs += count
        failed += fault is not None
        sys.stdout.write(f"{harness.name}: {count} inputs, {fault or 'no fault'}\n")
        sys.stdout.flush()
    if not options.only or options.only in GATEWAY:
        count, fault = asyncio.run(fuzz_gateway(options.seconds))
        inputs += count
        failed += fault is not None
        sys.stdout.write(f"{GATEWAY}: {count} inputs, {fault or 'no fault'}\n")
    sys.stdout.write(f"inputs fuzzed: {inputs}\n")
    return 1 if failed else 0


def fuzz(harness: Harness, seconds: float) -> tuple[int, str | None]:
    """Fuzz a harness for a while; gives how many inputs it took, and the fault that one of them met."""
    count, end = 0, time.monotonic() + seconds

    @settings(
        max_examples=_BATCH, database=None, deadline=None, phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(harness.inputs)
    def batch(value: object) -> None:
        nonlocal count
        count += 1
        harness.try_one(value)

    while time.monotonic() < end:
        try:
            batch()
        except Exception as error:  # noqa: BLE001  # Whatever it is, it is what was looked for.
            notes = " ".join(getattr(error, "__notes__", ()))
            return count, f"{type(error).__name__}: {error} {notes}"
    return count, None


if __name__ == "__main__":
    sys.exit(main())
