"""`make wheels`: fetches into uv's cache what the tests of the wheel install on further versions of Python.

`make old-pips` fetches the old versions of pip alone.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.test_wheel import OLD_PIPS, ROOT, UV, interpreter


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


def _run(*arguments: str | Path, cwd: Path) -> None:
    subprocess.run([UV, "--quiet", *arguments], cwd=cwd, check=True)


if __name__ == "__main__":
    main()
