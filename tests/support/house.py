"""The rooms of ARCHITECTURE.md, and what the code's own import statements say of them."""

import ast
from functools import cache

from tests.conftest import ROOT

# Which rooms each room may import, from the top of the house down. A room is a folder with its subfolders, but for
# those that have a row of their own; a file has one where it is a room by itself.
EDGE = (
    "bot/ending.py",
    "bot/urgency.py",
    "bot/i18n",
    "bot/errors.py",
    "bot/domain/values",
    "bot/domain/chat",
    "config",
)
ROOMS: dict[str, tuple[str, ...]] = {
    "bot/__main__.py": ("bot/cli",),
    "bot/cli": (
        "bot/app",
        "bot/adapters",
        "bot/briefing",
        "bot/domain",
        "bot/errors.py",
        "config",
        "playground",
        "bot",
    ),
    "bot/app": (
        "bot/urgency.py",
        "cogs",
        "bot/messages",
        "bot/briefing",
        "bot/guilds",
        "bot/adapters",
        "bot/ports",
        *EDGE,
    ),
    "cogs": (
        "bot/urgency.py",
        "cogs/shared",
        "bot/reports",
        "bot/messages",
        "bot/briefing",
        "bot/guilds",
        "bot/ports",
        *EDGE,
        "bot",
    ),
    "cogs/shared/configuring": (
        "cogs/shared/commands",
        "cogs/shared",
        "bot/messages",
        "bot/guilds",
        "bot/ports",
        *EDGE,
    ),
    "cogs/shared/commands": (
        "cogs/shared",
        "bot/messages",
        "bot/briefing",
        "bot/ports",
        *EDGE,
    ),
    "cogs/shared": (
        "bot/urgency.py",
        "bot/reports",
        "bot/messages",
        "bot/briefing",
        "bot/guilds",
        "bot/ports",
        *EDGE,
    ),
    "bot/reports": ("bot/messages", "bot/ports", "bot/domain/text", *EDGE),
    "bot/messages": (
        "bot/messages/answers",
        "bot/messages/posts",
        "bot/messages/owing",
        "bot/urgency.py",
        "bot/briefing",
        "bot/guilds",
        "bot/ports",
        "bot/flights.py",
        "bot/domain/text",
        *EDGE,
    ),
    "bot/briefing": (
        "bot/behalf.py",
        "bot/domain/text",
        "bot/guilds",
        "bot/ports",
        "bot/domain/brief",
        "bot/domain/claims",
        "bot/domain/claims/comparing",
        *EDGE,
    ),
    "bot/messages/answers": (
        "bot/messages/posts",
        "bot/briefing",
        "bot/guilds",
        "bot/ports",
        "bot/domain/text",
        *EDGE,
    ),
    "bot/messages/owing": ("bot/ports", *EDGE),
    "bot/messages/posts": ("bot/guilds", "bot/domain/text", *EDGE),
    "bot/guilds": ("bot/ports", *EDGE),
    "bot/adapters": (
        "bot/urgency.py",
        "bot/ports",
        "bot/flights.py",
        "bot/ending.py",
        "bot/domain",
        "bot/i18n",
        "bot/errors.py",
        "config",
    ),
    "bot/adapters/engines": (
        "bot/adapters/caches",
        "bot/ports",
        "bot/domain/brief",
        "bot/domain/claims/comparing",
        "bot/domain/text",
        "bot/domain/values",
        "bot/i18n",
        "bot/errors.py",
        "config",
    ),
    "bot/adapters/processes": ("bot/behalf.py", "bot/ports", "bot/domain", "bot/errors.py", "config"),
    "bot/adapters/web": ("bot/domain/page/files", "bot/domain/values", "bot/i18n", "bot/errors.py", "config"),
    "bot/adapters/caches": ("bot/ports", "bot/flights.py", "config"),
    "bot/adapters/database": ("bot/domain/values", "bot/errors.py", "config"),
    "bot/ports": (
        "bot/urgency.py",
        "bot/domain/chat",
        "bot/domain/claims/comparing",
        "bot/domain/values",
        "config",
    ),
    "bot/flights.py": (),
    "bot/ending.py": ("config",),
    "bot/urgency.py": (),
    "bot/behalf.py": (),
    "bot/domain/chat": ("bot/domain/text", "bot/domain/values", "bot/i18n", "config"),
    "bot/domain/brief/headlines": (
        "bot/domain/actors",
        "bot/domain/names",
        "bot/domain/text",
        "bot/domain/language",
        "bot/domain/values",
        "config",
    ),
    "bot/domain/brief": (
        "bot/domain/brief/headlines",
        "bot/domain/claims",
        "bot/domain/claims/comparing",
        "bot/domain/actors",
        "bot/domain/speech",
        "bot/domain/names",
        "bot/domain/text",
        "bot/domain/language",
        "bot/domain/values",
        "bot/i18n",
        "config",
    ),
    "bot/domain/claims": (
        "bot/domain/claims/headlines",
        "bot/domain/claims/restating",
        "bot/domain/claims/unfolding",
        "bot/domain/claims/referring",
        "bot/domain/claims/rules",
        "bot/domain/claims/rules/grammar.py",
        "bot/domain/claims/comparing",
        "bot/domain/speech",
        "bot/domain/names",
        "bot/domain/text",
        "bot/domain/language",
        "bot/domain/values",
        "config",
    ),
    "bot/domain/claims/headlines": (
        "bot/domain/claims/referring",
        "bot/domain/claims/comparing",
        "bot/domain/values",
    ),
    "bot/domain/claims/restating": (
        "bot/domain/claims/rules",
        "bot/domain/claims/rules/grammar.py",
        "bot/domain/claims/comparing",
        "bot/domain/text",
        "bot/domain/language",
        "bot/domain/values",
        "config",
    ),
    "bot/domain/claims/unfolding": (
        "bot/domain/claims/referring",
        "bot/domain/claims/restating",
        "bot/domain/claims/rules/cues",
        "bot/domain/claims/rules/dealt",
        "bot/domain/claims/rules/grammar.py",
        "bot/domain/claims/comparing",
        "bot/domain/values",
    ),
    "bot/domain/claims/referring": ("bot/domain/claims/comparing", "bot/domain/language"),
    "bot/domain/claims/rules": (
        "bot/domain/claims/rules/cues",
        "bot/domain/claims/rules/dealt",
        "bot/domain/claims/rules/deeds",
        "bot/domain/claims/rules/doers",
        "bot/domain/claims/rules/voiced",
        "bot/domain/claims/rules/grammar.py",
        "bot/domain/claims/comparing",
    ),
    "bot/domain/claims/rules/voiced": ("bot/domain/claims/rules/grammar.py", "bot/domain/claims/comparing"),
    "bot/domain/claims/rules/dealt": ("bot/domain/claims/rules/grammar.py", "bot/domain/claims/comparing"),
    "bot/domain/claims/rules/cues": ("bot/domain/claims/rules/grammar.py", "bot/domain/claims/comparing"),
    "bot/domain/claims/rules/deeds": (
        "bot/domain/claims/rules/cues",
        "bot/domain/claims/rules/voiced",
        "bot/domain/claims/rules/grammar.py",
        "bot/domain/claims/comparing",
    ),
    "bot/domain/claims/rules/doers": (
        "bot/domain/claims/rules/cues",
        "bot/domain/claims/rules/grammar.py",
        "bot/domain/claims/rules/deeds",
        "bot/domain/claims/rules/voiced",
        "bot/domain/claims/comparing",
        "bot/domain/claims/rules/dealt",
    ),
    "bot/domain/claims/rules/grammar.py": ("bot/domain/claims/comparing",),
    "bot/domain/claims/comparing": (
        "bot/domain/speech",
        "bot/domain/names",
        "bot/domain/text",
        "bot/domain/language",
        "bot/domain/values",
        "config",
    ),
    "bot/domain/actors": (
        "bot/domain/speech",
        "bot/domain/names",
        "bot/domain/text",
        "bot/domain/language",
        "bot/domain/values",
        "config",
    ),
    "bot/domain/speech/rows": (
        "bot/domain/names",
        "bot/domain/text",
        "bot/domain/language",
        "bot/domain/values",
        "config",
    ),
    "bot/domain/speech": (
        "bot/domain/speech/rows",
        "bot/domain/names",
        "bot/domain/text",
        "bot/domain/language",
        "bot/domain/values",
        "config",
    ),
    "bot/domain/names": ("bot/domain/text", "bot/domain/language", "bot/domain/values", "config"),
    "bot/domain/metadata": ("bot/domain/text", "bot/domain/values", "bot/i18n"),
    "bot/domain/page": (
        "bot/domain/page/visibility",
        "bot/domain/page/files",
        "bot/domain/metadata",
        "bot/domain/text",
        "bot/domain/language",
        "bot/domain/values",
        "bot/i18n",
        "bot/errors.py",
        "config",
    ),
    "bot/domain/page/visibility": ("bot/domain/metadata", "config"),
    "bot/domain/page/files": (
        "bot/domain/text",
        "bot/domain/language",
        "bot/domain/values",
        "bot/i18n",
        "bot/errors.py",
        "config",
    ),
    "bot/domain/text": ("bot/domain/language", "bot/domain/values", "bot/i18n", "config"),
    "bot/domain/language": ("bot/errors.py", "config"),
    "bot/i18n": ("bot/errors.py",),
    "bot/errors.py": ("bot/domain/values",),
    "bot/domain/values": (),
    "config": ("bot/errors.py", "bot/domain/values"),
    "playground/rules": (),
    "playground": ("bot/errors.py", "config"),
    "bot/domain": (),
    "bot": (),
}


