"""Finds in the code every template that a member of a server can read, for the catalogues in `bot/i18n/locales`.

A template is a literal where it is said, or is marked by `to_say` where it is written:

    words.say("…", …)    words.count("…", "…", number)    _("…")    _("…", name=True)    to_say("…")
    raise UnreadableError("…")    class NewError(NutgrafError): template = "…"

What is given to these calls in any other way is a gap, but for values that carry what was marked elsewhere: an
attribute, a lower-case name, an entry of a marked table. A literal that reads like a sentence and is neither said nor
marked is a gap too, and `tests/support/overhearing.py` hears whatever else is said in the end-to-end tests.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog

from bot import errors
from bot.i18n.words import NAME_CONTEXT

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("bot", "cogs")

# What only whoever runs the bot reads, in a terminal or a log.
TERMINAL = frozenset(
    {
        "bot/cli/commands.py",
        "bot/cli/check.py",
        "bot/cli/completion.py",
        "bot/cli/parser.py",
        "bot/cli/progress.py",
        "bot/cli/sources.py",
        "bot/cli/terminal.py",
        "bot/cli/evaluate.py",
        "bot/cli/show_draft.py",
        "bot/app/reaching.py",
        "bot/app/running.py",
        "bot/app/composition.py",
        "bot/app/serving.py",
        "bot/adapters/probes.py",
    }
)
TERMINAL_ERRORS = frozenset({"ConfigurationError"})

# What is written for models, for a metrics server or to be read by the program itself.
FOR_MACHINES = frozenset(
    {
        "bot/domain/brief/second_look.py",
        "bot/domain/brief/prompt.py",
        "bot/adapters/metrics.py",
        "bot/adapters/processes/preload.py",
        "bot/adapters/processes/preload_pages.py",
    }
)
# What else is given sentences that no member reads.
FOR_LOGS = TERMINAL_ERRORS | {"RuntimeError", "ValueError", "TypeError", "AssertionError"}
SENTENCE = re.compile(r"[^a-z\W]\w*\s.*\s.*[.?!…:]", re.DOTALL)

MARKERS = frozenset({"say", "_", "locale_str", "to_say"})
# Arguments of components that people read.
SHOWN = frozenset({"label", "placeholder", "title", "description", "text"})

Id = str | tuple[str, str]


@dataclass(frozen=True, slots=True)
class Template:
    """A template, or a pair of a singular and a plural, and where it stands; `context` is gettext's."""

    id: Id
    context: str | None
    file: str
    line: int


@dataclass(slots=True)
class Found:
    """What the code says.

    Attributes:
        templates: every template.
        gaps: places where something is said that the catalogues cannot have, a sentence each.
        constants: names of module-level constants that are marked.
    """

    templates: list[Template] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    constants: set[str] = field(default_factory=set)

    @property
    def keys(self) -> set[tuple[str | None, Id]]:
        """Context and id of each template."""
        return {(template.context, template.id) for template in self.templates}

    def catalogue(self) -> Catalog:
        """The templates as a catalogue without translations."""
        catalogue = Catalog(project="nutgraf", charset="utf-8")
        for found in self.templates:
            catalogue.add(found.id, locations=[(found.file, found.line)], context=found.context)
        return catalogue


@cache
def extract() -> Found:
    """Everything that the program says to members of servers."""
    return extract_from(_sources())


