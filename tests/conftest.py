"""What every test shares: the switch that makes live calls impossible, and where the shared data lies."""

import asyncio
import gc
import ipaddress
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from bot.adapters.database.opening import database_url, migrate

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

# Hundreds of processes are started: none compiles again what another has compiled, wherever the environment says so.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# The machine is shared, so neither an example nor its making has a time limit. Every run draws the same examples, so
# that a fault is met by everybody or by nobody; `pytest --hypothesis-profile=explore` draws others, and more of them.
_UNTIMED = hypothesis.settings(deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow], print_blob=True)
hypothesis.settings.register_profile("steady", _UNTIMED, derandomize=True, database=None)
hypothesis.settings.register_profile("explore", _UNTIMED, max_examples=1000)
hypothesis.settings.register_profile("thorough", _UNTIMED, max_examples=5000)
hypothesis.settings.load_profile("steady")


class LiveCallError(AssertionError):
    """A test tried to leave this machine."""


def _is_local(address: object) -> bool:
    if not isinstance(address, tuple):
        return True  # A Unix socket's path.
    host = str(address[0]).partition("%")[0]
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class _LocalSocket(socket.socket):
    """A socket that connects to loopback and nowhere else."""

    def connect(self, address: Any) -> None:
        if not _is_local(address):
            raise LiveCallError(f"a test tried to connect to {address!r}")
        super().connect(address)

    def connect_ex(self, address: Any) -> int:
        if not _is_local(address):
            raise LiveCallError(f"a test tried to connect to {address!r}")
        return super().connect_ex(address)


def pytest_collection() -> None:
    """Garbage is not looked for while tests are imported and collected: all of that stays."""
    gc.disable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take long come first: one that came last would keep one process busy and the others idle.

    Then files that compute and files that wait for others come by turns, so that no core waits with them.
    """
    waiting: dict[Path, int] = {}
    computing: dict[Path, int] = {}
    for item in items:
        files = computing if item.path.is_relative_to(ROOT / "tests" / "domain") else waiting
        files.setdefault(item.path, len(files))
    turns = {path: turn / len(files) for files in (waiting, computing) for path, turn in files.items()}
    items.sort(key=lambda item: (item.get_closest_marker("long") is None, turns[item.path]))


# Objects that are made between two looks for garbage. Syntax trees, briefs and drawn examples are many objects and none
# of them garbage while a test runs: with Python's own number parsing the program took four times as long.
OBJECTS = 50_000


def pytest_collection_finish() -> None:
    """From here on garbage is looked for among new objects alone, and seldom, which saves more than a tenth."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS)
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def _no_live_calls() -> Iterator[None]:
    """Live calls are impossible in tests: whatever opens a socket opens one that refuses to leave loopback."""
    original = socket.socket
    socket.socket = _LocalSocket  # type: ignore[misc]  # This switch is the one thing that tests replace.
    yield
    socket.socket = original  # type: ignore[misc]  # As above.


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an empty database with the newest schema, to be copied: migrating takes longer than most tests."""
    folder = tmp_path_factory.mktemp("database")
    asyncio.run(migrate(database_url(None, folder)))
    return folder
