"""A short, steady form of `make fuzz`."""

import pytest
from hypothesis import given, settings

from tests.fuzz.harnesses import HARNESSES, Harness


@pytest.mark.parametrize("harness", HARNESSES, ids=lambda harness: harness.name)
def test_no_input_breaks_what_strangers_reach(harness: Harness) -> None:
    """No drawn input raises anything but the program's own errors, and what must hold does."""

    @settings(max_examples=40)
    @given(harness.inputs)
    def batch(value: object) -> None:
        harness.try_one(value)

    batch()
