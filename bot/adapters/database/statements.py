"""Builds the parts of statements that repeat: names of columns, rows to insert, what is looked for within a text."""

from collections.abc import Iterable


def columns(names: Iterable[str], *, of: str = "") -> str:
    """Names of columns for a statement; quoted, as some are words of SQL too. `of` is the table's name."""
    return ", ".join(f'{of}."{name}"' if of else f'"{name}"' for name in names)


def insert_into(table: str, names: Iterable[str], *, conflict: str = "") -> str:
    """A statement that inserts a row of named values; `conflict` is what happens where its key is there already."""
    named = list(names)
    values = ", ".join(f":{name}" for name in named)
    statement = f"INSERT INTO {table} ({columns(named)}) VALUES ({values})"  # noqa: S608  # Names of this program's own.
    return f"{statement} ON CONFLICT {conflict}" if conflict else statement


def within(text: str) -> str:
    """A pattern for `LIKE :pattern ESCAPE '/'` that finds a text anywhere."""
    for sign in "/%_":
        text = text.replace(sign, f"/{sign}")
    return f"%{text}%"
