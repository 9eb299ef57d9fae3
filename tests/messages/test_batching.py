"""What many give at once is written in one go."""

import asyncio
from collections.abc import Sequence

import pytest

from bot.errors import StorageError
from bot.messages.owing.batching import Batching


async def test_what_comes_meanwhile_goes_with_the_next() -> None:
    """A hundred at once take two writes: the first alone or together, the rest with the next."""
    batches: list[Sequence[int]] = []

    async def write(items: Sequence[int]) -> None:
        await asyncio.sleep(0.01)
        batches.append(items)

    batching = Batching[int](write)
    await asyncio.gather(*(batching.put(number) for number in range(100)))
    assert sorted(item for batch in batches for item in batch) == list(range(100))
    assert len(batches) <= 2


async def test_fault_is_told_to_everybody_who_gave() -> None:
    """Each caller of a batch that failed has the fault, and the next batch is written."""
    away = True

    async def write(_: Sequence[int]) -> None:
        if away:
            raise StorageError

    batching = Batching[int](write)
    results = await asyncio.gather(*(batching.put(number) for number in range(3)), return_exceptions=True)
    assert all(isinstance(result, StorageError) for result in results)
    away = False
    await batching.put(4)
    away = True
    with pytest.raises(StorageError):
        await batching.put(5)


async def test_item_that_cannot_be_written_stops_no_other() -> None:
    """Of a batch with a number that is too large the others are written, and that one alone has the fault."""
    written: list[int] = []

    async def write(items: Sequence[int]) -> None:
        if max(items) > 2**63:
            raise OverflowError
        written.extend(items)

    batching = Batching[int](write)
    results = await asyncio.gather(*(batching.put(number) for number in (1, 2**64, 3)), return_exceptions=True)
    assert [type(result) for result in results] == [type(None), OverflowError, type(None)]
    assert written == [1, 3]


async def test_write_that_is_cancelled_is_a_fault_to_those_who_gave() -> None:
    """A driver's lost time limit cancels the write and nobody who waits for it."""

    async def write(_: Sequence[int]) -> None:
        raise asyncio.CancelledError

    batching = Batching[int](write)
    with pytest.raises(StorageError):
        await batching.put(1)
