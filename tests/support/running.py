"""The command line as a user runs it: a process of its own, its output, its exit status."""

import asyncio
import atexit
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.conftest import ROOT
from tests.support.patience import PATIENCE, until


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    status: int
    out: str
    err: str


async def nutgraf(*arguments: str, given: bytes = b"", **settings: str) -> Ran:
    """Run `python -m bot` in an environment of its own: forked from a process that has loaded it.

    With a `PYTHONPATH` it is started anew, as what it loads may then be something else.
    """
    environment = _kept() | {"PYTHONUTF8": "1"} | settings
    if "PYTHONPATH" in settings:
        return await _started(arguments, given, environment)
    with tempfile.TemporaryFile() as stdin, tempfile.TemporaryFile() as stdout, tempfile.TemporaryFile() as stderr:
        stdin.write(given)
        stdin.seek(0)
        status = await forked(arguments, environment, (stdin.fileno(), stdout.fileno(), stderr.fileno()))
        stdout.seek(0)
        stderr.seek(0)
        return Ran(status, stdout.read().decode(), stderr.read().decode())


async def forked(arguments: tuple[str, ...], environment: dict[str, str], streams: tuple[int, int, int]) -> int:
    """The exit status of the program on these streams."""
    path = _server()
    await until(path.exists, "the process that has loaded the program")
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(0)  # The loop waits for it.
        loop = asyncio.get_running_loop()
        await loop.sock_connect(connection, str(path))
        told = json.dumps({"arguments": arguments, "settings": environment}).encode()
        socket.send_fds(connection, [told], streams)
        status = await asyncio.wait_for(loop.sock_recv(connection, 100), 2 * PATIENCE)
    assert status, "the process that waits for the command died"
    return int(status)


async def _started(arguments: tuple[str, ...], given: bytes, environment: dict[str, str]) -> Ran:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *arguments),
        cwd=ROOT,
        env=environment,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await asyncio.wait_for(process.communicate(given), 2 * PATIENCE)
    assert process.returncode is not None
    return Ran(process.returncode, out.decode(), err.decode())


def _kept() -> dict[str, str]:
    return {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}


@cache
def _server() -> Path:
    """The socket of a process that has loaded the program; it ends with this one."""
    folder = tempfile.mkdtemp()
    path = Path(folder) / "commands"
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.warm", str(path)],
        cwd=ROOT,
        env=_kept() | {"PYTHONUTF8": "1"},
        stdin=subprocess.PIPE,
    )

    def end() -> None:
        with process:  # Its standard input ends, and so does it.
            shutil.rmtree(folder)

    atexit.register(end)
    return path