def _sources() -> dict[str, str]:
    paths = [str(path.relative_to(ROOT)) for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
    return {path: (ROOT / path).read_text(encoding="utf-8") for path in paths if path not in TERMINAL}


def extract_from(sources: dict[str, str]) -> Found:
    """What modules say, by their paths."""
    found = Found()
    trees = {path: ast.parse(source) for path, source in sources.items()}
    faults = _error_names(trees.values()) - TERMINAL_ERRORS
    found.constants = {name for tree in trees.values() for name in _marked_constants(tree)}
    for path, tree in trees.items():
        _Reader(path, found, faults).visit(tree)
    found.gaps += _clashes(found.templates)
    said = {text for template in found.templates for text in _texts(template.id)}
    for path, tree in trees.items():
        if path not in FOR_MACHINES:
            found.gaps += [f"{path}:{node.lineno} holds an unmarked sentence" for node in _sentences(tree, said)]
    return found


class _Reader(ast.NodeVisitor):
    """Reads one module."""

    def __init__(self, path: str, found: Found, faults: frozenset[str]) -> None:
        self.path = path
        self.found = found
        self.faults = faults

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        if node.name in self.faults:
            for statement in node.body:
                target, value = _assigned(statement)
                if target == "template" and value is not None:
                    self._take(value)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = _called(node)
        if name == "count" and _is_words(node.func):
            self._take_forms(node)
        elif (name in MARKERS or name in self.faults) and node.args:
            is_name = any(keyword.arg == "name" and name != "say" for keyword in node.keywords)
            self._take(node.args[0], NAME_CONTEXT if is_name else None)
        for keyword in node.keywords:
            if keyword.arg in SHOWN and self.path not in FOR_MACHINES and _has_words(keyword.value):
                self._gap(keyword.value, f"gives a literal as {keyword.arg}")
        self.generic_visit(node)

    def _take(self, value: ast.expr, context: str | None = None) -> None:
        """Note the literals that an argument may be."""
        match value:
            case ast.Constant(value=str(text)):
                self._add(value, text, context)
            case ast.IfExp(body=body, orelse=orelse):
                self._take(body, context)
                self._take(orelse, context)
            case ast.BoolOp(values=values):
                for one in values:
                    self._take(one, context)
            case ast.JoinedStr() | ast.BinOp():
                self._gap(value, "puts a template together")
            case _:
                constant = _constant(value)
                if constant is not None and constant not in self.found.constants:
                    self._gap(value, f"says {constant}, which is not marked by to_say")

    def _take_forms(self, node: ast.Call) -> None:
        match node.args[:2]:
            case [ast.Constant(value=str(one)), ast.Constant(value=str(many))]:
                self._add(node, (one, many), None)
            case _:
                self._gap(node, "counts with forms that are no literals")

    def _add(self, node: ast.AST, id_: Id, context: str | None) -> None:
        self.found.templates.append(Template(id_, context, self.path, getattr(node, "lineno", 0)))

    def _gap(self, node: ast.AST, what: str) -> None:
        self.found.gaps.append(f"{self.path}:{getattr(node, 'lineno', 0)} {what}")


def _texts(id_: Id) -> tuple[str, ...]:
    return (id_,) if isinstance(id_, str) else id_


def _sentences(tree: ast.Module, said: set[str]) -> Iterator[ast.Constant]:
    """Literals that read like sentences for people and are not among what is said."""
    aside: set[int] = set()
    for node in ast.walk(tree):
        is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        logs = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _is_log(node.func.value)
        is_for_logs = isinstance(node, ast.Call) and _called(node) in FOR_LOGS
        is_terminal = isinstance(node, ast.ClassDef) and node.name in TERMINAL_ERRORS
        if is_docstring or logs or is_for_logs or is_terminal:
            aside.update(id(inner) for inner in ast.walk(node))
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in aside else None
        if isinstance(node, ast.Constant) and isinstance(text, str) and SENTENCE.fullmatch(text) and text not in said:
            yield node


def _is_log(value: ast.expr) -> bool:
    return isinstance(value, ast.Name) and value.id == "log"


def _clashes(templates: Iterable[Template]) -> Iterator[str]:
    """Templates that share their singular, by which a catalogue knows them, and differ in their plural."""
    known: dict[tuple[str | None, str], Template] = {}
    for template in templates:
        one = template.id if isinstance(template.id, str) else template.id[0]
        before = known.setdefault((template.context, one), template)
        if before.id != template.id:
            yield f"{template.file}:{template.line} has another plural of “{one}” than {before.file}:{before.line}"


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _is_words(function: ast.expr) -> bool:
    """Whether a method is one of `Words`: lists and texts have a `count` too."""
    owner = function.value if isinstance(function, ast.Attribute) else None
    if isinstance(owner, ast.Call):
        owner = owner.func
    name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
    return "words" in str(name)


def _assigned(statement: ast.stmt) -> tuple[str | None, ast.expr | None]:
    """The name and value of a plain assignment."""
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            return name, value
        case ast.AnnAssign(target=ast.Name(id=name), value=value):
            return name, value
    return None, None


def _error_names(trees: Iterable[ast.Module]) -> frozenset[str]:
    """The names of all classes that are a NutgrafError."""
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    names = {kind.__name__ for kind in kinds if issubclass(kind, errors.NutgrafError)}
    for tree in trees:
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and any(getattr(base, "id", "") in names for base in node.bases):
                names.add(node.name)
    return frozenset(names)


def _marked_constants(tree: ast.Module) -> Iterator[str]:
    """Module-level names whose value, or every text of whose value, is marked."""
    for statement in tree.body:
        name, value = _assigned(statement)
        marks = (
            [node for node in ast.walk(value) if isinstance(node, ast.Call) and _called(node) == "to_say"]
            if value
            else []
        )
        if name is not None and marks:
            yield name


def _constant(value: ast.expr) -> str | None:
    """The name of the constant that an expression takes a value from; None for a value that is carried."""
    match value:
        case ast.Name(id=name):
            return name if name.isupper() else None
        case ast.Subscript(value=inner):
            return _constant(inner)
        case ast.Call(func=ast.Attribute(value=inner, attr="get")):
            return _constant(inner)
    return None


def _has_words(value: ast.expr) -> bool:
    """Whether a literal holds a word, which somebody might have to translate."""
    texts = [node.value for node in ast.walk(value) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    is_literal = isinstance(value, ast.Constant | ast.JoinedStr)
    return is_literal and any(any(sign.isalpha() for sign in text) for text in texts)
