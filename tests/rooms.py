"""`python -m tests.rooms`: the rooms of ARCHITECTURE.md with their files, lines and imports.

With `--way` it prints how a watched message and a command come into them instead: each room with the functions that
take them in.
"""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bot.adapters.database.opening import database_url, migrate
from tests.conftest import ROOT
from tests.support.house import ROOMS, imported_files, modules, room_of
from tests.support.newsroom import Newsroom
from tests.support.site import Site
from tests.support.town import Town
from tests.support.walk import Ways, ways_through


@dataclass(slots=True)
class Room:
    """What a room has, and what it leans on."""

    files: int = 0
    lines: int = 0
    imports: set[str] = field(default_factory=set)


def rooms() -> dict[str, Room]:
    """Every room that has files, in the order of the table: from the top of the house down."""
    found = {name: Room() for name in ROOMS}
    for path in modules().values():
        room = found[room_of(path)]
        room.files += 1
        room.lines += len((ROOT / path).read_text(encoding="utf-8").splitlines())
        room.imports |= {room_of(target) for target in imported_files(path)} - {room_of(path)}
    return {name: room for name, room in found.items() if room.files}


def table() -> Iterator[str]:
    """A line for each room."""
    for name, room in rooms().items():
        yield f"{name:32} {room.files:3} files {room.lines:6} lines  {', '.join(sorted(room.imports))}\n"


async def ways() -> Ways:
    """The ways of a message with a link and of a command, on the local Discord."""
    with tempfile.TemporaryDirectory() as folder:
        await migrate(database_url(None, Path(folder)))
        async with Town() as town, Site() as site, Newsroom(town, site, Path(folder)) as newsroom:
            return await ways_through(newsroom)


def main() -> None:
    """Print a line for each room."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--way", action="store_true", help="print how a message and a command come into the rooms")
    if parser.parse_args().way:
        both = asyncio.run(ways())
        for name, way in (("A message", both.message), ("A command", both.command)):
            entered = way.entries().items()
            sys.stdout.write(f"{name}\n")
            sys.stdout.writelines(f"  {room:32} {len(by)} times: {', '.join(by)}\n" for room, by in entered)
    else:
        sys.stdout.writelines(table())


if __name__ == "__main__":
    main()
