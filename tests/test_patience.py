"""The tests' own patience: a busy moment fails no test, and a fault fails it all the same."""

import pytest

from tests.support import patience
from tests.support.patience import measured_again, until


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "_PAUSES", (0.0, 0.0))


@pytest.mark.parametrize(("faults", "passes"), [(2, True), (3, False)])
async def test_times_are_measured_again(faults: int, passes: bool) -> None:
    """A test that compares times passes where one of its tries does, and fails where none does."""
    tries = {"called": 0, "awaited": 0}

    def measure(kind: str) -> None:
        tries[kind] += 1
        assert tries[kind] > faults, "too slow"

    @measured_again
    def called() -> None:
        measure("called")

    @measured_again
    async def awaited() -> None:
        measure("awaited")

    if passes:
        called()
        await awaited()
    else:
        with pytest.raises(AssertionError, match="too slow"):
            called()
        with pytest.raises(AssertionError, match="too slow"):
            await awaited()
    assert set(tries.values()) == {3}


async def test_what_never_holds_ends_a_wait() -> None:
    """A wait names what it was for when its seconds have passed; what holds is waited for no longer."""
    looks = iter([False, False, True])
    await until(lambda: next(looks), every=0)
    with pytest.raises(TimeoutError, match="for the ferry"):
        await until(lambda: False, "the ferry", seconds=0.01)
