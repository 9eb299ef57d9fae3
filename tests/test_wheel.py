"""The program as a package: built, installed into a clean environment, and used in an empty folder."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
UV = ROOT / ".tools" / "bin" / "uv"
STORY = (
    "Harbour closes for repairs\n\n"
    "The harbour of Port Ellery will close for repairs on Monday, the town council said.\n\n"
    "“The quay cannot wait another winter,” said Ada Quill, the mayor of Port Ellery, after the vote.\n\n"
    "Fishing crews will land their catch at Saltby until the spring, and the ferries will berth there too."
)


def run(*command: str | Path, cwd: Path, given: str | None = None) -> subprocess.CompletedProcess[str]:
    """What a command printed; a failure fails the test with what it said."""
    done = subprocess.run(  # The commands are the test's own.
        [str(part) for part in command],
        cwd=cwd,
        input=given,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
        env={name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment that has the built wheel and nothing else."""
    folder = tmp_path_factory.mktemp("wheel")
    own = ("--no-build-isolation", "--python", sys.executable)
    run(UV, "build", "--wheel", "--quiet", *own, "--out-dir", folder, ROOT, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    environment, locked = folder / "environment", folder / "pylock.toml"
    run(UV, "venv", "--quiet", "--python", sys.executable, environment, cwd=folder)
    chosen = ("--frozen", "--no-default-groups", "--no-emit-project", "--format", "pylock.toml")
    run(UV, "export", "--quiet", *chosen, "-o", locked, cwd=ROOT)
    # What `make setup` had is in the cache: nothing is fetched. The last check holds the wheel to what it asks for.
    pip = ("--quiet", "--python", environment)
    run(UV, "pip", "install", "--offline", *pip, "-r", locked, cwd=folder)
    run(UV, "pip", "install", "--offline", "--no-deps", *pip, wheel, cwd=folder)
    run(UV, "pip", "check", *pip, cwd=folder)
    return environment / "bin"


def test_wheel_briefs_a_text_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    """What `pip install` brings is all that a brief of a text needs."""
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    brief = json.loads(run(installed / "nutgraf", "brief", "story.txt", "--json", cwd=tmp_path).stdout)
    assert brief["quotes"][0]["speaker"] == "Ada Quill"
    shown = run(installed / "python", "-m", "bot", "brief", "-", cwd=tmp_path, given=STORY).stdout
    assert "The harbour of Port Ellery will close" in shown


def test_wheel_reads_a_page_and_knows_its_version(installed: Path, tmp_path: Path) -> None:
    """A page needs the parsers; the version is that of the project."""
    text = "</p><p>".join(STORY.split("\n\n"))
    page = f"<html><body><article><h1>Harbour closes</h1><p>{text}</p></article></body></html>"
    (tmp_path / "story.html").write_text(page, encoding="utf-8")
    assert "Ada Quill" in run(installed / "nutgraf", "brief", "story.html", cwd=tmp_path).stdout
    assert run(installed / "nutgraf", "--version", cwd=tmp_path).stdout.startswith("nutgraf ")
