"""The gateway's part of `make fuzz`, short and steady."""

import random
from itertools import islice
from pathlib import Path

import pytest

from tests.fuzz.gateway import found_before, heard, marred, send, some_life
from tests.support.newsroom import Newsroom
from tests.support.site import Site
from tests.support.town import Town


async def test_no_payload_of_the_gateway_ends_the_client(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Whatever is missing or odd in an event, the next one is heard and answered; no fault goes uncaught."""
    async with Town() as town, Site() as site, Newsroom(town, site, tmp_path) as newsroom:
        await some_life(newsroom)
        known = list(found_before(heard(newsroom)))
        assert known
        await send(newsroom, known)
        payloads = marred(heard(newsroom), random.Random(15))  # The same ones in each run.
        for _ in range(2):
            await send(newsroom, list(islice(payloads, 40)))
        assert newsroom.desk_parts.metrics.value("errors", where="gateway") > 0
        assert [record.getMessage() for record in caplog.records if record.name == "asyncio"] == []
