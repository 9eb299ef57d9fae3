"""`python -m tests.coverage`: how much of the pure rooms their own tests run, lines and branches, by room."""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

ROOMS = ("bot/domain", "bot/messages", "bot/briefing", "bot/guilds", "bot/reports", "config")
TESTS = ("domain", "messages", "briefing", "guilds", "reports", "config")
FLOOR = 95.0


def measure(jobs: int, *more: str) -> dict[str, dict[str, Any]]:
    """Run the tests of the pure rooms; what coverage counted, by file."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "coverage.json"
        tests = [f"tests/{name}" for name in TESTS]
        rooms = [f"--cov={room}" for room in ROOMS]
        command = [sys.executable, "-m", "pytest", "-q", "-n", str(jobs), *tests, *rooms, "--cov-branch", *more]
        done = subprocess.run([*command, f"--cov-report=json:{report}"], cwd=ROOT, check=False)
        if not report.exists():
            sys.exit(done.returncode)
        read = json.loads(report.read_text(encoding="utf-8"))["files"]
    return {name: {**file["summary"], "missing": file["missing_lines"]} for name, file in read.items()}


def main() -> None:
    """Print the share of each room, and of the files that have most left; fail where a room is below the floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--files", type=int, default=10, help="how many files are named")
    options = parser.parse_args()
    files = measure(options.jobs)
    run, of = Counter[str](), Counter[str]()
    for name, file in files.items():
        room = next(room for room in ROOMS if name.startswith(f"{room}/"))
        for key in (room, "all"):
            run[key] += file["covered_lines"] + file["covered_branches"]
            of[key] += file["num_statements"] + file["num_branches"]
    for name, file in sorted(files.items(), key=lambda pair: -_left(pair[1]))[: options.files]:
        sys.stdout.write(f"{name:52} {_left(file):4} left, lines {file['missing']}\n")
    shares = {room: 100 * run[room] / max(1, of[room]) for room in (*ROOMS, "all")}
    sys.stdout.writelines(f"{room:20} {share:.1f} %\n" for room, share in shares.items())
    sys.exit(min(shares.values()) < FLOOR)


def _left(file: Mapping[str, Any]) -> int:
    left: int = file["num_statements"] + file["num_branches"] - file["covered_lines"] - file["covered_branches"]
    return left


if __name__ == "__main__":
    main()
