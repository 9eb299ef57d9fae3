"""The command line as a user runs it: a process of its own, its output, its exit status."""

import asyncio
import os
import sys
from dataclasses import dataclass

from tests.conftest import ROOT
from tests.support.patience import PATIENCE


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    status: int
    out: str
    err: str


async def nutgraf(*arguments: str, given: bytes = b"", **settings: str) -> Ran:
    """Run `python -m bot` in an environment of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *arguments,
        cwd=ROOT,
        env=kept | {"PYTHONUTF8": "1"} | settings,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await asyncio.wait_for(process.communicate(given), 2 * PATIENCE)
    assert process.returncode is not None
    return Ran(process.returncode, out.decode(), err.decode())
