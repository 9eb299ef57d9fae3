"""`python -m tests.mutants`: changes the code in small ways, one at a time, and counts the changes that tests notice.

mutmut makes the changes, by `[tool.mutmut]` of pyproject.toml, and runs for each the tests that touch it. All of them
take hours, so a sample of each module is tried, the same in every run, within so many seconds. Changes that nobody
could notice are left out: of what is logged, of the names of tasks, of `False` to `None` as an argument.
"""

import argparse
import ast
import json
import random
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path

from tests.conftest import ROOT

MUTANTS = ROOT / "mutants"
OUTPUT = MUTANTS / "output.txt"
# A small module, on which mutmut makes its changes and learns which tests touch what.
FIRST = "bot.briefing.cache_keys.*"
# What mutmut puts into the name of each changed function, between the function's own and a number.
MARK = "__mutmut_"
# mutmut's exit codes: the tests passed, were not there, or did not run; all else was noticed.
SURVIVED, WITHOUT_TESTS, NOT_RUN = 0, frozenset({5, 33}), frozenset({2, 34})


def mutate(names: list[str], *, jobs: int, seconds: float) -> None:
    """Try changes for so many seconds at most; what was tried is written down by mutmut as it goes."""
    command = [str(Path(sys.executable).with_name("mutmut")), "run", "--max-children", str(jobs), *names]
    OUTPUT.parent.mkdir(exist_ok=True)
    with (
        OUTPUT.open("w", encoding="utf-8") as output,
        subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=output, start_new_session=True) as running,
    ):
        with suppress(subprocess.TimeoutExpired):
            running.wait(timeout=seconds)
        if running.poll() is None:
            running.send_signal(signal.SIGINT)


class _Effects(ast.NodeTransformer):
    """Takes out of code what has no effect that a test could notice."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """Tasks are named for people; a flag that is `None` is off."""
        self.generic_visit(node)
        if ast.unparse(node.func).endswith("create_task"):
            node.keywords = [given for given in node.keywords if given.arg != "name"]
        for given in node.keywords:
            if isinstance(given.value, ast.Constant) and given.value.value is None:
                given.value = ast.Constant(value=False)
        return node

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        """What is logged is for people."""
        self.generic_visit(node)
        return ast.Pass() if ast.unparse(node).startswith("log.") else node


def without_effect(mutated: str) -> frozenset[str]:
    """The names of the functions in a file of mutmut's that differ from their originals in nothing but words."""
    functions: dict[str, str] = {}
    for node in ast.walk(ast.parse(mutated)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and MARK in node.name:
            functions[node.name] = "\n".join(ast.dump(_Effects().visit(statement)) for statement in node.body)
    return frozenset(
        name
        for name, body in functions.items()
        if not name.endswith("_orig") and body == functions.get(f"{name.rpartition(MARK)[0]}{MARK}orig")
    )


def results(patterns: list[str]) -> Iterator[tuple[str, Mapping[str, int | None]]]:
    """By module, what became of each change: mutmut's exit code, None where it was not tried."""
    for file in sorted(MUTANTS.glob("bot/**/*.meta")):
        tried: dict[str, int | None] = json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"]
        module = str(file.relative_to(MUTANTS)).removesuffix(".py.meta").replace("/", ".")
        if tried and (not patterns or any(fnmatch(module, pattern) for pattern in patterns)):
            equal = without_effect(file.with_suffix("").read_text(encoding="utf-8"))
            yield module, {name: code for name, code in tried.items() if name.rpartition(".")[2] not in equal}


def sample(patterns: list[str], each: int, *, seed: int) -> list[str]:
    """Changes to be tried: of each module so many, mixed, so that each has its share when the time is over."""
    drawn = random.Random(seed)
    names = [name for _, tried in results(patterns) for name in drawn.sample(sorted(tried), min(each, len(tried)))]
    drawn.shuffle(names)
    return names


def main() -> None:
    """Try a sample, and print what was killed and what survived by module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("patterns", nargs="*", help="modules, such as bot.messages.answer; all of them by default")
    parser.add_argument("--each", type=int, default=40, help="changes of each module")
    parser.add_argument("--seconds", type=float, default=1200.0, help="seconds in all")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--survivors", action="store_true", help="name the changes that no test notices")
    parser.add_argument("--seed", type=int, default=0, help="another number draws another sample")
    options = parser.parse_args()
    if not any(results([])):
        mutate([FIRST], jobs=options.jobs, seconds=options.seconds)
    names = sample(options.patterns, options.each, seed=options.seed)
    if not names:
        sys.exit("mutmut made no changes; see above")
    mutate(names, jobs=options.jobs, seconds=options.seconds)
    all_killed = all_tried = 0
    for module, codes in results(options.patterns):
        tried = {name: code for name, code in codes.items() if name in set(names) and code not in {None, *NOT_RUN}}
        survived = [name for name, code in tried.items() if code == SURVIVED or code in WITHOUT_TESTS]
        killed = len(tried) - len(survived)
        all_killed, all_tried = all_killed + killed, all_tried + len(tried)
        sys.stdout.write(f"{module:40} {killed:4} killed {len(survived):4} survived of {len(codes)}\n")
        if options.survivors:
            sys.stdout.writelines(f"    {name}\n" for name in survived)
    if not all_tried:
        sys.exit(f"no change was tried, as the tests fail without any: see {OUTPUT.relative_to(ROOT)}")
    share = 100 * all_killed / all_tried
    sys.stdout.write(f"{'all':40} {all_killed:4} killed {all_tried - all_killed:4} survived: {share:.0f} % killed\n")


if __name__ == "__main__":
    main()
