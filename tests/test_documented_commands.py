"""Every command that README and the documentation tell is run here, or is on a list with the reason why it is not."""

import os
import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.fakes import STORY
from tests.support.pdf import pdf_of

pytestmark = pytest.mark.long

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md", *sorted((ROOT / "docs").glob("*.md"))]

_FENCED = re.compile(r"^ *```sh\n(.*?)^ *```", re.DOTALL | re.MULTILINE)
_ANY_FENCE = re.compile(r"^ *```.*?^ *```", re.DOTALL | re.MULTILINE)
_PROGRAMS = "nutgraf|make|docker|pipx|uv|git|pg_dump|pg_restore|python3?|pip|pytest|pbpaste|kubectl|systemctl"
_INLINE = re.compile(rf"`((?:\.venv/bin/)?(?:{_PROGRAMS}) [^`]+)`")
_COMMENT = re.compile(r"\s+#\s.*")

# What stands in a page for a word of the reader's own.
PLACEHOLDERS = {
    "SOURCE…": "story.txt",
    "SOURCE": "story.txt",
    "ARTICLE": "story.txt",
    "DRAFT": "draft.txt",
    "FOLDER": "articles",
    "SHELL": "bash",
}

# Exit statuses that are no fault: without a token a bot gets as far as saying so.
STATUS = {"run": 78, "work": 78, "doctor": 78}
SAYS = {"run": "DISCORD_TOKEN is not set", "work": "DISCORD_TOKEN is not set", "doctor": "DISCORD_TOKEN is not set"}

NOT_RUN = {
    "git clone": "the reader knows the address of the repository",
    "git pull": "a test changes no working tree",
    "cd ": "goes with the clone before it",
    "docker ": "needs Docker",
    "pipx ": "fetches from a package index; `make wheels` runs it, tests/test_wheel.py installs from a cache",
    "uv tool ": "as pipx",
    "kubectl ": "needs a cluster; tests/test_deploy.py holds the manifest to the program's settings and commands",
    "pg_dump ": "needs programs of PostgreSQL that the tests' server does not bring",
    "pg_restore ": "as pg_dump",
    ".venv/bin/nutgraf brief https://example.com/": "leaves the machine; tests/cli briefs a link of a site on loopback",
    "nutgraf playground": "runs until it is stopped; tests/playground and tests/e2e/test_browser.py run it",
    "pytest ": "a test does not run the tests",
    ".venv/bin/pytest ": "as pytest",
    "python -m tests.soak ": "takes minutes; tests/soak/test_short.py runs a short form of it",
    "python -m benchmarks ": "takes minutes, and its figures are the machine's",
    ".venv/bin/python -m tests.catalogues ": "begins a catalogue in the tree; tests/test_catalogues.py calls the same",
}


def commands() -> Iterator[str]:
    """The commands of all pages, each once, as a reader would type them."""
    found: dict[str, None] = {}
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        fenced = [line.strip() for block in _FENCED.findall(text) for line in block.splitlines()]
        lines = [*fenced, *_INLINE.findall(_ANY_FENCE.sub("", text))]
        found |= dict.fromkeys(part for line in lines for part in _COMMENT.sub("", line).split(" && ") if part)
    yield from found


def reason_not_run(command: str) -> str | None:
    """Why a command is not run here; None where it is."""
    return next((reason for start, reason in NOT_RUN.items() if command.startswith(start)), None)


def meant(command: str) -> str:
    """What a command comes to: a page may tell it with a word for the reader's own, and with or without its folder."""
    words = (PLACEHOLDERS.get(word, word) for word in shlex.split(command, posix=False))
    return " ".join(words).removeprefix(".venv/bin/")


RUN = list({meant(command): command for command in commands() if reason_not_run(command) is None}.values())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a reader has it: the environment of the clone, articles, and something in the clipboard."""
    folder = tmp_path_factory.mktemp("reader")
    (folder / ".venv").symlink_to(ROOT / ".venv")
    (folder / "story.txt").write_text(f"Harbour closes\n\n{STORY}", encoding="utf-8")
    (folder / "draft.txt").write_text(STORY.split("\n\n")[0], encoding="utf-8")
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in STORY.split("\n\n"))
    (folder / "page.html").write_text(f"<title>Harbour</title><article>{paragraphs}</article>", encoding="utf-8")
    (folder / "report.pdf").write_bytes(pdf_of(STORY))
    (folder / "articles").mkdir()
    (folder / "articles" / "story.txt").write_text(STORY, encoding="utf-8")
    (folder / "bin").mkdir()
    (folder / "bin" / "pbpaste").write_text(f"#!/bin/sh\ncat '{folder}/story.txt'\n", encoding="utf-8")
    (folder / "bin" / "pbpaste").chmod(0o755)
    (folder / "bin" / "nutgraf").symlink_to(ROOT / ".venv" / "bin" / "nutgraf")
    (folder / "data").mkdir()
    return folder


def test_the_pages_tell_commands() -> None:
    """The pages' commands are found, and no reason is left of one that no page tells any more."""
    told = list(commands())
    assert {"make playground", "nutgraf doctor", ".venv/bin/nutgraf run"} <= set(told)
    assert [start for start in NOT_RUN if not any(command.startswith(start) for command in told)] == []


@pytest.mark.parametrize("command", RUN)
def test_command_of_a_page_works(command: str, folder: Path) -> None:
    """A reader who copies it gets what the page says; of make it is shown what would be done."""
    words = [PLACEHOLDERS.get(word, word) for word in shlex.split(command, posix=False)]
    verb = next((word for word in words[1:] if not word.startswith("-")), "")
    is_make = words[0] == "make"
    typed = f"make --dry-run {' '.join(words[1:])}" if is_make else " ".join(words)
    ran = subprocess.run(
        ["/bin/sh", "-c", typed],
        cwd=ROOT if is_make else folder,
        env={"PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "PYTHONUTF8": "1", "HOME": str(folder)},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    its_own = "nutgraf" in words[0]
    assert ran.returncode == (STATUS.get(verb, 0) if its_own else 0), ran.stderr
    assert (SAYS.get(verb, "") if its_own else "") in ran.stdout + ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize("target", ["install", "setup"])
def test_setting_up_compiles_the_program(target: str) -> None:
    """The program's bytecode is made with its libraries: a command that may write none need not compile each module."""
    typed = f"make --dry-run --always-make {target}"
    told = subprocess.run(
        ["/bin/sh", "-c", typed], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    ).stdout
    assert re.search(r"sync .*\n(?:.*\n)*\S+/python -m compileall -q bot cogs config playground\n", told)
