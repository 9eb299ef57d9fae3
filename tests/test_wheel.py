"""The program as a package: built, installed into a clean environment, and used in an empty folder."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.long

ROOT = Path(__file__).resolve().parent.parent
UV = ROOT / ".tools" / "bin" / "uv"
# What Debian 12 and Python 3.11 bring: they took no notice of an extra that is spelt in two ways.
OLD_PIPS = ("23.0", "23.2")
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


def interpreter(version: str) -> Path | None:
    """A Python of this version that is on this machine and runs; None where there is none."""
    pyenv = Path(os.environ.get("PYENV_ROOT", "~/.pyenv")).expanduser() / "versions"
    named = [Path(found) for found in [shutil.which(f"python{version}")] if found]
    for path in (*named, *sorted(pyenv.glob(f"{version}.*/bin/python"))):
        told = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
        if told.returncode == 0 and told.stdout.startswith(f"Python {version}."):
            return path
    return None


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built wheel, with the versions that it is tried with (`pylock.toml`) beside it."""
    folder = tmp_path_factory.mktemp("wheel")
    own = ("--no-build-isolation", "--python", sys.executable)
    run(UV, "build", "--wheel", "--quiet", *own, "--out-dir", folder, ROOT, cwd=folder)
    chosen = ("--frozen", "--no-default-groups", "--no-emit-project", "--format", "pylock.toml")
    run(UV, "export", "--quiet", *chosen, "-o", folder / "pylock.toml", cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module", params=["3.11", "3.12", "3.13"])
def installed(request: pytest.FixtureRequest, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment that has the built wheel and nothing else, for each Python."""
    version = request.param
    own = version == f"{sys.version_info.major}.{sys.version_info.minor}"
    python = Path(sys.executable) if own else interpreter(version)
    if python is None:
        pytest.skip(f"Python {version} is not on this machine")
    environment = tmp_path_factory.mktemp("environment") / "environment"
    pip = ("--quiet", "--python", environment)
    run(UV, "venv", "--quiet", "--python", python, environment, cwd=wheel.parent)
    # What `make setup` had is in the cache: nothing is fetched. The last check holds the wheel to what it asks for.
    try:
        run(UV, "pip", "install", "--offline", *pip, "-r", wheel.parent / "pylock.toml", cwd=wheel.parent)
    except AssertionError as missing:
        if own:
            raise
        pytest.skip(f"the libraries for Python {version} are not in uv's cache, `make wheels` fetches them: {missing}")
    run(UV, "pip", "install", "--offline", "--no-deps", *pip, wheel, cwd=wheel.parent)
    run(UV, "pip", "check", *pip, cwd=wheel.parent)
    return environment / "bin"


def test_environment_is_small(installed: Path) -> None:
    """What is installed to run the program is less than 250 MB."""
    sizes = [path.lstat().st_size for path in installed.parent.rglob("*") if not path.is_dir()]
    assert sum(sizes) < 250_000_000


@pytest.fixture(scope="module")
def with_pip(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with all libraries of the program but the one that old versions of pip left out."""
    environment = tmp_path_factory.mktemp("old") / "environment"
    run(UV, "venv", "--quiet", "--python", sys.executable, environment, cwd=wheel.parent)
    pip = ("--quiet", "--python", environment)
    run(UV, "pip", "install", "--offline", *pip, "-r", wheel.parent / "pylock.toml", cwd=wheel.parent)
    return environment


@pytest.mark.parametrize("version", OLD_PIPS)
def test_old_pip_brings_every_library(with_pip: Path, wheel: Path, tmp_path: Path, version: str) -> None:
    """The pips of Debian 12 and of Python 3.11 ask for lxml_html_clean where it is absent, and are content with it."""
    uv = ("--quiet", "--offline", "--python", with_pip)
    try:
        run(UV, "pip", "install", *uv, f"pip=={version}", cwd=tmp_path)
    except AssertionError:
        pytest.skip(f"pip {version} is not in uv's cache, `make old-pips` fetches it")
    python = with_pip / "bin" / "python"
    install = ("-m", "pip", "install", "--no-index", "--disable-pip-version-check", "--dry-run", wheel)
    clean = next((with_pip / "lib").glob("python*/site-packages/lxml_html_clean"))
    described = next(clean.parent.glob("lxml_html_clean-*.dist-info"))
    aside = [shutil.move(path, tmp_path / path.name) for path in (clean, described)]
    try:
        with pytest.raises(AssertionError, match=r"lxml[-_]html[-_]clean"):
            run(python, *install, cwd=tmp_path)
    finally:
        for path in aside:
            shutil.move(path, clean.parent / Path(path).name)
    assert "Would install nutgraf-" in run(python, *install, cwd=tmp_path).stdout


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
