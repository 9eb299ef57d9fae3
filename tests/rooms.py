"""`python -m tests.rooms`: the rooms of ARCHITECTURE.md with their files, lines and imports."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.test_architecture import ROOMS, ROOT, imported_files, modules, room_of


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


if __name__ == "__main__":
    sys.stdout.writelines(table())
