"""The rooms of ARCHITECTURE.md hold what they promise, read off the code itself."""

import ast
import sys
from collections.abc import Iterator, Mapping
from types import MappingProxyType

import pytest

from tests.conftest import ROOT
from tests.support.house import ROOMS, imported_files, imports, modules, nodes_in, nodes_of, room_of, tree_of

pytestmark = pytest.mark.long

PURE_TEXT_LIBRARIES = {
    "babel",
    "courlan",
    "cssselect2",
    "tinycss2",
    "charset_normalizer",
    "htmldate",
    "lxml",
    "markdown_it",
    "py3langid",
    "pycountry",
    "pypdf",
    "trafilatura",
}
IMPURE = {"socket", "asyncio", "random", "time", "subprocess"}
FOREIGN = {
    "discord": ("bot/app/", "cogs/", "playground/"),
    "aiohttp": ("bot/adapters/", "bot/app/", "cogs/shared/faults.py", "playground/"),
    "redis": ("bot/adapters/", "bot/app/"),
    "openai": ("bot/adapters/", "bot/app/"),
    "sqlalchemy": ("bot/adapters/database/",),
    "alembic": ("bot/adapters/database/",),
    "aiosqlite": ("bot/adapters/database/",),
    "asyncpg": ("bot/adapters/database/",),
    "docket": ("bot/adapters/", "bot/app/"),
}
MOST_FILES = 14
MOST_LINES = 400
MAKERS_OF_BRIEFS = ("bot/domain/brief/", "bot/domain/values/brief.py")


def in_circles(graph: dict[str, set[str]]) -> set[str]:
    """The nodes of a graph that lead back to themselves: what is left when all that leads nowhere is taken away."""
    left = {node: set(targets) for node, targets in graph.items()}
    while True:
        ends = {node for node, targets in left.items() if not targets & left.keys()}
        reached = set().union(*left.values()) if left else set()
        ends |= left.keys() - reached
        if not ends:
            return set(left)
        left = {node: targets - ends for node, targets in left.items() if node not in ends}


def test_every_room_imports_what_its_row_allows() -> None:
    """A room imports the rooms of its row in the table and no others."""
    faults = []
    for path in modules().values():
        room = room_of(path)
        for target in imported_files(path):
            other = room_of(target)
            allowed = (room, *ROOMS[room])
            if other not in allowed and not any(other.startswith(f"{above}/") for above in allowed):
                faults.append(f"{path} imports {target}: {room} may not import {other}")
    assert faults == []


def test_no_folder_holds_more_than_a_dozen_or_so_files() -> None:
    """A room that can be taken in at a glance: at most fourteen modules side by side in one folder."""
    folders: dict[str, int] = {}
    for path in modules().values():
        if not path.endswith("__init__.py"):
            folder = path.rpartition("/")[0]
            folders[folder] = folders.get(folder, 0) + 1
    assert {folder: number for folder, number in folders.items() if number > MOST_FILES} == {}


def test_no_file_is_longer_than_a_reader_keeps_in_mind() -> None:
    """A file of the program has at most four hundred lines; a longer one is split by what its parts are for."""
    lines = {path: len((ROOT / path).read_text(encoding="utf-8").splitlines()) for path in modules().values()}
    assert {path: number for path, number in lines.items() if number > MOST_LINES} == {}


def test_no_file_and_no_room_is_in_a_circle() -> None:
    """Arrows point one way, between files and between rooms."""
    files = {path: imported_files(path) for path in modules().values() if not path.endswith("__init__.py")}
    assert in_circles(files) == set()
    rooms: dict[str, set[str]] = {}
    for path, targets in files.items():
        rooms.setdefault(room_of(path), set()).update(room_of(target) for target in targets)
    assert in_circles({room: targets - {room} for room, targets in rooms.items()}) == set()


def test_the_whole_of_an_import_is_seen() -> None:
    """`from config import limits` and `from bot import errors` are imports of those files."""
    assert {"config.limits", "bot.errors"} <= {
        name for path in modules().values() for name in imports(path) if name in modules()
    }
    assert "bot/errors.py" in imported_files("bot/briefing/desk.py")


def test_domain_imports_only_what_is_pure() -> None:
    """The domain imports the standard library, pure text libraries, and of the house what its rows allow."""
    for path in modules().values():
        if not path.startswith("bot/domain/"):
            continue
        for name in imports(path):
            package = top(name)
            own = package in {"bot", "config"}
            assert own or package in PURE_TEXT_LIBRARIES or package in sys.stdlib_module_names, f"{path} imports {name}"
            assert package not in IMPURE, f"{path} imports {name}"
            assert package != "config" or name in {"config.limits", "config"}, f"{path} imports {name}"


