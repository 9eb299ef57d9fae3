"""A process that has loaded the program, and forks for each command: a start costs milliseconds and not half a second.

Each command runs in a process of its own, with its own arguments, environment, streams and exit status, and ends as
`python -m bot` does. Only what a cold start loads is shared; tests of the start itself start the program anew.

    python -m tests.support.warm SOCKET

It ends when its standard input does.
"""

import gc
import importlib
import json
import os
import runpy
import select
import signal
import socket
import sys
from pathlib import Path
from typing import Any

LOADED = (
    *("bot.cli.commands", "bot.cli.ahead", "bot.cli.progress", "bot.cli.show_draft", "bot.cli.terminal"),
    *("bot.cli.check", "bot.cli.evaluate", "bot.cli.completion", "bot.app.composition"),
    *("bot.adapters.processes.pool", "bot.adapters.processes.preload", "bot.adapters.web.fetcher"),
    *("bot.adapters.database.opening", "bot.adapters.engines.openai_engine", "bot.adapters.probes"),
    *("bot.adapters.caches.redis_cache", "cogs.shared.client"),
)
_MESSAGE_BYTES = 1 << 20


def serve(path: str) -> None:
    """Take commands from a Unix socket, one a connection, until standard input ends."""
    for module in LOADED:
        importlib.import_module(module)
    gc.freeze()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # Nobody waits for the processes that wait for commands.
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(f"{path}.new")
        listener.listen()
        Path(f"{path}.new").rename(path)  # Whoever finds it is answered.
        while True:
            ready, _, _ = select.select([listener, sys.stdin], [], [])
            if sys.stdin in ready:
                return
            connection, _ = listener.accept()
            if os.fork() == 0:
                listener.close()
                _wait_for_command(connection)
            connection.close()


def _wait_for_command(connection: socket.socket) -> None:
    """In a process of its own: fork once more, and say how that ended. Comes back in the command's process alone."""
    message, streams, _, _ = socket.recv_fds(connection, _MESSAGE_BYTES, 3)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    command = os.fork()
    if command == 0:
        connection.close()
        told: dict[str, Any] = json.loads(message)
        raise _Begin(told["arguments"], told["settings"], streams)
    for stream in streams:
        os.close(stream)
    _, status = os.waitpid(command, 0)
    connection.sendall(str(os.waitstatus_to_exitcode(status)).encode())
    os._exit(0)


class _Begin(BaseException):
    """Unwinds the server in the process that becomes the command."""

    def __init__(self, arguments: list[str], settings: dict[str, str], streams: list[int]) -> None:
        super().__init__()
        self.arguments = arguments
        self.settings = settings
        self.streams = streams


def run(begin: _Begin) -> None:
    """Become `python -m bot` with these arguments."""
    os.environ.clear()
    os.environ.update(begin.settings)
    for number, stream in enumerate(begin.streams):
        os.dup2(stream, number)
        os.close(stream)
    sys.stdin = open(0, encoding="utf-8", errors="surrogateescape", closefd=False)  # noqa: SIM115  # As Python's own start does.
    sys.stdout = open(1, "w", encoding="utf-8", errors="surrogateescape", closefd=False)  # noqa: SIM115  # As above.
    sys.stderr = open(2, "w", 1, encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115  # As above.
    sys.argv = ["nutgraf", *begin.arguments]
    runpy.run_module("bot", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    try:
        serve(sys.argv[1])
    except _Begin as begin:
        begun = begin
    else:
        sys.exit()
    run(begun)
