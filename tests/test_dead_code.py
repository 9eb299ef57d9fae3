"""Nothing is left in the program that only tests use, or nobody.

Names are counted, not meanings: what shares its name with something in use passes. That is enough to find what a change
left behind.
"""

import ast
from collections.abc import Iterable, Iterator
from functools import cache

import pytest

from tests.conftest import ROOT
from tests.support.house import modules, nodes_in, nodes_of

pytestmark = pytest.mark.long

# What a decorator makes known to somebody else: commands, listeners, handlers. These ones do not.
PLAIN = {"property", "cached_property", "staticmethod", "classmethod", "cache", "lru_cache", "dataclass", "override"}
PLAIN |= {"asynccontextmanager", "contextmanager", "setter"}

# Who uses what the program itself does not, where that is no fault.
LIBRARIES_CALL = {
    "alembic": {"down_revision", "branch_labels", "depends_on", "downgrade"},
    "discord.py": {
        *("setup_hook", "before_identify_hook", "on_ready", "on_error"),
        *("cog_load", "cog_unload", "interaction_check", "from_custom_id"),
    },
    "cssselect2": {
        *("in_html_document", "in_disabled_fieldset", "namespace_url", "ancestors"),
        *("etree_children", "etree_siblings"),
    },
}
KEEPS_LOADED = {"LOADED"}
BENCHMARKS_AND_TOOLS_READ = {"CITY_ALIAS_LETTERS", "CHECK_MILLISECONDS", "READER_MILLISECONDS"}
OTHERS_SET = {"HTML_NESTING", "MESSAGE_COMPONENTS"}  # The parser and Discord do; tests hold us to them.
TESTS_WAIT_FOR = {"is_busy"}
# What befalls a bot on Discord, and what a local Discord notes of it: tests call for it.
DISCORD_DOES = {
    *("ask_reconnect", "invalidate", "outage", "recover", "time_out", "set_role", "unfurl", "user_menu", "pin"),
    *("publish", "edited_before", "too_many_requests", "OpenApiValidator"),
}
# A column of the database, and what a pattern takes by its place.
READ_OTHERWISE = {"due", "in_thread"}
NO_FAULT = set().union(*LIBRARIES_CALL.values())
NO_FAULT |= KEEPS_LOADED | BENCHMARKS_AND_TOOLS_READ | OTHERS_SET | TESTS_WAIT_FOR | DISCORD_DOES


@cache
def defined_in(path: str) -> tuple[tuple[str, int], ...]:
    """What a module of the program defines, told once for all who ask."""
    return tuple(defined(nodes_of(path)))


@cache
def used_in(path: str) -> frozenset[str]:
    """What a module of the program reads, told once for all who ask."""
    return frozenset(used(nodes_of(path)))


def defined(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, int]]:
    """Functions, methods, classes, constants and fields, with their lines."""
    for node in nodes:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                if not decorators(node) - PLAIN:
                    yield node.name, node.lineno
        if isinstance(node, ast.Module | ast.ClassDef):
            yield from assigned(node)


def assigned(node: ast.Module | ast.ClassDef) -> Iterator[tuple[str, int]]:
    """Constants of a module, or fields of a class, with their lines."""
    for child in node.body:
        if isinstance(child, ast.AnnAssign) and isinstance(child.target, ast.Name):
            yield child.target.id, child.lineno
        elif isinstance(child, ast.Assign):
            for target in child.targets:
                yield from ((each.id, child.lineno) for each in ast.walk(target) if isinstance(each, ast.Name))


def decorators(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> set[str]:
    """The last names of what decorates a function or a class."""
    return {called(each) for each in node.decorator_list}


def called(decorator: ast.expr) -> str:
    """The last name of a decorator."""
    return ast.unparse(decorator.func if isinstance(decorator, ast.Call) else decorator).rpartition(".")[2]


def used(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """Names that are read."""
    for node in nodes:
        if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Load):
            yield node.id if isinstance(node, ast.Name) else node.attr
        elif isinstance(node, ast.MatchClass):
            yield from node.kwd_attrs
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isidentifier():
            yield node.value


def test_everything_is_used() -> None:
    """Every function, class, constant and field is read somewhere in the program; a private one in its own folder."""
    uses = {path: used_in(path) for path in modules().values()}
    everywhere = set().union(*uses.values())
    beside: dict[str, set[str]] = {}
    for path, names in uses.items():
        beside.setdefault(path.rpartition("/")[0], set()).update(names)
    left = [
        f"{path}:{line}: {name}"
        for path in modules().values()
        for name, line in defined_in(path)
        if name not in NO_FAULT
        and not name.startswith("__")
        and name not in (beside[path.rpartition("/")[0]] if name.startswith("_") else everywhere)
    ]
    assert left == []


def test_every_field_of_a_value_is_read() -> None:
    """What a dataclass of the bot holds is asked for somewhere by its name."""
    nodes = {path: nodes_of(path) for path in modules().values()}
    reads = {node.attr for each in nodes.values() for node in each if isinstance(node, ast.Attribute)}
    left = [
        f"{path}:{line}: {node.name}.{name}"
        for path, each in nodes.items()
        for node in each
        if path.startswith("bot/") and isinstance(node, ast.ClassDef) and "dataclass" in decorators(node)
        for name, line in assigned(node)
        if name not in reads | READ_OTHERWISE
    ]
    assert left == []


def test_every_exception_is_needed() -> None:
    """A name that is let through is in the program, and nothing of the program reads it."""
    names = {name for path in modules().values() for name, _ in defined_in(path)}
    uses = {name for path in modules().values() for name in used_in(path)}
    assert names >= NO_FAULT
    assert not NO_FAULT & uses


def test_a_limit_that_tools_alone_read_is_read_by_them() -> None:
    """Benchmarks and the makers of data read what the program does not."""
    paths = [*(ROOT / "benchmarks").glob("*.py"), *(ROOT / "tests").glob("*.py")]
    read = {name for path in paths for name in used(nodes_in(ast.parse(path.read_text(encoding="utf-8"))))}
    assert read >= BENCHMARKS_AND_TOOLS_READ