def test_foreign_libraries_stay_in_their_rooms() -> None:
    """Discord, HTTP, Redis, models and databases are imported where ARCHITECTURE.md says and nowhere else."""
    for path in modules().values():
        for name in imports(path):
            rooms = FOREIGN.get(top(name))
            assert rooms is None or path.startswith(rooms), f"{path} imports {name}"


def test_cogs_import_neither_adapters_nor_each_other() -> None:
    """A cog is handed what it needs; shared parts of the edge live in cogs/shared."""
    for path in modules().values():
        if not path.startswith("cogs/"):
            continue
        for name in imports(path):
            assert not name.startswith("bot.adapters"), f"{path} imports {name}"
            assert not name.startswith("cogs.") or name.startswith("cogs.shared"), f"{path} imports {name}"


def test_environment_is_read_in_the_composition_root_alone() -> None:
    """os.environ and os.getenv are touched once, in config/settings.py, which bot/app/composition.py calls."""
    for path in modules().values():
        if path == "config/settings.py":
            continue
        source = (ROOT / path).read_text(encoding="utf-8")
        assert "os.environ" not in source, path
        assert "getenv" not in source, path


def test_only_the_room_of_briefs_makes_one() -> None:
    """`Brief(...)` is called, and a brief is replaced, in bot/domain/brief alone."""
    for path in modules().values():
        if path.startswith(MAKERS_OF_BRIEFS):
            continue
        for node in nodes_of(path):
            if not isinstance(node, ast.Call):
                continue
            called = ast.unparse(node.func).rpartition("dataclasses.")[2].rpartition("copy.")[2]
            assert called.rpartition(".")[2] != "Brief", f"{path} makes a Brief"
            if called in {"replace", "copy", "deepcopy"} and node.args:
                assert "brief" not in ast.unparse(node.args[0]).rpartition(".")[2], f"{path} changes a Brief"


def test_every_row_of_the_table_is_a_room() -> None:
    """Each row has files, and each room that may be imported has a row of its own."""
    with_files = {room_of(path) for path in modules().values()}
    allowed = {room for row in ROOMS.values() for room in row}
    assert allowed <= ROOMS.keys()
    assert with_files == ROOMS.keys()


def top(name: str) -> str:
    """The package of a dotted name."""
    return name.partition(".")[0]


def test_each_word_of_the_product_names_one_class() -> None:
    """A page, a draft or an answer is the same thing wherever the code speaks of it."""
    table = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").partition("## The words")[2].partition("\n## ")[0]
    words = {line.split("|")[1].strip().title() for line in table.splitlines() if line.startswith("| ")}
    assert {"Page", "Draft", "Answer"} <= words
    named: dict[str, list[str]] = {}
    for path in modules().values():
        for node in tree_of(path).body:
            if isinstance(node, ast.ClassDef) and node.name in words:
                named.setdefault(node.name, []).append(path)
    assert {word: places for word, places in named.items() if len(places) > 1} == {}


def test_no_two_migrations_share_a_number() -> None:
    """Migrations follow each other, one by one, and each names the one before it."""
    folder = ROOT / "bot/adapters/database/migrations/versions"
    steps: dict[str, str | None] = {}
    for path in sorted(folder.glob("[0-9]*.py")):
        told = {
            node.targets[0].id: ast.literal_eval(node.value)
            for node in tree_of(str(path.relative_to(ROOT))).body
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        }
        assert path.name.startswith(f"{told['revision']}_")
        assert told["revision"] not in steps
        steps[told["revision"]] = told["down_revision"]
    numbers = list(steps)
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]
    assert list(steps.values()) == [None, *numbers[:-1]]


def test_one_list_of_the_points_that_end_a_sentence() -> None:
    """The domain asks `bot/domain/text/characters.py` what ends a sentence; nothing lists the points again."""
    others = {"bot/domain/speech/rows/tokens.py"}  # A tokenizer knows each point by itself.
    listed = {
        path
        for path in modules().values()
        if path.startswith("bot/domain/") and path != "bot/domain/text/characters.py"
        for node in nodes_of(path)
        if (isinstance(node, ast.Constant) and isinstance(node.value, str) and ".!?" in node.value)
        or (isinstance(node, ast.Tuple) and {".", "!", "?"} <= {ast.literal_eval(e) for e in constants(node)})
    }
    assert listed == others


def test_one_list_of_the_marks_of_challenges() -> None:
    """What tells a page that asks for a proof of a human is listed once, for the fetcher and for the reader."""
    listed = [
        path
        for path in modules().values()
        for node in nodes_of(path)
        if isinstance(node, ast.Constant) and node.value in {"px-captcha", b"px-captcha"}
    ]
    assert listed == ["bot/domain/page/files/challenges.py"]


def constants(node: ast.Tuple) -> list[ast.expr]:
    """The constants of a tuple."""
    return [element for element in node.elts if isinstance(element, ast.Constant)]


