"""`make wheels`: installs the program as a tool, and fetches what the tests install on further versions of Python.

`make old-pips` fetches the old versions of pip alone.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.test_wheel import OLD_PIPS, ROOT, STORY, UV, interpreter


def main() -> None:
    """Install the program's libraries once for each Python that is here."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for version in OLD_PIPS:
            _run("venv", "--python", sys.executable, folder / version, cwd=folder)
            _run("pip", "install", "--python", folder / version, f"pip=={version}", cwd=folder)
        if "--pips" in sys.argv:
            return
        chosen = ("--frozen", "--no-default-groups", "--no-emit-project", "--format", "pylock.toml")
        _run("export", *chosen, "-o", folder / "pylock.toml", cwd=ROOT)
        for version in ("3.12", "3.13"):
            python = interpreter(version)
            sys.stdout.write(f"Python {version}: {python or 'not on this machine'}\n")
            if python is not None:
                _run("venv", "--python", python, folder / version, cwd=folder)
                _run("pip", "install", "--python", folder / version, "-r", folder / "pylock.toml", cwd=folder)
        _try_tools(folder)


def _try_tools(folder: Path) -> None:
    """Install the clone with `uv tool` and with pipx, each into its own folders, and brief a text with both."""
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    for name, words in (("uv tool", ("tool",)), ("pipx", ("tool", "run", "pipx"))):
        own = folder / name.replace(" ", "-")
        places = {"UV_TOOL_DIR": own, "PIPX_HOME": own, "UV_TOOL_BIN_DIR": own / "bin", "PIPX_BIN_DIR": own / "bin"}
        where = {**os.environ, **{name: str(path) for name, path in places.items()}}
        subprocess.run([UV, *words, "install", ROOT], cwd=folder, check=True, env=where)
        brief = (own / "bin" / "nutgraf", "brief", "story.txt")
        shown = subprocess.run(brief, cwd=folder, check=True, capture_output=True, text=True).stdout
        sys.stdout.write(f"{name} install: {shown.splitlines()[0]}\n")


def _run(*arguments: str | Path, cwd: Path) -> None:
    subprocess.run([UV, "--quiet", *arguments], cwd=cwd, check=True)


if __name__ == "__main__":
    main()
