"""What runs in a container: a user without rights, a read-only root, and a program that writes to two folders alone."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml  # type: ignore[import-untyped]  # PyYAML brings no types.

from tests.conftest import ROOT
from tests.support.fakes import STORY
from tests.support.patience import PATIENCE

WRITES = """
import json, os, sys
written = []

def heard(event, arguments):
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        written.append(str(arguments[0]))
    elif event in {"os.mkdir", "os.rename", "os.remove", "os.symlink", "os.link", "os.truncate"}:
        written.append(str(arguments[0]))

sys.addaudithook(heard)
from bot.cli import main
status = main(sys.argv[1:])
print(json.dumps([status, written]))
"""


def test_image_runs_as_a_user_without_rights_on_a_pinned_release() -> None:
    """The last stage changes to a user by its number, and every stage is built on one release, pinned by its digest."""
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    assert re.fullmatch(r"USER [1-9]\d{3,}", [line for line in lines if line.startswith("USER")][-1])
    (base,) = [line.partition("=")[2] for line in lines if line.startswith("ARG BASE=")]
    assert re.fullmatch(r"python:3\.11\.\d+-slim-\w+@sha256:[0-9a-f]{64}", base)
    assert {line.split()[1] for line in lines if line.startswith("FROM")} == {"${BASE}"}


def test_containers_have_a_read_only_root() -> None:
    """Each container of ours, with compose and on Kubernetes, has a read-only root, /tmp and /data."""
    services = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))["services"]
    ours = [service for service in services.values() if "build" in service]
    assert len(ours) == 3
    for service in ours:
        assert service["read_only"]
        assert (service["tmpfs"], service["volumes"]) == (["/tmp"], ["data:/data"])  # noqa: S108  # The container's own.
        assert service["cap_drop"] == ["ALL"]
    pods = yaml.safe_load_all((ROOT / "deploy" / "kubernetes.yaml").read_text(encoding="utf-8"))
    templates: list[dict[str, Any]] = [pod["spec"]["template"]["spec"] for pod in pods if "template" in pod["spec"]]
    assert len(templates) == 3
    for template in templates:
        assert template["securityContext"]["runAsNonRoot"]
        for container in template["containers"]:
            assert container["securityContext"]["readOnlyRootFilesystem"]
            assert {mount["mountPath"] for mount in container["volumeMounts"]} == {"/tmp", "/data"}  # noqa: S108  # As above.


def test_program_writes_to_its_data_and_to_tmp_alone(tmp_path: Path) -> None:
    """It reads a text and makes its database, and writes nowhere but to its data and to temporary files."""
    data, scratch, home = (tmp_path / name for name in ("data", "tmp", "home"))
    for folder in (data, scratch, home):
        folder.mkdir()
    story = home / "story.txt"  # What has a parser in it is read in a process that the hook does not see.
    story.write_text(STORY, encoding="utf-8")
    for arguments in (["brief", str(story), "--json"], ["migrate"]):
        ran = subprocess.run(
            [sys.executable, "-c", WRITES, *arguments],
            cwd=ROOT,
            env={"HOME": str(home), "TMPDIR": str(scratch), "DATA_FOLDER": str(data), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=True,
            timeout=PATIENCE,
        )
        status, written = json.loads(ran.stdout.splitlines()[-1])
        assert status == 0, ran.stderr
        elsewhere = [path for path in written if not path.startswith((str(data), str(scratch), "/dev/"))]
        assert [path for path in elsewhere if not path.isdecimal()] == []  # A number is a pipe of its own.
    assert sorted(home.iterdir()) == [story]
    assert list(data.iterdir())