def test_no_word_and_no_code_of_a_language_is_asked_for_in_code() -> None:
    """What differs by language is data: no module of the domain compares a token or a code with a word of its own."""
    asked = {
        (path, ast.unparse(node))
        for path in modules().values()
        if path.startswith("bot/domain/")
        for node in nodes_of(path)
        if isinstance(node, ast.Compare)
        and any(isinstance(side, ast.Attribute) and side.attr in {"word", "code", "language"} for side in sides(node))
        and any(word.isalpha() for side in sides(node) for word in words_of(side))
    }
    assert asked == set()


READING = tuple(f"bot/domain/{room}/" for room in ("actors", "brief", "claims", "language", "names", "speech"))
BY_LETTERS = {"endswith", "startswith", "removesuffix", "removeprefix"}


def test_words_of_articles_are_compared_with_data_alone() -> None:
    """Where names, actors and speakers are read, nothing is compared with a word that stands in the code."""
    rooms = tuple(f"bot/domain/{room}/" for room in ("actors", "names", "speech"))
    asked = {
        (path, word)
        for path in modules().values()
        if path.startswith(rooms)
        for node in nodes_of(path)
        if isinstance(node, ast.Compare)
        for side in sides(node)
        for word in words_of(side, constants_of(path))
        if len(word) > 1 and word.isalpha() and word.islower()
    }
    assert asked == set()


def test_no_ending_of_a_language_stands_in_code() -> None:
    """How the words of a language begin and end is told by its data, in the rooms that read it."""
    own = {
        "bot/domain/claims/rules/rules.py",  # It asks how the findings of the rules begin, which are no article's.
        "bot/domain/claims/comparing/wordlists.py",  # It asks for marks of its own.
    }
    asked = {
        (path, letters)
        for path in modules().values()
        if path.startswith(READING) and path not in own
        for node in nodes_of(path)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in BY_LETTERS
        for argument in node.args
        for letters in words_of(argument, constants_of(path))
        if letters.isalpha()
    }
    assert asked == set()


def constants_of(path: str) -> dict[str, ast.expr]:
    """What the names stand for that a module gives a value."""
    return {
        node.targets[0].id: node.value
        for node in tree_of(path).body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }


def sides(node: ast.Compare) -> list[ast.expr]:
    """Both sides of a comparison."""
    return [node.left, *node.comparators]


def words_of(node: ast.expr, named: Mapping[str, ast.expr] = MappingProxyType({})) -> Iterator[str]:
    """The strings that are written in an expression, or in what a name of the module stands for."""
    if isinstance(node, ast.Name):
        node = named.get(node.id, node)
    if isinstance(node, ast.Call) and node.args:
        node = node.args[0]  # What a frozenset is made of.
    if isinstance(node, ast.JoinedStr):
        parts: list[ast.expr] = node.values
    else:
        parts = node.elts if isinstance(node, ast.Set | ast.List | ast.Tuple) else [node]
    for part in parts:
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


# The decisions of a function at the most, counted as radon counts them.
MOST_DECISIONS = 15


def test_a_function_of_many_decisions_says_why_it_is_one() -> None:
    """A function with a complexity above fifteen has the reason on the line above it."""
    unexplained = []
    for path in modules().values():
        if not path.startswith(("bot/", "cogs/", "config/")):
            continue
        lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
        for node in nodes_of(path):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and complexity(node) > MOST_DECISIONS:
                above = lines[min([node.lineno, *(one.lineno for one in node.decorator_list)]) - 2]
                unexplained += [] if above.strip().startswith("# Complexity") else [f"{path}: {node.name}"]
    assert unexplained == []


def complexity(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """One, and one more for each branch, loop, handler, condition of a comprehension, and operand of "and" or "or"."""
    found = 1
    for node in nodes_in(function):
        if isinstance(node, ast.BoolOp):
            found += len(node.values) - 1
        elif isinstance(node, ast.comprehension):
            found += 1 + len(node.ifs)
        elif isinstance(node, ast.For | ast.While):
            found += 1 + bool(node.orelse)
        elif isinstance(node, ast.If | ast.IfExp | ast.ExceptHandler | ast.Assert | ast.match_case):
            found += 1
    return found


# The field's word in two rooms, which are never met side by side.
SHARED_NAMES = {
    "Token",  # of a claim; of a row
}


def test_one_class_name_for_one_thing() -> None:
    """No two public classes have the same name, but for the field's word for the words of a text."""
    named: dict[str, list[str]] = {}
    for path in modules().values():
        for node in nodes_of(path):
            if path.startswith(("bot/", "cogs/", "config/")) and isinstance(node, ast.ClassDef):
                named.setdefault(node.name, []).append(path)
    shared = {name for name, places in named.items() if len(places) > 1 and not name.startswith("_")}
    assert shared == SHARED_NAMES