@cache
def modules() -> dict[str, str]:
    """Every module of the program: its dotted name and its path relative to the root."""
    folders = ("bot", "cogs", "config", "playground")
    paths = sorted(str(path.relative_to(ROOT)) for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return {path.removesuffix(".py").replace("/", ".").removesuffix(".__init__"): path for path in paths}


@cache
def tree_of(path: str) -> ast.Module:
    """A module's syntax tree."""
    return ast.parse((ROOT / path).read_text(encoding="utf-8"))


@cache
def nodes_of(path: str) -> tuple[ast.AST, ...]:
    """The nodes of a module's syntax tree: walking it takes longer than parsing it."""
    return tuple(nodes_in(tree_of(path)))


def nodes_in(tree: ast.AST) -> list[ast.AST]:
    """A node and all below it, as `ast.walk` has them, in half the time."""
    nodes = [tree]
    for node in nodes:
        for value in vars(node).values():
            if isinstance(value, ast.AST):
                nodes.append(value)
            elif isinstance(value, list):
                nodes += [each for each in value if isinstance(each, ast.AST)]
    return nodes


@cache
def imports(path: str) -> tuple[str, ...]:
    """The absolute dotted names that a module imports: a module where there is one, else what holds the name."""
    names = []
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively; say the whole name"
            wholes = [f"{node.module}.{alias.name}" for alias in node.names]
            names += [whole if whole in modules() else node.module or "" for whole in wholes]
    return tuple(names)


def imported_files(path: str) -> set[str]:
    """The program's own files that a module imports."""
    return {modules()[name] for name in imports(path) if name in modules()} - {path}


def room_of(path: str) -> str:
    """The room that a file stands in: the longest row of the table that is the file or a folder above it."""
    return max((room for room in ROOMS if path == room or path.startswith(f"{room}/")), key=len)
